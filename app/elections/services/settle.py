"""Settle contests from what the database holds, and store each settlement for good.

At the keyboard a contest is settled in one act (``settle_contests``); in the settlement room one person proposes and
another decides (``settling.services.settlements``).
"""

import hashlib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.orm import Session

from app.audit.services import Actor, record
from app.core.clock import OSLO
from app.councils.domain.lots import Lot, LotRequired
from app.councils.domain.seats import DecidedBy
from app.elections.changed_ballots.queries import changed_ballots_are_in
from app.elections.counting.queries import units_of
from app.elections.counting.refusals import UnitsNotApproved
from app.elections.domain.board_meetings import BoardMeeting
from app.elections.domain.election import Contest, Election, RuleSetName
from app.elections.domain.majority_election import is_majority_election
from app.elections.domain.rule_sets import RULE_SETS
from app.elections.domain.settlement import LeftOut, NoSettlement, Settlement, left_out, nothing_to_settle, settle
from app.elections.domain.states import ElectionState, SettlementState, moves
from app.elections.domain.tally import Tally
from app.elections.events import ElectionMoved, LotDrawn, SettlementMade
from app.elections.files.ballot_tally import BallotTally
from app.elections.files.settle_files import ContestLot, GivenLot, settle_in_turn
from app.elections.files.setup_file import write_setup
from app.elections.models import ContestRow, ElectionRow, SettlementRow
from app.elections.queries import (
    changed_ballots,
    contest_by_code,
    contests_left_out,
    contests_of,
    count_lines,
    current_settlement,
    load_election,
    lock,
    second_count,
    settled_contests,
)
from app.elections.refusals import NoBallotsFile, NoSecondCount
from app.elections.settlement_document import write_settlement
from app.elections.settling.events import SettlementDecided
from app.elections.settling.models import SettlementDecisionRow, SettlementLotRow
from app.elections.settling.queries import lot_rows, newest_number, standing_settlement
from app.elections.settling.refusals import SettlementStands


@dataclass(frozen=True, slots=True)
class Settled:
    """The settlements of the contests asked for, in the order of the setup, and whether any of them is new.

    ``left_out`` are those of them that have no settlement between lists.
    """

    settlements: tuple[Settlement, ...]
    new: bool
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, slots=True)
class FrozenInput:
    """What a contest is settled from: its tally, and the fingerprint of its lists, counts and ballots."""

    row: ContestRow
    contest: Contest
    tally: Tally
    sha256: str


def settle_contests(
    session: Session,
    election: ElectionRow,
    *,
    codes: Collection[str] | None,
    lots: Sequence[GivenLot],
    by: Actor,
    at: datetime,
) -> Settled | tuple[LotRequired, ...]:
    """Settle the contests named by ``codes``, or all, and store what is new. All are stored, or none.

    Proposed and decided in one: this is the act at the keyboard. A contest that is settled stays as it is, whatever
    lots are given now. Lots that were drawn for the same figures in the settlement room hold. When more lots are
    required, they are returned and nothing is stored. Contests with fewer than two lists, or without a ballot for any,
    are left out.

    Refused when there are no others, while a settlement that somebody else has proposed waits for the board, and until
    changed ballots have come in, each contest's typed from paper or in a file, be it one that says there are none.

    Law: valgloven (2002) § 10-7, ch. 11; valgloven (2023) ch. 13, § 10-15.
    Rules: R-3, R-115, R-150, R-180.
    """
    lock(session, election)
    rows = (
        [contest_by_code(session, election, code) for code in codes]
        if codes is not None
        else contests_of(session, election.id)
    )
    stored = {row.code: current_settlement(session, row.id) for row in rows}
    setup = load_election(session, election)
    known = {code: each.settlement for code, each in stored.items() if each}
    majority = {each.code for each in setup.contests if is_majority_election(each)}
    refuse_waiting(session, [row for row in rows if row.code not in majority | known.keys()])
    frozen = [freeze(session, setup, row) for row in rows if row.code not in majority | known.keys()]
    apart = _left_out(setup, rows, frozen, majority - known.keys())
    inputs = [each for each in frozen if each.contest.code not in {out.contest for out in apart}]
    for each in inputs:
        _require_approved(session, each.row)
    if not inputs and not known:
        raise nothing_to_settle(apart)
    if not inputs:
        finish_election(session, election, apart, by=by, at=at)
        return Settled(tuple(known.values()), new=False, left_out=apart)
    if not all(changed_ballots_are_in(session, each.row) for each in inputs):
        raise NoBallotsFile(election.address)
    drawn = [ContestLot(each.contest.code, lot) for each in inputs for lot in lots_drawn_for(session, each)]
    tallies = [(each.contest, each.tally) for each in inputs]
    made = settle_in_turn(tallies, RULE_SETS[setup.rule_set], [*drawn, *lots])
    if any(isinstance(each, LotRequired) for each in made):
        return tuple(each for each in made if isinstance(each, LotRequired))
    new = {each.contest: each for each in made if isinstance(each, Settlement)}
    for each in inputs:
        row = store_settlement(session, each, new[each.contest.code], by=by, at=at)
        keep_lots(session, each, new[each.contest.code], by=by, at=at)
        decide_settlement(session, row, None, by=by, at=at)
    finish_election(session, election, apart, by=by, at=at)
    made_or_known = known | new
    settlements = tuple(made_or_known[row.code] for row in rows if row.code in made_or_known)
    return Settled(settlements, new=bool(new), left_out=apart)


