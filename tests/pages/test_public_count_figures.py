"""The figures of a contest's counts as the public sees them."""

import pytest

from app.elections.documents.record_content import CountGroup
from app.public.count_figures import count_figures

ADVANCE, ELECTION_DAY, OTHERS = CountGroup.ADVANCE, CountGroup.ELECTION_DAY, CountGroup.OTHER_DISTRICTS


@pytest.mark.rule("R-134", "R-135", "R-136", "R-137")
@pytest.mark.parametrize(
    ("ballots", "electors", "shown"),
    [
        ({"FO": 60, "VO": 60}, None, [((ADVANCE,), 60), ((ELECTION_DAY,), 60)]),
        ({"FO": 59, "VO": 600}, None, [((ADVANCE, ELECTION_DAY), 659)]),
        ({"FS": 30, "VO": 600}, None, [((ADVANCE,), 30), ((ELECTION_DAY,), 600)]),
        ({"FS": 29, "VO": 600}, None, [((ADVANCE, ELECTION_DAY), 629)]),
        ({"FO": 70, "VO": 40}, 100, [((ADVANCE,), 70), ((ELECTION_DAY,), 40)]),
        ({"FO": 70, "VO": 40}, 99, [((ADVANCE, ELECTION_DAY), 110)]),
        ({"FO": 100, "VO": 590, "VS": 10, "BF": 3}, None, [((ADVANCE,), 100), ((ELECTION_DAY, OTHERS), 603)]),
        ({"FO": 20, "VO": 70, "BF": 10}, None, [((ADVANCE, ELECTION_DAY, OTHERS), 100)]),
        ({"VO": 5}, None, [((ELECTION_DAY,), 5)]),
    ],
    ids=[
        "sixty advance ballots may be shown alone",
        "fewer are shown with the others",
        "thirty late advance ballots may be shown alone",
        "fewer late ones are shown with the others",
        "a roll of a hundred names is enough, however few voted",
        "a smaller roll is not",
        "a few from other districts go with election day, as in the record",
        "until no group is small",
        "one group is all there is",
    ],
)
def test_small_groups_are_shown_together_by_the_limits_of_the_record(
    ballots: dict[str, int], electors: int | None, shown: list[tuple[tuple[CountGroup, ...], int]]
) -> None:
    lines = {(2, category, "list:A"): number for category, number in ballots.items()}
    groups = count_figures(lines, ["A"], electors).groups
    assert [(each.groups, each.approved) for each in groups] == shown


def test_crosses_of_the_first_count_are_used_and_else_those_of_the_second() -> None:
    second_only = {(2, "VO", "ticks"): 90, (2, "VO", "list:A"): 89}
    both = {**second_only, (1, "VO", "ticks"): 91}
    assert count_figures(second_only, ["A"], None).ticks == 90
    assert count_figures(both, ["A"], None).ticks == 91


def test_without_crosses_turnout_rests_on_the_ballots_that_were_found() -> None:
    """80 for a list + 5 blank + 2 rejected = 87."""
    lines = {(2, "VO", "list:A"): 80, (2, "VO", "blank"): 5, (2, "VO", "rejected-b"): 2}
    assert count_figures(lines, ["A"], 100).votes_cast == 87


@pytest.mark.rule("R-101")
def test_rejected_ballots_are_told_by_ground_over_all_categories() -> None:
    lines = {(2, "FO", "rejected-a"): 4, (2, "VO", "rejected-a"): 1, (2, "VO", "rejected-d"): 2}
    figures = count_figures(lines, [], None)
    assert figures.rejected == (("a", 5), ("d", 2))
    assert figures.rejected_in_all == 7


@pytest.mark.rule("R-130", "R-138")
def test_figures_of_the_first_count_decide_nothing() -> None:
    lines = {(1, "VO", "list:A"): 50, (1, "VO", "doubtful"): 3, (2, "VO", "list:A"): 52}
    figures = count_figures(lines, ["A"], None)
    assert (figures.for_lists, figures.approved) == (52, 52)
    assert [(each.first, each.second) for each in figures.lists] == [(50, 52)]
