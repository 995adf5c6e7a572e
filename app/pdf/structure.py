"""The structure tree: what a screen reader is told about the pages, in reading order.

A node points at its content by marks: (page, number on that page). What carries no meaning (rules, tints, running
heads, titles repeated on the next page) is an artifact and has no node.
"""

from dataclasses import dataclass, field
from enum import StrEnum


class Role(StrEnum):
    """The standard structure types that we use (ISO 32000-1, 14.8.4)."""

    DOCUMENT = "Document"
    H1 = "H1"
    H2 = "H2"
    H3 = "H3"
    H4 = "H4"
    PARAGRAPH = "P"
    LIST = "L"
    LIST_ITEM = "LI"
    LABEL = "Lbl"
    LIST_BODY = "LBody"
    TABLE = "Table"
    CAPTION = "Caption"
    TABLE_HEAD = "THead"
    TABLE_BODY = "TBody"
    TABLE_ROW = "TR"
    HEADER_CELL = "TH"
    DATA_CELL = "TD"
    FIGURE = "Figure"
    LINK = "Link"
    CONTENTS = "TOC"
    CONTENTS_ITEM = "TOCI"
    REFERENCE = "Reference"


HEADING_ROLES = {1: Role.H1, 2: Role.H2, 3: Role.H3, 4: Role.H4}


class Scope(StrEnum):
    """What a header cell is the heading of."""

    COLUMN = "Column"
    ROW = "Row"


@dataclass(frozen=True, slots=True)
class Mark:
    """Marked content number ``number`` on page ``page``; both count from 0."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle on a page in PDF's own coordinates: points from the lower left corner."""

    left: float
    lower: float
    right: float
    upper: float


@dataclass(frozen=True, slots=True)
class Spot:
    """A place to jump to: a height on a page, in points from its lower edge."""

    page: int
    upper: float


@dataclass(frozen=True, slots=True)
class ActiveArea:
    """A part of a page that leads somewhere when it is clicked: to a web address or to a place in the document."""

    page: int
    area: Area
    target: str | Spot
    description: str


@dataclass(eq=False, slots=True)
class Node:
    """One element of the tree. ``actual_text`` is read in place of content whose words are cut over several lines."""

    role: Role
    kids: list["Node | Mark | ActiveArea"] = field(default_factory=list)
    alt: str = ""
    actual_text: str = ""
    scope: Scope | None = None
    column_span: int = 1
    area: Area | None = None

    def child(self, role: Role, *, alt: str = "", scope: Scope | None = None, column_span: int = 1) -> "Node":
        """A new last child."""
        node = Node(role, alt=alt, scope=scope, column_span=column_span)
        self.kids.append(node)
        return node
