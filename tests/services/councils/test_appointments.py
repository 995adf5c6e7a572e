"""The municipal council appoints its district councils: prepared, refused while unlawful, decided, seats filled."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.audit.models import AuditEvent
from app.core.database import transaction
from app.councils.appointing.documents import decided_in
from app.councils.appointing.models import Appointment, CouncilAppointment, NomineeRow
from app.councils.appointing.queries import district_votes, prepared, standing_of, target_of
from app.councils.appointing.refusals import AlreadyNamed, NoSuchSwap, NotTied, PersonKnown, StaleEdit, UnknownParty
from app.councils.appointing.services.appointments import (
    Basis,
    choose_basis,
    draw_target_lot,
    drop_appointment,
    set_ballots,
)
from app.councils.appointing.services.council_votes import (
    MethodVotes,
    draw_lot,
    record_ballot,
    record_method,
    record_officer_vote,
)
from app.councils.appointing.services.decide import decide_appointment
from app.councils.appointing.services.edits import edits_of
from app.councils.appointing.services.eligibility import Facts, confirm_facts
from app.councils.appointing.services.group_lists import take_off_list
from app.councils.appointing.services.names import Named
from app.councils.appointing.services.nominations import (
    NewName,
    add_names,
    make_swaps,
    move_name,
    remove_name,
    swaps_for,
)
from app.councils.council_models import CouncilTerm, Person
from app.councils.domain.agreed_election import NominationFinding, Obstacle
from app.councils.domain.appointment_states import AppointmentIsOver, AppointmentState
from app.councils.domain.basis import CouncilBasis, ElectedBy
from app.councils.domain.eligibility import Position
from app.councils.domain.gender import Gender
from app.councils.domain.lawful_decision import Lack, Missing, NotYetLawful, Standing
from app.councils.domain.lots import LotDoesNotFit, LotRequired
from app.councils.domain.majority_of_chair import Round, SecondVoteNotNeeded
from app.councils.domain.membership import Cause, Role
from app.councils.domain.nomination_kinds import NominationKind
from app.councils.domain.prepared_council import OfficerVote
from app.councils.domain.proportional_election import Method, VotesDoNotAddUp, VotingForm
from app.councils.domain.seat_targets import (
    AllocationBasis,
    LocalSeatMethod,
    NoPublishedKey,
    PartyVotes,
    SeatTarget,
    side_by_side,
)
from app.councils.domain.seats import six_decimals
from app.councils.domain.several_districts import MultiDistrictCandidacy
from app.councils.membership_models import DeputySpellRow, RoleSpellRow, SeatSpellRow
from app.councils.queries import persons
from tests.appointments import (
    AT,
    BY,
    PLAN,
    agree,
    an_appointment,
    confirm_all,
    nominate,
    officers,
    put_up,
    ready_by_agreement,
)

W4_LISTS = {"I": "KMKMKMKMKMKMKMKM", "II": "MMKMMKMKKMKMKM", "III": "MMMKMKMKKMKMK", "IV": "KMKM"}
W4_VOTES = {"I": 29, "II": 20, "III": 11, "IV": 7}
W5 = {
    "Ap": 2850,
    "MDG": 2400,
    "SV": 2130,
    "H": 2020,
    "R": 1510,
    "FNB": 1330,
    "V": 610,
    "Sp": 540,
    "FrP": 480,
    "KrF": 420,
    "Pp": 150,
}
PROPORTIONAL = MethodVotes(proportional_demanded=True, voting_form=VotingForm.WRITTEN)


def only(session: Session) -> Appointment:
    return session.scalars(select(Appointment)).one()


def fana(session: Session) -> CouncilAppointment:
    return only(session).councils[0]


def decide(session: Session) -> None:
    appointment = only(session)
    decide_appointment(session, appointment, "BY 231/23", seen=edits_of(appointment), by=BY, at=AT)


def stops(session: Session) -> list[Lack | Obstacle | str]:
    """What stands in the way of the first council."""
    found = standing_of(session, only(session))[0].found
    return [_kind(each) for each in found if not each.is_warning]


def _kind(each: Standing) -> Lack | Obstacle | str:
    match each.finding:
        case Missing(lack):
            return lack
        case NominationFinding(obstacle):
            return obstacle
        case found:
            return found.hindrance


def names(session: Session, rows: list[int]) -> list[str]:
    found = persons(session, rows)
    return [found[each].name for each in rows]


def rows(session: Session, kind: type[SeatSpellRow | DeputySpellRow | RoleSpellRow]) -> int:
    return session.scalar(select(func.count()).select_from(kind)) or 0


@pytest.mark.rule("R-220", "R-229", "R-262")
def test_a_decision_fills_seats_deputies_and_offices_of_every_council(session: Session) -> None:
    """Fana: Ap 1, 2, 3 have seats 1–3 and H 1, 2 seats 4 and 5; deputies Ap 4, 5 and H 3; Ap 1 leads, H 1 is deputy."""
    with transaction() as writing:
        ready_by_agreement(writing, ["Arna", "Fana"])
        decide(writing)
    appointment = only(session)
    assert (appointment.state, appointment.decision_reference) == (AppointmentState.DECIDED, "BY 231/23")
    term = appointment.councils[1].council_term
    assert term is not None
    assert (term.basis, term.elected_by) == (CouncilBasis.APPOINTED, ElectedBy.AGREED)
    assert (term.from_on, term.to_on) == (date(2023, 11, 1), date(2027, 11, 1))
    seats = session.scalars(
        select(SeatSpellRow).where(SeatSpellRow.council_term_id == term.id).order_by(SeatSpellRow.seat)
    ).all()
    assert names(session, [each.person_id for each in seats]) == [
        *("Fana Ap 1", "Fana Ap 2", "Fana Ap 3", "Fana H 1", "Fana H 2"),
    ]
    assert {(each.cause, each.decision_reference, each.legal_basis) for each in seats} == {
        (Cause.APPOINTED, "BY 231/23", "kommuneloven (2018) § 7-7")
    }
    deputies = session.scalars(
        select(DeputySpellRow)
        .where(DeputySpellRow.council_term_id == term.id)
        .order_by(DeputySpellRow.list_code, DeputySpellRow.rank)
    ).all()
    assert [(each.list_code, each.rank) for each in deputies] == [("Ap", 1), ("Ap", 2), ("H", 1)]
    assert names(session, [each.person_id for each in deputies]) == ["Fana Ap 4", "Fana Ap 5", "Fana H 3"]
    roles = session.scalars(
        select(RoleSpellRow).where(RoleSpellRow.council_term_id == term.id).order_by(RoleSpellRow.role)
    ).all()
    assert [each.role for each in roles] == [Role.CHAIR, Role.DEPUTY_CHAIR]
    assert names(session, [each.person_id for each in roles]) == ["Fana Ap 1", "Fana H 1"]
    assert rows(session, SeatSpellRow) == 10


@pytest.mark.rule("R-220")
def test_the_trail_has_the_decision_and_each_takeover(session: Session) -> None:
    with transaction() as writing:
        ready_by_agreement(writing, ["Arna", "Fana"])
        decide(writing)
    acts = session.execute(select(AuditEvent.act, AuditEvent.object_id).order_by(AuditEvent.id)).all()
    assert [tuple(each) for each in acts][-5:] == [
        ("CouncilTermOpened", "arna"),
        ("CouncilTookOffice", "arna"),
        ("CouncilTermOpened", "fana"),
        ("CouncilTookOffice", "fana"),
        ("AppointmentDecided", str(only(session).id)),
    ]


@pytest.mark.rule("R-229")
def test_too_few_of_one_sex_is_refused_with_the_rule_and_nothing_is_stored(session: Session) -> None:
    """Five members need two of each sex; Ap M M M and H K M have one woman."""
    with transaction() as writing:
        appointment = an_appointment(writing)
        row = appointment.councils[0]
        nominate(writing, row, "MMM", "Ap")
        nominate(writing, row, "KM", "H")
        agree(writing, row)
        officers(writing, row, row.nominees[0].person_id, row.nominees[3].person_id)
        confirm_all(writing, appointment)
    with pytest.raises(NotYetLawful) as refused, transaction() as writing:
        decide(writing)
    assert refused.value.councils == (
        (
            "Fana bydelsutvalg",
            (Standing(NominationFinding(Obstacle.TOO_FEW_MEMBERS_OF_ONE_SEX, "f", 1, 2, "R-229")),),
        ),
    )
    assert (only(session).state, rows(session, SeatSpellRow)) == (AppointmentState.DRAFT, 0)
    assert session.scalar(select(func.count()).select_from(CouncilTerm)) == 0


@pytest.mark.rule("R-229")
def test_with_an_exception_stated_it_is_decided_and_the_exception_is_in_the_trail(session: Session) -> None:
    with transaction() as writing:
        appointment = an_appointment(writing)
        row = appointment.councils[0]
        nominate(writing, row, "MMM", "Ap")
        nominate(writing, row, "KM", "H")
        agree(writing, row, MethodVotes(False, None, True, True, "Ingen av gruppene har flere kvinner."))
        officers(writing, row, row.nominees[0].person_id, row.nominees[3].person_id)
        confirm_all(writing, appointment)
        decide(writing)
    last = session.scalars(select(AuditEvent).order_by(AuditEvent.id.desc())).first()
    assert last is not None
    assert last.after is not None
    assert last.after["exceptions"] == {"fana": "Ingen av gruppene har flere kvinner."}
    decision = decided_in(fana(session).outcome)
    assert decision is not None
    assert decision.exception == "Ingen av gruppene har flere kvinner."


@pytest.mark.rule("R-229")
def test_the_swap_that_is_found_makes_the_nomination_lawful(session: Session) -> None:
    """Ap M M M with further name K at place 4: the lowest man, Ap 3, gives way to Ap 4, who takes his place."""
    with transaction() as writing:
        row = an_appointment(writing).councils[0]
        nominate(writing, row, "MMM", "Ap")
        nominate(writing, row, "KM", "H")
        nominate(writing, row, "K", "Ap", NominationKind.RESERVE)
        found = swaps_for(row)[0].swaps
        assert [(each.leaves.name, each.enters.name) for each in found] == [("Fana Ap 3", "Fana Ap 4")]
        pairs = [(each.leaves.person_id, each.enters.person_id) for each in found]
        make_swaps(writing, row, pairs, seen=row.version, by=BY, at=AT)
        assert swaps_for(row)[0].swaps == ()
        with pytest.raises(NoSuchSwap):
            make_swaps(writing, row, pairs, seen=row.version, by=BY, at=AT)
    kept = [(each.person.name, each.kind) for each in fana(session).nominees if each.group_code == "Ap"]
    assert kept == [
        ("Fana Ap 1", NominationKind.MEMBER),
        ("Fana Ap 2", NominationKind.MEMBER),
        ("Fana Ap 4", NominationKind.MEMBER),
        ("Fana Ap 3", NominationKind.RESERVE),
    ]


def _w4(writing: Session) -> CouncilAppointment:
    row = an_appointment(writing, groups=W4_VOTES, seats=13).councils[0]
    for code, sexes in W4_LISTS.items():
        put_up(writing, row, code, sexes)
    record_method(writing, row, PROPORTIONAL, seen=row.version, by=BY, at=AT)
    record_ballot(writing, row, W4_VOTES, blank=0, present=67, seen=row.version, by=BY, at=AT)
    return row


@pytest.mark.rule("R-224", "R-225", "R-226", "R-227", "R-228")
def test_w4_is_decided_as_the_worked_example_has_it(session: Session) -> None:
    """Seats I 6, II 4, III 2, IV 1; next I with 29/7. List II: 1, 2, 3, 6 and deputies 4, 5, 7, 8, 9, 11.

    List III: members 1 and 4, deputies 2, 3, 6, 8.
    """
    with transaction() as writing:
        row = _w4(writing)
        first = [each.names[0].person_id for each in row.lists]
        officers(writing, row, first[0], first[1])
        confirm_all(writing, only(writing))
        decide(writing)
    decision = decided_in(fana(session).outcome)
    assert decision is not None
    assert decision.election is not None
    awards = [f"{each.list_code} {six_decimals(each.quotient)}" for each in decision.election.distribution.seat_order]
    assert awards == [
        *("I 29.000000", "II 20.000000", "I 14.500000", "III 11.000000", "II 10.000000", "I 9.666667", "I 7.250000"),
        *("IV 7.000000", "II 6.666667", "I 5.800000", "III 5.500000", "II 5.000000", "I 4.833333"),
    ]
    assert [six_decimals(each.quotient) for each in decision.election.distribution.next_in_line] == ["4.142857"]
    second, third = decision.election.lists[1:3]
    assert [each.place for each in second.members.names] == [1, 2, 3, 6]
    assert [(each.leaves.place, each.enters.place) for each in second.members.promotions] == [(4, 6)]
    assert [each.place for each in second.deputies.names] == [4, 5, 7, 8, 9, 11]
    assert [each.place for each in third.members.names] == [1, 4]
    assert [each.place for each in third.deputies.names] == [2, 3, 6, 8]


@pytest.mark.rule("R-228", "R-262")
def test_w4_fills_seat_by_seat_in_the_order_of_the_quotients(session: Session) -> None:
    """Seat 2, 5, 9 and 12 are list II's: II 1, II 2, II 3, II 6. § 7-6 is the basis."""
    with transaction() as writing:
        row = _w4(writing)
        first = [each.names[0].person_id for each in row.lists]
        officers(writing, row, first[0], first[1])
        confirm_all(writing, only(writing))
        decide(writing)
    seats = session.scalars(select(SeatSpellRow).order_by(SeatSpellRow.seat)).all()
    second = [each for each in seats if each.list_code == "II"]
    assert [each.seat for each in second] == [2, 5, 9, 12]
    assert names(session, [each.person_id for each in second]) == ["II 1", "II 2", "II 3", "II 6"]
    assert {each.legal_basis for each in seats} == {"kommuneloven (2018) § 7-6"}
    assert len(seats) == 13
    assert rows(session, DeputySpellRow) == 8 + 6 + 4 + 3


