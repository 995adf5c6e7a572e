"""The words of a sanitised HTML text, for comparing, for e-mails and for paper."""

from html.parser import HTMLParser

BREAKS = frozenset({"p", "h2", "h3", "h4", "li", "tr", "br", "ul", "ol", "table", "blockquote"})


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.pieces.append("\n" if tag in BREAKS else " " if tag in {"td", "th"} else "")

    def handle_endtag(self, tag: str) -> None:
        self.pieces.append("\n" if tag in BREAKS else "")

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)


def plain_text(html: str) -> str:
    """The text without its markup: a line for each paragraph, point and row, none empty."""
    words = _Words()
    words.feed(html)
    words.close()
    lines = (" ".join(line.split()) for line in "".join(words.pieces).split("\n"))
    return "\n".join(line for line in lines if line)
