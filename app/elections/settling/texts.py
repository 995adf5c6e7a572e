"""The settlement room in words, on its pages and in its refusals alike."""

from flask_babel import gettext as _
from flask_babel import ngettext

from app.core.formatting import joined, number
from app.elections.domain.blockers import Blocker, BlockerKind
from app.elections.domain.candidates import Outcome
from app.elections.domain.eligibility_findings import FindingCause
from app.elections.domain.states import SettlementState
from app.elections.files.file_names import BALLOTS
from app.elections.settling.blockers import FIRST_COUNT, SECOND_COUNT


def settlement_state_text(state: SettlementState) -> str:
    """What the board has made of a settlement."""
    return {
        SettlementState.PROPOSED: _("Foreslått"),
        SettlementState.DECIDED: _("Vedtatt"),
        SettlementState.ANNULLED: _("Opphevet"),
    }[state]


def blocker_text(blocker: Blocker) -> str:
    """What is in the way, with how many and which."""
    if blocker.kind is BlockerKind.FILES_MISSING:
        return _("mangler %(what)s", what=joined(_missing(name) for name in blocker.names))
    text = _number_of(blocker)
    return f"{text} ({joined(blocker.names)})" if blocker.names else text


def _number_of(blocker: Blocker) -> str:
    match blocker.kind:
        case BlockerKind.UNITS_NOT_APPROVED:
            return ngettext("%(num)s telling er ikke godkjent", "%(num)s tellinger er ikke godkjent", blocker.number)
        case BlockerKind.DIFFERENCES_UNEXPLAINED:
            return ngettext("%(num)s avvik mangler forklaring", "%(num)s avvik mangler forklaring", blocker.number)
        case BlockerKind.DOUBTFUL_UNDECIDED:
            return ngettext(
                "%(num)s tvilsom stemmeseddel er ikke avgjort",
                "%(num)s tvilsomme stemmesedler er ikke avgjort",
                blocker.number,
            )
        case BlockerKind.OTHER_DISTRICTS_UNBALANCED:
            return ngettext(
                "%(num)s overføring mellom bydeler stemmer ikke",
                "%(num)s overføringer mellom bydeler stemmer ikke",
                blocker.number,
            )
        case BlockerKind.BATCHES_OPEN:
            return ngettext("%(num)s bunke er ikke ferdig", "%(num)s bunker er ikke ferdige", blocker.number)
        case BlockerKind.MORE_CHANGED_THAN_COUNTED:
            return ngettext(
                "%(num)s liste har flere endrede stemmesedler enn talte",
                "%(num)s lister har flere endrede stemmesedler enn talte",
                blocker.number,
            )
        case BlockerKind.SAMPLE_NOT_RECORDED:
            return ngettext("%(num)s stikkprøve er ikke ført", "%(num)s stikkprøver er ikke ført", blocker.number)
        case BlockerKind.BOARD_NOT_QUORATE:
            return _("valgstyret er ikke vedtaksført")
        case BlockerKind.FILES_MISSING:
            return number(blocker.number)


def _missing(name: str) -> str:
    return {
        FIRST_COUNT: _("foreløpig opptelling"),
        SECOND_COUNT: _("endelig opptelling"),
        BALLOTS: _("endrede stemmesedler"),
        "batches": _("stemmesedler"),
    }.get(name, name)


def cause_text(cause: FindingCause) -> str:
    """Why a candidate cannot be elected."""
    return {
        FindingCause.DEAD: _("Død"),
        FindingCause.NOT_RESIDENT: _("Ikke bosatt her på valgdagen"),
        FindingCause.NO_VOTING_RIGHT: _("Har ikke stemmerett"),
        FindingCause.EXCLUDED_POSITION: _("Har en stilling som utelukker fra valg"),
        FindingCause.ELIGIBLE_AFTER_ALL: _("Valgbar likevel: opplysningen var feil"),
    }[cause]


def outcome_text(outcome: Outcome, place: int | None) -> str:
    """What became of a candidate; members of a list are equals."""
    return {
        Outcome.MEMBER: _("medlem"),
        Outcome.DEPUTY: _("varamedlem %(number)s", number=place),
        Outcome.NONE: _("ikke valgt"),
        Outcome.INELIGIBLE: _("ikke valgbar"),
    }[outcome]
