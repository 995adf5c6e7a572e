"""The sixteen hard cases of membership, each told once from beginning to end; who sat where is told day by day.

1. councils of 13, 15 and 17 seats · 2. a second spell after a gap · 3. a return after 23 and after 25 months · 4. a
leave that ends on a meeting day · 5. a member who becomes chair · 6. a deputy who serves twice · 7. a vacancy before
and after 1 July 2023 · 8. a list with one seat and the sex rule · 9. a list without deputies · 10. the chair leaves ·
11. a term that ends at New Year · 12. the deputies of one who has left the party · 13. one person in two districts ·
14. a wrong date corrected · 15. a protected person · 16. a council abolished. One council's four
years are told whole in ``test_who_sat_where.py``.

Days run from ``from_on`` up to, but not with, ``to_on``: who sat through 28 February has 1 March as ``to_on``.
"""

from dataclasses import replace
from datetime import date

import pytest

from app.councils.domain.absence import PassedOver, call_deputies
from app.councils.domain.basis import CouncilBasis, CouncilKind
from app.councils.domain.disclosure import PersonOnFile, PublicPerson, public_person
from app.councils.domain.events import ChangesParty, IsAbsent, LeavesBecause, LeavesForGood, MovesBack
from app.councils.domain.history import History, Membership, composition, council_on
from app.councils.domain.membership import Cause, DeputySpell, EndCause, Role, SeatSpell
from app.councils.domain.membership_checks import require_possible
from app.councils.domain.outgoing import end_all
from app.councils.domain.picking import pick_members_and_deputies
from app.councils.domain.proposals import Reason, Step
from app.councils.domain.several_districts import (
    InSeveralDistricts,
    MultiDistrictCandidacy,
    StandsInSeveralDistricts,
    warn_of_several_districts,
)
from app.councils.domain.succession import succession
from app.councils.domain.takeover import ElectedOfList, ElectionOutcome, Start, take_over
from app.councils.domain.terms import CannotBeAbolished, Term, require_can_be_abolished
from app.councils.domain.time_axes import Version
from tests.domain.councils.councils import (
    AFTER,
    ANNE,
    APPOINTED,
    BEFORE,
    BERIT,
    CARL,
    ELECTED,
    TERM,
    a_council,
    a_list,
    day,
    deputies,
    deputy,
    leave,
    membership,
    moment,
    role,
    seat,
)


def holder(spells: Membership, on: str, number: int = 1) -> int | None:
    """Whose a seat is on a day."""
    found = composition(spells, number, day(on)).seats[number - 1].holder
    return found.person_id if found else None


def steps(kind: CouncilKind, on: date) -> list[Step]:
    """What follows when Anne of list A dies, and the list has one deputy."""
    council = a_council(kind, deputies=deputies("A", "Ida"))
    return [each.step for each in succession(council, LeavesForGood(ANNE, LeavesBecause.DIED), on).steps]


@pytest.mark.rule("R-5", "R-262")
@pytest.mark.parametrize("seats", [13, 15, 17])
def test_a_council_of_13_15_or_17_seats_has_one_holder_in_each(seats: int) -> None:
    outcome = ElectionOutcome(("A",) * seats, (ElectedOfList("A", tuple(range(1, seats + 1))),))
    taken = take_over(outcome, Start(day("2020-01-01"), Cause.APPOINTED, "sak 1/20", "kommuneloven (2018) § 5-7"))
    sitting = composition(Membership(seats=taken.seats), seats, day("2020-06-01")).seats
    assert [each.sitting_person_id for each in sitting] == list(range(1, seats + 1))


@pytest.mark.rule("R-262")
def test_a_second_spell_after_a_gap_leaves_the_seat_empty_between() -> None:
    spells = membership(seat(1, "2020-01-01", "2021-03-01"), seat(1, "2022-08-01"))
    require_possible(spells, 1, TERM)
    assert [holder(spells, on) for on in ("2021-02-28", "2021-03-01", "2022-07-31", "2022-08-01")] == [1, None, None, 1]


