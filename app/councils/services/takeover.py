"""A council takes office: seats are filled, deputies ranked, and the previous council ends, in one act."""

from collections.abc import Sequence, Set
from datetime import date, datetime
from itertools import chain

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.audit.services import Actor, record
from app.councils.council_models import Council, CouncilTerm, RankedCandidate, Term
from app.councils.domain.basis import CouncilBasis
from app.councils.domain.history import History
from app.councils.domain.outgoing import Outgoing
from app.councils.domain.recording import Entry, Spell, new
from app.councils.domain.sitting_council import RankedDeputy
from app.councils.domain.takeover import ElectionOutcome, Start, Takeover, take_over
from app.councils.domain.terms import Term as Days
from app.councils.domain.terms import require_term_is_over
from app.councils.events import CouncilTookOffice
from app.councils.refusals import UnknownGroup
from app.councils.services.closing import closing_entries
from app.councils.services.set_up import CouncilTermPlan, open_council_term
from app.councils.services.spells import record_spells
from app.councils.spell_rows import history_of


def take_office(
    session: Session,
    council: Council,
    term: Term,
    plan: CouncilTermPlan,
    *,
    outcome: ElectionOutcome,
    start: Start,
    candidates: Sequence[RankedDeputy] = (),
    no_longer_eligible: Set[int] = frozenset(),
    by: Actor,
    at: datetime,
) -> tuple[CouncilTerm, Takeover]:
    """The council in its new term, and all that was recorded.

    The council that sits until now ends: at the start of the new one, an appointed one at the latest at the year-end
    after the election. ``candidates`` are those of a direct election, ranked, for new settlements later in the term.
    ``no_longer_eligible`` are persons elected who can take no seat or deputy's place that day.
    Refused, with nothing stored, when the outcome does not add up, somebody is elected twice, or a list is unknown; and
    when an appointed council would cut short the term of an elected one.

    Law: kommuneloven (2018) §§ 5-7, 5-8, 7-1.
    Rules: R-7, R-194, R-210, R-212, R-262.
    """
    _require_known(outcome, plan)
    previous = _previous(session, council, plan.from_on)
    require_may_succeed(session, council, plan.kind.basis, plan.elected_on, plan.from_on)
    history = history_of(session, previous.id) if previous else History()
    outgoing = Outgoing(previous.basis, history.known_at(at), plan.elected_on.year) if previous else None
    done = take_over(outcome, start, outgoing, no_longer_eligible)
    if previous and done.outgoing:
        previous.to_on = min(previous.to_on, done.outgoing.to_on)
        record_spells(session, previous, closing_entries(history, done.outgoing, at), by=by, at=at)
    council_term = open_council_term(session, council, term, plan, by=by, at=at)
    session.flush()
    record_spells(session, council_term, _beginnings(done), by=by, at=at)
    _keep_candidates(session, council_term, candidates)
    record(session, _took_office(council, plan, start, done), by=by, at=at)
    return council_term, done


def _require_known(outcome: ElectionOutcome, plan: CouncilTermPlan) -> None:
    """Rules: R-262."""
    codes = tuple(code for code, _name in plan.groups)
    for each in outcome.lists:
        if each.code and each.code not in codes:
            raise UnknownGroup(each.code, codes)


def require_may_succeed(
    session: Session, council: Council, basis: CouncilBasis, elected_on: date, from_on: date
) -> None:
    """Refuse an appointed council that would begin in the middle of a directly elected one's term.

    Law: kommuneloven (2018) § 5-8.
    Rules: R-7.
    """
    previous = _previous(session, council, from_on)
    if basis is CouncilBasis.APPOINTED and previous and from_on < previous.to_on:
        days = Days(previous.from_on, previous.to_on)
        require_term_is_over(previous.basis, previous.elected_on, days, elected_on)


def _previous(session: Session, council: Council, from_on: date) -> CouncilTerm | None:
    """The council's latest term that began before this day, if it lasts until the day or longer."""
    earlier = CouncilTerm.council_id == council.id, CouncilTerm.from_on < from_on
    return session.scalar(
        select(CouncilTerm).where(*earlier, CouncilTerm.to_on >= from_on).order_by(CouncilTerm.from_on.desc())
    )


def _beginnings(done: Takeover) -> list[Entry]:
    spells: chain[Spell] = chain(done.seats, done.deputies, done.roles)
    return [new(each) for each in spells]


def _keep_candidates(session: Session, council_term: CouncilTerm, candidates: Sequence[RankedDeputy]) -> None:
    """Rules: R-212."""
    session.add_all(
        RankedCandidate(council_term_id=council_term.id, person_id=each.person_id, list_code=each.group, rank=each.rank)
        for each in candidates
    )
    session.flush()


def _took_office(council: Council, plan: CouncilTermPlan, start: Start, done: Takeover) -> CouncilTookOffice:
    return CouncilTookOffice(
        council.slug,
        start.from_on.isoformat(),
        start.decision_reference,
        len(done.seats),
        plan.seats - len(done.seats),
        len(done.deputies),
        done.outgoing.to_on.isoformat() if done.outgoing else None,
    )
