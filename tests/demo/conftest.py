"""The demo election, invented once for all tests of this folder."""

import pytest

from app.demo.election import demo_election
from app.elections.domain.election import Election


@pytest.fixture(scope="session")
def election() -> Election:
    return demo_election()
