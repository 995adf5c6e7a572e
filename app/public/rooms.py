"""The rooms that are open to everyone, in the order their addresses are looked at."""

from app.public.counting_views import counting_hall
from app.public.district_views import districts
from app.public.list_views import public_lists
from app.public.meeting_views import public_meetings
from app.public.minutes_views import public_minutes_pages
from app.public.record_views import public_records
from app.public.views import site

ROOMS = (site, districts, public_lists, public_records, counting_hall, public_meetings, public_minutes_pages)
