"""Makers of a council of fifteen and its meetings: a test states only what matters to it."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta

from app.councils.domain.membership import Role
from app.meetings.domain.agenda import AgendaItem, ItemKind
from app.meetings.domain.disqualification import Ground
from app.meetings.domain.event_log import Entry, EventLog, Undo, append, read_log
from app.meetings.domain.events import (
    DisqualificationRaised,
    ItemHandled,
    ItemOpened,
    MeetingEvent,
    MeetingSet,
    OnDisqualification,
    OnProposal,
    ProposalMoved,
    RollCalled,
    SteppedDown,
    VoteHeld,
)
from app.meetings.domain.presence import Sitting, Voter
from app.meetings.domain.proceedings import Proceedings, Setting
from app.meetings.domain.proposals import ProposalKind
from app.meetings.domain.roster import Attendee, Roster, RosterDeputy, RosterSeat
from app.meetings.domain.vote_forms import Choice, PerSeat, Unanimous, VoteForm

PARTIES = ("H", "H", "H", "H", "FrP", "FrP", "KrF", "V", "Ap", "Ap", "Ap", "Ap", "SV", "SV", "R")
"""The party of each seat from 1: H 4, FrP 2, KrF 1, V 1, Ap 4, SV 2, R 1. Seat and person have the same number."""

CHAIR, DEPUTY_CHAIR = 1, 9
MEETING_DAY = date(2025, 5, 8)
SUMMONED = date(2025, 5, 1)
START = datetime(2025, 5, 8, 16, 0, tzinfo=UTC)


def a_roster(
    parties: Sequence[str] = PARTIES, *, chair: int = CHAIR, deputy_chair: int = DEPUTY_CHAIR, one_row: bool = False
) -> Roster:
    """Seats with their holders; each list has two deputies, who are persons 101, 102 for the first list, then 103 …"""
    roles = {chair: Role.CHAIR, deputy_chair: Role.DEPUTY_CHAIR}
    seats = tuple(
        RosterSeat(number, party, Attendee(number, f"Member {number}", party), roles.get(number))
        for number, party in enumerate(parties, start=1)
    )
    lists = [each for each in dict.fromkeys(parties) for _ in range(2)]
    deputies = tuple(
        RosterDeputy(Attendee(100 + number, f"Deputy {number}", party), party, 2 - number % 2)
        for number, party in enumerate(lists, start=1)
    )
    return Roster(seats, deputies, one_row=one_row)


def an_item(key: str = "park", kind: ItemKind = ItemKind.DECISION, **fields: object) -> AgendaItem:
    """An item that was sent with the summons, recommended to be adopted."""
    given = {"number": "45/25", "recommendation": "The park is opened.", "sent_on": SUMMONED, **fields}
    return AgendaItem(key, kind, f"About {key}", **given)  # type: ignore[arg-type]  # a test's own fields


def a_setting(*items: AgendaItem, roster: Roster | None = None, **fields: object) -> Setting:
    """A called meeting; with one item, unless others are given."""
    return Setting(MEETING_DAY, roster or a_roster(), items or (an_item(),), SUMMONED, **fields)  # type: ignore[arg-type]  # a test's own fields


class Recorder:
    """A secretary: records events a minute apart, with ids ``e1``, ``e2`` … ``now`` is the meeting so far."""

    def __init__(self, setting: Setting) -> None:
        self.log: EventLog = read_log(setting)

    @property
    def now(self) -> Proceedings:
        return self.log.now

    def record(self, *events: MeetingEvent, before: str = "") -> Proceedings:
        for event in events:
            number = self.log.next_sequence
            entry = Entry(f"e{number}", number, START + timedelta(minutes=number - 1), event, before)
            self.log = append(self.log, entry)
        return self.now

    def undo(self, event_id: str) -> Proceedings:
        number = self.log.next_sequence
        self.log = append(self.log, Undo(f"e{number}", number, START + timedelta(minutes=number - 1), event_id))
        return self.now


def roll(seats: Iterable[int] = range(1, 16)) -> RollCalled:
    """The members of these seats are there."""
    return RollCalled(tuple(Sitting(seat, seat) for seat in seats))


def running(*items: AgendaItem, seats: Iterable[int] = range(1, 16), leader: int | None = CHAIR) -> Recorder:
    """A meeting that is set, with the first item open."""
    setting = a_setting(*items)
    recorder = Recorder(setting)
    recorder.record(roll(seats), MeetingSet(leader), ItemOpened(setting.agenda[0].key))
    return recorder


def vote(key: str = "v1", proposal: str = "", form: VoteForm | None = None, against: str = "") -> VoteHeld:
    """A vote on a proposal, the recommendation if none is named; unanimous unless told."""
    return VoteHeld(key, OnProposal(proposal, against), form or Unanimous())


def postponement(key: str = "later", mover: int = 9) -> ProposalMoved:
    return ProposalMoved(key, ProposalKind.POSTPONEMENT, "The case is postponed.", (mover,))


def disqualify(person_id: int, ground: Ground = Ground.PARTY) -> tuple[MeetingEvent, ...]:
    """Raised, found and stepped down."""
    return (
        DisqualificationRaised(person_id, ground),
        VoteHeld(f"d{person_id}", OnDisqualification(person_id), Unanimous()),
        SteppedDown(person_id),
    )


def some_voters(*parties: str) -> tuple[Voter, ...]:
    """A voter of each party, in seats from 1."""
    return tuple(Voter(number, number, f"Member {number}", party) for number, party in enumerate(parties, start=1))


def per_seat(choices: str, first: int = 1) -> PerSeat:
    """``"FFA-"``: seats 1 and 2 for, 3 against, 4 blank; a space means a seat that is empty."""
    said = {"F": Choice.FOR, "A": Choice.AGAINST, "-": Choice.BLANK}
    return PerSeat(tuple((seat, said[each]) for seat, each in enumerate(choices, start=first) if each in said))


HANDLED = ItemHandled()
