"""The lists of a contest as they are shown: each with its name, its colour and its candidates in printed order."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.core.charts import Item
from app.core.formatting import number
from app.core.party_colours import colour_classes
from app.elections.domain.election import Candidate

# Where lists are seated in the half-circle, from the left; those who are not named sit furthest to the right, in the
# order of the setup. It is the order that Norwegian election broadcasts use, and decides nothing.
_FROM_THE_LEFT = (
    *("party-nkp", "party-r", "party-sv", "party-ap", "party-sp", "party-mdg"),
    *("party-krf", "party-v", "party-h", "party-frp", "party-inp", "party-kons", "party-dem"),
)


@dataclass(frozen=True, slots=True)
class ShownList:
    """An approved list. ``colour`` is a class of the charts' style sheet."""

    code: str
    name: str
    colour: str
    candidates: tuple[Candidate, ...]

    def item(self, value: int, text: str | None = None) -> Item:
        """This list in a chart, with ``value`` and how it is read."""
        return Item(self.code, self.name, value, self.colour, number(value) if text is None else text)


def colours_by_name(names: Iterable[str]) -> Mapping[str, str]:
    """One colour for each list of an election, the same in every district where it stands."""
    unique = tuple(dict.fromkeys(names))
    return dict(zip(unique, colour_classes(unique), strict=True))


def from_the_left(lists: Iterable[ShownList]) -> tuple[ShownList, ...]:
    """The lists in the order they are seated in the half-circle."""
    places = {colour: place for place, colour in enumerate(_FROM_THE_LEFT)}
    return tuple(sorted(lists, key=lambda each: places.get(each.colour, len(places))))