@pytest.mark.rule("R-224")
def test_a_tie_waits_for_its_lot_and_is_then_decided(session: Session) -> None:
    """Three seats, A and B 30 votes each: 30, 30, then 15 and 15: a lot for the third seat."""
    with transaction() as writing:
        row = an_appointment(writing, groups={"A": 30, "B": 30}, seats=3).councils[0]
        put_up(writing, row, "A", "KMKM")
        put_up(writing, row, "B", "KMKM")
        record_method(writing, row, PROPORTIONAL, seen=row.version, by=BY, at=AT)
        record_ballot(writing, row, {"A": 30, "B": 30}, blank=2, present=62, seen=row.version, by=BY, at=AT)
        officers(writing, row, row.lists[0].names[0].person_id, row.lists[1].names[0].person_id)
        confirm_all(writing, only(writing))
    assert stops(session) == [Lack.MORE_PRESENT_THAN_MEMBERS, Lack.LOT_NOT_DRAWN]
    with transaction() as writing:
        row = fana(writing)
        record_ballot(writing, row, {"A": 29, "B": 29}, blank=2, present=60, seen=row.version, by=BY, at=AT)
    assert stops(session) == [Lack.LOT_NOT_DRAWN]
    with pytest.raises(LotDoesNotFit), transaction() as writing:
        draw_lot(writing, fana(writing), "C", seen=fana(writing).version, by=BY, at=AT)
    with transaction() as writing:
        draw_lot(writing, fana(writing), "B", seen=fana(writing).version, by=BY, at=AT)
        with pytest.raises(NotTied):
            draw_lot(writing, fana(writing), "A", seen=fana(writing).version, by=BY, at=AT)
        decide(writing)
    assert session.scalars(select(SeatSpellRow.list_code).order_by(SeatSpellRow.seat)).all() == ["A", "B", "B"]


