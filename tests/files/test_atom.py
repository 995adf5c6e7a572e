"""Feeds: well formed, whatever is in a title, and the same bytes for the same content."""

from datetime import UTC, datetime
from xml.etree.ElementTree import fromstring

from app.core.atom import Feed, FeedEntry, atom_bytes

NOON = datetime(2025, 3, 11, 12, tzinfo=UTC)
FEED = Feed("tag:verv,2020:/moter.atom", "Møter", "nb", "/moter.atom", "/moter", "Verv")
ATOM = "{http://www.w3.org/2005/Atom}"


def test_marks_in_a_title_stay_a_title() -> None:
    entry = FeedEntry("tag:verv,2020:1", 'Plan & <strøk> "A"', NOON, "/moter/1", "Flyttet")
    tree = fromstring(atom_bytes(FEED, [entry], NOON))  # noqa: S314 - our own bytes
    assert tree.findtext(f"{ATOM}entry/{ATOM}title") == 'Plan & <strøk> "A"'
    assert tree.findtext(f"{ATOM}updated") == "2025-03-11T12:00:00Z"


def test_the_same_content_gives_the_same_bytes() -> None:
    assert atom_bytes(FEED, [], NOON) == atom_bytes(FEED, [], NOON)
