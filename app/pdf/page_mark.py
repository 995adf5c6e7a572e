"""A mark on every page of every document, where the one who runs Verv wants one: that this is practice.

Asked for when a page begins, so that no document can be made without it, whoever makes it.
"""

from collections.abc import Callable

_asked: list[Callable[[], str | None]] = []


def mark_pages_with(ask: Callable[[], str | None]) -> None:
    """From now on each page carries what ``ask`` answers, or nothing where it answers None."""
    _asked[:] = [ask]


def page_mark() -> str | None:
    """What this page shall carry."""
    return _asked[0]() if _asked else None
