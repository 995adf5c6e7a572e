"""When anything about results may leave the house.

Law: valgloven (2002) § 9-9; valgloven (2023) § 21-8.
Rules: R-140.
"""

from datetime import datetime


def is_released(release_time: datetime, at: datetime) -> bool:
    """Whether results may be shown at this moment; from ``release_time`` itself, 21:00 on election day by default.

    Law: valgloven (2002) § 9-9; valgloven (2023) § 21-8.
    Rules: R-140.
    """
    return at >= release_time
