"""The candidates of a proposal: typed, pasted, put in another order; struck and replaced; checked, told, answered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from app.audit.services import Actor, record
from app.elections.domain.list_changes import NoSuchPlace, Replacement, VersionCause, strike
from app.elections.domain.list_headings import normalised
from app.elections.domain.list_proposal import Answer, Condition, ProposedCandidate, Reply
from app.elections.lists.events import (
    CandidateReplied,
    CandidatesTold,
    CandidateStruck,
    EligibilityAnswered,
    ListCandidatesChanged,
)
from app.elections.lists.models import ListProposalRow, ProposedCandidateRow
from app.elections.lists.queries import candidate_value, rules_of
from app.elections.lists.refusals import NotAnswered
from app.elections.lists.services.edits import keep_version, object_id, open_proposal


@dataclass(frozen=True, slots=True)
class TypedCandidate:
    """One row as it was typed. ``id`` is that of the row it stood in before; None for a new one."""

    position: int
    first_name: str
    last_name: str
    birth_year: int | None = None
    profession: str = ""
    residence: str = ""
    group: str = ""
    bonus: bool = False
    birth_date: date | None = None
    address: str = ""
    email: str = ""
    id: int | None = None


@dataclass(frozen=True, slots=True)
class Struck:
    """Who is struck, what the list does with the place, who comes in, and how many places stay in bold (R-65)."""

    position: int
    how: Replacement
    new: TypedCandidate | None
    bonus_places: int
    reason: str


def set_candidates(
    session: Session,
    row: ListProposalRow,
    typed: Sequence[TypedCandidate],
    *,
    seen: int,
    by: Actor,
    at: datetime,
) -> None:
    """All candidates as typed; rows that are not among them are taken out. Nothing is refused for what the checks say.

    One who gets another name is another person: what was found out about the former is forgotten.

    Rules: R-52, R-54, R-55, R-62.
    """
    open_proposal(session, row, seen)
    _write(row, typed)
    _changed(session, row, by=by, at=at)


def add_candidates(
    session: Session,
    row: ListProposalRow,
    typed: Sequence[TypedCandidate],
    *,
    seen: int,
    by: Actor,
    at: datetime,
) -> None:
    """Candidates after those that stand there: positions count on from the last.

    Rules: R-52.
    """
    open_proposal(session, row, seen)
    last = max((each.position for each in row.candidates), default=0)
    for each in typed:
        row.candidates.append(_filled(_new(), each))
        row.candidates[-1].position = last + each.position
    _changed(session, row, by=by, at=at)


def strike_candidate(
    session: Session, row: ListProposalRow, struck: Struck, *, seen: int, by: Actor, at: datetime
) -> None:
    """Take a candidate off; the place is filled, or the others move up, with or without a new name at the bottom.

    Law: valgloven (2002) § 6-6; valgloven (2023) § 5-11 (2).
    Rules: R-65.
    """
    open_proposal(session, row, seen)
    before = {each.position: each for each in row.candidates}
    if struck.position not in before:
        raise NoSuchPlace(struck.position)
    gone = before[struck.position]
    new = _as_value(struck.new) if struck.new and struck.how is not Replacement.MOVE_UP else None
    after = strike(
        [candidate_value(each) for each in row.candidates],
        struck.position,
        rules_of(row.contest),
        how=struck.how,
        new=new,
        bonus_places=struck.bonus_places,
    )
    stayed = iter([each for each in row.candidates if each is not gone])
    row.candidates.remove(gone)
    for value in after:
        if new is not None and struck.new and _is(value, new):
            kept = _filled(_new(), struck.new)
            row.candidates.append(kept)
        else:
            kept = next(stayed)
        kept.position, kept.bonus = value.position, value.bonus
    name = candidate_value(gone).name
    version = keep_version(session, row, by=by, at=at, cause=VersionCause.STRUCK, note=f"{name}: {struck.reason}")
    event = CandidateStruck(object_id(row), name, struck.how, new.name if new else "", version, struck.reason)
    record(session, event, by=by, at=at)


def answer_conditions(
    session: Session,
    row: ListProposalRow,
    answers: dict[int, dict[Condition, Answer]],
    source: str,
    *,
    seen: int,
    by: Actor,
    at: datetime,
) -> None:
    """What has been found out: position → condition → answer, and where. Refused: answers without a source.

    Law: valgloven (2002) § 3-3; valgloven (2023) §§ 3-2, 3-3; kommuneloven (2018) § 7-3.
    Rules: R-35, R-36, R-38, R-39, R-40, R-59.
    """
    open_proposal(session, row, seen)
    changed: dict[str, list[str]] = {}
    for each in row.candidates:
        given = answers.get(each.position, {})
        asked = {condition: getattr(each, condition.value) for condition in Condition}
        new = {condition: answer for condition, answer in given.items() if answer is not asked[condition]}
        for condition, answer in new.items():
            setattr(each, condition.value, answer)
        if new:
            each.checked_source, each.checked_at, each.checked_by = source, at, by.name
            changed[str(each.position)] = sorted(f"{condition}={answer}" for condition, answer in new.items())
    if changed and not source.strip():
        raise NotAnswered
    record(session, EligibilityAnswered(object_id(row), source, changed), by=by, at=at)


def tell_candidates(session: Session, row: ListProposalRow, *, seen: int, by: Actor, at: datetime) -> None:
    """Every candidate who was not told before has now been told of being listed and of the right to decline.

    Law: valgloven (2002) §§ 3-4, 6-6; valgloven (2023) §§ 3-4, 5-10.
    Rules: R-42, R-61.
    """
    open_proposal(session, row, seen)
    untold = [each for each in row.candidates if each.told_at is None]
    for each in untold:
        each.told_at = at
    record(session, CandidatesTold(object_id(row), [each.position for each in untold]), by=by, at=at)


def record_reply(
    session: Session,
    row: ListProposalRow,
    position: int,
    reply: Reply,
    replied_on: date,
    *,
    seen: int,
    by: Actor,
    at: datetime,
) -> None:
    """What a candidate answered in writing, and when. One who has declined must be struck before approval.

    Law: valgloven (2002) § 3-4; valgloven (2023) § 3-4.
    Rules: R-42.
    """
    open_proposal(session, row, seen)
    found = next((each for each in row.candidates if each.position == position), None)
    if found is None:
        raise NoSuchPlace(position)
    found.reply, found.replied_on = reply, replied_on
    name = candidate_value(found).name
    record(session, CandidateReplied(object_id(row), name, reply, replied_on.isoformat()), by=by, at=at)


def _write(row: ListProposalRow, typed: Sequence[TypedCandidate]) -> None:
    before = {each.id: each for each in row.candidates}
    kept = {each.id for each in typed if each.id is not None}
    for candidate_id, each in before.items():
        if candidate_id not in kept:
            row.candidates.remove(each)
    for each_typed in typed:
        known = before.get(each_typed.id) if each_typed.id is not None else None
        if known is None:
            row.candidates.append(_filled(_new(), each_typed))
        else:
            _filled(known, each_typed)


def _filled(row: ProposedCandidateRow, typed: TypedCandidate) -> ProposedCandidateRow:
    named = f"{typed.first_name} {typed.last_name}"
    if row.first_name is not None and normalised(f"{row.first_name} {row.last_name}") != normalised(named):
        _forget_findings(row)
    row.position, row.bonus = typed.position, typed.bonus
    row.first_name, row.last_name = typed.first_name, typed.last_name
    row.birth_year, row.birth_date = typed.birth_year, typed.birth_date
    row.profession, row.residence, row.group_name = typed.profession, typed.residence, typed.group
    row.address, row.email = typed.address, typed.email
    return row


def _new() -> ProposedCandidateRow:
    row = ProposedCandidateRow()
    _forget_findings(row)
    return row


def _forget_findings(row: ProposedCandidateRow) -> None:
    row.voting_right = row.resident = row.no_excluded_position = row.not_in_control_committee = Answer.UNKNOWN
    row.checked_source, row.checked_at, row.checked_by = "", None, None
    row.told_at, row.reply, row.replied_on = None, Reply.NONE, None


def _is(value: ProposedCandidate, new: ProposedCandidate) -> bool:
    """Whether a candidate of the new list is the one who came in, the only one about whom nothing has been asked."""
    return not value.answers and value.name == new.name


def _as_value(typed: TypedCandidate) -> ProposedCandidate:
    return ProposedCandidate(0, typed.first_name, typed.last_name, typed.birth_year)


def _changed(session: Session, row: ListProposalRow, *, by: Actor, at: datetime) -> None:
    version = keep_version(session, row, by=by, at=at)
    names = [f"{each.position} {candidate_value(each).name}" for each in row.candidates]
    record(session, ListCandidatesChanged(object_id(row), version, names), by=by, at=at)
