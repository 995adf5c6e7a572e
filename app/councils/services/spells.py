"""Write down what has become of a membership. All of it can be true together, or nothing is stored."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from app.audit.services import Actor
from app.councils.council_models import CouncilTerm
from app.councils.domain.history import History, Membership
from app.councils.domain.membership_checks import require_possible
from app.councils.domain.recording import Entry, require_unreplaced
from app.councils.domain.terms import Term
from app.councils.queries import lock, seats_of
from app.councils.spell_rows import history_of, write


def record_spells(
    session: Session, council_term: CouncilTerm, entries: Sequence[Entry], *, by: Actor, at: datetime
) -> Membership:
    """Add the entries, and give the membership as it is known afterwards.

    Refused when a fact has been corrected by others meanwhile, or when not all spells can be true together; the
    transaction is then rolled back by whoever opened it. The act itself is recorded in the audit trail by the caller.

    Rules: R-253, R-256, R-259, R-262.
    """
    lock(session, council_term)
    require_unreplaced(entries, _replaced(history_of(session, council_term.id)))
    write(session, council_term.id, entries, by=by.name, at=at)
    membership = history_of(session, council_term.id).known_at(at)
    require_possible(membership, seats_of(session, council_term), Term(council_term.from_on, council_term.to_on))
    return membership


def _replaced(history: History) -> set[tuple[type, int]]:
    """Kind of spell and number of each version that another replaces."""
    kinds = (
        history.seats,
        history.deputies,
        history.roles,
        history.leaves,
        history.suspensions,
        history.affiliations,
    )
    return {
        (type(each.spell), each.replaces_id) for versions in kinds for each in versions if each.replaces_id is not None
    }
