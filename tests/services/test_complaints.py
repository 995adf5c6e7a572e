"""Complaints are registered, sent on and decided; what must wait for them waits."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.audit.models import AuditEvent
from app.audit.services import Actor
from app.core.database import transaction
from app.elections.complaints.models import ComplaintRow
from app.elections.complaints.queries import complaint_lines, open_complaints
from app.elections.complaints.refusals import AnsweredOnAnotherDay, ComplaintInFuture, NothingComplainedOf
from app.elections.complaints.services.complaints import (
    ComplaintDecision,
    ReceivedComplaint,
    decide_complaint,
    forward_complaint,
    register_complaint,
)
from app.elections.domain.complaints import About, ComplaintOutcome, ComplaintState, DecidedAt, LateNotAdmitted
from app.elections.domain.states import ElectionState
from app.elections.domain.validity import ComplaintsOpen, ValidityDecision
from app.elections.lists.refusals import ComplaintsMayCome
from app.elections.lists.services.signers import forget_signers
from app.elections.models import ContestRow, ElectionRow
from app.elections.record.services.issue import issue_record
from app.elections.services.validity import decide_validity, set_up_missing_councils
from tests.documents.recorded_elections import w1_recorded
from tests.documents.samples import page_texts
from tests.services.test_issued_records import BOARD, ISSUED_AT
from tests.services.test_validity import run
from tests.small_election import write_files

OFFICER = Actor("valg@bergen.example")
IN_TIME = datetime(2023, 9, 18, 21, 59, tzinfo=UTC)
"""One minute to midnight in Oslo on the last day, 18 September."""
LATE = datetime(2023, 9, 18, 22, 0, tzinfo=UTC)
REGISTERED_AT = datetime(2023, 9, 19, 8, tzinfo=UTC)


@pytest.fixture
def w1(session: Session) -> int:
    """The contest's id."""
    with transaction() as writing:
        return w1_recorded(writing)


def register(
    contest_id: int,
    received_at: datetime = IN_TIME,
    about: About = About.CONDUCT,
    *,
    complainant: str = "Kari Klager",
    at: datetime = REGISTERED_AT,
) -> int:
    with transaction() as session:
        received = ReceivedComplaint(about, received_at, complainant, "Valglokalet stengte for tidlig.")
        return register_complaint(session, session.get_one(ContestRow, contest_id), received, by=OFFICER, at=at).id


def decide(complaint_id: int, *, at: datetime = REGISTERED_AT, because: str = "") -> None:
    decision = ComplaintDecision(
        ComplaintOutcome.NOT_UPHELD, DecidedAt.ELECTORAL_BOARD, date(2023, 9, 19), "Døren sto åpen.", "2023/9", because
    )
    with transaction() as session:
        decide_complaint(session, session.get_one(ComplaintRow, complaint_id), decision, by=BOARD, at=at)


@pytest.mark.rule("R-200")
def test_a_complaint_is_registered_with_its_deadline_and_a_late_one_is_told_as_late(session: Session, w1: int) -> None:
    register(w1)
    register(w1, LATE)

    rows = session.scalars(select(ComplaintRow).order_by(ComplaintRow.number)).all()
    assert [(row.number, row.last_day, row.late) for row in rows] == [
        (1, date(2023, 9, 18), False),
        (2, date(2023, 9, 18), True),
    ]


def test_the_trail_tells_of_the_complaint_but_not_who_complained(session: Session, w1: int) -> None:
    register(w1)

    event = session.scalars(select(AuditEvent).where(AuditEvent.act == "ComplaintReceived")).one()
    assert (event.object_id, event.actor) == ("2023/fana/1", OFFICER.name)
    assert "Kari" not in str(event.after)
    assert "stengte" not in str(event.after)


@pytest.mark.rule("R-201")
def test_a_complaint_from_the_future_or_from_nobody_is_refused(session: Session, w1: int) -> None:
    with pytest.raises(ComplaintInFuture):
        register(w1, datetime(2023, 9, 20, tzinfo=UTC))
    with pytest.raises(NothingComplainedOf):
        register(w1, complainant="  ")
    assert session.scalars(select(ComplaintRow)).all() == []


@pytest.mark.rule("R-203")
def test_a_complaint_goes_on_to_the_ministry_which_decides(session: Session, w1: int) -> None:
    number = register(w1)
    with transaction() as writing:
        row = writing.get_one(ComplaintRow, number)
        forward_complaint(
            writing, row, DecidedAt.MINISTRY, date(2023, 9, 19), "Ingen feil.", by=BOARD, at=REGISTERED_AT
        )
    row = session.get_one(ComplaintRow, number, populate_existing=True)
    assert (row.state, row.forwarded_to) == (ComplaintState.FORWARDED, DecidedAt.MINISTRY)
    assert [each.id for each in open_complaints(session, session.get_one(ElectionRow, 1))] == [number]


