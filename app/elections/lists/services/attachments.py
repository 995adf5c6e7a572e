"""Papers that came with a proposal, kept exactly as they were handed in."""

from datetime import datetime

from sqlalchemy.orm import Session

from app.audit.services import Actor, record
from app.elections.lists.events import ListAttachmentKept
from app.elections.lists.models import ListAttachmentRow, ListProposalRow
from app.elections.lists.paper_kinds import BEGINNING, media_type, names_of_kinds
from app.elections.lists.refusals import NotAPaper
from app.elections.lists.services.edits import object_id, open_proposal
from app.elections.services.received import Received, enter, keep

LIST_ATTACHMENT = "list_attachment"


def keep_attachment(
    session: Session,
    row: ListProposalRow,
    description: str,
    received: Received,
    *,
    seen: int,
    by: Actor,
    at: datetime,
) -> ListAttachmentRow:
    """Keep a paper: a consent, a declaration, the scanned list itself. Refused: what is no PDF or picture in itself.

    Law: valgloven (2002) § 6-4; valgloven (2023) § 5-5.
    Rules: R-59.
    """
    open_proposal(session, row, seen)
    with received.path.open("rb") as paper:
        if media_type(paper.read(BEGINNING)) is None:
            raise NotAPaper(received.path.name, names_of_kinds())
    file = enter(session, row.contest.election_id, LIST_ATTACHMENT, received.path, by=by, at=at)
    keep(session, file, received)
    attachment = ListAttachmentRow(received_file_id=file.id, description=description)
    row.attachments.append(attachment)
    session.flush()
    record(session, ListAttachmentKept(object_id(row), description, received.sha256), by=by, at=at)
    return attachment
