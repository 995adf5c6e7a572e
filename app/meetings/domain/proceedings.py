"""Where a meeting stands after what has happened in it so far: the value that each event changes, and is held against.

Law: kommuneloven (2018) §§ 11-2, 11-3, 11-4, 11-9.
Rules: R-287, R-300.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime

from app.core.errors import DomainError
from app.meetings.domain.agenda import AgendaItem
from app.meetings.domain.closing import ClosingGround
from app.meetings.domain.disqualification import AdministrationAct, Deciders, Ground
from app.meetings.domain.events import MeetingEvent, VoteSubject
from app.meetings.domain.meeting_elections import CommitteeElection, OfficeElection
from app.meetings.domain.presence import EMPTY, Occupancy
from app.meetings.domain.proposals import Proposal
from app.meetings.domain.roster import Roster
from app.meetings.domain.states import ItemState, MeetingState
from app.meetings.domain.thirds import Admission
from app.meetings.domain.vote_results import VoteResult


@dataclass(frozen=True, slots=True)
class Setting:
    """What is given before the meeting begins: day, roster, the called agenda, and which acts and forms hold."""

    on: date
    roster: Roster
    agenda: tuple[AgendaItem, ...]
    summoned_on: date | None = None
    remote: bool = False
    act: AdministrationAct = AdministrationAct.ACT_OF_1967
    blank_counts_in_majority: bool = True


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided in an item, and the vote or election it rests on."""

    text: str
    rests_on: str
    final: bool
    decider: str


@dataclass(frozen=True, slots=True)
class Raised:
    """A question whether a member is disqualified in an item, or excused; ``found`` is None until it is decided."""

    item: str
    person_id: int
    ground: Ground
    legal_basis: str
    explained: str = ""
    found: bool | None = None


@dataclass(frozen=True, slots=True)
class ItemProgress:
    """An item and how far it has come. ``ground``: the doors were closed for it, and stay noted after they open."""

    item: AgendaItem
    state: ItemState = ItemState.NUMBERED
    admission: Admission | None = None
    decisions: tuple[Decision, ...] = ()
    ground: ClosingGround | None = None


@dataclass(frozen=True, slots=True)
class HeldVote:
    """A vote with its result. ``number`` from 1 in the meeting; ``deciders`` where somebody may be kept out."""

    key: str
    number: int
    item: str
    subject: VoteSubject
    result: VoteResult
    deciders: Deciders | None = None


@dataclass(frozen=True, slots=True)
class Happened:
    """An event in its place, from 1: the open item, the seats after it, and the number of votes held before it."""

    place: int
    event_id: str
    at: datetime
    event: MeetingEvent
    item: str
    occupancy: Occupancy
    votes_before: int
    leader: int | None = None


@dataclass(frozen=True, slots=True)
class Proceedings:
    """The meeting as it stands. ``happened`` is everything so far, in the order it took place."""

    setting: Setting
    state: MeetingState = MeetingState.CALLED
    occupancy: Occupancy = EMPTY
    roll_called: bool = False
    leader: int | None = None
    elected_leader: int | None = None
    adjourned: bool = False
    open_item: str = ""
    doors_closed: bool = False
    items: tuple[ItemProgress, ...] = ()
    raised: tuple[Raised, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    votes: tuple[HeldVote, ...] = ()
    elections: tuple[OfficeElection, ...] = ()
    committees: tuple[CommitteeElection, ...] = ()
    questions: tuple[str, ...] = ()
    happened: tuple[Happened, ...] = ()

    def item(self, key: str) -> ItemProgress:
        """The item with this key; refused when the agenda has none."""
        for each in self.items:
            if each.item.key == key:
                return each
        raise NotInMeeting("item", key)

    def vote(self, key: str) -> HeldVote:
        """The vote with this key; refused when none is held."""
        for each in self.votes:
            if each.key == key:
                return each
        raise NotInMeeting("vote", key)

    def proposal(self, key: str) -> Proposal:
        """The proposal with this key; refused when none is moved."""
        for each in self.proposals:
            if each.key == key:
                return each
        raise NotInMeeting("proposal", key)

    def election(self, key: str) -> OfficeElection | None:
        """The election by majority with this key, or None."""
        return next((each for each in self.elections if each.key == key), None)

    def raised_in(self, item: str) -> tuple[Raised, ...]:
        """The questions of disqualification in an item, in the order they were raised."""
        return tuple(each for each in self.raised if each.item == item)

    def with_item(self, changed: ItemProgress) -> "Proceedings":
        """The meeting with one item changed."""
        return replace(self, items=tuple(changed if each.item.key == changed.item.key else each for each in self.items))


@dataclass(unsafe_hash=True)
class NotInMeeting(DomainError):
    """Something is referred to that is not in this meeting: ``kind`` says what, ``key`` which."""

    kind: str
    key: str


@dataclass(unsafe_hash=True)
class KeyTaken(DomainError):
    """The key is in use already: for ``kind``."""

    kind: str
    key: str


@dataclass(unsafe_hash=True)
class MeetingNotRunning(DomainError):
    """The meeting is not set yet, or is closed."""

    state: MeetingState


@dataclass(unsafe_hash=True)
class MeetingIsAdjourned(DomainError):
    """The meeting has a pause, and nothing is done in it."""


@dataclass(unsafe_hash=True)
class NoItemOpen(DomainError):
    """What belongs to an item is recorded when none is open."""


@dataclass(unsafe_hash=True)
class ItemStillOpen(DomainError):
    """Another item is open: it is handled, postponed or set aside first."""

    item: str


def begin(setting: Setting) -> Proceedings:
    """The meeting before anything has happened: every item of the called agenda waits for its turn.

    Items that get no number stand as numbered ones do once the agenda is called.
    """
    return Proceedings(setting, items=tuple(ItemProgress(each) for each in setting.agenda))


def require_running(now: Proceedings) -> None:
    """Refuse what can only happen in a meeting that is set, not closed, and not in a pause."""
    if now.state is not MeetingState.RUNNING:
        raise MeetingNotRunning(now.state)
    if now.adjourned:
        raise MeetingIsAdjourned


def require_open_item(now: Proceedings) -> ItemProgress:
    """The open item; refused when none is."""
    require_running(now)
    if not now.open_item:
        raise NoItemOpen
    return now.item(now.open_item)
