"""After an annulment the public sees no result, only that it is annulled; then the new one."""

from datetime import UTC, datetime

import pytest
import time_machine
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.audit.services import Actor
from app.core.database import transaction
from app.elections.models import SettlementRow
from app.elections.settling.services.settlements import annul
from tests.browser import Browser
from tests.public_elections import NINE_IN_THE_EVENING, a_settled_election, a_settlement, w1_in_fana, w1_tally_in_fana

NEXT_DAY = datetime(2023, 9, 13, 9, tzinfo=UTC)
ANNULLED = "Valgstyret har opphevet oppgjøret i denne bydelen."
RESULT = "protokoll-nb.pdf"
BOARD = Actor("board@bergen.example")


def page(client: Browser, address: str = "/valg/2023/fana", at: datetime = NEXT_DAY) -> str:
    with time_machine.travel(at, tick=False):
        return str(client.get(address).text).replace("\u00a0", " ")


@pytest.mark.rule("R-190")
def test_an_annulled_result_is_gone_from_every_public_page_until_the_next_is_decided(
    session: Session, client: Browser
) -> None:
    """A page with a result leads to the record."""
    with transaction() as writing:
        election = a_settled_election(writing)
        assert election.address == "2023"
    assert RESULT in page(client)
    assert ANNULLED not in page(client)
    with transaction() as writing:
        annul(writing, writing.scalars(select(SettlementRow)).one(), "Feil i en bunke.", by=BOARD, at=NEXT_DAY)
    for address in ("/valg/2023", "/valg/2023/fana", "/"):
        assert ANNULLED in page(client, address), address
    assert RESULT not in page(client)
    for address in ("/valg/2023/fana/protokoll-nb.pdf", "/valg/2023/kontrollpakke.zip"):
        with time_machine.travel(NEXT_DAY, tick=False):
            assert client.get(address).status_code == 404
    with transaction() as writing:
        row = writing.scalars(select(SettlementRow)).one().contest.election
        a_settlement(writing, row, w1_in_fana(), w1_tally_in_fana())
    assert ANNULLED not in page(client)
    assert RESULT in page(client)


@pytest.mark.rule("R-140")
def test_before_nine_nobody_is_told_that_a_result_was_annulled(session: Session, client: Browser) -> None:
    with transaction() as writing:
        a_settled_election(writing)
        annul(writing, writing.scalars(select(SettlementRow)).one(), "Feil.", by=BOARD, at=NEXT_DAY)
    before = NINE_IN_THE_EVENING.replace(hour=18)
    assert "opphevet" not in page(client, "/valg/2023", before)
    assert "opphevet" not in page(client, "/valg/2023/fana", before)
