"""What to say when something about a complaint is refused."""

from flask_babel import gettext

from app.core.errors import DomainError
from app.core.formatting import long_date, moment
from app.elections.complaints import refusals
from app.elections.domain.complaints import AlreadyForwarded, ComplaintDecided, LateNotAdmitted, ReasonsNeeded


def _(text: str, **facts: object) -> str:
    return str(gettext(text, **facts))


def describe_complaint(error: DomainError) -> str | None:
    """One or two sentences in the reader's language; None when the error is about something else."""
    match error:
        case ComplaintDecided():
            return _("Klagen er avgjort, og avgjørelsen står. Ingenting er lagret.")
        case AlreadyForwarded():
            return _("Klagen er sendt til klageinstansen. Det er den som avgjør nå.")
        case ReasonsNeeded():
            return _("Skriv begrunnelsen og saksnummeret for avgjørelsen.")
        case LateNotAdmitted():
            return _(
                "Klagen kom etter fristen. Den må avvises, eller så må du skrive hva som hindret klageren i å klage i tide."
            )
        case refusals.ComplaintInFuture(received_at):
            return _("Klagen kan ikke ha kommet %(moment)s: det har ikke vært ennå.", moment=moment(received_at))
        case refusals.AnsweredOnAnotherDay(day, received_on, today):
            return _(
                "%(day)s kan ikke stemme: dagen må være fra klagen kom, %(received)s, til i dag, %(today)s.",
                day=long_date(day),
                received=long_date(received_on),
                today=long_date(today),
            )
        case refusals.NothingComplainedOf():
            return _("Skriv hvem som klager, og hva klagen gjelder.")
    return None
