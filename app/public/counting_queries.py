"""What the screen of the counting hall shows: which piles are left, and what each waits for. Never a figure of a count.

Rules: R-131, R-140.
"""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.elections.counting.board import Board, board_of
from app.elections.counting.queries import Unit
from app.elections.domain.count_form import FIRST, SECOND
from app.elections.domain.states import ElectionState
from app.elections.queries import contests_of, election_by_address

SHOWN = 4
"""How many waiting piles of each district fit on the screen."""


@dataclass(frozen=True, slots=True)
class HallDistrict:
    """A district: how many units of each count are approved, of how many; and the next units that wait, in order."""

    name: str
    approved: tuple[tuple[int, int, int], ...]
    following: tuple[Unit, ...]
    left: int


@dataclass(frozen=True, slots=True)
class HallPage:
    """The screen."""

    election: str
    districts: tuple[HallDistrict, ...]


def hall_page(session: Session, address: str) -> HallPage | None:
    """The screen of an election that is being counted; None for any other.

    Law: valgloven (2023) §§ 10-5 (4), 21-8.
    Rules: R-131, R-140.
    """
    election = election_by_address(session, address)
    if election is None or election.state != ElectionState.COUNTING:
        return None
    boards = [board_of(session, contest) for contest in contests_of(session, election.id)]
    return HallPage(election.name, tuple(_district(board) for board in boards if board.units))


def _district(board: Board) -> HallDistrict:
    waiting = [each for each in board.units if not each.is_approved]
    approved = [(count, board.approved(count), len(board.of_count(count))) for count in (FIRST, SECOND)]
    return HallDistrict(
        name=board.contest.district.name,
        approved=tuple(each for each in approved if each[2]),
        following=tuple(waiting[:SHOWN]),
        left=len(waiting),
    )
