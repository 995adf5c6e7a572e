"""The call: what goes out and to whom, the summons on paper and by e-mail, absences, and deputies called."""

from http import HTTPStatus
from typing import Literal

from flask import Blueprint, Response, abort, current_app, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from app.core.access import requires
from app.core.clock import now
from app.core.database import db, transaction
from app.core.forms import Form
from app.councils.queries import persons
from app.meetings import texts
from app.meetings.acts import acted, answer, attempt
from app.meetings.calling.documents.gathered_summons import gathered_summons
from app.meetings.calling.documents.summons_pdf import summons_pdf
from app.meetings.calling.forms import AbsenceForm, AnswerForm, WithdrawForm
from app.meetings.calling.post import deputy_letters, deputy_link, letters_zip, send, summons_letters
from app.meetings.calling.queries import (
    absences_of,
    call_log,
    last_issue,
    projection,
    recipients,
    seats_called,
    summonses,
)
from app.meetings.calling.services.call import call_meeting
from app.meetings.calling.services.call_out import answer_call, ask_next, report_absence, withdraw_absence
from app.meetings.calling.services.sending import note_sent
from app.meetings.domain.call_out import Answered, DeputyAnswer
from app.meetings.domain.minutes import Face
from app.meetings.domain.states import ItemState, MeetingState
from app.meetings.edit_form import EditForm
from app.meetings.live.told import Told
from app.meetings.models import Meeting
from app.meetings.room import KEEP, SEE, keeps, meeting_to_keep, meeting_to_read

calling_room = Blueprint("calling", __name__, url_prefix="/admin/moter/<address>")

FACES = {"offentlig": Face.PUBLIC, "full": Face.FULL}


@calling_room.get("/innkalling")
@requires(SEE)
def show(address: str) -> str:
    """What goes out when the meeting is called, or what has gone out, to whom, and who has read it."""
    return _call_page(address)


@calling_room.post("/innkalling")
@requires(KEEP)
def call(address: str) -> ResponseReturnValue:
    """Call the meeting, or send an additional agenda; then the e-mails."""
    form = EditForm()
    told: list[str] = []

    def save() -> None:
        with transaction() as session:
            meeting = meeting_to_keep(session, address)
            names = {each.key: texts.item_name(each) for each in meeting.items}
            called = call_meeting(session, meeting, seen=form.seen.data or 0, **acted())
            told.extend(texts.finding_text(each, names) for each in called.findings)

    meeting_to_keep(db.session(), address)
    saved = attempt(form, save, lambda: _told(address))
    if saved:
        for text in told:
            flash(text, "warning")
        _post(address)
    said = _("Møtet er kalt inn og kunngjort.")
    there = url_for("calling.show", address=address)
    return answer(there, lambda: _call_page(address, form), saved=saved, said=said)


@calling_room.post("/innkalling/send")
@requires(KEEP)
def send_again(address: str) -> ResponseReturnValue:
    """Send the e-mails of the latest summons that have not gone."""
    meeting_to_keep(db.session(), address)
    if attempt(Form(), lambda: None):
        _post(address)
    return redirect(url_for("calling.show", address=address), HTTPStatus.SEE_OTHER)


@calling_room.get("/innkalling/e-post.zip")
@requires(KEEP)
def letters(address: str) -> Response:
    """The e-mails that have not been sent, as files for a mail program."""
    meeting = meeting_to_keep(db.session(), address)
    issue = last_issue(db.session(), meeting) or abort(HTTPStatus.NOT_FOUND)
    body = letters_zip(summons_letters(db.session(), meeting, issue, now()), f"innkalling-{address}")
    return _file(body, "application/zip", f"innkalling-{address}.zip")


@calling_room.get("/innkalling-<any(offentlig,full):face>-<any(nb,nn):language>.pdf")
@requires(SEE)
def document(address: str, face: str, language: Literal["nb", "nn"]) -> Response:
    """The summons as PDF: the public face, or all of it for those who may read what is exempt."""
    meeting = meeting_to_read(db.session(), address)
    summons = gathered_summons(db.session(), meeting, FACES[face], now())
    if not summons.items:
        abort(HTTPStatus.NOT_FOUND)
    return _file(summons_pdf(summons, language), "application/pdf", f"innkalling-{address}-{face}-{language}.pdf")


@calling_room.get("/forfall")
@requires(SEE)
def absences(address: str) -> str:
    """Who cannot come, who is asked instead, and the quorum that can be counted on."""
    return _absence_page(address)


@calling_room.post("/forfall")
@requires(KEEP)
def report(address: str) -> ResponseReturnValue:
    """A member has told the secretary of an absence."""
    form = AbsenceForm(prefix="meld").offer(_members(meeting_to_keep(db.session(), address)))

    def save() -> None:
        with transaction() as session:
            meeting = meeting_to_keep(session, address)
            report_absence(session, meeting, int(form.person.data), (form.note.data or "").strip(), **acted())

    saved = attempt(form, save, lambda: _told(address))
    if saved:
        _post_deputies(address)
    there = url_for("calling.absences", address=address)
    return answer(there, lambda: _absence_page(address, form), saved=saved)


@calling_room.post("/forfall/trekk")
@requires(KEEP)
def withdraw(address: str) -> ResponseReturnValue:
    """The member can come after all."""
    form = WithdrawForm()

    def save() -> None:
        with transaction() as session:
            withdraw_absence(session, meeting_to_keep(session, address), form.person.data or 0, **acted())

    meeting_to_keep(db.session(), address)
    saved = attempt(form, save, lambda: _told(address))
    return answer(url_for("calling.absences", address=address), lambda: _absence_page(address, form), saved=saved)


