"""From blocks to boxes: each block's place in the structure tree, and the box or boxes that show it."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import assert_never

from app.pdf.blocks import (
    Block,
    BulletList,
    Contents,
    CutSlips,
    Figure,
    Heading,
    KeepTogether,
    KeyValues,
    Look,
    PageBreak,
    Paragraph,
    SignatureLines,
    Table,
    UnfitContent,
    says_something,
)
from app.pdf.figure_boxes import FigureBox
from app.pdf.fonts import text_width
from app.pdf.layout import Box, PageEnd, keep_together
from app.pdf.special_boxes import ContentsLine, PlaceAndDateBox, SigningBox, SlipBox, slip_style
from app.pdf.structure import HEADING_ROLES, Node, Role, Spot
from app.pdf.style import BODY, CAPTION, HEADINGS, LEAD, LIST_ITEM, NOTE, NOTICE
from app.pdf.tables import facts_box, table_boxes
from app.pdf.text import one_line
from app.pdf.text_boxes import HeadingBox, ListItemBox, NoticeBox, TextBox

LOOKS = {Look.BODY: BODY, Look.LEAD: LEAD, Look.NOTE: NOTE}


def headings_of(story: Sequence[Block]) -> list[Heading]:
    """Every heading, in order. Refuses a first heading below level 1, and a jump of more than one level down."""
    headings = [block for block in _flat(story) if isinstance(block, Heading)]
    level = 0
    for heading in headings:
        if heading.level > level + 1:
            raise UnfitContent(f"heading {heading.text!r} jumps from level {level} to level {heading.level}")
        level = heading.level
    return headings


def _flat(story: Sequence[Block]) -> Iterator[Block]:
    """The blocks in order, those kept together one by one."""
    for block in story:
        if isinstance(block, KeepTogether):
            yield from _flat(block.blocks)
        else:
            yield block


class Composer:
    """Makes boxes of blocks, one story. ``spots`` tells where each heading came to stand, once the pages are set."""

    def __init__(self, story: Sequence[Block]) -> None:
        self._story, self._headings = story, headings_of(story)
        self.document = Node(Role.DOCUMENT)
        self.spots: dict[int, Spot] = {}

    def boxes(self) -> list[Box]:
        return [box for block in self._story for box in self._boxes_of(block)]

    def _boxes_of(self, block: Block) -> Sequence[Box]:  # noqa: PLR0911, PLR0912 - one answer a block
        match block:
            case Heading():
                role = HEADING_ROLES[block.level]
                return [HeadingBox(block.text, block.level, HEADINGS[block.level], self.document.child(role))]
            case Contents():
                return self._contents(block)
            case Paragraph(look=Look.NOTICE):
                return [NoticeBox(block.text, NOTICE, self.document.child(Role.PARAGRAPH))]
            case Paragraph():
                return [TextBox(block.text, LOOKS[block.look], self.document.child(Role.PARAGRAPH))]
            case BulletList():
                return self._list(block)
            case KeyValues():
                return [facts_box(block.pairs, self.document.child(Role.TABLE))]
            case Table():
                return self._table(block)
            case Figure():
                return self._figure(block)
            case PageBreak():
                return [PageEnd()]
            case SignatureLines():
                return self._signatures(block)
            case CutSlips():
                style = slip_style(block.texts)
                return [SlipBox(text, style, self.document.child(Role.PARAGRAPH)) for text in block.texts]
            case KeepTogether():
                boxes = [box for inner in block.blocks for box in self._boxes_of(inner)]
                keep_together(boxes)
                return boxes
            case _:
                assert_never(block)

    def _contents(self, block: Contents) -> list[Box]:
        listed = [
            (number, heading)
            for number, heading in enumerate(self._headings)
            if 2 <= heading.level <= block.deepest and heading is not self._own_heading_of(block)
        ]
        contents = self.document.child(Role.CONTENTS) if listed else self.document
        return [
            ContentsLine(heading.text, heading.level - 2, number, self.spots, contents.child(Role.CONTENTS_ITEM))
            for number, heading in listed
        ]

    def _own_heading_of(self, contents: Contents) -> Block | None:
        """What stands right over the table of contents: a heading there is its own, and not listed in it."""
        return next((above for above, block in pairwise(_flat(self._story)) if block is contents), None)

    def _list(self, block: BulletList) -> list[Box]:
        node = self.document.child(Role.LIST)
        labels = [f"{n}." if block.numbered else "•" for n, _item in enumerate(block.items, start=1)]
        indent = max(text_width(label, LIST_ITEM.face, LIST_ITEM.size) for label in labels) + ListItemBox.indent
        boxes = [
            ListItemBox(label, item, LIST_ITEM, node.child(Role.LIST_ITEM), indent)
            for label, item in zip(labels, block.items, strict=True)
        ]
        boxes[-1].after = BODY.after
        return list(boxes)

    def _table(self, block: Table) -> list[Box]:
        node = self.document.child(Role.TABLE)
        caption = _caption(block.caption, node.child(Role.CAPTION)) if says_something(block.caption) else []
        return [*caption, *table_boxes(block, node, self.document)]

    def _figure(self, block: Figure) -> list[Box]:
        caption = _caption(block.caption, self.document.child(Role.PARAGRAPH)) if says_something(block.caption) else []
        return [*caption, FigureBox(block.drawing, self.document.child(Role.FIGURE, alt=one_line(block.alt)))]

    def _signatures(self, block: SignatureLines) -> list[Box]:
        boxes: list[Box] = []
        if says_something(block.place_and_date):
            boxes.append(PlaceAndDateBox(block.place_and_date, self.document.child(Role.PARAGRAPH)))
        for first in range(0, len(block.signatories), 2):
            pair = block.signatories[first : first + 2]
            boxes.append(SigningBox(pair, [self.document.child(Role.PARAGRAPH) for _ in pair]))
        keep_together(boxes)
        return boxes


def _caption(text: str, node: Node) -> list[Box]:
    box = TextBox(text, CAPTION, node)
    box.keeps_with_next = True
    return [box]
