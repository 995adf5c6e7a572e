"""Who may demand legality control (*lovlighetskontroll*) of a decision, and until when.

Law: kommuneloven (2018) §§ 27-1, 27-2.
Rules: R-302.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

WEEKS = 3
DEMANDING = 3


class Controlled(StrEnum):
    """What can be controlled: a final decision, a decision on closing the doors, or one on disqualification."""

    FINAL_DECISION = "final_decision"
    CLOSING = "closing"
    DISQUALIFICATION = "disqualification"


@dataclass(frozen=True, slots=True)
class LegalityDemand:
    """A demand, and whether it can be taken up: enough members of the *municipal* council, and in time."""

    controlled: Controlled
    municipal_council_members: int
    last_day: date
    enough: bool
    in_time: bool


def last_day_of_demand(decided_on: date) -> date:
    """The last day: three weeks from the day of the decision. A decision of 1 June: 22 June.

    Law: kommuneloven (2018) § 27-2.
    Rules: R-302.
    """
    return decided_on + timedelta(weeks=WEEKS)


def demand(controlled: Controlled, municipal_council_members: int, decided_on: date, on: date) -> LegalityDemand:
    """Whether a demand can be taken up. It takes three of the municipal council; members of the district
    council have no such right.

    Law: kommuneloven (2018) §§ 27-1, 27-2.
    Rules: R-302.
    """
    last = last_day_of_demand(decided_on)
    enough = municipal_council_members >= DEMANDING
    return LegalityDemand(controlled, municipal_council_members, last, enough, decided_on <= on <= last)
