"""What to say when something about counting is refused."""

from flask_babel import gettext

from app.core.errors import DomainError
from app.core.formatting import joined, moment
from app.elections.counting import refusals
from app.elections.counting.advance_places import PlacesNotUnderstood
from app.elections.counting.control_texts import fault_text
from app.elections.counting.texts import count_name, place_of, state_text
from app.elections.domain.categories import Category
from app.elections.domain.count_entries import NotOpenForEntry, NotYourTurn, OwnEntry
from app.elections.domain.count_unit_states import CountUnitState
from app.elections.domain.doubtful_ballots import DecisionIncomplete, NoMoreDoubtful
from app.elections.domain.states import MoveNotAllowed
from app.elections.state_texts import election_state_text


def _(text: str, **facts: object) -> str:
    return str(gettext(text, **facts))


def describe_counting(error: DomainError) -> str | None:
    """One or two sentences, or None when the refusal is not about counting."""
    match error:
        case refusals.NotCounting(state):
            return _("Valget telles ikke nå: %(state)s.", state=election_state_text(state))
        case refusals.PlanNotOpen(state):
            return _(
                "Telleplanen lages når listene er avgjort, og til oppgjøret er gjort. Valget er: %(state)s.",
                state=election_state_text(state),
            )
        case refusals.FiguresNotInOrder(faults):
            return "\n".join(fault_text(each, {}) for each in faults)
        case refusals.EntryTaken(_turn, _version, typed_by, typed_at, own):
            if own:
                return _("Du har lagret denne enheten i et annet vindu %(at)s.", at=moment(typed_at))
            return _("%(person)s lagret denne føringen %(at)s.", person=typed_by, at=moment(typed_at))
        case refusals.StaleUnit():
            return _("Noe er gjort med enheten etter at du åpnet siden. Se over den igjen før du fortsetter.")
        case refusals.ExplanationsMissing(codes):
            return _("Skriv en forklaring til %(codes)s.", codes=joined(map(str, codes)))
        case refusals.DoubtfulUndecided(left):
            return _("%(left)s sedler som ble lagt til side i den foreløpige opptellingen, er ikke avgjort.", left=left)
        case refusals.ReasonNeeded():
            return _("Skriv en begrunnelse.")
        case refusals.NothingToReopen():
            return _("Enheten er ikke ført, så det er ingenting å åpne igjen.")
        case refusals.UnitInUse():
            return _("Enheten har tall og kan ikke tas ut av planen.")
        case refusals.UnitTypedHere():
            return _unit_typed_here(error)
        case refusals.StaleFigures():
            return _("Andre har endret tallene etter at du åpnet siden. Se over dem og lagre på nytt.")
        case refusals.NoHandOvers():
            return _("I dette valget vurderes sedler fra andre bydeler der de ligger, og sendes ikke videre.")
        case refusals.SameDistrict():
            return _("Velg en annen bydel å sende sedlene til.")
        case refusals.OwnHandOver():
            return _("En annen enn den som sendte sedlene, teller dem ved mottak.")
        case refusals.UnitsNotApproved(contest, number):
            return _(
                "Bydel %(contest)s kan ikke gjøres opp: %(number)s enheter i opptellingen er ikke godkjent.",
                contest=contest,
                number=number,
            )
        case _other:
            return _describe_rules(error)


def _describe_rules(error: DomainError) -> str | None:
    match error:
        case OwnEntry():
            return _("Du har ført denne enheten selv. En annen må kontrollere og godkjenne den.")
        case NotYourTurn():
            return _("To andre har ført denne enheten.")
        case NotOpenForEntry(state):
            return _(
                "Tallene er %(state)s. De kan føres på nytt når valgstyret har åpnet enheten igjen med en begrunnelse.",
                state=state_text(state),
            )
        case DecisionIncomplete(what):
            return {
                "list": _("Velg listen seddelen gjelder."),
                "no_list": _("Seddelen gjelder ikke en liste. Ta bort listen, eller velg «Godkjent for en liste»."),
            }.get(what, _("Skriv valgstyrets begrunnelse."))
        case PlacesNotUnderstood(lines):
            return "\n".join(
                _(
                    "Linje %(number)s kan ikke brukes: «%(line)s». Skriv slik: «%(example)s».",
                    number=number,
                    line=line,
                    example="F1; Biblioteket; 240",
                )
                for number, line in lines
            )
        case NoMoreDoubtful(set_aside):
            return _("Alle de %(number)s sedlene som ble lagt til side, er avgjort.", number=set_aside)
        case MoveNotAllowed(CountUnitState() as from_state, CountUnitState() as to_state):
            return _(
                "Enheten er %(from_state)s og kan ikke bli %(to_state)s.",
                from_state=state_text(from_state),
                to_state=state_text(to_state),
            )
    return None


def _unit_typed_here(error: refusals.UnitTypedHere) -> str:
    return _(
        "%(unit)s i %(contest)s (%(count)s) føres for hånd i Verv. En fil kan ikke legge noe til. Ingenting er lagret.",
        unit=place_of(Category(error.category), error.place),
        contest=error.contest,
        count=count_name(error.count).lower(),
    )
