"""A majority election in words."""

from flask_babel import gettext as _
from flask_babel import ngettext

from app.elections.domain.majority_election import PlacedBy
from app.elections.domain.majority_entries import Ruling, TypedBatch, agreed, differing


def ruling_text(ruling: Ruling, person: str = "") -> str:
    """What the board says of a name."""
    return {
        Ruling.AS_WRITTEN: _("Gjelder slik det er skrevet"),
        Ruling.SAME_AS: _("Er %(person)s", person=person) if person else _("Er en annen skrivemåte for"),
        Ruling.UNCLEAR: _("Kan ikke si hvem det er"),
        Ruling.INELIGIBLE: _("Ikke valgbar"),
    }[ruling]


def placed_text(placed_by: PlacedBy) -> str:
    """How a place was decided."""
    return {
        PlacedBy.VOTES: _("flest stemmer"),
        PlacedBy.LOT: _("loddtrekning"),
        PlacedBy.ORDER_ONLY: _("likt, plass til alle"),
    }[placed_by]


def batch_text(entries: list[TypedBatch], reader: str) -> str:
    """How far a batch has come, for the one who reads it; which ballots differ, never what is on them."""
    if agreed(entries) is not None:
        return _("Ferdig: to har skrevet det samme")
    if differ := differing(entries):
        numbers = ", ".join(map(str, differ))
        return ngettext(
            "Ulikt på stemmeseddel nr. %(numbers)s: se på papiret og skriv bunken igjen",
            "Ulikt på stemmeseddel nr. %(numbers)s: se på papiret og skriv bunken igjen",
            len(differ),
            numbers=numbers,
        )
    typists = {each.typed_by for each in entries}
    if reader in typists:
        return _("Skrevet av deg; en annen må skrive den også")
    return _("Skrevet av én; du kan skrive den andre gangen") if typists else _("Ikke skrevet")
