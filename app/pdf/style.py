"""The look of our documents: the sheet, its margins, and a few sizes and colours used everywhere.

Lengths are points (1/72 inch). The left margin leaves room for filing. Every text colour keeps a contrast of at least
4.5 to 1 against the paper.
"""

from dataclasses import dataclass

from app.pdf.fonts import Face

MILLIMETRE = 72 / 25.4

PAGE_WIDTH = 210 * MILLIMETRE
PAGE_HEIGHT = 297 * MILLIMETRE
LEFT = 25 * MILLIMETRE
RIGHT = PAGE_WIDTH - 20 * MILLIMETRE
TOP = 27 * MILLIMETRE
BOTTOM = PAGE_HEIGHT - 26 * MILLIMETRE
WIDTH = RIGHT - LEFT
HEIGHT = BOTTOM - TOP

INK = "#16202c"
MUTED = "#55606e"
ACCENT = "#0b4c84"
CORRECTION = "#b3121d"
RULE = "#c6ced8"
TINT = "#eaf1f8"

HAIRLINE = 0.4
LINE = 0.9


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a text is set; ``leading`` is from line to line, ``before`` and ``after`` are the air around it."""

    face: Face
    size: float
    leading: float
    colour: str = INK
    before: float = 0
    after: float = 0


BODY = TextStyle(Face.REGULAR, 10, 14.5, after=7)
LEAD = TextStyle(Face.REGULAR, 12, 17.5, colour=MUTED, after=12)
NOTE = TextStyle(Face.REGULAR, 8.5, 12, colour=MUTED, after=6)
NOTICE = TextStyle(Face.REGULAR, 10, 14.5, before=10, after=12)
LIST_ITEM = TextStyle(Face.REGULAR, 10, 14.5, after=3)
CAPTION = TextStyle(Face.SEMIBOLD, 9, 12.5, before=10, after=4)
PAGE_MARK = TextStyle(Face.SEMIBOLD, 11, 14, colour="#a3171e")
SMALL = TextStyle(Face.REGULAR, 7.5, 10, colour=MUTED)

HEADINGS = {
    1: TextStyle(Face.BOLD, 21, 27, before=26, after=8),
    2: TextStyle(Face.SEMIBOLD, 14, 19, before=24, after=8),
    3: TextStyle(Face.SEMIBOLD, 11, 15, before=16, after=5),
    4: TextStyle(Face.SEMIBOLD, 10, 14, colour=MUTED, before=12, after=4),
}
