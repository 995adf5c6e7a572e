"""Reading elections: rows → domain values, by columns where there are many."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, select, union
from sqlalchemy.orm import Session, selectinload

from app.councils.domain.gender import Gender
from app.councils.models import District
from app.elections.domain.approved_ballots import approved_ballots
from app.elections.domain.election import (
    Candidate,
    CandidateList,
    Contest,
    Election,
    Municipality,
    PollingDistrict,
    RuleSetName,
)
from app.elections.domain.eligibility_findings import FindingCause
from app.elections.domain.majority_election import FEWEST_LISTS
from app.elections.domain.settlement import LeftOut, NoSettlement, Settlement
from app.elections.files.counts_file import SECOND
from app.elections.files.file_names import BALLOTS
from app.elections.models import (
    Batch,
    CandidateListRow,
    CandidateRow,
    ChangedBallotRow,
    ContestRow,
    CountLineRow,
    ElectionRow,
    ReceivedFile,
    SettlementRow,
    ValidityDecisionRow,
)
from app.elections.refusals import UnknownContest, UnknownElection
from app.elections.settlement_document import read_settlement
from app.elections.settling.models import EligibilityFindingRow
from app.elections.settling.standing import in_force, standing

DIGITS = re.compile("[0-9]{1,9}")


@dataclass(frozen=True, slots=True)
class StoredSettlement:
    """A settlement with what the house knows of it: which number it has, when it was made, from which input."""

    number: int
    made_at: datetime
    made_by: str
    input_sha256: str
    settlement: Settlement


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file that was handed in. ``kind`` is what it was handed in as: ``setup.json``, ``counts.csv`` …"""

    kind: str
    name: str
    sha256: str
    size: int
    received_at: datetime


def election_by_address(session: Session, address: str) -> ElectionRow | None:
    """The election at ``/valg/<address>``."""
    return session.scalar(select(ElectionRow).where(ElectionRow.address == address))


def election_by_id_or_address(session: Session, wanted: str) -> ElectionRow:
    """The election a person means at the keyboard: its number, as import-setup printed it, or its address."""
    by_id = session.get(ElectionRow, int(wanted)) if DIGITS.fullmatch(wanted) else None
    found = by_id or election_by_address(session, wanted)
    if found is None:
        raise UnknownElection(wanted)
    return found


def lock(session: Session, election: ElectionRow) -> None:
    """Wait until nobody else writes to the election, and read it again: what follows is decided on what is true now."""
    session.flush()  # a refresh throws away what is not yet written
    session.refresh(election, with_for_update=True)


def contest_by_code(session: Session, election: ElectionRow, code: str) -> ContestRow:
    """The contest of the election with this code."""
    contests = {contest.code: contest for contest in contests_of(session, election.id)}
    if code not in contests:
        raise UnknownContest(code, tuple(contests))
    return contests[code]


def load_election(session: Session, row: ElectionRow, *, as_frozen: bool = False) -> Election:
    """The election as domain values: contests and lists in the order of the setup.

    ``as_frozen``: with everyone as eligible as when the lists were frozen, whatever was found out later.
    """
    found = {} if as_frozen else _found_eligible(session, ContestRow.election_id == row.id)
    contests = session.scalars(
        select(ContestRow)
        .where(ContestRow.election_id == row.id)
        .order_by(ContestRow.ordinal)
        .options(
            selectinload(ContestRow.district),
            selectinload(ContestRow.polling_districts),
            selectinload(ContestRow.lists).selectinload(CandidateListRow.candidates),
        )
    )
    return Election(
        name=row.name,
        rule_set=RuleSetName(row.rule_set),
        election_day=row.election_day,
        municipality=Municipality(name=row.municipality.name, number=row.municipality.number),
        contests=tuple(_contest(contest, found) for contest in contests),
    )


def load_contest(session: Session, contest_id: int) -> Contest:
    """One contest as domain values: its lists and candidates in the order of the setup."""
    return _contest(
        session.scalars(
            select(ContestRow)
            .where(ContestRow.id == contest_id)
            .options(
                selectinload(ContestRow.district),
                selectinload(ContestRow.polling_districts),
                selectinload(ContestRow.lists).selectinload(CandidateListRow.candidates),
            )
        ).one(),
        _found_eligible(session, ContestRow.id == contest_id),
    )


