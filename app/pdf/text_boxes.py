"""Boxes of running text: paragraphs, headings, notices and the points of a list.

A text that runs over to the next page stays one element of the structure tree.
"""

from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Self

from app.pdf.blocks import Emphasis, Inline, Inserted, Link, Removed, Strong, Text
from app.pdf.canvas import Artifact, TaggedCanvas, page_area
from app.pdf.fonts import Face, text_width
from app.pdf.layout import Box
from app.pdf.structure import Node, Role
from app.pdf.style import ACCENT, CORRECTION, LEFT, LINE, TINT, WIDTH, TextStyle
from app.pdf.text import Run, TextLine, break_lines, clean, one_line

# Fewer lines of a paragraph than this are not left alone on a page.
LINES_TOGETHER = 2


@dataclass(frozen=True, slots=True)
class Voice:
    """How one run of a text is set, the node its words belong to, where it leads if it is a link, if it is struck."""

    style: TextStyle
    node: Node
    url: str = ""
    struck: bool = False


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words at a place on the page."""

    voice: Voice
    x: float
    line_top: float
    words: str


def inline_runs(text: Text, style: TextStyle, node: Node) -> tuple[list[Run], list[Voice]]:
    """A caller's text as runs, each with its voice."""
    inlines = (text,) if isinstance(text, str) else text
    voices = [_voice(inline, style, node) for inline in inlines]
    words = [inline if isinstance(inline, str) else inline.text for inline in inlines]
    return [Run(clean(word), voice.style.face) for word, voice in zip(words, voices, strict=True)], voices


def _voice(inline: Inline, style: TextStyle, node: Node) -> Voice:
    match inline:
        case Strong():
            return Voice(replace(style, face=Face.SEMIBOLD), node)
        case Emphasis():
            return Voice(replace(style, face=Face.ITALIC), node)
        case Link(url=url):
            return Voice(replace(style, colour=ACCENT), Node(Role.LINK), url)
        case Removed():
            return Voice(replace(style, colour=CORRECTION), node, struck=True)
        case Inserted():
            return Voice(replace(style, face=Face.SEMIBOLD, colour=CORRECTION), node)
        case str():
            return Voice(style, node)


