"""A candidate who is no longer eligible is passed over from the next settlement on; the ballot stays as it is.

A has 60 ballots and two seats, B 40 and one. Marks on A: number 2 has two, number 1 one. B1 has a write-in, B3 a mark.
"""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.audit.models import AuditEvent
from app.core.database import transaction
from app.core.errors import DomainError
from app.elections.domain.candidates import Outcome
from app.elections.domain.eligibility_findings import (
    EligibilityFinding,
    FindingCause,
    FindingChangesNothing,
    FoundInFuture,
    SourceMissing,
)
from app.elections.domain.settlement import Settlement
from app.elections.domain.states import ElectionState
from app.elections.files.bundle import verify_bundle
from app.elections.models import CandidateRow
from app.elections.services.export import bundle_files
from app.elections.settling.models import EligibilityFindingRow
from app.elections.settling.refusals import ListsNotFrozen, SettlementStands, UnknownCandidate
from app.elections.settling.services.eligibility import record_finding
from app.elections.settling.services.settlements import make_trial
from tests.services.settling.room import (
    NIGHT,
    OFFICER,
    annulled,
    counted,
    decided,
    the_contest,
    the_election,
)

DIED = EligibilityFinding(FindingCause.DEAD, date(2023, 9, 9), "Folkeregisteret 12.09.2023")
ALIVE = EligibilityFinding(FindingCause.ELIGIBLE_AFTER_ALL, date(2023, 9, 12), "Rettet i folkeregisteret")

pytestmark = pytest.mark.rule("R-163")


def find(session: Session, finding: EligibilityFinding, list_code: str = "A", position: int = 2) -> None:
    record_finding(session, the_contest(session), list_code, position, finding, by=OFFICER, at=NIGHT)


def members(session: Session) -> list[str]:
    """Who a settlement would make members: ``A2`` …"""
    outcome = make_trial(session, the_contest(session), by=OFFICER, at=NIGHT)
    assert isinstance(outcome, Settlement)
    return [
        f"{each.code}{candidate.position}"
        for each in outcome.lists
        for candidate in each.candidates
        if candidate.outcome is Outcome.MEMBER
    ]


def test_a_dead_candidate_is_passed_over(session: Session, tmp_path: Path) -> None:
    """A2 and A1 have marks; without A2 the next by list order is A3."""
    counted(tmp_path)
    with transaction() as writing:
        assert members(writing) == ["A1", "A2", "B1"]
        find(writing, DIED)
        assert members(writing) == ["A1", "A3", "B1"]
    row = session.scalars(select(EligibilityFindingRow)).one()
    assert (row.cause, row.source, row.recorded_by) == (FindingCause.DEAD, "Folkeregisteret 12.09.2023", OFFICER.name)
    assert session.get_one(CandidateRow, row.candidate_id).eligible  # the frozen list is as it was
    event = session.scalars(select(AuditEvent).where(AuditEvent.act == "EligibilityFound")).one()
    assert event.before == {"eligible": "true"}


def test_names_written_in_for_an_ineligible_candidate_move_no_list_vote(session: Session, tmp_path: Path) -> None:
    """One name for B1 moves a vote: A 179, B 121. When B1 cannot be elected, A has 180 and B 120."""
    counted(tmp_path)
    with transaction() as writing:
        before = make_trial(writing, the_contest(writing), by=OFFICER, at=NIGHT)
        find(writing, DIED, "B", 1)
        after = make_trial(writing, the_contest(writing), by=OFFICER, at=NIGHT)
    assert isinstance(before, Settlement)
    assert isinstance(after, Settlement)
    assert [each.list_votes for each in before.lists] == [179, 121]
    assert [each.list_votes for each in after.lists] == [180, 120]


@pytest.mark.rule("R-165")
def test_a_list_without_anyone_left_gives_its_seat_to_the_other(session: Session, tmp_path: Path) -> None:
    """All on B but none are dead: B's seat goes to A, which has three."""
    counted(tmp_path)
    with transaction() as writing:
        for position in range(1, 8):
            find(writing, DIED, "B", position)
        assert members(writing) == ["A1", "A2", "A3"]


def test_a_finding_that_was_wrong_is_set_right_by_another(session: Session, tmp_path: Path) -> None:
    counted(tmp_path)
    with transaction() as writing:
        find(writing, DIED)
        find(writing, ALIVE)
        assert members(writing) == ["A1", "A2", "B1"]
    assert [row.cause for row in session.scalars(select(EligibilityFindingRow).order_by(EligibilityFindingRow.id))] == [
        FindingCause.DEAD,
        FindingCause.ELIGIBLE_AFTER_ALL,
    ]


@pytest.mark.parametrize(
    ("finding", "refused"),
    [
        (EligibilityFinding(FindingCause.DEAD, date(2023, 9, 9), "  "), SourceMissing()),
        (
            EligibilityFinding(FindingCause.DEAD, date(2023, 9, 13), "x"),
            FoundInFuture(date(2023, 9, 13), date(2023, 9, 12)),
        ),
        (ALIVE, FindingChangesNothing("A2 Čáŋgŧ")),
    ],
    ids=["no source", "tomorrow", "nothing new"],
)
def test_a_finding_that_is_not_well_founded_is_refused(
    session: Session, tmp_path: Path, finding: EligibilityFinding, refused: DomainError
) -> None:
    counted(tmp_path)
    with pytest.raises(type(refused)) as told, transaction() as writing:
        find(writing, finding)
    assert told.value == refused
    assert session.scalars(select(EligibilityFindingRow)).all() == []


def test_nobody_is_found_ineligible_while_a_settlement_stands(session: Session, tmp_path: Path) -> None:
    counted(tmp_path)
    with transaction() as writing:
        decided(writing)
    with pytest.raises(SettlementStands), transaction() as writing:
        find(writing, DIED)
    assert session.scalars(select(EligibilityFindingRow)).all() == []


@pytest.mark.rule("R-66")
def test_before_the_lists_are_frozen_a_candidate_is_struck_in_the_list_room(session: Session, tmp_path: Path) -> None:
    counted(tmp_path)
    with transaction() as writing:
        the_election(writing).state = ElectionState.OPEN_FOR_LISTS
    with pytest.raises(ListsNotFrozen), transaction() as writing:
        find(writing, DIED)


def test_who_does_not_stand_is_not_found_ineligible(session: Session, tmp_path: Path) -> None:
    counted(tmp_path)
    with pytest.raises(UnknownCandidate), transaction() as writing:
        find(writing, DIED, "B", 8)


def test_the_bundle_tells_who_was_not_eligible_and_verifies(session: Session, tmp_path: Path) -> None:
    counted(tmp_path)
    with transaction() as writing:
        annulled(writing)
        find(writing, DIED)
        decided(writing)
    folder = tmp_path / "bundle"
    folder.mkdir()
    for name, pieces in bundle_files(session, the_election(session), now=NIGHT):
        (folder / name).write_bytes(b"".join(pieces))
    assert verify_bundle(folder) == []
    assert '"eligible": false' in (folder / "setup.json").read_text(encoding="utf-8")
