"""The smallest change of names that makes a composition lawful: who gives way to whom, group by group.

A group keeps its number of seats: one who gives way is followed by one of the same group.

Law: kommuneloven (2018) §§ 7-6, 7-7.
Rules: R-225, R-226, R-229.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.councils.domain.gender import Gender
from app.councils.domain.gender_balance import minimum_of_each, short_gender


@dataclass(frozen=True, slots=True)
class Placed:
    """A name in a composition or waiting: ``place`` is its place within the group, from 1."""

    person_id: int
    name: str
    gender: Gender
    group: str
    place: int


@dataclass(frozen=True, slots=True)
class NameSwap:
    """Who gives way to whom, and ``distance``: how many places further down the one who comes in stands."""

    leaves: Placed
    enters: Placed

    @property
    def distance(self) -> int:
        """The places between them in their group's order."""
        return self.enters.place - self.leaves.place


@dataclass(frozen=True, slots=True)
class SwapsFound:
    """The swaps, fewest first needed; the composition after them, by group and place; and who is still short.

    ``lacking`` is how many more of ``short`` are needed, when no group has any left: then the groups must find names.
    """

    swaps: tuple[NameSwap, ...]
    composition: tuple[Placed, ...]
    short: Gender | None
    lacking: int


def find_swaps(members: Sequence[Placed], waiting: Sequence[Placed]) -> SwapsFound:
    """The fewest swaps that give the whole composition enough of each sex; none when it has.

    Among as few swaps, those that move names the shortest way in all; among equal ones, the group named first. Within
    a group the lowest-placed gives way, and the highest-placed of the short sex comes in. Only one sex can be short,
    and giving it as many as it lacks never makes the other short.

    Law: kommuneloven (2018) §§ 7-6 (3), 7-7.
    Rules: R-226, R-229.
    """
    short = short_gender([each.gender for each in members])
    if short is None:
        return SwapsFound((), _in_order(members), None, 0)
    lacking = minimum_of_each(len(members)) - sum(each.gender is short for each in members)
    groups = dict.fromkeys(each.group for each in members)
    possible = [swap for group in groups for swap in _swaps_of(group, short, members, waiting)]
    swaps = sorted(possible, key=lambda swap: swap.distance)[:lacking]
    leaving = {swap.leaves.person_id for swap in swaps}
    kept = [each for each in members if each.person_id not in leaving]
    still = lacking - len(swaps)
    return SwapsFound(
        tuple(swaps), _in_order([*kept, *(swap.enters for swap in swaps)]), short if still else None, still
    )


def _swaps_of(group: str, short: Gender, members: Sequence[Placed], waiting: Sequence[Placed]) -> Iterator[NameSwap]:
    """A group's swaps in the order they would be made, each with a longer way than the one before.

    Rules: R-226.
    """
    leaving = [each for each in members if each.group == group and each.gender is short.other]
    entering = [each for each in waiting if each.group == group and each.gender is short]
    leaving.sort(key=lambda each: -each.place)
    entering.sort(key=lambda each: each.place)
    for leaves, enters in zip(leaving, entering, strict=False):
        yield NameSwap(leaves, enters)


def _in_order(members: Sequence[Placed]) -> tuple[Placed, ...]:
    """By group, in the order the groups are first named, then by place."""
    groups = list(dict.fromkeys(each.group for each in members))
    return tuple(sorted(members, key=lambda each: (groups.index(each.group), each.place)))
