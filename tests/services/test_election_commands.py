"""The commands as others call them: exit status, what is printed where, what is left behind. On both databases."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import Result
from flask import Flask
from flask_migrate import downgrade, upgrade

from app.core.whole_files import write_whole
from tests.small_election import Files, write_files


def run(app: Flask, *arguments: object) -> Result:
    return app.test_cli_runner().invoke(args=["elections", *map(str, arguments)])


def imported(app: Flask, files: Files) -> str:
    number = run(app, "import-setup", files.setup).stdout.strip()
    run(app, "import-counts", number, files.counts)
    run(app, "import-ballots", number, files.ballots)
    return number


def test_the_whole_way_from_files_to_a_bundle_that_verifies(app: Flask, tmp_path: Path) -> None:
    files = write_files(tmp_path)
    number = imported(app, files)
    settled = run(app, "settle", number)
    assert settled.exit_code == 0
    assert settled.stdout.splitlines() == ["Fana (fana), 3 plasser", "    2  A  Liste A", "    1  B  Liste B"]
    assert run(app, "export", number, tmp_path / "out").exit_code == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "LES-MEG.txt",
        "SHA256SUMS",
        "ballots.csv",
        "counts.csv",
        "result.json",
        "setup.json",
        "verify.py",
    ]
    verified = run(app, "verify", tmp_path / "out")
    assert (verified.exit_code, verified.stdout) == (0, "")


def test_the_setup_command_prints_the_number_alone(app: Flask, tmp_path: Path) -> None:
    outcome = run(app, "import-setup", write_files(tmp_path).setup)
    assert (outcome.exit_code, outcome.stdout) == (0, "1\n")
    assert outcome.stderr == "Adresse: /valg/2023\n"


def test_a_second_import_changes_nothing_and_says_so(app: Flask, tmp_path: Path) -> None:
    files = write_files(tmp_path)
    number = imported(app, files)
    again = run(app, "import-setup", files.setup)
    assert (again.stdout, again.stderr.splitlines()[0]) == ("1\n", "Valget finnes fra før; ingenting er endret.")
    nothing_new = "Ingen nye rader: alle {} er lagret fra før. Ingenting er endret.\n"
    assert run(app, "import-counts", number, files.counts).stdout == nothing_new.format(8)
    assert run(app, "import-ballots", number, files.ballots).stdout == nothing_new.format(3)


def test_one_row_and_none_are_told_as_one_and_none(app: Flask, tmp_path: Path) -> None:
    files = write_files(tmp_path)
    number = imported(app, files)
    heading, first, *_others = files.ballots.read_text().splitlines()
    files.ballots.write_text(f"{heading}\n{first}\n")
    one_known = "Ingen nye rader: den ene er lagret fra før. Ingenting er endret.\n"
    assert run(app, "import-ballots", number, files.ballots).stdout == one_known
    files.ballots.write_text(f"{heading}\n{first.replace(',1,', ',991,', 1)}\n")
    files.ballots.write_text(heading + "\n")
    assert run(app, "import-ballots", number, files.ballots).stdout == "Filen har ingen rader.\n"


def test_another_election_by_the_same_name_is_told_of(app: Flask, tmp_path: Path) -> None:
    run(app, "import-setup", write_files(tmp_path).setup)
    other = run(app, "import-setup", write_files(tmp_path, contests=("arna",)).setup)
    assert other.stdout == "2\n"
    assert "Et annet valg med samme navn og dag finnes på /valg/2023." in other.stderr


def test_a_lot_ends_with_status_three_and_tells_how_to_go_on(app: Flask, tmp_path: Path) -> None:
    files = write_files(tmp_path, ballots_of_a=50, ballots_of_b=50, ballots=())
    number = imported(app, files)
    for stopped in (
        run(app, "settle", number),
        run(app, "settle-files", files.setup, files.counts, files.ballots, "-o", tmp_path / "r.json"),
    ):
        assert stopped.exit_code == 3
        assert "--lot A,B=A hvis A vant" in stopped.stderr
    assert not (tmp_path / "r.json").exists()
    assert run(app, "settle", number, "--lot", "A,B=B").stdout.splitlines()[1:] == [
        "    1  A  Liste A",
        "    2  B  Liste B",
    ]


def test_a_lot_that_decides_nothing_is_refused_and_nothing_is_stored(app: Flask, tmp_path: Path) -> None:
    number = imported(app, write_files(tmp_path))
    refused = run(app, "settle", number, "--lot", "A,B=A")
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert refused.stderr == "Loddet A,B=A avgjør ingenting: ingen lister står likt. Ta det bort.\n"
    assert "mangler for fana" in run(app, "export", number, tmp_path / "out").stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("lot", ["A", "A=A", "A,B=C", "A,A=A", "=A", ""])
def test_a_malformed_lot_is_wrong_usage(app: Flask, tmp_path: Path, lot: str) -> None:
    assert run(app, "settle", "1", "--lot", lot).exit_code == 2


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("setup.json", b"{", "setup.json"),
        ("setup.json", b'{"format": "verv-setup/2"}', "verv-setup/1"),
        ("counts.csv", b"contest,count,category,place,line,number\nfana,2,VO,,list:A,1000000000\n", "linje 2"),
        ("counts.csv", b"contest,count,category,place,line,number\nfana,2,VO,,list:Q,1\n", "«Q»"),
        ("counts.csv", b"contest\tcount\tcategory\tplace\tline\tnumber\n", "tabulator"),
        ("ballots.csv", b"contest,batch,ballot,list,marks,write_ins\nfana,b1,1,A,1\n", "linje 2"),
        ("ballots.csv", b"contest,batch,ballot,list,marks,write_ins\nfana,b1,1,A,\x00,\n", "linje 2"),
        ("ballots.csv", "contest,batch,ballot,list,marks,write_ins\nfana,b1,1,Å,1,\n".encode("latin-1"), "UTF-8"),
        ("ballots.csv", bytes(range(256)), "ballots.csv"),
        ("ballots.csv", b"", "tom"),
        ("ballots.csv", b"contest,batch,ballot,list,marks,write_ins\nfana,b1,1,A,8,\n", "8"),
    ],
)
def test_bad_input_is_told_in_one_line_and_nothing_is_stored(
    app: Flask, tmp_path: Path, name: str, content: bytes, told: str
) -> None:
    """Through the files and through the database alike."""
    files = write_files(tmp_path)
    number = "" if name == "setup.json" else run(app, "import-setup", files.setup).stdout.strip()
    if name == "ballots.csv":
        run(app, "import-counts", number, files.counts)
    (tmp_path / name).write_bytes(content)
    kind = name.partition(".")[0]
    by_database = [f"import-{kind}", *([number] if number else []), tmp_path / name]
    for arguments in (by_database, ["settle-files", files.setup, files.counts, files.ballots, "-o", tmp_path / "r"]):
        refused = run(app, *arguments)
        assert (refused.exit_code, refused.stdout) == (1, "")
        assert told in refused.stderr
        assert name in refused.stderr
        assert "Traceback" not in refused.stderr
        assert isinstance(refused.exception, SystemExit)
    assert not (tmp_path / "r").exists()


def test_a_file_that_is_not_there_is_named(app: Flask, tmp_path: Path) -> None:
    refused = run(app, "import-setup", tmp_path / "nowhere.json")
    assert refused.exit_code == 1
    assert "nowhere.json" in refused.stderr


@pytest.mark.parametrize("election", ["9" * 30, "17", "2031", "²", "../etc", ""])
def test_an_election_that_is_not_there_is_told_apart_from_wrong_usage(
    app: Flask, tmp_path: Path, election: str
) -> None:
    refused = run(app, "settle", election)
    assert refused.exit_code == 1
    assert f"«{election}»" in refused.stderr


def test_a_changed_bundle_is_found_out(app: Flask, tmp_path: Path) -> None:
    number = imported(app, write_files(tmp_path))
    run(app, "settle", number)
    run(app, "export", number, tmp_path / "out")
    result = tmp_path / "out" / "result.json"
    result.write_text(result.read_text(encoding="utf-8").replace('"marks": 2', '"marks": 3', 1), encoding="utf-8")
    verified = run(app, "verify", tmp_path / "out")
    assert verified.exit_code == 1
    assert "contests[0].lists[0].candidates[1].marks: 3 ≠ 2" in verified.stdout


@pytest.mark.rule("R-140")
def test_a_coming_election_is_settled_but_neither_exported_nor_printed_before_release(
    app: Flask, tmp_path: Path
) -> None:
    number = imported(app, write_files(tmp_path, election_day="2131-09-10"))
    assert run(app, "settle", number).exit_code == 0
    for arguments in (
        ["export", number, tmp_path / "out"],
        ["protocol", number, "--contest", "fana", "-o", tmp_path / "p.pdf"],
    ):
        refused = run(app, *arguments)
        assert refused.exit_code == 1
        assert "10. september 2131" in refused.stderr
    assert not (tmp_path / "out").exists()
    assert not (tmp_path / "p.pdf").exists()


def test_the_record_is_a_pdf(app: Flask, tmp_path: Path) -> None:
    number = imported(app, write_files(tmp_path))
    run(app, "settle", number)
    written = run(app, "protocol", number, "--contest", "fana", "-o", tmp_path / "p.pdf")
    assert written.exit_code == 0
    assert (tmp_path / "p.pdf").read_bytes().startswith(b"%PDF-1.7")


def test_a_database_that_is_not_ready_is_told_with_what_to_do(app: Flask, tmp_path: Path) -> None:
    with app.app_context():
        downgrade(revision="base")
    try:
        refused = run(app, "import-setup", write_files(tmp_path).setup)
    finally:
        with app.app_context():
            upgrade()
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert "flask --app wsgi db upgrade" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_a_result_that_cannot_be_written_whole_is_not_written_at_all(tmp_path: Path) -> None:
    kept = tmp_path / "result.json"
    kept.write_bytes(b"the old one")

    def breaks_off() -> Iterator[bytes]:
        yield b"half of the n"
        raise OSError("no space left")

    with pytest.raises(OSError, match="no space left"):
        write_whole(kept, breaks_off())
    assert [path.name for path in tmp_path.iterdir()] == ["result.json"]
    assert kept.read_bytes() == b"the old one"


def test_lots_of_several_districts_are_asked_for_and_given_by_district(app: Flask, tmp_path: Path) -> None:
    files = write_files(tmp_path, ballots_of_a=50, ballots_of_b=50, ballots=(), contests=("fana", "arna"))
    number = imported(app, files)
    stopped = run(app, "settle", number)
    assert stopped.exit_code == 3
    assert "--lot fana:A,B=A" in stopped.stderr
    assert "--lot arna:A,B=A" in stopped.stderr
    settled = run(app, "settle", number, "--lot", "arna:A,B=A", "--lot", "fana:A,B=B")
    assert [line.split()[:2] for line in settled.stdout.splitlines() if line.startswith(" ")] == [
        ["1", "A"],
        ["2", "B"],
        ["2", "A"],
        ["1", "B"],
    ]
    assert run(app, "export", number, tmp_path / "out").exit_code == 0
    assert run(app, "verify", tmp_path / "out").exit_code == 0


def test_an_empty_contest_code_settles_nothing(app: Flask, tmp_path: Path) -> None:
    number = imported(app, write_files(tmp_path))
    assert run(app, "settle", number, "--contest", "").exit_code == 1
    assert "mangler for fana" in run(app, "export", number, tmp_path / "out").stderr


def test_seats_that_nobody_can_take_are_told_and_the_pages_still_answer(app: Flask, tmp_path: Path) -> None:
    files = write_files(tmp_path)
    setup = json.loads(files.setup.read_text(encoding="utf-8"))
    for entry in setup["contests"][0]["lists"]:
        for candidate in entry["candidates"]:
            candidate["eligible"] = False
    files.setup.write_text(json.dumps(setup), encoding="utf-8")
    number = imported(app, files)
    assert "3 uten innehaver" in run(app, "settle", number).stdout
    client = app.test_client()
    for address in ("/", "/valg", "/valg/2023", "/valg/2023/fana", "/valg/2023/kontroll"):
        assert client.get(address).status_code == 200, address
    assert "Ingen plasser kunne fylles." in client.get("/valg/2023").text
    assert run(app, "protocol", number, "--contest", "fana", "-o", tmp_path / "p.pdf").exit_code == 0
