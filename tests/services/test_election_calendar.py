"""The calendar of a stored election: ticks, days of one's own, what follows from them, and what comes next."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.audit.models import AuditEvent
from app.audit.services import Actor
from app.core.database import transaction
from app.core.errors import DomainError
from app.elections.calendar.feed import calendar_file
from app.elections.calendar.models import CalendarTick
from app.elections.calendar.queries import (
    calendar_of,
    deadline,
    entries,
    last_moment,
    lists_close_at,
    what_is_next,
)
from app.elections.calendar.refusals import DoneInTheFuture, NoSuchRow, SetAfterElection
from app.elections.calendar.services.calendar import postpone_election, set_day, set_shiftable, tick, untick
from app.elections.domain.calendar import DayNotSettable, NothingToTick, ShiftNotOpen, Standing
from app.elections.domain.calendar_rows import CalendarRow
from app.elections.domain.postponement import NoLaterDay, NotPostponable, PostponementReasonMissing
from app.elections.domain.settings import SettingName
from app.elections.domain.states import ElectionState
from app.elections.lists.services.decisions import announce_lists
from app.elections.models import CandidateListRow, ElectionRow
from tests.elections import a_stored_election
from tests.planned_elections import a_draft, an_open_election

Row = CalendarRow
KARI = Actor("kari@bergen.example")
JUNE = datetime(2027, 6, 3, 9, tzinfo=UTC)


@pytest.fixture
def election(session: Session) -> ElectionRow:
    with transaction() as writing:
        an_open_election(writing)
    return the_election(session)


def the_election(session: Session) -> ElectionRow:
    return session.scalars(select(ElectionRow)).one()


def standings(session: Session, at: datetime) -> dict[Row, Standing]:
    return {each.deadline.row: each.standing for each in entries(session, the_election(session), at)}


@pytest.mark.rule("R-13")
@pytest.mark.rule("R-50")
def test_lists_close_at_noon_in_oslo(session: Session, election: ElectionRow) -> None:
    """Summer time began on 28 March 2027: 12:00 is 10:00 UTC."""
    assert lists_close_at(session, election) == datetime(2027, 3, 31, 10, tzinfo=UTC)
    assert last_moment(deadline(session, election, Row.CANDIDATE_REFUSAL)) is None
    whole_day = last_moment(deadline(session, election, Row.LISTS_DECIDED))
    assert whole_day == datetime(2027, 6, 1, 21, 59, 59, 999999, tzinfo=UTC)


@pytest.mark.rule("R-14")
def test_a_tick_says_who_when_and_in_which_case(session: Session, election: ElectionRow) -> None:
    with transaction() as writing:
        tick(writing, the_election(writing), Row.LISTS_DECIDED, date(2027, 5, 31), "2027/88", by=KARI, at=JUNE)
    stored = session.scalars(select(CalendarTick)).one()
    assert (stored.done_on, stored.reference, stored.recorded_at, stored.recorded_by) == (
        date(2027, 5, 31),
        "2027/88",
        JUNE,
        "kari@bergen.example",
    )
    assert standings(session, JUNE)[Row.LISTS_DECIDED] is Standing.DONE
    event = session.scalars(select(AuditEvent).where(AuditEvent.act == "DeadlineTicked")).one()
    assert event.after == {"row": "lists_decided", "done_on": "2027-05-31", "reference": "2027/88"}


@pytest.mark.rule("R-14")
def test_a_tick_is_corrected_or_taken_back_and_the_trail_keeps_it(session: Session, election: ElectionRow) -> None:
    with transaction() as writing:
        row = the_election(writing)
        tick(writing, row, Row.LISTS_DECIDED, date(2027, 5, 31), "2027/88", by=KARI, at=JUNE)
        tick(writing, row, Row.LISTS_DECIDED, date(2027, 5, 31), "2027/88", by=KARI, at=JUNE)
        tick(writing, row, Row.LISTS_DECIDED, date(2027, 6, 1), "2027/88", by=KARI, at=JUNE)
    assert session.scalars(select(CalendarTick.done_on)).one() == date(2027, 6, 1)
    with transaction() as writing:
        untick(writing, the_election(writing), Row.LISTS_DECIDED, by=KARI, at=JUNE)
        untick(writing, the_election(writing), Row.LISTS_DECIDED, by=KARI, at=JUNE)
    assert session.scalars(select(CalendarTick)).all() == []
    assert standings(session, JUNE)[Row.LISTS_DECIDED] is Standing.LATE
    trail = session.scalars(select(AuditEvent).order_by(AuditEvent.id)).all()[2:]
    assert [each.act for each in trail] == ["DeadlineTicked", "DeadlineUnticked", "DeadlineTicked", "DeadlineUnticked"]
    assert trail[-1].before == {
        "done_on": "2027-06-01",
        "reference": "2027/88",
        "recorded_by": "kari@bergen.example",
    }


@pytest.mark.rule("R-14")
@pytest.mark.parametrize(
    ("row", "day", "refusal"),
    [
        (Row.ADVANCE_VOTING_ENDS, date(2027, 6, 1), NothingToTick),
        (Row.LISTS_DECIDED, date(2027, 6, 4), DoneInTheFuture),
        (Row.SUNDAY_VOTING, date(2027, 6, 1), NoSuchRow),
    ],
)
def test_what_cannot_be_done_is_refused(
    session: Session, election: ElectionRow, row: Row, day: date, refusal: type[DomainError]
) -> None:
    with pytest.raises(refusal), transaction() as writing:
        tick(writing, the_election(writing), row, day, "", by=KARI, at=JUNE)
    assert session.scalars(select(CalendarTick)).all() == []


@pytest.mark.rule("R-14")
@pytest.mark.rule("R-42")
def test_the_boards_own_day_is_set_moved_and_taken_away(session: Session, election: ElectionRow) -> None:
    """Saturday 15 May 2027 leads past Whitsun and 17 May to Tuesday the 18th; Thursday 20 May stays."""
    found = []
    for day in (date(2027, 5, 15), date(2027, 5, 20), None):
        with transaction() as writing:
            set_day(writing, the_election(writing), Row.CANDIDATE_REFUSAL, day, by=KARI, at=JUNE)
        shown = deadline(session, the_election(session), Row.CANDIDATE_REFUSAL)
        assert shown
        found.append(shown.day)
    assert found == [date(2027, 5, 18), date(2027, 5, 20), None]
    for row, day, refusal in (
        (Row.LIST_DEADLINE, date(2027, 4, 15), DayNotSettable),
        (Row.CANDIDATE_REFUSAL, date(2027, 9, 13), SetAfterElection),
    ):
        with pytest.raises(refusal), transaction() as writing:
            set_day(writing, the_election(writing), row, day, by=KARI, at=JUNE)


@pytest.mark.rule("R-14")
@pytest.mark.rule("R-19")
def test_the_complaint_period_runs_from_the_day_headings_were_published(
    session: Session, election: ElectionRow
) -> None:
    """Arna's on Tuesday 1 June 2027, Fana's on Wednesday the 2nd: seven days end on the 9th. Nobody ticks it."""

    def complain_by() -> date | None:
        found = deadline(session, the_election(session), Row.LIST_COMPLAINT)
        assert found
        return found.day

    with transaction() as writing:
        contests = the_election(writing).contests
        for each in contests:
            each.lists.append(CandidateListRow(ordinal=0, code="A", name="Arbeiderpartiet", registered_party=True))
        writing.flush()
        announce_lists(writing, contests[0], date(2027, 6, 1), "Rådhuset", by=KARI, at=JUNE)
    assert complain_by() is None
    assert standings(session, JUNE)[Row.HEADINGS_PUBLISHED] is Standing.NO_DAY
    with transaction() as writing:
        announce_lists(writing, the_election(writing).contests[1], date(2027, 6, 2), "Rådhuset", by=KARI, at=JUNE)
    assert complain_by() == date(2027, 6, 9)
    assert standings(session, JUNE)[Row.HEADINGS_PUBLISHED] is Standing.DONE
    with pytest.raises(NothingToTick), transaction() as writing:
        tick(writing, the_election(writing), Row.HEADINGS_PUBLISHED, date(2027, 6, 3), "", by=KARI, at=JUNE)


@pytest.mark.rule("R-17")
def test_whether_an_open_day_moves_is_decided_and_for_others_the_law_decides(
    session: Session, election: ElectionRow
) -> None:
    """2 January 2027 is a Saturday: the party register's day stands, or leads to Monday the 4th."""
    found = []
    for moves in (True, True, False):
        with transaction() as writing:
            set_shiftable(writing, the_election(writing), Row.PARTY_REGISTRATION, shiftable=moves, by=KARI, at=JUNE)
        shown = deadline(session, the_election(session), Row.PARTY_REGISTRATION)
        assert shown
        found.append(shown.day)
    assert found == [date(2027, 1, 4), date(2027, 1, 4), date(2027, 1, 2)]
    events = session.scalars(select(AuditEvent).where(AuditEvent.act == "CalendarShiftSet")).all()
    assert [each.after and each.after["shiftable"] for each in events] == [True, False]
    for row in (Row.LIST_DEADLINE, Row.CONSTITUTING_MEETING, Row.ELECTION_DAY):
        with pytest.raises(ShiftNotOpen), transaction() as writing:
            set_shiftable(writing, the_election(writing), row, shiftable=True, by=KARI, at=JUNE)


