"""What to say when the appointment room refuses something: the rule, the facts, and what to do."""

from datetime import date

from flask_babel import gettext

from app.core.errors import DomainError
from app.core.formatting import long_date
from app.councils.appointing import refusals
from app.councils.appointing.texts import joined, role_text, standing_text, state_text
from app.councils.domain.appointment_states import AppointmentIsOver
from app.councils.domain.council_setup import SetupFault
from app.councils.domain.lawful_decision import NotYetLawful
from app.councils.domain.lots import LotDoesNotFit, LotNotNeeded
from app.councils.domain.majority_of_chair import NobodyVotedFor, SecondVoteNotNeeded
from app.councils.domain.proportional_election import VotesDoNotAddUp, VotesForUnknownList
from app.councils.domain.seat_targets import NoPublishedKey
from app.councils.domain.takeover import ElectedTwice, OfficerNotMember, OutcomeDoesNotAddUp
from app.councils.refusal_texts import describe
from app.councils.refusals import CouncilAlreadySits, CouncilNotInOrder, DuplicateGroup


def _(text: str, **facts: object) -> str:
    return str(gettext(text, **facts))


def texts_of(error: DomainError) -> list[str]:
    """One text for each thing that is wrong, in the reader's language."""
    match error:
        case NotYetLawful(councils):
            return [
                f"{council}: {standing_text(each)} ({each.finding.rule})" for council, all_ in councils for each in all_
            ]
        case refusals.LinesNotUnderstood(lines, expected):
            return [
                _(
                    "Linje %(number)s, «%(line)s», kan ikke brukes. Skriv %(expected)s.",
                    number=number,
                    line=line,
                    expected=expected,
                )
                for number, line in lines
            ]
        case _:
            return [text_of(error)]


