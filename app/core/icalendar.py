"""Calendars that other programs subscribe to (RFC 5545): a few days with a text, the same bytes for the same content.

There is no clock in it: ``DTSTAMP`` is what the caller says it is, so that nothing changes when nothing has happened.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

LONGEST_LINE = 75
"""Octets in a line, its end not counted (RFC 5545, 3.1)."""

_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """One entry: a whole day, or a moment when ``at`` is given (aware). ``uid`` is for ever the same for one thing.

    ``sequence`` counts its changes, so that calendars take the newer; a ``cancelled`` one is struck out in them.
    """

    uid: str
    day: date
    summary: str
    description: str = ""
    at: datetime | None = None
    ends_at: datetime | None = None
    location: str = ""
    sequence: int = 0
    cancelled: bool = False


def icalendar_bytes(name: str, dates: Sequence[CalendarDate], stamp: datetime) -> bytes:
    """The calendar in UTF-8, lines folded and ended by CRLF. ``stamp`` is when its content was made, aware."""
    return b"".join(_folded(line) for line in _lines(name, dates, stamp))


def _lines(name: str, dates: Sequence[CalendarDate], stamp: datetime) -> Iterator[str]:
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Verv//Verv//NO", "CALSCALE:GREGORIAN")
    yield f"X-WR-CALNAME:{_text(name)}"
    for each in dates:
        yield from _entry(each, stamp)
    yield "END:VCALENDAR"


def _entry(each: CalendarDate, stamp: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{each.uid}"
    yield f"DTSTAMP:{_moment(stamp)}"
    if each.at:
        yield f"DTSTART:{_moment(each.at)}"
        if each.ends_at:
            yield f"DTEND:{_moment(each.ends_at)}"
    else:
        yield f"DTSTART;VALUE=DATE:{each.day:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{each.day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(each.summary)}"
    if each.description:
        yield f"DESCRIPTION:{_text(each.description)}"
    if each.location:
        yield f"LOCATION:{_text(each.location)}"
    if each.sequence:
        yield f"SEQUENCE:{each.sequence}"
    if each.cancelled:
        yield "STATUS:CANCELLED"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _text(text: str) -> str:
    """A text as a value: what would end it is escaped, line breaks are written."""
    return text.translate(_ESCAPED)


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _folded(line: str) -> bytes:
    """The line in pieces of at most 75 octets, each but the first behind a space; no letter is cut in two."""
    pieces, piece = [], b""
    for letter in line:
        octets = letter.encode()
        if len(piece) + len(octets) > LONGEST_LINE:
            pieces.append(piece)
            piece = b" "
        piece += octets
    return b"\r\n".join([*pieces, piece]) + b"\r\n"
