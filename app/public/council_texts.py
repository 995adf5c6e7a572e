"""What the public pages of councils say in words: who came and went, since when, and why."""

from datetime import date

from flask_babel import gettext as _
from flask_babel import ngettext

from app.core.formatting import joined, long_date
from app.councils.documents.register import order_of_call
from app.councils.documents.register_content import CouncilFacts, CouncilRegister, RegisteredMember, RegisteredSeat
from app.councils.domain.basis import CouncilBasis
from app.councils.domain.disclosure import PublicPerson
from app.councils.domain.membership import Cause
from app.councils.membership_words import cause_words, end_cause_words, kind_words, role_name
from app.public.address_queries import AddressPage
from app.public.council_changes import DayOfChange, Happening, What
from app.public.council_pages import CouncilHeading, CouncilPage, Office
from app.public.council_timeline import TimelineRow, TimelineSpell
from app.public.texts import seats_in_words

__all__ = ["cause_words", "end_cause_words", "joined", "kind_words", "order_of_call", "role_name", "seats_in_words"]


def chosen(facts: CouncilFacts) -> str:
    """How the council was chosen, in one sentence."""
    how, day = kind_words(facts.kind), long_date(facts.elected_on)
    if facts.kind.basis is CouncilBasis.DIRECTLY_ELECTED:
        return _("Utvalget er %(how)s %(day)s.", how=how, day=day)
    return _("Utvalget er %(how)s, i vedtak %(day)s.", how=how, day=day)


def no_council(page: CouncilPage) -> str:
    """Why nobody sits in the council on the day."""
    day, heading = long_date(page.day), page.heading
    if heading.abolished_on and page.day >= heading.abolished_on:
        return _("Utvalget ble lagt ned %(day)s og har ingen medlemmer etter det.", day=long_date(heading.abolished_on))
    if page.day < heading.established_on:
        return _(
            "Utvalget ble opprettet %(established)s og fantes ikke %(day)s.",
            established=long_date(heading.established_on),
            day=day,
        )
    return _("Ingen er valgt til utvalget %(day)s.", day=day)


def nobody_sits(heading: CouncilHeading, day: date) -> str:
    """Why nobody sits in the council on the day, in few words."""
    if heading.established_on > day:
        return _("Utvalget opprettes %(day)s.", day=long_date(heading.established_on))
    if heading.abolished_on and heading.abolished_on <= day:
        return _("Utvalget ble lagt ned %(day)s.", day=long_date(heading.abolished_on))
    return _("Ingen sitter i utvalget %(day)s.", day=long_date(day))


def found(page: AddressPage) -> str:
    """What a screen reader is told when the answer to an address comes while one types."""
    if page.district:
        return _("Du bor i %(district)s", district=page.district)
    count = len(page.search.addresses)
    if page.search.typed and not count:
        return _("Vi fant ikke adressen")
    return ngettext("%(num)s adresse begynner slik", "%(num)s adresser begynner slik", count) if count else ""


def nearest(page: CouncilPage, day: date) -> str:
    """The words of the link to the last day before, or the first day after, on which the council sat."""
    if day < page.day:
        return _("Se utvalget den siste dagen det satt før: %(day)s", day=long_date(day))
    return _("Se utvalget den første dagen det sitter: %(day)s", day=long_date(day))


def seat_remarks(seat: RegisteredSeat, called: PublicPerson | None = None) -> tuple[str, ...]:
    """What is to be told about who sits in a seat; ``called`` is the deputy whose turn it is, if any can come."""
    remarks = []
    if seat.present_group:
        remarks.append(_("nå i gruppen %(group)s", group=seat.present_group))
    if seat.on_leave:
        remarks.append(_("har fritak for en tid"))
    elif seat.absent:
        remarks.append(_("møter ikke for tiden"))
    if seat.absent and not seat.substitute:
        remarks.append(_("vara kalles inn: først %(name)s", name=called.name) if called else _("vara kalles inn"))
    return tuple(remarks)


def came_later(register: CouncilRegister, member: RegisteredMember) -> str:
    """How a member came to a seat in the term, «nyvalg»; "" of those who were there from the first day."""
    if member.cause is None or member.from_on == register.facts.from_on:
        return ""
    return cause_words(member.cause)


