"""Meetings for calendar programs and feed readers: planned, called, moved and cancelled, never a draft.

Rules: R-280, R-283.
"""

from collections.abc import Sequence
from datetime import UTC, datetime

from flask_babel import force_locale
from flask_babel import gettext as _

from app.core.atom import Feed, FeedEntry, atom_bytes
from app.core.formatting import moment
from app.core.icalendar import CalendarDate, icalendar_bytes
from app.meetings.domain.meeting_forms import MeetingForm
from app.meetings.domain.states import MeetingState
from app.meetings.texts import form_text
from app.public.meeting_pages import MeetingLine

BEGINNING = datetime(2020, 1, 1, tzinfo=UTC)
"""When a feed without meetings was last changed."""

NEWEST = 50


def meetings_ics(name: str, meetings: Sequence[MeetingLine], language: str) -> bytes:
    """All meetings, in bokmål or nynorsk. One moved keeps its place in the calendar; one cancelled is struck out."""
    with force_locale(language):
        title = _("Møter i %(council)s", council=name) if name else _("Møter i bydelsutvalgene")
        return icalendar_bytes(title, [_date(each) for each in meetings], last_change(meetings))


def meetings_atom(name: str, paths: tuple[str, str], meetings: Sequence[MeetingLine], language: str) -> bytes:
    """What has happened to meetings, the latest first. ``paths``: the feed's own, and the page it tells of."""
    with force_locale(language):
        title = _("Møter i %(council)s", council=name) if name else _("Møter i bydelsutvalgene")
        feed = Feed(f"tag:verv,2020:{paths[0]}", title, language, *paths, author="Verv")
        latest = sorted((each for each in meetings if each.revision), key=lambda each: each.changed_at, reverse=True)
        return atom_bytes(feed, [_entry(each) for each in latest[:NEWEST]], last_change(meetings))


def last_change(meetings: Sequence[MeetingLine]) -> datetime:
    """When the public was last told something of these meetings."""
    return max((each.changed_at for each in meetings), default=BEGINNING)


def told(meeting: MeetingLine) -> str:
    """What there is to tell of a meeting, in one sentence."""
    if meeting.cancelled:
        return _("Avlyst: %(reason)s", reason=meeting.reason)
    if meeting.state is MeetingState.MOVED:
        return _("Flyttet til %(when)s: %(reason)s", when=moment(meeting.starts_at), reason=meeting.reason)
    return _("Sakslisten er lagt ut.") if meeting.called else _("Planlagt.")


def _date(meeting: MeetingLine) -> CalendarDate:
    kind = "" if meeting.form is MeetingForm.ORDINARY else f" ({form_text(meeting.form)})"
    return CalendarDate(
        uid=f"{meeting.address}@verv",
        day=meeting.on,
        summary=_("Avlyst: %(council)s", council=meeting.council) if meeting.cancelled else f"{meeting.council}{kind}",
        description=told(meeting),
        at=meeting.starts_at,
        ends_at=meeting.ends_at,
        location=meeting.place,
        sequence=meeting.revision,
        cancelled=meeting.cancelled,
    )


def _entry(meeting: MeetingLine) -> FeedEntry:
    return FeedEntry(
        id=f"tag:verv,2020:/moter/{meeting.address}",
        title=_("%(council)s, %(when)s", council=meeting.council, when=moment(meeting.starts_at)),
        updated=meeting.changed_at,
        link=f"/moter/{meeting.address}",
        summary=told(meeting),
    )
