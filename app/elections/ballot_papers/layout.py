"""How a ballot paper is laid out: pure decisions about folds, columns, type size and lines. Lengths are points.

The sheet is A4 lying, folded in the middle to A5. On the inside the list stands to the left of the fold, the field for
other lists and the instructions to the right of it; on the outside nothing tells what is voted for.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from app.elections.ballot_papers.content import Choice, ChoiceGroup, Choices, PrintedPaper
from app.elections.ballot_papers.refusals import PaperOverfull
from app.elections.ballot_papers.settings import Fold
from app.pdf.fonts import Face
from app.pdf.sheet import Sheet
from app.pdf.style import MILLIMETRE
from app.pdf.text import Run, break_lines, clean

WIDTH = 297 * MILLIMETRE
HEIGHT = 210 * MILLIMETRE
FOLD = WIDTH / 2

BLEED = 3 * MILLIMETRE
SLUG = 10 * MILLIMETRE

BAND = 17 * MILLIMETRE
EDGE = 11 * MILLIMETRE
"""Clear of every edge and of the fold, where no office printer and no fold takes a letter."""
PANEL = FOLD - 2 * EDGE
FOOT = HEIGHT - 9 * MILLIMETRE
TOP = BAND + 7 * MILLIMETRE

BOX = 4 * MILLIMETRE
BOX_COLUMN = 22 * MILLIMETRE
NUMBER_COLUMN = 8 * MILLIMETRE
COLUMN_GAP = 5 * MILLIMETRE
NARROW_BOX_COLUMN = 8 * MILLIMETRE

TITLE_ROW = 13.0
SAMPLE_ROW = 5.0
HEADING_AIR = 7.0
STATEMENT_SIZE, STATEMENT_ROW, STATEMENT_AIR = 12.0, 17.0, 6.0
FIELD_HEADING_ROW, FIELD_NOTE_ROW, FIELD_AIR, GUIDANCE_HEADING_AIR = 18.0, 13.0, 16.0, 4.0
CONTENT_END = FOOT - 6

BAND_ROOM = BAND - 8
BAND_SIZES = ((15.0, 9.5), (13.0, 9.5), (11.0, 9.0), (9.5, 8.5), (8.5, 8.0), (7.5, 7.5))
"""Sizes of the two texts in the band over one half."""
HEADING_SIZES = (22.0, 20.0, 18.0, 16.0, 14.0, 12.0)
TRIALS = (
    *((1, size, 5.0) for size in (12.0, 11.5, 11.0, 10.5, 10.0, 9.5, 9.0)),
    (1, 9.0, 3.0),
    (1, 8.5, 2.0),
    *((2, size, 2.4) for size in (10.0, 9.5, 9.0, 8.5)),
    (1, 8.0, 1.6),
    (2, 8.0, 1.6),
    (1, 7.5, 1.2),
    (2, 7.5, 1.2),
)
"""Columns, type size and air around a name, from the one that reads best to the one that holds most."""
GUIDANCE_SIZES = (10.0, 9.5, 9.0, 8.5, 8.0)

LEAST_NAME = BOX + 2
MOST_EXTRA = 7.0
GROUP_ROW = 14.0
WIDEST_LINE_STEP = 30.0
LEAST_LINE_STEP = 20.0
"""What a hand needs to write a name: 7 mm."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A line of the table: a heading over a group (``choice`` is None) or a choice, its column, place and height."""

    heading: str
    choice: Choice | None
    column: int
    top: float
    height: float


@dataclass(frozen=True, slots=True)
class ListLayout:
    """The table of what can be marked: how many columns, which type size, and where each line stands."""

    columns: int
    size: float
    placed: tuple[Placed, ...]

    def column_width(self) -> float:
        return (PANEL - (self.columns - 1) * COLUMN_GAP) / self.columns


@dataclass(frozen=True, slots=True)
class FieldLayout:
    """The right half: type size of the instructions, and from line to line where names are written."""

    size: float
    line_step: float


