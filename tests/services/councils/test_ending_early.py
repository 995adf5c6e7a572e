"""What ends before it was to end, or comes several at a time: suspensions, a settemedlem, new deputies.

Women and men by turns, from Ada: Ada, Cara, Eva, Gro, Ida and Kari are women.
"""

from datetime import date

import pytest
from sqlalchemy.orm import Session

from app.councils.domain.carrying_out import NotSubstitute, NotSuspended
from app.councils.domain.deciding import CaseNumberMissing
from app.councils.domain.events import (
    DeputiesRunShort,
    GoesOnLeave,
    IsSuspended,
    LeavesBecause,
    SubstituteLeaves,
    SuspensionEnds,
)
from app.councils.domain.gender_balance import GenderBalanceBroken
from app.councils.domain.membership import Cause, EndCause
from app.councils.domain.membership_refusals import InTwoRanks
from app.councils.domain.proposals import Step
from app.councils.in_term.change_document import read_consequences
from app.councils.in_term.queries import event_of
from app.councils.membership_models import MembershipChange
from tests.councils_in_term import BY_LAW, ELECTED, LEAVE_OUT, Fana, fana
from tests.services.councils.test_changes import refused

MARCH, JUNE, SEPTEMBER = date(2022, 3, 1), date(2022, 6, 1), date(2022, 9, 1)


@pytest.mark.rule("R-261")
def test_a_suspension_ends_and_the_member_takes_part_again(session: Session) -> None:
    """Suspended from 1 March; from 1 June no longer, and no case number is asked for: it follows by law."""
    council = fana(session)
    council.happens(IsSuspended(council.id("Bo")), "2022-03-01", BY_LAW)
    after = council.decide(council.propose(SuspensionEnds(council.id("Bo")), "2022-06-01"), [], "")
    assert [(each.from_on, each.to_on) for each in after.suspensions] == [(MARCH, JUNE)]
    assert council.seats("2022-06-01") == "Ada Dag Bo Eva Cara"
    again = council.propose(SuspensionEnds(council.id("Bo")), "2022-07-01")
    assert refused(council, NotSuspended, lambda: council.decide(again, [])) == NotSuspended(
        council.id("Bo"), date(2022, 7, 1)
    )


@pytest.mark.rule("R-261")
def test_one_may_be_suspended_again_after_a_suspension_has_ended(session: Session) -> None:
    council = fana(session)
    council.happens(IsSuspended(council.id("Bo")), "2022-03-01", BY_LAW)
    council.happens(SuspensionEnds(council.id("Bo")), "2022-06-01")
    after = council.happens(IsSuspended(council.id("Bo")), "2022-09-01", BY_LAW)
    assert [(each.from_on, each.to_on) for each in after.suspensions] == [(MARCH, JUNE), (SEPTEMBER, None)]


def on_leave(council: Fana, last_day_after: date = date(2023, 3, 1)) -> None:
    """Bo is on leave from 1 March 2022, and Finn, the first deputy, sits for him."""
    leave = GoesOnLeave(council.id("Bo"), MARCH, last_day_after)
    council.happens(leave, "2022-03-01", council.named("Finn"), BY_LAW)


def finn_leaves(council: Fana, because: LeavesBecause = LeavesBecause.RELEASED) -> SubstituteLeaves:
    return SubstituteLeaves(council.id("Finn"), 3, MARCH, date(2023, 3, 1), because)


@pytest.mark.rule("R-256")
def test_a_settemedlem_leaves_early_and_another_sits_for_the_rest_of_the_leave(session: Session) -> None:
    """Before July 2023 the order of the deputies held: Finn sat first, so it is Finn's turn and then Gro's.

    Since then the choice is free: Gro sits from 1 September 2023 until the leave is over at New Year.
    """
    council = fana(session)
    begins, ends = date(2023, 3, 1), date(2024, 1, 1)
    council.happens(GoesOnLeave(council.id("Bo"), begins, ends), "2023-03-01", council.named("Finn"), BY_LAW)
    change = council.propose(SubstituteLeaves(council.id("Finn"), 3, begins, ends), "2023-09-01")
    follows = read_consequences(session.get_one(MembershipChange, change).consequences)
    assert [each.step for each in follows.steps] == [Step.SUBSTITUTE, Step.DEPUTIES_IN_ORDER]
    after = council.decide(change, [council.named("Gro"), BY_LAW])
    assert council.seats("2023-08-31") == "Ada Dag Bo(Finn) Eva Cara"
    assert council.seats("2023-09-01") == "Ada Dag Bo(Gro) Eva Cara"
    sat = [each for each in after.seats if each.cause is Cause.SUBSTITUTE]
    assert [(each.from_on, each.to_on) for each in sat] == [(begins, date(2023, 9, 1)), (date(2023, 9, 1), ends)]


@pytest.mark.rule("R-256")
def test_without_another_settemedlem_the_seat_is_kept_and_deputies_attend(session: Session) -> None:
    council = fana(session)
    on_leave(council)
    after = council.happens(finn_leaves(council), "2022-06-01", LEAVE_OUT, BY_LAW)
    assert council.seats("2022-05-31") == "Ada Dag Bo(Finn) Eva Cara"
    assert council.seats("2022-06-01") == "Ada Dag Bo Eva Cara"
    assert council.deputies("2022-06-01") == "1.Finn 2.Gro", "he is a deputy still: that is another office"
    sat = [each for each in after.seats if each.cause is Cause.SUBSTITUTE]
    assert [(each.from_on, each.to_on, each.end_cause) for each in sat] == [(MARCH, JUNE, EndCause.RELEASED)]


