"""A meeting is called: numbers over New Year, additional agenda, who is summoned, what must be shielded."""

from datetime import date, datetime

import pytest
from sqlalchemy.orm import Session

from app.audit.services import AT_THE_KEYBOARD
from app.core.clock import OSLO
from app.meetings.calling.models import OtherRecipient
from app.meetings.calling.queries import absences_of, call_log, projection, summonses
from app.meetings.calling.refusals import MeetingNotCalled, NothingToCall, NotSummoned, PublicTitleMissing
from app.meetings.calling.services.call_out import answer_call, report_absence, withdraw_absence
from app.meetings.domain.agenda import ItemKind
from app.meetings.domain.call_out import DeputyAnswer, NotCalled
from app.meetings.domain.exemption import SECRECY_BASIS, ExemptTextUnshielded
from app.meetings.domain.notice import CalledAfterMeeting, Shortcoming
from app.meetings.domain.states import ItemState, MeetingState
from app.meetings.domain.taking_part import Capacity
from app.meetings.models import CasePassageRow, Meeting
from app.meetings.queries import agenda_of, setting_of
from app.meetings.services.agenda import set_item_state
from app.meetings.services.plan import move_meeting
from tests.stored_meetings import ON_11_MARCH, a_meeting, an_item, called, fana_elected

A_DAY_LATER = datetime(2025, 3, 5, 9, tzinfo=OSLO)


def numbers(meeting: Meeting) -> list[str]:
    return [each.number for each in sorted(meeting.items, key=lambda each: each.position)]


@pytest.mark.rule("R-282")
def test_calling_issues_the_numbers_in_the_order_of_the_agenda(session: Session) -> None:
    """Roll call has none; the two cases are 1/25 and 2/25; the meeting is the council's first of the year: 1/25."""
    council, _ = fana_elected(session)
    meeting = a_meeting(session, council)
    an_item(session, meeting, "Opprop", ItemKind.OPENING)
    an_item(session, meeting, "Trafikksikring")
    an_item(session, meeting, "Ikke ferdig", ready=False)
    an_item(session, meeting, "Skolebruksplan")
    called(session, meeting)
    assert numbers(meeting) == ["", "1/25", "", "2/25"]
    assert (meeting.state, meeting.meeting_number) == (MeetingState.CALLED, "1/25")
    assert [each.title for each in agenda_of(meeting)] == ["Opprop", "Trafikksikring", "Skolebruksplan"]


@pytest.mark.rule("R-282")
@pytest.mark.rule("R-284")
def test_an_additional_agenda_goes_on_where_the_first_ended(session: Session) -> None:
    """First 1/25; on 5 March 2/25, six days later, so that it needs admission: it was not sent with the summons."""
    council, _ = fana_elected(session)
    meeting = a_meeting(session, council)
    an_item(session, meeting, "Trafikksikring")
    called(session, meeting)
    extra = an_item(session, meeting, "Hastesak")
    second = called(session, meeting, A_DAY_LATER)
    assert (second.issue, extra.number, extra.additional, extra.sent_on) == (2, "2/25", True, date(2025, 3, 5))
    assert setting_of(session, meeting, A_DAY_LATER).summoned_on == date(2025, 2, 27)


@pytest.mark.rule("R-282")
def test_the_series_begins_with_1_in_the_year_the_meeting_is_held(session: Session) -> None:
    """Called on 29 December 2025 for 8 January 2026: 1/26; the meeting of December had 1/25 and 2/25."""
    council, _ = fana_elected(session)
    december = a_meeting(session, council, datetime(2025, 12, 9, 18, tzinfo=OSLO))
    an_item(session, december, "Budsjett")
    an_item(session, december, "Møteplan")
    called(session, december, datetime(2025, 11, 28, 12, tzinfo=OSLO))
    january = a_meeting(session, council, datetime(2026, 1, 8, 18, tzinfo=OSLO))
    an_item(session, january, "Valg av arbeidsutvalg", ItemKind.ELECTION)
    called(session, january, datetime(2025, 12, 29, 12, tzinfo=OSLO))
    assert (numbers(december), numbers(january)) == (["1/25", "2/25"], ["1/26"])
    assert january.meeting_number == "1/26"


