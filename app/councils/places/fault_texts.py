"""What to say about a file about places that cannot be used: where, what stands there, what was expected."""

from flask_babel import gettext
from flask_babel import lazy_gettext as _

from app.councils.places.faults import JsonPath, Line, PlaceFault, Problem

TEXTS = {
    Problem.FILE_MISSING: _("filen «%(value)s» finnes ikke"),
    Problem.FILE_NOT_REGULAR: _("«%(value)s» er ingen vanlig fil"),
    Problem.FILE_UNREADABLE: _("filen «%(value)s» kan ikke leses (%(reason)s)"),
    Problem.FILE_EMPTY: _("filen er tom"),
    Problem.FILE_TOO_LARGE: _("filen er større enn %(limit)s byte; så mye hører ikke hjemme i en slik fil"),
    Problem.IS_ZIP: _("filen er et ZIP-arkiv eller et regneark; pakk den ut, eller lagre som CSV UTF-8"),
    Problem.IS_UTF16: _("filen er lagret som UTF-16 (i noen programmer kalt «Unicode»); ventet UTF-8"),
    Problem.NOT_UTF8: _(
        "byte %(byte)s på plass %(place)s i «%(value)s» er ikke UTF-8; ventet UTF-8 (er filen lagret som Latin-1 eller "
        "Windows-1252?)"
    ),
    Problem.LINE_TOO_LONG: _("linjen er lengre enn %(limit)s byte («%(value)s»); mangler filen linjeskift?"),
    Problem.QUOTES_BROKEN: _("anførselstegnene i «%(value)s» går ikke opp; ventet ett foran og ett bak hele feltet"),
    Problem.COLUMN_MISSING: _("kolonnen «%(value)s» mangler; ventet overskriften %(expected)s"),
    Problem.COLUMN_UNKNOWN: _("kolonnen «%(value)s» er ukjent; ventet overskriften %(expected)s"),
    Problem.COLUMN_REPEATED: _("kolonnen «%(value)s» står mer enn én gang; ventet overskriften %(expected)s"),
    Problem.FIELDS_WRONG: _("«%(value)s» har %(found)s felt; ventet %(expected)s, som i overskriften"),
    Problem.TEXT_EMPTY: _("feltet «%(column)s» er tomt; ventet en tekst"),
    Problem.TEXT_TOO_LONG: _("«%(value)s» i feltet «%(column)s» er for langt; ventet høyst %(limit)s tegn"),
    Problem.CHARACTER_FORBIDDEN: _(
        "«%(value)s» i feltet «%(column)s» har tegnet %(character)s; ventet bare synlige tegn"
    ),
    Problem.CODE_MALFORMED: _("«%(value)s» er ingen kode; ventet 1–20 tegn av A–Å, a–å, 0–9, _ og -"),
    Problem.DATE_MALFORMED: _("«%(value)s» er ingen dato; ventet en dag som finnes, skrevet 2023-09-11"),
    Problem.HOUSE_NUMBER_MALFORMED: _("«%(value)s» er ikke noe husnummer; ventet 1 til 9999, eller et tomt felt"),
    Problem.LETTER_MALFORMED: _("«%(value)s» er ingen husbokstav; ventet én bokstav, eller et tomt felt"),
    Problem.POSTCODE_MALFORMED: _("«%(value)s» er ikke noe postnummer; ventet fire sifre"),
    Problem.COORDINATE_MALFORMED: _("«%(value)s» er ingen koordinater; ventet to tall i feltene Nord og Øst"),
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
    Problem.JSON_BROKEN: _("filen er ikke gyldig JSON («%(value)s»); ventet GeoJSON"),
    Problem.NOT_A_COLLECTION: _("filen er «%(value)s»; ventet GeoJSON av typen FeatureCollection"),
    Problem.NO_FEATURES: _("filen har ingen områder; ventet minst ett"),
    Problem.NOT_A_FEATURE: _("«%(value)s» er ikke noe område; ventet et objekt av typen Feature"),
    Problem.PROPERTY_MISSING: _("egenskapen «%(value)s» mangler; området har: %(expected)s"),
    Problem.PROPERTY_MALFORMED: _("egenskapen er «%(value)s»; ventet et navn på 1 til 200 tegn, eller et nummer"),
    Problem.POLLING_DISTRICT_UNKNOWN: _(
        "stemmekrets «%(value)s» er ikke i bruk %(on)s; ventet en av %(expected)s (ta inn stemmekretsene først)"
    ),
    Problem.NOT_AN_AREA: _("geometrien er «%(value)s»; ventet Polygon eller MultiPolygon"),
    Problem.COORDINATES_MALFORMED: _("«%(value)s» er ingen koordinater; ventet lister av [øst, nord] med vanlige tall"),
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


def describe(fault: PlaceFault) -> str:
    """One sentence: the file, the line or the path in it, the value, and what was expected."""
    facts = {**dict(fault.facts), "value": fault.value}
    if fault.problem is Problem.VALIDITY_OVERLAPS:
        facts["where"] = gettext(" (linje %(line)s)", line=facts["first"]) if facts["first"] else gettext(" (lagret)")
    text = str(TEXTS[fault.problem]) % facts
    match fault.place:
        case Line(number):
            return gettext("%(file)s, linje %(line)s: %(text)s.", file=fault.file, line=number, text=text)
        case JsonPath(path):
            return gettext("%(file)s, %(path)s: %(text)s.", file=fault.file, path=path, text=text)
        case _:
            return gettext("%(file)s: %(text)s.", file=fault.file, text=text)


def describe_all(fault: PlaceFault) -> list[str]:
    """A sentence for the fault and for each of the others that were found in the same file."""
    return [describe(each) for each in (fault, *fault.others)]
