"""The lists of a proportional election by the municipal council, and everything that stands in the way of each.

Law: kommuneloven (2018) § 7-5.
Rules: R-221, R-222.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.councils.domain.gender import Gender
from app.councils.domain.gender_balance import short_on_list
from app.councils.domain.picking import Listed


@dataclass(frozen=True, slots=True)
class ListedCandidate:
    """A person on a list: ``place`` from 1. ``group`` is the group on the municipal council, empty for none."""

    place: int
    person_id: int
    name: str
    gender: Gender
    group: str = ""


@dataclass(frozen=True, slots=True)
class GroupList:
    """A list: of one group, or of several as a joint list. ``signed_by`` are the groups of the members who signed.

    ``delivered``: it was in before the election began.
    """

    code: str
    groups: tuple[str, ...]
    candidates: tuple[ListedCandidate, ...]
    signed_by: tuple[str, ...]
    delivered: bool = True

    @property
    def listed(self) -> tuple[Listed, ...]:
        """The names as they are picked from."""
        return tuple(Listed(each.place, each.name, each.gender) for each in self.candidates)


class Hindrance(StrEnum):
    """What is wrong with a list.

    FEWER_NAMES_THAN_SEATS is a warning: the ministry held in 2015 that there is a minimum, which has not been verified.
    """

    NOT_DELIVERED = "not_delivered"
    NOT_SIGNED = "not_signed"
    TOO_MANY_NAMES = "too_many_names"
    FEWER_NAMES_THAN_SEATS = "fewer_names_than_seats"
    NAME_TWICE = "name_twice"
    TOO_FEW_OF_ONE_SEX = "too_few_of_one_sex"
    CANDIDATE_OF_ANOTHER_GROUP = "candidate_of_another_group"
    GROUP_HAS_TWO_LISTS = "group_has_two_lists"


@dataclass(frozen=True, slots=True)
class ListFinding:
    """A hindrance on a list, with what it concerns: a name or group, the sex that is short, how many of how many."""

    list_code: str
    hindrance: Hindrance
    rule: str
    concerns: str = ""
    number: int = 0
    limit: int = 0

    @property
    def is_warning(self) -> bool:
        """Whether the list can be voted on all the same."""
        return self.hindrance is Hindrance.FEWER_NAMES_THAN_SEATS


def findings(lists: Sequence[GroupList], seats: int, warn_under: int | None = None) -> tuple[ListFinding, ...]:
    """All that is wrong, list by list in the order given. Nothing found: the lists can be voted on.

    ``warn_under`` is the number of names under which one is warned; as many as the seats when it is None, 0 for never.

    Law: kommuneloven (2018) § 7-5 (1), (2), (3).
    Rules: R-221, R-222.
    """
    least = seats if warn_under is None else warn_under
    return tuple(found for each in lists for found in (*_form(each, seats, least), *_names(each, lists, seats)))


def _form(each: GroupList, seats: int, least: int) -> Iterator[ListFinding]:
    """Delivered beforehand, signed by at least one member of each group, at most twice as many names as seats.

    Rules: R-221.
    """
    if not each.delivered:
        yield ListFinding(each.code, Hindrance.NOT_DELIVERED, "R-221")
    for group in each.groups:
        if group not in each.signed_by:
            yield ListFinding(each.code, Hindrance.NOT_SIGNED, "R-221", group)
    names = len(each.candidates)
    if names > 2 * seats:
        yield ListFinding(each.code, Hindrance.TOO_MANY_NAMES, "R-221", number=names, limit=2 * seats)
    if names < least:
        yield ListFinding(each.code, Hindrance.FEWER_NAMES_THAN_SEATS, "R-221", number=names, limit=least)


def _names(each: GroupList, lists: Sequence[GroupList], seats: int) -> Iterator[ListFinding]:
    """One list for each group, nobody twice, nobody of a group that is not the list's own, enough of each sex.

    Rules: R-221, R-222.
    """
    for group in each.groups:
        number = sum(group in other.groups for other in lists)
        if number > 1:
            yield ListFinding(each.code, Hindrance.GROUP_HAS_TWO_LISTS, "R-221", group, number, 1)
    times = Counter(candidate.person_id for candidate in each.candidates)
    for candidate in {candidate.person_id: candidate for candidate in each.candidates}.values():
        if times[candidate.person_id] > 1:
            number = times[candidate.person_id]
            yield ListFinding(each.code, Hindrance.NAME_TWICE, "R-221", candidate.name, number, 1)
        if candidate.group and candidate.group not in each.groups:
            yield ListFinding(each.code, Hindrance.CANDIDATE_OF_ANOTHER_GROUP, "R-221", candidate.name)
    sexes = [candidate.gender for candidate in each.candidates]
    if short := short_on_list(sexes, seats):
        yield ListFinding(each.code, Hindrance.TOO_FEW_OF_ONE_SEX, "R-222", short.value, sexes.count(short), len(sexes))
