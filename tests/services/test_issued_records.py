"""Records are issued, found again by the words on the paper, and replaced by corrected ones; nothing is overwritten.

W-1 in Fana: a corrected settlement with one ballot of list A moved to list B gives other list votes and the same seats.
"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.audit.models import AuditEvent
from app.audit.services import Actor
from app.core.database import transaction
from app.elections.documents.gathered_record import NotSettled
from app.elections.domain.election import RuleSetName
from app.elections.domain.paper_words import words_of
from app.elections.domain.rule_sets import RULE_SETS
from app.elections.domain.settlement import settle
from app.elections.models import ContestRow
from app.elections.queries import current_settlement, load_contest
from app.elections.record.models import IssuedRecordRow
from app.elections.record.queries import newest_record, paper_with
from app.elections.record.refusals import NewEditionNeedsReasons, NothingToCorrect
from app.elections.record.services.issue import issue_record
from app.elections.refusals import NotReleased
from tests.accounts import an_account
from tests.documents.recorded_elections import w1_recorded
from tests.documents.samples import page_texts
from tests.elections import settle_contest

BOARD = Actor("leder@bergen.example")
ISSUED_AT = datetime(2023, 9, 14, 12, tzinfo=UTC)


@pytest.fixture
def w1(session: Session) -> int:
    """The contest's id."""
    with transaction() as writing:
        an_account(writing, address=BOARD.name, name="Leda Leder")
        return w1_recorded(writing)


def issued(
    contest_id: int, reasons: str = "", at: datetime = ISSUED_AT, check: str = "https://valg.example/papirkontroll"
) -> tuple[IssuedRecordRow, ...]:
    with transaction() as writing:
        contest = writing.get_one(ContestRow, contest_id)
        return issue_record(writing, contest, reasons, check_address=check, by=BOARD, at=at)


def settle_again(contest_id: int) -> None:
    """One ballot of list A was list B's."""
    with transaction() as writing:
        row = writing.get_one(ContestRow, contest_id)
        contest = load_contest(writing, contest_id)
        stored = current_settlement(writing, contest_id)
        assert stored
        tally = stored.settlement.tally
        ballots = tuple(
            replace(each, ballots=each.ballots + {"A": -1, "B": 1}.get(each.code, 0)) for each in tally.lists
        )
        made = settle(contest, RULE_SETS[RuleSetName.VALGLOVEN_2002], replace(tally, lists=ballots), ())
        settle_contest(writing, row, made, number=2)


@pytest.mark.rule("R-190")
def test_a_record_is_issued_in_both_languages_and_kept_byte_for_byte(session: Session, w1: int) -> None:
    nb, nn = issued(w1)

    assert [(row.language, row.edition, row.document_id) for row in (nb, nn)] == [
        ("nb", 1, "VP-2023-fana-1"),
        ("nn", 1, "VP-2023-fana-1"),
    ]
    assert nb.sha256 != nn.sha256
    assert nb.words == " ".join(words_of(nb.sha256))
    assert nb.pdf.startswith(b"%PDF-1.7")
    event = session.scalars(select(AuditEvent).where(AuditEvent.act == "RecordIssued")).one()
    assert (event.actor, event.object_id) == (BOARD.name, "2023/fana")


@pytest.mark.rule("R-190")
def test_every_page_carries_the_fingerprint_and_its_words(session: Session, w1: int) -> None:
    nb, _nn = issued(w1)

    pages = page_texts(nb.pdf)

    assert len(pages) > 3
    assert [page for page in pages if nb.sha256 not in page or f"Ord: {nb.words}" not in page] == []


def test_issuing_the_same_record_elsewhere_gives_the_same_bytes(session: Session, w1: int) -> None:
    nb, nn = issued(w1)
    first = (nb.pdf, nn.pdf)
    with transaction() as writing:
        for row in writing.scalars(select(IssuedRecordRow)):
            writing.delete(row)
    again = issued(w1)

    assert first == tuple(row.pdf for row in again)


@pytest.mark.rule("R-140")
def test_nothing_is_issued_before_results_are_released(session: Session, w1: int) -> None:
    with pytest.raises(NotReleased):
        issued(w1, at=datetime(2023, 9, 11, 18, 59, tzinfo=UTC))
    assert session.scalars(select(IssuedRecordRow)).all() == []


def test_the_words_of_a_paper_find_the_record_and_tell_whether_it_is_the_current_one(session: Session, w1: int) -> None:
    old = issued(w1)[0].words
    assert [found.is_current for found in paper_with(session, old.split())] == [True]

    settle_again(w1)
    new = issued(w1, "En stemmeseddel var talt for feil liste.", ISSUED_AT + timedelta(days=1))[0].words

    (found,) = paper_with(session, old.split())
    assert (found.is_current, found.newest.document_id) == (False, "VP-2023-fana-2-2")
    assert [found.is_current for found in paper_with(session, new.split())] == [True]
    assert paper_with(session, ["advokat"] * 6) == ()


@pytest.mark.rule("R-190")
def test_a_corrected_record_shows_before_and_after_and_why_and_by_whom(session: Session, w1: int) -> None:
    """A loses a ballot: 3 264 → 3 263, and 15 list votes; B gains them. In W-1 the seats stay where they are."""
    issued(w1)
    settle_again(w1)
    nb, nn = issued(w1, "En stemmeseddel var talt for feil liste.", ISSUED_AT + timedelta(days=1))

    text = " ".join(" ".join(page_texts(nb.pdf)).split())
    for told in (
        "Rettet protokoll",
        "Denne protokollen erstatter VP-2023-fana-1",
        "En stemmeseddel var talt for feil liste.",
        "Utstedt av Leda Leder",
        "Sámi listu, stemmesedler: før 3 264, nå 3 263",
        "listestemmetall: før 48 866, nå 48 851",
        "Fordelingen av plassene mellom listene er den samme.",
    ):
        assert told in text.replace("\u00a0", " "), told
    assert nb.edition == nn.edition == 2


def test_a_new_edition_needs_something_new_and_reasons(session: Session, w1: int) -> None:
    issued(w1)
    with pytest.raises(NothingToCorrect):
        issued(w1, "Bare for sikkerhets skyld", ISSUED_AT + timedelta(hours=1))
    settle_again(w1)
    with pytest.raises(NewEditionNeedsReasons):
        issued(w1, "  ", ISSUED_AT + timedelta(hours=1))
    newest = newest_record(session, w1)
    assert newest is not None
    assert newest.edition == 1


def test_a_contest_without_a_settlement_has_no_record_to_issue(session: Session, w1: int) -> None:
    with transaction() as writing:
        stored = writing.get_one(ContestRow, w1)
        other = ContestRow(
            election_id=stored.election_id, district_id=stored.district_id, ordinal=9, code="arna", seats=3
        )
        writing.add(other)
        writing.flush()
        number = other.id
    with pytest.raises(NotSettled):
        issued(number)
