"""Who sat where, when: seats from the top, time from the left. Lengths are percent of the term.

For the eye only: lengths are cut to hundredths of a percent. The same facts stand in a table beside it.

Rules: R-262.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from app.core.charts import percent
from app.councils.domain.disclosure import PublicPerson
from app.councils.domain.history import Membership
from app.councils.domain.membership import Cause, EndCause, LeaveSpell, Role, RoleSpell, SeatSpell, SuspensionSpell
from app.councils.domain.terms import Term
from app.councils.domain.time_axes import on
from app.public.council_changes import end_cause_of
from app.public.shown_lists import ShownList

NO_LIST = "no-list"
"""The class of the charts' style sheet for a seat that no list has won."""
WITHOUT_LIST = ShownList("", "", NO_LIST, ())


@dataclass(frozen=True, slots=True)
class Span:
    """A part of the time, as a place and a length."""

    start: str
    length: str


@dataclass(frozen=True, slots=True)
class TimelineSpell:
    """A person's time in a seat or an office. ``to_on`` is the first day after, None while it lasts.

    ``away`` are the days of it on which the person did not meet; ``away_days`` the first and the last of them.
    """

    person: PublicPerson
    shown: ShownList
    from_on: date
    to_on: date | None
    cause: Cause | None
    end_cause: EndCause | None
    span: Span
    away: tuple[Span, ...]
    away_days: tuple[tuple[date, date | None], ...]

    @property
    def last_on(self) -> date | None:
        """The last day of it."""
        return _last(self.to_on)

    @property
    def is_substitute(self) -> bool:
        return self.cause is Cause.SUBSTITUTE


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """An office, or a seat: ``seat`` is None for an office. Spells stand in the order they began."""

    seat: int | None
    role: Role | None
    spells: tuple[TimelineSpell, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """The first day of a year, or of the term."""

    day: date
    start: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """The term as a drawing. ``marker`` is the day shown; ``rows`` are offices first, then seats."""

    rows: tuple[TimelineRow, ...]
    ticks: tuple[Tick, ...]
    marker: str


@dataclass(frozen=True, slots=True)
class KnownTerm:
    """All that is known of a council in a term, with the persons as anyone may see them and the lists as shown."""

    term: Term
    seats: int
    membership: Membership
    people: Mapping[int, PublicPerson]
    lists: Mapping[str, ShownList]


@dataclass(frozen=True, slots=True)
class _Scale:
    """The term as a line of days. What lasts is drawn up to ``until``."""

    term: Term
    until: date

    def span(self, from_on: date, to_on: date | None) -> Span:
        """Never past the term. What lasts and is to begin later is drawn to the end of it."""
        end = min(to_on or (self.until if from_on < self.until else self.term.to_on), self.term.to_on)
        return Span(self.place(from_on), percent(max((end - from_on).days, 0), self._days))

    def place(self, day: date) -> str:
        return percent((day - self.term.from_on).days, self._days)

    @property
    def _days(self) -> int:
        return (self.term.to_on - self.term.from_on).days


def timeline(known: KnownTerm, day: date, today: date) -> Timeline:
    """The offices and seats of a term. What lasts is drawn to today, or to the day shown when that is later."""
    scale = _Scale(known.term, min(known.term.to_on, max(day, today) + timedelta(days=1)))
    rows = (*_role_rows(known, scale), *_seat_rows(known, scale))
    return Timeline(rows, _ticks(scale), scale.place(day))


def _role_rows(known: KnownTerm, scale: _Scale) -> Iterator[TimelineRow]:
    for role in Role:
        spells = sorted((each for each in known.membership.roles if each.role is role), key=lambda each: each.from_on)
        yield TimelineRow(None, role, tuple(_role_spell(each, known, scale) for each in spells))


def _role_spell(spell: RoleSpell, known: KnownTerm, scale: _Scale) -> TimelineSpell:
    held = [each for each in on(known.membership.seats, spell.from_on) if each.person_id == spell.person_id]
    return TimelineSpell(
        person=known.people[spell.person_id],
        shown=known.lists.get(held[0].list_code, WITHOUT_LIST) if held else WITHOUT_LIST,
        from_on=spell.from_on,
        to_on=spell.to_on,
        cause=None,
        end_cause=None,
        span=scale.span(spell.from_on, spell.to_on),
        away=(),
        away_days=(),
    )


def _seat_rows(known: KnownTerm, scale: _Scale) -> Iterator[TimelineRow]:
    for number in range(1, known.seats + 1):
        spells = sorted((each for each in known.membership.seats if each.seat == number), key=lambda each: each.from_on)
        yield TimelineRow(number, None, tuple(_seat_spell(each, known, scale) for each in spells))


def _seat_spell(spell: SeatSpell, known: KnownTerm, scale: _Scale) -> TimelineSpell:
    person = known.people[spell.person_id]
    away = tuple(_away_during(spell, known.membership))
    return TimelineSpell(
        person=person,
        shown=known.lists.get(spell.list_code, WITHOUT_LIST),
        from_on=spell.from_on,
        to_on=spell.to_on,
        cause=spell.cause if person.has_own_page or spell.cause is Cause.SUBSTITUTE else None,
        end_cause=end_cause_of(spell, person),
        span=scale.span(spell.from_on, spell.to_on),
        away=tuple(scale.span(from_on, to_on) for from_on, to_on in away),
        away_days=tuple((from_on, _last(to_on)) for from_on, to_on in away),
    )


def _last(to_on: date | None) -> date | None:
    return to_on - timedelta(days=1) if to_on else None


def _away_during(spell: SeatSpell, membership: Membership) -> Iterator[tuple[date, date | None]]:
    """The days of the spell on which its holder did not meet."""
    absences: tuple[LeaveSpell | SuspensionSpell, ...] = (*membership.leaves, *membership.suspensions)
    for absence in absences:
        from_on = max(spell.from_on, absence.from_on)
        ends = [each for each in (spell.to_on, absence.to_on) if each]
        to_on = min(ends) if ends else None
        if absence.person_id == spell.person_id and (to_on is None or from_on < to_on):
            yield from_on, to_on


def _ticks(scale: _Scale) -> tuple[Tick, ...]:
    """The years of the term, left out where they would stand on top of each other."""
    term = scale.term
    years = [date(year, 1, 1) for year in range(term.from_on.year + 1, term.to_on.year + 1)]
    days = [term.from_on, *(day for day in years if (day - term.from_on).days > 120 and day < term.to_on)]
    return tuple(Tick(day, scale.place(day)) for day in days)
