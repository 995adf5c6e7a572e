"""What happens in a meeting, as the secretary records it: the only source of the minutes.

Events that belong to an item belong to the one that is open when they happen. Persons are named by id, seats by number,
and what others refer to (votes, proposals, elections, questions) by a key of its own.

Law: kommuneloven (2018) §§ 11-2, 11-3, 11-4, 11-5, 11-6.
Rules: R-281, R-284, R-285, R-289, R-292, R-293, R-295, R-297, R-300.
"""

from dataclasses import dataclass
from datetime import datetime

from app.councils.domain.group_lists import GroupList
from app.councils.domain.lots import Lot
from app.councils.domain.majority_of_chair import Round
from app.councils.domain.proportional_election import VotingForm
from app.meetings.domain.agenda import AgendaItem
from app.meetings.domain.closing import ClosingGround
from app.meetings.domain.disqualification import Ground
from app.meetings.domain.meeting_elections import Office
from app.meetings.domain.presence import Sitting
from app.meetings.domain.proposals import Mover, ProposalKind
from app.meetings.domain.taking_part import Capacity, OtherAttendee
from app.meetings.domain.vote_forms import VoteForm

# The frame


@dataclass(frozen=True, slots=True)
class RollCalled:
    """Who sits in which seat when the meeting is set; the other seats are empty."""

    sitting: tuple[Sitting, ...]
    others: tuple[OtherAttendee, ...] = ()


@dataclass(frozen=True, slots=True)
class MeetingSet:
    """The meeting is set (*møtet settes*). ``leader`` is None when both chair and deputy chair are away."""

    leader: int | None


@dataclass(frozen=True, slots=True)
class LeaderTookOver:
    """Somebody else leads from here on: chair, deputy chair, or the meeting leader who was elected."""

    person_id: int


@dataclass(frozen=True, slots=True)
class MeetingAdjourned:
    """A pause, at whose request."""

    reason: str = ""


@dataclass(frozen=True, slots=True)
class MeetingResumed:
    """The pause is over."""


@dataclass(frozen=True, slots=True)
class RecordingPermitted:
    """The leader has let someone record or stream the meeting."""

    by: str


@dataclass(frozen=True, slots=True)
class MeetingClosed:
    """The meeting is closed (*møtet heves*): from now on nothing is added and nothing undone."""


# The seats


@dataclass(frozen=True, slots=True)
class Arrived:
    """A member or deputy takes a seat."""

    seat: int
    person_id: int


@dataclass(frozen=True, slots=True)
class Left:
    """Somebody leaves the meeting, from a seat or after having stepped down."""

    person_id: int


@dataclass(frozen=True, slots=True)
class SteppedDown:
    """Somebody leaves the seat for the open item, having been found disqualified, or excused."""

    person_id: int


@dataclass(frozen=True, slots=True)
class DeputyCalledIn:
    """A deputy takes, for the open item, the seat of one who has stepped down."""

    seat: int
    person_id: int


# The items


@dataclass(frozen=True, slots=True)
class ItemRaised:
    """An item comes on the agenda in the meeting."""

    item: AgendaItem


@dataclass(frozen=True, slots=True)
class AdmissionAsked:
    """It is asked whether anyone objects to deciding an item that was not sent with the summons."""

    item: str
    leader_objects: bool = False
    objecting: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemOpened:
    """The consideration of an item begins, or goes on after it was set aside."""

    item: str


@dataclass(frozen=True, slots=True)
class ItemSetAside:
    """Another item comes first; this one is opened again."""


@dataclass(frozen=True, slots=True)
class ItemHandled:
    """The open item is done."""


@dataclass(frozen=True, slots=True)
class ItemPostponed:
    """The open item is postponed, by a vote."""

    vote: str


@dataclass(frozen=True, slots=True)
class ItemWithdrawn:
    """An item is taken off the agenda by the one who put it there."""

    item: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Decided:
    """The text decided, and the vote or election it rests on. ``final``: not a recommendation to another body."""

    text: str
    rests_on: str
    final: bool = True
    decider: str = ""


@dataclass(frozen=True, slots=True)
class DisqualificationRaised:
    """A member says, or somebody asks, whether the member is disqualified in the open item, or asks to be excused."""

    person_id: int
    ground: Ground
    explained: str = ""


@dataclass(frozen=True, slots=True)
class ClosingDebateHeldClosed:
    """The debate on whether to close is held behind closed doors: the leader decides, or ``vote`` did."""

    vote: str = ""


