"""``elections ballot-papers``: every paper of an election in one folder, or none."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import Result
from flask import Flask
from sqlalchemy import select, update

from app.core.database import transaction
from app.core.whole_files import write_whole_folder
from app.elections.models import ElectionRow
from tests.documents.samples import page_texts
from tests.small_election import Files, a_setup, write_files


def run(app: Flask, *arguments: object) -> Result:
    return app.test_cli_runner().invoke(args=["elections", *map(str, arguments)])


def set_up(app: Flask, folder: Path, *contests: str) -> Files:
    files = write_files(folder, contests=contests or ("fana", "arna"))
    assert run(app, "import-setup", files.setup).exit_code == 0
    return files


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_all_papers_are_written_under_names_that_sort_by_district_and_list(app: Flask, tmp_path: Path) -> None:
    set_up(app, tmp_path)
    done = run(app, "ballot-papers", "2023", "--out", tmp_path / "trykk")
    assert (done.exit_code, done.stderr) == (0, f"8 stemmesedler ligger i {tmp_path / 'trykk'}.\n")
    keys = ("01-liste-A", "02-liste-B", "03-blank", "04-avkryssing")
    districts = ("01-fana", "02-arna")
    assert names(tmp_path / "trykk") == [f"stemmeseddel-2023-{d}-{key}-nb.pdf" for d in districts for key in keys]
    first = (tmp_path / "trykk" / "stemmeseddel-2023-01-fana-01-liste-A-nb.pdf").read_bytes()
    assert "A7 Čáŋgŧ" in page_texts(first)[0]
    run(app, "ballot-papers", "2023", "--out", tmp_path / "igjen")
    assert (tmp_path / "igjen" / "stemmeseddel-2023-01-fana-01-liste-A-nb.pdf").read_bytes() == first


def test_one_district_as_samples_in_nynorsk(app: Flask, tmp_path: Path) -> None:
    set_up(app, tmp_path)
    options = (
        "--contest",
        "arna",
        "--sample",
        "--crop-marks",
        "--language",
        "nn",
        "--colour",
        "grey",
        "--fold",
        "twice",
    )
    assert run(app, "ballot-papers", "2023", "--out", tmp_path / "ut", *options).exit_code == 0
    written = names(tmp_path / "ut")
    assert [name[:18] for name in written] == ["prove-2023-02-arna"] * 4
    for name in written:
        assert all("PRØVE" in text for text in page_texts((tmp_path / "ut" / name).read_bytes()))


@pytest.mark.rule("R-66", "R-69")
def test_before_the_lists_are_decided_nothing_is_written_and_it_is_said_why(app: Flask, tmp_path: Path) -> None:
    set_up(app, tmp_path)
    with app.app_context(), transaction() as session:
        session.execute(update(ElectionRow).values(state="open_for_lists"))
        assert session.scalars(select(ElectionRow.state)).one() == "open_for_lists"
    refused = run(app, "ballot-papers", "2023", "--out", tmp_path / "ut")
    assert refused.exit_code == 1
    assert "når valgstyret har avgjort alle listene. Valget står nå som «Åpent for lister»" in refused.stderr
    assert not (tmp_path / "ut").exists()


def test_a_folder_with_something_in_it_is_left_as_it_is(app: Flask, tmp_path: Path) -> None:
    set_up(app, tmp_path)
    (tmp_path / "ut").mkdir()
    (tmp_path / "ut" / "gammel.pdf").write_text("x")
    refused = run(app, "ballot-papers", "2023", "--out", tmp_path / "ut")
    assert (refused.exit_code, "Velg en ny mappe" in refused.stderr) == (1, True)
    assert names(tmp_path / "ut") == ["gammel.pdf"]
    (tmp_path / "ut" / "gammel.pdf").unlink()
    assert run(app, "ballot-papers", "2023", "--out", tmp_path / "ut").exit_code == 0
    assert len(names(tmp_path / "ut")) == 8


def test_an_unknown_district_and_an_unknown_election_are_told(app: Flask, tmp_path: Path) -> None:
    set_up(app, tmp_path)
    unknown = run(app, "ballot-papers", "2023", "--out", tmp_path / "ut", "--contest", "os")
    assert (unknown.exit_code, "Valget har ingen bydel med kode «os»" in unknown.stderr) == (1, True)
    unknown = run(app, "ballot-papers", "2031", "--out", tmp_path / "ut")
    assert (unknown.exit_code, "Det finnes ikke noe valg" in unknown.stderr) == (1, True)


@pytest.mark.rule("R-67", "R-180", "R-181")
def test_a_district_with_one_list_has_a_paper_to_write_names_on(app: Flask, tmp_path: Path) -> None:
    setup = a_setup(("fana", "arna"), "2023-09-11")
    contests = setup["contests"]
    assert isinstance(contests, list)
    del contests[1]["lists"][1]
    (tmp_path / "setup.json").write_text(json.dumps(setup), encoding="utf-8")
    run(app, "import-setup", tmp_path / "setup.json")
    assert run(app, "ballot-papers", "2023", "--out", tmp_path / "ut").exit_code == 0
    assert names(tmp_path / "ut")[4:] == [
        "stemmeseddel-2023-02-arna-01-flertallsvalg-nb.pdf",
        "stemmeseddel-2023-02-arna-02-blank-nb.pdf",
    ]


def test_a_list_that_fits_on_no_sheet_stops_them_all(app: Flask, tmp_path: Path) -> None:
    setup = a_setup(("fana",), "2023-09-11")
    contests = setup["contests"]
    assert isinstance(contests, list)
    contests[0]["lists"][1]["name"] = "Liste med mange navn"
    people = [{"position": n, "name": f"Elle Márjá Utsi nummer {n}", "residence": "Fana"} for n in range(1, 106)]
    contests[0].update(seats=99)
    contests[0]["lists"][1]["candidates"] = people
    (tmp_path / "setup.json").write_text(json.dumps(setup), encoding="utf-8")
    assert run(app, "import-setup", tmp_path / "setup.json").exit_code == 0
    refused = run(app, "ballot-papers", "2023", "--out", tmp_path / "ut")
    assert (refused.exit_code, "får ikke plass på ett ark" in refused.stderr) == (1, True)
    assert not (tmp_path / "ut").exists()


def test_a_folder_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    def files() -> Iterator[tuple[str, bytes]]:
        yield "1.pdf", b"1"
        raise ValueError("halfway")

    with pytest.raises(ValueError, match="halfway"):
        write_whole_folder(tmp_path / "ut", files())
    assert names(tmp_path) == []
    assert write_whole_folder(tmp_path / "ny" / "ut", [("1.pdf", b"1"), ("2.pdf", b"2")]) == 2
    assert names(tmp_path / "ny" / "ut") == ["1.pdf", "2.pdf"]
    with pytest.raises(OSError, match="ut"):
        write_whole_folder(tmp_path / "ny" / "ut", [("3.pdf", b"3")])
    assert names(tmp_path / "ny" / "ut") == ["1.pdf", "2.pdf"]
    assert names(tmp_path / "ny") == ["ut"]
