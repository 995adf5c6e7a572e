"""The day on which district councils can be elected directly.

Law: valgloven (2002) §§ 9-1, 9-2; valgloven (2023) § 9-1; forskrift om direkte valg til kommunedelsutvalg (2003) § 1.
Rules: R-4, R-22.
"""

from dataclasses import dataclass
from datetime import date

from app.core.errors import DomainError

MONDAY, SEPTEMBER = 0, 9
YEARS_BETWEEN, AFTER = 4, 3


@dataclass(unsafe_hash=True)
class NotALocalElectionDay(DomainError):
    """No municipal council election can be held on this day, so no district is elected either."""

    day: date
    rule: str = "R-22"


def is_local_election_day(day: date) -> bool:
    """Whether it is a Monday in September of a year with local elections: 2023, 2027, 2031 …

    Which of the Mondays it is the King decides.

    Law: valgloven (2002) §§ 9-1, 9-2; valgloven (2023) § 9-1.
    Rules: R-4, R-22.
    """
    return day.weekday() == MONDAY and day.month == SEPTEMBER and day.year % YEARS_BETWEEN == AFTER


def require_local_election_day(day: date) -> None:
    """Refuses any other day.

    Rules: R-22.
    """
    if not is_local_election_day(day):
        raise NotALocalElectionDay(day)


def next_local_election_year(today: date) -> int:
    """The year of the next local elections; in such a year itself until September is over.

    Rules: R-22.
    """
    year = today.year if today.month <= SEPTEMBER else today.year + 1
    return year + (AFTER - year) % YEARS_BETWEEN
