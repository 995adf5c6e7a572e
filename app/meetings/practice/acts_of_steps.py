"""Which form of the meeting room records a step of the practice meeting."""

from app.meetings.domain import events
from app.meetings.domain.events import MeetingEvent, OnClosing, OnDisqualification, OnProcedure, OnProposal, VoteHeld
from app.meetings.live import election_acts, frame_acts, item_acts, talk_acts, vote_acts
from app.meetings.live.act_form import ActForm

BY_SUBJECT: dict[type, type[ActForm]] = {
    OnProposal: vote_acts.VoteAct,
    OnProcedure: vote_acts.ProcedureVoteAct,
    OnClosing: vote_acts.ClosingVoteAct,
    OnDisqualification: vote_acts.DisqualificationVoteAct,
}
BY_EVENT: dict[type, type[ActForm]] = {
    events.RollCalled: frame_acts.RollAct,
    events.MeetingSet: frame_acts.SetAct,
    events.MeetingAdjourned: frame_acts.AdjournAct,
    events.MeetingResumed: frame_acts.ResumeAct,
    events.MeetingClosed: frame_acts.CloseAct,
    events.Arrived: frame_acts.ArrivedAct,
    events.Left: frame_acts.LeftAct,
    events.SteppedDown: frame_acts.SteppedDownAct,
    events.DeputyCalledIn: frame_acts.DeputyAct,
    events.ItemRaised: item_acts.RaiseAct,
    events.AdmissionAsked: item_acts.AdmissionAct,
    events.ItemOpened: item_acts.OpenAct,
    events.ItemHandled: item_acts.HandledAct,
    events.Decided: item_acts.DecidedAct,
    events.DisqualificationRaised: item_acts.DisqualificationAct,
    events.DoorsClosed: item_acts.DoorsClosedAct,
    events.ProposalMoved: vote_acts.ProposalAct,
    events.OfficeRoundHeld: election_acts.OfficeRoundAct,
    events.LotDrawn: election_acts.LotAct,
    events.RemarkEntered: talk_acts.RemarkAct,
    events.StatementEntered: talk_acts.StatementAct,
    events.QuestionAsked: talk_acts.QuestionAct,
    events.QuestionAnswered: talk_acts.AnswerAct,
}


def act_of(event: MeetingEvent) -> type[ActForm]:
    """The form; for a vote, the one for what is voted on."""
    return BY_SUBJECT[type(event.subject)] if isinstance(event, VoteHeld) else BY_EVENT[type(event)]
