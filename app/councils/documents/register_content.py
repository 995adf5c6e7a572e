"""The membership register on a day: who sits in each council, for whom, with which office, and who is called in turn.

What is here may be shown to anyone: of a person the name and whether the person has a page, and nothing else.

Law: kommuneloven (2018) §§ 7-9, 7-10, 11-3, 11-4; offentleglova (2006) §§ 3, 13.
Rules: R-253, R-254, R-255, R-261, R-262.
"""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from datetime import date

from app.councils.domain.absence import PassedOver, call_deputies
from app.councils.domain.basis import CouncilKind
from app.councils.domain.disclosure import PublicPerson
from app.councils.domain.history import Membership, SeatOnDay, composition
from app.councils.domain.membership import Cause, DeputySpell, Role, SeatSpell
from app.councils.domain.sitting_council import Member, RankedDeputy, SittingCouncil
from app.councils.domain.time_axes import on


@dataclass(frozen=True, slots=True)
class Group:
    """A list or group that has won places. ``code`` is "" for all in a council that has none."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class CouncilFacts:
    """The council and the term the day lies in. ``to_on`` is the first day after; ``contact`` the secretary's.

    ``groups`` are the lists or groups that won places, in their own order.
    """

    name: str
    slug: str
    district: str
    municipality: str
    contact: str
    term: str
    kind: CouncilKind
    elected_on: date
    from_on: date
    to_on: date
    seats: int
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class RegisteredMember:
    """One who sits in a seat, since when and why; of a protected person ``cause`` is None."""

    person: PublicPerson
    from_on: date
    cause: Cause | None


@dataclass(frozen=True, slots=True)
class RegisteredSeat:
    """One seat. ``group`` is the list that won it, also while nobody has it; ``holder`` is None then.

    ``present_group`` is the holder's group that day where it is another than the list, else "". ``on_leave``: the
    holder is exempt for a time; ``absent``: the holder does not meet, for that or another reason.
    """

    number: int
    group: Group
    holder: RegisteredMember | None
    role: Role | None
    present_group: str
    on_leave: bool
    absent: bool
    substitute: RegisteredMember | None


@dataclass(frozen=True, slots=True)
class RegisteredDeputy:
    """A deputy, number ``rank`` of the list. ``absent``: is passed over for now."""

    rank: int
    person: PublicPerson
    from_on: date
    absent: bool


@dataclass(frozen=True, slots=True)
class DeputyList:
    """The deputies of a list or group, in the order they are called."""

    group: Group
    deputies: tuple[RegisteredDeputy, ...]


@dataclass(frozen=True, slots=True)
class CouncilRegister:
    """One council on a day. ``decisions`` are the case numbers by which the seats were first filled."""

    facts: CouncilFacts
    day: date
    seats: tuple[RegisteredSeat, ...]
    deputies: tuple[DeputyList, ...]
    decisions: tuple[str, ...]

    @property
    def vacant(self) -> int:
        """Seats that nobody has."""
        return sum(seat.holder is None for seat in self.seats)

    @property
    def chair(self) -> PublicPerson | None:
        """Who leads the council."""
        return self._with_role(Role.CHAIR)

    @property
    def deputy_chair(self) -> PublicPerson | None:
        """Who leads it when the chair cannot."""
        return self._with_role(Role.DEPUTY_CHAIR)

    @property
    def called(self) -> Mapping[int, PublicPerson]:
        """By seat: who is next to be called for a member who does not meet and has no *settemedlem*.

        As if all of them were reported absent from one meeting, by seat. Nobody where the list has no one who can come.

        Law: kommuneloven (2018) § 7-10 (1).
        Rules: R-255.
        """
        shown = {each.person.person_id: each.person for found in self.deputies for each in found.deputies}
        council, absent = self._as_sitting()
        calls = call_deputies(council, absent, self._unavailable())
        return {each.absent.seat: shown[each.called.person_id] for each in calls if each.called}

    def _as_sitting(self) -> tuple[SittingCouncil, tuple[int, ...]]:
        """The council as the rules see it, and those for whom a deputy is called."""
        held = [(each, each.holder.person) for each in self.seats if each.holder]
        members = tuple(Member(who.person_id, who.name, seat.number, seat.group.code) for seat, who in held)
        deputies = tuple(
            RankedDeputy(each.person.person_id, each.person.name, found.group.code, each.rank)
            for found in self.deputies
            for each in found.deputies
        )
        council = SittingCouncil(self.facts.kind, self.facts.elected_on, self.facts.seats, members, deputies)
        return council, tuple(who.person_id for seat, who in held if seat.absent and not seat.substitute)

    def _unavailable(self) -> dict[int, PassedOver]:
        away = [each.person for found in self.deputies for each in found.deputies if each.absent]
        sits = [each.substitute.person for each in self.seats if each.substitute]
        return {each.person_id: PassedOver.ON_LEAVE for each in away} | {
            each.person_id: PassedOver.SITS_ALREADY for each in sits
        }

    def _with_role(self, role: Role) -> PublicPerson | None:
        return next((seat.holder.person for seat in self.seats if seat.holder and seat.role is role), None)


def council_register(
    facts: CouncilFacts, membership: Membership, people: Mapping[int, PublicPerson], day: date
) -> CouncilRegister:
    """The council on a day of the term. Lists stand in their own order; a list without a name is called by its code.

    Rules: R-253, R-254, R-255, R-261, R-262.
    """
    known = {group.code: group for group in facts.groups}
    away = {each.person_id for each in on(membership.leaves, day)}
    away |= {each.person_id for each in on(membership.suspensions, day)}
    on_day = composition(membership, facts.seats, day)
    return CouncilRegister(
        facts,
        day,
        tuple(_seat(seat, membership, day, known, people) for seat in on_day.seats),
        _deputy_lists(on_day.deputies, known, people, away),
        _decisions(membership.seats, facts.from_on),
    )


def _seat(
    seat: SeatOnDay,
    membership: Membership,
    day: date,
    known: Mapping[str, Group],
    people: Mapping[int, PublicPerson],
) -> RegisteredSeat:
    code = seat.holder.list_code if seat.holder else _last_list_of(membership.seats, seat.seat, day)
    group = _group(known, code)
    return RegisteredSeat(
        seat.seat,
        group,
        _member(seat.holder, people),
        seat.role,
        "" if seat.group_name in (group.name, group.code) else seat.group_name,
        on_leave=seat.leave is not None,
        absent=bool(seat.leave or seat.suspension),
        substitute=_member(seat.substitute, people),
    )


def _member(spell: SeatSpell | None, people: Mapping[int, PublicPerson]) -> RegisteredMember | None:
    if spell is None:
        return None
    person = people[spell.person_id]
    return RegisteredMember(person, spell.from_on, spell.cause if person.has_own_page else None)


def _deputy_lists(
    deputies: Iterable[DeputySpell],
    known: Mapping[str, Group],
    people: Mapping[int, PublicPerson],
    away: Set[int],
) -> tuple[DeputyList, ...]:
    by_list: dict[str, list[RegisteredDeputy]] = {code: [] for code in known}
    for each in deputies:
        shown = RegisteredDeputy(each.rank, people[each.person_id], each.from_on, each.person_id in away)
        by_list.setdefault(each.list_code, []).append(shown)
    return tuple(DeputyList(_group(known, code), tuple(found)) for code, found in by_list.items() if found)


def _group(known: Mapping[str, Group], code: str) -> Group:
    return known.get(code, Group(code, code))


def _last_list_of(spells: Iterable[SeatSpell], seat: int, day: date) -> str:
    """The list that the last holder of an empty seat was elected for, which is to fill it; "" when nobody had it."""
    held = [each for each in spells if each.seat == seat and each.cause is not Cause.SUBSTITUTE and each.from_on <= day]
    return max(held, key=lambda each: each.from_on).list_code if held else ""


def _decisions(spells: Iterable[SeatSpell], first: date) -> tuple[str, ...]:
    """The case numbers by which seats were filled on the first day, each once."""
    return tuple(
        dict.fromkeys(each.decision_reference for each in spells if each.from_on == first and each.decision_reference)
    )
