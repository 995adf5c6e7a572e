"""Units from plan to approved line of the count: on both databases, with everything that is refused."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.audit.models import AuditEvent
from app.audit.services import Actor
from app.core.database import transaction
from app.core.errors import DomainError
from app.elections.counting.models import CountEntryRow, CountReopeningRow, CountUnitRow
from app.elections.counting.queries import (
    blockers,
    changed_expected,
    counted,
    explanations_of,
    unit_at,
    units_of,
    warnings_of,
)
from app.elections.counting.refusals import (
    EntryTaken,
    ExplanationsMissing,
    FiguresNotInOrder,
    NotCounting,
    NothingToReopen,
    PlanNotOpen,
    ReasonNeeded,
    StaleUnit,
    UnitInUse,
    UnitsNotApproved,
    UnitTypedHere,
)
from app.elections.counting.services.approval import approve_unit, explain_unit, reopen_unit
from app.elections.counting.services.entries import save_entry
from app.elections.counting.services.plan import begin_counting, drop_unit, make_plan
from app.elections.domain.blockers import Blocker, BlockerKind
from app.elections.domain.categories import Category
from app.elections.domain.control_codes import ControlCode
from app.elections.domain.count_entries import NotOpenForEntry, OwnEntry
from app.elections.domain.count_plan import AdvancePlace
from app.elections.domain.count_unit_states import CountUnitState
from app.elections.domain.settlement import settle
from app.elections.domain.states import ElectionState, MoveNotAllowed
from app.elections.files.counts_file import CountLine
from app.elections.models import ContestRow
from app.elections.queries import count_lines
from app.elections.refusals import ContestIsSettled
from app.elections.services.counts import import_counts
from app.elections.services.received import Received
from app.elections.services.settle import settle_contests
from tests.builders import RULES_2002, a_tally
from tests.counting import (
    AT,
    BOARD,
    KARI,
    OFFICER,
    OLA,
    PER,
    a_district,
    a_unit,
    an_election_being_counted,
    count_unit,
    key_of,
    paper,
    type_twice,
)
from tests.elections import count_contest, lists_of, settle_contest

VO = "1-VO-0801"


def fana(session: Session) -> ContestRow:
    return session.scalars(select(ContestRow)).one()


def types(
    by: Actor, wrong: Mapping[str, str] | None = None, *, turn: int = 1, seen: int = 0, name: str = VO, **figures: int
) -> None:
    """Type a unit, in a transaction of its own; ``wrong`` are lines typed otherwise."""
    with transaction() as writing:
        row = a_unit(writing, fana(writing), name)
        typed = {**paper(row.contest, row.count, **figures), **(wrong or {})}
        save_entry(writing, row, typed, "", turn=turn, seen=seen, by=by, at=AT)


def approves(by: Actor, explanations: Mapping[ControlCode, str], name: str = VO) -> None:
    with transaction() as writing:
        row = a_unit(writing, fana(writing), name)
        approve_unit(writing, row, explanations, seen=row.edit, by=by, at=AT)


def stands(row: CountUnitRow) -> str:
    return row.state


def events(session: Session, act: str) -> int:
    return session.scalar(select(func.count()).select_from(AuditEvent).where(AuditEvent.act == act)) or 0


@pytest.mark.rule("R-133")
def test_the_plan_has_the_same_units_in_both_counts(session: Session) -> None:
    with transaction() as writing:
        an_election_being_counted(writing)
    names = [str(each.key) for each in units_of(session, fana(session))]
    first = ["1-FO-", "1-FS-", "1-BF-", "1-VO-0801", "1-VO-0802", "1-VS-", "1-VB-"]
    assert names == [*first, *(name.replace("1-", "2-", 1) for name in first)]
    assert {each.state for each in units_of(session, fana(session))} == {CountUnitState.AWAITED}
    assert events(session, "CountPlanned") == 1


@pytest.mark.rule("R-134")
def test_a_new_plan_moves_what_nobody_has_begun_and_leaves_what_is_typed(session: Session) -> None:
    """Two advance places with 70 and 20 votes: the first is a unit, the second waits for the late count."""
    with transaction() as writing:
        contest = an_election_being_counted(writing).contests[0]
        type_twice(writing, a_unit(writing, contest, "1-FO-"), paper(contest, A=40, B=30, C=20))
        places = (AdvancePlace("F1", "Biblioteket", 70), AdvancePlace("F2", "Sykehjemmet", 20))
        make_plan(writing, contest, places, by=OFFICER, at=AT)
    units = {str(each.key): each for each in units_of(session, fana(session))}
    assert [name for name in units if "FO" in name] == ["1-FO-", "1-FO-F1", "2-FO-F1"]
    assert units["1-FO-"].state is CountUnitState.CONTROLLED
    assert units["1-FS-"].pooled == ("Sykehjemmet",)
    assert units["1-FO-F1"].place_name == "Biblioteket"


@pytest.mark.rule("R-131")
def test_two_people_who_type_the_same_control_a_unit_and_the_board_approves_it(session: Session) -> None:
    """40 + 30 + 20 and 2 blank: 92 ballots and 92 ticks, nothing to explain."""
    with transaction() as writing:
        contest = an_election_being_counted(writing).contests[0]
        row = a_unit(writing, contest, VO)
        typed = paper(contest, A=40, B=30, C=20, blank=2)
        assert save_entry(writing, row, typed, "", turn=1, seen=0, by=KARI, at=AT) == ()
        assert stands(row) == CountUnitState.ENTERED
        assert save_entry(writing, row, typed, "", turn=2, seen=0, by=OLA, at=AT) == ()
        assert stands(row) == CountUnitState.CONTROLLED
        assert count_lines(writing, contest.id) == []
        approve_unit(writing, row, {}, seen=row.edit, by=BOARD, at=AT)
    lines = {line.line: line.number for line in count_lines(session, fana(session).id)}
    assert lines == {**lists_of(A=40, B=30, C=20), "blank": 2, "doubtful": 0, "ticks": 92}
    assert (events(session, "CountEntered"), events(session, "CountApproved")) == (2, 1)


@pytest.mark.rule("R-140")
def test_the_audit_trail_tells_who_typed_and_no_figure(session: Session) -> None:
    with transaction() as writing:
        contest = an_election_being_counted(writing).contests[0]
        count_unit(writing, a_unit(writing, contest, VO), A=4321, B=1, C=1)
    told = [repr(event.after) for event in session.scalars(select(AuditEvent))]
    assert not [each for each in told if "4321" in each]


@pytest.mark.rule("R-131")
def test_entries_that_differ_wait_until_one_of_them_is_typed_again(session: Session) -> None:
    """Ola reads 30 as 33; he sees the line and types 30; what he typed first is kept."""
    with transaction() as writing:
        contest = an_election_being_counted(writing).contests[0]
        row = a_unit(writing, contest, VO)
        save_entry(writing, row, paper(contest, A=40, B=30, C=20), "", turn=1, seen=0, by=KARI, at=AT)
        wrong = paper(contest, A=40, B=33, C=20)
        differs = save_entry(writing, row, wrong, "", turn=2, seen=0, by=OLA, at=AT)
        assert differs == ("ticks", "list:B", "sum:lists", "sum:all")
        assert stands(row) == CountUnitState.ENTERED
        right = paper(contest, A=40, B=30, C=20)
        assert save_entry(writing, row, right, "", turn=2, seen=1, by=OLA, at=AT) == ()
        assert stands(row) == CountUnitState.CONTROLLED
    versions = session.execute(select(CountEntryRow.turn, CountEntryRow.version).order_by(CountEntryRow.id))
    assert [tuple(each) for each in versions] == [(1, 1), (2, 1), (2, 2)]


@pytest.mark.rule("R-131")
def test_a_clerk_does_not_control_their_own_entry(session: Session) -> None:
    with transaction() as writing:
        contest = an_election_being_counted(writing).contests[0]
        row = a_unit(writing, contest, VO)
        save_entry(writing, row, paper(contest, A=40), "", turn=1, seen=0, by=KARI, at=AT)
    with pytest.raises(OwnEntry):
        types(KARI, turn=2, seen=0, name=VO, A=40)
    assert (events(session, "CountEntered"), a_unit(session, fana(session), VO).state) == (1, CountUnitState.ENTERED)


@pytest.mark.rule("R-131")
def test_the_entries_are_not_one_persons_in_the_other_order_either(session: Session) -> None:
    with transaction() as writing:
        an_election_being_counted(writing)
    types(KARI, turn=2, A=40)
    with pytest.raises(OwnEntry):
        types(KARI, turn=1, A=40)
    assert events(session, "CountEntered") == 1


@pytest.mark.rule("R-131")
def test_whoever_typed_a_unit_does_not_approve_it(session: Session) -> None:
    with transaction() as writing:
        contest = an_election_being_counted(writing).contests[0]
        type_twice(writing, a_unit(writing, contest, VO), paper(contest, A=40, B=30, C=20))
    with pytest.raises(OwnEntry):
        approves(OLA, {}, name=VO)
    assert count_lines(session, fana(session).id) == []


def test_two_clerks_who_begin_the_same_unit_cannot_overwrite_each_other(session: Session) -> None:
    """Both opened the empty form; Kari saved first. Per's figures are refused, and he is told whose stand there."""
    with transaction() as writing:
        contest = an_election_being_counted(writing).contests[0]
        row = a_unit(writing, contest, VO)
        save_entry(writing, row, paper(contest, A=40), "", turn=1, seen=0, by=KARI, at=AT)
    with pytest.raises(EntryTaken) as refused:
        types(PER, turn=1, seen=0, name=VO, A=41)
    assert (refused.value.typed_by, refused.value.own) == (KARI.name, False)
    unit = unit_at(session, fana(session), key_of(VO))
    assert unit is not None
    assert [each.figures["list:A"] for each in unit.entries] == [40]


