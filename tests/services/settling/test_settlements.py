"""A settlement is tried, proposed by one, decided by another, and annulled with a reason; nothing is overwritten.

A has 60 ballots and B 40, and one of A's names B1: list votes 179 and 121. Quotients A 127.86, B 86.43, A 59.67,
B 40.33, so A has two seats and B one.
"""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.audit.models import AuditEvent
from app.audit.services import AT_THE_KEYBOARD
from app.core.database import transaction
from app.core.errors import DomainError
from app.elections.domain.blockers import Blocker, BlockerKind
from app.elections.domain.board_meetings import (
    BoardMeeting,
    BoardNotQuorate,
    BoardTooSmall,
    CaseNumberMissing,
    MeetingOnAnotherDay,
    MorePresentThanMembers,
    NamedTwice,
)
from app.elections.domain.settlement import Settlement
from app.elections.domain.states import MoveNotAllowed
from app.elections.domain.validity import ValidityDecision
from app.elections.files.bundle import verify_bundle
from app.elections.models import CountLineRow, SettlementRow, ValidityDecisionRow
from app.elections.queries import current_settlement
from app.elections.refusals import ContestIsSettled, NotAllSettled
from app.elections.services.ballots import import_ballots
from app.elections.services.export import bundle_files
from app.elections.services.settle import settle_contests
from app.elections.services.validity import decide_validity
from app.elections.settling.blockers import blockers
from app.elections.settling.queries import newest_trial, settlements_of
from app.elections.settling.refusals import (
    InputChanged,
    NotReadyToSettle,
    NoTrial,
    ReasonMissing,
    SamePersonDecides,
    SettlementStands,
    ValidityIsDecided,
)
from app.elections.settling.services.settlements import annul, decide, make_trial, propose
from tests.services.settling.room import (
    BOARD,
    MEETING,
    NIGHT,
    OFFICER,
    annulled,
    counted,
    decided,
    proposed,
    the_contest,
    the_election,
    tried,
)
from tests.small_election import write_files

LATER = datetime(2023, 11, 1, 9, tzinfo=UTC)


def acts(session: Session) -> list[str]:
    """What the trail tells since the ballots came in."""
    told = list(session.scalars(select(AuditEvent.act).order_by(AuditEvent.id)))
    return told[told.index("BallotsImported") + 1 :]


def states(session: Session) -> list[tuple[int, str]]:
    """Each settlement of Fana and where it stands, the newest first."""
    session.rollback()
    return [(each.row.number, str(each.state)) for each in settlements_of(session, the_contest(session).id)]


def seats(session: Session) -> dict[str, int] | None:
    """The result of Fana, if there is one."""
    session.rollback()
    stored = current_settlement(session, the_contest(session).id)
    return {each.code: each.seats for each in stored.settlement.lists} if stored else None


@pytest.mark.rule("R-150")
def test_a_trial_is_kept_apart_and_counts_for_nothing(session: Session, tmp_path: Path) -> None:
    counted(tmp_path)
    with transaction() as writing:
        outcome = make_trial(writing, the_contest(writing), by=OFFICER, at=NIGHT)
    assert isinstance(outcome, Settlement)
    assert [each.seats for each in outcome.lists] == [2, 1]
    trial = newest_trial(session, the_contest(session).id)
    assert trial is not None
    assert trial.outcome == outcome
    assert (seats(session), states(session), acts(session)) == (None, [], ["TrialSettlementMade"])


@pytest.mark.rule("R-190")
def test_what_one_proposes_another_decides_and_then_it_is_the_result(session: Session, tmp_path: Path) -> None:
    counted(tmp_path)
    with transaction() as writing:
        row = proposed(writing)
    assert (seats(session), states(session), the_election(session).state) == (None, [(1, "proposed")], "counting")
    with transaction() as writing:
        decide(writing, writing.get_one(SettlementRow, row.id), MEETING, by=BOARD, at=NIGHT)
    assert (seats(session), states(session)) == ({"A": 2, "B": 1}, [(1, "decided")])
    assert the_election(session).state == "settled"
    assert acts(session) == ["TrialSettlementMade", "SettlementMade", "SettlementDecided", "ElectionMoved"]


@pytest.mark.rule("R-190")
def test_who_proposed_a_settlement_does_not_decide_it(session: Session, tmp_path: Path) -> None:
    counted(tmp_path)
    with transaction() as writing:
        row = proposed(writing)
    with pytest.raises(SamePersonDecides), transaction() as writing:
        decide(writing, writing.get_one(SettlementRow, row.id), MEETING, by=OFFICER, at=NIGHT)
    assert states(session) == [(1, "proposed")]


