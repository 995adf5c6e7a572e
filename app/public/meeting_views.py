"""The public pages of meetings: the plan, agendas with papers, calendars and feeds.

| address | page |
|---|---|
| ``/moter`` | meetings to come in all councils, and the latest that have been |
| ``/moter/2025`` | all meetings of a year |
| ``/moter/2025-03-11-fana`` | a meeting: when and where, and once called its agenda and papers |
| ``/moter/2025-03-11-fana/innkalling-nb.pdf`` | the summons, in bokmål or nynorsk |
| ``/moter/2025-03-11-fana/vedlegg/12`` | a paper |
| ``/bydeler/fana/moter`` | the meetings of one council |
| ``/moter.ics``, ``/moter-nn.ics``, ``/moter.atom`` | for calendar programs and feed readers |
| ``/bydeler/fana/moter.ics`` … | the same of one council |
"""

from datetime import datetime
from typing import Literal, TypeVar

from flask import Blueprint, Response, abort, render_template, stream_with_context, url_for

from app.core.access import public
from app.core.clock import now
from app.core.database import db
from app.meetings import texts
from app.meetings.agenda.file_types import MEDIA_TYPES, PaperKind
from app.meetings.calling.documents.summons_pdf import summons_pdf
from app.public.council_queries import councils_version
from app.public.kept_answers import file, page
from app.public.meeting_feeds import meetings_atom, meetings_ics
from app.public.meeting_pages import MeetingPage, MeetingsPage
from app.public.meeting_queries import meeting_page, meetings_page, public_paper

public_meetings = Blueprint("public_meetings", __name__)

Found = TypeVar("Found")
FIRST_YEAR, LAST_YEAR = 2000, 2200


@public_meetings.get("/moter")
@public
def overview() -> Response:
    """Meetings to come in all councils, and the latest that have been."""
    return page(lambda at: _list(_meetings("", None, at)), councils_version, _hour())


@public_meetings.get(f"/moter/<int(max={LAST_YEAR}):year>")
@public
def year(year: int) -> Response:
    """All meetings of a year."""
    if year < FIRST_YEAR:
        abort(404)
    return page(lambda at: _list(_meetings("", year, at)), councils_version, _hour())


@public_meetings.get("/bydeler/<slug>/moter")
@public
def council(slug: str) -> Response:
    """The meetings of one council."""
    return page(lambda at: _list(_meetings(slug, None, at)), councils_version, _hour())


@public_meetings.get("/moter/<address>")
@public
def meeting(address: str) -> Response:
    """A meeting, and once it is called its agenda and papers."""
    return page(lambda at: _show(_meeting(address, at)), councils_version)


@public_meetings.get("/moter/<address>/innkalling-<any(nb,nn):language>.pdf")
@public
def summons(address: str, language: Literal["nb", "nn"]) -> Response:
    """The summons as the public reads it; there is none before the meeting is called."""

    def make(at: datetime) -> bytes:
        return summons_pdf(_found(_meeting(address, at).summons), language)

    return file(make, "application/pdf", f"innkalling-{address}-{language}.pdf", councils_version)


@public_meetings.get("/moter/<address>/vedlegg/<int(max=2147483647):number>")
@public
def paper(address: str, number: int) -> Response:
    """A paper that anyone may read; always downloaded, never shown as a page of ours."""
    found = _found(public_paper(db.session(), address, number))
    answered = Response(stream_with_context(found.pieces), mimetype=MEDIA_TYPES[PaperKind(found.kind)])
    answered.content_length = found.size
    answered.headers.set("Content-Disposition", "attachment", filename=found.name)
    return answered


@public_meetings.get("/moter.ics", defaults={"slug": "", "language": "nb"})
@public_meetings.get("/moter-nn.ics", defaults={"slug": "", "language": "nn"})
@public_meetings.get("/bydeler/<slug>/moter.ics", defaults={"language": "nb"})
@public_meetings.get("/bydeler/<slug>/moter-nn.ics", defaults={"language": "nn"})
@public
def calendar(slug: str, language: str) -> Response:
    """The meetings for calendar programs."""

    def make(at: datetime) -> bytes:
        found = _meetings(slug, None, at)
        return meetings_ics(found.council, found.all, language)

    return file(make, "text/calendar", f"moter{'-' + slug if slug else ''}.ics", councils_version)


@public_meetings.get("/moter.atom", defaults={"slug": "", "language": "nb"})
@public_meetings.get("/moter-nn.atom", defaults={"slug": "", "language": "nn"})
@public_meetings.get("/bydeler/<slug>/moter.atom", defaults={"language": "nb"})
@public_meetings.get("/bydeler/<slug>/moter-nn.atom", defaults={"language": "nn"})
@public
def feed(slug: str, language: str) -> Response:
    """What has happened to meetings, for feed readers."""

    def make(at: datetime) -> bytes:
        found = _meetings(slug, None, at)
        here = url_for("public_meetings.feed", slug=slug, language=language)
        there = url_for("public_meetings.council", slug=slug) if slug else url_for("public_meetings.overview")
        return meetings_atom(found.council, (here, there), found.all, language)

    return file(make, "application/atom+xml", f"moter{'-' + slug if slug else ''}.atom", councils_version)


def _meetings(slug: str, year: int | None, at: datetime) -> MeetingsPage:
    return _found(meetings_page(db.session(), slug, year, at))


def _meeting(address: str, at: datetime) -> MeetingPage:
    return _found(meeting_page(db.session(), address, at))


def _list(found: MeetingsPage) -> str:
    return render_template("public/meetings/overview.html", page=found, texts=texts)


def _show(found: MeetingPage) -> str:
    return render_template("public/meetings/meeting.html", page=found, texts=texts)


def _hour() -> str:
    """The pages that part what has been from what is to come are made anew each hour."""
    return f"{now():%Y-%m-%dT%H}"


def _found(value: Found | None) -> Found:
    """The value, or 404: what is not there and what may not be shown look the same from outside."""
    if value is None:
        abort(404)
    return value
