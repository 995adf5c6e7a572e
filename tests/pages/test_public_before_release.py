"""R-140: before 21:00 on election day nobody outside can tell whether anything is counted, let alone how it went.

Every public address is taken from the application itself, so that a new page is held to this from its first day.
"""

from datetime import timedelta

import pytest
import time_machine
from flask import Flask
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from app.core.database import transaction
from app.elections.domain.states import ElectionState
from app.elections.models import CountLineRow, SettlementRow
from app.elections.settling.models import SettlementDecisionRow
from tests.browser import Browser
from tests.pages.reading import page_words
from tests.public_elections import NINE_IN_THE_EVENING, a_settled_election

PLACES = {"address": "2023", "code": "fana", "language": "nb"}
A_SECOND_BEFORE = NINE_IN_THE_EVENING - timedelta(seconds=1)
FILES = (".pdf", ".zip")


def public_addresses(app: Flask) -> list[str]:
    """Every address of the public site, for Fana in 2023."""
    rules = [rule for rule in app.url_map.iter_rules() if rule.endpoint.startswith("site.")]
    return [rule.build({name: PLACES[name] for name in rule.arguments})[1] for rule in rules]  # type: ignore[index]  # None only for values that do not fit


def seen(answer: TestResponse) -> tuple[int, str, dict[str, str]]:
    """All that an outsider is given, without what differs in every answer: the number of the request."""
    number = answer.headers["X-Request-ID"]
    kept = {name: value for name, value in answer.headers.items() if name != "X-Request-ID"}
    return answer.status_code, answer.text.replace(number, ""), kept


@pytest.mark.rule("R-140")
def test_before_nine_a_settled_election_looks_like_one_that_nobody_has_counted(
    app: Flask, session: Session, client: Browser
) -> None:
    with transaction() as writing:
        a_settled_election(writing)
    addresses = public_addresses(app)
    assert len(addresses) >= 7
    with time_machine.travel(A_SECOND_BEFORE, tick=False):
        settled = [seen(client.get(address)) for address in addresses]
    with transaction() as writing:
        election = writing.query(SettlementRow).one().contest.election
        election.state = ElectionState.COUNTING
        writing.query(SettlementDecisionRow).delete()
        writing.query(SettlementRow).delete()
        writing.query(CountLineRow).delete()
    with time_machine.travel(A_SECOND_BEFORE, tick=False):
        assert [seen(client.get(address)) for address in addresses] == settled


@pytest.mark.rule("R-140")
def test_before_nine_pages_say_calmly_when_the_result_comes_and_files_are_not_there(
    app: Flask, session: Session, client: Browser
) -> None:
    with transaction() as writing:
        a_settled_election(writing)
    with time_machine.travel(A_SECOND_BEFORE, tick=False):
        for address in public_addresses(app):
            answer = client.get(address)
            if address.endswith(FILES):
                assert answer.status_code == 404, address
            else:
                assert answer.status_code == 200, address
                assert "48 866" not in (page_words(answer.text) if answer.mimetype == "text/html" else answer.text)
        for address in ("/", "/valg/2023", "/valg/2023/fana", "/valg/2023/kontroll"):
            assert "Resultatet kommer her etter 11. september 2023, 21:00." in page_words(client.get(address).text)


@pytest.mark.rule("R-140")
def test_at_nine_everything_is_there(app: Flask, session: Session, client: Browser) -> None:
    with transaction() as writing:
        a_settled_election(writing)
    with time_machine.travel(NINE_IN_THE_EVENING, tick=False):
        assert {client.get(address).status_code for address in public_addresses(app)} == {200}
        assert "48 866" in page_words(client.get("/valg/2023/fana").text)


@pytest.mark.rule("R-140")
def test_what_was_kept_before_nine_is_not_shown_after(session: Session, client: Browser) -> None:
    with transaction() as writing:
        a_settled_election(writing)
    with time_machine.travel(A_SECOND_BEFORE, tick=False):
        before = client.get("/valg/2023/fana")
    with time_machine.travel(NINE_IN_THE_EVENING, tick=False):
        after = client.get("/valg/2023/fana", headers={"If-None-Match": before.headers["ETag"]})
    assert after.status_code == 200
    assert "Høyre" in page_words(after.text)


@pytest.mark.rule("R-140")
def test_nobody_may_keep_a_page_past_nine(session: Session, client: Browser) -> None:
    with transaction() as writing:
        a_settled_election(writing)
    for seconds, max_age in ((300, 60), (60, 60), (20, 20), (0, 60)):
        with time_machine.travel(NINE_IN_THE_EVENING - timedelta(seconds=seconds), tick=False):
            assert client.get("/valg/2023").cache_control.max_age == max_age