def _left_out(
    setup: Election, rows: Sequence[ContestRow], frozen: Sequence[FrozenInput], majority: Collection[str]
) -> tuple[LeftOut, ...]:
    """Those of the contests asked for that have no settlement between lists, in the order they were asked for."""
    rules = RULE_SETS[setup.rule_set]
    apart = {code: LeftOut(code, NoSettlement.MAJORITY_ELECTION) for code in majority}
    apart |= {out.contest: out for each in frozen if (out := left_out(each.contest, rules, each.tally))}
    return tuple(apart[row.code] for row in rows if row.code in apart)


def freeze(session: Session, setup: Election, row: ContestRow) -> FrozenInput:
    """Read a contest's ballots and counts once: the tally, and the fingerprint of all that it was made from."""
    contest = next(each for each in setup.contests if each.code == row.code)
    digest = hashlib.sha256(write_setup(_only(setup, contest)))
    for figure in _figures(session, row):
        digest.update(figure.encode())
    counted = second_count(session, row.id)
    if not counted:
        raise NoSecondCount((row.code,))
    ballots = BallotTally(contest, RULE_SETS[setup.rule_set])
    for batch, ballot, list_code, marks, write_ins in changed_ballots(session, row.id):
        digest.update(f"{batch},{ballot},{list_code},{marks},{write_ins}\n".encode())
        ballots.add(list_code, marks, write_ins)
    return FrozenInput(row, contest, ballots.tally(counted), digest.hexdigest())


def _require_approved(session: Session, row: ContestRow) -> None:
    """Refuse while a unit of either count is awaited, typed but not approved, or opened again."""
    waiting = sum(not unit.is_approved for unit in units_of(session, row))
    if waiting:
        raise UnitsNotApproved(row.code, waiting)


def _only(setup: Election, contest: Contest) -> Election:
    return replace(setup, contests=(contest,))


def _figures(session: Session, row: ContestRow) -> Iterator[str]:
    for line in count_lines(session, row.id):
        yield f"{line.count},{line.category},{line.place},{line.line},{line.number}\n"


def settle_frozen(session: Session, election: ElectionRow, frozen: FrozenInput) -> Settlement | LotRequired:
    """The settlement of one contest with the lots that have been drawn for its figures, or the next lot.

    Law: valgloven (2002) ch. 11; valgloven (2023) ch. 13.
    Rules: R-150, R-155.
    """
    rules = RULE_SETS[RuleSetName(election.rule_set)]
    return settle(frozen.contest, rules, frozen.tally, lots_drawn_for(session, frozen))


def lots_drawn_for(session: Session, frozen: FrozenInput) -> list[Lot]:
    """The lots that were drawn for exactly these figures, in order: nobody draws again until the figures change.

    Rules: R-155.
    """
    rows = lot_rows(session, frozen.row.id, frozen.sha256)
    return [Lot(tuple(row.between.splitlines()), row.winner) for row in rows]