@pytest.mark.rule("R-206")
def test_a_decided_complaint_is_no_longer_open(session: Session, w1: int) -> None:
    decide(register(w1))

    assert open_complaints(session, session.get_one(ElectionRow, 1)) == ()


@pytest.mark.rule("R-20")
def test_a_late_complaint_is_heard_only_for_a_reason(session: Session, w1: int) -> None:
    number = register(w1, LATE)
    with pytest.raises(LateNotAdmitted):
        decide(number)
    decide(number, because="Posten var innstilt.")
    assert session.get_one(ComplaintRow, number, populate_existing=True).admitted_because == "Posten var innstilt."


def test_nothing_is_decided_before_it_came_or_after_today(session: Session, w1: int) -> None:
    number = register(w1)
    with pytest.raises(AnsweredOnAnotherDay):
        decide(number, at=datetime(2023, 9, 18, 12, tzinfo=UTC))


@pytest.mark.rule("R-190")
def test_the_record_tells_of_complaints_without_names_as_they_were_when_it_was_issued(
    session: Session, w1: int
) -> None:
    """Issued on the 14th with none; on the 19th at ten with one, undecided until noon."""
    number = register(w1)
    decide(number, at=datetime(2023, 9, 19, 12, tzinfo=UTC))
    assert complaint_lines(session, w1, ISSUED_AT) == ()
    (line,) = complaint_lines(session, w1, datetime(2023, 9, 19, 10, tzinfo=UTC))
    assert line.outcome is None
    with transaction() as writing:
        contest = writing.get_one(ContestRow, w1)
        nb, _nn = issue_record(writing, contest, by=BOARD, at=datetime(2023, 9, 20, tzinfo=UTC))
        text = " ".join(" ".join(page_texts(nb.pdf)).split())
    assert "Valglokalet stengte for tidlig." in text
    assert "klagen ble ikke tatt til følge, avgjort av valgstyret 19. september 2023" in text.replace("\u00a0", " ")
    assert "Kari Klager" not in text


@pytest.mark.rule("R-206")
def test_under_the_act_of_2023_validity_waits_for_open_complaints(app: Flask, session: Session, tmp_path: Path) -> None:
    """Even where somebody says that nothing is under complaint; when it is decided, the decision can be made."""
    files = write_files(tmp_path, election_day="2027-09-13")
    for step in ("import-setup", files.setup), ("import-counts", 1, files.counts), ("import-ballots", 1, files.ballots):
        assert run(app, *step).exit_code == 0
    assert run(app, "settle", 1).exit_code == 0
    session.rollback()
    contest_id = session.scalars(select(ContestRow.id)).one()
    received_at = datetime(2027, 9, 15, 8, tzinfo=UTC)
    number = register(contest_id, received_at, at=received_at)
    decision = ValidityDecision(True, date(2027, 10, 12), "2027/4567", complaints_closed=True)
    at = datetime(2027, 10, 13, 9, tzinfo=UTC)
    with pytest.raises(ComplaintsOpen), transaction() as writing:
        decide_validity(writing, writing.get_one(ElectionRow, 1), decision, by=BOARD, at=at)
    upheld = ComplaintDecision(
        ComplaintOutcome.UPHELD, DecidedAt.ELECTORAL_BOARD, date(2027, 9, 16), "Rettet.", "2027/9"
    )
    with transaction() as writing:
        decide_complaint(writing, writing.get_one(ComplaintRow, number), upheld, by=BOARD, at=at)
        council_of = writing.get_one(ElectionRow, 1)
        set_up_missing_councils(writing, council_of, "post@bergen.example", by=BOARD, at=at)
        assert len(decide_validity(writing, council_of, decision, by=BOARD, at=at)) == 1


@pytest.mark.rule("R-59")
def test_signatures_are_kept_while_a_complaint_is_open(session: Session, w1: int) -> None:
    number = register(w1)
    with transaction() as writing:
        writing.get_one(ElectionRow, 1).state = ElectionState.VALID
    with pytest.raises(ComplaintsMayCome), transaction() as writing:
        forget_signers(writing, writing.get_one(ElectionRow, 1), by=BOARD, at=REGISTERED_AT)
    decide(number)
    with transaction() as writing:
        assert forget_signers(writing, writing.get_one(ElectionRow, 1), by=BOARD, at=REGISTERED_AT) == 0
