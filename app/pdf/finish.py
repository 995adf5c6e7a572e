"""The last hand on a file: what reportlab does not write, and what it writes that an archive does not accept."""

import io
import re

import pikepdf
from pikepdf import Name, Object, ObjectStreamMode, Pdf

from app.pdf.archive import write_metadata, write_output_intent
from app.pdf.canvas import TaggedCanvas
from app.pdf.facts import DocumentFacts
from app.pdf.sheet import write_page_boxes
from app.pdf.structure import Node
from app.pdf.tree import TreeWriter, write_bookmarks

ROWS_IN_A_BLOCK = 100  # the most that a character map may hold in one block

_CHARACTER_ROW = re.compile(rb"<([0-9A-F]{2})> <([0-9A-F]{4,})>")
_CHARACTER_BLOCKS = re.compile(rb"\d+ beginbfchar.*endbfchar", re.DOTALL)


def finish(canvas: TaggedCanvas, document: Node, facts: DocumentFacts, fingerprint: str) -> bytes:
    """The drawn pages with structure tree, bookmarks and metadata, compressed: the file as it is published."""
    with pikepdf.open(io.BytesIO(canvas.finished())) as pdf:
        TreeWriter(pdf, canvas.marked_nodes).write(document)
        write_bookmarks(pdf, canvas.bookmarks)
        write_metadata(pdf, facts, fingerprint)
        write_output_intent(pdf)
        write_page_boxes(pdf, canvas.sheet)
        clean_fonts(pdf)
        return saved(pdf)


def saved(pdf: Pdf) -> bytes:
    """The file, with an id that follows from its content."""
    file = io.BytesIO()
    pdf.save(
        file,
        min_version="1.7",
        object_stream_mode=ObjectStreamMode.generate,
        compress_streams=True,
        deterministic_id=True,
    )
    return with_plain_stream_ends(file.getvalue())


def with_plain_stream_ends(file: bytes) -> bytes:
    """Let no stream's last byte be taken for half of the line end after it.

    Where compressed data happens to end in CR, the LF before ``endstream`` reads as CR LF, and a strict validator finds
    the stream one byte shorter than it says. CR alone is a line end too, and leaves every length and offset as it was.
    """
    return file.replace(b"\r\nendstream\nendobj", b"\r\rendstream\nendobj")


def clean_fonts(pdf: Pdf) -> None:
    """Keep the embedded fonts only, each with a map to Unicode without the rows for characters never used."""
    cleaned: set[tuple[int, int]] = set()
    for page in pdf.pages:
        fonts = page.obj.Resources.Font
        for name in list(fonts.keys()):
            if Name.FontDescriptor not in fonts[name]:
                # Helvetica, which reportlab names in every file and we never use.
                del fonts[name]
            elif fonts[name].objgen not in cleaned:
                cleaned.add(fonts[name].objgen)
                _clean_character_map(pdf, fonts[name])


def _clean_character_map(pdf: Pdf, font: Object) -> None:
    """Drop rows that map to U+0000, which is not a character."""
    table = font.ToUnicode.read_bytes()
    rows = [code.group() for code in _CHARACTER_ROW.finditer(table) if int(code.group(2), 16)]
    blocks = [rows[first : first + ROWS_IN_A_BLOCK] for first in range(0, len(rows), ROWS_IN_A_BLOCK)]
    written = b"\n".join(b"%d beginbfchar\n%s\nendbfchar" % (len(block), b"\n".join(block)) for block in blocks)
    font.ToUnicode = pdf.make_stream(_CHARACTER_BLOCKS.sub(lambda _: written, table))
