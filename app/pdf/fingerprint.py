"""The SHA-256 of what a document says, whatever it looks like: printed on each page, it tells one version from another.

It is taken of the document's facts and blocks in one canonical form, not of the PDF file, so that a new version of the
fonts or of a library leaves it as it was.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import UTC, datetime
from enum import Enum

from app.pdf.facts import DocumentFacts

FORMAT = "verv-document/1"

Canonical = str | int | list["Canonical"] | dict[str, "Canonical"]


def content_fingerprint(facts: DocumentFacts, blocks: Sequence[object]) -> str:
    """64 hexadecimal digits: SHA-256 of JSON in ASCII, keys sorted, without spaces.

    Each value is an object with its type's name as ``type``. A field that has its default value is left out, so that
    a field added later does not change the fingerprint of an old document. Moments are given in UTC. Blocks are values
    of texts and whole numbers: those of ``blocks``, or those of a form with a layout of its own.
    """
    content = {"format": FORMAT, "facts": _canonical(facts), "blocks": [_canonical(block) for block in blocks]}
    canonical = json.dumps(content, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("ascii")).hexdigest()


def _canonical(value: object) -> Canonical:
    match value:
        case Enum():
            return str(value.value)
        case str() | int():
            return value
        case datetime():
            return value.astimezone(UTC).isoformat()
        case tuple() | list():
            return [_canonical(part) for part in value]
    if is_dataclass(value) and not isinstance(value, type):
        said = {field.name: getattr(value, field.name) for field in fields(value)}
        told = {f.name: _canonical(said[f.name]) for f in fields(value) if said[f.name] != _default(f)}
        return {"type": type(value).__name__, **told}
    raise TypeError(f"a document does not say {value!r}")


def _default(field: "Field[object]") -> object:
    return field.default if field.default is not MISSING else MISSING