@dataclass(frozen=True, slots=True)
class PaperLayout:
    """A whole paper: the size of its heading, its table where it has one, its right half, and from line to line in the
    left half where names are written there."""

    heading_size: float
    table: ListLayout | None
    field: FieldLayout
    names_step: float = 0.0


def paper_layout(paper: PrintedPaper) -> PaperLayout:
    """Where everything on the inside stands. Refused (``PaperOverfull``) when one sheet does not hold it."""
    for large, small in bands(paper):
        band_sizes(large, small)
    size, lines = heading_lines(paper.heading)
    table_top = content_top(paper) + lines * heading_leading(size) + HEADING_AIR + _statement_height(paper)
    table = list_layout(paper.choices, paper.heading, CONTENT_END - table_top - TITLE_ROW) if paper.choices else None
    field = paper.write_ins
    above_lines = FIELD_HEADING_ROW + FIELD_NOTE_ROW + FIELD_AIR if field else 0
    room = CONTENT_END - content_top(paper) - above_lines - FIELD_HEADING_ROW - GUIDANCE_HEADING_AIR
    lines_to_write = len(field.lines) if field else 0
    names_step = _names_step(paper, table_top)
    return PaperLayout(size, table, field_layout(paper.heading, paper.guidance, lines_to_write, room), names_step)


def _names_step(paper: PrintedPaper, top: float) -> float:
    """From line to line for the names in the left half. Refused (``PaperOverfull``) when a hand has no room."""
    if paper.names is None:
        return 0.0
    number = len(paper.names.lines)
    step = (CONTENT_END - top - FIELD_HEADING_ROW - FIELD_NOTE_ROW) / number
    if step < LEAST_LINE_STEP:
        raise PaperOverfull(paper.heading, 0, number)
    return min(step, WIDEST_LINE_STEP)


def bands(paper: PrintedPaper) -> tuple[tuple[str, str], ...]:
    """The two texts over each half: inside left and right, outside left and right."""
    outside = paper.outside
    return (
        (f"{paper.kind} – {paper.election}", paper.holder),
        (paper.district, ""),
        (outside.paper, outside.election),
        (f"{outside.paper} – {outside.election}", outside.district),
    )


def content_top(paper: PrintedPaper) -> float:
    """Where the inside begins under the band; a sample has its own line first."""
    return TOP + (SAMPLE_ROW if paper.sample else 0)


def heading_leading(size: float) -> float:
    """From line to line in the list's heading."""
    return size * 1.2


def _statement_height(paper: PrintedPaper) -> float:
    if not paper.statement:
        return 0
    lines = break_lines([Run(clean(paper.statement), Face.REGULAR)], STATEMENT_SIZE, PANEL)
    return len(lines) * STATEMENT_ROW + STATEMENT_AIR


def ballot_sheet(*, crop_marks: bool) -> Sheet:
    """A4 lying; with crop marks, 3 mm of bleed and 10 mm in all around it."""
    slug, bleed = (SLUG, BLEED) if crop_marks else (0.0, 0.0)
    return Sheet(WIDTH, HEIGHT, slug, bleed, for_printer=True)


