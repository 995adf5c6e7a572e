"""Write down what a council's rules say of its meetings, and who else is summoned."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from app.audit.services import Actor, record
from app.councils.council_models import Council
from app.meetings.domain.meeting_forms import StandingRules, require_notice
from app.meetings.events import StandingRulesSet
from app.meetings.models import StandingRulesRow
from app.meetings.queries import standing_rules_row


@dataclass(frozen=True, slots=True)
class UsualFrame:
    """What the council's meetings usually are: language, place, secretary, where absence is reported, question time."""

    language: str = "nb"
    place: str = ""
    secretary: str = ""
    absence_to: str = ""
    question_time_minutes: int = 0


def set_standing_rules(
    session: Session, council: Council, rules: StandingRules, usual: UsualFrame, *, by: Actor, at: datetime
) -> StandingRulesRow:
    """The rules as they hold from now on; meetings already planned keep their place and secretary.

    Law: kommuneloven (2018) §§ 5-13, 11-12.
    Rules: R-301.
    """
    row = standing_rules_row(session, council)
    before = _facts(row) if row else None
    row = row or StandingRulesRow(council=council)
    row.notice_days, row.approval = require_notice(rules.notice_days), rules.approval
    row.remote_allowed, row.number_prefix = rules.remote_allowed, rules.number_prefix
    row.language, row.place, row.secretary = usual.language, usual.place, usual.secretary
    row.absence_to, row.question_time_minutes = usual.absence_to, usual.question_time_minutes
    session.add(row)
    session.flush()
    event = StandingRulesSet(council.slug, before, row.notice_days, row.approval, row.remote_allowed, row.number_prefix)
    record(session, event, by=by, at=at)
    return row


def _facts(row: StandingRulesRow) -> dict[str, object]:
    return {
        "notice_days": row.notice_days,
        "approval": str(row.approval),
        "remote_allowed": row.remote_allowed,
        "number_prefix": row.number_prefix,
    }
