"""What a document is made of: headings, paragraphs, lists, tables, figures. Values only, compared and fingerprinted.

Callers give plain text and never markup: escaping, line breaks and characters that cannot be printed are looked after
when the page is set. ``\\n`` is a line break; a soft hyphen (U+00AD) marks where a long word may be divided.
What cannot be read aloud or navigated (a figure without a text, a column without a title) is refused here.
"""

import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from app.pdf.charts import Drawing

LONGEST_URL = 2000  # written out as %XX it still fits in a string of an archived file


class UnfitContent(ValueError):
    """Content that would make a document somebody cannot use; the message says what is missing."""


def says_something(text: str) -> bool:
    """Whether anything of the text can be seen: more than spaces, control characters and the like."""
    return any(unicodedata.category(character)[0] not in "CZ" for character in text)


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that weigh more."""

    text: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words in italic."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address on the web or an e-mail address."""

    text: str
    url: str

    def __post_init__(self) -> None:
        if not self.url.startswith(("https://", "http://", "mailto:")):
            raise UnfitContent(f"a link leads to https:, http: or mailto:, not {self.url!r}")
        if len(self.url) > LONGEST_URL:
            raise UnfitContent(f"an address has at most {LONGEST_URL} signs, not {len(self.url)}")
        if not says_something(self.text):
            raise UnfitContent(f"a link has words to click on; {self.url} has none")


@dataclass(frozen=True, slots=True)
class Removed:
    """Words that no longer hold: struck through in red. The text around them says so to those who listen."""

    text: str


@dataclass(frozen=True, slots=True)
class Inserted:
    """Words that stand instead: in red."""

    text: str


Inline = str | Strong | Emphasis | Link | Removed | Inserted
Text = str | tuple[Inline, ...]


class Look(StrEnum):
    """How a paragraph stands out."""

    BODY = "body"
    LEAD = "lead"
    NOTE = "note"
    NOTICE = "notice"


class Align(StrEnum):
    """Where the text of a column stands; numbers stand to the right."""

    LEFT = "left"
    RIGHT = "right"


class RowLook(StrEnum):
    """How a table row stands out; a GROUP row has one cell, a heading for the rows beneath it."""

    PLAIN = "plain"
    MARKED = "marked"
    TOTAL = "total"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, level 1–4. Headings become bookmarks. A document begins at level 1 and never jumps a level down."""

    level: int
    text: str

    def __post_init__(self) -> None:
        if not 1 <= self.level <= 4:
            raise UnfitContent(f"headings have level 1 to 4, not {self.level}")
        if not says_something(self.text):
            raise UnfitContent("a heading has a text")


@dataclass(frozen=True, slots=True)
class Contents:
    """A table of contents with page numbers: the headings of level 2 to ``deepest``, except the one right above it."""

    deepest: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text. A NOTICE stands in a tinted box, a NOTE is small print, a LEAD opens a document."""

    text: Text
    look: Look = Look.BODY


@dataclass(frozen=True, slots=True)
class BulletList:
    """Points, in order; numbered 1., 2., 3. … when the order matters."""

    items: tuple[Text, ...]
    numbered: bool = False

    def __post_init__(self) -> None:
        if not self.items:
            raise UnfitContent("a list has points")


@dataclass(frozen=True, slots=True)
class KeyValues:
    """Names to the left and what they are to the right: the facts at the head of a document."""

    pairs: tuple[tuple[str, str], ...]

    def __post_init__(self) -> None:
        if not self.pairs:
            raise UnfitContent("a list of facts has facts")
        if not all(says_something(name) for name, _value in self.pairs):
            raise UnfitContent("every fact has a name")


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table. A ``row_header`` column holds the name that a reader hears with each figure of its row."""

    title: str
    align: Align = Align.LEFT
    row_header: bool = False

    def __post_init__(self) -> None:
        if not says_something(self.title):
            raise UnfitContent("every column has a title")


@dataclass(frozen=True, slots=True)
class HeadGroup:
    """A title over several columns next to each other; an empty title leaves them ungrouped."""

    title: str
    columns: int


@dataclass(frozen=True, slots=True)
class Row:
    """One table row; its cells follow the columns, except that a GROUP row has one."""

    cells: tuple[str, ...]
    look: RowLook = RowLook.PLAIN


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its columns' titles, repeated on each page it runs over.

    ``groups`` add a row of titles above. ``fill`` stretches the table over the page; without it the columns stay as
    narrow as their content. ``dense`` sets it smaller. Column widths follow the content; nothing runs over its column.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    caption: str = ""
    groups: tuple[HeadGroup, ...] = ()
    fill: bool = True
    dense: bool = False

    def __post_init__(self) -> None:
        if not self.columns:
            raise UnfitContent("a table has columns")
        for number, row in enumerate(self.rows, start=1):
            expected = 1 if row.look is RowLook.GROUP else len(self.columns)
            if len(row.cells) != expected:
                raise UnfitContent(f"row {number} has {len(row.cells)} cells, not {expected}: {row.cells!r}")
        if self.groups and sum(group.columns for group in self.groups) != len(self.columns):
            raise UnfitContent("the titles over the columns cover each column once")


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing, with the text that says the same to those who cannot see it."""

    drawing: Drawing
    alt: str
    caption: str = ""

    def __post_init__(self) -> None:
        if not says_something(self.alt):
            raise UnfitContent("a figure has a text for those who cannot see it")


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


@dataclass(frozen=True, slots=True)
class Signatory:
    """One who signs, and in what capacity."""

    name: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class SignatureLines:
    """Lines to sign on, two in a row, under a line for place and date when ``place_and_date`` names it."""

    signatories: tuple[Signatory, ...]
    place_and_date: str = ""


@dataclass(frozen=True, slots=True)
class CutSlips:
    """Slips to be cut apart along dotted lines and drawn from: equally large, in letters of one size."""

    texts: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.texts or not all(map(says_something, self.texts)):
            raise UnfitContent("every slip says something")


@dataclass(frozen=True, slots=True)
class KeepTogether:
    """Blocks that stand on one page if a page can hold them."""

    blocks: tuple["Block", ...]


Block = (
    Heading
    | Contents
    | Paragraph
    | BulletList
    | KeyValues
    | Table
    | Figure
    | PageBreak
    | SignatureLines
    | CutSlips
    | KeepTogether
)
