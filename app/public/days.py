"""The day a page is asked for, ``?dato=2022-03-03``, and today where it is not."""

import re
from datetime import date, datetime

from app.core.clock import OSLO

_FORMS = (
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})", re.ASCII),
    re.compile(r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})", re.ASCII),
)


class NoSuchDay(ValueError):
    """What was asked for is no day: neither 2022-03-03 nor 3.3.2022, or a day that no month has."""


def today(at: datetime) -> date:
    """The day it is in Oslo."""
    return at.astimezone(OSLO).date()


def asked_day(text: str, at: datetime) -> date:
    """The day that is asked for; today when nothing is written. Refused (``NoSuchDay``): anything that is no day."""
    written = text.strip()
    if not written:
        return today(at)
    for form in _FORMS:
        if found := form.fullmatch(written):
            try:
                return date(*(int(found[part]) for part in ("year", "month", "day")))
            except ValueError as error:
                raise NoSuchDay(text) from error
    raise NoSuchDay(text)
