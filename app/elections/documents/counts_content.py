"""Lines of the two counts of a contest, by count, category and place, in the order a record shows them.

Law: valgloven (2002) § 10-4; valgloven (2023) § 10-5 (2).
Rules: R-92, R-101, R-133, R-139.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from app.elections.documents.record_content import CategoryCount, CountGroup, PlaceCount
from app.elections.domain.categories import Category
from app.elections.domain.election import Contest
from app.elections.domain.small_units import Size, is_small
from app.elections.models import CountLineRow

CATEGORIES = {
    CountGroup.ADVANCE: (Category.FO, Category.FS),
    CountGroup.ELECTION_DAY: (Category.VO, Category.VS, Category.VB, Category.VF),
    CountGroup.OTHER_DISTRICTS: (Category.BF,),
}
REJECTION_CODES = ("rejected-a", "rejected-b", "rejected-c", "rejected-d")
FIRST, SECOND = 1, 2


class ContestCounts:
    """Both counts of a contest by count, category and place, in the order they are shown."""

    def __init__(self, contest: Contest, lines: Iterable[CountLineRow]) -> None:
        self.contest = contest
        self._districts = {each.code: each for each in contest.polling_districts}
        self._order = {each.code: at for at, each in enumerate(contest.polling_districts)}
        self._figures: defaultdict[tuple[int, str], defaultdict[str, dict[str, int]]]
        self._figures = defaultdict(lambda: defaultdict(dict))
        for line in lines:
            self._figures[line.count, line.category][line.place][line.line] = line.number

    @property
    def groups(self) -> Mapping[CountGroup, tuple[Category, ...]]:
        """The categories of each group. Too few ballots from other districts are shown with election day's (R-137)."""
        from_others = [
            self.category_count(count, Category.BF).together
            for count in (FIRST, SECOND)
            if self.has(count, Category.BF)
        ]
        if not any(is_small(Category.BF, Size(each.list_ballots + each.blank)) for each in from_others):
            return CATEGORIES
        return {
            CountGroup.ADVANCE: CATEGORIES[CountGroup.ADVANCE],
            CountGroup.ELECTION_DAY: CATEGORIES[CountGroup.ELECTION_DAY] + CATEGORIES[CountGroup.OTHER_DISTRICTS],
        }

    def has(self, count: int, category: str) -> bool:
        """Whether anything is recorded of this category in this count."""
        return (count, category) in self._figures

    def places(self, count: int, category: str) -> list[str]:
        """What was counted centrally, then polling districts in the order of the setup, then other places by code."""
        places = self._figures[count, category] if self.has(count, category) else {}
        return sorted(places, key=lambda place: (place != "", self._order.get(place, len(self._order)), place))

    def place_count(self, count: int, category: str, place: str) -> PlaceCount:
        """The figures of one unit; nothing recorded is 0."""
        figures = self._figures[count, category][place]
        return PlaceCount(
            place=self.place_name(place),
            absorbed=(),
            lists=tuple(figures.get(f"list:{each.code}", 0) for each in self.contest.lists),
            blank=figures.get("blank", 0),
            doubtful=figures.get("doubtful", 0),
            rejected=tuple(figures.get(code, 0) for code in REJECTION_CODES),
            ticks=figures.get("ticks"),
        )

    def category_count(self, count: int, category: str) -> CategoryCount:
        """The figures of all places of a category, each by itself."""
        return CategoryCount(
            category, tuple(self.place_count(count, category, place) for place in self.places(count, category))
        )

    def category_counts(self, count: int, group: CountGroup) -> tuple[CategoryCount, ...]:
        """The categories of a group that this count has, with each place by itself."""
        return tuple(self.category_count(count, each) for each in self.groups[group] if self.has(count, each))

    def size(self, count: int, category: str, place: str) -> Size:
        """How large a unit is. Only ballots from a polling district's urn come from its part of the roll."""
        counted = self.place_count(count, category, place)
        district = self._districts.get(place) if category == Category.VO else None
        return Size(counted.list_ballots + counted.blank, district.electors if district else None)

    def place_name(self, place: str) -> str:
        """The name of a polling district; any other place is known by its code."""
        return self._districts[place].name if place in self._districts else place

    def ticks(self) -> int | None:
        """All crosses in the roll: those noted with the first count, else those with the second; None if never."""
        for wanted in (FIRST, SECOND):
            noted = [
                figures["ticks"]
                for (count, _), places in self._figures.items()
                if count == wanted
                for figures in places.values()
                if "ticks" in figures
            ]
            if noted:
                return sum(noted)
        return None
