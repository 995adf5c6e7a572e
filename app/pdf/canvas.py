"""A canvas that knows what it draws: every stroke is either content of a structure node or an artifact.

Places are points from the upper left corner of the sheet, ``y`` downwards, since that is how a page is read and filled;
PDF counts from the lower edge, and only this module and the structure tree's areas know it. Where a page reaches
outside its sheet (crop marks, bleed), places there are below zero or beyond the sheet's width and height.
"""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas

from app.pdf.fonts import Face, printable_characters, text_width
from app.pdf.page_mark import page_mark
from app.pdf.sheet import OFFICE_SHEET, Sheet
from app.pdf.structure import ActiveArea, Area, Mark, Node, Spot
from app.pdf.style import LINE, MILLIMETRE, PAGE_HEIGHT, PAGE_MARK, TextStyle


class Artifact(StrEnum):
    """What on a page is not content, by the kinds PDF has: decoration, and what is repeated on each page."""

    LAYOUT = "/Type /Layout"
    PAGINATION = "/Type /Pagination"
    HEADER = "/Type /Pagination /Subtype /Header"
    FOOTER = "/Type /Pagination /Subtype /Footer"


@cache
def _colour(code: str) -> Color:
    return HexColor(code)


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A line of the outline that a reader shows beside the pages."""

    level: int
    title: str
    spot: Spot


class TaggedCanvas:
    """Draws the pages one after the other and remembers which node each mark belongs to."""

    def __init__(self, sheet: Sheet = OFFICE_SHEET) -> None:
        self.sheet = sheet
        self._file = io.BytesIO()
        printable_characters()  # the fonts are known to reportlab before a page names one
        # All settings are given, so that a reportlab settings file on the machine cannot change a document's bytes.
        # Nothing is compressed here: the finish does it.
        self._canvas = Canvas(
            self._file,
            pagesize=sheet.page_size(),
            pageCompression=0,
            invariant=1,
            initialFontName=str(Face.REGULAR),  # type: ignore[arg-type] # the stubs have a number here
            initialFontSize=10,
            initialLeading=12,
        )
        self._marking = False
        self.marked_nodes: list[list[Node]] = []
        self.active_areas: list[ActiveArea] = []
        self.bookmarks: list[Bookmark] = []

    @property
    def page(self) -> int:
        """Index of the page being drawn."""
        return len(self.marked_nodes) - 1

    def begin_page(self) -> None:
        if self.marked_nodes:
            self._canvas.showPage()
        self.marked_nodes.append([])
        if mark := page_mark():
            self._draw_mark(mark)

    def _draw_mark(self, mark: str) -> None:
        """At the upper edge of the sheet, in the middle."""
        with self.artifact(Artifact.PAGINATION):
            width = text_width(mark, PAGE_MARK.face, PAGE_MARK.size)
            self.text((self.sheet.width - width) / 2, 2 * MILLIMETRE, mark, PAGE_MARK)

    def finished(self) -> bytes:
        """The file as reportlab writes it, without tree, metadata or compression."""
        self._canvas.showPage()
        self._canvas.save()
        return self._file.getvalue()

    @contextmanager
    def content(self, node: Node) -> Iterator[None]:
        """What is drawn inside is content of ``node``."""
        marked = self.marked_nodes[-1]
        mark = Mark(self.page, len(marked))
        marked.append(node)
        node.kids.append(mark)
        with self._marked(f"/{node.role} <</MCID {mark.number}>> BDC"):
            yield

    @contextmanager
    def artifact(self, kind: Artifact) -> Iterator[None]:
        """What is drawn inside means nothing to one who listens."""
        with self._marked(f"/Artifact <<{kind}>> BDC"):
            yield

    @contextmanager
    def _marked(self, operator: str) -> Iterator[None]:
        assert not self._marking, "marked content does not nest"
        self._marking = True
        self._canvas.addLiteral(operator)
        yield
        self._canvas.addLiteral("EMC")
        self._marking = False

    def text(self, x: float, line_top: float, text: str, style: TextStyle) -> None:
        """Cleaned text that begins at ``x``, on the line that begins at ``line_top``."""
        assert self._marking, "text is content or artifact"
        words = self._canvas.beginText(self._across(x), self._up(baseline(line_top, style)))
        words.setFont(style.face, style.size)
        words.setFillColor(_colour(style.colour))
        words.textOut(text)
        self._canvas.drawText(words)

    def text_to_the_left_of(self, x: float, line_top: float, text: str, style: TextStyle) -> None:
        """Cleaned text that ends at ``x``."""
        self.text(x - text_width(text, style.face, style.size), line_top, text, style)

    def horizontal_line(self, left: float, right: float, y: float, thickness: float, colour: str) -> None:
        self._canvas.setStrokeColor(_colour(colour))
        self._canvas.setLineWidth(thickness)
        self._canvas.line(self._across(left), self._up(y), self._across(right), self._up(y))

    def vertical_line(self, x: float, top: float, bottom: float, thickness: float, colour: str) -> None:
        self._canvas.setStrokeColor(_colour(colour))
        self._canvas.setLineWidth(thickness)
        self._canvas.line(self._across(x), self._up(top), self._across(x), self._up(bottom))

    def frame(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """An outline, with its upper left corner at (x, y)."""
        self._canvas.setStrokeColor(_colour(colour))
        self._canvas.setLineWidth(LINE)
        self._canvas.rect(self._across(x), self._up(y + height), width, height, stroke=1, fill=0)

    def slanted_text(self, x: float, y: float, text: str, style: TextStyle, degrees: int) -> None:
        """Cleaned text through the point (x, y), which is its middle, turned against the clock."""
        assert self._marking, "text is content or artifact"
        self._canvas.saveState()
        self._canvas.translate(self._across(x), self._up(y))
        self._canvas.rotate(degrees)
        words = self._canvas.beginText(-text_width(text, style.face, style.size) / 2, -0.364 * style.size)
        words.setFont(style.face, style.size)
        words.setFillColor(_colour(style.colour))
        words.textOut(text)
        self._canvas.drawText(words)
        self._canvas.restoreState()

    def dotted_line(self, left: float, right: float, y: float, colour: str) -> None:
        """Fine dots at equal steps; they stand under each other on lines that end at the same place."""
        self._canvas.setDash(0.7, 3)
        self.horizontal_line(right, left, y, 0.7, colour)
        self._canvas.setDash()

    def rectangle(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """Filled, with its upper left corner at (x, y)."""
        self._canvas.setFillColor(_colour(colour))
        self._canvas.rect(self._across(x), self._up(y) - height, width, height, stroke=0, fill=1)

    def disc(self, x: float, y: float, radius: float, colour: str) -> None:
        """Filled, with its centre at (x, y)."""
        self._canvas.setFillColor(_colour(colour))
        self._canvas.circle(self._across(x), self._up(y), radius, stroke=0, fill=1)

    def add_bookmark(self, level: int, title: str, y: float) -> None:
        self.bookmarks.append(Bookmark(level, title, Spot(self.page, self._up(y))))

    def add_active_area(self, node: Node, area: Area, target: str | Spot, description: str) -> None:
        """Make an area of this page lead to ``target``; ``node`` is the link it belongs to."""
        active = ActiveArea(self.page, area, target, description)
        self.active_areas.append(active)
        node.kids.append(active)

    def area(self, x: float, y: float, width: float, height: float) -> Area:
        """A rectangle of this sheet with its upper left corner at (x, y), in PDF's coordinates."""
        return Area(self._across(x), self._up(y) - height, self._across(x) + width, self._up(y))

    def _across(self, x: float) -> float:
        return x + self.sheet.slug

    def _up(self, y: float) -> float:
        return self.sheet.height + self.sheet.slug - y


def baseline(line_top: float, style: TextStyle) -> float:
    """Where letters stand on a line, so that capitals have equal air over and under them."""
    return line_top + style.leading / 2 + 0.364 * style.size


def page_area(x: float, y: float, width: float, height: float) -> Area:
    """A rectangle with its upper left corner at (x, y), in PDF's coordinates."""
    return Area(x, PAGE_HEIGHT - y - height, x + width, PAGE_HEIGHT - y)
