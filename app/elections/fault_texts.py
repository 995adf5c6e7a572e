"""What to say about an input file that cannot be used: where, what stands there, what was expected. One text per problem."""

from flask_babel import gettext
from flask_babel import lazy_gettext as _

from app.elections.files.faults import InputFault, JsonPath, Line, Problem

TEXTS = {
    Problem.FILE_MISSING: _("filen «%(value)s» finnes ikke"),
    Problem.FILE_IS_FOLDER: _("«%(value)s» er en mappe; ventet en fil"),
    Problem.FILE_NOT_REGULAR: _("«%(value)s» er et rør eller en enhet; ventet en vanlig fil"),
    Problem.FILE_UNREADABLE: _("filen «%(value)s» kan ikke leses (%(reason)s)"),
    Problem.FILE_EMPTY: _("filen er tom"),
    Problem.FILE_TOO_LARGE: _("filen er større enn %(limit)s byte; så mye hører ikke hjemme i en slik fil"),
    Problem.FILE_CHANGED: _("filen ble endret mens den ble lest; prøv igjen når den er skrevet ferdig"),
    Problem.NOT_UTF8: _(
        "byte %(byte)s på plass %(place)s i «%(value)s» er ikke UTF-8; ventet UTF-8 (er filen lagret som Latin-1 eller "
        "Windows-1252?)"
    ),
    Problem.IS_UTF16: _("filen er lagret som UTF-16 (i noen programmer kalt «Unicode»); ventet UTF-8"),
    Problem.IS_SPREADSHEET: _(
        "filen er et regneark eller et ZIP-arkiv; ventet ren tekst i UTF-8 (lagre som CSV UTF-8)"
    ),
    Problem.CHARACTER_FORBIDDEN: _("tegn nummer %(place)s i «%(value)s» er %(character)s; ventet bare synlige tegn"),
    Problem.LINE_TOO_LONG: _("linjen er lengre enn %(limit)s byte («%(value)s»); mangler filen linjeskift?"),
    Problem.LINES_END_IN_CR: _("«%(value)s» har linjeskift med CR alene; ventet LF eller CR LF"),
    Problem.QUOTES_BROKEN: _(
        "anførselstegnene i «%(value)s» går ikke opp; ventet ett foran og ett bak hele feltet, på samme linje"
    ),
    Problem.DELIMITER_WRONG: _("feltene i «%(value)s» er skilt med %(delimiter)s; ventet komma eller semikolon"),
    Problem.COLUMN_MISSING: _("kolonnen «%(value)s» mangler; ventet overskriften %(expected)s"),
    Problem.COLUMN_UNKNOWN: _("kolonnen «%(value)s» er ukjent; ventet overskriften %(expected)s"),
    Problem.COLUMN_REPEATED: _("kolonnen «%(value)s» står mer enn én gang; ventet overskriften %(expected)s"),
    Problem.FIELDS_MISSING: _("«%(value)s» har for få felt (%(found)s); ventet %(expected)s"),
    Problem.FIELDS_TOO_MANY: _("«%(value)s» har for mange felt (%(found)s); ventet %(expected)s"),
    Problem.CONTEST_UNKNOWN: _("bydelen «%(value)s» finnes ikke i valget; ventet en av %(expected)s"),
    Problem.LIST_UNKNOWN: _("listen «%(value)s» finnes ikke i bydelen «%(contest)s»; ventet en av %(expected)s"),
    Problem.LIST_OF_OTHER_CONTEST: _(
        "listen «%(value)s» står i bydelen «%(other)s», ikke i «%(contest)s»; ventet en av %(expected)s"
    ),
    Problem.COUNT_UNKNOWN: _("tellingen «%(value)s» finnes ikke; ventet 1 (foreløpig) eller 2 (endelig)"),
    Problem.CATEGORY_UNKNOWN: _("kategorien «%(value)s» finnes ikke; ventet en av %(expected)s"),
    Problem.PLACE_MALFORMED: _(
        "stedet «%(value)s» er ingen kode; ventet 1–20 tegn av A–Å, a–å, 0–9, _ og -, eller et tomt felt"
    ),
    Problem.LINE_UNKNOWN: _("linjen «%(value)s» finnes ikke; ventet list:KODE eller en av %(expected)s"),
    Problem.LINE_NOT_IN_COUNT: _(
        "«%(value)s» hører ikke til i telling %(count)s; tvilsomme (doubtful) står bare i telling 1, forkastede "
        "(rejected-a … rejected-d) bare i telling 2"
    ),
    Problem.NUMBER_MALFORMED: _("«%(value)s» er ikke et antall; ventet et helt tall fra 0 til %(limit)s, bare sifre"),
    Problem.NUMBER_TOO_LARGE: _("tallet %(value)s er for stort; ventet et helt tall fra 0 til %(limit)s"),
    Problem.ROW_REPEATED: _("raden «%(value)s» står også på linje %(first)s; ventet hver rad én gang"),
    Problem.IDENTIFIER_MISSING: _("feltet «%(column)s» er tomt; ventet en betegnelse"),
    Problem.IDENTIFIER_TOO_LONG: _("«%(value)s» i feltet «%(column)s» er for langt; ventet høyst %(limit)s tegn"),
    Problem.IDENTIFIER_MALFORMED: _(
        "«%(value)s» i feltet «%(column)s» har komma eller semikolon; ventet en betegnelse uten"
    ),
    Problem.MARK_MALFORMED: _(
        "«%(value)s» i feltet «marks» er ingen plass på listen; ventet tall med mellomrom, som 1 4 7"
    ),
    Problem.MARK_UNKNOWN_POSITION: _("plass %(value)s finnes ikke på listen «%(list)s»; ventet 1 til %(size)s"),
    Problem.WRITE_IN_MALFORMED: _(
        "«%(value)s» i feltet «write_ins» er ingen slenger; ventet LISTE:plass, eller ? for et navn som ikke kan leses"
    ),
    Problem.WRITE_IN_UNKNOWN_LIST: _(
        "slengeren «%(value)s» er til listen «%(list)s», som ikke finnes i bydelen «%(contest)s»; ventet en av %(expected)s"
    ),
    Problem.BALLOT_REPEATED: _(
        "stemmeseddelen «%(value)s» står også på linje %(first)s; ventet hver stemmeseddel én gang"
    ),
    Problem.MORE_ROWS_THAN_BALLOTS: _(
        "listen «%(value)s» i bydelen «%(contest)s» har flere rader (%(rows)s) enn den har stemmesedler i den endelige "
        "opptellingen (%(ballots)s); ventet høyst én rad for hver stemmeseddel"
    ),
    Problem.JSON_BROKEN: _(
        "filen er ikke gyldig JSON ved tegn %(column)s: «%(value)s»; mangler det et komma, anførselstegn eller en parentes?"
    ),
    Problem.JSON_TOO_DEEP: _("filen har objekter inni hverandre i alt for mange lag; ventet noen få"),
    Problem.JSON_NUMBER: _("filen har et tall som ikke finnes eller er alt for stort («%(value)s»); ventet hele tall"),
    Problem.FORMAT_WRONG: _("filen har formatet «%(value)s»; ventet «%(expected)s»"),
    Problem.KEY_UNKNOWN: _("nøkkelen «%(value)s» er ukjent; ventet bare %(expected)s"),
    Problem.KEY_MISSING: _("nøkkelen «%(value)s» mangler"),
    Problem.KEY_REPEATED: _("nøkkelen «%(value)s» står mer enn én gang; ventet én"),
    Problem.TYPE_WRONG: _("verdien er «%(value)s»; ventet %(expected)s"),
    Problem.TEXT_EMPTY: _("teksten er tom; ventet minst ett tegn"),
    Problem.TEXT_TOO_LONG: _("teksten «%(value)s» er for lang; ventet høyst %(limit)s tegn"),
    Problem.VALUE_UNKNOWN: _("verdien er «%(value)s»; ventet en av %(expected)s"),
    Problem.NUMBER_OUT_OF_RANGE: _("tallet er %(value)s; ventet et helt tall fra %(low)s til %(high)s"),
    Problem.DATE_MALFORMED: _("«%(value)s» er ingen dato; ventet en dag som finnes, skrevet 2023-09-11"),
    Problem.DATE_OUT_OF_RANGE: _("dagen er %(value)s; ventet en dag fra %(first)s til %(last)s"),
    Problem.RULE_SET_OF_OTHER_DAY: _(
        "regelsettet er «%(value)s», men valgdagen er %(day)s; ventet «%(expected)s» (valgloven fra 2002 gjelder valg til og "
        "med 2023-09-11, valgloven fra 2023 valg etter det)"
    ),
    Problem.MUNICIPALITY_NUMBER_MALFORMED: _("kommunenummeret er «%(value)s»; ventet fire sifre"),
    Problem.CODE_MALFORMED: _("«%(value)s» er ingen kode; ventet 1–20 tegn av A–Å, a–å, 0–9, _ og -"),
    Problem.CODE_REPEATED: _("koden «%(value)s» er brukt i %(first)s også; ventet hver kode én gang"),
    Problem.CODE_RESERVED: _(
        "koden «%(value)s» er opptatt: adressen /valg/…/%(other)s er en side for hele valget; ventet en annen kode"
    ),
    Problem.DISTRICT_REPEATED: _("bydelen «%(value)s» har alt et valg i %(first)s; ventet ett valg for hver bydel"),
    Problem.ARRAY_EMPTY: _("rekken […] er tom; ventet minst én oppføring"),
    Problem.POSITION_GAP: _("plassen er %(value)s; ventet %(expected)s, for plassene går 1, 2, 3 … uten hull"),
    Problem.BONUS_GAP: _(
        "kandidat %(value)s har stemmetillegg, men ikke kandidat %(expected)s; ventet tillegg fra plass 1 uten hull"
    ),
    Problem.BONUS_TOO_MANY: _("%(value)s kandidater har stemmetillegg; ventet høyst %(most)s for så mange plasser"),
}

