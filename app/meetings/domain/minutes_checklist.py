"""What the minutes must contain, and what still stands in the way of approving or publishing them.

Law: kommuneloven (2018) § 11-4.
Rules: R-284, R-292, R-295, R-300.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from app.councils.domain.majority_of_chair import ChairElected
from app.meetings.domain.agenda import ItemKind
from app.meetings.domain.closing import closing_required
from app.meetings.domain.minutes import ItemMinutes, Minutes
from app.meetings.domain.proceedings import Happened
from app.meetings.domain.states import ItemState


class Blocker(StrEnum):
    """What is missing or wrong.

    DOORS_NOT_CLOSED: the act asks for it in this item (R-291), and no vote did so. TIME_RUNS_BACKWARDS: an event has an
    earlier time than the one before it.
    """

    NO_PLACE = "no_place"
    NO_SECRETARY = "no_secretary"
    NOT_SET = "not_set"
    NOT_CLOSED = "not_closed"
    NOBODY_LED = "nobody_led"
    ITEM_NOT_DONE = "item_not_done"
    ITEM_WITHOUT_NUMBER = "item_without_number"
    NO_DECISION = "no_decision"
    QUESTION_NOT_DECIDED = "question_not_decided"
    ELECTION_NOT_OVER = "election_not_over"
    NO_PUBLIC_TITLE = "no_public_title"
    DOORS_NOT_CLOSED = "doors_not_closed"
    TIME_RUNS_BACKWARDS = "time_runs_backwards"


@dataclass(frozen=True, slots=True)
class ChecklistFinding:
    """A blocker, with the item or event it concerns."""

    blocker: Blocker
    item: str = ""
    event_id: str = ""


MUST_BE_DECIDED = (ItemKind.DECISION, ItemKind.ELECTION, ItemKind.STAFF_APPOINTMENT, ItemKind.APPROVAL_OF_MINUTES)
"""The kinds that are not done until something is decided."""


def blockers(minutes: Minutes) -> tuple[ChecklistFinding, ...]:
    """Everything that stands in the way: time and place, who met, cases, decisions, votes, bases, disqualification.

    Law: kommuneloven (2018) §§ 11-4, 11-5.
    Rules: R-291, R-292, R-295, R-300.
    """
    course = [*minutes.between, *(each for item in minutes.items for each in item.course)]
    return (
        *_of_head(minutes),
        *(finding for item in minutes.items for finding in _of_item(item)),
        *_of_times(course),
    )


def _of_head(minutes: Minutes) -> Iterator[ChecklistFinding]:
    head = minutes.head
    missing = {
        Blocker.NO_PLACE: not head.occasion.place.strip() and not head.remote,
        Blocker.NO_SECRETARY: not head.occasion.secretary.strip(),
        Blocker.NOT_SET: head.set_at is None,
        Blocker.NOT_CLOSED: head.closed_at is None,
        Blocker.NOBODY_LED: not head.leaders,
    }
    yield from (ChecklistFinding(blocker) for blocker, is_missing in missing.items() if is_missing)


def _of_item(each: ItemMinutes) -> Iterator[ChecklistFinding]:
    key, kind = each.item.key, each.item.kind
    if each.state is ItemState.NUMBERED and kind is not ItemKind.OTHER:
        yield ChecklistFinding(Blocker.ITEM_NOT_DONE, key)
    if not each.item.number and kind in MUST_BE_DECIDED:
        yield ChecklistFinding(Blocker.ITEM_WITHOUT_NUMBER, key)
    if each.state is ItemState.HANDLED and kind in MUST_BE_DECIDED and not (each.decisions or each.withheld):
        yield ChecklistFinding(Blocker.NO_DECISION, key)
    if each.state is ItemState.HANDLED and closing_required(each.item) and each.closed_under is None:
        yield ChecklistFinding(Blocker.DOORS_NOT_CLOSED, key)
    if any(question.found is None for question in each.raised):
        yield ChecklistFinding(Blocker.QUESTION_NOT_DECIDED, key)
    if _waits_for_vote_or_lot(each):
        yield ChecklistFinding(Blocker.ELECTION_NOT_OVER, key)
    if each.item.exempt and not each.item.public_title.strip():
        yield ChecklistFinding(Blocker.NO_PUBLIC_TITLE, key)


def _waits_for_vote_or_lot(each: ItemMinutes) -> bool:
    """Rules: R-230, R-290."""
    return any(not isinstance(held.result, ChairElected) for held in each.elections) or any(
        not held.is_over for held in each.committees
    )


def _of_times(course: list[Happened]) -> Iterator[ChecklistFinding]:
    for before, after in pairwise(sorted(course, key=lambda each: each.place)):
        if after.at < before.at:
            yield ChecklistFinding(Blocker.TIME_RUNS_BACKWARDS, after.item, after.event_id)
