"""What to say when something about typed ballots is refused: the facts, and what to do."""

from flask_babel import gettext

from app.core.errors import DomainError
from app.core.formatting import joined
from app.elections.changed_ballots import refusals
from app.elections.changed_ballots.texts import batch_state_text
from app.elections.domain.ballot_samples import NothingToSample, SampleSizeWrong, SeedWrong
from app.elections.domain.states import MoveNotAllowed
from app.elections.domain.typed_batches import BatchSizeWrong, BatchState, LinesNotDone, NotToBeTyped, OwnControl
from app.elections.state_texts import election_state_text


def _(text: str, **facts: object) -> str:
    return str(gettext(text, **facts))


def describe_typed(error: DomainError) -> str | None:
    """The text of a refusal about bundles and samples; None when the error is about something else."""
    match error:
        case OwnControl():
            return _("Du har selv tastet, avgjort eller sett dette. En annen må gjøre kontrollen. Ingenting er lagret.")
        case LinesNotDone(numbers):
            return _("Disse sedlene er ikke tastet ferdig: %(numbers)s.", numbers=joined(map(str, numbers)))
        case BatchSizeWrong(ballots, most):
            return _("En bunke har fra 1 til %(most)s sedler, ikke %(ballots)s.", most=most, ballots=ballots)
        case NotToBeTyped(state):
            return _("Bunken skal ikke tastes nå (%(state)s).", state=batch_state_text(state))
        case MoveNotAllowed(BatchState() as from_state, BatchState() as to_state):
            return _(
                "Bunken kan ikke gå fra «%(from_state)s» til «%(to_state)s».",
                from_state=batch_state_text(from_state),
                to_state=batch_state_text(to_state),
            )
        case refusals.NotCounting(state):
            return _("Sedlene i valget telles ikke nå (%(state)s).", state=election_state_text(state))
        case refusals.MoreTypedThanCounted():
            return _(
                "%(contest)s, liste %(list)s: det ville bli %(ballots)s endrede stemmesedler, men den endelige "
                "opptellingen har bare %(counted)s stemmesedler i alt. Tell bunken på nytt, eller rett opptellingen.",
                contest=error.contest,
                list=error.list_code,
                ballots=error.ballots,
                counted=error.counted,
            )
        case refusals.BatchMovedOn(code):
            return _(
                "Bunke %(code)s er kommet lenger siden du åpnet siden: en annen har levert, overtatt eller åpnet den "
                "igjen. Det du har skrevet, er ikke lagret.",
                code=code,
            )
        case refusals.LineTwice(number):
            return _("Seddel %(number)s står to ganger i det som ble sendt. Ingenting er lagret.", number=number)
        case refusals.LinesLeftOver(number, ballots):
            return _(
                "Det ble sendt en linje for seddel %(number)s, men bunken har %(ballots)s sedler. Ingenting er lagret.",
                number=number,
                ballots=ballots,
            )
        case refusals.OtherListTyped(code, sheet, typed):
            return _(
                "Bunke %(code)s har sedler fra liste %(sheet)s ifølge arket, men du har skrevet liste «%(typed)s». Sjekk "
                "at du har riktig bunke. Er arket feil, trekkes bunken og føres på nytt.",
                code=code,
                sheet=sheet,
                typed=typed,
            )
        case refusals.ReasonMissing():
            return _("Skriv hvorfor, eller hva som er ulikt.")
        case refusals.BatchCodeTaken(code):
            return _("En fil har tatt inn en bunke med nummer %(code)s. Ingenting er lagret.", code=code)
        case refusals.BatchIsTyped(contest, code):
            return _(
                "Bunke %(code)s (%(contest)s) tastes fra papir. Filen kan ikke legge nye stemmesedler i den. Ingenting er "
                "lagret.",
                code=code,
                contest=contest,
            )
        case refusals.BatchesOpen(codes):
            return _("Disse bunkene er ikke godkjent ennå: %(codes)s. Trekk når de er det.", codes=joined(codes))
        case refusals.RecordedAlready(ordinals):
            return _(
                "Resultatet er alt ført for nummer %(ordinals)s, og blir stående.", ordinals=joined(map(str, ordinals))
            )
        case SeedWrong(_seed, fewest, most):
            return _(
                "Skriv terningkastene som sifre, minst %(fewest)s og høyst %(most)s, og ingenting annet.",
                fewest=fewest,
                most=most,
            )
        case SampleSizeWrong(_size, most):
            return _("Trekk fra 1 til %(most)s stemmesedler.", most=most)
        case NothingToSample(contest):
            return _("Det er ingen endrede stemmesedler å trekke fra i bydelen «%(contest)s».", contest=contest)
    return None
