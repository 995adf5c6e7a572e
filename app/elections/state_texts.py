"""States and blockers in words."""

from flask_babel import gettext as _

from app.elections.domain.states import ElectionState
from app.elections.progress import Blocker


def election_state_text(state: str) -> str:
    """How far an election has come, in the reader's language."""
    return {
        ElectionState.DRAFT: _("Utkast"),
        ElectionState.OPEN_FOR_LISTS: _("Åpent for lister"),
        ElectionState.LISTS_DECIDED: _("Listene er avgjort"),
        ElectionState.VOTING: _("Stemmegivning"),
        ElectionState.COUNTING: _("Opptelling"),
        ElectionState.SETTLED: _("Valgoppgjøret er gjort"),
        ElectionState.VALID: _("Godkjent"),
        ElectionState.INVALID: _("Kjent ugyldig"),
        ElectionState.ARCHIVED: _("Arkivert"),
    }[ElectionState(state)]


def blocker_text(blocker: Blocker) -> str:
    """What a contest lacks before it can be settled."""
    return {
        Blocker.MAJORITY_ELECTION: _("Flertallsvalg, ikke oppgjør mellom lister"),
        Blocker.NO_FIRST_COUNT: _("Foreløpig opptelling mangler"),
        Blocker.NO_SECOND_COUNT: _("Endelig opptelling mangler"),
        Blocker.NO_CHANGED_BALLOTS: _("Ingen endrede stemmesedler er tatt inn"),
        Blocker.NOT_SETTLED: _("Oppgjøret gjenstår"),
    }[blocker]
