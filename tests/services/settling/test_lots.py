"""The room stops at a tie, is told who won the lot, and goes on; the lot holds as long as the figures do.

With 50 ballots each, A and B have 150 list votes and 150/3 = 50 for the third seat. With A, B and C equal for five
seats, each has 250/1.4 and one seat; the fourth and the fifth go to two of the three with 250/3.
"""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.audit.models import AuditEvent
from app.audit.services import AT_THE_KEYBOARD
from app.core.database import transaction
from app.core.errors import DomainError
from app.councils.domain.lots import Lot, LotDoesNotFit, LotNotNeeded, LotRequired
from app.elections.domain.board_meetings import MeetingOnAnotherDay, NamedTwice, TooFewWitnesses
from app.elections.domain.settlement import Settlement
from app.elections.files.bundle import verify_bundle
from app.elections.models import CountLineRow, SettlementRow
from app.elections.queries import current_settlement
from app.elections.services.export import bundle_files
from app.elections.services.settle import settle_contests
from app.elections.settling.models import SettlementLotRow
from app.elections.settling.queries import newest_trial
from app.elections.settling.refusals import InputChanged, LotNotDrawn, NoLotToDraw
from app.elections.settling.services.lots import DrawnLot, record_lot
from app.elections.settling.services.settlements import annul, decide, make_trial, propose
from tests.services.settling.room import (
    BOARD,
    MEETING,
    NIGHT,
    OFFICER,
    counted,
    the_contest,
    the_election,
    three_equal_lists,
    tried,
)

pytestmark = pytest.mark.rule("R-155")

WITNESSES = ("Kari Lie", "Ola Vik")


def drawn(session: Session, seat: int, winner: str) -> DrawnLot:
    """The lot as it was drawn for the figures of the newest trial."""
    trial = newest_trial(session, the_contest(session).id)
    assert trial
    return DrawnLot(seat, winner, WITNESSES, date(2023, 9, 12), trial.input_sha256)


def record(seat: int, winner: str) -> Settlement | LotRequired:
    with transaction() as session:
        return record_lot(session, the_contest(session), drawn(session, seat, winner), by=OFFICER, at=NIGHT)


def seats(outcome: object) -> dict[str, int]:
    assert isinstance(outcome, Settlement), outcome
    return {each.code: each.seats for each in outcome.lists}


@pytest.mark.rule("R-154")
def test_a_tie_stops_the_trial_and_the_outcome_of_the_lot_carries_it_on(session: Session, tmp_path: Path) -> None:
    counted(tmp_path, ballots_of_a=50, ballots_of_b=50)
    with transaction() as writing:
        stopped = make_trial(writing, the_contest(writing), by=OFFICER, at=NIGHT)
    assert isinstance(stopped, LotRequired)
    assert (stopped.lists, stopped.seat) == (("A", "B"), 3)
    assert seats(record(3, "B")) == {"A": 1, "B": 2}
    row = session.scalars(select(SettlementLotRow)).one()
    assert (row.between, row.winner, row.witnesses, row.recorded_by) == ("A\nB", "B", "Kari Lie\nOla Vik", OFFICER.name)


@pytest.mark.rule("R-154")
def test_several_lots_are_drawn_one_after_the_other(session: Session, tmp_path: Path) -> None:
    three_equal_lists(tmp_path)
    with transaction() as writing:
        tried(writing)
    second = record(4, "C")
    assert isinstance(second, LotRequired)
    assert (second.lists, second.seat) == (("A", "B"), 5)
    assert seats(record(5, "A")) == {"A": 2, "B": 1, "C": 2}


def test_without_the_lot_nothing_is_proposed(session: Session, tmp_path: Path) -> None:
    counted(tmp_path, ballots_of_a=50, ballots_of_b=50)
    with transaction() as writing:
        seen = tried(writing)
    with pytest.raises(LotNotDrawn), transaction() as writing:
        propose(writing, the_contest(writing), seen, by=OFFICER, at=NIGHT)
    assert session.scalars(select(SettlementRow)).all() == []


@pytest.mark.parametrize(
    ("changed", "refused"),
    [
        ({"winner": "C"}, LotDoesNotFit(("A", "B"), ("A", "B"), "C")),
        ({"witnesses": ("Kari Lie",)}, TooFewWitnesses(1)),
        ({"witnesses": ("Kari Lie", "KARI LIE")}, NamedTwice("KARI LIE")),
        (
            {"drawn_on": date(2023, 9, 13)},
            MeetingOnAnotherDay(date(2023, 9, 13), date(2023, 9, 11), date(2023, 9, 12)),
        ),
        ({"seat": 2}, NoLotToDraw("fana")),
        ({"seen_sha256": "5" * 64}, InputChanged("fana")),
    ],
    ids=["no such list", "one witness", "the same witness twice", "tomorrow", "another seat", "other figures"],
)
def test_a_lot_that_cannot_have_been_drawn_like_this_is_refused(
    session: Session, tmp_path: Path, changed: dict[str, object], refused: DomainError
) -> None:
    counted(tmp_path, ballots_of_a=50, ballots_of_b=50)
    with transaction() as writing:
        tried(writing)
        lot = replace(drawn(writing, 3, "A"), **changed)  # type: ignore[arg-type]  # each fits its field
    with pytest.raises(type(refused)) as told, transaction() as writing:
        record_lot(writing, the_contest(writing), lot, by=OFFICER, at=NIGHT)
    assert told.value == refused
    assert session.scalars(select(SettlementLotRow)).all() == []


