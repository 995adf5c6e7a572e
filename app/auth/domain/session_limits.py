"""How long a session lasts: an hour without work, ten hours in all. A working day, not a week in a lost laptop."""

from datetime import datetime, timedelta

IDLE = timedelta(minutes=60)
WHOLE = timedelta(hours=10)


def session_is_over(began_at: datetime, seen_at: datetime, at: datetime) -> bool:
    """Whether a session from ``began_at``, last used at ``seen_at``, has run out. To the second at the limit: yes."""
    return at - seen_at >= IDLE or at - began_at >= WHOLE