def folds(fold: Fold) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Where the sheet is folded: distances from its left edge, and from its upper edge."""
    return (FOLD,), (() if fold is Fold.ONCE else (HEIGHT / 2,))


def band_sizes(large: str, small: str) -> tuple[float, float]:
    """The largest sizes in which both texts stand whole in the band; refused (``PaperOverfull``) when none are."""
    for sizes in BAND_SIZES:
        lines = [
            len(break_lines([Run(clean(text), face)], size, PANEL)) * band_leading(size) if text else 0
            for text, face, size in zip((large, small), (Face.BOLD, Face.REGULAR), sizes, strict=True)
        ]
        if sum(lines) <= BAND_ROOM:
            return sizes
    raise PaperOverfull(large, 0, 0)


def band_leading(size: float) -> float:
    """From line to line in the band."""
    return size * 1.25


def heading_lines(heading: str, width: float = PANEL) -> tuple[float, int]:
    """The largest size in which a heading takes two lines or less, and its lines; the smallest size where none does."""
    for size in HEADING_SIZES:
        lines = len(break_lines([Run(clean(heading), Face.BOLD)], size, width))
        if lines <= 2:
            break
    return size, lines


def list_layout(choices: Choices, heading: str, room: float) -> ListLayout:
    """The first of ``TRIALS`` that holds all choices in ``room``; what is left is air between the lines.

    Refused (``PaperOverfull``) when none does.
    """
    for columns, size, air in TRIALS:
        entries = [entry for group in choices.groups for entry in _entries(group, columns, size, air)]
        in_columns = _shared(entries, columns)
        tallest = max(sum(height for _h, _c, height in column) for column in in_columns)
        if tallest <= room:
            extra = min(MOST_EXTRA, (room - tallest) / max(map(len, in_columns)))
            return ListLayout(columns, size, tuple(_placed(in_columns, extra)))
    raise PaperOverfull(heading, sum(len(group.choices) for group in choices.groups), 0)


Entry = tuple[str, Choice | None, float]


def name_width(columns: int) -> float:
    """Room for a name in one of so many columns, to the right of box and number."""
    box = BOX_COLUMN if columns == 1 else NARROW_BOX_COLUMN
    return (PANEL - (columns - 1) * COLUMN_GAP) / columns - box - NUMBER_COLUMN


def leading(size: float) -> float:
    """From line to line within a name."""
    return size * 1.15


def choice_runs(choice: Choice) -> list[Run]:
    """What is bold in the line, and what is not."""
    return [Run(clean(choice.strong), Face.BOLD), Run(clean(choice.plain), Face.REGULAR)]


def _entries(group: ChoiceGroup, columns: int, size: float, air: float) -> list[Entry]:
    measured: list[Entry] = [("", each, _name_height(each, columns, size) + air) for each in group.choices]
    return [(group.heading, None, GROUP_ROW), *measured] if group.heading else measured


def _name_height(choice: Choice, columns: int, size: float) -> float:
    """Of the name's lines, or of what the box needs when that is more."""
    lines = len(break_lines(choice_runs(choice), size, name_width(columns)))
    return max(LEAST_NAME, lines * leading(size))


def _shared(entries: Sequence[Entry], columns: int) -> list[list[Entry]]:
    """The entries in as many columns, in order and about equally high; no column ends with a heading."""
    if columns == 1:
        return [list(entries)]
    half, taken, first = sum(entry[2] for entry in entries) / 2, 0.0, 0
    while taken < half:
        taken += entries[first][2]
        first += 1
    if entries[first - 1][1] is None:
        first -= 1
    return [list(entries[:first]), list(entries[first:])]


def _placed(in_columns: Sequence[Sequence[Entry]], extra: float) -> list[Placed]:
    placed: list[Placed] = []
    for column, entries in enumerate(in_columns):
        top = 0.0
        for heading, choice, height in entries:
            placed.append(Placed(heading, choice, column, top, height + extra))
            top += height + extra
    return placed


def field_layout(heading: str, guidance: Sequence[str], lines: int, room: float) -> FieldLayout:
    """Instructions as large as leaves each of the lines its 7 mm. Refused (``PaperOverfull``) when no size does.

    ``room`` is what instructions and lines have together, without their headings.
    """
    for size in GUIDANCE_SIZES:
        step = (room - guidance_height(guidance, size)) / max(1, lines)
        if step >= LEAST_LINE_STEP:
            return FieldLayout(size, min(step, WIDEST_LINE_STEP))
    raise PaperOverfull(heading, 0, lines)


GUIDANCE_INDENT = 14.0
GUIDANCE_AIR = 3.5


def guidance_height(guidance: Sequence[str], size: float) -> float:
    """How high the instructions are, point by point."""
    return sum(len(guidance_lines(point, size)) * size * 1.32 + GUIDANCE_AIR for point in guidance)


def guidance_lines(point: str, size: float) -> list[str]:
    """One point of the instructions, line by line."""
    lines = break_lines([Run(clean(point), Face.REGULAR)], size, PANEL - GUIDANCE_INDENT)
    return ["".join(fragment.text for fragment in line.fragments) for line in lines]
