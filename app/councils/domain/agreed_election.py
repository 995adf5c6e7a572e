"""An agreed election: the municipal council, unanimous twice, adopts one nomination for the whole body.

Law: kommuneloven (2018) §§ 7-4, 7-7.
Rules: R-220, R-229, R-234.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.councils.domain.gender import Gender
from app.councils.domain.gender_balance import minimum_of_each, short_gender
from app.councils.domain.picking import EXTRA_DEPUTIES


@dataclass(frozen=True, slots=True)
class Nominee:
    """A person in the nomination, and the party or group the name stands for."""

    person_id: int
    name: str
    gender: Gender
    group: str


@dataclass(frozen=True, slots=True)
class Nomination:
    """The members, and the deputies in their order within each group."""

    members: tuple[Nominee, ...]
    deputies: tuple[Nominee, ...] = ()


@dataclass(frozen=True, slots=True)
class Unanimity:
    """The two votes: to use agreed election at all, and to adopt the nomination. One vote against is enough to stop."""

    on_method: bool
    on_nomination: bool


class Obstacle(StrEnum):
    """What stands in the way of an agreed election."""

    METHOD_NOT_UNANIMOUS = "method_not_unanimous"
    NOMINATION_NOT_UNANIMOUS = "nomination_not_unanimous"
    NOT_AS_MANY_NAMES_AS_SEATS = "not_as_many_names_as_seats"
    GROUP_NOT_STATED = "group_not_stated"
    NAME_TWICE = "name_twice"
    DEPUTIES_WITHOUT_MEMBER = "deputies_without_member"
    TOO_MANY_DEPUTIES = "too_many_deputies"
    TOO_FEW_MEMBERS_OF_ONE_SEX = "too_few_members_of_one_sex"
    TOO_FEW_DEPUTIES_OF_ONE_SEX = "too_few_deputies_of_one_sex"


@dataclass(frozen=True, slots=True)
class NominationFinding:
    """An obstacle with its facts: whom, which group or sex it concerns, how many there are and how many must be."""

    obstacle: Obstacle
    concerns: str = ""
    number: int = 0
    limit: int = 0
    rule: str = "R-229"


def obstacles(nomination: Nomination, seats: int, unanimity: Unanimity | None = None) -> tuple[NominationFinding, ...]:
    """All that stands in the way; nothing means that they are elected. ``unanimity`` is None until they have voted.

    Law: kommuneloven (2018) § 7-7.
    Rules: R-229.
    """
    return (
        *_votes(unanimity),
        *_form(nomination, seats),
        *_deputies(nomination),
        *_balance(nomination.members, Obstacle.TOO_FEW_MEMBERS_OF_ONE_SEX),
        *_balance(nomination.deputies, Obstacle.TOO_FEW_DEPUTIES_OF_ONE_SEX),
    )


def _votes(unanimity: Unanimity | None) -> Iterator[NominationFinding]:
    """Rules: R-229."""
    if unanimity and not unanimity.on_method:
        yield NominationFinding(Obstacle.METHOD_NOT_UNANIMOUS)
    if unanimity and not unanimity.on_nomination:
        yield NominationFinding(Obstacle.NOMINATION_NOT_UNANIMOUS)


def _form(nomination: Nomination, seats: int) -> Iterator[NominationFinding]:
    """Exactly as many names as seats, each with its group, nobody twice.

    Rules: R-229.
    """
    if len(nomination.members) != seats:
        yield NominationFinding(Obstacle.NOT_AS_MANY_NAMES_AS_SEATS, number=len(nomination.members), limit=seats)
    named = (*nomination.members, *nomination.deputies)
    for each in named:
        if not each.group.strip():
            yield NominationFinding(Obstacle.GROUP_NOT_STATED, each.name)
    times = Counter(each.person_id for each in named)
    for each in {each.person_id: each for each in named}.values():
        if times[each.person_id] > 1:
            yield NominationFinding(Obstacle.NAME_TWICE, each.name, times[each.person_id], 1)


def _deputies(nomination: Nomination) -> Iterator[NominationFinding]:
    """Up to two more deputies than the group has members; none for a group without members.

    Law: kommuneloven (2018) § 7-7.
    Rules: R-229.
    """
    members = Counter(each.group for each in nomination.members)
    for group, number in Counter(each.group for each in nomination.deputies).items():
        if not members[group]:
            yield NominationFinding(Obstacle.DEPUTIES_WITHOUT_MEMBER, group, number)
        elif number > members[group] + EXTRA_DEPUTIES:
            limit = members[group] + EXTRA_DEPUTIES
            yield NominationFinding(Obstacle.TOO_MANY_DEPUTIES, group, number, limit)


def _balance(nominees: Sequence[Nominee], obstacle: Obstacle) -> Iterator[NominationFinding]:
    """The whole body is looked at as one, not each group; and so are all its deputies, by the same procedure.

    Law: kommuneloven (2018) § 7-7.
    Rules: R-229.
    """
    sexes = [each.gender for each in nominees]
    if short := short_gender(sexes):
        yield NominationFinding(obstacle, short.value, sexes.count(short), minimum_of_each(len(sexes)))
