"""Each control code in plain words: what it is called, what was found, and what to do about it."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask_babel import gettext as _

from app.core.formatting import joined
from app.elections.counting.texts import line_text, place_of
from app.elections.domain.categories import Category
from app.elections.domain.control_codes import ControlCode
from app.elections.domain.count_controls import ControlWarning, Limits
from app.elections.domain.count_form import FormFault


@dataclass(frozen=True, slots=True)
class CodePage:
    """What stands on the page of a code."""

    code: ControlCode
    title: str
    meaning: str
    to_do: str


def code_title(code: ControlCode) -> str:
    """The control in a few words."""
    return {
        ControlCode.MISSING: _("Tallet mangler"),
        ControlCode.NOT_A_NUMBER: _("Ikke et helt tall"),
        ControlCode.NEGATIVE: _("Mindre enn null"),
        ControlCode.TOO_LARGE: _("For stort tall"),
        ControlCode.UNKNOWN_LINE: _("Linjen finnes ikke i skjemaet"),
        ControlCode.SUM_OF_LISTS: _("Summen til listene stemmer ikke"),
        ControlCode.SUM_OF_ALL: _("Summen av alle sedlene stemmer ikke"),
        ControlCode.TICKS: _("Sedler og kryss i manntallet er ikke like mange"),
        ControlCode.FIRST_AGAINST_SECOND: _("Stort avvik mellom opptellingene"),
        ControlCode.BLANK_OR_REJECTED: _("Mange blanke eller forkastede"),
        ControlCode.NONE_HERE: _("Ingen sedler her, mange ellers"),
        ControlCode.NEIGHBOURS_SWAPPED: _("To nabolister kan være byttet om"),
        ControlCode.DIGITS_SWAPPED: _("To sifre kan være byttet om"),
        ControlCode.SAME_FIGURES: _("Samme tall som en annen enhet"),
        ControlCode.SHARE_FAR_OFF: _("Andelen er langt fra resten av bydelen"),
        ControlCode.WRITE_INS: _("Slengere gitt og mottatt er ikke like mange"),
    }[code]


def code_page(code: ControlCode, limits: Limits) -> CodePage:
    """The whole explanation of a code, with the election's own limits."""
    return CodePage(code, code_title(code), _meaning(code, limits), _to_do(code))


def fault_text(fault: FormFault, lists: Mapping[str, str]) -> str:
    """What is wrong on one line."""
    line = f"{fault.code.value} {line_text(fault.line, lists)}"
    if fault.expected is not None:
        return _("%(line)s: tallene over blir %(sum)s.", line=line, sum=fault.expected)
    what = {
        ControlCode.MISSING: _("skriv tallet, eller 0"),
        ControlCode.NOT_A_NUMBER: _("skriv et helt tall, bare med sifre"),
        ControlCode.NEGATIVE: _("tallet kan ikke være mindre enn null"),
        ControlCode.TOO_LARGE: _("tallet er for stort"),
        ControlCode.UNKNOWN_LINE: _("linjen finnes ikke i skjemaet"),
    }[fault.code]
    return f"{line}: {what}."


def warning_text(warning: ControlWarning, lists: Mapping[str, str], places: Mapping[str, str]) -> str:
    """What a control found in one unit."""
    told = code_title(warning.code)
    if warning.lines:
        return f"{told}: {joined(line_text(line, lists) for line in warning.lines)}"
    if warning.other:
        category, place = warning.other
        return f"{told}: {place_of(Category(category), places.get(place, place))}"
    return told


