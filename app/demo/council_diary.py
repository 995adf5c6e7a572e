"""What happens in a council's term, written so that each line reads like a sentence.

People are named by their place when the council took office: "H 2" is the second member of H, "A vara 1" the first
deputy of A. Days are written as in 2021-12-15. Whatever is written goes through the same service as in real use, and
is refused when it cannot be true.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from typing import ClassVar, TypeVar

from sqlalchemy.orm import Session

from app.audit.services import AT_THE_KEYBOARD, Event, record
from app.councils.council_models import CouncilTerm
from app.councils.domain.history import History
from app.councils.domain.membership import (
    Cause,
    DeputySpell,
    EndCause,
    GroupAffiliation,
    LeaveSpell,
    Role,
    RoleSpell,
    SeatSpell,
    SuspensionSpell,
)
from app.councils.domain.recording import Entry, changed, new
from app.councils.domain.time_axes import Version, known_at
from app.councils.services.spells import record_spells
from app.councils.spell_rows import history_of

AFTER_THE_MEETING = time(19, tzinfo=UTC)
LEAVING = "kommuneloven (2018) § 7-9"
REPLACING = "kommuneloven (2018) § 7-10"
ON_LEAVE = "kommuneloven (2018) § 7-11"

SpellT = TypeVar("SpellT", SeatSpell, DeputySpell, RoleSpell)


@dataclass(frozen=True, slots=True)
class MembershipWrittenDown(Event):
    """Something in a council's term was written down."""

    object_kind: ClassVar[str] = "council"
    happened: str
    spells: int


@dataclass(frozen=True, slots=True)
class Diary:
    """A council in a term, and who its people are: place → person."""

    session: Session
    council_term: CouncilTerm
    people: Mapping[str, int]

    def on(self, day: str, reference: str = "") -> "Day":
        """The day on which something is decided or becomes known, and the case it is decided in."""
        return Day(self, datetime.combine(date.fromisoformat(day), AFTER_THE_MEETING), reference)


