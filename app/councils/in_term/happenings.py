"""What can have happened, in plain words: what one chooses between when something changes in a council."""

from dataclasses import dataclass
from enum import StrEnum

from flask_babel import gettext as _


class Happening(StrEnum):
    """Each is one event of the law; the value stands in the address of its form."""

    RELEASED = "released"
    DIED = "died"
    LOST_ELIGIBILITY = "lost-eligibility"
    MOVED_OUT = "moved-out"
    MOVED_WITHIN = "moved-within"
    MOVED_BACK = "moved-back"
    LEAVE = "leave"
    BACK_FROM_LEAVE = "back-from-leave"
    SUSPENDED = "suspended"
    SUSPENSION_ENDS = "suspension-ends"
    SUBSTITUTE_LEAVES = "substitute-leaves"
    LEAVES_OFFICE = "leaves-office"
    CHANGES_PARTY = "changes-party"
    TOO_FEW_DEPUTIES = "too-few-deputies"
    VACANT_SEAT = "vacant-seat"
    VACANT_OFFICE = "vacant-office"


@dataclass(frozen=True, slots=True)
class Kind:
    """A happening with its name, and what it is for."""

    happening: Happening
    name: str
    meaning: str


def happening_name(happening: Happening) -> str:
    """«Er død»."""
    return {
        Happening.RELEASED: _("Får fritak for resten av perioden"),
        Happening.DIED: _("Er død"),
        Happening.LOST_ELIGIBILITY: _("Er ikke lenger valgbar"),
        Happening.MOVED_OUT: _("Har flyttet ut av kommunen"),
        Happening.MOVED_WITHIN: _("Har flyttet til en annen bydel"),
        Happening.MOVED_BACK: _("Har flyttet tilbake"),
        Happening.LEAVE: _("Får fritak for en tid"),
        Happening.BACK_FROM_LEAVE: _("Kommer tilbake fra fritak uten sluttdato"),
        Happening.SUSPENDED: _("Er suspendert"),
        Happening.SUSPENSION_ENDS: _("Er ikke lenger suspendert"),
        Happening.SUBSTITUTE_LEAVES: _("Et settemedlem går ut før fritaket er over"),
        Happening.LEAVES_OFFICE: _("Går av som leder eller nestleder"),
        Happening.CHANGES_PARTY: _("Skifter parti eller gruppe"),
        Happening.TOO_FEW_DEPUTIES: _("En liste har for få varamedlemmer"),
        Happening.VACANT_SEAT: _("En plass står tom"),
        Happening.VACANT_OFFICE: _("Vervet som leder eller nestleder står tomt"),
    }[happening]


def happening_meaning(happening: Happening) -> str:
    """What it is for, in a sentence."""
    return {
        Happening.RELEASED: _("Kommunestyret har innvilget en søknad om å slippe vervet."),
        Happening.DIED: _("Plassen er ledig fra dagen etter."),
        Happening.LOST_ELIGIBILITY: _("Har mistet stemmeretten, eller fått en stilling som er til hinder."),
        Happening.MOVED_OUT: _("Folkeregistrert som flyttet. Kan komme tilbake innen to år."),
        Happening.MOVED_WITHIN: _("Betyr noe bare der de som bor i bydelen, alene er valgbare."),
        Happening.MOVED_BACK: _("Den som har fått plassen imens, trer tilbake."),
        Happening.LEAVE: _("Medlemmet beholder plassen. Settemedlem der loven åpner for det."),
        Happening.BACK_FROM_LEAVE: _("Et fritak med sluttdato tar slutt av seg selv."),
        Happening.SUSPENDED: _("Kommunestyret har vedtatt det; medlemmet regnes som fraværende."),
        Happening.SUSPENSION_ENDS: _("Saken er rettskraftig avgjort; medlemmet møter igjen."),
        Happening.SUBSTITUTE_LEAVES: _("Et nytt settemedlem kan velges for resten av fritaket."),
        Happening.LEAVES_OFFICE: _("Fortsetter som medlem. Ny leder eller nestleder velges."),
        Happening.CHANGES_PARTY: _("Plassen er personlig, og listen den er valgt på, endres ikke."),
        Happening.TOO_FEW_DEPUTIES: _("Suppleringsvalg eller nytt valgoppgjør."),
        Happening.VACANT_SEAT: _("Et valg som har ventet, er nå holdt."),
        Happening.VACANT_OFFICE: _("Etter et valg, eller når valget har ventet."),
    }[happening]


GROUPS = (
    (Happening.DIED, Happening.RELEASED, Happening.LOST_ELIGIBILITY, Happening.MOVED_OUT, Happening.MOVED_WITHIN),
    (
        Happening.LEAVE,
        Happening.BACK_FROM_LEAVE,
        Happening.SUBSTITUTE_LEAVES,
        Happening.SUSPENDED,
        Happening.SUSPENSION_ENDS,
        Happening.MOVED_BACK,
    ),
    (Happening.LEAVES_OFFICE, Happening.VACANT_OFFICE, Happening.CHANGES_PARTY),
    (Happening.VACANT_SEAT, Happening.TOO_FEW_DEPUTIES),
)


def choices_in_groups() -> list[tuple[str, list[Kind]]]:
    """All that can be chosen, in four groups with headings."""
    headings = (_("Går ut for godt"), _("Borte, eller tilbake"), _("Verv og parti"), _("Noe som mangler"))
    return [
        (heading, [Kind(each, happening_name(each), happening_meaning(each)) for each in group])
        for heading, group in zip(headings, GROUPS, strict=True)
    ]
