"""Two settlements of one contest side by side: which seats and which persons are not the same, and whose figures.

Rules: R-163, R-165.
"""

from dataclasses import dataclass

from app.elections.domain.candidates import CandidateResult, Outcome
from app.elections.domain.settlement import ListResult, Settlement


@dataclass(frozen=True, slots=True)
class ListDifference:
    """A list whose votes or seats are not the same; ``votes`` are list votes."""

    code: str
    votes_before: int
    votes_after: int
    seats_before: int
    seats_after: int


@dataclass(frozen=True, slots=True)
class PersonDifference:
    """A candidate who did not become the same: member, deputy or neither, or another number among the deputies.

    Members of a list are not ranked among themselves here: who is member 1 or 2 changes nothing.
    """

    list_code: str
    position: int
    before: Outcome
    number_before: int | None
    after: Outcome
    number_after: int | None


@dataclass(frozen=True, slots=True)
class Differences:
    """All that is not the same, lists and candidates in setup order."""

    lists: tuple[ListDifference, ...]
    persons: tuple[PersonDifference, ...]

    def __bool__(self) -> bool:
        return bool(self.lists or self.persons)


def differences(before: Settlement, after: Settlement) -> Differences:
    """What changed from one settlement to another of the same lists, in setup order.

    Law: valgloven (2002) § 11-12 (2), (4); valgloven (2023) § 13-2 (1), (4).
    Rules: R-163, R-165.
    """
    pairs = tuple(zip(before.lists, after.lists, strict=True))
    return Differences(
        tuple(
            ListDifference(old.code, old.list_votes, new.list_votes, old.seats, new.seats)
            for old, new in pairs
            if (old.list_votes, old.seats) != (new.list_votes, new.seats)
        ),
        tuple(each for old, new in pairs for each in _persons(old, new)),
    )


def _persons(old: ListResult, new: ListResult) -> list[PersonDifference]:
    return [
        PersonDifference(old.code, was.position, was.outcome, was.number, now.outcome, now.number)
        for was, now in zip(old.candidates, new.candidates, strict=True)
        if _place(was) != _place(now)
    ]


def _place(result: CandidateResult) -> tuple[Outcome, int | None]:
    """What a candidate became, as far as it matters: deputies are called in their order, members are equals."""
    return result.outcome, result.number if result.outcome is Outcome.DEPUTY else None
