"""The electoral board together: who was there when a settlement was decided or a lot was drawn.

Law: valgloven (2002) § 4-1; valgloven (2023) § 4-5; kommuneloven (2018) § 11-9.
Rules: R-8, R-155, R-287.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.core.errors import DomainError

FEWEST_MEMBERS = 3
FEWEST_WITNESSES = 2


@dataclass(frozen=True, slots=True)
class BoardMeeting:
    """A meeting of a board with so many ``members``; ``present`` are the members and deputies who were there, by name.

    ``case_number`` is where the decision is found in the archive.
    """

    held_on: date
    members: int
    present: tuple[str, ...]
    case_number: str


@dataclass(unsafe_hash=True)
class BoardTooSmall(DomainError):
    """An electoral board has at least three members."""

    members: int
    rule: str = "R-8"


@dataclass(unsafe_hash=True)
class NamedTwice(DomainError):
    """The same name stands twice among those who were there."""

    name: str
    rule: str = "R-287"


@dataclass(unsafe_hash=True)
class MorePresentThanMembers(DomainError):
    """More are named as present than the board has members: each deputy is there for one of them."""

    members: int
    present: int
    rule: str = "R-287"


@dataclass(unsafe_hash=True)
class BoardNotQuorate(DomainError):
    """Fewer than half of the members were there, so the board could decide nothing; ``needed`` is the fewest."""

    members: int
    present: int
    needed: int
    rule: str = "R-287"


@dataclass(unsafe_hash=True)
class MeetingOnAnotherDay(DomainError):
    """A settlement is made from election day on, and no meeting is entered before it is held."""

    held_on: date
    election_day: date
    today: date
    rule: str = "R-190"


@dataclass(unsafe_hash=True)
class CaseNumberMissing(DomainError):
    """What the board decides has the number of its case."""

    rule: str = "R-190"


@dataclass(unsafe_hash=True)
class TooFewWitnesses(DomainError):
    """A lot is drawn in front of at least two who are named."""

    named: int
    needed: int = FEWEST_WITNESSES
    rule: str = "R-155"


def needed_for_quorum(members: int) -> int:
    """At least half of the members: 7 → 4, 6 → 3, 5 → 3.

    Law: kommuneloven (2018) § 11-9.
    Rules: R-287.
    """
    return (members + 1) // 2


def require_quorate(meeting: BoardMeeting, election_day: date, today: date) -> None:
    """Refuse a meeting in which the board could not decide, or that cannot have been held.

    Law: valgloven (2002) § 4-1; valgloven (2023) § 4-5; kommuneloven (2018) § 11-9.
    Rules: R-8, R-190, R-287.
    """
    require_held(meeting.held_on, election_day, today)
    if meeting.members < FEWEST_MEMBERS:
        raise BoardTooSmall(meeting.members)
    require_named_once(meeting.present)
    there, needed = len(meeting.present), needed_for_quorum(meeting.members)
    if there > meeting.members:
        raise MorePresentThanMembers(meeting.members, there)
    if there < needed:
        raise BoardNotQuorate(meeting.members, there, needed)
    if not meeting.case_number.strip():
        raise CaseNumberMissing


def require_witnessed(witnesses: Sequence[str], drawn_on: date, election_day: date, today: date) -> None:
    """Refuse a lot that nobody can vouch for: two or more saw it, on or after election day.

    That the board draws it in a meeting is the practice; that two are named is what the record asks for.

    Rules: R-155, R-190.
    """
    require_held(drawn_on, election_day, today)
    require_named_once(witnesses)
    if len(witnesses) < FEWEST_WITNESSES:
        raise TooFewWitnesses(len(witnesses))


def require_held(held_on: date, election_day: date, today: date) -> None:
    """Refuse a day before election day, and one that has not come.

    Rules: R-190.
    """
    if not election_day <= held_on <= today:
        raise MeetingOnAnotherDay(held_on, election_day, today)


def require_named_once(names: Sequence[str]) -> None:
    """Refuse a name that stands twice, whatever its capitals.

    Rules: R-287.
    """
    seen: set[str] = set()
    for name in names:
        if name.casefold() in seen:
            raise NamedTwice(name)
        seen.add(name.casefold())


def names_in(text: str) -> tuple[str, ...]:
    """The names on the lines of a text, without spaces around them; empty lines are no names."""
    return tuple(" ".join(line.split()) for line in text.splitlines() if line.strip())
