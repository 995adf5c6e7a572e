"""A majority election is tried, lots are drawn, and it is proposed and decided like the others; annulled likewise."""

from datetime import datetime

from sqlalchemy.orm import Session

from app.audit.services import AT_THE_KEYBOARD, Actor, record
from app.core.clock import OSLO
from app.councils.domain.lots import LotDoesNotFit
from app.elections.domain.board_meetings import BoardMeeting, require_quorate, require_witnessed
from app.elections.domain.majority_election import (
    MajoritySettlement,
    PersonLotRequired,
    settle_majority_election,
)
from app.elections.domain.states import SettlementState, settlement_moves
from app.elections.models import OF_PERSONS, ContestRow, SettlementRow
from app.elections.services.settle import decide_settlement
from app.elections.settling.events import LotRecorded, TrialSettlementMade
from app.elections.settling.majority.document import write_majority
from app.elections.settling.majority.events import MajoritySettlementMade
from app.elections.settling.majority.queries import (
    MajorityInput,
    blockers,
    majority_input,
    newest_majority_trial,
    person_lots,
)
from app.elections.settling.majority.refusals import NoBallots
from app.elections.settling.majority.services.entries import open_for_typing
from app.elections.settling.models import SettlementLotRow, TrialSettlementRow
from app.elections.settling.queries import newest_number
from app.elections.settling.refusals import InputChanged, LotNotDrawn, NoLotToDraw, NotReadyToSettle, SamePersonDecides
from app.elections.settling.services.lots import DrawnLot
from app.elections.settling.services.settlements import contest_name, locked_settlement, require_same


def make_majority_trial(
    session: Session, contest: ContestRow, *, by: Actor, at: datetime
) -> MajoritySettlement | PersonLotRequired:
    """How the places would fall from the finished batches, or the lot at which it stops. It counts for nothing.

    Refused: without a ballot, where there is a choice between lists, and while a settlement stands.

    Law: valgloven (2002) § 12-3; valgloven (2023) § 14-3.
    Rules: R-182, R-183.
    """
    open_for_typing(session, contest)
    found = majority_input(session, contest)
    outcome = _settle(session, found)
    stopped = isinstance(outcome, PersonLotRequired)
    session.add(
        TrialSettlementRow(
            contest_id=contest.id,
            made_at=at,
            made_by=by.name,
            input_sha256=found.sha256,
            document=None if stopped else write_majority(outcome),
            lot_required=write_majority(outcome) if stopped else None,
        )
    )
    session.flush()
    record(session, TrialSettlementMade(contest_name(contest), found.sha256, stopped), by=by, at=at)
    return outcome


def record_person_lot(
    session: Session, contest: ContestRow, drawn: DrawnLot, *, by: Actor, at: datetime
) -> MajoritySettlement | PersonLotRequired:
    """The trial that follows, or the next lot: all ties are decided by lot, never by the order of any list.

    Refused as ``services.lots.record_lot`` refuses.

    Law: valgloven (2002) § 12-3; valgloven (2023) § 14-3.
    Rules: R-155, R-183.
    """
    open_for_typing(session, contest)
    trial = newest_majority_trial(session, contest.id)
    required = trial.outcome if trial else None
    if trial is None or not isinstance(required, PersonLotRequired) or required.number != drawn.seat:
        raise NoLotToDraw(contest.code)
    if trial.input_sha256 != drawn.seen_sha256 or majority_input(session, contest).sha256 != drawn.seen_sha256:
        raise InputChanged(contest.code)
    if drawn.winner not in required.persons:
        raise LotDoesNotFit(required.persons, required.persons, drawn.winner)
    require_witnessed(drawn.witnesses, drawn.drawn_on, contest.election.election_day, at.astimezone(OSLO).date())
    session.add(
        SettlementLotRow(
            contest_id=contest.id,
            input_sha256=trial.input_sha256,
            ordinal=len(person_lots(session, contest.id, trial.input_sha256)) + 1,
            seat=required.number,
            between="\n".join(required.persons),
            winner=drawn.winner,
            witnesses="\n".join(drawn.witnesses),
            drawn_on=drawn.drawn_on,
            recorded_at=at,
            recorded_by=by.name,
        )
    )
    session.flush()
    day = drawn.drawn_on.isoformat()
    event = LotRecorded(
        contest_name(contest), trial.input_sha256, required.number, required.persons, drawn.witnesses, day
    )
    record(session, event, by=by, at=at)
    return make_majority_trial(session, contest, by=by, at=at)


def propose_majority(
    session: Session, contest: ContestRow, seen_sha256: str, *, by: Actor, at: datetime
) -> SettlementRow:
    """The contest's next settlement, proposed to the board: from exactly the figures of the trial that was seen.

    Law: valgloven (2002) §§ 10-7, 12-3; valgloven (2023) §§ 10-15, 14-3.
    Rules: R-115, R-182, R-190.
    """
    open_for_typing(session, contest)
    if in_the_way := blockers(session, contest):
        raise NotReadyToSettle(contest.code, in_the_way)
    found = majority_input(session, contest)
    require_same(contest, seen_sha256, found.sha256)
    outcome = _settle(session, found)
    if isinstance(outcome, PersonLotRequired):
        raise LotNotDrawn(contest.code, outcome.persons)
    row = SettlementRow(
        contest_id=contest.id,
        number=newest_number(session, contest.id) + 1,
        kind=OF_PERSONS,
        made_at=at,
        made_by=by.name,
        input_sha256=found.sha256,
        document=write_majority(outcome),
    )
    session.add(row)
    session.flush()
    event = MajoritySettlementMade(contest_name(contest), row.number, found.sha256, len(outcome.lots))
    record(session, event, by=by, at=at)
    return row


def decide_majority(session: Session, row: SettlementRow, meeting: BoardMeeting, *, by: Actor, at: datetime) -> None:
    """The electoral board decides the settlement that was proposed, as ``services.settlements.decide``.

    Law: valgloven (2002) §§ 4-1, 10-7; valgloven (2023) §§ 4-5, 10-15; kommuneloven (2018) § 11-9.
    Rules: R-8, R-190, R-287.
    """
    contest = row.contest
    kept = locked_settlement(session, row)
    settlement_moves(kept.state, SettlementState.DECIDED)
    if by.name == row.made_by and by != AT_THE_KEYBOARD:
        raise SamePersonDecides(by.name)
    require_quorate(meeting, contest.election.election_day, at.astimezone(OSLO).date())
    require_same(contest, row.input_sha256, majority_input(session, contest).sha256)
    decide_settlement(session, row, meeting, by=by, at=at)


def _settle(session: Session, found: MajorityInput) -> MajoritySettlement | PersonLotRequired:
    """Law: valgloven (2002) § 12-3; valgloven (2023) § 14-3.
    Rules: R-182, R-183.
    """
    if not found.votes:
        raise NoBallots(found.row.code)
    lots = person_lots(session, found.row.id, found.sha256)
    return settle_majority_election(found.row.code, found.row.seats, found.votes, lots)
