"""What to say when something about a majority election is refused."""

from flask_babel import gettext

from app.core.errors import DomainError
from app.elections.domain import majority_entries
from app.elections.settling.majority import refusals


def _(text: str, **facts: object) -> str:
    return str(gettext(text, **facts))


def describe_majority(error: DomainError) -> str | None:
    """One or two sentences in the reader's language; None when the error is about something else."""
    match error:
        case refusals.NoMajorityElection(contest):
            return _("«%(contest)s» har to lister eller flere, og holder ikke flertallsvalg.", contest=contest)
        case refusals.BatchTaken(code):
            return _("Bydelen har en bunke «%(code)s» fra før. Gi bunken et annet navn.", code=code)
        case refusals.BatchAgreed(code):
            return _("Bunke «%(code)s» er ferdig: to personer har skrevet det samme.", code=code)
        case refusals.NoBallots(contest):
            return _("Ingen bunke i «%(contest)s» er skrevet likt av to personer ennå.", contest=contest)
        case refusals.NameNotWritten(name):
            return _("Ingen stemmeseddel har navnet «%(name)s».", name=name)
        case refusals.PersonMissing(name):
            return _("Skriv hvem «%(name)s» er, slik navnet står på de andre stemmesedlene.", name=name)
        case refusals.RulingReasonMissing():
            return _("Skriv hvorfor valgstyret ser navnet slik.")
    return _about_lines(error)


def _about_lines(error: DomainError) -> str | None:
    match error:
        case majority_entries.TwoBars(line):
            return _("Linje %(line)s har mer enn én strek «|». Streken står én gang, foran varamedlemmene.", line=line)
        case majority_entries.NameTooLong(line, name):
            return _("Linje %(line)s: «%(name)s» er for langt for et navn.", line=line, name=name[:40])
        case majority_entries.OtherNumberOfBallots(typed, ballots):
            return _(
                "Du har skrevet %(typed)s linjer, men bunken har %(ballots)s stemmesedler. Hver stemmeseddel er én linje.",
                typed=typed,
                ballots=ballots,
            )
    return None
