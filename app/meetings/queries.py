"""What is asked of meetings. A session first; nothing here writes. Everything, drafts too: the public has its own."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, joinedload, selectinload

from app.core.clock import OSLO
from app.councils.council_models import Council, CouncilTerm
from app.councils.domain.history import CouncilOnDay
from app.councils.domain.time_axes import on
from app.councils.queries import council_on_date, persons, sitting_council, term_on
from app.councils.spell_rows import history_of
from app.meetings.domain.agenda import AgendaItem
from app.meetings.domain.case_numbers import CaseNumber
from app.meetings.domain.meeting_forms import REMOTE_FORMS, StandingRules
from app.meetings.domain.proceedings import Setting
from app.meetings.domain.roster import Attendee, Roster, roster_of
from app.meetings.domain.roster_json import roster_from_json
from app.meetings.domain.states import ItemState
from app.meetings.models import AgendaItemRow, CaseNumberRow, Meeting, MeetingRosterRow, StandingRulesRow

CALLED_ITEMS = frozenset({ItemState.NUMBERED, ItemState.HANDLED, ItemState.POSTPONED, ItemState.WITHDRAWN})
"""The states of items that have gone out with an agenda; WITHDRAWN only for those that were sent."""


def meeting_by_address(session: Session, address: str) -> Meeting | None:
    """The meeting with this place in addresses, with its agenda."""
    return session.scalar(_whole().where(Meeting.address == address))


def meeting_by_id(session: Session, meeting_id: int) -> Meeting | None:
    """The meeting with this id, with its agenda."""
    return session.scalar(_whole().where(Meeting.id == meeting_id))


def meetings_between(session: Session, from_on: date, to_on: date, council_ids: Sequence[int]) -> list[Meeting]:
    """The councils' meetings from one day up to, but not with, another, in the order of time; drafts and all."""
    return list(
        session.scalars(
            _whole()
            .where(
                Meeting.starts_at >= _midnight(from_on),
                Meeting.starts_at < _midnight(to_on),
                Meeting.council_id.in_(council_ids),
            )
            .order_by(Meeting.starts_at, Meeting.council_id, Meeting.id)
        )
    )


def day_of(meeting: Meeting) -> date:
    """The day of the meeting, in Norway."""
    return meeting.starts_at.astimezone(OSLO).date()


def term_of(session: Session, meeting: Meeting) -> CouncilTerm | None:
    """The council's term on the day of the meeting; None while no term has begun that covers it."""
    return term_on(session, meeting.council_id, day_of(meeting))


def standing_rules_row(session: Session, council: Council) -> StandingRulesRow | None:
    """What has been written down of the council's rules for its meetings."""
    return session.get(StandingRulesRow, council.id)


def standing_rules(session: Session, council: Council) -> StandingRules:
    """The rules the council's meetings are held by: those written down, else the defaults.

    Rules: R-301.
    """
    row = standing_rules_row(session, council)
    if row is None:
        return StandingRules()
    return StandingRules(row.notice_days, row.approval, row.remote_allowed, row.number_prefix)


def case_numbers_of(session: Session, council_id: int, year: int) -> list[CaseNumber]:
    """Every case number the council has issued in the year."""
    rows = session.scalars(
        select(CaseNumberRow).where(CaseNumberRow.council_id == council_id, CaseNumberRow.year == year)
    )
    return sorted(each.value for each in rows)


def last_meeting_number(session: Session, council_id: int, year: int) -> int:
    """The highest number of the council's meetings in the year; 0 before the first is called."""
    asked = select(func.max(Meeting.number)).where(Meeting.council_id == council_id, Meeting.year == year)
    return session.scalar(asked) or 0


def item_by_key(meeting: Meeting, key: str) -> AgendaItemRow | None:
    """The item with this key, whatever its state."""
    return next((each for each in meeting.items if each.key == key), None)


