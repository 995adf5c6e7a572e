"""What stands between a prepared appointment and a lawful decision, one council at a time."""

from dataclasses import replace
from datetime import date

import pytest

from app.councils.domain.agreed_election import Nomination, NominationFinding, Obstacle, Unanimity
from app.councils.domain.appointment_states import (
    APPOINTMENT_MOVES,
    AppointmentIsOver,
    AppointmentState,
    appointment_moves,
    require_draft,
)
from app.councils.domain.decided_council import decided
from app.councils.domain.eligibility import Ineligibility, Ineligible
from app.councils.domain.lawful_decision import Lack, Missing, Standing, in_the_way, several_districts, standing
from app.councils.domain.lots import Lot
from app.councils.domain.majority_of_chair import Round
from app.councils.domain.membership import Role
from app.councils.domain.prepared_council import BallotHeld, Eligibility, OfficerVote, Prepared, outcome
from app.councils.domain.proportional_election import VotingForm
from app.councils.domain.several_districts import MultiDistrictCandidacy
from app.councils.domain.takeover import ElectedOfList
from tests.domain.councils.test_agreed_election import IN_ORDER, nominees
from tests.domain.councils.test_group_lists import a_list

ON = date(2023, 10, 18)
OFFICERS = (
    (Role.CHAIR, OfficerVote(Round((("1", 40),)))),
    (Role.DEPUTY_CHAIR, OfficerVote(Round((("2", 40),)))),
)
AGREED = Prepared(
    "Fana bydelsutvalg",
    5,
    ON,
    67,
    proportional_demanded=False,
    nomination=IN_ORDER,
    unanimity=Unanimity(on_method=True, on_nomination=True),
    officers=OFFICERS,
)
BY_LISTS = Prepared(
    "Fana bydelsutvalg",
    3,
    ON,
    67,
    proportional_demanded=True,
    voting_form=VotingForm.WRITTEN,
    lists=(a_list("A", "KMKM", 0), a_list("B", "MKMK", 50)),
    ballot=BallotHeld((("A", 40), ("B", 27)), 0, 67),
    officers=OFFICERS,
)


def lacks(prepared: Prepared) -> list[str]:
    return [
        each.finding.lack.value if isinstance(each.finding, Missing) else str(each.finding)
        for each in in_the_way(standing(prepared))
    ]


@pytest.mark.rule("R-220", "R-229")
def test_what_is_in_order_can_be_decided_by_either_method() -> None:
    assert standing(AGREED) == ()
    assert standing(BY_LISTS) == ()


@pytest.mark.rule("R-229")
def test_an_agreed_election_numbers_the_seats_group_by_group() -> None:
    """A has three of the five seats, B two; A has five deputies, B four."""
    elected = outcome(AGREED)
    assert elected is not None
    assert elected.seat_order == ("A", "A", "A", "B", "B")
    assert elected.lists == (
        ElectedOfList("A", (1, 2, 3), (100, 101, 102, 103, 104)),
        ElectedOfList("B", (4, 5), (105, 106, 107, 108)),
    )


@pytest.mark.rule("R-224", "R-227")
def test_a_proportional_election_gives_seats_in_the_order_of_the_quotients() -> None:
    """A 40, B 27, A 20: A has its first two names, B its first; deputies two more than members as far as possible."""
    elected = outcome(BY_LISTS)
    assert elected is not None
    assert elected.seat_order == ("A", "B", "A")
    assert elected.lists == (ElectedOfList("A", (1, 2), (3, 4)), ElectedOfList("B", (51,), (52, 53, 54)))


@pytest.mark.rule("R-220")
@pytest.mark.parametrize(
    ("prepared", "expected"),
    [
        (replace(AGREED, proportional_demanded=None), ["method_not_settled"]),
        (replace(AGREED, unanimity=None), ["not_voted_on"]),
        (replace(BY_LISTS, ballot=None), ["no_ballot"]),
        (replace(BY_LISTS, voting_form=None), ["voting_form_not_chosen"]),
        (replace(BY_LISTS, ballot=BallotHeld((("A", 40), ("B", 27)), 0, 66)), ["votes_do_not_add_up"]),
        (replace(BY_LISTS, ballot=BallotHeld((("C", 67),), 0, 67)), ["votes_do_not_add_up"]),
        (replace(BY_LISTS, electors=66), ["more_present_than_members"]),
        (replace(BY_LISTS, lists=(), ballot=None), ["no_lists", "no_ballot"]),
        (replace(BY_LISTS, ballot=BallotHeld((("A", 30), ("B", 30)), 7, 67)), ["lot_not_drawn"]),
        (replace(BY_LISTS, ballot=BallotHeld((("A", 30), ("B", 30)), 7, 67, (Lot(("A", "B"), "A"),))), []),
        (replace(AGREED, officers=OFFICERS[:1]), ["no_officer"]),
        (replace(AGREED, officers=(OFFICERS[0], (Role.DEPUTY_CHAIR, OFFICERS[0][1]))), ["one_person_in_both_offices"]),
        (
            replace(AGREED, officers=((Role.CHAIR, OfficerVote(Round((("9", 40),)))), OFFICERS[1])),
            ["officer_not_member"],
        ),
        (
            replace(AGREED, officers=((Role.CHAIR, OfficerVote(Round((("1", 20), ("2", 20))))), OFFICERS[1])),
            ["second_vote_not_held"],
        ),
    ],
)
def test_each_thing_that_is_missing_is_told(prepared: Prepared, expected: list[str]) -> None:
    assert lacks(prepared) == expected


