"""Candidates as persons: eligible, told, declining, on one list only."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.councils.domain.several_districts import MultiDistrictCandidacy
from app.elections.domain.list_findings import Check, Finding, Weight
from app.elections.domain.list_proposal import Answer, Condition, ListSettings, ProposedCandidate, Reply
from app.elections.domain.list_review import review
from tests.domain.lists.proposals import FULFILLED, IN_TIME, a_proposal, candidate, candidates, checked, rules


def answered(condition: Condition, answer: Answer) -> tuple[ProposedCandidate, ...]:
    """Seven candidates; the third has this answer."""
    given = tuple((dict(FULFILLED) | {condition: answer}).items())
    return tuple(replace(each, answers=given) if each.position == 3 else each for each in candidates())


def only(findings: tuple[Finding, ...]) -> Finding:
    [finding] = findings
    return finding


@pytest.mark.rule("R-35")
@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (Answer.FULFILLED, []),
        (Answer.UNKNOWN, [Check.ELIGIBILITY_NOT_CHECKED]),
        (Answer.NOT_FULFILLED, [Check.NOT_ELIGIBLE]),
    ],
)
@pytest.mark.parametrize("condition", Condition)
def test_each_condition_is_answered_for_each_candidate(
    condition: Condition, answer: Answer, expected: list[Check]
) -> None:
    with_power = replace(rules(), has_decision_power=True)
    assert checked(a_proposal(names=answered(condition, answer)), by=with_power) == expected


@pytest.mark.rule("R-59")
@pytest.mark.parametrize("condition", [Condition.RESIDENT, Condition.NO_EXCLUDED_POSITION])
def test_what_is_not_so_yet_is_declared(condition: Condition) -> None:
    assert checked(a_proposal(names=answered(condition, Answer.DECLARED))) == []
    finding = only(review(a_proposal(names=answered(condition, Answer.DECLARATION_MISSING)), [], rules()))
    assert (finding.check, finding.rule, finding.fact("places")) == (Check.DECLARATION_MISSING, "R-59", "3")


@pytest.mark.rule("R-38")
def test_an_excluded_position_is_the_municipal_acts_rule() -> None:
    found = review(a_proposal(names=answered(Condition.NO_EXCLUDED_POSITION, Answer.NOT_FULFILLED)), [], rules())
    assert only(found).rule == "R-38"


@pytest.mark.rule("R-36")
def test_where_districts_restrict_the_residence_is_that_of_the_district() -> None:
    proposal = a_proposal(names=answered(Condition.RESIDENT, Answer.NOT_FULFILLED))
    assert only(review(proposal, [], rules())).rule == "R-35"
    assert only(review(proposal, [], rules(settings=ListSettings(residence_restriction=True)))).rule == "R-36"


@pytest.mark.rule("R-59")
def test_the_candidates_birth_dates_come_with_the_list() -> None:
    without = (candidate(1, birth_date=None), *candidates()[1:])
    assert checked(a_proposal(names=without)) == [Check.BIRTH_DATES_MISSING]
    other_year = (candidate(1, birth_date=date(1981, 1, 1)), *candidates()[1:])
    assert checked(a_proposal(names=other_year)) == [Check.BIRTH_DATE_DIFFERS]


@pytest.mark.rule("R-61")
def test_every_candidate_is_told_before_the_list_is_decided() -> None:
    finding = only(review(a_proposal(names=(*candidates()[:6], candidate(7, told=False))), [], rules()))
    assert (finding.check, finding.weight, finding.fact("places")) == (Check.NOT_TOLD, Weight.OFFICE, "7")


@pytest.mark.rule("R-42")
@pytest.mark.parametrize(
    ("reply", "expected"), [(Reply.NONE, []), (Reply.ACCEPTED, []), (Reply.DECLINED, [Check.DECLINED])]
)
def test_one_who_does_not_decline_stands(reply: Reply, expected: list[Check]) -> None:
    assert checked(a_proposal(names=(candidate(1, reply=reply), *candidates()[1:]))) == expected


@pytest.mark.rule("R-63")
def test_a_candidate_on_two_lists_in_the_district_must_choose_and_the_first_received_is_named() -> None:
    ours = a_proposal(names=(candidate(1, "Kari Lie"), *candidates()[1:]))
    earlier = a_proposal(
        "Høyre", key=2, names=(candidate(5, "kari LIE"),), signers=(), received_at=IN_TIME - timedelta(seconds=1)
    )
    finding = only(review(ours, [earlier], rules()))
    assert (finding.check, finding.weight) == (Check.ON_SEVERAL_LISTS, Weight.DEFECT)
    assert (finding.fact("name"), finding.fact("position"), finding.fact("heading")) == ("Kari Lie", 1, "Høyre")
    assert finding.fact("first") == "Høyre"
    later = replace(earlier, received_at=IN_TIME + timedelta(seconds=1))
    assert only(review(ours, [later], rules())).fact("first") == "Arbeiderpartiet"


@pytest.mark.rule("R-63")
def test_the_same_name_with_another_year_is_another_person_and_without_a_year_is_looked_into() -> None:
    ours = a_proposal(names=(candidate(1, "Kari Lie"), *candidates()[1:]))
    other = candidate(5, "Kari Lie", birth_year=1990, birth_date=None)
    theirs = a_proposal("Høyre", key=2, names=(other,), signers=())
    assert checked(ours, theirs) == []
    unknown = replace(theirs, candidates=(replace(other, birth_year=None),))
    assert checked(ours, unknown) == [Check.ON_SEVERAL_LISTS_PERHAPS]


@pytest.mark.rule("R-43")
@pytest.mark.parametrize(
    ("setting", "weight"),
    [
        (MultiDistrictCandidacy.WARN, Weight.NOTE),
        (MultiDistrictCandidacy.FORBID, Weight.DEFECT),
        (MultiDistrictCandidacy.ALLOW, None),
    ],
)
def test_standing_in_two_districts_is_as_the_municipality_has_set(
    setting: MultiDistrictCandidacy, weight: Weight | None
) -> None:
    ours = a_proposal(names=(candidate(1, "Kari Lie"), *candidates()[1:]))
    theirs = a_proposal(key=2, contest="arna", names=(candidate(1, "Kari Lie"),), signers=())
    found = review(ours, [theirs], rules(settings=ListSettings(multi_district_candidacy=setting)))
    assert [(each.check, each.weight) for each in found] == ([(Check.IN_SEVERAL_DISTRICTS, weight)] if weight else [])


@pytest.mark.rule("R-40")
def test_the_control_committee_is_asked_about_only_where_the_council_decides() -> None:
    unknown = [candidate(n, answers=FULFILLED[:-1]) for n in range(1, 8)]
    listed = a_proposal(names=unknown)
    assert Check.ELIGIBILITY_NOT_CHECKED not in checked(listed)
    with_power = replace(rules(), has_decision_power=True)
    found = [each for each in review(listed, (), with_power) if each.check is Check.ELIGIBILITY_NOT_CHECKED]
    assert [(each.rule, each.fact("condition"), each.fact("places")) for each in found] == [
        ("R-40", "not_in_control_committee", "1, 2, 3, 4, 5, 6, 7")
    ]


@pytest.mark.rule("R-40")
def test_a_member_of_the_control_committee_cannot_stand_for_a_council_that_decides() -> None:
    member = (*FULFILLED[:-1], (Condition.NOT_IN_CONTROL_COMMITTEE, Answer.NOT_FULFILLED))
    listed = a_proposal(names=[candidate(1, answers=member), *candidates(7)[1:]])
    assert Check.NOT_ELIGIBLE not in checked(listed)
    assert Check.NOT_ELIGIBLE in checked(listed, by=replace(rules(), has_decision_power=True))
