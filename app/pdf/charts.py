"""What a figure shows, as values: bars beside each other's names, or the seats of a council in a half circle."""

import re
from dataclasses import dataclass

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")

# Used in turn where the caller names no colour: apart from each other in light and dark too, for paper without colour.
PALETTE = ("#0b4c84", "#d9822b", "#4d9078", "#8c2f39", "#7aa6d8", "#5b5270", "#c9b458", "#3f4a57", "#b56576", "#a3b18a")


def _check_colour(colour: str) -> None:
    if colour and not _COLOUR.fullmatch(colour):
        raise ValueError(f"a colour is written #rrggbb, not {colour!r}")


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its name, its length, and the number as the reader sees it."""

    label: str
    value: int
    text: str
    colour: str = ""

    def __post_init__(self) -> None:
        _check_colour(self.colour)
        if self.value < 0:
            raise ValueError(f"a bar is not shorter than nothing: {self.value}")


@dataclass(frozen=True, slots=True)
class BarChart:
    """Bars under each other, in the caller's order."""

    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class SeatGroup:
    """The seats of one list."""

    label: str
    seats: int
    colour: str = ""

    def __post_init__(self) -> None:
        _check_colour(self.colour)
        if self.seats < 0:
            raise ValueError(f"a list has no fewer than 0 seats: {self.seats}")


@dataclass(frozen=True, slots=True)
class SeatChart:
    """A council seen from the speaker's chair, lists from left to right; ``centre`` is printed under the arch."""

    groups: tuple[SeatGroup, ...]
    centre: str = ""


Drawing = BarChart | SeatChart
