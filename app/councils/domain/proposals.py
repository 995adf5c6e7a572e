"""What the law says is to be done, who decides it, whose turn it is, and why nothing else is open.

The system proposes; people decide.

Law: kommuneloven (2018) §§ 7-9, 7-10, 7-11, 7-12.
Rules: R-255, R-256, R-257, R-258, R-259, R-260.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.councils.domain.gender import Gender
from app.councils.domain.membership import EndCause
from app.councils.domain.sitting_council import RankedDeputy


class Step(StrEnum):
    """What is to be done.

    MOVE_UP: *opprykk*. NEW_ELECTION: *nyvalg* of one member or deputy. SUPPLEMENTARY_ELECTION: *suppleringsvalg* of
    deputies. SUBSTITUTE: *settemedlem* for a leave. NEW_SETTLEMENT: the next candidate of the list, by the votes of the
    election. LIST_EXHAUSTED: the list has nobody left, so a person is named for the place. EMPTY_OR_OTHER_LIST: nobody
    is named either, and the board chooses between an empty place and the other lists. NEW_CHAIR, NEW_DEPUTY_CHAIR: a
    majority election. DEPUTY_CHAIR_LEADS: while the chair is away. RETURN: the one who moved out is back. STEP_BACK:
    the one who replaced another gives way; one who moved up is deputy again, with the old number.
    """

    MOVE_UP = "move_up"
    NEW_ELECTION = "new_election"
    SUPPLEMENTARY_ELECTION = "supplementary_election"
    SUBSTITUTE = "substitute"
    NEW_SETTLEMENT = "new_settlement"
    LIST_EXHAUSTED = "list_exhausted"
    EMPTY_OR_OTHER_LIST = "empty_or_other_list"
    DEPUTIES_IN_ORDER = "deputies_in_order"
    NEW_CHAIR = "new_chair"
    NEW_DEPUTY_CHAIR = "new_deputy_chair"
    DEPUTY_CHAIR_LEADS = "deputy_chair_leads"
    RETURN = "return"
    STEP_BACK = "step_back"


class Decider(StrEnum):
    """Who decides. LAW: it follows without a vote, and is only recorded. CHAIR: who summons to the meeting."""

    LAW = "law"
    COUNCIL = "council"
    MUNICIPAL_COUNCIL = "municipal_council"
    EXECUTIVE_BOARD = "executive_board"
    ELECTORAL_BOARD = "electoral_board"
    CHAIR = "chair"


class Proposer(StrEnum):
    """Who may name the person. The electing body must elect that person if the conditions of the law are met."""

    GROUP = "group"
    MUNICIPAL_COUNCIL = "municipal_council"


class When(StrEnum):
    """Whether a step must be taken.

    MUST: it follows. MAY: the decider chooses. IF_NECESSARY: only if the mayor, told by the chair, finds it necessary.
    """

    MUST = "must"
    MAY = "may"
    IF_NECESSARY = "if_necessary"


class Reason(StrEnum):
    """Why another step is not open, or why nothing follows."""

    APPOINTED_DEPUTIES_DO_NOT_MOVE_UP = "appointed_deputies_do_not_move_up"
    NO_MOVING_UP_BEFORE_JULY_2023 = "no_moving_up_before_july_2023"
    DEPUTIES_MOVE_UP_BY_LAW = "deputies_move_up_by_law"
    NO_DEPUTY_LEFT = "no_deputy_left"
    NO_ELECTION_TO_SETTLE_ANEW = "no_election_to_settle_anew"
    SETTLED_BY_THE_ELECTION = "settled_by_the_election"
    NO_SUBSTITUTE_SINCE_JULY_2023 = "no_substitute_since_july_2023"
    LEAVE_UNDER_THREE_MONTHS = "leave_under_three_months"
    ONLY_FOR_A_LEAVE = "only_for_a_leave"
    SEAT_IS_KEPT = "seat_is_kept"
    DEPUTY_CHAIR_DOES_NOT_SUCCEED = "deputy_chair_does_not_succeed"
    STILL_ELIGIBLE = "still_eligible"
    SEAT_IS_PERSONAL = "seat_is_personal"
    RETURN_TOO_LATE = "return_too_late"
    NO_RETURN_WITHIN_MUNICIPALITY = "no_return_within_municipality"
    LEAVE_NOT_OVER = "leave_not_over"
    DEPUTY_IS_PASSED_OVER = "deputy_is_passed_over"


@dataclass(frozen=True, slots=True)
class NotOpen:
    """A step that one might think of, and why it cannot be taken."""

    step: Step
    reason: Reason


@dataclass(frozen=True, slots=True)
class GenderCheck:
    """The balance among the others: ``short`` is the sex the new one should be of, so far as possible.

    ``minimum`` is what there must be of each sex when the place is filled. ``unregistered`` are counted as neither.
    """

    short: Gender | None
    women: int
    men: int
    unregistered: int
    minimum: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """One step. ``in_turn`` are those whose turn it is, the first before the next; nobody when the choice is free.

    ``group`` is the list or group the place belongs to; ``person_id`` who comes back or steps back. ``consent``: the
    person must agree first.
    """

    step: Step
    decider: Decider
    legal_basis: str
    rules: tuple[str, ...]
    when: When = When.MUST
    group: str = ""
    in_turn: tuple[RankedDeputy, ...] = ()
    proposer: Proposer | None = None
    consent: bool = False
    gender: GenderCheck | None = None
    person_id: int | None = None
    not_open: tuple[NotOpen, ...] = ()


@dataclass(frozen=True, slots=True)
class Consequences:
    """What follows when something happens to a member or deputy, in the order it is done.

    ``ends``: why the person's own spell ends; None when it does not. ``may_return_until``: the last day on which one
    who moved out can come back to the seat. ``reasons``: why nothing, or not more, follows.
    """

    steps: tuple[Proposal, ...] = ()
    ends: EndCause | None = None
    may_return_until: date | None = None
    reasons: tuple[Reason, ...] = ()
