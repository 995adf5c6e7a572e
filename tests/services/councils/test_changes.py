"""What happens to members and deputies in the term, through the database: each row of R-256, and what surrounds it.

Seats are told as "Ada Dag Bo Eva Cara", seat 1 to 5; "–" is empty, and in brackets stands who sits for the holder.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from functools import partial
from threading import Barrier

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.audit.models import AuditEvent
from app.core.database import db, transaction
from app.core.errors import DomainError
from app.councils.domain.carrying_out import NotOnLeave, SuspendedAlready
from app.councils.domain.change_states import ChangeCannotMove, ChangeState
from app.councils.domain.choices import (
    AnswerMissing,
    MustBeTaken,
    NamedAndOpen,
    NobodyNamed,
    NothingFollows,
    NotInTurn,
)
from app.councils.domain.correcting import ReasonMissing
from app.councils.domain.deciding import CaseNumberMissing
from app.councils.domain.entry_book import BeganThatDay
from app.councils.domain.events import (
    ChangesParty,
    DeputiesRunShort,
    GoesOnLeave,
    IsSuspended,
    LeavesBecause,
    LeavesForGood,
    LeavesOffice,
    MovesBack,
    MovesOut,
    OfficeIsVacant,
    SeatIsVacant,
    WantsBack,
)
from app.councils.domain.gender import Gender
from app.councils.domain.gender_balance import GenderBalanceBroken
from app.councils.domain.membership import Cause, EndCause, Role
from app.councils.domain.membership_refusals import InTwoSeats, LeavesOverlap, RoleWithoutSeat
from app.councils.domain.proposals import Decider, Reason, Step
from app.councils.domain.sitting_council import NotInCouncil, Settings
from app.councils.domain.step_taking import NeverMovedOut
from app.councils.domain.succession import OfficeIsHeld, SeatIsHeld
from app.councils.in_term.change_document import read_choices, read_event
from app.councils.in_term.services.changes import decide_change, withdraw_change
from app.councils.membership_models import MembershipChange
from app.councils.refusals import DayOutsideTerm, ProposalOutdated, UnknownPerson
from tests.councils_in_term import (
    BY_LAW,
    ELECTED,
    LEAVE_OUT,
    SECRETARY,
    WAIT,
    Fana,
    a_moment,
    facts,
    fana,
)

DIED = LeavesBecause.DIED
SPRING_2022, AUTUMN_2023 = "2022-03-01", "2023-08-01"
"""Before and after the act was amended on 1 July 2023."""


def refused(council: Fana, kind: type[DomainError], act: Callable[[], object]) -> DomainError:
    """The refusal; and nothing at all is stored by what was refused."""
    rows, acts = council.rows(), council.acts()
    with pytest.raises(kind) as caught:
        act()
    council.session.rollback()
    assert (council.rows(), council.acts()) == (rows, acts)
    assert isinstance(caught.value, DomainError)
    return caught.value


# R-256, row 1 and 2: a member leaves


@pytest.mark.rule("R-256", "R-260")
def test_from_july_2023_the_first_deputy_of_the_list_moves_up_in_an_elected_council(session: Session) -> None:
    """Bo of seat 3 leaves; Finn is deputy number 1 of Ap and keeps the list that won the seat."""
    council = fana(session, ELECTED)
    after = council.happens(LeavesForGood(council.id("Bo"), DIED), AUTUMN_2023, BY_LAW, LEAVE_OUT)
    assert council.seats("2023-07-31") == "Ada Dag Bo Eva Cara"
    assert council.seats("2023-08-01") == "Ada Dag Finn Eva Cara"
    assert council.deputies("2023-07-31") == "1.Finn 2.Gro"
    assert council.deputies("2023-08-01") == "2.Gro"
    [entered] = [each for each in after.seats if each.person_id == council.id("Finn")]
    assert (entered.cause, entered.list_code, entered.legal_basis) == (
        Cause.MOVED_UP,
        "Ap",
        "kommuneloven (2018) § 7-10 (2)",
    )
    [was_deputy] = [each for each in after.deputies if each.person_id == council.id("Finn")]
    assert (was_deputy.to_on, was_deputy.end_cause) == (date(2023, 8, 1), EndCause.MOVED_UP)
    [left] = [each for each in after.seats if each.person_id == council.id("Bo")]
    assert (left.to_on, left.end_cause) == (date(2023, 8, 1), EndCause.DIED)


@pytest.mark.rule("R-256")
def test_before_july_2023_a_new_member_is_elected_also_in_an_elected_council(session: Session) -> None:
    council = fana(session, ELECTED)
    after = council.happens(LeavesForGood(council.id("Bo"), DIED), SPRING_2022, council.named("Jon"))
    assert council.seats("2022-03-01") == "Ada Dag Jon Eva Cara"
    assert council.deputies("2022-03-01") == "1.Finn 2.Gro"
    [entered] = [each for each in after.seats if each.person_id == council.id("Jon")]
    assert (entered.cause, entered.list_code, entered.decision_reference) == (Cause.NEW_ELECTION, "Ap", "2022/55")


@pytest.mark.rule("R-256")
@pytest.mark.parametrize("on", [SPRING_2022, AUTUMN_2023])
def test_in_an_appointed_council_a_new_member_is_elected_and_no_deputy_moves_up(session: Session, on: str) -> None:
    council = fana(session)
    council.happens(LeavesForGood(council.id("Bo"), LeavesBecause.RELEASED), on, council.named("Jon"))
    assert council.seats(on) == "Ada Dag Jon Eva Cara"
    assert council.deputies(on) == "1.Finn 2.Gro"


@pytest.mark.rule("R-256")
def test_a_deputy_can_be_elected_member_and_is_then_deputy_no_more(session: Session) -> None:
    council = fana(session)
    council.happens(LeavesForGood(council.id("Bo"), DIED), SPRING_2022, council.named("Finn"))
    assert (council.seats(SPRING_2022), council.deputies(SPRING_2022)) == ("Ada Dag Finn Eva Cara", "2.Gro")


@pytest.mark.rule("R-212", "R-260")
def test_where_the_list_has_no_deputy_the_next_candidate_enters_by_a_new_settlement(session: Session) -> None:
    """Ada, Bo and Cara sit, so Ida is the next of the list."""
    council = fana(session, ELECTED, deputies=("", "Hans"), candidates="Ada Bo Cara Ida Jon")
    after = council.happens(LeavesForGood(council.id("Bo"), DIED), AUTUMN_2023, council.named("Ida"))
    assert council.seats(AUTUMN_2023) == "Ada Dag Ida Eva Cara"
    assert [each.cause for each in after.seats if each.person_id == council.id("Ida")] == [Cause.NEW_SETTLEMENT]


@pytest.mark.rule("R-212")
def test_a_candidate_is_passed_over_in_a_new_settlement_only_when_it_is_said_why(session: Session) -> None:
    council = fana(session, ELECTED, deputies=("", "Hans"), candidates="Ada Bo Cara Ida Jon")
    change = council.propose(LeavesForGood(council.id("Bo"), DIED), AUTUMN_2023)
    refusal = refused(council, NotInTurn, lambda: council.decide(change, [council.named("Jon")]))
    assert isinstance(refusal, NotInTurn)
    assert (refusal.person_id, refusal.first_person_id) == (council.id("Jon"), council.id("Ida"))
    council.decide(change, [council.named("Jon", exception="Ida har flyttet fra kommunen")])
    assert council.seats(AUTUMN_2023) == "Ada Dag Jon Eva Cara"


@pytest.mark.rule("R-212", "R-250")
def test_one_who_has_left_for_good_is_not_next_on_the_list(session: Session) -> None:
    """Bo dies and Ida enters; when Cara dies too, Jon is next, and not Bo who stands before him on the list."""
    council = fana(session, ELECTED, deputies=("", "Hans"), candidates="Ada Bo Cara Ida Jon")
    council.happens(LeavesForGood(council.id("Bo"), DIED), AUTUMN_2023, council.named("Ida"))
    council.happens(LeavesForGood(council.id("Cara"), DIED), "2023-09-01", council.named("Jon"))
    assert council.seats("2023-09-01") == "Ada Dag Ida Eva Jon"


@pytest.mark.rule("R-212", "R-213")
def test_an_exhausted_list_has_a_person_named_or_the_place_stays_empty(session: Session) -> None:
    council = fana(session, ELECTED, deputies=("", "Hans"), candidates="Ada Bo Cara")
    change = council.propose(LeavesForGood(council.id("Bo"), DIED), AUTUMN_2023)
    refused(council, NamedAndOpen, lambda: council.decide(change, [council.named("Jon"), BY_LAW]))
    council.decide(change, [LEAVE_OUT, BY_LAW])
    assert council.seats(AUTUMN_2023) == "Ada Dag – Eva Cara"


@pytest.mark.rule("R-213")
def test_the_place_of_an_exhausted_list_can_go_to_another_list(session: Session) -> None:
    council = fana(session, ELECTED, deputies=("", "Hans"), candidates="Ada Bo Cara")
    change = council.propose(LeavesForGood(council.id("Bo"), DIED), AUTUMN_2023)
    after = council.decide(change, [LEAVE_OUT, council.named("Hans", group="H")])
    assert council.seats(AUTUMN_2023) == "Ada Dag Hans Eva Cara"
    assert [each.list_code for each in after.seats if each.person_id == council.id("Hans")] == ["H"]
    assert council.deputies(AUTUMN_2023, "H") == ""


# R-256, row 3 and 4: a deputy leaves, deputies run short


@pytest.mark.rule("R-256")
def test_a_deputy_who_leaves_an_elected_council_is_followed_by_the_next_candidate_as_last(session: Session) -> None:
    council = fana(session, ELECTED, candidates="Ada Bo Cara Finn Gro Ida Jon")
    council.happens(LeavesForGood(council.id("Finn"), DIED), AUTUMN_2023, council.named("Ida"))
    assert council.deputies("2023-07-31") == "1.Finn 2.Gro"
    assert council.deputies(AUTUMN_2023) == "2.Gro 3.Ida"


@pytest.mark.rule("R-256")
def test_a_deputy_who_leaves_an_appointed_council_is_followed_by_one_who_is_elected_as_last(session: Session) -> None:
    council = fana(session)
    after = council.happens(LeavesForGood(council.id("Finn"), DIED), SPRING_2022, council.named("Jon"))
    assert council.deputies(SPRING_2022) == "2.Gro 3.Jon"
    assert [each.cause for each in after.deputies if each.person_id == council.id("Jon")] == [Cause.NEW_ELECTION]


@pytest.mark.rule("R-256")
def test_too_few_deputies_of_an_appointed_council_are_added_to_by_a_supplementary_election(session: Session) -> None:
    council = fana(session)
    after = council.happens(DeputiesRunShort("H"), SPRING_2022, council.named("Ida"))
    assert council.deputies(SPRING_2022, "H") == "1.Hans 2.Ida"
    assert [each.cause for each in after.deputies if each.person_id == council.id("Ida")] == [
        Cause.SUPPLEMENTARY_ELECTION
    ]


@pytest.mark.rule("R-256")
def test_too_few_deputies_of_an_elected_council_are_added_to_by_a_new_settlement(session: Session) -> None:
    council = fana(session, ELECTED, candidates="Ada Bo Cara Finn Gro Ida Jon")
    council.happens(DeputiesRunShort("Ap"), AUTUMN_2023, council.named("Ida"))
    assert council.deputies(AUTUMN_2023) == "1.Finn 2.Gro 3.Ida"


# R-256, row 5: leave


def half_a_year(council: Fana, begins: date, ends: date | None) -> GoesOnLeave:
    return GoesOnLeave(council.id("Bo"), begins, ends, expected_long=True)


@pytest.mark.rule("R-256", "R-257")
def test_since_july_2023_the_choice_of_settemedlem_in_an_appointed_council_is_free(session: Session) -> None:
    """Gro is deputy number 2, and remains so while she sits."""
    council = fana(session)
    leave = half_a_year(council, date(2023, 7, 1), date(2023, 11, 1))
    after = council.happens(leave, "2023-07-01", council.named("Gro"), BY_LAW)
    assert council.seats("2023-06-30") == "Ada Dag Bo Eva Cara"
    assert council.seats("2023-10-31") == "Ada Dag Bo(Gro) Eva Cara"
    assert council.seats("2023-11-01") == "Ada Dag Bo Eva Cara"
    assert council.deputies("2023-08-01") == "1.Finn 2.Gro"
    assert [(each.from_on, each.to_on, each.decision_reference) for each in after.leaves] == [
        (date(2023, 7, 1), date(2023, 11, 1), "2022/55")
    ]


@pytest.mark.rule("R-256")
@pytest.mark.parametrize("kind", ["appointed", "elected"])
def test_before_july_2023_the_settemedlem_was_the_first_deputy(session: Session, kind: str) -> None:
    council = fana(session, ELECTED) if kind == "elected" else fana(session)
    change = council.propose(half_a_year(council, date(2022, 3, 1), None), SPRING_2022)
    refusal = refused(council, NotInTurn, lambda: council.decide(change, [council.named("Gro"), BY_LAW]))
    assert isinstance(refusal, NotInTurn)
    assert (refusal.step, refusal.first_person_id, refusal.rules) == (
        Step.SUBSTITUTE,
        council.id("Finn"),
        ("R-256", "R-257"),
    )
    council.decide(change, [council.named("Finn"), BY_LAW])
    assert council.seats(SPRING_2022) == "Ada Dag Bo(Finn) Eva Cara"


@pytest.mark.rule("R-256")
def test_since_july_2023_an_elected_council_has_no_settemedlem_and_deputies_attend(session: Session) -> None:
    council = fana(session, ELECTED)
    council.happens(half_a_year(council, date(2023, 8, 1), date(2023, 12, 1)), AUTUMN_2023, BY_LAW)
    assert council.seats(AUTUMN_2023) == "Ada Dag Bo Eva Cara"
    assert len(council.membership().leaves) == 1


@pytest.mark.rule("R-253", "R-256")
def test_a_leave_of_less_than_three_months_has_no_settemedlem(session: Session) -> None:
    council = fana(session)
    council.happens(GoesOnLeave(council.id("Bo"), date(2022, 3, 1), date(2022, 5, 31)), SPRING_2022, BY_LAW)
    assert council.seats(SPRING_2022) == "Ada Dag Bo Eva Cara"


@pytest.mark.rule("R-253")
def test_nobody_comes_back_before_the_leave_is_over_and_an_open_one_ends_with_its_substitute(session: Session) -> None:
    council = fana(session)
    council.happens(half_a_year(council, date(2022, 3, 1), None), SPRING_2022, council.named("Finn"), BY_LAW)
    early = WantsBack(council.id("Bo"), date(2022, 12, 1))
    refusal = refused(council, NothingFollows, lambda: council.propose(early, "2022-11-30"))
    assert refusal == NothingFollows((Reason.LEAVE_NOT_OVER,), ("R-253",))
    after = council.happens(WantsBack(council.id("Bo"), date(2022, 12, 1)), "2022-12-01")
    assert council.seats("2022-11-30") == "Ada Dag Bo(Finn) Eva Cara"
    assert council.seats("2022-12-01") == "Ada Dag Bo Eva Cara"
    assert [each.end_cause for each in after.seats if each.cause is Cause.SUBSTITUTE] == [EndCause.LEAVE_ENDED]
    again = council.propose(WantsBack(council.id("Bo"), date(2022, 12, 1)), "2023-01-01")
    refused(council, NotOnLeave, lambda: council.decide(again, []))


@pytest.mark.rule("R-253")
def test_a_second_leave_on_the_same_days_is_refused(session: Session) -> None:
    council = fana(session)
    council.happens(half_a_year(council, date(2022, 3, 1), None), SPRING_2022, LEAVE_OUT, BY_LAW)
    change = council.propose(half_a_year(council, date(2022, 6, 1), None), "2022-06-01")
    refused(council, LeavesOverlap, lambda: council.decide(change, [LEAVE_OUT, BY_LAW]))


@pytest.mark.rule("R-253", "R-256")
def test_when_the_one_on_leave_leaves_for_good_the_settemedlem_stops_too(session: Session) -> None:
    council = fana(session)
    council.happens(half_a_year(council, date(2022, 3, 1), None), SPRING_2022, council.named("Finn"), BY_LAW)
    council.happens(LeavesForGood(council.id("Bo"), DIED), "2022-09-01", council.named("Jon"))
    assert council.seats("2022-08-31") == "Ada Dag Bo(Finn) Eva Cara"
    assert council.seats("2022-09-01") == "Ada Dag Jon Eva Cara"
    assert [each.to_on for each in council.membership().leaves] == [date(2022, 9, 1)]


@pytest.mark.rule("R-253")
def test_a_deputy_on_leave_is_passed_over_and_keeps_the_number(session: Session) -> None:
    council = fana(session)
    council.happens(GoesOnLeave(council.id("Finn"), date(2022, 3, 1), date(2022, 9, 1)), SPRING_2022)
    assert council.deputies(SPRING_2022) == "1.Finn 2.Gro"
    assert [each.person_id for each in council.membership().leaves] == [council.id("Finn")]


# Moving out and back


@pytest.mark.rule("R-250", "R-252")
def test_return_after_23_months_and_the_one_who_moved_up_is_deputy_again_with_the_old_number(session: Session) -> None:
    """Bo moves out on 10 August 2023 and is back on 10 July 2025."""
    council = fana(session, ELECTED, last_day_after=date(2027, 1, 1))
    council.happens(MovesOut(council.id("Bo"), within_municipality=False), "2023-08-10", BY_LAW, LEAVE_OUT)
    assert council.seats("2023-08-10") == "Ada Dag Finn Eva Cara"
    back = MovesBack(council.id("Bo"), 3, date(2023, 8, 10))
    after = council.happens(back, "2025-07-10", BY_LAW, BY_LAW)
    assert council.seats("2025-07-09") == "Ada Dag Finn Eva Cara"
    assert council.seats("2025-07-10") == "Ada Dag Bo Eva Cara"
    assert council.deputies("2025-07-09") == "2.Gro"
    assert council.deputies("2025-07-10") == "1.Finn 2.Gro"
    assert [(each.cause, each.end_cause) for each in after.seats if each.person_id == council.id("Bo")] == [
        (Cause.ELECTED, EndCause.MOVED_OUT),
        (Cause.RETURNED, None),
    ]
    assert [each.end_cause for each in after.seats if each.person_id == council.id("Finn")] == [EndCause.STEPPED_BACK]


@pytest.mark.rule("R-252")
def test_after_25_months_there_is_no_return(session: Session) -> None:
    council = fana(session, ELECTED, last_day_after=date(2027, 1, 1))
    council.happens(MovesOut(council.id("Bo"), within_municipality=False), "2023-08-10", BY_LAW, LEAVE_OUT)
    late = MovesBack(council.id("Bo"), 3, date(2023, 8, 10))
    refusal = refused(council, NothingFollows, lambda: council.propose(late, "2025-09-10"))
    assert refusal == NothingFollows((Reason.RETURN_TOO_LATE,), ("R-251", "R-252"))


@pytest.mark.rule("R-252")
def test_a_deputy_who_moved_out_is_deputy_again_behind_nobody_who_came_after(session: Session) -> None:
    council = fana(session)
    council.happens(MovesOut(council.id("Finn"), within_municipality=False), SPRING_2022, council.named("Jon"))
    assert council.deputies(SPRING_2022) == "2.Gro 3.Jon"
    council.happens(MovesBack(council.id("Finn"), None, date(2022, 3, 1)), "2023-01-10", BY_LAW)
    assert council.deputies("2023-01-10") == "1.Finn 2.Gro 3.Jon"


@pytest.mark.rule("R-252", "R-259")
def test_one_who_was_elected_in_the_place_of_the_chair_steps_back_and_loses_the_chair(session: Session) -> None:
    council = fana(session)
    moved = MovesOut(council.id("Ada"), within_municipality=False)
    council.happens(moved, SPRING_2022, council.named("Ida"), council.named("Ida"))
    assert council.officer(Role.CHAIR, SPRING_2022) == "Ida"
    council.happens(
        MovesBack(council.id("Ada"), 1, date(2022, 3, 1)), "2023-01-10", BY_LAW, BY_LAW, council.named("Ada")
    )
    assert council.seats("2023-01-10") == "Ada Dag Bo Eva Cara"
    assert council.officer(Role.CHAIR, "2023-01-10") == "Ada"


@pytest.mark.rule("R-252")
def test_one_who_never_moved_out_cannot_move_back(session: Session) -> None:
    council = fana(session)
    change = council.propose(MovesBack(council.id("Jon"), None, date(2022, 1, 1)), SPRING_2022)
    refused(council, NeverMovedOut, lambda: council.decide(change, [BY_LAW]))


@pytest.mark.rule("R-251")
def test_a_move_to_another_district_changes_nothing_without_a_residence_restriction(session: Session) -> None:
    council = fana(session)
    moved = MovesOut(council.id("Bo"), within_municipality=True)
    assert refused(council, NothingFollows, lambda: council.propose(moved, SPRING_2022)) == NothingFollows(
        (Reason.STILL_ELIGIBLE,), ("R-251", "R-252")
    )


@pytest.mark.rule("R-36", "R-251")
def test_with_a_residence_restriction_a_move_to_another_district_ends_membership(session: Session) -> None:
    council = fana(session, settings=Settings(residence_restriction=True))
    moved = MovesOut(council.id("Bo"), within_municipality=True)
    after = council.happens(moved, SPRING_2022, council.named("Jon"))
    assert council.seats(SPRING_2022) == "Ada Dag Jon Eva Cara"
    assert [each.end_cause for each in after.seats if each.person_id == council.id("Bo")] == [EndCause.LOST_ELIGIBILITY]


# Offices, suspension, party


@pytest.mark.rule("R-259")
def test_when_the_chair_dies_the_seat_is_filled_and_the_chair_waits_for_the_meeting(session: Session) -> None:
    """The deputy chair does not become chair."""
    council = fana(session, ELECTED)
    council.happens(LeavesForGood(council.id("Ada"), DIED), AUTUMN_2023, BY_LAW, LEAVE_OUT, WAIT)
    assert council.seats(AUTUMN_2023) == "Finn Dag Bo Eva Cara"
    assert council.officer(Role.CHAIR, AUTUMN_2023) is None
    assert council.officer(Role.DEPUTY_CHAIR, AUTUMN_2023) == "Dag"
    council.happens(OfficeIsVacant(Role.CHAIR), "2023-09-05", council.named("Cara"))
    assert council.officer(Role.CHAIR, "2023-09-04") is None
    assert council.officer(Role.CHAIR, "2023-09-05") == "Cara"


@pytest.mark.rule("R-259")
def test_a_member_who_becomes_chair_keeps_the_membership_and_the_old_chair_too(session: Session) -> None:
    council = fana(session)
    after = council.happens(LeavesOffice(council.id("Ada")), SPRING_2022, council.named("Cara"))
    assert council.seats(SPRING_2022) == "Ada Dag Bo Eva Cara"
    assert council.officer(Role.CHAIR, SPRING_2022) == "Cara"
    assert [(each.from_on, each.to_on) for each in after.seats if each.person_id == council.id("Cara")] == [
        (date(2020, 1, 1), None)
    ]
    assert [each.end_cause for each in after.roles if each.person_id == council.id("Ada")] == [EndCause.CHAIR_CHANGED]


@pytest.mark.rule("R-259")
def test_a_deputy_chair_who_becomes_chair_leaves_that_office(session: Session) -> None:
    council = fana(session)
    council.happens(LeavesOffice(council.id("Ada")), SPRING_2022, council.named("Dag"))
    assert council.officer(Role.CHAIR, SPRING_2022) == "Dag"
    assert council.officer(Role.DEPUTY_CHAIR, SPRING_2022) is None


@pytest.mark.rule("R-259")
def test_only_a_member_can_be_chair(session: Session) -> None:
    council = fana(session)
    change = council.propose(LeavesOffice(council.id("Ada")), SPRING_2022)
    refused(council, RoleWithoutSeat, lambda: council.decide(change, [council.named("Finn")]))


@pytest.mark.rule("R-256", "R-259")
def test_what_is_not_vacant_is_not_filled(session: Session) -> None:
    council = fana(session)
    held = refused(council, OfficeIsHeld, lambda: council.propose(OfficeIsVacant(Role.CHAIR), SPRING_2022))
    assert held == OfficeIsHeld(Role.CHAIR, council.id("Ada"))
    seat = refused(council, SeatIsHeld, lambda: council.propose(SeatIsVacant(3, "Ap"), SPRING_2022))
    assert seat == SeatIsHeld(3, council.id("Bo"))


@pytest.mark.rule("R-256")
def test_an_election_that_waits_leaves_the_seat_empty_until_it_is_held(session: Session) -> None:
    """Bo dies in March, and the municipal council elects Jon in April."""
    council = fana(session)
    council.happens(LeavesForGood(council.id("Bo"), DIED), SPRING_2022, WAIT)
    council.happens(SeatIsVacant(3, "Ap"), "2022-04-27", council.named("Jon"))
    assert council.seats("2022-02-28") == "Ada Dag Bo Eva Cara"
    assert council.seats("2022-04-26") == "Ada Dag – Eva Cara"
    assert council.seats("2022-04-27") == "Ada Dag Jon Eva Cara"


@pytest.mark.rule("R-261")
def test_a_suspended_member_keeps_the_seat_and_is_not_suspended_twice(session: Session) -> None:
    council = fana(session)
    council.happens(IsSuspended(council.id("Bo")), SPRING_2022, BY_LAW)
    assert council.seats(SPRING_2022) == "Ada Dag Bo Eva Cara"
    assert [each.from_on for each in council.membership().suspensions] == [date(2022, 3, 1)]
    again = council.propose(IsSuspended(council.id("Bo")), "2022-05-01")
    refused(council, SuspendedAlready, lambda: council.decide(again, [BY_LAW]))


@pytest.mark.rule("R-254")
def test_one_who_changes_party_twice_keeps_the_seat_and_the_list_that_won_it(session: Session) -> None:
    council = fana(session)
    council.happens(ChangesParty(council.id("Bo"), "Venstre"), SPRING_2022)
    after = council.happens(ChangesParty(council.id("Bo"), ""), "2022-06-01")
    assert [each.list_code for each in after.seats if each.person_id == council.id("Bo")] == ["Ap"]
    assert [(each.group_name, each.from_on, each.to_on) for each in after.affiliations] == [
        ("Venstre", date(2022, 3, 1), date(2022, 6, 1))
    ]


# What the law does not leave open


@pytest.mark.rule("R-260")
def test_moving_up_by_law_is_neither_left_out_nor_put_off_nor_given_to_another(session: Session) -> None:
    council = fana(session, ELECTED)
    change = council.propose(LeavesForGood(council.id("Bo"), DIED), AUTUMN_2023)
    for answer in (LEAVE_OUT, WAIT):
        must = refused(council, MustBeTaken, partial(council.decide, change, [answer, LEAVE_OUT]))
        assert must == MustBeTaken(Step.MOVE_UP, "kommuneloven (2018) § 7-10 (2)", False, ("R-256", "R-260"))
    turn = refused(council, NotInTurn, lambda: council.decide(change, [council.named("Gro"), LEAVE_OUT]))
    assert turn == NotInTurn(
        Step.MOVE_UP,
        council.id("Gro"),
        council.id("Finn"),
        "Ap",
        "kommuneloven (2018) § 7-10 (2)",
        ("R-256", "R-260"),
    )


@pytest.mark.rule("R-256")
def test_a_new_election_is_not_left_out_but_can_wait(session: Session) -> None:
    council = fana(session)
    change = council.propose(LeavesForGood(council.id("Bo"), DIED), SPRING_2022)
    must = refused(council, MustBeTaken, lambda: council.decide(change, [LEAVE_OUT]))
    assert must == MustBeTaken(Step.NEW_ELECTION, "kommuneloven (2018) § 7-10", True, ("R-256", "R-257", "R-258"))
    refused(council, NobodyNamed, lambda: council.decide(change, [BY_LAW]))
    refused(council, AnswerMissing, lambda: council.decide(change, []))


@pytest.mark.rule("R-258")
def test_a_new_election_keeps_forty_per_cent_of_each_sex_or_says_why_not(session: Session) -> None:
    """Without Bo there are three women and one man; of five there must be two of each."""
    council = fana(session)
    change = council.propose(LeavesForGood(council.id("Bo"), DIED), SPRING_2022)
    broken = refused(council, GenderBalanceBroken, lambda: council.decide(change, [council.named("Ida")]))
    assert broken == GenderBalanceBroken(Gender.MALE, 1, 5, 2, "R-258")
    council.decide(change, [council.named("Ida", exception="Gruppen har ingen valgbar mann")])
    assert council.seats(SPRING_2022) == "Ada Dag Ida Eva Cara"
    stored = session.scalars(select(MembershipChange)).one()
    assert read_choices(stored.choices or "")[0].exception == "Gruppen har ingen valgbar mann"


@pytest.mark.rule("R-262")
def test_a_body_decides_with_a_case_number_and_what_follows_by_law_needs_none(session: Session) -> None:
    council = fana(session)
    change = council.propose(LeavesForGood(council.id("Bo"), DIED), SPRING_2022)
    missing = refused(council, CaseNumberMissing, lambda: council.decide(change, [council.named("Jon")], " "))
    assert missing == CaseNumberMissing((Decider.MUNICIPAL_COUNCIL,))
    council.decide(change, [WAIT], "")
    assert council.seats(SPRING_2022) == "Ada Dag – Eva Cara"


@pytest.mark.rule("R-262")
def test_a_member_is_not_elected_to_a_second_seat(session: Session) -> None:
    council = fana(session)
    change = council.propose(LeavesForGood(council.id("Bo"), DIED), SPRING_2022)
    refused(council, InTwoSeats, lambda: council.decide(change, [council.named("Dag")]))


def test_one_who_is_not_registered_is_refused(session: Session) -> None:
    council = fana(session)
    change = council.propose(LeavesForGood(council.id("Bo"), DIED), SPRING_2022)
    nobody = Fana(session, council.council_term_id, {"Nobody": 999}).named("Nobody")
    refused(council, UnknownPerson, lambda: council.decide(change, [nobody]))


@pytest.mark.rule("R-256")
def test_nothing_happens_to_one_outside_the_council_or_when_it_does_not_sit(session: Session) -> None:
    council = fana(session)
    refused(council, NotInCouncil, lambda: council.propose(LeavesForGood(council.id("Jon"), DIED), SPRING_2022))
    outside = refused(
        council, DayOutsideTerm, lambda: council.propose(LeavesForGood(council.id("Bo"), DIED), "2024-01-01")
    )
    assert outside == DayOutsideTerm(date(2024, 1, 1), date(2020, 1, 1), date(2024, 1, 1))


@pytest.mark.rule("R-262")
def test_one_who_began_that_day_has_no_day_to_leave_from(session: Session) -> None:
    council = fana(session)
    change = council.propose(LeavesForGood(council.id("Bo"), DIED), "2020-01-01")
    refused(council, BeganThatDay, lambda: council.decide(change, [WAIT]))


# States, and two at once


def test_a_change_is_proposed_then_decided_and_each_act_is_in_the_trail(session: Session) -> None:
    council = fana(session)
    change_id = council.propose(LeavesForGood(council.id("Bo"), DIED), SPRING_2022)
    assert council.seats(SPRING_2022) == "Ada Dag Bo Eva Cara"
    council.decide(change_id, [council.named("Jon")])
    change = session.get_one(MembershipChange, change_id)
    assert (change.state, change.decided_by, change.decision_reference) == (
        ChangeState.DECIDED,
        SECRETARY.name,
        "2022/55",
    )
    assert read_event(change.event) == LeavesForGood(council.id("Bo"), DIED)
    assert council.acts()[-2:] == ["ChangeProposed", "ChangeDecided"]
    event = session.scalars(select(AuditEvent).order_by(AuditEvent.id.desc())).first()
    assert event
    assert event.before == {"state": "proposed"}
    after = facts(event.after)
    assert after["bodies"] == ["municipal_council"]
    assert [(each["kind"], each["person_id"]) for each in after["spells"]] == [
        ("SeatSpell", council.id("Bo")),
        ("SeatSpell", council.id("Jon")),
    ]


def test_what_is_decided_is_neither_decided_again_nor_withdrawn(session: Session) -> None:
    council = fana(session)
    change = council.propose(LeavesForGood(council.id("Bo"), DIED), SPRING_2022)
    council.decide(change, [council.named("Jon")])
    again = refused(council, ChangeCannotMove, lambda: council.decide(change, [council.named("Leif")]))
    assert again == ChangeCannotMove(ChangeState.DECIDED, ChangeState.DECIDED, (ChangeState.IN_FORCE,))
    refused(council, ChangeCannotMove, lambda: withdraw(council, change, "Feil"))


def withdraw(council: Fana, change_id: int, reason: str) -> None:
    with transaction() as writing:
        withdraw_change(writing, writing.get_one(MembershipChange, change_id), reason, by=SECRETARY, at=a_moment())


def test_a_withdrawn_proposal_says_why_and_is_not_decided(session: Session) -> None:
    council = fana(session)
    change = council.propose(LeavesForGood(council.id("Bo"), DIED), SPRING_2022)
    refused(council, ReasonMissing, lambda: withdraw(council, change, "  "))
    withdraw(council, change, "Meldt på feil person")
    assert session.get_one(MembershipChange, change).state == ChangeState.WITHDRAWN
    event = session.scalars(select(AuditEvent).where(AuditEvent.act == "ChangeWithdrawn")).one()
    assert (event.reason, event.before) == ("Meldt på feil person", {"state": "proposed"})
    refused(council, ChangeCannotMove, lambda: council.decide(change, [council.named("Jon")]))


@pytest.mark.rule("R-256")
def test_a_proposal_made_before_the_council_changed_is_made_anew(session: Session) -> None:
    """Finn was first in turn when Bo's leaving was proposed; since then he has moved up for Cara."""
    council = fana(session, ELECTED)
    change = council.propose(LeavesForGood(council.id("Bo"), DIED), AUTUMN_2023)
    council.happens(LeavesForGood(council.id("Cara"), DIED), AUTUMN_2023, BY_LAW, LEAVE_OUT)
    outdated = refused(council, ProposalOutdated, lambda: council.decide(change, [BY_LAW, LEAVE_OUT]))
    assert outdated == ProposalOutdated(date(2023, 8, 1))


