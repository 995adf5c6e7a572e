"""The archive of an election: everything that must be kept of it in one ZIP file, with an index of fingerprints.

Left out is what must not be kept: who signed list proposals, and who complained. The same election gives the same
bytes.

Law: valgloven (2002) §§ 10-7, 15-3; valgloven (2023) §§ 10-15 (2), 21-2.
Rules: R-9, R-59, R-140, R-190.
"""

import hashlib
import io
import json
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import BinaryIO

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.audit.models import AuditEvent
from app.core.zip_files import zip_entry
from app.elections.complaints.queries import complaint_lines
from app.elections.files.file_names import INPUTS
from app.elections.models import ContestRow, ElectionRow, ReceivedFile, SettlementRow
from app.elections.queries import contests_of, validity_of
from app.elections.record.queries import editions
from app.elections.services.export import bundle_files
from app.elections.services.received import content

FORMAT = "verv-archive/1"
INDEX = "index.json"
KINDS = ("election", "contest", "complaint")
"""What the audit events of an election are about."""

Piece = tuple[str, Iterable[bytes]]


@dataclass(frozen=True, slots=True)
class ArchivedFile:
    """A file of the archive: where it lies in it, its fingerprint and its size."""

    path: str
    sha256: str
    size: int


def write_archive(
    session: Session, election: ElectionRow, target: BinaryIO, *, at: datetime
) -> tuple[ArchivedFile, ...]:
    """Write the archive as ZIP; what it holds, in order. The index comes last.

    Refused before the results are released, and until every contest is settled that has a settlement between lists.

    Law: valgloven (2002) §§ 9-9, 10-7; valgloven (2023) §§ 10-15 (2), 21-8.
    Rules: R-140, R-190.
    """
    folder = f"arkiv-{election.address}"
    held: list[ArchivedFile] = []
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, pieces in _files(session, election, at):
            held.append(_add(archive, folder, path, pieces))
        _add(archive, folder, INDEX, [_index(election, held)])
    return tuple(held)


def archive_bytes(session: Session, election: ElectionRow, *, at: datetime) -> bytes:
    """The archive, whole."""
    target = io.BytesIO()
    write_archive(session, election, target, at=at)
    return target.getvalue()


def _add(archive: zipfile.ZipFile, folder: str, path: str, pieces: Iterable[bytes]) -> ArchivedFile:
    digest, size = hashlib.sha256(), 0
    with archive.open(zip_entry(f"{folder}/{path}"), "w", force_zip64=True) as entry:
        for piece in pieces:
            digest.update(piece)
            size += len(piece)
            entry.write(piece)
    return ArchivedFile(path, digest.hexdigest(), size)


def _index(election: ElectionRow, held: list[ArchivedFile]) -> bytes:
    return _json(
        {
            "format": FORMAT,
            "election": {"address": election.address, "name": election.name, "day": election.election_day.isoformat()},
            "files": [asdict(each) for each in held],
        }
    )


def _files(session: Session, election: ElectionRow, at: datetime) -> Iterator[Piece]:
    for name, pieces in bundle_files(session, election, now=at):
        yield f"kontrollpakke/{name}", pieces
    yield from _received(session, election)
    yield from _settlements(session, election)
    for issued in editions(session, election.id):
        yield f"protokoller/{issued.document_id}-{issued.language}.pdf", [issued.pdf]
    yield "protokoller.jsonl", map(_line, _issued(session, election))
    yield "klager.jsonl", map(_line, _complaints(session, election))
    yield "gyldighet.jsonl", map(_line, _validity(session, election))
    yield "hendelser.jsonl", map(_line, _events(session, election))


def _received(session: Session, election: ElectionRow) -> Iterator[Piece]:
    """The files that results came from, as they were handed in. Papers of list proposals are no part of it (R-59)."""
    rows = session.scalars(
        select(ReceivedFile)
        .where(ReceivedFile.election_id == election.id, ReceivedFile.kind.in_(INPUTS))
        .order_by(ReceivedFile.id)
    )
    for row in rows:
        yield f"mottatt/{row.id:04}-{row.kind}", content(session, row.id)


def _settlements(session: Session, election: ElectionRow) -> Iterator[Piece]:
    rows = session.execute(
        select(ContestRow.code, SettlementRow)
        .join(ContestRow, ContestRow.id == SettlementRow.contest_id)
        .where(ContestRow.election_id == election.id)
        .order_by(ContestRow.ordinal, SettlementRow.number)
    )
    for code, row in rows:
        yield f"oppgjor/{code}-{row.number}.json", [row.document.encode()]


def _issued(session: Session, election: ElectionRow) -> Iterator[dict[str, object]]:
    for row in editions(session, election.id):
        yield {
            "document_id": row.document_id,
            "edition": row.edition,
            "language": row.language,
            "settlement": row.settlement_number,
            "sha256": row.sha256,
            "words": row.words,
            "reasons": row.reasons,
            "issued_at": row.issued_at.isoformat(),
            "issued_by": row.issued_by,
        }


def _complaints(session: Session, election: ElectionRow) -> Iterator[dict[str, object]]:
    """Without who complained."""
    for contest in contests_of(session, election.id):
        for line in complaint_lines(session, contest.id, None):
            yield {"contest": contest.code, **{name: _plain(value) for name, value in asdict(line).items()}}


def _validity(session: Session, election: ElectionRow) -> Iterator[dict[str, object]]:
    for contest, decision in validity_of(session, election.id):
        yield {
            "contest": contest.code,
            "valid": decision.valid,
            "decided_on": decision.decided_on.isoformat(),
            "reference": decision.reference,
            "recorded_at": decision.recorded_at.isoformat(),
        }


def _events(session: Session, election: ElectionRow) -> Iterator[dict[str, object]]:
    mine = or_(
        AuditEvent.object_id == election.address,
        AuditEvent.object_id.startswith(f"{election.address}/", autoescape=True),
    )
    rows = session.scalars(select(AuditEvent).where(AuditEvent.object_kind.in_(KINDS), mine).order_by(AuditEvent.id))
    for row in rows:
        yield {
            "number": row.number,
            "fingerprint": row.fingerprint,
            "at": row.at.isoformat(),
            "actor": row.actor,
            "act": row.act,
            "object": f"{row.object_kind}:{row.object_id}",
            "before": row.before,
            "after": row.after,
            "reason": row.reason,
        }


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _line(value: dict[str, object]) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True).encode() + b"\n"


def _json(value: dict[str, object]) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, indent=1).encode() + b"\n"
