"""Makers of small papers: a PDF, a DOCX and an ODT, as few bytes as their readers take."""

import io
import zipfile

import pikepdf

DOCX_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)


def a_pdf() -> bytes:
    """One empty page."""
    made = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(made, deterministic_id=True)
    return made.getvalue()


def a_docx() -> bytes:
    """A document for Word."""
    return _zipped({"[Content_Types].xml": DOCX_TYPES, "word/document.xml": "<w/>"})


def an_odt() -> bytes:
    """An open document."""
    return _zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<o/>"})


def _zipped(members: dict[str, str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, text in members.items():
            archive.writestr(zipfile.ZipInfo(name), text)
    return made.getvalue()
