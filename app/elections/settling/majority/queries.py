"""A majority election as it stands: batches, rulings, the newest trial, the settlement in force."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from app.elections.domain.blockers import Blocker, BlockerKind
from app.elections.domain.majority_ballots import (
    MajorityBallot,
    PersonVotes,
    count_majority_votes,
    read_majority_ballot,
)
from app.elections.domain.majority_election import FEWEST_LISTS, MajoritySettlement, PersonLot, PersonLotRequired
from app.elections.domain.majority_entries import (
    NameRuling,
    TypedBatch,
    agreed,
    ruled,
    typed_ballots,
)
from app.elections.domain.states import ElectionState
from app.elections.models import CandidateListRow, ContestRow, ElectionRow, SettlementRow
from app.elections.queries import lists_per_contest
from app.elections.settling.majority.document import read_majority, read_person_lot
from app.elections.settling.majority.models import MajorityBatchRow, MajorityNameRulingRow
from app.elections.settling.models import TrialSettlementRow
from app.elections.settling.queries import lot_rows
from app.elections.settling.standing import majority_in_force

WHILE_NAMES_ARE_TYPED = (
    ElectionState.LISTS_DECIDED,
    ElectionState.VOTING,
    ElectionState.COUNTING,
    ElectionState.SETTLED,
)


@dataclass(frozen=True, slots=True)
class MajorityInput:
    """What a majority election is settled from: each person's votes, and the fingerprint of all that gave them."""

    row: ContestRow
    votes: tuple[PersonVotes, ...]
    ballots: int
    sha256: str


@dataclass(frozen=True, slots=True)
class MajorityTrial:
    """A trial settlement: how it would be, or the lot at which it stops."""

    made_at: datetime
    made_by: str
    input_sha256: str
    outcome: MajoritySettlement | PersonLotRequired


def is_majority(session: Session, contest: ContestRow) -> bool:
    """Whether the contest elects persons by most votes (R-180)."""
    return lists_per_contest(session, contest.election_id).get(contest.id, 0) < FEWEST_LISTS


def where_names_are_typed(session: Session) -> Sequence[ContestRow]:
    """The contests that elect persons, of elections whose lists are decided, in the order of their setup.

    Rules: R-180.
    """
    lists = select(func.count(CandidateListRow.id)).where(CandidateListRow.contest_id == ContestRow.id)
    return session.scalars(
        select(ContestRow)
        .join(ElectionRow, ElectionRow.id == ContestRow.election_id)
        .where(
            ElectionRow.state.in_(WHILE_NAMES_ARE_TYPED),
            lists.correlate(ContestRow).scalar_subquery() < FEWEST_LISTS,
        )
        .order_by(ElectionRow.election_day.desc(), ElectionRow.id, ContestRow.ordinal)
        .options(selectinload(ContestRow.district), selectinload(ContestRow.election))
    ).all()


def batches_of(session: Session, contest_id: int) -> Sequence[MajorityBatchRow]:
    """The batches in the order they were registered, with all entries."""
    return session.scalars(
        select(MajorityBatchRow)
        .where(MajorityBatchRow.contest_id == contest_id)
        .order_by(MajorityBatchRow.id)
        .options(selectinload(MajorityBatchRow.entries))
    ).all()


def typed(batch: MajorityBatchRow) -> list[TypedBatch]:
    """The entries of a batch, in order."""
    return [TypedBatch(each.typed_by, each.ballots) for each in batch.entries]


def rulings_of(session: Session, contest_id: int) -> Sequence[MajorityNameRulingRow]:
    """All that the board has said of names, in the order it was recorded."""
    return session.scalars(
        select(MajorityNameRulingRow)
        .where(MajorityNameRulingRow.contest_id == contest_id)
        .order_by(MajorityNameRulingRow.id)
    ).all()


def names_written(session: Session, contest_id: int) -> Counter[str]:
    """Each name as it is written, and on how many ballots; of the batches that are finished."""
    names: Counter[str] = Counter()
    for ballot in _ballots(session, contest_id):
        names.update({name for name in (*ballot.members, *(ballot.deputies or ())) if name})
    return names


def majority_input(session: Session, contest: ContestRow) -> MajorityInput:
    """The votes of the finished batches, by the rulings that hold.

    Law: valgloven (2002) §§ 12-2, 12-3; valgloven (2023) §§ 14-2, 14-3.
    Rules: R-181, R-182.
    """
    digest = hashlib.sha256(f"{contest.code},{contest.seats}\n".encode())
    for batch in batches_of(session, contest.id):
        digest.update(f"{batch.code}\n{agreed(typed(batch)) or ''}\n".encode())
    rulings = {}
    for row in rulings_of(session, contest.id):
        rulings[row.written] = NameRuling(row.ruling, row.person)
    for name in sorted(rulings):
        digest.update(f"{name},{rulings[name].ruling},{rulings[name].person}\n".encode())
    ballots, ineligible = ruled(_ballots(session, contest.id), rulings)
    readings = [read_majority_ballot(each, contest.seats, ineligible) for each in ballots]
    return MajorityInput(contest, count_majority_votes(readings), len(ballots), digest.hexdigest())


def person_lots(session: Session, contest_id: int, sha256: str) -> list[PersonLot]:
    """The lots drawn for exactly these figures, in order."""
    return [PersonLot(tuple(row.between.splitlines()), row.winner) for row in lot_rows(session, contest_id, sha256)]


def blockers(session: Session, contest: ContestRow) -> tuple[Blocker, ...]:
    """Batches that two people have not typed alike; or that there is none.

    Rules: R-115.
    """
    if not is_majority(session, contest):
        return ()
    batches = batches_of(session, contest.id)
    if not batches:
        return (Blocker(BlockerKind.FILES_MISSING, 1, ("batches",)),)
    open_batches = tuple(batch.code for batch in batches if agreed(typed(batch)) is None)
    return (Blocker(BlockerKind.BATCHES_OPEN, len(open_batches), open_batches),) if open_batches else ()


def newest_majority_trial(session: Session, contest_id: int) -> MajorityTrial | None:
    """The trial that was made last."""
    row = session.scalar(
        select(TrialSettlementRow)
        .where(TrialSettlementRow.contest_id == contest_id)
        .order_by(TrialSettlementRow.id.desc())
        .limit(1)
    )
    if row is None:
        return None
    outcome = read_majority(row.document) if row.document else read_person_lot(row.lot_required or "")
    return MajorityTrial(row.made_at, row.made_by, row.input_sha256, outcome)


def current_majority(session: Session, contest_id: int) -> SettlementRow | None:
    """The settlement of a majority election that is in force. Whether it may be shown is decided in ``public``."""
    return session.scalar(
        select(SettlementRow).where(SettlementRow.contest_id == contest_id, majority_in_force()).limit(1)
    )


def _ballots(session: Session, contest_id: int) -> list[MajorityBallot]:
    finished = (agreed(typed(batch)) for batch in batches_of(session, contest_id))
    return [ballot for text in finished if text for ballot in typed_ballots(text)]
