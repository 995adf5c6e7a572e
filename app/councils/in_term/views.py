"""The councils' staff pages: who sits where, what has happened, and what must be decided. The pages, room by room."""

from app.councils.in_term import (
    abolition_views,
    addition_views,
    change_views,
    correction_views,
    council_views,
    overview_views,
    person_views,
)
from app.councils.in_term.room import STAFF_ROOMS, council_rooms

__all__ = [
    "STAFF_ROOMS",
    "abolition_views",
    "addition_views",
    "change_views",
    "correction_views",
    "council_rooms",
    "council_views",
    "overview_views",
    "person_views",
]
