"""What the controls stopped at, and the board's explanations, stand in the record."""

import pytest
from sqlalchemy.orm import Session

from app.core.database import transaction
from app.elections.counting.models import CountExplanationRow, CountUnitRow
from app.elections.documents.gathered_record import record_content
from app.elections.documents.record import record_pdf
from app.elections.documents.record_content import Explained, Unit
from app.elections.domain.control_codes import ControlCode
from app.elections.domain.count_unit_states import CountUnitState
from tests.counting import AT, BOARD
from tests.documents.recorded_elections import NESTTUN, w1_recorded
from tests.documents.samples import page_texts

REASON = "Tre velgere gikk uten å legge seddelen i urnen."


@pytest.mark.rule("R-139")
def test_an_explanation_stands_with_its_control_and_its_unit(session: Session) -> None:
    with transaction() as writing:
        contest_id = w1_recorded(writing)
        row = CountUnitRow(
            contest_id=contest_id,
            count=1,
            category="VO",
            place=NESTTUN,
            pooled="",
            state=CountUnitState.APPROVED,
            edit=3,
            round=1,
        )
        row.explanations.append(
            CountExplanationRow(round=1, code=ControlCode.TICKS, text=REASON, given_at=AT, given_by=BOARD.name)
        )
        writing.add(row)
    content = record_content(session, contest_id)
    assert content.explained == (Explained(Unit("VO", "Nesttun"), 1, ControlCode.TICKS, REASON),)
    told = " ".join(" ".join(page_texts(record_pdf(session, contest_id, "nb"))).split())
    assert "W.101" in told
    assert "Tre velgere gikk uten å legge seddelen i urnen." in told
