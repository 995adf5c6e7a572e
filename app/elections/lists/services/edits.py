"""One edit at a time: whoever saves must have seen the latest, nothing decided changes, and versions stay behind."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.audit.services import Actor
from app.elections.domain.list_changes import VersionCause
from app.elections.domain.list_proposal_states import ListProposalState, require_undecided
from app.elections.domain.states import ElectionState
from app.elections.lists.documents import candidates_written
from app.elections.lists.models import ListProposalRow, ListVersionRow
from app.elections.lists.queries import candidate_value
from app.elections.lists.refusals import ListsNotOpen, StaleEdit
from app.elections.models import ElectionRow

_CAUSES = {
    ListProposalState.RECEIVED: VersionCause.TYPED_AGAIN,
    ListProposalState.DEFECTS_NOTIFIED: VersionCause.CORRECTED,
    ListProposalState.CORRECTED: VersionCause.CORRECTED,
}


def open_proposal(session: Session, row: ListProposalRow, seen: int) -> None:
    """Hold the proposal until the transaction ends, and count the edit.

    Refused: a save that is out of date, a proposal that is decided, an election that takes no lists.
    """
    session.flush()
    session.execute(select(ListProposalRow.id).where(ListProposalRow.id == row.id).with_for_update())
    session.refresh(row)
    require_open(row.contest.election)
    require_undecided(row.state)
    if seen != row.edit:
        raise StaleEdit(row.heading, seen, row.edit)
    row.edit += 1


def require_open(election: ElectionRow) -> None:
    """Refuse an election that does not take list proposals now."""
    if election.state != ElectionState.OPEN_FOR_LISTS:
        raise ListsNotOpen(election.state)


def object_id(row: ListProposalRow) -> str:
    """What the audit trail calls a proposal: ``2027/fana/A``."""
    return f"{row.contest.election.address}/{row.contest.code}/{row.code}"


def keep_version(
    session: Session,
    row: ListProposalRow,
    *,
    by: Actor,
    at: datetime,
    cause: VersionCause | None = None,
    note: str = "",
) -> int:
    """Leave a version behind if what stands on the ballot is not as in the latest; the number of the latest then.

    A draft leaves none: it has not been received.

    Law: valgloven (2002) § 6-6; valgloven (2023) § 5-11.
    Rules: R-62.
    """
    session.flush()
    session.expire(row, ["candidates"])
    document = candidates_written([candidate_value(each) for each in row.candidates])
    latest = row.versions[-1] if row.versions else None
    cause = cause or _CAUSES.get(row.state)
    if cause is None or (latest and (latest.heading, latest.document) == (row.heading, document)):
        return latest.number if latest else 0
    number = latest.number + 1 if latest else 1
    row.versions.append(
        ListVersionRow(
            number=number, cause=cause, heading=row.heading, document=document, note=note, made_at=at, made_by=by.name
        )
    )
    session.flush()
    return number
