"""The municipal council's decision on the elections in the districts: whether they are valid.

Law: forskrift om direkte valg til kommunedelsutvalg (2003) § 7 (1); valgloven (2002) § 13-4; valgloven (2023) § 15-3.
Rules: R-205, R-206, R-207, R-210.
"""

from dataclasses import dataclass
from datetime import date

from app.core.errors import DomainError
from app.elections.domain.election import RuleSetName

SEATS_BY_LAW = {
    RuleSetName.VALGLOVEN_2002: "valgloven (2002) § 11-12",
    RuleSetName.VALGLOVEN_2023: "valgloven (2023) § 13-2",
}
"""By which paragraph the elected have their seats, as it is kept with each seat."""

YEARS = 4


@dataclass(frozen=True, slots=True)
class ValidityDecision:
    """What the newly elected municipal council decided, on which day, in which case.

    ``complaints_closed``: it is clear that nothing is under complaint. Asked for under the act of 2023 only.
    ``invalid_in`` are the contests whose election is invalid where the others' is ``valid``.
    """

    valid: bool
    decided_on: date
    reference: str
    complaints_closed: bool = False
    invalid_in: frozenset[str] = frozenset()

    def is_valid_in(self, contest: str) -> bool:
        """Whether the election in this district was found valid: each district has an election of its own.

        Rules: R-3, R-205.
        """
        return self.valid and contest not in self.invalid_in


@dataclass(unsafe_hash=True)
class DecidedOnAnotherDay(DomainError):
    """The validity of an election is decided after election day, and what is decided later cannot be entered yet."""

    decided_on: date
    election_day: date
    today: date
    rule: str = "R-205"


@dataclass(unsafe_hash=True)
class ReferenceMissing(DomainError):
    """A decision is entered with the number of its case."""

    rule: str = "R-262"


@dataclass(unsafe_hash=True)
class ComplaintsOpen(DomainError):
    """Under the act of 2023 nothing is decided before it is clear that nothing is under complaint."""

    rule: str = "R-206"


def require_in_order(decision: ValidityDecision, rule_set: RuleSetName, election_day: date, today: date) -> None:
    """Refuse a decision that cannot have been made like this.

    Law: forskrift om direkte valg til kommunedelsutvalg (2003) § 7 (1); valgloven (2023) § 15-3 (2).
    Rules: R-205, R-206.
    """
    if not election_day < decision.decided_on <= today:
        raise DecidedOnAnotherDay(decision.decided_on, election_day, today)
    if not decision.reference.strip():
        raise ReferenceMissing
    if rule_set is RuleSetName.VALGLOVEN_2023 and not decision.complaints_closed:
        raise ComplaintsOpen


def require_complaints_closed(rule_set: RuleSetName, open_complaints: int) -> None:
    """Under the act of 2023, refuse to decide while complaints are registered that nobody has decided.

    Law: valgloven (2023) § 15-3 (2).
    Rules: R-206.
    """
    if rule_set is RuleSetName.VALGLOVEN_2023 and open_complaints:
        raise ComplaintsOpen


def latest_end(election_day: date) -> date:
    """The day before which the successor has taken over: 1 November four years later.

    A directly elected council sits until the next election is found valid, which the municipal council decides in its
    constituting meeting, by the end of October. The takeover then moves the end to the day itself.

    Law: kommuneloven (2018) § 7-1.
    Rules: R-14, R-205, R-210.
    """
    return date(election_day.year + YEARS, 11, 1)
