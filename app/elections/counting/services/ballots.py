"""Votes that were refused, ballots that the board decides on one by one, and ballots sent to the district they name."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.audit.services import Actor, record
from app.elections.counting.events import (
    BallotsHandedOver,
    DoubtfulBallotDecided,
    DoubtfulDecisionWithdrawn,
    HandOverReceived,
    RefusedVotesRecorded,
)
from app.elections.counting.models import DoubtfulBallotRow, HandOverRow, RefusedVotesRow
from app.elections.counting.queries import doubtful_left, list_codes, refused_votes
from app.elections.counting.refusals import (
    NoHandOvers,
    OwnHandOver,
    ReasonNeeded,
    SameDistrict,
    StaleFigures,
)
from app.elections.counting.services.open_unit import hold_election, refuse_settled, require_counting
from app.elections.domain.categories import Category
from app.elections.domain.doubtful_ballots import DoubtfulDecision, require_complete, require_undecided_left
from app.elections.domain.other_districts import ForeignBallotPolicy
from app.elections.domain.refused_votes import RefusalGround, VoteKind
from app.elections.domain.settings import SettingName
from app.elections.models import ContestRow
from app.elections.setting_queries import settings_of

Refused = Mapping[tuple[VoteKind, RefusalGround], int]


def record_refused_votes(
    session: Session, contest: ContestRow, refused: Refused, *, seen: Refused, by: Actor, at: datetime
) -> None:
    """Store how many votes were refused, by kind and ground. ``seen`` is what was read; refused when it has changed.

    Law: valgloven (2002) §§ 10-1, 10-1a, 10-2; valgloven (2023) § 10-2.
    Rules: R-90, R-96.
    """
    hold_election(session, contest)
    refuse_settled(session, contest)
    before = refused_votes(session, contest.id)
    if dict(seen) != before:
        raise StaleFigures
    for (kind, ground), number in refused.items():
        session.merge(RefusedVotesRow(contest_id=contest.id, kind=kind, ground=ground, number=number))
    session.flush()
    event = RefusedVotesRecorded(_named(contest), _told(before), _told(refused))
    record(session, event, by=by, at=at)


def decide_doubtful(
    session: Session,
    contest: ContestRow,
    category: Category,
    place: str,
    decision: DoubtfulDecision,
    *,
    by: Actor,
    at: datetime,
) -> DoubtfulBallotRow:
    """Store the board's decision on the next ballot set aside in a unit. Refused when all are decided.

    Law: valgloven (2002) §§ 10-3, 10-6; valgloven (2023) §§ 10-3, 10-4.
    Rules: R-99, R-101, R-138.
    """
    hold_election(session, contest)
    require_counting(session, contest)
    lists = {code: list_id for list_id, code in list_codes(session, contest.id).items()}
    require_complete(decision, lists)
    aside, decided = doubtful_left(session, contest).get((category.value, place), (0, 0))
    require_undecided_left(aside, decided)
    row = DoubtfulBallotRow(
        contest_id=contest.id,
        category=category.value,
        place=place,
        number=_next_number(session, contest, category, place),
        outcome=decision.outcome,
        list_id=lists[decision.list_code] if decision.list_code else None,
        reason=decision.reason.strip(),
        decided_at=at,
        decided_by=by.name,
    )
    session.add(row)
    session.flush()
    record(session, DoubtfulBallotDecided(_pile(contest, row), row.number), by=by, at=at)
    return row


def withdraw_decision(
    session: Session, contest: ContestRow, row: DoubtfulBallotRow, reason: str, *, by: Actor, at: datetime
) -> None:
    """Take a decision on a doubtful ballot back, with a reason; the ballot waits to be decided again.

    Rules: R-138.
    """
    hold_election(session, contest)
    require_counting(session, contest)
    session.refresh(row)
    if row.withdrawn_at is not None:
        return
    if not reason.strip():
        raise ReasonNeeded
    row.withdrawn_at, row.withdrawn_by, row.withdrawn_reason = at, by.name, reason.strip()
    record(session, DoubtfulDecisionWithdrawn(_pile(contest, row), row.number, reason.strip()), by=by, at=at)


def hand_over(
    session: Session,
    from_contest: ContestRow,
    to_contest: ContestRow,
    unit: tuple[Category, str],
    sent: int,
    *,
    by: Actor,
    at: datetime,
) -> HandOverRow:
    """Store that so many ballots that name another district were sent to it; ``unit`` is where they were found.

    Refused where the election judges them where they lie, and to the district itself.

    Rules: R-107.
    """
    hold_election(session, from_contest)
    require_counting(session, from_contest)
    refuse_settled(session, to_contest)
    policy = settings_of(session, from_contest.election)[SettingName.FOREIGN_BALLOT_POLICY]
    if policy != ForeignBallotPolicy.ROUTE:
        raise NoHandOvers
    if from_contest.id == to_contest.id:
        raise SameDistrict
    row = HandOverRow(
        from_contest=from_contest,
        to_contest=to_contest,
        category=unit[0].value,
        place=unit[1],
        sent=sent,
        sent_at=at,
        sent_by=by.name,
        remark="",
    )
    session.add(row)
    session.flush()
    record(session, BallotsHandedOver(_numbered(row), to_contest.code, sent), by=by, at=at)
    return row


def receive_hand_over(
    session: Session, row: HandOverRow, received: int, remark: str, *, by: Actor, at: datetime
) -> None:
    """Store how many ballots came, counted by somebody else than who sent them.

    What was counted before is in the audit trail. A difference is stored as it is; the settlement waits for both to
    agree.

    Rules: R-107.
    """
    hold_election(session, row.to_contest)
    require_counting(session, row.to_contest)
    session.refresh(row)
    if by.name == row.sent_by:
        raise OwnHandOver
    before: dict[str, int | None] = {"received": row.received}
    row.received, row.received_at, row.received_by, row.remark = received, at, by.name, remark.strip()
    record(session, HandOverReceived(_numbered(row), before, received), by=by, at=at)


def _next_number(session: Session, contest: ContestRow, category: Category, place: str) -> int:
    last = select(func.max(DoubtfulBallotRow.number)).where(
        DoubtfulBallotRow.contest_id == contest.id,
        DoubtfulBallotRow.category == category.value,
        DoubtfulBallotRow.place == place,
    )
    return (session.scalar(last) or 0) + 1


def _told(refused: Refused) -> dict[str, int]:
    return {f"{kind} {ground}": number for (kind, ground), number in refused.items()}


def _named(contest: ContestRow) -> str:
    return f"{contest.election.address}/{contest.code}"


def _pile(contest: ContestRow, row: DoubtfulBallotRow) -> str:
    return f"{_named(contest)}/{row.category}-{row.place}"


def _numbered(row: HandOverRow) -> str:
    return f"{_named(row.from_contest)}/{row.id}"
