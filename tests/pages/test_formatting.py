"""Numbers are written as the reader's language writes them."""

from fractions import Fraction

import pytest
from flask_babel import force_locale

from app.core.formatting import decimal, number, percent, quarters
from tests.pages.look import look_application


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("nb", ["−48\u202f866", "1\u202f090,25", "34\u202f904,285714", "−0,5", "36,0\u00a0%", "–"]),
        ("nn", ["−48\u202f866", "1\u202f090,25", "34\u202f904,285714", "−0,5", "36,0\u00a0%", "–"]),
        ("en", ["−48\u202f866", "1\u202f090.25", "34\u202f904.285714", "−0.5", "36.0%", "–"]),
    ],
)
def test_decimals_and_percent_follow_the_language(language: str, written: list[str]) -> None:
    """4361 quarters are 1090.25; 244330/7 = 34 904.2857142…; 3264/9064 = 0.36010…"""
    with look_application().test_request_context(), force_locale(language):
        assert [
            number(-48866),
            quarters(4361),
            decimal(Fraction(244330, 7), 6),
            decimal(Fraction(-1, 2), 1),
            percent(3264, 9064),
            percent(0, 0),
        ] == written
