"""The two axes of time in an address: ``?dato=`` is the day one asks about, ``?kjent=`` the day of what was known."""

from datetime import date, datetime, time

from flask import abort, request

from app.core.clock import OSLO, now


def today() -> date:
    """The day in Oslo."""
    return now().astimezone(OSLO).date()


def asked_day() -> date:
    """The day asked about; today when none is said."""
    return _day("dato") or today()


def known_day() -> date | None:
    """The day whose knowledge is asked for; None for what is known now."""
    return _day("kjent")


def known_at() -> datetime:
    """The moment of what is known: the end of the day asked for, or now."""
    day = known_day()
    return min(now(), datetime.combine(day, time.max, OSLO)) if day else now()


def _day(name: str) -> date | None:
    text = request.args.get(name, "").strip()
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        abort(404)
