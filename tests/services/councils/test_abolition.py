"""The municipal council abolishes a district council (R-7, R-262)."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.audit.models import AuditEvent
from app.audit.services import AT_THE_KEYBOARD
from app.core.database import transaction
from app.councils.council_models import Council
from app.councils.domain.deciding import CaseNumberMissing
from app.councils.domain.membership import EndCause, Role
from app.councils.domain.terms import CannotBeAbolished
from app.councils.queries import council_by_slug, council_on_date, term_on
from app.councils.refusals import AbolishedAlready, CouncilAlreadySits, NobodySits
from app.councils.services.abolition import abolish_council
from app.councils.spell_rows import history_of
from tests.stored_councils import BEFORE, a_council, appoint, elect, people

AT = datetime(2022, 5, 2, 10, tzinfo=UTC)
FROM = date(2022, 6, 1)


def _fana(session: Session, *, directly_elected: bool = False) -> Council:
    """Ada (chair) and Bo of Ap, Cato of H; deputy: Dag."""
    with transaction() as writing:
        council = a_council(writing)
        ada, bo, cato, dag = people(writing, "Ada", "Bo", "Cato", "Dag")
        members, deputies = {"Ap": [ada, bo], "H": [cato]}, {"Ap": [dag]}
        if directly_elected:
            elect(writing, council, "Ap H Ap", members, deputies=deputies)
        else:
            appoint(writing, council, "Ap H Ap", members, deputies=deputies, officers=[(Role.CHAIR, ada)])
    return _stored(session)


def _stored(session: Session) -> Council:
    found = council_by_slug(session, "fana")
    assert found
    return found


def _abolish(session: Session, on: date = FROM, reference: str = "2022/77") -> None:
    abolish_council(session, _stored(session), on, reference, by=AT_THE_KEYBOARD, at=AT)


@pytest.mark.rule("R-7", "R-262")
def test_every_spell_of_an_abolished_council_ends_and_its_history_stays(session: Session) -> None:
    """The last day is 31 May 2022: three seats, one deputy and the chair end; before the decision nothing had."""
    fana = _fana(session)
    with transaction() as writing:
        _abolish(writing)
    council_term = term_on(session, fana.id, date(2022, 5, 31))
    assert council_term
    assert (council_term.to_on, _stored(session).abolished_on) == (FROM, FROM)
    assert term_on(session, fana.id, FROM) is None
    now = history_of(session, council_term.id).known_at(AT)
    ended = [(each.to_on, each.end_cause) for each in now.seats]
    ended += [(each.to_on, each.end_cause) for each in now.deputies]
    ended += [(each.to_on, each.end_cause) for each in now.roles]
    assert ended == [(FROM, EndCause.COUNCIL_ABOLISHED)] * (3 + 1 + 1)
    assert [each.to_on for each in history_of(session, council_term.id).known_at(BEFORE).seats] == [None] * 3
    assert all(each.holder for each in council_on_date(session, council_term, date(2022, 5, 31), AT).seats)


@pytest.mark.rule("R-7")
def test_the_trail_tells_when_and_by_which_decision(session: Session) -> None:
    _fana(session)
    with transaction() as writing:
        _abolish(writing)
    [event] = session.scalars(select(AuditEvent).where(AuditEvent.act == "CouncilAbolished"))
    assert (event.object_id, event.after) == ("fana", {"from_on": "2022-06-01", "decision_reference": "2022/77"})


@pytest.mark.rule("R-7")
def test_a_directly_elected_council_is_not_abolished_before_its_term_is_over(session: Session) -> None:
    fana = _fana(session, directly_elected=True)
    with pytest.raises(CannotBeAbolished), transaction() as writing:
        _abolish(writing, date(2025, 1, 1))
    assert _stored(session).abolished_on is None
    council_term = term_on(session, fana.id, date(2025, 1, 1))
    assert council_term
    known = history_of(session, council_term.id).known_at(AT.replace(year=2026))
    assert [each.to_on for each in known.seats] == [None] * 3
    with transaction() as writing:
        abolish_council(
            writing, _stored(writing), date(2027, 10, 12), "2027/3", by=AT_THE_KEYBOARD, at=AT.replace(year=2027)
        )
    assert _stored(session).abolished_on == date(2027, 10, 12)


@pytest.mark.rule("R-7")
def test_a_council_is_abolished_once(session: Session) -> None:
    _fana(session)
    with transaction() as writing:
        _abolish(writing)
    with pytest.raises(AbolishedAlready) as refused, transaction() as writing:
        _abolish(writing, date(2022, 5, 1))
    assert refused.value == AbolishedAlready("Fana bydelsutvalg", FROM)


@pytest.mark.rule("R-7")
def test_when_the_council_has_sat_its_last_there_is_nothing_to_abolish(session: Session) -> None:
    """It sits up to, but not with, 1 January 2024: from that day it can be abolished, from the next not."""
    _fana(session)
    with pytest.raises(NobodySits) as refused, transaction() as writing:
        _abolish(writing, date(2024, 1, 2))
    assert refused.value == NobodySits("Fana bydelsutvalg", date(2024, 1, 2))
    assert _stored(session).abolished_on is None


@pytest.mark.rule("R-7")
def test_a_council_cannot_be_abolished_from_its_first_day(session: Session) -> None:
    _fana(session)
    with pytest.raises(CouncilAlreadySits), transaction() as writing:
        _abolish(writing, date(2020, 1, 1))
    assert _stored(session).abolished_on is None


@pytest.mark.rule("R-262")
def test_a_decision_without_its_case_number_is_refused(session: Session) -> None:
    _fana(session)
    with pytest.raises(CaseNumberMissing), transaction() as writing:
        _abolish(writing, reference="  ")
    assert _stored(session).abolished_on is None
