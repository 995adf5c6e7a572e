"""Files exactly as they were handed in: read once for their fingerprint, kept compressed, given back byte for byte."""

import hashlib
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import select
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


def already_received(session: Session, election_id: int, kind: str, sha256: str) -> bool:
    """Whether the same bytes were taken in before, as the same kind of file of the same election."""
    return (
        session.scalar(
            select(ReceivedFile.id).where(
                ReceivedFile.election_id == election_id, ReceivedFile.kind == kind, ReceivedFile.sha256 == sha256
            )
        )
        is not None
    )


def keep(
    session: Session, election_id: int, kind: str, received: Received, *, by: Actor, at: datetime, rows: int = 0
) -> ReceivedFile:
    """Store the file. ``rows`` is how many rows it holds, for those that have rows."""
    row = ReceivedFile(
        election_id=election_id,
        kind=kind,
        name=received.path.name[-255:],
        sha256=received.sha256,
        size=received.path.stat().st_size,
        rows=rows,
        received_at=at,
        received_by=by.name,
    )
    session.add(row)
    session.flush()
    parts = ((row.id, ordinal, content) for ordinal, content in enumerate(_compressed(received)))
    insert_many(session, ReceivedFilePart.__table__, ("file_id", "ordinal", "content"), parts)
    return row


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
