"""What to say about an election's files that cannot be used, beside what there is to say about any. One text per problem."""

from collections.abc import Mapping

from flask_babel import lazy_gettext as _

from app.core.input_files.fault_texts import FILE_TEXTS, sentence
from app.core.input_files.faults import AnyProblem, InputFault
from app.elections.files.faults import Problem

TEXTS: Mapping[AnyProblem, str] = {
    **FILE_TEXTS,
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
    Problem.FORMAT_WRONG: _("filen har formatet «%(value)s»; ventet «%(expected)s»"),
    Problem.KEY_UNKNOWN: _("nøkkelen «%(value)s» er ukjent; ventet bare %(expected)s"),
    Problem.KEY_MISSING: _("nøkkelen «%(value)s» mangler"),
    Problem.KEY_REPEATED: _("nøkkelen «%(value)s» står mer enn én gang; ventet én"),
    Problem.TYPE_WRONG: _("verdien er «%(value)s»; ventet %(expected)s"),
    Problem.TEXT_EMPTY: _("teksten er tom; ventet minst ett tegn"),
    Problem.TEXT_TOO_LONG: _("teksten «%(value)s» er for lang; ventet høyst %(limit)s tegn"),
    Problem.VALUE_UNKNOWN: _("verdien er «%(value)s»; ventet en av %(expected)s"),
    Problem.NUMBER_OUT_OF_RANGE: _("tallet er %(value)s; ventet et helt tall fra %(low)s til %(high)s"),
    Problem.DATE_OUT_OF_RANGE: _("dagen er %(value)s; ventet en dag fra %(first)s til %(last)s"),
    Problem.RULE_SET_OF_OTHER_DAY: _(
        "regelsettet er «%(value)s», men valgdagen er %(day)s; ventet «%(expected)s» (valgloven fra 2002 gjelder valg til og "
        "med 2023-09-11, valgloven fra 2023 valg etter det)"
    ),
    Problem.MUNICIPALITY_NUMBER_MALFORMED: _("kommunenummeret er «%(value)s»; ventet fire sifre"),
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
NO_LISTS = _("listen «%(value)s» finnes ikke i bydelen «%(contest)s», som ikke har noen lister")


def describe(fault: InputFault) -> str:
    """One sentence: the file, the line or the path in it, the value, and what was expected."""
    words = {}
    if fault.problem is Problem.TYPE_WRONG:
        words["expected"] = str(TYPES[str(dict(fault.facts)["expected"])])
    has_lists = dict(fault.facts).get("expected") != ""
    return sentence(fault, TEXTS[fault.problem] if has_lists else NO_LISTS, **words)


def describe_all(fault: InputFault) -> list[str]:
    """A sentence for the fault and for each of the others that were found in the same file."""
    return [describe(each) for each in (fault, *fault.others)]