TYPES = {
    "object": _("et objekt {…}"),
    "array": _("en rekke […]"),
    "text": _("en tekst i anførselstegn"),
    "whole": _("et helt tall"),
    "flag": _("true eller false"),
}
TAB = _("tabulator")
NO_LISTS = _("listen «%(value)s» finnes ikke i bydelen «%(contest)s», som ikke har noen lister")


def describe(fault: InputFault) -> str:
    """One sentence: the file, the line or the path in it, the value, and what was expected."""
    facts = {"reason": "", **dict(fault.facts), "value": fault.value}
    if fault.problem is Problem.TYPE_WRONG:
        facts["expected"] = str(TYPES[str(facts["expected"])])
    if facts.get("delimiter") == "\t":
        facts["delimiter"] = str(TAB)
    has_lists = facts.get("expected") != ""
    text = str(TEXTS[fault.problem] if has_lists else NO_LISTS) % facts
    match fault.place:
        case Line(number):
            return gettext("%(file)s, linje %(line)s: %(text)s.", file=fault.file, line=number, text=text)
        case JsonPath(path) if path:
            return gettext("%(file)s, %(path)s: %(text)s.", file=fault.file, path=path, text=text)
        case _:
            return gettext("%(file)s: %(text)s.", file=fault.file, text=text)


def describe_all(fault: InputFault) -> list[str]:
    """A sentence for the fault and for each of the others that were found in the same file."""
    return [describe(each) for each in (fault, *fault.others)]
