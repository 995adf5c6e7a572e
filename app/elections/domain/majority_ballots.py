"""One ballot of a majority election → the names that count on it, and the votes they add up to.

Law: valgloven (2002) §§ 12-2, 12-3; valgloven (2023) §§ 14-2, 14-3.
Rules: R-180, R-181.
"""

from collections import Counter
from collections.abc import Iterable, Set
from dataclasses import dataclass
from enum import StrEnum

Names = tuple[str | None, ...]
"""Persons in the order written, each by the one name that identifies them; None where no person can be made out."""


@dataclass(frozen=True, slots=True)
class MajorityBallot:
    """A ballot as written. ``deputies`` is None when the voter did not separate members from deputies."""

    members: Names
    deputies: Names | None = None


class DisregardedName(StrEnum):
    """Why a name was not counted. The ballot itself stays valid."""

    UNREADABLE = "unreadable"
    INELIGIBLE = "ineligible"
    REPEATED = "repeated"
    EXCESS = "excess"


@dataclass(frozen=True, slots=True)
class MajorityReading:
    """The names that count, and one reason for each that does not."""

    members: tuple[str, ...]
    deputies: tuple[str, ...]
    disregarded: tuple[DisregardedName, ...]


@dataclass(frozen=True, slots=True)
class PersonVotes:
    """How many ballots name a person as member, and how many as deputy."""

    person: str
    member_votes: int
    deputy_votes: int


def read_majority_ballot(ballot: MajorityBallot, seats: int, ineligible: Set[str] = frozenset()) -> MajorityReading:
    """At most as many members as there are seats, and as many deputies; each name once; the last in order fall away.

    If members and deputies are not separated, the first names are members and the next deputies. Names that are
    unreadable, repeated or not eligible take no place from those after them. A member's name that falls away may
    still count where it is also written as a deputy's.

    Law: valgloven (2002) §§ 12-2, 12-3; valgloven (2023) §§ 14-2, 14-3.
    Rules: R-181.
    """
    names, disregarded = distinct_persons(ballot.members, ineligible)
    members = names[:seats]
    if ballot.deputies is None:
        deputies, excess = names[seats : 2 * seats], names[2 * seats :]
    else:
        others, more_disregarded = distinct_persons(ballot.deputies, ineligible, already_counted=members)
        deputies, excess = others[:seats], names[seats:] + others[seats:]
        disregarded += more_disregarded
    disregarded += [DisregardedName.EXCESS] * len(excess)
    return MajorityReading(tuple(members), tuple(deputies), tuple(disregarded))


def distinct_persons(
    names: Names, ineligible: Set[str], already_counted: Iterable[str] = ()
) -> tuple[list[str], list[DisregardedName]]:
    """The persons who can be voted for, each once, in the order written, and the reasons for the other names.

    Anyone eligible can be voted for, whether on a list or not.

    Law: valgloven (2002) §§ 12-1, 12-2; valgloven (2023) §§ 14-1, 14-2.
    Rules: R-180, R-181.
    """
    counted = set(already_counted)
    persons: list[str] = []
    disregarded: list[DisregardedName] = []
    for name in names:
        if name is None:
            disregarded.append(DisregardedName.UNREADABLE)
        elif name in ineligible:
            disregarded.append(DisregardedName.INELIGIBLE)
        elif name in counted:
            disregarded.append(DisregardedName.REPEATED)
        else:
            counted.add(name)
            persons.append(name)
    return persons, disregarded


def count_majority_votes(readings: Iterable[MajorityReading]) -> tuple[PersonVotes, ...]:
    """Each person's member votes and deputy votes, by name."""
    as_member: Counter[str] = Counter()
    as_deputy: Counter[str] = Counter()
    for reading in readings:
        as_member.update(reading.members)
        as_deputy.update(reading.deputies)
    return tuple(PersonVotes(name, as_member[name], as_deputy[name]) for name in sorted(as_member | as_deputy))
