"""The municipal council gives a district a later list deadline."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from app.audit.services import Actor, record
from app.core.clock import OSLO
from app.elections.calendar.queries import deadline, lists_close_at
from app.elections.domain.calendar_rows import CalendarRow
from app.elections.domain.election import RuleSetName
from app.elections.domain.list_extension import (
    ListExtension,
    ListsMayStillCome,
    arrived_in_time,
    require_extendable,
)
from app.elections.domain.list_proposal import Scope
from app.elections.domain.settings import SettingName
from app.elections.lists.events import ListDeadlineExtended
from app.elections.lists.models import ListExtensionRow
from app.elections.lists.queries import proposals_of
from app.elections.lists.refusals import DecidedInFuture, ReferenceMissing
from app.elections.lists.services.edits import require_open
from app.elections.models import ContestRow, ElectionRow
from app.elections.queries import contests_of, lock
from app.elections.setting_queries import settings_of


def extend_lists(
    session: Session, contest: ContestRow, extension: ListExtension, reference: str, *, by: Actor, at: datetime
) -> None:
    """Lists for the district may be handed in until 12:00 on the new day. Another decision stands instead of the first.

    Where the municipality reads the act so (``extension_scope``), the lists of all districts are counted together, and
    all districts get the day. Refused: where the act gives no later deadline, a decision that has not been made, one
    without its case number, and when the lists are decided.

    Law: valgloven (2023) § 5-7 (4).
    Rules: R-24.
    """
    election = contest.election
    lock(session, election)
    require_open(election)
    if not reference.strip():
        raise ReferenceMissing
    if extension.decided_on > at.astimezone(OSLO).date():
        raise DecidedInFuture
    contests = _contests(session, contest)
    _require(session, election, contests, extension, at)
    for each in contests:
        row = session.get(ListExtensionRow, each.id) or ListExtensionRow(contest_id=each.id)
        before = {"until": row.until.isoformat() if row.until else None}
        row.until, row.decided_on, row.reference = extension.until, extension.decided_on, reference.strip()
        row.recorded_at, row.recorded_by = at, by.name
        session.add(row)
        event = ListDeadlineExtended(
            f"{election.address}/{each.code}",
            before,
            extension.until.isoformat(),
            extension.decided_on.isoformat(),
            row.reference,
        )
        record(session, event, by=by, at=at)
    session.flush()


def _contests(session: Session, contest: ContestRow) -> Sequence[ContestRow]:
    scope = Scope(settings_of(session, contest.election)[SettingName.EXTENSION_SCOPE])
    return [contest] if scope is Scope.DISTRICT else contests_of(session, contest.election_id)


def _require(
    session: Session, election: ElectionRow, contests: Sequence[ContestRow], extension: ListExtension, at: datetime
) -> None:
    closes_at = lists_close_at(session, election)
    assert closes_at  # the act gives one in every election year
    if at <= closes_at:
        raise ListsMayStillCome(closes_at)
    ids = {each.id for each in contests}
    received = [each.received_at for each in proposals_of(session, election.id) if each.contest_id in ids]
    last = deadline(session, election, CalendarRow.EXTENDED_LIST_DEADLINE)
    require_extendable(
        RuleSetName(election.rule_set),
        arrived_in_time(received, closes_at),
        closes_at.astimezone(OSLO),
        last.day if last else None,
        extension,
    )
