"""Makers of stored list proposals: an election open for lists in 2027, and proposals made by the services."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time

from sqlalchemy.orm import Session

from app.audit.services import Actor
from app.core.clock import OSLO
from app.councils.models import District, Municipality
from app.elections.domain.election import RuleSetName
from app.elections.domain.list_proposal import Answer, Condition, ProposerKind, Signer
from app.elections.domain.states import ElectionState
from app.elections.lists.models import ListProposalRow
from app.elections.lists.services.candidates import (
    TypedCandidate,
    answer_conditions,
    set_candidates,
    tell_candidates,
)
from app.elections.lists.services.proposals import Heading, begin_proposal, receive_proposal
from app.elections.lists.services.signers import set_signers
from app.elections.models import ContestRow, ElectionRow

BY = Actor("valgansvarlig@bergen.example")
BOARD = Actor("valgstyret@bergen.example")
CAME_AT = datetime(2027, 3, 15, 9, 30, 12, tzinfo=UTC)
AT = datetime(2027, 4, 6, 8, tzinfo=UTC)
"""After the list deadline, 31 March 2027 at 12:00 in Oslo."""
ELECTION_DAY = date(2027, 9, 13)


def an_open_election(
    session: Session,
    seats: Mapping[str, int] = {"fana": 15},
    *,
    rule_set: RuleSetName = RuleSetName.VALGLOVEN_2023,
) -> ElectionRow:
    """Bydelsvalg 2027 in Bergen, open for lists; code of the district → seats."""
    municipality = Municipality(name="Bergen", number="4601")
    election = ElectionRow(
        municipality=municipality,
        address="2027",
        name="Bydelsvalg 2027",
        rule_set=rule_set,
        election_day=ELECTION_DAY,
        release_time=datetime.combine(ELECTION_DAY, time(21), OSLO),
        state=ElectionState.OPEN_FOR_LISTS,
        created_at=CAME_AT,
        contests=[
            ContestRow(
                ordinal=at,
                code=code,
                district=District(municipality=municipality, name=code.title()),
                seats=number,
            )
            for at, (code, number) in enumerate(seats.items())
        ],
    )
    session.add(election)
    session.flush()
    return election


def typed(number: int = 7, *, start: int = 1, bonus: int = 0, of: str = "Fana") -> list[TypedCandidate]:
    """Candidates with all that must be told: «Kandidat1 Fana», born 1980."""
    return [
        TypedCandidate(n, f"Kandidat{n}", of, 1980, bonus=n <= bonus, birth_date=date(1980, 1, 2))
        for n in range(start, start + number)
    ]


def board_members(of: str = "Fana") -> list[Signer]:
    """Two board members who are looked up."""
    return [
        Signer(f"Styremedlem{n} {of}", date(1970, 1, n), "Storgata 1", board_member=True, entitled=True) for n in (1, 2)
    ]


def a_draft(
    session: Session,
    election: ElectionRow,
    heading: str = "Arbeiderpartiet",
    code: str = "A",
    *,
    contest: str = "fana",
    kind: ProposerKind = ProposerKind.REGISTERED_PARTY,
    candidates: list[TypedCandidate] | None = None,
    signers: list[Signer] | None = None,
) -> ListProposalRow:
    """A proposal typed from paper: seven candidates, two board members; not received yet."""
    row = begin_proposal(
        session,
        next(each for each in election.contests if each.code == contest),
        Heading(code, heading, kind, "Storgata 1, 5003 Bergen", "liste@bergen.example"),
        by=BY,
        at=CAME_AT,
    )
    of = f"{heading.title()} {contest.title()}"
    set_candidates(session, row, typed(of=of) if candidates is None else candidates, seen=row.edit, by=BY, at=CAME_AT)
    set_signers(session, row, board_members(of) if signers is None else signers, seen=row.edit, by=BY, at=CAME_AT)
    return row


def received(session: Session, row: ListProposalRow, at: datetime = CAME_AT) -> ListProposalRow:
    """The proposal has come in."""
    receive_proposal(session, row, at, seen=row.edit, by=BY, at=AT)
    return row


def office_done(session: Session, row: ListProposalRow) -> ListProposalRow:
    """Every candidate is found eligible and has been told."""
    answers = {each.position: dict.fromkeys(Condition, Answer.FULFILLED) for each in row.candidates}
    answer_conditions(session, row, answers, "folkeregisteret 2. april 2027", seen=row.edit, by=BY, at=AT)
    tell_candidates(session, row, seen=row.edit, by=BY, at=AT)
    return row


def ready(
    session: Session,
    election: ElectionRow,
    heading: str = "Arbeiderpartiet",
    code: str = "A",
    *,
    contest: str = "fana",
    candidates: list[TypedCandidate] | None = None,
    at: datetime = CAME_AT,
) -> ListProposalRow:
    """A party's list in good order, waiting for the board."""
    row = a_draft(session, election, heading, code, contest=contest, candidates=candidates)
    return office_done(session, received(session, row, at))
