"""Typing changed ballots: what is stored afterwards, and what is not when something is refused. On both databases."""

from collections.abc import Sequence

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.audit.models import AuditEvent
from app.audit.services import Actor
from app.core.database import transaction
from app.core.errors import DomainError
from app.elections.changed_ballots.models import TypedBatch, TypedEntry
from app.elections.changed_ballots.queries import blockers, lines_of
from app.elections.changed_ballots.refusals import (
    BatchCodeTaken,
    BatchMovedOn,
    MoreTypedThanCounted,
    NotCounting,
    ReasonMissing,
)
from app.elections.changed_ballots.services.batches import (
    approve_batch,
    register_batch,
    reopen_batch,
    settle_differences,
    withdraw_batch,
)
from app.elections.changed_ballots.services.entries import (
    EditConflict,
    Place,
    Saved,
    finish_entry,
    grow,
    save_entry,
    take_over,
)
from app.elections.domain.ballots import UnknownList
from app.elections.domain.blockers import Blocker, BlockerKind
from app.elections.domain.settlement import settle
from app.elections.domain.states import ElectionState, MoveNotAllowed
from app.elections.domain.typed_batches import (
    FIRST,
    SECOND,
    BatchSizeWrong,
    BatchState,
    LinesNotDone,
    NotToBeTyped,
    OwnControl,
)
from app.elections.models import Batch, ChangedBallotRow, CountLineRow
from app.elections.queries import changed_ballots
from app.elections.refusals import ContestIsSettled
from tests.builders import RULES_2002, a_contest, a_tally
from tests.elections import settle_contest
from tests.typed_ballots import (
    AT,
    BOARD,
    KARI,
    OLA,
    a_batch,
    a_counted_election,
    an_agreed_batch,
    an_approved_batch,
    contest_of,
    place_of,
    type_in,
)

PER = Actor("per.lie@bergen.example")


def acts(session: Session) -> list[str]:
    return list(session.scalars(select(AuditEvent.act).order_by(AuditEvent.id)))


def stored(session: Session, batch: TypedBatch) -> list[tuple[str, str, str, str, str]]:
    return list(changed_ballots(session, batch.contest_id))


def typed_twice(session: Session, first: Sequence[str], second: Sequence[str]) -> TypedBatch:
    batch = a_batch(session, a_counted_election(session), len(first))
    type_in(session, batch, first, KARI)
    type_in(session, batch, second, OLA)
    return batch


@pytest.mark.rule("R-115")
def test_a_bundle_goes_from_sheet_to_ballots_that_count(session: Session) -> None:
    """Ballot 3 is found unchanged, ballot 4 is not there: three rows, numbered as on the paper."""
    lines = ["4 1", "2 b2 ?", "-", "x"]
    with transaction() as writing:
        batch = an_agreed_batch(writing, a_counted_election(writing), lines)
        assert batch.state is BatchState.AGREED
        assert stored(writing, batch) == []
        assert approve_batch(writing, batch, by=BOARD, at=AT) == 3
    assert stored(session, batch) == [
        ("001", "001", "A", "1 4", ""),
        ("001", "002", "A", "2", "B:2 ?"),
        ("001", "003", "A", "", ""),
    ]
    assert (batch.state, batch.approved_by) == (BatchState.APPROVED, BOARD.name)
    assert acts(session) == [
        "BatchRegistered",
        "EntryBegun",
        "EntryFinished",
        "EntryBegun",
        "EntryFinished",
        "BatchApproved",
    ]


@pytest.mark.rule("R-115")
def test_a_difference_is_settled_with_the_paper_in_hand_ballot_by_ballot(session: Session) -> None:
    """Ballots 2 and 3 differ; the second of them turns out to be a third thing."""
    with transaction() as writing:
        batch = typed_twice(writing, ["1", "2 3", "B2"], ["1", "2 6", "B3"])
        states = [batch.state]
        for ruling in ({2: "2 3"}, {3: "B4"}):
            settle_differences(writing, batch, ruling, by=OLA, at=AT)
            states.append(batch.state)
        assert states == [BatchState.DIFFERS, BatchState.DIFFERS, BatchState.AGREED]
        approve_batch(writing, batch, by=BOARD, at=AT)
    assert [each[3:] for each in stored(session, batch)] == [("1", ""), ("2 3", ""), ("", "B:4")]
    assert acts(session)[-3:] == ["DifferencesSettled", "DifferencesSettled", "BatchApproved"]