@pytest.mark.rule("R-221")
def test_a_changed_list_makes_the_vote_void(session: Session) -> None:
    with transaction() as writing:
        row = _w4(writing)
        take_off_list(writing, row, row.lists[0].id, 3, seen=row.version, by=BY, at=AT)
        assert [each.place for each in row.lists[0].names] == list(range(1, 16))
    assert prepared(session, fana(session)).ballot is None
    assert Lack.NO_BALLOT in stops(session)


@pytest.mark.rule("R-223")
def test_votes_that_do_not_add_up_are_refused(session: Session) -> None:
    with transaction() as writing:
        _w4(writing)
    seen = fana(session).version
    with pytest.raises(VotesDoNotAddUp) as refused, transaction() as writing:
        record_ballot(writing, fana(writing), W4_VOTES, blank=1, present=67, seen=seen, by=BY, at=AT)
    assert (refused.value.given, refused.value.present) == (68, 67)
    ballot = prepared(session, fana(session)).ballot
    assert ballot is not None
    assert ballot.blank == 0


@pytest.mark.rule("R-232", "R-235")
def test_w5_gives_the_targets_of_the_worked_example_by_both_methods(session: Session) -> None:
    """Sainte-Laguë 3-3-2-2-2-2-1, last V 435.714286; d'Hondt 4-3-3-2-2-1, last SV 710, next H 673.333333."""
    with transaction() as writing:
        row = an_appointment(writing, groups=dict.fromkeys(W5, 1), seats=15).councils[0]
        ballots = [PartyVotes(code, number) for code, number in W5.items()]
        set_ballots(writing, row, ballots, seen=row.version, by=BY, at=AT)
    shown = side_by_side([district_votes(fana(session))])[0]
    targets = [each for each in shown if isinstance(each, SeatTarget)]
    assert [[each.seats_of(code) for code in W5] for each in targets] == [
        [3, 3, 2, 2, 2, 2, 1, 0, 0, 0, 0],
        [4, 3, 3, 2, 2, 1, 0, 0, 0, 0, 0],
    ]
    last = [each.distribution.seat_order[-1] for each in targets]
    assert [(each.list_code, six_decimals(each.quotient)) for each in last] == [
        ("V", "435.714286"),
        ("SV", "710.000000"),
    ]
    following = [each.distribution.next_in_line[0] for each in targets]
    assert [(each.list_code, six_decimals(each.quotient)) for each in following] == [
        ("SV", "426.000000"),
        ("H", "673.333333"),
    ]


