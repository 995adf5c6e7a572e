"""Propose, withdraw and decide what happens to the members and deputies of a council during its term."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy.orm import Session

from app.audit.services import Actor, record
from app.councils.council_models import CouncilTerm
from app.councils.domain.carrying_out import carry_out
from app.councils.domain.change_states import ChangeState, change_moves
from app.councils.domain.choices import Choice, chosen, require_something, taken
from app.councils.domain.correcting import ReasonMissing
from app.councils.domain.deciding import Decision, deciders
from app.councils.domain.entry_book import currently_known
from app.councils.domain.events import Event
from app.councils.domain.gender import Gender
from app.councils.domain.history import Membership
from app.councils.domain.proposals import Consequences
from app.councils.domain.recording import Entry
from app.councils.domain.succession import succession
from app.councils.in_term.change_document import (
    document,
    read_consequences,
    read_event,
    write_choices,
    write_consequences,
    write_event,
)
from app.councils.in_term.events import ChangeDecided, ChangeProposed, ChangeWithdrawn
from app.councils.membership_models import MembershipChange
from app.councils.queries import lock, persons, sitting_council
from app.councils.refusals import DayOutsideTerm, ProposalOutdated, UnknownPerson
from app.councils.services.spells import record_spells
from app.councils.spell_rows import history_of


def consequences_of(
    session: Session, council_term: CouncilTerm, event: Event, on: date, known: datetime
) -> Consequences:
    """What the law says follows, for the council as it is known.

    Refused: a day on which the council does not sit, a person who is not in it, and something that changes nothing.

    Rules: R-251, R-252, R-253, R-256, R-262.
    """
    if not council_term.from_on <= on < council_term.to_on:
        raise DayOutsideTerm(on, council_term.from_on, council_term.to_on)
    follows = succession(sitting_council(session, council_term, on, known), event, on)
    require_something(follows)
    return follows


def propose_change(
    session: Session, council_term: CouncilTerm, event: Event, on: date, *, by: Actor, at: datetime
) -> MembershipChange:
    """Write down what has happened from that day on, with what the law says. Nobody's membership is changed by it.

    Rules: R-256.
    """
    follows = consequences_of(session, council_term, event, on, at)
    change = MembershipChange(
        council_term=council_term,
        effective_on=on,
        state=ChangeState.PROPOSED,
        event=write_event(event),
        consequences=write_consequences(follows),
        choices=None,
        proposed_at=at,
        proposed_by=by.name,
        decided_at=None,
        decided_by=None,
        decision_reference="",
    )
    session.add(change)
    session.flush()
    proposed = ChangeProposed(
        str(change.id),
        council_term.council.slug,
        document(event),
        on.isoformat(),
        [each.step.value for each in follows.steps],
    )
    record(session, proposed, by=by, at=at)
    return change


def withdraw_change(session: Session, change: MembershipChange, reason: str, *, by: Actor, at: datetime) -> None:
    """The proposal comes to nothing, and says why. It stays to be read."""
    if not reason.strip():
        raise ReasonMissing
    before = _hold(session, change)
    change.state = change_moves(before, ChangeState.WITHDRAWN)
    record(session, ChangeWithdrawn(str(change.id), {"state": before.value}, change.state, reason), by=by, at=at)


def decide_change(
    session: Session,
    change: MembershipChange,
    choices: Sequence[Choice],
    decision_reference: str,
    *,
    by: Actor,
    at: datetime,
) -> Membership:
    """Write down what is decided: the answers, and in the same act every spell that ends or begins by it.

    Refused, with nothing stored: a change that is decided or withdrawn already, a council that has changed since the
    proposal, an answer that the law does not leave open, a body's decision without a case number, spells that cannot
    be true together.

    Law: kommuneloven (2018) §§ 7-9, 7-10, 7-11, 7-12.
    Rules: R-250, R-252, R-253, R-254, R-256, R-257, R-258, R-259, R-260, R-261, R-262.
    """
    before = _hold(session, change)
    state = change_moves(before, ChangeState.DECIDED)
    decision = Decision(
        read_event(change.event),
        read_consequences(change.consequences),
        tuple(choices),
        change.effective_on,
        decision_reference.strip(),
    )
    entries = _entries(session, change.council_term, decision, at)
    membership = record_spells(session, change.council_term, entries, by=by, at=at)
    change.state, change.choices = state, write_choices(choices)
    change.decided_at, change.decided_by, change.decision_reference = at, by.name, decision.decision_reference
    decided = ChangeDecided(
        str(change.id),
        {"state": before.value},
        state.value,
        change.council_term.council.slug,
        change.effective_on.isoformat(),
        decision.decision_reference,
        [each.value for each in deciders(decision)],
        [document(each) for each in choices],
        [entry_document(each) for each in entries],
    )
    record(session, decided, by=by, at=at)
    return membership


def entry_document(entry: Entry) -> dict[str, object]:
    """A line of what is written down, for the audit trail."""
    return {
        "kind": type(entry.spell).__name__,
        "replaces_id": entry.replaces_id,
        "annulled": entry.annulled,
        **document(entry.spell),
    }


def _hold(session: Session, change: MembershipChange) -> ChangeState:
    """The state of the change as it is stored now; nobody else can act on the council until the act is over."""
    lock(session, change.council_term)
    session.refresh(change)
    return ChangeState(change.state)


def _entries(session: Session, council_term: CouncilTerm, decision: Decision, at: datetime) -> tuple[Entry, ...]:
    council = sitting_council(session, council_term, decision.on, at)
    if succession(council, decision.event, decision.on) != decision.follows:
        raise ProposalOutdated(decision.on)
    known = currently_known(history_of(session, council_term.id), at)
    named = [chosen(*each) for each in taken(decision.follows, decision.choices)]
    return carry_out(known, council, decision, _genders(session, named))


def _genders(session: Session, person_ids: Sequence[int | None]) -> dict[int, Gender | None]:
    """The sex of each person named; one who is not registered is refused."""
    wanted = {each for each in person_ids if each is not None}
    found = persons(session, wanted)
    for person_id in wanted:
        if person_id not in found:
            raise UnknownPerson(person_id)
    return {person_id: person.gender for person_id, person in found.items()}
