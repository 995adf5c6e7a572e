"""Where things stand in a chart: bars, stacked bars, the ladder of quotients. Drawn by templates/macros/charts.html.

Lengths are percent of the width and heights are em of the text, so that a chart is as readable on a telephone as on
paper. Everything here is for the eye: shares are cut to hundredths of a percent and decide nothing. The figures
themselves arrive as integers or fractions, with the texts that are to stand beside them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

LONGEST_BAR = 7400  # hundredths of a percent of the width; the rest is for the figure at the end of the bar
LONGEST_RUNG = 8800  # the rest is for the number of the seat before it
WHOLE_WIDTH = 10_000
LABEL_ROOM = 12  # percent of a stacked bar that a code needs on a telephone
BAR_ROW = 290  # hundredths of an em: a line of text and a bar
RUNG_ROW = 250
LONGEST_NAME = 36  # letters beside nothing, on a telephone
LONGEST_NAME_BESIDE_FIGURE = 20


@dataclass(frozen=True, slots=True)
class Item:
    """One list in a chart. ``colour`` is a class of charts.css; ``text`` is the figure as people read it."""

    code: str
    name: str
    value: int
    colour: str
    text: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar with its name on the line above and its figure after the end."""

    item: Item
    name: str
    top: str
    length: str


@dataclass(frozen=True, slots=True)
class BarChart:
    """Bars from the top, in the order given."""

    bars: tuple[Bar, ...]
    height: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a stacked bar. ``labelled``: there is room for its code inside."""

    item: Item
    start: str
    length: str
    labelled: bool


@dataclass(frozen=True, slots=True)
class Step:
    """One quotient: whose it is and what it came from. ``seat`` is None for those next in line.

    ``votes``, ``divisor`` and ``quotient_text`` are printed as they stand; ``note`` tells what decided between equals.
    """

    seat: int | None
    code: str
    name: str
    colour: str
    quotient: Fraction
    quotient_text: str
    votes: str
    divisor: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Rung:
    """A step at its place in the ladder."""

    step: Step
    name: str
    top: str
    length: str


@dataclass(frozen=True, slots=True)
class Ladder:
    """Quotients from the largest down. ``line`` is where the seats ended: what stands below won none."""

    rungs: tuple[Rung, ...]
    line: str
    height: str


def bar_chart(items: Sequence[Item]) -> BarChart:
    """Horizontal bars in the order given; the largest value has the longest bar, zero has none."""
    largest = max((item.value for item in items), default=0)
    bars = tuple(
        Bar(item, shortened(item.name, LONGEST_NAME), em(row * BAR_ROW), percent(item.value, largest, LONGEST_BAR))
        for row, item in enumerate(items)
    )
    return BarChart(bars, em(len(bars) * BAR_ROW))


def stacked_bar(items: Sequence[Item]) -> tuple[Segment, ...]:
    """One bar as long as the page is wide, cut in proportion; parts of nothing are left out."""
    whole = sum(item.value for item in items)
    segments: list[Segment] = []
    before = 0
    for item in items:
        if item.value:
            segments.append(
                Segment(
                    item, percent(before, whole), percent(item.value, whole), 100 * item.value >= LABEL_ROOM * whole
                )
            )
        before += item.value
    return tuple(segments)


def ladder(won: Sequence[Step], next_in_line: Sequence[Step]) -> Ladder:
    """The seats in the order they were won, then a line, then who stood next."""
    steps = (*won, *next_in_line)
    largest = max((step.quotient for step in steps), default=Fraction(0))
    gap = RUNG_ROW // 2
    rungs = tuple(
        Rung(
            step,
            shortened(step.name, LONGEST_NAME_BESIDE_FIGURE),
            em(row * RUNG_ROW + (gap if row >= len(won) else 0)),
            percent(step.quotient, largest, LONGEST_RUNG),
        )
        for row, step in enumerate(steps)
    )
    return Ladder(rungs, em(len(won) * RUNG_ROW + gap // 2), em(len(steps) * RUNG_ROW + gap))


def shortened(name: str, letters: int) -> str:
    """``name``, cut at a word and ended with «…» where it is longer than ``letters``."""
    if len(name) <= letters:
        return name
    cut = name[: letters - 1]
    return f"{cut.rpartition(' ')[0] or cut}…"


def percent(part: int | Fraction, whole: int | Fraction, of: int = WHOLE_WIDTH) -> str:
    """``part`` of ``whole`` as a length: 1 of 3 is «33.33%», of nothing «0.00%»."""
    return f"{_hundredths(int(of * part / whole) if whole else 0)}%"


def em(hundredths: int) -> str:
    """290 → «2.90em»."""
    return f"{_hundredths(hundredths)}em"


def _hundredths(value: int) -> str:
    return f"{value // 100}.{value % 100:02d}"
