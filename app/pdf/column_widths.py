"""How wide each column of a table becomes, so that its words fit and the page is used well.

A column makes three claims, each at least as large as the one before: its longest word (or, in a column of numbers,
its longest number), its longest cell on one line, its title on one line. The table grants the largest claims that the
page has room for and shares what is left towards the next. Type is set a little smaller where that saves cells from
running over two lines, and smaller still where it saves words. A number is never divided: a table that is too wide
even then is set in several, with the columns that name the row repeated in each.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from app.pdf.blocks import Align, Column, HeadGroup, Row, RowLook, Table
from app.pdf.fonts import Face, text_width
from app.pdf.text import NEW_LINE, clean, longest_word

SIZES = (9.0, 8.5, 8.0, 7.5, 7.0)
DENSE_SIZES = (7.5, 7.0, 6.5)
# The first so many sizes may be chosen to keep cells on one line; the rest only to keep words whole.
SIZES_FOR_LINES = 3

# A longer word than this (in multiples of the type size) is cut rather than let it squeeze the other columns.
LONGEST_UNCUT = 16.0


@dataclass(frozen=True, slots=True)
class Claims:
    """What one column asks for, in multiples of the type size."""

    words: float
    cells: float
    title: float


@dataclass(frozen=True, slots=True)
class FittedTable:
    """A table with its type size and the width of each column, padding on both sides included."""

    table: Table
    size: float
    widths: tuple[float, ...]


def fit_tables(table: Table, available: float, padding: float) -> list[FittedTable]:
    """The table fitted to a width; more than one where it has too many columns for the page."""
    sizes = DENSE_SIZES if table.dense else SIZES
    claims = [_claims(table, index) for index in range(len(table.columns))]
    widest = (available - 2 * padding * len(claims)) / sizes[-1]
    if sum(claim.words for claim in claims) <= widest:
        return [_fitted(table, claims, sizes, available, padding)]
    paddings = 2 * padding / sizes[0]
    parts = _columns_in_parts(table.columns, [claim.words + paddings for claim in claims], available / sizes[0])
    return [
        _fitted(_with_columns(table, part), [claims[index] for index in part], sizes, available, padding)
        for part in parts
    ]


def _claims(table: Table, index: int) -> Claims:
    column = table.columns[index]
    title = clean(column.title)
    cells = [(clean(row.cells[index]), _face(row)) for row in table.rows if row.look is not RowLook.GROUP]
    longest_cell = max((_longest_line(text, face) for text, face in cells), default=0)
    undivided = longest_cell
    if column.align is Align.LEFT:
        undivided = max((longest_word(text, face) for text, face in cells), default=0)
    words = min(max(undivided, longest_word(title, Face.SEMIBOLD)), LONGEST_UNCUT)
    one_line = max(words, longest_cell)
    return Claims(words, one_line, max(one_line, _longest_line(title, Face.SEMIBOLD)))


def _face(row: Row) -> Face:
    return Face.SEMIBOLD if row.look is RowLook.TOTAL else Face.REGULAR


def _longest_line(text: str, face: Face) -> float:
    return max(text_width(line, face, 1) for line in text.split(NEW_LINE))


def _fitted(
    table: Table, claims: Sequence[Claims], sizes: Sequence[float], available: float, padding: float
) -> FittedTable:
    room = available - 2 * padding * len(claims)
    size = _type_size(claims, sizes, room)
    widths = _granted(claims, room / size)
    if table.fill:
        widths = _stretched(widths, table.columns, room / size)
    return FittedTable(table, size, tuple(width * size + 2 * padding for width in widths))


def _type_size(claims: Sequence[Claims], sizes: Sequence[float], room: float) -> float:
    cells, words = sum(claim.cells for claim in claims), sum(claim.words for claim in claims)
    for_cells = (size for size in sizes[:SIZES_FOR_LINES] if cells * size <= room)
    for_words = (size for size in sizes if words * size <= room)
    return next(for_cells, None) or next(for_words, sizes[-1])


def _granted(claims: Sequence[Claims], room: float) -> list[float]:
    """The largest claims that all fit, and what is left shared towards the next larger ones."""
    rounds = [[c.words for c in claims], [c.cells for c in claims], [c.title for c in claims]]
    if sum(rounds[0]) > room:
        return [width * room / sum(rounds[0]) for width in rounds[0]]
    for smaller, larger in pairwise(rounds):
        if sum(larger) > room:
            share = (room - sum(smaller)) / (sum(larger) - sum(smaller))
            return [low + (high - low) * share for low, high in zip(smaller, larger, strict=True)]
    return rounds[-1]


def _stretched(widths: Sequence[float], columns: Sequence[Column], room: float) -> list[float]:
    """The rest of the page goes to the columns of text, or to all alike where every column holds numbers."""
    texts = [column.align is Align.LEFT for column in columns]
    takers = texts if any(texts) else [True] * len(texts)
    share = (room - sum(widths)) / sum(takers)
    return [width + share if takes else width for width, takes in zip(widths, takers, strict=True)]


def _columns_in_parts(columns: Sequence[Column], widths: Sequence[float], room: float) -> list[list[int]]:
    """Column numbers of each part: those that name the row, then an even share of the others; as few parts as fit."""
    naming = max((index for index, column in enumerate(columns) if column.row_header), default=0) + 1
    others, room_for_others = range(naming, len(columns)), room - sum(widths[:naming])
    shares = sorted({-(-len(others) // parts) for parts in range(1, len(others) + 1)}, reverse=True)
    share = next((share for share in shares if _every_share_fits(widths[naming:], share, room_for_others)), 1)
    firsts = range(0, max(1, len(others)), share)
    return [[*range(naming), *others[first : first + share]] for first in firsts]


def _every_share_fits(widths: Sequence[float], share: int, room: float) -> bool:
    return all(sum(widths[first : first + share]) <= room for first in range(0, len(widths), share))


def _with_columns(table: Table, part: Sequence[int]) -> Table:
    rows = (
        row if row.look is RowLook.GROUP else replace(row, cells=tuple(row.cells[index] for index in part))
        for row in table.rows
    )
    columns = tuple(table.columns[index] for index in part)
    return replace(table, columns=columns, rows=tuple(rows), groups=tuple(_groups_over(table.groups, part)))


def _groups_over(groups: Sequence[HeadGroup], part: Sequence[int]) -> Iterator[HeadGroup]:
    """The titles over the columns of one part, each over as many of its columns as are there."""
    first = 0
    for group in groups:
        here = sum(first <= index < first + group.columns for index in part)
        if here:
            yield HeadGroup(group.title, here)
        first += group.columns
