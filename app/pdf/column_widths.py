"""How wide each column of a table becomes, so that its words fit and the page is used well.

A column makes three claims, each at least as large as the one before: its longest word (or, in a column of numbers,
its longest number), its longest cell on one line, its title on one line. The table grants the largest claims that the
page has room for, shares what is left towards the next, and sets the text smaller before it cuts a word.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.pdf.blocks import Align, Column, Row, RowLook, Table
from app.pdf.fonts import Face, text_width
from app.pdf.text import NEW_LINE, clean, longest_word

SIZES = (9.0, 8.5, 8.0, 7.5, 7.0, 6.5)
DENSE_SIZES = (7.5, 7.0, 6.5, 6.0)

# A longer word than this (in multiples of the type size) is cut rather than let it squeeze the other columns.
LONGEST_UNCUT = 16.0


@dataclass(frozen=True, slots=True)
class Claims:
    """What one column asks for, in multiples of the type size."""

    words: float
    cells: float
    title: float


def fit_columns(table: Table, available: float, padding: float) -> tuple[float, list[float]]:
    """Type size and width of each column, padding included; together at most ``available``."""
    claims = [_claims(table, index) for index in range(len(table.columns))]
    paddings = 2 * padding * len(claims)
    sizes = DENSE_SIZES if table.dense else SIZES
    room = available - paddings
    size = next((size for size in sizes if sum(claim.words for claim in claims) * size <= room), sizes[-1])
    widths = _granted(claims, room / size)
    if table.fill:
        widths = _stretched(widths, table.columns, room / size)
    return size, [width * size + 2 * padding for width in widths]


def _claims(table: Table, index: int) -> Claims:
    column = table.columns[index]
    title = clean(column.title)
    cells = [(clean(row.cells[index]), _face(row)) for row in table.rows if row.look is not RowLook.GROUP]
    longest_cell = max((_longest_line(text, face) for text, face in cells), default=0)
    in_cells = longest_cell
    if column.align is Align.LEFT:
        in_cells = max((longest_word(text, face) for text, face in cells), default=0)
    words = min(max(in_cells, longest_word(title, Face.SEMIBOLD)), LONGEST_UNCUT)
    one_line = max(words, longest_cell)
    return Claims(words, one_line, max(one_line, _longest_line(title, Face.SEMIBOLD)))


def _face(row: Row) -> Face:
    return Face.SEMIBOLD if row.look is RowLook.TOTAL else Face.REGULAR


def _longest_line(text: str, face: Face) -> float:
    return max(text_width(line, face, 1) for line in text.split(NEW_LINE))


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


def _stretched(widths: list[float], columns: Sequence[Column], room: float) -> list[float]:
    """The rest of the page goes to the columns of text, or to all alike where every column holds numbers."""
    texts = [column.align is Align.LEFT for column in columns]
    takers = texts if any(texts) else [True] * len(texts)
    share = (room - sum(widths)) / sum(takers)
    return [width + share if takes else width for width, takes in zip(widths, takers, strict=True)]
