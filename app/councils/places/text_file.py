"""A text file about places, handed in by someone: read once from start to end, fingerprinted on the way.

UTF-8, with or without a byte order mark. Whatever the file holds, memory stays within a line, or within the limit.
"""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import BinaryIO

from app.councils.places.faults import Facts, Line, PlaceFault, Problem, Unfit, shown

LINE_LIMIT = 1 << 16
PIECE = 1 << 18
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
ZIP = b"PK\x03\x04"

Progress = Callable[[int], None]


class TextFile:
    """An open file. ``name`` is what faults call it; ``progress`` is told how many bytes were read since last."""

    def __init__(self, name: str, stream: BinaryIO, progress: Progress | None = None) -> None:
        self.name = name
        self._stream = stream
        self._progress = progress
        self._untold = 0
        self._digest = hashlib.sha256()

    @property
    def sha256(self) -> str:
        """The fingerprint of all bytes read; that of the file when it has been read to its end."""
        return self._digest.hexdigest()

    def whole(self, limit: int) -> str:
        """All of the file as one text; refused above ``limit`` bytes."""
        content = self._stream.read(limit + 1)
        self._count(content, at_once=True)
        if len(content) > limit:
            raise PlaceFault(self.name, None, "", Problem.FILE_TOO_LARGE, (("limit", limit),))
        self._refuse_other_kinds(content[: len(ZIP)])
        try:
            text = content.removeprefix(BYTE_ORDER_MARK).decode()
        except UnicodeDecodeError as error:
            line = content.count(b"\n", 0, error.start) + 1
            raise not_utf8(content.split(b"\n")[line - 1]).at(self.name, Line(line)) from None
        if not text.strip():
            raise PlaceFault(self.name, None, "", Problem.FILE_EMPTY)
        return text

    def lines(self) -> Iterator[tuple[int, str]]:
        """Each line that is not empty, with its number, without its line break."""
        read = partial(self._stream.readline, LINE_LIMIT)
        empty = True
        for number, line in enumerate(iter(read, b""), start=1):
            self._count(line)
            if number == 1:
                self._refuse_other_kinds(line[: len(ZIP)])
            text = self._text(number, line.removeprefix(BYTE_ORDER_MARK) if number == 1 else line)
            if text:
                empty = False
                yield number, text
        self._count(b"", at_once=True)
        if empty:
            raise PlaceFault(self.name, None, "", Problem.FILE_EMPTY)

    def _text(self, number: int, line: bytes) -> str:
        if len(line) == LINE_LIMIT and not line.endswith(b"\n"):
            facts: Facts = (("limit", LINE_LIMIT),)
            beginning = shown(line[:LINE_LIMIT].decode(errors="replace"))
            raise PlaceFault(self.name, Line(number), beginning, Problem.LINE_TOO_LONG, facts)
        try:
            return line.decode().rstrip("\r\n")
        except UnicodeDecodeError:
            raise not_utf8(line).at(self.name, Line(number)) from None

    def _count(self, piece: bytes, *, at_once: bool = False) -> None:
        self._digest.update(piece)
        self._untold += len(piece)
        if self._progress and (at_once or self._untold >= PIECE):
            self._progress(self._untold)
            self._untold = 0

    def _refuse_other_kinds(self, beginning: bytes) -> None:
        if beginning.startswith(ZIP):
            raise PlaceFault(self.name, None, "", Problem.IS_ZIP)
        if beginning.startswith(UTF16_MARKS):
            raise PlaceFault(self.name, None, "", Problem.IS_UTF16)


def not_utf8(line: bytes) -> Unfit:
    """What is wrong with a line whose bytes are no UTF-8: the first such byte, and what stands around it."""
    try:
        line.decode()
    except UnicodeDecodeError as error:
        around = line[max(0, error.start - 20) : error.start + 20].decode("latin-1").strip()
        return Unfit(Problem.NOT_UTF8, around, byte=f"0x{line[error.start]:02X}", place=error.start + 1)
    raise AssertionError("a line that is UTF-8 after all")


@contextmanager
def opened(path: Path, progress: Progress | None = None) -> Iterator[TextFile]:
    """The file at ``path``, open; faults call it by its last name. A folder, a pipe or a device is refused."""
    name = path.name or str(path)
    try:
        if path.exists() and not path.is_file():
            raise PlaceFault(name, None, shown(str(path)), Problem.FILE_NOT_REGULAR)
        stream = path.open("rb")
    except FileNotFoundError:
        raise PlaceFault(name, None, shown(str(path)), Problem.FILE_MISSING) from None
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else str(error)) or type(error).__name__
        raise PlaceFault(name, None, shown(str(path)), Problem.FILE_UNREADABLE, (("reason", reason),)) from None
    with stream:
        yield TextFile(name, stream, progress)