@pytest.mark.rule("R-233")
def test_advance_ballots_count_only_with_a_published_key(session: Session) -> None:
    """Ap 100 and H 90 on election day; 1/10 of 200 advance ballots of H: 90 + 20 = 110, so H has two of three."""
    with transaction() as writing:
        row = an_appointment(writing, groups={"Ap": 1, "H": 1}, seats=3).councils[0]
        ballots = [PartyVotes("Ap", 100, 0), PartyVotes("H", 90, 200)]
        set_ballots(writing, row, ballots, seen=row.version, by=BY, at=AT)
    unpublished = Basis(LocalSeatMethod.DHONDT, AllocationBasis.WITH_ADVANCE_KEY, 10, "", (("fana", 1),))
    with pytest.raises(NoPublishedKey), transaction() as writing:
        choose_basis(writing, only(writing), unpublished, seen=only(writing).version, by=BY, at=AT)
    with transaction() as writing:
        key = Basis(
            LocalSeatMethod.DHONDT, AllocationBasis.WITH_ADVANCE_KEY, 10, "Valgstyrets sak 12/23", (("fana", 1),)
        )
        choose_basis(writing, only(writing), key, seen=only(writing).version, by=BY, at=AT)
    target = target_of(fana(session))
    assert isinstance(target, SeatTarget)
    assert [target.seats_of("Ap"), target.seats_of("H")] == [1, 2]


