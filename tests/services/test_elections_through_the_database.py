"""Import, settle, export: what is stored afterwards, and what is not when something is refused. On both databases."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.audit.models import AuditEvent
from app.audit.services import AT_THE_KEYBOARD
from app.core.database import transaction
from app.core.input_files.faults import InputFault
from app.councils.domain.lots import Lot, LotRequired
from app.elections.files.counts_file import read_counts
from app.elections.files.faults import Problem
from app.elections.files.settle_files import SettledFiles, settle_files
from app.elections.files.setup_file import read_setup_file
from app.elections.models import Batch, ChangedBallotRow, CountLineRow, ElectionRow, ReceivedFile, SettlementRow
from app.elections.queries import election_by_id_or_address, load_election
from app.elections.refusals import (
    BallotDiffers,
    ContestIsSettled,
    CountDiffers,
    MoreBallotsThanCounted,
    NoBallotsFile,
    NoSecondCount,
    NotAllSettled,
    NotReleased,
    UnknownContest,
)
from app.elections.services.ballots import import_ballots
from app.elections.services.counts import Imported, import_counts
from app.elections.services.export import bundle_files
from app.elections.services.received import Received
from app.elections.services.set_up import set_up_election
from app.elections.services.settle import Settled, settle_contests
from tests.small_election import Files, write_files

NIGHT = datetime(2023, 9, 11, 22, 0, tzinfo=UTC)
BEFORE_RELEASE = datetime(2023, 9, 11, 18, 59, tzinfo=UTC)


def set_up(files: Files) -> str:
    with transaction() as session:
        setup, sha256 = read_setup_file(files.setup)
        received = Received(files.setup, sha256)
        return set_up_election(session, setup, received, by=AT_THE_KEYBOARD, at=NIGHT).row.address


def take_counts(address: str, path: Path) -> Imported:
    with transaction() as session:
        row = election_by_id_or_address(session, address)
        counts = read_counts(path, load_election(session, row))
        received = Received(path, counts.sha256)
        return import_counts(session, row, counts.lines, received, by=AT_THE_KEYBOARD, at=NIGHT)


def take_ballots(address: str, path: Path) -> Imported:
    with transaction() as session:
        row = election_by_id_or_address(session, address)
        return import_ballots(session, row, path, by=AT_THE_KEYBOARD, at=NIGHT)


def settle(
    address: str, lots: Sequence[Lot] = (), codes: Sequence[str] | None = None
) -> Settled | tuple[LotRequired, ...]:
    with transaction() as session:
        row = election_by_id_or_address(session, address)
        return settle_contests(session, row, codes=codes, lots=lots, by=AT_THE_KEYBOARD, at=NIGHT)


def bundle(session: Session, address: str, now: datetime = NIGHT) -> dict[str, bytes]:
    row = election_by_id_or_address(session, address)
    return {name: b"".join(pieces) for name, pieces in bundle_files(session, row, now=now)}


def stored(session: Session, model: type) -> int:
    session.rollback()
    return session.scalar(select(func.count()).select_from(model)) or 0


def acts(session: Session) -> list[str]:
    session.rollback()
    return list(session.scalars(select(AuditEvent.act).order_by(AuditEvent.id)))


def counted(tmp_path: Path, **facts: object) -> tuple[str, Files]:
    """The small election, with its lists, counts and ballots stored."""
    files = write_files(tmp_path, **facts)  # type: ignore[arg-type]  # handed on as they are
    address = set_up(files)
    take_counts(address, files.counts)
    take_ballots(address, files.ballots)
    return address, files


def test_each_act_is_stored_with_its_event(session: Session, tmp_path: Path) -> None:
    address, _files = counted(tmp_path)
    settle(address)
    assert (stored(session, CountLineRow), stored(session, ChangedBallotRow), stored(session, SettlementRow)) == (
        8,
        3,
        1,
    )
    assert acts(session) == [
        "ElectionSetUp",
        "ElectionMoved",
        "ElectionMoved",
        "CountsImported",
        "BallotsImported",
        "SettlementMade",
        "SettlementDecided",
        "ElectionMoved",
    ]
    assert session.scalar(select(ElectionRow.state)) == "settled"


@pytest.mark.rule("R-152")
def test_two_seats_for_sixty_ballots_and_one_for_forty(session: Session, tmp_path: Path) -> None:
    """180/1.4, 120/1.4 and 180/3 are the three highest: A, B, A."""
    address, _files = counted(tmp_path)
    outcome = settle(address)
    assert isinstance(outcome, Settled)
    assert [(award.seat, award.list_code) for award in outcome.settlements[0].seat_order] == [
        (1, "A"),
        (2, "B"),
        (3, "A"),
    ]


def test_files_and_database_end_in_the_same_bytes(session: Session, tmp_path: Path) -> None:
    address, files = counted(tmp_path)
    settle(address)
    from_files = settle_files(files.setup, files.counts, files.ballots, ())
    assert isinstance(from_files, SettledFiles)
    assert bundle(session, address)["result.json"] == from_files.result


def test_a_bundle_hands_back_the_files_as_they_were_handed_in(session: Session, tmp_path: Path) -> None:
    address, files = counted(tmp_path)
    settle(address)
    handed_out = bundle(session, address)
    for path in (files.setup, files.counts, files.ballots):
        assert handed_out[path.name] == path.read_bytes()


def test_ballots_from_two_files_are_written_anew_and_settle_to_the_same_bytes(session: Session, tmp_path: Path) -> None:
    address, _files = counted(tmp_path)
    more = write_files(tmp_path / "more", ballots=("fana,b3,1,B,4,A:7",))
    take_ballots(address, more.ballots)
    settle(address)
    out = tmp_path / "out"
    out.mkdir()
    handed_out = bundle(session, address)
    for name, content in handed_out.items():
        (out / name).write_bytes(content)
    assert handed_out["ballots.csv"].decode().splitlines()[1:] == [
        "fana,b1,1,A,1 2,",
        "fana,b1,2,A,2,B:1 ?",
        "fana,b2,1,B,3,",
        "fana,b3,1,B,4,A:7",
    ]
    again = settle_files(out / "setup.json", out / "counts.csv", out / "ballots.csv", ())
    assert isinstance(again, SettledFiles)
    assert again.result == handed_out["result.json"]


@pytest.mark.parametrize("kind", ["setup", "counts", "ballots"])
def test_the_same_file_a_second_time_changes_nothing(session: Session, tmp_path: Path, kind: str) -> None:
    address, files = counted(tmp_path)
    events, received = acts(session), stored(session, ReceivedFile)
    if kind == "setup":
        assert set_up(files) == address
    elif kind == "counts":
        assert take_counts(address, files.counts) == Imported(added=0, known=8)
    else:
        assert take_ballots(address, files.ballots) == Imported(added=0, known=3)
    assert (acts(session), stored(session, ReceivedFile)) == (events, received)


def test_ballots_find_their_batch_however_far_apart_in_the_file_they_stand(session: Session, tmp_path: Path) -> None:
    """4 000 batches, all named three times over: 12 000 ballots, far more than are stored at once."""
    rows = [f"fana,b{batch},{ballot},A,{ballot}," for ballot in (1, 2, 3) for batch in range(4000)]
    address, files = counted(tmp_path, ballots_of_a=12_000, ballots=rows)
    sizes = select(func.count()).select_from(ChangedBallotRow).group_by(ChangedBallotRow.batch_id)
    assert stored(session, Batch) == 4000
    assert set(session.scalars(sizes)) == {3}
    belongs = select(func.count()).select_from(ChangedBallotRow).where(ChangedBallotRow.code == ChangedBallotRow.marks)
    assert session.scalar(belongs) == 12_000
    assert take_ballots(address, files.ballots) == Imported(0, 12_000)


def test_two_elections_have_batches_of_one_name_each_its_own(session: Session, tmp_path: Path) -> None:
    """Three ballots in the batches b1 and b2 of either election."""
    first, _ = counted(tmp_path / "first")
    second, _ = counted(tmp_path / "second", election_day="2023-09-10")
    assert (stored(session, Batch), stored(session, ChangedBallotRow)) == (4, 6)
    for address in (first, second):
        settle(address)
        ballots = bundle(session, address)["ballots.csv"].decode().splitlines()[1:]
        assert ballots == ["fana,b1,1,A,1 2,", "fana,b1,2,A,2,B:1 ?", "fana,b2,1,B,3,"]


def test_another_setup_by_the_same_name_is_another_election(session: Session, tmp_path: Path) -> None:
    """A wrong setup is not mended by a file: the right one gets an address of its own; the first stays as it was."""
    address, files = counted(tmp_path)
    files.setup.write_text(files.setup.read_text(encoding="utf-8").replace("Liste B", "Liste C"), encoding="utf-8")
    assert (address, set_up(files), set_up(files)) == ("2023", "2023-bergen", "2023-bergen")
    assert stored(session, ElectionRow) == 2


def test_a_figure_that_differs_from_a_stored_one_is_refused_and_nothing_is_stored(
    session: Session, tmp_path: Path
) -> None:
    address, files = counted(tmp_path)
    files.counts.write_text(
        files.counts.read_text(encoding="utf-8").replace("2,VO,,list:A,60", "2,VO,,list:A,61")
        + "fana,2,FO,,list:A,9\n",
        encoding="utf-8",
    )
    events = acts(session)
    with pytest.raises(CountDiffers) as refused:
        take_counts(address, files.counts)
    assert (refused.value.stored, refused.value.number) == (60, 61)
    assert (stored(session, CountLineRow), acts(session)) == (8, events)


def test_a_ballot_that_differs_from_a_stored_one_is_refused_and_nothing_is_stored(
    session: Session, tmp_path: Path
) -> None:
    address, _files = counted(tmp_path)
    changed = write_files(tmp_path / "changed", ballots=("fana,b9,1,B,1,", "fana,b1,2,A,2,B:2 ?"))
    events = acts(session)
    with pytest.raises(BallotDiffers) as refused:
        take_ballots(address, changed.ballots)
    assert (refused.value.stored, refused.value.received) == ("A,2,B:1 ?", "A,2,B:2 ?")
    assert (stored(session, ChangedBallotRow), acts(session)) == (3, events)


def test_a_ballot_that_stands_twice_in_a_file_is_told_with_both_lines(session: Session, tmp_path: Path) -> None:
    files = write_files(tmp_path, ballots=("fana,b1,1,A,1,", "fana,b1,2,A,2,", "fana,b1,1,A,3,"))
    address = set_up(files)
    take_counts(address, files.counts)
    with pytest.raises(InputFault) as refused:
        take_ballots(address, files.ballots)
    assert refused.value.problem is Problem.BALLOT_REPEATED
    assert (str(refused.value.place), dict(refused.value.facts)["first"]) == ("Line(number=4)", 2)
    assert stored(session, ChangedBallotRow) == 0


def test_more_changed_ballots_than_the_second_count_has_are_refused_over_two_files(
    session: Session, tmp_path: Path
) -> None:
    """The list has two ballots; one came yesterday, two come today."""
    files = write_files(tmp_path, ballots_of_a=2, ballots=("fana,b1,1,A,1,",))
    address = set_up(files)
    take_counts(address, files.counts)
    take_ballots(address, files.ballots)
    more = write_files(tmp_path / "more", ballots_of_a=2, ballots=("fana,b2,1,A,1,", "fana,b2,2,A,1,"))
    with pytest.raises(MoreBallotsThanCounted) as refused:
        take_ballots(address, more.ballots)
    assert (refused.value.ballots, refused.value.counted) == (3, 2)
    assert stored(session, ChangedBallotRow) == 1


def test_a_settled_contest_takes_no_new_figure_and_no_new_ballot(session: Session, tmp_path: Path) -> None:
    address, files = counted(tmp_path)
    settle(address)
    more = write_files(tmp_path / "more", ballots=("fana,b3,1,B,4,",))
    with pytest.raises(ContestIsSettled):
        take_ballots(address, more.ballots)
    files.counts.write_text(files.counts.read_text(encoding="utf-8") + "fana,2,FO,,list:A,9\n", encoding="utf-8")
    with pytest.raises(ContestIsSettled):
        take_counts(address, files.counts)
    assert (stored(session, ChangedBallotRow), stored(session, CountLineRow)) == (3, 8)


def test_known_ballots_of_a_settled_contest_do_not_stop_new_ones_of_another(session: Session, tmp_path: Path) -> None:
    address, _files = counted(tmp_path, contests=("fana", "arna"))
    settle(address, codes=["fana"])
    both = write_files(tmp_path / "both", contests=("fana", "arna"), ballots=("fana,b1,1,A,1 2,", "arna,b1,1,A,1,"))
    assert take_ballots(address, both.ballots) == Imported(added=1, known=1)


@pytest.mark.rule("R-154", "R-155")
def test_a_tie_for_the_last_seat_stops_the_settlement_until_the_lot_is_given(session: Session, tmp_path: Path) -> None:
    """150/3 = 50 for both lists, which both have 150 list votes."""
    address, _files = counted(tmp_path, ballots_of_a=50, ballots_of_b=50, ballots=())
    required = settle(address)
    assert isinstance(required, tuple)
    assert [(lot.contest, lot.lists, lot.seat) for lot in required] == [("fana", ("A", "B"), 3)]
    assert stored(session, SettlementRow) == 0
    outcome = settle(address, [Lot(("A", "B"), "B")])
    assert isinstance(outcome, Settled)
    assert [(entry.code, entry.seats) for entry in outcome.settlements[0].lists] == [("A", 1), ("B", 2)]


@pytest.mark.rule("R-140")
def test_the_audit_trail_tells_between_whom_a_lot_was_drawn_and_not_who_won_it(
    session: Session, tmp_path: Path
) -> None:
    """150/3 = 50 for both lists: the lot is for the third and last seat."""
    address, _files = counted(tmp_path, ballots_of_a=50, ballots_of_b=50, ballots=())
    settle(address, [Lot(("B", "A"), "B")])
    event = session.scalars(select(AuditEvent).where(AuditEvent.act == "SettlementMade")).one()
    assert event.after is not None
    assert set(event.after) == {"number", "input_sha256", "lots"}
    assert event.after["lots"] == [{"seat": 3, "lists": ["A", "B"]}]


def test_a_settlement_is_made_once(session: Session, tmp_path: Path) -> None:
    address, _files = counted(tmp_path)
    first, second = settle(address), settle(address)
    assert isinstance(first, Settled)
    assert isinstance(second, Settled)
    assert (first.new, second.new) == (True, False)
    assert first.settlements == second.settlements
    assert stored(session, SettlementRow) == 1


def test_one_contest_at_a_time_and_the_election_is_settled_with_the_last(session: Session, tmp_path: Path) -> None:
    address, _files = counted(tmp_path, contests=("fana", "arna"), ballots=())
    settle(address, codes=["arna"])
    assert session.scalar(select(ElectionRow.state)) == "counting"
    with pytest.raises(NotAllSettled) as refused:
        bundle(session, address)
    assert refused.value.contests == ("fana",)
    settle(address)
    session.rollback()
    assert session.scalar(select(ElectionRow.state)) == "settled"


def test_a_contest_without_second_count_cannot_be_settled(session: Session, tmp_path: Path) -> None:
    files = write_files(tmp_path)
    address = set_up(files)
    with pytest.raises(NoSecondCount):
        settle(address)


def test_nothing_is_settled_before_a_ballots_file_came_in_be_it_an_empty_one(session: Session, tmp_path: Path) -> None:
    files = write_files(tmp_path, ballots=())
    address = set_up(files)
    take_counts(address, files.counts)
    with pytest.raises(NoBallotsFile):
        settle(address)
    assert take_ballots(address, files.ballots) == Imported(added=0, known=0)
    settle(address)
    assert bundle(session, address)["ballots.csv"] == files.ballots.read_bytes()


def test_ballots_wait_for_the_second_count(session: Session, tmp_path: Path) -> None:
    files = write_files(tmp_path)
    address = set_up(files)
    with pytest.raises(NoSecondCount):
        take_ballots(address, files.ballots)


def test_a_contest_that_is_not_there_is_named_with_those_that_are(session: Session, tmp_path: Path) -> None:
    address, _files = counted(tmp_path)
    with pytest.raises(UnknownContest) as refused:
        settle(address, codes=["asane"])
    assert refused.value.codes == ("fana",)


@pytest.mark.rule("R-140")
def test_nothing_is_exported_before_nine_in_the_evening(session: Session, tmp_path: Path) -> None:
    """20:59 in Oslo is 18:59 in UTC."""
    address, _files = counted(tmp_path)
    settle(address)
    with pytest.raises(NotReleased):
        bundle(session, address, now=BEFORE_RELEASE)
