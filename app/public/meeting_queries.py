"""From the database to the public pages of meetings: the plan, and agendas that have been called; never a draft.

An agenda is read item by item as it has gone out. Exempt text and exempt papers are left out where they are read, and
a paper is found only through an item that the public may read.

Law: kommuneloven (2018) § 11-3; offentleglova (2006) §§ 3, 13.
Rules: R-282, R-283.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from app.core.clock import OSLO
from app.councils.council_models import Council
from app.councils.queries import council_by_slug
from app.meetings.agenda.services.papers import streamed_content
from app.meetings.calling.documents.gathered_summons import gathered_summons
from app.meetings.domain.minutes import Face
from app.meetings.models import Meeting
from app.meetings.queries import called_items, meeting_by_address
from app.public.meeting_pages import MeetingLine, MeetingPage, MeetingsPage, MovedFrom

RECENT = 12
"""How many of the meetings that have been stand on the page of those to come."""


@dataclass(frozen=True, slots=True)
class PublicPaper:
    """A paper that anyone may read: ``pieces`` are its bytes, read as they are sent."""

    name: str
    kind: str
    size: int
    pieces: Iterator[bytes]


def meetings_page(session: Session, slug: str, year: int | None, at: datetime) -> MeetingsPage | None:
    """The meetings of one council, or of all where ``slug`` is empty; None when there is no such council.

    On the page of all, only the latest of those that have been stand; ``all`` has every one.
    """
    council = council_by_slug(session, slug) if slug else None
    if slug and council is None:
        return None
    everything = meeting_lines(session, council.id if council else None)
    lines = [each for each in everything if year is None or each.on.year == year]
    to_come = tuple(each for each in lines if each.ends_at > at)
    held = tuple(reversed([each for each in lines if each.ends_at <= at]))
    return MeetingsPage(
        council.name if council else "",
        slug,
        year,
        tuple(sorted({each.on.year for each in everything}, reverse=True)),
        to_come,
        held if year or council else held[:RECENT],
        tuple(lines),
    )


def meeting_lines(session: Session, council_id: int | None = None) -> Sequence[MeetingLine]:
    """Every meeting, as the plan has it, in the order of time."""
    asked = select(Meeting).order_by(Meeting.starts_at, Meeting.council_id, Meeting.id)
    if council_id is not None:
        asked = asked.where(Meeting.council_id == council_id)
    rows = session.scalars(
        asked.options(
            joinedload(Meeting.council).joinedload(Council.district),
            selectinload(Meeting.moves),
            selectinload(Meeting.items),
        )
    )
    return [_line(row) for row in rows]


def meeting_page(session: Session, address: str, at: datetime) -> MeetingPage | None:
    """A meeting with its called agenda, its public face; None when there is no such meeting."""
    row = meeting_by_address(session, address)
    if row is None:
        return None
    line = _line(row)
    return MeetingPage(line, gathered_summons(session, row, Face.PUBLIC, at) if line.called else None)


def public_paper(session: Session, address: str, number: int) -> PublicPaper | None:
    """A paper of a called item; None for one that is exempt, belongs to an exempt item or a draft, or is not there.

    Law: offentleglova (2006) §§ 3, 13.
    Rules: R-283.
    """
    meeting = meeting_by_address(session, address)
    for item in called_items(meeting) if meeting else ():
        for paper in item.attachments if not item.exempt_under else ():
            if paper.id == number and not paper.exempt_under:
                file = paper.file
                return PublicPaper(file.name, file.kind, file.size, streamed_content(session, file.id))
    return None


def _line(row: Meeting) -> MeetingLine:
    return MeetingLine(
        address=row.address,
        council=row.council.name,
        slug=row.council.slug,
        on=row.starts_at.astimezone(OSLO).date(),
        starts_at=row.starts_at,
        duration_minutes=row.duration_minutes,
        place=row.place,
        form=row.form,
        state=row.state,
        number=row.meeting_number,
        reason=row.reason,
        revision=row.revision,
        changed_at=row.changed_at,
        called=row.number is not None and bool(called_items(row)),
        moves=tuple(MovedFrom(each.from_at, each.from_place, each.reason) for each in row.moves),
    )
