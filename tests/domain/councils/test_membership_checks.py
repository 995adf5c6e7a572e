"""What cannot be recorded: each refusal with the rule it would break and the facts."""

import pytest

from app.core.errors import DomainError
from app.councils.domain.history import Membership
from app.councils.domain.membership import Cause, Role
from app.councils.domain.membership_checks import require_possible
from app.councils.domain.membership_refusals import (
    InTwoRanks,
    InTwoRoles,
    InTwoSeats,
    LeavesOverlap,
    LeaveWithoutOffice,
    MemberAndDeputy,
    NoSuchSeat,
    OutsideTerm,
    RankTaken,
    RoleTaken,
    RoleWithoutSeat,
    SeatTaken,
    SubstituteWithoutLeave,
)
from tests.domain.councils.councils import ANNE, BERIT, CARL, TERM, day, deputy, leave, membership, role, seat

ANNES = seat(ANNE, "2020-01-01", "2022-03-01")


def refuse(spells: Membership) -> DomainError | None:
    """What is refused, or None."""
    try:
        require_possible(spells, 15, TERM)
    except DomainError as refused:
        return refused
    return None


@pytest.mark.rule("R-262")
@pytest.mark.parametrize(
    "spells",
    [
        membership(ANNES, seat(BERIT, "2022-03-01")),
        membership(ANNES, seat(ANNE, "2023-02-01")),
        membership(ANNES, seat(ANNE, "2022-03-01", number=2)),
        membership(deputy(ANNE, 1, "2020-01-01", "2021-01-01"), seat(ANNE, "2021-01-01", cause=Cause.MOVED_UP)),
        membership(deputy(ANNE, 1, "2020-01-01", "2021-01-01"), deputy(ANNE, 3, "2022-01-01")),
        membership(deputy(ANNE, 1, "2020-01-01"), deputy(BERIT, 1, "2020-01-01", list_code="B")),
        membership(
            seat(ANNE, "2020-01-01"),
            leave(ANNE, "2021-01-01", "2021-07-01"),
            deputy(BERIT, 1, "2020-01-01"),
            seat(BERIT, "2021-02-01", "2021-07-01", cause=Cause.SUBSTITUTE),
        ),
        membership(ANNES, seat(ANNE, "2022-03-01", number=2), role(ANNE, Role.CHAIR, "2021-01-01", "2023-01-01")),
        membership(seat(ANNE, "2020-01-01", "2024-01-01"), role(ANNE, Role.CHAIR, "2021-01-01")),
        membership(deputy(ANNE, 1, "2020-01-01"), leave(ANNE, "2021-01-01", "2021-02-01")),
    ],
    ids=[
        "one follows another",
        "a second spell after a gap",
        "from one seat to another on the same day",
        "a deputy who moves up",
        "a deputy who served twice",
        "first deputy of two lists",
        "a deputy who is substitute while the holder is on leave",
        "a chair who changes seat",
        "a spell to the end of the term covers an office that lasts",
        "a deputy on leave",
    ],
)
def test_what_can_be(spells: Membership) -> None:
    assert refuse(spells) is None


@pytest.mark.rule("R-262")
def test_two_cannot_hold_one_seat_on_the_same_day() -> None:
    """Anne's last day is 28 February; Berit is said to begin that day."""
    berits = seat(BERIT, "2022-02-28")
    assert refuse(membership(berits, ANNES)) == SeatTaken(ANNES, berits)


@pytest.mark.rule("R-262")
def test_a_person_cannot_hold_two_seats_of_a_council() -> None:
    second = seat(ANNE, "2021-05-01", number=2)
    assert refuse(membership(ANNES, second)) == InTwoSeats(ANNES, second)


@pytest.mark.rule("R-262")
@pytest.mark.parametrize(
    ("begins", "ends"),
    [("2019-12-31", None), ("2023-12-01", "2024-01-02"), ("2022-05-01", "2022-05-01"), ("2022-05-02", "2022-05-01")],
    ids=["begins before", "ends after", "no day at all", "ends before it begins"],
)
def test_a_spell_lies_within_its_term(begins: str, ends: str | None) -> None:
    ends_on = day(ends) if ends else None
    expected = OutsideTerm(ANNE, day(begins), ends_on, TERM.from_on, TERM.to_on)
    assert refuse(membership(seat(ANNE, begins, ends))) == expected
    assert refuse(membership(deputy(ANNE, 1, begins, ends))) == expected


