"""The minutes room: what is missing, the minutes in both faces, approval, publication, and corrections as notes."""

from collections.abc import Callable
from datetime import datetime
from http import HTTPStatus
from typing import Literal

from flask import Blueprint, Response, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from app.audit.services import Actor
from app.auth.guard import current_actor
from app.core.access import requires
from app.core.clock import OSLO, now
from app.core.database import db, transaction
from app.core.errors import DomainError
from app.core.formatting import long_date
from app.core.forms import Form
from app.meetings.documents.minutes_document import Issue, extract_pdf, minutes_pdf
from app.meetings.domain.event_log import EventLog
from app.meetings.domain.minutes import Face, full_minutes
from app.meetings.domain.minutes_checklist import blockers
from app.meetings.live.act_form import fill
from app.meetings.live.blocker_words import blocker_words
from app.meetings.live.queries import log_of, occasion_of, told_of
from app.meetings.meeting_words import minutes_state_name
from app.meetings.minutes_room.forms import FrameForm, InMeetingForm, NoteForm, SignaturesForm
from app.meetings.minutes_room.queries import (
    FACE_IDS,
    approving_meetings,
    draft_text,
    issue_of,
    latest_version,
    state_of_minutes,
    text_of,
    versions_of,
)
from app.meetings.minutes_room.services.minutes import (
    InMeeting,
    Signatures,
    add_note,
    approve_minutes,
    publish_minutes,
    set_frame,
)
from app.meetings.minutes_texts.minutes_text import MinutesText
from app.meetings.models import Meeting
from app.meetings.refusal_texts import describe
from app.meetings.room import KEEP, SEE, keeps, meeting_to_keep, meeting_to_read

minutes_room = Blueprint("minutes", __name__, url_prefix="/admin/moter/<address>/protokoll")

FaceName = Literal["offentlig", "full"]
FACES = {"offentlig": Face.PUBLIC, "full": Face.FULL}
SIGNATURES = "underskrift-"
Act = Callable[[Session, Meeting, Actor, datetime], object]


@minutes_room.get("")
@requires(SEE)
def show(address: str) -> str:
    """What is missing, and the minutes as they stand."""
    return _page(meeting_to_read(db.session(), address))


@minutes_room.get("/<any(offentlig,full):face>.pdf")
@requires(SEE)
def document(address: str, face: FaceName) -> Response:
    """The minutes as PDF: the latest version, or the draft while there is none."""
    meeting = meeting_to_read(db.session(), address)
    text, issue = _latest(meeting, FACES[face])
    return _pdf(minutes_pdf(text, issue), f"protokoll-{address}-{face}.pdf")


@minutes_room.get("/sak/<int:place>.pdf")
@requires(SEE)
def extract(address: str, place: int) -> Response:
    """One case with the meeting's head, for its parties: the item at this place of the minutes, from 1."""
    meeting = meeting_to_read(db.session(), address)
    text, issue = _latest(meeting, Face.FULL)
    if not 1 <= place <= len(text.items):
        abort(HTTPStatus.NOT_FOUND)
    of_item = Issue(f"{issue.document_id}-{place}", issue.dated)
    return _pdf(extract_pdf(text, text.items[place - 1], of_item), f"saerutskrift-{address}-{place}.pdf")


@minutes_room.post("/ramme")
@requires(KEEP)
def frame(address: str) -> ResponseReturnValue:
    """Secretary and place, when they were not known before."""
    form = FrameForm(prefix="ramme-")

    def act(session: Session, meeting: Meeting, by: Actor, at: datetime) -> None:
        set_frame(session, meeting, form.secretary.data or "", form.place.data or "", by=by, at=at)

    return _answer(address, form, act, _("Lagret."))


@minutes_room.post("/underskrifter")
@requires(KEEP)
def by_signatures(address: str) -> ResponseReturnValue:
    """Approved by those whom the council has chosen to sign."""
    meeting = meeting_to_keep(db.session(), address)
    form = _signatures_form(meeting, sent=True)

    def act(session: Session, meeting: Meeting, by: Actor, at: datetime) -> object:
        chosen = tuple(int(each) for each in form.chosen.data or ())
        signed = tuple(int(each) for each in form.signed.data or ())
        how = Signatures(chosen, signed, form.on.data or at.astimezone(OSLO).date())
        return approve_minutes(session, meeting, how, by=by, at=at)

    return _answer(address, form, act, _("Protokollen er godkjent. Nå kan den publiseres."))


@minutes_room.post("/i-mote")
@requires(KEEP)
def in_meeting(address: str) -> ResponseReturnValue:
    """Approved by a vote in a later meeting."""
    form = _in_meeting_form(meeting_to_keep(db.session(), address), sent=True)

    def act(session: Session, meeting: Meeting, by: Actor, at: datetime) -> object:
        return approve_minutes(session, meeting, InMeeting(form.meeting.data or ""), by=by, at=at)

    return _answer(address, form, act, _("Protokollen er godkjent. Nå kan den publiseres."))


