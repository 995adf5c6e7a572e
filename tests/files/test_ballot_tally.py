"""Ballots added up many at a time, at the edges of what is done fast: each tally can be counted by hand."""

from collections.abc import Sequence

import pytest

from app.core.input_files.faults import Unfit
from app.elections.domain.ballots import Disregarded
from app.elections.domain.tally import Tally, WriteInCount
from app.elections.files import ballot_tally
from app.elections.files.ballot_tally import BallotTally, PlainMarks
from app.elections.files.faults import Problem
from tests.builders import RULES_2002, a_contest


def tally_of(marks: Sequence[str], write_ins: Sequence[str], candidates: int = 12) -> Tally:
    """The tally of list A's ballots, taken at once."""
    ballots = BallotTally(a_contest(candidates=candidates), RULES_2002)
    ballots.take("A", marks, write_ins)
    return ballots.tally({"A": len(marks)})


@pytest.mark.rule("R-110")
def test_marks_far_down_a_long_list_count_like_the_others() -> None:
    """Ballots mark 1 and 255, 255 and 256, 300: position 255 has two votes, the others one each."""
    marks = tally_of(["1 255", "255 256", "300"], ["", "", ""], candidates=300).lists[0].marks
    assert {position: votes for position, votes in enumerate(marks, 1) if votes} == {1: 1, 255: 2, 256: 1, 300: 1}


@pytest.mark.rule("R-110")
def test_more_votes_for_one_candidate_than_sixteen_bits_hold_spill_over_to_nobody() -> None:
    """70 000 ballots mark position 1 and 3: nobody stands in between with a vote."""
    assert tally_of(["1 3"] * 70_000, [""] * 70_000).lists[0].marks[:4] == (70_000, 0, 70_000, 0)


@pytest.mark.rule("R-110")
@pytest.mark.parametrize("repeated", ["2 2", "2 2 2", "2 2 2 2"])
def test_a_mark_given_several_times_is_one_however_often(repeated: str) -> None:
    """One ballot marks position 2 again and again, another marks 2 and 3."""
    tally = tally_of([repeated, "2 3"], ["", ""])
    assert tally.lists[0].marks[:4] == (0, 2, 1, 0)
    assert tally.disregarded == ((Disregarded.MARK_REPEATED, repeated.count("2") - 1),)


@pytest.mark.parametrize("wrong", ["0", "13", "1 13", "01", "A"])
def test_a_mark_that_cannot_be_is_refused_among_many(wrong: str) -> None:
    with pytest.raises(Unfit) as refusal:
        tally_of(["1", wrong, "2"], ["", "", ""])
    assert refusal.value.problem in {Problem.MARK_UNKNOWN_POSITION, Problem.MARK_MALFORMED}


@pytest.mark.rule("R-114")
def test_odd_ballots_among_many_are_read_alone_and_the_rest_still_count() -> None:
    """Four ballots: a name twice, a name of their own list beside a good one, an odd mark, and one that is plain.

    B:1 counts once on each of the four; the marks for position 1 are those of the first and the third.
    """
    tally = tally_of(["1", "", "1 1", "2"], ["B:1 B:1", "A:3 B:1", "B:1", "B:1"])
    assert tally.write_ins == (WriteInCount("A", "B", 1, 4),)
    assert tally.lists[0].marks[:2] == (2, 1)
    assert tally.changed_ballots == 4
    assert dict(tally.disregarded) == {
        Disregarded.MARK_REPEATED: 1,
        Disregarded.WRITE_IN_REPEATED: 1,
        Disregarded.WRITE_IN_OWN_LIST: 1,
    }


def test_ballots_without_marks_or_names_are_counted_but_not_as_changed() -> None:
    """Five ballots: one with a mark, one with a name, one with both, two as they were printed."""
    tally = tally_of(["1", "", "1", "", ""], ["", "B:1", "B:1", "", ""])
    assert tally.changed_ballots == 3


def test_marks_once_forgotten_are_learned_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two texts may be remembered, and three are read: all are forgotten before the next ballots."""
    monkeypatch.setattr(ballot_tally, "MOST_REMEMBERED", 2)
    plain = PlainMarks()
    assert plain.votes(["1", "2", "1 2"]) == {1: 2, 2: 2}
    assert plain.votes(["1 2", "3", "1"]) == {1: 2, 2: 1, 3: 1}


def test_contests_may_share_what_is_known_of_marks_whatever_the_length_of_their_lists() -> None:
    """Position 5 is plain where the list has 12 candidates, and refused where it has 3."""
    plain = PlainMarks()
    BallotTally(a_contest(candidates=12), RULES_2002, marks=plain).take("A", ["5"], [""])
    with pytest.raises(Unfit) as refusal:
        BallotTally(a_contest(candidates=3), RULES_2002, marks=plain).take("A", ["5"], [""])
    assert refusal.value.problem is Problem.MARK_UNKNOWN_POSITION