@pytest.mark.rule("R-262")
@pytest.mark.parametrize("number", [0, 16])
def test_there_are_only_as_many_seats_as_the_council_has(number: int) -> None:
    assert refuse(membership(seat(ANNE, "2020-01-01", number=number))) == NoSuchSeat(number, 15)


@pytest.mark.rule("R-262")
def test_a_deputy_has_one_number_and_a_number_one_deputy() -> None:
    first, other_rank = deputy(ANNE, 1, "2020-01-01"), deputy(ANNE, 2, "2021-01-01", list_code="B")
    assert refuse(membership(first, other_rank)) == InTwoRanks(first, other_rank)
    other_person = deputy(BERIT, 1, "2021-01-01")
    assert refuse(membership(first, other_person)) == RankTaken(first, other_person)


@pytest.mark.rule("R-262")
def test_a_member_is_not_a_deputy_in_the_same_council() -> None:
    moved_up, still_deputy = seat(ANNE, "2021-01-01", cause=Cause.MOVED_UP), deputy(ANNE, 1, "2020-01-01")
    assert refuse(membership(moved_up, still_deputy)) == MemberAndDeputy(moved_up, still_deputy)


@pytest.mark.rule("R-256")
@pytest.mark.parametrize(
    ("begins", "ends"), [("2020-12-31", "2021-03-01"), ("2021-02-01", "2021-07-02"), ("2021-02-01", None)]
)
def test_a_substitute_sits_only_while_the_holder_is_on_leave(begins: str, ends: str | None) -> None:
    """The leave is from 1 January up to and with 30 June 2021."""
    substitute = seat(BERIT, begins, ends, cause=Cause.SUBSTITUTE)
    spells = membership(seat(ANNE, "2020-01-01"), leave(ANNE, "2021-01-01", "2021-07-01"), substitute)
    assert refuse(spells) == SubstituteWithoutLeave(substitute)


@pytest.mark.rule("R-256")
def test_a_leave_from_another_seat_lets_nobody_sit_in_this_one() -> None:
    """Anne of seat 1 is on leave; Carl of seat 2 is not, and Berit would sit in seat 2."""
    substitute = seat(BERIT, "2021-02-01", "2021-03-01", number=2, cause=Cause.SUBSTITUTE)
    sitting = (seat(ANNE, "2020-01-01"), seat(CARL, "2020-01-01", number=2))
    spells = membership(*sitting, leave(ANNE, "2021-01-01", "2021-07-01"), substitute)
    assert refuse(spells) == SubstituteWithoutLeave(substitute)


@pytest.mark.rule("R-259")
def test_an_office_has_one_holder_and_a_holder_one_office() -> None:
    sitting = (seat(ANNE, "2020-01-01"), seat(BERIT, "2020-01-01", number=2))
    chair, second = role(ANNE, Role.CHAIR, "2020-01-01"), role(BERIT, Role.CHAIR, "2021-01-01")
    assert refuse(membership(*sitting, chair, second)) == RoleTaken(Role.CHAIR, chair, second)
    both = role(ANNE, Role.DEPUTY_CHAIR, "2021-01-01")
    assert refuse(membership(*sitting, chair, both)) == InTwoRoles(chair, both)


@pytest.mark.rule("R-259")
def test_one_who_leaves_for_good_leaves_the_office_too() -> None:
    chair = role(ANNE, Role.CHAIR, "2020-01-01")
    assert refuse(membership(ANNES, chair)) == RoleWithoutSeat(chair)


@pytest.mark.rule("R-253")
def test_a_leave_is_from_an_office_and_one_at_a_time() -> None:
    first, second = leave(ANNE, "2021-01-01", "2021-03-01"), leave(ANNE, "2021-02-01", "2021-04-01")
    assert refuse(membership(ANNES, first, second)) == LeavesOverlap(first, second)
    beyond = leave(ANNE, "2022-01-01", "2022-03-02")
    assert refuse(membership(ANNES, beyond)) == LeaveWithoutOffice(beyond)
