"""What to say when ballot papers are refused."""

from flask_babel import gettext

from app.core.errors import DomainError
from app.elections.ballot_papers import refusals
from app.elections.domain.ballot_papers import ListsNotDecided
from app.elections.state_texts import election_state_text


def _(text: str, **facts: object) -> str:
    return str(gettext(text, **facts))


def describe_ballot_papers(error: DomainError) -> str | None:
    """One or two sentences in the reader's language; None when the error is about something else."""
    match error:
        case ListsNotDecided(state):
            return _(
                "Stemmesedlene kan lages når valgstyret har avgjort alle listene. Valget står nå som «%(state)s», og listene kan fortsatt bli endret.",
                state=election_state_text(state),
            )
        case refusals.UnknownPaper(contest, key):
            return _("Bydelen «%(contest)s» har ingen stemmeseddel «%(key)s».", contest=contest, key=key)
        case refusals.FolderNotEmpty(folder):
            return _(
                "Det ligger noe i mappen %(folder)s fra før. Velg en ny mappe, så ingen sedler blandes. Ingenting er skrevet.",
                folder=folder,
            )
        case refusals.PaperOverfull(heading, names, lines):
            return _(
                "Stemmeseddelen «%(heading)s» får ikke plass på ett ark med lesbar skrift (%(names)s navn, %(lines)s linjer til å skrive på). Den må settes på et større ark. Ingenting er skrevet.",
                heading=heading,
                names=names,
                lines=lines,
            )
    return None
