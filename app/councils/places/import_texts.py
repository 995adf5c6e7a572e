"""What to say when files about places have been taken in: what there is now, and what is remarkable about it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flask_babel import gettext
from flask_babel import lazy_gettext as _

from app.core.formatting import number
from app.councils.places.address_file import AddressRegister
from app.councils.places.placed_addresses import AddressesTakenIn, Remark
from app.councils.places.services.polling_districts import PollingDistrictsTakenIn

if TYPE_CHECKING:
    from app.councils.places.services.boundaries import BoundariesTakenIn

REMARKS = {
    Remark.NO_POSITION: _("%(number)s har verken kjent stemmekrets eller koordinater (f.eks. %(examples)s)."),
    Remark.OUTSIDE_DISTRICTS: _("%(number)s ligger utenfor alle bydelsgrensene (f.eks. %(examples)s)."),
    Remark.NO_MAP: _("%(number)s har ingen kjent stemmekrets, og det finnes ikke noe kart (f.eks. %(examples)s)."),
    Remark.POLLING_DISTRICT_UNKNOWN: _(
        "%(number)s har en stemmekrets som ikke er i bruk her, og er plassert etter kartet (f.eks. %(examples)s)."
    ),
    Remark.MAP_SAYS_OTHERWISE: _(
        "%(number)s ligger i en annen bydel på kartet enn stemmekretsen deres hører til; kretsen gjelder (f.eks. "
        "%(examples)s)."
    ),
}


def lines_about_addresses(register: AddressRegister, taken_in: AddressesTakenIn) -> Iterator[str]:
    """How many addresses, how they were placed, and a line for each remark."""
    yield gettext(
        "Adresser tatt inn: %(addresses)s; før var det %(before)s.",
        addresses=number(taken_in.addresses),
        before=number(taken_in.before),
    )
    yield gettext(
        "Bydel etter stemmekrets: %(code)s. Etter kartet: %(map)s. Uten bydel: %(none)s.",
        code=number(taken_in.by_polling_district),
        map=number(taken_in.by_map),
        none=number(taken_in.without_district),
    )
    for remark, noted in taken_in.remarks.items():
        if noted.number:
            facts = {"number": number(noted.number), "examples": "; ".join(noted.examples)}
            yield str(REMARKS[remark]) % facts
    if register.of_others:
        yield gettext(
            "Rader som hører til andre kommuner, og er hoppet over: %(number)s.", number=number(register.of_others)
        )
    if register.repeated:
        yield gettext("Rader som gjentar en adresse, og er hoppet over: %(number)s.", number=number(register.repeated))
    if register.nameless:
        yield gettext("Rader uten adressenavn, hoppet over: %(number)s.", number=number(register.nameless))


def lines_about_boundaries(taken_in: "BoundariesTakenIn") -> Iterator[str]:
    """Which districts were given a border, and which of them are new."""
    if taken_in.districts:
        yield gettext("Nye grenser: %(districts)s.", districts=", ".join(taken_in.districts))
    if taken_in.new_districts:
        yield gettext(
            "Bydeler som ikke fantes fra før, og er opprettet: %(districts)s.",
            districts=", ".join(taken_in.new_districts),
        )
    if taken_in.known:
        yield gettext("Bydeler som har samme grense som før: %(number)s.", number=number(taken_in.known))
    if taken_in.addresses_are_older:
        yield _older()


def lines_about_polling_districts(taken_in: PollingDistrictsTakenIn) -> Iterator[str]:
    """How many rows were new, corrected, and known."""
    if not taken_in.added and not taken_in.corrected:
        yield gettext("Ingen nye rader: alle %(known)s er lagret fra før. Ingenting er endret.", known=taken_in.known)
        return
    yield gettext(
        "Nye stemmekretser: %(added)s. Rettet: %(corrected)s. Fra før: %(known)s.",
        added=taken_in.added,
        corrected=taken_in.corrected,
        known=taken_in.known,
    )
    if taken_in.addresses_are_older:
        yield _older()


def _older() -> str:
    return gettext("Adressene er plassert etter det som gjaldt før; ta dem inn på nytt med import-addresses.")
