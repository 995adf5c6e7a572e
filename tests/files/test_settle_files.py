"""From three files to settlements, to the lots that are lacking, or to a refusal."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

import pytest

from app.core.input_files.faults import InputFault
from app.councils.domain.lots import Lot, LotDoesNotFit, LotNotNeeded, LotRequired
from app.elections.domain.settlement import Settlement
from app.elections.files.faults import Problem
from app.elections.files.settle_files import (
    ContestLot,
    GivenLot,
    LotAmbiguous,
    SettledFiles,
    settle_files,
    settle_in_turn,
)
from tests.builders import RULES_2002, a_contest, a_tally
from tests.files.samples import BALLOTS_HEADING, COUNTS_HEADING, as_json, changed, eleven_seats, fault_in, rows, written

AB, AC = ("A", "B"), ("A", "C")


def files(folder: Path, counts: Sequence[str], ballots: Sequence[str] = ()) -> tuple[Path, Path, Path]:
    return (
        written(folder / "oppsett.json", as_json(changed(eleven_seats))),
        written(folder / "tall.csv", rows(COUNTS_HEADING, *counts)),
        written(folder / "sedler.csv", rows(BALLOTS_HEADING, *ballots)),
    )


def second_count(contest: str, **ballots: int) -> list[str]:
    return [f"{contest},2,FO,,list:{code},{number}" for code, number in ballots.items()]


@pytest.mark.rule("R-3")
def test_each_contest_is_settled_in_the_order_of_the_setup(tmp_path: Path) -> None:
    """fana has 11 · 100 − 1, 11 · 40 + 1 and 11 · 20 list votes: 7, 3 and 1 seats, the last to A for 1099/13 = 84.5.

    arna has 11 · 20 and 11 · 100: Q's seven candidates take seven of the seats, and A has the four others.
    """
    counts = second_count("arna", A=20, Q=100) + second_count("fana", A=100, B=40, C=20)
    paths = files(tmp_path, counts, ["fana,1,1,A,2,B:1", "arna,1,1,Q,1,"])
    settled = settle_files(*paths, ())
    assert isinstance(settled, SettledFiles)
    assert [each.contest for each in settled.settlements] == ["fana", "arna"]
    fana, arna = settled.settlements
    assert (fana.lists[0].list_votes, fana.lists[1].list_votes) == (11 * 100 - 1, 11 * 40 + 1)
    assert fana.lists[0].candidates[1].marks == 1
    assert [each.seats for each in fana.lists] == [7, 3, 1]
    assert [each.seats for each in arna.lists] == [4, 0, 7]
    assert settled.inputs_sha256 == {
        name: hashlib.sha256(path.read_bytes()).hexdigest()
        for name, path in zip(("setup.json", "counts.csv", "ballots.csv"), paths, strict=True)
    }
    assert settle_files(*paths, ()) == settled


@pytest.mark.rule("R-155")
def test_every_lot_that_is_lacking_is_named_at_once(tmp_path: Path) -> None:
    counts = second_count("fana", A=9, B=9) + second_count("arna", A=7, Q=7)
    required = settle_files(*files(tmp_path, counts), ())
    assert isinstance(required, tuple)
    assert [(each.contest, each.lists, each.seat) for each in required] == [
        ("fana", ("A", "B"), 11),
        ("arna", ("A", "Q"), 11),
    ]


@pytest.mark.rule("R-155")
def test_lots_are_used_in_order_across_contests(tmp_path: Path) -> None:
    counts = second_count("fana", A=9, B=9) + second_count("arna", A=7, Q=7)
    paths = files(tmp_path, counts)
    settled = settle_files(*paths, [Lot(("A", "B"), "B"), Lot(("A", "Q"), "A")])
    assert isinstance(settled, SettledFiles)
    assert [each.lots for each in settled.settlements] == [(Lot(("A", "B"), "B"),), (Lot(("A", "Q"), "A"),)]
    required = settle_files(*paths, [Lot(("A", "B"), "B")])
    assert isinstance(required, tuple)
    assert [each.contest for each in required] == ["arna"]


def outcomes(lots: Sequence[Lot], ballots: Sequence[dict[str, int]]) -> list[Settlement | LotRequired]:
    contests = [a_contest(3, ["A", "B", "C"], code=f"c{n}") for n in range(len(ballots))]
    tallies = [(contest, a_tally(contest, counted)) for contest, counted in zip(contests, ballots, strict=True)]
    return settle_in_turn(tallies, RULES_2002, lots)


CLEAR, TIED_AB, TIED_AC = {"A": 9, "B": 5}, {"A": 9, "B": 9}, {"A": 9, "C": 9}


def kinds(made: Sequence[Settlement | LotRequired]) -> list[str]:
    return ["lot" if isinstance(each, LotRequired) else "settled" for each in made]


@pytest.mark.rule("R-155")
def test_a_contest_without_a_tie_uses_no_lot_and_a_lot_that_is_lacking_stops_no_other_contest() -> None:
    ballots = [CLEAR, TIED_AB, CLEAR, TIED_AC]
    assert kinds(outcomes([], ballots)) == ["settled", "lot", "settled", "lot"]
    assert kinds(outcomes([Lot(AB, "A")], ballots)) == ["settled", "settled", "settled", "lot"]
    assert kinds(outcomes([Lot(AB, "A"), Lot(AC, "C")], ballots)) == ["settled"] * 4


def three_alike_then_two(lots: Sequence[GivenLot]) -> list[Settlement | LotRequired]:
    """c1: five seats, A, B, C alike, so one seat each and two lots for the two that are left. c2: A and B alike."""
    three, two = a_contest(5, ["A", "B", "C"], code="c1"), a_contest(3, ["A", "B", "C"], code="c2")
    tallies = [(three, a_tally(three, {"A": 9, "B": 9, "C": 9})), (two, a_tally(two, TIED_AB))]
    return settle_in_turn(tallies, RULES_2002, lots)


ABC_TO_C = Lot(("A", "B", "C"), "C")


@pytest.mark.rule("R-3", "R-155")
def test_a_lot_of_one_contest_is_never_taken_for_anothers() -> None:
    """c1 still lacks a lot between A and B; one drawn for c2 must not decide a seat there, however many are given."""
    for lots in ([ABC_TO_C, Lot(AB, "B")], [ABC_TO_C, Lot(AB, "B"), Lot(AB, "B")]):
        with pytest.raises(LotAmbiguous) as refused:
            three_alike_then_two(lots)
        assert (refused.value.contest, refused.value.other) == ("c1", "c2")
    made = three_alike_then_two([ABC_TO_C, ContestLot("c2", Lot(AB, "B"))])
    assert kinds(made) == ["lot", "settled"]


@pytest.mark.rule("R-3", "R-155")
def test_lots_that_name_their_contest_are_used_there_in_any_order() -> None:
    lots = [ContestLot("c2", Lot(AB, "B")), ContestLot("c1", ABC_TO_C), ContestLot("c1", Lot(AB, "A"))]
    first, second = three_alike_then_two(lots)
    assert isinstance(first, Settlement)
    assert isinstance(second, Settlement)
    assert (first.lots, second.lots) == ((ABC_TO_C, Lot(AB, "A")), (Lot(AB, "B"),))


@pytest.mark.rule("R-155")
def test_a_lot_for_a_contest_that_is_not_there_is_refused() -> None:
    with pytest.raises(LotNotNeeded):
        three_alike_then_two([ContestLot("c3", Lot(AB, "A"))])


@pytest.mark.rule("R-155")
def test_a_lot_that_fits_no_tie_or_is_left_over_is_refused() -> None:
    with pytest.raises(LotDoesNotFit):
        outcomes([Lot(AC, "A")], [TIED_AB, TIED_AC])
    with pytest.raises(LotNotNeeded):
        outcomes([Lot(AB, "A")], [CLEAR, CLEAR])
    with pytest.raises(LotNotNeeded):
        outcomes([Lot(AB, "A"), Lot(AB, "A")], [TIED_AB, CLEAR])


def test_a_fault_in_any_of_the_files_is_told_with_its_name(tmp_path: Path) -> None:
    counts = second_count("fana", A=9, B=5) + second_count("arna", A=9, B=5)
    setup, tall, sedler = files(tmp_path, counts, ["fana,1,1,A,9,"])
    fault = fault_in(lambda: settle_files(setup, tall, sedler, ()))
    assert (fault.file, fault.problem) == ("sedler.csv", Problem.MARK_UNKNOWN_POSITION)
    written(tall, rows(COUNTS_HEADING, "fana,2,FO,,list:A,-3"))
    assert fault_in(lambda: settle_files(setup, tall, sedler, ())).file == "tall.csv"
    written(setup, b"{}")
    assert fault_in(lambda: settle_files(setup, tall, sedler, ())).file == "oppsett.json"


def test_more_rows_than_ballots_stop_the_settlement(tmp_path: Path) -> None:
    counts = second_count("fana", A=1, B=5) + second_count("arna", A=9, B=5)
    with pytest.raises(InputFault) as caught:
        settle_files(*files(tmp_path, counts, ["fana,1,1,A,1,", "fana,1,2,A,1,"]), ())
    assert dict(caught.value.facts) == {"contest": "fana", "rows": 2, "ballots": 1}
