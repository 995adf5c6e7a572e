"""What to say when something about a meeting is refused: the rule, the facts, and what to do. One text per type."""

from flask_babel import gettext

from app.core.errors import DomainError
from app.core.formatting import joined, long_date
from app.councils import refusal_texts as of_councils
from app.meetings import agenda_refusal_texts
from app.meetings.domain import (
    agenda,
    approval,
    call_out,
    case_numbers,
    closing,
    disqualification,
    exemption,
    notice,
    states,
    urgent_cases,
)
from app.meetings.domain.minutes_states import MinutesCannotMove
from app.meetings.live import log_refusal_texts, seat_refusal_texts, vote_refusal_texts
from app.meetings.live.blocker_words import blocker_words
from app.meetings.live.told import Told
from app.meetings.meeting_words import item_state_name, meeting_state_name, minutes_state_name
from app.meetings.minutes_room import refusals as minutes_refusals

NOTHING_TOLD = Told()


def _(text: str, **facts: object) -> str:
    return str(gettext(text, **facts))


def describe(error: DomainError, told: Told = NOTHING_TOLD) -> str:
    """One or more sentences in the reader's language.

    A type without a text of its own is a defect, found by a test.
    """
    for texts in (
        log_refusal_texts.told,
        seat_refusal_texts.told,
        vote_refusal_texts.told,
        _of_items,
        _of_calling,
        _of_minutes,
        agenda_refusal_texts.told,
    ):
        if text := texts(error, told):
            return text
    return of_councils.describe(error, told.names)


def _of_items(error: DomainError, told: Told) -> str | None:
    match error:
        case agenda.KeyTwice(key):
            return _("To saker på sakslisten har samme navn («%(key)s»). Gi den ene et annet.", key=key)
        case closing.ClosingNeedsExemption():
            return _(
                "Tungtveiende offentlige interesser er ikke nok til å lukke dørene (R-291). Velg også paragrafen i "
                "offentleglova som opplysningene kunne vært unntatt etter."
            )
        case closing.CannotBeRemote(item):
            return _(
                "%(item)s skal behandles for lukkede dører, og kan da ikke behandles i fjernmøte (R-298). Utsett saken til "
                "et vanlig møte.",
                item=told.item(item),
            )
        case disqualification.GroundNotOpen():
            return _(
                "Denne grunnen gjør ingen inhabil av seg selv etter loven som gjelder (R-296). Velg «særegne forhold» og la "
                "utvalget vurdere det."
            )
        case disqualification.NeverDisqualified(person_id, item):
            return _(
                "%(name)s er ikke inhabil i %(item)s: ingen er det når folkevalgte velges til offentlige verv, eller når "
                "godtgjøringen fastsettes (R-294).",
                name=told.person(person_id),
                item=told.item(item),
            )
        case exemption.NotForElectedBodies(given):
            return _(
                "%(paragraph)s kan ikke brukes om papirer til et folkevalgt organ (R-283). Velg en annen paragraf, eller la "
                "det være offentlig.",
                paragraph=given,
            )
        case exemption.NoLegalBasis(_given, open_bases):
            return _(
                "Det som unntas offentlighet, må ha en hjemmel (R-283). Velg en av disse: %(bases)s.",
                bases=joined(open_bases),
            )
        case exemption.ExemptTextUnshielded(places):
            return _(
                "Tekst som er unntatt offentlighet, står åpent: %(places)s (R-300). Gi saken en offentlig tittel, eller ta "
                "teksten bort. Ingenting er publisert.",
                places=joined([told.item(each) for each in places]),
            )
    return None


def _of_calling(error: DomainError, told: Told) -> str | None:
    match error:
        case call_out.NotCalled(deputy, absent):
            return _(
                "%(deputy)s er ikke kalt inn for %(absent)s (R-255). Kall inn først.",
                deputy=told.person(deputy),
                absent=told.person(absent),
            )
        case case_numbers.SeriesIsBroken(year, missing):
            return _(
                "Saksnumrene i %(year)s er ikke hele: nummer %(missing)s mangler (R-282). Si fra til den som drifter Verv.",
                year=year,
                missing=missing,
            )
        case notice.CalledAfterMeeting(meeting_on, summoned_on):
            return _(
                "Innkallingen (%(summoned)s) kommer etter møtet (%(meeting)s) (R-282). Flytt møtet først.",
                summoned=long_date(summoned_on),
                meeting=long_date(meeting_on),
            )
        case urgent_cases.CanWait():
            return _(
                "Saken må avgjøres før neste møte, og det må ikke være tid til eller behov for et ekstra møte, for at den kan "
                "behandles som hastesak (R-299)."
            )
        case urgent_cases.RemoteNotAllowed():
            return _("Kommunestyret har ikke åpnet for fjernmøter (R-298). Hold møtet på et sted.")
        case urgent_cases.ReplyOfNoSeat(seat):
            return _("Plass %(seat)s er ikke spurt, og kan ikke ha svart (R-299).", seat=seat)
    return None


def _of_minutes(error: DomainError, told: Told) -> str | None:
    match error:
        case states.MeetingCannotMove(from_state, to_state):
            return _(
                "Møtet er «%(now)s» og kan ikke bli «%(wanted)s» (R-280).",
                now=meeting_state_name(from_state),
                wanted=meeting_state_name(to_state),
            )
        case states.ItemCannotMove(from_state, to_state):
            return _(
                "Saken er «%(now)s» og kan ikke bli «%(wanted)s» (R-284).",
                now=item_state_name(from_state),
                wanted=item_state_name(to_state),
            )
        case MinutesCannotMove(from_state, to_state):
            return _(
                "Protokollen er «%(now)s» og kan ikke bli «%(wanted)s» (R-300).",
                now=minutes_state_name(from_state),
                wanted=minutes_state_name(to_state),
            )
        case minutes_refusals.MinutesNotReady(findings):
            return _(
                "Protokollen kan ikke godkjennes ennå (R-300): %(missing)s",
                missing=" ".join(blocker_words(each, told) for each in findings),
            )
        case minutes_refusals.NoApprovingVote():
            return _(
                "Ingen senere møter i utvalget har vedtatt å godkjenne en protokoll (R-300). Velg underskrifter, eller vent til "
                "neste møte."
            )
        case minutes_refusals.NoMinutesYet():
            return _("Det finnes ingen protokoll dette kan gjøres med ennå.")
        case minutes_refusals.MeetingStillRuns():
            return _("Møtet er ikke hevet. Protokollen føres i møterommet til det er hevet.")
        case minutes_refusals.NothingNoted():
            return _("Skriv hva som rettes eller bemerkes.")
        case approval.SignaturesMissing(missing):
            return _(
                "Disse har ikke skrevet under ennå: %(names)s (R-300).",
                names=told.people(missing),
            )
        case approval.NoSignatories():
            return _("Utvalget har ikke valgt noen til å skrive under protokollen (R-300). Velg dem først.")
        case approval.NotLaterMeeting(meeting_on, approved_on):
            return _(
                "Protokollen fra %(meeting)s kan ikke godkjennes i møtet %(approved)s (R-300). Velg et senere møte.",
                meeting=long_date(meeting_on),
                approved=long_date(approved_on),
            )
    return None