def test_the_same_clerk_in_two_windows_cannot_overwrite_either(session: Session) -> None:
    with transaction() as writing:
        contest = an_election_being_counted(writing).contests[0]
        row = a_unit(writing, contest, VO)
        save_entry(writing, row, paper(contest, A=40), "", turn=1, seen=0, by=KARI, at=AT)
    with pytest.raises(EntryTaken) as refused:
        types(KARI, turn=1, seen=0, name=VO, A=41)
    assert refused.value.own


def test_figures_with_faults_are_refused_with_every_fault_and_nothing_is_stored(session: Session) -> None:
    with transaction() as writing:
        an_election_being_counted(writing)
    with pytest.raises(FiguresNotInOrder) as refused:
        types(KARI, {"list:A": "-4", "blank": "to", "list:X": "3"}, A=40, B=30)
    assert [(each.code.value, each.line) for each in refused.value.form_faults] == [
        ("F.105", "list:X"),
        ("F.103", "list:A"),
        ("F.102", "blank"),
    ]
    assert session.scalar(select(func.count()).select_from(CountEntryRow)) == 0


@pytest.mark.rule("R-139")
def test_a_difference_does_not_block_but_must_be_explained(session: Session) -> None:
    """Ten ticks more than ballots."""
    with transaction() as writing:
        contest = an_election_being_counted(writing).contests[0]
        row = a_unit(writing, contest, VO)
        type_twice(writing, row, paper(contest, A=40, B=30, C=20, ticks=100))
    with pytest.raises(ExplanationsMissing) as refused:
        approves(BOARD, {ControlCode.TICKS: "  "}, name=VO)
    assert refused.value.codes == (ControlCode.TICKS,)
    with transaction() as writing:
        row = a_unit(writing, fana(writing), VO)
        reason = "Ti velgere gikk uten å legge seddelen i urnen."
        approve_unit(writing, row, {ControlCode.TICKS: reason}, seen=row.edit, by=BOARD, at=AT)
    kept = explanations_of(session, fana(session).id)[key_of(VO)]
    assert [(each.code, each.text, each.given_by) for each in kept] == [(ControlCode.TICKS, reason, BOARD.name)]


