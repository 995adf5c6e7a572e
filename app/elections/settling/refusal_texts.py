"""What to say when something in the settlement room is refused: the facts, and what to do."""

from flask_babel import gettext, ngettext

from app.core.errors import DomainError
from app.core.formatting import joined, long_date
from app.elections.domain import board_meetings, eligibility_findings
from app.elections.domain.states import MoveNotAllowed, SettlementState
from app.elections.settling import refusals
from app.elections.settling.majority.refusal_texts import describe_majority
from app.elections.settling.texts import blocker_text, settlement_state_text


def _(text: str, **facts: object) -> str:
    return str(gettext(text, **facts))


def describe_settling(error: DomainError) -> str | None:
    """One or two sentences in the reader's language; None when the error is about something else."""
    parts = (_about_settlements, _about_lots, _about_meetings, _about_findings, describe_majority)
    return next((text for part in parts if (text := part(error))), None)


def _about_settlements(error: DomainError) -> str | None:
    match error:
        case refusals.SettlementStands(contest, number):
            return _(
                "«%(contest)s» har oppgjør nr. %(number)s, som er foreslått eller vedtatt. Det det bygger på, er låst til "
                "oppgjøret eventuelt oppheves.",
                contest=contest,
                number=number,
            )
        case refusals.NotReadyToSettle(contest, blockers):
            return _(
                "«%(contest)s» kan ikke gjøres opp ennå: %(blockers)s.",
                contest=contest,
                blockers=joined(blocker_text(each) for each in blockers),
            )
        case refusals.InputChanged(contest):
            return _(
                "Listene, tallene eller stemmesedlene i «%(contest)s» er endret siden tallene på siden ble regnet ut. Gjør et "
                "nytt prøveoppgjør, og se over det. Ingenting er lagret.",
                contest=contest,
            )
        case refusals.NoTrial(contest):
            return _("Gjør et prøveoppgjør i «%(contest)s» først, og se over det.", contest=contest)
        case refusals.SamePersonDecides():
            return _("Du foreslo oppgjøret selv. En annen i valgstyret må vedta det.")
        case refusals.ReasonMissing():
            return _("Skriv hvorfor oppgjøret oppheves.")
        case refusals.ValidityIsDecided(contest):
            return _(
                "Kommunestyret har avgjort om valget i «%(contest)s» er gyldig. Da kan ikke valgstyret lenger endre oppgjøret "
                "eller hvem som er valgbare.",
                contest=contest,
            )
        case MoveNotAllowed(SettlementState() as from_state, SettlementState()):
            return _(
                "Oppgjøret er «%(state)s», kanskje fordi noen andre nettopp var her. Ingenting er lagret.",
                state=settlement_state_text(from_state),
            )
    return None


def _about_lots(error: DomainError) -> str | None:
    match error:
        case refusals.LotNotDrawn(_contest, lists):
            return _("Det må trekkes lodd mellom %(lists)s først.", lists=joined(lists))
        case refusals.NoLotToDraw(contest):
            return _(
                "Det er ikke noe lodd å føre for denne plassen i «%(contest)s». Kanskje har noen andre ført det. Loddet som "
                "er ført, gjelder.",
                contest=contest,
            )
        case board_meetings.TooFewWitnesses(_named, needed):
            return _("Skriv navnet på minst %(needed)s som så loddtrekningen, ett på hver linje.", needed=needed)
    return None


def _about_meetings(error: DomainError) -> str | None:
    match error:
        case board_meetings.BoardTooSmall(members):
            return _("Et valgstyre har minst tre medlemmer, ikke %(members)s.", members=members)
        case board_meetings.NamedTwice(name):
            return _("«%(name)s» står to ganger.", name=name)
        case board_meetings.MorePresentThanMembers(members, present):
            return _(
                "Valgstyret har %(members)s medlemmer, men %(present)s er ført som til stede. Skriv bare dem som deltok i "
                "vedtaket.",
                members=members,
                present=present,
            )
        case board_meetings.BoardNotQuorate(members, present, needed):
            return ngettext(
                "Valgstyret var ikke vedtaksført: %(num)s av %(members)s var til stede, og minst %(needed)s må være det.",
                "Valgstyret var ikke vedtaksført: %(num)s av %(members)s var til stede, og minst %(needed)s må være det.",
                present,
                members=members,
                needed=needed,
            )
        case board_meetings.MeetingOnAnotherDay(_held_on, election_day, today):
            return _(
                "Dagen må være fra valgdagen %(election_day)s til i dag, %(today)s.",
                election_day=long_date(election_day),
                today=long_date(today),
            )
        case board_meetings.CaseNumberMissing():
            return _("Skriv saksnummeret for valgstyrets vedtak.")
    return None


def _about_findings(error: DomainError) -> str | None:
    match error:
        case eligibility_findings.SourceMissing():
            return _("Skriv hvor opplysningen er hentet fra.")
        case eligibility_findings.FoundInFuture(_on_day, today):
            return _("Dagen kan ikke være etter i dag, %(today)s.", today=long_date(today))
        case eligibility_findings.FindingChangesNothing(candidate):
            return _("%(candidate)s regnes alt slik. Ingenting er endret.", candidate=candidate)
        case refusals.ListsNotFrozen():
            return _("Listene er ikke avgjort ennå. Inntil de er det, endres de i listerommet.")
        case refusals.UnknownCandidate(_contest, list_code, position):
            return _("Liste %(list)s har ingen kandidat nummer %(position)s.", list=list_code, position=position)
    return None
