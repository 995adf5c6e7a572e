"""Everything the demo is made of, in the order it happened; accounts are another matter."""

from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy.orm import Session

from app.audit.services import AT_THE_KEYBOARD
from app.demo.councils import let_the_elected_take_over, make_appointed_councils
from app.demo.files import write_demo_files, write_scanner_files
from app.demo.list_proposals import make_list_proposals
from app.demo.meetings import make_meetings
from app.demo.next_appointment import begin_next_appointment
from app.demo.places import make_demo_places
from app.elections.files.counts_file import read_counts
from app.elections.files.setup_file import read_setup_file
from app.elections.services.ballots import import_ballots
from app.elections.services.counts import import_counts
from app.elections.services.received import Received
from app.elections.services.set_up import set_up_election
from app.elections.services.settle import Settled, settle_contests

LISTS_APPROVED_AT = datetime(2023, 6, 1, 10, tzinfo=UTC)
COUNTED_AT = datetime(2023, 9, 13, 14, tzinfo=UTC)
SETTLED_AT = datetime(2023, 9, 14, 11, tzinfo=UTC)


class SeedNeedsLot(Exception):
    """The election that grows from this seed cannot be settled without drawing a lot."""


def fill(session: Session, folder: Path, seed: int) -> None:
    """The councils since 2020, the election of 2023 the way a municipality holds it, and the takeover.

    Setup, counts, a scanner file for each district, settlement, validity, an appointment for 2027 that is begun, the
    lists of the next election, and the councils' meetings: by the same services as in real use. The files are written
    into the folder. Every moment is one of 2019 to 2026, so that the same seed gives the same rows whenever it is sown.
    """
    files = write_demo_files(folder, seed)
    setup, sha256 = read_setup_file(files.setup)
    received = Received(files.setup, sha256)
    election = set_up_election(session, setup, received, by=AT_THE_KEYBOARD, at=LISTS_APPROVED_AT).row
    make_demo_places(session, election.municipality, by=AT_THE_KEYBOARD, at=LISTS_APPROVED_AT)
    make_appointed_councils(session, election, setup, seed)
    counts = read_counts(files.counts, setup)
    received = Received(files.counts, counts.sha256)
    import_counts(session, election, counts.lines, received, by=AT_THE_KEYBOARD, at=COUNTED_AT)
    for path in write_scanner_files(folder, seed):
        import_ballots(session, election, path, by=AT_THE_KEYBOARD, at=COUNTED_AT)
    settled = settle_contests(session, election, codes=None, lots=(), by=AT_THE_KEYBOARD, at=SETTLED_AT)
    if not isinstance(settled, Settled):
        raise SeedNeedsLot(seed)
    let_the_elected_take_over(session, election)
    begin_next_appointment(session, election.municipality)
    make_list_proposals(session, election.municipality, seed)
    make_meetings(session, election.municipality)
