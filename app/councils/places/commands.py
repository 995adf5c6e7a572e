"""``flask --app wsgi places …``: municipality, districts on the map, polling districts and addresses.

Done: exit status 0. The file or the state forbids it: 1, said on standard error, and nothing is stored. Wrong usage: 2.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import click
from flask_babel import gettext as _

from app.audit.services import AT_THE_KEYBOARD
from app.core.clock import OSLO, now
from app.core.command_group import AnsweringGroup
from app.core.database import db, transaction
from app.core.errors import DomainError
from app.core.input_files.input_file import open_input
from app.core.progress_bar import progress
from app.core.standard_output import tell
from app.councils.places.address_file import AddressRegister
from app.councils.places.boundary_file import read_areas
from app.councils.places.import_texts import (
    lines_about_addresses,
    lines_about_boundaries,
    lines_about_polling_districts,
)
from app.councils.places.polling_district_file import read_polling_districts
from app.councils.places.queries import find_addresses, municipality_wanted
from app.councils.places.refusal_texts import describe
from app.councils.places.services.municipality import add_municipality
from app.councils.places.services.polling_districts import import_polling_districts as store_polling_districts

FORBIDDEN = 1
SHOWN = 20

places = AnsweringGroup("places", help="Steder: kommune, bydelsgrenser, stemmekretser og adresser.")

FILE = click.Path(path_type=Path)
DAY = click.DateTime(formats=["%Y-%m-%d"])
municipality_option = click.option("--municipality", "wanted", help="Kommunenummer; trengs når det er flere kommuner.")


@places.command("municipality")
@click.argument("municipality_number", metavar="NUMBER")
@click.argument("name")
def municipality(municipality_number: str, name: str) -> None:
    """Gjør en kommune kjent: firesifret nummer og navn."""
    if not (municipality_number.isascii() and municipality_number.isdigit() and len(municipality_number) == 4):
        raise click.BadParameter(_("ventet fire sifre"), param_hint="NUMBER")
    with told(), transaction() as session:
        _row, new = add_municipality(session, municipality_number, name.strip(), by=AT_THE_KEYBOARD, at=now())
    click.echo(_("Kommunen er lagt til.") if new else _("Kommunen finnes fra før; ingenting er endret."))


@places.command("import-boundaries")
@click.argument("file", type=FILE)
@click.option(
    "--property", "name_property", required=True, help="Egenskapen som har bydelens navn (eller kretsens nummer)."
)
@click.option("--by-polling-districts", is_flag=True, help="Områdene er stemmekretser; bydelen følger av kretsen.")
@click.option("--valid-from", type=DAY, help="Dagen grensene gjelder fra; ellers i dag.")
@click.option("--epsg", type=int, help="Koordinatsystem når filen ikke sier det, f.eks. 25832.")
@municipality_option
def import_boundaries(
    file: Path,
    name_property: str,
    valid_from: datetime | None,
    epsg: int | None,
    wanted: str | None,
    *,
    by_polling_districts: bool,
) -> None:
    """Ta inn bydelsgrenser fra GeoJSON: alt eller ingenting."""
    from app.councils.places.services.boundaries import import_boundaries as store  # noqa: PLC0415 - loads numpy

    with told():
        with progress(_("Leser kartet"), file) as advance, open_input(file, advance) as text:
            read = read_areas(text, name_property, epsg)
        with transaction() as session:
            taken_in = store(
                session,
                municipality_wanted(session, wanted),
                read,
                valid_from.date() if valid_from else now().astimezone(OSLO).date(),
                by_polling_districts=by_polling_districts,
                by=AT_THE_KEYBOARD,
                at=now(),
            )
    for line in lines_about_boundaries(taken_in):
        click.echo(line)


@places.command("import-polling-districts")
@click.argument("file", type=FILE)
@municipality_option
def import_polling_districts(file: Path, wanted: str | None) -> None:
    """Ta inn hvilke stemmekretser som hører til hvilken bydel (CSV: code,name,district,valid_from,valid_to)."""
    with told():
        with open_input(file) as text:
            read = read_polling_districts(text)
        with transaction() as session:
            taken_in = store_polling_districts(
                session, municipality_wanted(session, wanted), read, by=AT_THE_KEYBOARD, at=now()
            )
    for line in lines_about_polling_districts(taken_in):
        click.echo(line)


@places.command("import-addresses")
@click.argument("file", type=FILE)
@municipality_option
def import_addresses(file: Path, wanted: str | None) -> None:
    """Bytt ut adresseregisteret med et nyere (Matrikkelens CSV): alt eller ingenting."""
    from app.councils.places.services.addresses import replace_addresses  # noqa: PLC0415 - loads numpy

    with (
        told(),
        transaction() as session,  # ends last: a file that changes while it is read is found out when it is closed
        progress(_("Leser adresser"), file) as advance,
        open_input(file, advance) as text,
    ):
        row = municipality_wanted(session, wanted)
        register = AddressRegister(text, row.number)
        taken_in = replace_addresses(session, row, register, by=AT_THE_KEYBOARD, at=now())
    for line in lines_about_addresses(register, taken_in):
        click.echo(line)


@places.command("find")
@click.argument("address", nargs=-1, required=True)
def find(address: tuple[str, ...]) -> None:
    """Slå opp en adresse: hvilken bydel og stemmekrets den hører til."""
    with told():
        found = find_addresses(db.session(), " ".join(address), SHOWN)
    for each in found:
        polling_district = " ".join(filter(None, (each.polling_district_code, each.polling_district)))
        click.echo(" | ".join(filter(None, (each.text, each.district or _("ingen bydel"), polling_district))))
    if not found:
        tell(_("Ingen adresse begynner slik."))
        sys.exit(FORBIDDEN)


@contextmanager
def told() -> Iterator[None]:
    """Tell a refusal on standard error and end with status 1."""
    try:
        yield
    except DomainError as error:
        tell(describe(error))
        sys.exit(FORBIDDEN)
