"""What to say when a record is not issued."""

from flask_babel import gettext

from app.core.errors import DomainError
from app.elections.record import refusals


def _(text: str, **facts: object) -> str:
    return str(gettext(text, **facts))


def describe_issuing(error: DomainError) -> str | None:
    """One or two sentences in the reader's language; None when the error is about something else."""
    match error:
        case refusals.NewEditionNeedsReasons(document_id):
            return _("%(id)s er alt utstedt. Skriv hvorfor den erstattes; det står i den nye.", id=document_id)
        case refusals.NothingToCorrect(document_id):
            return _("%(id)s sier det samme som en ny ville gjort. Ingenting er utstedt.", id=document_id)
    return None
