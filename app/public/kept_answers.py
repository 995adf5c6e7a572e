"""Finished answers kept in the process until something public changes: the change itself empties them.

An answer belongs to a version of the program and of the public pages: of those about elections
(``queries.public_version``) or of those about councils (``council_queries.councils_version``). A browser or proxy that
has that version already is told so (304) without anything being made.
"""

import hashlib
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from pathlib import Path
from threading import Lock

from flask import Flask, Response, current_app, request
from sqlalchemy.orm import Session

from app.core.clock import now
from app.core.database import db
from app.core.i18n import chosen_language
from app.public.queries import PublicVersion, public_version

FRESH_FOR = 60  # seconds that others may keep a page before they ask whether it has changed
ROOM = 64 * 1024 * 1024  # bytes of answers kept in one process
LARGEST_KEPT = ROOM // 4

_EXTENSION = "verv_kept_answers"
_PARTS_OF_A_PAGE = ("*.py", "*.html", "*.svg", "*.css", "*.js", "*.mo")


@dataclass
class KeptAnswers:
    """Bodies by address and language, each with its version. The least used go first when there is no more room."""

    room: int = ROOM
    largest: int = LARGEST_KEPT
    _answers: OrderedDict[str, tuple[str, bytes]] = field(default_factory=OrderedDict)
    _used: int = 0
    _lock: Lock = field(default_factory=Lock)

    def get(self, key: str, version: str) -> bytes | None:
        """The answer of this version; None when there is none."""
        with self._lock:
            kept = self._answers.get(key)
            if kept is None or kept[0] != version:
                return None
            self._answers.move_to_end(key)
            return kept[1]

    def keep(self, key: str, version: str, body: bytes) -> None:
        """Keep the answer instead of any older one at the same address; one that is too large is not kept."""
        with self._lock:
            self._remove(key)
            if len(body) > self.largest:
                return
            self._answers[key] = (version, body)
            self._used += len(body)
            while self._used > self.room:
                self._remove(next(iter(self._answers)))

    def _remove(self, key: str) -> None:
        if key in self._answers:
            self._used -= len(self._answers.pop(key)[1])


VersionOf = Callable[[Session, datetime], PublicVersion]


def page(render: Callable[[datetime], str], version_of: VersionOf = public_version, about: str = "") -> Response:
    """The public page at this address, in the reader's language. ``render`` is told the moment it answers for.

    ``version_of`` tells when it changes; ``about`` is what else than the address it depends on: a day, asked for.
    """
    at = now()
    language = chosen_language()
    response = _answer(lambda: render(at).encode(), _Asked(at, language, about), version_of, "text/html")
    response.headers["Content-Language"] = language
    response.vary.update(("Cookie", "Accept-Language"))
    return response


def file(
    make: Callable[[datetime], bytes],
    mimetype: str,
    name: str,
    version_of: VersionOf = public_version,
    about: str = "",
) -> Response:
    """A file to download, the same for every reader. ``name`` is what it is called when it is saved."""
    at = now()
    response = _answer(lambda: make(at), _Asked(at, "", about), version_of, mimetype)
    shown = "inline" if mimetype == "application/pdf" else "attachment"
    response.headers.set("Content-Disposition", shown, filename=name)
    return response


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked for at this address, and when."""

    at: datetime
    language: str
    about: str

    @property
    def key(self) -> str:
        return f"{self.language} {request.path} {self.about}"


def _answer(make: Callable[[], bytes], asked: _Asked, version_of: VersionOf, mimetype: str) -> Response:
    version = version_of(db.session(), asked.at)
    edition = hashlib.sha256(f"{version.fingerprint} {_program()} {asked.key}".encode()).hexdigest()[:32]
    known = request.if_none_match
    if not known.star_tag and known.contains_weak(edition):
        response = Response(status=304)
    else:
        response = Response(_kept_or_made(make, asked.key, edition), mimetype=mimetype)
    response.set_etag(edition, weak=True)
    return _let_others_keep(response, version, asked.at)


def _kept_or_made(make: Callable[[], bytes], key: str, edition: str) -> bytes:
    answers = kept_answers(current_app)
    body = None if current_app.debug else answers.get(key, edition)
    if body is None:
        body = make()
        answers.keep(key, edition, body)
    return body


def _let_others_keep(response: Response, version: PublicVersion, at: datetime) -> Response:
    """For a minute, though never past the moment when results are released; a signed-in browser keeps it to itself."""
    if current_app.config["SESSION_COOKIE_NAME"] in request.cookies:
        response.cache_control.private = True
    else:
        response.cache_control.public = True
    until_release = (version.next_release - at).total_seconds() if version.next_release else FRESH_FOR
    response.cache_control.max_age = max(0, min(FRESH_FOR, int(until_release)))
    return response


def kept_answers(app: Flask) -> KeptAnswers:
    """The answers that this application keeps."""
    answers: KeptAnswers = app.extensions.setdefault(_EXTENSION, KeptAnswers())
    return answers


@cache
def _program() -> str:
    """The fingerprint of everything a page is made by: a new version of the program makes every page anew."""
    folder = Path(__file__).parent.parent
    digest = hashlib.sha256()
    for path in sorted(path for pattern in _PARTS_OF_A_PAGE for path in folder.rglob(pattern)):
        digest.update(path.relative_to(folder).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()
