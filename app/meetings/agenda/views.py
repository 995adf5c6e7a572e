"""The agenda room: the items in order, and what it takes to put them there."""

from collections.abc import Callable
from http import HTTPStatus

from flask import (
    Blueprint,
    abort,
    redirect,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue

from app.auth.guard import current_actor
from app.core.access import requires
from app.core.clock import now
from app.core.database import db, transaction
from app.meetings import texts
from app.meetings.acts import acted, answer, attempt
from app.meetings.agenda.forms import ItemForm, OrderForm, StateForm
from app.meetings.agenda.services.usual_items import put_usual_items
from app.meetings.domain.agenda import ItemKind
from app.meetings.domain.states import ITEM_MOVES, ItemState
from app.meetings.edit_form import EditForm
from app.meetings.models import Meeting
from app.meetings.room import KEEP, SEE, keeps, meeting_to_keep, meeting_to_read
from app.meetings.services.agenda import move_item, order_items, put_item, set_item_state

agenda_room = Blueprint("agenda", __name__, url_prefix="/admin/moter/<address>")

SETTABLE = (ItemState.ON_AGENDA, ItemState.DRAFT, ItemState.WITHDRAWN)


@agenda_room.get("")
@requires(SEE)
def show(address: str) -> str:
    """The meeting: its frame, its agenda, and what can be done now."""
    return agenda_page(address)


@agenda_room.route("/ny-sak", methods=["GET", "POST"])
@requires(KEEP)
def create(address: str) -> ResponseReturnValue:
    """A new item."""
    meeting = meeting_to_keep(db.session(), address)
    form = ItemForm(seen=meeting.edit, kind=ItemKind.DECISION).offer()
    made: list[str] = []

    def save() -> None:
        with transaction() as session:
            found = meeting_to_keep(session, address)
            row = put_item(session, found, form.heading(), seen=form.seen.data or 0, by=current_actor(), at=now())
            made.append(row.key)

    def page() -> str:
        return render_template(
            "meetings/item_heading.html", meeting=meeting_to_keep(db.session(), address), item=None, form=form
        )

    if request.method == "GET":
        return page()
    saved = attempt(form, save)
    return answer(url_for("agenda_item.item", address=address, key=made[0]) if made else "", page, saved=saved)


@agenda_room.post("/faste-saker")
@requires(KEEP)
def usual(address: str) -> ResponseReturnValue:
    """The items that every meeting begins with."""
    return act_on_meeting(
        address, EditForm(), lambda session, found, seen: put_usual_items(session, found, seen=seen, **acted())
    )


@agenda_room.post("/rekkefolge")
@requires(KEEP)
def order(address: str) -> ResponseReturnValue:
    """The items in another order: all of them dragged, or one moved by its buttons."""
    form = OrderForm()

    def save(session: object, found: Meeting, seen: int) -> None:
        del session
        if form.order.data:
            order_items(db.session(), found, form.order.data.split(), seen=seen, **acted())
        else:
            move_item(db.session(), found, form.key.data or "", _number(form.to.data), seen=seen, **acted())

    return act_on_meeting(address, form, save, anchor=f"sak-{form.key.data}" if form.key.data else "saksliste")


@agenda_room.post("/sak/<key>/tilstand")
@requires(KEEP)
def state(address: str, key: str) -> ResponseReturnValue:
    """Ready for the agenda, back to a draft, or withdrawn."""
    meeting_to_keep(db.session(), address)
    form = StateForm()
    if form.state.data not in set(SETTABLE):
        abort(HTTPStatus.BAD_REQUEST)
    to = ItemState(form.state.data)
    return act_on_meeting(
        address, form, lambda session, found, seen: set_item_state(session, found, key, to, seen=seen, **acted())
    )


def act_on_meeting(
    address: str,
    form: EditForm,
    act: Callable[..., object],
    *,
    there: str = "",
    anchor: str = "",
) -> ResponseReturnValue:
    """Do something to the meeting that has no page of its own; what is refused is told on the agenda's page."""

    def save() -> None:
        with transaction() as session:
            act(session, meeting_to_keep(session, address), form.seen.data or 0)

    meeting_to_keep(db.session(), address)
    if attempt(form, save):
        return redirect(there or url_for("agenda.show", address=address, _anchor=anchor or None), HTTPStatus.SEE_OTHER)
    return agenda_page(address, form), HTTPStatus.UNPROCESSABLE_ENTITY


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 6 else 1


def agenda_page(address: str, sent: EditForm | None = None) -> str:
    meeting = meeting_to_read(db.session(), address)
    moves = {each.key: [to for to in SETTABLE if to in ITEM_MOVES[each.state]] for each in meeting.items}
    return render_template(
        "meetings/meeting.html",
        meeting=meeting,
        items=sorted(meeting.items, key=lambda each: (each.position, each.id)),
        moves=moves,
        kept=keeps(meeting.council),
        form=EditForm(None, seen=meeting.edit),
        sent=sent,
        texts=texts,
    )
