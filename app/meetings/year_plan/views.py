"""The year plan: meetings of all councils at once; one meeting's frame; moved and cancelled; a council's rules."""

from datetime import date

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.auth.guard import current_actor
from app.core.access import requires
from app.core.clock import OSLO, now
from app.core.database import db, transaction
from app.councils.council_models import Council
from app.meetings import texts
from app.meetings.acts import answer, attempt
from app.meetings.domain.approval import ApprovalMethod
from app.meetings.domain.meeting_forms import StandingRules
from app.meetings.models import Meeting
from app.meetings.queries import standing_rules_row
from app.meetings.room import KEEP, SEE, council_to_keep, councils_in_reach, keeps, meeting_to_keep
from app.meetings.services.plan import MeetingFrame, cancel_meeting, change_meeting, move_meeting, plan_meeting
from app.meetings.services.standing_rules import UsualFrame, set_standing_rules
from app.meetings.year_plan.forms import CancelForm, FrameForm, MoveForm, PlanForm, RulesForm
from app.meetings.year_plan.queries import year_plan

plan_room = Blueprint("meetings", __name__, url_prefix="/admin/moter")

FIRST_YEAR, LAST_YEAR = 2000, 2099


@plan_room.get("")
@requires(SEE)
def plan() -> str:
    """Every meeting of the year, with clashes and holidays; one council's, or all."""
    return _plan_page(PlanForm(None, clock="18.00"))


@plan_room.post("")
@requires(KEEP)
def plan_more() -> ResponseReturnValue:
    """Plan meetings of several councils on several days."""
    form = PlanForm().offer(_kept())

    def save() -> None:
        with transaction() as session:
            for slug in form.councils.data or []:
                council = council_to_keep(session, slug)
                for moment in form.moments():
                    frame = MeetingFrame(
                        moment, (form.place.data or "").strip(), duration_minutes=form.duration_minutes.data or 0
                    )
                    plan_meeting(session, council, frame, by=current_actor(), at=now())

    saved = attempt(form, save)
    year = form.moments()[0].year if saved else None
    return answer(url_for("meetings.plan", aar=year), lambda: _plan_page(form), saved=saved)


@plan_room.route("/<address>/ramme", methods=["GET", "POST"])
@requires(KEEP)
def frame(address: str) -> ResponseReturnValue:
    """Where and how a meeting is held; another time; or not at all."""
    meeting = meeting_to_keep(db.session(), address)
    form = FrameForm(obj=meeting).offer() if request.method == "GET" else FrameForm().offer()
    if request.method == "GET":
        form.seen.data = meeting.edit
        return _frame_page(meeting, form)

    def save() -> None:
        with transaction() as session:
            found = meeting_to_keep(session, address)
            change_meeting(
                session, found, form.frame(found.starts_at), seen=form.seen.data or 0, by=current_actor(), at=now()
            )

    saved = attempt(form, save)
    there = url_for("agenda.show", address=address)
    return answer(there, lambda: _frame_page(meeting_to_keep(db.session(), address), form), saved=saved)


@plan_room.post("/<address>/flytt")
@requires(KEEP)
def move(address: str) -> ResponseReturnValue:
    """Hold the meeting at another time."""
    form = MoveForm(prefix="flytt")

    def save() -> None:
        with transaction() as session:
            move_meeting(
                session,
                meeting_to_keep(session, address),
                form.moment(),
                (form.place.data or "").strip(),
                form.reason.data or "",
                seen=form.seen.data or 0,
                by=current_actor(),
                at=now(),
            )

    return _moved(address, form, saved=attempt(form, save))


@plan_room.post("/<address>/avlys")
@requires(KEEP)
def cancel(address: str) -> ResponseReturnValue:
    """Do not hold the meeting."""
    form = CancelForm(prefix="avlys")

    def save() -> None:
        with transaction() as session:
            found = meeting_to_keep(session, address)
            reason, seen = form.reason.data or "", form.seen.data or 0
            cancel_meeting(session, found, reason, seen=seen, by=current_actor(), at=now())

    return _moved(address, form, saved=attempt(form, save))


@plan_room.route("/utvalg/<slug>", methods=["GET", "POST"])
@requires(KEEP)
def rules(slug: str) -> ResponseReturnValue:
    """What the council's rules say of its meetings."""
    council = council_to_keep(db.session(), slug)
    row = standing_rules_row(db.session(), council)
    form = RulesForm(obj=row or StandingRules()).offer() if request.method == "GET" else RulesForm().offer()

    def page() -> str:
        return render_template("meetings/rules.html", council=council_to_keep(db.session(), slug), form=form)

    if request.method == "GET":
        return page()

    def save() -> None:
        with transaction() as session:
            kept = council_to_keep(session, slug)
            set_standing_rules(session, kept, _rules(form), _usual(form), by=current_actor(), at=now())

    return answer(url_for("meetings.plan", utvalg=slug), page, saved=attempt(form, save))


def _rules(form: RulesForm) -> StandingRules:
    return StandingRules(
        form.notice_days.data or 0,
        ApprovalMethod(form.approval.data),
        bool(form.remote_allowed.data),
        bool(form.number_prefix.data),
    )


def _usual(form: RulesForm) -> UsualFrame:
    place, secretary, absence_to = ((each.data or "").strip() for each in (form.place, form.secretary, form.absence_to))
    return UsualFrame(form.language.data, place, secretary, absence_to, form.question_time_minutes.data or 0)


def _moved(address: str, form: MoveForm | CancelForm, *, saved: bool) -> ResponseReturnValue:
    there = url_for("agenda.show", address=address)
    return answer(there, lambda: _frame_page(meeting_to_keep(db.session(), address), None, form), saved=saved)


def _frame_page(meeting: Meeting, form: FrameForm | None, sent: MoveForm | CancelForm | None = None) -> str:
    if form is None:
        form = FrameForm(None, obj=meeting).offer()
        form.seen.data = meeting.edit
    starts = meeting.starts_at.astimezone(OSLO)
    forms = {
        "flytt": MoveForm(None, seen=meeting.edit, day=starts.date(), clock=f"{starts:%H.%M}", prefix="flytt"),
        "avlys": CancelForm(None, seen=meeting.edit, prefix="avlys"),
    }
    if sent is not None:
        forms[sent._prefix.removesuffix("-")] = sent
    return render_template("meetings/frame.html", meeting=meeting, form=form, forms=forms, sent=sent, texts=texts)


def _plan_page(form: PlanForm) -> str:
    session = db.session()
    seen = councils_in_reach(session)
    chosen = request.args.get("utvalg", "")
    shown = [each for each in seen if each.slug == chosen] or seen
    year = request.args.get("aar", _today().year, type=int)
    year = min(max(year, FIRST_YEAR), LAST_YEAR)
    kept = [each for each in seen if keeps(each)]
    return render_template(
        "meetings/plan.html",
        year=year,
        rows=year_plan(session, year, seen, shown),
        councils=seen,
        kept=kept,
        chosen=shown[0] if len(shown) == 1 else None,
        form=form.offer(kept),
        today=_today(),
        texts=texts,
    )


def _kept() -> list[Council]:
    return [each for each in councils_in_reach(db.session()) if keeps(each)]


def _today() -> date:
    return now().astimezone(OSLO).date()
