"""The order in which deputies are called to a meeting: who comes for whom, who is passed over and why.

Law: kommuneloven (2018) §§ 7-10 (1), 8-1; forvaltningsloven (1967) § 8 (3).
Rules: R-253, R-254, R-255, R-261.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.councils.domain.sitting_council import Member, RankedDeputy, SittingCouncil


class PassedOver(StrEnum):
    """Why a deputy is not called. DECLINED: has a valid excuse. SITS_ALREADY: as substitute, or called for another."""

    ON_LEAVE = "on_leave"
    SUSPENDED = "suspended"
    DECLINED = "declined"
    DISQUALIFIED = "disqualified"
    SITS_ALREADY = "sits_already"


@dataclass(frozen=True, slots=True)
class Call:
    """Who is called for an absent member. ``called`` is None when the list or group has no deputy who can come."""

    absent: Member
    called: RankedDeputy | None
    passed_over: tuple[tuple[RankedDeputy, PassedOver], ...]


def call_deputies(
    council: SittingCouncil, absent: Sequence[int], unavailable: Mapping[int, PassedOver]
) -> tuple[Call, ...]:
    """Who is called for each absent member, when the absences are reported in this order.

    Each is replaced by the highest-ranked deputy of the list or group that won the seat who can come and is not called
    for another. A place for which the group has nobody stays empty: no other group fills it.

    Law: kommuneloven (2018) §§ 7-10 (1), 8-1.
    Rules: R-254, R-255.
    """
    calls: list[Call] = []
    taken: set[int] = set()
    for person_id in absent:
        call = _call(council, council.require_member(person_id), unavailable, taken)
        calls.append(call)
        if call.called:
            taken.add(call.called.person_id)
    return tuple(calls)


def _call(
    council: SittingCouncil, member: Member, unavailable: Mapping[int, PassedOver], taken: Collection[int]
) -> Call:
    passed_over: list[tuple[RankedDeputy, PassedOver]] = []
    for deputy in council.deputies_of(member.group):
        reason = PassedOver.SITS_ALREADY if deputy.person_id in taken else unavailable.get(deputy.person_id)
        if reason is None:
            return Call(member, deputy, tuple(passed_over))
        passed_over.append((deputy, reason))
    return Call(member, None, tuple(passed_over))
