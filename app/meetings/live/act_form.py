"""What every form of the meeting room has: the id that makes it count once, the number it takes in the log, its moment.

A form is shown when what it records can happen; it knows the meeting as it stands, and gives the event back.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, time, timedelta
from typing import Any, ClassVar

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, SelectField, StringField
from wtforms.validators import Length, Optional, Regexp

from app.core.clock import OSLO
from app.core.forms import Form, choice
from app.meetings.domain.event_log import Entry, EventLog
from app.meetings.domain.events import MeetingEvent
from app.meetings.domain.proceedings import Proceedings
from app.meetings.domain.states import MeetingState
from app.meetings.live.happened_words import event_words
from app.meetings.live.moments import HALF_A_DAY, placed_at
from app.meetings.live.queries import told_of

Options = Iterable[tuple[str, str]]
CLOCK = re.compile(r"^\s*([01]?\d|2[0-3])[.:]([0-5]\d)\s*$")
A_DAY = timedelta(days=1)
LATEST = 12
"""How many of the last events one can say that something came before."""

EVENT_ID_LENGTH = 40


class ActForm(Form):
    """The parent of the forms. ``key``: the letter that opens it from the keyboard."""

    act: ClassVar[str]
    key: ClassVar[str] = ""
    title: ClassVar[Any]
    send: ClassVar[Any] = _l("Før")
    warning: ClassVar[Any] = ""
    simple: ClassVar[bool] = False
    """Whether it is a button and nothing more."""

    event_id = HiddenField(validators=[Length(max=EVENT_ID_LENGTH)])
    sequence = HiddenField()
    moment = HiddenField()
    clock = StringField(
        _l("Klokkeslett"),
        [Optional(), Regexp(CLOCK, message=_l("Skriv klokkeslettet slik: 18.05"))],
        description=_l("La stå tomt for nå."),
    )
    before = SelectField(_l("Skjedde før"), [Optional()])

    own: ClassVar[tuple[str, ...]] = ()
    """The fields of this form, in the order they are filled in."""

    @classmethod
    def defaults(cls, now: Proceedings) -> dict[str, object]:
        """What stands in the fields of a form that nobody has filled in."""
        return {}

    @classmethod
    def fits(cls, now: Proceedings) -> bool:
        """Whether it can happen as the meeting stands."""
        raise NotImplementedError

    def choose(self, now: Proceedings) -> None:
        """Set what can be chosen."""

    def event(self, now: Proceedings, event_id: str) -> MeetingEvent:
        """What is recorded. A vote or proposal takes ``event_id`` for its key."""
        raise NotImplementedError

    def prepare(self, log: EventLog) -> None:
        """Everything that can be chosen, with the latest events to stand before."""
        told = told_of(log)
        latest = reversed(log.now.happened[-LATEST:])
        fill(self.before, [(each.event_id, event_words(each, told)) for each in latest], str(_l("(sist)")))
        self.choose(log.now)

    def typed_at(self, day: datetime) -> datetime | None:
        """The typed clock time on the meeting day, or past midnight after it; None when none is typed."""
        found = CLOCK.match(self.clock.data or "")
        if found is None:
            return None
        at = datetime.combine(day.astimezone(OSLO).date(), time(int(found[1]), int(found[2])), OSLO)
        return (at + A_DAY if day - at > HALF_A_DAY else at).astimezone(UTC)

    def device_at(self) -> datetime | None:
        """What the device's clock said when it was typed; None without a script, or when it says nothing sensible."""
        try:
            moment = datetime.fromisoformat(self.moment.data or "")
        except ValueError:
            return None
        return moment.astimezone(UTC) if moment.tzinfo else None

    def entry(self, log: EventLog, day: datetime, event_id: str, now: datetime) -> Entry:
        """The entry for the log, in its place and at its time."""
        before = str(self.before.data or "")
        at = placed_at(log, self.typed_at(day), self.device_at(), before, now)
        return Entry(event_id, log.next_sequence, at, self.event(log.now, event_id), before)


def is_running(now: Proceedings) -> bool:
    """Whether things can be done: the meeting is set, not closed, and not in a pause."""
    return now.state is MeetingState.RUNNING and not now.adjourned


def in_item(now: Proceedings) -> bool:
    """Whether an item is open in a meeting where things can be done."""
    return is_running(now) and bool(now.open_item)


def seated(now: Proceedings) -> Iterator[tuple[str, str]]:
    """Those who sit in a seat: «3 Cecilie Dale (H)»."""
    for each in now.occupancy.sitting:
        attendee = now.setting.roster.attendee(each.person_id)
        yield str(each.person_id), f"{each.seat} {attendee.name} ({attendee.party or '–'})"


def fill(field: Any, options: Options, first: str | None = None) -> None:
    """The answers of a select field; ``first`` stands on top and is no answer."""
    field.choices = [*([choice("", first)] if first is not None else []), *(choice(*each) for each in options)]
