"""Who decides what has happened and what follows, and when there must be a case number.

Law: kommuneloven (2018) §§ 7-9, 7-10, 7-11, 7-12.
Rules: R-253, R-256, R-259, R-261, R-262.
"""

from dataclasses import dataclass
from datetime import date

from app.core.errors import DomainError
from app.councils.domain.choices import Choice, taken
from app.councils.domain.events import Event, GoesOnLeave, IsSuspended, LeavesBecause, LeavesForGood, SubstituteLeaves
from app.councils.domain.proposals import Consequences, Decider


@dataclass(frozen=True, slots=True)
class Decision:
    """What is decided about one change: what happened, what the law says follows, and the answer to each step.

    ``on`` is the first day on which all of it holds.
    """

    event: Event
    follows: Consequences
    choices: tuple[Choice, ...]
    on: date
    decision_reference: str = ""


@dataclass(unsafe_hash=True)
class CaseNumberMissing(DomainError):
    """What a body has decided has a case number, which goes into the chain of the seat."""

    deciders: tuple[Decider, ...]
    rule: str = "R-262"


def decides_event(event: Event) -> Decider:
    """Who decides that it happens at all: the municipal council on exemption and suspension; else it just happens.

    Law: kommuneloven (2018) §§ 7-9, 7-12.
    Rules: R-253, R-261.
    """
    released = isinstance(event, LeavesForGood | SubstituteLeaves) and event.because is LeavesBecause.RELEASED
    if released or isinstance(event, GoesOnLeave | IsSuspended):
        return Decider.MUNICIPAL_COUNCIL
    return Decider.LAW


def deciders(decision: Decision) -> tuple[Decider, ...]:
    """The bodies whose decisions are written down, each once; none when all of it follows by law.

    Rules: R-253, R-256, R-259, R-261.
    """
    bodies = [
        decides_event(decision.event),
        *(proposal.decider for proposal, _choice in taken(decision.follows, decision.choices)),
    ]
    return tuple(dict.fromkeys(each for each in bodies if each is not Decider.LAW))


def require_case_number(decision: Decision) -> None:
    """Refuse a body's decision without its case number.

    Rules: R-262.
    """
    bodies = deciders(decision)
    if bodies and not decision.decision_reference.strip():
        raise CaseNumberMissing(bodies)
