"""The calendar in words: what each row is, the rule that gives its day, and why it was moved."""

from flask_babel import gettext as _

from app.core.formatting import joined, long_date
from app.elections.domain.calendar import Deadline, Standing
from app.elections.domain.calendar_rows import CalendarRow, Concern, Falls
from app.elections.domain.calendar_shifts import DayOff, WhyOff


def row_text(row: CalendarRow) -> str:
    """What happens on the day."""
    return {
        CalendarRow.COUNCIL_DECISION: _(
            "Kommunestyret vedtar direkte valg, antall plasser, bostedskrav og hvor bydelens stemmesedler finnes"
        ),
        CalendarRow.PARTY_REGISTRATION: _("Partier må være registrert for å regnes med ved valget"),
        CalendarRow.PREPARATORY_ROLL: _("Foreløpig manntall er hos kommunen"),
        CalendarRow.POLLING_DISTRICT_CHANGES: _("Endringer i stemmekretsene er meldt"),
        CalendarRow.LIST_DEADLINE: _("Listeforslag må være kommet inn til kommunen"),
        CalendarRow.EXTENDED_LIST_DEADLINE: _(
            "Siste utsatte frist for listeforslag, i bydeler der færre enn to er kommet inn"
        ),
        CalendarRow.CANDIDATE_REFUSAL: _("Kandidater må ha sagt fra om at de ikke vil stå på listen"),
        CalendarRow.LIST_WITHDRAWAL: _("Listeforslag kan trekkes tilbake"),
        CalendarRow.ELECTION_REPORT: _("Søndagsvalg, type manntall, antall plasser og telling er vedtatt og meldt"),
        CalendarRow.LISTS_DECIDED: _("Valgstyret har godkjent eller avvist listeforslagene"),
        CalendarRow.HEADINGS_PUBLISHED: _("Overskriftene på de godkjente listene er kunngjort"),
        CalendarRow.LIST_COMPLAINT: _("Frist for å klage på at en liste er godkjent eller avvist"),
        CalendarRow.ROLL_RECORD_DATE: _("Der du er folkeregistrert denne dagen, har du stemmerett"),
        CalendarRow.ROLL_INSPECTION: _("Manntallet er lagt ut til ettersyn"),
        CalendarRow.EARLY_VOTING_STARTS: _("Tidligstemming begynner, også i utlandet og på Svalbard"),
        CalendarRow.BALLOTS_READY: _("Stemmesedler er klare for alle godkjente lister"),
        CalendarRow.ADVANCE_VOTING_STARTS: _("Forhåndsstemming begynner"),
        CalendarRow.ADVANCE_VOTING_ABROAD_ENDS: _("Siste dag for å forhåndsstemme i utlandet"),
        CalendarRow.AMBULATORY_APPLICATION: _("Frist for å søke om å få stemme hjemme"),
        CalendarRow.ADVANCE_VOTING_ENDS: _("Siste dag for å forhåndsstemme"),
        CalendarRow.LAST_ROLL_UPDATE: _("Siste oppdatering av manntallet"),
        CalendarRow.SUNDAY_VOTING: _("Valglokaler kan være åpne på søndag"),
        CalendarRow.ADVANCE_COUNT_EARLIEST: _("Forhåndsstemmer kan tidligst telles"),
        CalendarRow.ELECTION_DAY: _("Valgdag. Den som står i kø når lokalet stenger, får stemme"),
        CalendarRow.ADVANCE_COUNT_LATEST: _("Tellingen av forhåndsstemmer må være begynt"),
        CalendarRow.RESULTS_RELEASED: _("Resultater kan vises"),
        CalendarRow.ADVANCE_VOTES_ARRIVED: _("Forhåndsstemmer må være kommet inn til valgstyret"),
        CalendarRow.RECORD_PUBLISHED: _("Valget er talt og gjort opp, valgprotokollen er offentliggjort"),
        CalendarRow.CONDUCT_COMPLAINT: _("Frist for å klage på forberedelsen og gjennomføringen av valget"),
        CalendarRow.SETTLEMENT_COMPLAINT: _("Frist for å klage på valgoppgjøret"),
        CalendarRow.CONSTITUTING_MEETING: _("Det nye kommunestyret har hatt konstituerende møte"),
        CalendarRow.VALIDITY_REVIEW: _("Frist for å få vedtaket om gyldighet prøvd"),
        CalendarRow.OUTGOING_COUNCIL_ENDS: _("Et oppnevnt utvalg som går av, sitter lengst til denne dagen"),
    }[row]