@pytest.mark.rule("R-115")
def test_nothing_of_a_ruling_is_stored_when_one_of_its_lines_cannot_be_used(session: Session) -> None:
    with transaction() as writing:
        batch = typed_twice(writing, ["1", "2"], ["3", "4"])
    for wrong in ({1: "1", 2: "17"}, {1: "1", 2: ""}, {}):
        with pytest.raises(LinesNotDone), transaction() as writing:
            settle_differences(writing, batch, wrong, by=OLA, at=AT)
    session.expire_all()
    assert (batch.state, batch.rulings) == (BatchState.DIFFERS, [])


@pytest.mark.rule("R-115")
def test_the_second_time_is_typed_by_another_and_approved_by_a_third(session: Session) -> None:
    with transaction() as writing:
        batch = a_batch(writing, a_counted_election(writing), 1)
        type_in(writing, batch, ["1"], KARI)
    with pytest.raises(OwnControl), transaction() as writing:
        save_entry(writing, batch, ["1"], Place(1, SECOND, 0), by=KARI, at=AT)
    with transaction() as writing:
        type_in(writing, batch, ["2"], OLA)
        settle_differences(writing, batch, {1: "2"}, by=PER, at=AT)
    for worker in (KARI, OLA, PER):
        with pytest.raises(OwnControl), transaction() as writing:
            approve_batch(writing, batch, by=worker, at=AT)
    session.expire_all()
    assert batch.state is BatchState.AGREED
    assert session.scalar(select(func.count()).select_from(ChangedBallotRow)) == 0


def test_what_is_typed_is_kept_with_its_faults_and_handed_in_only_without_them(session: Session) -> None:
    with transaction() as writing:
        batch = a_batch(writing, a_counted_election(writing), 3)
        save_entry(writing, batch, ["1", "17"], Place(1, FIRST, 0), by=KARI, at=AT)
    with pytest.raises(LinesNotDone) as refused, transaction() as writing:
        finish_entry(writing, batch, place_of(batch), by=KARI, at=AT)
    assert refused.value.numbers == (2, 3)
    session.expire_all()
    assert (batch.state, lines_of(batch, FIRST)) == (BatchState.REGISTERED, ["1", "17", ""])


@pytest.mark.rule("R-115")
def test_two_windows_on_one_bundle_never_overwrite_each_other(session: Session) -> None:
    """Both were opened before anything was typed. The later save changes nothing and is told what stands there."""
    with transaction() as writing:
        batch = a_batch(writing, a_counted_election(writing), 2)
        assert save_entry(writing, batch, ["1", ""], Place(1, FIRST, 0), by=KARI, at=AT) == Saved(1)
        assert save_entry(writing, batch, ["1", ""], Place(1, FIRST, 0), by=KARI, at=AT) == Saved(1)  # sent twice
        conflict = save_entry(writing, batch, ["5", "6"], Place(1, FIRST, 0), by=OLA, at=AT)
    assert conflict == EditConflict(KARI.name, ("1", ""), 1)
    session.expire_all()
    assert lines_of(batch, FIRST) == ["1", ""]
    assert acts(session)[-1] == "EntryShown"


@pytest.mark.rule("R-115")
def test_one_who_was_shown_the_first_entry_never_types_the_second(session: Session) -> None:
    with transaction() as writing:
        batch = a_batch(writing, a_counted_election(writing), 1)
        save_entry(writing, batch, ["1"], Place(1, FIRST, 0), by=KARI, at=AT)
        save_entry(writing, batch, ["5"], Place(1, FIRST, 0), by=OLA, at=AT)
        finish_entry(writing, batch, Place(1, FIRST, 1), by=KARI, at=AT)
    with pytest.raises(OwnControl), transaction() as writing:
        save_entry(writing, batch, ["1"], Place(1, SECOND, 0), by=OLA, at=AT)
    with transaction() as writing:
        type_in(writing, batch, ["1"], PER)
    assert batch.state is BatchState.AGREED