@minutes_room.post("/publiser")
@requires(KEEP)
def publish(address: str) -> ResponseReturnValue:
    """The public face is for everyone from now on."""

    def act(session: Session, meeting: Meeting, by: Actor, at: datetime) -> object:
        return publish_minutes(session, meeting, by=by, at=at)

    return _answer(address, Form(), act, _("Protokollen er publisert."))


@minutes_room.post("/merknad")
@requires(KEEP)
def noted(address: str) -> ResponseReturnValue:
    """A correction or remark after the minutes' own text."""
    form = NoteForm(prefix="merknad-")

    def act(session: Session, meeting: Meeting, by: Actor, at: datetime) -> object:
        return add_note(session, meeting, form.text.data or "", by=by, at=at)

    return _answer(address, form, act, _("Merknaden er lagt til."))


def _answer(address: str, form: Form, act: Act, done: str) -> ResponseReturnValue:
    """Back to the room when it was done; else the room with what must be put right, and all that was typed."""
    meeting = meeting_to_keep(db.session(), address)
    if form.validate_on_submit():
        told = told_of(log_of(db.session(), meeting, now()))
        try:
            with transaction() as session:
                act(session, meeting_to_keep(session, address), current_actor(), now())
        except DomainError as refusal:
            form.form_errors.append(describe(refusal, told))
        else:
            flash(done, "success")
            return redirect(url_for("minutes.show", address=address), HTTPStatus.SEE_OTHER)
    return _page(meeting_to_keep(db.session(), address), form), HTTPStatus.UNPROCESSABLE_ENTITY


def _page(meeting: Meeting, sent: Form | None = None) -> str:
    session = db.session()
    log = log_of(session, meeting, now())
    latest = latest_version(session, meeting)
    told = told_of(log)
    missing = [blocker_words(each, told) for each in blockers(full_minutes(log.now, occasion_of(session, meeting)))]
    text = text_of(latest, Face.FULL) if latest else draft_text(session, meeting, Face.FULL, now())
    state = state_of_minutes(session, meeting)
    return render_template(
        "meetings/minutes/room.html",
        meeting=meeting,
        state=state,
        state_name=minutes_state_name(state),
        missing=[] if state != "draft" else missing,
        text=text,
        versions=versions_of(session, meeting),
        keeps=keeps(meeting.council),
        faces=FACE_IDS,
        state_names=minutes_state_name,
        sent=sent,
        csrf=Form(),
        **_forms(meeting, sent),
    )


def _forms(meeting: Meeting, sent: Form | None) -> dict[str, Form]:
    given: dict[str, object] = {"secretary": meeting.secretary, "place": meeting.place}
    return {
        "frame": sent if isinstance(sent, FrameForm) else FrameForm(None, prefix="ramme-", data=given),
        "signatures": sent if isinstance(sent, SignaturesForm) else _signatures_form(meeting),
        "in_meeting": sent if isinstance(sent, InMeetingForm) else _in_meeting_form(meeting),
        "note": sent if isinstance(sent, NoteForm) else NoteForm(None, prefix="merknad-"),
    }


def _signatures_form(meeting: Meeting, *, sent: bool = False) -> SignaturesForm:
    log = log_of(db.session(), meeting, now())
    leader = [str(log.now.leader)] if log.now.leader is not None else []
    today = now().astimezone(OSLO).date()
    given = {"on": today, "chosen": leader}
    form = SignaturesForm(prefix=SIGNATURES) if sent else SignaturesForm(None, prefix=SIGNATURES, data=given)
    people = list(_who_met(log))
    fill(form.chosen, people)
    fill(form.signed, people)
    return form


def _who_met(log: EventLog) -> list[tuple[str, str]]:
    """Everybody who sat in a seat at some moment, by name."""
    roster = log.setting.roster
    ids = {sitting.person_id for each in log.now.happened for sitting in each.occupancy.sitting}
    return sorted(((str(each), roster.attendee(each).name) for each in ids), key=lambda each: each[1])


def _in_meeting_form(meeting: Meeting, *, sent: bool = False) -> InMeetingForm:
    form = InMeetingForm(prefix="mote-") if sent else InMeetingForm(None, prefix="mote-")
    found = approving_meetings(db.session(), meeting, now())
    fill(form.meeting, [(each.address, f"{each.number}, {long_date(each.on)}") for each in found], _("Velg et møte"))
    return form


def _latest(meeting: Meeting, face: Face) -> tuple[MinutesText, Issue]:
    latest = latest_version(db.session(), meeting)
    if latest:
        return text_of(latest, face), issue_of(meeting, latest, face)
    log = log_of(db.session(), meeting, now())
    dated = log.now.happened[-1].at if log.now.happened else meeting.starts_at
    try:
        text = draft_text(db.session(), meeting, face, now())
    except DomainError:
        abort(HTTPStatus.CONFLICT)
    return text, Issue(f"MP-{meeting.address}-utkast-{FACE_IDS[face]}", dated)


def _pdf(content: bytes, name: str) -> Response:
    answer = Response(content, mimetype="application/pdf")
    answer.headers.set("Content-Disposition", "inline", filename=name)
    return answer
