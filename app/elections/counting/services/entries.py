"""Save what one person typed of a unit, and compare it with the other's without showing either to the other."""

import json
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy.orm import Session

from app.audit.services import Actor, record
from app.elections.counting.events import CountEntered
from app.elections.counting.models import CountEntryRow, CountUnitRow
from app.elections.counting.queries import Entry, UnitKey, newest_entries, unit_at
from app.elections.counting.refusals import EntryTaken, FiguresNotInOrder, StaleUnit
from app.elections.counting.services.open_unit import hold_election, object_id, open_unit
from app.elections.domain.categories import Category
from app.elections.domain.count_entries import (
    FIRST_PERSON,
    SECOND_PERSON,
    NotOpenForEntry,
    differing,
    require_open_for_entry,
    require_other_person,
)
from app.elections.domain.count_form import Figures, form_lines, read_form
from app.elections.domain.count_unit_states import CountUnitState, count_unit_moves


def save_entry(
    session: Session,
    row: CountUnitRow,
    typed: Mapping[str, str],
    remark: str,
    *,
    turn: int,
    seen: int,
    by: Actor,
    at: datetime,
) -> tuple[str, ...]:
    """Store one person's figures as a new version; the lines where they differ from the other person's, if any has any.

    ``seen`` is the version of this entry that was read, 0 for none. When both agree the unit is controlled.

    Refused: a unit that is not open, both entries by one person, an entry that somebody has saved since it
    was read (``EntryTaken``), a unit that has been reopened since (``StaleUnit``), and figures that are not in order
    (``FiguresNotInOrder``, with every fault).

    Law: valgforskriften (2024) § 11-1.
    Rules: R-131.
    """
    hold_election(session, row.contest)
    open_unit(session, row)
    _require_open(session, row)
    entries = {each.turn: each for each in newest_entries(row.entries, row.round)}
    own, other = entries.get(turn), entries.get(SECOND_PERSON if turn == FIRST_PERSON else FIRST_PERSON)
    require_other_person(by.name, other.typed_by if other else None)
    if own and (own.version != seen or own.typed_by != by.name):
        raise EntryTaken(turn, own.version, own.typed_by, own.typed_at, own.typed_by == by.name)
    if seen and not own:
        raise StaleUnit(seen, 0)  # the unit has been opened again since
    figures = _figures(row, typed)
    _add(session, row, figures, remark, turn=turn, version=seen + 1, by=by, at=at)
    differs = _compare(row, figures, other)
    agrees = None if differs is None else not differs
    record(session, CountEntered(object_id(row), turn, seen + 1, agrees), by=by, at=at)
    return differs or ()


def _require_open(session: Session, row: CountUnitRow) -> None:
    """Refuse figures that stand: those two people agree on, approved ones, and those that came in a file."""
    require_open_for_entry(row.state)
    unit = unit_at(session, row.contest, UnitKey(row.count, Category(row.category), row.place))
    if unit and unit.is_approved:
        raise NotOpenForEntry(CountUnitState.APPROVED)


def _figures(row: CountUnitRow, typed: Mapping[str, str]) -> Figures:
    read = read_form([each.code for each in row.contest.lists], row.count, Category(row.category), typed)
    if read.faults:
        raise FiguresNotInOrder(read.faults)
    return read.figures


def _add(
    session: Session,
    row: CountUnitRow,
    figures: Figures,
    remark: str,
    *,
    turn: int,
    version: int,
    by: Actor,
    at: datetime,
) -> None:
    row.entries.append(
        CountEntryRow(
            round=row.round,
            turn=turn,
            version=version,
            figures=json.dumps(figures, ensure_ascii=False),
            remark=remark.strip(),
            typed_at=at,
            typed_by=by.name,
        )
    )
    row.edit += 1
    if row.state is not CountUnitState.ENTERED:
        row.state = count_unit_moves(row.state, CountUnitState.ENTERED)
    session.flush()


def _compare(row: CountUnitRow, figures: Figures, other: Entry | None) -> tuple[str, ...] | None:
    """The lines that differ; None while only one person has typed the unit."""
    if other is None:
        return None
    differs = differing(figures, other.figures, form_lines([each.code for each in row.contest.lists], row.count))
    if not differs:
        row.state = count_unit_moves(row.state, CountUnitState.CONTROLLED)
    return differs
