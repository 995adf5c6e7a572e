"""Votes refused, ballots decided one by one, ballots sent to other districts: kept apart, and held together by sums."""

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.audit.models import AuditEvent
from app.audit.services import Actor
from app.core.database import transaction
from app.elections.counting.models import DoubtfulBallotRow, HandOverRow
from app.elections.counting.queries import blockers, doubtful_ballots, doubtful_left, refused_votes
from app.elections.counting.refusals import (
    DoubtfulUndecided,
    NoHandOvers,
    OwnHandOver,
    ReasonNeeded,
    SameDistrict,
    StaleFigures,
)
from app.elections.counting.services.approval import approve_unit
from app.elections.counting.services.ballots import (
    decide_doubtful,
    hand_over,
    receive_hand_over,
    record_refused_votes,
    withdraw_decision,
)
from app.elections.domain.blockers import BlockerKind
from app.elections.domain.categories import Category
from app.elections.domain.doubtful_ballots import (
    DecisionIncomplete,
    DoubtfulDecision,
    DoubtfulOutcome,
    NoMoreDoubtful,
)
from app.elections.domain.refused_votes import RefusalGround, VoteKind
from app.elections.models import ContestRow
from app.elections.setting_models import ElectionSetting
from tests.counting import (
    AT,
    BOARD,
    KARI,
    OFFICER,
    OLA,
    a_unit,
    an_election_being_counted,
    count_unit,
    paper,
    type_twice,
)
from tests.elections import count_contest, lists_of

FOR_A = DoubtfulDecision(DoubtfulOutcome.FOR_LIST, "A", "Partinavnet er leselig.")
UNSTAMPED = DoubtfulDecision(DoubtfulOutcome.REJECTED_A, None, "Mangler stempel.")
VO = (Category.VO, "0801")


def contests(session: Session) -> list[ContestRow]:
    return list(session.scalars(select(ContestRow).order_by(ContestRow.ordinal)))


def decides(decision: DoubtfulDecision) -> None:
    with transaction() as writing:
        decide_doubtful(writing, contests(writing)[0], *VO, decision, by=BOARD, at=AT)


@pytest.fixture
def two_set_aside(session: Session) -> None:
    """Nesttun's first count: 90 ballots for lists and 2 set aside."""
    with transaction() as writing:
        contest = an_election_being_counted(writing).contests[0]
        count_unit(writing, a_unit(writing, contest, "1-VO-0801"), A=40, B=30, C=20, doubtful=2)


@pytest.mark.rule("R-99", "R-138")
@pytest.mark.usefixtures("two_set_aside")
def test_the_board_decides_each_ballot_with_its_reason(session: Session) -> None:
    decides(FOR_A)
    assert doubtful_left(session, contests(session)[0]) == {("VO", "0801"): (2, 1)}
    decides(UNSTAMPED)
    rows = doubtful_ballots(session, contests(session)[0].id)
    assert [(row.number, row.outcome, row.reason) for row in rows] == [
        (1, DoubtfulOutcome.FOR_LIST, "Partinavnet er leselig."),
        (2, DoubtfulOutcome.REJECTED_A, "Mangler stempel."),
    ]
    with pytest.raises(NoMoreDoubtful):
        decides(UNSTAMPED)


@pytest.mark.usefixtures("two_set_aside")
def test_an_incomplete_decision_leaves_nothing_behind(session: Session) -> None:
    with pytest.raises(DecisionIncomplete):
        decides(DoubtfulDecision(DoubtfulOutcome.FOR_LIST, "X", "Uklart."))
    assert session.scalar(select(func.count()).select_from(DoubtfulBallotRow)) == 0


@pytest.mark.rule("R-138")
@pytest.mark.usefixtures("two_set_aside")
def test_a_decision_taken_back_stays_with_its_reason_and_the_ballot_waits_again(session: Session) -> None:
    decides(FOR_A)
    with transaction() as writing:
        contest = contests(writing)[0]
        row = doubtful_ballots(writing, contest.id)[0]
        with pytest.raises(ReasonNeeded):
            withdraw_decision(writing, contest, row, " ", by=BOARD, at=AT)
        withdraw_decision(writing, contest, row, "Gjaldt feil seddel.", by=BOARD, at=AT)
    assert doubtful_left(session, contests(session)[0]) == {("VO", "0801"): (2, 0)}
    decides(UNSTAMPED)
    rows = doubtful_ballots(session, contests(session)[0].id)
    assert [(row.number, row.withdrawn_reason) for row in rows] == [(1, "Gjaldt feil seddel."), (2, None)]


def _approves_second_count() -> None:
    with transaction() as writing:
        row = a_unit(writing, contests(writing)[0], "2-VO-0801")
        approve_unit(writing, row, {}, seen=row.edit, by=BOARD, at=AT)