def test_of_two_who_decide_one_change_at_once_the_second_is_refused(app: Flask, session: Session) -> None:
    council = fana(session)
    change_id = council.propose(LeavesForGood(council.id("Bo"), DIED), SPRING_2022)
    session.rollback()
    together = Barrier(2)

    def decide(name: str) -> str:
        with app.app_context():
            change = db.session().get_one(MembershipChange, change_id)
            together.wait()
            try:
                with transaction() as writing:
                    decide_change(writing, change, [council.named(name)], "2022/55", by=SECRETARY, at=a_moment())
            except ChangeCannotMove:
                return "refused"
            return "decided"

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(decide, ("Jon", "Leif"))) == ["decided", "refused"]
    assert council.seats(SPRING_2022) in {"Ada Dag Jon Eva Cara", "Ada Dag Leif Eva Cara"}


def test_the_council_before_a_decision_can_be_asked_for_as_it_was_known(session: Session) -> None:
    council = fana(session)
    decided_at = datetime(2022, 4, 1, 9, tzinfo=UTC)
    council.happens(LeavesForGood(council.id("Bo"), DIED), SPRING_2022, council.named("Jon"), at=decided_at)
    assert council.seats("2022-03-03", datetime(2022, 3, 31, tzinfo=UTC)) == "Ada Dag Bo Eva Cara"
    assert council.seats("2022-03-03", datetime(2022, 4, 2, tzinfo=UTC)) == "Ada Dag Jon Eva Cara"
