"""Makers of stored elections: domain values in, rows out; a test states only what matters to it."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time

from sqlalchemy.orm import Session

from app.core.clock import OSLO
from app.councils.models import District, Municipality
from app.elections.domain.election import CandidateList, Contest, RuleSetName
from app.elections.domain.settlement import Settlement
from app.elections.domain.states import ElectionState
from app.elections.models import (
    CandidateListRow,
    CandidateRow,
    ContestPollingDistrict,
    ContestRow,
    CountLineRow,
    ElectionRow,
    ReceivedFile,
    SettlementRow,
)
from app.elections.settlement_document import write_settlement
from app.elections.settling.models import SettlementDecisionRow

ELECTION_DAY = date(2023, 9, 11)
SETTLED_AT = datetime(2023, 9, 12, 12, 5, tzinfo=UTC)
INPUT_SHA256 = "5" * 64

CountKey = tuple[int, str, str]
"""First or second count, category, place."""


def a_stored_election(
    session: Session,
    *contests: Contest,
    rule_set: RuleSetName = RuleSetName.VALGLOVEN_2002,
    municipality: Municipality | None = None,
    address: str = "2023",
) -> ElectionRow:
    """The election of 2023 in Bergen, or another municipality, with these contests; nothing counted yet."""
    municipality = municipality or Municipality(name="Bergen", number="4601")
    election = ElectionRow(
        municipality=municipality,
        address=address,
        name="Bydelsvalg 2023",
        rule_set=rule_set,
        election_day=ELECTION_DAY,
        release_time=datetime.combine(ELECTION_DAY, time(21), OSLO),
        state=ElectionState.COUNTING,
        created_at=SETTLED_AT,
        contests=[_contest(contest, at, municipality) for at, contest in enumerate(contests)],
    )
    session.add(election)
    session.flush()
    return election


def count_contest(session: Session, contest: ContestRow, counts: Mapping[CountKey, Mapping[str, int]]) -> None:
    """Store the lines of both counts: ``{(2, "VO", "0801"): {"list:A": 300, "blank": 2}}``."""
    session.add_all(
        CountLineRow(contest_id=contest.id, count=count, category=category, place=place, line=line, number=number)
        for (count, category, place), lines in counts.items()
        for line, number in lines.items()
    )
    session.flush()


def settle_contest(session: Session, contest: ContestRow, settlement: object, number: int = 1) -> SettlementRow:
    """Store a settlement, decided; anything else that ``settle`` can answer is a mistake of the test."""
    assert isinstance(settlement, Settlement), settlement
    row = SettlementRow(
        contest=contest,
        number=number,
        made_at=SETTLED_AT,
        made_by="command",
        input_sha256=INPUT_SHA256,
        document=write_settlement(settlement),
    )
    session.add(row)
    session.flush()
    decision = SettlementDecisionRow(
        settlement_id=row.id, decided_at=SETTLED_AT, decided_by="command", present="", case_number=""
    )
    session.add(decision)
    session.flush()
    return row


def a_received_file(session: Session, election: ElectionRow, kind: str) -> ReceivedFile:
    """The fact that a file was handed in, without its bytes."""
    row = ReceivedFile(
        election_id=election.id,
        kind=kind,
        name=kind,
        sha256="a" * 64,
        size=1200,
        rows=20,
        received_at=SETTLED_AT,
        received_by="command",
    )
    session.add(row)
    session.flush()
    return row


def lists_of(**ballots: int) -> dict[str, int]:
    """``lists_of(A=300, B=2)`` → the lines of a count: ``{"list:A": 300, "list:B": 2}``."""
    return {f"list:{code}": number for code, number in ballots.items()}


def _contest(contest: Contest, ordinal: int, municipality: Municipality) -> ContestRow:
    return ContestRow(
        ordinal=ordinal,
        code=contest.code,
        district=District(municipality=municipality, name=contest.district),
        seats=contest.seats,
        electors=contest.electors,
        polling_districts=[
            ContestPollingDistrict(ordinal=at, code=each.code, name=each.name, electors=each.electors)
            for at, each in enumerate(contest.polling_districts)
        ],
        lists=list(_lists(contest.lists)),
    )


def _lists(lists: Iterable[CandidateList]) -> Iterable[CandidateListRow]:
    for at, each in enumerate(lists):
        yield CandidateListRow(
            ordinal=at,
            code=each.code,
            name=each.name,
            registered_party=each.registered_party,
            candidates=[
                CandidateRow(
                    position=candidate.position,
                    name=candidate.name,
                    birth_year=candidate.birth_year,
                    bonus=candidate.bonus,
                    eligible=candidate.eligible,
                    profession=candidate.profession,
                    residence=candidate.residence,
                    gender=candidate.gender,
                )
                for candidate in each.candidates
            ],
        )