@pytest.mark.rule("R-25")
def test_a_postponed_election_moves_what_is_reckoned_from_its_day_and_nothing_else(
    session: Session, election: ElectionRow
) -> None:
    """From Monday 13 to Monday 27 September 2027: advance votes end on the 24th, complaints on Friday 1 October."""
    with transaction() as writing:
        postpone_election(writing, the_election(writing), date(2027, 9, 27), "kgl.res. 10.9.2027", by=KARI, at=JUNE)
    days = {each.row: each.day for each in calendar_of(session, the_election(session))}
    assert days[Row.ADVANCE_VOTING_ENDS] == date(2027, 9, 24)
    assert days[Row.CONDUCT_COMPLAINT] == date(2027, 10, 1)
    assert days[Row.LIST_DEADLINE] == date(2027, 3, 31)
    assert the_election(session).release_time == datetime(2027, 9, 27, 19, tzinfo=UTC)
    event = session.scalars(select(AuditEvent).where(AuditEvent.act == "ElectionPostponed")).one()
    assert event.before == {"election_day": "2027-09-13"}
    assert event.after == {"election_day": "2027-09-27", "decision": "kgl.res. 10.9.2027"}


@pytest.mark.rule("R-25")
def test_a_day_in_the_next_year_leaves_the_deadlines_of_the_year_where_they_were(
    session: Session, election: ElectionRow
) -> None:
    with transaction() as writing:
        postpone_election(writing, the_election(writing), date(2028, 1, 10), "kgl.res. 10.9.2027", by=KARI, at=JUNE)
    assert lists_close_at(session, the_election(session)) == datetime(2027, 3, 31, 10, tzinfo=UTC)


