"""Exchange the address register of a municipality for a newer one: each address with its district, all or nothing."""

from datetime import datetime
from itertools import islice
from typing import cast

from sqlalchemy import Table, delete
from sqlalchemy.orm import Session

from app.audit.services import Actor, record
from app.core.bulk import insert_many
from app.core.clock import OSLO
from app.councils.models import Municipality
from app.councils.place_models import Address
from app.councils.places.address_file import AddressRegister
from app.councils.places.events import AddressesReplaced
from app.councils.places.placed_addresses import AddressesTakenIn
from app.councils.places.placing import COLUMNS, Placing
from app.councils.places.queries import number_of_addresses
from app.councils.places.refusals import NoAddressPlaced
from app.councils.places.services.municipality import label, lock

AT_ONCE = 10_000


def replace_addresses(
    session: Session,
    municipality: Municipality,
    register: AddressRegister,
    *,
    by: Actor,
    at: datetime,
) -> AddressesTakenIn:
    """Store the register in place of the municipality's earlier one, placed by what is in force on the day of ``at``.

    The file is read while it is stored. An address belongs to the district of its polling district; where the register
    names none that is in use, to the district its point lies in. Refused: a file with faults; one of which no address
    can be placed at all, since then file and map do not fit.
    """
    lock(session, municipality)
    placing = Placing(session, municipality, at.astimezone(OSLO).date())
    before = number_of_addresses(session, municipality.id)
    session.execute(delete(Address).where(Address.municipality_id == municipality.id))
    addresses = iter(register)
    while some := list(islice(addresses, AT_ONCE)):
        insert_many(session, cast(Table, Address.__table__), COLUMNS, placing.rows(some))
    taken_in = placing.taken_in(before)
    if taken_in.without_district == taken_in.addresses:
        raise NoAddressPlaced(register.file, taken_in.addresses, placing.first)
    event = AddressesReplaced(
        label(municipality),
        register.file,
        register.sha256,
        taken_in.addresses,
        taken_in.by_polling_district,
        taken_in.by_map,
        taken_in.without_district,
        {"addresses": before},
    )
    record(session, event, by=by, at=at)
    return taken_in
