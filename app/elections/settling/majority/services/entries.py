"""Register batches, type them twice, and say who is meant by the names."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.audit.services import Actor, record
from app.elections.domain.majority_entries import (
    NameRuling,
    Ruling,
    agreed,
    require_number,
    typed_ballots,
    written,
)
from app.elections.models import ContestRow
from app.elections.queries import lock
from app.elections.services.settle import refuse_waiting
from app.elections.settling.majority.events import (
    MajorityBatchRegistered,
    MajorityBatchTyped,
    MajorityNameRuled,
)
from app.elections.settling.majority.models import MajorityBatchRow, MajorityEntryRow, MajorityNameRulingRow
from app.elections.settling.majority.queries import WHILE_NAMES_ARE_TYPED, is_majority, names_written, typed
from app.elections.settling.majority.refusals import (
    BatchAgreed,
    BatchTaken,
    NameNotWritten,
    NoMajorityElection,
    PersonMissing,
    RulingReasonMissing,
)
from app.elections.settling.refusals import ListsNotFrozen
from app.elections.settling.services.settlements import contest_name


def register_batch(
    session: Session, contest: ContestRow, code: str, ballots: int, *, by: Actor, at: datetime
) -> MajorityBatchRow:
    """A bundle of so many ballots that are to be typed.

    Refused: where there is a choice between lists, while a settlement stands, and a code that is taken.

    Law: valgloven (2002) § 12-1; valgloven (2023) § 14-1.
    Rules: R-115, R-180.
    """
    open_for_typing(session, contest)
    taken = select(MajorityBatchRow.id).where(MajorityBatchRow.contest_id == contest.id, MajorityBatchRow.code == code)
    if session.scalar(taken) is not None:
        raise BatchTaken(code)
    row = MajorityBatchRow(contest_id=contest.id, code=code, ballots=ballots, registered_at=at, registered_by=by.name)
    session.add(row)
    session.flush()
    record(session, MajorityBatchRegistered(contest_name(contest), code, ballots), by=by, at=at)
    return row


def type_batch(session: Session, batch: MajorityBatchRow, text: str, *, by: Actor, at: datetime) -> bool:
    """One person's typing of the whole batch, a line a ballot; whether it is what somebody else has typed.

    It is finished when two people have typed it alike; until then each can type it again, and nothing is overwritten.
    Refused: when it is finished, while a settlement stands, and another number of lines than the batch has ballots.

    Law: valgloven (2023) § 10-12.
    Rules: R-115, R-181.
    """
    contest = batch.contest
    open_for_typing(session, contest)
    session.refresh(batch, ["entries"])
    if agreed(typed(batch)) is not None:
        raise BatchAgreed(batch.code)
    ballots = typed_ballots(text)
    require_number(ballots, batch.ballots)
    batch.entries.append(MajorityEntryRow(ballots=written(ballots), typed_at=at, typed_by=by.name))
    session.flush()
    finished = agreed(typed(batch)) is not None
    record(session, MajorityBatchTyped(contest_name(contest), batch.code, batch.ballots, finished), by=by, at=at)
    return finished


def rule_on_name(
    session: Session, contest: ContestRow, name: str, ruling: NameRuling, reason: str, *, by: Actor, at: datetime
) -> None:
    """What the board says of a name as it is written, with its reason.

    Refused: a name that no ballot has, SAME_AS without another person, no reason, and while a settlement stands.

    Law: valgloven (2002) §§ 12-1, 12-2; valgloven (2023) §§ 14-1, 14-2.
    Rules: R-180, R-181.
    """
    open_for_typing(session, contest)
    if name not in names_written(session, contest.id):
        raise NameNotWritten(name)
    person = " ".join(ruling.person.split()) if ruling.ruling is Ruling.SAME_AS else ""
    if ruling.ruling is Ruling.SAME_AS and person in ("", name):
        raise PersonMissing(name)
    if not reason.strip():
        raise RulingReasonMissing
    session.add(
        MajorityNameRulingRow(
            contest_id=contest.id,
            written=name,
            ruling=ruling.ruling,
            person=person,
            reason=" ".join(reason.split()),
            recorded_at=at,
            recorded_by=by.name,
        )
    )
    session.flush()
    event = MajorityNameRuled(contest_name(contest), name, ruling.ruling, person, " ".join(reason.split()))
    record(session, event, by=by, at=at)


def open_for_typing(session: Session, contest: ContestRow) -> None:
    """Refuse a contest whose lists are not decided, with a choice between lists, or with a settlement that stands.

    Rules: R-67, R-180, R-190.
    """
    lock(session, contest.election)
    if contest.election.state not in WHILE_NAMES_ARE_TYPED:
        raise ListsNotFrozen(contest.election.address)
    if not is_majority(session, contest):
        raise NoMajorityElection(contest.code)
    refuse_waiting(session, [contest])