@pytest.mark.rule("R-232")
def test_a_tied_target_waits_for_a_lot_that_new_figures_make_void(session: Session) -> None:
    with transaction() as writing:
        row = an_appointment(writing, groups={"Ap": 1, "H": 1}, seats=3).councils[0]
        even = [PartyVotes("Ap", 100), PartyVotes("H", 100)]
        set_ballots(writing, row, even, seen=row.version, by=BY, at=AT)
        assert isinstance(target_of(row), LotRequired)
        draw_target_lot(writing, row, "H", seen=row.version, by=BY, at=AT)
        target = target_of(row)
        assert isinstance(target, SeatTarget)
        assert target.seats_of("H") == 2
        set_ballots(writing, row, even, seen=row.version, by=BY, at=AT)
        assert isinstance(target_of(row), LotRequired)


@pytest.mark.rule("R-220")
def test_a_save_that_has_not_seen_the_latest_is_refused_and_both_texts_are_kept(session: Session) -> None:
    """Two read edit n; the first saves; the second is told, and what the first saved stands."""
    with transaction() as writing:
        row = an_appointment(writing).councils[0]
        nominate(writing, row, "K", "Ap")
    seen = fana(session).version
    with transaction() as writing:
        add_names(
            writing,
            fana(writing),
            [NewName(Named("Berit", Gender.FEMALE), "H", NominationKind.MEMBER)],
            seen=seen,
            by=BY,
            at=AT,
        )
    with pytest.raises(StaleEdit) as refused, transaction() as writing:
        remove_name(writing, fana(writing), fana(writing).nominees[0].id, seen=seen, by=BY, at=AT)
    assert (refused.value.what, refused.value.seen, refused.value.current) == ("Fana bydelsutvalg", seen, seen + 1)
    assert [each.person.name for each in fana(session).nominees] == ["Fana Ap 1", "Berit"]


