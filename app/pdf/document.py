"""The one entrance: facts and blocks in, the bytes of a finished PDF out."""

from collections.abc import Sequence

from app.pdf.blocks import Block
from app.pdf.canvas import Artifact, TaggedCanvas
from app.pdf.compose import Composer
from app.pdf.facts import DocumentFacts
from app.pdf.fingerprint import content_fingerprint
from app.pdf.finish import finish
from app.pdf.fonts import Face, text_width
from app.pdf.layout import Placed, paginate
from app.pdf.structure import Spot
from app.pdf.style import (
    BOTTOM,
    HAIRLINE,
    HEIGHT,
    INK,
    LEFT,
    MILLIMETRE,
    PAGE_HEIGHT,
    RIGHT,
    RULE,
    SMALL,
    TOP,
    TextStyle,
)
from app.pdf.text import one_line, shorten
from app.pdf.text_boxes import HeadingBox

AUTHOR = TextStyle(Face.SEMIBOLD, 8, 10, colour=INK)
HEADER_LINE = 13 * MILLIMETRE
FOOTER_RULE = PAGE_HEIGHT - 20 * MILLIMETRE


def build_pdf(facts: DocumentFacts, story: Sequence[Block]) -> bytes:
    """A tagged (PDF/UA-1), archivable (PDF/A-2a) document; the same input gives the same bytes.

    Each page carries the document's id and the SHA-256 of its content (``content_fingerprint``).
    Refuses (``UnfitContent``) headings that jump. ``FontsMissing`` when set-up has not made the fonts.
    """
    fingerprint = content_fingerprint(facts, story)
    composer = Composer(story)
    pages = paginate(composer.boxes(), HEIGHT)
    composer.spots.update(_heading_spots(pages))
    canvas = TaggedCanvas()
    for page in pages:
        canvas.begin_page()
        _draw_header(canvas, facts)
        for placed in page:
            placed.box.draw(canvas, TOP + placed.top)
        _draw_footer(canvas, facts, fingerprint, len(pages))
    return finish(canvas, composer.document, facts, fingerprint)


def _heading_spots(pages: Sequence[Sequence[Placed]]) -> dict[int, Spot]:
    """Where each heading stands, by its number in the story."""
    headings = (
        Spot(number, PAGE_HEIGHT - TOP - placed.top)
        for number, page in enumerate(pages)
        for placed in page
        if isinstance(placed.box, HeadingBox) and placed.box.is_beginning
    )
    return dict(enumerate(headings))


def _draw_header(canvas: TaggedCanvas, facts: DocumentFacts) -> None:
    """Who speaks, to the left; from the second page on, the document's title to the right."""
    author = shorten(one_line(facts.author), AUTHOR.face, AUTHOR.size, (RIGHT - LEFT) / 2 - 10)
    with canvas.artifact(Artifact.HEADER):
        canvas.text(LEFT, HEADER_LINE, author, AUTHOR)
        if canvas.page:
            title_room = RIGHT - LEFT - text_width(author, AUTHOR.face, AUTHOR.size) - 20
            title = shorten(one_line(facts.title), SMALL.face, SMALL.size, title_room)
            canvas.text_to_the_left_of(RIGHT, HEADER_LINE, title, SMALL)
        canvas.horizontal_line(LEFT, RIGHT, HEADER_LINE + 14, HAIRLINE, RULE)


def _draw_footer(canvas: TaggedCanvas, facts: DocumentFacts, fingerprint: str, pages: int) -> None:
    """The document's id and page x of y on one line, the fingerprint of its content on the next."""
    page = one_line(facts.labels.page).replace("{page}", str(canvas.page + 1)).replace("{pages}", str(pages))
    document_id = f"{one_line(facts.labels.document_id)} {one_line(facts.document_id)}"
    content = f"{one_line(facts.labels.fingerprint)} {fingerprint}"
    room = RIGHT - LEFT - text_width(page, SMALL.face, SMALL.size) - 20
    with canvas.artifact(Artifact.FOOTER):
        canvas.horizontal_line(LEFT, RIGHT, FOOTER_RULE, HAIRLINE, RULE)
        canvas.text(LEFT, FOOTER_RULE + 5, shorten(document_id, SMALL.face, SMALL.size, room), SMALL)
        canvas.text_to_the_left_of(RIGHT, FOOTER_RULE + 5, page, SMALL)
        canvas.text(LEFT, FOOTER_RULE + 16, content, SMALL)
    assert FOOTER_RULE > BOTTOM
