"""Complaints in words: what they are about, how far they have come, what became of them."""

from flask_babel import gettext as _

from app.core.formatting import long_date
from app.elections.domain.complaints import About, ComplaintOutcome, ComplaintPeriod, ComplaintState, DecidedAt


def about_text(about: About) -> str:
    """What is complained about."""
    return {
        About.LISTS: _("Godkjenning av lister"),
        About.ROLL: _("Manntallet"),
        About.CONDUCT: _("Forberedelse og gjennomføring av valget"),
        About.SETTLEMENT: _("Valgoppgjøret"),
        About.VALIDITY: _("Vedtaket om gyldighet"),
    }[about]


def complaint_state_text(state: ComplaintState) -> str:
    """How far a complaint has come."""
    return {
        ComplaintState.RECEIVED: _("mottatt"),
        ComplaintState.FORWARDED: _("sendt til klageinstansen"),
        ComplaintState.DECIDED: _("avgjort"),
    }[state]


def decided_at_text(body: DecidedAt) -> str:
    """Who decides."""
    return {
        DecidedAt.ELECTORAL_BOARD: _("valgstyret"),
        DecidedAt.MUNICIPAL_COUNCIL: _("kommunestyret"),
        DecidedAt.MINISTRY: _("departementet"),
        DecidedAt.NATIONAL_BOARD: _("Riksvalgstyret"),
    }[body]


def outcome_text(outcome: ComplaintOutcome) -> str:
    """What was decided."""
    return {
        ComplaintOutcome.UPHELD: _("klageren fikk medhold"),
        ComplaintOutcome.PARTLY_UPHELD: _("klageren fikk delvis medhold"),
        ComplaintOutcome.NOT_UPHELD: _("klagen ble ikke tatt til følge"),
        ComplaintOutcome.DISMISSED: _("klagen ble avvist"),
    }[outcome]


def period_text(period: ComplaintPeriod) -> str:
    """Until when one can complain, or what the period waits for."""
    if period.last_day is None:
        return _("%(days)s dager, ikke begynt", days=period.days)
    return _("til og med %(day)s", day=long_date(period.last_day))


def law_text(period: ComplaintPeriod) -> str:
    """The paragraph, unbroken."""
    return period.law.replace("§ ", "§\u00a0")