@pytest.mark.rule("R-287", "R-8")
@pytest.mark.parametrize(
    ("meeting", "refused"),
    [
        (BoardMeeting(date(2023, 9, 12), 5, ("Kari Lie", "Ola Vik"), "2023/88"), BoardNotQuorate(5, 2, 3)),
        (BoardMeeting(date(2023, 9, 12), 2, ("Kari Lie", "Ola Vik"), "2023/88"), BoardTooSmall(2)),
        (BoardMeeting(date(2023, 9, 12), 3, ("A B", "C D", "E F", "G H"), "2023/88"), MorePresentThanMembers(3, 4)),
        (BoardMeeting(date(2023, 9, 12), 5, ("Kari Lie", "kari lie", "Ola Vik"), "2023/88"), NamedTwice("kari lie")),
        (BoardMeeting(date(2023, 9, 12), 5, MEETING.present, " "), CaseNumberMissing()),
        (
            BoardMeeting(date(2023, 9, 10), 5, MEETING.present, "2023/88"),
            MeetingOnAnotherDay(date(2023, 9, 10), date(2023, 9, 11), date(2023, 9, 12)),
        ),
        (
            BoardMeeting(date(2023, 9, 13), 5, MEETING.present, "2023/88"),
            MeetingOnAnotherDay(date(2023, 9, 13), date(2023, 9, 11), date(2023, 9, 12)),
        ),
    ],
    ids=["two of five", "board of two", "four of three", "named twice", "no case", "before the election", "tomorrow"],
)
def test_a_board_that_could_not_decide_has_not_decided(
    session: Session, tmp_path: Path, meeting: BoardMeeting, refused: DomainError
) -> None:
    counted(tmp_path)
    with transaction() as writing:
        row = proposed(writing)
    with pytest.raises(type(refused)) as told, transaction() as writing:
        decide(writing, writing.get_one(SettlementRow, row.id), meeting, by=BOARD, at=NIGHT)
    assert told.value == refused
    assert states(session) == [(1, "proposed")]


@pytest.mark.rule("R-190")
def test_an_annulled_settlement_stays_readable_and_the_next_gets_the_next_number(
    session: Session, tmp_path: Path
) -> None:
    counted(tmp_path)
    with transaction() as writing:
        first = annulled(writing)
        document = first.document
    assert (seats(session), states(session), the_election(session).state) == (None, [(1, "annulled")], "counting")
    with transaction() as writing:
        decided(writing)
    assert (seats(session), states(session)) == ({"A": 2, "B": 1}, [(2, "decided"), (1, "annulled")])
    newest, oldest = settlements_of(session, the_contest(session).id)
    assert oldest.row.document == document
    assert oldest.annulment is not None
    assert oldest.annulment.reason == "Ti stemmesedler er talt to ganger."
    assert newest.decision is not None
    assert newest.decision.present == "Kari Lie\nOla Vik\nPer Dal"
    assert acts(session)[3:6] == ["ElectionMoved", "SettlementAnnulled", "ElectionMoved"]


def test_an_annulment_takes_a_reason_and_is_made_once(session: Session, tmp_path: Path) -> None:
    counted(tmp_path)
    with transaction() as writing:
        row = decided(writing)
    with pytest.raises(ReasonMissing), transaction() as writing:
        annul(writing, writing.get_one(SettlementRow, row.id), "  ", by=BOARD, at=NIGHT)
    with transaction() as writing:
        annul(writing, writing.get_one(SettlementRow, row.id), "Feil.", by=BOARD, at=NIGHT)
    with pytest.raises(MoveNotAllowed), transaction() as writing:
        annul(writing, writing.get_one(SettlementRow, row.id), "Feil.", by=BOARD, at=NIGHT)
    assert states(session) == [(1, "annulled")]


@pytest.mark.rule("R-205")
def test_after_the_municipal_councils_decision_nothing_is_annulled(session: Session, tmp_path: Path) -> None:
    counted(tmp_path)
    with transaction() as writing:
        row = decided(writing)
    with transaction() as writing:
        invalid = ValidityDecision(valid=False, decided_on=date(2023, 10, 10), reference="2023/4567")
        decide_validity(writing, the_election(writing), invalid, by=AT_THE_KEYBOARD, at=LATER)
    with pytest.raises(ValidityIsDecided), transaction() as writing:
        annul(writing, writing.get_one(SettlementRow, row.id), "Feil.", by=BOARD, at=LATER)
    assert states(session) == [(1, "decided")]


@pytest.mark.rule("R-205")
def test_nobody_takes_office_by_an_annulled_settlement(session: Session, tmp_path: Path) -> None:
    counted(tmp_path)
    with transaction() as writing:
        annulled(writing)
    valid = ValidityDecision(valid=True, decided_on=date(2023, 10, 10), reference="2023/4567")
    with pytest.raises(NotAllSettled), transaction() as writing:
        decide_validity(writing, the_election(writing), valid, by=AT_THE_KEYBOARD, at=LATER)
    assert session.scalars(select(ValidityDecisionRow)).all() == []


