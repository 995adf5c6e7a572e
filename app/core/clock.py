"""The one place that reads the time. Services and domain are told when; views and commands ask here."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

OSLO = ZoneInfo("Europe/Oslo")


def now() -> datetime:
    """This moment, aware, in UTC."""
    return datetime.now(UTC)
