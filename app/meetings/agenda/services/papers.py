"""The papers of an item: its case text, passage by passage, and the files that go with it."""

import hashlib
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import cast

from sqlalchemy import Table, delete, select
from sqlalchemy.orm import Session

from app.audit.services import Actor, record
from app.core.bulk import insert_many
from app.meetings.agenda.file_types import PaperKind
from app.meetings.agenda.rich_text import clean
from app.meetings.domain.exemption import Passage, require_legal_basis
from app.meetings.events import AgendaItemChanged
from app.meetings.models import Attachment, CasePassageRow, Meeting, MeetingFile, MeetingFilePart
from app.meetings.refusals import ItemNotThere
from app.meetings.services.agenda import draft_item
from app.meetings.services.plan import edit_meeting

PART_SIZE = 1 << 20


@dataclass(frozen=True, slots=True)
class Paper:
    """A file at ``path`` that has been found to be of a kind; ``exempt_under`` keeps it from the public."""

    path: Path
    name: str
    kind: PaperKind
    title: str = ""
    exempt_under: str = ""


def set_case_text(
    session: Session,
    meeting: Meeting,
    key: str,
    passages: Sequence[Passage],
    *,
    seen: int,
    by: Actor,
    at: datetime,
) -> None:
    """The case text of an item that has not gone out: cleaned passages, each public or under its paragraph.

    Passages that say nothing are left out. Refused: a paragraph that cannot be used.

    Law: offentleglova (2006) §§ 13, 16.
    Rules: R-283.
    """
    edit_meeting(session, meeting, seen)
    row = draft_item(meeting, key)
    cleaned = [Passage(html, each.exempt_under) for each in passages if (html := clean(each.text))]
    for each in cleaned:
        if each.exempt_under:
            require_legal_basis(each.exempt_under)
    session.execute(delete(CasePassageRow).where(CasePassageRow.agenda_item_id == row.id))
    session.expire(row, ["passages"])
    row.passages.extend(
        CasePassageRow(position=position, html=each.text, exempt_under=each.exempt_under)
        for position, each in enumerate(cleaned, start=1)
    )
    session.flush()
    record(session, AgendaItemChanged(meeting.address, key, "case_text"), by=by, at=at)


def attach(
    session: Session,
    meeting: Meeting,
    key: str,
    paper: Paper,
    *,
    seen: int,
    by: Actor,
    at: datetime,
) -> Attachment:
    """A paper for an item that has not gone out. Refused: a paragraph that cannot be used.

    Rules: R-282, R-283.
    """
    edit_meeting(session, meeting, seen)
    row = draft_item(meeting, key)
    if paper.exempt_under:
        require_legal_basis(paper.exempt_under)
    attachment = Attachment(
        position=max((each.position for each in row.attachments), default=0) + 1,
        title=paper.title or paper.name,
        exempt_under=paper.exempt_under,
        file_id=_keep(session, paper, by, at).id,
        added_at=at,
        added_by=by.name,
    )
    row.attachments.append(attachment)
    session.flush()
    record(session, AgendaItemChanged(meeting.address, key, "attachment"), by=by, at=at)
    return attachment


def detach(
    session: Session, meeting: Meeting, key: str, attachment_id: int, *, seen: int, by: Actor, at: datetime
) -> None:
    """Take a paper away from an item that has not gone out; nobody else has it, so the bytes go too.

    Rules: R-282.
    """
    edit_meeting(session, meeting, seen)
    row = draft_item(meeting, key)
    attachment = next((each for each in row.attachments if each.id == attachment_id), None)
    if attachment is None:
        raise ItemNotThere(str(attachment_id))
    file = attachment.file
    row.attachments.remove(attachment)
    session.flush()
    session.execute(delete(MeetingFilePart).where(MeetingFilePart.file_id == file.id))
    session.delete(file)
    session.flush()
    record(session, AgendaItemChanged(meeting.address, key, "attachment_removed"), by=by, at=at)


def content(session: Session, file_id: int) -> Iterator[bytes]:
    """The bytes of a paper, in order, a piece at a time."""
    parts = select(MeetingFilePart.content).where(MeetingFilePart.file_id == file_id)
    for piece in session.scalars(parts.order_by(MeetingFilePart.ordinal).execution_options(yield_per=1)):
        yield zlib.decompress(piece)


def streamed_content(session: Session, file_id: int) -> Iterator[bytes]:
    """The same for an answer that is sent after its request has ended: the connection is given back with the last."""
    try:
        yield from content(session, file_id)
    finally:
        session.close()


def _keep(session: Session, paper: Paper, by: Actor, at: datetime) -> MeetingFile:
    file = MeetingFile(
        name=paper.name[-255:],
        kind=paper.kind,
        sha256="",
        size=paper.path.stat().st_size,
        received_at=at,
        received_by=by.name,
    )
    session.add(file)
    session.flush()
    digest = hashlib.sha256()
    parts = ((file.id, ordinal, piece) for ordinal, piece in enumerate(_pieces(paper.path, digest.update)))
    insert_many(session, cast(Table, MeetingFilePart.__table__), ("file_id", "ordinal", "content"), parts)
    file.sha256 = digest.hexdigest()
    return file


def _pieces(path: Path, read: Callable[[bytes], None]) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(PART_SIZE):
            read(piece)
            yield zlib.compress(piece, 1)
