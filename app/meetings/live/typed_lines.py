"""What is wrong with a line that was typed in the meeting room."""

from dataclasses import dataclass

from app.core.errors import DomainError


@dataclass(unsafe_hash=True)
class VoteNotUnderstood(DomainError):
    """A part of the line that says nothing that can be counted; ``known`` are the parties that take part."""

    part: str
    known: tuple[str, ...]


@dataclass(unsafe_hash=True)
class LineNotUnderstood(DomainError):
    """A line that does not have the form it was asked for in: ``wanted`` shows it."""

    line: str
    wanted: str
