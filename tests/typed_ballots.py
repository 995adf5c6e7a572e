"""Makers of typed bundles: the small election with its counts, and bundles taken as far as a test wants them."""

from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy.orm import Session

from app.audit.services import Actor
from app.elections.changed_ballots.models import TypedBatch
from app.elections.changed_ballots.queries import entry_of
from app.elections.changed_ballots.services.batches import approve_batch, register_batch
from app.elections.changed_ballots.services.entries import Place, Saved, finish_entry, save_entry
from app.elections.domain.election import Candidate, CandidateList, Contest
from app.elections.domain.typed_batches import turn_of
from app.elections.models import ContestRow, ElectionRow
from tests.elections import a_stored_election, count_contest, lists_of

AT = datetime(2023, 9, 11, 20, tzinfo=UTC)
KARI = Actor("kari.traa@bergen.example")
OLA = Actor("ola.vik@bergen.example")
BOARD = Actor("styret@bergen.example")

NAMES = {
    "A": ["Kari Nordmann", "Ola Vik", "Per Lie", "Siri Dahl", "Jon Moe", "Eli Berg", "Nils Hus"],
    "B": ["Bo Strand", "Liv Ås", "Kari Nordheim", "Unni Čáŋgŧ", "Odd Foss", "Tor Haug", "Gro Lund"],
    "C": ["Dag Myhre", "Ida Sand", "Leif Nes", "Mari Tveit", "Rolf Aas", "Tone Vang", "Åse Ødegård"],
}


def a_counted_election(session: Session, *, a: int = 60, b: int = 40, c: int = 20, counted: bool = True) -> ElectionRow:
    """Fana in Bergen 2023: 15 seats, lists A, B and C of seven; Bo Strand (B1) cannot be elected."""
    lists = tuple(
        CandidateList(
            code,
            f"Liste {code}",
            registered_party=True,
            candidates=tuple(Candidate(n, name, eligible=(code, n) != ("B", 1)) for n, name in enumerate(names, 1)),
        )
        for code, names in NAMES.items()
    )
    election = a_stored_election(session, Contest("fana", "Fana", 15, lists))
    if counted:
        figures = lists_of(A=a, B=b, C=c) | {"blank": 2}
        count_contest(session, election.contests[0], {(1, "VO", ""): figures, (2, "VO", ""): figures})
    return election


def contest_of(election: ElectionRow) -> ContestRow:
    """Its only contest."""
    (contest,) = election.contests
    return contest


def a_batch(session: Session, election: ElectionRow, ballots: int = 3, list_code: str = "A") -> TypedBatch:
    """A registered bundle."""
    return register_batch(session, contest_of(election), list_code, ballots, by=KARI, at=AT)


def place_of(batch: TypedBatch) -> Place:
    """Where a page that is opened now stands."""
    turn = turn_of(batch.state)
    entry = entry_of(batch, turn)
    return Place(batch.round, turn, entry.edit if entry else 0)


def type_in(session: Session, batch: TypedBatch, lines: Sequence[str], by: Actor) -> None:
    """Somebody types the whole bundle and hands it in."""
    saved = save_entry(session, batch, lines, place_of(batch), by=by, at=AT)
    assert isinstance(saved, Saved)
    finish_entry(session, batch, place_of(batch), by=by, at=AT)


def an_agreed_batch(
    session: Session, election: ElectionRow, lines: Sequence[str] = ("1 4", "2 B2", "-"), list_code: str = "A"
) -> TypedBatch:
    """Kari and Ola have typed the same."""
    batch = a_batch(session, election, len(lines), list_code)
    type_in(session, batch, lines, KARI)
    type_in(session, batch, lines, OLA)
    return batch


def an_approved_batch(
    session: Session, election: ElectionRow, lines: Sequence[str] = ("1 4", "2 B2", "-"), list_code: str = "A"
) -> TypedBatch:
    """And the board has approved it."""
    batch = an_agreed_batch(session, election, lines, list_code)
    approve_batch(session, batch, by=BOARD, at=AT)
    return batch
