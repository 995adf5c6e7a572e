"""Refusals: what Verv will not do, as types with facts.

A ``DomainError`` carries facts, never a text for the user and never an HTTP status: the page or command that can
explain it does. What the law foresees (a lot must be drawn, a council is not quorate) is returned, not raised.
"""


class DomainError(Exception):
    """Something that should not have been asked, or cannot be done now. Subclasses are dataclasses of facts.

    ``@dataclass(unsafe_hash=True)``, never ``frozen=True``: an exception that leaves a ``with`` block gets its
    traceback written onto it, and a frozen one would answer with an error about that instead.
    """
