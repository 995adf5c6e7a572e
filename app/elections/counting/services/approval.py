"""Approve a unit's figures, explain what a control stopped at, and open a unit again."""

import json
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.orm import Session

from app.audit.services import Actor, record
from app.elections.counting.events import CountApproved, CountExplained, CountReopened
from app.elections.counting.models import CountExplanationRow, CountReopeningRow, CountUnitRow
from app.elections.counting.queries import (
    Unit,
    UnitKey,
    counted,
    doubtful_left,
    explained_codes,
    explanations_of,
    unit_at,
    unit_row,
    warnings_of,
)
from app.elections.counting.refusals import (
    DoubtfulUndecided,
    ExplanationsMissing,
    NothingToReopen,
    ReasonNeeded,
)
from app.elections.counting.services.open_unit import (
    hold_election,
    new_unit,
    object_id,
    open_unit,
    require_counting,
)
from app.elections.domain.categories import Category
from app.elections.domain.control_codes import ControlCode
from app.elections.domain.count_entries import OwnEntry
from app.elections.domain.count_form import SECOND, counted_lines
from app.elections.domain.count_unit_states import CountUnitState, count_unit_moves
from app.elections.models import ContestRow, CountLineRow

Explanations = Mapping[ControlCode, str]


def approve_unit(
    session: Session, row: CountUnitRow, explanations: Explanations, *, seen: int, by: Actor, at: datetime
) -> None:
    """Make a unit's figures lines of the count.

    Refused: figures that two people have not agreed on, approval by one of the two, a control without an explanation,
    and a second count before the ballots set aside in the first are decided.

    Law: valgloven (2002) §§ 10-5, 10-6; valgloven (2023) §§ 10-8, 10-11.
    Rules: R-131, R-138, R-139.
    """
    hold_election(session, row.contest)
    open_unit(session, row, seen)
    unit = _unit(session, row)
    state = count_unit_moves(row.state, CountUnitState.APPROVED)
    if by.name in unit.typed_by:
        raise OwnEntry
    assert unit.agreed is not None  # a controlled unit has two equal entries
    _require_doubtful_decided(session, row.contest, unit.key)
    codes = _explain(session, row, unit, explanations, by=by, at=at)
    row.state, row.edit, row.approved_at, row.approved_by = state, row.edit + 1, at, by.name
    _store_lines(session, row.contest, unit.key, counted_lines(unit.agreed))
    record(session, CountApproved(object_id(row), row.round, codes), by=by, at=at)


def explain_unit(
    session: Session, row: CountUnitRow, explanations: Explanations, *, seen: int, by: Actor, at: datetime
) -> None:
    """Explain what a control stops at in an approved unit, once other units' figures show it."""
    hold_election(session, row.contest)
    open_unit(session, row, seen)
    codes = _explain(session, row, _unit(session, row), explanations, by=by, at=at)
    row.edit += 1
    record(session, CountExplained(object_id(row), codes), by=by, at=at)


def reopen_unit(
    session: Session, contest: ContestRow, key: UnitKey, reason: str, *, by: Actor, at: datetime
) -> CountUnitRow:
    """Open a unit to be typed anew by two people; what stood is kept with the reason, and no longer counts.

    Figures that came in a file are opened in the same way. Refused once the contest is settled, without a reason, and
    when nothing has been typed.

    Rules: R-139.
    """
    hold_election(session, contest)
    require_counting(session, contest)
    if not reason.strip():
        raise ReasonNeeded
    unit = unit_at(session, contest, key)
    if unit is None or unit.state in (CountUnitState.AWAITED, CountUnitState.REOPENED):
        raise NothingToReopen
    row = unit_row(session, contest, key) or new_unit(session, contest, key)
    open_unit(session, row)
    before: dict[str, str | int] = {"state": unit.state.value, "round": row.round}
    row.reopenings.append(_reopening(session, contest, row, unit, reason.strip(), by=by, at=at))
    _remove_lines(session, contest, key)
    row.state = count_unit_moves(unit.state, CountUnitState.REOPENED)
    row.round, row.edit, row.approved_at, row.approved_by = row.round + 1, row.edit + 1, None, None
    record(session, CountReopened(object_id(row), before, row.round, reason.strip()), by=by, at=at)
    return row


def _unit(session: Session, row: CountUnitRow) -> Unit:
    unit = unit_at(session, row.contest, UnitKey(row.count, Category(row.category), row.place))
    assert unit is not None  # the row is one of the contest's
    return unit


def _require_doubtful_decided(session: Session, contest: ContestRow, key: UnitKey) -> None:
    aside, decided = doubtful_left(session, contest).get(key.where, (0, 0))
    if key.count == SECOND and decided < aside:
        raise DoubtfulUndecided(aside - decided)


def _explain(
    session: Session, row: CountUnitRow, unit: Unit, explanations: Explanations, *, by: Actor, at: datetime
) -> tuple[str, ...]:
    """Store the explanations that are new; refused when a control is left without one. The codes that were stored."""
    known = explained_codes(explanations_of(session, row.contest_id).get(unit.key, ()))
    lacking = dict.fromkeys(each.code for each in warnings_of(session, row.contest, unit) if each.code not in known)
    missing = tuple(code for code in lacking if not explanations.get(code, "").strip())
    if missing:
        raise ExplanationsMissing(missing)
    row.explanations.extend(
        CountExplanationRow(round=row.round, code=code, text=explanations[code].strip(), given_at=at, given_by=by.name)
        for code in lacking
    )
    session.flush()
    return tuple(code.value for code in lacking)


def _reopening(
    session: Session, contest: ContestRow, row: CountUnitRow, unit: Unit, reason: str, *, by: Actor, at: datetime
) -> CountReopeningRow:
    stood = counted(session, contest).get(unit.key, {})
    file_id = session.scalar(select(CountLineRow.received_file_id).where(*_of_unit(contest, unit.key)).limit(1))
    return CountReopeningRow(
        round=row.round,
        reason=reason,
        figures=json.dumps(stood, ensure_ascii=False),
        received_file_id=file_id,
        reopened_at=at,
        reopened_by=by.name,
    )


def _store_lines(session: Session, contest: ContestRow, key: UnitKey, lines: Mapping[str, int]) -> None:
    _remove_lines(session, contest, key)
    session.add_all(
        CountLineRow(
            contest_id=contest.id,
            count=key.count,
            category=key.category.value,
            place=key.place,
            line=line,
            number=number,
        )
        for line, number in lines.items()
    )
    session.flush()


def _remove_lines(session: Session, contest: ContestRow, key: UnitKey) -> None:
    session.execute(delete(CountLineRow).where(*_of_unit(contest, key)))


def _of_unit(contest: ContestRow, key: UnitKey) -> tuple[ColumnElement[bool], ...]:
    return (
        CountLineRow.contest_id == contest.id,
        CountLineRow.count == key.count,
        CountLineRow.category == key.category.value,
        CountLineRow.place == key.place,
    )
