"""The public pages of councils and of those who sit in them: on any day, as it is known now.

| address | page |
|---|---|
| ``/adresse?q=allehelgens+gate+2&dato=2022-03-03`` | the district of an address, and its council on a day |
| ``/bydeler`` | all districts with the council of today |
| ``/bydeler/fana?dato=2022-03-03`` | a council on a day: who sits where, who is called, what has happened |
| ``/bydeler/fana/medlemmer.pdf?dato=…`` | its membership register; ``medlemmer-nn.pdf`` in nynorsk, ``medlemmer.csv`` |
| ``/bydeler/medlemmer.pdf?dato=…`` | the register of every council that sat that day |
| ``/personer/12-kari-nordmann`` | the offices a person has and has had |
"""

from collections.abc import Callable
from datetime import date, datetime
from typing import TypeVar

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from app.core.access import public
from app.core.addresses import address_of_name
from app.core.clock import now
from app.core.database import db
from app.councils.documents.gathered_register import Register, gathered_register
from app.councils.documents.register import RegisterLanguage, register_pdf
from app.councils.documents.register_csv import register_csv
from app.public import council_charts, council_queries, council_texts
from app.public.address_queries import address_page
from app.public.council_pages import CouncilPage
from app.public.council_queries import councils_version
from app.public.days import NoSuchDay, asked_day, today
from app.public.kept_answers import file, page

districts = Blueprint("districts", __name__)

LARGEST_ID = 2**31 - 1
Found = TypeVar("Found")


@districts.get("/bydeler")
@public
def overview() -> Response:
    """All districts with the council of today."""
    return page(lambda at: _render("overview", council_queries.districts_page(db.session(), at)), councils_version)


@districts.get("/adresse")
@public
def address() -> ResponseReturnValue:
    """Which district an address lies in, and who sits there. Nobody may keep the answer: it tells what was typed."""
    try:
        chosen = asked_day(request.args["dato"], now()) if request.args.get("dato", "").strip() else None
    except NoSuchDay:
        return _address(None, no_such_day=request.args["dato"]), 400
    return _address(chosen)


@districts.get("/bydeler/<slug>")
@public
def council(slug: str) -> ResponseReturnValue:
    """A council on a day; what is no day is answered with the same page and a word about it."""
    try:
        day = asked_day(request.args.get("dato", ""), now())
    except NoSuchDay:
        return _render("council", _council(slug, today(now()), now()), no_such_day=request.args["dato"]), 400
    return page(lambda at: _render("council", _council(slug, day, at)), councils_version, day.isoformat())


@districts.get("/bydeler/<slug>/medlemmer.pdf", defaults={"language": "nb"})
@districts.get("/bydeler/<slug>/medlemmer-<any(nn):language>.pdf")
@public
def members_pdf(slug: str, language: RegisterLanguage) -> Response:
    """The membership register of one council as PDF."""
    return _register(slug, f"-{language}.pdf", "application/pdf", lambda found: register_pdf(found, language))


@districts.get("/bydeler/<slug>/medlemmer.csv")
@public
def members_csv(slug: str) -> Response:
    """The membership register of one council as CSV."""
    return _register(slug, ".csv", "text/csv", register_csv)


@districts.get("/bydeler/medlemmer.pdf", defaults={"language": "nb"})
@districts.get("/bydeler/medlemmer-<any(nn):language>.pdf")
@public
def all_members_pdf(language: RegisterLanguage) -> Response:
    """The membership register of every council as PDF."""
    return _register(None, f"-{language}.pdf", "application/pdf", lambda found: register_pdf(found, language))


@districts.get("/bydeler/medlemmer.csv")
@public
def all_members_csv() -> Response:
    """The membership register of every council as CSV."""
    return _register(None, ".csv", "text/csv", register_csv)


@districts.get(f"/personer/<int(max={LARGEST_ID}):person_id>", defaults={"name": ""})
@districts.get(f"/personer/<int(max={LARGEST_ID}):person_id>-<name>")
@public
def person(person_id: int, name: str) -> Response:
    """The offices of a person. Another name in the address leads to the right one."""
    address = _found(council_queries.person_address(db.session(), person_id))
    if name != address:
        return redirect(url_for("districts.person", person_id=person_id, name=address), 301)
    return page(
        lambda at: _render("person", _found(council_queries.person_page(db.session(), person_id, at))), councils_version
    )


@districts.app_context_processor
def _addresses() -> dict[str, object]:
    return {"address_of_name": address_of_name}


def _address(chosen: date | None, **more: str) -> str:
    found = address_page(db.session(), request.args.get("q", ""), chosen, now())
    links = {
        district_id: url_for("districts.council", slug=slug, dato=chosen.isoformat() if chosen else None)
        for district_id, slug in found.slugs.items()
    }
    return _render("address", found, links=links, **more)


def _council(slug: str, day: date, at: datetime) -> CouncilPage:
    return _found(council_queries.council_page(db.session(), slug, day, at))


def _found(value: Found | None) -> Found:
    """The value, or 404: what is not there and what may not be shown look the same from outside."""
    if value is None:
        abort(404)
    return value


def _register(slug: str | None, ending: str, mimetype: str, make: Callable[[Register], bytes]) -> Response:
    """The register of the day asked for; 404 when nobody sat that day, 400 when it is no day."""
    try:
        day = asked_day(request.args.get("dato", ""), now())
    except NoSuchDay:
        abort(400)

    def found(at: datetime) -> bytes:
        return make(_found(gathered_register(db.session(), day, at, slug)))

    name = f"medlemmer-{slug or 'alle'}-{day.isoformat()}{ending}"
    return file(found, mimetype, name, councils_version, day.isoformat())


def _render(template: str, value: object, **more: object) -> str:
    return render_template(
        f"public/districts/{template}.html", page=value, texts=council_texts, charts=council_charts, **more
    )
