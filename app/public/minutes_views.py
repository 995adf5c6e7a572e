"""Published minutes, for everyone.

| address | page |
|---|---|
| ``/moter/2025-03-11-fana/protokoll`` | the minutes' public face, and how each party and member voted |
| ``/moter/2025-03-11-fana/protokoll.pdf`` | the same as a document |
"""

from datetime import datetime

from flask import Blueprint, Response, abort, render_template

from app.core.access import public
from app.core.database import db
from app.meetings.documents.minutes_document import minutes_pdf
from app.public.council_queries import councils_version
from app.public.kept_answers import file, page
from app.public.minutes_queries import MinutesPage, minutes_page

public_minutes_pages = Blueprint("public_minutes", __name__)


@public_minutes_pages.get("/moter/<address>/protokoll")
@public
def show(address: str) -> Response:
    """The minutes, and the votes."""
    return page(lambda _at: render_template("public/minutes.html", page=_found(address)), councils_version)


@public_minutes_pages.get("/moter/<address>/protokoll.pdf")
@public
def document(address: str) -> Response:
    """The minutes as a document."""

    def make(_at: datetime) -> bytes:
        found = _found(address)
        return minutes_pdf(found.text, found.issue)

    return file(make, "application/pdf", f"protokoll-{address}.pdf", councils_version)


def _found(address: str) -> MinutesPage:
    return minutes_page(db.session(), address) or abort(404)
