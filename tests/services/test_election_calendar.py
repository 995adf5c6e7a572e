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
from app.elections.calendar.services.calendar import set_day, tick, untick
from app.elections.domain.calendar import DayNotSettable, NothingToTick, Standing
from app.elections.domain.calendar_rows import CalendarRow
from app.elections.domain.settings import SettingName
from app.elections.domain.states import ElectionState
from app.elections.models import ElectionRow
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
    """Published on Wednesday 2 June 2027: seven days end on the 9th."""
    with transaction() as writing:
        tick(writing, the_election(writing), Row.HEADINGS_PUBLISHED, date(2027, 6, 2), "", by=KARI, at=JUNE)
    complaint = deadline(session, the_election(session), Row.LIST_COMPLAINT)
    assert complaint
    assert complaint.day == date(2027, 6, 9)


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
