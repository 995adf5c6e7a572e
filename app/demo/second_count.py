"""The second count of one district: what really lay in the urns and envelopes.

Rates are those of official records: blank ballots 0.6–1 %, rejected 0.1–0.4 %, most of them without a stamp.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.demo.chance import Chance, Urn
from app.demo.districts import DEMO_DISTRICT
from app.demo.parties import DEMO_PARTY
from app.elections.domain.election import Contest

_REJECTED = {"rejected-a": 59, "rejected-b": 1, "rejected-c": 5, "rejected-d": 35}


@dataclass(frozen=True, slots=True)
class Pile:
    """Ballots counted together: a category and, on election day, a polling district.

    ``lines`` has the number for every line of the counts file: ``list:A`` …, ``blank``, ``rejected-a`` ….
    """

    category: str
    place: str
    lines: dict[str, int]

    @property
    def ballots(self) -> int:
        """All ballots, the blank and the rejected included."""
        return sum(self.lines.values())


def second_count(contest: Contest, chance: Chance) -> tuple[Pile, ...]:
    """All piles of the district: advance, late advance, each polling district, special and emergency envelopes."""
    return tuple(
        Pile(category, place, _fill(_weights(category, contest, chance), ballots, chance))
        for category, place, ballots in _sizes(contest, chance)
    )


def ballots_per_list(piles: Sequence[Pile], contest: Contest) -> dict[str, int]:
    """How many ballots each list has in all."""
    return {of.code: sum(pile.lines[f"list:{of.code}"] for pile in piles) for of in contest.lists}


def _sizes(contest: Contest, chance: Chance) -> Iterator[tuple[str, str, int]]:
    """Category, place and number of ballots; 2–3 % of the advance votes come late or were set aside (R-135)."""
    district = DEMO_DISTRICT[contest.code]
    advance = (contest.electors or 0) * district.turnout * district.advance_share // 1_000_000
    late = advance * chance.between(20, 32) // 1000
    yield "FO", "", advance - late
    yield "FS", "", late
    for of in contest.polling_districts:
        on_election_day = (of.electors or 0) * district.turnout * (1000 - district.advance_share) // 1_000_000
        yield "VO", of.code, chance.vary(on_election_day, 3)
    yield "VS", "", chance.between(2, 14)
    yield "VB", "", chance.between(0, 5)


def _weights(category: str, contest: Contest, chance: Chance) -> dict[str, int]:
    """How likely a ballot of the pile is to be of each list, blank or rejected: no two piles are quite alike."""
    in_advance = category in {"FO", "FS"}
    spread = 5 if in_advance else 12
    weights = {}
    for of in contest.lists:
        party = DEMO_PARTY[of.code]
        lean = party.advance_lean if in_advance else (500 - 2 * party.advance_lean) // 3
        weights[f"list:{of.code}"] = chance.vary(party.strength[contest.code] * lean * 100, spread)
    approved = sum(weights.values())
    weights["blank"] = approved * (75 if in_advance else 95) // 10_000
    rejected = approved * {"FO": 26, "FS": 40, "VO": 9}.get(category, 0) // 10_000
    return weights | {line: rejected * percent // 100 for line, percent in _REJECTED.items()}


def _fill(weights: dict[str, int], ballots: int, chance: Chance) -> dict[str, int]:
    return dict(zip(weights, Urn(tuple(weights.values()), chance).draw_many(ballots), strict=True))
