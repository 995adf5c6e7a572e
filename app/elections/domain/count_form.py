"""The form of one unit: which figures it asks for, and how what was typed is read.

The first count has ticks, ballots per list, blank and doubtful ones; the second the unchanged and the changed ballots
of each list, blank ones, and the rejected by ground. Both ask for the two sums on the paper, which must be those of the
figures: a slip of the fingers is found before it is stored.

Law: valgloven (2002) §§ 10-5, 10-6; valgloven (2023) §§ 10-8, 10-11.
Rules: R-101, R-133, R-138, R-139.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from app.elections.domain.approved_ballots import BLANK, LIST_PREFIX
from app.elections.domain.categories import Category
from app.elections.domain.control_codes import ControlCode

FIRST, SECOND = 1, 2
TICKS, DOUBTFUL = "ticks", "doubtful"
UNCHANGED, CHANGED = "unchanged:", "changed:"
REJECTED = tuple(f"rejected-{ground}" for ground in "abcd")
SUM_OF_LISTS, SUM_OF_ALL = "sum:lists", "sum:all"
MOST_BALLOTS = 10_000_000
WHOLE = re.compile(r"[+-]?[0-9]+")
LONGEST_REMARK = 500

Figures = Mapping[str, int]
"""Line → number. A line that was left open is not there."""


@dataclass(frozen=True, slots=True)
class FormFault:
    """What is wrong with one line. ``expected`` is what a sum should have been."""

    code: ControlCode
    line: str
    expected: int | None = None


@dataclass(frozen=True, slots=True)
class ReadForm:
    """The figures that could be read, and all that is wrong; without faults every line has its figure."""

    figures: Figures
    faults: tuple[FormFault, ...]


def form_lines(lists: Iterable[str], count: int) -> tuple[str, ...]:
    """The lines of a unit's form in the order they are typed; ``lists`` are codes in the order of the setup.

    Rules: R-101, R-138, R-139.
    """
    if count == FIRST:
        return (TICKS, *(f"{LIST_PREFIX}{code}" for code in lists), SUM_OF_LISTS, BLANK, DOUBTFUL, SUM_OF_ALL)
    per_list = (f"{kind}{code}" for code in lists for kind in (UNCHANGED, CHANGED))
    return (TICKS, *per_list, SUM_OF_LISTS, BLANK, *REJECTED, SUM_OF_ALL)


def may_be_open(line: str, count: int, category: Category) -> bool:
    """Whether a line may be left without a figure: ticks, where the count has none of its own.

    Those who voted in another district are ticked there, and the roll is not counted again in the second count.
    """
    return line == TICKS and (count == SECOND or category in (Category.BF, Category.VF))


def read_form(lists: Iterable[str], count: int, category: Category, typed: Mapping[str, str]) -> ReadForm:
    """What was typed → figures and faults, line by line in the order of the form; sums last.

    Spaces around and within a number do not matter (``1 204``). A line that the form does not have is a fault, so that
    no figure is thrown away unseen.
    """
    lines = form_lines(lists, count)
    figures: dict[str, int] = {}
    faults = [FormFault(ControlCode.UNKNOWN_LINE, line) for line in typed if line not in lines]
    for line in lines:
        text = re.sub(r"\s", "", typed.get(line, ""))
        fault = _fault(text)
        if fault is None:
            figures[line] = int(text)
        elif fault is not ControlCode.MISSING or not may_be_open(line, count, category):
            faults.append(FormFault(fault, line))
    faulty = {each.line for each in faults}
    return ReadForm(figures, (*faults, *_wrong_sums(figures, lines, faulty)))


def counted_lines(figures: Figures) -> dict[str, int]:
    """The figures as a count has them: unchanged and changed ballots of a list together, and no sums.

    ``unchanged:A`` 40 and ``changed:A`` 12 are ``list:A`` 52.

    Rules: R-116, R-139.
    """
    lines: dict[str, int] = {}
    for line, number in figures.items():
        if line in (SUM_OF_LISTS, SUM_OF_ALL):
            continue
        prefix = next((each for each in (UNCHANGED, CHANGED) if line.startswith(each)), None)
        name = f"{LIST_PREFIX}{line.removeprefix(prefix)}" if prefix else line
        lines[name] = lines.get(name, 0) + number
    return lines


def sums_of(figures: Figures) -> tuple[int, int]:
    """(ballots for lists, all ballots): lists; and with them blank, doubtful and rejected ones."""
    lines = counted_lines(figures)
    for_lists = sum(number for line, number in lines.items() if line.startswith(LIST_PREFIX))
    return for_lists, for_lists + sum(lines.get(line, 0) for line in (BLANK, DOUBTFUL, *REJECTED))


def changed_per_list(figures: Figures) -> dict[str, int]:
    """List code → changed ballots of the second count: those whose marks are registered one by one (R-115)."""
    return {line.removeprefix(CHANGED): number for line, number in figures.items() if line.startswith(CHANGED)}


def _fault(text: str) -> ControlCode | None:
    if not text:
        return ControlCode.MISSING
    if not WHOLE.fullmatch(text) or not text.isascii():
        return ControlCode.NOT_A_NUMBER
    if text.startswith("-") and text.strip("-0"):
        return ControlCode.NEGATIVE
    if len(text) > len(str(MOST_BALLOTS)) + 1 or int(text) > MOST_BALLOTS:
        return ControlCode.TOO_LARGE
    return None


def _wrong_sums(figures: Figures, lines: Iterable[str], faulty: set[str]) -> Iterator[FormFault]:
    """A sum is held against its figures only when all of them could be read."""
    parts = [line for line in lines if line not in (SUM_OF_LISTS, SUM_OF_ALL, TICKS)]
    of_lists = [line for line in parts if line.startswith((LIST_PREFIX, UNCHANGED, CHANGED))]
    for_lists, everything = sums_of(figures)
    if not faulty.intersection({*of_lists, SUM_OF_LISTS}) and figures[SUM_OF_LISTS] != for_lists:
        yield FormFault(ControlCode.SUM_OF_LISTS, SUM_OF_LISTS, for_lists)
    if not faulty.intersection({*parts, SUM_OF_ALL}) and figures[SUM_OF_ALL] != everything:
        yield FormFault(ControlCode.SUM_OF_ALL, SUM_OF_ALL, everything)
