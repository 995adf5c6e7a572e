"""What to say when an audit by sample is refused."""

from flask_babel import gettext

from app.core.errors import DomainError
from app.core.formatting import joined
from app.elections.audit_sampling import refusals
from app.elections.domain.audit_draw import SHORTEST_SEED, SeedTooShort
from app.elections.domain.risk_limit import RiskLimitImpossible


def _(text: str, **facts: object) -> str:
    return str(gettext(text, **facts))


def describe_audit(error: DomainError) -> str | None:
    """One or two sentences in the reader's language; None when the error is about something else."""
    match error:
        case SeedTooShort(digits):
            return _(
                "Startverdien har %(digits)s sifre og må ha minst %(fewest)s. Kast terninger i et åpent møte.",
                digits=digits,
                fewest=SHORTEST_SEED,
            )
        case RiskLimitImpossible(risk_limit):
            return _("En risikogrense på %(limit)s gir ingen mening; den ligger mellom 0 og 1.", limit=str(risk_limit))
        case refusals.NotThisDraw(draw, expected):
            return _(
                "Trekning %(draw)s i filen er ikke den startverdien gir; det er %(expected)s.",
                draw=draw,
                expected=expected,
            )
        case refusals.PaperNotRead(draw, found, lists):
            return _(
                "Trekning %(draw)s: «%(found)s» kan ikke leses. Skriv en av listene %(lists)s, eller blank, rejected eller "
                "missing, og slengere slik: «B:3 ?».",
                draw=draw,
                found=found,
                lists=joined(lists),
            )
        case refusals.NoPapers(contest):
            return _("Ingen stemmesedler er talt i %(contest)s, så det er ingenting å trekke.", contest=contest)
    return None
