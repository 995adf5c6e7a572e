"""Begin a proposal, say whose it is, receive it, receive corrections; throw away a draft that never came in."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.audit.services import Actor, record
from app.elections.domain.list_changes import VersionCause
from app.elections.domain.list_proposal import PARTIES, BoardStatement, ProposerKind
from app.elections.domain.list_proposal_states import ListProposalState, list_proposal_moves
from app.elections.domain.list_receipt import is_late
from app.elections.lists.events import (
    ListCorrected,
    ListHeadingChanged,
    ListProposalBegun,
    ListProposalDiscarded,
    ListProposalReceived,
)
from app.elections.lists.models import ListProposalRow
from app.elections.lists.queries import rules_of
from app.elections.lists.refusals import CodeTaken, NotADraft, ReceivedInFuture, StatementSourceMissing
from app.elections.lists.services.edits import keep_version, object_id, open_proposal, require_open
from app.elections.models import ContestRow


@dataclass(frozen=True, slots=True)
class Heading:
    """Whose list it is: code on ballots, heading, who puts it up, and where the representative is reached.

    ``board_statement`` is what the party's national board has stated, ``statement_source`` where that stands (R-53).
    """

    code: str
    heading: str
    kind: ProposerKind
    contact_address: str = ""
    contact_email: str = ""
    board_statement: BoardStatement = BoardStatement.NONE
    statement_source: str = ""


def begin_proposal(
    session: Session, contest: ContestRow, heading: Heading, *, by: Actor, at: datetime
) -> ListProposalRow:
    """A new draft. Refused: a code that another proposal of the district has.

    Law: valgloven (2002) § 6-1; valgloven (2023) § 5-1.
    Rules: R-52.
    """
    require_open(contest.election)
    row = ListProposalRow(
        contest=contest,
        state=ListProposalState.DRAFT,
        edit=1,
        case_number="",
        reasons="",
        created_at=at,
        created_by=by.name,
    )
    with session.no_autoflush:
        _fill(session, row, heading)
    session.add(row)
    session.flush()
    record(session, ListProposalBegun(object_id(row), row.heading, row.kind), by=by, at=at)
    return row


def change_heading(
    session: Session, row: ListProposalRow, heading: Heading, *, seen: int, by: Actor, at: datetime
) -> None:
    """Another heading, code, kind of proposer or way to reach the representative, or what a national board has stated.

    A version is left behind if the heading changed. Refused: a code that is taken, and a statement without its source.

    Rules: R-53.
    """
    open_proposal(session, row, seen)
    before = {
        "code": row.code,
        "heading": row.heading,
        "kind": str(row.kind),
        "board_statement": str(row.board_statement),
        "statement_source": row.board_statement_source,
    }
    _fill(session, row, heading)
    keep_version(session, row, by=by, at=at)
    event = ListHeadingChanged(
        object_id(row), before, row.code, row.heading, row.kind, row.board_statement, row.board_statement_source
    )
    record(session, event, by=by, at=at)


def receive_proposal(
    session: Session, row: ListProposalRow, received_at: datetime, *, seen: int, by: Actor, at: datetime
) -> None:
    """The proposal has reached the municipality at this moment, to the second. A late one is received too: it is the
    board that dismisses it. Refused: a moment that has not come.

    Law: valgloven (2002) § 6-1 (1); valgloven (2023) § 5-7.
    Rules: R-50.
    """
    open_proposal(session, row, seen)
    row.state = list_proposal_moves(row.state, ListProposalState.RECEIVED)
    if received_at > at:
        raise ReceivedInFuture
    row.received_at, row.received_by = received_at.replace(microsecond=0), by.name
    keep_version(session, row, by=by, at=at, cause=VersionCause.RECEIVED)
    late = is_late(received_at, rules_of(row.contest).closes_at)
    record(session, ListProposalReceived(object_id(row), row.received_at.isoformat(), late), by=by, at=at)


def receive_correction(
    session: Session, row: ListProposalRow, received_at: datetime, *, seen: int, by: Actor, at: datetime
) -> None:
    """The proposers have answered the notice. Refused: a moment that has not come, and when nothing was notified.

    Law: valgloven (2023) §§ 5-10 (3), 5-11 (1).
    Rules: R-62.
    """
    open_proposal(session, row, seen)
    row.state = list_proposal_moves(row.state, ListProposalState.CORRECTED)
    if received_at > at:
        raise ReceivedInFuture
    row.respond_by = None
    keep_version(session, row, by=by, at=at, cause=VersionCause.CORRECTED)
    record(session, ListCorrected(object_id(row), received_at.isoformat()), by=by, at=at)


def discard_draft(session: Session, row: ListProposalRow, *, seen: int, by: Actor, at: datetime) -> None:
    """Throw away a draft. Refused: a proposal that has been received; it is kept whatever becomes of it.

    Rules: R-50.
    """
    open_proposal(session, row, seen)
    if row.state is not ListProposalState.DRAFT:
        raise NotADraft(row.heading)
    record(session, ListProposalDiscarded(object_id(row), row.heading), by=by, at=at)
    session.delete(row)
    session.flush()


def _fill(session: Session, row: ListProposalRow, heading: Heading) -> None:
    taken = select(ListProposalRow.id).where(
        ListProposalRow.contest_id == row.contest.id, ListProposalRow.code == heading.code
    )
    if any(found != row.id for found in session.scalars(taken)):
        raise CodeTaken(heading.code)
    row.code, row.heading, row.kind = heading.code, heading.heading, heading.kind
    row.contact_address, row.contact_email = heading.contact_address, heading.contact_email
    _state(row, heading)


def _state(row: ListProposalRow, heading: Heading) -> None:
    """What the national board has stated; a list that stands under no party's name has none."""
    stated = heading.board_statement if heading.kind in PARTIES else BoardStatement.NONE
    if stated is not BoardStatement.NONE and not heading.statement_source.strip():
        raise StatementSourceMissing
    row.board_statement = stated
    row.board_statement_source = heading.statement_source.strip() if stated is not BoardStatement.NONE else ""