@pytest.mark.rule("R-220")
def test_nobody_decides_on_names_that_were_changed_after_they_were_read(session: Session) -> None:
    with transaction() as writing:
        ready_by_agreement(writing, ["Arna", "Fana"])
    read = edits_of(only(session))
    with transaction() as writing:
        row = only(writing).councils[1]
        move_name(writing, row, row.nominees[1].id, up=True, seen=row.version, by=BY, at=AT)
    with pytest.raises(StaleEdit), transaction() as writing:
        decide_appointment(writing, only(writing), "BY 231/23", seen=read, by=BY, at=AT)
    assert rows(session, SeatSpellRow) == 0


@pytest.mark.rule("R-220")
def test_two_councils_of_one_appointment_can_be_edited_at_once(session: Session) -> None:
    with transaction() as writing:
        an_appointment(writing, ["Arna", "Fana"])
    arna, fana_row = only(session).councils
    versions = arna.version, fana_row.version
    with transaction() as writing:
        nominate(writing, only(writing).councils[0], "K", "Ap")
    with transaction() as writing:
        row = only(writing).councils[1]
        name = NewName(Named("Berit", Gender.FEMALE), "H", NominationKind.MEMBER)
        add_names(writing, row, [name], seen=versions[1], by=BY, at=AT)
    assert [len(each.nominees) for each in only(session).councils] == [1, 1]


@pytest.mark.rule("R-220")
def test_what_is_decided_is_never_changed_or_decided_again(session: Session) -> None:
    with transaction() as writing:
        ready_by_agreement(writing)
        decide(writing)
    with pytest.raises(AppointmentIsOver), transaction() as writing:
        decide(writing)
    with pytest.raises(AppointmentIsOver), transaction() as writing:
        nominate(writing, fana(writing), "K", "Ap")


def test_an_appointment_that_is_dropped_is_kept_and_closed(session: Session) -> None:
    with transaction() as writing:
        appointment = ready_by_agreement(writing)
        drop_appointment(writing, appointment, "Direkte valg i stedet", seen=appointment.version, by=BY, at=AT)
    assert only(session).state is AppointmentState.DROPPED
    assert len(fana(session).nominees) == 8
    with pytest.raises(AppointmentIsOver), transaction() as writing:
        decide(writing)


