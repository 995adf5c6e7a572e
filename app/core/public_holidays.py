"""Norway's public holidays, from a library that follows the acts. What falls on them is decided in domains."""

from datetime import date
from functools import cache

import holidays

LAST_YEAR = 2100
"""The library finds no holidays after this year, without saying so."""


def is_public_holiday(day: date) -> bool:
    """Whether the day is one of the twelve *helligdager*. Sundays that are no holiday of their own are not among them.

    Law: lov om helligdager og helligdagsfred (1995) § 2; lov om 1. og 17. mai som høgtidsdager (1947) § 1.
    Rules: R-16.
    """
    if not known(day.year):
        raise ValueError(f"holidays of {day.year} are not known")
    return day in _of_year(day.year)


def known(year: int) -> bool:
    """Whether the holidays of a year are known, so that deadlines in it can be reckoned."""
    return year <= LAST_YEAR


@cache
def _of_year(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("NO", years=year))
