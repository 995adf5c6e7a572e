"""How a meeting is held, and the standing rules a council holds it by, at their defaults.

Law: kommuneloven (2018) §§ 5-13, 11-2, 11-7, 11-8, 11-12.
Rules: R-280, R-282, R-298, R-299, R-300, R-301.
"""

from dataclasses import dataclass
from enum import StrEnum

from app.core.errors import DomainError
from app.meetings.domain.approval import ApprovalMethod
from app.meetings.domain.notice import NOTICE_DAYS


class MeetingForm(StrEnum):
    """What kind of meeting it is. WRITTEN: an urgent case decided without one, if everybody agrees."""

    ORDINARY = "ordinary"
    CONSTITUTING = "constituting"
    EXTRAORDINARY = "extraordinary"
    REMOTE = "remote"
    URGENT_REMOTE = "urgent_remote"
    WRITTEN = "written"


REMOTE_FORMS = frozenset({MeetingForm.REMOTE, MeetingForm.URGENT_REMOTE})
"""The forms in which nobody sits in one room."""

URGENT_FORMS = frozenset({MeetingForm.URGENT_REMOTE, MeetingForm.WRITTEN})
"""The forms for what cannot wait: the notice may be shorter than usual."""


@dataclass(frozen=True, slots=True)
class StandingRules:
    """What a council's *reglement* says of its meetings; it may be stricter than the act, not looser.

    ``number_prefix``: the kind is written before the case number, ``PS 45/25``.

    Law: kommuneloven (2018) §§ 5-13, 11-12.
    Rules: R-301.
    """

    notice_days: int = NOTICE_DAYS
    approval: ApprovalMethod = ApprovalMethod.NEXT_MEETING
    remote_allowed: bool = False
    number_prefix: bool = False


@dataclass(unsafe_hash=True)
class NoticeTooShort(DomainError):
    """Standing rules with no notice at all: the act asks for reasonable notice."""

    given: int


def require_notice(days: int) -> int:
    """The days of notice a council's rules ask for; refused when they are none.

    Law: kommuneloven (2018) § 11-3.
    Rules: R-282, R-301.
    """
    if days < 1:
        raise NoticeTooShort(days)
    return days
