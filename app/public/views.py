"""The public site: what anyone may read without signing in. Texts and figures are the same for everyone.

Pages of councils and persons: ``district_views``.

| address | page |
|---|---|
| ``/`` | the way to one's own council; the newest election and its districts |
| ``/valg`` | all elections |
| ``/valg/2023`` | one election, its districts side by side |
| ``/valg/2023/fana`` | the result in one district, with every step |
| ``/valg/2023/fana/forklaring`` | why: how near it was, what write-ins decided, who stood level |
| ``/valg/2023/fana/protokoll-nb.pdf`` | its record, in bokmål or nynorsk |
| ``/valg/2023/kalender`` | its deadlines, also as ``kalender.ics`` and ``kalender-nn.ics`` for calendar programs |
| ``/valg/2023/kontroll`` | how to check the results |
| ``/valg/2023/kontrollpakke.zip`` | everything one needs for that |
"""

from datetime import datetime
from typing import Literal, TypeVar

from flask import Blueprint, Response, abort, render_template, url_for
from flask_babel import gettext as _

from app.core.access import public
from app.core.clock import now
from app.core.database import db
from app.elections.calendar import texts as calendar_texts
from app.elections.calendar.feed import calendar_file
from app.elections.files.bundle import verify_program
from app.elections.settling.majority.texts import placed_text
from app.public import calendar_queries, explanation_texts, queries, result_charts, texts
from app.public.bundle_zip import bundle_zip
from app.public.council_queries import front_version, places
from app.public.days import today
from app.public.kept_answers import file, page
from app.public.record_queries import issued_pdf, record_version

site = Blueprint("site", __name__)

Found = TypeVar("Found")


@site.get("/")
@public
def front() -> Response:
    """The way to one's own council; then the newest election and its districts."""
    return page(_front, front_version)


@site.get("/valg")
@public
def elections() -> Response:
    """All elections, newest first."""
    return page(lambda at: _render("elections", queries.published_elections(db.session(), at)))


@site.get("/valg/<address>")
@public
def election(address: str) -> Response:
    """One election: its districts side by side."""
    return page(lambda at: _render("election", _found(queries.election_overview(db.session(), address, at))))


@site.get("/valg/<address>/<code>")
@public
def contest(address: str, code: str) -> Response:
    """The result in one district, with every step; before that, who stands."""
    return page(lambda at: _contest("contest", address, code, at))


@site.get("/valg/<address>/<code>/forklaring")
@public
def explanation(address: str, code: str) -> Response:
    """Why the seats went where they did; before the result is there, who stands."""
    return page(lambda at: _contest("explanation", address, code, at))


@site.get("/valg/<address>/<code>/protokoll-<any(nb,nn):language>.pdf", endpoint="record_pdf")
@public
def record(address: str, code: str, language: Literal["nb", "nn"]) -> Response:
    """The record of a settled contest, as it was issued."""

    def make(at: datetime) -> bytes:
        return _found(issued_pdf(db.session(), address, code, language, at))

    return file(make, "application/pdf", f"valgprotokoll-{address}-{code}-{language}.pdf", record_version)


@site.get("/valg/<address>/kalender")
@public
def calendar(address: str) -> Response:
    """The deadlines that concern citizens, as they stand today."""
    return page(
        lambda at: render_template(
            "public/calendar.html",
            page=_found(calendar_queries.calendar_page(db.session(), address, at)),
            texts=texts,
            calendar_texts=calendar_texts,
        ),
        calendar_queries.calendar_version,
        today(now()).isoformat(),
    )


@site.get("/valg/<address>/kalender.ics")
@public
def calendar_ics(address: str) -> Response:
    """The same deadlines for calendar programs, in bokmål."""
    return _calendar_file(address, "nb")


@site.get("/valg/<address>/kalender-nn.ics")
@public
def calendar_ics_nn(address: str) -> Response:
    """The same in nynorsk."""
    return _calendar_file(address, "nn")


@site.get("/valg/<address>/kontroll")
@public
def check(address: str) -> Response:
    """How anyone can settle the election again and compare."""
    program = verify_program().decode()
    return page(lambda at: _render("check", _found(queries.check_page(db.session(), address, at)), program=program))


@site.get("/valg/<address>/kontrollpakke.zip")
@public
def bundle(address: str) -> Response:
    """The verification bundle."""
    return file(
        lambda at: _found(bundle_zip(db.session(), address, at)), "application/zip", f"kontrollpakke-{address}.zip"
    )


@site.app_context_processor
def _navigation() -> dict[str, object]:
    return {
        "public_navigation": (
            (_("Bydelene"), url_for("districts.overview")),
            (_("Møter"), url_for("public_meetings.overview")),
            (_("Valg"), url_for("site.elections")),
        )
    }


def _calendar_file(address: str, language: str) -> Response:
    def make(at: datetime) -> bytes:
        feed = _found(calendar_queries.calendar_feed(db.session(), address, at))
        return calendar_file(feed.name, feed.address, feed.deadlines, feed.made_at, language)

    return file(make, "text/calendar", f"valgkalender-{address}.ics", calendar_queries.calendar_version)


def _front(at: datetime) -> str:
    session = db.session()
    return _render("front", queries.front_page(session, at), places=places(session, at))


def _contest(template: str, address: str, code: str, at: datetime) -> str:
    """A page about the result in one district, or the one that stands there until there is a result."""
    found = _found(queries.contest_page(db.session(), address, code, at))
    name = template if found.result else "contest_before"
    return _render(name, found, explained=explanation_texts, placed_text=placed_text)


def _render(template: str, value: object, **more: object) -> str:
    return render_template(f"public/{template}.html", page=value, texts=texts, charts=result_charts, **more)


def _found(value: Found | None) -> Found:
    """The value, or 404: what is not there and what may not be seen yet look the same from outside."""
    if value is None:
        abort(404)
    return value
