"""The meeting room: one page from which a meeting is recorded as it goes.

Each act is a form of its own. Sent twice it counts once; sent by one who has not seen what others recorded, it is
answered 409 with the meeting as it stands.
"""

import hashlib
import json
from collections.abc import Mapping
from http import HTTPStatus

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.auth.guard import current_actor
from app.core.access import requires
from app.core.clock import now
from app.core.database import db, transaction
from app.core.errors import DomainError
from app.core.forms import Form
from app.meetings.domain.event_log import EventLog, OutOfSequence, SentWithOtherWords, Undo
from app.meetings.domain.minutes import full_minutes
from app.meetings.domain.minutes_checklist import Blocker, blockers
from app.meetings.live.act_form import EVENT_ID_LENGTH, ActForm
from app.meetings.live.blocker_words import blocker_words
from app.meetings.live.item_acts import RaiseAct
from app.meetings.live.queries import form_of, log_of, occasion_of, told_of
from app.meetings.live.screen import ACTS, possible_acts, screen_of
from app.meetings.live.services.recording import raise_item, record_entry
from app.meetings.models import Meeting
from app.meetings.refusal_texts import describe
from app.meetings.room import KEEP, meeting_to_keep

live_room = Blueprint("live", __name__, url_prefix="/admin/moter/<address>/referat")

ID_LENGTH = 32


@live_room.get("")
@requires(KEEP)
def show(address: str) -> str:
    """Where the meeting stands, what can be recorded now, and the minutes as they grow."""
    meeting = meeting_to_keep(db.session(), address)
    return _page(meeting, log_of(db.session(), meeting, now()))


@live_room.post("/<act>")
@requires(KEEP)
def record_act(address: str, act: str) -> ResponseReturnValue:
    """Record one thing that happened."""
    meeting = meeting_to_keep(db.session(), address)
    log = log_of(db.session(), meeting, now())
    form = (ACTS.get(act) or abort(HTTPStatus.NOT_FOUND))(prefix=f"{act}-")
    event_id = _event_id(address, form.event_id.data)
    if any(each.event_id == event_id for each in log.entries):
        return _back(address)
    if (stale := _stale(form.sequence.data, log)) is not None:
        return _refused(meeting, log, form, stale)
    form.prepare(log)
    if not form.validate():
        return _page(meeting, log, form), HTTPStatus.UNPROCESSABLE_ENTITY
    try:
        _record(address, form, event_id)
    except DomainError as refusal:
        return _refused(meeting_to_keep(db.session(), address), log, form, refusal)
    return _back(address)


@live_room.post("/angre")
@requires(KEEP)
def undo(address: str) -> ResponseReturnValue:
    """Take an entry back; it stays in the log, and so does this."""
    meeting, form = meeting_to_keep(db.session(), address), Form()
    log = log_of(db.session(), meeting, now())
    event_id = _event_id(address, request.form.get("event_id"))
    if any(each.event_id == event_id for each in log.entries):
        return _back(address)
    if (stale := _stale(request.form.get("sequence"), log)) is not None:
        return _refused(meeting, log, form, stale)
    entry = Undo(event_id, log.next_sequence, now(), request.form.get("undone", ""))
    try:
        with transaction() as session:
            record_entry(session, meeting_to_keep(session, address), entry, by=current_actor(), at=now())
    except DomainError as refusal:
        return _refused(meeting_to_keep(db.session(), address), log, form, refusal)
    flash(_("Angret."), "success")
    return _back(address)


def _record(address: str, form: ActForm, event_id: str) -> None:
    with transaction() as session:
        meeting = meeting_to_keep(session, address)
        log = log_of(session, meeting, now())
        entry = form.entry(log, meeting.starts_at, event_id, now())
        if (stale := _stale(form.sequence.data, log)) is not None:
            raise stale
        if isinstance(form, RaiseAct):
            raise_item(
                session,
                meeting,
                form.item_heading(),
                event_id=event_id,
                sequence=entry.sequence,
                moment=entry.at,
                by=current_actor(),
                at=now(),
            )
        else:
            record_entry(session, meeting, entry, by=current_actor(), at=now())


def _event_id(address: str, given: str | None) -> str:
    """The id from the device; without a script, one made of what was sent: a double click is one act."""
    if given:
        return given[:EVENT_ID_LENGTH]
    sent = sorted((name, value) for name, value in request.form.items(multi=True) if "csrf_token" not in name)
    return hashlib.sha256(json.dumps([address, request.path, sent]).encode()).hexdigest()[:ID_LENGTH]


def _stale(given: str | None, log: EventLog) -> OutOfSequence | None:
    """Why it cannot be recorded: others have recorded something since the page was read."""
    seen = int(given) if given and given.isdecimal() else 0
    return None if seen == log.next_sequence else OutOfSequence(seen, log.next_sequence)


def _refused(meeting: Meeting, log: EventLog, form: Form, refusal: DomainError) -> ResponseReturnValue:
    meets_others = isinstance(refusal, OutOfSequence | SentWithOtherWords)
    status = HTTPStatus.CONFLICT if meets_others else HTTPStatus.UNPROCESSABLE_ENTITY
    fresh = log_of(db.session(), meeting, now())
    if isinstance(form, ActForm):
        form.prepare(fresh)
    form.form_errors.append(describe(refusal, told_of(log)))
    return _page(meeting, fresh, form), status


def _back(address: str) -> ResponseReturnValue:
    return redirect(url_for("live.show", address=address), HTTPStatus.SEE_OTHER)


def _page(meeting: Meeting, log: EventLog, sent: Form | None = None) -> str:
    occasion = occasion_of(db.session(), meeting)
    told = told_of(log)
    missing = [
        blocker_words(each, told)
        for each in blockers(full_minutes(log.now, occasion))
        if each.blocker not in {Blocker.NOT_CLOSED, Blocker.NOT_SET, Blocker.NOBODY_LED}
    ]
    return render_template(
        "meetings/live/room.html",
        meeting=meeting,
        screen=screen_of(log, occasion, form_of(meeting)),
        groups=[(heading, [_shown(each, log, sent) for each in group]) for heading, group in possible_acts(log.now)],
        sent=sent,
        missing=missing,
        csrf=Form(),
    )


def _shown(kind: type[ActForm], log: EventLog, sent: Form | None) -> ActForm:
    """The form as it was sent, to be put right; else an empty one, with what usually stands in it."""
    if isinstance(sent, kind):
        form: ActForm = sent
    else:
        defaults: Mapping[str, object] = {**kind.defaults(log.now), "sequence": log.next_sequence}
        form = kind(None, prefix=f"{kind.act}-", data=defaults)
        form.prepare(log)
    form.sequence.data = str(log.next_sequence)
    return form