@calling_room.post("/forfall/spor")
@requires(KEEP)
def ask(address: str) -> ResponseReturnValue:
    """Ask the deputies who are next in line."""
    form = Form()

    def save() -> None:
        with transaction() as session:
            ask_next(session, meeting_to_keep(session, address), **acted())

    meeting_to_keep(db.session(), address)
    saved = attempt(form, save, lambda: _told(address))
    if saved:
        _post_deputies(address)
    return answer(url_for("calling.absences", address=address), lambda: _absence_page(address, form), saved=saved)


@calling_room.post("/forfall/svar")
@requires(KEEP)
def deputy_answer(address: str) -> ResponseReturnValue:
    """What a deputy told the secretary, or that the time to answer has run out."""
    meeting_to_keep(db.session(), address)
    form = AnswerForm()
    said = form.answer.data if form.answer.data in set(DeputyAnswer) - {DeputyAnswer.ASKED} else abort(400)

    def save() -> None:
        with transaction() as session:
            meeting = meeting_to_keep(session, address)
            pair = (form.absent.data or 0, form.deputy.data or 0)
            answer_call(session, meeting, *pair, DeputyAnswer(said), **acted())

    meeting_to_keep(db.session(), address)
    saved = attempt(form, save, lambda: _told(address))
    if saved:
        _post_deputies(address)
    return answer(url_for("calling.absences", address=address), lambda: _absence_page(address, form), saved=saved)


def _post(address: str) -> None:
    """Send what the latest summons has not sent, and write down what came of it."""
    session = db.session()
    meeting = meeting_to_keep(session, address)
    issue = last_issue(session, meeting)
    outcome = send(summons_letters(session, meeting, issue, now()))
    if not outcome:
        return
    with transaction() as writing:
        note_sent(writing, meeting_to_keep(writing, address), outcome, issue=issue, **acted())
    sent = sum(not each for each in outcome.values())
    flash(ngettext("%(num)s e-post er sendt.", "%(num)s e-poster er sendt.", sent), "success")


def _post_deputies(address: str) -> None:
    """Tell the deputies who are asked now; those who were asked before have been told."""
    session = db.session()
    meeting = meeting_to_keep(session, address)
    log = call_log(session, meeting)
    latest = log[-1].at if log else None
    asked = [each for each in log if each.answer is DeputyAnswer.ASKED and each.at == latest]
    send(dict(enumerate(deputy_letters(session, meeting, asked, now()))))


def _call_page(address: str, sent: EditForm | None = None) -> str:
    session = db.session()
    meeting = meeting_to_read(session, address)
    rows = summonses(session, meeting)
    return render_template(
        "meetings/call.html",
        meeting=meeting,
        kept=keeps(meeting.council),
        ready=[each for each in meeting.items if each.state is ItemState.ON_AGENDA],
        drafts=[each for each in meeting.items if each.state is ItemState.DRAFT],
        may_call=meeting.state in {MeetingState.PLANNED, MeetingState.CALLED, MeetingState.MOVED},
        recipients=recipients(session, meeting, now()),
        summonses=rows,
        unsent=[each for each in rows if each.issue == last_issue(session, meeting) and each.sent_at is None],
        by_mail=bool(current_app.config["SMTP"]),
        form=EditForm(None, seen=meeting.edit),
        sent=sent,
        texts=texts,
    )


def _absence_page(address: str, sent: Form | None = None) -> str:
    session = db.session()
    meeting = meeting_to_read(session, address)
    log = call_log(session, meeting)
    found = projection(session, meeting, now())
    away = absences_of(session, meeting)
    asked = {each for line in log for each in (line.absent_person_id, line.deputy_person_id)}
    calls = [each.call for each in found.places] if found else []
    called = {each.person_id for call in calls for each in (call.absent, call.called) if each}
    ids = asked | called | {each.person_id for each in away}
    members = _members(meeting)
    return render_template(
        "meetings/absences.html",
        meeting=meeting,
        kept=keeps(meeting.council) and meeting.state is MeetingState.CALLED,
        projection=found,
        absences=away,
        log=log,
        names={key: each.name for key, each in persons(session, ids).items()},
        open=[each for each in log if _is_open(each, log)],
        links=[deputy_link(meeting, each) for each in log if _is_open(each, log)],
        form=sent if isinstance(sent, AbsenceForm) else AbsenceForm(None, prefix="meld").offer(members),
        blank=Form(None),
        sent=sent,
        texts=texts,
    )


def _is_open(line: Answered, log: tuple[Answered, ...]) -> bool:
    """Whether this is the last that was said of the deputy and the member, and it is that the deputy was asked."""
    same = [
        each
        for each in log
        if (each.absent_person_id, each.deputy_person_id) == (line.absent_person_id, line.deputy_person_id)
    ]
    return same[-1] is line and line.answer is DeputyAnswer.ASKED


def _members(meeting: Meeting) -> list[tuple[int, str]]:
    session = db.session()
    seats = seats_called(session, meeting, now())
    found = persons(session, [each.person_id for each in seats])
    return [(each.person_id, found[each.person_id].name) for each in seats]


def _told(address: str) -> Told:
    meeting = meeting_to_read(db.session(), address)
    return Told(dict(_members(meeting)), {each.key: texts.item_name(each) for each in meeting.items})


def _file(body: bytes, mimetype: str, name: str) -> Response:
    answered = Response(body, mimetype=mimetype)
    answered.headers.set(
        "Content-Disposition", "inline" if mimetype == "application/pdf" else "attachment", filename=name
    )
    answered.headers["Cache-Control"] = "no-store"
    return answered
