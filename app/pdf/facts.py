"""What is said about a document as a whole: title, language, author, id, date, and the words of its running foot."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.pdf.blocks import UnfitContent, says_something


class Language(StrEnum):
    """The languages a document may be written in."""

    BOKMAL = "nb-NO"
    NYNORSK = "nn-NO"
    ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class FooterLabels:
    """The words at the foot of each page, in the document's language.

    ``page`` holds ``{page}`` and ``{pages}``: "Side {page} av {pages}". The others stand before the document's id and
    before the SHA-256 of its content.
    """

    page: str
    document_id: str
    fingerprint: str

    def __post_init__(self) -> None:
        if "{page}" not in self.page or "{pages}" not in self.page:
            raise UnfitContent(f"the page label has a place for {{page}} and for {{pages}}: {self.page!r}")


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """``dated`` is when the document was made: given, never read from a clock, and with its time zone."""

    title: str
    language: Language
    author: str
    document_id: str
    dated: datetime
    labels: FooterLabels

    def __post_init__(self) -> None:
        for name in ("title", "author", "document_id"):
            if not says_something(getattr(self, name)):
                raise UnfitContent(f"a document has a {name}")
        if self.dated.utcoffset() is None:
            raise UnfitContent("the moment a document is dated carries its time zone")


@dataclass(frozen=True, slots=True)
class PaperCheck:
    """How a reader can find out whether a paper is the current one; at the foot of each page, under the fingerprint.

    ``words`` is the fingerprint as it can be read aloud and typed, with what stands before it: "Ord: …"; ``code`` is
    what the QR code says. It follows from the content and is no part of it, so no fingerprint is taken of it.
    """

    words: str
    code: str