def text_of(error: DomainError) -> str:
    """One or two sentences in the reader's language."""
    match error:
        case refusals.StaleEdit(what):
            return _(
                "Noen andre har lagret endringer i %(what)s etter at du åpnet siden. Det du skrev, står fortsatt i "
                "skjemaet, og ingenting er overskrevet. Se over det som er lagret nå, og lagre på nytt.",
                what=what,
            )
        case AppointmentIsOver(state):
            return _("Oppnevningen er avsluttet (%(state)s) og kan ikke endres.", state=state_text(state).lower())
        case refusals.NoCouncils(municipality):
            return _(
                "%(municipality)s har ingen bydelsutvalg å oppnevne. Opprett utvalgene først.",
                municipality=municipality,
            )
        case refusals.SexNotRegistered(name, rule):
            return _(
                "Kjønn er ikke registrert for %(name)s, og da kan ikke kravet til kjønnsbalanse prøves (%(rule)s). Velg kjønn.",
                name=name,
                rule=rule,
            )
        case refusals.PersonKnown(name, found):
            told = _("Det finnes allerede en person som heter %(name)s. Velg hvem du mener.", name=name)
            line = _(
                "Limer du inn navn: skriv %(numbers)s sist på linjen, eller «ny» for en annen med samme navn.",
                numbers=joined([_known_as(number, born) for number, born in found]),
            )
            return f"{told} {line}"
        case refusals.AnotherPerson(number, name, typed):
            return _(
                "Nummer %(number)s er %(name)s, ikke %(typed)s. Rett nummeret eller navnet.",
                number=number,
                name=name,
                typed=typed,
            )
        case refusals.AlreadyNamed(name, rule):
            return _("%(name)s står der allerede (%(rule)s).", name=name, rule=rule)
        case refusals.UnknownParty(code, codes):
            return _(
                "«%(code)s» er ikke blant partiene og gruppene: %(codes)s. Rett koden, eller legg til partiet først.",
                code=code,
                codes=", ".join(codes),
            )
        case refusals.PartyInUse(code):
            return _("%(code)s kan ikke tas ut: navn eller lister står for gruppen. Fjern dem først.", code=code)
        case refusals.ListCodeTaken(code, rule):
            return _("Det er alt en liste med koden «%(code)s» (%(rule)s).", code=code, rule=rule)
        case refusals.NoSuchSwap(leaves, enters, rule):
            return _(
                "Byttet av %(leaves)s med %(enters)s er ikke lenger blant de foreslåtte (%(rule)s). Se over navnene på nytt.",
                leaves=leaves,
                enters=enters,
                rule=rule,
            )
        case refusals.NotTied(_winner, rule):
            return _("Det skal ikke trekkes lodd: ingen står likt (%(rule)s). Ingenting er lagret.", rule=rule)
        case refusals.NotInAppointment():
            return _("Det du ville endre, finnes ikke i denne oppnevningen. Åpne siden på nytt.")
        case refusals.VotesForUnnamed(name, rule):
            return _(
                "%(name)s er ikke foreslått til utvalget og kan ikke få stemmer som leder eller nestleder (%(rule)s). "
                "Ta stemmene bort.",
                name=name,
                rule=rule,
            )
        case DuplicateGroup(code):
            return _("Koden «%(code)s» står to ganger. Hver kode kan bare brukes én gang.", code=code)
        case CouncilNotInOrder(name, findings):
            few = next((each.found for each in findings if each.fault is SetupFault.TOO_FEW_MEMBERS), "")
            return _("%(name)s: et bydelsutvalg skal ha minst tre medlemmer, ikke %(few)s (R-5).", name=name, few=few)
        case CouncilAlreadySits(council, from_on, to_on, rule):
            return _(
                "%(council)s har alt en valgperiode fra %(from_on)s til %(to_on)s (%(rule)s). Endre dagene for oppnevningen.",
                council=council,
                from_on=long_date(from_on),
                to_on=long_date(to_on),
                rule=rule,
            )
        case NoPublishedKey(district, rule):
            return _(
                "Forhåndsstemmene kan ikke fordeles på %(district)s uten en publisert nøkkel (%(rule)s). Skriv bydelens "
                "andel, hele tallet og hvor nøkkelen er publisert.",
                district=district,
                rule=rule,
            )
        case LotDoesNotFit(tied, _between, winner):
            return _(
                "Loddet skal trekkes mellom %(tied)s, og %(winner)s er ikke blant dem.",
                tied=joined(tied),
                winner=winner,
            )
        case LotNotNeeded():
            return _("Det skal ikke trekkes lodd: ingen står likt.")
        case VotesDoNotAddUp(given, present):
            return _(
                "Det er gitt %(given)s stemmer, blanke medregnet, men %(present)s var til stede. Hver som er til stede, "
                "gir én stemme (R-223).",
                given=given,
                present=present,
            )
        case VotesForUnknownList(code):
            return _("Det er ført stemmer for liste «%(code)s», som ikke er levert.", code=code)
        case NobodyVotedFor(number):
            return _("Ingen har fått stemmer i votering %(number)s.", number=number)
        case SecondVoteNotNeeded():
            return _("Én fikk mer enn halvparten i første votering, så det skal ikke stemmes på nytt (R-230).")
        case ElectedTwice(_person, rule) | OutcomeDoesNotAddUp(_person, rule=rule):
            return _(
                "Resultatet går ikke opp: noen er valgt to ganger, eller plasser mangler navn (%(rule)s).", rule=rule
            )
        case OfficerNotMember(role, _person, rule):
            return _(
                "Den som er valgt til %(role)s, er ikke medlem av utvalget (%(rule)s).", role=role_text(role), rule=rule
            )
        case _:
            return describe(error)


def _known_as(number: int, born: date | None) -> str:
    """«nr 12» (født 1. mai 1970)."""
    if born:
        return _("«nr %(number)s» (født %(day)s)", number=number, day=long_date(born))
    return _("«nr %(number)s»", number=number)
