"""The year plan: meetings of all councils at once; one meeting's frame; moved and cancelled; a council's rules."""

from datetime import date
from http import HTTPStatus

from flask import Blueprint, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.auth.guard import current_actor
from app.core.access import requires
from app.core.clock import OSLO, now
from app.core.database import db, transaction
from app.core.forms import Form
from app.councils.council_models import Council
from app.meetings import texts
from app.meetings.acts import acted, answer, attempt
from app.meetings.calling.queries import other_recipients
from app.meetings.calling.services import recipients
from app.meetings.domain.approval import ApprovalMethod
from app.meetings.domain.meeting_forms import StandingRules
from app.meetings.domain.taking_part import Capacity
from app.meetings.models import Meeting
from app.meetings.queries import standing_rules_row
from app.meetings.room import KEEP, SEE, council_to_keep, councils_in_reach, keeps, meeting_to_keep
from app.meetings.services.plan import MeetingFrame, cancel_meeting, change_meeting, move_meeting, plan_meeting
from app.meetings.services.standing_rules import UsualFrame, set_standing_rules
from app.meetings.year_plan.forms import CancelForm, FrameForm, MoveForm, PlanForm, RecipientForm, RulesForm
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
    form = PlanForm().offer(_kept() or abort(HTTPStatus.NOT_FOUND))

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

    if request.method == "GET":
        return _rules_page(slug, form)

    def save() -> None:
        with transaction() as session:
            kept = council_to_keep(session, slug)
            set_standing_rules(session, kept, _rules(form), _usual(form), by=current_actor(), at=now())

    there = url_for("meetings.plan", utvalg=slug)
    return answer(there, lambda: _rules_page(slug, form), saved=attempt(form, save))


@plan_room.post("/utvalg/<slug>/mottaker")
@requires(KEEP)
def add_recipient(slug: str) -> ResponseReturnValue:
    """One more outside the council who is summoned."""
    council_to_keep(db.session(), slug)
    form = RecipientForm(prefix="mottaker").offer()

    def save() -> None:
        with transaction() as session:
            typed = ((form.name.data or "").strip(), (form.email.data or "").strip(), Capacity(form.capacity.data))
            recipients.add_recipient(session, council_to_keep(session, slug), *typed, **acted())

    there = url_for("meetings.rules", slug=slug, _anchor="mottakere")
    return answer(there, lambda: _rules_page(slug, None, form), saved=attempt(form, save))


@plan_room.post("/utvalg/<slug>/mottaker/<int:number>/fjern")
@requires(KEEP)
def remove_recipient(slug: str, number: int) -> ResponseReturnValue:
    """No longer summoned; those of the whole municipality are not the council's to remove."""
    council_to_keep(db.session(), slug)

    def save() -> None:
        with transaction() as session:
            council = council_to_keep(session, slug)
            own = {each.id: each for each in other_recipients(session, council) if each.council_id is not None}
            recipients.remove_recipient(session, council, own.get(number) or abort(HTTPStatus.NOT_FOUND), **acted())

    there = url_for("meetings.rules", slug=slug, _anchor="mottakere")
    return answer(there, lambda: _rules_page(slug, None), saved=attempt(Form(), save))


def _rules_page(slug: str, form: RulesForm | None, sent: RecipientForm | None = None) -> str:
    council = council_to_keep(db.session(), slug)
    row = standing_rules_row(db.session(), council)
    return render_template(
        "meetings/rules.html",
        council=council,
        form=form or RulesForm(None, obj=row or StandingRules()).offer(),
        others=other_recipients(db.session(), council),
        recipient=sent or RecipientForm(None, prefix="mottaker").offer(),
        sent=sent,
        texts=texts,
    )


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
