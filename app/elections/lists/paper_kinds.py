"""What kind of file a paper was handed in as, told by its first bytes and not by its name."""

PAPER_KINDS = (
    (b"%PDF-", "PDF", "application/pdf"),
    (b"\xff\xd8\xff", "JPEG", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "PNG", "image/png"),
    (b"II*\x00", "TIFF", "image/tiff"),
    (b"MM\x00*", "TIFF", "image/tiff"),
)
BEGINNING = 16


def media_type(beginning: bytes) -> str | None:
    """The media type of a file that begins so; None when it is neither a PDF nor a picture of a paper."""
    return next((media for start, _name, media in PAPER_KINDS if beginning.startswith(start)), None)


def names_of_kinds() -> tuple[str, ...]:
    """PDF, JPEG, PNG, TIFF."""
    return tuple(dict.fromkeys(name for _start, name, _media in PAPER_KINDS))
