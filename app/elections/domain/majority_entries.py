"""Ballots of a majority election as they are typed: a line each, by two people; and what the board says of the names.

``Kari Lie; Ola Vik | Per Dal; ?`` is one ballot: names as written, in order, with ``;`` between; the deputies after
``|``, if the voter has separated them; ``?`` where no name can be read.

Law: valgloven (2002) §§ 12-2, 12-3; valgloven (2023) §§ 14-2, 14-3.
Rules: R-115, R-181.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest

from app.core.errors import DomainError
from app.elections.domain.majority_ballots import MajorityBallot, Names

UNREADABLE = "?"
LONGEST_NAME = 200


class Ruling(StrEnum):
    """What the electoral board says of a name as it is written on ballots."""

    AS_WRITTEN = "as_written"
    SAME_AS = "same_as"
    UNCLEAR = "unclear"
    INELIGIBLE = "ineligible"


@dataclass(frozen=True, slots=True)
class NameRuling:
    """The ruling, and with SAME_AS who is meant."""

    ruling: Ruling
    person: str = ""


@dataclass(unsafe_hash=True)
class TwoBars(DomainError):
    """A line has more than one ``|``: deputies are separated from members once."""

    line: int
    rule: str = "R-181"


@dataclass(unsafe_hash=True)
class NameTooLong(DomainError):
    """A name is longer than any name."""

    line: int
    name: str
    rule: str = "R-181"


@dataclass(unsafe_hash=True)
class OtherNumberOfBallots(DomainError):
    """As many lines are typed as the batch has ballots, neither more nor fewer."""

    typed: int
    ballots: int
    rule: str = "R-115"


@dataclass(frozen=True, slots=True)
class TypedBatch:
    """One person's typing of a batch, in the one form that ``written`` gives it."""

    typed_by: str
    ballots: str


def typed_ballots(text: str) -> tuple[MajorityBallot, ...]:
    """A ballot for each line that has anything on it.

    Law: valgloven (2002) § 12-2; valgloven (2023) § 14-2.
    Rules: R-181.
    """
    lines = [(number, line) for number, line in enumerate(text.splitlines(), start=1) if line.strip()]
    return tuple(_ballot(number, line) for number, line in lines)


def _ballot(number: int, line: str) -> MajorityBallot:
    parts = line.split("|")
    if len(parts) > 2:
        raise TwoBars(number)
    members, *deputies = (_names(number, part) for part in parts)
    return MajorityBallot(members, deputies[0] if deputies else None)


def _names(line: int, part: str) -> Names:
    names = [" ".join(name.split()) for name in part.split(";")]
    if too_long := next((name for name in names if len(name) > LONGEST_NAME), None):
        raise NameTooLong(line, too_long)
    return tuple(None if name == UNREADABLE else name for name in names if name)


def written(ballots: Iterable[MajorityBallot]) -> str:
    """The ballots as lines, in one form: two who read the same names give the same text."""
    return "\n".join(_line(each) for each in ballots)


def _line(ballot: MajorityBallot) -> str:
    members = "; ".join(name or UNREADABLE for name in ballot.members)
    if ballot.deputies is None:
        return members
    return f"{members} | " + "; ".join(name or UNREADABLE for name in ballot.deputies)


def require_number(ballots: Sequence[MajorityBallot], number: int) -> None:
    """Refuse more or fewer ballots than the batch has.

    Rules: R-115.
    """
    if len(ballots) != number:
        raise OtherNumberOfBallots(len(ballots), number)


def agreed(entries: Sequence[TypedBatch]) -> str | None:
    """What two different people have typed alike, the newest if there are several; None while there is no such thing.

    Law: valgloven (2023) § 10-12.
    Rules: R-115.
    """
    for last, newest in reversed(list(enumerate(entries))):
        if any(each.ballots == newest.ballots and each.typed_by != newest.typed_by for each in entries[:last]):
            return newest.ballots
    return None


def differing(entries: Sequence[TypedBatch]) -> tuple[int, ...]:
    """The numbers, from 1, of the ballots that the newest entries of two people do not have alike.

    Which ballots, not what is on them: whoever looks at the paper again decides by the paper.

    Rules: R-115.
    """
    newest = {each.typed_by: each.ballots.splitlines() for each in entries}
    if len(newest) < 2:
        return ()
    first, second = list(newest.values())[-2:]
    return tuple(number for number, (one, other) in enumerate(zip_longest(first, second), start=1) if one != other)


def ruled(
    ballots: Iterable[MajorityBallot], rulings: Mapping[str, NameRuling]
) -> tuple[tuple[MajorityBallot, ...], frozenset[str]]:
    """The ballots with each name as the board has said who is meant, and the names of those who are not eligible.

    Law: valgloven (2002) §§ 12-1, 12-2; valgloven (2023) §§ 14-1, 14-2.
    Rules: R-180, R-181.
    """
    same = {name: each.person for name, each in rulings.items() if each.ruling is Ruling.SAME_AS}
    unclear = {name for name, each in rulings.items() if each.ruling is Ruling.UNCLEAR}
    ineligible = frozenset(name for name, each in rulings.items() if each.ruling is Ruling.INELIGIBLE)

    def meant(names: Names) -> Names:
        persons = (name and same.get(name, name) for name in names)
        return tuple(None if person is None or person in unclear else person for person in persons)

    read = tuple(
        MajorityBallot(meant(each.members), None if each.deputies is None else meant(each.deputies)) for each in ballots
    )
    return read, ineligible
