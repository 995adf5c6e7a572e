"""The small election in the settlement room: counted and ready, or with a tie; who acts, and when."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.audit.services import AT_THE_KEYBOARD, Actor
from app.core.database import transaction
from app.elections.domain.board_meetings import BoardMeeting
from app.elections.files.counts_file import read_counts
from app.elections.files.setup_file import read_setup_file
from app.elections.models import ContestRow, ElectionRow, SettlementRow
from app.elections.queries import load_election
from app.elections.services.ballots import import_ballots
from app.elections.services.counts import import_counts
from app.elections.services.received import Received
from app.elections.services.set_up import set_up_election
from app.elections.settling.queries import newest_trial
from app.elections.settling.services.settlements import annul, decide, make_trial, propose
from tests.small_election import BALLOTS, Files, write_files

NIGHT = datetime(2023, 9, 12, 20, tzinfo=UTC)
OFFICER = Actor("officer@bergen.example")
BOARD = Actor("board@bergen.example")
MEETING = BoardMeeting(date(2023, 9, 12), 5, ("Kari Lie", "Ola Vik", "Per Dal"), "2023/88")
"""Three of five, which is at least half."""


def counted(
    folder: Path, *, ballots_of_a: int = 60, ballots_of_b: int = 40, contests: tuple[str, ...] = ("fana",)
) -> None:
    """The election with its lists, both counts and changed ballots; without those where A and B are to be equal."""
    ballots = BALLOTS if contests == ("fana",) and ballots_of_a != ballots_of_b else ()
    files = write_files(
        folder, ballots_of_a=ballots_of_a, ballots_of_b=ballots_of_b, contests=contests, ballots=ballots
    )
    take_in(files)


def three_equal_lists(folder: Path) -> None:
    """Fana with five seats and lists A, B and C of 50 ballots each: 250 list votes.

    Each has a seat for 250/1.4. Seats 4 and 5 go to two of the three with 250/3: two lots, one after the other.
    """
    files = write_files(folder, ballots_of_a=50, ballots_of_b=50, ballots=())
    setup = json.loads(files.setup.read_text())
    contest = setup["contests"][0]
    contest["seats"] = 5
    contest["lists"].append(contest["lists"][1] | {"code": "C", "name": "Liste C"})
    files.setup.write_text(json.dumps(setup), encoding="utf-8")
    counts = files.counts.read_text() + "fana,1,VO,,list:C,50\nfana,2,VO,,list:C,50\n"
    files.counts.write_text(counts, encoding="utf-8")
    take_in(files)


def take_in(files: Files) -> None:
    """Store what the three files say."""
    setup, sha256 = read_setup_file(files.setup)
    with transaction() as session:
        made = set_up_election(session, setup, Received(files.setup, sha256), by=AT_THE_KEYBOARD, at=NIGHT)
        read = read_counts(files.counts, load_election(session, made.row))
        import_counts(session, made.row, read.lines, Received(files.counts, read.sha256), by=AT_THE_KEYBOARD, at=NIGHT)
        import_ballots(session, made.row, files.ballots, by=AT_THE_KEYBOARD, at=NIGHT)


def the_contest(session: Session, code: str = "fana") -> ContestRow:
    return session.scalars(select(ContestRow).where(ContestRow.code == code)).one()


def the_election(session: Session) -> ElectionRow:
    return session.scalars(select(ElectionRow)).one()


def tried(session: Session, code: str = "fana") -> str:
    """Make a trial; the fingerprint of what it was made from."""
    make_trial(session, the_contest(session, code), by=OFFICER, at=NIGHT)
    trial = newest_trial(session, the_contest(session, code).id)
    assert trial
    return trial.input_sha256


def proposed(session: Session, code: str = "fana") -> SettlementRow:
    return propose(session, the_contest(session, code), tried(session, code), by=OFFICER, at=NIGHT)


def decided(session: Session, code: str = "fana") -> SettlementRow:
    row = proposed(session, code)
    decide(session, row, MEETING, by=BOARD, at=NIGHT)
    return row


def annulled(session: Session, code: str = "fana") -> SettlementRow:
    row = decided(session, code)
    annul(session, row, "Ti stemmesedler er talt to ganger.", by=BOARD, at=NIGHT)
    return row
