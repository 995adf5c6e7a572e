"""Tables on the page: cells with their text in lines, rows, and a box that splits between rows and repeats its head.

Strings are set directly and broken only where they are too wide: a record has thousands of cells.
"""

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass, field, replace

from app.pdf.blocks import Align, RowLook
from app.pdf.canvas import Artifact, TaggedCanvas
from app.pdf.fonts import SOFT_HYPHEN, text_width
from app.pdf.layout import Box
from app.pdf.structure import Node
from app.pdf.style import ACCENT, HAIRLINE, INK, LINE, MUTED, RULE, TINT, TextStyle
from app.pdf.text import ELLIPSIS, Run, break_lines, clean, one_line

# At least this many rows stand under the head at the foot of a page, and over the edge on the next.
ROWS_TOGETHER = 2


@dataclass(frozen=True, slots=True)
class CellSpace:
    """Where in the row a cell's text stands, padding taken off."""

    x: float
    width: float
    align: Align


@dataclass(frozen=True, slots=True)
class SetCell:
    """A cell's text in lines, each no wider than its space."""

    lines: tuple[str, ...]
    space: CellSpace
    style: TextStyle
    node: Node

    def draw(self, canvas: TaggedCanvas, top: float) -> None:
        for number, line in enumerate(self.lines):
            x, line_top = self.space.x, top + number * self.style.leading
            if self.space.align is Align.RIGHT:
                x += self.space.width - text_width(line.rstrip(" "), self.style.face, self.style.size)
            canvas.text(x, line_top, line, self.style)


@dataclass(frozen=True, slots=True)
class SetRow:
    """Cells beside each other, and the air over and under their text."""

    cells: tuple[SetCell, ...]
    look: RowLook
    padding: float
    height: float = field(init=False)

    def __post_init__(self) -> None:
        lines = max(len(cell.lines) for cell in self.cells)
        object.__setattr__(self, "height", lines * self.leading + 2 * self.padding)

    @property
    def leading(self) -> float:
        return self.cells[0].style.leading

    def split(self, room: float) -> "tuple[SetRow, SetRow] | None":
        """The lines of every cell that fit, and the rest; only for a row that no page can hold."""
        fitting = int((room - 2 * self.padding) // self.leading)
        if fitting < 1 or room >= self.height:
            return None
        above = tuple(replace(cell, lines=cell.lines[:fitting]) for cell in self.cells)
        below = tuple(replace(cell, lines=cell.lines[fitting:]) for cell in self.cells)
        return replace(self, cells=above), replace(self, cells=below)


def set_cell(text: str, space: CellSpace, style: TextStyle, node: Node, most_lines: int | None = None) -> SetCell:
    """A cell with its text broken where it must be. Where words are cut or left out, the node carries them whole."""
    cleaned = clean(text)
    if "\n" not in cleaned and text_width(cleaned, style.face, style.size) <= space.width:
        return SetCell((cleaned.replace(SOFT_HYPHEN, ""),), space, style, node)
    broken = break_lines([Run(cleaned, style.face)], style.size, space.width)
    lines = ["".join(fragment.text for fragment in line.fragments) + (" " if line.ends_word else "") for line in broken]
    shown = lines[:most_lines]
    if len(shown) < len(lines):
        shown[-1] = shown[-1].rstrip(" ")[:-1] + ELLIPSIS
    if len(shown) < len(lines) or not all(line.ends_word for line in broken):
        node.actual_text = one_line(text)
    return SetCell((*shown[:-1], shown[-1].rstrip(" ")), space, style, node)


class TableBox(Box):
    """Rows under a head. When it is split, the head is drawn again as decoration: it has been read once."""

    def __init__(self, head: Sequence[SetRow], rows: Sequence[SetRow], left: float, right: float) -> None:
        self._head, self._rows, self._left, self._right = tuple(head), tuple(rows), left, right
        self._continued = False
        self.after = 14.0
        self._measure()

    def _measure(self) -> None:
        self._head_height = sum(row.height for row in self._head)
        self.height = self._head_height + sum(row.height for row in self._rows)

    def least_height(self) -> float:
        opening = next((i for i, row in enumerate(self._rows) if row.look is not RowLook.GROUP), 0) + ROWS_TOGETHER
        return self._head_height + sum(row.height for row in self._rows[:opening])

    def split(self, room: float) -> tuple[Box, Box] | None:
        kept = self._rows_within(room - self._head_height)
        if kept:
            return self._part(self._rows[:kept], continued=self._continued), self._part(
                self._rows[kept:], continued=True
            )
        halves = self._rows[0].split(room - self._head_height) if self._rows else None
        if halves is None:
            return None
        above, below = halves
        return self._part((above,), continued=self._continued), self._part((below, *self._rows[1:]), continued=True)

    def _rows_within(self, room: float) -> int:
        """How many rows to keep here: no single last row left over, no group heading without its rows."""
        kept, below = 0, 0.0
        while kept < len(self._rows) and below + self._rows[kept].height <= room:
            below += self._rows[kept].height
            kept += 1
        if len(self._rows) - kept < ROWS_TOGETHER <= kept - 1:
            kept = len(self._rows) - ROWS_TOGETHER
        while kept > 1 and self._rows[kept - 1].look is RowLook.GROUP:
            kept -= 1
        return kept

    def _part(self, rows: Sequence[SetRow], *, continued: bool) -> "TableBox":
        part = copy(self)
        part._rows, part._continued = tuple(rows), continued
        part._measure()
        return part

    def draw(self, canvas: TaggedCanvas, top: float) -> None:
        with canvas.artifact(Artifact.LAYOUT):
            self._draw_lines(canvas, top)
        if self._continued and self._head:
            with canvas.artifact(Artifact.PAGINATION):
                self._draw_repeated_head(canvas, top)
        else:
            _draw_rows(canvas, self._head, top)
        _draw_rows(canvas, self._rows, top + self._head_height)

    def _draw_repeated_head(self, canvas: TaggedCanvas, top: float) -> None:
        for row in self._head:
            for cell in row.cells:
                cell.draw(canvas, top + row.padding)
            top += row.height

    def _draw_lines(self, canvas: TaggedCanvas, top: float) -> None:
        y = top + self._head_height
        for number, row in enumerate(self._rows):
            if row.look is RowLook.MARKED:
                canvas.rectangle(self._left, y, self._right - self._left, row.height, TINT)
            if row.look is RowLook.TOTAL:
                canvas.horizontal_line(self._left, self._right, y, LINE, INK)
            elif number:
                canvas.horizontal_line(self._left, self._right, y, HAIRLINE, RULE)
            y += row.height
        canvas.horizontal_line(self._left, self._right, y, HAIRLINE, RULE)
        if self._head:
            canvas.horizontal_line(self._left, self._right, top + self._head_height, LINE, ACCENT)
        for row in self._head[:-1]:
            top += row.height
            for cell in row.cells:
                if any(cell.lines):
                    canvas.horizontal_line(cell.space.x, cell.space.x + cell.space.width, top, HAIRLINE, MUTED)


def _draw_rows(canvas: TaggedCanvas, rows: Sequence[SetRow], top: float) -> None:
    for row in rows:
        for cell in row.cells:
            if any(cell.lines):
                with canvas.content(cell.node):
                    cell.draw(canvas, top + row.padding)
        top += row.height
