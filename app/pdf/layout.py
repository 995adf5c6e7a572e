"""Boxes set under each other on pages.

A box knows its height at the width of our pages. Some can be split; headings keep with what follows them, so that no
heading stands alone at the foot of a page.
"""

from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.pdf.canvas import TaggedCanvas


class Box(ABC):
    """Something with a height, and air ``before`` and ``after`` it, of which the larger counts between two boxes."""

    height: float = 0
    before: float = 0
    after: float = 0
    keeps_with_next = False
    keeps_whole = False

    def least_height(self) -> float:
        """Height of the smallest part that may stand at the foot of a page."""
        return self.height

    def split(self, room: float) -> "tuple[Box, Box] | None":
        """The part that fits in ``room`` and the rest; None when it cannot be divided there."""
        return None

    @abstractmethod
    def draw(self, canvas: TaggedCanvas, top: float) -> None:
        """Draw with the upper edge at ``top``."""


class PageEnd(Box):
    """What follows begins on a new page."""

    def draw(self, canvas: TaggedCanvas, top: float) -> None:
        """Nothing to see."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A box and the distance from the top of the type area to its upper edge."""

    box: Box
    top: float


def paginate(boxes: Iterable[Box], height: float) -> list[list[Placed]]:
    """The boxes on pages whose type area is ``height`` high; at least one page, and no empty ones."""
    waiting = deque(boxes)
    pages: list[list[Placed]] = [[]]
    below = after = 0.0
    while waiting:
        box = waiting.popleft()
        gap = max(after, box.before) if pages[-1] else 0
        room = height - below - gap
        if pages[-1] and (isinstance(box, PageEnd) or _opening_height(box, waiting, height) > room):
            pages.append([])
            below = after = 0.0
            waiting.appendleft(box)
            continue
        if isinstance(box, PageEnd):
            continue
        if box.height > room and (parts := box.split(room)):
            box, rest = parts
            waiting.appendleft(rest)
        pages[-1].append(Placed(box, below + gap))
        below, after = below + gap + box.height, box.after
    return pages if pages[-1] or len(pages) == 1 else pages[:-1]


def _opening_height(box: Box, following: Sequence[Box], page_height: float) -> float:
    """What must fit for this box to begin here: itself, what it keeps with, and the first part of what ends the chain.

    A chain that no page can hold is loosened: then the box and the first part of the next one must fit.
    """
    whole = _chain_height(box, following)
    if whole <= page_height:
        return whole
    if box.keeps_with_next and following:
        pair = box.height + max(box.after, following[0].before) + following[0].least_height()
        if pair <= page_height:
            return pair
    return box.least_height()


def _chain_height(box: Box, following: Iterable[Box]) -> float:
    height = 0.0
    for next_box in following:
        if not box.keeps_with_next:
            break
        height += box.height + max(box.after, next_box.before)
        box = next_box
    return height + (box.height if box.keeps_whole or box.keeps_with_next else box.least_height())


def keep_together(boxes: Sequence[Box]) -> None:
    """Ask that these stand on one page; where no page can hold them, they begin where the first fits and run on."""
    for box in boxes[:-1]:
        box.keeps_with_next = True
    for box in boxes[-1:]:
        box.keeps_whole = True
