"""Who takes a place that falls vacant, or fills it for a while: what the law says for this council on this day.

The system proposes, people decide. Each proposal says what is to be done, who does it, whose turn it is, and by which
paragraph.

Law: kommuneloven (2018) §§ 7-9, 7-10, 7-11; valgloven (2002) § 14-2; valgloven (2023) § 19-2.
Rules: R-212, R-255, R-256, R-257, R-258, R-259, R-260.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.councils.domain.basis import CouncilBasis, CouncilKind, ElectedBy
from app.councils.domain.law_versions import AMENDED_ON


class Step(StrEnum):
    """What is to be done."""

    MOVE_UP = "move_up"
    NEW_ELECTION = "new_election"
    NEW_SETTLEMENT = "new_settlement"
    SUPPLEMENTARY_ELECTION = "supplementary_election"
    SUBSTITUTE = "substitute"
    DEPUTIES_IN_ORDER = "deputies_in_order"
    NEW_CHAIR = "new_chair"


class Decider(StrEnum):
    """Who decides. By law alone: it follows without a vote, and is only recorded."""

    LAW = "law"
    COUNCIL = "council"
    MUNICIPAL_COUNCIL = "municipal_council"
    ELECTORAL_BOARD = "electoral_board"
    CHAIR = "chair"


@dataclass(frozen=True, slots=True)
class Deputy:
    """A ranked deputy: ``rank`` from 1 within the list or group, or among all where the election was by majority."""

    rank: int
    person: str
    group: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the law says. ``in_turn`` are those whose turn it is, the first before the next.

    ``group_may_propose``: the group that held the place may name the person, and must be heard. ``check_gender``: the
    sex that would fall under forty per cent goes first, if possible.
    """

    step: Step
    decider: Decider
    basis: str
    in_turn: tuple[Deputy, ...] = ()
    group_may_propose: bool = False
    check_gender: bool = False


def callable_deputies(kind: CouncilKind, group: str, deputies: Sequence[Deputy]) -> tuple[Deputy, ...]:
    """The deputies for a place of ``group``, in the order they are called or move up.

    Of the group itself, as ranked; where the election was by majority there is one row for all places.

    Law: kommuneloven (2018) § 7-10 (1).
    Rules: R-255.
    """
    one_row = kind.elected_by is ElectedBy.MAJORITY
    return tuple(sorted((each for each in deputies if one_row or each.group == group), key=lambda each: each.rank))


def member_leaves(kind: CouncilKind, on: date, group: str, deputies: Sequence[Deputy]) -> Proposal:
    """Who takes the place of a member who leaves for good on this day.

    Directly elected, from 1 July 2023: the deputies of the same list move up in order, and when there is none the
    electoral board makes a new settlement. Appointed, and directly elected before that day: the municipal council
    elects a new member of the same group, and deputies do not move up.

    Law: kommuneloven (2018) § 7-10 (2), (3); valgloven (2023) § 19-2.
    Rules: R-212, R-256, R-257, R-258, R-260.
    """
    if kind.basis is CouncilBasis.APPOINTED or on < AMENDED_ON:
        return Proposal(
            Step.NEW_ELECTION,
            Decider.MUNICIPAL_COUNCIL,
            "kommuneloven (2018) § 7-10",
            group_may_propose=True,
            check_gender=True,
        )
    in_turn = callable_deputies(kind, group, deputies)
    if not in_turn:
        return new_settlement()
    return Proposal(Step.MOVE_UP, Decider.LAW, "kommuneloven (2018) § 7-10 (2)", in_turn)


def deputy_leaves(kind: CouncilKind) -> Proposal:
    """What follows when a deputy's place is vacant. Directly elected: only if the chair finds it necessary.

    Law: kommuneloven (2018) § 7-10 (3); valgloven (2002) § 14-2; valgloven (2023) § 19-2.
    Rules: R-212, R-256.
    """
    if kind.basis is CouncilBasis.DIRECTLY_ELECTED:
        return new_settlement()
    return Proposal(
        Step.NEW_ELECTION,
        Decider.MUNICIPAL_COUNCIL,
        "kommuneloven (2018) § 7-10",
        group_may_propose=True,
        check_gender=True,
    )


def too_few_deputies(kind: CouncilKind) -> Proposal:
    """What can be done when a group has too few deputies left. New ones stand last in the order.

    Law: kommuneloven (2018) § 7-10 (4); valgloven (2023) § 19-2.
    Rules: R-212, R-256, R-257, R-258.
    """
    if kind.basis is CouncilBasis.DIRECTLY_ELECTED:
        return new_settlement()
    return Proposal(
        Step.SUPPLEMENTARY_ELECTION,
        Decider.MUNICIPAL_COUNCIL,
        "kommuneloven (2018) § 7-10",
        group_may_propose=True,
        check_gender=True,
    )


def new_settlement() -> Proposal:
    """The electoral board takes the next from the same list by the votes of the election, without moving any seat.

    Law: valgloven (2002) § 14-2; valgloven (2023) § 19-2.
    Rules: R-212.
    """
    basis = "valgloven (2002) § 14-2; valgloven (2023) § 19-2"
    return Proposal(Step.NEW_SETTLEMENT, Decider.ELECTORAL_BOARD, basis, group_may_propose=True)


def long_leave(kind: CouncilKind, on: date, group: str, deputies: Sequence[Deputy]) -> Proposal:
    """Who sits for a member on leave for three months or more, or until further notice.

    Appointed: the municipal council can elect a substitute of the same group; before 1 July 2023 it had to follow the
    order of the deputies. Directly elected: none since that day, so the deputies attend in order; before it as above.
    Balance of the sexes does not bind the choice.

    Law: kommuneloven (2018) § 7-11.
    Rules: R-256, R-257, R-258.
    """
    in_turn = callable_deputies(kind, group, deputies)
    if kind.basis is CouncilBasis.DIRECTLY_ELECTED and on >= AMENDED_ON:
        return Proposal(Step.DEPUTIES_IN_ORDER, Decider.CHAIR, "kommuneloven (2018) § 7-10 (1)", in_turn)
    return Proposal(
        Step.SUBSTITUTE,
        Decider.MUNICIPAL_COUNCIL,
        "kommuneloven (2018) § 7-11",
        in_turn if on < AMENDED_ON else (),
        group_may_propose=True,
    )


def short_absence(kind: CouncilKind, group: str, deputies: Sequence[Deputy]) -> Proposal:
    """Who is called for a meeting or two: the deputies of the group, in order as far as possible.

    Law: kommuneloven (2018) §§ 7-10 (1), 8-1.
    Rules: R-255.
    """
    in_turn = callable_deputies(kind, group, deputies)
    return Proposal(Step.DEPUTIES_IN_ORDER, Decider.CHAIR, "kommuneloven (2018) § 7-10 (1)", in_turn)


def chair_leaves(kind: CouncilKind) -> Proposal:
    """A new chair must be elected; the deputy chair does not become chair. The same for the deputy chair.

    A directly elected council elects its own; for an appointed one the municipal council does.

    Law: kommuneloven (2018) §§ 5-7, 5-8, 7-10.
    Rules: R-259.
    """
    directly = kind.basis is CouncilBasis.DIRECTLY_ELECTED
    decider = Decider.COUNCIL if directly else Decider.MUNICIPAL_COUNCIL
    return Proposal(Step.NEW_CHAIR, decider, "kommuneloven (2018) § 7-10")
