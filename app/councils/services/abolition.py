"""The municipal council abolishes a district council: all who sit in it sit no longer."""

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.audit.services import Actor, record
from app.councils.council_models import Council, CouncilTerm
from app.councils.domain.deciding import CaseNumberMissing
from app.councils.domain.membership import EndCause
from app.councils.domain.outgoing import end_all
from app.councils.domain.proposals import Decider
from app.councils.domain.terms import Term, require_can_be_abolished
from app.councils.events import CouncilAbolished
from app.councils.queries import lock
from app.councils.refusals import AbolishedAlready, CouncilAlreadySits, NobodySits
from app.councils.services.closing import closing_entries
from app.councils.services.spells import record_spells
from app.councils.spell_rows import history_of


def abolish_council(
    session: Session, council: Council, on: date, decision_reference: str, *, by: Actor, at: datetime
) -> None:
    """End every spell of the council and the council itself; ``on`` is the first day without it. Its history stays.

    Refused: a directly elected council before its term is over, a council that is abolished, a day on which it has not
    sat the day before, a council that has been made ready for later, a decision without its case number.

    Law: kommuneloven (2018) §§ 5-7, 5-8.
    Rules: R-7, R-262.
    """
    terms = _terms_that_last(session, council, on)
    if council.abolished_on:
        raise AbolishedAlready(council.name, council.abolished_on)
    if not decision_reference.strip():
        raise CaseNumberMissing((Decider.MUNICIPAL_COUNCIL,))
    if later := next((each for each in terms if each.from_on >= on), None):
        raise CouncilAlreadySits(council.name, later.from_on, later.to_on)
    if not terms:
        raise NobodySits(council.name, on)
    _end(session, terms[0], on, by=by, at=at)
    council.abolished_on = on
    record(session, CouncilAbolished(council.slug, on.isoformat(), decision_reference.strip()), by=by, at=at)


def _terms_that_last(session: Session, council: Council, on: date) -> list[CouncilTerm]:
    """The terms that last until the day or longer, held against others who would change them; the earliest first."""
    wanted = select(CouncilTerm).where(CouncilTerm.council_id == council.id, CouncilTerm.to_on >= on)
    terms = list(session.scalars(wanted.order_by(CouncilTerm.from_on)))
    for each in terms:
        lock(session, each)
    session.refresh(council)
    return terms


def _end(session: Session, council_term: CouncilTerm, on: date, *, by: Actor, at: datetime) -> None:
    """Rules: R-7, R-262."""
    require_can_be_abolished(council_term.basis, on, Term(council_term.from_on, council_term.to_on))
    history = history_of(session, council_term.id)
    endings = end_all(history.known_at(at), on, EndCause.COUNCIL_ABOLISHED)
    council_term.to_on = on
    record_spells(session, council_term, closing_entries(history, endings, at), by=by, at=at)
