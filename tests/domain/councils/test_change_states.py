"""Where a membership change can go: row by row, and nowhere else; and when it is in force."""

from datetime import date
from itertools import product

import pytest

from app.councils.domain.change_states import ChangeCannotMove, ChangeState, change_moves, state_on

TABLE = """
proposed decided
proposed withdrawn
decided in_force
"""
ROWS = {tuple(line.split()) for line in TABLE.split("\n") if line}


@pytest.mark.parametrize(("before", "after"), list(product(ChangeState, repeat=2)))
def test_a_change_moves_as_the_table_says(before: ChangeState, after: ChangeState) -> None:
    if (before, after) in ROWS:
        assert change_moves(before, after) is after
    else:
        with pytest.raises(ChangeCannotMove):
            change_moves(before, after)


@pytest.mark.parametrize(
    ("stored", "day", "expected"),
    [
        (ChangeState.DECIDED, date(2022, 2, 28), ChangeState.DECIDED),
        (ChangeState.DECIDED, date(2022, 3, 1), ChangeState.IN_FORCE),
        (ChangeState.PROPOSED, date(2022, 3, 1), ChangeState.PROPOSED),
        (ChangeState.WITHDRAWN, date(2022, 3, 1), ChangeState.WITHDRAWN),
    ],
    ids=["decided, the day before", "decided, on its day", "proposed", "withdrawn"],
)
def test_what_is_decided_is_in_force_from_its_day(stored: ChangeState, day: date, expected: ChangeState) -> None:
    assert state_on(stored, date(2022, 3, 1), day) is expected
