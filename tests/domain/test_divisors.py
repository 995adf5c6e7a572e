"""Divisors, and quotients for reading."""

from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.councils.domain.divisors import d_hondt, modified_sainte_lague
from app.councils.domain.highest_quotients import falling_groups_of_equals
from app.councils.domain.seating import Contender
from app.councils.domain.seats import Quotient, six_decimals
from tests.builders import RULES_2002, RULES_2023


@pytest.mark.rule("R-152")
def test_divisors_of_direct_elections() -> None:
    for rules in (RULES_2002, RULES_2023):
        divisors = modified_sainte_lague(rules.first_divisor)
        assert [divisors.divisor(won) for won in range(5)] == [Fraction(7, 5), 3, 5, 7, 9]


@pytest.mark.rule("R-153")
def test_divisors_are_counted_with_as_whole_numbers() -> None:
    """Five times the legal ones."""
    divisors = modified_sainte_lague(RULES_2002.first_divisor)
    assert [divisors.scaled(won) for won in range(5)] == [7, 15, 25, 35, 45]


@pytest.mark.rule("R-224")
def test_divisors_of_elections_by_an_elected_body() -> None:
    assert [d_hondt().divisor(won) for won in range(4)] == [d_hondt().scaled(won) for won in range(4)] == [1, 2, 3, 4]


@pytest.mark.rule("R-153")
def test_equal_quotients_stand_in_one_group() -> None:
    """X 700 and Y 1500, two seats: 1500/1.4; then 1500/3 and 700/1.4 together, more votes first; then 700/3."""
    groups = falling_groups_of_equals(
        [Contender("X", 700, 9), Contender("Y", 1500, 9)], 2, modified_sainte_lague(RULES_2002.first_divisor)
    )
    assert list(groups) == [
        [Quotient("Y", 1500, Fraction(7, 5))],
        [Quotient("Y", 1500, Fraction(3)), Quotient("X", 700, Fraction(7, 5))],
        [Quotient("X", 700, Fraction(3))],
    ]


@pytest.mark.rule("R-156")
@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(48866) / Fraction(7, 5), "34904.285714"),
        (Fraction(15061), "15061.000000"),
        (Fraction(2, 3), "0.666667"),
        (Fraction(1, 2_000_000), "0.000001"),
        (Fraction(1, 2_000_001), "0.000000"),
        (Fraction(9_999_999, 10_000_000), "1.000000"),
        (Fraction(0), "0.000000"),
    ],
)
def test_quotients_are_read_with_six_decimals_half_up(value: Fraction, text: str) -> None:
    assert six_decimals(value) == text


@pytest.mark.rule("R-156")
@given(votes=st.integers(0, 10**9), divisor=st.fractions(Fraction(1, 10), 1000, max_denominator=128))
@settings(max_examples=150, derandomize=True, deadline=None, database=None)
def test_decimal_arithmetic_gives_the_same_text(votes: int, divisor: Fraction) -> None:
    """With denominators of 2 and 5 among them, so that exact halves occur."""
    value = votes / divisor
    with localcontext(prec=60):
        exact = Decimal(value.numerator) / Decimal(value.denominator)
        assert six_decimals(value) == str(exact.quantize(Decimal("0.000001"), ROUND_HALF_UP))
