"""List proposals through the services: rows and audit trail afterwards; a refused act leaves neither behind."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.audit.models import AuditEvent
from app.core.database import transaction
from app.elections.domain.list_changes import Replacement, VersionCause
from app.elections.domain.list_findings import Check, Weight
from app.elections.domain.list_proposal import Answer, Condition, ProposerKind, Reply, Signer
from app.elections.domain.list_proposal_states import ListProposalState, ProposalDecided
from app.elections.domain.list_review import NotReadyForApproval, ReasonsMissing
from app.elections.domain.list_withdrawal import NotByCommittee
from app.elections.domain.states import ElectionState, MoveNotAllowed
from app.elections.lists.models import ListProposalRow, SignerRow
from app.elections.lists.queries import lists_of_election, reviewed, version_candidates
from app.elections.lists.refusals import (
    AnnouncedInFuture,
    CodeTaken,
    ComplaintsMayCome,
    DeadlineNotPassed,
    ListsNotOpen,
    ListsUndecided,
    NotADraft,
    NotAnswered,
    NothingApproved,
    NothingToTell,
    NothingToWithdraw,
    ReceivedInFuture,
    StaleEdit,
)
from app.elections.lists.services.candidates import (
    Struck,
    TypedCandidate,
    add_candidates,
    answer_conditions,
    record_reply,
    set_candidates,
    strike_candidate,
)
from app.elections.lists.services.decisions import (
    announce_lists,
    approve,
    close_lists,
    decide_withdrawal,
    notify_defects,
    receive_withdrawal,
    reject,
)
from app.elections.lists.services.proposals import (
    Heading,
    begin_proposal,
    change_heading,
    discard_draft,
    receive_correction,
    receive_proposal,
)
from app.elections.lists.services.signers import forget_signers, set_signers
from app.elections.models import CandidateListRow, ElectionRow
from tests.list_proposals import (
    AT,
    BOARD,
    BY,
    CAME_AT,
    a_draft,
    an_open_election,
    office_done,
    ready,
    received,
    typed,
)

CASE = "2027/4567"
S = ListProposalState


def acts(session: Session) -> list[str]:
    return list(session.scalars(select(AuditEvent.act).order_by(AuditEvent.id)))


def names(row: ListProposalRow) -> list[str]:
    return [f"{each.position} {each.first_name}" for each in row.candidates]


def checks(session: Session, row: ListProposalRow, weight: Weight = Weight.DEFECT) -> list[Check]:
    return [each.check for each in reviewed(session, row).of(weight)]


@pytest.mark.rule("R-66")
def test_a_list_goes_from_paper_to_a_frozen_list_and_the_election_moves_on(session: Session) -> None:
    with transaction():
        election = an_open_election(session)
        row = ready(session, election, candidates=typed(8, bonus=2))
        frozen = approve(session, row, CASE, "", seen=row.edit, by=BOARD, at=AT)
    assert (frozen.code, frozen.name, frozen.registered_party, frozen.ordinal) == ("A", "Arbeiderpartiet", True, 0)
    assert [(each.position, each.name, each.birth_year, each.bonus) for each in frozen.candidates][:3] == [
        (1, "Kandidat1 Fana", 1980, True),
        (2, "Kandidat2 Fana", 1980, True),
        (3, "Kandidat3 Fana", 1980, False),
    ]
    assert (row.state, row.case_number, row.decided_by) == (S.APPROVED, CASE, BOARD.name)
    assert election.state == ElectionState.LISTS_DECIDED
    assert acts(session) == [
        *("ListProposalBegun", "ListCandidatesChanged", "ListSignersChanged", "ListProposalReceived"),
        *("EligibilityAnswered", "CandidatesTold", "ListProposalDecided", "ElectionMoved"),
    ]


@pytest.mark.rule("R-66")
def test_approved_lists_stand_in_the_order_they_came_in_whatever_order_they_are_approved_in(session: Session) -> None:
    """A came in a second after B; A is approved first."""
    with transaction():
        election = an_open_election(session)
        late = ready(session, election, "Arbeiderpartiet", "A", at=CAME_AT + timedelta(seconds=1))
        early = ready(session, election, "Høyre", "B", at=CAME_AT)
        approve(session, late, CASE, "", seen=late.edit, by=BOARD, at=AT)
        assert election.state == ElectionState.OPEN_FOR_LISTS
        approve(session, early, CASE, "", seen=early.edit, by=BOARD, at=AT)
    rows = session.scalars(select(CandidateListRow).order_by(CandidateListRow.ordinal)).all()
    assert [each.code for each in rows] == ["B", "A"]
    assert election.state == ElectionState.LISTS_DECIDED


@pytest.mark.rule("R-66")
def test_what_stands_in_the_way_is_refused_and_nothing_is_stored(session: Session) -> None:
    with transaction():
        election = an_open_election(session)
        row = office_done(session, received(session, a_draft(session, election, candidates=typed(6))))
    with pytest.raises(NotReadyForApproval) as refused, transaction():
        approve(session, row, CASE, "", seen=row.edit, by=BOARD, at=AT)
    assert [each.check for each in refused.value.findings] == [Check.TOO_FEW_CANDIDATES]
    session.refresh(row)
    assert row.state is S.RECEIVED
    assert session.scalars(select(CandidateListRow)).all() == []
    assert "ListProposalDecided" not in acts(session)


@pytest.mark.rule("R-66")
def test_a_judgement_is_the_boards_and_goes_into_the_trail(session: Session) -> None:
    with transaction():
        election = an_open_election(session, {"fana": 3})
        voters = [Signer(f"Velger{n} Fana", date(1970, 1, n), "Storgata 1", entitled=True) for n in (1, 2, 3)]
        row = a_draft(session, election, "Venstre for Fana", kind=ProposerKind.GROUP, signers=voters)
        office_done(session, received(session, row))
        judged = reviewed(session, row).of("judgement")
    assert [each.check for each in judged] == [Check.LIKE_REGISTERED_NAME]
    with pytest.raises(NotReadyForApproval), transaction():
        approve(session, row, CASE, "", seen=row.edit, by=BOARD, at=AT)
    with transaction():
        approve(session, row, CASE, "Ingen forveksler dem.", judged, seen=row.edit, by=BOARD, at=AT)
    event = session.scalars(select(AuditEvent).where(AuditEvent.act == "ListProposalDecided")).one()
    assert event.after
    assert (event.after["judged"], event.reason) == (["like_registered_name"], "Ingen forveksler dem.")


@pytest.mark.rule("R-66")
def test_after_the_decision_nothing_changes(session: Session) -> None:
    with transaction():
        election = an_open_election(session, {"fana": 15, "arna": 13})
        row = ready(session, election)
        a_draft(session, election, contest="arna")
        approve(session, row, CASE, "", seen=row.edit, by=BOARD, at=AT)
    with pytest.raises(ProposalDecided), transaction():
        set_candidates(session, row, typed(7), seen=row.edit, by=BY, at=AT)
    with pytest.raises(ProposalDecided), transaction():
        reject(session, row, CASE, "Fordi.", seen=row.edit, by=BOARD, at=AT)


@pytest.mark.rule("R-66")
def test_a_rejection_needs_reasons_and_leaves_no_list(session: Session) -> None:
    with transaction():
        row = ready(session, an_open_election(session))
    with pytest.raises(ReasonsMissing), transaction():
        reject(session, row, CASE, " ", seen=row.edit, by=BOARD, at=AT)
    with transaction():
        reject(session, row, CASE, "Kom for sent.", seen=row.edit, by=BOARD, at=AT)
    assert (row.state, row.reasons) == (S.REJECTED, "Kom for sent.")
    assert session.scalars(select(CandidateListRow)).all() == []


@pytest.mark.rule("R-20", "R-50")
def test_a_late_list_is_received_to_the_second_and_is_for_the_board_to_dismiss(session: Session) -> None:
    """31 March 2027, 12:00:01 in Oslo."""
    from app.elections.lists.deadlines import list_deadlines

    with transaction():
        election = an_open_election(session)
        row = a_draft(session, election)
        closes_at = list_deadlines(row.contest).closes_at
        received(session, row, closes_at + timedelta(seconds=1, microseconds=7))
        office_done(session, row)
    assert closes_at.isoformat() == "2027-03-31T12:00:00+02:00"
    assert row.received_at == closes_at + timedelta(seconds=1)
    assert checks(session, row) == []
    [late] = reviewed(session, row).of("judgement")
    assert late.check is Check.LATE
    with pytest.raises(NotReadyForApproval), transaction():
        approve(session, row, CASE, "", seen=row.edit, by=BOARD, at=AT)
    with pytest.raises(ReasonsMissing), transaction():
        approve(session, row, CASE, " ", [late], seen=row.edit, by=BOARD, at=AT)
    assert row.state is S.RECEIVED
    event = session.scalars(select(AuditEvent).where(AuditEvent.act == "ListProposalReceived")).one()
    assert event.after
    assert event.after["late"] is True


@pytest.mark.rule("R-50")
def test_nothing_is_received_in_the_future_or_thrown_away_once_received(session: Session) -> None:
    with transaction():
        election = an_open_election(session)
        row = a_draft(session, election)
    with pytest.raises(ReceivedInFuture), transaction():
        receive_proposal(session, row, AT + timedelta(seconds=1), seen=row.edit, by=BY, at=AT)
    with transaction():
        received(session, row)
    with pytest.raises(NotADraft), transaction():
        discard_draft(session, row, seen=row.edit, by=BY, at=AT)
    with transaction():
        other = a_draft(session, election, "Høyre", "H")
        discard_draft(session, other, seen=other.edit, by=BY, at=AT)
    assert [each.code for each in session.scalars(select(ListProposalRow))] == ["A"]
    assert acts(session)[-1] == "ListProposalDiscarded"


def test_a_save_that_has_not_seen_the_latest_is_refused_and_the_latest_stands(session: Session) -> None:
    with transaction():
        row = a_draft(session, an_open_election(session))
    seen = row.edit
    with transaction():
        set_candidates(session, row, typed(7, of="Ny"), seen=seen, by=BY, at=AT)
    with pytest.raises(StaleEdit) as refused, transaction():
        set_candidates(session, row, typed(7, of="Gammel"), seen=seen, by=BY, at=AT)
    assert (refused.value.seen, refused.value.current) == (seen, seen + 1)
    session.refresh(row)
    assert {each.last_name for each in row.candidates} == {"Ny"}


def test_a_code_belongs_to_one_list_of_the_district(session: Session) -> None:
    with transaction():
        election = an_open_election(session, {"fana": 15, "arna": 13})
        row = a_draft(session, election)
        a_draft(session, election, contest="arna")
    with pytest.raises(CodeTaken), transaction():
        a_draft(session, election, "Høyre", "A")
    with transaction():
        change_heading(session, row, Heading("A", "Høyre", row.kind), seen=row.edit, by=BY, at=AT)
    assert row.heading == "Høyre"


def test_lists_are_taken_only_while_the_election_is_open_for_them(session: Session) -> None:
    with transaction():
        election = an_open_election(session)
        row = a_draft(session, election)
        election.state = ElectionState.LISTS_DECIDED
    heading = Heading("H", "Høyre", ProposerKind.REGISTERED_PARTY)
    with pytest.raises(ListsNotOpen), transaction():
        begin_proposal(session, election.contests[0], heading, by=BY, at=AT)
    with pytest.raises(ListsNotOpen), transaction():
        change_heading(session, row, heading, seen=row.edit, by=BY, at=AT)


@pytest.mark.rule("R-62")
def test_defects_are_told_of_and_a_correction_comes_in_and_every_version_is_kept(session: Session) -> None:
    """Six candidates come in; the letter says so; the seventh is added; both versions stand."""
    with transaction():
        row = received(session, a_draft(session, an_open_election(session), candidates=typed(6)))
        notice = notify_defects(session, row, date(2027, 4, 13), seen=row.edit, by=BY, at=AT)
    assert (row.state, row.respond_by, notice.version) == (S.DEFECTS_NOTIFIED, date(2027, 4, 13), 1)
    with transaction():
        add_candidates(session, row, typed(1, of="Ny"), seen=row.edit, by=BY, at=AT)
        receive_correction(session, row, AT, seen=row.edit, by=BY, at=AT)
        office_done(session, row)
    assert [(each.number, each.cause) for each in row.versions] == [
        (1, VersionCause.RECEIVED),
        (2, VersionCause.CORRECTED),
    ]
    assert [len(version_candidates(each)) for each in row.versions] == [6, 7]
    assert (row.state, row.respond_by) == (S.CORRECTED, None)
    assert checks(session, row) == []


@pytest.mark.rule("R-62")
def test_a_correction_that_changes_more_than_it_was_asked_to_is_for_the_board(session: Session) -> None:
    with transaction():
        row = received(session, a_draft(session, an_open_election(session), candidates=typed(6)))
        notify_defects(session, row, date(2027, 4, 13), seen=row.edit, by=BY, at=AT)
        kept = [
            TypedCandidate(n, each.first_name, each.last_name, 1980, id=each.id, birth_date=each.birth_date)
            for n, each in zip((2, 1, 3, 4, 5, 6), row.candidates, strict=True)
        ]
        set_candidates(session, row, [*kept, *typed(1, start=7)], seen=row.edit, by=BY, at=AT)
        receive_correction(session, row, AT, seen=row.edit, by=BY, at=AT)
    assert checks(session, row, Weight.JUDGEMENT) == [Check.CHANGED_WITHOUT_NEED, Check.CHANGED_WITHOUT_NEED]


@pytest.mark.rule("R-62")
def test_nothing_is_told_where_nothing_is_wrong(session: Session) -> None:
    with transaction():
        row = ready(session, an_open_election(session))
    with pytest.raises(NothingToTell), transaction():
        notify_defects(session, row, date(2027, 4, 13), seen=row.edit, by=BY, at=AT)
    with pytest.raises(MoveNotAllowed), transaction():
        receive_correction(session, row, AT, seen=row.edit, by=BY, at=AT)


@pytest.mark.rule("R-65")
@pytest.mark.parametrize(
    ("how", "expected"),
    [
        (Replacement.FILL_PLACE, ["1 Kandidat1", "2 Ny", "3 Kandidat3", "4 Kandidat4"]),
        (Replacement.MOVE_UP_AND_ADD, ["1 Kandidat1", "2 Kandidat3", "3 Kandidat4", "4 Kandidat5"]),
        (Replacement.MOVE_UP, ["1 Kandidat1", "2 Kandidat3", "3 Kandidat4", "4 Kandidat5"]),
    ],
)
def test_a_candidate_is_struck_and_the_new_one_is_told_and_checked_anew(
    session: Session, how: Replacement, expected: list[str]
) -> None:
    """Nine candidates; the second is struck. What is known of the others stays with them; of the new one, nothing."""
    new = TypedCandidate(0, "Ny", "Navnesen", 1990, birth_date=date(1990, 1, 1))
    with transaction():
        row = ready(session, an_open_election(session), candidates=typed(9, bonus=3))
        strike_candidate(session, row, Struck(2, how, new, 2, "Har trukket seg"), seen=row.edit, by=BY, at=AT)
    assert names(row)[:4] == expected
    assert [each.bonus for each in row.candidates].count(True) == 2
    added = [each for each in row.candidates if each.first_name == "Ny"]
    assert all(each.told_at is None and each.voting_right is Answer.UNKNOWN for each in added)
    assert all(each.told_at for each in row.candidates if each not in added)
    assert len(row.candidates) == (8 if how is Replacement.MOVE_UP else 9)
    assert (row.versions[-1].cause, row.versions[-1].note) == (VersionCause.STRUCK, "Kandidat2 Fana: Har trukket seg")


@pytest.mark.rule("R-42")
def test_one_who_declines_must_be_struck_before_the_list_is_approved(session: Session) -> None:
    with transaction():
        row = ready(session, an_open_election(session), candidates=typed(8))
        record_reply(session, row, 3, Reply.DECLINED, date(2027, 4, 5), seen=row.edit, by=BY, at=AT)
    assert checks(session, row) == [Check.DECLINED]
    with transaction():
        struck = Struck(3, Replacement.MOVE_UP, None, 0, "Har takket nei")
        strike_candidate(session, row, struck, seen=row.edit, by=BY, at=AT)
    assert checks(session, row) == []


@pytest.mark.rule("R-35")
def test_an_answer_about_a_candidate_has_a_source(session: Session) -> None:
    with transaction():
        row = received(session, a_draft(session, an_open_election(session)))
    answers = {1: {Condition.RESIDENT: Answer.DECLARED}}
    with pytest.raises(NotAnswered), transaction():
        answer_conditions(session, row, answers, " ", seen=row.edit, by=BY, at=AT)
    with transaction():
        answer_conditions(session, row, answers, "egenerklæring", seen=row.edit, by=BY, at=AT)
    first = row.candidates[0]
    assert (first.resident, first.checked_source, first.checked_by) == (Answer.DECLARED, "egenerklæring", BY.name)
    assert row.candidates[1].checked_at is None


def test_another_name_is_another_person_about_whom_nothing_is_known(session: Session) -> None:
    with transaction():
        row = ready(session, an_open_election(session))
        kept = [
            TypedCandidate(each.position, each.first_name, each.last_name, 1980, id=each.id, birth_date=each.birth_date)
            for each in row.candidates
        ]
        kept[0] = TypedCandidate(1, "Annen", "Person", 1980, id=kept[0].id, birth_date=kept[0].birth_date)
        set_candidates(session, row, kept, seen=row.edit, by=BY, at=AT)
    assert [each.told_at is None for each in row.candidates] == [True, False, False, False, False, False, False]


@pytest.mark.rule("R-63")
def test_a_person_on_two_lists_in_two_hands_is_found_as_typed(session: Session) -> None:
    with transaction():
        election = an_open_election(session, {"fana": 15, "arna": 13})
        ours = ready(session, election, "Arbeiderpartiet", "A", candidates=typed(7))
        theirs = ready(session, election, "Høyre", "H", candidates=typed(7, of="Høyre")[:6] + typed(1, start=7))
        ready(session, election, "Venstre", "V", contest="arna", candidates=typed(1) + typed(6, start=2, of="Arna"))
    assert checks(session, ours) == checks(session, theirs) == [Check.ON_SEVERAL_LISTS]
    assert checks(session, ours, Weight.NOTE) == [Check.IN_SEVERAL_DISTRICTS]
    with transaction():
        reject(session, theirs, CASE, "Dobbeltført kandidat.", seen=theirs.edit, by=BOARD, at=AT)
    assert checks(session, ours) == []


@pytest.mark.rule("R-64")
def test_a_withdrawal_comes_from_the_committee_and_is_decided_by_the_board(session: Session) -> None:
    with transaction():
        row = ready(session, an_open_election(session))
    with pytest.raises(NotByCommittee), transaction():
        receive_withdrawal(session, row, AT, by_committee=False, seen=row.edit, by=BY, at=AT)
    with pytest.raises(NothingToWithdraw), transaction():
        decide_withdrawal(session, row, CASE, "", approved=True, seen=row.edit, by=BOARD, at=AT)
    with transaction():
        receive_withdrawal(session, row, AT, by_committee=True, seen=row.edit, by=BY, at=AT)
        decide_withdrawal(session, row, CASE, "Ikke av alle.", approved=False, seen=row.edit, by=BOARD, at=AT)
    assert (row.state, row.withdrawal_received_at) == (S.RECEIVED, None)
    with transaction():
        receive_withdrawal(session, row, AT, by_committee=True, seen=row.edit, by=BY, at=AT)
        decide_withdrawal(session, row, CASE, "", approved=True, seen=row.edit, by=BOARD, at=AT)
    assert row.state is S.WITHDRAWN
    assert row.contest.election.state == ElectionState.LISTS_DECIDED


@pytest.mark.rule("R-67")
def test_lists_are_closed_by_the_board_after_the_deadline_when_none_is_undecided(session: Session) -> None:
    before_deadline = CAME_AT + timedelta(days=1)
    with transaction():
        election = an_open_election(session)
        draft = a_draft(session, election)
    with pytest.raises(ListsUndecided), transaction():
        close_lists(session, election, by=BOARD, at=AT)
    with transaction():
        discard_draft(session, draft, seen=draft.edit, by=BY, at=AT)
    with pytest.raises(DeadlineNotPassed), transaction():
        close_lists(session, election, by=BOARD, at=before_deadline)
    with transaction():
        close_lists(session, election, by=BOARD, at=AT)
    assert election.state == ElectionState.LISTS_DECIDED


@pytest.mark.rule("R-66")
def test_headings_are_announced_once_a_list_is_approved(session: Session) -> None:
    with transaction():
        election = an_open_election(session)
        row = ready(session, election)
    contest = row.contest
    with pytest.raises(NothingApproved), transaction():
        announce_lists(session, contest, date(2027, 4, 6), "Rådhuset", by=BY, at=AT)
    with transaction():
        approve(session, row, CASE, "", seen=row.edit, by=BOARD, at=AT)
    with pytest.raises(AnnouncedInFuture), transaction():
        announce_lists(session, contest, date(2027, 4, 7), "Rådhuset", by=BY, at=AT)
    with transaction():
        announce_lists(session, contest, date(2027, 4, 6), "Rådhuset", by=BY, at=AT)
    [district] = lists_of_election(session, election)
    assert district.announcement
    assert district.announcement.announced_on == date(2027, 4, 6)


@pytest.mark.rule("R-59")
def test_signatures_are_kept_while_anyone_may_complain_and_then_removed(session: Session) -> None:
    with transaction():
        election = an_open_election(session)
        row = ready(session, election)
    with pytest.raises(ComplaintsMayCome), transaction():
        forget_signers(session, election, by=BY, at=AT)
    with transaction():
        election.state = ElectionState.VALID
    with transaction():
        assert forget_signers(session, election, by=BY, at=AT) == 2
    assert session.scalars(select(SignerRow)).all() == []
    assert row.signers_forgotten_at == AT


@pytest.mark.rule("R-58")
def test_the_audit_trail_counts_signers_and_names_none(session: Session) -> None:
    with transaction():
        row = a_draft(session, an_open_election(session))
        signers = [Signer("Hemmelig Navn", date(1970, 1, 1), "Storgata 1", board_member=True)]
        set_signers(session, row, signers, seen=row.edit, by=BY, at=AT)
    trail = session.scalars(select(AuditEvent)).all()
    assert trail[-1].after == {"signers": 1, "entitled": 0}
    assert "Hemmelig" not in str([each.after for each in trail])


def test_a_draft_leaves_no_versions_and_a_save_without_change_none_either(session: Session) -> None:
    with transaction():
        row = a_draft(session, an_open_election(session))
        assert row.versions == []
        received(session, row)
        change_heading(session, row, Heading("A", row.heading, row.kind), seen=row.edit, by=BY, at=AT)
    assert [each.number for each in row.versions] == [1]


@pytest.mark.rule("R-59")
def test_signatures_are_removed_from_the_servers_keyboard_once_the_election_is_valid(
    app: Flask, session: Session
) -> None:
    with transaction():
        election = an_open_election(session)
        ready(session, election)
    refused = app.test_cli_runner().invoke(args=["elections", "forget-signers", "2027"])
    assert refused.exit_code != 0
    with transaction():
        session.scalars(select(ElectionRow)).one().state = ElectionState.VALID
    told = app.test_cli_runner().invoke(args=["elections", "forget-signers", "2027"])
    assert (told.exit_code, told.output.strip()) == (0, "2 underskrifter er slettet.")


@pytest.mark.rule("R-54")
def test_the_groups_of_a_joint_list_are_frozen_with_it(session: Session) -> None:
    names = [replace(each, group="Venstre" if each.position < 4 else "Grendelaget") for each in typed(7)]
    voters = [Signer(f"Velger{n} Fana", date(1970, 1, n), "Storgata 1", entitled=True) for n in (1, 2, 3, 4, 5)]
    with transaction():
        election = an_open_election(session, {"fana": 5})
        kind = ProposerKind.JOINT
        row = a_draft(session, election, "Fana sammen", "F", kind=kind, candidates=names, signers=voters)
        office_done(session, received(session, row))
        frozen = approve(session, row, CASE, "", seen=row.edit, by=BOARD, at=AT)
    assert [each.group_name for each in frozen.candidates] == ["Venstre"] * 3 + ["Grendelaget"] * 4
    assert frozen.registered_party is False
