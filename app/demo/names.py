"""Invented people: a name for a woman or a man born in a certain year, never the same name twice."""

from collections.abc import Iterable

from app.councils.domain.gender import Gender
from app.demo.chance import Chance
from app.demo.name_lists import FROM_ABROAD, MIDDLE, OLDER, SAMI, WELL_KNOWN, YOUNGER, NameStock


class Namer:
    """Gives names for as long as it lives and remembers them, so that nobody in the demo has a namesake."""

    def __init__(self, chance: Chance, taken: Iterable[str] = ()) -> None:
        self._chance = chance
        self._given_away = set(taken)

    def name(self, gender: Gender, birth_year: int) -> str:
        """A full name that nobody has yet and that nobody in public life is known by."""
        while True:
            stock = self._stock(birth_year)
            given = self._chance.pick(stock.given[gender])
            family = self._family(stock)
            name = f"{given} {family}"
            if name not in self._given_away and well_known_form(name) not in WELL_KNOWN:
                self._given_away.add(name)
                return name

    def _stock(self, birth_year: int) -> NameStock:
        if self._chance.happens(110):
            return self._chance.pick(FROM_ABROAD)
        if self._chance.happens(15):
            return SAMI
        if birth_year < 1963:
            return OLDER
        return MIDDLE if birth_year < 1984 else YOUNGER

    def _family(self, stock: NameStock) -> str:
        """One family name, or now and then two: with a hyphen, or the first as a middle name."""
        first, last = self._chance.pick(stock.family), self._chance.pick(stock.family)
        if first == last or stock in FROM_ABROAD or not self._chance.happens(170):
            return last
        return f"{first}-{last}" if self._chance.happens(300) else f"{first} {last}"


def well_known_form(name: str) -> str:
    """The first given and the last family name: 'Jon Eide Fosse' is too close to 'Jon Fosse'.

    A hyphenated name counts by its last part: 'Jon Eide-Fosse' too.
    """
    given, *_, family = name.split()
    return f"{given} {family.rpartition('-')[2]}"
