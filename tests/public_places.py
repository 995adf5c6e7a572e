"""Fana, whose council has a history, and Arna to the east, which has none: on the map, and with addresses.

| address | lies in |
|---|---|
| Fanavegen 2, 2A, 2B; Storgata 4 | Fana |
| Arnavegen 1; Storgata 40 | Arna |
| Havet 1 | neither |
"""

from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.audit.services import AT_THE_KEYBOARD
from app.core.input_files.input_file import open_input
from app.councils.models import Municipality
from app.councils.places.address_file import AddressRegister
from app.councils.places.boundary_file import read_areas
from app.councils.places.services.addresses import replace_addresses
from app.councils.places.services.boundaries import import_boundaries
from tests.places.registers import a_map, an_address, square, write_map, write_register
from tests.public_councils import FanaWithAHistory, fana_with_a_history
from tests.stored_councils import AFTER_ELECTION, TERM_2020, a_council

IN_ARNA, IN_THE_SEA = 305_000, 330_000


def fana_on_the_map(session: Session, folder: Path, name: str = "Fana") -> FanaWithAHistory:
    """The council, with the map and the register of addresses that lead to it. ``name`` is the district's."""
    stored = fana_with_a_history(session, a_council(session, name))
    bergen = session.scalars(select(Municipality)).one()
    chart = write_map(folder / "bydeler.geojson", a_map([(name, [square(0, 0)]), ("Arna", [square(1, 0)])]))
    with open_input(chart) as file:
        import_boundaries(
            session, bergen, read_areas(file, "bydel"), TERM_2020[0], by=AT_THE_KEYBOARD, at=AFTER_ELECTION
        )
    rows = [an_address("Fanavegen", 2, letter) for letter in ("", "A", "B")]
    rows += [an_address("Storgata", 4), an_address("Storgata", 40, east=IN_ARNA)]
    rows += [an_address("Arnavegen", 1, east=IN_ARNA), an_address("Havet", 1, east=IN_THE_SEA)]
    with open_input(write_register(folder / "adresser.csv", rows)) as file:
        replace_addresses(session, bergen, AddressRegister(file, "4601"), by=AT_THE_KEYBOARD, at=AFTER_ELECTION)
    return stored
