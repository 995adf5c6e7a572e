"""What is refused about ballot papers. Their texts stand in ``refusal_texts.py``."""

from dataclasses import dataclass

from app.core.errors import DomainError


@dataclass(unsafe_hash=True)
class UnknownPaper(DomainError):
    """The contest has no ballot paper with this key."""

    contest: str
    key: str


@dataclass(unsafe_hash=True)
class FolderNotEmpty(DomainError):
    """There is something in the folder that ballot papers should be written to."""

    folder: str


@dataclass(unsafe_hash=True)
class PaperOverfull(DomainError):
    """More than one sheet can hold legibly: candidates or lists (``names``), lines to write on, or too long a name."""

    heading: str
    names: int
    lines: int
