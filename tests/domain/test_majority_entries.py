"""Ballots typed as lines: read, written in one form, compared between two who typed them, and ruled on."""

import pytest

from app.elections.domain.majority_ballots import MajorityBallot
from app.elections.domain.majority_entries import (
    NameRuling,
    Ruling,
    TypedBatch,
    agreed,
    differing,
    ruled,
    typed_ballots,
    written,
)


@pytest.mark.rule("R-181")
@pytest.mark.parametrize(
    ("line", "ballot"),
    [
        ("Kari Lie; Ola Vik", MajorityBallot(("Kari Lie", "Ola Vik"))),
        ("  Kari   Lie ;Ola Vik;", MajorityBallot(("Kari Lie", "Ola Vik"))),
        ("Kari Lie | Per Dal", MajorityBallot(("Kari Lie",), ("Per Dal",))),
        ("Kari Lie; ? | ?", MajorityBallot(("Kari Lie", None), (None,))),
        ("| Per Dal", MajorityBallot((), ("Per Dal",))),
        ("Kari Lie |", MajorityBallot(("Kari Lie",), ())),
    ],
    ids=["members", "spaces", "deputies apart", "unreadable", "deputies only", "no deputies named"],
)
def test_a_line_is_a_ballot_and_is_read_again_as_the_same(line: str, ballot: MajorityBallot) -> None:
    assert typed_ballots(line) == (ballot,)
    assert typed_ballots(written([ballot])) == (ballot,)


@pytest.mark.rule("R-115")
@pytest.mark.parametrize(
    ("entries", "text"),
    [
        ((), None),
        ((("anne", "A"),), None),
        ((("anne", "A"), ("anne", "A")), None),
        ((("anne", "A"), ("berit", "B")), None),
        ((("anne", "A"), ("berit", "A")), "A"),
        ((("anne", "A"), ("berit", "B"), ("anne", "B")), "B"),
        ((("anne", "A"), ("berit", "B"), ("cato", "A")), "A"),
    ],
    ids=["none", "once", "one person twice", "differ", "alike", "corrected", "a third decides"],
)
def test_two_people_must_have_typed_the_same(entries: tuple[tuple[str, str], ...], text: str | None) -> None:
    assert agreed([TypedBatch(*each) for each in entries]) == text


@pytest.mark.rule("R-115")
def test_the_ballots_that_differ_are_told_by_number() -> None:
    """Ballot 2 is read in two ways, and one has typed a fourth."""
    one, other = TypedBatch("anne", "A\nB\nC"), TypedBatch("berit", "A\nX\nC\nD")
    assert differing([one, other]) == (2, 4)
    assert differing([one]) == ()
    assert differing([other, TypedBatch("berit", "A\nB\nC"), one]) == ()


@pytest.mark.rule("R-181")
def test_a_name_is_who_the_board_says_it_is() -> None:
    ballots = typed_ballots("Kari Li; Ola Vik | K")
    read, ineligible = ruled(
        ballots,
        {
            "Kari Li": NameRuling(Ruling.SAME_AS, "Kari Lie"),
            "Ola Vik": NameRuling(Ruling.INELIGIBLE),
            "K": NameRuling(Ruling.UNCLEAR),
            "Per Dal": NameRuling(Ruling.AS_WRITTEN),
        },
    )
    assert read == (MajorityBallot(("Kari Lie", "Ola Vik"), (None,)),)
    assert ineligible == {"Ola Vik"}
