"""Take down the outcome of a lot that the board has drawn, and go on from there."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from app.audit.services import Actor, record
from app.core.clock import OSLO
from app.councils.domain.lots import LotDoesNotFit, LotRequired
from app.elections.domain.board_meetings import require_witnessed
from app.elections.domain.settlement import Settlement
from app.elections.models import ContestRow
from app.elections.queries import lock
from app.elections.services.settle import refuse_waiting
from app.elections.settling.events import LotRecorded
from app.elections.settling.models import SettlementLotRow
from app.elections.settling.queries import lot_rows, newest_trial
from app.elections.settling.refusals import InputChanged, NoLotToDraw
from app.elections.settling.services.settlements import contest_name, make_trial


@dataclass(frozen=True, slots=True)
class DrawnLot:
    """Who won the lot for ``seat``, who saw it drawn, and when. ``seen_sha256``: for which figures."""

    seat: int
    winner: str
    witnesses: tuple[str, ...]
    drawn_on: date
    seen_sha256: str


def record_lot(
    session: Session, contest: ContestRow, drawn: DrawnLot, *, by: Actor, at: datetime
) -> Settlement | LotRequired:
    """The trial settlement that follows, or the next lot. Drawn once, the lot holds as long as the figures do.

    Refused: without a tie for that seat (it may have been entered by somebody else), a winner who is not among the
    tied, fewer than two witnesses, and when the figures have changed since the tie was found.

    Law: valgloven (2002) § 11-4 (3); valgloven (2023) § 11-4 (3).
    Rules: R-154, R-155.
    """
    lock(session, contest.election)
    refuse_waiting(session, [contest])
    trial = newest_trial(session, contest.id)
    required = trial.outcome if trial else None
    if trial is None or not isinstance(required, LotRequired) or required.seat != drawn.seat:
        raise NoLotToDraw(contest.code)
    if trial.input_sha256 != drawn.seen_sha256:
        raise InputChanged(contest.code)
    if drawn.winner not in required.lists:
        raise LotDoesNotFit(required.lists, required.lists, drawn.winner)
    require_witnessed(drawn.witnesses, drawn.drawn_on, contest.election.election_day, at.astimezone(OSLO).date())
    session.add(
        SettlementLotRow(
            contest_id=contest.id,
            input_sha256=trial.input_sha256,
            ordinal=len(lot_rows(session, contest.id, trial.input_sha256)) + 1,
            seat=required.seat,
            between="\n".join(required.lists),
            winner=drawn.winner,
            witnesses="\n".join(drawn.witnesses),
            drawn_on=drawn.drawn_on,
            recorded_at=at,
            recorded_by=by.name,
        )
    )
    session.flush()
    event = LotRecorded(
        contest_name(contest),
        trial.input_sha256,
        required.seat,
        required.lists,
        drawn.witnesses,
        drawn.drawn_on.isoformat(),
    )
    record(session, event, by=by, at=at)
    outcome = make_trial(session, contest, by=by, at=at)
    made = newest_trial(session, contest.id)
    if made is None or made.input_sha256 != trial.input_sha256:
        raise InputChanged(contest.code)
    return outcome