@pytest.mark.rule("R-35")
def test_nobody_is_elected_whose_eligibility_is_not_confirmed(session: Session) -> None:
    with transaction() as writing:
        ready_by_agreement(writing)
        nominate(writing, fana(writing), "M", "H", NominationKind.DEPUTY)
    assert stops(session) == [Lack.NOT_CONFIRMED]


@pytest.mark.rule("R-38")
def test_one_with_an_excluded_position_stands_in_the_way_until_it_is_left_in_time(session: Session) -> None:
    with transaction() as writing:
        appointment = ready_by_agreement(writing)
        director = fana(writing).nominees[0].person_id
        facts = Facts(position=Position.MUNICIPAL_DIRECTOR)
        confirm_facts(writing, appointment, [director], facts, seen=appointment.version, by=BY, at=AT)
    assert stops(session) == [Lack.INELIGIBLE]
    with transaction() as writing:
        appointment = only(writing)
        left = Facts(position=Position.MUNICIPAL_DIRECTOR, position_left_on=date(2023, 11, 1))
        confirm_facts(writing, appointment, [director], left, seen=appointment.version, by=BY, at=AT)
    assert stops(session) == []


@pytest.mark.rule("R-43")
@pytest.mark.parametrize(
    ("setting", "found"),
    [
        (MultiDistrictCandidacy.WARN, [True]),
        (MultiDistrictCandidacy.FORBID, [False]),
        (MultiDistrictCandidacy.ALLOW, []),
    ],
)
def test_one_person_in_two_districts_is_warned_of_or_stopped_as_the_municipality_has_set(
    session: Session, setting: MultiDistrictCandidacy, found: list[bool]
) -> None:
    with transaction() as writing:
        appointment = an_appointment(writing, ["Arna", "Fana"], plan=replace(PLAN, several_districts=setting))
        arna, other = appointment.councils
        nominate(writing, arna, "K", "Ap")
        both = NewName(Named("Arna Ap 1", person_id=arna.nominees[0].person_id), "Ap", NominationKind.MEMBER)
        add_names(writing, other, [both], seen=other.version, by=BY, at=AT)
        agree(writing, arna)
        agree(writing, other)
    told = [
        each.is_warning
        for each in standing_of(session, only(session))[0].found
        if isinstance(each.finding, Missing) and each.finding.lack is Lack.SEVERAL_DISTRICTS
    ]
    assert told == found


@pytest.mark.rule("R-229")
def test_a_name_that_is_known_is_asked_about_and_the_same_person_is_not_entered_twice(session: Session) -> None:
    with transaction() as writing:
        row = an_appointment(writing).councils[0]
        born = Named("Kari Nes", Gender.FEMALE, date(1970, 2, 3))
        add_names(writing, row, [NewName(born, "Ap", NominationKind.MEMBER)], seen=row.version, by=BY, at=AT)
        with pytest.raises(AlreadyNamed):
            add_names(writing, row, [NewName(born, "H", NominationKind.MEMBER)], seen=row.version, by=BY, at=AT)
    again, seen = NewName(Named("Kari Nes", Gender.FEMALE), "H", NominationKind.MEMBER), fana(session).version
    with pytest.raises(PersonKnown) as asked, transaction() as writing:
        add_names(writing, fana(writing), [again], seen=seen, by=BY, at=AT)
    assert [birth_date for _number, birth_date in asked.value.found] == [date(1970, 2, 3)]
    with transaction() as writing:
        row = fana(writing)
        new = NewName(Named("Kari Nes", Gender.FEMALE, is_new=True), "H", NominationKind.MEMBER)
        add_names(writing, row, [new], seen=row.version, by=BY, at=AT)
    assert session.scalar(select(func.count()).select_from(Person)) == 2


def test_a_name_for_a_party_that_is_not_there_is_refused(session: Session) -> None:
    with transaction() as writing:
        an_appointment(writing)
    with pytest.raises(UnknownParty), transaction() as writing:
        nominate(writing, fana(writing), "K", "Sp")


