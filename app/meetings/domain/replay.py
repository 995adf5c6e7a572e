"""From events to the meeting: each is held against the meeting as it stood, in the order they took place.

Law: kommuneloven (2018) § 11-4.
Rules: R-287, R-300.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Protocol, assert_never

from app.meetings.domain.events import FrameEvent, ItemEvent, MeetingEvent, PresenceEvent, TalkEvent, VotingEvent
from app.meetings.domain.proceedings import Happened, Proceedings, Setting, begin
from app.meetings.domain.record_frame import record_frame, record_presence
from app.meetings.domain.record_items import record_item
from app.meetings.domain.record_talk import record_talk
from app.meetings.domain.record_votes import record_voting


class TimedEvent(Protocol):
    """An event with its id and the moment it took place."""

    @property
    def event_id(self) -> str: ...
    @property
    def at(self) -> datetime: ...
    @property
    def event(self) -> MeetingEvent: ...


def replay(setting: Setting, events: Iterable[TimedEvent]) -> Proceedings:
    """The meeting after these events. The first that cannot have happened is refused, with the facts it breaks on.

    Law: kommuneloven (2018) § 11-4.
    Rules: R-287, R-300.
    """
    now = begin(setting)
    for timed in events:
        now = happen(now, timed)
    return now


def happen(now: Proceedings, timed: TimedEvent) -> Proceedings:
    """The meeting after one more event."""
    after = _record(now, timed.event)
    item = after.open_item or now.open_item
    happened = Happened(
        len(now.happened) + 1,
        timed.event_id,
        timed.at,
        timed.event,
        item,
        after.occupancy,
        len(now.votes),
        after.leader,
    )
    return replace(after, happened=(*now.happened, happened))


def _record(now: Proceedings, event: MeetingEvent) -> Proceedings:
    if isinstance(event, FrameEvent):
        return record_frame(now, event)
    if isinstance(event, PresenceEvent):
        return record_presence(now, event)
    if isinstance(event, ItemEvent):
        return record_item(now, event)
    if isinstance(event, VotingEvent):
        return record_voting(now, event)
    if isinstance(event, TalkEvent):
        return record_talk(now, event)
    assert_never(event)
