"""Reading list proposals: rows → domain values, and what the checks find about them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, selectinload

from app.elections.domain.election import RuleSetName
from app.elections.domain.list_changes import VersionCause
from app.elections.domain.list_extension import arrived_in_time
from app.elections.domain.list_findings import Finding, Weight, of_weight
from app.elections.domain.list_proposal import (
    Condition,
    ListRules,
    Proposal,
    ProposedCandidate,
    Signer,
)
from app.elections.domain.list_proposal_states import DECIDED, ListProposalState
from app.elections.domain.list_representatives import Representatives, representatives
from app.elections.domain.list_review import Notified, review
from app.elections.domain.list_signatures import SignatureCount, count_signatures, signatures_needed
from app.elections.domain.majority_election import FEWEST_LISTS
from app.elections.lists.deadlines import ListDeadlines, list_deadlines, list_settings
from app.elections.lists.documents import candidates_in, findings_in
from app.elections.lists.models import (
    ListAnnouncementRow,
    ListProposalRow,
    ListVersionRow,
    ProposedCandidateRow,
)
from app.elections.models import ContestRow, ElectionRow

OUT = frozenset({ListProposalState.REJECTED, ListProposalState.WITHDRAWN})
"""These are no longer in anybody's way."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A proposal with everything that was found about it; once decided, what the board had before it."""

    row: ListProposalRow
    findings: tuple[Finding, ...]
    signatures: SignatureCount
    representatives: Representatives

    def of(self, weight: str) -> tuple[Finding, ...]:
        """The findings of one weight."""
        return of_weight(self.findings, Weight(weight))


@dataclass(frozen=True, slots=True)
class ContestLists:
    """The proposals of one district, as they came in; drafts last."""

    contest: ContestRow
    deadlines: ListDeadlines
    proposals: tuple[Reviewed, ...]
    announcement: ListAnnouncementRow | None

    @property
    def may_be_extended(self) -> bool:
        """Whether the municipal council may give the district a later deadline, as far as its own lists tell (R-24)."""
        if self.contest.election.rule_set == RuleSetName.VALGLOVEN_2002 or self.deadlines.extended:
            return False
        received = [each.row.received_at for each in self.proposals]
        return arrived_in_time(received, self.deadlines.closes_at) < FEWEST_LISTS


def proposal_by_number(session: Session, election: ElectionRow, number: int) -> ListProposalRow | None:
    """The proposal with this number, if it is the election's."""
    return session.scalar(_whole().where(ContestRow.election_id == election.id, ListProposalRow.id == number))


def proposals_of(session: Session, election_id: int) -> Sequence[ListProposalRow]:
    """Every proposal of the election: by district, then as they came in, drafts last."""
    rows = session.scalars(_whole().where(ContestRow.election_id == election_id).order_by(ContestRow.ordinal)).all()
    return sorted(
        rows,
        key=lambda row: (row.contest.ordinal, row.received_at is None, row.received_at or row.created_at, row.id),
    )


def reviewed(session: Session, row: ListProposalRow) -> Reviewed:
    """The proposal with what is found now; a decided one with what was found when it was decided."""
    everyone = [proposal_value(each) for each in proposals_of(session, row.contest.election_id)]
    return _reviewed(row, everyone, rules_of(row.contest))


def lists_of_election(session: Session, election: ElectionRow) -> tuple[ContestLists, ...]:
    """All districts with their proposals, each reviewed."""
    rows = proposals_of(session, election.id)
    values = [proposal_value(row) for row in rows]
    announced = {
        each.contest_id: each
        for each in session.scalars(
            select(ListAnnouncementRow).join(ContestRow).where(ContestRow.election_id == election.id)
        )
    }
    return tuple(_district(contest, rows, values, announced.get(contest.id)) for contest in election.contests)


def lists_approved_at(session: Session, election_id: int) -> datetime | None:
    """When the newest approved list was approved; None where no list of the election came in as a proposal.

    Rules: R-66.
    """
    return session.scalar(
        select(func.max(ListProposalRow.decided_at))
        .join(ContestRow, ContestRow.id == ListProposalRow.contest_id)
        .where(ContestRow.election_id == election_id, ListProposalRow.candidate_list_id.is_not(None))
    )


def undecided_by_election(session: Session) -> dict[int, int]:
    """How many proposals wait for a decision in each election; drafts are not counted, for they have not come in."""
    waiting = (
        select(ContestRow.election_id, func.count())
        .join(ListProposalRow, ListProposalRow.contest_id == ContestRow.id)
        .where(ListProposalRow.state.not_in({*DECIDED, ListProposalState.DRAFT}))
        .group_by(ContestRow.election_id)
    )
    return {election: number for election, number in session.execute(waiting)}  # noqa: C416 - dict() cannot be typed here


