"""The only way from the database to the public: frozen values, and nothing about results before they are released.

Every function is told the moment it answers for. Drafts of elections do not exist here.

Law: valgloven (2002) § 9-9; valgloven (2023) § 21-8.
Rules: R-140.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, ScalarSelect, false, func, select
from sqlalchemy.orm import Session, aliased

from app.councils.models import District, Municipality
from app.elections.domain.election import Candidate, RuleSetName
from app.elections.domain.majority_election import MajoritySettlement
from app.elections.domain.release import is_released
from app.elections.domain.rule_sets import RULE_SETS
from app.elections.domain.states import ElectionState
from app.elections.domain.without_write_ins import without_write_ins
from app.elections.lists.models import ListAnnouncementRow
from app.elections.models import (
    CandidateListRow,
    CandidateRow,
    ContestRow,
    CountLineRow,
    ElectionRow,
    SettlementRow,
    ValidityDecisionRow,
)
from app.elections.queries import StoredSettlement
from app.elections.settlement_document import read_settlement
from app.elections.settling.majority.document import read_majority
from app.elections.settling.majority.queries import current_majority
from app.elections.settling.models import SettlementDecisionRow
from app.elections.settling.standing import decided, in_force, majority_in_force, standing
from app.public.contest_result import contest_result
from app.public.count_figures import Lines, count_figures
from app.public.headings import ContestHeading, PublishedElection, no_settlement, shown_state
from app.public.overview import DistrictOverview, DistrictResult, ElectionOverview, district_result, lists_across
from app.public.pages import CheckPage, ContestPage, FrontPage, SettledContest
from app.public.shown_lists import ShownList, colours_by_name
from app.public.write_in_effect import write_in_effect


@dataclass(frozen=True, slots=True)
class PublicVersion:
    """Which version of the public pages this is. ``next_release`` is when it next changes by the clock alone."""

    fingerprint: str
    next_release: datetime | None


def public_version(session: Session, at: datetime) -> PublicVersion:
    """One query: the version changes with each approved list, settlement, move of an election and release."""
    elections = published_elections(session, at)
    waiting = [election.release_time for election in elections if not election.released]
    return PublicVersion(hashlib.sha256(repr(elections).encode()).hexdigest(), min(waiting, default=None))


def published_elections(session: Session, at: datetime) -> tuple[PublishedElection, ...]:
    """All elections but drafts, newest first; those of one day by name.

    Of municipalities that share a name, each is told with its number: «Våler (3114)».
    """
    namesake = aliased(Municipality)
    of_that_name = select(func.count()).where(namesake.name == Municipality.name).scalar_subquery()
    statement = (
        select(
            ElectionRow.id,
            ElectionRow.address,
            ElectionRow.name,
            Municipality.name.label("municipality"),
            Municipality.number.label("municipality_number"),
            of_that_name.label("of_that_name"),
            ElectionRow.rule_set,
            ElectionRow.election_day,
            ElectionRow.release_time,
            ElectionRow.state,
            func.count(ContestRow.id.distinct()).label("contests"),
            func.count(SettlementRow.contest_id.distinct()).label("settled"),
            func.max(SettlementRow.id).label("newest_settlement"),
            _approved_lists().label("approved_lists"),
            _announced().label("announced"),
            _newest_majority().label("newest_majority"),
        )
        .join(Municipality, Municipality.id == ElectionRow.municipality_id)
        .join(ContestRow, ContestRow.election_id == ElectionRow.id)
        .outerjoin(SettlementRow, (SettlementRow.contest_id == ContestRow.id) & in_force())
        .where(ElectionRow.state != ElectionState.DRAFT)
        .group_by(ElectionRow.id, Municipality.id)
        .order_by(ElectionRow.election_day.desc(), ElectionRow.name, ElectionRow.id)
    )
    return tuple(
        PublishedElection(
            id=row.id,
            address=row.address,
            name=row.name,
            municipality=told_apart(row.municipality, row.municipality_number, row.of_that_name),
            rule_set=RuleSetName(row.rule_set),
            election_day=row.election_day,
            release_time=row.release_time,
            released=(released := is_released(row.release_time, at)),
            state=shown_state(ElectionState(row.state), released=released),
            contests=row.contests,
            settled=row.settled if released else 0,
            newest_settlement=(row.newest_settlement or 0) if released else 0,
            approved_lists=row.approved_lists,
            announced=str(row.announced or ""),
            newest_majority=(row.newest_majority or 0) if released else 0,
        )
        for row in session.execute(statement)
    )


def _approved_lists() -> ScalarSelect[int]:
    approved = select(func.count(CandidateListRow.id)).join(ContestRow, ContestRow.id == CandidateListRow.contest_id)
    return approved.where(ContestRow.election_id == ElectionRow.id).correlate(ElectionRow).scalar_subquery()


def _announced() -> ScalarSelect[datetime]:
    """The moment the newest announcement of lists was recorded."""
    recorded = select(func.max(ListAnnouncementRow.recorded_at)).join(
        ContestRow, ContestRow.id == ListAnnouncementRow.contest_id
    )
    return recorded.where(ContestRow.election_id == ElectionRow.id).correlate(ElectionRow).scalar_subquery()


def _newest_majority() -> ScalarSelect[int]:
    of_persons = select(func.max(SettlementRow.id)).join(ContestRow, ContestRow.id == SettlementRow.contest_id)
    of_persons = of_persons.where(ContestRow.election_id == ElectionRow.id, majority_in_force())
    return of_persons.correlate(ElectionRow).scalar_subquery()


def told_apart(name: str, number: str | None, of_that_name: int) -> str:
    """A municipality's name; with its number, when known, where several have the name."""
    return f"{name} ({number})" if number and of_that_name > 1 else name


