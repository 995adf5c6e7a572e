"""From an address to the citizen's own district: what people type, and the district that each address lies in.

Nobody's name stands with an address, and nothing of who has looked one up is kept.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from app.councils.places.queries import FoundAddress, find_addresses, has_addresses
from app.public.council_pages import DistrictCouncil
from app.public.council_queries import council_addresses, council_of_district
from app.public.days import today

SHOWN = 20
LONGEST_TYPED = 200


@dataclass(frozen=True, slots=True)
class AddressAnswer:
    """An address, its district and its polling district; none where it lies in no district that is known here.

    ``is_named``: what was typed is this very house, not only the beginning of it.
    """

    text: str
    district_id: int | None
    district: str | None
    polling_district: str | None
    is_named: bool = False


@dataclass(frozen=True, slots=True)
class AddressSearch:
    """What was typed and the addresses that begin so, by street and number. ``more``: there are others besides."""

    typed: str
    addresses: tuple[AddressAnswer, ...] = ()
    more: bool = False

    @property
    def meant(self) -> tuple[AddressAnswer, ...]:
        """The very house that was typed; else all that begin so, when they are all here."""
        named = tuple(address for address in self.addresses if address.is_named)
        return named or (() if self.more else self.addresses)

    @property
    def only_district(self) -> int | None:
        """The district that all those meant lie in: the answer, whichever of them it was."""
        districts = {address.district_id for address in self.meant}
        return districts.pop() if len(districts) == 1 else None


@dataclass(frozen=True, slots=True)
class AddressPage:
    """The answer to what was typed, on a day.

    ``council`` is that of the only district that was found, None where that is not known or it has none; ``slugs`` are
    the addresses of the pages of councils, by district. ``chosen`` is the day where one was asked for.
    """

    search: AddressSearch
    day: date
    chosen: date | None
    district: str | None
    council: DistrictCouncil | None
    slugs: Mapping[int, str]
    has_register: bool


def address_page(session: Session, typed: str, chosen: date | None, at: datetime) -> AddressPage:
    """Where the address lies, and who sat there on the day chosen, or sit there today."""
    day = chosen or today(at)
    search = address_search(session, typed)
    only = search.only_district
    return AddressPage(
        search,
        day,
        chosen,
        search.meant[0].district if only else None,
        council_of_district(session, only, day, at) if only else None,
        council_addresses(session, day),
        bool(search.addresses) or has_addresses(session),
    )


def address_search(session: Session, typed: str) -> AddressSearch:
    """At most twenty addresses that begin as the text does; what is longer than any address is cut off."""
    text = " ".join(typed.split())[:LONGEST_TYPED]
    found = find_addresses(session, text, SHOWN + 1) if text else ()
    return AddressSearch(text, tuple(_answer(each) for each in found[:SHOWN]), len(found) > SHOWN)


def _answer(found: FoundAddress) -> AddressAnswer:
    return AddressAnswer(found.text, found.district_id, found.district, found.polling_district, found.is_named)