def rules_of(contest: ContestRow) -> ListRules:
    """What proposals in the contest are judged by."""
    rule_set = RuleSetName(contest.election.rule_set)
    return ListRules(
        rule_set,
        contest.seats,
        list_deadlines(contest).closes_at,
        list_settings(contest),
        has_decision_power=contest.has_decision_power,
    )


def proposal_value(row: ListProposalRow) -> Proposal:
    """The row as the domain sees it. A rejected or withdrawn proposal is left out of others' way by its key."""
    return Proposal(
        key=row.id if row.state not in OUT else -row.id,
        contest=row.contest.code,
        district=row.contest.district.name,
        heading=row.heading,
        kind=row.kind,
        candidates=tuple(candidate_value(each) for each in row.candidates),
        signers=tuple(
            Signer(each.name, each.birth_date, each.address, each.board_member, each.entitled, each.role)
            for each in row.signers
        ),
        received_at=row.received_at,
        board_statement=row.board_statement,
    )


def candidate_value(row: ProposedCandidateRow) -> ProposedCandidate:
    """The row as the domain sees it."""
    return ProposedCandidate(
        position=row.position,
        first_name=row.first_name,
        last_name=row.last_name,
        birth_year=row.birth_year,
        profession=row.profession,
        residence=row.residence,
        group=row.group_name,
        bonus=row.bonus,
        birth_date=row.birth_date,
        answers=(
            (Condition.VOTING_RIGHT, row.voting_right),
            (Condition.RESIDENT, row.resident),
            (Condition.NO_EXCLUDED_POSITION, row.no_excluded_position),
            (Condition.NOT_IN_CONTROL_COMMITTEE, row.not_in_control_committee),
        ),
        told=row.told_at is not None,
        reply=row.reply,
    )


def version_candidates(row: ListVersionRow) -> tuple[ProposedCandidate, ...]:
    """The candidates of a version."""
    return candidates_in(row.document)


def notified_of(row: ListProposalRow) -> Notified | None:
    """What the representative was last told, and the corrections since: each run of versions between two strikings."""
    if not row.notices:
        return None
    notice = row.notices[-1]
    since = [each for each in row.versions if each.number >= notice.version]
    return Notified(tuple(each.check for each in findings_in(notice.findings)), tuple(_corrections(since)))


def _corrections(
    versions: Sequence[ListVersionRow],
) -> Iterable[tuple[tuple[ProposedCandidate, ...], tuple[ProposedCandidate, ...]]]:
    begun = versions[0] if versions else None
    for before, after in pairwise(versions):
        if after.cause is VersionCause.STRUCK:
            if begun is not None and begun is not before:
                yield version_candidates(begun), version_candidates(before)
            begun = after
    if begun is not None and begun is not versions[-1]:
        yield version_candidates(begun), version_candidates(versions[-1])


def _district(
    contest: ContestRow,
    rows: Sequence[ListProposalRow],
    values: Sequence[Proposal],
    announcement: ListAnnouncementRow | None,
) -> ContestLists:
    rules = rules_of(contest)
    proposals = tuple(_reviewed(row, values, rules) for row in rows if row.contest_id == contest.id)
    return ContestLists(contest, list_deadlines(contest), proposals, announcement)


def _reviewed(row: ListProposalRow, everyone: Sequence[Proposal], rules: ListRules) -> Reviewed:
    value = proposal_value(row)
    others = [each for each in everyone if each.key > 0 and each.key != row.id]
    found = (
        findings_in(row.decided_on_findings)
        if row.decided_on_findings is not None
        else review(value, others, rules, notified=notified_of(row))
    )
    count = count_signatures(value.signers, signatures_needed(value.kind, rules.seats, rules.settings))
    return Reviewed(row, found, count, representatives(value.signers, value.kind, rules))


def _whole() -> Select[ListProposalRow]:
    return (
        select(ListProposalRow)
        .join(ContestRow, ContestRow.id == ListProposalRow.contest_id)
        .options(
            selectinload(ListProposalRow.contest).selectinload(ContestRow.election),
            selectinload(ListProposalRow.contest).selectinload(ContestRow.district),
            selectinload(ListProposalRow.candidates),
            selectinload(ListProposalRow.signers),
            selectinload(ListProposalRow.versions),
            selectinload(ListProposalRow.notices),
        )
    )
