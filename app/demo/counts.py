"""Both counts of one district."""

from app.demo.chance import Chance
from app.demo.election import DEMO_SEED
from app.demo.first_count import first_count
from app.demo.second_count import Pile, second_count
from app.elections.domain.election import Contest


def district_counts(contest: Contest, seed: int = DEMO_SEED) -> tuple[tuple[Pile, ...], tuple[Pile, ...]]:
    """The first and the second count: the same piles in the same order."""
    second = second_count(contest, Chance(seed, "second count", contest.code))
    return first_count(second, Chance(seed, "first count", contest.code)), second
