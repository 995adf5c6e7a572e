"""Complaints about an election: until when, to whom they go on, and what can become of them.

Law: forskrift om direkte valg til kommunedelsutvalg (2003) § 7 (2); valgloven (2002) §§ 6-8, 13-2, 13-4;
valgloven (2023) §§ 16-6, 16-7, 16-8, 21-5.
Rules: R-19, R-20, R-200, R-201, R-202, R-203, R-206, R-208.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.core.errors import DomainError
from app.elections.domain.calendar_shifts import IsHoliday, counted_from, next_working_day
from app.elections.domain.election import RuleSetName


class About(StrEnum):
    """What is complained about; each has a period of its own."""

    LISTS = "lists"
    ROLL = "roll"
    CONDUCT = "conduct"
    SETTLEMENT = "settlement"
    VALIDITY = "validity"


class ComplaintState(StrEnum):
    """How far a complaint has come. What is decided stays decided."""

    RECEIVED = "received"
    FORWARDED = "forwarded"
    DECIDED = "decided"


class DecidedAt(StrEnum):
    """Who decides: the body that decided first, in its own case, or the instance above it (R-202)."""

    ELECTORAL_BOARD = "electoral_board"
    MUNICIPAL_COUNCIL = "municipal_council"
    MINISTRY = "ministry"
    NATIONAL_BOARD = "riksvalgstyret"


class ComplaintOutcome(StrEnum):
    """What was decided. A complaint is dismissed when it is not taken up: too late, or from one who cannot complain."""

    UPHELD = "upheld"
    PARTLY_UPHELD = "partly_upheld"
    NOT_UPHELD = "not_upheld"
    DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True)
class ComplaintFacts:
    """What the periods are counted from in one district; None for what has not happened, or not been told.

    ``notified_on`` is when the complainant was told of the decision on the roll. ``validity_decided_on`` is when the
    municipal council approved the election, ``record_published_on`` when the record was published.
    """

    rule_set: RuleSetName
    election_day: date
    is_holiday: IsHoliday
    lists_announced_on: date | None = None
    notified_on: date | None = None
    record_published_on: date | None = None
    validity_decided_on: date | None = None


@dataclass(frozen=True, slots=True)
class ComplaintPeriod:
    """A period: so many days after something. ``starts_on`` is None while that has not happened; ``law`` gives it."""

    days: int
    starts_on: date | None
    law: str
    last_day: date | None


@dataclass(unsafe_hash=True)
class ComplaintDecided(DomainError):
    """The complaint is decided, and nothing more happens to it."""

    rule: str = "R-203"


@dataclass(unsafe_hash=True)
class AlreadyForwarded(DomainError):
    """The complaint has gone on to the instance above; only that decides it now."""

    rule: str = "R-203"


@dataclass(unsafe_hash=True)
class ReasonsNeeded(DomainError):
    """A decision on a complaint says why, and in which case it was made."""

    rule: str = "R-203"


@dataclass(unsafe_hash=True)
class LateNotAdmitted(DomainError):
    """A late complaint is heard only when what delayed it is written down and found good."""

    rule: str = "R-20"


_PERIODS = {
    RuleSetName.VALGLOVEN_2002: {
        About.LISTS: (7, "valgloven (2002) § 6-8"),
        About.ROLL: (7, "valgloven (2002) § 13-2"),
        About.CONDUCT: (7, "valgloven (2002) § 13-2"),
        About.SETTLEMENT: (7, "valgloven (2002) § 13-2"),
        About.VALIDITY: (7, "valgloven (2002) § 13-4 (5)"),
    },
    RuleSetName.VALGLOVEN_2023: {
        About.LISTS: (7, "valgloven (2023) § 16-6 (3)"),
        About.ROLL: (7, "valgloven (2023) § 16-6 (4)"),
        About.CONDUCT: (4, "valgloven (2023) § 16-6 (1)"),
        About.SETTLEMENT: (4, "valgloven (2023) § 16-6 (5)"),
        About.VALIDITY: (7, "valgloven (2023) § 16-6 (7)"),
    },
}


def complaint_period(about: About, facts: ComplaintFacts) -> ComplaintPeriod:
    """The period of a matter. Its last day is None while what starts it has not happened.

    The day of the event is day 0, or the next working day after it; a last day on a day off moves to the next working
    day. Election day 11 September 2023: to 18 September under the act of 2002; 13 September 2027: to 17 September under
    that of 2023.

    Law: valgloven (2002) §§ 6-8, 13-2, 13-4 (5), 15-5; valgloven (2023) §§ 16-6, 21-4.
    Rules: R-15, R-19, R-200, R-208.
    """
    days, law = _PERIODS[facts.rule_set][about]
    starts_on = _start(about, facts)
    last = next_working_day(counted_from(starts_on, days, facts.is_holiday), facts.is_holiday) if starts_on else None
    return ComplaintPeriod(days, starts_on, law, last.day if last else None)


def _start(about: About, facts: ComplaintFacts) -> date | None:
    in_2002 = facts.rule_set is RuleSetName.VALGLOVEN_2002
    return {
        About.LISTS: facts.lists_announced_on,
        About.ROLL: facts.notified_on,
        About.CONDUCT: facts.election_day,
        About.SETTLEMENT: facts.validity_decided_on if in_2002 else facts.record_published_on,
        About.VALIDITY: facts.validity_decided_on,
    }[about]


def is_late(received_on: date, period: ComplaintPeriod) -> bool:
    """Whether it came after the last day; never before the period has an end. Receipt decides, not dispatch.

    Law: valgloven (2002) § 13-2; valgloven (2023) § 16-6.
    Rules: R-19, R-200.
    """
    return period.last_day is not None and received_on > period.last_day


def require_forwardable(state: ComplaintState) -> None:
    """Refuse to send on what is decided, or has gone on already.

    Rules: R-203.
    """
    if state is ComplaintState.DECIDED:
        raise ComplaintDecided
    if state is ComplaintState.FORWARDED:
        raise AlreadyForwarded


def require_decidable(
    state: ComplaintState,
    decided_at: DecidedAt,
    outcome: ComplaintOutcome,
    *,
    late: bool,
    admitted_because: str,
    reasons: str,
    reference: str,
) -> None:
    """Refuse a decision that cannot be made like this.

    What has been sent on is decided above. A late complaint
    is dismissed, or heard for a reason that is written down.

    Law: valgloven (2002) § 15-5 (4); valgloven (2023) §§ 16-8, 21-5.
    Rules: R-20, R-203.
    """
    if state is ComplaintState.DECIDED:
        raise ComplaintDecided
    if state is ComplaintState.FORWARDED and decided_at is DecidedAt.ELECTORAL_BOARD:
        raise AlreadyForwarded
    if not reasons.strip() or not reference.strip():
        raise ReasonsNeeded
    if late and outcome is not ComplaintOutcome.DISMISSED and not admitted_because.strip():
        raise LateNotAdmitted
