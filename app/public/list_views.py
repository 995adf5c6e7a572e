"""Approved lists, for everyone.

| address | page |
|---|---|
| ``/valg/2027/lister`` | the headings of all districts, when they were announced, and until when one can complain |
| ``/valg/2027/fana/lister`` | the lists of one district with their candidates |
| ``/valg/2027/lister-nb.pdf`` | all lists of all districts in one document |
"""

from datetime import datetime
from typing import Literal, TypeVar

from flask import Blueprint, Response, abort, render_template

from app.core.access import public
from app.core.database import db
from app.public import texts
from app.public.kept_answers import file, page
from app.public.list_queries import ListsPage, lists_page, whole_lists
from app.public.lists_document import lists_pdf

public_lists = Blueprint("public_lists", __name__)

Found = TypeVar("Found")


@public_lists.get("/valg/<address>/lister")
@public
def overview(address: str) -> Response:
    """The headings of all districts."""
    return page(lambda at: _render(_found(lists_page(db.session(), address, None, at))))


@public_lists.get("/valg/<address>/<code>/lister")
@public
def district(address: str, code: str) -> Response:
    """The lists of one district."""
    return page(lambda at: _render(_found(lists_page(db.session(), address, code, at))))


@public_lists.get("/valg/<address>/lister-<any(nb,nn):language>.pdf")
@public
def document(address: str, language: Literal["nb", "nn"]) -> Response:
    """All lists in one document; there is none before a list is approved."""

    def make(at: datetime) -> bytes:
        found = _found(whole_lists(db.session(), address, at))
        return lists_pdf(found, language, found.dated or at)

    return file(make, "application/pdf", f"lister-{address}-{language}.pdf")


def _render(found: ListsPage) -> str:
    return render_template("public/lists.html", page=found, texts=texts)


def _found(value: Found | None) -> Found:
    """The value, or 404."""
    if value is None:
        abort(404)
    return value