@dataclass(frozen=True, slots=True)
class Day:
    """What is written down on one day."""

    diary: Diary
    at: datetime
    reference: str

    def chair_is(self, member: str, from_on: str) -> None:
        """A new chair; the one before stays a member."""
        self._new_officer(Role.CHAIR, member, from_on)

    def deputy_chair_is(self, member: str, from_on: str) -> None:
        """A new deputy chair."""
        self._new_officer(Role.DEPUTY_CHAIR, member, from_on)

    def leave_is_granted(self, member: str, from_on: str, to_on: str, *, substitute: str = "") -> None:
        """Leave up to, but not with, ``to_on``; a deputy may be elected to sit meanwhile."""
        start, end = _day(from_on), _day(to_on)
        entries = [new(LeaveSpell(self._id(member), start, end, self.reference))]
        if substitute:
            seat = replace(
                self._seat(member).spell,
                person_id=self._id(substitute),
                from_on=start,
                to_on=end,
                cause=Cause.SUBSTITUTE,
                end_cause=EndCause.LEAVE_ENDED,
                decision_reference=self.reference,
                legal_basis=ON_LEAVE,
            )
            entries.append(new(seat))
        self._write("leave_is_granted", entries)

    def leaves(self, member: str, on: str, cause: EndCause) -> None:
        """The seat is empty from that day, and the office too if the member had one."""
        seat = self._seat(member)
        self._write("leaves", [_ended(seat, _day(on), cause), *self._office_ended(member, _day(on), cause)])

    def is_elected_instead(self, deputy: str, of: str, from_on: str) -> None:
        """*Nyvalg*: the city council elects a deputy of the group to the empty seat."""
        self._takes_seat(deputy, of, from_on, Cause.NEW_ELECTION)

    def moves_up(self, deputy: str, of: str, from_on: str) -> None:
        """*Opprykk*: the next deputy on the list takes the seat by law."""
        self._takes_seat(deputy, of, from_on, Cause.MOVED_UP)

    def returns(self, member: str, on: str, *, instead_of: str) -> None:
        """Back within two years: the member has the seat again, and the replacement is deputy as before."""
        day, replacement = _day(on), self._seat(instead_of)
        seat = replace(
            replacement.spell, person_id=self._id(member), from_on=day, cause=Cause.RETURNED, legal_basis=LEAVING
        )
        deputy = replace(self._deputy(instead_of).spell, from_on=day, to_on=None, end_cause=None)
        self._write("returns", [_ended(replacement, day, EndCause.STEPPED_BACK), new(seat), new(deputy)])

    def changes_group(self, member: str, group_name: str, on: str) -> None:
        """The member keeps the seat, and belongs to another group or none from that day."""
        day = _day(on)
        known = known_at(self._history().affiliations, self.at)
        before = [each for each in known if each.spell.person_id == self._id(member) and each.spell.to_on is None]
        ended = [changed(each, replace(each.spell, to_on=day)) for each in before]
        self._write("changes_group", [*ended, new(GroupAffiliation(self._id(member), group_name, day, None))])

    def is_suspended(self, member: str, from_on: str, to_on: str) -> None:
        """By the city council itself; ``to_on`` is the first day after it."""
        spell = SuspensionSpell(self._id(member), _day(from_on), _day(to_on), self.reference)
        self._write("is_suspended", [new(spell)])

    def release_was_later(self, member: str, on: str, *, replaced_by: str) -> None:
        """A correction: the member left, and the replacement began, on another day than was written down."""
        day = _day(on)
        seat, replacement, deputy = self._seat(member), self._seat(replaced_by), self._deputy(replaced_by)
        entries = [
            changed(seat, replace(seat.spell, to_on=day)),
            changed(replacement, replace(replacement.spell, from_on=day)),
            changed(deputy, replace(deputy.spell, to_on=day)),
        ]
        self._write("release_was_later", entries)

    def _takes_seat(self, deputy: str, of: str, from_on: str, cause: Cause) -> None:
        day, place = _day(from_on), self._deputy(deputy)
        seat = replace(
            self._seat(of).spell,
            person_id=self._id(deputy),
            from_on=day,
            to_on=None,
            end_cause=None,
            cause=cause,
            decision_reference=self.reference,
            legal_basis=REPLACING,
        )
        self._write(cause.value, [_ended(place, day, EndCause.MOVED_UP), new(seat)])

    def _new_officer(self, role: Role, member: str, from_on: str) -> None:
        day = _day(from_on)
        before = [each for each in known_at(self._history().roles, self.at) if each.spell.role is role]
        lasting = [_ended(each, day, EndCause.CHAIR_CHANGED) for each in before if each.spell.to_on is None]
        officer = RoleSpell(self._id(member), role, day, None, decision_reference=self.reference)
        self._write(f"{role.value}_is", [*lasting, new(officer)])

    def _office_ended(self, member: str, day: date, cause: EndCause) -> list[Entry]:
        held = [each for each in known_at(self._history().roles, self.at) if each.spell.person_id == self._id(member)]
        return [_ended(each, day, cause) for each in held if each.spell.to_on is None]

    def _seat(self, place: str) -> Version[SeatSpell]:
        return self._latest(self._history().seats, lambda each: each.spell.person_id == self._id(place))

    def _deputy(self, place: str) -> Version[DeputySpell]:
        return self._latest(self._history().deputies, lambda each: each.spell.person_id == self._id(place))

    def _latest(self, versions: Sequence[Version[SpellT]], of: Callable[[Version[SpellT]], bool]) -> Version[SpellT]:
        """What is known of the last spell of a person."""
        return max(filter(of, known_at(versions, self.at)), key=lambda each: each.spell.from_on)

    def _history(self) -> History:
        return history_of(self.diary.session, self.diary.council_term.id)

    def _id(self, place: str) -> int:
        return self.diary.people[place]

    def _write(self, happened: str, entries: Sequence[Entry]) -> None:
        session, council_term = self.diary.session, self.diary.council_term
        record_spells(session, council_term, entries, by=AT_THE_KEYBOARD, at=self.at)
        event = MembershipWrittenDown(council_term.council.slug, happened, len(entries))
        record(session, event, by=AT_THE_KEYBOARD, at=self.at)


def _ended(version: Version[SpellT], day: date, cause: EndCause) -> Entry:
    return changed(version, replace(version.spell, to_on=day, end_cause=cause))


def _day(text: str) -> date:
    return date.fromisoformat(text)
