"""Files exactly as they were handed in: read once for their fingerprint, kept compressed, given back byte for byte."""

import hashlib
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import cast

from sqlalchemy import Table, select
from sqlalchemy.orm import Session

from app.audit.services import Actor
from app.core.bulk import insert_many
from app.elections.models import ReceivedFile, ReceivedFilePart
from app.elections.refusals import FileChanged

PART_SIZE = 1 << 20


@dataclass(frozen=True, slots=True)
class Received:
    """A file at ``path`` with the fingerprint of the bytes that were checked."""

    path: Path
    sha256: str


def enter(session: Session, election_id: int, kind: str, path: Path, *, by: Actor, at: datetime) -> ReceivedFile:
    """The file's place among those received. It is ``keep`` that fills it, when the file has been read."""
    row = ReceivedFile(
        election_id=election_id,
        kind=kind,
        name=path.name[-255:],
        sha256="",
        size=0,
        rows=0,
        received_at=at,
        received_by=by.name,
    )
    session.add(row)
    session.flush()
    return row


def keep(session: Session, file: ReceivedFile, received: Received, *, rows: int = 0) -> None:
    """Store the bytes in the file's place, with their fingerprint. ``rows`` is how many rows it has, if any."""
    file.sha256 = received.sha256
    file.size = received.path.stat().st_size
    file.rows = rows
    parts = ((file.id, ordinal, content) for ordinal, content in enumerate(_compressed(received)))
    insert_many(session, cast(Table, ReceivedFilePart.__table__), ("file_id", "ordinal", "content"), parts)


def content(session: Session, file_id: int) -> Iterator[bytes]:
    """The bytes of a received file, in order, a piece at a time."""
    parts = select(ReceivedFilePart.content).where(ReceivedFilePart.file_id == file_id)
    for piece in session.scalars(parts.order_by(ReceivedFilePart.ordinal).execution_options(yield_per=1)):
        yield zlib.decompress(piece)


def _compressed(received: Received) -> Iterator[bytes]:
    digest = hashlib.sha256()
    with received.path.open("rb") as file:
        while piece := file.read(PART_SIZE):
            digest.update(piece)
            yield zlib.compress(piece, 1)
    if digest.hexdigest() != received.sha256:
        raise FileChanged(received.path.name)
