"""How readily voters mark each candidate: mostly those on top of the list, and now and then one known by all."""

from app.demo.chance import Chance
from app.demo.parties import DEMO_PARTY
from app.elections.domain.election import CandidateList

# Marks per thousand ballots of the list, for position 1, 2 …, as in official records.
_TOP = (220, 90, 60, 46, 44, 30, 21, 20, 19, 18)
_MIDDLE, _BOTTOM = 12, 6

_MARKS_PER_CHANGED_BALLOT = 23  # in tenths


def popularity(candidates: CandidateList, chance: Chance) -> tuple[int, ...]:
    """Marks to expect per thousand ballots of the list, in printed order."""
    marking = DEMO_PARTY[candidates.code].marking
    marks = [chance.vary(_usual(of.position) * marking // 100, 60) for of in candidates.candidates]
    if chance.happens(300):
        marks[chance.between(5, len(marks) - 1)] = chance.between(120, 340)
    return tuple(marks)


def changed_share(popular: tuple[int, ...]) -> int:
    """How many of a thousand ballots of the list are changed: so many that each has a little over two marks."""
    return max(190, min(480, sum(popular) * 10 // _MARKS_PER_CHANGED_BALLOT))


def _usual(position: int) -> int:
    if position <= len(_TOP):
        return _TOP[position - 1]
    return _MIDDLE if position <= 20 else _BOTTOM