@pytest.mark.rule("R-139")
def test_what_another_unit_shows_later_is_explained_later(session: Session) -> None:
    """Nesttun and Kaland have the same figures, which is seen of Nesttun only when Kaland has been approved."""
    with transaction() as writing:
        contest = an_election_being_counted(writing).contests[0]
        count_unit(writing, a_unit(writing, contest, VO), A=40, B=30, C=20)
        count_unit(writing, a_unit(writing, contest, "1-VO-0802"), "Kontrollert mot papiret.", A=40, B=30, C=20)
        assert [each.kind for each in blockers(writing, contest)][1] is BlockerKind.DIFFERENCES_UNEXPLAINED
        row = a_unit(writing, contest, VO)
        alike = {ControlCode.SAME_FIGURES: "Likt ved en tilfeldighet."}
        explain_unit(writing, row, alike, seen=row.edit, by=BOARD, at=AT)
    assert [each.kind for each in blockers(session, fana(session))] == [BlockerKind.UNITS_NOT_APPROVED]


def test_an_act_on_what_has_changed_since_it_was_read_is_refused(session: Session) -> None:
    with transaction() as writing:
        contest = an_election_being_counted(writing).contests[0]
        type_twice(writing, a_unit(writing, contest, VO), paper(contest, A=40, B=30, C=20))
    with pytest.raises(StaleUnit), transaction() as writing:
        approve_unit(writing, a_unit(writing, fana(writing), VO), {}, seen=1, by=BOARD, at=AT)


