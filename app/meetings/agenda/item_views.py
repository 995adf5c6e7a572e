"""One item of an agenda: its heading, its case text, its papers, and who demands it."""

import tempfile
from http import HTTPStatus
from pathlib import Path

from flask import (
    Blueprint,
    Response,
    abort,
    current_app,
    render_template,
    request,
    stream_with_context,
    url_for,
)
from flask.typing import ResponseReturnValue
from werkzeug.utils import secure_filename

from app.core.access import requires
from app.core.clock import now
from app.core.database import db, transaction
from app.core.security import takes_files
from app.meetings import texts
from app.meetings.acts import acted, answer, attempt
from app.meetings.agenda.file_types import MEDIA_TYPES, PaperKind, kind_of
from app.meetings.agenda.forms import DemandForm, ItemForm, PaperForm, bases
from app.meetings.agenda.queries import demand_of, demanding, members_of
from app.meetings.agenda.services.demand import record_demand
from app.meetings.agenda.services.papers import Paper, attach, detach, set_case_text, streamed_content
from app.meetings.agenda.views import act_on_meeting
from app.meetings.domain.exemption import Passage
from app.meetings.edit_form import EditForm
from app.meetings.models import AgendaItemRow, Attachment, Meeting
from app.meetings.queries import item_by_key
from app.meetings.room import KEEP, SEE, keeps, meeting_to_keep, meeting_to_read
from app.meetings.services.agenda import change_item

item_room = Blueprint("agenda_item", __name__, url_prefix="/admin/moter/<address>/sak/<key>")


@item_room.get("")
@requires(SEE)
def item(address: str, key: str) -> str:
    """One item with its case text, its papers, and who demands it."""
    return _item_page(address, key)


@item_room.route("/rediger", methods=["GET", "POST"])
@requires(KEEP)
def heading(address: str, key: str) -> ResponseReturnValue:
    """What the item is: kind, title, recommendation."""
    meeting = meeting_to_keep(db.session(), address)
    row = _the_item(meeting, key)
    form = ItemForm(obj=row if request.method == "GET" else None, seen=meeting.edit).offer()

    def save() -> None:
        with transaction() as session:
            found = meeting_to_keep(session, address)
            change_item(session, found, key, form.heading(), seen=form.seen.data or 0, **acted())

    def page() -> str:
        found = meeting_to_keep(db.session(), address)
        return render_template("meetings/item_heading.html", meeting=found, item=_the_item(found, key), form=form)

    if request.method == "GET":
        return page()
    return answer(url_for("agenda_item.item", address=address, key=key), page, saved=attempt(form, save))


@item_room.route("/tekst", methods=["GET", "POST"])
@requires(KEEP)
def case_text(address: str, key: str) -> ResponseReturnValue:
    """The case text, passage by passage, each public or under its paragraph."""
    meeting = meeting_to_keep(db.session(), address)
    typed = [Passage(each.html, each.exempt_under) for each in _the_item(meeting, key).passages]
    form = EditForm(seen=meeting.edit)
    if request.method == "POST":
        typed = [
            Passage(html, basis)
            for html, basis in zip(request.form.getlist("html"), request.form.getlist("basis"), strict=False)
        ]

    def save() -> None:
        with transaction() as session:
            found = meeting_to_keep(session, address)
            set_case_text(session, found, key, typed, seen=form.seen.data or 0, **acted())

    def page() -> str:
        found = meeting_to_keep(db.session(), address)
        return render_template(
            "meetings/case_text.html",
            meeting=found,
            item=_the_item(found, key),
            form=form,
            passages=[*typed, Passage("")],
            bases=bases(),
            texts=texts,
        )

    if request.method == "GET":
        return page()
    more = request.form.get("act") == "more"
    there = url_for("agenda_item.case_text" if more else "agenda_item.item", address=address, key=key)
    return answer(there, page, saved=attempt(form, save))