@pytest.mark.rule("R-229")
def test_names_are_moved_within_their_group_and_stay_at_the_ends(session: Session) -> None:
    with transaction() as writing:
        row = an_appointment(writing).councils[0]
        nominate(writing, row, "KM", "Ap")
        nominate(writing, row, "K", "H")
        nominate(writing, row, "K", "Ap")
        last = row.nominees[3].id
        move_name(writing, row, last, up=True, seen=row.version, by=BY, at=AT)
        move_name(writing, row, last, up=True, seen=row.version, by=BY, at=AT)
        move_name(writing, row, last, up=True, seen=row.version, by=BY, at=AT)
    order = session.scalars(select(NomineeRow).where(NomineeRow.group_code == "Ap").order_by(NomineeRow.place))
    assert [each.person.name for each in order] == ["Fana Ap 3", "Fana Ap 1", "Fana Ap 2"]


@pytest.mark.rule("R-230")
def test_a_second_round_and_a_lot_elect_a_chair_as_the_act_has_it(session: Session) -> None:
    """67 votes, 34 needed: 30, 30, 7; then 33 and 33 with 1 blank; a lot."""
    with transaction() as writing:
        ready_by_agreement(writing)
        row = fana(writing)
        ada, bo, cato = (str(each.person_id) for each in row.nominees[:3])
        first = Round(((ada, 30), (bo, 30), (cato, 7)))
        record_officer_vote(writing, row, Role.CHAIR, OfficerVote(first), seen=row.version, by=BY, at=AT)
    assert stops(session) == [Lack.SECOND_VOTE_NOT_HELD]
    second = Round(((ada, 33), (bo, 33)), 1)
    with transaction() as writing:
        row = fana(writing)
        record_officer_vote(writing, row, Role.CHAIR, OfficerVote(first, second), seen=row.version, by=BY, at=AT)
    assert stops(session) == [Lack.OFFICER_LOT_NOT_DRAWN]
    with transaction() as writing:
        row = fana(writing)
        drawn = OfficerVote(first, second, bo)
        record_officer_vote(writing, row, Role.CHAIR, drawn, seen=row.version, by=BY, at=AT)
    assert stops(session) == []
    clear = OfficerVote(Round(((ada, 40),)), second)
    with pytest.raises(SecondVoteNotNeeded), transaction() as writing:
        record_officer_vote(writing, fana(writing), Role.CHAIR, clear, seen=fana(writing).version, by=BY, at=AT)


@pytest.mark.rule("R-220")
def test_chair_and_deputy_chair_are_two_members(session: Session) -> None:
    with transaction() as writing:
        ready_by_agreement(writing)
        row = fana(writing)
        member, deputy = row.nominees[0].person_id, row.nominees[-1].person_id
        officers(writing, row, member, member)
        assert stops(writing) == [Lack.ONE_PERSON_IN_BOTH_OFFICES]
        officers(writing, row, deputy, member)
        assert stops(writing) == [Lack.OFFICER_NOT_MEMBER]


@pytest.mark.rule("R-223")
def test_a_show_of_hands_is_not_open_before_july_2023(session: Session) -> None:
    with transaction() as writing:
        plan = replace(PLAN, decided_on=date(2023, 6, 30))
        row = an_appointment(writing, groups=W4_VOTES, seats=13, plan=plan).councils[0]
        hands = replace(PROPORTIONAL, voting_form=VotingForm.SHOW_OF_HANDS)
        record_method(writing, row, hands, seen=row.version, by=BY, at=AT)
    assert Lack.VOTING_FORM_NOT_OPEN in stops(session)


@pytest.mark.rule("R-234")
def test_one_member_who_demands_it_makes_the_election_proportional(session: Session) -> None:
    with transaction() as writing:
        ready_by_agreement(writing)
        row = fana(writing)
        assert prepared(writing, row).method is Method.AGREED
        record_method(writing, row, PROPORTIONAL, seen=row.version, by=BY, at=AT)
    assert prepared(session, fana(session)).method is Method.PROPORTIONAL
    assert stops(session)[:2] == [Lack.NO_LISTS, Lack.NO_BALLOT]
