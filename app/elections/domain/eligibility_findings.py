"""What the electoral board finds out about a candidate after the lists are frozen: no longer eligible, and why.

The ballot stays as it is; the settlement passes the candidate over.

Law: valgloven (2002) §§ 3-3, 3-4, 11-12 (2); valgloven (2023) §§ 3-2, 3-3, 13-2 (1).
Rules: R-35, R-36, R-38, R-66, R-163.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.core.errors import DomainError


class FindingCause(StrEnum):
    """Why a candidate cannot be elected; or that a finding was wrong."""

    DEAD = "dead"
    NOT_RESIDENT = "not_resident"
    NO_VOTING_RIGHT = "no_voting_right"
    EXCLUDED_POSITION = "excluded_position"
    ELIGIBLE_AFTER_ALL = "eligible_after_all"


@dataclass(frozen=True, slots=True)
class EligibilityFinding:
    """What was found: since ``on_day``, according to ``source`` (the population register, a letter …)."""

    cause: FindingCause
    on_day: date
    source: str

    @property
    def eligible(self) -> bool:
        """Whether the candidate can be elected after all."""
        return self.cause is FindingCause.ELIGIBLE_AFTER_ALL


@dataclass(unsafe_hash=True)
class SourceMissing(DomainError):
    """Nobody is found ineligible without it being told how it is known."""

    rule: str = "R-163"


@dataclass(unsafe_hash=True)
class FoundInFuture(DomainError):
    """What has not happened yet cannot be found."""

    on_day: date
    today: date
    rule: str = "R-163"


@dataclass(unsafe_hash=True)
class FindingChangesNothing(DomainError):
    """The candidate counts as what the finding says already."""

    candidate: str
    rule: str = "R-163"


def require_well_founded(finding: EligibilityFinding, candidate: str, today: date, *, eligible: bool) -> None:
    """Refuse a finding without a source, of a day to come, or that says what holds already (``eligible``).

    Law: valgloven (2002) § 11-12 (2); valgloven (2023) § 13-2 (1).
    Rules: R-163.
    """
    if not finding.source.strip():
        raise SourceMissing
    if finding.on_day > today:
        raise FoundInFuture(finding.on_day, today)
    if finding.eligible == eligible:
        raise FindingChangesNothing(candidate)
