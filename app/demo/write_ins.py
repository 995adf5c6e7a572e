"""Names from other lists that voters of one list write on their ballots, with the slips of the pen that voters make."""

from collections.abc import Mapping

from app.demo.chance import Chance, Urn
from app.demo.parties import DEMO_PARTY, Bloc
from app.elections.domain.ballots import WriteIn
from app.elections.domain.election import CandidateList, Contest

# How many names those write who write any; more than five are too many in a council of 13–17 seats.
_NAMES = (1, 2, 3, 4, 5, 6, 8)
_NAMES_WEIGHTS = (50, 26, 12, 6, 4, 1, 1)
_NAMES_ON_AVERAGE = sum(names * weight for names, weight in zip(_NAMES, _NAMES_WEIGHTS, strict=True))  # in hundredths


class WriteInPen:
    """Writes names on the ballots of one list."""

    def __init__(
        self, own: CandidateList, contest: Contest, popular: Mapping[str, tuple[int, ...]], chance: Chance
    ) -> None:
        self._own = own
        self._chance = chance
        self._codes = tuple(of.code for of in contest.lists)
        self._number = Urn(_NAMES_WEIGHTS, chance)
        self._list = Urn([_attraction(own.code, code, contest.code) for code in self._codes], chance)
        self._position = {code: Urn(popular[code], chance) for code in self._codes}

    def write(self) -> tuple[WriteIn | None, ...]:
        """The names of one ballot in the order written."""
        return tuple(self._name() for _ in range(_NAMES[self._number.draw()]))

    def _name(self) -> WriteIn | None:
        """One name. Some are unreadable, some stand on the voter's own list already."""
        if self._chance.happens(18):
            return None
        code = self._own.code if self._chance.happens(12) else self._codes[self._list.draw()]
        return WriteIn(code, 1 + self._position[code].draw())


def write_in_share(code: str, changed: int) -> int:
    """How many of a thousand changed ballots carry write-ins, when so many of a thousand ballots are changed."""
    return DEMO_PARTY[code].write_ins * 100_000 // (changed * _NAMES_ON_AVERAGE)


def _attraction(giver: str, receiver: str, district: str) -> int:
    """How readily voters of one list write in candidates of another: neighbours first, and people from the district."""
    if giver == receiver:
        return 0
    return _nearness(DEMO_PARTY[giver].bloc, DEMO_PARTY[receiver].bloc) * (
        300 + DEMO_PARTY[receiver].strength[district]
    )


def _nearness(giver: Bloc, receiver: Bloc) -> int:
    if giver is receiver:
        return 4
    return 2 if Bloc.CENTRE in {giver, receiver} or receiver is Bloc.LOCAL else 1