def test_figures_that_stand_are_not_typed_over_and_nothing_is_approved_early(session: Session) -> None:
    with transaction() as writing:
        contest = an_election_being_counted(writing).contests[0]
        count_unit(writing, a_unit(writing, contest, VO), A=40, B=30, C=20)
    with pytest.raises(NotOpenForEntry):
        types(KARI, turn=1, seen=1, name=VO, A=1)
    with pytest.raises(MoveNotAllowed):
        approves(BOARD, {}, name="1-VO-0802")


def test_a_reopened_unit_counts_no_more_and_keeps_what_stood(session: Session) -> None:
    with transaction() as writing:
        contest = an_election_being_counted(writing).contests[0]
        count_unit(writing, a_unit(writing, contest, VO), A=40, B=30, C=20)
        reopen_unit(writing, contest, key_of(VO), "En bunke lå igjen i hvelvet.", by=BOARD, at=AT)
        assert counted(writing, contest) == {}
        count_unit(writing, a_unit(writing, contest, VO), A=45, B=30, C=20)
    kept = session.scalars(select(CountReopeningRow)).one()
    assert (kept.reason, kept.round) == ("En bunke lå igjen i hvelvet.", 1)
    assert '"list:A": 40' in kept.figures
    assert counted(session, fana(session))[key_of(VO)]["list:A"] == 45
    assert session.scalar(select(func.count()).select_from(CountEntryRow)) == 4


def test_figures_from_before_the_reopening_do_not_slip_into_the_new_round(session: Session) -> None:
    """Kari has her old form open, which had read her first version."""
    with transaction() as writing:
        contest = an_election_being_counted(writing).contests[0]
        count_unit(writing, a_unit(writing, contest, VO), A=40, B=30, C=20)
        reopen_unit(writing, contest, key_of(VO), "En bunke lå igjen.", by=BOARD, at=AT)
    with pytest.raises(StaleUnit):
        types(KARI, seen=1, A=40, B=30, C=20)
    assert stands(a_unit(session, fana(session), VO)) == CountUnitState.REOPENED


def test_a_unit_is_reopened_with_a_reason_and_only_when_there_is_something_to_reopen(session: Session) -> None:
    with transaction() as writing:
        contest = an_election_being_counted(writing).contests[0]
        count_unit(writing, a_unit(writing, contest, VO), A=40, B=30, C=20)
    with pytest.raises(ReasonNeeded), transaction() as writing:
        reopen_unit(writing, fana(writing), key_of(VO), " ", by=BOARD, at=AT)
    with pytest.raises(NothingToReopen), transaction() as writing:
        reopen_unit(writing, fana(writing), key_of("1-VO-0802"), "Feil.", by=BOARD, at=AT)


def _settled(writing: Session) -> ContestRow:
    contest = an_election_being_counted(writing).contests[0]
    count_unit(writing, a_unit(writing, contest, VO), A=40, B=30, C=20)
    value = a_district()
    settle_contest(writing, contest, settle(value, RULES_2002, a_tally(value, {"A": 40, "B": 30, "C": 20})))
    return contest


