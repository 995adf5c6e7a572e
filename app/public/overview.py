"""An election at a glance: its districts side by side, never added up.

Law: forskrift om direkte valg til kommunedelsutvalg (2003) § 1 (2).
Rules: R-3.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from app.core.charts import Item, Segment, stacked_bar
from app.elections.domain.settlement import NoSettlement, Settlement
from app.elections.domain.states import ElectionState
from app.public.count_figures import CountFigures
from app.public.headings import ContestHeading, PublishedElection, state_in
from app.public.shown_lists import ShownList, from_the_left


@dataclass(frozen=True, slots=True)
class DistrictResult:
    """A settled district. ``seats`` are the lists with seats, as seated; ``largest`` are those with most, as equals."""

    count: CountFigures
    seats: tuple[Item, ...]
    bar: tuple[Segment, ...]
    largest: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class DistrictOverview:
    """A district of the election; ``result`` is None until it is settled and released.

    ``no_settlement`` tells why there will be none between lists.
    """

    contest: ContestHeading
    result: DistrictResult | None
    no_settlement: NoSettlement | None = None


@dataclass(frozen=True, slots=True)
class ListAcross:
    """A list's seats in each district, in the order of the districts; None where it does not stand."""

    shown: ShownList
    seats: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class ElectionOverview:
    """The page of an election. ``lists`` compares the settled districts only, which ``compared`` names."""

    election: PublishedElection
    districts: tuple[DistrictOverview, ...]
    compared: tuple[ContestHeading, ...]
    lists: tuple[ListAcross, ...]

    @property
    def invalid_in(self) -> tuple[str, ...]:
        """The districts where it was found invalid, when it is valid in others."""
        if self.election.state is ElectionState.INVALID:
            return ()
        headings = (each.contest for each in self.districts)
        return tuple(each.district for each in headings if state_in(self.election, each) is ElectionState.INVALID)


def district_result(settlement: Settlement, lists: Sequence[ShownList], count: CountFigures) -> DistrictResult:
    """One district's seats, list by list."""
    seats = {figures.code: figures.seats for figures in settlement.lists}
    most = max(seats.values())
    items = tuple(shown.item(seats[shown.code]) for shown in from_the_left(lists) if seats[shown.code])
    return DistrictResult(count, items, stacked_bar(items), tuple(item for item in items if item.value == most))


def lists_across(standing: Sequence[Sequence[ShownList]], settlements: Sequence[Settlement]) -> tuple[ListAcross, ...]:
    """Each list's seats per district, lists in the order in which they first appear. Lists are known by name."""
    seats = [
        {shown.name: figures.seats for shown, figures in zip(lists, settlement.lists, strict=True)}
        for lists, settlement in zip(standing, settlements, strict=True)
    ]
    first = {shown.name: shown for lists in reversed(standing) for shown in reversed(lists)}
    names = dict.fromkeys(shown.name for lists in standing for shown in lists)
    return tuple(ListAcross(first[name], tuple(district.get(name) for district in seats)) for name in names)
