"""Pages that a signed link opens without signing in: the summons to one person, and the call to a deputy.

Following a link shows a page and changes nothing; the buttons on it do.
"""

from http import HTTPStatus

from flask import Blueprint, abort, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.audit.services import Actor
from app.core.access import public
from app.core.clock import now
from app.core.database import db, transaction
from app.core.errors import DomainError
from app.core.forms import Form
from app.councils.queries import persons
from app.meetings import texts
from app.meetings.calling.documents.gathered_summons import gathered_summons
from app.meetings.calling.links import Linked, read_deputy, read_summons
from app.meetings.calling.post import deputy_letters, send
from app.meetings.calling.queries import absence_of, seats_called, standing_of
from app.meetings.calling.services.call_out import answer_own_call, report_absence, withdraw_absence
from app.meetings.calling.services.sending import note_read
from app.meetings.domain.call_out import Answered, DeputyAnswer
from app.meetings.domain.minutes import Face
from app.meetings.domain.states import MeetingState
from app.meetings.models import Meeting
from app.meetings.queries import meeting_by_id
from app.meetings.refusal_texts import describe

answers = Blueprint("answers", __name__)

ACTS = ("lest", "forfall", "kommer")


@answers.get("/innkalling/<token>")
@public
def summons(token: str) -> str:
    """The summons to one person: read, cannot come, can after all."""
    return _summons_page(_summoned(token), token)


@answers.post("/innkalling/<token>")
@public
def answer_summons(token: str) -> ResponseReturnValue:
    """What the person who was summoned says."""
    linked, act = _summoned(token), request.form.get("act", "")
    if act not in ACTS or not Form().validate_on_submit():
        abort(HTTPStatus.BAD_REQUEST)
    by, at = Actor(f"person {linked.person_id}"), now()
    asked: tuple[Answered, ...] = ()
    try:
        with transaction() as session:
            meeting = _meeting(linked)
            if act == "lest":
                note_read(session, meeting, linked.person_id, by=by, at=at)
            elif act == "forfall":
                asked = report_absence(session, meeting, linked.person_id, "", by=by, at=at)
            else:
                withdraw_absence(session, meeting, linked.person_id, by=by, at=at)
    except DomainError as refusal:
        return _summons_page(linked, token, describe(refusal)), HTTPStatus.UNPROCESSABLE_ENTITY
    _tell(linked, asked)
    return redirect(url_for("answers.summons", token=token, sagt=act), HTTPStatus.SEE_OTHER)


@answers.get("/varamedlem/<token>")
@public
def deputy(token: str) -> str:
    """The call to a deputy: comes, or cannot."""
    return _deputy_page(_asked(token), token)


@answers.post("/varamedlem/<token>")
@public
def answer_deputy(token: str) -> ResponseReturnValue:
    """What the deputy says; with a no, the next in line is asked."""
    linked, said = _asked(token), request.form.get("act", "")
    if said not in {DeputyAnswer.COMES, DeputyAnswer.DECLINES} or not Form().validate_on_submit():
        abort(HTTPStatus.BAD_REQUEST)
    pair = (linked.absent_person_id, linked.person_id)
    try:
        with transaction() as session:
            meeting = _meeting(linked)
            by = Actor(f"person {linked.person_id}")
            asked = answer_own_call(session, meeting, *pair, DeputyAnswer(said), by=by, at=now())
    except DomainError as refusal:
        return _deputy_page(linked, token, describe(refusal)), HTTPStatus.UNPROCESSABLE_ENTITY
    _tell(linked, asked)
    return redirect(url_for("answers.deputy", token=token), HTTPStatus.SEE_OTHER)


def _summoned(token: str) -> Linked:
    return read_summons(current_app.config["SECRET_KEY"], token) or abort(HTTPStatus.NOT_FOUND)


def _asked(token: str) -> Linked:
    return read_deputy(current_app.config["SECRET_KEY"], token) or abort(HTTPStatus.NOT_FOUND)


def _meeting(linked: Linked) -> Meeting:
    """The meeting, once it has been called; before that there is nothing to answer."""
    meeting = meeting_by_id(db.session(), linked.meeting_id)
    return meeting if meeting and meeting.number else abort(HTTPStatus.NOT_FOUND)


def _tell(linked: Linked, asked: tuple[Answered, ...]) -> None:
    """Ask the next in line by e-mail, where there is a mail server; else the secretary sees who is to be asked."""
    session = db.session()
    letters = deputy_letters(session, _meeting(linked), asked, now())
    send(dict(enumerate(letters)))


def _summons_page(linked: Linked, token: str, refused: str = "") -> str:
    session, meeting = db.session(), _meeting(linked)
    person = persons(session, [linked.person_id]).get(linked.person_id) or abort(HTTPStatus.NOT_FOUND)
    return render_template(
        "meetings/answer_summons.html",
        meeting=meeting,
        summons=gathered_summons(session, meeting, Face.PUBLIC, now()),
        name=person.name,
        has_seat=any(each.person_id == linked.person_id for each in seats_called(session, meeting, now())),
        absent=absence_of(session, meeting, linked.person_id) is not None,
        open=meeting.state is MeetingState.CALLED and now() < meeting.starts_at,
        read=request.args.get("sagt") == "lest",
        refused=refused,
        form=Form(None),
        token=token,
        texts=texts,
    )


def _deputy_page(linked: Linked, token: str, refused: str = "") -> str:
    session, meeting = db.session(), _meeting(linked)
    found = persons(session, [linked.person_id, linked.absent_person_id])
    if len(found) < 2:
        abort(HTTPStatus.NOT_FOUND)
    standing = standing_of(session, meeting, linked.absent_person_id, linked.person_id, now())
    return render_template(
        "meetings/answer_deputy.html",
        meeting=meeting,
        summons=gathered_summons(session, meeting, Face.PUBLIC, now()),
        name=found[linked.person_id].name,
        absent=found[linked.absent_person_id].name,
        standing=standing,
        open=meeting.state is MeetingState.CALLED and now() < meeting.starts_at,
        refused=refused,
        form=Form(None),
        token=token,
        texts=texts,
    )
