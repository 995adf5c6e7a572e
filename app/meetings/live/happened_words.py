"""An event in a few words, for the list of what is recorded; the minutes have sentences of their own."""

from typing import assert_never

from flask_babel import gettext as _

from app.meetings.domain import events
from app.meetings.domain.events import (
    FrameEvent,
    ItemEvent,
    LeaderTookOver,
    MeetingAdjourned,
    MeetingClosed,
    MeetingResumed,
    MeetingSet,
    OnClosing,
    OnDisqualification,
    OnProcedure,
    OnProposal,
    PresenceEvent,
    RecordingPermitted,
    RollCalled,
    TalkEvent,
    VoteHeld,
    VotingEvent,
)
from app.meetings.domain.proceedings import Happened
from app.meetings.live.told import Told
from app.meetings.minutes_texts.words import clock_time


def event_words(happened: Happened, told: Told) -> str:
    """«18.05 Anne Aas kom»."""
    return f"{clock_time(happened.at)} {_words(happened, told)}"


def _words(happened: Happened, told: Told) -> str:
    event = happened.event
    if isinstance(event, FrameEvent):
        return _of_frame(event, told)
    if isinstance(event, PresenceEvent):
        return _of_presence(event, told)
    if isinstance(event, ItemEvent):
        return _of_item(event, told)
    if isinstance(event, VotingEvent):
        return _of_voting(event, told)
    if isinstance(event, TalkEvent):
        return _of_talk(event, told)
    assert_never(event)


def _of_frame(event: FrameEvent, told: Told) -> str:  # noqa: PLR0911 - one answer for each event
    match event:
        case RollCalled(sitting):
            return _("Opprop: %(number)s til stede", number=len(sitting))
        case MeetingSet():
            return _("Møtet settes")
        case LeaderTookOver(person_id):
            return _("%(name)s overtar som møteleder", name=told.person(person_id))
        case MeetingAdjourned():
            return _("Pause")
        case MeetingResumed():
            return _("Møtet fortsetter")
        case RecordingPermitted(by):
            return _("Opptak tillatt: %(name)s", name=by)
        case MeetingClosed():
            return _("Møtet heves")
        case _:
            assert_never(event)


def _of_presence(event: PresenceEvent, told: Told) -> str:
    name = told.person(event.person_id)
    match event:
        case events.Arrived(seat):
            return _("%(name)s kom (plass %(seat)s)", name=name, seat=seat)
        case events.Left():
            return _("%(name)s gikk", name=name)
        case events.SteppedDown():
            return _("%(name)s fratrådte", name=name)
        case events.DeputyCalledIn(seat):
            return _("%(name)s tok plass %(seat)s i saken", name=name, seat=seat)
        case _:
            assert_never(event)


def _of_item(event: ItemEvent, told: Told) -> str:  # noqa: PLR0911, PLR0912 - one answer for each event
    match event:
        case events.ItemRaised(item):
            return _("Ny sak: %(title)s", title=item.title)
        case events.AdmissionAsked(item):
            return _("Spurt om innvendinger: %(item)s", item=told.item(item))
        case events.ItemOpened(item):
            return _("Tatt opp: %(item)s", item=told.item(item))
        case events.ItemSetAside():
            return _("Saken legges til side")
        case events.ItemHandled():
            return _("Saken er ferdig")
        case events.ItemPostponed():
            return _("Saken utsettes")
        case events.ItemWithdrawn(item):
            return _("Trukket: %(item)s", item=told.item(item))
        case events.Decided():
            return _("Vedtak")
        case events.DisqualificationRaised(person_id):
            return _("Habilitet reist: %(name)s", name=told.person(person_id))
        case events.ClosingDebateHeldClosed():
            return _("Ordskiftet om lukking holdes lukket")
        case events.DoorsClosed():
            return _("Dørene lukkes")
        case events.DoorsOpened():
            return _("Dørene åpnes")
        case _:
            assert_never(event)


def _of_voting(event: VotingEvent, told: Told) -> str:
    match event:
        case events.ProposalMoved():
            return _("Forslag")
        case events.ProposalWithdrawn():
            return _("Forslag trukket")
        case VoteHeld():
            return _of_vote(event, told)
        case events.OfficeRoundHeld():
            return _("Valgomgang")
        case events.LotDrawn(_election, winner):
            return _("Lodd: %(name)s", name=winner)
        case events.CommitteeElected(_election, body):
            return _("Forholdsvalg: %(body)s", body=body)
        case _:
            assert_never(event)


def _of_vote(vote: VoteHeld, told: Told) -> str:
    match vote.subject:
        case OnProposal(_proposal, _against, trial):
            return _("Prøvevotering") if trial else _("Votering")
        case OnClosing():
            return _("Votering om lukking")
        case OnDisqualification(person_id):
            return _("Votering om habilitet: %(name)s", name=told.person(person_id))
        case OnProcedure(text):
            return _("Votering: %(text)s", text=text)
        case _:
            assert_never(vote.subject)


def _of_talk(event: TalkEvent, told: Told) -> str:
    match event:
        case events.RemarkEntered():
            return _("Merknad")
        case events.SpokeAsOther(name):
            return _("%(name)s hadde ordet", name=name)
        case events.StatementEntered(person_id):
            return _("Protokolltilførsel: %(name)s", name=told.person(person_id))
        case events.QuestionAsked(_key, person_id):
            return _("Spørsmål: %(name)s", name=told.person(person_id))
        case events.QuestionAnswered(_question, by):
            return _("Svar: %(name)s", name=by)
        case _:
            assert_never(event)