@pytest.mark.rule("R-25")
@pytest.mark.parametrize(
    ("state", "day", "decision", "refusal"),
    [
        (ElectionState.DRAFT, date(2027, 9, 27), "kgl.res.", NotPostponable),
        (ElectionState.SETTLED, date(2027, 9, 27), "kgl.res.", NotPostponable),
        (ElectionState.VOTING, date(2027, 9, 13), "kgl.res.", NoLaterDay),
        (ElectionState.VOTING, date(2027, 9, 27), " ", PostponementReasonMissing),
    ],
)
def test_what_cannot_be_postponed_is_refused(
    session: Session,
    election: ElectionRow,
    *,
    state: ElectionState,
    day: date,
    decision: str,
    refusal: type[DomainError],
) -> None:
    with transaction() as writing:
        the_election(writing).state = state
    with pytest.raises(refusal), transaction() as writing:
        postpone_election(writing, the_election(writing), day, decision, by=KARI, at=JUNE)
    assert the_election(session).election_day == date(2027, 9, 13)


@pytest.mark.rule("R-14")
def test_what_is_late_and_what_comes_next(session: Session, election: ElectionRow) -> None:
    """On 3 June 2027 nothing is ticked; next comes 30 June, the day that decides where one votes."""
    late, following = what_is_next(session, election, JUNE)
    assert [each.deadline.row for each in late] == [
        Row.COUNCIL_DECISION,
        Row.POLLING_DISTRICT_CHANGES,
        Row.ELECTION_REPORT,
        Row.LISTS_DECIDED,
    ]
    assert following
    assert following.deadline.row is Row.ROLL_RECORD_DATE


@pytest.mark.rule("R-14")
def test_when_the_election_is_over_nothing_is_late(session: Session) -> None:
    with transaction() as writing:
        a_stored_election(writing).state = ElectionState.VALID
    late, _following = what_is_next(session, the_election(session), JUNE)
    assert late == []


@pytest.mark.rule("R-14")
def test_sunday_voting_is_in_the_calendar_when_it_is_decided(session: Session) -> None:
    with transaction() as writing:
        a_draft(writing, settings={SettingName.SUNDAY_VOTING: "true"})
    shown = deadline(session, the_election(session), Row.SUNDAY_VOTING)
    assert shown
    assert shown.day == date(2027, 9, 12)


@pytest.mark.rule("R-16")
def test_a_year_whose_holidays_nobody_knows_has_no_calendar(session: Session) -> None:
    with transaction() as writing:
        a_stored_election(writing).election_day = date(2103, 9, 10)
    assert calendar_of(session, the_election(session)) == ()
    assert lists_close_at(session, the_election(session)) is None


@pytest.mark.rule("R-13")
def test_the_file_for_calendars_is_the_same_each_time_and_has_only_known_days(
    session: Session, election: ElectionRow
) -> None:
    deadlines = calendar_of(session, election)
    made = calendar_file("Bydelsvalg 2027", "2027", deadlines, election.created_at, "nb")
    assert made == calendar_file("Bydelsvalg 2027", "2027", deadlines, election.created_at, "nb")
    text = made.decode().replace("\r\n ", "")
    assert text.count("BEGIN:VEVENT") == sum(each.day is not None for each in deadlines)
    assert "UID:list_deadline.2027@verv\r\nDTSTAMP:20261124T090000Z\r\nDTSTART:20270331T100000Z\r\n" in text
    assert "DTSTART;VALUE=DATE:20270601\r\nDTEND;VALUE=DATE:20270602\r\n" in text
