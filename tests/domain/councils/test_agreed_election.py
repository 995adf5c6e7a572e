"""Agreed election: unanimous twice, as many names as seats, the whole body balanced."""

from dataclasses import replace

import pytest

from app.councils.domain.agreed_election import Nomination, Nominee, Obstacle, Unanimity, obstacles
from app.councils.domain.gender import Gender

pytestmark = pytest.mark.rule("R-229")


def nominees(sexes: str, groups: str, first_id: int = 1) -> tuple[Nominee, ...]:
    """One nominee for each letter: sex K or M, group A, B …"""
    return tuple(
        Nominee(first_id + n, f"{group}{n}", Gender.FEMALE if sex == "K" else Gender.MALE, group)
        for n, (sex, group) in enumerate(zip(sexes, groups, strict=True))
    )


IN_ORDER = Nomination(nominees("KMKMM", "AAABB"), nominees("KMKMKMKMK", "AAAAABBBB", 100))
"""Five seats: A has three members and may have five deputies, B two and may have four."""


def found(
    nomination: Nomination, seats: int = 5, unanimity: Unanimity | None = None
) -> list[tuple[str, str, int, int]]:
    return [(each.obstacle, each.concerns, each.number, each.limit) for each in obstacles(nomination, seats, unanimity)]


def test_a_nomination_in_order_is_adopted_by_two_unanimous_votes() -> None:
    assert found(IN_ORDER, unanimity=Unanimity(on_method=True, on_nomination=True)) == []


def test_one_vote_against_either_is_enough_to_stop_it() -> None:
    assert found(IN_ORDER, unanimity=Unanimity(on_method=False, on_nomination=False)) == [
        (Obstacle.METHOD_NOT_UNANIMOUS, "", 0, 0),
        (Obstacle.NOMINATION_NOT_UNANIMOUS, "", 0, 0),
    ]


@pytest.mark.parametrize("seats", [4, 6])
def test_there_are_exactly_as_many_names_as_seats(seats: int) -> None:
    assert found(IN_ORDER, seats) == [(Obstacle.NOT_AS_MANY_NAMES_AS_SEATS, "", 5, seats)]


def test_each_name_has_its_group() -> None:
    nomination = replace(IN_ORDER, members=nominees("KMKMM", "AA BB"), deputies=())
    assert found(nomination) == [(Obstacle.GROUP_NOT_STATED, " 2", 0, 0)]


def test_nobody_is_both_member_and_deputy() -> None:
    nomination = replace(IN_ORDER, deputies=nominees("KM", "AA", first_id=1))
    assert found(nomination) == [(Obstacle.NAME_TWICE, "A0", 2, 1), (Obstacle.NAME_TWICE, "A1", 2, 1)]


def test_a_group_has_at_most_two_more_deputies_than_members() -> None:
    """B has two members: four deputies are allowed, five are not."""
    nomination = replace(IN_ORDER, deputies=nominees("KMKMK", "BBBBB", 100))
    assert found(nomination) == [(Obstacle.TOO_MANY_DEPUTIES, "B", 5, 4)]


def test_a_group_without_members_has_no_deputies() -> None:
    nomination = replace(IN_ORDER, deputies=nominees("KM", "CC", 100))
    assert found(nomination) == [(Obstacle.DEPUTIES_WITHOUT_MEMBER, "C", 2, 0)]


def test_the_whole_body_is_balanced_and_not_each_group() -> None:
    """A: three women. B: two men. Three and two of five: enough of each."""
    assert found(Nomination(nominees("KKKMM", "AAABB"))) == []


@pytest.mark.parametrize(
    ("sexes", "number", "minimum"),
    [("KMMMM", 1, 2), ("KKKMMMMM", 3, 4), ("KKKKKMMMMMMMM", 5, 6), ("MM", 0, 1), ("MMM", 0, 1)],
)
def test_too_few_women_in_the_body(sexes: str, number: int, minimum: int) -> None:
    nomination = Nomination(nominees(sexes, "A" * len(sexes)))
    assert found(nomination, len(sexes)) == [(Obstacle.TOO_FEW_MEMBERS_OF_ONE_SEX, "f", number, minimum)]


def test_the_deputies_are_balanced_by_the_same_procedure() -> None:
    """Four women and one man among five deputies: two men are needed."""
    nomination = replace(IN_ORDER, deputies=nominees("KKKKM", "AAAAA", 100))
    assert found(nomination) == [(Obstacle.TOO_FEW_DEPUTIES_OF_ONE_SEX, "m", 1, 2)]
