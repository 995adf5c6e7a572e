"""The one entrance: facts and blocks in, the bytes of a finished PDF out."""

from collections.abc import Sequence

from app.pdf.blocks import Block
from app.pdf.canvas import Artifact, TaggedCanvas
from app.pdf.compose import Composer
from app.pdf.facts import DocumentFacts, PaperCheck
from app.pdf.fingerprint import content_fingerprint
from app.pdf.finish import finish
from app.pdf.fonts import Face, text_width
from app.pdf.layout import Placed, paginate
from app.pdf.qr_code import draw_qr_code
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
WORDS = TextStyle(Face.SEMIBOLD, 8, 10, colour=INK)
HEADER_LINE = 13 * MILLIMETRE
FOOTER_RULE = PAGE_HEIGHT - 20 * MILLIMETRE
CODE_SIZE = 12 * MILLIMETRE


def build_pdf(facts: DocumentFacts, story: Sequence[Block], check: PaperCheck | None = None) -> bytes:
    """A tagged (PDF/UA-1), archivable (PDF/A-2a) document; the same input gives the same bytes.

    Each page carries the document's id and the SHA-256 of its content (``content_fingerprint``); with ``check`` also
    the fingerprint's words and a QR code.
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
        _draw_footer(canvas, facts, fingerprint, len(pages), check)
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


def _draw_footer(
    canvas: TaggedCanvas, facts: DocumentFacts, fingerprint: str, pages: int, check: PaperCheck | None
) -> None:
    """The document's id and page x of y, the fingerprint of its content, its words; a QR code to the right."""
    page = one_line(facts.labels.page).replace("{page}", str(canvas.page + 1)).replace("{pages}", str(pages))
    document_id = f"{one_line(facts.labels.document_id)} {one_line(facts.document_id)}"
    content = f"{one_line(facts.labels.fingerprint)} {fingerprint}"
    right = RIGHT - CODE_SIZE - 8 if check else RIGHT
    room = right - LEFT - text_width(page, SMALL.face, SMALL.size) - 20
    with canvas.artifact(Artifact.FOOTER):
        canvas.horizontal_line(LEFT, RIGHT, FOOTER_RULE, HAIRLINE, RULE)
        canvas.text(LEFT, FOOTER_RULE + 5, shorten(document_id, SMALL.face, SMALL.size, room), SMALL)
        canvas.text_to_the_left_of(right, FOOTER_RULE + 5, page, SMALL)
        canvas.text(LEFT, FOOTER_RULE + 16, content, SMALL)
        if check:
            words = shorten(one_line(check.words), WORDS.face, WORDS.size, right - LEFT)
            canvas.text(LEFT, FOOTER_RULE + 27, words, WORDS)
            draw_qr_code(canvas, RIGHT - CODE_SIZE, FOOTER_RULE + 5, CODE_SIZE, check.code)
    assert FOOTER_RULE > BOTTOM
