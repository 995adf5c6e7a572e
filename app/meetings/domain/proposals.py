"""Proposals in a case: numbered, with movers and parties; joint, alternative, withdrawn; and the order of voting.

Law: kommuneloven (2018) §§ 6-1, 8-1, 11-3.
Rules: R-284, R-286.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class ProposalKind(StrEnum):
    """What a proposal wants.

    POSTPONEMENT: decide another day. ALTERNATIVE: instead of the recommendation. AMENDING: change a part. ADDITIONAL:
    on top of what is adopted. PASSED_ON: send to another body without deciding on it. PROCEDURE: a point of order.
    """

    POSTPONEMENT = "postponement"
    PROCEDURE = "procedure"
    RECOMMENDATION = "recommendation"
    ALTERNATIVE = "alternative"
    AMENDING = "amending"
    ADDITIONAL = "additional"
    PASSED_ON = "passed_on"


VOTING_ORDER = (
    ProposalKind.PROCEDURE,
    ProposalKind.POSTPONEMENT,
    ProposalKind.AMENDING,
    ProposalKind.ALTERNATIVE,
    ProposalKind.RECOMMENDATION,
    ProposalKind.ADDITIONAL,
    ProposalKind.PASSED_ON,
)
"""First whether the case is decided at all, then its parts, then the whole, then what comes on top."""


@dataclass(frozen=True, slots=True)
class Mover:
    """Who moves a proposal, and for which party; the mayor may, without a seat."""

    person_id: int
    name: str
    party: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposal in an item. ``number`` from 1 in the order they came; the recommendation has 0.

    ``entered_at``: when it was handed in before the meeting, and from then on a public document; None: in the meeting.
    """

    key: str
    item: str
    number: int
    kind: ProposalKind
    text: str
    movers: tuple[Mover, ...] = ()
    recommended_by: str = ""
    entered_at: datetime | None = None
    withdrawn: bool = False

    @property
    def parties(self) -> tuple[str, ...]:
        """The parties it is moved for, in the order of the movers."""
        return tuple(dict.fromkeys(each.party for each in self.movers if each.party))

    @property
    def joint(self) -> bool:
        """Whether it is a joint proposal (*fellesforslag*): of more than one party."""
        return len(self.parties) > 1


def is_public(proposal: Proposal, now: datetime) -> bool:
    """Whether a proposal entered before the meeting can be read by all: from the moment it is entered.

    Law: kommuneloven (2018) § 11-3.
    Rules: R-283.
    """
    return proposal.entered_at is not None and proposal.entered_at <= now


def order_of_voting(proposals: Sequence[Proposal]) -> tuple[Proposal, ...]:
    """The order in which it is usual to vote: the leader proposes it, and the council may choose another.

    Withdrawn ones are left out. Of a kind, they are taken as they came.
    """
    standing = [each for each in proposals if not each.withdrawn]
    return tuple(sorted(standing, key=lambda each: (VOTING_ORDER.index(each.kind), each.number)))


def alternative_rounds(proposals: Sequence[Proposal]) -> tuple[Proposal, ...]:
    """The proposals that exclude each other, in the order they meet: the first two, then the winner against the next.

    Those moved in the meeting meet first, and the recommendation last.
    """
    kinds = {ProposalKind.ALTERNATIVE, ProposalKind.RECOMMENDATION}
    return tuple(each for each in order_of_voting(proposals) if each.kind in kinds)