@pytest.mark.rule("R-138")
@pytest.mark.usefixtures("two_set_aside")
def test_the_second_count_is_approved_when_the_ballots_set_aside_are_decided(session: Session) -> None:
    """41 + 30 + 20 and 1 rejected: one of the two counted for A, the other had no stamp."""
    with transaction() as writing:
        contest = contests(writing)[0]
        row = a_unit(writing, contest, "2-VO-0801")
        type_twice(writing, row, paper(contest, 2, A=41, B=30, C=20, rejected_a=1))
    with pytest.raises(DoubtfulUndecided) as refused:
        _approves_second_count()
    assert refused.value.left == 2
    decides(FOR_A)
    decides(UNSTAMPED)
    _approves_second_count()
    assert BlockerKind.DOUBTFUL_UNDECIDED not in [each.kind for each in blockers(session, contests(session)[0])]


@pytest.mark.rule("R-138")
def test_a_second_count_from_a_file_holds_what_was_decided(session: Session) -> None:
    with transaction() as writing:
        contest = an_election_being_counted(writing).contests[0]
        figures = {**lists_of(A=40, B=30, C=20), "doubtful": 2}
        count_contest(writing, contest, {(1, "VO", "0801"): figures, (2, "VO", "0801"): lists_of(A=41, B=30, C=20)})
    assert doubtful_left(session, contests(session)[0]) == {}


@pytest.mark.rule("R-96")
def test_refused_votes_are_stored_by_ground_and_never_on_top_of_what_was_not_seen(session: Session) -> None:
    late = {(VoteKind.ADVANCE, RefusalGround.TOO_LATE): 4}
    with transaction() as writing:
        contest = an_election_being_counted(writing).contests[0]
        record_refused_votes(writing, contest, late, seen={}, by=BOARD, at=AT)
    assert refused_votes(session, contests(session)[0].id) == late
    with pytest.raises(StaleFigures), transaction() as writing:
        record_refused_votes(writing, contests(writing)[0], {}, seen={}, by=BOARD, at=AT)
    with transaction() as writing:
        more = {(VoteKind.ADVANCE, RefusalGround.TOO_LATE): 5}
        record_refused_votes(writing, contests(writing)[0], more, seen=late, by=BOARD, at=AT)
    trail = session.scalars(select(AuditEvent).where(AuditEvent.act == "RefusedVotesRecorded")).all()
    assert [(each.before, each.after) for each in trail] == [
        ({}, {"refused": {"advance SG-7": 4}}),
        ({"advance SG-7": 4}, {"refused": {"advance SG-7": 5}}),
    ]


@pytest.fixture
def twelve_sent(session: Session) -> None:
    """Twelve ballots that name Åsane lay in Fana's urn at Nesttun."""
    with transaction() as writing:
        election = an_election_being_counted(writing, "fana", "asane")
        hand_over(writing, election.contests[0], election.contests[1], VO, 12, by=KARI, at=AT)


def receives(number: int, by: Actor) -> None:
    with transaction() as writing:
        row = writing.scalars(select(HandOverRow)).one()
        receive_hand_over(writing, row, number, "", by=by, at=AT)


def unbalanced(session: Session) -> list[tuple[str, ...]]:
    return [
        each.names
        for contest in contests(session)
        for each in blockers(session, contest)
        if each.kind is BlockerKind.OTHER_DISTRICTS_UNBALANCED
    ]


@pytest.mark.rule("R-107")
@pytest.mark.usefixtures("twelve_sent")
def test_a_hand_over_is_in_the_way_of_both_districts_until_as_many_came_as_were_sent(session: Session) -> None:
    assert unbalanced(session) == [("Fana – Asane",)] * 2
    receives(11, OLA)
    assert unbalanced(session) == [("Fana – Asane",)] * 2
    receives(12, OLA)
    assert unbalanced(session) == []


@pytest.mark.rule("R-107")
@pytest.mark.usefixtures("twelve_sent")
def test_whoever_sent_the_ballots_does_not_count_them_in(session: Session) -> None:
    with pytest.raises(OwnHandOver):
        receives(12, KARI)
    assert session.scalars(select(HandOverRow)).one().received is None


@pytest.mark.rule("R-107")
def test_no_ballots_are_sent_where_they_are_judged_where_they_lie(session: Session) -> None:
    with transaction() as writing:
        election = an_election_being_counted(writing, "fana", "asane")
        writing.add(ElectionSetting(election_id=election.id, name="foreign_ballot_policy", value="local"))
    fana, asane = contests(session)
    with pytest.raises(NoHandOvers), transaction() as writing:
        hand_over(writing, fana, asane, VO, 12, by=OFFICER, at=AT)


def test_ballots_are_not_sent_to_the_district_itself(session: Session) -> None:
    with transaction() as writing:
        an_election_being_counted(writing)
    with pytest.raises(SameDistrict), transaction() as writing:
        hand_over(writing, contests(writing)[0], contests(writing)[0], VO, 12, by=OFFICER, at=AT)
