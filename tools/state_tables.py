"""Writes ``docs/states.md``: where things stand and how they move, from the tables that the domain itself uses."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from app.councils.domain.appointment_states import APPOINTMENT_MOVES
from app.councils.domain.change_states import CHANGE_MOVES
from app.elections.domain.list_proposal_states import LIST_PROPOSAL_MOVES
from app.elections.domain.states import ELECTION_MOVES, SETTLEMENT_MOVES
from app.elections.domain.typed_batches import BATCH_MOVES
from app.meetings.domain.states import ITEM_MOVES, MEETING_MOVES

ROOT = Path(__file__).parent.parent
STATES = ROOT / "docs" / "states.md"

HEADING = """# States and moves

Made by `make docs` from the tables in `*/domain/*states.py`; a test fails when it is not fresh. A move that is not here
cannot happen.
"""


def main() -> None:
    """Write the tables."""
    STATES.write_text(state_tables(), encoding="utf-8")
    print(f"Wrote {STATES.relative_to(ROOT)}")


def state_tables() -> str:
    """The whole text of ``docs/states.md``."""
    tables = (
        _table("Election", ELECTION_MOVES),
        _table("List proposal", LIST_PROPOSAL_MOVES),
        _table("Bundle of changed ballots", BATCH_MOVES),
        _table("Settlement", SETTLEMENT_MOVES),
        _table("Appointment", APPOINTMENT_MOVES),
        _table("Membership change", CHANGE_MOVES),
        _table("Meeting", MEETING_MOVES),
        _table("Agenda item", ITEM_MOVES),
    )
    return HEADING + "".join(tables)


State = TypeVar("State", bound=StrEnum)


def _table(name: str, moves: Mapping[State, Sequence[State]]) -> str:
    rows = [
        f"| `{state}` | {', '.join(f'`{after}`' for after in following) or '–'} |" for state, following in moves.items()
    ]
    return f"\n## {name}\n\n| from | to |\n|---|---|\n" + "\n".join(rows) + "\n"


if __name__ == "__main__":
    main()
