"""The commands of places as from the keyboard: exit status, what is printed where, what is left behind."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import Result
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.councils.models import Municipality
from app.councils.place_models import Address
from tests.places.conftest import Run
from tests.places.registers import a_map, an_address, square, write_map, write_register


def output(outcome: Result) -> tuple[int, list[str]]:
    return outcome.exit_code, outcome.stdout.splitlines()


def test_from_an_empty_house_to_an_address_looked_up(run: Run, tmp_path: Path, two_districts: Path) -> None:
    assert output(run("municipality", "4601", "Bergen")) == (0, ["Kommunen er lagt til."])
    assert output(run("import-boundaries", two_districts, "--property", "bydel", "--valid-from", "2020-01-01")) == (
        0,
        ["Nye grenser: Arna, Fana.", "Bydeler som ikke fantes fra før, og er opprettet: Arna, Fana."],
    )
    kretser = tmp_path / "kretser.csv"
    kretser.write_text("code,name,district,valid_from,valid_to\n0044,Kaland,Fana,2019-09-01,\n", encoding="utf-8")
    assert output(run("import-polling-districts", kretser)) == (0, ["Nye stemmekretser: 1. Rettet: 0. Fra før: 0."])
    rows = [
        an_address("Storgata", 1),
        an_address("Storgata", 2, polling_district="44"),
        an_address("Storgata", 3, east=320_000),
    ]
    rows += [an_address("Storgata", 3, east=320_000), an_address(municipality="0301"), an_address("", "", text=" ")]
    register = write_register(tmp_path / "adresser.csv", rows)
    assert output(run("import-addresses", register)) == (
        0,
        [
            "Adresser tatt inn: 3; før var det 0.",
            "Bydel etter stemmekrets: 1. Etter kartet: 1. Uten bydel: 1.",
            "1 ligger utenfor alle bydelsgrensene (f.eks. Storgata 3).",
            "1 ligger i en annen bydel på kartet enn stemmekretsen deres hører til; kretsen gjelder (f.eks. "
            "Storgata 2).",
            "Rader som hører til andre kommuner, og er hoppet over: 1.",
            "Rader som gjentar en adresse, og er hoppet over: 1.",
            "Rader uten adressenavn, hoppet over: 1.",
        ],
    )
    assert output(run("find", "storgt", "2")) == (0, ["Storgata 2, 5016 BERGEN | Fana | 0044 Kaland"])
    assert output(run("find", "storgata 3")) == (0, ["Storgata 3, 5016 BERGEN | ingen bydel"])


def test_doing_it_again_changes_nothing_and_says_so(run: Run, tmp_path: Path, two_districts: Path) -> None:
    kretser = tmp_path / "kretser.csv"
    kretser.write_text("code;name;district;valid_from;valid_to\n0044;Kaland;Fana;2019-09-01;\n", encoding="utf-8")
    for _ in range(2):
        municipality = run("municipality", "4601", "Bergen")
        boundaries = run("import-boundaries", two_districts, "--property", "bydel")
        polling_districts = run("import-polling-districts", kretser)
    assert output(municipality) == (0, ["Kommunen finnes fra før; ingenting er endret."])
    assert output(boundaries) == (0, ["Bydeler som har samme grense som før: 2."])
    assert output(polling_districts) == (0, ["Ingen nye rader: alle 1 er lagret fra før. Ingenting er endret."])


def test_addresses_placed_by_what_was_before_are_told_of(
    run: Run, tmp_path: Path, bergen: Municipality, two_districts: Path
) -> None:
    run("import-boundaries", two_districts, "--property", "bydel", "--valid-from", "2020-01-01")
    run("import-addresses", write_register(tmp_path / "adresser.csv", [an_address()]))
    other = write_map(tmp_path / "k.json", a_map([("Fana", [square(0, 0)])]))
    changed = run("import-boundaries", other, "--property", "bydel", "--valid-from", "2021-01-01")
    assert "Adressene er plassert etter det som gjaldt før" in changed.stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["import-addresses", "nowhere.csv"], "nowhere.csv: filen «nowhere.csv» finnes ikke."),
        (["import-addresses", "/"], "er en mappe"),
        (["import-boundaries", "nowhere.json", "--property", "navn"], "nowhere.json"),
        (["import-polling-districts", "nowhere.csv"], "finnes ikke"),
        (
            ["import-addresses", "adresser.csv", "--municipality", "0301"],
            "Kommune 0301 finnes ikke her; det gjør 4601 Bergen.",
        ),
        (["municipality", "4601", "Oslo"], "«4601 Oslo» kan ikke legges til, for kommune 4601 heter «Bergen» her."),
        (["import-addresses", "adresser.csv"], "verken stemmekretser eller bydelsgrenser"),
        (["find", "ingensteds"], "Ingen adresse begynner slik."),
    ],
)
def test_what_is_refused_is_told_in_a_line_with_status_one(  # noqa: PLR0917 - fixtures
    run: Run, session: Session, bergen: Municipality, tmp_path: Path, arguments: list[str], told: str
) -> None:
    register = write_register(tmp_path / "adresser.csv", [an_address()])
    refused = run(*(register if argument == "adresser.csv" else argument for argument in arguments))
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert told in refused.stderr
    assert "Traceback" not in refused.stderr
    assert session.scalar(select(func.count(Address.id))) == 0


def test_without_a_municipality_the_way_is_shown(run: Run, two_districts: Path) -> None:
    refused = run("import-boundaries", two_districts, "--property", "bydel")
    assert refused.exit_code == 1
    assert "places municipality 4601 Bergen" in refused.stderr


def test_with_several_municipalities_one_must_be_named(run: Run, bergen: Municipality, two_districts: Path) -> None:
    run("municipality", "0301", "Oslo")
    refused = run("import-boundaries", two_districts, "--property", "bydel")
    assert (refused.exit_code, refused.stderr) == (
        1,
        "Det er flere kommuner: 0301 Oslo og 4601 Bergen. Si hvilken med --municipality.\n",
    )
    named = run("import-boundaries", two_districts, "--property", "bydel", "--municipality", "4601")
    assert named.exit_code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["municipality", "46", "Bergen"],
        ["municipality", "46²1", "Bergen"],
        ["import-boundaries", "k.json"],
        ["import-boundaries", "k.json", "--property", "n", "--valid-from", "1.1.2020"],
        ["import-boundaries", "k.json", "--property", "n", "--epsg", "UTM"],
        ["find"],
    ],
)
def test_wrong_usage_has_status_two(run: Run, arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2


def test_faults_of_a_file_are_told_line_by_line(
    run: Run, bergen: Municipality, tmp_path: Path, two_districts: Path
) -> None:
    run("import-boundaries", two_districts, "--property", "bydel")
    register = write_register(tmp_path / "adresser.csv", [an_address(letter="AB"), an_address(postcode="x")])
    assert run("import-addresses", register).stderr.splitlines() == [
        "adresser.csv, linje 2: «AB» er ingen husbokstav; ventet én bokstav, eller et tomt felt.",
        "adresser.csv, linje 3: «x» er ikke noe postnummer; ventet fire sifre.",
    ]


def test_pages_that_look_addresses_up_load_no_geometry_library(app: Flask) -> None:
    """Every worker of the site would carry twenty megabytes for nothing."""
    program = (
        "import sys, app.councils.places.queries, app.councils.places.commands; "
        "print([name for name in ('shapely', 'numpy') if name in sys.modules])"
    )
    finished = subprocess.run(
        [sys.executable, "-c", program], cwd=Path(app.root_path).parent, capture_output=True, text=True, check=True
    )
    assert finished.stdout.strip() == "[]"