def test_while_a_settlement_stands_its_ballots_are_locked_and_annulment_opens_them(
    session: Session, tmp_path: Path
) -> None:
    counted(tmp_path)
    more = write_files(tmp_path / "more", ballots=["fana,b9,1,A,1,"])
    with transaction() as writing:
        row = proposed(writing)
    with pytest.raises(ContestIsSettled), transaction() as writing:
        import_ballots(writing, the_election(writing), more.ballots, by=AT_THE_KEYBOARD, at=NIGHT)
    with transaction() as writing:
        annul(writing, writing.get_one(SettlementRow, row.id), "En bunke mangler.", by=BOARD, at=NIGHT)
        import_ballots(writing, the_election(writing), more.ballots, by=AT_THE_KEYBOARD, at=NIGHT)
    assert states(session) == [(1, "annulled")]


def test_what_is_proposed_is_what_was_seen_in_the_trial(session: Session, tmp_path: Path) -> None:
    counted(tmp_path)
    with transaction() as writing:
        seen = tried(writing)
        line = writing.scalars(select(CountLineRow).where(CountLineRow.line == "list:A", CountLineRow.count == 2)).one()
        line.number = 61
    with pytest.raises(InputChanged), transaction() as writing:
        propose(writing, the_contest(writing), seen, by=OFFICER, at=NIGHT)
    assert states(session) == []


def test_nothing_is_proposed_unseen(session: Session, tmp_path: Path) -> None:
    counted(tmp_path)
    with pytest.raises(NoTrial), transaction() as writing:
        propose(writing, the_contest(writing), "5" * 64, by=OFFICER, at=NIGHT)
    assert states(session) == []


@pytest.mark.rule("R-130")
def test_without_a_first_count_a_trial_can_be_made_and_nothing_proposed(session: Session, tmp_path: Path) -> None:
    counted(tmp_path)
    with transaction() as writing:
        for line in writing.scalars(select(CountLineRow).where(CountLineRow.count == 1)):
            writing.delete(line)
    missing = Blocker(BlockerKind.FILES_MISSING, 1, ("counts.csv:1",))
    assert blockers(session, the_contest(session)) == (missing,)
    with transaction() as writing:
        seen = tried(writing)
    with pytest.raises(NotReadyToSettle) as refused, transaction() as writing:
        propose(writing, the_contest(writing), seen, by=OFFICER, at=NIGHT)
    assert refused.value.blockers == (missing,)


def test_two_who_propose_at_once_make_one_settlement(session: Session, tmp_path: Path) -> None:
    counted(tmp_path)
    with transaction() as writing:
        seen = tried(writing)
        propose(writing, the_contest(writing), seen, by=OFFICER, at=NIGHT)
    with pytest.raises(SettlementStands), transaction() as writing:
        propose(writing, the_contest(writing), seen, by=OFFICER, at=NIGHT)
    assert states(session) == [(1, "proposed")]


def test_the_keyboard_does_not_decide_what_waits_for_the_board(session: Session, tmp_path: Path) -> None:
    counted(tmp_path)
    with transaction() as writing:
        proposed(writing)
    with pytest.raises(SettlementStands), transaction() as writing:
        settle_contests(writing, the_election(writing), codes=None, lots=(), by=AT_THE_KEYBOARD, at=NIGHT)
    assert states(session) == [(1, "proposed")]


def test_the_keyboard_makes_the_next_settlement_after_an_annulment(session: Session, tmp_path: Path) -> None:
    counted(tmp_path)
    with transaction() as writing:
        annulled(writing)
    with transaction() as writing:
        settle_contests(writing, the_election(writing), codes=None, lots=(), by=AT_THE_KEYBOARD, at=NIGHT)
    assert states(session) == [(2, "decided"), (1, "annulled")]
    newest = settlements_of(session, the_contest(session).id)[0]
    assert newest.decision is not None
    assert (newest.decision.decided_by, newest.decision.met_on) == ("command", None)


def test_the_bundle_of_the_new_settlement_verifies(session: Session, tmp_path: Path) -> None:
    counted(tmp_path)
    with transaction() as writing:
        annulled(writing)
    with pytest.raises(NotAllSettled):
        list(bundle_files(session, the_election(session), now=LATER))
    with transaction() as writing:
        decided(writing)
    folder = tmp_path / "bundle"
    folder.mkdir()
    for name, pieces in bundle_files(session, the_election(session), now=LATER):
        (folder / name).write_bytes(b"".join(pieces))
    assert verify_bundle(folder) == []