def _meaning(code: ControlCode, limits: Limits) -> str:
    return {
        ControlCode.MISSING: _("En linje i skjemaet er tom. En linje uten sedler skal ha tallet 0, så ingen glemmes."),
        ControlCode.NOT_A_NUMBER: _(
            "Det står noe annet enn sifre, for eksempel komma, bokstaver eller et regnestykke."
        ),
        ControlCode.NEGATIVE: _("Et antall sedler kan ikke være mindre enn null."),
        ControlCode.TOO_LARGE: _("Tallet er større enn ti millioner. Som oftest er et siffer slått to ganger."),
        ControlCode.UNKNOWN_LINE: _("Det er sendt et tall for en liste eller linje som bydelens skjema ikke har."),
        ControlCode.SUM_OF_LISTS: _("Tallene til listene blir til sammen noe annet enn summen som er skrevet inn."),
        ControlCode.SUM_OF_ALL: _(
            "Sedlene til listene, de blanke og de tvilsomme eller forkastede blir til sammen noe annet enn summen."
        ),
        ControlCode.TICKS: _(
            "Hver godkjent stemmegivning gir et kryss, men en velger kan la være å legge seddelen i urnen. Derfor er en "
            "forskjell ikke en feil i seg selv."
        ),
        ControlCode.FIRST_AGAINST_SECOND: _(
            "En liste har minst %(ballots)s sedler og minst %(percent)s prosent flere eller færre i den endelige "
            "opptellingen enn i den foreløpige.",
            ballots=limits.difference_ballots,
            percent=limits.difference_percent,
        ),
        ControlCode.BLANK_OR_REJECTED: _(
            "Minst %(percent)s prosent av sedlene er blanke, eller er forkastet.",
            percent=limits.blank_or_rejected_percent,
        ),
        ControlCode.NONE_HERE: _(
            "En liste har ingen sedler her, men ville hatt minst %(ballots)s om den gjorde det som i resten av bydelen.",
            ballots=limits.many_ballots,
        ),
        ControlCode.NEIGHBOURS_SWAPPED: _(
            "To lister som står etter hverandre, har hverandres tall fra den foreløpige."
        ),
        ControlCode.DIGITS_SWAPPED: _(
            "Tallet er det samme som i den foreløpige opptellingen, bortsett fra at to sifre har byttet plass: 154 og 145."
        ),
        ControlCode.SAME_FIGURES: _(
            "Alle listene har samme tall som i en annen enhet. Papiret kan være ført to ganger."
        ),
        ControlCode.SHARE_FAR_OFF: _(
            "En liste har en andel her som er minst %(points)s prosentpoeng fra andelen i resten av bydelen.",
            points=limits.share_points,
        ),
        ControlCode.WRITE_INS: _(
            "Hver slenger flytter en stemme fra en liste til en annen, så summene skal være like."
        ),
    }[code]


def _to_do(code: ControlCode) -> str:
    if code in (ControlCode.SUM_OF_LISTS, ControlCode.SUM_OF_ALL):
        return _(
            "Se på papiret. Er det papiret som er lagt sammen feil, skriver du den rette summen og forteller om feilen i "
            "merknaden."
        )
    if code.blocks:
        return _("Se på papiret og skriv tallet på nytt. Resten av det du har skrevet, står.")
    return {
        ControlCode.TICKS: _(
            "Tell kryssene på nytt, og se etter sedler i feil urne. Forklar forskjellen som er igjen."
        ),
        ControlCode.FIRST_AGAINST_SECOND: _("Se etter en bunke som er lagt feil. Forklar hva som er annerledes."),
        ControlCode.BLANK_OR_REJECTED: _("Se gjennom bunken på nytt. Forklar hva som er funnet."),
        ControlCode.NONE_HERE: _("Se etter en bunke som ikke er telt. Forklar hvis det er riktig."),
        ControlCode.NEIGHBOURS_SWAPPED: _("Se på papiret og på bunkene. Forklar hvis begge tallene er riktige."),
        ControlCode.DIGITS_SWAPPED: _("Se på papiret. Forklar hvis begge tallene er riktige."),
        ControlCode.SAME_FIGURES: _(
            "Hold papirene fra begge enhetene ved siden av hverandre. Forklar hvis de er like."
        ),
        ControlCode.SHARE_FAR_OFF: _("Se etter tall på feil linje. Forklar hvorfor det er annerledes her."),
        ControlCode.WRITE_INS: _("Se etter endrede sedler som er registrert på feil liste."),
    }[code]
