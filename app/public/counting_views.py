"""The screen of the counting hall: ``/valg/2027/tellesal``, for all who are there, without signing in."""

from http import HTTPStatus

from flask import Blueprint, abort, render_template

from app.core.access import public
from app.core.database import db
from app.elections.counting import texts
from app.public.counting_queries import hall_page

counting_hall = Blueprint("counting_hall", __name__)


@counting_hall.get("/valg/<address>/tellesal")
@public
def hall(address: str) -> str:
    """What is left to count, and what comes next."""
    page = hall_page(db.session(), address) or abort(HTTPStatus.NOT_FOUND)
    return render_template("public/hall.html", page=page, texts=texts)
