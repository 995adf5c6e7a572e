"""The verification bundle: what it holds, and every way in which it can disagree with itself."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.core.input_files.faults import FileProblem, JsonPath
from app.councils.domain.lots import Lot
from app.elections.files.bundle import read_me, sums, verify_bundle, verify_program
from app.elections.files.faults import Problem
from app.elections.files.file_names import BALLOTS, COUNTS, INPUTS, READ_ME, RESULT, SETUP, SUMS, VERIFY
from app.elections.files.settle_files import ContestLot, SettledFiles, settle_files
from app.elections.files.stored_result import Difference, compare_results, read_result
from tests.files.samples import BALLOTS_HEADING, COUNTS_HEADING, as_json, changed, eleven_seats, fault_in, rows, written

LOT = Lot(("A", "B"), "B")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """11 seats: in fana A and B have 9 ballots each, so five seats each and a lot. In arna A has 90 ballots, Q 50."""
    written(tmp_path / SETUP, as_json(changed(eleven_seats)))
    counts = ["fana,2,FO,,list:A,9", "fana,2,FO,,list:B,9", "arna,2,FO,,list:A,90", "arna,2,FO,,list:Q,50"]
    written(tmp_path / "counts.csv", rows(COUNTS_HEADING, *counts))
    written(tmp_path / "ballots.csv", rows(BALLOTS_HEADING, "fana,1,1,A,2,", "arna,1,1,A,,Q:3"))
    settled = settle_files(tmp_path / SETUP, tmp_path / COUNTS, tmp_path / BALLOTS, [LOT])
    assert isinstance(settled, SettledFiles)
    written(tmp_path / RESULT, settled.result)
    written(tmp_path / READ_ME, read_me("Bydelsvalg 2023"))
    write_sums(tmp_path)
    return tmp_path


def write_sums(folder: Path) -> None:
    names = [name for name in (*INPUTS, RESULT, READ_ME, VERIFY) if (folder / name).exists()]
    written(folder / SUMS, sums({name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in names}))


def change_result(folder: Path, change: Callable[[Any], object]) -> None:
    document = json.loads((folder / RESULT).read_bytes())
    change(document)
    written(folder / RESULT, json.dumps(document, ensure_ascii=False, indent=1) + "\n")
    write_sums(folder)


def test_a_bundle_as_it_was_made_has_no_difference(folder: Path) -> None:
    assert verify_bundle(folder) == []


def test_sums_are_written_as_sha256sum_reads_them(folder: Path) -> None:
    lines = (folder / SUMS).read_text().splitlines()
    assert [line[64:] for line in lines] == [f"  {name}" for name in (*INPUTS, RESULT, READ_ME)]
    assert lines[0][:64] == hashlib.sha256((folder / SETUP).read_bytes()).hexdigest()


def test_the_read_me_tells_what_to_run() -> None:
    text = read_me("Bydelsvalg 2023").decode()
    assert text.startswith("Bydelsvalg 2023: kontrollpakke\n==============================\n")
    assert "elections verify" in text
    assert "python3 verify.py" in text
    assert "sha256sum -c SHA256SUMS" in text
    assert all(name in text for name in (*INPUTS, RESULT, SUMS, VERIFY))


def test_a_changed_figure_is_told_with_its_path_and_both_values(folder: Path) -> None:
    change_result(folder, lambda it: it["contests"][0]["lists"][0].update(seats=8))
    assert verify_bundle(folder) == [Difference("contests[0].lists[0].seats", "8", "5")]
    assert str(verify_bundle(folder)[0]) == "contests[0].lists[0].seats: 8 ≠ 5"


def test_figures_that_are_there_or_lacking_are_differences(folder: Path) -> None:
    def change(document: Any) -> None:
        document["contests"][1]["note"] = "x"
        del document["contests"][1]["note"]
        document["contests"][1]["lists"][2]["candidates"].pop()
        document["contests"][1]["seat_order"][0]["extra"] = 1

    change_result(folder, change)
    found = verify_bundle(folder)
    assert [(each.path, each.stored, each.recomputed) for each in found] == [
        ("contests[1].lists[2].candidates[6]", "–", "{…}"),
        ("contests[1].seat_order[0].extra", "1", "–"),
    ]


def test_a_changed_input_is_told_by_fingerprint_and_by_what_it_changes(folder: Path) -> None:
    """One mark more for A2 in fana, who has the bonus of 9 quarters: marks 1 → 2, score 4 + 9 → 8 + 9 quarters."""
    path = folder / "ballots.csv"
    written(path, path.read_text() + "fana,1,2,A,2,\n")
    differing = {each.path for each in verify_bundle(folder)}
    assert {
        "SHA256SUMS ballots.csv",
        "inputs_sha256.ballots.csv",
        "contests[0].lists[0].candidates[1].marks",
    } <= differing
    marks = next(each for each in verify_bundle(folder) if each.path.endswith("candidates[1].marks"))
    assert (marks.stored, marks.recomputed) == ("1", "2")


def test_a_result_with_other_bytes_but_the_same_content_is_told(folder: Path) -> None:
    document = json.loads((folder / RESULT).read_bytes())
    written(folder / RESULT, json.dumps(document))
    write_sums(folder)
    assert [each.path for each in verify_bundle(folder)] == [RESULT]


def test_contests_in_another_order_than_the_setup_are_told_one_by_one(folder: Path) -> None:
    """The result has arna first; the setup, and so the settlement, has fana first. The lot still finds its contest."""
    change_result(folder, lambda it: it["contests"].reverse())
    found = verify_bundle(folder)
    assert Difference("contests[0].code", "arna", "fana") in found
    assert Difference("contests[1].code", "fana", "arna") in found
    assert Difference("contests[1].lists[0].ballots", "9", "90") in found
    assert {each.path.partition(".")[0] for each in found} == {"contests[0]", "contests[1]"}


def test_a_contest_that_the_result_lacks_is_told(folder: Path) -> None:
    change_result(folder, lambda it: it["contests"].pop())
    assert verify_bundle(folder) == [Difference("contests[1]", "–", "{…}")]


def test_a_result_that_hides_a_lot_is_told(folder: Path) -> None:
    change_result(folder, lambda it: it["contests"][0].update(lots=[]))
    assert verify_bundle(folder) == [Difference("fana lots", "–", "A,B")]


def test_a_result_with_another_winner_of_the_lot_is_another_result(folder: Path) -> None:
    change_result(folder, lambda it: it["contests"][0]["lots"][0].update(winner="A"))
    assert {"contests[0].lists[0].seats", "contests[0].lists[1].seats"} <= {each.path for each in verify_bundle(folder)}


@pytest.mark.parametrize("name", [*INPUTS, RESULT, SUMS])
def test_a_missing_file_is_told(folder: Path, name: str) -> None:
    (folder / name).unlink()
    fault = fault_in(lambda: verify_bundle(folder))
    assert (fault.file, fault.problem) == (name, FileProblem.FILE_MISSING)


def test_a_program_that_is_not_the_one_that_was_handed_out_is_told(folder: Path) -> None:
    written(folder / VERIFY, verify_program())
    write_sums(folder)
    assert verify_bundle(folder) == []
    written(folder / VERIFY, b"print('ALT STEMMER')\n")
    assert [each.path for each in verify_bundle(folder)] == ["SHA256SUMS verify.py"]


def test_lots_are_read_with_the_contest_they_were_drawn_in(folder: Path) -> None:
    assert read_result((folder / RESULT).read_bytes(), RESULT).lots == (ContestLot("fana", LOT),)


@pytest.mark.parametrize(
    ("change", "where", "problem"),
    [
        (lambda it: it.update(format="verv-setup/1"), "format", Problem.FORMAT_WRONG),
        (lambda it: it.update(contests=3), "contests", Problem.TYPE_WRONG),
        (lambda it: it["contests"][0].pop("lots"), "contests[0].lots", Problem.KEY_MISSING),
        (lambda it: it["contests"][0]["lots"][0].update(lists="A,B"), "contests[0].lots[0].lists", Problem.TYPE_WRONG),
        (
            lambda it: it["contests"][0]["lots"][0].update(winner=""),
            "contests[0].lots[0].winner",
            FileProblem.CODE_MALFORMED,
        ),
    ],
)
def test_a_result_that_cannot_be_read_is_told_with_its_path(
    folder: Path, change: Callable[[Any], object], where: str, problem: Problem
) -> None:
    change_result(folder, change)
    fault = fault_in(lambda: verify_bundle(folder))
    assert (fault.file, fault.place, fault.problem) == (RESULT, JsonPath(where), problem)


def test_true_is_not_1_and_text_is_no_number() -> None:
    stored, recomputed = {"a": True, "b": "1", "c": [1, None]}, {"a": 1, "b": 1, "c": [1, 0, 2]}
    assert [(each.path, each.stored, each.recomputed) for each in compare_results(stored, recomputed)] == [
        ("a", "true", "1"),
        ("b", "1", "1"),
        ("c[1]", "null", "0"),
        ("c[2]", "–", "2"),
    ]
    assert compare_results(stored, json.loads(json.dumps(stored))) == []
