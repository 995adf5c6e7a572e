"""The audit trail's pages: what has been done, by whom and when; whether it is what was recorded; and its end, public.

The end says how many events there are and the last one's fingerprint. Whoever writes it down can tell later whether
anything before it has been touched; it tells nothing of what was done.
"""

from flask import Blueprint, Response, abort, render_template, request
from flask_babel import lazy_gettext as _l

from app.audit.services import record
from app.audit.trail import broken_at, head_of_trail
from app.auth.audit_room.act_texts import act_text
from app.auth.audit_room.events import AuditTrailExported
from app.auth.audit_room.export import lines
from app.auth.audit_room.forms import SearchForm
from app.auth.audit_room.queries import Wanted, acts_done, find_events
from app.auth.audit_room.texts import actor_text, break_text, whole_text
from app.auth.guard import current_actor, current_reach
from app.auth.staff_menu import StaffRoom
from app.core.access import public, requires
from app.core.clock import now
from app.core.database import db, transaction
from app.core.forms import choice
from app.core.permissions import Permission

audit_room = Blueprint("audit", __name__)

READ = Permission.AUDIT_TRAIL_READ
STAFF_ROOMS = (StaffRoom(_l("Revisjonsspor"), "/admin/revisjon", READ),)
LATEST_PAGE = 1_000_000


@audit_room.get("/admin/revisjon")
@requires(READ)
def trail() -> str:
    """The events looked for, newest first."""
    _of_the_whole_municipality()
    session, form = db.session(), SearchForm(request.args)
    form.act.choices = [choice("", _l("Alle")), *(choice(act, act_text(act)) for act in acts_done(session))]
    valid = form.validate()
    page = min(request.args.get("side", 1, type=int), LATEST_PAGE)
    asked = Wanted(form.act.data or "", form.actor.data or "", form.about.data or "", form.first.data, form.last.data)
    found = find_events(session, asked if valid else Wanted(), page)
    kept = {name: value for name, value in request.args.items() if name in form.data and value}
    return render_template(
        "audit/trail.html", form=form, found=found, kept=kept, act_text=act_text, actor_text=actor_text
    )


@audit_room.get("/admin/revisjon/kontroll")
@requires(READ)
def check() -> str:
    """Every event held against its fingerprint, now."""
    _of_the_whole_municipality()
    session = db.session()
    found, head = broken_at(session), head_of_trail(session)
    return render_template("audit/check.html", found=found, told=break_text(found) if found else whole_text(head))


@audit_room.post("/admin/revisjon/sporet.jsonl")
@requires(READ)
def export() -> Response:
    """The whole trail as a file; that it was taken out is an event too."""
    _of_the_whole_municipality()
    with transaction() as session:
        head = head_of_trail(session)
        record(session, AuditTrailExported("audit_trail", head.number, head.fingerprint), by=current_actor(), at=now())
    answer = Response("".join(lines(db.session(), head)), mimetype="application/jsonl")
    answer.headers.set("Content-Disposition", "attachment", filename="revisjonsspor.jsonl")
    return answer


@audit_room.get("/revisjonsspor")
@public
def end() -> Response:
    """Where the trail ends, for anyone to write down."""
    answer = Response(render_template("audit/end.html", head=head_of_trail(db.session())))
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _of_the_whole_municipality() -> None:
    """The trail holds every council's acts: who may read it in one council alone finds nothing here."""
    if not current_reach(READ).everywhere:
        abort(404)
