"""What in a unit's figures must be explained before they are approved. A difference never blocks a count by itself.

Everything is whole numbers: 2 % of 740 is reached by 15 ballots, since 15 · 100 ≥ 2 · 740.

Rules: R-91, R-139.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.elections.domain.approved_ballots import BLANK, LIST_PREFIX
from app.elections.domain.control_codes import ControlCode
from app.elections.domain.count_form import REJECTED, TICKS, Figures, sums_of
from app.elections.domain.settings import SettingName, Settings
from app.elections.domain.tally import Tally

UnitKey = tuple[str, str]
"""Category and place."""


@dataclass(frozen=True, slots=True)
class Limits:
    """From where on something must be explained. Percents are whole; ``share_points`` are percentage points.

    ``many_ballots`` is how many ballots a list should have had here, by its share elsewhere, for 0 to be strange, and
    how many ballots a unit must have for its shares or its likeness to another unit to mean anything.
    """

    difference_percent: int = 2
    difference_ballots: int = 15
    blank_or_rejected_percent: int = 3
    share_points: int = 20
    many_ballots: int = 15


def limits_in(settings: Settings) -> Limits:
    """The limits that the municipality has decided for an election, or the defaults.

    Rules: R-139, and the settings register K.
    """
    return Limits(
        settings.whole(SettingName.COUNT_DIFFERENCE_PERCENT),
        settings.whole(SettingName.COUNT_DIFFERENCE_BALLOTS),
        settings.whole(SettingName.BLANK_OR_REJECTED_PERCENT),
        settings.whole(SettingName.SHARE_POINTS),
    )


@dataclass(frozen=True, slots=True)
class ControlWarning:
    """A control that the figures did not pass: on which lines of the count; and which other unit, when one is meant."""

    code: ControlCode
    lines: tuple[str, ...] = ()
    other: UnitKey | None = None


def control_warnings(
    lists: Sequence[str],
    figures: Figures,
    other_count: Figures | None,
    elsewhere: Mapping[UnitKey, Figures],
    limits: Limits,
) -> tuple[ControlWarning, ...]:
    """All that must be explained of a unit, in the order of the codes.

    ``figures`` are lines of a count (``list:A``); ``lists`` codes in the order of the setup. ``other_count`` is the
    same unit in the other count; ``elsewhere`` the approved units of the same count of the contest, without this one.

    Rules: R-91, R-139.
    """
    lines = [f"{LIST_PREFIX}{code}" for code in lists]
    found: list[ControlWarning] = []
    if TICKS in figures and figures[TICKS] != sums_of(figures)[1]:
        found.append(ControlWarning(ControlCode.TICKS))
    if other_count is not None and (changed := differing_much([*lines, BLANK], other_count, figures, limits)):
        found.append(ControlWarning(ControlCode.FIRST_AGAINST_SECOND, changed))
    if strange := _blank_or_rejected(figures, limits):
        found.append(ControlWarning(ControlCode.BLANK_OR_REJECTED, strange))
    if missing := _none_here(lines, figures, elsewhere.values(), limits):
        found.append(ControlWarning(ControlCode.NONE_HERE, missing))
    if other_count is not None:
        found.extend(_swaps(lines, other_count, figures))
    found.extend(_alike(lines, figures, elsewhere, limits))
    if far := _far_off(lines, figures, elsewhere.values(), limits):
        found.append(ControlWarning(ControlCode.SHARE_FAR_OFF, far))
    return tuple(found)


def differing_much(lines: Iterable[str], first: Figures, second: Figures, limits: Limits) -> tuple[str, ...]:
    """The lines where the counts differ by so many ballots and by so many percent of the first: both, or it is little.

    740 → 755 is 15 ballots and 2.03 %: much. 751 → 766 is 15 ballots and 1.997 %: little. 10 → 20 is 10: little.

    Rules: R-139.
    """
    return tuple(
        line
        for line in lines
        if (difference := abs(second.get(line, 0) - first.get(line, 0))) >= limits.difference_ballots
        and difference * 100 >= limits.difference_percent * first.get(line, 0)
    )


def digits_swapped(one: int, other: int) -> bool:
    """Whether two neighbouring digits changed places: 154 and 145, not 154 and 451.

    A number never begins with 0, so 10 is not 01.
    """
    a, b = str(one), str(other)
    if len(a) != len(b):
        return False
    unlike = [at for at in range(len(a)) if a[at] != b[at]]
    if len(unlike) != 2 or unlike[1] != unlike[0] + 1:
        return False
    left, right = unlike
    return a[left] == b[right] and a[right] == b[left]


def write_ins_balance(tally: Tally) -> bool:
    """Whether the lists have together received as many write-ins as ballots have given, and only lists that stand.

    Rules: R-111.
    """
    standing = {each.code for each in tally.lists}
    given = sum(each.number for each in tally.write_ins if each.giver in standing)
    received = sum(each.number for each in tally.write_ins if each.receiver in standing)
    return given == received


def _blank_or_rejected(figures: Figures, limits: Limits) -> tuple[str, ...]:
    """Blank ballots, or all rejected ones, are so many percent of all ballots of the unit."""
    everything = sums_of(figures)[1]
    rejected = sum(figures.get(line, 0) for line in REJECTED)
    strange: list[str] = []
    if figures.get(BLANK, 0) and figures[BLANK] * 100 >= limits.blank_or_rejected_percent * everything:
        strange.append(BLANK)
    if rejected and rejected * 100 >= limits.blank_or_rejected_percent * everything:
        strange.extend(line for line in REJECTED if figures.get(line))
    return tuple(strange)


def _none_here(lines: Sequence[str], figures: Figures, elsewhere: Iterable[Figures], limits: Limits) -> tuple[str, ...]:
    """Lists with 0 here that would have had many ballots, had they their share of the other units."""
    here, others = _for_lists(lines, figures), _together(lines, elsewhere)
    of_all = sum(others.values())
    return tuple(
        line
        for line in lines
        if not figures.get(line) and of_all and here * others[line] >= limits.many_ballots * of_all
    )


def _swaps(lines: Sequence[str], first: Figures, second: Figures) -> Iterator[ControlWarning]:
    """Two neighbours that have each other's figures of the other count; figures with two digits in the other order."""
    neighbours = tuple(
        line
        for one, other in pairwise(lines)
        if second.get(one) == first.get(other) != second.get(other) == first.get(one)
        for line in (one, other)
    )
    if neighbours:
        yield ControlWarning(ControlCode.NEIGHBOURS_SWAPPED, tuple(dict.fromkeys(neighbours)))
    swapped = tuple(line for line in (*lines, BLANK) if digits_swapped(first.get(line, 0), second.get(line, 0)))
    if swapped:
        yield ControlWarning(ControlCode.DIGITS_SWAPPED, swapped)