def test_two_who_enter_the_same_lot_enter_it_once(session: Session, tmp_path: Path) -> None:
    counted(tmp_path, ballots_of_a=50, ballots_of_b=50)
    with transaction() as writing:
        tried(writing)
        lot = drawn(writing, 3, "A")
    record(3, "A")
    with pytest.raises(NoLotToDraw), transaction() as writing:
        record_lot(writing, the_contest(writing), lot, by=BOARD, at=NIGHT)
    assert [row.winner for row in session.scalars(select(SettlementLotRow))] == ["A"]


@pytest.mark.rule("R-140")
def test_the_audit_trail_names_the_witnesses_and_not_the_winner(session: Session, tmp_path: Path) -> None:
    counted(tmp_path, ballots_of_a=50, ballots_of_b=50)
    with transaction() as writing:
        tried(writing)
    record(3, "A")
    event = session.scalars(select(AuditEvent).where(AuditEvent.act == "LotRecorded")).one()
    assert event.after is not None
    assert set(event.after) == {"input_sha256", "seat", "lists", "witnesses", "drawn_on"}


def test_a_lot_for_the_same_figures_holds_after_annulment(session: Session, tmp_path: Path) -> None:
    """Nobody gets another draw by annulling; the new settlement uses the lot that was drawn."""
    counted(tmp_path, ballots_of_a=50, ballots_of_b=50)
    with transaction() as writing:
        seen = tried(writing)
    record(3, "B")
    with transaction() as writing:
        row = propose(writing, the_contest(writing), seen, by=OFFICER, at=NIGHT)
        annul(writing, row, "Møtet var ikke kalt inn.", by=BOARD, at=NIGHT)
        assert seats(make_trial(writing, the_contest(writing), by=OFFICER, at=NIGHT)) == {"A": 1, "B": 2}


def test_when_the_figures_change_the_lot_is_drawn_anew(session: Session, tmp_path: Path) -> None:
    """Blank ballots change the fingerprint and leave the tie as it is."""
    counted(tmp_path, ballots_of_a=50, ballots_of_b=50)
    with transaction() as writing:
        tried(writing)
    record(3, "B")
    with transaction() as writing:
        line = writing.scalars(select(CountLineRow).where(CountLineRow.line == "blank", CountLineRow.count == 2)).one()
        line.number = 3
        writing.flush()
        assert isinstance(make_trial(writing, the_contest(writing), by=OFFICER, at=NIGHT), LotRequired)


def test_the_keyboard_keeps_to_the_lot_of_the_room(session: Session, tmp_path: Path) -> None:
    counted(tmp_path, ballots_of_a=50, ballots_of_b=50)
    with transaction() as writing:
        tried(writing)
    record(3, "B")
    lots = [Lot(("A", "B"), "A")]
    with pytest.raises(LotNotNeeded), transaction() as writing:
        settle_contests(writing, the_election(writing), codes=None, lots=lots, by=AT_THE_KEYBOARD, at=NIGHT)
    with transaction() as writing:
        settle_contests(writing, the_election(writing), codes=None, lots=(), by=AT_THE_KEYBOARD, at=NIGHT)
    stored = current_settlement(session, the_contest(session).id)
    assert stored is not None
    assert seats(stored.settlement) == {"A": 1, "B": 2}


def test_the_room_keeps_to_the_lot_of_the_keyboard(session: Session, tmp_path: Path) -> None:
    counted(tmp_path, ballots_of_a=50, ballots_of_b=50)
    with transaction() as writing:
        lots = [Lot(("A", "B"), "B")]
        settle_contests(writing, the_election(writing), codes=None, lots=lots, by=AT_THE_KEYBOARD, at=NIGHT)
    with transaction() as writing:
        annul(writing, writing.scalars(select(SettlementRow)).one(), "Feil.", by=BOARD, at=NIGHT)
        assert seats(make_trial(writing, the_contest(writing), by=OFFICER, at=NIGHT)) == {"A": 1, "B": 2}


def test_a_bundle_with_lots_of_the_room_verifies(session: Session, tmp_path: Path) -> None:
    three_equal_lists(tmp_path)
    with transaction() as writing:
        seen = tried(writing)
    record(4, "C")
    record(5, "A")
    with transaction() as writing:
        decide(writing, propose(writing, the_contest(writing), seen, by=OFFICER, at=NIGHT), MEETING, by=BOARD, at=NIGHT)
    folder = tmp_path / "bundle"
    folder.mkdir()
    for name, pieces in bundle_files(session, the_election(session), now=NIGHT):
        (folder / name).write_bytes(b"".join(pieces))
    assert verify_bundle(folder) == []
