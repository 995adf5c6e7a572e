"""An appointment belongs to its time: under the act of 2018, and not in the middle of an elected council's term."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.core.database import transaction
from app.councils.appointing.models import Appointment
from app.councils.appointing.services.appointments import create_appointment, drop_appointment
from app.councils.appointing.services.decide import decide_appointment
from app.councils.appointing.services.edits import edits_of
from app.councils.council_models import CouncilTerm
from app.councils.domain.correcting import ReasonMissing
from app.councils.domain.deciding import CaseNumberMissing
from app.councils.domain.succession import BeforeTheAct
from app.councils.domain.terms import CannotBeAbolished
from app.councils.models import Municipality
from tests.appointments import AT, BY, PLAN, an_appointment, ready_by_agreement
from tests.stored_councils import a_council, elect, people


def the_appointment(session: Session) -> Appointment:
    return session.scalars(select(Appointment)).one()


@pytest.mark.rule("R-7")
def test_an_elected_council_keeps_its_term_when_somebody_begins_an_appointment_in_it(session: Session) -> None:
    """Elected in 2023, the council sits until the elections of 2027: nothing begins on 1 January 2025."""
    with transaction() as writing:
        ada, bo, cara = people(writing, "Ada", "Bo", "Cara")
        elect(writing, a_council(writing), "Ap H Ap", {"Ap": [ada, cara], "H": [bo]})
    in_the_middle = replace(PLAN, decided_on=date(2024, 12, 11), from_on=date(2025, 1, 1), to_on=date(2027, 11, 1))
    with pytest.raises(CannotBeAbolished), transaction() as writing:
        create_appointment(writing, writing.scalars(select(Municipality)).one(), in_the_middle, by=BY, at=AT)
    assert session.scalars(select(Appointment)).all() == []
    (term,) = session.scalars(select(CouncilTerm))
    assert term.to_on > date(2027, 1, 1)


@pytest.mark.rule("R-7")
def test_an_election_that_is_valid_before_the_decision_stands(session: Session) -> None:
    """Prepared before the election of 2023, decided after the elected have taken over: refused, and nothing stored."""
    with transaction() as writing:
        appointment = ready_by_agreement(writing)
        appointment.from_on, appointment.decided_on = date(2024, 6, 1), date(2024, 5, 1)
        council = appointment.councils[0].council
        ada, bo, cara = people(writing, "Ada", "Bo", "Cara")
        elect(writing, council, "Ap H Ap", {"Ap": [ada, cara], "H": [bo]})
    seen = edits_of(the_appointment(session))
    with pytest.raises(CannotBeAbolished), transaction() as writing:
        decide_appointment(writing, the_appointment(writing), "231/24", seen=seen, by=BY, at=AT)
    assert len(session.scalars(select(CouncilTerm)).all()) == 1
    assert the_appointment(session).decision_reference == ""


@pytest.mark.rule("R-12")
def test_nothing_is_appointed_under_the_act_of_1992(session: Session) -> None:
    before = replace(PLAN, decided_on=date(2015, 10, 20), from_on=date(2015, 11, 1), to_on=date(2019, 10, 1))
    with pytest.raises(BeforeTheAct), transaction() as writing:
        an_appointment(writing, plan=before)


@pytest.mark.parametrize("blank", ["", "   "])
def test_a_decision_has_a_case_number_and_what_is_dropped_a_reason(session: Session, blank: str) -> None:
    with transaction() as writing:
        ready_by_agreement(writing)
    seen, version = edits_of(the_appointment(session)), the_appointment(session).version
    with pytest.raises(CaseNumberMissing), transaction() as writing:
        decide_appointment(writing, the_appointment(writing), blank, seen=seen, by=BY, at=AT)
    with pytest.raises(ReasonMissing), transaction() as writing:
        drop_appointment(writing, the_appointment(writing), blank, seen=version, by=BY, at=AT)
    assert the_appointment(session).version == version
