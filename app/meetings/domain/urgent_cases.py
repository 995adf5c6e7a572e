"""Urgent cases: written procedure, and the urgent remote meeting.

Law: kommuneloven (2018) §§ 11-7, 11-8.
Rules: R-298, R-299.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.core.errors import DomainError
from app.meetings.domain.thirds import Third, demand_for_ordinary_meeting


class Reason(StrEnum):
    """Why an urgent case need not wait for a meeting."""

    NO_TIME_FOR_MEETING = "no_time_for_meeting"
    NO_NEED_OF_MEETING = "no_need_of_meeting"


class Reply(StrEnum):
    """What a member answers. One can agree to the proposal and still want a meeting."""

    AGREES = "agrees"
    AGAINST_PROPOSAL = "against_proposal"
    AGAINST_WRITTEN_FORM = "against_written_form"


@dataclass(frozen=True, slots=True)
class WrittenProcedure:
    """What came of it: adopted only if everybody has agreed. ``silent`` are the seats that have not answered."""

    adopted: bool
    silent: tuple[int, ...]
    against_proposal: tuple[int, ...]
    against_written_form: tuple[int, ...]


@dataclass(unsafe_hash=True)
class CanWait(DomainError):
    """The case need not be decided before the next meeting, so it is not urgent."""

    reason: Reason | None


@dataclass(unsafe_hash=True)
class RemoteNotAllowed(DomainError):
    """The municipal council has not allowed remote meetings."""

    rule: str = "R-298"


@dataclass(unsafe_hash=True)
class ReplyOfNoSeat(DomainError):
    """A reply for a seat that was not asked."""

    seat: int


def require_urgent(*, before_next_meeting: bool, reason: Reason | None) -> None:
    """Refuse the urgent forms unless the case must be decided before the next meeting, and there is a reason.

    Law: kommuneloven (2018) § 11-8.
    Rules: R-299.
    """
    if not before_next_meeting or reason is None:
        raise CanWait(reason)


def require_remote(*, allowed_by_municipal_council: bool) -> None:
    """Refuse a remote meeting that the municipal council has not allowed.

    Law: kommuneloven (2018) § 11-7.
    Rules: R-298.
    """
    if not allowed_by_municipal_council:
        raise RemoteNotAllowed


def written_procedure(seats: tuple[int, ...], replies: Mapping[int, Reply]) -> WrittenProcedure:
    """Whether a proposal sent to all members is adopted: only if all agree, both to it and to deciding it in writing.

    One who is silent has not agreed. ``seats`` are those the documents were sent to: all that have a member.

    Law: kommuneloven (2018) § 11-8.
    Rules: R-299.
    """
    for seat in replies:
        if seat not in seats:
            raise ReplyOfNoSeat(seat)
    silent = tuple(seat for seat in seats if seat not in replies)
    against = tuple(seat for seat in seats if replies.get(seat) is Reply.AGAINST_PROPOSAL)
    form = tuple(seat for seat in seats if replies.get(seat) is Reply.AGAINST_WRITTEN_FORM)
    return WrittenProcedure(bool(seats) and not (silent or against or form), silent, against, form)


def put_off_to_ordinary_meeting(demanding: int, members: int) -> Third:
    """Whether members can have a case put off from an urgent remote meeting: a third of them can.

    Law: kommuneloven (2018) § 11-8.
    Rules: R-299.
    """
    return demand_for_ordinary_meeting(demanding, members)
