"""One act at a time on a bundle: it is held until the transaction ends, and what is settled opens no more."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.elections.changed_ballots.models import TypedBatch
from app.elections.changed_ballots.refusals import NotCounting
from app.elections.domain.states import ElectionState
from app.elections.models import ContestRow
from app.elections.queries import locked_contests
from app.elections.refusals import ContestIsSettled

COUNTED_IN = frozenset({ElectionState.LISTS_DECIDED, ElectionState.VOTING, ElectionState.COUNTING})


def hold(session: Session, batch: TypedBatch) -> None:
    """Wait until nobody else acts on the bundle, and read it again. Refused once its contest is settled.

    Rules: R-115.
    """
    session.flush()
    session.execute(select(TypedBatch.id).where(TypedBatch.id == batch.id).with_for_update())
    session.refresh(batch)
    require_unsettled(session, batch.contest)


def require_unsettled(session: Session, contest: ContestRow) -> None:
    """Refuse a contest that is settled, and an election whose ballots are not counted now."""
    if contest.code in locked_contests(session, contest.election_id):
        raise ContestIsSettled(contest.code)
    if ElectionState(contest.election.state) not in COUNTED_IN:
        raise NotCounting(ElectionState(contest.election.state))


def object_id(batch: TypedBatch) -> str:
    """What the audit trail calls a bundle: ``2027/fana/001``."""
    return f"{batch.contest.election.address}/{batch.contest.code}/{batch.code}"
