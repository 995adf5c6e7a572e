"""What to say about a file about places that cannot be used, beside what there is to say about any."""

from collections.abc import Mapping

from flask_babel import gettext
from flask_babel import lazy_gettext as _

from app.core.input_files.fault_texts import FILE_TEXTS, sentence
from app.core.input_files.faults import AnyProblem, InputFault
from app.councils.places.faults import Problem

TEXTS: Mapping[AnyProblem, str] = {
    **FILE_TEXTS,
    Problem.TEXT_EMPTY: _("feltet «%(column)s» er tomt; ventet en tekst"),
    Problem.TEXT_TOO_LONG: _("«%(value)s» i feltet «%(column)s» er for langt; ventet høyst %(limit)s tegn"),
    Problem.HOUSE_NUMBER_MALFORMED: _("«%(value)s» er ikke noe husnummer; ventet 1 til 9999, eller et tomt felt"),
    Problem.LETTER_MALFORMED: _("«%(value)s» er ingen husbokstav; ventet én bokstav, eller et tomt felt"),
    Problem.POSTCODE_MALFORMED: _("«%(value)s» er ikke noe postnummer; ventet fire sifre"),
    Problem.COORDINATE_MALFORMED: _("«%(value)s» er ikke koordinater; ventet to tall i feltene Nord og Øst"),
    Problem.SYSTEM_UNKNOWN: _("koordinatsystemet «%(value)s» kan ikke leses; ventet en EPSG-kode som %(expected)s"),
    Problem.NO_ADDRESSES: _("filen har ingen adresser i kommunen %(value)s; ventet kommunens adresser"),
    Problem.DISTRICT_UNKNOWN: _("bydelen «%(value)s» finnes ikke; ventet en av %(expected)s"),
    Problem.ENDS_BEFORE_IT_BEGINS: _(
        "valid_to er %(value)s, men raden gjelder fra %(begins)s; ventet en senere dag, eller et tomt felt"
    ),
    Problem.VALIDITY_OVERLAPS: _(
        "stemmekrets %(value)s ville gjelde to ganger samme dag: den andre raden gjelder fra %(begins)s%(where)s. Avslutt "
        "den ene (valid_to) dagen den andre begynner"
    ),
    Problem.NOT_A_COLLECTION: _("filen er «%(value)s»; ventet GeoJSON av typen FeatureCollection"),
    Problem.NO_FEATURES: _("filen har ingen områder; ventet minst ett"),
    Problem.NOT_A_FEATURE: _("«%(value)s» er ikke noe område; ventet et objekt av typen Feature"),
    Problem.PROPERTY_MISSING: _("egenskapen «%(value)s» mangler; området har: %(expected)s"),
    Problem.PROPERTY_MALFORMED: _("egenskapen er «%(value)s»; ventet et navn på 1 til 200 tegn, eller et nummer"),
    Problem.POLLING_DISTRICT_UNKNOWN: _(
        "stemmekrets «%(value)s» er ikke i bruk %(on)s; ventet en av %(expected)s (ta inn stemmekretsene først)"
    ),
    Problem.NOT_AN_AREA: _("geometrien er «%(value)s»; ventet Polygon eller MultiPolygon"),
    Problem.COORDINATES_MALFORMED: _("«%(value)s» er ikke koordinater; ventet lister av [øst, nord] med vanlige tall"),
    Problem.RING_TOO_SHORT: _("grensen har %(value)s punkter; ventet minst fire, der det siste er likt det første"),
    Problem.RING_OPEN: _(
        "grensen slutter i %(value)s, men begynner i %(expected)s; ventet at den ender der den begynner"
    ),
    Problem.SYSTEM_UNNAMED: _(
        "filen sier ikke hvilket koordinatsystem %(value)s er i; gi det med --epsg, f.eks. 25832 (UTM 32) eller 25833 (UTM 33)"
    ),
    Problem.OUTSIDE_NORWAY: _(
        "punktet %(value)s ligger ikke i Norge når koordinatsystemet er EPSG:%(epsg)s; er det et annet?"
    ),
    Problem.NUMBERS_SWAPPED: _(
        "punktet %(value)s har tallene i feil rekkefølge; ventet øst (lengde) først, så nord (bredde)"
    ),
    Problem.BORDER_CROSSES_ITSELF: _(
        "grensen krysser eller berører seg selv i punktet %(value)s; rett den i kartprogrammet"
    ),
    Problem.HOLE_OUTSIDE: _("et hull ligger utenfor området det er hull i, ved punktet %(value)s"),
    Problem.PARTS_OVERLAP: _("to deler av området ligger oppå hverandre ved punktet %(value)s"),
    Problem.SHAPE_INVALID: _("området har ingen gyldig form (%(reason)s) ved punktet %(value)s"),
    Problem.DISTRICTS_OVERLAP: _(
        "«%(value)s» og «%(other)s» ligger oppå hverandre, blant annet i punktet %(point)s; ventet bydeler uten felles areal"
    ),
}


def describe(fault: InputFault) -> str:
    """One sentence: the file, the line or the path in it, the value, and what was expected."""
    words = {}
    if fault.problem is Problem.VALIDITY_OVERLAPS:
        line = dict(fault.facts)["first"]
        words["where"] = gettext(" (linje %(line)s)", line=line) if line else gettext(" (lagret)")
    return sentence(fault, TEXTS[fault.problem], **words)


def describe_all(fault: InputFault) -> list[str]:
    """A sentence for the fault and for each of the others that were found in the same file."""
    return [describe(each) for each in (fault, *fault.others)]
