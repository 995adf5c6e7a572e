"""Front-end files under an address that carries the fingerprint of their content.

A changed file has a new address, so a browser may keep the old one for a year and still never show it.
"""

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import Any

from flask import Flask, Response, current_app, request

from app.core.logs import log

_A_YEAR = 365 * 24 * 3600
_FINGERPRINT_LENGTH = 12


def init_assets(app: Flask) -> None:
    """Add ``?v=…`` to every ``url_for("static", …)`` and let browsers keep what was asked for that way."""
    app.url_defaults(_add_fingerprint)
    app.after_request(_keep_for_a_year)


def fingerprint(path: Path) -> str | None:
    """The first digits of the SHA-256 of the file; None where there is no such file."""
    try:
        changed_at = path.stat().st_mtime_ns
    except OSError:
        return None
    return _fingerprint(path, changed_at)


@lru_cache(maxsize=256)
def _fingerprint(path: Path, _changed_at: int) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:_FINGERPRINT_LENGTH]


def _add_fingerprint(endpoint: str, values: dict[str, Any]) -> None:
    if endpoint != "static" or "v" in values or "filename" not in values:
        return
    values["v"] = fingerprint(Path(current_app.static_folder or "") / values["filename"])
    if values["v"] is None:
        log.warning("front-end file is missing; run make", file=values["filename"])


def _keep_for_a_year(response: Response) -> Response:
    if request.endpoint == "static" and "v" in request.args and response.status_code in {200, 206, 304}:
        response.headers["Cache-Control"] = f"public, max-age={_A_YEAR}, immutable"
    return response
