"""Whether the council can decide: at least half of its members in their seats, counted anew at each vote.

Law: kommuneloven (2018) § 11-9.
Rules: R-287.
"""

from dataclasses import dataclass

from app.core.errors import DomainError


@dataclass(frozen=True, slots=True)
class Quorum:
    """``occupied`` seats take part, of ``members`` in the council; ``needed`` is the fewest that can decide."""

    occupied: int
    members: int
    needed: int

    @property
    def is_quorate(self) -> bool:
        """Whether the council can decide."""
        return self.occupied >= self.needed


@dataclass(unsafe_hash=True)
class NotQuorate(DomainError):
    """A decision with fewer than half of the members: it would be void."""

    occupied: int
    members: int
    needed: int


def quorum(occupied: int, members: int) -> Quorum:
    """Whether so many can decide: 15 members → 8, 14 → 7, 7 → 4.

    It is seats that are counted, never people: one who has stepped down for the case is not there, and a deputy in the
    seat is. A place nobody has been elected to counts among the members all the same.

    Law: kommuneloven (2018) § 11-9.
    Rules: R-287.
    """
    return Quorum(occupied, members, (members + 1) // 2)


def require_quorum(occupied: int, members: int) -> Quorum:
    """Refuse to decide with fewer than half.

    Law: kommuneloven (2018) § 11-9.
    Rules: R-287.
    """
    counted = quorum(occupied, members)
    if not counted.is_quorate:
        raise NotQuorate(counted.occupied, counted.members, counted.needed)
    return counted
