"""Disqualification: raised, decided by the others, and no part in the case."""

from dataclasses import replace
from datetime import date

import pytest

from app.meetings.domain.agenda import ItemKind
from app.meetings.domain.disqualification import (
    AdministrationAct,
    Deciders,
    Ground,
    GroundNotOpen,
    NeverDisqualified,
    act_on,
    legal_basis,
    who_decides,
)
from app.meetings.domain.events import (
    DeputyCalledIn,
    DisqualificationRaised,
    LeaderTookOver,
    OnDisqualification,
    SteppedDown,
    VoteHeld,
)
from app.meetings.domain.leading import LeaderNotInSeat
from app.meetings.domain.presence import InTwoStates, NotInSeat
from app.meetings.domain.proceedings import KeyTaken, NotInMeeting
from app.meetings.domain.quorum import NotQuorate
from app.meetings.domain.record_frame import NobodySteppedDown, NoDecisionToStepDown
from app.meetings.domain.record_items import RaisedAlready
from app.meetings.domain.record_votes import DisqualifiedSits, QuestionNotDecided
from app.meetings.domain.vote_forms import Choice, Unanimous
from tests.domain.meetings.meetings import CHAIR, DEPUTY_CHAIR, HANDLED, an_item, disqualify, running, vote


def question(person_id: int, choice: Choice = Choice.FOR) -> VoteHeld:
    return VoteHeld(f"d{person_id}", OnDisqualification(person_id), Unanimous(choice))


@pytest.mark.rule("R-294")
def test_the_minutes_name_the_paragraph_of_the_ground() -> None:
    act = AdministrationAct.ACT_OF_1967
    assert legal_basis(Ground.SPECIAL_CIRCUMSTANCES, act) == "forvaltningsloven (1967) § 6 (2)"
    assert legal_basis(Ground.DECIDED_BEFORE, act) == "kommuneloven (2018) § 11-10"


@pytest.mark.rule("R-294")
def test_nobody_is_disqualified_in_electing_persons_to_public_office() -> None:
    meeting = running(an_item(kind=ItemKind.ELECTION))
    with pytest.raises(NeverDisqualified):
        meeting.record(DisqualificationRaised(5, Ground.RELATED))
    meeting.record(DisqualificationRaised(5, Ground.PERSONAL_REASONS))


@pytest.mark.rule("R-294")
def test_nor_in_fixing_the_pay_of_those_elected() -> None:
    with pytest.raises(NeverDisqualified) as refused:
        running(an_item(pay_of_elected=True)).record(DisqualificationRaised(5, Ground.SPECIAL_CIRCUMSTANCES))
    assert (refused.value.person_id, refused.value.item) == (5, "park")


@pytest.mark.rule("R-296")
def test_cohabitants_are_automatic_from_the_day_the_act_of_2025_is_in_force() -> None:
    in_force = date(2027, 1, 1)
    assert act_on(date(2026, 12, 31), in_force) is AdministrationAct.ACT_OF_1967
    assert act_on(in_force, in_force) is AdministrationAct.ACT_OF_2025
    assert act_on(date(2030, 1, 1), None) is AdministrationAct.ACT_OF_1967
    with pytest.raises(GroundNotOpen):
        legal_basis(Ground.COHABITANT, AdministrationAct.ACT_OF_1967)
    assert legal_basis(Ground.COHABITANT, AdministrationAct.ACT_OF_2025) == "forvaltningsloven (2025) §§ 25–29"
    assert legal_basis(Ground.PREPARED_AS_EMPLOYEE, AdministrationAct.ACT_OF_2025) == "kommuneloven (2018) § 11-10"


@pytest.mark.rule("R-295")
def test_the_member_takes_no_part_in_deciding_it() -> None:
    meeting = running()
    after = meeting.record(DisqualificationRaised(5, Ground.PARTY), question(5))
    assert after.votes[0].result.tally.cast == 14
    assert 5 not in [each.voter.person_id for each in after.votes[0].result.casts]
    assert after.raised[0].found is True


@pytest.mark.rule("R-295")
def test_none_of_those_concerned_in_the_case_takes_part_in_any_of_the_questions() -> None:
    meeting = running()
    meeting.record(DisqualificationRaised(5, Ground.PARTY), DisqualificationRaised(6, Ground.RELATED))
    after = meeting.record(question(5), question(6, Choice.AGAINST))
    assert [each.result.tally.cast for each in after.votes] == [13, 13]
    assert [each.found for each in after.raised] == [True, False]


@pytest.mark.rule("R-295")
def test_two_concerned_so_that_quorum_fails_means_that_all_take_part() -> None:
    """15 members, 9 present: without the two, 7 remain, and 8 are needed. So all 9 vote."""
    meeting = running(seats=range(1, 10))
    meeting.record(DisqualificationRaised(5, Ground.PARTY), DisqualificationRaised(6, Ground.RELATED))
    held = meeting.record(question(5)).votes[0]
    assert held.deciders == Deciders((), 7, all_take_part=True)
    assert held.result.tally.cast == 9


