"""Public pages are made once, kept by anyone for a minute, and made anew by the change itself."""

from collections.abc import Iterator
from contextlib import contextmanager

from flask import Flask
from sqlalchemy import Engine, event
from sqlalchemy.orm import Session

from app.auth.domain.roles import Role
from app.core.database import transaction
from app.elections.domain.states import ElectionState
from app.public.kept_answers import KeptAnswers
from tests.browser import Browser
from tests.conftest import SignIn
from tests.pages.reading import page_words
from tests.public_elections import a_settled_election, a_settlement, w1_in_fana, w1_tally_in_fana

FANA = "/valg/2023/fana"


@contextmanager
def statements() -> Iterator[list[str]]:
    """The SELECT statements that any database was sent meanwhile."""
    sent: list[str] = []

    def note(*arguments: object) -> None:
        statement = str(arguments[2])
        if statement.startswith("SELECT"):
            sent.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def test_a_page_made_once_costs_one_question_to_the_database(session: Session, client: Browser) -> None:
    with transaction() as writing:
        a_settled_election(writing)
    first = client.get(FANA)
    with statements() as asked:
        second = client.get(FANA)
    assert len(asked) == 1
    assert second.data == first.data


def test_whoever_has_the_page_is_told_that_it_is_the_same(session: Session, client: Browser) -> None:
    with transaction() as writing:
        a_settled_election(writing)
    first = client.get(FANA)
    again = client.get(FANA, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]
    assert again.headers["Cache-Control"] == "public, max-age=60"


def test_anyone_may_keep_a_page_by_language(session: Session, client: Browser) -> None:
    with transaction() as writing:
        a_settled_election(writing)
    answer = client.get(FANA)
    assert answer.headers["Cache-Control"] == "public, max-age=60"
    assert set(answer.vary) == {"Cookie", "Accept-Language"}
    assert "Set-Cookie" not in answer.headers
    nynorsk = client.get(FANA, headers={"Accept-Language": "nn", "If-None-Match": answer.headers["ETag"]})
    assert nynorsk.status_code == 200
    assert '<html lang="nn"' in nynorsk.text


def test_a_new_settlement_makes_every_page_anew(session: Session, client: Browser) -> None:
    with transaction() as writing:
        election = a_settled_election(writing)
    before = client.get(FANA)
    with transaction() as writing:
        writing.add(election)
        a_settlement(writing, election, w1_in_fana(), w1_tally_in_fana())
    after = client.get(FANA, headers={"If-None-Match": before.headers["ETag"]})
    assert after.status_code == 200
    assert after.headers["ETag"] != before.headers["ETag"]


def test_a_move_of_the_election_makes_every_page_anew(session: Session, client: Browser) -> None:
    with transaction() as writing:
        election = a_settled_election(writing)
    assert "ennå ikke tatt stilling" in page_words(client.get(FANA).text)
    with transaction() as writing:
        writing.add(election)
        election.state = ElectionState.VALID
    assert "Kommunestyret har godkjent valget." in page_words(client.get(FANA).text)


def test_a_page_is_the_same_for_those_who_are_signed_in_and_stays_with_them(
    app: Flask, session: Session, client: Browser, sign_in: SignIn
) -> None:
    with transaction() as writing:
        a_settled_election(writing)
    anonymous = app.test_client().get(FANA)
    sign_in(Role.ELECTION_OFFICER)
    answer = client.get(FANA)
    assert answer.data == anonymous.data
    assert answer.headers["Cache-Control"] == "private, max-age=60"


def test_a_page_that_is_not_there_is_not_kept(session: Session, client: Browser) -> None:
    assert client.get(FANA).status_code == 404
    with transaction() as writing:
        a_settled_election(writing)
    assert client.get(FANA).status_code == 200


def test_a_star_asks_for_the_page_itself(session: Session, client: Browser) -> None:
    assert client.get(FANA, headers={"If-None-Match": "*"}).status_code == 404


def test_the_least_used_answer_goes_first_when_there_is_no_more_room() -> None:
    answers = KeptAnswers(room=10, largest=8)
    answers.keep("/a", "1", b"aaaa")
    answers.keep("/b", "1", b"bbbb")
    assert answers.get("/a", "1") == b"aaaa"
    answers.keep("/c", "1", b"cccc")
    assert (answers.get("/a", "1"), answers.get("/b", "1"), answers.get("/c", "1")) == (b"aaaa", None, b"cccc")


def test_an_answer_of_another_version_is_not_given_and_makes_room_for_the_new() -> None:
    answers = KeptAnswers(room=10, largest=8)
    answers.keep("/a", "1", b"old")
    assert answers.get("/a", "2") is None
    answers.keep("/a", "2", b"new")
    assert (answers.get("/a", "1"), answers.get("/a", "2")) == (None, b"new")


def test_an_answer_that_is_too_large_is_not_kept() -> None:
    answers = KeptAnswers(room=10, largest=8)
    answers.keep("/a", "1", b"nine bytes")
    assert answers.get("/a", "1") is None
