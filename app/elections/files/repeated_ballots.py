"""Whether a ballot (contest, batch, ballot) stands twice in a ballots file of any length, in bounded memory.

Scanners write a batch at a time, its ballots in order. As long as the heads of every batch rise, each later than the
last one seen of its batch, no ballot can stand twice, and one head per batch is all that must be remembered. Only a
file in some other order is read again, and all its heads compared.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from itertools import islice
from operator import lt
from tempfile import TemporaryFile
from typing import NamedTuple

MOST_BATCHES = 50_000
ROWS_IN_MEMORY = 100_000
MOST_PARTS = 128
AFTER_ALL = "\U0010ffff"


class Repeated(NamedTuple):
    """A row whose ballot stands on an earlier line too; the one on the lowest line compares lowest."""

    line: int
    first: int
    head: str


class BatchOrder:
    """Whether the rows seen so far give the ballots of every batch in rising order."""

    def __init__(self) -> None:
        self.rows = 0
        self.rises = True
        self._last: dict[str, str] = {}

    def take(self, heads: Sequence[str], delimiter: str) -> None:
        """Takes the heads of the next rows."""
        self.rows += len(heads)
        rises = [*map(lt, heads, islice(heads, 1, None)), False]
        start = 0
        while start < len(heads) and self.rises:
            end = rises.index(False, start) + 1
            self._take_rising(heads, start, end, delimiter)
            start = end
        if not self.rises:
            self._last.clear()

    def _take_rising(self, heads: Sequence[str], start: int, end: int, delimiter: str) -> None:
        """Batch by batch; heads of one batch stand together, since they rise and begin alike."""
        while start < end and self.rises:
            first = heads[start]
            batch = first[: first.rindex(delimiter) + 1]
            start = bisect_left(heads, batch + AFTER_ALL, start, end)
            self.rises = self._last.get(batch, "") < first and len(self._last) < MOST_BATCHES
            self._last[batch] = heads[start - 1]


def first_repeated(heads: Iterable[tuple[int, str]], rows: int) -> Repeated | None:
    """The first of so many rows whose head stands on an earlier line, if any; each comes with its line number.

    Many rows are dealt out by the hash of their head to temporary files, each small enough to be compared in memory.
    """
    parts = min(rows // ROWS_IN_MEMORY + 1, MOST_PARTS)
    if parts == 1:
        return repeated_among(heads)
    with ExitStack() as stack:
        files = [stack.enter_context(TemporaryFile("w+", encoding="utf-8", newline="\n")) for _ in range(parts)]
        writers = [file.write for file in files]
        for line, head in heads:
            writers[hash(head) % parts](f"{line} {head}\n")
        found = []
        for file in files:
            file.seek(0)
            found.append(repeated_among(numbered(file)))
    return min((each for each in found if each), default=None)


def numbered(file: Iterable[str]) -> Iterator[tuple[int, str]]:
    """The line number and the head of each row that was dealt out to the file."""
    for row in file:
        line, _, head = row.partition(" ")
        yield int(line), head.rstrip("\n")


def repeated_among(rows: Iterable[tuple[int, str]]) -> Repeated | None:
    """The first row whose head stands on an earlier line; rows come in the order of the file."""
    first: dict[str, int] = {}
    for line, head in rows:
        earlier = first.setdefault(head, line)
        if earlier != line:
            return Repeated(line, earlier, head)
    return None