def _found_eligible(session: Session, which: ColumnElement[bool]) -> dict[int, bool]:
    """What was found out about candidates after the lists were frozen, by the candidate's row: the latest holds.

    Rules: R-163.
    """
    statement = (
        select(EligibilityFindingRow.candidate_id, EligibilityFindingRow.cause)
        .join(CandidateRow, CandidateRow.id == EligibilityFindingRow.candidate_id)
        .join(CandidateListRow, CandidateListRow.id == CandidateRow.list_id)
        .join(ContestRow, ContestRow.id == CandidateListRow.contest_id)
        .where(which)
        .order_by(EligibilityFindingRow.id)
    )
    return {candidate: cause is FindingCause.ELIGIBLE_AFTER_ALL for candidate, cause in session.execute(statement)}


def contests_of(session: Session, election_id: int) -> Sequence[ContestRow]:
    """The contests of an election in the order of the setup, with their districts."""
    return session.scalars(
        select(ContestRow)
        .where(ContestRow.election_id == election_id)
        .order_by(ContestRow.ordinal)
        .options(selectinload(ContestRow.district))
    ).all()


def current_settlement(session: Session, contest_id: int) -> StoredSettlement | None:
    """The settlement of a contest that is in force: decided by the board, and not annulled.

    Whether anyone outside may see it is decided in ``public/queries.py``.
    """
    row = session.scalar(
        select(SettlementRow)
        .where(SettlementRow.contest_id == contest_id, in_force())
        .order_by(SettlementRow.number.desc())
        .limit(1)
    )
    if row is None:
        return None
    return StoredSettlement(row.number, row.made_at, row.made_by, row.input_sha256, read_settlement(row.document))


def validity_of(session: Session, election_id: int) -> list[tuple[ContestRow, ValidityDecisionRow]]:
    """What was decided on the election in each district, in the order of the setup; none before it is decided."""
    rows = session.execute(
        select(ContestRow, ValidityDecisionRow)
        .join(ValidityDecisionRow, ValidityDecisionRow.contest_id == ContestRow.id)
        .where(ContestRow.election_id == election_id)
        .order_by(ContestRow.ordinal)
        .options(selectinload(ContestRow.district))
    )
    return [(contest, decision) for contest, decision in rows]


def settled_contests(session: Session, election_id: int) -> set[str]:
    """The codes of the contests that have a settlement in force."""
    return _contests_with(session, election_id, in_force())


def locked_contests(session: Session, election_id: int) -> set[str]:
    """The codes of the contests with a settlement, proposed or decided: their counts and ballots are locked."""
    return _contests_with(session, election_id, standing())


def _contests_with(session: Session, election_id: int, condition: ColumnElement[bool]) -> set[str]:
    having = select(SettlementRow.id).where(SettlementRow.contest_id == ContestRow.id, condition).exists()
    return set(session.scalars(select(ContestRow.code).where(ContestRow.election_id == election_id, having)))


def contests_left_out(session: Session, election_id: int) -> tuple[LeftOut, ...]:
    """The contests that have no settlement between lists: too few lists, or no ballot for any in the second count.

    In the order of the setup. If a ballot is counted for a list after all, the contest is settled like the others.

    Law: valgloven (2002) § 12-1; valgloven (2023) § 14-1.
    Rules: R-3, R-180.
    """
    settled = settled_contests(session, election_id)
    lists_of = lists_per_contest(session, election_id)
    apart: list[LeftOut] = []
    for row in contests_of(session, election_id):
        if row.code in settled:
            continue
        counted = second_count(session, row.id)
        if lists_of.get(row.id, 0) < FEWEST_LISTS:
            apart.append(LeftOut(row.code, NoSettlement.MAJORITY_ELECTION))
        elif counted and not any(counted.values()):
            apart.append(LeftOut(row.code, NoSettlement.NO_VOTES))
    return tuple(apart)


def lists_per_contest(session: Session, election_id: int) -> dict[int, int]:
    """How many lists stand in each contest; a contest without any is not there."""
    statement = (
        select(CandidateListRow.contest_id, func.count())
        .join(ContestRow, ContestRow.id == CandidateListRow.contest_id)
        .where(ContestRow.election_id == election_id)
        .group_by(CandidateListRow.contest_id)
    )
    return {contest: number for contest, number in session.execute(statement)}  # noqa: C416 - dict() cannot be typed here


def count_lines(session: Session, contest_id: int) -> Sequence[CountLineRow]:
    """Every figure of both counts of a contest, in a fixed order."""
    return session.scalars(
        select(CountLineRow)
        .where(CountLineRow.contest_id == contest_id)
        .order_by(CountLineRow.count, CountLineRow.category, CountLineRow.place, CountLineRow.line)
    ).all()


