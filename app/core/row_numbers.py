"""Numbers in addresses: those that a row can have. Any other leads nowhere, before a database is asked."""

from flask import Flask
from werkzeug.routing import IntegerConverter, Map

LARGEST = 2**31 - 1
"""PostgreSQL's integers end here."""


class RowNumber(IntegerConverter):
    """``<int:…>`` in every address."""

    def __init__(self, map: Map, *, max: int = LARGEST) -> None:  # noqa: A002 - what werkzeug calls it
        super().__init__(map, max=max)


def row_number(text: str) -> int | None:
    """The number of a row, as a form sends it; None when no row can have it."""
    if text.isascii() and text.isdigit() and len(text) <= len(str(LARGEST)) and int(text) <= LARGEST:
        return int(text)
    return None


def init_row_numbers(app: Flask) -> None:
    """Before the first address is made."""
    app.url_map.converters["int"] = RowNumber