def _alike(
    lines: Sequence[str], figures: Figures, elsewhere: Mapping[UnitKey, Figures], limits: Limits
) -> Iterator[ControlWarning]:
    """Other units in which every list has the same figure as here."""
    if _for_lists(lines, figures) < limits.many_ballots:
        return
    for unit, others in elsewhere.items():
        if all(figures.get(line, 0) == others.get(line, 0) for line in lines):
            yield ControlWarning(ControlCode.SAME_FIGURES, (), unit)


def _far_off(lines: Sequence[str], figures: Figures, elsewhere: Iterable[Figures], limits: Limits) -> tuple[str, ...]:
    """Lists whose share here is so many points from their share elsewhere: |h/H - e/E| · 100 ≥ points."""
    here, others = _for_lists(lines, figures), _together(lines, elsewhere)
    of_all = sum(others.values())
    if here < limits.many_ballots or of_all < limits.many_ballots:
        return ()
    return tuple(
        line
        for line in lines
        if abs(figures.get(line, 0) * of_all - others[line] * here) * 100 >= limits.share_points * here * of_all
    )


def _for_lists(lines: Iterable[str], figures: Figures) -> int:
    return sum(figures.get(line, 0) for line in lines)


def _together(lines: Iterable[str], elsewhere: Iterable[Figures]) -> dict[str, int]:
    units = list(elsewhere)
    return {line: sum(each.get(line, 0) for each in units) for line in lines}
