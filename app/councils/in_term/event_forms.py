"""From the form of a happening to the event of the law: which form, whom one can choose, and what was said."""

from dataclasses import dataclass
from datetime import date, timedelta

from flask_babel import gettext as _

from app.core.formatting import long_date
from app.core.forms import Form
from app.councils.council_models import CouncilTerm
from app.councils.domain.basis import CouncilBasis
from app.councils.domain.events import (
    ChangesParty,
    DeputiesRunShort,
    Event,
    GoesOnLeave,
    IsSuspended,
    LeavesBecause,
    LeavesForGood,
    LeavesOffice,
    MovesBack,
    MovesOut,
    OfficeIsVacant,
    SeatIsVacant,
    SubstituteLeaves,
    SuspensionEnds,
    WantsBack,
)
from app.councils.domain.history import Membership
from app.councils.domain.membership import Cause, DeputySpell, EndCause, LeaveSpell, Role, SeatSpell
from app.councils.domain.time_axes import covers, overlap
from app.councils.in_term.forms import (
    DeputiesForm,
    GroupForm,
    LeaveForm,
    PartyForm,
    PersonForm,
    ReturnForm,
    SubstituteForm,
    VacantOfficeForm,
    VacantSeatForm,
    fill,
)
from app.councils.in_term.happenings import Happening
from app.councils.in_term.queries import moved_out
from app.councils.membership_words import end_cause_words, role_name
from app.councils.succession_texts import Names, named

FORMS: dict[Happening, type[Form]] = {
    Happening.MOVED_BACK: ReturnForm,
    Happening.LEAVE: LeaveForm,
    Happening.CHANGES_PARTY: PartyForm,
    Happening.TOO_FEW_DEPUTIES: DeputiesForm,
    Happening.SUBSTITUTE_LEAVES: SubstituteForm,
    Happening.VACANT_SEAT: VacantSeatForm,
    Happening.VACANT_OFFICE: VacantOfficeForm,
}
"""The form of each happening; of all others a person and a day."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the answers of a form are taken from: the council in its term, and everyone's name."""

    council_term: CouncilTerm
    membership: Membership
    names: Names


def event_form(happening: Happening, known: Known) -> Form:
    """The form, with everybody and everything that can be chosen in it."""
    form = _empty_form(happening, known)
    match form:
        case SubstituteForm():
            fill(form.who, _substitutes(known), _("Velg hvem"))
            fill(form.because, [(each.value, end_cause_words(EndCause(each.value))) for each in LeavesBecause])
        case ReturnForm():
            fill(form.who, _returns(known), _("Velg hvem"))
        case VacantOfficeForm():
            fill(form.role, [(each.value, role_name(each)) for each in Role], _("Velg et verv"))
        case VacantSeatForm():
            numbers = [each.number for each in known.council_term.seats]
            fill(form.seat, [(str(each), _("Plass %(seat)s", seat=each)) for each in numbers], _("Velg en plass"))
            fill(form.group, _groups(known), _("Velg en liste"))
        case GroupForm():
            fill(form.group, _groups(known), _("Velg en liste"))
        case PersonForm() | LeaveForm():
            fill(form.person, _of_whom(happening, known), _("Velg en person"))
    return form


def _empty_form(happening: Happening, known: Known) -> Form:
    """A new settlement finds one deputy at a time, so nobody is asked how many."""
    if happening is Happening.TOO_FEW_DEPUTIES and known.council_term.basis is CouncilBasis.DIRECTLY_ELECTED:
        return GroupForm()
    return FORMS.get(happening, PersonForm)()


def event_from(form: Form, happening: Happening, known: Known) -> tuple[Event, date]:
    """What was said to have happened, and the first day on which it holds."""
    on = form["on"].data
    assert isinstance(on, date)
    return _event(form, happening, known, on), on


def _event(form: Form, happening: Happening, known: Known, on: date) -> Event:
    event: Event
    match form:
        case ReturnForm():
            event = _return_from(form, known)
        case VacantOfficeForm():
            event = OfficeIsVacant(Role(form.role.data))
        case VacantSeatForm():
            event = SeatIsVacant(int(form.seat.data), _code(form.group.data))
        case DeputiesForm():
            event = DeputiesRunShort(_code(form.group.data), form.places.data or 1)
        case GroupForm():
            event = DeputiesRunShort(_code(form.group.data))
        case SubstituteForm():
            event = _substitute_from(form, known, on)
        case PartyForm():
            event = ChangesParty(int(form.person.data), (form.group_name.data or "").strip())
        case LeaveForm():
            until = form.until.data + timedelta(days=1) if form.until.data else None
            event = GoesOnLeave(int(form.person.data), on, until, bool(form.expected_long.data))
        case _:
            event = _event_of_person(happening, int(form["person"].data), known, on)
    return event


def _event_of_person(happening: Happening, person_id: int, known: Known, on: date) -> Event:
    leaves = [each for each in known.membership.leaves if each.person_id == person_id and covers(each, on)]
    over_on = next((each.to_on for each in leaves if each.to_on), on)
    events: dict[Happening, Event] = {
        Happening.RELEASED: LeavesForGood(person_id, LeavesBecause.RELEASED),
        Happening.DIED: LeavesForGood(person_id, LeavesBecause.DIED),
        Happening.LOST_ELIGIBILITY: LeavesForGood(person_id, LeavesBecause.LOST_ELIGIBILITY),
        Happening.MOVED_OUT: MovesOut(person_id, within_municipality=False),
        Happening.MOVED_WITHIN: MovesOut(person_id, within_municipality=True),
        Happening.BACK_FROM_LEAVE: WantsBack(person_id, over_on),
        Happening.SUSPENDED: IsSuspended(person_id),
        Happening.SUSPENSION_ENDS: SuspensionEnds(person_id),
        Happening.LEAVES_OFFICE: LeavesOffice(person_id),
    }
    return events[happening]