@pytest.mark.rule("R-252")
@pytest.mark.parametrize(
    ("back_on", "first"), [(date(2023, 2, 15), Step.RETURN), (date(2023, 4, 15), None)], ids=["23 months", "25 months"]
)
def test_a_member_who_moves_back_after_23_months_returns_and_after_25_does_not(
    back_on: date, first: Step | None
) -> None:
    moved = MovesBack(77, seat=1, moved_out_on=date(2021, 3, 15))
    follows = [each.step for each in succession(a_council(), moved, back_on).steps]
    assert follows[:1] == ([first] if first else [])


@pytest.mark.rule("R-253", "R-262")
def test_a_leave_that_ends_on_a_meeting_day_keeps_the_member_from_that_meeting() -> None:
    """Leave through 11 May, when the council meets: on 12 May the member sits again."""
    spells = membership(seat(1, "2020-01-01"), leave(1, "2022-02-01", "2022-05-12"))
    sitting = [composition(spells, 1, day(on)).seats[0].sitting_person_id for on in ("2022-05-11", "2022-05-12")]
    assert sitting == [None, 1]


@pytest.mark.rule("R-259")
def test_a_member_who_becomes_chair_keeps_the_membership() -> None:
    spells = membership(seat(1, "2020-01-01"), role(1, Role.CHAIR, "2021-05-01"))
    require_possible(spells, 1, TERM)
    now = composition(spells, 1, day("2021-05-01"))
    assert (now.seats[0].sitting_person_id, now.holder_of(Role.CHAIR)) == (1, 1)


@pytest.mark.rule("R-255", "R-262")
def test_a_deputy_who_serves_twice_has_two_spells_and_is_called_for_one_absence_at_a_time() -> None:
    """Person 9 was number 2, left, and came back as number 1; and for two absences of list A only one can be called."""
    spells = membership(deputy(9, 2, "2020-01-01", "2021-01-01"), deputy(9, 1, "2022-01-01"))
    require_possible(spells, 1, TERM)
    ranked = [composition(spells, 1, day(on)).deputies for on in ("2020-06-01", "2021-06-01", "2022-06-01")]
    assert [[each.rank for each in row] for row in ranked] == [[2], [], [1]]
    first, second = call_deputies(a_council(deputies=deputies("A", "Ida")), [1, 2], {})
    assert first.called
    assert (second.called, second.passed_over) == (None, ((first.called, PassedOver.SITS_ALREADY),))


@pytest.mark.rule("R-256")
@pytest.mark.parametrize(
    ("kind", "on", "first"),
    [
        (APPOINTED, BEFORE, Step.NEW_ELECTION),
        (APPOINTED, AFTER, Step.NEW_ELECTION),
        (ELECTED, BEFORE, Step.NEW_ELECTION),
        (ELECTED, AFTER, Step.MOVE_UP),
    ],
    ids=["appointed, 30 June 2023", "appointed, 1 July 2023", "elected, 30 June 2023", "elected, 1 July 2023"],
)
def test_a_vacancy_before_and_after_1_july_2023(kind: CouncilKind, on: date, first: Step) -> None:
    assert steps(kind, on)[0] is first


@pytest.mark.rule("R-225")
def test_a_list_with_one_seat_is_asked_for_no_sex_but_its_three_deputies_are() -> None:
    members, three = pick_members_and_deputies(a_list("MMMMK"), 1)
    assert [each.place for each in members.names] == [1]
    assert [each.place for each in three.names] == [2, 3, 5]


@pytest.mark.rule("R-212", "R-260")
def test_a_list_that_has_run_out_of_deputies_has_a_new_settlement() -> None:
    follows = succession(a_council(ELECTED), LeavesForGood(ANNE, LeavesBecause.DIED), AFTER)
    assert follows.steps[0].step is Step.NEW_SETTLEMENT


@pytest.mark.rule("R-259", "R-260")
def test_when_the_chair_leaves_a_deputy_takes_the_seat_and_nobody_the_chair() -> None:
    council = a_council(ELECTED, deputies=deputies("A", "Ida"), chair=ANNE)
    follows = succession(council, LeavesForGood(ANNE, LeavesBecause.RELEASED), AFTER)
    assert [each.step for each in follows.steps] == [Step.MOVE_UP, Step.NEW_SETTLEMENT, Step.NEW_CHAIR]


