"""From the rows of a called meeting to the content of its summons."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy.orm import Session

from app.councils.domain.membership import Role
from app.councils.queries import council_on_date, persons
from app.meetings.calling.documents.summons_content import (
    Called,
    ItemSource,
    Summons,
    SummonsPaper,
    summons_items,
)
from app.meetings.domain.exemption import Passage
from app.meetings.domain.minutes import Face
from app.meetings.domain.states import ItemState
from app.meetings.models import AgendaItemRow, Meeting
from app.meetings.queries import called_items, day_of, parties_on, standing_rules_row, term_of


def gathered_summons(session: Session, meeting: Meeting, face: Face, known: datetime) -> Summons:
    """The summons as it has gone out. Members as they were known when it was sent, so that it reads the same for ever.

    Law: kommuneloven (2018) § 11-3.
    Rules: R-282, R-283.
    """
    rules = standing_rules_row(session, meeting.council)
    sent_at = meeting.summoned_at or known
    called, leader = _called(session, meeting, sent_at)
    sources = [item_source(each) for each in called_items(meeting)]
    return Summons(
        face=face,
        municipality=meeting.council.district.municipality.name,
        council=meeting.council.name,
        number=meeting.meeting_number,
        address=meeting.address,
        form=meeting.form,
        place=meeting.place,
        starts_at=meeting.starts_at,
        dated=sent_at,
        archive_reference=meeting.archive_reference,
        absence_to=(rules.absence_to if rules else "") or meeting.council.contact,
        question_time_minutes=rules.question_time_minutes if rules else 0,
        leader=leader,
        secretary=meeting.secretary,
        called=called,
        items=summons_items(sources, face, prefix=rules.number_prefix if rules else False),
    )


def item_source(row: AgendaItemRow) -> ItemSource:
    """All that is known of an item."""
    return ItemSource(
        key=row.key,
        number=row.case_number.value if row.case_number else None,
        archive_number=row.archive_number,
        kind=row.kind,
        title=row.title,
        public_title=row.public_title,
        exempt_under=row.exempt_under,
        additional=row.additional,
        withdrawn=row.state is ItemState.WITHDRAWN,
        case_officer=row.case_officer,
        recommendation=row.recommendation,
        recommended_by=row.recommended_by,
        passages=tuple(Passage(each.html, each.exempt_under) for each in row.passages),
        papers=tuple(
            SummonsPaper(each.id, each.title, each.file.kind, each.file.size, each.exempt_under)
            for each in row.attachments
        ),
        not_attached=tuple(line.strip() for line in row.not_attached.splitlines() if line.strip()),
    )


def _called(session: Session, meeting: Meeting, known: datetime) -> tuple[tuple[Called, ...], str]:
    """Those summoned by seat, with the word for their office left to the page; and who leads."""
    term = term_of(session, meeting)
    if term is None:
        return (), ""
    day = day_of(meeting)
    seats = council_on_date(session, term, day, known).seats
    sitting = [(each.sitting_person_id, each.role) for each in seats if each.sitting_person_id is not None]
    found = persons(session, [person_id for person_id, _role in sitting])
    parties: Mapping[int, str] = parties_on(session, term, day, known)
    called = tuple(
        Called(found[person_id].name, parties.get(person_id, ""), str(role or "")) for person_id, role in sitting
    )
    return called, next((each.name for each in called if each.role == Role.CHAIR), "")
