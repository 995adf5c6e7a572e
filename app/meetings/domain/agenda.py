"""The agenda: items of their kinds, and which of them may be decided without asking whether anyone objects.

Law: kommuneloven (2018) §§ 11-2, 11-3.
Rules: R-282, R-284, R-285.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.core.errors import DomainError


class ItemKind(StrEnum):
    """What an agenda item is. OPENING: roll call, approval of summons and agenda, which have no case number."""

    OPENING = "opening"
    APPROVAL_OF_MINUTES = "approval_of_minutes"
    DECISION = "decision"
    ELECTION = "election"
    STAFF_APPOINTMENT = "staff_appointment"
    INFORMATION = "information"
    REFERRAL = "referral"
    QUESTION = "question"
    OTHER = "other"


USUAL_ORDER = tuple(ItemKind)
"""The order in which the kinds usually stand on an agenda; the leader may set another."""

NUMBERED_KINDS = tuple(kind for kind in ItemKind if kind not in {ItemKind.OPENING, ItemKind.OTHER})
"""The kinds that get a case number; *eventuelt* gets one only when a case is raised under it."""

ON_PERSONS = (ItemKind.ELECTION, ItemKind.STAFF_APPOINTMENT)
"""The kinds in which one can vote blank."""


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """An item: ``key`` is its own name in this meeting, ``number`` its case number once issued ("45/25").

    ``recommendation`` is the text proposed before the meeting, ``recommended_by`` whose it is. ``sent_on`` is the day
    it went to the members with its documents, None when it never did. An exempt item has ``public_title``, which gives
    nothing away, and the paragraph ``exempt_under``. ``pay_of_elected``: it fixes the pay of those elected to office.
    """

    key: str
    kind: ItemKind
    title: str
    number: str = ""
    archive_number: str = ""
    recommendation: str = ""
    recommended_by: str = ""
    sent_on: date | None = None
    public_title: str = ""
    exempt_under: str = ""
    pay_of_elected: bool = False

    @property
    def exempt(self) -> bool:
        """Whether its title is kept from the public."""
        return bool(self.exempt_under)


@dataclass(unsafe_hash=True)
class KeyTwice(DomainError):
    """Two items of the agenda have the same key."""

    key: str


def in_usual_order(items: Sequence[AgendaItem]) -> tuple[AgendaItem, ...]:
    """The items as agendas usually have them; those of a kind stay in the order they stand."""
    return tuple(sorted(items, key=lambda each: USUAL_ORDER.index(each.kind)))


def moved(items: Sequence[AgendaItem], key: str, to: int) -> tuple[AgendaItem, ...]:
    """The items with one of them moved to place ``to``, from 1; places beyond the ends mean the ends."""
    item = next(each for each in items if each.key == key)
    others = [each for each in items if each.key != key]
    others.insert(max(to, 1) - 1, item)
    return tuple(others)


def needs_admission(item: AgendaItem, summoned_on: date | None) -> bool:
    """Whether the item was not sent with the summons, so that leader or a third can stop it from being decided.

    Documents sent later than the summons, as with an additional agenda, are documents not sent with it. The openings of
    a meeting and questions to the leader need nobody's leave, and nothing is decided under them.

    Law: kommuneloven (2018) §§ 11-2, 11-3.
    Rules: R-284, R-285.
    """
    if item.kind in {ItemKind.OPENING, ItemKind.QUESTION}:
        return False
    return item.sent_on is None or summoned_on is None or item.sent_on > summoned_on


def require_keys_once(items: Sequence[AgendaItem]) -> None:
    """Refuse two items with the same key."""
    seen: set[str] = set()
    for item in items:
        if item.key in seen:
            raise KeyTwice(item.key)
        seen.add(item.key)
