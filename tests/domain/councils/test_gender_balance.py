"""Forty per cent of each sex: the numbers of the rule book, on a list, in a body, and when one is replaced."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.councils.domain.gender import Gender
from app.councils.domain.gender_balance import (
    GenderBalanceBroken,
    has_share,
    minimum_of_each,
    require_balance,
    short_gender,
    short_in_replacement,
    short_on_list,
)
from tests.domain.councils.councils import SEXES


def genders(sexes: str) -> list[Gender]:
    return [gender for sex in sexes if (gender := SEXES[sex])]


@pytest.mark.rule("R-222", "R-225")
@pytest.mark.parametrize(
    ("number", "minimum"),
    list(enumerate((0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 4, 5, 5, 6, 6, 6, 7, 7))),
)
def test_how_many_of_each_sex_there_must_be(number: int, minimum: int) -> None:
    """Forty per cent of 8 is 3.2, so four: one more than the act of 1992 asked for."""
    assert minimum_of_each(number) == minimum


@pytest.mark.rule("R-222")
@pytest.mark.parametrize(("number", "of", "enough"), [(2, 5, True), (6, 14, True), (5, 14, False), (6, 15, True)])
def test_forty_per_cent_is_counted_in_whole_numbers(number: int, of: int, enough: bool) -> None:
    """5·2 ≥ 2·5; 5·6 = 30 ≥ 28; 5·5 = 25 < 28; 5·6 = 30 ≥ 30."""
    assert has_share(number, of) is enough


@pytest.mark.rule("R-225", "R-229")
@pytest.mark.parametrize(
    ("sexes", "short"),
    [
        ("MMKKM", None),
        ("MMMKM", Gender.FEMALE),
        ("KKKKM", Gender.MALE),
        ("MM", Gender.FEMALE),
        ("MMK", None),
        ("M", None),
        ("", None),
    ],
)
def test_which_sex_is_short_in_a_body(sexes: str, short: Gender | None) -> None:
    assert short_gender(genders(sexes)) is short


@pytest.mark.rule("R-222")
@pytest.mark.parametrize(
    ("sexes", "seats", "short"),
    [
        ("MMK", 4, Gender.FEMALE),
        ("MMK", 3, None),
        ("MMM", 3, Gender.FEMALE),
        ("KKK", 2, Gender.MALE),
        ("M", 1, None),
        ("KM", 15, None),
        ("M", 15, Gender.FEMALE),
    ],
    ids=[
        "four seats: a third is too little",
        "three seats: both sexes are there",
        "three seats: no woman",
        "two seats: no man",
        "one seat: nothing is asked",
        "a short list for many seats",
        "one name for many seats",
    ],
)
def test_the_seats_decide_what_is_asked_of_a_list(sexes: str, seats: int, short: Gender | None) -> None:
    assert short_on_list(genders(sexes), seats) is short


@pytest.mark.rule("R-258")
@pytest.mark.parametrize(
    ("others", "short"),
    [
        ("KKKMM", Gender.MALE),
        ("KKKMMM", None),
        ("KKKKM", Gender.MALE),
        ("KKMM", None),
        ("KKK", Gender.MALE),
        ("KMM", Gender.FEMALE),
        ("KK", Gender.MALE),
        ("KM", None),
        ("", None),
        ("MMMMK???", Gender.FEMALE),
        ("KM??", None),
    ],
    ids=[
        "six members: two men of three needed",
        "seven: three and three, either will do",
        "six: one man of three needed",
        "five: two and two, either will do",
        "four: no man",
        "four: one woman of two needed",
        "three: both sexes must be there",
        "three: both are",
        "alone: nothing is asked",
        "those not registered count as neither",
        "equally few of both: no choice can be demanded",
    ],
)
def test_which_sex_a_new_member_should_be_of(others: str, short: Gender | None) -> None:
    """Six members need three of each: with three women and two men left, one more woman would leave the men at two."""
    assert short_in_replacement([SEXES[sex] for sex in others]) is short


@pytest.mark.rule("R-225", "R-229")
def test_a_composition_with_too_few_of_one_sex_is_refused_with_the_facts() -> None:
    """Five members, one woman; two are needed."""
    with pytest.raises(GenderBalanceBroken) as refused:
        require_balance(genders("MMKMM"), "R-229")
    assert refused.value == GenderBalanceBroken(Gender.FEMALE, 1, 5, 2, "R-229")


@pytest.mark.rule("R-229")
def test_a_stated_exception_lets_it_through_and_an_empty_one_does_not() -> None:
    require_balance(genders("MMKMM"), "R-229", exception="No woman of the group was willing")
    with pytest.raises(GenderBalanceBroken):
        require_balance(genders("MMKMM"), "R-229", exception="  ")


@pytest.mark.rule("R-258")
@given(others=st.text("KM", max_size=20))
@settings(derandomize=True, max_examples=200, deadline=None)
def test_electing_the_other_sex_would_break_the_balance_exactly_when_one_is_demanded(others: str) -> None:
    """In a body of which every sex is registered, and the rest of which is not already beyond repair."""
    demanded = short_in_replacement(genders(others))
    for sex in "KM":
        short = short_gender(genders(others + sex))
        if demanded and SEXES[sex] is demanded.other:
            assert short is demanded
        if demanded is None:
            assert short is None