@pytest.mark.rule("R-256", "R-262")
def test_the_municipal_council_releases_a_settemedlem_with_a_case_number_and_death_needs_none(
    session: Session,
) -> None:
    council = fana(session)
    on_leave(council)
    released = council.propose(finn_leaves(council), "2022-06-01")
    refused(council, CaseNumberMissing, lambda: council.decide(released, [LEAVE_OUT, BY_LAW], ""))
    died = council.propose(finn_leaves(council, LeavesBecause.DIED), "2022-06-01")
    after = council.decide(died, [LEAVE_OUT, BY_LAW], "")
    assert [each.end_cause for each in after.seats if each.cause is Cause.SUBSTITUTE] == [EndCause.DIED]


@pytest.mark.rule("R-256")
def test_in_a_council_elected_directly_no_new_settemedlem_is_elected_after_june_2023(session: Session) -> None:
    """The leave began in February 2023, when there could be one; Finn leaves in August, when there no longer can."""
    council = fana(session, ELECTED, candidates="Ada Bo Cara Finn Gro")
    begins, ends = date(2023, 2, 1), date(2023, 12, 1)
    council.happens(GoesOnLeave(council.id("Bo"), begins, ends), "2023-02-01", council.named("Finn"), BY_LAW)
    change = council.propose(SubstituteLeaves(council.id("Finn"), 3, begins, ends), "2023-08-01")
    follows = read_consequences(session.get_one(MembershipChange, change).consequences)
    assert [each.step for each in follows.steps] == [Step.DEPUTIES_IN_ORDER]
    council.decide(change, [BY_LAW])
    assert council.seats("2023-08-01") == "Ada Dag Bo Eva Cara"


@pytest.mark.rule("R-256")
def test_one_who_does_not_sit_for_another_cannot_leave_the_seat(session: Session) -> None:
    council = fana(session)
    on_leave(council)
    gro = SubstituteLeaves(council.id("Gro"), 3, MARCH, date(2023, 3, 1))
    change = council.propose(gro, "2022-06-01")
    error = refused(council, NotSubstitute, lambda: council.decide(change, [LEAVE_OUT, BY_LAW]))
    assert error == NotSubstitute(council.id("Gro"), 3, JUNE)
    assert event_of(session.get_one(MembershipChange, change)) == gro


@pytest.mark.rule("R-256")
def test_several_deputies_are_elected_in_one_supplementary_election(session: Session) -> None:
    """H has one deputy, Hans; Ida, Jon and Kari come after him in the order in which they are named."""
    council = fana(session)
    names = [council.named(name) for name in ("Ida", "Jon", "Kari")]
    after = council.happens(DeputiesRunShort("H", 3), "2022-03-01", *names)
    assert council.deputies("2022-03-01", "H") == "1.Hans 2.Ida 3.Jon 4.Kari"
    new = [each for each in after.deputies if each.cause is Cause.SUPPLEMENTARY_ELECTION]
    assert {(each.from_on, each.decision_reference) for each in new} == {(MARCH, "2022/55")}


@pytest.mark.rule("R-256")
def test_fewer_may_be_elected_than_was_proposed_and_nobody_twice(session: Session) -> None:
    council = fana(session)
    change = council.propose(DeputiesRunShort("H", 3), "2022-03-01")
    twice = [council.named("Ida"), council.named("Ida"), LEAVE_OUT]
    refused(council, InTwoRanks, lambda: council.decide(change, twice))
    council.decide(change, [council.named("Ida"), LEAVE_OUT, council.named("Jon")])
    assert council.deputies("2022-03-01", "H") == "1.Hans 2.Ida 3.Jon"


@pytest.mark.rule("R-258")
def test_the_balance_of_the_sexes_counts_those_elected_in_the_same_election(session: Session) -> None:
    """Hans is a man. With Jon two of two are men, and one of each is needed, so the first must be a woman.

    Ida, then Jon: one woman and two men of three, where one is enough. A fourth needs two of each: Leif, a man, makes
    it one and three, and is refused; Kari makes it two and two.
    """
    council = fana(session)
    change = council.propose(DeputiesRunShort("H", 3), "2022-03-01")
    men_first = [council.named("Jon"), council.named("Ida"), council.named("Kari")]
    refused(council, GenderBalanceBroken, lambda: council.decide(change, men_first))
    men_last = [council.named("Ida"), council.named("Jon"), council.named("Leif")]
    error = refused(council, GenderBalanceBroken, lambda: council.decide(change, men_last))
    assert isinstance(error, GenderBalanceBroken)
    assert (error.number, error.of, error.minimum) == (1, 4, 2)
    council.decide(change, [council.named("Ida"), council.named("Jon"), council.named("Kari")])
    assert council.deputies("2022-03-01", "H") == "1.Hans 2.Ida 3.Jon 4.Kari"


@pytest.mark.rule("R-212")
def test_a_new_settlement_finds_one_deputy_at_a_time(session: Session) -> None:
    council = fana(session, ELECTED, candidates="Ada Bo Cara Finn Gro Ida Jon")
    change = council.propose(DeputiesRunShort("Ap", 3), "2023-08-01")
    follows = read_consequences(session.get_one(MembershipChange, change).consequences)
    assert [each.step for each in follows.steps] == [Step.NEW_SETTLEMENT]
