"""A bar for what takes a while, for whoever watches."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import click

T = TypeVar("T")


@contextmanager
def progress(label: str, path: Path) -> Iterator[Callable[[int], None] | None]:
    """A bar on standard error while ``path`` is read, when a person watches; it is told the bytes read since last."""
    if not sys.stderr.isatty() or not path.is_file():
        yield None
        return
    with click.progressbar(length=path.stat().st_size, label=label, file=sys.stderr) as bar:
        yield bar.update


def counted(label: str, things: Sequence[T]) -> Iterator[T]:
    """Each of the things, with a bar on standard error that says how many are done, when a person watches."""
    if not sys.stderr.isatty():
        yield from things
        return
    with click.progressbar(things, label=label, file=sys.stderr) as bar:
        yield from bar
