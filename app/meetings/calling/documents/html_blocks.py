"""A sanitised case text as blocks of a document: paragraphs, headings, lists and tables, with weight and links."""

from collections.abc import Iterator
from html.parser import HTMLParser

from app.pdf.blocks import (
    LONGEST_URL,
    Block,
    BulletList,
    Column,
    Emphasis,
    Heading,
    Inline,
    Link,
    Paragraph,
    Row,
    Strong,
    Table,
    says_something,
)

HEADING_LEVEL = 4
"""Headings in a case text stand below those of the document: h3 is the fourth level, h4 a line that weighs more."""


def html_blocks(html: str) -> tuple[Block, ...]:
    """The blocks, in order; what says nothing is left out."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return tuple(reader.finished())


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self.line: list[Inline] = []
        self.points: list[tuple[Inline, ...]] = []
        self.rows: list[list[str]] = []
        self.marks: list[str] = []
        self.address = ""

    def finished(self) -> list[Block]:
        """The blocks, with what stood outside any paragraph as one."""
        self._paragraph()
        return self.blocks

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        match tag:
            case "p" | "h3" | "h4" | "ul" | "ol" | "table" | "blockquote":
                if not (self.rows or self.points or "li" in self.marks):
                    self._paragraph()
            case "tr":
                self.rows.append([])
            case "br":
                self.line.append("\n")
            case "a":
                self.address = dict(attrs).get("href") or ""
            case _:
                pass
        if tag in {"strong", "em", "li", "td", "th"}:
            self.marks.append(tag)

    def handle_endtag(self, tag: str) -> None:
        match tag:
            case "li":
                self.points.append(tuple(self._line()))
            case "td" | "th":
                if self.rows:
                    self.rows[-1].append(_plain(self._line()))
            case "ul" | "ol":
                self._list(numbered=tag == "ol")
            case "table":
                self._table()
            case "h3" | "h4":
                self._heading(tag)
            case "p" | "blockquote":
                if not {"li", "td", "th"} & set(self.marks):
                    self._paragraph()
            case "a":
                self.address = ""
            case _:
                pass
        if tag in self.marks:
            self.marks.remove(tag)

    def handle_data(self, data: str) -> None:
        text = " ".join(data.split("\n")) if data.strip() else (" " if data else "")
        if not text or (not self.line and not text.strip()):
            return
        self.line.append(self._inline(text))

    def _inline(self, text: str) -> Inline:
        if self.address.startswith(("https://", "http://", "mailto:")) and text.strip():
            return Link(text, self.address) if len(self.address) <= LONGEST_URL else text
        if "strong" in self.marks:
            return Strong(text)
        return Emphasis(text) if "em" in self.marks else text

    def _line(self) -> list[Inline]:
        line, self.line = self.line, []
        return line

    def _paragraph(self) -> None:
        line = self._line()
        if says_something(_plain(line)):
            self.blocks.append(Paragraph(tuple(line)))

    def _heading(self, tag: str) -> None:
        text = _plain(self._line())
        if says_something(text):
            self.blocks.append(Heading(HEADING_LEVEL, text) if tag == "h3" else Paragraph((Strong(text),)))

    def _list(self, *, numbered: bool) -> None:
        points = tuple(each for each in self.points if says_something(_plain(each)))
        self.points = []
        if points:
            self.blocks.append(BulletList(points, numbered=numbered))

    def _table(self) -> None:
        rows, self.rows = [row for row in self.rows if any(map(says_something, row))], []
        if not rows:
            return
        width = max(map(len, rows))
        head, *rest = [(*row, *[""] * (width - len(row))) for row in rows]
        columns = tuple(Column(title if says_something(title) else "–") for title in head)
        self.blocks.append(Table(columns, tuple(Row(row) for row in rest)))


def _plain(line: "list[Inline] | tuple[Inline, ...]") -> str:
    return "".join(_words(line)).strip()


def _words(line: "list[Inline] | tuple[Inline, ...]") -> Iterator[str]:
    for each in line:
        yield each if isinstance(each, str) else each.text
