"""Refusals of the log and of the items, in words."""

from flask_babel import gettext

from app.core.errors import DomainError
from app.meetings.domain import event_json, event_log, proceedings, record_frame, record_items, record_talk
from app.meetings.domain.states import MeetingState
from app.meetings.live import moments, seat_refusal_texts, vote_refusal_texts
from app.meetings.live.told import Told
from app.meetings.meeting_words import meeting_state_name
from app.meetings.minutes_texts.words import clock_time


def _(text: str, **facts: object) -> str:
    return str(gettext(text, **facts))


def told(error: DomainError, facts: Told) -> str | None:
    """The text, or None for a refusal of another kind."""
    return _of_log(error, facts) or _of_meeting(error, facts) or _of_items(error, facts)


def _of_log(error: DomainError, facts: Told) -> str | None:
    match error:
        case event_json.NotAnEntry(where, expected):
            return _(
                "Hendelsen kan ikke leses: ved «%(where)s» skulle det stått %(expected)s. Ingenting er ført.",
                where=where or "–",
                expected=expected,
            )
        case event_log.SentWithOtherWords():
            return _(
                "Denne hendelsen er alt ført, med annet innhold. Last siden på nytt, og før den igjen om den mangler."
            )
        case event_log.OutOfSequence(given, expected):
            return _(
                "Noen andre har ført noe i mellomtiden: dette var hendelse nummer %(given)s, men nå er det nummer "
                "%(expected)s sin tur. Se over siden, og før det på nytt om det fortsatt stemmer.",
                given=given,
                expected=expected,
            )
        case event_log.MeetingIsClosed():
            return _("Møtet er hevet, og hendelsene er låst (R-300). Feil rettes med en merknad til protokollen.")
        case moments.TimeDoesNotFit(at, earliest, latest):
            return _(
                "Klokken %(typed)s passer ikke: dette må ha skjedd fra %(earliest)s til %(latest)s (R-300). Skjedde det "
                "tidligere, velg hva det skjedde før.",
                typed=clock_time(at),
                earliest=clock_time(earliest) if earliest else "–",
                latest=clock_time(latest),
            )
        case event_log.NothingToUndo():
            return _("Det er ikke noe å angre: hendelsen er ikke ført, eller er alt angret.")
        case event_log.NotInLog():
            return _("Hendelsen det vises til, er ikke ført, eller er angret. Last siden på nytt.")
        case event_log.LaterEventFails(_id, _failing, refusal):
            return _(
                "Da kunne ikke noe som er ført senere, ha skjedd. Angre det senere først. Grunnen: %(reason)s",
                reason=_reason(refusal, facts),
            )
    return None


def _reason(refusal: DomainError, facts: Told) -> str:
    for texts in (told, seat_refusal_texts.told, vote_refusal_texts.told):
        if text := texts(refusal, facts):
            return text
    return _("det strider mot det som er ført.")


def _of_meeting(error: DomainError, facts: Told) -> str | None:
    match error:
        case proceedings.NotInMeeting(_kind, key):
            return _("«%(key)s» finnes ikke i dette møtet. Last siden på nytt.", key=facts.item(key))
        case proceedings.KeyTaken(_kind, key):
            return _("«%(key)s» er alt ført i dette møtet.", key=facts.item(key))
        case proceedings.MeetingNotRunning(state):
            if state is MeetingState.CALLED:
                return _("Møtet er ikke satt ennå. Ta opprop og sett møtet først.")
            return _("Møtet pågår ikke: det er «%(state)s».", state=meeting_state_name(state))
        case proceedings.MeetingIsAdjourned():
            return _("Møtet har pause. Sett det i gang igjen først.")
        case proceedings.NoItemOpen():
            return _("Ingen sak er oppe. Ta opp saken dette gjelder, først.")
        case proceedings.ItemStillOpen(item):
            return _(
                "%(item)s er fortsatt oppe. Gjør den ferdig, utsett den eller legg den til side først.",
                item=facts.item(item),
            )
        case record_frame.RollNotCalled():
            return _("Møtet kan ikke settes før oppropet viser hvem som er der (R-287).")
        case record_frame.RollCalledTwice():
            return _("Oppropet er tatt. Den som kommer eller går etterpå, føres for seg.")
        case record_frame.NotAdjourned():
            return _("Møtet har ikke pause.")
        case record_talk.NothingSaid():
            return _("Skriv hva som ble sagt.")
    return None


def _of_items(error: DomainError, facts: Told) -> str | None:
    match error:
        case record_items.NotAdmitted(item, admission):
            if admission is None:
                return _(
                    "%(item)s ble ikke sendt med innkallingen (R-284). Spør om noen har innvendinger mot at den avgjøres, og "
                    "før svaret.",
                    item=facts.item(item),
                )
            return _(
                "%(item)s kan ikke avgjøres i dette møtet (R-284): møtelederen, eller minst en tredel av dem som var til "
                "stede, satte seg imot det.",
                item=facts.item(item),
            )
        case record_items.DecisionWithoutVote(item):
            return _(
                "Vedtaket i %(item)s må bygge på en votering i saken som avgjør noe, eller på et valg som er ferdig "
                "(R-287). Før voteringen først.",
                item=facts.item(item),
            )
        case record_items.NotDecidedByVote():
            return _(
                "Voteringen det vises til, gjelder noe annet eller en annen sak, eller den gikk imot. Velg en annen."
            )
        case record_items.RaisedAlready(person_id, item):
            return _(
                "Spørsmålet er alt reist for %(name)s i %(item)s (R-295).",
                name=facts.person(person_id),
                item=facts.item(item),
            )
        case record_items.DoorsAre(closed):
            return _("Dørene er alt lukket.") if closed else _("Dørene er alt åpne.")
    return None
