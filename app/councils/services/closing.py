"""How the end of a council is written down, whether its term is over or it is abolished."""

from collections.abc import Sequence
from datetime import datetime

from app.councils.domain.history import History
from app.councils.domain.outgoing import Ending, Endings
from app.councils.domain.recording import Entry, SpellT, changed, never_was
from app.councils.domain.time_axes import Version, known_at


def closing_entries(history: History, endings: Endings, at: datetime) -> list[Entry]:
    """What is written down of a council that ends: each spell that lasted is closed.

    Rules: R-210, R-262.
    """
    return [
        *_closed(history.seats, endings.seats, at),
        *_closed(history.deputies, endings.deputies, at),
        *_closed(history.roles, endings.roles, at),
        *_closed(history.leaves, endings.leaves, at),
        *_closed(history.suspensions, endings.suspensions, at),
        *_closed(history.affiliations, endings.affiliations, at),
    ]


def _closed(versions: Sequence[Version[SpellT]], endings: Sequence[Ending[SpellT]], at: datetime) -> list[Entry]:
    known = {each.spell: each for each in known_at(versions, at)}
    return [
        never_was(known[each.before]) if each.after is None else changed(known[each.before], each.after)
        for each in endings
    ]
