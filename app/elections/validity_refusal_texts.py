"""What to say when a decision on validity, or the takeover that follows, is refused."""

from flask_babel import gettext

from app.core.errors import DomainError
from app.core.formatting import long_date
from app.councils.refusals import CouncilAlreadySits
from app.elections import refusals
from app.elections.domain.person_matches import AnswerNotOffered, UncertainPersons
from app.elections.domain.validity import ComplaintsOpen, DecidedOnAnotherDay, ReferenceMissing


def _(text: str, **facts: object) -> str:
    return str(gettext(text, **facts))


def describe_validity(error: DomainError) -> str | None:
    """One or two sentences in the reader's language; None when the error is about something else."""
    match error:
        case DecidedOnAnotherDay(decided_on, election_day, today):
            return _(
                "Gyldigheten avgjøres etter valgdagen (%(election_day)s), og vedtaket føres tidligst samme dag (i dag er "
                "%(today)s); %(day)s kan ikke stemme.",
                election_day=long_date(election_day),
                today=long_date(today),
                day=long_date(decided_on),
            )
        case ReferenceMissing():
            return _("Skriv arkivsaksnummeret for kommunestyrets vedtak.")
        case ComplaintsOpen():
            return _(
                "Gyldigheten kan ikke avgjøres før det er klart at ingenting er påklaget (valgloven (2023) § 15-3)."
            )
        case refusals.NoCouncil(districts):
            return _(
                "Disse bydelene har ikke noe bydelsutvalg å ta plass i: %(districts)s. Opprett utvalgene først. "
                "Ingenting er lagret.",
                districts=", ".join(districts),
            )
        case refusals.NotElected(candidacies):
            return _(
                "Disse er verken valgt eller rangert på en liste med plasser: %(candidates)s. Skriv bydel:liste:nummer, "
                "slik: fana:A:3.",
                candidates=", ".join(candidacies),
            )
        case refusals.SamePersonTwice(contest, candidacies):
            return _(
                "%(contest)s: %(candidates)s kan ikke være samme person. Én av dem må være en annen.",
                contest=contest,
                candidates=", ".join(candidacies),
            )
        case UncertainPersons(candidacies):
            return _(
                "Det må sies hvem disse kandidatene er, for noen med samme navn er kjent fra før: %(candidates)s.",
                candidates=", ".join(candidacies),
            )
        case AnswerNotOffered(candidacy, answer):
            return _(
                "%(candidate)s kan ikke være «%(answer)s». Velg en med samme navn, eller «new» for en ny person.",
                candidate=candidacy,
                answer=answer,
            )
        case CouncilAlreadySits(council, from_on, to_on):
            return _(
                "%(council)s har alt medlemmer for tiden fra %(from_day)s til %(to_day)s. Ingenting er lagret.",
                council=council,
                from_day=long_date(from_on),
                to_day=long_date(to_on),
            )
    return None
