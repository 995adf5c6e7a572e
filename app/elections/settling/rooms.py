"""The pages of the settlement room and of majority elections, as the application opens them."""

from app.elections.settling.eligibility_views import settling_eligibility
from app.elections.settling.majority.views import STAFF_ROOMS, majority_room, majority_typing
from app.elections.settling.views import settling_room

__all__ = ["SETTLING_ROOMS", "STAFF_ROOMS"]

SETTLING_ROOMS = (settling_room, settling_eligibility, majority_room, majority_typing)
