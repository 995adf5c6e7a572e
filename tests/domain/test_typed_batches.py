"""How a bundle goes from sheet to approval, who may do what to it, and where two clerks differ."""

import pytest

from app.elections.domain.states import MoveNotAllowed
from app.elections.domain.typed_batches import (
    BATCH_MOVES,
    FIRST,
    SECOND,
    BatchSizeWrong,
    BatchState,
    LinesNotDone,
    NotToBeTyped,
    OwnControl,
    ballot_code,
    batch_moves,
    differences,
    next_batch_code,
    require_another,
    require_done,
    require_size,
    settled_lines,
    turn_of,
)
from app.elections.domain.typed_lines import LineReader, TypedLine
from tests.builders import a_contest

READER = LineReader(a_contest(), "A")


def lines(*typed: str) -> list[TypedLine]:
    return [READER.read(line) for line in typed]


@pytest.mark.rule("R-115")
@pytest.mark.parametrize("before", BatchState)
@pytest.mark.parametrize("after", BatchState)
def test_a_bundle_moves_as_the_table_says_and_in_no_other_way(before: BatchState, after: BatchState) -> None:
    """Approval comes only after agreement; what is handed in is never withdrawn, only reopened."""
    allowed = {
        ("registered", "entered_once"),
        ("registered", "withdrawn"),
        ("entered_once", "differs"),
        ("entered_once", "agreed"),
        ("entered_once", "reopened"),
        ("differs", "agreed"),
        ("differs", "reopened"),
        ("agreed", "approved"),
        ("agreed", "reopened"),
        ("approved", "reopened"),
        ("reopened", "entered_once"),
        ("reopened", "withdrawn"),
    }
    assert set(BATCH_MOVES) == set(BatchState)
    if (before, after) in allowed:
        assert batch_moves(before, after) is after
    else:
        with pytest.raises(MoveNotAllowed):
            batch_moves(before, after)


@pytest.mark.rule("R-115")
@pytest.mark.parametrize("state", BatchState)
def test_a_bundle_is_typed_twice_and_then_no_more(state: BatchState) -> None:
    turns = {BatchState.REGISTERED: FIRST, BatchState.REOPENED: FIRST, BatchState.ENTERED_ONCE: SECOND}
    if state in turns:
        assert turn_of(state) == turns[state]
    else:
        with pytest.raises(NotToBeTyped):
            turn_of(state)


@pytest.mark.rule("R-115")
def test_nobody_controls_their_own_work_however_the_address_is_written() -> None:
    require_another("per@bergen.example", {"kari@bergen.example"})
    with pytest.raises(OwnControl):
        require_another("Kari@bergen.example", {"kari@bergen.example", "per@bergen.example"})


@pytest.mark.parametrize(("ballots", "allowed"), [(0, False), (1, True), (200, True), (201, False), (-3, False)])
def test_a_bundle_has_from_1_to_200_ballots(ballots: int, allowed: bool) -> None:
    if allowed:
        assert require_size(ballots) == ballots
    else:
        with pytest.raises(BatchSizeWrong):
            require_size(ballots)


def test_every_line_that_is_empty_or_cannot_be_used_is_told_at_once() -> None:
    with pytest.raises(LinesNotDone) as refused:
        require_done(lines("1", "", "13", "-"))
    assert refused.value.numbers == (2, 3)


@pytest.mark.rule("R-110", "R-114", "R-115")
@pytest.mark.parametrize(
    ("first", "second", "differ"),
    [
        pytest.param("1 4", "4 1", False, id="boxes have no order"),
        pytest.param("1 B3", "B3 1", False, id="marks and names may be mixed"),
        pytest.param("B3 C1", "C1 B3", True, id="names count in the order written"),
        pytest.param("1 4", "1 4 7", True, id="a mark forgotten"),
        pytest.param("4", "4 4", True, id="a mark typed twice"),
        pytest.param("-", "x", True, id="no change is not the same as no ballot"),
        pytest.param("?", "-", True, id="a name nobody can read is a change"),
    ],
)
def test_two_lines_differ_when_they_say_different_things(first: str, second: str, differ: bool) -> None:
    assert bool(differences(lines(first), lines(second))) is differ


@pytest.mark.rule("R-115")
def test_a_ballot_that_only_one_of_them_has_differs() -> None:
    """The second clerk found a third ballot."""
    found = differences(lines("1", "2"), lines("1", "2", "5"))
    assert [(each.number, each.second.marks) for each in found] == [(3, (5,))]


@pytest.mark.rule("R-115")
def test_the_bundle_holds_what_both_typed_and_what_the_paper_was_found_to_say() -> None:
    """Ballot 2 differs, and the paper says a third thing: 2 9."""
    first, second = lines("1", "2 3", "B4"), lines("1", "2 8", "B4")
    assert settled_lines(first, second, {}) is None
    assert settled_lines(first, second, {2: READER.read("2 9")}) == tuple(lines("1", "2 9", "B4"))


def test_bundles_and_ballots_are_numbered_so_that_texts_stand_in_order() -> None:
    assert [ballot_code(number) for number in (7, 60, 200)] == ["007", "060", "200"]
    assert next_batch_code([]) == "001"
    assert next_batch_code(["001", "12", "skanner-40"]) == "013"