def happening(told: Happening) -> str:
    """What happened to one person, as a sentence."""
    name = told.person.name
    match told.what:
        case What.BEGINS:
            if told.cause:
                return _("%(name)s ble medlem (%(cause)s).", name=name, cause=cause_words(told.cause))
            return _("%(name)s ble medlem.", name=name)
        case What.SUBSTITUTES:
            return _("%(name)s ble settemedlem.", name=name)
        case What.LEAVES:
            return _left(told)
        case What.TAKES_ROLE if told.role:
            return _("%(name)s ble %(role)s.", name=name, role=role_name(told.role).lower())
        case What.LEAVES_ROLE if told.role:
            return _("%(name)s er ikke lenger %(role)s.", name=name, role=role_name(told.role).lower())
        case What.LEAVE_BEGINS:
            return _("%(name)s fikk fritak for en tid.", name=name)
        case What.IS_BACK:
            return _("%(name)s møter igjen.", name=name)
        case What.AWAY:
            return _("%(name)s møter ikke for tiden.", name=name)
        case _changes_group:
            return _("%(name)s gikk til gruppen %(group)s.", name=name, group=told.group)


def _left(told: Happening) -> str:
    name = told.person.name
    if told.cause is Cause.SUBSTITUTE:
        return _("%(name)s er ikke lenger settemedlem.", name=name)
    if told.end_cause:
        return _("%(name)s gikk ut (%(cause)s).", name=name, cause=end_cause_words(told.end_cause))
    return _("%(name)s gikk ut.", name=name)


def day_of_change(change: DayOfChange) -> tuple[str, ...]:
    """What happened on a day, sentence by sentence."""
    if change.first:
        return (_("Utvalget tok til."),)
    told = tuple(happening(each) for each in change.happenings)
    return (*told, _("Rekken av varamedlemmer ble endret.")) if change.deputies else told


def period(from_on: date, last_on: date | None) -> str:
    """«fra 1. januar 2020 til 31. desember 2023», «fra 1. januar 2020»."""
    if last_on is None:
        return _("fra %(first)s", first=long_date(from_on))
    return _("fra %(first)s til %(last)s", first=long_date(from_on), last=long_date(last_on))


def row_name(row: TimelineRow) -> str:
    """«Leder», «Plass 3»."""
    return role_name(row.role) if row.role else _("Plass %(number)s", number=row.seat)


def spell_causes(spell: TimelineSpell) -> str:
    """«valgt av kommunestyret; flyttet ut»: why it began, and why it ended."""
    begun = cause_words(spell.cause) if spell.cause else ""
    ended = end_cause_words(spell.end_cause) if spell.end_cause else ""
    return "; ".join(each for each in (begun, ended) if each)


def spell_lines(row: TimelineRow, spell: TimelineSpell) -> tuple[str, ...]:
    """A spell in the timeline, line by line: the seat or office, who, since when, why, and why no longer."""
    begun = cause_words(spell.cause) if spell.cause else ""
    ended = end_cause_words(spell.end_cause) if spell.end_cause else ""
    name = f"{spell.person.name}, {spell.shown.name}" if spell.shown.name else spell.person.name
    until = _("til %(last)s", last=long_date(spell.last_on)) if spell.last_on else ""
    lines = (row_name(row), name, period(spell.from_on, None), until, begun, ended)
    return tuple(line for line in lines if line)


def office(held: Office) -> str:
    """«Medlem», «Leder», «Settemedlem», «Varamedlem nr. 2»."""
    if held.role:
        return role_name(held.role)
    if held.rank:
        return _("Varamedlem nr. %(rank)s", rank=held.rank)
    return _("Settemedlem") if held.cause is Cause.SUBSTITUTE else _("Medlem")


def office_causes(held: Office) -> str:
    """Why an office began, and why it ended."""
    begun = "" if held.role or held.cause in (None, Cause.SUBSTITUTE) else cause_words(held.cause)
    ended = end_cause_words(held.end_cause) if held.end_cause else ""
    return "; ".join(each for each in (begun, ended) if each)
