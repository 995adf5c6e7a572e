"""Calendars for other programs: the lines of RFC 5545, checked by hand."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from app.core.icalendar import CalendarDate, icalendar_bytes

OSLO = ZoneInfo("Europe/Oslo")
MADE_AT = datetime(2026, 11, 24, 10, tzinfo=OSLO)


def made(*dates: CalendarDate, name: str = "Frister") -> bytes:
    return icalendar_bytes(name, dates, MADE_AT)


def test_a_whole_day_and_a_moment() -> None:
    """Noon in Oslo on 31 March 2027 is 10:00 UTC; a whole day ends on the day after, not included."""
    whole = CalendarDate("b@verv", date(2027, 12, 31), "Siste dag")
    moment = CalendarDate("a@verv", date(2027, 3, 31), "Lister", "§ 5-7", datetime(2027, 3, 31, 12, tzinfo=OSLO))
    assert made(moment, whole).decode().split("\r\n") == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Verv//Verv//NO",
        "CALSCALE:GREGORIAN",
        "X-WR-CALNAME:Frister",
        "BEGIN:VEVENT",
        "UID:a@verv",
        "DTSTAMP:20261124T090000Z",
        "DTSTART:20270331T100000Z",
        "SUMMARY:Lister",
        "DESCRIPTION:§ 5-7",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "BEGIN:VEVENT",
        "UID:b@verv",
        "DTSTAMP:20261124T090000Z",
        "DTSTART;VALUE=DATE:20271231",
        "DTEND;VALUE=DATE:20280101",
        "SUMMARY:Siste dag",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_what_would_end_a_value_is_escaped() -> None:
    content = made(CalendarDate("a@verv", date(2027, 3, 31), r"Én, to; tre \ fire", "linje 1\r\nlinje 2")).decode()
    assert r"SUMMARY:Én\, to\; tre \\ fire" in content
    assert r"DESCRIPTION:linje 1\nlinje 2" in content


def test_long_lines_are_folded_by_octets_and_no_letter_is_cut() -> None:
    """``SUMMARY:`` is 8 octets and each «ø» two: 33 of them and the name fill 74, and the next would be 76."""
    content = made(CalendarDate("a@verv", date(2027, 3, 31), "ø" * 100))
    lines = content.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert f"SUMMARY:{'ø' * 33}".encode() in lines
    assert all(line.decode() is not None for line in lines)
    assert f"SUMMARY:{'ø' * 100}" in content.decode().replace("\r\n ", "")
