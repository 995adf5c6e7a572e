"""Numbers, shares and dates as the reader's language writes them. For reading only: nothing here decides anything.

Thousands have the same narrow space in all languages; the mark before decimals and the sign of percent are English in
English texts.
"""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from babel.lists import format_list
from flask import Flask
from flask_babel import format_date, format_datetime, get_locale, to_user_timezone

THOUSANDS = "\u202f"  # narrow no-break space
QUARTERS = ("00", "25", "50", "75")


def number(value: int) -> str:
    """48866 → «48 866», -3 → «−3»."""
    return f"{value:,}".replace(",", THOUSANDS).replace("-", "−")


def quarters(value: int) -> str:
    """A score in quarter votes: 4361 → «1 090,25», in English «1 090.25»."""
    whole, rest = divmod(value, 4)
    return f"{number(whole)}{_mark()}{QUARTERS[rest]}"


def decimal(value: Fraction, places: int) -> str:
    """``value`` rounded half up: 244330/7, 6 → «34 904,285714»."""
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    digits = str(abs(exact).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))
    whole, _, rest = digits.partition(".")
    return ("−" if value < 0 else "") + number(int(whole)) + (_mark() + rest if rest else "")


def percent(part: int, whole: int, places: int = 1) -> str:
    """3264 of 9064 → «36,0 %», in English «36.0%»; of nothing: «–»."""
    sign = "%" if _is_english() else "\u00a0%"
    return decimal(Fraction(100 * part, whole), places) + sign if whole else "–"


def _mark() -> str:
    """What stands before the decimals."""
    return "." if _is_english() else ","


def _is_english() -> bool:
    locale = get_locale()
    return locale is not None and locale.language == "en"


def long_date(value: date) -> str:
    """11. september 2023, in the reader's language."""
    return str(format_date(value, "long"))


def moment(value: datetime) -> str:
    """11. september 2023, 21:00, in Oslo and in the reader's language."""
    return f"{format_date(to_user_timezone(value), 'long')}, {format_datetime(value, 'HH:mm')}"


def moment_to_the_second(value: datetime) -> str:
    """31. mars 2027, 11:58:30, in Oslo and in the reader's language."""
    return f"{format_date(to_user_timezone(value), 'long')}, {format_datetime(value, 'HH:mm:ss')}"


def joined(names: Iterable[str]) -> str:
    """«Høyre, Venstre og Rødt», in the reader's language."""
    return format_list(list(names), locale=get_locale() or "nb")


def init_formatting(app: Flask) -> None:
    """Make each of these a filter in the templates."""
    for filter_ in (number, quarters, decimal, percent, long_date, moment, moment_to_the_second):
        app.add_template_filter(filter_)
