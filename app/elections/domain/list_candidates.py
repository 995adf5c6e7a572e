"""The candidates of a proposal: how many, in which order, with what said of them, and who has the bonus."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from app.elections.domain.list_findings import Check, Finding, Weight, found, numbers
from app.elections.domain.list_headings import normalised
from app.elections.domain.list_proposal import (
    BonusEvenSize,
    ListRules,
    ProposedCandidate,
    ProposerKind,
    in_order,
)
from app.elections.domain.rule_sets import RuleSet

FEWEST_CANDIDATES = 7
"""Also where the council has fewer seats (R-55)."""
MORE_THAN_SEATS = 6
EVEN_SIZES = (24, 54)


def most_candidates(seats: int) -> int:
    """The highest number of candidates: 3 seats → 9, 7 → 13, 15 → 21, 17 → 23.

    Law: valgloven (2002) § 6-2 (2); valgloven (2023) § 5-2 (2), (3).
    Rules: R-55.
    """
    return seats + MORE_THAN_SEATS


def most_with_bonus(rules: ListRules) -> int:
    """How many may have the bonus: 11–23 seats 4, 25–53 6, 55 and more 10; below 11, and at 24 and 54, by the settings.

    Law: valgloven (2002) § 6-2 (3); valgloven (2023) § 5-3.
    Rules: R-56.
    """
    upper = rules.settings.bonus_even_size is BonusEvenSize.UPPER and rules.seats in EVEN_SIZES
    act = RuleSet(rules.rule_set, bonus_max_small=rules.settings.bonus_max_small)
    return act.bonus_maximum(rules.seats + upper)


def candidate_findings(
    candidates: Sequence[ProposedCandidate], kind: ProposerKind, rules: ListRules
) -> Iterator[Finding]:
    """Everything wrong with the candidates of one proposal, taken by itself.

    Law: valgloven (2002) §§ 6-1, 6-2; valgloven (2023) §§ 5-1 (3), 5-2, 5-3.
    Rules: R-52, R-54, R-55, R-56.
    """
    ordered = in_order(candidates)
    yield from number_findings(ordered, rules.seats)
    yield from order_findings(ordered)
    yield from bonus_findings(ordered, rules)
    yield from name_findings(ordered)
    yield from given_for_all_findings(ordered, kind)


def number_findings(candidates: Sequence[ProposedCandidate], seats: int) -> Iterator[Finding]:
    """Fewer than 7, or more than seats + 6.

    Law: valgloven (2002) § 6-2 (2); valgloven (2023) § 5-2 (2), (3).
    Rules: R-55.
    """
    number, most = len(candidates), most_candidates(seats)
    if number < FEWEST_CANDIDATES:
        yield found(Check.TOO_FEW_CANDIDATES, "R-55", number=number, fewest=FEWEST_CANDIDATES)
    if number > most:
        yield found(Check.TOO_MANY_CANDIDATES, "R-55", number=number, most=most, seats=seats)


def order_findings(candidates: Sequence[ProposedCandidate]) -> Iterator[Finding]:
    """Places that are left out, and places that are given twice; the candidates are ranked 1, 2, 3 …

    Law: valgloven (2002) § 6-2 (2); valgloven (2023) § 5-2 (1).
    Rules: R-52, R-55.
    """
    places = Counter(each.position for each in candidates)
    missing = [place for place in range(1, max(places, default=0)) if place not in places]
    if missing:
        yield found(Check.GAP_IN_ORDER, "R-55", places=numbers(missing))
    twice = sorted(place for place, times in places.items() if times > 1)
    if twice:
        yield found(Check.PLACE_TWICE, "R-55", places=numbers(twice))


def bonus_findings(candidates: Sequence[ProposedCandidate], rules: ListRules) -> Iterator[Finding]:
    """Bonus candidates stand together from the top, and are no more than the council's size allows. None is allowed.

    Law: valgloven (2002) § 6-2 (3); valgloven (2023) § 5-3.
    Rules: R-56.
    """
    bold = [each.position for each in candidates if each.bonus]
    most = most_with_bonus(rules)
    if len(bold) > most:
        yield found(Check.BONUS_TOO_MANY, "R-56", number=len(bold), most=most, seats=rules.seats)
    if bold != list(range(1, len(bold) + 1)):
        yield found(Check.BONUS_NOT_FROM_TOP, "R-56", places=numbers(bold))


def name_findings(candidates: Sequence[ProposedCandidate]) -> Iterator[Finding]:
    """Names and years of birth that are missing, one person twice, and two of one name whom nothing tells apart.

    Law: valgloven (2002) § 6-1 (3); valgloven (2023) § 5-1 (3).
    Rules: R-54, R-55.
    """
    nameless = [each.position for each in candidates if not each.first_name.strip() or not each.last_name.strip()]
    if nameless:
        yield found(Check.NAME_MISSING, "R-54", places=numbers(nameless))
    yearless = [each.position for each in candidates if each.birth_year is None]
    if yearless:
        yield found(Check.BIRTH_YEAR_MISSING, "R-54", places=numbers(yearless))
    for one, other in combinations(candidates, 2):
        if not one.name or normalised(one.name) != normalised(other.name):
            continue
        places = numbers([one.position, other.position])
        if is_same_person(one, other):
            yield found(Check.LISTED_TWICE, "R-55", name=one.name, places=places)
        elif (one.profession, one.residence) == (other.profession, other.residence):
            yield found(Check.NOT_TOLD_APART, "R-54", name=one.name, places=places)


def given_for_all_findings(candidates: Sequence[ProposedCandidate], kind: ProposerKind) -> Iterator[Finding]:
    """Profession, residence and group, each for all or for none. A group is given on joint lists only.

    Law: valgloven (2002) § 6-1 (3); valgloven (2023) § 5-1 (3).
    Rules: R-54.
    """
    for what in ("profession", "residence", "group"):
        without = [each.position for each in candidates if not getattr(each, what).strip()]
        if without and len(without) < len(candidates):
            yield found(Check.PARTLY_GIVEN, "R-54", what=what, places=numbers(without))
    with_group = [each.position for each in candidates if each.group.strip()]
    if with_group and kind is not ProposerKind.JOINT:
        yield found(Check.GROUP_NOT_JOINT, "R-54", Weight.DEFECT, places=numbers(with_group))


def is_same_person(one: ProposedCandidate, other: ProposedCandidate) -> bool | None:
    """Whether two candidates are one and the same: the birth dates tell, else the years. None when that cannot be told.

    The names must be alike as typed, apart from capitals, accents and signs.
    """
    if normalised(one.name) != normalised(other.name):
        return False
    if one.birth_date and other.birth_date:
        return one.birth_date == other.birth_date
    if one.birth_year and other.birth_year:
        return one.birth_year == other.birth_year
    return None
