"""A bar for what takes a while, for whoever watches."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click


@contextmanager
def progress(label: str, path: Path) -> Iterator[Callable[[int], None] | None]:
    """A bar on standard error while ``path`` is read, when a person watches; it is told the bytes read since last."""
    if not sys.stderr.isatty() or not path.is_file():
        yield None
        return
    with click.progressbar(length=path.stat().st_size, label=label, file=sys.stderr) as bar:
        yield bar.update
