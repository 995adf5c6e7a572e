"""What offices, causes and kinds of councils are called to people, in the language of the moment."""

from flask_babel import gettext as _

from app.councils.domain.basis import CouncilBasis, CouncilKind, ElectedBy
from app.councils.domain.membership import Cause, EndCause, Role


def role_name(role: Role) -> str:
    """«Leder», «Nestleder»."""
    return {Role.CHAIR: _("Leder"), Role.DEPUTY_CHAIR: _("Nestleder")}[role]


def cause_words(cause: Cause) -> str:
    """How somebody came to the office: «valgt av velgerne», «rykket opp»."""
    return {
        Cause.ELECTED: _("valgt av velgerne i bydelen"),
        Cause.APPOINTED: _("valgt av kommunestyret"),
        Cause.MOVED_UP: _("rykket opp fra vara"),
        Cause.NEW_ELECTION: _("nyvalg"),
        Cause.SUPPLEMENTARY_ELECTION: _("suppleringsvalg"),
        Cause.SUBSTITUTE: _("settemedlem"),
        Cause.NEW_SETTLEMENT: _("nytt valgoppgjør"),
        Cause.RETURNED: _("kom tilbake"),
    }[cause]


def end_cause_words(cause: EndCause) -> str:
    """Why somebody no longer has the office: «fritatt for resten av perioden»."""
    return {
        EndCause.TERM_ENDED: _("perioden var over"),
        EndCause.RELEASED: _("fritatt for resten av perioden"),
        EndCause.MOVED_OUT: _("flyttet ut"),
        EndCause.LOST_ELIGIBILITY: _("ikke lenger valgbar"),
        EndCause.DIED: _("døde"),
        EndCause.MOVED_UP: _("rykket opp til medlem"),
        EndCause.STEPPED_BACK: _("trådte tilbake for den som kom tilbake"),
        EndCause.COUNCIL_ABOLISHED: _("utvalget ble lagt ned"),
        EndCause.CHAIR_CHANGED: _("vervet gikk til en annen"),
        EndCause.LEAVE_ENDED: _("den som hadde fritak, kom tilbake"),
        EndCause.CORRECTED: _("rettet opplysning"),
    }[cause]


def kind_words(kind: CouncilKind) -> str:
    """How a council was chosen, as half a sentence: «direkte valgt av velgerne i bydelen»."""
    if kind.basis is CouncilBasis.DIRECTLY_ELECTED:
        if kind.elected_by is ElectedBy.MAJORITY:
            return _("direkte valgt av velgerne i bydelen, ved flertallsvalg")
        return _("direkte valgt av velgerne i bydelen")
    return {
        ElectedBy.PROPORTIONAL: _("valgt av kommunestyret, ved forholdsvalg"),
        ElectedBy.AGREED: _("valgt av kommunestyret, ved avtalevalg"),
        ElectedBy.MAJORITY: _("valgt av kommunestyret, ved flertallsvalg"),
    }[kind.elected_by]
