"""Spans of months, as the act counts them: from a date to the same date of a later month, or that month's last day.

Law: kommuneloven (2018) §§ 7-9, 7-11.
Rules: R-252, R-256.
"""

from calendar import monthrange
from datetime import date


def months_after(day: date, months: int) -> date:
    """The same date so many months later: 30 November and three → 28 February; 29 February and twelve → 28 February."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
