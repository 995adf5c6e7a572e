"""Refusals: what Verv will not do, as types with facts.

A ``DomainError`` carries facts, never a text for the user and never an HTTP status: the page or command that can
explain it does. What the law foresees (a lot must be drawn, a council is not quorate) is returned, not raised.
"""


class DomainError(Exception):
    """Something that should not have been asked, or cannot be done now. Subclasses are frozen dataclasses of facts."""
