"""What happens in the term, in words for staff: steps, deciders, reasons, states and events."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import assert_never

from flask_babel import gettext as _

from app.core.formatting import long_date
from app.councils.domain.change_states import ChangeState
from app.councils.domain.choices import Answer
from app.councils.domain.events import (
    ChangesParty,
    DeputiesRunShort,
    Event,
    GoesOnLeave,
    IsAbsent,
    IsSuspended,
    LeavesBecause,
    LeavesForGood,
    LeavesOffice,
    MovesBack,
    MovesOut,
    OfficeIsVacant,
    SeatIsVacant,
    SubstituteLeaves,
    SuspensionEnds,
    WantsBack,
)
from app.councils.domain.gender import Gender
from app.councils.domain.proposals import Decider, GenderCheck, Proposer, Reason, Step, When
from app.councils.domain.time_axes import Dated
from app.councils.membership_words import role_name

Names = Mapping[int, str]


def step_name(step: Step) -> str:
    """What is to be done, as a heading: «Nyvalg»."""
    return {
        Step.MOVE_UP: _("Opprykk"),
        Step.NEW_ELECTION: _("Nyvalg"),
        Step.SUPPLEMENTARY_ELECTION: _("Suppleringsvalg"),
        Step.SUBSTITUTE: _("Settemedlem"),
        Step.NEW_SETTLEMENT: _("Nytt valgoppgjør"),
        Step.LIST_EXHAUSTED: _("Listen har ingen igjen: gruppen peker ut en person"),
        Step.EMPTY_OR_OTHER_LIST: _("Ingen er pekt ut: tom plass eller en annen liste"),
        Step.DEPUTIES_IN_ORDER: _("Vara møter i rekkefølge"),
        Step.NEW_CHAIR: _("Valg av ny leder"),
        Step.NEW_DEPUTY_CHAIR: _("Valg av ny nestleder"),
        Step.DEPUTY_CHAIR_LEADS: _("Nestlederen leder"),
        Step.RETURN: _("Den som flyttet, er tilbake"),
        Step.STEP_BACK: _("Erstatteren trer tilbake"),
    }[step]


def step_meaning(step: Step) -> str:
    """What the step does, in a sentence."""
    return {
        Step.MOVE_UP: _("Første varamedlem på listen blir medlem av seg selv, og er ikke lenger vara."),
        Step.NEW_ELECTION: _("Det velges en ny, fra samme gruppe, for resten av perioden."),
        Step.SUPPLEMENTARY_ELECTION: _("Det velges flere varamedlemmer, som står sist i rekken."),
        Step.SUBSTITUTE: _("En fra samme gruppe sitter så lenge fritaket varer. Medlemmet beholder plassen."),
        Step.NEW_SETTLEMENT: _("Neste kandidat på listen får plassen, etter stemmene ved valget."),
        Step.LIST_EXHAUSTED: _("Ingen kandidater er igjen. Gruppen peker ut den som skal ha plassen."),
        Step.EMPTY_OR_OTHER_LIST: _("Valgstyret velger mellom å la plassen stå tom og å gi den til en annen liste."),
        Step.DEPUTIES_IN_ORDER: _(
            "Varamedlemmene fra samme liste kalles inn til hvert møte, så langt råd i rekkefølge."
        ),
        Step.NEW_CHAIR: _("Ny leder velges ved flertallsvalg blant medlemmene."),
        Step.NEW_DEPUTY_CHAIR: _("Ny nestleder velges ved flertallsvalg blant medlemmene."),
        Step.DEPUTY_CHAIR_LEADS: _("Nestlederen leder møtene imens. Ingen verv skifter eier."),
        Step.RETURN: _("Den som flyttet ut, trer inn igjen i plassen sin."),
        Step.STEP_BACK: _("Den som fikk plassen, går ut. En som rykket opp, er vara igjen med det gamle nummeret."),
    }[step]


def decider_name(decider: Decider) -> str:
    """Who decides: «bystyret (kommunestyret)»."""
    return {
        Decider.LAW: _("følger av loven, uten vedtak"),
        Decider.COUNCIL: _("bydelsutvalget"),
        Decider.MUNICIPAL_COUNCIL: _("kommunestyret (bystyret)"),
        Decider.EXECUTIVE_BOARD: _("formannskapet"),
        Decider.ELECTORAL_BOARD: _("valgstyret"),
        Decider.CHAIR: _("lederen, som kaller inn til møtet"),
    }[decider]


def proposer_text(proposer: Proposer) -> str:
    """Who may name the person."""
    return {
        Proposer.GROUP: _("Gruppen kan selv foreslå hvem det skal være, og er lovens vilkår oppfylt, skal den velges."),
        Proposer.MUNICIPAL_COUNCIL: _("Kommunestyret peker ut personen."),
    }[proposer]


def when_text(when: When) -> str:
    """Whether the step must be taken."""
    return {
        When.MUST: _("Skal gjøres"),
        When.MAY: _("Kan gjøres"),
        When.IF_NECESSARY: _("Bare hvis det trengs"),
    }[when]


def answer_text(answer: Answer) -> str:
    """What becomes of a step."""
    return {
        Answer.TAKEN: _("Gjøres nå"),
        Answer.LEFT_OUT: _("Gjøres ikke"),
        Answer.WAITS: _("Venter: plassen eller vervet står tomt til det er valgt"),
    }[answer]


def outcome_text(answer: Answer) -> str:
    """What became of a step that is decided."""
    return {
        Answer.TAKEN: _("Gjort"),
        Answer.LEFT_OUT: _("Ikke gjort"),
        Answer.WAITS: _("Skulle vente: plassen eller vervet sto tomt etter dette"),
    }[answer]


def reason_text(reason: Reason) -> str:
    """Why another step is not open, or why nothing more follows."""
    return {
        Reason.APPOINTED_DEPUTIES_DO_NOT_MOVE_UP: _("I et utvalg som kommunestyret har valgt, rykker ikke vara opp."),
        Reason.NO_MOVING_UP_BEFORE_JULY_2023: _("Opprykk i direkte valgte utvalg kom først 1. juli 2023."),
        Reason.DEPUTIES_MOVE_UP_BY_LAW: _("Vara rykker opp av seg selv, så det er ingenting å velge."),
        Reason.NO_DEPUTY_LEFT: _("Listen har ingen varamedlemmer igjen."),
        Reason.NO_ELECTION_TO_SETTLE_ANEW: _(
            "Utvalget kommer ikke fra et direkte valg, så det er ikke noe oppgjør å gjøre om."
        ),
        Reason.SETTLED_BY_THE_ELECTION: _("Det følger av valget."),
        Reason.NO_SUBSTITUTE_SINCE_JULY_2023: _("Direkte valgte utvalg har ikke settemedlem etter 1. juli 2023."),
        Reason.LEAVE_UNDER_THREE_MONTHS: _("Fritaket varer under tre måneder."),
        Reason.ONLY_FOR_A_LEAVE: _("Settemedlem er bare for den som har fritak for en tid."),
        Reason.SEAT_IS_KEPT: _("Medlemmet beholder plassen."),
        Reason.DEPUTY_CHAIR_DOES_NOT_SUCCEED: _("Nestlederen blir ikke leder av seg selv."),
        Reason.STILL_ELIGIBLE: _("Den som flytter innen kommunen, er fortsatt valgbar og beholder plassen."),
        Reason.SEAT_IS_PERSONAL: _(
            "Plassen er personlig: den som skifter parti, beholder den. Vara kommer fortsatt fra listen som vant plassen."
        ),
        Reason.RETURN_TOO_LATE: _("Det har gått mer enn to år siden utflyttingen, så plassen kan ikke tas tilbake."),
        Reason.NO_RETURN_WITHIN_MUNICIPALITY: _("Flytting mellom bydeler gir ingen rett til å komme tilbake."),
        Reason.LEAVE_NOT_OVER: _("Ingen kommer tilbake før fritaket er over."),
        Reason.DEPUTY_IS_PASSED_OVER: _("Varamedlemmet beholder nummeret sitt, og hoppes over imens."),
    }[reason]


def state_name(state: ChangeState) -> str:
    """How far a change has come."""
    return {
        ChangeState.PROPOSED: _("Foreslått"),
        ChangeState.DECIDED: _("Vedtatt"),
        ChangeState.IN_FORCE: _("Gjelder"),
        ChangeState.WITHDRAWN: _("Trukket"),
    }[state]


def gender_name(gender: Gender | None) -> str:
    """«kvinne», «mann»; «ikke registrert»."""
    return {Gender.FEMALE: _("kvinne"), Gender.MALE: _("mann"), None: _("ikke registrert")}[gender]


def gender_text(check: GenderCheck) -> str:
    """The balance among the others, and the sex that the new one should be of."""
    balance = _(
        "Blant de andre er det %(women)s kvinner og %(men)s menn; av hvert kjønn skal det være minst %(minimum)s.",
        women=check.women,
        men=check.men,
        minimum=check.minimum,
    )
    if check.short is Gender.FEMALE:
        return balance + " " + _("Den nye skal være en kvinne, så langt det er mulig.")
    if check.short is Gender.MALE:
        return balance + " " + _("Den nye skal være en mann, så langt det er mulig.")
    return balance + " " + _("Både en kvinne og en mann kan velges.")


def event_text(event: Event, names: Names) -> str:
    """What has happened, in a sentence: «Bo Lie er død.»"""
    match event:
        case LeavesForGood() | MovesOut() | MovesBack():
            return _leaving_text(event, names)
        case GoesOnLeave() | WantsBack() | IsSuspended() | SuspensionEnds() | SubstituteLeaves() | IsAbsent():
            return _away_text(event, names)
        case LeavesOffice(person_id):
            return _("%(name)s går av fra vervet og fortsetter som medlem.", name=named(names, person_id))
        case ChangesParty(person_id, ""):
            return _("%(name)s går ut av gruppen sin og er uavhengig.", name=named(names, person_id))
        case ChangesParty(person_id, group_name):
            return _("%(name)s går over til %(group)s.", name=named(names, person_id), group=group_name)
        case DeputiesRunShort(group=group):
            return _("%(group)s har for få varamedlemmer.", group=group or _("Utvalget"))
        case SeatIsVacant(seat, group):
            return _("Plass %(seat)s (%(group)s), som sto tom, fylles.", seat=seat, group=group or "–")
        case OfficeIsVacant(role):
            return _("Vervet «%(office)s», som sto tomt, fylles.", office=role_name(role))
        case _:
            assert_never(event)


def _leaving_text(event: LeavesForGood | MovesOut | MovesBack, names: Names) -> str:
    name = named(names, event.person_id)
    match event:
        case LeavesForGood(because=LeavesBecause.RELEASED):
            return _("%(name)s får fritak for resten av perioden.", name=name)
        case LeavesForGood(because=LeavesBecause.LOST_ELIGIBILITY):
            return _("%(name)s er ikke lenger valgbar.", name=name)
        case LeavesForGood():
            return _("%(name)s er død.", name=name)
        case MovesOut(within_municipality=True):
            return _("%(name)s flytter til en annen bydel.", name=name)
        case MovesOut():
            return _("%(name)s flytter ut av kommunen.", name=name)
        case MovesBack():
            return _("%(name)s, som flyttet ut %(day)s, er tilbake.", name=name, day=long_date(event.moved_out_on))
        case _:
            assert_never(event)


Away = GoesOnLeave | WantsBack | IsSuspended | SuspensionEnds | SubstituteLeaves | IsAbsent


def _away_text(event: Away, names: Names) -> str:
    name = named(names, event.person_id)
    match event:
        case GoesOnLeave():
            return _("%(name)s får fritak: %(days)s.", name=name, days=days_text(event))
        case WantsBack():
            return _("%(name)s kommer tilbake fra fritak.", name=name)
        case IsSuspended():
            return _("%(name)s suspenderes til rettskraftig avgjørelse.", name=name)
        case SuspensionEnds():
            return _("%(name)s er ikke lenger suspendert.", name=name)
        case SubstituteLeaves(seat=seat):
            return _("%(name)s er ikke lenger settemedlem i plass %(seat)s.", name=name, seat=seat)
        case IsAbsent():
            return _("%(name)s har forfall.", name=name)
        case _:
            assert_never(event)


def days_text(spell: Dated) -> str:
    """The first and the last day: «1. mars 2022 – 31. august 2022», «fra 1. mars 2022»."""
    if spell.to_on is None:
        return _("fra %(day)s", day=long_date(spell.from_on))
    return _("%(first)s – %(last)s", first=long_date(spell.from_on), last=long_date(last_day(spell.to_on)))


def last_day(to_on: date) -> date:
    """The last day of what is over on ``to_on``."""
    return to_on - timedelta(days=1)


def named(names: Names, person_id: int | None) -> str:
    """The person's name."""
    if person_id is None:
        return _("ingen")
    return names.get(person_id) or _("person nummer %(number)s", number=person_id)
