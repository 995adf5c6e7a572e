"""A majority election from paper to result: two people type, the board says who is meant, lots decide all ties.

The worked example W-3 has three seats. P has 41 member votes and 3 deputy votes, Q 38 and 10, R 25 and 30, S 25 and 5,
T 12 and 29, U 9 and 2: P and Q are elected, and R and S tie for the third place. If S wins, the deputies are R with 55
votes, T with 41 and U with 11.
"""

import json
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.audit.models import AuditEvent
from app.audit.services import AT_THE_KEYBOARD, Actor
from app.core.database import transaction
from app.core.errors import DomainError
from app.elections.domain.blockers import BlockerKind
from app.elections.domain.candidates import Outcome
from app.elections.domain.majority_election import MajoritySettlement, PersonLotRequired
from app.elections.domain.majority_entries import NameRuling, NameTooLong, OtherNumberOfBallots, Ruling, TwoBars
from app.elections.files.setup_file import read_setup_file
from app.elections.models import SettlementRow
from app.elections.services.received import Received
from app.elections.services.set_up import set_up_election
from app.elections.services.settle import Settled, settle_contests
from app.elections.settling.majority.document import read_majority
from app.elections.settling.majority.models import MajorityBatchRow, MajorityEntryRow
from app.elections.settling.majority.queries import (
    blockers,
    current_majority,
    names_written,
    newest_majority_trial,
)
from app.elections.settling.majority.refusals import (
    BatchAgreed,
    BatchTaken,
    NameNotWritten,
    NoBallots,
    NoMajorityElection,
    PersonMissing,
    RulingReasonMissing,
)
from app.elections.settling.majority.services.entries import register_batch, rule_on_name, type_batch
from app.elections.settling.majority.services.settlements import (
    decide_majority,
    make_majority_trial,
    propose_majority,
    record_person_lot,
)
from app.elections.settling.refusals import LotNotDrawn, NotReadyToSettle, SettlementStands
from app.elections.settling.services.lots import DrawnLot
from app.elections.settling.services.settlements import annul
from tests.services.settling.room import BOARD, MEETING, NIGHT, OFFICER, counted, take_in, the_contest
from tests.small_election import three_districts, write_files

ANNE, BERIT = Actor("anne@bergen.example"), Actor("berit@bergen.example")
W3 = {"P": (41, 3), "Q": (38, 10), "R": (25, 30), "S": (25, 5), "T": (12, 29), "U": (9, 2)}


@pytest.fixture
def majority(session: Session, tmp_path: Path) -> Session:
    """Fana with three seats and one list, so that persons are elected."""
    one_list(tmp_path)
    return session


def one_list(folder: Path) -> None:
    files = write_files(folder)
    setup = json.loads(files.setup.read_text())
    del setup["contests"][0]["lists"][1:]
    files.setup.write_text(json.dumps(setup), encoding="utf-8")
    read, sha256 = read_setup_file(files.setup)
    with transaction() as writing:
        set_up_election(writing, read, Received(files.setup, sha256), by=AT_THE_KEYBOARD, at=NIGHT)


def w3_lines() -> str:
    """One name a ballot, as member or as deputy: the votes of W-3 one by one."""
    as_members = [name for name, (votes, _) in W3.items() for _ in range(votes)]
    as_deputies = [f"| {name}" for name, (_, votes) in W3.items() for _ in range(votes)]
    return "\n".join([*as_members, *as_deputies])


def typed_twice(session: Session, text: str, code: str = "b1") -> MajorityBatchRow:
    batch = register_batch(session, the_contest(session), code, len(text.splitlines()), by=OFFICER, at=NIGHT)
    type_batch(session, batch, text, by=ANNE, at=NIGHT)
    assert type_batch(session, batch, text, by=BERIT, at=NIGHT)
    return batch


def trial(session: Session) -> MajoritySettlement | PersonLotRequired:
    return make_majority_trial(session, the_contest(session), by=OFFICER, at=NIGHT)


def seen(session: Session) -> str:
    made = newest_majority_trial(session, the_contest(session).id)
    assert made
    return made.input_sha256


def draw(session: Session, place: int, winner: str) -> MajoritySettlement | PersonLotRequired:
    drawn = DrawnLot(place, winner, ("Kari Lie", "Ola Vik"), date(2023, 9, 12), seen(session))
    return record_person_lot(session, the_contest(session), drawn, by=OFFICER, at=NIGHT)