@pytest.mark.rule("R-14", "R-262")
def test_a_term_that_ends_at_new_year_has_new_years_eve_as_its_last_day() -> None:
    spells = membership(seat(1, "2020-01-01", "2024-01-01"))
    require_possible(spells, 1, Term(day("2020-01-01"), day("2024-01-01")))
    assert [holder(spells, on) for on in ("2023-12-31", "2024-01-01")] == [1, None]


@pytest.mark.rule("R-254", "R-255")
def test_one_who_leaves_the_party_keeps_the_seat_and_the_deputies_of_the_list_that_won_it() -> None:
    """Anne was elected for A; Lars is deputy of B, the party she joins."""
    council = a_council(deputies=(*deputies("A", "Ida"), *deputies("B", "Lars", first_id=200)))
    assert succession(council, ChangesParty(ANNE), AFTER).reasons == (Reason.SEAT_IS_PERSONAL,)
    assert [each.name for each in succession(council, IsAbsent(ANNE), AFTER).steps[0].in_turn] == ["Ida"]


@pytest.mark.rule("R-3", "R-43")
def test_one_person_elected_in_two_districts_sits_in_both_and_only_a_municipality_that_forbids_it_refuses() -> None:
    """Each district is an election of its own: Anne is a candidate in Arna and in Fana. One is told."""
    people = {"Arna": (ANNE, BERIT), "Fana": (CARL, ANNE)}
    told = (InSeveralDistricts(ANNE, ("Arna", "Fana")),)
    assert warn_of_several_districts(people) == told
    arna, fana = membership(seat(ANNE, "2020-01-01")), membership(seat(ANNE, "2020-01-01", number=2))
    assert (holder(arna, "2022-03-03"), holder(fana, "2022-03-03", 2)) == (ANNE, ANNE)
    with pytest.raises(StandsInSeveralDistricts) as refused:
        warn_of_several_districts(people, MultiDistrictCandidacy.FORBID)
    assert refused.value.persons == told


@pytest.mark.rule("R-262")
def test_a_wrong_date_is_corrected_and_what_was_shown_before_can_be_shown_again() -> None:
    """Recorded in March: Anne sat through February. Found in April: through 14 March."""
    wrong = seat(ANNE, "2020-01-01", "2022-03-01")
    right = replace(wrong, to_on=day("2022-03-15"))
    rows: tuple[Version[SeatSpell], ...] = (
        Version(wrong, 1, moment("2022-03-02"), "secretary"),
        Version(right, 2, moment("2022-04-10"), "secretary", replaces_id=1),
    )
    shown = [
        council_on(History(seats=rows), 1, day("2022-03-03"), moment(known)).seats[0].sitting_person_id
        for known in ("2022-04-01", "2022-04-10", "2022-04-01")
    ]
    assert shown == [None, ANNE, None]


def test_of_a_protected_person_who_sits_only_the_name_is_shown() -> None:
    """That somebody sits in an elected body is public; where the person lives and how to reach her is not."""
    spells = membership(seat(ANNE, "2020-01-01"))
    anne = PersonOnFile(
        ANNE, "Anne", True, day("1970-02-01"), "Blomsterdalen 1", "99 88 77 66", "a@bergen.example", "Fana"
    )
    assert holder(spells, "2022-03-03") == ANNE
    assert public_person(anne) == PublicPerson(ANNE, "Anne", "", has_own_page=False)


@pytest.mark.rule("R-7")
def test_an_appointed_council_is_abolished_with_all_its_spells_and_an_elected_one_cannot_be() -> None:
    on = day("2022-07-01")
    spells = membership(seat(1, "2020-01-01"), deputy(9, 1, "2020-01-01"), role(1, Role.CHAIR, "2020-01-01"))
    require_can_be_abolished(CouncilBasis.APPOINTED, on, TERM)
    endings = end_all(spells, on, EndCause.COUNCIL_ABOLISHED)
    ended: list[SeatSpell | DeputySpell | None] = [each.after for each in endings.seats]
    ended += [each.after for each in endings.deputies]
    assert [(each.to_on, each.end_cause) for each in ended if each] == [(on, EndCause.COUNCIL_ABOLISHED)] * 2
    with pytest.raises(CannotBeAbolished):
        require_can_be_abolished(CouncilBasis.DIRECTLY_ELECTED, on, TERM)
