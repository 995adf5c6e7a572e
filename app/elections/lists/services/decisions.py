"""Tell of defects; the board's decision; withdrawal; when all is decided, the election's next state; announcement."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.audit.services import Actor, record
from app.core.clock import OSLO
from app.elections.domain.election import RuleSetName
from app.elections.domain.list_findings import Finding, Weight, of_weight
from app.elections.domain.list_proposal import PARTIES
from app.elections.domain.list_proposal_states import (
    DECIDED,
    ListProposalState,
    all_decided,
    list_proposal_moves,
)
from app.elections.domain.list_review import require_approvable, require_reasons
from app.elections.domain.list_withdrawal import require_withdrawable
from app.elections.domain.states import ElectionState, moves
from app.elections.events import ElectionMoved
from app.elections.lists.deadlines import list_deadlines
from app.elections.lists.documents import findings_written
from app.elections.lists.events import (
    ListDefectsNotified,
    ListProposalDecided,
    ListsAnnounced,
    ListWithdrawalReceived,
    ListWithdrawalRefused,
)
from app.elections.lists.models import DefectNoticeRow, ListAnnouncementRow, ListProposalRow
from app.elections.lists.queries import candidate_value, proposals_of, reviewed
from app.elections.lists.refusals import (
    AnnouncedInFuture,
    DeadlineNotPassed,
    ListsUndecided,
    NothingApproved,
    NothingToTell,
    NothingToWithdraw,
    ReceivedInFuture,
)
from app.elections.lists.services.edits import object_id, open_proposal, require_open
from app.elections.models import CandidateListRow, CandidateRow, ContestRow, ElectionRow
from app.elections.queries import contests_of, lock


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the board decided, on which findings, and which of them it looked at and accepted."""

    state: ListProposalState
    case_number: str
    reasons: str
    found: tuple[Finding, ...]
    judged: tuple[Finding, ...] = ()


def notify_defects(
    session: Session, row: ListProposalRow, respond_by: date, *, seen: int, by: Actor, at: datetime
) -> DefectNoticeRow:
    """The representative is told what is wrong with this version, and until when it can be put right.

    Refused: when there is no defect; the office's own unfinished work is no defect of the list.

    Law: valgloven (2002) § 6-6 (3); valgloven (2023) § 5-10 (3).
    Rules: R-62.
    """
    open_proposal(session, row, seen)
    row.state = list_proposal_moves(row.state, ListProposalState.DEFECTS_NOTIFIED)
    told = of_weight(reviewed(session, row).findings, Weight.DEFECT)
    if not told:
        raise NothingToTell(row.heading)
    notice = DefectNoticeRow(
        number=len(row.notices) + 1,
        version=row.versions[-1].number,
        findings=findings_written(told),
        respond_by=respond_by,
        sent_at=at,
        sent_by=by.name,
    )
    row.notices.append(notice)
    row.respond_by = respond_by
    session.flush()
    checks = [each.check.value for each in told]
    record(session, ListDefectsNotified(object_id(row), notice.version, checks, respond_by.isoformat()), by=by, at=at)
    return notice


def approve(
    session: Session,
    row: ListProposalRow,
    case_number: str,
    reasons: str,
    judged: Collection[Finding] = (),
    *,
    seen: int,
    by: Actor,
    at: datetime,
) -> CandidateListRow:
    """The board approves the list: it is frozen as it stands, after the approved lists that came in before it.

    Refused: while anything stands in the way; ``judged`` are the findings that the board has looked at and accepts.

    Law: valgloven (2002) § 6-6; valgloven (2023) §§ 5-9, 5-10.
    Rules: R-66.
    """
    _lock_both(session, row, seen)
    after = list_proposal_moves(row.state, ListProposalState.APPROVED)
    require_reasons(case_number, reasons, needed=bool(judged))
    found = reviewed(session, row).findings
    require_approvable(found, judged)
    frozen = _frozen(row)
    session.add(frozen)
    session.flush()
    row.candidate_list_id = frozen.id
    _decide(session, row, Verdict(after, case_number, reasons, found, tuple(judged)), by=by, at=at)
    _put_in_order(session, row.contest_id)
    _close_if_all_decided(session, row.contest.election, by=by, at=at)
    return frozen


