"""Files that are there whole or not at all: a full disk or a killed process never leaves half of one."""

import os
import shutil
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


def write_whole_folder(folder: Path, files: Iterable[tuple[str, bytes]]) -> int:
    """Write ``files`` beside ``folder`` and put them in its place when all are there; how many they are.

    The folder must be empty or not there: what stands in one is never overwritten (``OSError``).
    """
    folder = folder.resolve()
    part = folder.with_name(f".{folder.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    try:
        number = 0
        for name, content in files:
            (part / name).write_bytes(content)
            number += 1
        os.replace(part, folder)  # noqa: PTH105 - the one call that swaps in a single step
    except OSError as error:
        shutil.rmtree(part, ignore_errors=True)
        raise _named(error, folder) from error
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    return number


def _write_through(path: Path, pieces: Iterable[bytes]) -> None:
    try:
        with path.open("wb") as stream:
            stream.writelines(pieces)
    except OSError as error:
        raise _named(error, path) from error


def _named(error: OSError, path: Path) -> OSError:
    """The error with the name of the file the caller knows."""
    return OSError(error.errno, error.strerror or str(error), str(path))
