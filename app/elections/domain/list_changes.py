"""A candidate is struck and the place filled or left; versions compared; what may change after the deadline."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from app.core.errors import DomainError
from app.elections.domain.list_candidates import FEWEST_CANDIDATES, most_with_bonus
from app.elections.domain.list_findings import Check, Finding, Weight, found
from app.elections.domain.list_headings import normalised
from app.elections.domain.list_proposal import BonusFollows, ListRules, ProposedCandidate, in_order


class VersionCause(StrEnum):
    """Why a version of a list was made (R-62)."""

    RECEIVED = "received"
    TYPED_AGAIN = "typed_again"
    CORRECTED = "corrected"
    STRUCK = "struck"


class Replacement(StrEnum):
    """What the list does with an empty place (R-65). The first two are the law's options."""

    FILL_PLACE = "fill_place"
    MOVE_UP_AND_ADD = "move_up_and_add"
    MOVE_UP = "move_up"


@dataclass(unsafe_hash=True)
class NoSuchPlace(DomainError):
    """The list has no candidate on this place."""

    position: int
    rule: str = "R-65"


@dataclass(unsafe_hash=True)
class NewCandidateNeeded(DomainError):
    """This way of filling the place needs a new candidate, with first and last name."""

    rule: str = "R-65"


@dataclass(unsafe_hash=True)
class TooFewRemain(DomainError):
    """Without a new candidate fewer than 7 names would remain."""

    remain: int
    fewest: int = FEWEST_CANDIDATES
    rule: str = "R-65"


@dataclass(unsafe_hash=True)
class TooManyBonusPlaces(DomainError):
    """More places in bold than the list had, or than the council's size allows."""

    wanted: int
    most: int
    rule: str = "R-65"


def strike(
    candidates: Sequence[ProposedCandidate],
    position: int,
    rules: ListRules,
    *,
    how: Replacement,
    new: ProposedCandidate | None,
    bonus_places: int,
) -> tuple[ProposedCandidate, ...]:
    """The list without the candidate on ``position``, the others in their order, the places 1, 2, 3 … again.

    ``new`` takes the empty place, or the last when the others move up. ``bonus_places``: how many from the top the list
    keeps in bold, when the setting leaves it to the list; never more than it had. Refused: a place nobody has, a new
    candidate without a name, and to leave fewer than 7.

    Law: valgloven (2002) § 6-6; valgloven (2023) § 5-11 (2).
    Rules: R-65.
    """
    ordered = in_order(candidates)
    at = next((at for at, each in enumerate(ordered) if each.position == position), None)
    if at is None:
        raise NoSuchPlace(position)
    rest = [*ordered[:at], *ordered[at + 1 :]]
    if how is Replacement.MOVE_UP:
        if len(rest) < FEWEST_CANDIDATES:
            raise TooFewRemain(len(rest))
    elif new is None or not new.first_name.strip() or not new.last_name.strip():
        raise NewCandidateNeeded
    else:
        rest.insert(at if how is Replacement.FILL_PLACE else len(rest), new)
    bold = _bonus_places(ordered, ordered[at], how, bonus_places, rules)
    return tuple(replace(each, position=n, bonus=n <= bold) for n, each in enumerate(rest, start=1))


def _bonus_places(
    before: Sequence[ProposedCandidate],
    struck: ProposedCandidate,
    how: Replacement,
    wanted: int,
    rules: ListRules,
) -> int:
    had = sum(each.bonus for each in before)
    match rules.settings.bonus_follows:
        case BonusFollows.PLACE:
            return had
        case BonusFollows.PERSON:
            # Bold must be whole from the top: when the bonus is lost in a filled place, it ends above that place.
            lost = struck.position - 1 if how is Replacement.FILL_PLACE else had - 1
            return lost if struck.bonus else had
        case BonusFollows.LIST:
            most = min(had, most_with_bonus(rules))
            if wanted > most:
                raise TooManyBonusPlaces(wanted, most)
            return wanted


class Change(StrEnum):
    """How one candidate differs between two versions."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    TOLD_OTHERWISE = "told_otherwise"
    BONUS = "bonus"


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference: who, where before and after (None: not on that version)."""

    change: Change
    name: str
    before: int | None
    after: int | None


def differences(before: Sequence[ProposedCandidate], after: Sequence[ProposedCandidate]) -> tuple[Difference, ...]:
    """What separates two versions, by place in the newer and then the older. A person is known again by the name.

    Only those are *moved* whose order among the others is another: when someone above is struck, nobody has moved.

    Law: valgloven (2023) § 5-11 (1).
    Rules: R-62.
    """
    old = {normalised(each.name): each for each in in_order(before)}
    new = {normalised(each.name): each for each in in_order(after)}
    stayed_old, stayed_new = [key for key in old if key in new], [key for key in new if key in old]
    found_: list[Difference] = []
    for key, now in new.items():
        was = old.get(key)
        if was is None:
            found_.append(Difference(Change.ADDED, now.name, None, now.position))
            continue
        if stayed_old.index(key) != stayed_new.index(key):
            found_.append(Difference(Change.MOVED, now.name, was.position, now.position))
        if _told(was) != _told(now):
            found_.append(Difference(Change.TOLD_OTHERWISE, now.name, was.position, now.position))
        if was.bonus != now.bonus:
            found_.append(Difference(Change.BONUS, now.name, was.position, now.position))
    gone = [Difference(Change.REMOVED, was.name, was.position, None) for key, was in old.items() if key not in new]
    return (*found_, *gone)


_ANSWERED_BY = {
    Change.ADDED: frozenset({Check.TOO_FEW_CANDIDATES, Check.GAP_IN_ORDER}),
    Change.REMOVED: frozenset({Check.TOO_MANY_CANDIDATES, Check.LISTED_TWICE}),
    Change.MOVED: frozenset({Check.GAP_IN_ORDER, Check.PLACE_TWICE}),
    Change.TOLD_OTHERWISE: frozenset(
        {Check.NAME_MISSING, Check.BIRTH_YEAR_MISSING, Check.PARTLY_GIVEN, Check.NOT_TOLD_APART, Check.GROUP_NOT_JOINT}
        | {Check.BIRTH_DATE_DIFFERS}
    ),
    Change.BONUS: frozenset({Check.BONUS_NOT_FROM_TOP, Check.BONUS_TOO_MANY, Check.GAP_IN_ORDER}),
}


def change_findings(
    before: Sequence[ProposedCandidate], after: Sequence[ProposedCandidate], notified: Collection[Check]
) -> Iterator[Finding]:
    """Changes after the deadline that none of the notified defects asked for; the board must look at each.

    Law: valgloven (2023) § 5-11 (1).
    Rules: R-62.
    """
    for each in differences(before, after):
        if not _ANSWERED_BY[each.change] & frozenset(notified):
            yield found(Check.CHANGED_WITHOUT_NEED, "R-62", Weight.JUDGEMENT, change=each.change.value, name=each.name)


def _told(candidate: ProposedCandidate) -> tuple[object, ...]:
    return (candidate.name, candidate.birth_year, candidate.profession, candidate.residence, candidate.group)
