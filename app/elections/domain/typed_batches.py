"""Bundles of changed ballots that are typed from paper: how far each has come, and what two clerks agree on.

Two different people type the same bundle, the second without seeing the first; what differs is settled ballot by
ballot with the paper in hand; a third person approves. A contest that is settled opens no bundle again.

Law: valgloven (2002) § 10-6 (3); valgloven (2023) § 10-12; valgforskriften (2024) § 11-3.
Rules: R-115.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.core.errors import DomainError
from app.elections.domain.states import MoveNotAllowed
from app.elections.domain.typed_lines import LineKind, TypedLine

MOST_BALLOTS = 200
FIRST, SECOND = 1, 2
"""The two times a bundle is typed."""


class BatchState(StrEnum):
    """How far a bundle has come. Reopened: everything is typed again, and what was approved no longer counts."""

    REGISTERED = "registered"
    ENTERED_ONCE = "entered_once"
    DIFFERS = "differs"
    AGREED = "agreed"
    APPROVED = "approved"
    REOPENED = "reopened"
    WITHDRAWN = "withdrawn"


BATCH_MOVES: Mapping[BatchState, tuple[BatchState, ...]] = {
    BatchState.REGISTERED: (BatchState.ENTERED_ONCE, BatchState.WITHDRAWN),
    BatchState.ENTERED_ONCE: (BatchState.DIFFERS, BatchState.AGREED, BatchState.REOPENED),
    BatchState.DIFFERS: (BatchState.AGREED, BatchState.REOPENED),
    BatchState.AGREED: (BatchState.APPROVED, BatchState.REOPENED),
    BatchState.APPROVED: (BatchState.REOPENED,),
    BatchState.REOPENED: (BatchState.ENTERED_ONCE, BatchState.WITHDRAWN),
    BatchState.WITHDRAWN: (),
}

DONE = frozenset({BatchState.APPROVED, BatchState.WITHDRAWN})
"""Nothing is awaited of these."""
TYPED_IN = frozenset({BatchState.REGISTERED, BatchState.ENTERED_ONCE, BatchState.REOPENED})
"""In these somebody is to type the bundle, the first or the second time."""


@dataclass(unsafe_hash=True)
class OwnControl(DomainError):
    """Somebody would control their own work, or has seen what they were to type unseen."""

    person: str
    rule: str = "R-115"


@dataclass(unsafe_hash=True)
class NotToBeTyped(DomainError):
    """The bundle is typed twice already, approved or withdrawn."""

    state: BatchState


@dataclass(unsafe_hash=True)
class BatchSizeWrong(DomainError):
    """A bundle has from 1 to ``most`` ballots."""

    ballots: int
    most: int = MOST_BALLOTS


@dataclass(unsafe_hash=True)
class LinesNotDone(DomainError):
    """These ballots are not typed, or what is typed cannot be used."""

    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A ballot that the two have typed differently: its number in the bundle, from 1, and both lines."""

    number: int
    first: TypedLine
    second: TypedLine


def batch_moves(from_state: BatchState, to_state: BatchState) -> BatchState:
    """The bundle's new state; a move that is not in the table is refused."""
    if to_state not in BATCH_MOVES[from_state]:
        raise MoveNotAllowed(from_state, to_state, BATCH_MOVES[from_state])
    return to_state


def turn_of(state: BatchState) -> int:
    """Whether a bundle in this state is typed the first or the second time; refused when it is not to be typed.

    Rules: R-115.
    """
    if state in (BatchState.REGISTERED, BatchState.REOPENED):
        return FIRST
    if state is BatchState.ENTERED_ONCE:
        return SECOND
    raise NotToBeTyped(state)


def require_size(ballots: int) -> int:
    """The number of ballots in a bundle; refused below 1 and above 200."""
    if not 1 <= ballots <= MOST_BALLOTS:
        raise BatchSizeWrong(ballots)
    return ballots


def require_another(person: str, others: Collection[str]) -> None:
    """Refuses somebody who has typed or seen what is to be controlled. Accounts are told apart without regard to case.

    Law: valgloven (2002) § 10-6 (3); valgforskriften (2024) § 11-3.
    Rules: R-115.
    """
    if person.casefold() in {each.casefold() for each in others}:
        raise OwnControl(person)


def require_done(lines: Sequence[TypedLine]) -> None:
    """Refuses lines that are empty or cannot be used, and tells all of them by number."""
    numbers = tuple(number for number, line in enumerate(lines, start=1) if not line.is_done)
    if numbers:
        raise LinesNotDone(numbers)


def differences(first: Sequence[TypedLine], second: Sequence[TypedLine]) -> tuple[Difference, ...]:
    """The ballots that are not typed alike. Marks have no order; names count in the order written, so theirs matters.

    A line that only one of the two has differs from an empty one.

    Rules: R-110, R-114, R-115.
    """
    empty = TypedLine(LineKind.EMPTY)
    found = []
    for index in range(max(len(first), len(second))):
        pair = [lines[index] if index < len(lines) else empty for lines in (first, second)]
        if pair[0] != pair[1]:
            found.append(Difference(index + 1, *pair))
    return tuple(found)


def settled_lines(
    first: Sequence[TypedLine], second: Sequence[TypedLine], rulings: Mapping[int, TypedLine]
) -> tuple[TypedLine, ...] | None:
    """What the bundle holds, in the order of its numbers; None while a difference has no ruling.

    Rules: R-115.
    """
    differing = {each.number for each in differences(first, second)}
    if not differing <= rulings.keys():
        return None
    agreed = dict(enumerate(first, start=1)) | {number: rulings[number] for number in differing}
    return tuple(agreed[number] for number in sorted(agreed))


def ballot_code(number: int) -> str:
    """A ballot's code in its bundle, three digits, so that texts stand in the order of the numbers: 7 → ``007``."""
    return f"{number:03}"


def next_batch_code(taken: Collection[str]) -> str:
    """The lowest number above all that are in use, three digits: ``001`` first, ``013`` after ``12``."""
    numbers = [int(code) for code in taken if code.isascii() and code.isdigit() and len(code) <= 6]
    return f"{max(numbers, default=0) + 1:03}"
