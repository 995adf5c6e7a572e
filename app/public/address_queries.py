"""From an address to the citizen's own district: what people type, and the district that each address lies in.

Nobody's name stands with an address, and nothing of who has looked one up is kept.
"""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.councils.places.queries import FoundAddress, find_addresses

SHOWN = 20
LONGEST_TYPED = 200


@dataclass(frozen=True, slots=True)
class AddressAnswer:
    """An address, its district and its polling district; none where it lies in no district that is known here."""

    text: str
    district_id: int | None
    district: str | None
    polling_district: str | None


@dataclass(frozen=True, slots=True)
class AddressSearch:
    """What was typed and the addresses that begin so, by street and number. ``more``: there are others besides."""

    typed: str
    addresses: tuple[AddressAnswer, ...] = ()
    more: bool = False

    @property
    def only_district(self) -> int | None:
        """The district that all of them lie in: the answer, whichever of the addresses was meant."""
        districts = {address.district_id for address in self.addresses}
        return districts.pop() if len(districts) == 1 and not self.more else None


def address_search(session: Session, typed: str) -> AddressSearch:
    """At most twenty addresses that begin as the text does; what is longer than any address is cut off."""
    text = " ".join(typed.split())[:LONGEST_TYPED]
    found = find_addresses(session, text, SHOWN + 1) if text else ()
    return AddressSearch(text, tuple(_answer(each) for each in found[:SHOWN]), len(found) > SHOWN)


def _answer(found: FoundAddress) -> AddressAnswer:
    return AddressAnswer(found.text, found.district_id, found.district, found.polling_district)