def test_nothing_is_reopened_typed_or_planned_after_the_settlement(session: Session) -> None:
    with transaction() as writing:
        _settled(writing)
    with pytest.raises(ContestIsSettled), transaction() as writing:
        reopen_unit(writing, fana(writing), key_of(VO), "En bunke lå igjen.", by=BOARD, at=AT)
    with pytest.raises(ContestIsSettled):
        types(KARI, turn=1, seen=0, name="1-VO-0802", A=1)
    with pytest.raises(ContestIsSettled), transaction() as writing:
        make_plan(writing, fana(writing), (), by=OFFICER, at=AT)
    with pytest.raises(ContestIsSettled), transaction() as writing:
        drop_unit(writing, a_unit(writing, fana(writing), "1-VS-"), "Ingen.", by=OFFICER, at=AT)
    assert counted(session, fana(session))[key_of(VO)]["list:A"] == 40


def test_a_unit_without_ballots_is_taken_out_of_the_plan_with_a_reason(session: Session) -> None:
    with transaction() as writing:
        contest = an_election_being_counted(writing).contests[0]
        with pytest.raises(ReasonNeeded):
            drop_unit(writing, a_unit(writing, contest, "1-VB-"), "", by=OFFICER, at=AT)
        drop_unit(writing, a_unit(writing, contest, "1-VB-"), "Ingen beredskapskonvolutter.", by=OFFICER, at=AT)
        type_twice(writing, a_unit(writing, contest, "1-VS-"), paper(contest, A=1))
        with pytest.raises(UnitInUse):
            drop_unit(writing, a_unit(writing, contest, "1-VS-"), "Feil.", by=OFFICER, at=AT)
    assert unit_at(session, fana(session), key_of("1-VB-")) is None
    assert events(session, "CountUnitDropped") == 1


def test_figures_from_a_file_are_approved_with_the_file_to_show_and_are_not_typed_over(session: Session) -> None:
    with transaction() as writing:
        contest = an_election_being_counted(writing).contests[0]
        count_contest(writing, contest, {(1, "VO", "0801"): lists_of(A=40, B=30, C=20)})
    unit = unit_at(session, fana(session), key_of(VO))
    assert unit is not None
    assert (unit.state, unit.file) == (CountUnitState.APPROVED, "")
    with pytest.raises(NotOpenForEntry):
        types(KARI, turn=1, seen=0, name=VO, A=1)
    with transaction() as writing:
        reopen_unit(writing, fana(writing), key_of(VO), "Filen manglet en bunke.", by=BOARD, at=AT)
        count_unit(writing, a_unit(writing, fana(writing), VO), A=41, B=30, C=20)
    assert counted(session, fana(session))[key_of(VO)]["list:A"] == 41


def test_figures_from_a_file_outside_the_plan_can_be_reopened_too(session: Session) -> None:
    with transaction() as writing:
        contest = an_election_being_counted(writing).contests[0]
        count_contest(writing, contest, {(1, "VF", ""): lists_of(A=4, B=3, C=2)})
        reopen_unit(writing, contest, key_of("1-VF-"), "Talt på nytt.", by=BOARD, at=AT)
    assert a_unit(session, fana(session), "1-VF-").state is CountUnitState.REOPENED


def test_a_file_adds_nothing_to_what_is_typed_here(session: Session, tmp_path: Path) -> None:
    file = tmp_path / "counts.csv"
    file.write_text("x")
    lines = [CountLine("fana", 1, Category.VO, "0801", "list:A", 40)]
    with transaction() as writing:
        contest = an_election_being_counted(writing).contests[0]
        save_entry(writing, a_unit(writing, contest, VO), paper(contest, A=40), "", turn=1, seen=0, by=KARI, at=AT)
    with pytest.raises(UnitTypedHere), transaction() as writing:
        import_counts(writing, fana(writing).election, lines, Received(file, "a" * 64), by=OFFICER, at=AT)
    assert count_lines(session, fana(session).id) == []


def test_a_contest_is_not_settled_while_a_unit_waits(session: Session) -> None:
    with transaction() as writing:
        contest = an_election_being_counted(writing).contests[0]
        count_unit(writing, a_unit(writing, contest, "2-VO-0801"), A=40, B=30, C=20)
    with pytest.raises(UnitsNotApproved) as refused, transaction() as writing:
        settle_contests(writing, fana(writing).election, codes=None, lots=(), by=OFFICER, at=AT)
    assert (refused.value.contest, refused.value.number) == ("fana", 13)