class TextBox(Box):
    """Lines of text under each other, from ``x`` and no wider than ``width``."""

    padding = 0.0

    def __init__(self, text: Text, style: TextStyle, node: Node, x: float = LEFT, width: float = WIDTH) -> None:
        runs, self._voices = inline_runs(text, style, node)
        self._lines = break_lines(runs, style.size, width)
        self._style, self._node, self._x = style, node, x
        self.before, self.after = style.before, style.after
        self.height = self._height_of(len(self._lines))

    def _height_of(self, lines: int) -> float:
        return lines * self._style.leading + 2 * self.padding

    def least_height(self) -> float:
        return self.height if len(self._lines) < 2 * LINES_TOGETHER else self._height_of(LINES_TOGETHER)

    def split(self, room: float) -> tuple[Box, Box] | None:
        fitting = int((room - 2 * self.padding) // self._style.leading)
        kept = min(fitting, len(self._lines) - LINES_TOGETHER)
        if kept < LINES_TOGETHER:
            return None
        return self._part(self._lines[:kept]), self._rest(self._lines[kept:])

    def _part(self, lines: Sequence[TextLine]) -> Self:
        part = copy(self)
        part._lines = list(lines)
        part.height = part._height_of(len(lines))
        return part

    def _rest(self, lines: Sequence[TextLine]) -> Box:
        return self._part(lines)

    def draw(self, canvas: TaggedCanvas, top: float) -> None:
        for node, pieces in groupby(self._pieces(top + self.padding), key=lambda piece: piece.voice.node):
            if node is not self._node and node not in self._node.kids:
                self._node.kids.append(node)
            _draw_pieces(canvas, node, list(pieces))

    def _pieces(self, top: float) -> Iterator[_Piece]:
        """Each line's words; a line that ends between two words ends with the space that a listener needs."""
        for number, line in enumerate(self._lines):
            x, line_top = self._x, top + number * self._style.leading
            for index, fragment in enumerate(line.fragments, start=1):
                voice = self._voices[fragment.run]
                space = " " if line.ends_word and index == len(line.fragments) else ""
                yield _Piece(voice, x, line_top, fragment.text + space)
                x += text_width(fragment.text, voice.style.face, voice.style.size)


def _draw_pieces(canvas: TaggedCanvas, node: Node, pieces: Sequence[_Piece]) -> None:
    with canvas.content(node):
        for piece in pieces:
            canvas.text(piece.x, piece.line_top, piece.words, piece.voice.style)
    for piece in pieces:
        if piece.voice.url:
            _make_active(canvas, piece)
        if piece.voice.struck:
            _strike(canvas, piece)


def _strike(canvas: TaggedCanvas, piece: _Piece) -> None:
    style = piece.voice.style
    width = text_width(piece.words.rstrip(), style.face, style.size)
    with canvas.artifact(Artifact.LAYOUT):
        middle = piece.line_top + style.leading / 2 + 0.1 * style.size
        canvas.horizontal_line(piece.x, piece.x + width, middle, 0.7, style.colour)


def _make_active(canvas: TaggedCanvas, piece: _Piece) -> None:
    """Underline a link, since colour alone tells too little, and let it be clicked."""
    words, style = piece.words.rstrip(), piece.voice.style
    width = text_width(words, style.face, style.size)
    underline = piece.line_top + style.leading / 2 + 0.55 * style.size
    with canvas.artifact(Artifact.LAYOUT):
        canvas.horizontal_line(piece.x, piece.x + width, underline, 0.5, style.colour)
    area = page_area(piece.x, piece.line_top, width, style.leading)
    canvas.add_active_area(piece.voice.node, area, piece.voice.url, one_line(words))


class HeadingBox(TextBox):
    """A heading; it keeps with what follows and leaves a bookmark."""

    keeps_with_next = True

    def __init__(self, text: str, level: int, style: TextStyle, node: Node) -> None:
        super().__init__(text, style, node)
        self._level, self._title = level, one_line(text)
        self.is_beginning = True

    def draw(self, canvas: TaggedCanvas, top: float) -> None:
        if self.is_beginning:
            canvas.add_bookmark(self._level, self._title, top)
        super().draw(canvas, top)

    def _rest(self, lines: Sequence[TextLine]) -> Box:
        rest = self._part(lines)
        rest.is_beginning = False
        return rest


class NoticeBox(TextBox):
    """A tinted box with a bar along its left edge."""

    padding = 9.0

    def __init__(self, text: Text, style: TextStyle, node: Node) -> None:
        super().__init__(text, style, node, LEFT + 14, WIDTH - 26)

    def draw(self, canvas: TaggedCanvas, top: float) -> None:
        with canvas.artifact(Artifact.LAYOUT):
            canvas.rectangle(LEFT, top, WIDTH, self.height, TINT)
            canvas.rectangle(LEFT, top, 3 * LINE, self.height, ACCENT)
        super().draw(canvas, top)


class ListItemBox(TextBox):
    """A point of a list: its bullet or number, and the text beside it."""

    indent = 12.0

    def __init__(self, label: str, text: Text, style: TextStyle, item: Node, indent: float) -> None:
        self._label, self._label_node = label, item.child(Role.LABEL)
        super().__init__(text, style, item.child(Role.LIST_BODY), LEFT + indent, WIDTH - indent)

    def draw(self, canvas: TaggedCanvas, top: float) -> None:
        if self._label:
            with canvas.content(self._label_node):
                canvas.text(LEFT + 4, top, self._label, self._style)
        super().draw(canvas, top)

    def _rest(self, lines: Sequence[TextLine]) -> Box:
        rest = self._part(lines)
        rest._label = ""
        return rest
