"""Calling deputies to a meeting, one after another, and the seats and quorum that can be counted on.

Law: kommuneloven (2018) §§ 7-10 (1), 8-1; forvaltningsloven (1967) § 8 (3).
Rules: R-255, R-286, R-287.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.core.errors import DomainError
from app.councils.domain.absence import Call, PassedOver, call_deputies
from app.councils.domain.sitting_council import SittingCouncil
from app.meetings.domain.quorum import Quorum, quorum


class DeputyAnswer(StrEnum):
    """What a deputy who is called says. NO_ANSWER: the time to answer has run out, so that the next is called."""

    ASKED = "asked"
    COMES = "comes"
    DECLINES = "declines"
    NO_ANSWER = "no_answer"


@dataclass(frozen=True, slots=True)
class Answered:
    """A line of the log: who was called, for whom, when, and what the answer was."""

    absent_person_id: int
    deputy_person_id: int
    answer: DeputyAnswer
    at: datetime


@dataclass(unsafe_hash=True)
class NotCalled(DomainError):
    """An answer from a deputy who was never asked to come for this member."""

    deputy_person_id: int
    absent_person_id: int


@dataclass(frozen=True, slots=True)
class PlaceToFill:
    """An absent member's place: who comes, or who is asked or to be called next; nobody: the place stays empty."""

    call: Call
    answer: DeputyAnswer | None

    @property
    def next_to_call(self) -> int | None:
        """The deputy to be called now; None when one is asked or comes, or there is nobody left."""
        return self.call.called.person_id if self.call.called and self.answer is None else None

    @property
    def filled(self) -> bool:
        """Whether somebody has said yes."""
        return self.answer is DeputyAnswer.COMES


@dataclass(frozen=True, slots=True)
class Projection:
    """The places of the absent, and the quorum that can be counted on: those who come, and no one else."""

    places: tuple[PlaceToFill, ...]
    quorum: Quorum


def call_out(
    council: SittingCouncil,
    absent: Sequence[int],
    log: Sequence[Answered],
    unavailable: Mapping[int, PassedOver] | None = None,
) -> Projection:
    """Where the call-out stands when the absences are reported in the order of ``absent``.

    One who declines, or does not answer in time, is passed over, and the next of the list is called. A deputy's last
    answer holds. Only a yes counts towards the quorum.

    Law: kommuneloven (2018) §§ 7-10 (1), 8-1.
    Rules: R-255, R-287.
    """
    last = {(each.absent_person_id, each.deputy_person_id): each.answer for each in log}
    calls = call_deputies(council, absent, {**(unavailable or {}), **_cannot_come(log)})
    places = tuple(PlaceToFill(each, _answer(each, last)) for each in calls)
    present = len(council.members) - len(places) + sum(each.filled for each in places)
    return Projection(places, quorum(present, council.seats))


def record_answer(log: Sequence[Answered], answered: Answered) -> tuple[Answered, ...]:
    """The log with one more line; an answer from one who was never asked is refused.

    Rules: R-255.
    """
    asked = {(each.absent_person_id, each.deputy_person_id) for each in log}
    pair = (answered.absent_person_id, answered.deputy_person_id)
    if answered.answer is not DeputyAnswer.ASKED and pair not in asked:
        raise NotCalled(answered.deputy_person_id, answered.absent_person_id)
    return (*log, answered)


def _cannot_come(log: Sequence[Answered]) -> dict[int, PassedOver]:
    last = {each.deputy_person_id: each.answer for each in log}
    no = {DeputyAnswer.DECLINES, DeputyAnswer.NO_ANSWER}
    return {person_id: PassedOver.DECLINED for person_id, answer in last.items() if answer in no}


def _answer(call: Call, last: Mapping[tuple[int, int], DeputyAnswer]) -> DeputyAnswer | None:
    return last.get((call.absent.person_id, call.called.person_id)) if call.called else None