def has_ballots_file(session: Session, election_id: int) -> bool:
    """Whether any file of changed ballots has been taken in, be it only one that says there are none."""
    received = select(ReceivedFile.id, ReceivedFile.sha256).where(
        ReceivedFile.election_id == election_id, ReceivedFile.kind == BALLOTS, ReceivedFile.sha256 != ""
    )
    return session.execute(received.limit(1)).first() is not None


def second_count(session: Session, contest_id: int) -> dict[str, int]:
    """Approved ballots per list over all categories and places of the second count; empty where it has no figure."""
    figures = select(CountLineRow.line, CountLineRow.number).where(
        CountLineRow.contest_id == contest_id, CountLineRow.count == SECOND
    )
    return dict(approved_ballots((line, number) for line, number in session.execute(figures)).by_list)


def changed_ballots(session: Session, contest_id: int) -> Iterator[tuple[str, str, str, str, str]]:
    """(batch, ballot, list, marks, write-ins) of each changed ballot, by batch and ballot; a stream."""
    statement = (
        select(
            Batch.code, ChangedBallotRow.code, CandidateListRow.code, ChangedBallotRow.marks, ChangedBallotRow.write_ins
        )
        .join(ChangedBallotRow, ChangedBallotRow.batch_id == Batch.id)
        .join(CandidateListRow, CandidateListRow.id == ChangedBallotRow.list_id)
        .where(Batch.contest_id == contest_id)
        .order_by(Batch.code, ChangedBallotRow.code)
        .execution_options(yield_per=5000)
    )
    yield from session.execute(statement)


def changed_ballots_per_list(session: Session, contest_id: int) -> dict[str, int]:
    """How many changed ballots each list has. Asked by batch, so that no other contest's ballots are read."""
    statement = (
        select(ChangedBallotRow.list_id, func.count())
        .join(Batch, Batch.id == ChangedBallotRow.batch_id)
        .where(Batch.contest_id == contest_id)
        .group_by(ChangedBallotRow.list_id)
    )
    codes = select(CandidateListRow.id, CandidateListRow.code).where(CandidateListRow.contest_id == contest_id)
    code_of = {list_id: code for list_id, code in session.execute(codes)}  # noqa: C416 - dict() cannot be typed here
    return {code_of[list_id]: number for list_id, number in session.execute(statement)}


def received_files(session: Session, contest_id: int) -> tuple[StoredFile, ...]:
    """The files that a contest's lists, counts and changed ballots came in, oldest first; typed figures have none."""
    used = union(
        select(CountLineRow.received_file_id).where(CountLineRow.contest_id == contest_id),
        select(ChangedBallotRow.received_file_id)
        .join(Batch, Batch.id == ChangedBallotRow.batch_id)
        .where(Batch.contest_id == contest_id),
    )
    election = select(ContestRow.election_id).where(ContestRow.id == contest_id).scalar_subquery()
    is_setup = (ReceivedFile.election_id == election) & (ReceivedFile.kind == "setup.json")
    rows = session.scalars(select(ReceivedFile).where(is_setup | ReceivedFile.id.in_(used)).order_by(ReceivedFile.id))
    return tuple(StoredFile(row.kind, row.name, row.sha256, row.size, row.received_at) for row in rows)


def _contest(row: ContestRow, found: Mapping[int, bool]) -> Contest:
    return Contest(
        code=row.code,
        district=row.district.name,
        seats=row.seats,
        electors=row.electors,
        polling_districts=tuple(PollingDistrict(d.code, d.name, d.electors) for d in row.polling_districts),
        lists=tuple(_candidate_list(entry, found) for entry in row.lists),
    )


def _candidate_list(row: CandidateListRow, found: Mapping[int, bool]) -> CandidateList:
    return CandidateList(
        code=row.code,
        name=row.name,
        registered_party=row.registered_party,
        candidates=tuple(
            Candidate(
                position=c.position,
                name=c.name,
                birth_year=c.birth_year,
                bonus=c.bonus,
                eligible=found.get(c.id, c.eligible),
                profession=c.profession,
                residence=c.residence,
                gender=Gender(c.gender) if c.gender else None,
                group=c.group_name,
            )
            for c in row.candidates
        ),
    )


def district_named(session: Session, municipality_id: int, name: str) -> District | None:
    """The district of that name in the municipality."""
    return session.scalar(select(District).where(District.municipality_id == municipality_id, District.name == name))
