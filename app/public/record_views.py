"""Election records, for everyone.

| address | page |
|---|---|
| ``/valg/2023/fana/protokoll`` | the record of a district, to read on the page |
| ``/papirkontroll`` | whether a paper is the current record: one types the six words at its foot |
"""

from datetime import datetime

from flask import Blueprint, Response, abort, make_response, render_template, request

from app.core.access import public
from app.core.clock import now
from app.core.database import db
from app.core.i18n import chosen_language
from app.elections.documents.record import RecordLanguage
from app.public import texts
from app.public.kept_answers import page
from app.public.record_queries import paper_check, record_page, record_version

public_records = Blueprint("public_records", __name__)


@public_records.get("/valg/<address>/<code>/protokoll")
@public
def record(address: str, code: str) -> Response:
    """The record, in nynorsk for those who read nynorsk, else in bokmål."""
    language: RecordLanguage = "nn" if chosen_language() == "nn" else "nb"

    def render(at: datetime) -> str:
        found = record_page(db.session(), address, code, language, at) or abort(404)
        return render_template("public/record.html", page=found, texts=texts)

    return page(render, record_version)


@public_records.get("/papirkontroll")
@public
def paper() -> Response:
    """What the paper with these words is. Nobody may keep the answer: tomorrow it may be another."""
    found = paper_check(db.session(), request.args.get("ord", ""), now())
    answer = make_response(render_template("public/paper_check.html", page=found, typed=request.args.get("ord", "")))
    answer.cache_control.no_store = True
    return answer
