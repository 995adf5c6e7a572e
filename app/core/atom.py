"""Feeds that other programs subscribe to (Atom, RFC 4287): the same bytes for the same content, no clock in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from xml.sax.saxutils import escape, quoteattr


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One thing to tell. ``id`` is an IRI that never changes; ``link`` a path on this site."""

    id: str
    title: str
    updated: datetime
    link: str
    summary: str


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: ``path`` is where it is found itself, ``page`` the page it tells of."""

    id: str
    title: str
    language: str
    path: str
    page: str
    author: str


def atom_bytes(feed: Feed, entries: Sequence[FeedEntry], updated: datetime) -> bytes:
    """The feed in UTF-8. Links are paths: readers take them from where they fetched it."""
    return "\n".join(
        [*_head(feed, updated), *(line for each in entries for line in _entry(each)), "</feed>", ""]
    ).encode()


def _head(feed: Feed, updated: datetime) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(feed.language)}>'
    yield f"<id>{escape(feed.id)}</id>"
    yield f"<title>{escape(feed.title)}</title>"
    yield f"<updated>{_moment(updated)}</updated>"
    yield f'<link rel="self" type="application/atom+xml" href={quoteattr(feed.path)}/>'
    yield f'<link rel="alternate" type="text/html" href={quoteattr(feed.page)}/>'
    yield f"<author><name>{escape(feed.author)}</name></author>"


def _entry(entry: FeedEntry) -> Iterator[str]:
    yield "<entry>"
    yield f"<id>{escape(entry.id)}</id>"
    yield f"<title>{escape(entry.title)}</title>"
    yield f"<updated>{_moment(entry.updated)}</updated>"
    yield f'<link rel="alternate" type="text/html" href={quoteattr(entry.link)}/>'
    yield f"<summary>{escape(entry.summary)}</summary>"
    yield "</entry>"


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
