"""Boxes that are neither text nor table: a line of the table of contents, lines to sign on, slips to cut apart."""

from collections.abc import Mapping, Sequence

from app.pdf.blocks import Signatory
from app.pdf.canvas import Artifact, TaggedCanvas, page_area
from app.pdf.fonts import Face, text_width
from app.pdf.layout import Box
from app.pdf.structure import Node, Role, Spot
from app.pdf.style import BODY, HAIRLINE, INK, LEFT, MUTED, RIGHT, SMALL, WIDTH, TextStyle
from app.pdf.text import one_line, shorten

CONTENTS_LINE = 16.0
CONTENTS_INDENT = 16.0
PAGE_NUMBER_WIDTH = 30.0


class ContentsLine(Box):
    """A heading's title and page, as a link to it. ``spots`` is filled when the pages are set."""

    height = CONTENTS_LINE

    def __init__(self, title: str, depth: int, heading: int, spots: Mapping[int, Spot], item: Node) -> None:
        self._left = LEFT + depth * CONTENTS_INDENT
        self._title = shorten(one_line(title), BODY.face, BODY.size, RIGHT - self._left - PAGE_NUMBER_WIDTH)
        self._heading, self._spots = heading, spots
        self._link = item.child(Role.REFERENCE).child(Role.LINK)

    def draw(self, canvas: TaggedCanvas, top: float) -> None:
        spot = self._spots[self._heading]
        number = str(spot.page + 1)
        with canvas.content(self._link):
            canvas.text(self._left, top, self._title + " ", BODY)
            canvas.text_to_the_left_of(RIGHT, top, number, BODY)
        leader = self._left + text_width(self._title, BODY.face, BODY.size) + 6
        with canvas.artifact(Artifact.LAYOUT):
            canvas.dotted_line(leader, RIGHT - PAGE_NUMBER_WIDTH + 4, top + 10.5, MUTED)
        area = page_area(self._left, top, RIGHT - self._left, self.height)
        canvas.add_active_area(self._link, area, spot, f"{self._title}, {number}")


class SigningBox(Box):
    """One or two lines to sign on, beside each other, with what stands under them."""

    height = 64.0
    gap = 24.0

    def __init__(self, signatories: Sequence[Signatory], nodes: Sequence[Node]) -> None:
        self._signatories, self._nodes = signatories, nodes

    def draw(self, canvas: TaggedCanvas, top: float) -> None:
        width = (WIDTH - self.gap) / 2
        for number, (signatory, node) in enumerate(zip(self._signatories, self._nodes, strict=True)):
            left = LEFT + number * (width + self.gap)
            with canvas.artifact(Artifact.LAYOUT):
                canvas.horizontal_line(left, left + width, top + 36, HAIRLINE, INK)
            with canvas.content(node):
                _draw_name_and_role(canvas, signatory, left, top + 38, width)


def _draw_name_and_role(canvas: TaggedCanvas, signatory: Signatory, left: float, top: float, width: float) -> None:
    """The role stands under the name, or alone where the name is to be written by hand."""
    name = shorten(one_line(signatory.name), BODY.face, BODY.size, width)
    if name:
        canvas.text(left, top, name + " ", BODY)
    role = shorten(one_line(signatory.role), SMALL.face, SMALL.size, width)
    canvas.text(left, top + (14 if name else 0), role, SMALL)


class PlaceAndDateBox(Box):
    """A short line for place and date, with its name under it."""

    height = 50.0
    before = 10.0

    def __init__(self, label: str, node: Node) -> None:
        self._label, self._node = shorten(one_line(label), SMALL.face, SMALL.size, WIDTH), node

    def draw(self, canvas: TaggedCanvas, top: float) -> None:
        with canvas.artifact(Artifact.LAYOUT):
            canvas.horizontal_line(LEFT, LEFT + WIDTH / 2, top + 34, HAIRLINE, INK)
        with canvas.content(self._node):
            canvas.text(LEFT, top + 37, self._label, SMALL)


SLIP_SIZES = (24, 20, 17, 14, 11)


def slip_style(texts: Sequence[str]) -> TextStyle:
    """The largest letters in which every one of the slips has room; the smallest where none has."""
    fitting = [
        size
        for size in SLIP_SIZES
        if all(text_width(one_line(text), Face.SEMIBOLD, size) <= WIDTH - 2 * SlipBox.margin for text in texts)
    ]
    size = fitting[0] if fitting else SLIP_SIZES[-1]
    return TextStyle(Face.SEMIBOLD, size, size * 1.25)


class SlipBox(Box):
    """A slip with its text in the middle, between dotted lines to cut along."""

    height = 84.0
    margin = 12.0
    keeps_whole = True

    def __init__(self, text: str, style: TextStyle, node: Node) -> None:
        self._text = shorten(one_line(text), style.face, style.size, WIDTH - 2 * self.margin)
        self._style, self._node = style, node

    def draw(self, canvas: TaggedCanvas, top: float) -> None:
        with canvas.artifact(Artifact.LAYOUT):
            for edge in (top, top + self.height):
                canvas.dotted_line(LEFT, RIGHT, edge, INK)
        left = LEFT + (WIDTH - text_width(self._text, self._style.face, self._style.size)) / 2
        with canvas.content(self._node):
            canvas.text(left, top + (self.height - self._style.leading) / 2, self._text + " ", self._style)
