"""Where a unit of a count can go: row by row, and nowhere else."""

from itertools import product

import pytest

from app.elections.domain.count_unit_states import CountUnitState, count_unit_moves
from app.elections.domain.states import MoveNotAllowed

TABLE = """
awaited entered
entered controlled
entered reopened
controlled approved
controlled reopened
approved reopened
reopened entered
"""
ROWS = {tuple(line.split()) for line in TABLE.split("\n") if line}


@pytest.mark.parametrize(("before", "after"), list(product(CountUnitState, repeat=2)))
def test_a_unit_moves_as_the_table_says(before: CountUnitState, after: CountUnitState) -> None:
    if (before, after) in ROWS:
        assert count_unit_moves(before, after) is after
    else:
        with pytest.raises(MoveNotAllowed):
            count_unit_moves(before, after)
