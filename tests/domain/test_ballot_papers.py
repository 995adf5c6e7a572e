"""Which ballot papers a contest has, and what stands on them."""

from dataclasses import replace

import pytest

from app.elections.domain.ballot_papers import (
    BlankPaper,
    GenericPaper,
    ListPaper,
    ListsNotDecided,
    MajorityPaper,
    list_paper,
    papers_of,
    require_lists_decided,
)
from app.elections.domain.election import Candidate, CandidateList
from app.elections.domain.states import ElectionState
from tests.builders import RULES_2002, RULES_2023, a_contest, a_list


@pytest.mark.rule("R-68", "R-69", "R-105")
def test_each_list_has_its_paper_then_come_the_blank_one_and_the_one_that_names_all_lists() -> None:
    papers = papers_of(a_contest(15, ["A", "B"]), RULES_2023)
    assert [type(paper) for paper in papers] == [ListPaper, ListPaper, BlankPaper, GenericPaper]
    assert [paper.code for paper in papers if isinstance(paper, ListPaper)] == ["A", "B"]
    assert papers[-1] == GenericPaper(("List A", "List B"))


@pytest.mark.rule("R-67", "R-180", "R-181", "R-185")
@pytest.mark.parametrize("lists", [[], ["A"]])
def test_a_majority_election_has_a_paper_to_write_names_on_and_none_of_a_list(lists: list[str]) -> None:
    assert papers_of(a_contest(15, lists), RULES_2023) == (MajorityPaper(15), BlankPaper())


@pytest.mark.rule("R-112", "R-113")
@pytest.mark.parametrize(
    ("seats", "lines"), [(3, 3), (7, 5), (13, 5), (15, 5), (17, 5), (23, 5), (24, 6), (35, 8), (67, 16)]
)
def test_there_are_exactly_as_many_lines_for_other_lists_as_the_quota(seats: int, lines: int) -> None:
    """A quarter of the seats rounded down, at least 5, never more than the seats: 35/4 = 8.75 → 8."""
    for rules in (RULES_2002, RULES_2023):
        paper = papers_of(a_contest(seats), rules)[0]
        assert isinstance(paper, ListPaper)
        assert paper.write_in_lines == lines


@pytest.mark.rule("R-56", "R-68")
def test_candidates_with_the_bonus_stand_first_and_all_stand_in_list_order() -> None:
    given = a_list("A", candidates=7, bonus=2)
    assert [(each.position, each.bonus) for each in list_paper(given, 5).candidates] == [
        (1, True),
        (2, True),
        *((position, False) for position in range(3, 8)),
    ]
    late = replace(given, candidates=tuple(replace(each, bonus=each.position == 3) for each in given.candidates))
    assert [each.position for each in list_paper(late, 5).candidates] == [3, 1, 2, 4, 5, 6, 7]


@pytest.mark.rule("R-54", "R-68")
def test_what_a_list_tells_of_its_candidates_stands_after_the_name_and_nothing_else() -> None:
    told = Candidate(1, "Åse Ŋorga", 1971, profession="lærer", residence="Nesttun", eligible=False)
    paper = list_paper(CandidateList("A", "Liste A", True, (told, Candidate(2, "Bo"))), 5)
    assert [(each.name, each.facts) for each in paper.candidates] == [
        ("Åse Ŋorga", ("1971", "lærer", "Nesttun")),
        ("Bo", ()),
    ]


@pytest.mark.rule("R-54", "R-68")
def test_on_a_joint_list_the_group_stands_after_the_name() -> None:
    joint = CandidateList(
        "F", "Fellesliste", False, (Candidate(1, "Bo", 1980, residence="Fana", group="Senterpartiet"),)
    )
    assert list_paper(joint, 5).candidates[0].facts == ("1980", "Fana", "Senterpartiet")


@pytest.mark.rule("R-66")
def test_one_who_has_lost_eligibility_after_the_approval_still_stands_on_the_ballot() -> None:
    assert len(list_paper(a_list("A", candidates=7, ineligible=(1, 2)), 5).candidates) == 7


@pytest.mark.rule("R-66", "R-69")
@pytest.mark.parametrize("state", ElectionState)
def test_papers_are_made_when_the_lists_are_decided_and_not_before(state: ElectionState) -> None:
    if state in (ElectionState.DRAFT, ElectionState.OPEN_FOR_LISTS):
        with pytest.raises(ListsNotDecided) as refused:
            require_lists_decided(state)
        assert refused.value.state is state
    else:
        require_lists_decided(state)
