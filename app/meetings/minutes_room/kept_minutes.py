"""A version of the minutes as it is kept: both faces in words, so that no later change of words changes a document.

Rules: R-300.
"""

import hashlib
import json
from dataclasses import dataclass

from app.meetings.domain.event_json import record_from_json, record_json
from app.meetings.domain.minutes import Face
from app.meetings.minutes_texts.minutes_text import MinutesText


@dataclass(frozen=True, slots=True)
class KeptMinutes:
    """The minutes for the public, and the full ones."""

    public: MinutesText
    full: MinutesText

    def face(self, face: Face) -> MinutesText:
        """One of them."""
        return self.public if face is Face.PUBLIC else self.full


def kept_document(kept: KeptMinutes) -> str:
    """Both faces as one JSON text; the same text for the same minutes."""
    faces = {"public": record_json(kept.public), "full": record_json(kept.full)}
    return json.dumps(faces, ensure_ascii=False, sort_keys=True)


def fingerprint_of(document: str) -> str:
    """The SHA-256 of the text."""
    return hashlib.sha256(document.encode()).hexdigest()


def kept_face(document: str, face: Face) -> MinutesText:
    """One face of a version; the other is not even read."""
    return record_from_json(MinutesText, json.loads(document)[face.value])