@pytest.mark.rule("R-282")
def test_a_withdrawn_item_keeps_its_number_and_nobody_gets_it_again(session: Session) -> None:
    council, _ = fana_elected(session)
    meeting = a_meeting(session, council)
    an_item(session, meeting, "Trafikksikring")
    called(session, meeting)
    set_item_state(session, meeting, "i1", ItemState.WITHDRAWN, seen=meeting.edit, by=AT_THE_KEYBOARD, at=A_DAY_LATER)
    an_item(session, meeting, "Skolebruksplan")
    called(session, meeting, A_DAY_LATER)
    assert numbers(meeting) == ["1/25", "2/25"]
    assert [each.title for each in agenda_of(meeting)] == ["Skolebruksplan"]


@pytest.mark.rule("R-282")
def test_short_notice_is_told_and_does_not_stop_the_call(session: Session) -> None:
    """Called on 5 March for 11 March: six days where seven are asked for."""
    council, _ = fana_elected(session)
    meeting = a_meeting(session, council)
    an_item(session, meeting, "Opprop", ItemKind.OPENING)
    found = called(session, meeting, A_DAY_LATER).findings
    assert [(each.shortcoming, each.days, each.needed) for each in found] == [(Shortcoming.SHORT_NOTICE, 6, 7)]


@pytest.mark.rule("R-284")
def test_a_case_to_decide_without_papers_is_told(session: Session) -> None:
    council, _ = fana_elected(session)
    meeting = a_meeting(session, council)
    an_item(session, meeting, "Trafikksikring")
    found = called(session, meeting).findings
    assert [(each.shortcoming, each.item) for each in found] == [(Shortcoming.NO_DOCUMENTS, "i1")]


@pytest.mark.rule("R-282")
def test_there_is_no_summons_to_a_meeting_that_has_been(session: Session) -> None:
    council, _ = fana_elected(session)
    meeting = a_meeting(session, council)
    an_item(session, meeting, "Trafikksikring")
    with pytest.raises(CalledAfterMeeting):
        called(session, meeting, datetime(2025, 3, 12, 9, tzinfo=OSLO))


@pytest.mark.rule("R-282")
def test_there_is_no_summons_without_an_item(session: Session) -> None:
    council, _ = fana_elected(session)
    meeting = a_meeting(session, council)
    an_item(session, meeting, "Ikke ferdig", ready=False)
    with pytest.raises(NothingToCall):
        called(session, meeting)


@pytest.mark.rule("R-283")
def test_an_exempt_title_needs_one_for_the_public(session: Session) -> None:
    council, _ = fana_elected(session)
    meeting = a_meeting(session, council)
    an_item(session, meeting, "Klage fra Ola Nordmann").exempt_under = SECRECY_BASIS
    with pytest.raises(PublicTitleMissing):
        called(session, meeting)


@pytest.mark.rule("R-283")
def test_exempt_words_do_not_stand_in_what_the_public_reads(session: Session) -> None:
    council, _ = fana_elected(session)
    meeting = a_meeting(session, council)
    item = an_item(session, meeting, "Støtte til lag")
    item.passages = [
        CasePassageRow(position=1, html="<p>Laget ledes av <b>Ola Nordmann</b>.</p>", exempt_under=""),
        CasePassageRow(position=2, html="<p>Ola Nordmann</p>", exempt_under=SECRECY_BASIS),
    ]
    with pytest.raises(ExemptTextUnshielded):
        called(session, meeting)


@pytest.mark.rule("R-286")
def test_the_summons_goes_to_the_members_by_seat_and_to_those_the_law_names(session: Session) -> None:
    """Seven members and the mayor: eight summonses; no deputy is summoned before one is called."""
    council, everyone = fana_elected(session)
    session.add(
        OtherRecipient(
            municipality_id=council.district.municipality_id,
            council_id=None,
            name="Byens ordfører",
            email="ordforer@bergen.example",
            capacity=Capacity.MAYOR,
        )
    )
    meeting = a_meeting(session, council)
    an_item(session, meeting, "Opprop", ItemKind.OPENING)
    called(session, meeting)
    found = summonses(session, meeting)
    assert [each.seat for each in found] == [1, 2, 3, 4, 5, 6, 7, None]
    assert (found[0].person_id, found[7].capacity) == (everyone[0].id, Capacity.MAYOR)


@pytest.mark.rule("R-282")
def test_a_meeting_that_is_moved_is_called_anew_with_the_numbers_it_had(session: Session) -> None:
    council, _ = fana_elected(session)
    meeting = a_meeting(session, council)
    an_item(session, meeting, "Trafikksikring")
    called(session, meeting)
    to = datetime(2025, 3, 25, 18, tzinfo=OSLO)
    move_meeting(session, meeting, to, "", "Sykdom.", seen=meeting.edit, by=AT_THE_KEYBOARD, at=A_DAY_LATER)
    again = called(session, meeting, A_DAY_LATER)
    assert (again.issue, numbers(meeting), meeting.meeting_number) == (2, ["1/25"], "1/25")


