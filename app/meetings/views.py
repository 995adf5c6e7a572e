"""The rooms of meetings put together: every page of theirs, and their place in the staff's menu."""

from app.meetings.agenda.item_views import item_room
from app.meetings.agenda.views import agenda_room
from app.meetings.attendance_lists.views import attendance_room
from app.meetings.calling.answer_views import answers
from app.meetings.calling.views import calling_room
from app.meetings.live.views import live_room
from app.meetings.minutes_room.views import minutes_room
from app.meetings.practice.views import practice_room
from app.meetings.room import STAFF_ROOMS
from app.meetings.year_plan.views import plan_room

__all__ = ["ROOMS", "STAFF_ROOMS"]

ROOMS = (
    plan_room,
    attendance_room,
    agenda_room,
    item_room,
    calling_room,
    live_room,
    minutes_room,
    practice_room,
    answers,
)