@pytest.mark.rule("R-115")
def test_a_clerk_may_go_on_where_another_left_off_and_neither_controls_it(session: Session) -> None:
    with transaction() as writing:
        batch = a_batch(writing, a_counted_election(writing), 1)
        save_entry(writing, batch, ["1"], Place(1, FIRST, 0), by=KARI, at=AT)
        take_over(writing, batch, by=OLA, at=AT)
    with pytest.raises(BatchMovedOn), transaction() as writing:
        finish_entry(writing, batch, Place(1, FIRST, 1), by=KARI, at=AT)
    with transaction() as writing:
        finish_entry(writing, batch, Place(1, FIRST, 1), by=OLA, at=AT)
    for seer in (KARI, OLA):
        with pytest.raises(OwnControl), transaction() as writing:
            save_entry(writing, batch, ["1"], Place(1, SECOND, 0), by=seer, at=AT)


def test_a_page_from_before_the_bundle_moved_on_saves_nothing(session: Session) -> None:
    """Ola's page was for the first time; Kari has handed that in. His work would otherwise become the second."""
    with transaction() as writing:
        batch = a_batch(writing, a_counted_election(writing), 1)
        type_in(writing, batch, ["1"], KARI)
    with pytest.raises(BatchMovedOn), transaction() as writing:
        save_entry(writing, batch, ["5"], Place(1, FIRST, 0), by=OLA, at=AT)
    assert session.scalar(select(func.count()).select_from(TypedEntry)) == 1


def test_a_ballot_more_than_the_sheet_says_is_told_of_by_the_comparison(session: Session) -> None:
    with transaction() as writing:
        batch = a_batch(writing, a_counted_election(writing), 1)
        type_in(writing, batch, ["1"], KARI)
        grow(writing, batch, Place(1, SECOND, 0), by=OLA, at=AT)
        type_in(writing, batch, ["1", "5"], OLA)
        assert (batch.ballots, batch.state) == (2, BatchState.DIFFERS)
        settle_differences(writing, batch, {2: "5"}, by=OLA, at=AT)
        assert approve_batch(writing, batch, by=BOARD, at=AT) == 2


@pytest.mark.rule("R-115")
def test_a_bundle_is_reopened_with_a_reason_and_its_ballots_no_longer_count(session: Session) -> None:
    """What was typed the first round stays beside what is typed the second."""
    with transaction() as writing:
        batch = an_approved_batch(writing, a_counted_election(writing))
    with pytest.raises(ReasonMissing), transaction() as writing:
        reopen_batch(writing, batch, "  ", by=BOARD, at=AT)
    with transaction() as writing:
        reopen_batch(writing, batch, "Feil liste på arket", by=BOARD, at=AT)
        assert (batch.state, batch.round, batch.approved_by) == (BatchState.REOPENED, 2, None)
        assert stored(writing, batch) == []
        type_in(writing, batch, ["1", "2", "3"], OLA)
        type_in(writing, batch, ["1", "2", "3"], KARI)
        approve_batch(writing, batch, by=BOARD, at=AT)
    assert [each[3] for each in stored(session, batch)] == ["1", "2", "3"]
    assert session.scalar(select(func.count()).select_from(TypedEntry)) == 4
    event = session.scalars(select(AuditEvent).where(AuditEvent.act == "BatchReopened")).one()
    assert (event.reason, event.before) == ("Feil liste på arket", {"state": "approved"})


@pytest.mark.rule("R-115")
def test_a_settled_contest_takes_no_more_bundles_and_reopens_none(session: Session) -> None:
    with transaction() as writing:
        election = a_counted_election(writing)
        batch, other = an_approved_batch(writing, election), a_batch(writing, election, 1)
        outcome = settle(a_contest(), RULES_2002, a_tally(a_contest(), {"A": 60, "B": 40, "C": 20}))
        settle_contest(writing, contest_of(election), outcome)
    for act in (
        lambda writing: reopen_batch(writing, batch, "For sent", by=BOARD, at=AT),
        lambda writing: save_entry(writing, other, ["1"], Place(1, FIRST, 0), by=KARI, at=AT),
        lambda writing: withdraw_batch(writing, other, by=KARI, at=AT),
        lambda writing: register_batch(writing, contest_of(election), "A", 1, by=KARI, at=AT),
    ):
        with pytest.raises(ContestIsSettled), transaction() as writing:
            act(writing)
    session.expire_all()
    assert batch.state is BatchState.APPROVED
    assert len(stored(session, batch)) == 3