def reject(
    session: Session,
    row: ListProposalRow,
    case_number: str,
    reasons: str,
    *,
    seen: int,
    by: Actor,
    at: datetime,
) -> None:
    """The board rejects the list, or dismisses a late one, with its reasons.

    Law: valgloven (2002) § 6-6; valgloven (2023) §§ 5-9, 5-10.
    Rules: R-50, R-66.
    """
    _lock_both(session, row, seen)
    after = list_proposal_moves(row.state, ListProposalState.REJECTED)
    require_reasons(case_number, reasons, needed=True)
    found = reviewed(session, row).findings
    _decide(session, row, Verdict(after, case_number, reasons, found), by=by, at=at)
    _close_if_all_decided(session, row.contest.election, by=by, at=at)


def receive_withdrawal(
    session: Session,
    row: ListProposalRow,
    received_at: datetime,
    *,
    by_committee: bool,
    seen: int,
    by: Actor,
    at: datetime,
) -> None:
    """The committee has asked to withdraw the list. Refused: from anybody else, and late under the act of 2002.

    Law: valgloven (2002) § 6-5; valgloven (2023) § 5-8.
    Rules: R-64.
    """
    open_proposal(session, row, seen)
    list_proposal_moves(row.state, ListProposalState.WITHDRAWN)
    if received_at > at:
        raise ReceivedInFuture
    deadline = list_deadlines(row.contest).withdraw_by
    require_withdrawable(RuleSetName(row.contest.election.rule_set), received_at, deadline, by_committee=by_committee)
    row.withdrawal_received_at = received_at
    record(session, ListWithdrawalReceived(object_id(row), received_at.isoformat()), by=by, at=at)


def decide_withdrawal(
    session: Session,
    row: ListProposalRow,
    case_number: str,
    reasons: str,
    *,
    approved: bool,
    seen: int,
    by: Actor,
    at: datetime,
) -> None:
    """The board approves the withdrawal, or refuses it with reasons, and the list stands as it stood.

    Law: valgloven (2002) §§ 6-5, 6-6; valgloven (2023) §§ 5-8, 5-9.
    Rules: R-64, R-66.
    """
    _lock_both(session, row, seen)
    after = list_proposal_moves(row.state, ListProposalState.WITHDRAWN)
    if row.withdrawal_received_at is None:
        raise NothingToWithdraw(row.heading)
    require_reasons(case_number, reasons, needed=not approved)
    if not approved:
        row.withdrawal_received_at = None
        record(session, ListWithdrawalRefused(object_id(row), case_number, reasons), by=by, at=at)
        return
    found = reviewed(session, row).findings
    _decide(session, row, Verdict(after, case_number, reasons, found), by=by, at=at)
    _close_if_all_decided(session, row.contest.election, by=by, at=at)


def close_lists(session: Session, election: ElectionRow, *, by: Actor, at: datetime) -> None:
    """All lists are decided: the election goes on to *lists decided*. Refused: while any is undecided, and before the
    deadline, since more may come.

    Law: valgloven (2002) §§ 6-6, 6-7; valgloven (2023) §§ 5-9, 5-12.
    Rules: R-66, R-67.
    """
    lock(session, election)
    require_open(election)
    rows = proposals_of(session, election.id)
    open_ = tuple(f"{row.heading} ({row.contest.district.name})" for row in rows if row.state not in DECIDED)
    if open_:
        raise ListsUndecided(open_)
    closes_at = _closes_at(session, election)
    if at <= closes_at:
        raise DeadlineNotPassed(closes_at)
    _move_on(session, election, by=by, at=at)