def _return_from(form: ReturnForm, known: Known) -> Event:
    events: dict[str, Event] = dict(zip((value for value, _text in _returns(known)), _returned(known), strict=True))
    return events[form.who.data]


def _substitute_from(form: SubstituteForm, known: Known, on: date) -> Event:
    """Of several leaves in a row, it is the one that lasts on the day."""
    found = [each for each in _sitting_for_others(known) if _sent(each) == form.who.data]
    lasting = [(spell, leave) for spell, leave in found if covers(leave, on)]
    spell, leave = (lasting or found)[-1]
    return SubstituteLeaves(spell.person_id, spell.seat, leave.from_on, leave.to_on, LeavesBecause(form.because.data))


def _substitutes(known: Known) -> list[tuple[str, str]]:
    """Those who sit for one on leave, with the seat."""
    return [
        (
            _sent((spell, leave)),
            _(
                "%(name)s (for %(holder)s, plass %(seat)s)",
                name=named(known.names, spell.person_id),
                holder=named(known.names, leave.person_id),
                seat=spell.seat,
            ),
        )
        for spell, leave in _sitting_for_others(known)
    ]


def _sent(pair: tuple[SeatSpell, LeaveSpell]) -> str:
    return f"{pair[0].person_id}-{pair[0].seat}-{pair[0].from_on.isoformat()}"


def _sitting_for_others(known: Known) -> list[tuple[SeatSpell, LeaveSpell]]:
    """Each substitute who has not left early, with the leave of the one who holds the seat."""
    seats = known.membership.seats
    holders = [each for each in seats if each.cause is not Cause.SUBSTITUTE]
    return [
        (spell, leave)
        for spell in seats
        for leave in known.membership.leaves
        if spell.cause is Cause.SUBSTITUTE and spell.end_cause is None and overlap(leave, spell)
        if any(
            (each.seat, each.person_id) == (spell.seat, leave.person_id) and overlap(each, leave) for each in holders
        )
    ]


NO_GROUP = "-"
"""What is sent for the one row of a council without lists; an empty answer would be none."""


def _code(sent: str) -> str:
    return "" if sent == NO_GROUP else sent


def _groups(known: Known) -> list[tuple[str, str]]:
    groups = [(each.code, f"{each.code} – {each.name}") for each in known.council_term.groups]
    return groups or [(NO_GROUP, _("Hele utvalget"))]


def _people(known: Known) -> list[tuple[str, str]]:
    """Everyone who has or has had a place in the council in the term, by name."""
    latest: dict[int, SeatSpell | DeputySpell] = {}
    places: list[SeatSpell | DeputySpell] = [*known.membership.deputies, *known.membership.seats]
    for each in sorted(places, key=lambda spell: spell.from_on):
        latest[each.person_id] = each
    told = [(str(each), f"{named(known.names, each)} ({_place(spell)})") for each, spell in latest.items()]
    return sorted(told, key=lambda pair: pair[1].casefold())


def _place(spell: SeatSpell | DeputySpell) -> str:
    if isinstance(spell, SeatSpell):
        return _("plass %(seat)s, %(list)s", seat=spell.seat, list=spell.list_code or "–")
    return _("vara nr. %(rank)s, %(list)s", rank=spell.rank, list=spell.list_code or "–")


def _of_whom(happening: Happening, known: Known) -> list[tuple[str, str]]:
    """Whom it can have happened to."""
    match happening:
        case Happening.LEAVES_OFFICE:
            return _officers(known)
        case Happening.SUSPENSION_ENDS:
            suspended = {each.person_id for each in known.membership.suspensions if each.to_on is None}
            return [(value, text) for value, text in _people(known) if int(value) in suspended]
        case _:
            return _people(known)


def _officers(known: Known) -> list[tuple[str, str]]:
    """Those who lead now, each once."""
    lasting = [each for each in known.membership.roles if each.end_cause is None]
    return [
        (str(each.person_id), f"{named(known.names, each.person_id)} ({role_name(each.role).lower()})")
        for each in lasting
    ]


def _returned(known: Known) -> list[MovesBack]:
    return [
        MovesBack(person_id, seat, on, within)
        for within in (False, True)
        for person_id, seat, on in moved_out(known.membership, within_municipality=within)
        if not within or known.council_term.return_right_within_municipality
    ]


def _returns(known: Known) -> list[tuple[str, str]]:
    """Those who have moved out, with the place they had and since when."""
    return [
        (
            f"{each.person_id}-{each.seat or 0}-{each.moved_out_on.isoformat()}",
            _(
                "%(name)s (%(place)s, flyttet %(day)s)",
                name=named(known.names, each.person_id),
                place=_("plass %(seat)s", seat=each.seat) if each.seat else _("vara"),
                day=long_date(each.moved_out_on),
            ),
        )
        for each in _returned(known)
    ]