def rule_text(deadline: Deadline) -> str:
    """The rule that gives the day, when it is not a plain date; empty otherwise."""
    texts = {
        CalendarRow.LIST_WITHDRAWAL: _("inntil listen er godkjent"),
        CalendarRow.CANDIDATE_REFUSAL: _("valgstyret setter fristen"),
        CalendarRow.AMBULATORY_APPLICATION: _("valgstyret setter fristen"),
        CalendarRow.HEADINGS_PUBLISHED: _("så snart listene er godkjent"),
        CalendarRow.ROLL_INSPECTION: _("så snart som mulig"),
        CalendarRow.RECORD_PUBLISHED: _("så snart som mulig"),
        CalendarRow.LIST_COMPLAINT: _("7 dager etter at overskriftene er kunngjort"),
        CalendarRow.SETTLEMENT_COMPLAINT: _("regnes fra dagen protokollen er offentliggjort, eller valget godkjent"),
        CalendarRow.VALIDITY_REVIEW: _("7 dager etter vedtaket om gyldighet"),
    }
    return texts.get(deadline.row, "") if deadline.day is None else ""


def falls_text(falls: Falls) -> str:
    """What the day is to the row."""
    return {Falls.FROM: _("fra"), Falls.BY: _("senest"), Falls.ON: ""}[falls]


def law_text(deadline: Deadline) -> str:
    """The paragraphs, with acts and chapters as they are named in the reader's language."""
    names = {
        "valgloven (2002)": _("valgloven (2002)"),
        "valgloven (2023)": _("valgloven (2023)"),
        "valgforskriften (2024)": _("valgforskriften (2024)"),
        "kommuneloven (2018)": _("kommuneloven (2018)"),
        "partiloven (2005)": _("partiloven (2005)"),
        "forskrift om direkte valg til kommunedelsutvalg (2003)": _(
            "forskrift om direkte valg til kommunedelsutvalg (2003)"
        ),
        " ch. ": _(" kap. "),
    }
    text = deadline.law
    for name, translated in names.items():
        text = text.replace(name, translated)
    return text


def concern_text(concern: Concern) -> str:
    """Whom a row concerns."""
    return {
        Concern.VOTERS: _("velgere"),
        Concern.PARTIES: _("partier og grupper"),
        Concern.CANDIDATES: _("kandidater"),
        Concern.ADMINISTRATION: _("administrasjonen"),
        Concern.ELECTORAL_BOARD: _("valgstyret"),
        Concern.MUNICIPAL_COUNCIL: _("kommunestyret"),
    }[concern]


def concerns_text(deadline: Deadline) -> str:
    """All whom a row concerns."""
    return joined(map(concern_text, deadline.concerns))


def moved_text(deadline: Deadline) -> str:
    """Why the day is another than the rule names; empty when it is not."""
    if not deadline.past or deadline.nominal is None:
        return ""
    return _(
        "Flyttet fra %(day)s: %(why)s.",
        day=long_date(deadline.nominal),
        why=joined(_day_off(each) for each in deadline.past),
    )


def _day_off(off: DayOff) -> str:
    why = {WhyOff.SATURDAY: _("lørdag"), WhyOff.SUNDAY: _("søndag"), WhyOff.HOLIDAY: _("helligdag")}[off.why]
    return _("%(day)s er %(why)s", day=long_date(off.day), why=why)


def standing_text(standing: Standing) -> str:
    """How far a row has come."""
    return {
        Standing.DONE: _("gjort"),
        Standing.LATE: _("for sent"),
        Standing.DUE: _("snart"),
        Standing.UPCOMING: _("kommer"),
        Standing.PASSED: _("passert"),
        Standing.NO_DAY: _("uten dag"),
    }[standing]


def standing_colour(standing: Standing) -> str:
    """The colour of its tag; the words say the same."""
    return {Standing.DONE: "success", Standing.LATE: "danger", Standing.DUE: "warning"}.get(standing, "neutral")