def announce_lists(
    session: Session, contest: ContestRow, announced_on: date, place: str, *, by: Actor, at: datetime
) -> None:
    """The headings of the contest's approved lists, and where the lists lie, were announced on this day.

    Refused: without an approved list, and a day that has not come.

    Law: valgloven (2002) §§ 6-7, 6-8; valgloven (2023) §§ 5-12, 16-6 (3).
    Rules: R-66.
    """
    headings = list(
        session.scalars(
            select(CandidateListRow.name)
            .where(CandidateListRow.contest_id == contest.id)
            .order_by(CandidateListRow.ordinal)
        )
    )
    if not headings:
        raise NothingApproved(contest.district.name)
    if announced_on > at.astimezone(OSLO).date():
        raise AnnouncedInFuture
    row = session.get(ListAnnouncementRow, contest.id) or ListAnnouncementRow(contest_id=contest.id)
    row.announced_on, row.place, row.recorded_at, row.recorded_by = announced_on, place, at, by.name
    session.add(row)
    event = ListsAnnounced(f"{contest.election.address}/{contest.code}", announced_on.isoformat(), headings)
    record(session, event, by=by, at=at)


def _lock_both(session: Session, row: ListProposalRow, seen: int) -> None:
    """Two lists of one contest are never decided at once: each is judged with the other as it is then."""
    lock(session, row.contest.election)
    open_proposal(session, row, seen)


def _decide(session: Session, row: ListProposalRow, verdict: Verdict, *, by: Actor, at: datetime) -> None:
    before = {"state": str(row.state)}
    row.state, row.decided_at, row.decided_by, row.respond_by = verdict.state, at, by.name, None
    row.case_number, row.reasons = verdict.case_number.strip(), verdict.reasons.strip()
    row.decided_on_findings = findings_written(verdict.found)
    judged = sorted(each.check.value for each in verdict.judged)
    event = ListProposalDecided(object_id(row), before, row.state, row.case_number, judged, row.reasons)
    record(session, event, by=by, at=at)


def _frozen(row: ListProposalRow) -> CandidateListRow:
    """The list as it will stand on the ballot. Those on it are eligible as far as is known; a death after this does not
    change it (R-66)."""
    return CandidateListRow(
        contest_id=row.contest_id,
        ordinal=0,
        code=row.code,
        name=row.heading,
        registered_party=row.kind in PARTIES,
        candidates=[
            CandidateRow(
                position=each.position,
                name=candidate_value(each).name,
                birth_year=each.birth_year,
                bonus=each.bonus,
                eligible=True,
                profession=each.profession or None,
                residence=each.residence or None,
                group_name=each.group_name or None,
            )
            for each in row.candidates
        ],
    )


def _put_in_order(session: Session, contest_id: int) -> None:
    """The approved lists as their proposals came in, the first first. The order decides no seat."""
    came = (
        select(ListProposalRow.candidate_list_id)
        .where(ListProposalRow.contest_id == contest_id, ListProposalRow.candidate_list_id.is_not(None))
        .order_by(ListProposalRow.received_at, ListProposalRow.id)
    )
    for ordinal, list_id in enumerate(session.scalars(came).all()):
        session.get_one(CandidateListRow, list_id).ordinal = ordinal
    session.flush()


def _close_if_all_decided(session: Session, election: ElectionRow, *, by: Actor, at: datetime) -> None:
    session.flush()
    states = [row.state for row in proposals_of(session, election.id)]
    if all_decided(states) and at > _closes_at(session, election):
        _move_on(session, election, by=by, at=at)


def _closes_at(session: Session, election: ElectionRow) -> datetime:
    """The last list deadline of the election's contests."""
    return max(list_deadlines(contest).closes_at for contest in contests_of(session, election.id))


def _move_on(session: Session, election: ElectionRow, *, by: Actor, at: datetime) -> None:
    before = ElectionState(election.state)
    election.state = moves(before, ElectionState.LISTS_DECIDED)
    record(session, ElectionMoved(election.address, {"state": before}, ElectionState.LISTS_DECIDED), by=by, at=at)