def test_what_is_lacking_is_told_for_the_settlement(session: Session) -> None:
    with transaction() as writing:
        contest = an_election_being_counted(writing).contests[0]
        for row in ("1-FO-", "1-FS-", "1-BF-", "1-VS-", "1-VB-", "2-FO-", "2-FS-", "2-BF-", "2-VS-", "2-VB-"):
            drop_unit(writing, a_unit(writing, contest, row), "Ingen stemmer.", by=OFFICER, at=AT)
        count_unit(writing, a_unit(writing, contest, VO), A=40, B=30, C=20, doubtful=2)
    assert blockers(session, fana(session)) == (
        Blocker(BlockerKind.UNITS_NOT_APPROVED, 3, ("VO Kaland (1)", "VO Nesttun (2)", "VO Kaland (2)")),
        Blocker(BlockerKind.DOUBTFUL_UNDECIDED, 2, ("VO Nesttun",)),
    )


@pytest.mark.rule("R-115")
def test_the_second_count_tells_how_many_changed_ballots_each_list_has(session: Session) -> None:
    """A 30 + 10 changed, B 25 + 5, C 20: 40, 30 and 20 ballots."""
    with transaction() as writing:
        contest = an_election_being_counted(writing).contests[0]
        count_unit(writing, a_unit(writing, contest, VO), A=40, B=30, C=20)
        count_unit(writing, a_unit(writing, contest, "2-VO-0801"), A=30, changed_A=10, B=25, changed_B=5, C=20)
    assert changed_expected(session, fana(session)) == {"A": 10, "B": 5, "C": 0}
    assert counted(session, fana(session))[key_of("2-VO-0801")]["list:A"] == 40


def test_the_first_count_is_what_the_second_is_held_against(session: Session) -> None:
    with transaction() as writing:
        contest = an_election_being_counted(writing).contests[0]
        count_unit(writing, a_unit(writing, contest, VO), A=340, B=200, C=100)
        row = a_unit(writing, contest, "2-VO-0801")
        type_twice(writing, row, paper(contest, 2, A=325, B=215, C=100))
    unit = unit_at(session, fana(session), key_of("2-VO-0801"))
    assert unit is not None
    warned = warnings_of(session, fana(session), unit)
    assert [(each.code, each.lines) for each in warned] == [
        (ControlCode.FIRST_AGAINST_SECOND, ("list:A", "list:B")),
    ]


@pytest.mark.parametrize(
    ("state", "refusal"),
    [(ElectionState.OPEN_FOR_LISTS, PlanNotOpen), (ElectionState.VALID, PlanNotOpen)],
)
def test_units_are_planned_when_the_lists_are_decided(
    session: Session, state: ElectionState, refusal: type[DomainError]
) -> None:
    with transaction() as writing:
        an_election_being_counted(writing).state = state
    with pytest.raises(refusal), transaction() as writing:
        make_plan(writing, fana(writing), (), by=OFFICER, at=AT)
    assert events(session, "CountPlanned") == 1


@pytest.mark.rule("R-130")
def test_counting_begins_by_hand_when_the_lists_are_decided(session: Session) -> None:
    with transaction() as writing:
        election = an_election_being_counted(writing)
        election.state = ElectionState.LISTS_DECIDED
        row = a_unit(writing, election.contests[0], VO)
        with pytest.raises(NotCounting):
            save_entry(writing, row, paper(row.contest, A=1), "", turn=1, seen=0, by=KARI, at=AT)
        begin_counting(writing, election, by=OFFICER, at=AT)
        save_entry(writing, row, paper(row.contest, A=1), "", turn=1, seen=0, by=KARI, at=AT)
    assert fana(session).election.state == ElectionState.COUNTING
    assert events(session, "ElectionMoved") == 2


@pytest.mark.parametrize("state", [ElectionState.OPEN_FOR_LISTS, ElectionState.SETTLED])
def test_counting_does_not_begin_before_the_lists_or_after_the_settlement(
    session: Session, state: ElectionState
) -> None:
    with transaction() as writing:
        an_election_being_counted(writing).state = state
    with pytest.raises(MoveNotAllowed), transaction() as writing:
        begin_counting(writing, fana(writing).election, by=OFFICER, at=AT)
    assert events(session, "ElectionMoved") == 0
