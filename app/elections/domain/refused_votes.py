"""The grounds on which a vote (*stemmegivning*) is refused: apart from the grounds on which a ballot is rejected.

A vote is a voter's act, known by name and refused before anything is opened; a ballot is anonymous.

Law: valgloven (2002) §§ 10-1, 10-1a, 10-2; valgloven (2023) §§ 10-1, 10-2.
Rules: R-90, R-95, R-96.
"""

from enum import StrEnum

from app.elections.domain.categories import Category
from app.elections.domain.election import RuleSetName


class VoteKind(StrEnum):
    """How a vote that the board decides on came in."""

    ADVANCE = "advance"
    ELECTION_DAY = "election_day"


class RefusalGround(StrEnum):
    """The condition of R-96 that was not met."""

    NOT_ON_ROLL = "SG-1"
    NOT_IDENTIFIED = "SG-2"
    WRONG_TIME = "SG-3"
    WRONG_RECEIVER = "SG-4"
    ENVELOPE_OPENED = "SG-5"
    VOTED_ALREADY = "SG-6"
    TOO_LATE = "SG-7"
    NO_OPPORTUNITY = "SG-8"


_G = RefusalGround


def grounds(rule_set: RuleSetName, kind: VoteKind) -> tuple[RefusalGround, ...]:
    """The grounds that an act has for a kind of vote, in the order of the codes.

    The act of 2023 has the wrong time as part of arriving too late, and nothing of the opportunity to vote. An election
    day's envelope is refused for the roll, the identity, an earlier vote, and the opportunity (2002 only).

    Law: valgloven (2002) §§ 10-1, 10-1a, 10-2; valgloven (2023) § 10-2.
    Rules: R-96.
    """
    under_2002 = rule_set is RuleSetName.VALGLOVEN_2002
    if kind is VoteKind.ELECTION_DAY:
        shared = (_G.NOT_ON_ROLL, _G.NOT_IDENTIFIED, _G.VOTED_ALREADY)
        return (*shared, _G.NO_OPPORTUNITY) if under_2002 else shared
    if under_2002:
        return tuple(RefusalGround)
    return (_G.NOT_ON_ROLL, _G.NOT_IDENTIFIED, _G.WRONG_RECEIVER, _G.ENVELOPE_OPENED, _G.VOTED_ALREADY, _G.TOO_LATE)


def kind_of(category: Category) -> VoteKind:
    """Whether a category's votes are advance votes or cast on election day."""
    return VoteKind.ADVANCE if category in (Category.FO, Category.FS) else VoteKind.ELECTION_DAY
