"""A vote typed as it is said, and the moment of an event that was recorded late."""

from datetime import UTC, datetime, timedelta

import pytest

from app.meetings.domain.event_log import NotInLog
from app.meetings.domain.events import ItemOpened, MeetingSet
from app.meetings.domain.presence import Voter
from app.meetings.domain.vote_forms import ByGroup, Choice, PerSeat, SecretBallot, Unanimous, VoteForm, resolve
from app.meetings.live.moments import TimeDoesNotFit, placed_at
from app.meetings.live.typed_lines import VoteNotUnderstood
from app.meetings.live.typed_vote import typed_vote
from tests.domain.meetings.meetings import START, Recorder, a_setting, roll

FOR, AGAINST, BLANK = Choice.FOR, Choice.AGAINST, Choice.BLANK
VOTERS = tuple(
    Voter(seat, seat, name, party)
    for seat, name, party in (
        (1, "Anne Aas", "H"),
        (2, "Bo Berg", "H"),
        (3, "Eva Eide", "FrP"),
        (4, "Finn Foss", "Ap"),
        (12, "Guri Gran", "H"),
    )
)


@pytest.mark.rule("R-288", "R-300")
@pytest.mark.parametrize(
    ("line", "vote"),
    [
        ("enstemmig", Unanimous()),
        ("Samrøystes.", Unanimous()),
        ("enstemmig mot", Unanimous(AGAINST)),
        ("H, FrP for; resten mot", ByGroup((("H", FOR), ("FrP", FOR)), AGAINST)),
        ("H, FrP for; resten mot; 12 mot", ByGroup((("H", FOR), ("FrP", FOR)), AGAINST, ((12, AGAINST),))),
        (
            "h og frp for; ap mot; plass 12 mot",
            ByGroup((("H", FOR), ("FrP", FOR), ("Ap", AGAINST)), None, ((12, AGAINST),)),
        ),
        ("resten for; Gran mot", ByGroup((), FOR, ((12, AGAINST),))),
        ("1, 2 for; 3, 4, 12 mot", PerSeat(((1, FOR), (2, FOR), (3, AGAINST), (4, AGAINST), (12, AGAINST)))),
        ("skriftlig 3-1-1", SecretBallot(3, 1, 1)),
        ("skriftleg 2-2-1 leiar for", SecretBallot(2, 2, 1, FOR)),
        ("resten blankt; 1 for", ByGroup((), BLANK, ((1, FOR),))),
    ],
)
def test_a_line_is_read_as_it_is_said(line: str, vote: VoteForm) -> None:
    assert typed_vote(line, VOTERS) == vote


@pytest.mark.rule("R-300")
def test_the_exception_counts_against_its_party() -> None:
    """H 3 and FrP 1 for, but seat 12 (H) against; Ap 1 against: 3 to 2."""
    tally, _casts = resolve(typed_vote("H, FrP for; resten mot; 12 mot", VOTERS), VOTERS, on_persons=False)
    assert (tally.votes_for, tally.votes_against) == (3, 2)


@pytest.mark.parametrize("line", ["", "H kanskje", "Venstre for", "for", "H for mot noe"])
def test_a_line_that_says_nothing_is_refused_with_the_parties(line: str) -> None:
    with pytest.raises(VoteNotUnderstood) as refused:
        typed_vote(line, VOTERS)
    assert refused.value.known == ("H", "FrP", "Ap")


def a_log() -> Recorder:
    """The roll at 16.00, the meeting set at 16.01, an item opened at 16.02; all in UTC."""
    recorder = Recorder(a_setting())
    recorder.record(roll(), MeetingSet(1), ItemOpened("park"))
    return recorder


NOW = START + timedelta(minutes=30)


@pytest.mark.rule("R-300")
def test_a_typed_time_must_fit_where_the_event_is_put() -> None:
    log = a_log().log
    assert placed_at(log, START + timedelta(minutes=10), None, "", NOW) == START + timedelta(minutes=10)
    assert placed_at(log, None, None, "", NOW) == NOW
    assert placed_at(log, None, None, "e3", NOW) == START + timedelta(minutes=2)
    with pytest.raises(TimeDoesNotFit):
        placed_at(log, START + timedelta(minutes=1), None, "", NOW)
    with pytest.raises(TimeDoesNotFit):
        placed_at(log, NOW + timedelta(minutes=1), None, "", NOW)
    with pytest.raises(NotInLog):
        placed_at(log, None, None, "nothing", NOW)


@pytest.mark.rule("R-300")
def test_a_device_whose_clock_is_wrong_does_not_turn_time_back() -> None:
    """Ten minutes behind the last event: the event has that one's time. Years off: the server's time."""
    log = a_log().log
    assert placed_at(log, None, START - timedelta(minutes=10), "", NOW) == START + timedelta(minutes=2)
    assert placed_at(log, None, datetime(2001, 1, 1, tzinfo=UTC), "", NOW) == NOW
    assert placed_at(log, None, START + timedelta(minutes=20), "", NOW) == START + timedelta(minutes=20)
