"""The staff's calendar for calendar programs: at a link of one's own, without signing in, as long as one may see it."""

from http import HTTPStatus

from flask import Blueprint, Response, abort, current_app

from app.core.access import public
from app.core.database import db
from app.elections.calendar.feed import calendar_file
from app.elections.calendar.links import subscription_number
from app.elections.calendar.queries import calendar_of, election_subscribed_to

calendar_links = Blueprint("calendar_links", __name__)


@calendar_links.get("/kalender/abonnement/<token>.ics")
@public
def subscribed(token: str) -> Response:
    """The whole calendar. A link that was revoked, or whose holder may not see elections any more, leads nowhere."""
    number = subscription_number(token, current_app.config["SECRET_KEY"])
    session = db.session()
    election = election_subscribed_to(session, number) if number else None
    if election is None:
        abort(HTTPStatus.NOT_FOUND)
    deadlines = calendar_of(session, election)
    content = calendar_file(election.name, f"{election.address}.admin", deadlines, election.created_at, "nb")
    answer = Response(content, mimetype="text/calendar")
    answer.headers["Cache-Control"] = "private, no-store"
    return answer