def published_election(session: Session, address: str, at: datetime) -> PublishedElection | None:
    """The election at ``/valg/<address>``."""
    return next((each for each in published_elections(session, at) if each.address == address), None)


def front_page(session: Session, at: datetime) -> FrontPage:
    """The newest election and those before it."""
    elections = published_elections(session, at)
    if not elections:
        return FrontPage(None, ())
    return FrontPage(_overview(session, elections[0]), elections[1:])


def election_overview(session: Session, address: str, at: datetime) -> ElectionOverview | None:
    """The page of an election."""
    election = published_election(session, address, at)
    return _overview(session, election) if election else None


def contest_page(session: Session, address: str, code: str, at: datetime) -> ContestPage | None:
    """The page of one contest."""
    election = published_election(session, address, at)
    if election is None:
        return None
    contests = contest_headings(session, election)
    contest = next((each for each in contests if each.code == code), None)
    if contest is None:
        return None
    lists = lists_by_contest(session, election, contest.id)[contest.id]
    stored = _settlements(session, election, contest.id).get(contest.id)
    result, write_ins = None, None
    if stored:
        lines = _count_lines(session, election, contest.id)[contest.id]
        figures = count_figures(lines, [each.code for each in lists], contest.electors)
        rules = RULE_SETS[election.rule_set]
        result = contest_result(stored, lists, figures, rules)
        write_ins = write_in_effect(without_write_ins(stored.settlement, rules), {each.code: each for each in lists})
    without = no_settlement(election, len(lists), settled=stored is not None)
    majority = _majority_result(session, election, contest.id)
    return ContestPage(election, contest, lists, result, contests, without, write_ins, majority)


def _majority_result(session: Session, election: PublishedElection, contest_id: int) -> MajoritySettlement | None:
    """The result of a majority election; none before the results are released.

    Law: valgloven (2002) §§ 9-9, 12-3; valgloven (2023) §§ 14-3, 21-8.
    Rules: R-140, R-182.
    """
    row = current_majority(session, contest_id) if election.released else None
    return read_majority(row.document) if row else None


def check_page(session: Session, address: str, at: datetime) -> CheckPage | None:
    """What one needs to check the results of an election."""
    election = published_election(session, address, at)
    if election is None:
        return None
    stored = _settlements(session, election)
    settled = tuple(
        SettledContest(contest, of.number, of.made_at, of.input_sha256, of.settlement.lots)
        for contest in contest_headings(session, election)
        if (of := stored.get(contest.id))
    )
    return CheckPage(election, settled)


def settled_contest_id(session: Session, address: str, code: str, at: datetime) -> int | None:
    """The contest whose record may be printed for the public now."""
    election = published_election(session, address, at)
    if election is None or not election.released:
        return None
    statement = (
        select(ContestRow.id)
        .join(SettlementRow, SettlementRow.contest_id == ContestRow.id)
        .where(ContestRow.election_id == election.id, ContestRow.code == code, in_force() | majority_in_force())
    )
    return session.scalar(statement.limit(1))


def _overview(session: Session, election: PublishedElection) -> ElectionOverview:
    contests = contest_headings(session, election)
    lists = lists_by_contest(session, election)
    stored = _settlements(session, election)
    lines = _count_lines(session, election)
    settled = tuple(contest for contest in contests if contest.id in stored)

    def result(contest: ContestHeading) -> DistrictResult | None:
        if contest.id not in stored:
            return None
        shown = lists[contest.id]
        figures = count_figures(lines[contest.id], [each.code for each in shown], contest.electors)
        return district_result(stored[contest.id].settlement, shown, figures)

    return ElectionOverview(
        election=election,
        districts=tuple(
            DistrictOverview(
                contest,
                result(contest),
                no_settlement(election, len(lists[contest.id]), settled=contest.id in stored),
            )
            for contest in contests
        ),
        compared=settled,
        lists=lists_across(
            [lists[contest.id] for contest in settled], [stored[contest.id].settlement for contest in settled]
        ),
    )


