"""What was forgotten is written down later, with a reason; the day it became known is kept beside the day it was so."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.audit.models import AuditEvent
from app.core.database import transaction
from app.core.errors import DomainError
from app.councils.council_models import CouncilTerm
from app.councils.domain.adding import decides_spell
from app.councils.domain.basis import CouncilBasis
from app.councils.domain.correcting import ReasonMissing
from app.councils.domain.deciding import CaseNumberMissing
from app.councils.domain.membership import (
    Cause,
    DeputySpell,
    GroupAffiliation,
    LeaveSpell,
    Role,
    RoleSpell,
    SeatSpell,
    SuspensionSpell,
)
from app.councils.domain.membership_refusals import (
    InTwoSeats,
    LeaveWithoutOffice,
    OutsideTerm,
    RankTaken,
    RoleTaken,
    SeatTaken,
    SuspensionsOverlap,
    SuspensionWithoutOffice,
)
from app.councils.domain.proposals import Decider
from app.councils.domain.recording import Spell
from app.councils.in_term.services.additions import add_spell
from tests.councils_in_term import SECRETARY, Fana, a_moment, facts, fana
from tests.services.councils.test_changes import refused

MARCH, JUNE = date(2022, 3, 1), date(2022, 6, 1)
FORGOTTEN = "Glemt da det ble vedtatt"


def add(council: Fana, spell: Spell, reason: str = FORGOTTEN, at: datetime | None = None) -> None:
    with transaction() as writing:
        council_term = writing.get_one(CouncilTerm, council.council_term_id)
        add_spell(writing, council_term, spell, reason, by=SECRETARY, at=at or a_moment())


def a_leave(council: Fana, name: str = "Bo", reference: str = "2022/40") -> LeaveSpell:
    return LeaveSpell(council.id(name), MARCH, JUNE, reference)


@pytest.mark.rule("R-262")
def test_a_leave_that_was_forgotten_is_shown_from_the_moment_it_is_known(session: Session) -> None:
    """Recorded on 5 March 2024: nobody who looked on 4 March knew of it."""
    council = fana(session)
    add(council, a_leave(council), at=datetime(2024, 3, 5, 12, tzinfo=UTC))
    assert [(each.person_id, each.from_on, each.to_on) for each in council.membership().leaves] == [
        (council.id("Bo"), MARCH, JUNE)
    ]
    event = council.session.scalars(select(AuditEvent).where(AuditEvent.act == "SpellAdded")).one()
    assert (event.reason, event.object_id, event.actor) == (FORGOTTEN, "fana", SECRETARY.name)
    assert facts(event.after)["spell"]["kind"] == "LeaveSpell"


@pytest.mark.rule("R-256", "R-262")
def test_a_settemedlem_who_was_forgotten_is_added_to_the_leave(session: Session) -> None:
    council = fana(session)
    add(council, a_leave(council))
    add(council, SeatSpell(3, council.id("Finn"), MARCH, JUNE, Cause.SUBSTITUTE, "Ap", None, "2022/40"))
    assert council.seats("2022-05-31") == "Ada Dag Bo(Finn) Eva Cara"
    assert council.seats("2022-06-01") == "Ada Dag Bo Eva Cara"


@pytest.mark.rule("R-256")
def test_a_deputy_who_was_forgotten_comes_last(session: Session) -> None:
    council = fana(session)
    add(council, DeputySpell(council.id("Ida"), "H", 2, MARCH, None, Cause.SUPPLEMENTARY_ELECTION, None, "2022/9"))
    assert council.deputies("2022-03-01", "H") == "1.Hans 2.Ida"


@pytest.mark.rule("R-262")
@pytest.mark.parametrize(
    ("spell", "kind"),
    [
        (lambda c: SeatSpell(3, c.id("Ida"), MARCH, None, Cause.NEW_ELECTION, "Ap", None, "2022/9"), SeatTaken),
        (lambda c: SeatSpell(3, c.id("Ada"), MARCH, JUNE, Cause.SUBSTITUTE, "Ap", None, "2022/9"), InTwoSeats),
        (lambda c: DeputySpell(c.id("Ida"), "H", 1, MARCH, None, Cause.APPOINTED, None, "2022/9"), RankTaken),
        (lambda c: RoleSpell(c.id("Bo"), Role.CHAIR, MARCH, None, None, "2022/9"), RoleTaken),
        (lambda c: a_leave(c, "Ida"), LeaveWithoutOffice),
        (lambda c: SuspensionSpell(c.id("Ida"), MARCH, None, "2022/9"), SuspensionWithoutOffice),
        (lambda c: SuspensionSpell(c.id("Bo"), date(2019, 3, 1), None, "2022/9"), OutsideTerm),
        (lambda c: GroupAffiliation(c.id("Bo"), "Rødt", date(2019, 3, 1), None), OutsideTerm),
        (lambda c: LeaveSpell(c.id("Bo"), JUNE, MARCH, "2022/9"), OutsideTerm),
        (lambda c: a_leave(c, reference=" "), CaseNumberMissing),
    ],
)
def test_what_cannot_be_true_with_what_is_known_is_refused(
    session: Session, spell: Callable[[Fana], Spell], kind: type[DomainError]
) -> None:
    council = fana(session)
    refused(council, kind, lambda: add(council, spell(council)))


@pytest.mark.rule("R-262")
def test_it_must_be_said_why_it_comes_first_now(session: Session) -> None:
    council = fana(session)
    refused(council, ReasonMissing, lambda: add(council, a_leave(council), " "))


@pytest.mark.rule("R-261")
def test_nobody_is_suspended_twice_at_once(session: Session) -> None:
    council = fana(session)
    add(council, SuspensionSpell(council.id("Bo"), MARCH, JUNE, "2022/9"))
    twice = SuspensionSpell(council.id("Bo"), date(2022, 5, 1), None, "2022/9")
    refused(council, SuspensionsOverlap, lambda: add(council, twice))
    add(council, SuspensionSpell(council.id("Bo"), JUNE, None, "2022/10"))


@pytest.mark.rule("R-256", "R-259", "R-261")
@pytest.mark.parametrize(
    ("spell", "basis", "decider"),
    [
        (SeatSpell(1, 7, MARCH, None, Cause.MOVED_UP), CouncilBasis.DIRECTLY_ELECTED, Decider.LAW),
        (SeatSpell(1, 7, MARCH, None, Cause.RETURNED), CouncilBasis.APPOINTED, Decider.LAW),
        (SeatSpell(1, 7, MARCH, None, Cause.NEW_ELECTION), CouncilBasis.APPOINTED, Decider.MUNICIPAL_COUNCIL),
        (SeatSpell(1, 7, MARCH, None, Cause.SUBSTITUTE), CouncilBasis.APPOINTED, Decider.MUNICIPAL_COUNCIL),
        (DeputySpell(7, "A", 1, MARCH, None, Cause.ELECTED), CouncilBasis.DIRECTLY_ELECTED, Decider.ELECTORAL_BOARD),
        (RoleSpell(7, Role.CHAIR, MARCH, None), CouncilBasis.DIRECTLY_ELECTED, Decider.COUNCIL),
        (RoleSpell(7, Role.CHAIR, MARCH, None), CouncilBasis.APPOINTED, Decider.MUNICIPAL_COUNCIL),
        (LeaveSpell(7, MARCH, None), CouncilBasis.DIRECTLY_ELECTED, Decider.MUNICIPAL_COUNCIL),
        (SuspensionSpell(7, MARCH, None), CouncilBasis.APPOINTED, Decider.MUNICIPAL_COUNCIL),
        (GroupAffiliation(7, "Rødt", MARCH, None), CouncilBasis.APPOINTED, Decider.LAW),
    ],
    ids=repr,
)
def test_each_fact_was_decided_by_the_body_that_the_act_names(
    spell: Spell, basis: CouncilBasis, decider: Decider
) -> None:
    assert decides_spell(spell, basis) is decider


def test_what_followed_by_law_needs_no_case_number(session: Session) -> None:
    """A change of party."""
    council = fana(session)
    add(council, GroupAffiliation(council.id("Bo"), "Rødt", MARCH, JUNE))
    assert [each.group_name for each in council.membership().affiliations] == ["Rødt"]
