"""The acts of the settlement room: try, draw lots, propose, decide, annul. One proposes, another decides."""

from datetime import datetime

from sqlalchemy.orm import Session

from app.audit.services import AT_THE_KEYBOARD, Actor, record
from app.core.clock import OSLO
from app.councils.domain.lots import LotRequired
from app.elections.domain.board_meetings import BoardMeeting, require_quorate
from app.elections.domain.settlement import Settlement
from app.elections.domain.states import ElectionState, SettlementState, moves, settlement_moves
from app.elections.events import ElectionMoved
from app.elections.models import ContestRow, SettlementRow
from app.elections.queries import load_election, lock
from app.elections.services.settle import (
    FrozenInput,
    decide_settlement,
    finish_election,
    freeze,
    refuse_waiting,
    settle_frozen,
    store_settlement,
)
from app.elections.settlement_document import write_settlement
from app.elections.settling.blockers import blockers
from app.elections.settling.events import SettlementAnnulled, TrialSettlementMade
from app.elections.settling.models import SettlementAnnulmentRow, TrialSettlementRow
from app.elections.settling.queries import (
    KeptSettlement,
    newest_trial,
    settlements_of,
    validity_is_decided,
    write_lot_required,
)
from app.elections.settling.refusals import (
    InputChanged,
    LotNotDrawn,
    NotReadyToSettle,
    NoTrial,
    ReasonMissing,
    SamePersonDecides,
    ValidityIsDecided,
)


def make_trial(session: Session, contest: ContestRow, *, by: Actor, at: datetime) -> Settlement | LotRequired:
    """How the contest would be settled from what is there now, or the lot at which it stops. It counts for nothing.

    Possible while something is still in the way of a settlement. Refused: while a settlement stands, before the second
    count has a figure, and in a contest without a settlement between lists.

    Law: valgloven (2002) ch. 11; valgloven (2023) ch. 13.
    Rules: R-150, R-155.
    """
    lock(session, contest.election)
    refuse_waiting(session, [contest])
    frozen = _freeze(session, contest)
    outcome = settle_frozen(session, contest.election, frozen)
    stopped = isinstance(outcome, LotRequired)
    session.add(
        TrialSettlementRow(
            contest_id=contest.id,
            made_at=at,
            made_by=by.name,
            input_sha256=frozen.sha256,
            document=None if isinstance(outcome, LotRequired) else write_settlement(outcome),
            lot_required=write_lot_required(outcome) if isinstance(outcome, LotRequired) else None,
        )
    )
    session.flush()
    record(session, TrialSettlementMade(contest_name(contest), frozen.sha256, stopped), by=by, at=at)
    return outcome


def propose(session: Session, contest: ContestRow, seen_sha256: str, *, by: Actor, at: datetime) -> SettlementRow:
    """The contest's next settlement, proposed to the board: from exactly the figures of the trial that was seen.

    From now on what it is made from is locked. Refused: while a settlement stands, anything is in the way, the figures
    are not those that were seen, or a lot is still to be drawn.

    Law: valgloven (2002) § 10-7, ch. 11; valgloven (2023) § 10-15, ch. 13.
    Rules: R-115, R-150, R-155, R-190.
    """
    lock(session, contest.election)
    refuse_waiting(session, [contest])
    if in_the_way := blockers(session, contest):
        raise NotReadyToSettle(contest.code, in_the_way)
    if newest_trial(session, contest.id) is None:
        raise NoTrial(contest.code)
    frozen = _freeze(session, contest)
    require_same(contest, seen_sha256, frozen.sha256)
    outcome = settle_frozen(session, contest.election, frozen)
    if isinstance(outcome, LotRequired):
        raise LotNotDrawn(contest.code, outcome.lists)
    return store_settlement(session, frozen, outcome, by=by, at=at)


def decide(session: Session, row: SettlementRow, meeting: BoardMeeting, *, by: Actor, at: datetime) -> None:
    """The electoral board decides the settlement that was proposed; it is the result from now on.

    Refused: who proposed it decides it too, the board was not quorate, something is in the way, the figures are not
    those that it was made from, and what is not proposed.

    Law: valgloven (2002) §§ 4-1, 10-7; valgloven (2023) §§ 4-5, 10-15; kommuneloven (2018) § 11-9.
    Rules: R-8, R-190, R-287.
    """
    contest = row.contest
    kept = locked_settlement(session, row)
    settlement_moves(kept.state, SettlementState.DECIDED)
    if by.name == row.made_by and by != AT_THE_KEYBOARD:
        raise SamePersonDecides(by.name)
    require_quorate(meeting, contest.election.election_day, at.astimezone(OSLO).date())
    if in_the_way := blockers(session, contest):
        raise NotReadyToSettle(contest.code, in_the_way)
    require_same(contest, row.input_sha256, _freeze(session, contest).sha256)
    decide_settlement(session, row, meeting, by=by, at=at)
    finish_election(session, contest.election, (), by=by, at=at)


def annul(session: Session, row: SettlementRow, reason: str, *, by: Actor, at: datetime) -> None:
    """The settlement holds no more; it stays readable, and the contest is open for the next.

    An election that was settled is counted again. Refused: without a reason, twice, and when the municipal council has
    decided on the election in the district.

    Law: forskrift om direkte valg til kommunedelsutvalg (2003) § 7 (1); valgloven (2002) § 13-4; valgloven (2023)
    § 16-8.
    Rules: R-190, R-205, R-207.
    """
    contest, election = row.contest, row.contest.election
    kept = locked_settlement(session, row)
    if validity_is_decided(session, contest.id):
        raise ValidityIsDecided(contest.code)
    settlement_moves(kept.state, SettlementState.ANNULLED)
    if not reason.strip():
        raise ReasonMissing
    session.add(
        SettlementAnnulmentRow(settlement_id=row.id, annulled_at=at, annulled_by=by.name, reason=reason.strip())
    )
    event = SettlementAnnulled(contest_name(contest), {"state": kept.state}, row.number, reason.strip())
    record(session, event, by=by, at=at)
    state = ElectionState(election.state)
    if kept.state is SettlementState.DECIDED and state is ElectionState.SETTLED:
        election.state = moves(state, ElectionState.COUNTING)
        record(session, ElectionMoved(election.address, {"state": state}, election.state), by=by, at=at)


def require_same(contest: ContestRow, seen_sha256: str, sha256: str) -> None:
    """Refuse figures that are not those that were seen.

    Rules: R-150.
    """
    if seen_sha256 != sha256:
        raise InputChanged(contest.code)


def contest_name(contest: ContestRow) -> str:
    """The contest as the audit trail names it: ``2027/fana``."""
    return f"{contest.election.address}/{contest.code}"


def _freeze(session: Session, contest: ContestRow) -> FrozenInput:
    return freeze(session, load_election(session, contest.election), contest)


def locked_settlement(session: Session, row: SettlementRow) -> KeptSettlement:
    """The settlement as it stands now, when nobody else can act on it.

    Rules: R-190.
    """
    lock(session, row.contest.election)
    return next(each for each in settlements_of(session, row.contest_id) if each.row.id == row.id)
