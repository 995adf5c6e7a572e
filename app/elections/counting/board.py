"""A district's board: each place with both its counts side by side, and how far all of it has come. No figures."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.elections.counting.queries import Unit, UnitKey, units_of
from app.elections.domain.categories import Category
from app.elections.domain.count_form import FIRST, SECOND
from app.elections.domain.count_unit_states import CountUnitState
from app.elections.models import ContestRow

_CATEGORIES = tuple(Category)


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One place of one category in both counts; None where a count has no such unit."""

    first: Unit | None
    second: Unit | None

    @property
    def unit(self) -> Unit:
        """Either of the two, for its name."""
        found = self.first or self.second
        assert found is not None  # a row is made from a unit
        return found


@dataclass(frozen=True, slots=True)
class Board:
    """A district with its units."""

    contest: ContestRow
    rows: tuple[BoardRow, ...]

    @property
    def units(self) -> list[Unit]:
        """All units, the first count before the second."""
        return [*filter(None, (row.first for row in self.rows)), *filter(None, (row.second for row in self.rows))]

    def of_count(self, count: int) -> list[Unit]:
        """The units of one count."""
        return [each for each in self.units if each.key.count == count]

    def approved(self, count: int) -> int:
        """How many units of a count are approved."""
        return sum(each.is_approved for each in self.of_count(count))

    @property
    def states(self) -> dict[CountUnitState, int]:
        """How many units stand where, in the order of the states; those nobody stands in are not here."""
        numbers = Counter(each.state for each in self.units)
        return {state: numbers[state] for state in CountUnitState if numbers[state]}

    @property
    def differing(self) -> int:
        """How many units have two entries that differ."""
        return sum(bool(each.differs) for each in self.units)


def board_of(session: Session, contest: ContestRow) -> Board:
    """The board of a contest."""
    return Board(contest, rows_of(units_of(session, contest)))


def rows_of(units: Sequence[Unit]) -> tuple[BoardRow, ...]:
    """Units of both counts side by side, in the order of the units."""
    by_key: dict[UnitKey, Unit] = {each.key: each for each in units}
    in_order = sorted(units, key=lambda unit: _CATEGORIES.index(unit.key.category))
    places = dict.fromkeys((each.key.category, each.key.place) for each in in_order)
    return tuple(BoardRow(by_key.get(UnitKey(FIRST, *where)), by_key.get(UnitKey(SECOND, *where))) for where in places)
