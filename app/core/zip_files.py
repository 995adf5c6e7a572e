"""ZIP files with the same bytes each time they are made, written piece by piece."""

import zipfile
from collections.abc import Iterable, Iterator

_FIXED_TIME = (1980, 1, 1, 0, 0, 0)  # the earliest that the format knows
_READABLE_BY_ALL = 0o644 << 16
_MADE_ON_UNIX = 3


def zip_entry(name: str, compression: int = zipfile.ZIP_DEFLATED) -> zipfile.ZipInfo:
    """An entry that says nothing of when or where it was made."""
    entry = zipfile.ZipInfo(name, _FIXED_TIME)
    entry.compress_type = compression
    entry.create_system = _MADE_ON_UNIX
    entry.external_attr = _READABLE_BY_ALL
    return entry


def zip_stream(files: Iterable[tuple[str, bytes]]) -> Iterator[bytes]:
    """A ZIP file of files that are compressed already, a piece for each; only one of them is held at a time."""
    outlet = _Outlet()
    with zipfile.ZipFile(outlet, "w") as archive:  # type: ignore[call-overload]  # it writes to whatever has write and flush
        for name, content in files:
            archive.writestr(zip_entry(name, zipfile.ZIP_STORED), content)
            yield outlet.taken()
    yield outlet.taken()


class _Outlet:
    """What is written is kept until it is taken; there is no way back in it."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []

    def write(self, piece: bytes) -> int:
        self._pieces.append(bytes(piece))
        return len(piece)

    def flush(self) -> None:
        """Nothing is on its way anywhere."""

    def taken(self) -> bytes:
        taken, self._pieces = b"".join(self._pieces), []
        return taken
