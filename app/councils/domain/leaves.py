"""Who sits for a member who keeps the seat but is away: on leave, absent from a meeting, or suspended.

Law: kommuneloven (2018) §§ 7-9, 7-10 (1), 7-11, 7-12, 8-1.
Rules: R-253, R-255, R-256, R-257, R-258, R-261.
"""

from datetime import date

from app.councils.domain.basis import CouncilBasis
from app.councils.domain.calendar_months import months_after
from app.councils.domain.events import GoesOnLeave
from app.councils.domain.law_versions import AMENDED_ON
from app.councils.domain.offices import while_away
from app.councils.domain.proposals import Decider, NotOpen, Proposal, Reason, Step, When
from app.councils.domain.sitting_council import Member, SittingCouncil
from app.councils.domain.vacancies import proposer

CALLED = "kommuneloven (2018) § 7-10 (1)"
SEAT_KEPT = (NotOpen(Step.MOVE_UP, Reason.SEAT_IS_KEPT), NotOpen(Step.NEW_ELECTION, Reason.SEAT_IS_KEPT))


def is_long(leave: GoesOnLeave) -> bool:
    """Whether a leave is for three months or more, or until further notice and expected to be.

    From 1 February to the end of April, with ``to_on`` 1 May, is three months.

    Law: kommuneloven (2018) § 7-11.
    Rules: R-256.
    """
    if leave.to_on is None:
        return leave.expected_long
    return months_after(leave.from_on, 3) <= leave.to_on


def seat_on_leave(council: SittingCouncil, member: Member, leave: GoesOnLeave, on: date) -> tuple[Proposal, ...]:
    """Who sits for a member on leave.

    For three months or more the municipal council can elect a *settemedlem*; not in a directly elected council since
    1 July 2023. Without one, and for shorter leaves, the deputies attend in order.

    Law: kommuneloven (2018) § 7-10 (1); § 7-11, until 30 June 2023 § 7-10.
    Rules: R-256.
    """
    away = while_away(council, member)
    if not is_long(leave):
        return deputies_attend(council, member, (_no_substitute(Reason.LEAVE_UNDER_THREE_MONTHS), *SEAT_KEPT)), *away
    if council.kind.basis is CouncilBasis.DIRECTLY_ELECTED and on >= AMENDED_ON:
        no_substitute = _no_substitute(Reason.NO_SUBSTITUTE_SINCE_JULY_2023)
        return deputies_attend(council, member, (no_substitute, *SEAT_KEPT)), *away
    return substitute(council, member, on), deputies_attend(council, member, SEAT_KEPT), *away


def rest_of_leave(council: SittingCouncil, member: Member, leave: GoesOnLeave, on: date) -> tuple[Proposal, ...]:
    """Who sits for a member whose *settemedlem* leaves: another can be elected for the rest of the leave.

    It is how long the whole leave lasts that decides whether there can be one. Who leads meanwhile was told when the
    leave began.

    Law: kommuneloven (2018) § 7-10 (1); § 7-11, until 30 June 2023 § 7-10.
    Rules: R-255, R-256.
    """
    steps = (Step.SUBSTITUTE, Step.DEPUTIES_IN_ORDER)
    return tuple(each for each in seat_on_leave(council, member, leave, on) if each.step in steps)


def substitute(council: SittingCouncil, member: Member, on: date) -> Proposal:
    """The *settemedlem* that the municipal council can elect for a leave, of the group that holds the seat.

    Since 1 July 2023 the choice is free, and the group may itself propose; before that day the order of the deputies
    had to be followed. The balance of the sexes does not bind the choice.

    Law: kommuneloven (2018) § 7-11; until 30 June 2023 § 7-10.
    Rules: R-256, R-257, R-258.
    """
    free = on >= AMENDED_ON
    return Proposal(
        Step.SUBSTITUTE,
        Decider.MUNICIPAL_COUNCIL,
        "kommuneloven (2018) § 7-11" if free else "kommuneloven (2018) § 7-10",
        ("R-256", "R-257"),
        When.MAY,
        member.group,
        in_turn=() if free else council.deputies_of(member.group),
        proposer=proposer(council),
        not_open=SEAT_KEPT,
    )


def deputies_attend(council: SittingCouncil, member: Member, not_open: tuple[NotOpen, ...]) -> Proposal:
    """The deputies of the list or group that won the seat are called, in order as far as possible.

    Law: kommuneloven (2018) §§ 7-10 (1), 8-1.
    Rules: R-255.
    """
    in_turn = council.deputies_of(member.group)
    none_left = () if in_turn else (NotOpen(Step.DEPUTIES_IN_ORDER, Reason.NO_DEPUTY_LEFT),)
    return Proposal(
        Step.DEPUTIES_IN_ORDER,
        Decider.CHAIR,
        CALLED,
        ("R-255",),
        group=member.group,
        in_turn=in_turn,
        not_open=(*none_left, *not_open),
    )


def absent_member(council: SittingCouncil, member: Member) -> tuple[Proposal, ...]:
    """Who is called for a member who is absent from a meeting or disqualified in a case.

    Law: kommuneloven (2018) §§ 7-10 (1), 8-1; forvaltningsloven (1967) § 8 (3).
    Rules: R-255.
    """
    not_open = (_no_substitute(Reason.ONLY_FOR_A_LEAVE), *SEAT_KEPT)
    return deputies_attend(council, member, not_open), *while_away(council, member)


def suspended_member(council: SittingCouncil, member: Member) -> tuple[Proposal, ...]:
    """A suspended member keeps the seat and counts as absent until final judgment: deputies are called.

    Law: kommuneloven (2018) § 7-12; until 30 June 2023 § 7-11.
    Rules: R-261.
    """
    return absent_member(council, member)


def _no_substitute(reason: Reason) -> NotOpen:
    return NotOpen(Step.SUBSTITUTE, reason)
