"""What every page of the counting room does alike: find, do, and answer with what was refused."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus

from flask import abort, flash
from sqlalchemy.orm import Session

from app.core.database import db
from app.core.errors import DomainError
from app.core.forms import Form
from app.elections.counting.models import CountUnitRow
from app.elections.counting.queries import (
    Unit,
    UnitKey,
    contest_at,
    key_from,
    place_names,
    unit_at,
    unit_row,
    units_of,
)
from app.elections.domain.count_entries import FIRST_PERSON
from app.elections.domain.count_unit_states import OPEN_FOR_ENTRY
from app.elections.models import ContestRow, ElectionRow
from app.elections.queries import election_by_address
from app.elections.refusal_texts import describe


@dataclass(frozen=True, slots=True)
class Names:
    """What codes of one contest are called: lists and places."""

    lists: Mapping[str, str]
    places: Mapping[str, str]


def the_election(address: str, session: Session | None = None) -> ElectionRow:
    """The election at this address, or 404."""
    return election_by_address(session or db.session(), address) or abort(HTTPStatus.NOT_FOUND)


def the_contest(address: str, code: str, session: Session | None = None) -> ContestRow:
    """The contest with this code in the election, or 404."""
    session = session or db.session()
    return contest_at(session, the_election(address, session).id, code) or abort(HTTPStatus.NOT_FOUND)


def the_key(text: str) -> UnitKey:
    """The unit that an address names, or 404."""
    return key_from(text) or abort(HTTPStatus.NOT_FOUND)


def the_unit(contest: ContestRow, key: UnitKey) -> Unit:
    """The unit as it stands, or 404."""
    return unit_at(db.session(), contest, key) or abort(HTTPStatus.NOT_FOUND)


def the_row(session: Session, contest: ContestRow, key: UnitKey) -> CountUnitRow:
    """The stored unit, or 404: what only a file knows cannot be acted on before it is reopened."""
    return unit_row(session, contest, key) or abort(HTTPStatus.NOT_FOUND)


def names_of(contest: ContestRow) -> Names:
    """What the contest's lists and places are called."""
    return Names({each.code: each.name for each in contest.lists}, place_names(db.session(), contest))


def lines_told(error: DomainError) -> list[str]:
    """One text for each thing that is wrong."""
    return describe(error).split("\n")


def done(form: Form, act: Callable[[], None]) -> bool:
    """Whether the form was in order and the act was done. If not, the form says why."""
    if not form.validate_on_submit():
        return False
    try:
        act()
    except DomainError as refusal:
        form.form_errors.extend(lines_told(refusal))
        return False
    return True


def done_or_told(form: Form, act: Callable[[], None], told: str) -> bool:
    """Do an act that has no page of its own; the next page says that it was done, or why not."""
    if done(form, act):
        flash(told, "success")
        return True
    for text in [*form.form_errors, *(str(errors[0]) for errors in form.errors.values() if errors)]:
        flash(str(text), "danger")
    return False


def next_to_type(contest: ContestRow, count: int, person: str) -> Unit | None:
    """The unit that ``person`` types next: one where their figures differ, else one that nobody or one other has typed.

    In the order of the board, within the same count.
    """
    units = [each for each in units_of(db.session(), contest) if each.key.count == count]
    open_units = [each for each in units if each.state in OPEN_FOR_ENTRY]
    differing = [each for each in open_units if each.differs and person in each.typed_by]
    waiting = [each for each in open_units if len(each.entries) <= FIRST_PERSON and person not in each.typed_by]
    return next(iter([*differing, *waiting]), None)