@dataclass(frozen=True, slots=True)
class DoorsClosed:
    """The doors are closed for the open item, by an open vote."""

    vote: str


@dataclass(frozen=True, slots=True)
class DoorsOpened:
    """The doors are open again; they open by themselves when the item is done."""


# Proposals, votes and elections


@dataclass(frozen=True, slots=True)
class ProposalMoved:
    """A proposal in the open item, by members who sit in their seats; or by the mayor, who has none.

    ``entered_at``: when it was handed in, if before the meeting.
    """

    key: str
    kind: ProposalKind
    text: str
    movers: tuple[int, ...] = ()
    mayor: Mover | None = None
    entered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ProposalWithdrawn:
    """A proposal is withdrawn before it is voted on."""

    key: str


@dataclass(frozen=True, slots=True)
class OnProposal:
    """A vote on a proposal, alone or ``against`` another. ``trial``: to see how they stand; it decides nothing."""

    proposal: str
    against: str = ""
    trial: bool = False


@dataclass(frozen=True, slots=True)
class OnClosing:
    """An open vote on closing the doors for the item."""

    ground: ClosingGround


@dataclass(frozen=True, slots=True)
class OnDisqualification:
    """A vote on whether a member is disqualified in the item, or is excused: FOR means so."""

    person_id: int


@dataclass(frozen=True, slots=True)
class OnProcedure:
    """A vote on the order of things: the agenda, the summons, admitting a statement."""

    text: str


VoteSubject = OnProposal | OnClosing | OnDisqualification | OnProcedure


@dataclass(frozen=True, slots=True)
class VoteHeld:
    """A vote. ``unanimity_needed``: where one vote against is enough to stop."""

    key: str
    subject: VoteSubject
    form: VoteForm
    unanimity_needed: bool = False


@dataclass(frozen=True, slots=True)
class OfficeRoundHeld:
    """A round of an election by majority; the first round begins the election."""

    election: str
    office: Office
    round: Round
    form: VotingForm = VotingForm.WRITTEN


@dataclass(frozen=True, slots=True)
class LotDrawn:
    """The lot between those who are tied in the second round."""

    election: str
    winner: str


@dataclass(frozen=True, slots=True)
class CommitteeElected:
    """A proportional election of a working committee; held anew in the log, with its lots, once they are drawn."""

    election: str
    body: str
    lists: tuple[GroupList, ...]
    seats: int
    votes: tuple[tuple[str, int], ...]
    blank: int = 0
    lots: tuple[Lot, ...] = ()


# What is said


@dataclass(frozen=True, slots=True)
class RemarkEntered:
    """What the minutes tell of the consideration: oral information, a point of order. Never against the facts."""

    text: str
    exempt_under: str = ""


@dataclass(frozen=True, slots=True)
class SpokeAsOther:
    """Somebody without a seat speaks, in a capacity that has the right."""

    name: str
    capacity: Capacity
    text: str = ""


@dataclass(frozen=True, slots=True)
class StatementEntered:
    """A short statement that goes into the minutes (*protokolltilførsel*); ``vote`` admitted it, where one was held."""

    person_id: int
    text: str
    vote: str = ""


@dataclass(frozen=True, slots=True)
class QuestionAsked:
    """A member asks the leader a question, on the agenda or not."""

    key: str
    person_id: int
    text: str


@dataclass(frozen=True, slots=True)
class QuestionAnswered:
    """The answer, and who gave it."""

    question: str
    by: str
    text: str


FrameEvent = (
    RollCalled | MeetingSet | LeaderTookOver | MeetingAdjourned | MeetingResumed | RecordingPermitted | MeetingClosed
)
PresenceEvent = Arrived | Left | SteppedDown | DeputyCalledIn
ItemEvent = (
    ItemRaised
    | AdmissionAsked
    | ItemOpened
    | ItemSetAside
    | ItemHandled
    | ItemPostponed
    | ItemWithdrawn
    | Decided
    | DisqualificationRaised
    | ClosingDebateHeldClosed
    | DoorsClosed
    | DoorsOpened
)
VotingEvent = ProposalMoved | ProposalWithdrawn | VoteHeld | OfficeRoundHeld | LotDrawn | CommitteeElected
TalkEvent = RemarkEntered | SpokeAsOther | StatementEntered | QuestionAsked | QuestionAnswered

MeetingEvent = FrameEvent | PresenceEvent | ItemEvent | VotingEvent | TalkEvent
