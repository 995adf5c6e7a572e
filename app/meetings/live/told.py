"""What a refusal needs to be told in words: the names of persons and items, and how a moment's choices are called."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from app.core.formatting import joined


@dataclass(frozen=True, slots=True)
class Told:
    """Person → name, and item key → what the meeting calls it."""

    names: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))
    items: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def person(self, person_id: int) -> str:
        """The name, or the number of one who is not known here."""
        return self.names.get(person_id, f"nr. {person_id}")

    def people(self, ids: Iterable[int]) -> str:
        """«Anne Aas og Bo Berg»."""
        return joined([self.person(each) for each in ids])

    def item(self, key: str) -> str:
        """«45/25 Parken»."""
        return self.items.get(key, key)
