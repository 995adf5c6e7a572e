"""What came of placing an address register: how many got their district by what, and what is remarkable."""

from dataclasses import dataclass, field
from enum import StrEnum, auto

EXAMPLES = 3


class Remark(StrEnum):
    """What there is to say of an address that is stored all the same. The first three have no district."""

    NO_POSITION = auto()
    OUTSIDE_DISTRICTS = auto()
    NO_MAP = auto()
    POLLING_DISTRICT_UNKNOWN = auto()
    MAP_SAYS_OTHERWISE = auto()


@dataclass(slots=True)
class Noted:
    """How many addresses a remark is about, and the first few of them."""

    number: int = 0
    examples: list[str] = field(default_factory=list)

    def note(self, example: str) -> None:
        """One more."""
        self.number += 1
        if len(self.examples) < EXAMPLES:
            self.examples.append(example)


@dataclass(frozen=True, slots=True)
class AddressesTakenIn:
    """How many addresses there are now and were before, by what they got their district, and what is remarkable."""

    before: int
    addresses: int
    by_polling_district: int
    by_map: int
    remarks: dict[Remark, Noted]

    @property
    def without_district(self) -> int:
        """How many addresses lie in no district that is known here."""
        return self.addresses - self.by_polling_district - self.by_map