def refuse_waiting(session: Session, rows: Sequence[ContestRow]) -> None:
    """Refuse contests with a settlement that stands, but is not decided.

    Rules: R-190.
    """
    for row in rows:
        if waiting := standing_settlement(session, row.id):
            raise SettlementStands(row.code, waiting.number)


def store_settlement(
    session: Session, frozen: FrozenInput, settlement: Settlement, *, by: Actor, at: datetime
) -> SettlementRow:
    """The settlement as the contest's next, proposed. Those before it stay as they are.

    Rules: R-190.
    """
    row = SettlementRow(
        contest_id=frozen.row.id,
        number=newest_number(session, frozen.row.id) + 1,
        made_at=at,
        made_by=by.name,
        input_sha256=frozen.sha256,
        document=write_settlement(settlement),
    )
    session.add(row)
    session.flush()
    record(session, SettlementMade(_name(frozen.row), row.number, frozen.sha256, _lots_drawn(settlement)), by=by, at=at)
    return row


def keep_lots(session: Session, frozen: FrozenInput, settlement: Settlement, *, by: Actor, at: datetime) -> None:
    """Lots that were given at the keyboard hold like those of the room, without anyone named who saw them.

    Rules: R-155.
    """
    known = len(lots_drawn_for(session, frozen))
    for ordinal, (drawn, lot) in enumerate(zip(_lots_drawn(settlement), settlement.lots, strict=True), start=1):
        if ordinal > known:
            session.add(
                SettlementLotRow(
                    contest_id=frozen.row.id,
                    input_sha256=frozen.sha256,
                    ordinal=ordinal,
                    seat=drawn.seat,
                    between="\n".join(lot.lists),
                    winner=lot.winner,
                    witnesses="",
                    drawn_on=at.astimezone(OSLO).date(),
                    recorded_at=at,
                    recorded_by=by.name,
                )
            )


def decide_settlement(
    session: Session, row: SettlementRow, meeting: BoardMeeting | None, *, by: Actor, at: datetime
) -> None:
    """The board has decided the settlement, in this meeting; None at the keyboard.

    Rules: R-190.
    """
    session.add(
        SettlementDecisionRow(
            settlement_id=row.id,
            decided_at=at,
            decided_by=by.name,
            met_on=meeting.held_on if meeting else None,
            members=meeting.members if meeting else None,
            present="\n".join(meeting.present) if meeting else "",
            case_number=meeting.case_number.strip() if meeting else "",
        )
    )
    event = SettlementDecided(
        _name(row.contest),
        {"state": SettlementState.PROPOSED},
        row.number,
        meeting.held_on.isoformat() if meeting else None,
        meeting.members if meeting else None,
        meeting.present if meeting else (),
        meeting.case_number.strip() if meeting else "",
    )
    record(session, event, by=by, at=at)


def _name(contest: ContestRow) -> str:
    return f"{contest.election.address}/{contest.code}"


def _lots_drawn(settlement: Settlement) -> list[LotDrawn]:
    """Each lot with the seat it was for: lots are drawn in the order of the seats they give."""
    seats = [award.seat for award in settlement.seat_order if award.decided_by is DecidedBy.LOT]
    return [LotDrawn(seat, lot.lists) for seat, lot in zip(seats, settlement.lots, strict=True)]


def finish_election(
    session: Session, election: ElectionRow, apart: Sequence[LeftOut], *, by: Actor, at: datetime
) -> None:
    """Move the election to *settled* when its last contest is that has a settlement between lists.

    A contest without votes is waited for until it has been asked for and found so: its counting may not be over.
    """
    session.flush()
    state = ElectionState(election.state)
    others = contests_left_out(session, election.id)
    majority = {each.contest for each in others if each.reason is NoSettlement.MAJORITY_ELECTION}
    done = settled_contests(session, election.id) | majority | {each.contest for each in apart}
    open_contests = {row.code for row in contests_of(session, election.id)} - done
    if state is ElectionState.COUNTING and not open_contests:
        election.state = moves(state, ElectionState.SETTLED)
        record(session, ElectionMoved(election.address, {"state": state}, election.state), by=by, at=at)
