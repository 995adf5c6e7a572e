"""What to say about an input file that cannot be used: where, what stands there, what was expected. One text per problem."""

from collections.abc import Mapping

from flask_babel import gettext
from flask_babel import lazy_gettext as _

from app.core.input_files.faults import AnyProblem, FileProblem, InputFault, JsonPath, Line

FILE_TEXTS: Mapping[AnyProblem, str] = {
    FileProblem.FILE_MISSING: _("filen «%(value)s» finnes ikke"),
    FileProblem.FILE_IS_FOLDER: _("«%(value)s» er en mappe; ventet en fil"),
    FileProblem.FILE_NOT_REGULAR: _("«%(value)s» er et rør eller en enhet; ventet en vanlig fil"),
    FileProblem.FILE_UNREADABLE: _("filen «%(value)s» kan ikke leses (%(reason)s)"),
    FileProblem.FILE_EMPTY: _("filen er tom"),
    FileProblem.FILE_TOO_LARGE: _("filen er større enn %(limit)s byte; så mye hører ikke hjemme i en slik fil"),
    FileProblem.FILE_CHANGED: _("filen ble endret mens den ble lest; prøv igjen når den er skrevet ferdig"),
    FileProblem.NOT_UTF8: _(
        "byte %(byte)s på plass %(place)s i «%(value)s» er ikke UTF-8; ventet UTF-8 (er filen lagret som Latin-1 eller "
        "Windows-1252?)"
    ),
    FileProblem.IS_UTF16: _("filen er lagret som UTF-16 (i noen programmer kalt «Unicode»); ventet UTF-8"),
    FileProblem.IS_SPREADSHEET: _(
        "filen er et regneark eller et ZIP-arkiv; ventet ren tekst i UTF-8 (lagre som CSV UTF-8)"
    ),
    FileProblem.CHARACTER_FORBIDDEN: _(
        "tegn nummer %(place)s i «%(value)s» er %(character)s; ventet bare synlige tegn"
    ),
    FileProblem.LINE_TOO_LONG: _("linjen er lengre enn %(limit)s byte («%(value)s»); mangler filen linjeskift?"),
    FileProblem.LINES_END_IN_CR: _("«%(value)s» har linjeskift med CR alene; ventet LF eller CR LF"),
    FileProblem.QUOTES_BROKEN: _(
        "anførselstegnene i «%(value)s» går ikke opp; ventet ett foran og ett bak hele feltet, på samme linje"
    ),
    FileProblem.DELIMITER_WRONG: _("feltene i «%(value)s» er skilt med %(delimiter)s; ventet komma eller semikolon"),
    FileProblem.COLUMN_MISSING: _("kolonnen «%(value)s» mangler; ventet overskriften %(expected)s"),
    FileProblem.COLUMN_UNKNOWN: _("kolonnen «%(value)s» er ukjent; ventet overskriften %(expected)s"),
    FileProblem.COLUMN_REPEATED: _("kolonnen «%(value)s» står mer enn én gang; ventet overskriften %(expected)s"),
    FileProblem.FIELDS_MISSING: _("«%(value)s» har for få felt (%(found)s); ventet %(expected)s"),
    FileProblem.FIELDS_TOO_MANY: _("«%(value)s» har for mange felt (%(found)s); ventet %(expected)s"),
    FileProblem.JSON_BROKEN: _(
        "filen er ikke gyldig JSON ved tegn %(column)s: «%(value)s»; mangler det et komma, anførselstegn eller en parentes?"
    ),
    FileProblem.JSON_TOO_DEEP: _("filen har objekter inni hverandre i altfor mange lag; ventet noen få"),
    FileProblem.JSON_NUMBER: _(
        "filen har et tall som ikke finnes eller er altfor stort («%(value)s»); ventet vanlige tall"
    ),
    FileProblem.DATE_MALFORMED: _("«%(value)s» er ingen dato; ventet en dag som finnes, skrevet 2023-09-11"),
    FileProblem.CODE_MALFORMED: _("«%(value)s» er ingen kode; ventet 1–20 tegn av A–Å, a–å, 0–9, _ og -"),
}
TAB = _("tabulator")


def sentence(fault: InputFault, text: str, **words: str) -> str:
    """One sentence: the file, the line or the path in it, the value, and what was expected.

    ``text`` is the room's for this problem; ``words`` are facts that the room has put into words.
    """
    facts = {"reason": "", **dict(fault.facts), **words, "value": fault.value}
    if facts.get("delimiter") == "\t":
        facts["delimiter"] = str(TAB)
    told = str(text) % facts
    match fault.place:
        case Line(number):
            return gettext("%(file)s, linje %(line)s: %(text)s.", file=fault.file, line=number, text=told)
        case JsonPath(path) if path:
            return gettext("%(file)s, %(path)s: %(text)s.", file=fault.file, path=path, text=told)
        case _:
            return gettext("%(file)s: %(text)s.", file=fault.file, text=told)