@pytest.mark.rule("R-182", "R-183")
def test_w3_stops_at_the_tie_and_is_decided_when_the_lot_is_drawn(majority: Session) -> None:
    with transaction() as session:
        typed_twice(session, w3_lines())
        stopped = trial(session)
        assert stopped == PersonLotRequired("fana", ("R", "S"), Outcome.MEMBER, 3, 25)
    with pytest.raises(LotNotDrawn), transaction() as session:
        propose_majority(session, the_contest(session), seen(session), by=OFFICER, at=NIGHT)
    with transaction() as session:
        settled = draw(session, 3, "S")
        assert isinstance(settled, MajoritySettlement)
        assert [each.person for each in settled.members] == ["P", "Q", "S"]
        assert [(each.person, each.votes) for each in settled.deputies] == [("R", 55), ("T", 41), ("U", 11)]
        row = propose_majority(session, the_contest(session), seen(session), by=OFFICER, at=NIGHT)
        assert current_majority(session, the_contest(session).id) is None
        decide_majority(session, row, MEETING, by=BOARD, at=NIGHT)
    made = current_majority(majority, the_contest(majority).id)
    assert made is not None
    assert read_majority(made.document) == settled
    told = list(majority.scalars(select(AuditEvent.act).order_by(AuditEvent.id)))
    assert told[-5:] == [
        "TrialSettlementMade",
        "LotRecorded",
        "TrialSettlementMade",
        "MajoritySettlementMade",
        "SettlementDecided",
    ]


@pytest.mark.rule("R-115")
def test_a_batch_is_finished_when_two_people_have_typed_it_alike(majority: Session) -> None:
    """The same person twice is one person; spaces and empty lines are no difference."""
    with transaction() as session:
        batch = register_batch(session, the_contest(session), "b1", 2, by=OFFICER, at=NIGHT)
        assert not type_batch(session, batch, "Kari Lie; Ola Vik\nPer Dal", by=ANNE, at=NIGHT)
        assert not type_batch(session, batch, "Kari Lie; Ola Vik\nPer Dal", by=ANNE, at=NIGHT)
        assert [each.number for each in blockers(session, the_contest(session))] == [1]
        assert not type_batch(session, batch, "Kari Lie; Ola Vig\nPer Dal", by=BERIT, at=NIGHT)
        assert type_batch(session, batch, "\n Kari  Lie;Ola Vik;\nPer Dal\n", by=BERIT, at=NIGHT)
        assert blockers(session, the_contest(session)) == ()
        assert names_written(session, the_contest(session).id) == {"Kari Lie": 1, "Ola Vik": 1, "Per Dal": 1}
    assert len(majority.scalars(select(MajorityEntryRow)).all()) == 4
    with pytest.raises(BatchAgreed), transaction() as session:
        type_batch(session, session.scalars(select(MajorityBatchRow)).one(), "x\ny", by=ANNE, at=NIGHT)


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("Kari Lie", OtherNumberOfBallots(1, 2)),
        ("Kari Lie\nOla Vik\nPer Dal", OtherNumberOfBallots(3, 2)),
        ("Kari Lie\nOla Vik | Per Dal | Una By", TwoBars(2)),
        (f"Kari Lie\n{'x' * 201}", NameTooLong(2, "x" * 201)),
    ],
    ids=["too few", "too many", "two bars", "too long"],
)
def test_what_cannot_be_the_batch_is_not_stored(majority: Session, text: str, refused: DomainError) -> None:
    with transaction() as session:
        register_batch(session, the_contest(session), "b1", 2, by=OFFICER, at=NIGHT)
    with pytest.raises(type(refused)) as told, transaction() as session:
        type_batch(session, session.scalars(select(MajorityBatchRow)).one(), text, by=ANNE, at=NIGHT)
    assert told.value == refused
    assert majority.scalars(select(MajorityEntryRow)).all() == []


@pytest.mark.rule("R-181")
def test_the_board_says_who_is_meant_and_who_cannot_be_elected(majority: Session) -> None:
    """Kari Lie has 2 + 1 votes when «Kari Li» is she, Ola is not eligible, and «K» is nobody: Kari, Per, Una."""
    with transaction() as session:
        typed_twice(session, "Kari Lie; Ola Vik\nKari Lie; Per Dal\nKari Li; K\nUna By; Per Dal; ?")
        contest = the_contest(session)
        same = NameRuling(Ruling.SAME_AS, "Kari Lie")
        rule_on_name(session, contest, "Kari Li", same, "Skrivefeil", by=OFFICER, at=NIGHT)
        rule_on_name(session, contest, "Ola Vik", NameRuling(Ruling.INELIGIBLE), "Flyttet", by=OFFICER, at=NIGHT)
        rule_on_name(session, contest, "K", NameRuling(Ruling.UNCLEAR), "Flere heter K", by=OFFICER, at=NIGHT)
        settled = trial(session)
    assert isinstance(settled, MajoritySettlement)
    assert [(each.person, each.votes) for each in settled.members] == [("Kari Lie", 3), ("Per Dal", 2), ("Una By", 1)]


