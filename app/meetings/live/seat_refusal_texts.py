"""Refusals about who sits where, who leads, and who may speak, in words."""

from flask_babel import gettext

from app.core.errors import DomainError
from app.meetings.domain import leading, presence, record_frame, roster, taking_part
from app.meetings.live.told import Told
from app.meetings.meeting_words import capacity_name


def _(text: str, **facts: object) -> str:
    return str(gettext(text, **facts))


def told(error: DomainError, facts: Told) -> str | None:
    """The text, or None for a refusal of another kind."""
    return _of_seats(error, facts) or _of_leading(error, facts)


def _of_seats(error: DomainError, facts: Told) -> str | None:
    match error:
        case roster.NoSuchSeat(seat, seats):
            return _("Utvalget har %(seats)s plasser, og ingen plass %(seat)s.", seats=seats, seat=seat)
        case roster.MayNotSit(person_id, seat, group):
            return _(
                "%(name)s kan ikke sitte i plass %(seat)s (R-255): plassen hører til %(group)s, og bare medlemmet selv og "
                "vara fra samme liste kan ta den.",
                name=facts.person(person_id),
                seat=seat,
                group=group or "–",
            )
        case presence.SeatIsTaken(seat, _person, taken_by):
            return _(
                "%(name)s sitter i plass %(seat)s. Før at %(name)s går, først.", name=facts.person(taken_by), seat=seat
            )
        case presence.InTwoStates(person_id, seat, stepped_down):
            if stepped_down:
                return _(
                    "%(name)s har gått fra plass %(seat)s i denne saken, og kan ikke gjøre det samme en gang til.",
                    name=facts.person(person_id),
                    seat=seat,
                )
            return _(
                "%(name)s sitter alt i plass %(seat)s, og kan ikke være to steder.",
                name=facts.person(person_id),
                seat=seat,
            )
        case presence.NotInSeat(person_id):
            return _("%(name)s sitter ikke i noen plass nå.", name=facts.person(person_id))
        case record_frame.NoDecisionToStepDown(person_id, item):
            return _(
                "Utvalget har ikke erklært %(name)s inhabil i %(item)s, eller fritatt (R-295). Før voteringen om det først.",
                name=facts.person(person_id),
                item=facts.item(item),
            )
        case record_frame.NobodySteppedDown(seat):
            return _(
                "Ingen har gått fra plass %(seat)s i saken. Den som kommer for en fraværende, føres som «kom».",
                seat=seat,
            )
    return None


def _of_leading(error: DomainError, facts: Told) -> str | None:
    match error:
        case leading.LeaderNotInSeat(person_id):
            if person_id is None:
                return _(
                    "Møtet har ingen møteleder (R-281). Velg en møteleder, og før hvem som overtar, før det stemmes."
                )
            return _(
                "%(name)s leder møtet, men er ikke med på dette (R-281). Før hvem som overtar som møteleder, først.",
                name=facts.person(person_id),
            )
        case leading.CannotLead(person_id, may_lead):
            if may_lead:
                return _("Etter loven leder %(names)s møtet (R-281).", names=facts.people(may_lead))
            return _(
                "%(name)s kan ikke lede møtet uten å være valgt til det: både leder og nestleder er borte (R-281). Velg en "
                "møteleder først.",
                name=_("Ingen") if person_id is None else facts.person(person_id),
            )
        case taking_part.HasNoRight(capacity):
            return _(
                "«%(capacity)s» har ikke rett til dette i møtet, og utvalget kan ikke gi den (R-286). Det som ble opplyst, "
                "føres som merknad.",
                capacity=capacity_name(capacity),
            )
    return None
