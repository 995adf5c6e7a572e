"""The councils' staff pages: who sits where, what has happened, and what must be decided. The pages, room by room."""

from app.councils.room import STAFF_ROOMS, council_rooms
from app.councils.term_views import changes, corrections, council, overview, people

__all__ = ["STAFF_ROOMS", "changes", "corrections", "council", "council_rooms", "overview", "people"]