@pytest.mark.rule("R-295")
def test_with_exactly_enough_left_those_concerned_are_kept_out() -> None:
    meeting = running(seats=range(1, 11))
    assert who_decides([5, 6], meeting.now.occupancy, 15) == Deciders((5, 6), 8, all_take_part=False)


@pytest.mark.rule("R-295")
def test_a_council_that_lacks_quorum_anyway_lets_nobody_in_on_that_ground() -> None:
    """7 of 15 sit, and the one concerned is not among them."""
    assert who_decides([9], running(seats=range(1, 8)).now.occupancy, 15) == Deciders((), 7, all_take_part=False)


@pytest.mark.rule("R-287", "R-295")
def test_two_disqualified_of_nine_leave_the_case_without_quorum_until_a_deputy_sits() -> None:
    """9 − 2 = 7 cannot decide; a deputy in seat 5 makes 8."""
    meeting = running(seats=range(1, 10))
    meeting.record(DisqualificationRaised(5, Ground.PARTY), DisqualificationRaised(6, Ground.RELATED))
    meeting.record(question(5), question(6), SteppedDown(5), SteppedDown(6))
    with pytest.raises(NotQuorate) as refused:
        meeting.record(vote())
    assert (refused.value.occupied, refused.value.needed) == (7, 8)
    after = meeting.record(DeputyCalledIn(5, 103), vote())
    assert after.votes[-1].result.quorum.occupied == 8
    assert [each.person_id for each in meeting.record(HANDLED).occupancy.sitting] == list(range(1, 10))


@pytest.mark.rule("R-295")
def test_the_case_waits_until_the_question_is_decided_and_the_disqualified_is_gone() -> None:
    meeting = running()
    meeting.record(DisqualificationRaised(5, Ground.PARTY))
    with pytest.raises(QuestionNotDecided):
        meeting.record(vote())
    meeting.record(question(5))
    with pytest.raises(DisqualifiedSits) as refused:
        meeting.record(vote())
    assert refused.value.person_ids == (5,)
    assert meeting.record(SteppedDown(5), vote()).votes[-1].result.tally.cast == 14


@pytest.mark.rule("R-295")
def test_nobody_steps_down_on_their_own_word() -> None:
    meeting = running()
    with pytest.raises(NoDecisionToStepDown):
        meeting.record(SteppedDown(5))
    meeting.record(DisqualificationRaised(5, Ground.PARTY), question(5, Choice.AGAINST))
    with pytest.raises(NoDecisionToStepDown):
        meeting.record(SteppedDown(5))


@pytest.mark.rule("R-281", "R-295")
def test_a_chair_who_is_concerned_leads_neither_the_question_nor_the_case() -> None:
    meeting = running()
    meeting.record(DisqualificationRaised(CHAIR, Ground.PARTY))
    with pytest.raises(LeaderNotInSeat):
        meeting.record(question(CHAIR))
    after = meeting.record(LeaderTookOver(DEPUTY_CHAIR), question(CHAIR), SteppedDown(CHAIR), vote())
    assert (after.votes[-1].result.leader, after.votes[-1].result.tally.cast) == (DEPUTY_CHAIR, 14)


@pytest.mark.rule("R-297")
def test_one_who_asks_to_be_excused_is_excused_by_the_council() -> None:
    after = running().record(*disqualify(5, Ground.PERSONAL_REASONS), vote())
    assert (after.votes[0].result.tally.cast, after.votes[1].result.tally.cast) == (15, 14)
    assert after.raised[0].legal_basis == "kommuneloven (2018) § 11-11"


def test_a_question_is_about_one_who_sits_and_is_decided_once() -> None:
    meeting = running(seats=range(1, 15))
    with pytest.raises(NotInSeat):
        meeting.record(DisqualificationRaised(15, Ground.PARTY))
    with pytest.raises(NotInMeeting):
        meeting.record(question(5))
    meeting.record(*disqualify(5))
    with pytest.raises(InTwoStates):
        meeting.record(DisqualificationRaised(5, Ground.PARTY))
    with pytest.raises(KeyTaken):
        meeting.record(question(5))
    with pytest.raises(NotInMeeting):
        meeting.record(replace(question(5), key="again"))


def test_a_question_is_raised_once_and_a_deputy_comes_for_one_who_stepped_down() -> None:
    meeting = running()
    meeting.record(DisqualificationRaised(5, Ground.PARTY))
    with pytest.raises(RaisedAlready):
        meeting.record(DisqualificationRaised(5, Ground.RELATED))
    with pytest.raises(NobodySteppedDown):
        meeting.record(DeputyCalledIn(5, 103))
