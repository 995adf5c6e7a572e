"""Enter the ballots of several districts at once: those whose figures have changed, and no other."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from app.audit.services import Actor
from app.councils.appointing.models import Appointment
from app.councils.appointing.queries import district_votes
from app.councils.appointing.services.appointments import set_ballots
from app.councils.domain.seat_targets import PartyVotes


def set_all_ballots(
    session: Session,
    appointment: Appointment,
    ballots: Mapping[str, Sequence[PartyVotes]],
    *,
    seen: Mapping[str, int],
    by: Actor,
    at: datetime,
) -> int:
    """How many districts were changed. ``ballots``: slug → parties' ballots; ``seen``: slug → the edit that was read.

    Rules: R-232, R-233.
    """
    changed = 0
    for row in appointment.councils:
        slug = row.council.slug
        if slug in ballots and {*ballots[slug]} != {*district_votes(row).parties}:
            set_ballots(session, row, ballots[slug], seen=seen.get(slug, 0), by=by, at=at)
            changed += 1
    return changed