@pytest.mark.rule("R-224")
def test_lists_with_fewer_names_than_seats_leave_seats_unfilled() -> None:
    """A has two names and B one: five seats, three names."""
    short = replace(BY_LISTS, seats=5, lists=(a_list("A", "KM", 0), a_list("B", "M", 50)))
    found = [each.finding for each in standing(short) if isinstance(each.finding, Missing)]
    assert Missing(Lack.SEATS_NOT_FILLED, "R-224", number=3, limit=5) in found


@pytest.mark.rule("R-226")
def test_a_list_whose_women_run_out_waits_until_it_is_mended_or_an_exception_is_stated() -> None:
    """Two seats on a list with men first and one woman, who becomes a member: no woman is left for its deputies."""
    lists = (a_list("A", "MMMMK", 0), a_list("B", "KM", 50))
    short = replace(BY_LISTS, lists=lists)
    found = [each for each in standing(short) if isinstance(each.finding, Missing)]
    expected = Missing(Lack.LIST_SHORT_OF_ONE_SEX, "R-226", "A")
    assert Standing(expected) in found
    excepted = replace(short, exception="Gruppen har ingen flere kvinner.")
    assert Standing(expected, is_warning=True) in standing(excepted)


@pytest.mark.rule("R-229")
def test_an_exception_covers_the_balance_of_those_elected_and_nothing_else() -> None:
    one_sided = Nomination(nominees("MMMMK", "AAABB"))
    stated = replace(AGREED, nomination=one_sided, exception="Ingen kvinner ville.")
    finding = NominationFinding(Obstacle.TOO_FEW_MEMBERS_OF_ONE_SEX, "f", 1, 2)
    assert standing(stated) == (Standing(finding, is_warning=True),)
    assert in_the_way(standing(replace(stated, exception="  "))) == (Standing(finding),)
    assert len(in_the_way(standing(replace(stated, seats=6)))) == 1


@pytest.mark.rule("R-262")
def test_one_who_is_elected_from_two_lists_stands_in_the_way() -> None:
    twice = replace(BY_LISTS, lists=(a_list("A", "KMKM", 0, group=""), a_list("B", "MKMK", 0, group="")))
    names = {each.finding.concerns for each in standing(twice) if getattr(each.finding, "lack", "") == "elected_twice"}
    assert names == {"B 1", "B 2", "B 3", "B 4"}


@pytest.mark.rule("R-35", "R-44")
def test_those_not_confirmed_are_told_of_as_one_and_a_local_rule_only_warns() -> None:
    local = Ineligibility(Ineligible.LOCAL_INCOMPATIBILITY, "R-44", "byråd")
    prepared = replace(
        AGREED,
        eligibility=(Eligibility(1, "Ada", None), Eligibility(2, "Bo", None), Eligibility(3, "Cato", (local,))),
    )
    assert [(each.finding.rule, each.is_warning) for each in standing(prepared)] == [("R-35", False), ("R-44", True)]


@pytest.mark.rule("R-43")
def test_several_districts_are_told_of_in_each_of_them() -> None:
    people, names = {"Arna": (1, 2), "Fana": (2,)}, {1: "Ada", 2: "Bo"}
    found = several_districts(people, names, MultiDistrictCandidacy.FORBID)
    expected = (Standing(Missing(Lack.SEVERAL_DISTRICTS, "R-43", "Bo", 2)),)
    assert found == {"Arna": expected, "Fana": expected}
    assert several_districts(people, names, MultiDistrictCandidacy.ALLOW) == {}


@pytest.mark.rule("R-229")
def test_what_is_decided_keeps_the_nomination_and_who_won_each_office() -> None:
    decision = decided(AGREED, None)
    assert decision is not None
    assert decision.nomination == IN_ORDER
    assert [(each.role, each.elected.winner) for each in decision.officers] == [
        (Role.CHAIR, "1"),
        (Role.DEPUTY_CHAIR, "2"),
    ]
    assert decided(replace(AGREED, proportional_demanded=None), None) is None


@pytest.mark.rule("R-220")
@pytest.mark.parametrize("before", AppointmentState)
@pytest.mark.parametrize("after", AppointmentState)
def test_an_appointment_moves_as_the_table_says(before: AppointmentState, after: AppointmentState) -> None:
    if after in APPOINTMENT_MOVES[before]:
        assert appointment_moves(before, after) is after
        require_draft(before)
    else:
        with pytest.raises(AppointmentIsOver):
            appointment_moves(before, after)
