"""A secretary of Fana, and Fana's council of seven with a meeting planned far ahead."""

from datetime import date, timedelta

import pytest
from sqlalchemy.orm import Session

from app.auth.domain.roles import Role
from app.core.clock import OSLO, now
from app.core.database import transaction
from app.councils.council_models import Council
from app.meetings.models import Meeting
from app.meetings.queries import meeting_by_address
from tests.browser import Browser
from tests.conftest import SignIn
from tests.stored_meetings import a_meeting, fana_elected


@pytest.fixture
def secretary(client: Browser, sign_in: SignIn) -> Browser:
    """Somebody who keeps the meetings of Fana."""
    sign_in(Role.COUNCIL_SECRETARY, "fana")
    return client


@pytest.fixture
def council(session: Session) -> Council:
    """Fana's council, as it was elected in 2023, for a term that lasts as long as anyone runs this test."""
    with transaction() as writing:
        council, _ = fana_elected(writing)
        for term in council.terms:
            term.to_on = date(2099, 1, 1)
        writing.flush()
    return council


@pytest.fixture
def meeting(session: Session, council: Council) -> Meeting:
    """A meeting thirty days from now, at six."""
    starts = (now().astimezone(OSLO) + timedelta(days=30)).replace(hour=18, minute=0, second=0, microsecond=0)
    with transaction() as writing:
        found = a_meeting(writing, writing.merge(council), starts)
        writing.flush()
        address = found.address
    session.expire_all()
    stored = meeting_by_address(session, address)
    assert stored is not None
    return stored
