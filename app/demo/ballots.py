"""The changed ballots of one district as a scanner would deliver them: batches of at most 200, ballots numbered."""

from collections.abc import Iterator, Mapping

from app.demo.chance import Chance
from app.demo.popularity import changed_share, popularity
from app.demo.write_ins import WriteInPen, write_in_share
from app.elections.domain.ballots import ChangedBallot
from app.elections.domain.election import Contest

BATCH_SIZE = 200


def district_ballots(
    contest: Contest, ballots: Mapping[str, int], seed: int
) -> Iterator[tuple[str, str, ChangedBallot]]:
    """Batch, number in the batch, ballot: the changed ones among each list's ``ballots`` of the second count."""
    yield from _in_batches(contest, _changed_ballots(contest, ballots, Chance(seed, "ballots", contest.code)))


def _changed_ballots(contest: Contest, ballots: Mapping[str, int], chance: Chance) -> Iterator[ChangedBallot]:
    """List by list in the order of the setup."""
    popular = {of.code: popularity(of, chance) for of in contest.lists}
    for own in contest.lists:
        pen = WriteInPen(own, contest, popular, chance)
        changed = changed_share(popular[own.code])
        voter = _Voter(own.code, popular[own.code], changed, pen, chance)
        for _ in range(ballots[own.code] * changed // 1000):
            yield voter.ballot()


def _in_batches(contest: Contest, ballots: Iterator[ChangedBallot]) -> Iterator[tuple[str, str, ChangedBallot]]:
    """A batch holds ballots of one list only: FANA-A-001, FANA-A-002 …"""
    seen: dict[str, int] = {}
    for ballot in ballots:
        number = seen[ballot.list_code] = seen.get(ballot.list_code, 0) + 1
        batch, place = divmod(number - 1, BATCH_SIZE)
        yield f"{contest.code.upper()}-{ballot.list_code}-{batch + 1:03d}", f"{place + 1:03d}", ballot


class _Voter:
    """Voters of one list who change their ballots: each candidate is marked or not, write-ins are added or not."""

    def __init__(self, code: str, popular: tuple[int, ...], changed: int, pen: WriteInPen, chance: Chance) -> None:
        self._code = code
        self._wish = [(position, min(950, marks * 1000 // changed)) for position, marks in enumerate(popular, start=1)]
        self._write_in_share = write_in_share(code, changed)
        self._pen = pen
        self._chance = chance

    def ballot(self) -> ChangedBallot:
        """A ballot with at least one mark or write-in."""
        happens = self._chance.happens
        while True:
            marks = tuple(position for position, wish in self._wish if happens(wish))
            write_ins = self._pen.write() if happens(self._write_in_share) else ()
            if marks or write_ins:
                return ChangedBallot(self._code, self._marked_twice(marks), write_ins)

    def _marked_twice(self, marks: tuple[int, ...]) -> tuple[int, ...]:
        """Once in a thousand a mark is read twice; two marks for one candidate are one (R-110)."""
        return (*marks, marks[-1]) if marks and self._chance.happens(1) else marks
