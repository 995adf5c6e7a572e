"""What to say when something about a list proposal is refused: the facts, the rule, and what to do."""

from flask_babel import gettext

from app.core.errors import DomainError
from app.core.formatting import joined, long_date, moment
from app.elections.domain.list_changes import NewCandidateNeeded, NoSuchPlace, TooFewRemain, TooManyBonusPlaces
from app.elections.domain.list_extension import EnoughLists, ExtensionOutOfBounds, ListsMayStillCome, NoExtension
from app.elections.domain.list_proposal_states import ListProposalState, ProposalDecided
from app.elections.domain.list_review import NotReadyForApproval, ReasonsMissing
from app.elections.domain.list_withdrawal import NotByCommittee, WithdrawalTooLate
from app.elections.domain.states import MoveNotAllowed
from app.elections.lists import refusals
from app.elections.lists.texts import finding_text, state_text
from app.elections.state_texts import election_state_text


def _(text: str, **facts: object) -> str:
    return str(gettext(text, **facts))


def describe_list(error: DomainError) -> str | None:
    """One or two sentences in the reader's language; None when the error is about something else."""
    match error:
        case NotReadyForApproval(findings):
            return "\n".join(f"{finding_text(each)} ({each.rule})" for each in findings)
        case refusals.LinesNotUnderstood():
            return "\n".join(_lines(error))
        case refusals.StaleEdit(heading):
            return _(
                "Noen andre har lagret endringer i «%(heading)s» siden du åpnet siden. Det du skrev, står her ennå. Se "
                "over og lagre igjen; da gjelder det du har skrevet.",
                heading=heading,
            )
        case refusals.ListsNotOpen(state):
            return _(
                "Valget tar ikke imot listeforslag nå (%(state)s). Ingenting er lagret.",
                state=election_state_text(state),
            )
        case refusals.CodeTaken(code):
            return _("En annen liste i bydelen har koden «%(code)s». Velg en annen.", code=code)
        case refusals.NotADraft(heading):
            return _("«%(heading)s» er mottatt og kan ikke kastes. Valgstyret avgjør det.", heading=heading)
        case refusals.NothingToTell(heading):
            return _("Ingen mangler er funnet ved «%(heading)s», så det er ingenting å melde.", heading=heading)
        case refusals.NothingToWithdraw(heading):
            return _("Ingen har bedt om å trekke «%(heading)s».", heading=heading)
        case refusals.ListsUndecided(headings):
            return _("Disse er ikke avgjort ennå: %(headings)s.", headings=joined(headings))
        case refusals.DeadlineNotPassed(closes_at):
            return _("Det kan komme flere lister til %(moment)s.", moment=moment(closes_at))
        case refusals.NotAnswered():
            return _("Skriv hvor opplysningene er hentet fra, for eksempel folkeregisteret og datoen.")
        case refusals.NothingApproved(district):
            return _("Ingen liste er godkjent i %(district)s, så det er ingenting å kunngjøre.", district=district)
        case refusals.AnnouncedInFuture():
            return _("Kunngjøringen føres når den er gjort, tidligst samme dag.")
        case refusals.ReceivedInFuture():
            return _("Tidspunktet har ikke vært ennå. Skriv når forslaget faktisk nådde kommunen.")
        case refusals.StatementSourceMissing():
            return _("Skriv hvor uttalelsen fra partiets ledelse på landsplan står, for eksempel brev og dato.")
        case refusals.NotAPaper(name, kinds):
            return _(
                "«%(name)s» er ikke et skannet papir. Bare %(kinds)s kan legges ved.",
                name=name,
                kinds=joined(kinds),
            )
        case refusals.ReferenceMissing():
            return _("Skriv kommunestyrets saksnummer.")
        case refusals.DecidedInFuture():
            return _("Vedtaket føres når det er gjort, tidligst samme dag.")
        case NoExtension():
            return _("Etter valgloven av 2002 kan fristen for å levere lister ikke utsettes.")
        case ListsMayStillCome(closes_at):
            return _(
                "Fristen kan først utsettes når den ordinære er ute (%(moment)s), og kommunen vet hvor mange lister som "
                "er kommet inn.",
                moment=moment(closes_at),
            )
        case EnoughLists(arrived):
            return _(
                "%(arrived)s lister kom inn i tide. Fristen kan bare utsettes når færre enn to er kommet inn.",
                arrived=arrived,
            )
        case ExtensionOutOfBounds(first, last):
            return _(
                "Den nye fristen må være etter %(first)s og senest %(last)s, og vedtaket må være gjort innen den.",
                first=long_date(first),
                last=long_date(last),
            )
        case refusals.ComplaintsMayCome():
            return _("Underskriftene kan trengs så lenge noen kan klage. De slettes når gyldigheten er avgjort.")
        case ProposalDecided(state):
            return _(
                "Forslaget er avgjort (%(state)s) og kan ikke endres. Ingenting er lagret.", state=state_text(state)
            )
        case ReasonsMissing():
            return _(
                "Skriv valgstyrets saksnummer. Et avslag, og en godkjenning etter vurdering, skal også ha en begrunnelse."
            )
        case NoSuchPlace(position):
            return _("Ingen kandidat står på plass %(position)s.", position=position)
        case NewCandidateNeeded():
            return _("Skriv fornavn og etternavn på den nye kandidaten, eller velg at ingen ny settes på.")
        case TooFewRemain(remain, fewest):
            return _(
                "Da blir det bare %(remain)s kandidater igjen, og listen må ha minst %(fewest)s. Sett på en ny.",
                remain=remain,
                fewest=fewest,
            )
        case TooManyBonusPlaces(wanted, most):
            return _(
                "%(wanted)s plasser med stemmetillegg er for mange; listen kan beholde høyst %(most)s.",
                wanted=wanted,
                most=most,
            )
        case NotByCommittee():
            return _("Bare tillitsutvalget kan trekke en liste.")
        case WithdrawalTooLate(received_at, closes_at):
            return _(
                "Listen ble trukket %(received)s, etter fristen %(closes)s.",
                received=moment(received_at),
                closes=moment(closes_at),
            )
        case MoveNotAllowed(ListProposalState() as from_state, ListProposalState() as to_state):
            return _(
                "Forslaget kan ikke gå fra «%(from_state)s» til «%(to_state)s».",
                from_state=state_text(from_state),
                to_state=state_text(to_state),
            )
    return None


def _lines(error: refusals.LinesNotUnderstood) -> list[str]:
    return [
        _(
            "Linje %(number)s kan ikke brukes: «%(line)s». Skriv slik: «%(example)s».",
            number=number,
            line=line,
            example=error.example,
        )
        for number, line in error.lines
    ]
