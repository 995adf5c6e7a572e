"""Take an election's setup out to hand it over to the printer and the scanner."""

from sqlalchemy.orm import Session

from app.elections.domain.states import ElectionState
from app.elections.files.file_names import SETUP
from app.elections.files.setup_file import read_setup, write_setup
from app.elections.models import ElectionRow
from app.elections.queries import load_election
from app.elections.setting_up.queries import contests_without_lists
from app.elections.setting_up.refusals import ListsNotDecided

BEFORE_LISTS = frozenset({ElectionState.DRAFT, ElectionState.OPEN_FOR_LISTS})


def setup_to_hand_over(session: Session, election: ElectionRow) -> bytes:
    """``setup.json`` in the format's own writing: the same election gives the same bytes.

    Refused until the lists are decided; afterwards a district may lack lists, and has a majority election. What is
    handed over is read as a receiver would read it first: nobody gets a file that the format does not allow.

    Rules: R-66, R-67.
    """
    if ElectionState(election.state) in BEFORE_LISTS:
        raise ListsNotDecided(election.address, contests_without_lists(session, election))
    content = write_setup(load_election(session, election))
    read_setup(content, SETUP)
    return content