def a_called_meeting(session: Session) -> tuple[Meeting, list[int]]:
    council, everyone = fana_elected(session)
    meeting = a_meeting(session, council)
    an_item(session, meeting, "Opprop", ItemKind.OPENING)
    called(session, meeting)
    return meeting, [each.id for each in everyone]


@pytest.mark.rule("R-255")
def test_an_absence_calls_the_first_deputy_of_the_list_that_won_the_seat(session: Session) -> None:
    """Seat 2 is H's: H's first deputy is asked. Of seven seats six are sure, and four are needed."""
    meeting, ids = a_called_meeting(session)
    report_absence(session, meeting, ids[4], "Syk.", by=AT_THE_KEYBOARD, at=A_DAY_LATER)
    log = call_log(session, meeting)
    assert [(each.absent_person_id, each.deputy_person_id, each.answer) for each in log] == [
        (ids[4], ids[9], DeputyAnswer.ASKED)
    ]
    found = projection(session, meeting, A_DAY_LATER)
    assert found is not None
    assert (found.quorum.occupied, found.quorum.members, found.quorum.needed) == (6, 7, 4)


@pytest.mark.rule("R-255")
def test_a_deputy_who_declines_passes_the_call_to_the_next_in_line(session: Session) -> None:
    """H's first deputy says no, the second yes: seven seats are filled again."""
    meeting, ids = a_called_meeting(session)
    report_absence(session, meeting, ids[4], "", by=AT_THE_KEYBOARD, at=A_DAY_LATER)
    asked = answer_call(session, meeting, ids[4], ids[9], DeputyAnswer.DECLINES, by=AT_THE_KEYBOARD, at=A_DAY_LATER)
    assert [each.deputy_person_id for each in asked] == [ids[10]]
    answer_call(session, meeting, ids[4], ids[10], DeputyAnswer.COMES, by=AT_THE_KEYBOARD, at=A_DAY_LATER)
    found = projection(session, meeting, A_DAY_LATER)
    assert found is not None
    assert (found.quorum.occupied, found.places[0].filled) == (7, True)


@pytest.mark.rule("R-255")
def test_a_place_for_which_the_group_has_nobody_stays_empty(session: Session) -> None:
    """All three of H away, and H has two deputies: the third place has nobody to call."""
    meeting, ids = a_called_meeting(session)
    for person_id in ids[4:7]:
        report_absence(session, meeting, person_id, "", by=AT_THE_KEYBOARD, at=A_DAY_LATER)
    assert [each.deputy_person_id for each in call_log(session, meeting)] == [ids[9], ids[10]]
    found = projection(session, meeting, A_DAY_LATER)
    assert found is not None
    assert (found.places[2].next_to_call, found.quorum.occupied) == (None, 4)


@pytest.mark.rule("R-255")
def test_an_absence_reported_twice_is_reported_once_and_can_be_withdrawn(session: Session) -> None:
    meeting, ids = a_called_meeting(session)
    for _ in range(2):
        report_absence(session, meeting, ids[0], "", by=AT_THE_KEYBOARD, at=A_DAY_LATER)
    assert len(absences_of(session, meeting)) == 1
    withdraw_absence(session, meeting, ids[0], by=AT_THE_KEYBOARD, at=A_DAY_LATER)
    assert list(absences_of(session, meeting)) == []
    found = projection(session, meeting, A_DAY_LATER)
    assert found is not None
    assert found.quorum.occupied == 7


@pytest.mark.rule("R-255")
def test_an_answer_from_one_who_was_never_asked_is_refused(session: Session) -> None:
    meeting, ids = a_called_meeting(session)
    with pytest.raises(NotCalled):
        answer_call(session, meeting, ids[0], ids[7], DeputyAnswer.COMES, by=AT_THE_KEYBOARD, at=A_DAY_LATER)


@pytest.mark.rule("R-255")
def test_nobody_reports_an_absence_from_a_meeting_that_has_begun_or_without_a_seat_in_it(session: Session) -> None:
    meeting, ids = a_called_meeting(session)
    with pytest.raises(MeetingNotCalled):
        report_absence(session, meeting, ids[0], "", by=AT_THE_KEYBOARD, at=ON_11_MARCH)
    with pytest.raises(NotSummoned):
        report_absence(session, meeting, ids[7], "", by=AT_THE_KEYBOARD, at=A_DAY_LATER)
