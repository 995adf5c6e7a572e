"""The items that every meeting begins with."""

from datetime import datetime

from flask_babel import force_locale
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from app.audit.services import Actor
from app.meetings.domain.agenda import ItemKind
from app.meetings.domain.states import ItemState
from app.meetings.models import Meeting
from app.meetings.services.agenda import ItemHeading, put_item, set_item_state


def put_usual_items(session: Session, meeting: Meeting, *, seen: int, by: Actor, at: datetime) -> int:
    """Opening and approval of summons, agenda and of the last minutes, ready, in this order; how many were put there.

    Those that are there are not doubled. They are written in the form the council writes its minutes in.

    Rules: R-282, R-300.
    """
    with force_locale(meeting.language):
        usual = (
            (ItemKind.OPENING, _("Opprop")),
            (ItemKind.OPENING, _("Godkjenning av innkalling")),
            (ItemKind.OPENING, _("Godkjenning av saksliste")),
            (ItemKind.APPROVAL_OF_MINUTES, _("Godkjenning av protokoll fra forrige møte")),
        )
    there = {each.title for each in meeting.items if each.state is not ItemState.WITHDRAWN}
    missing = [each for each in usual if each[1] not in there]
    for kind, title in missing:
        row = put_item(session, meeting, ItemHeading(kind, title), seen=seen, by=by, at=at)
        set_item_state(session, meeting, row.key, ItemState.ON_AGENDA, seen=seen + 1, by=by, at=at)
        seen += 2
    return len(missing)
