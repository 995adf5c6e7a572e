"""What one clerk types: saved as often as need be, handed in once, and never over another's work unseen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from app.audit.services import Actor, record
from app.elections.changed_ballots.events import (
    BatchGrew,
    EntryBegun,
    EntryFinished,
    EntryShown,
    EntryTakenOver,
)
from app.elections.changed_ballots.models import TypedBatch, TypedEntry
from app.elections.changed_ballots.queries import desk_of, differences_of, entry_of, lines_of, seen_by
from app.elections.changed_ballots.refusals import BatchMovedOn, LinesLeftOver
from app.elections.changed_ballots.services.holding import hold, object_id
from app.elections.domain.typed_batches import (
    SECOND,
    BatchState,
    batch_moves,
    require_another,
    require_done,
    require_size,
    turn_of,
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a bundle's life a page was made: round, first or second time, and the last save it has seen."""

    round: int
    turn: int
    seen: int


@dataclass(frozen=True, slots=True)
class Saved:
    """The entry as it now stands has this number of saves."""

    edit: int


@dataclass(frozen=True, slots=True)
class EditConflict:
    """Somebody, or the same person in another window, has saved since: whose it is, their lines, their last save."""

    typed_by: str
    lines: tuple[str, ...]
    edit: int


def save_entry(
    session: Session, batch: TypedBatch, lines: Sequence[str], place: Place, *, by: Actor, at: datetime
) -> Saved | EditConflict:
    """Keep what is typed so far, faults and all. A save that has not seen the latest changes nothing and is told of it.

    Whoever has been shown the first entry in that way never types the second. A save that has seen another's entry goes
    on from it. Refused: a page that is out of date, and one's own control.

    Law: valgloven (2002) § 10-6 (3); valgforskriften (2024) § 11-3.
    Rules: R-115.
    """
    _open(session, batch, place, by)
    if len(lines) > batch.ballots:
        raise LinesLeftOver(len(lines), batch.ballots)
    text = "\n".join(" ".join(line.split()) for line in lines)
    entry = entry_of(batch, place.turn)
    if entry is None:
        entry = _begin(session, batch, place, by=by, at=at)
    elif entry.edit != place.seen and (entry.lines, entry.typed_by) != (text, by.name):
        return _conflict(session, batch, entry, by=by, at=at)
    elif entry.typed_by != by.name:
        _take_over(session, batch, entry, by=by, at=at)
    if entry.lines != text or entry.edit == 0:
        entry.lines, entry.saved_at = text, at
        entry.edit += 1
    session.flush()
    return Saved(entry.edit)


def finish_entry(session: Session, batch: TypedBatch, place: Place, *, by: Actor, at: datetime) -> None:
    """Hand in what is saved. After the first time another clerk types; after the second the two are compared.

    Refused: lines that are empty or cannot be used, all told at once; an entry that is somebody else's.

    Law: valgloven (2002) § 10-6 (3); valgforskriften (2024) § 11-3.
    Rules: R-115.
    """
    _open(session, batch, place, by)
    entry = entry_of(batch, place.turn)
    if entry is None or entry.edit != place.seen or entry.typed_by != by.name:
        raise BatchMovedOn(batch.code)
    desk = desk_of(session, batch)
    require_done(desk.read(lines_of(batch, place.turn)))
    entry.finished_at = at
    differing = len(differences_of(desk, batch)) if place.turn == SECOND else None
    batch.state = batch_moves(batch.state, _after(differing))
    event = EntryFinished(object_id(batch), batch.round, place.turn, batch.ballots, differing)
    record(session, event, by=by, at=at)


def take_over(session: Session, batch: TypedBatch, *, by: Actor, at: datetime) -> None:
    """Go on where another clerk left off. The one who takes over has then seen it, and so has the one before.

    Rules: R-115.
    """
    hold(session, batch)
    turn = turn_of(batch.state)
    _require_blind(batch, turn, by)
    entry = entry_of(batch, turn)
    if entry and entry.typed_by != by.name:
        _take_over(session, batch, entry, by=by, at=at)


def grow(session: Session, batch: TypedBatch, place: Place, *, by: Actor, at: datetime) -> None:
    """One ballot more than the sheet says; the one who has typed already is told of it by the comparison.

    Refused above 200 ballots.

    Rules: R-115.
    """
    _open(session, batch, place, by)
    before = batch.ballots
    batch.ballots = require_size(before + 1)
    record(session, BatchGrew(object_id(batch), {"ballots": before}, batch.ballots), by=by, at=at)


def _after(differing: int | None) -> BatchState:
    if differing is None:
        return BatchState.ENTERED_ONCE
    return BatchState.DIFFERS if differing else BatchState.AGREED


def _open(session: Session, batch: TypedBatch, place: Place, by: Actor) -> None:
    hold(session, batch)
    if (batch.round, turn_of(batch.state)) != (place.round, place.turn):
        raise BatchMovedOn(batch.code)
    _require_blind(batch, place.turn, by)


def _require_blind(batch: TypedBatch, turn: int, by: Actor) -> None:
    require_another(by.name, seen_by(batch, turn))


def _begin(session: Session, batch: TypedBatch, place: Place, *, by: Actor, at: datetime) -> TypedEntry:
    entry = TypedEntry(
        round=place.round,
        turn=place.turn,
        lines="",
        edit=0,
        typed_by=by.name,
        shown_to="",
        begun_at=at,
        saved_at=at,
    )
    batch.entries.append(entry)
    record(session, EntryBegun(object_id(batch), place.round, place.turn), by=by, at=at)
    return entry


def _conflict(session: Session, batch: TypedBatch, entry: TypedEntry, *, by: Actor, at: datetime) -> EditConflict:
    if by.name != entry.typed_by and by.name not in entry.shown_to.split():
        entry.shown_to = " ".join([*entry.shown_to.split(), by.name])
        record(session, EntryShown(object_id(batch), entry.round, entry.turn, entry.typed_by), by=by, at=at)
    return EditConflict(entry.typed_by, tuple(lines_of(batch, entry.turn)), entry.edit)


def _take_over(session: Session, batch: TypedBatch, entry: TypedEntry, *, by: Actor, at: datetime) -> None:
    before = entry.typed_by
    entry.shown_to = " ".join(dict.fromkeys([*entry.shown_to.split(), before]))
    entry.typed_by = by.name
    event = EntryTakenOver(object_id(batch), {"typed_by": before}, entry.round, entry.turn, by.name)
    record(session, event, by=by, at=at)
