"""Who leads the meeting.

Law: kommuneloven (2018) §§ 7-8, 11-2.
Rules: R-281, R-290.
"""

from dataclasses import dataclass

from app.core.errors import DomainError
from app.councils.domain.membership import Role
from app.meetings.domain.presence import Occupancy
from app.meetings.domain.roster import Roster


@dataclass(unsafe_hash=True)
class LeaderNotInSeat(DomainError):
    """The meeting has no leader in a seat now: the chair has left or stepped down, and nobody has taken over."""

    person_id: int | None


@dataclass(unsafe_hash=True)
class CannotLead(DomainError):
    """The law says who can: ``may_lead`` are those who sit in their seats; none: a meeting leader must be elected."""

    person_id: int | None
    may_lead: tuple[int, ...]


def leaders_by_law(roster: Roster, occupancy: Occupancy) -> tuple[int, ...]:
    """The chair and the deputy chair who sit in their seats, the chair first; none: a meeting leader must be elected.

    A chair who has stepped down for an item does not lead it.

    Law: kommuneloven (2018) § 11-2.
    Rules: R-281.
    """
    offices = (roster.holder_of(role) for role in (Role.CHAIR, Role.DEPUTY_CHAIR))
    return tuple(each for each in offices if each is not None and occupancy.seat_of(each) is not None)


def require_leader(person_id: int, roster: Roster, occupancy: Occupancy, elected: int | None) -> int:
    """The one who takes the chair: chair or deputy chair, or the one who is elected when both are away.

    Law: kommuneloven (2018) § 11-2.
    Rules: R-281, R-290.
    """
    require_in_seat(person_id, occupancy)
    by_law = leaders_by_law(roster, occupancy)
    may_lead = by_law or ((elected,) if elected is not None else ())
    if person_id not in may_lead:
        raise CannotLead(person_id, may_lead)
    return person_id


def require_in_seat(leader: int | None, occupancy: Occupancy) -> int:
    """The leader, who must sit in a seat when something is decided: it is this one's vote that breaks a tie.

    Law: kommuneloven (2018) § 11-9.
    Rules: R-281, R-289.
    """
    if leader is None or occupancy.seat_of(leader) is None:
        raise LeaderNotInSeat(leader)
    return leader