@pytest.mark.parametrize(
    ("name", "ruling", "reason", "refused"),
    [
        ("Per Dal", NameRuling(Ruling.UNCLEAR), "x", NameNotWritten),
        ("Kari Lie", NameRuling(Ruling.SAME_AS, " "), "x", PersonMissing),
        ("Kari Lie", NameRuling(Ruling.SAME_AS, "Kari Lie"), "x", PersonMissing),
        ("Kari Lie", NameRuling(Ruling.INELIGIBLE), " ", RulingReasonMissing),
    ],
    ids=["nobody wrote it", "who?", "herself", "why?"],
)
def test_a_ruling_that_says_nothing_is_refused(
    majority: Session, name: str, ruling: NameRuling, reason: str, refused: type[DomainError]
) -> None:
    with transaction() as session:
        typed_twice(session, "Kari Lie")
    with pytest.raises(refused), transaction() as session:
        rule_on_name(session, the_contest(session), name, ruling, reason, by=OFFICER, at=NIGHT)


def test_open_batches_stand_in_the_way(majority: Session) -> None:
    assert [each.kind for each in blockers(majority, the_contest(majority))] == [BlockerKind.FILES_MISSING]
    with transaction() as session:
        typed_twice(session, "Kari Lie; Ola Vik; Per Dal")
        trial(session)
        register_batch(session, the_contest(session), "b2", 1, by=OFFICER, at=NIGHT)
    with pytest.raises(NotReadyToSettle) as refused, transaction() as session:
        propose_majority(session, the_contest(session), seen(session), by=OFFICER, at=NIGHT)
    assert [(each.kind, each.names) for each in refused.value.blockers] == [(BlockerKind.BATCHES_OPEN, ("b2",))]


def test_while_it_stands_nothing_more_is_typed_and_annulment_opens_it(majority: Session) -> None:
    with transaction() as session:
        typed_twice(session, "Kari Lie; Ola Vik; Per Dal")
        trial(session)
        propose_majority(session, the_contest(session), seen(session), by=OFFICER, at=NIGHT)
    with pytest.raises(SettlementStands), transaction() as session:
        register_batch(session, the_contest(session), "b2", 1, by=OFFICER, at=NIGHT)
    with transaction() as session:
        annul(session, session.scalars(select(SettlementRow)).one(), "En bunke mangler.", by=BOARD, at=NIGHT)
        register_batch(session, the_contest(session), "b2", 1, by=OFFICER, at=NIGHT)


def test_a_batch_has_its_own_code_and_a_trial_takes_ballots(majority: Session) -> None:
    with pytest.raises(NoBallots), transaction() as session:
        trial(session)
    with transaction() as session:
        register_batch(session, the_contest(session), "b1", 1, by=OFFICER, at=NIGHT)
    with pytest.raises(BatchTaken), transaction() as session:
        register_batch(session, the_contest(session), "b1", 1, by=OFFICER, at=NIGHT)


@pytest.mark.rule("R-3")
def test_a_majority_election_that_is_decided_stops_no_settlement_at_the_keyboard(
    session: Session, tmp_path: Path
) -> None:
    """Arna elects persons; Fana has two lists, and is settled."""
    files = three_districts(tmp_path, contests=("arna", "fana"))
    take_in(files)
    with transaction() as writing:
        arna = the_contest(writing, "arna")
        batch = register_batch(writing, arna, "b1", 1, by=OFFICER, at=NIGHT)
        for typist in (ANNE, BERIT):
            type_batch(writing, batch, "Kari Lie; Ola Vik; Per Dal", by=typist, at=NIGHT)
        make_majority_trial(writing, arna, by=OFFICER, at=NIGHT)
        made = newest_majority_trial(writing, arna.id)
        assert made
        row = propose_majority(writing, arna, made.input_sha256, by=OFFICER, at=NIGHT)
        decide_majority(writing, row, MEETING, by=BOARD, at=NIGHT)
    with transaction() as writing:
        settled = settle_contests(
            writing, the_contest(writing).election, codes=None, lots=(), by=AT_THE_KEYBOARD, at=NIGHT
        )
        assert isinstance(settled, Settled)
        assert [each.contest for each in settled.settlements] == ["fana"]


@pytest.mark.rule("R-180")
def test_where_there_is_a_choice_between_lists_no_names_are_typed(session: Session, tmp_path: Path) -> None:
    counted(tmp_path)
    with pytest.raises(NoMajorityElection), transaction() as writing:
        register_batch(writing, the_contest(writing), "b1", 1, by=OFFICER, at=NIGHT)
    assert session.scalars(select(MajorityBatchRow)).all() == []
