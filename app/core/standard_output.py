"""What a command answers: all of it reaches standard output, or one line on standard error says that it did not."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import click
from flask_babel import gettext as _

FAILED = 1


@contextmanager
def written_out() -> Iterator[None]:
    """What is written inside reaches its reader before the block ends.

    A reader that has left (``| head -1``) has what it wanted: the rest of the block is passed by, quietly. A full disk
    is told in one line on standard error, and the command ends with status 1.
    """
    try:
        yield
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        _write_no_more()
    except OSError as error:
        if error.filename is not None:
            raise
        _write_no_more()
        tell(
            _(
                "Svaret kunne ikke skrives til standard ut (%(reason)s). Det er trygt å kjøre kommandoen på nytt.",
                reason=error.strerror,
            )
        )
        sys.exit(FAILED)


def write_bytes(content: bytes) -> None:
    """Write the bytes of a file to standard output; refused where the command was started without one (``>&-``)."""
    if sys.stdout is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    sys.stdout.buffer.write(content)


def tell(text: str) -> None:
    """A line on standard error. Where nobody can read it, the exit status says what there is to say."""
    with suppress(OSError):
        click.echo(text, err=True)


def _write_no_more() -> None:
    """Let what still waits to be written go nowhere, or Python tries once more when it ends, and complains."""
    if sys.stdout is None:
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
