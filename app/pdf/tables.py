"""A caller's table or list of facts made into boxes, with its header cells named in the structure tree."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.pdf.blocks import Align, Column, Row, RowLook, Table, says_something
from app.pdf.column_widths import FittedTable, fit_tables
from app.pdf.fonts import Face, text_width
from app.pdf.structure import Node, Role, Scope
from app.pdf.style import LEFT, MUTED, RIGHT, WIDTH, TextStyle
from app.pdf.table_boxes import CellSpace, SetCell, SetRow, TableBox, set_cell
from app.pdf.text import one_line

SIDE_PADDING = 5.0
DENSE_SIDE_PADDING = 4.0
LEADING = 1.36
ROW_PADDING = 0.33
DENSE_ROW_PADDING = 0.2
# Sums of widths that should be equal may differ in their last bits.
ROUNDING = 0.01

# A title that takes more lines than this is shortened, since the head must leave room for rows.
MOST_TITLE_LINES = 8

FACTS_STYLE = TextStyle(Face.REGULAR, 10, 14.5)
MOST_OF_WIDTH_TO_NAMES = 0.4


@dataclass(frozen=True, slots=True)
class _Setting:
    """The type of one table and the spaces of its columns."""

    size: float
    spaces: tuple[CellSpace, ...]
    dense: bool

    def style(self, face: Face) -> TextStyle:
        return TextStyle(face, self.size, self.size * LEADING)

    @property
    def row_padding(self) -> float:
        return self.size * (DENSE_ROW_PADDING if self.dense else ROW_PADDING)

    def spanning(self, first: int, columns: int) -> CellSpace:
        """The space of several columns, as one."""
        last = self.spaces[first + columns - 1]
        return CellSpace(self.spaces[first].x, last.x + last.width - self.spaces[first].x, self.spaces[first].align)


def table_boxes(table: Table, node: Node, parent: Node) -> list[TableBox]:
    """A table as one box, or as several under each other where it has more columns than the page has room for.

    ``node`` is the Table element of the first; the others become new children of ``parent``.
    """
    padding = DENSE_SIDE_PADDING if table.dense else SIDE_PADDING
    first, *others = fit_tables(table, WIDTH, padding)
    return [_table_box(first, padding, node), *(_table_box(f, padding, parent.child(Role.TABLE)) for f in others)]


def _table_box(fitted: FittedTable, padding: float, node: Node) -> TableBox:
    table = fitted.table
    setting = _Setting(fitted.size, tuple(_spaces(fitted, padding)), table.dense)
    head = list(_head_rows(table, setting, node.child(Role.TABLE_HEAD)))
    body = node.child(Role.TABLE_BODY)
    rows = [_body_row(row, table.columns, setting, body.child(Role.TABLE_ROW)) for row in table.rows]
    return TableBox(head, rows, LEFT, LEFT + sum(fitted.widths))


def _spaces(fitted: FittedTable, padding: float) -> Iterator[CellSpace]:
    x = LEFT
    for column, width in zip(fitted.table.columns, fitted.widths, strict=True):
        yield CellSpace(x + padding, width - 2 * padding + ROUNDING, column.align)
        x += width


def _head_rows(table: Table, setting: _Setting, head: Node) -> Iterator[SetRow]:
    if table.groups:
        yield SetRow(
            tuple(_group_titles(table, setting, head.child(Role.TABLE_ROW))), RowLook.PLAIN, setting.row_padding
        )
    row = head.child(Role.TABLE_ROW)
    titles = (
        _head_cell(column.title, space, setting, row.child(Role.HEADER_CELL, scope=Scope.COLUMN))
        for column, space in zip(table.columns, setting.spaces, strict=True)
    )
    yield SetRow(tuple(titles), RowLook.PLAIN, setting.row_padding)


def _group_titles(table: Table, setting: _Setting, row: Node) -> Iterator[SetCell]:
    first = 0
    for group in table.groups:
        role, scope = (Role.HEADER_CELL, Scope.COLUMN) if says_something(group.title) else (Role.DATA_CELL, None)
        node = row.child(role, scope=scope, column_span=group.columns)
        yield _head_cell(group.title, setting.spanning(first, group.columns), setting, node)
        first += group.columns


def _head_cell(title: str, space: CellSpace, setting: _Setting, node: Node) -> SetCell:
    return set_cell(title, space, setting.style(Face.SEMIBOLD), node, MOST_TITLE_LINES)


def _body_row(row: Row, columns: Sequence[Column], setting: _Setting, node: Node) -> SetRow:
    style = setting.style(Face.REGULAR if row.look in (RowLook.PLAIN, RowLook.MARKED) else Face.SEMIBOLD)
    if row.look is RowLook.GROUP:
        heading = node.child(Role.HEADER_CELL, scope=Scope.COLUMN, column_span=len(columns))
        whole_row = replace(setting.spanning(0, len(columns)), align=Align.LEFT)
        cell = set_cell(row.cells[0], whole_row, style, heading)
        return SetRow((cell,), row.look, 2 * setting.row_padding)
    cells = (
        set_cell(text, space, style, _cell_node(column, node))
        for text, column, space in zip(row.cells, columns, setting.spaces, strict=True)
    )
    return SetRow(tuple(cells), row.look, setting.row_padding)


def _cell_node(column: Column, row: Node) -> Node:
    if column.row_header:
        return row.child(Role.HEADER_CELL, scope=Scope.ROW)
    return row.child(Role.DATA_CELL)


def facts_box(pairs: Sequence[tuple[str, str]], node: Node) -> TableBox:
    """Names and values beside each other: a table without column titles, each name the header of its row."""
    longest = max(text_width(one_line(name), FACTS_STYLE.face, FACTS_STYLE.size) for name, _value in pairs)
    names = min(longest, MOST_OF_WIDTH_TO_NAMES * WIDTH)
    values = LEFT + SIDE_PADDING + names + 6 * SIDE_PADDING
    name_space = CellSpace(LEFT + SIDE_PADDING, names, Align.LEFT)
    value_space = CellSpace(values, RIGHT - SIDE_PADDING - values, Align.LEFT)
    body = node.child(Role.TABLE_BODY)
    rows = [_fact_row(pair, name_space, value_space, body.child(Role.TABLE_ROW)) for pair in pairs]
    return TableBox((), rows, LEFT, RIGHT)


def _fact_row(pair: tuple[str, str], name_space: CellSpace, value_space: CellSpace, row: Node) -> SetRow:
    name, value = pair
    name_style = TextStyle(Face.REGULAR, FACTS_STYLE.size, FACTS_STYLE.leading, colour=MUTED)
    cells = (
        set_cell(name, name_space, name_style, row.child(Role.HEADER_CELL, scope=Scope.ROW)),
        set_cell(value, value_space, FACTS_STYLE, row.child(Role.DATA_CELL)),
    )
    return SetRow(cells, RowLook.PLAIN, 2.5)
