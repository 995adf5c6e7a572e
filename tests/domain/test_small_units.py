"""Which units of a count are too small to be shown by themselves."""

import pytest

from app.elections.domain.small_units import Size, is_small, shown_with

FO, FS, NESTTUN, KALAND, SPECIAL = ("FO", ""), ("FS", ""), ("VO", "0801"), ("VO", "0802"), ("VS", "")


@pytest.mark.rule("R-134", "R-135", "R-136", "R-137")
@pytest.mark.parametrize(
    ("category", "size", "small"),
    [
        ("FO", Size(59), True),
        ("FO", Size(60), False),
        ("FS", Size(29), True),
        ("FS", Size(30), False),
        ("VS", Size(59), True),
        ("VO", Size(40, electors=99), True),
        ("VO", Size(40, electors=100), False),
        ("VO", Size(40), True),
        ("VB", Size(0), False),
    ],
    ids=[
        "59 advance ballots are too few",
        "60 advance ballots are enough",
        "29 late advance ballots are too few",
        "30 late advance ballots are enough",
        "59 special envelopes are too few",
        "a roll of 99 names is too small",
        "a roll of 100 names is enough, however few voted",
        "without a known roll the ballots decide",
        "no ballots tell nothing about anybody",
    ],
)
def test_the_limits_are_those_for_counting_apart(category: str, size: Size, *, small: bool) -> None:
    assert is_small(category, size) is small


@pytest.mark.rule("R-137")
def test_large_units_are_shown_by_themselves() -> None:
    assert shown_with({FO: Size(500), FS: Size(40)}) == {FO: FO, FS: FS}


@pytest.mark.rule("R-137")
def test_a_small_polling_district_joins_the_smallest_of_its_own_kind() -> None:
    sizes = {NESTTUN: Size(900, 2000), KALAND: Size(20, 60), ("VO", "0803"): Size(700, 1500), SPECIAL: Size(70)}

    assert shown_with(sizes)[KALAND] == ("VO", "0803")


@pytest.mark.rule("R-137")
def test_special_envelopes_join_a_polling_district_when_there_is_nothing_of_their_kind() -> None:
    assert shown_with({NESTTUN: Size(900, 2000), KALAND: Size(700, 1500), SPECIAL: Size(8)})[SPECIAL] == KALAND


@pytest.mark.rule("R-137")
def test_small_units_join_until_they_are_large_enough_together() -> None:
    """3 join 8, and 11 together are still too few: both join the polling district."""
    sizes = {NESTTUN: Size(900, 2000), SPECIAL: Size(8), ("VB", ""): Size(3)}

    assert shown_with(sizes) == {NESTTUN: NESTTUN, SPECIAL: NESTTUN, ("VB", ""): NESTTUN}


@pytest.mark.rule("R-133", "R-137")
def test_a_group_that_is_small_as_a_whole_stays_in_its_own_group() -> None:
    assert shown_with({FO: Size(12), FS: Size(3)}) == {FO: FO, FS: FO}


@pytest.mark.rule("R-137")
def test_ballots_from_other_districts_join_election_day_before_advance() -> None:
    """Advance is smaller, but five ballots from other districts go with those that were counted with them."""
    sizes = {FO: Size(100), NESTTUN: Size(900, 2000), ("BF", ""): Size(5)}

    assert shown_with(sizes) == {FO: FO, NESTTUN: NESTTUN, ("BF", ""): NESTTUN}
