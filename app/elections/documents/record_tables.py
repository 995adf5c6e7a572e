"""Columns and rows as the record's tables use them."""

from app.core.formatting import number
from app.pdf.blocks import Align, Column, Row, RowLook


def name_column(title: str) -> Column:
    """The column that says what a row is about."""
    return Column(title, row_header=True)


def number_columns(*titles: str) -> tuple[Column, ...]:
    """Columns of figures."""
    return tuple(Column(title, Align.RIGHT) for title in titles)


def figures(name: str, *numbers: int, look: RowLook = RowLook.PLAIN) -> Row:
    """A row with a name and whole numbers."""
    return Row((name, *map(number, numbers)), look)


def signed(difference: int) -> str:
    """+3, −2, 0."""
    return f"+{number(difference)}" if difference > 0 else number(difference)
