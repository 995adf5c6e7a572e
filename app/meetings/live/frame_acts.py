"""Forms of the frame of a meeting and of the seats: roll call, leading, pauses, who comes and goes."""

from collections.abc import Iterator

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import SelectField, SelectMultipleField, StringField, TextAreaField
from wtforms.validators import Length
from wtforms.widgets import CheckboxInput, ListWidget

from app.core.forms import Filled
from app.meetings.domain.events import (
    Arrived,
    DeputyCalledIn,
    LeaderTookOver,
    Left,
    MeetingAdjourned,
    MeetingClosed,
    MeetingEvent,
    MeetingResumed,
    MeetingSet,
    RecordingPermitted,
    RollCalled,
    SteppedDown,
)
from app.meetings.domain.leading import leaders_by_law
from app.meetings.domain.presence import Sitting
from app.meetings.domain.proceedings import Proceedings
from app.meetings.domain.roster import Roster, RosterSeat
from app.meetings.domain.states import MeetingState
from app.meetings.domain.taking_part import Capacity, OtherAttendee
from app.meetings.live.act_form import ActForm, fill, in_item, is_running, seated

LONGEST = 2000
CHOOSE = Filled(_l("Velg hvem."))


class CheckboxesField(SelectMultipleField):
    """Several answers, each with a box of its own."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


class RollAct(ActForm):
    """Who is there when the meeting begins."""

    act, key, title = "opprop", "o", _l("Opprop")
    own = ("members", "deputies", "administration", "others")

    members = CheckboxesField(_l("Medlemmer som er her"))
    deputies = CheckboxesField(
        _l("Varamedlemmer som er her"),
        description=_l("De settes i de ledige plassene til listen sin, i rekkefølge."),
    )
    administration = TextAreaField(
        _l("Fra administrasjonen"), [Length(max=LONGEST)], description=_l("Én på hver linje: navn, tittel")
    )
    others = TextAreaField(_l("Andre"), [Length(max=LONGEST)], description=_l("Én på hver linje: navn, tittel"))

    @classmethod
    def fits(cls, now: Proceedings) -> bool:
        return not now.roll_called

    @classmethod
    def defaults(cls, now: Proceedings) -> dict[str, object]:
        return {"members": [str(each.seat) for each in now.setting.roster.seats if each.summoned]}

    def choose(self, now: Proceedings) -> None:
        roster = now.setting.roster
        fill(self.members, [(str(each.seat), _holder(each)) for each in roster.seats if each.summoned])
        deputies = [
            (str(each.attendee.person_id), f"{each.attendee.name} ({each.group or '–'} {each.rank})")
            for each in sorted(roster.deputies, key=lambda each: (each.group, each.rank))
        ]
        fill(self.deputies, deputies)

    def event(self, now: Proceedings, event_id: str) -> MeetingEvent:
        roster = now.setting.roster
        sitting = [Sitting(int(seat), _summoned(roster, int(seat))) for seat in self.members.data or ()]
        for person_id in self.deputies.data or ():
            sitting.append(Sitting(_place_for(roster, int(person_id), sitting), int(person_id)))
        others = (
            *_people(self.administration.data or "", Capacity.CHIEF_EXECUTIVE),
            *_people(self.others.data or "", Capacity.OTHER),
        )
        return RollCalled(tuple(sorted(sitting, key=lambda each: each.seat)), others)


class SetAct(ActForm):
    """The meeting is set."""

    act, key, title, send = "sett", "m", _l("Sett møtet"), _l("Sett møtet")
    own = ("leader",)

    leader = SelectField(_l("Møteleder"))

    @classmethod
    def fits(cls, now: Proceedings) -> bool:
        return now.roll_called and now.state is MeetingState.CALLED

    def choose(self, now: Proceedings) -> None:
        may_lead = leaders_by_law(now.setting.roster, now.occupancy)
        options = [(str(each), now.setting.roster.attendee(each).name) for each in may_lead]
        fill(self.leader, options, None if options else _("Leder og nestleder er borte: møteleder velges først"))

    def event(self, now: Proceedings, event_id: str) -> MeetingEvent:
        return MeetingSet(int(self.leader.data) if self.leader.data else None)


class LeaderAct(ActForm):
    """Somebody else leads from here on."""

    act, title = "leder", _l("Ny møteleder")
    own = ("person",)

    person = SelectField(_l("Hvem overtar?"), [CHOOSE])

    @classmethod
    def fits(cls, now: Proceedings) -> bool:
        return is_running(now) and any(each != now.leader for each in _may_lead(now))

    def choose(self, now: Proceedings) -> None:
        people = [each for each in _may_lead(now) if each != now.leader]
        fill(self.person, [(str(each), now.setting.roster.attendee(each).name) for each in people])

    def event(self, now: Proceedings, event_id: str) -> MeetingEvent:
        return LeaderTookOver(int(self.person.data))


class AdjournAct(ActForm):
    """A pause."""

    act, title = "pause", _l("Pause")
    own = ("reason",)

    reason = StringField(_l("Hvorfor?"), [Length(max=200)])

    @classmethod
    def fits(cls, now: Proceedings) -> bool:
        return is_running(now)

    def event(self, now: Proceedings, event_id: str) -> MeetingEvent:
        return MeetingAdjourned((self.reason.data or "").strip())


class ResumeAct(ActForm):
    """The pause is over."""

    act, key, title, simple = "fortsett", "m", _l("Møtet fortsetter"), True

    @classmethod
    def fits(cls, now: Proceedings) -> bool:
        return now.state is MeetingState.RUNNING and now.adjourned

    def event(self, now: Proceedings, event_id: str) -> MeetingEvent:
        return MeetingResumed()


class RecordingAct(ActForm):
    """The leader lets someone record or stream the meeting."""

    act, title = "opptak", _l("Tillat opptak")
    own = ("by",)

    by = StringField(_l("Hvem gjør opptak?"), [Filled(_l("Skriv hvem.")), Length(max=200)])

    @classmethod
    def fits(cls, now: Proceedings) -> bool:
        return is_running(now) and not now.doors_closed

    def event(self, now: Proceedings, event_id: str) -> MeetingEvent:
        return RecordingPermitted((self.by.data or "").strip())


class CloseAct(ActForm):
    """The meeting is closed."""

    act, key, title, send = "hev", "h", _l("Hev møtet"), _l("Hev møtet")
    warning = _l("Når møtet er hevet, er hendelsene låst.")

    @classmethod
    def fits(cls, now: Proceedings) -> bool:
        return is_running(now) and not now.open_item

    def event(self, now: Proceedings, event_id: str) -> MeetingEvent:
        return MeetingClosed()


class ArrivedAct(ActForm):
    """A member or deputy takes a seat."""

    act, key, title = "kom", "k", _l("Noen kommer")
    own = ("who",)

    who = SelectField(_l("Hvem tar hvilken plass?"), [CHOOSE])

    @classmethod
    def fits(cls, now: Proceedings) -> bool:
        return now.state is MeetingState.RUNNING and bool(list(_arrivals(now)))

    def choose(self, now: Proceedings) -> None:
        fill(self.who, _arrivals(now))

    def event(self, now: Proceedings, event_id: str) -> MeetingEvent:
        seat, person_id = str(self.who.data).split(":")
        return Arrived(int(seat), int(person_id))


class LeftAct(ActForm):
    """Somebody leaves the meeting."""

    act, key, title = "gikk", "g", _l("Noen går")
    own = ("person",)

    person = SelectField(_l("Hvem går?"), [CHOOSE])

    @classmethod
    def fits(cls, now: Proceedings) -> bool:
        return now.state is MeetingState.RUNNING and bool(now.occupancy.sitting)

    def choose(self, now: Proceedings) -> None:
        stepped = [
            (str(each.person_id), _("%(name)s (fratrådt)", name=now.setting.roster.attendee(each.person_id).name))
            for each in now.occupancy.stepped_down
        ]
        fill(self.person, [*seated(now), *stepped])

    def event(self, now: Proceedings, event_id: str) -> MeetingEvent:
        return Left(int(self.person.data))


class SteppedDownAct(ActForm):
    """One found disqualified, or excused, leaves the seat for the item."""

    act, key, title = "fratre", "b", _l("Fratrer i saken")
    own = ("person",)

    person = SelectField(_l("Hvem går fra bordet?"), [CHOOSE])

    @classmethod
    def fits(cls, now: Proceedings) -> bool:
        return in_item(now) and bool(_found(now))

    def choose(self, now: Proceedings) -> None:
        found = _found(now)
        fill(self.person, [(value, text) for value, text in seated(now) if int(value) in found])

    def event(self, now: Proceedings, event_id: str) -> MeetingEvent:
        return SteppedDown(int(self.person.data))


class DeputyAct(ActForm):
    """A deputy takes, for the item, the seat of one who has stepped down."""

    act, title = "vara-i-saken", _l("Vara tar plassen i saken")
    own = ("who",)

    who = SelectField(_l("Hvem tar hvilken plass?"), [CHOOSE])

    @classmethod
    def fits(cls, now: Proceedings) -> bool:
        return in_item(now) and bool(list(_replacements(now)))

    def choose(self, now: Proceedings) -> None:
        fill(self.who, _replacements(now))

    def event(self, now: Proceedings, event_id: str) -> MeetingEvent:
        seat, person_id = str(self.who.data).split(":")
        return DeputyCalledIn(int(seat), int(person_id))


def _holder(seat: RosterSeat) -> str:
    return f"{seat.seat} {seat.summoned.name} ({seat.summoned.party or '–'})" if seat.summoned else str(seat.seat)


def _summoned(roster: Roster, seat: int) -> int:
    summoned = roster.seat(seat).summoned
    return summoned.person_id if summoned else 0


def _place_for(roster: Roster, person_id: int, sitting: list[Sitting]) -> int:
    """The first empty seat the deputy may take; else the first that is taken, which the roll call then refuses."""
    taken = {each.seat for each in sitting}
    places = [
        seat.seat
        for seat in roster.seats
        if any(each.attendee.person_id == person_id for each in roster.deputies_for(seat.seat))
    ]
    return next((each for each in places if each not in taken), places[0] if places else 0)


def _people(typed: str, capacity: Capacity) -> Iterator[OtherAttendee]:
    for row in typed.splitlines():
        name, _comma, title = row.partition(",")
        if name.strip():
            yield OtherAttendee(name.strip(), capacity, title.strip())


def _may_lead(now: Proceedings) -> tuple[int, ...]:
    by_law = leaders_by_law(now.setting.roster, now.occupancy)
    return by_law or ((now.elected_leader,) if now.elected_leader is not None else ())


def _arrivals(now: Proceedings) -> Iterator[tuple[str, str]]:
    """Those who may take an empty seat: the member first, then the deputies in turn."""
    stepped = {each.seat for each in now.occupancy.stepped_down}
    for seat in now.setting.roster.seats:
        if now.occupancy.occupant(seat.seat) is None and seat.seat not in stepped:
            yield from _who_may(now, seat)


def _replacements(now: Proceedings) -> Iterator[tuple[str, str]]:
    """The deputies who may take, for the item, a seat that somebody has stepped down from."""
    for stepped in now.occupancy.stepped_down:
        if now.occupancy.occupant(stepped.seat) is None:
            yield from _who_may(now, now.setting.roster.seat(stepped.seat))


def _who_may(now: Proceedings, seat: RosterSeat) -> Iterator[tuple[str, str]]:
    away = [seat.summoned] if seat.summoned and _is_away(now, seat.summoned.person_id) else []
    for member in away:
        yield f"{seat.seat}:{member.person_id}", f"{seat.seat} {member.name} ({member.party or '–'})"
    whose = seat.summoned.name if seat.summoned else "–"
    for each in now.setting.roster.deputies_for(seat.seat):
        if _is_away(now, each.attendee.person_id):
            yield (
                f"{seat.seat}:{each.attendee.person_id}",
                _(
                    "%(seat)s %(name)s, vara %(rank)s %(group)s, for %(whom)s",
                    seat=seat.seat,
                    name=each.attendee.name,
                    rank=each.rank,
                    group=each.group,
                    whom=whose,
                ),
            )


def _is_away(now: Proceedings, person_id: int) -> bool:
    occupancy = now.occupancy
    return occupancy.seat_of(person_id) is None and occupancy.stepped_down_from(person_id) is None


def _found(now: Proceedings) -> set[int]:
    """Those who are found disqualified or excused in the open item, and still sit."""
    found = {each.person_id for each in now.raised_in(now.open_item) if each.found}
    return {each.person_id for each in now.occupancy.sitting if each.person_id in found}