def contest_headings(session: Session, election: PublishedElection) -> tuple[ContestHeading, ...]:
    """The contests in the order of the setup."""
    statement = (
        select(
            ContestRow.id,
            ContestRow.code,
            District.name,
            ContestRow.seats,
            ContestRow.electors,
            ValidityDecisionRow.valid,
            (_annulled() if election.released else false()).label("annulled"),
        )
        .join(District, District.id == ContestRow.district_id)
        .outerjoin(ValidityDecisionRow, ValidityDecisionRow.contest_id == ContestRow.id)
        .where(ContestRow.election_id == election.id)
        .order_by(ContestRow.ordinal)
    )
    return tuple(ContestHeading(*row) for row in session.execute(statement))


def _annulled() -> ColumnElement[bool]:
    """The contest has had a result, which was annulled, and has none now."""
    of_contest = select(SettlementRow.id).where(SettlementRow.contest_id == ContestRow.id).correlate(ContestRow)
    was_result = of_contest.join(SettlementDecisionRow, SettlementDecisionRow.settlement_id == SettlementRow.id)
    return was_result.exists() & ~of_contest.where(decided(), standing()).exists()


def lists_by_contest(
    session: Session, election: PublishedElection, contest_id: int | None = None
) -> Mapping[int, tuple[ShownList, ...]]:
    """The lists of each contest, or of one, in the order of the setup. Candidates are read for one contest only."""
    statement = (
        select(CandidateListRow.id, CandidateListRow.contest_id, CandidateListRow.code, CandidateListRow.name)
        .join(ContestRow, ContestRow.id == CandidateListRow.contest_id)
        .where(ContestRow.election_id == election.id)
        .order_by(ContestRow.ordinal, CandidateListRow.ordinal)
    )
    rows = session.execute(statement).all()
    colours = colours_by_name(row.name for row in rows)
    candidates = _candidates(session, contest_id) if contest_id else {}
    lists: defaultdict[int, tuple[ShownList, ...]] = defaultdict(tuple)
    for row in rows:
        shown = ShownList(row.code, row.name, colours[row.name], tuple(candidates.get(row.id, ())))
        lists[row.contest_id] += (shown,)
    return lists


def _candidates(session: Session, contest_id: int) -> Mapping[int, Iterable[Candidate]]:
    """The candidates of one contest by list, in printed order. The settlement tells who is eligible."""
    statement = (
        select(
            CandidateRow.list_id,
            CandidateRow.position,
            CandidateRow.name,
            CandidateRow.birth_year,
            CandidateRow.bonus,
            CandidateRow.profession,
            CandidateRow.residence,
            CandidateRow.group_name,
        )
        .join(CandidateListRow, CandidateListRow.id == CandidateRow.list_id)
        .where(CandidateListRow.contest_id == contest_id)
        .order_by(CandidateRow.list_id, CandidateRow.position)
    )
    candidates: defaultdict[int, list[Candidate]] = defaultdict(list)
    for row in session.execute(statement):
        candidates[row.list_id].append(
            Candidate(
                row.position,
                row.name,
                row.birth_year,
                bonus=row.bonus,
                profession=row.profession,
                residence=row.residence,
                group=row.group_name,
            )
        )
    return candidates


def _settlements(
    session: Session, election: PublishedElection, contest_id: int | None = None
) -> Mapping[int, StoredSettlement]:
    """The settlement in force of each contest, or of one; none before the results are released.

    Law: valgloven (2002) § 9-9; valgloven (2023) § 21-8.
    Rules: R-140.
    """
    if not election.released:
        return {}
    newest = select(func.max(SettlementRow.id)).join(ContestRow)
    newest = newest.where(ContestRow.election_id == election.id, in_force())
    if contest_id:
        newest = newest.where(ContestRow.id == contest_id)
    statement = select(
        SettlementRow.contest_id,
        SettlementRow.number,
        SettlementRow.made_at,
        SettlementRow.made_by,
        SettlementRow.input_sha256,
        SettlementRow.document,
    ).where(SettlementRow.id.in_(newest.group_by(ContestRow.id)))
    return {
        row.contest_id: StoredSettlement(
            row.number, row.made_at, row.made_by, row.input_sha256, read_settlement(row.document)
        )
        for row in session.execute(statement)
    }


def _count_lines(session: Session, election: PublishedElection, contest_id: int | None = None) -> Mapping[int, Lines]:
    """The figures of both counts added up over places, by contest; none before the results are released.

    Law: valgloven (2002) § 9-9; valgloven (2023) § 21-8.
    Rules: R-140.
    """
    lines: defaultdict[int, dict[tuple[int, str, str], int]] = defaultdict(dict)
    if not election.released:
        return lines
    keys = (CountLineRow.contest_id, CountLineRow.count, CountLineRow.category, CountLineRow.line)
    statement = select(*keys, func.sum(CountLineRow.number).label("number")).join(ContestRow)
    statement = statement.where(ContestRow.election_id == election.id).group_by(*keys)
    if contest_id:
        statement = statement.where(ContestRow.id == contest_id)
    for contest, count, category, line, number in session.execute(statement):
        lines[contest][count, category, line] = int(number)
    return lines
