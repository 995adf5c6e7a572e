"""What to say when something about places is refused: the facts, and what to do. One text per type."""

from flask_babel import gettext as _

from app.core.errors import DomainError
from app.core.formatting import joined, number
from app.core.input_files.faults import InputFault
from app.councils.places import refusals
from app.councils.places.fault_texts import describe_all


def describe(error: DomainError) -> str:
    """One or two sentences in the reader's language; a line for each fault of a file."""
    match error:
        case InputFault():
            return "\n".join(describe_all(error))
        case refusals.NoMunicipality():
            return _("Det finnes ingen kommune ennå. Legg den til: flask --app wsgi places municipality 4601 Bergen.")
        case refusals.UnknownMunicipality(wanted, known):
            return _("Kommune %(number)s finnes ikke her; det gjør %(known)s.", number=wanted, known=joined(known))
        case refusals.WhichMunicipality(known):
            return _("Det er flere kommuner: %(known)s. Si hvilken med --municipality.", known=joined(known))
        case refusals.NumberTaken(wanted, name, stored):
            return _(
                "«%(number)s %(name)s» kan ikke legges til, for kommune %(number)s heter «%(stored)s» her. Rett nummeret "
                "eller navnet.",
                number=wanted,
                name=name,
                stored=stored,
            )
        case refusals.NothingToPlaceBy(municipality):
            return _(
                "%(municipality)s har verken stemmekretser eller bydelsgrenser som gjelder i dag, så adressene kan ikke "
                "plasseres. Ta inn dem først (import-polling-districts, import-boundaries). Ingenting er lagret.",
                municipality=municipality,
            )
        case refusals.NoAddressPlaced(file, addresses, example):
            return _(
                "%(file)s: ingen av de %(number)s adressene (f.eks. %(example)s) ligger i noen bydel. Er det riktig fil, "
                "riktig kommune og riktig kart? Ingenting er lagret.",
                file=file,
                number=number(addresses),
                example=example,
            )
    raise TypeError(f"no text for {type(error).__name__}")