@item_room.post("/vedlegg")
@requires(KEEP)
@takes_files("LARGEST_PAPER")
def add_paper(address: str, key: str) -> ResponseReturnValue:
    """A paper that goes with the item; what it is, is read from its bytes."""
    form = PaperForm(prefix="vedlegg").offer()

    def save() -> None:
        upload = form.file.data
        name = secure_filename(upload.filename or "") or "vedlegg"
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "paper"
            upload.save(path)
            kind = kind_of(path, name, current_app.config["LARGEST_PAPER"])
            paper = Paper(path, name, kind, (form.title.data or "").strip(), form.exempt_under.data or "")
            with transaction() as session:
                attach(session, meeting_to_keep(session, address), key, paper, seen=form.seen.data or 0, **acted())

    meeting_to_keep(db.session(), address)
    there = url_for("agenda_item.item", address=address, key=key, _anchor="vedlegg")
    return answer(there, lambda: _item_page(address, key, form), saved=attempt(form, save))


@item_room.post("/vedlegg/<int:number>/fjern")
@requires(KEEP)
def remove_paper(address: str, key: str, number: int) -> ResponseReturnValue:
    """Take a paper away."""
    return act_on_meeting(
        address,
        EditForm(),
        lambda session, found, seen: detach(session, found, key, number, seen=seen, **acted()),
        there=url_for("agenda_item.item", address=address, key=key, _anchor="vedlegg"),
    )


@item_room.get("/vedlegg/<int:number>")
@requires(SEE)
def paper(address: str, key: str, number: int) -> Response:
    """A paper as it was handed in, exempt or not: for those who may read everything."""
    row = _the_item(meeting_to_read(db.session(), address), key)
    found = next((each for each in row.attachments if each.id == number), None) or abort(HTTPStatus.NOT_FOUND)
    return streamed(found)


@item_room.post("/krav")
@requires(KEEP)
def demand(address: str, key: str) -> ResponseReturnValue:
    """Who demands that the item is on the agenda."""
    members = members_of(db.session(), meeting_to_keep(db.session(), address), now())
    form = DemandForm(prefix="krav").offer(members)

    def save() -> None:
        with transaction() as session:
            found = meeting_to_keep(session, address)
            record_demand(session, found, key, form.members.data or [], seen=form.seen.data or 0, **acted())

    there = url_for("agenda_item.item", address=address, key=key, _anchor="krav")
    return answer(there, lambda: _item_page(address, key, form), saved=attempt(form, save))


def streamed(attachment: Attachment) -> Response:
    """The bytes of a paper, a piece at a time; always downloaded, never shown as a page of ours."""
    file = attachment.file
    answered = Response(
        stream_with_context(streamed_content(db.session(), file.id)), mimetype=MEDIA_TYPES[PaperKind(file.kind)]
    )
    answered.headers.set("Content-Disposition", "attachment", filename=file.name)
    answered.content_length = file.size
    answered.headers["Cache-Control"] = "no-store"
    return answered


def _the_item(meeting: Meeting, key: str) -> AgendaItemRow:
    return item_by_key(meeting, key) or abort(HTTPStatus.NOT_FOUND)


def _item_page(address: str, key: str, sent: PaperForm | DemandForm | None = None) -> str:
    session = db.session()
    meeting = meeting_to_read(session, address)
    row = _the_item(meeting, key)
    members = members_of(session, meeting, now())
    forms = {
        "vedlegg": PaperForm(None, seen=meeting.edit, prefix="vedlegg").offer(),
        "krav": DemandForm(None, seen=meeting.edit, members=list(demanding(session, row)), prefix="krav").offer(
            members
        ),
    }
    if sent is not None:
        forms[sent._prefix.removesuffix("-")] = sent
    return render_template(
        "meetings/item.html",
        meeting=meeting,
        item=row,
        kept=keeps(meeting.council) and row.sent_on is None,
        third=demand_of(session, meeting, row, now()),
        forms=forms,
        form=EditForm(None, seen=meeting.edit),
        sent=sent,
        texts=texts,
        largest=current_app.config["LARGEST_PAPER"] // (1024 * 1024),
    )
