"""A QR code as dark squares, drawn with our own strokes so that it stays sharp, tagged and the same bytes each time."""

from itertools import groupby
from typing import Any

from reportlab.graphics.barcode.qr import QrCodeWidget

from app.pdf.canvas import TaggedCanvas
from app.pdf.style import INK


def qr_modules(text: str) -> tuple[tuple[bool, ...], ...]:
    """The squares of the code, row by row from above; True is dark. A seventh of it may be soiled and still be read."""
    widget = QrCodeWidget(text, barLevel="M")
    encoder: Any = widget.qr  # type: ignore[attr-defined]  # missing from its type stubs
    encoder.make()
    count = encoder.getModuleCount()
    return tuple(tuple(bool(encoder.isDark(row, column)) for column in range(count)) for row in range(count))


def draw_qr_code(canvas: TaggedCanvas, x: float, y: float, size: float, text: str) -> None:
    """The code with its upper left corner at (x, y), each row of dark squares as few rectangles."""
    rows = qr_modules(text)
    square = size / len(rows)
    for number, row in enumerate(rows):
        column = 0
        for dark, run in groupby(row):
            width = len(list(run))
            if dark:
                canvas.rectangle(x + column * square, y + number * square, width * square, square, INK)
            column += width