def item_value(row: AgendaItemRow) -> AgendaItem:
    """The row as the domain sees it."""
    return AgendaItem(
        row.key,
        row.kind,
        row.title,
        row.number,
        row.archive_number,
        row.recommendation,
        row.recommended_by,
        row.sent_on,
        row.public_title,
        row.exempt_under,
        row.pay_of_elected,
    )


def called_items(meeting: Meeting) -> tuple[AgendaItemRow, ...]:
    """The items that have gone out with an agenda, in its order; not those withdrawn before they were sent."""
    return tuple(each for each in meeting.items if each.state in CALLED_ITEMS and each.sent_on is not None)


def agenda_of(meeting: Meeting) -> tuple[AgendaItem, ...]:
    """The agenda as it was called, for the events of the meeting: what is withdrawn before it begins is not on it."""
    return tuple(item_value(each) for each in called_items(meeting) if each.state is not ItemState.WITHDRAWN)


def roster_of_meeting(session: Session, meeting: Meeting, known: datetime) -> Roster:
    """Who may sit where: as it was written down when the roll was called, else as the membership of the day is known.

    Refused by its emptiness: a meeting on a day without a term has a roster without seats.

    Law: kommuneloven (2018) §§ 7-10, 8-1.
    Rules: R-254, R-255, R-262.
    """
    if kept := session.get(MeetingRosterRow, meeting.id):
        return roster_from_json(kept.document)
    term = term_of(session, meeting)
    return roster_on(session, term, day_of(meeting), known) if term else Roster(())


def roster_on(session: Session, council_term: CouncilTerm, day: date, known: datetime) -> Roster:
    """The roster of a council on a day, as its membership was known at a moment.

    Rules: R-254, R-255, R-262.
    """
    on_day = council_on_date(session, council_term, day, known)
    parties = parties_on(session, council_term, day, known)
    council = sitting_council(session, council_term, day, known)
    return roster_of(council, parties, _substitutes(session, on_day, parties))


def parties_on(session: Session, council_term: CouncilTerm, day: date, known: datetime) -> Mapping[int, str]:
    """Person → the group one belongs to on the day, by its code where the council has it; empty for an independent.

    One who has never been recorded in another group belongs to the list one was elected for.

    Rules: R-254.
    """
    membership = history_of(session, council_term.id).known_at(known)
    codes = {each.name: each.code for each in council_term.groups}
    elected_for = {
        **{each.person_id: each.list_code for each in membership.deputies},
        **{each.person_id: each.list_code for each in membership.seats},
    }
    changed = {each.person_id: "" for each in membership.affiliations if each.from_on <= day}
    now_in = {each.person_id: codes.get(each.group_name, each.group_name) for each in on(membership.affiliations, day)}
    return {**elected_for, **changed, **now_in}


def setting_of(session: Session, meeting: Meeting, known: datetime) -> Setting:
    """What is given before the meeting begins, for the log of its events.

    Law: kommuneloven (2018) §§ 11-2, 11-3.
    Rules: R-284, R-287, R-298.
    """
    return Setting(
        day_of(meeting),
        roster_of_meeting(session, meeting, known),
        agenda_of(meeting),
        meeting.summoned_at.astimezone(OSLO).date() if meeting.summoned_at else None,
        remote=meeting.form in REMOTE_FORMS,
    )


def _substitutes(session: Session, on_day: CouncilOnDay, parties: Mapping[int, str]) -> dict[int, Attendee]:
    sitting = {each.seat: each.substitute.person_id for each in on_day.seats if each.substitute}
    found = persons(session, sitting.values())
    return {
        seat: Attendee(person_id, found[person_id].name, parties.get(person_id, ""))
        for seat, person_id in sitting.items()
    }


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=OSLO)


def _whole() -> Select[Meeting]:
    return select(Meeting).options(
        joinedload(Meeting.council).joinedload(Council.district),
        selectinload(Meeting.items).joinedload(AgendaItemRow.case_number),
        selectinload(Meeting.moves),
    )