def test_only_an_election_that_is_counted_takes_bundles(session: Session) -> None:
    with transaction() as writing:
        election = a_counted_election(writing)
        election.state = ElectionState.OPEN_FOR_LISTS
        with pytest.raises(NotCounting):
            a_batch(writing, election)


def test_the_first_bundle_that_is_approved_moves_the_election_on_to_counting(session: Session) -> None:
    with transaction() as writing:
        election = a_counted_election(writing)
        election.state = ElectionState.LISTS_DECIDED
        an_approved_batch(writing, election)
    assert election.state == ElectionState.COUNTING


@pytest.mark.parametrize(
    ("list_code", "ballots", "refusal"),
    [
        pytest.param("Q", 3, UnknownList, id="no such list"),
        pytest.param("A", 0, BatchSizeWrong, id="no ballots"),
        pytest.param("A", 201, BatchSizeWrong, id="more than a bundle holds"),
        pytest.param("C", 21, MoreTypedThanCounted, id="the list has 20 ballots in the second count"),
    ],
)
def test_a_bundle_that_cannot_be_is_not_registered(
    session: Session, list_code: str, ballots: int, refusal: type[DomainError]
) -> None:
    with transaction() as writing:
        election = a_counted_election(writing)
    with pytest.raises(refusal), transaction() as writing:
        a_batch(writing, election, ballots, list_code)
    assert session.scalar(select(func.count()).select_from(TypedBatch)) == 0
    assert acts(session) == []


def test_bundles_together_hold_no_more_ballots_than_the_list_has(session: Session) -> None:
    """C has 20: a bundle of 15 and one of 5 are all; a withdrawn one holds none."""
    with transaction() as writing:
        election = a_counted_election(writing)
        withdraw_batch(writing, a_batch(writing, election, 20, "C"), by=KARI, at=AT)
        a_batch(writing, election, 15, "C")
        with pytest.raises(MoreTypedThanCounted) as refused:
            a_batch(writing, election, 6, "C")
        assert (refused.value.ballots, refused.value.counted) == (21, 20)
        assert a_batch(writing, election, 5, "C").code == "003"


def test_approval_asks_the_second_count_again_because_it_may_have_come_later(session: Session) -> None:
    with transaction() as writing:
        batch = an_agreed_batch(writing, a_counted_election(writing, a=60, counted=False))
        row = CountLineRow(contest_id=batch.contest_id, count=2, category="VO", place="", line="list:A", number=2)
        writing.add(row)
        writing.flush()
        with pytest.raises(MoreTypedThanCounted):
            approve_batch(writing, batch, by=BOARD, at=AT)
        row.number = 3
        approve_batch(writing, batch, by=BOARD, at=AT)


def test_a_number_that_a_file_has_brought_is_not_approved_a_second_time(session: Session) -> None:
    with transaction() as writing:
        batch = an_agreed_batch(writing, a_counted_election(writing))
        writing.add(Batch(contest_id=batch.contest_id, code=batch.code))
        with pytest.raises(BatchCodeTaken):
            approve_batch(writing, batch, by=BOARD, at=AT)


def test_only_what_has_not_been_handed_in_is_withdrawn(session: Session) -> None:
    with transaction() as writing:
        batch = a_batch(writing, a_counted_election(writing), 1)
        type_in(writing, batch, ["1"], KARI)
        with pytest.raises(MoveNotAllowed):
            withdraw_batch(writing, batch, by=KARI, at=AT)
        type_in(writing, batch, ["1"], OLA)
        with pytest.raises(NotToBeTyped):
            save_entry(writing, batch, ["1"], Place(1, SECOND, 1), by=PER, at=AT)


@pytest.mark.rule("R-115")
def test_what_stands_in_the_way_of_a_settlement_is_told(session: Session) -> None:
    with transaction() as writing:
        election = a_counted_election(writing)
        contest = contest_of(election)
        assert blockers(writing, contest) == ()
        first = an_approved_batch(writing, election)
        a_batch(writing, election, 2, "B")
        assert blockers(writing, contest) == (Blocker(BlockerKind.BATCHES_OPEN, 1, ("002",)),)
        line = writing.get_one(CountLineRow, (contest.id, 2, "VO", "", "list:A"))
        line.number = len(stored(writing, first)) - 1
        writing.flush()
        assert blockers(writing, contest)[1:] == (Blocker(BlockerKind.MORE_CHANGED_THAN_COUNTED, 1, ("A",)),)
