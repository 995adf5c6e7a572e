"""Files that are there whole or not at all: a full disk or a killed process never leaves half of one."""

import os
from collections.abc import Iterable
from pathlib import Path


def write_whole(path: Path, pieces: Iterable[bytes]) -> None:
    """Write ``pieces`` beside ``path`` and put them in its place when all are there. An old file stays until then.

    A pipe or a device is written to as it is.
    """
    if path.exists() and not path.is_file():
        _write_through(path, pieces)
        return
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("wb") as file:
            file.writelines(pieces)
        os.replace(part, path)  # noqa: PTH105 - the one call that swaps in a single step
    except OSError as error:
        part.unlink(missing_ok=True)
        raise _named(error, path) from error
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _write_through(path: Path, pieces: Iterable[bytes]) -> None:
    try:
        with path.open("wb") as stream:
            stream.writelines(pieces)
    except OSError as error:
        raise _named(error, path) from error


def _named(error: OSError, path: Path) -> OSError:
    """The error with the name of the file the caller knows."""
    return OSError(error.errno, error.strerror or str(error), str(path))
