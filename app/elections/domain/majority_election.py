"""The election held when there is no choice between lists: of persons, by most votes.

Law: valgloven (2002) §§ 12-1, 12-2, 12-3; valgloven (2023) §§ 14-1, 14-2, 14-3.
Rules: R-180, R-182, R-183, R-186.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from app.councils.domain.lots import DrawnLots, refuse_leftover_lots, winner_of_next_lot
from app.elections.domain.candidates import Outcome
from app.elections.domain.election import Contest
from app.elections.domain.majority_ballots import PersonVotes

FEWEST_LISTS = 2
"""With fewer there is no choice between lists."""


@dataclass(frozen=True, slots=True)
class PersonLot:
    """A lot that was drawn between persons, and the one who won one place."""

    persons: tuple[str, ...]
    winner: str


@dataclass(frozen=True, slots=True)
class PersonLotRequired:
    """These persons have equally many ``votes`` for place ``number`` among the members or the deputies."""

    contest: str
    persons: tuple[str, ...]
    outcome: Outcome
    number: int
    votes: int


class PlacedBy(StrEnum):
    """How a place was decided. ORDER_ONLY: equal votes, but all of them are members, and members are not ranked."""

    VOTES = "votes"
    LOT = "lot"
    ORDER_ONLY = "order_only"


@dataclass(frozen=True, slots=True)
class Place:
    """Place ``number`` among the members or the deputies. ``votes`` are those that counted for this place."""

    number: int
    person: str
    votes: int
    placed_by: PlacedBy


@dataclass(frozen=True, slots=True)
class MajoritySettlement:
    """Members and deputies, each from 1. There may be fewer than the seats, if fewer persons have votes."""

    contest: str
    seats: int
    members: tuple[Place, ...]
    deputies: tuple[Place, ...]
    lots: tuple[PersonLot, ...]
    votes: tuple[PersonVotes, ...]


def is_majority_election(contest: Contest) -> bool:
    """Whether the district elects persons by most votes: when one list or none is approved. That list is not used.

    Law: valgloven (2002) § 12-1; valgloven (2023) § 14-1.
    Rules: R-180.
    """
    return len(contest.lists) < FEWEST_LISTS


def settle_majority_election(
    contest: str, seats: int, votes: Sequence[PersonVotes], lots: Sequence[PersonLot] = ()
) -> MajoritySettlement | PersonLotRequired:
    """The persons with most member votes are members; among the others, those with most votes in all are deputies.

    There are as many deputies as members. Equal votes are decided by lot wherever the order matters: for the last
    members, and for every deputy. There are no write-ins to lists, no bonus, no list votes and no rule on gender.

    Law: valgloven (2002) § 12-3; valgloven (2023) § 14-3.
    Rules: R-182, R-186.
    """
    drawn = iter([(lot.persons, lot.winner) for lot in lots])
    members = place_by_votes([(each.person, each.member_votes) for each in votes], seats, drawn, ranked=False)
    if isinstance(members, Tie):
        return PersonLotRequired(contest, members.persons, Outcome.MEMBER, members.number, members.votes)
    elected = {each.person for each in members.places}
    others = [(each.person, each.member_votes + each.deputy_votes) for each in votes if each.person not in elected]
    deputies = place_by_votes(others, seats, drawn, ranked=True)
    if isinstance(deputies, Tie):
        return PersonLotRequired(contest, deputies.persons, Outcome.DEPUTY, deputies.number, deputies.votes)
    refuse_leftover_lots(drawn)
    lots_used = members.lots + deputies.lots
    return MajoritySettlement(contest, seats, members.places, deputies.places, lots_used, tuple(votes))


@dataclass(frozen=True, slots=True)
class Places:
    """Places given by votes, and the lots that were used."""

    places: tuple[Place, ...]
    lots: tuple[PersonLot, ...]


@dataclass(frozen=True, slots=True)
class Tie:
    """Persons with equally many votes for place ``number``, for whom no lot has been drawn yet."""

    persons: tuple[str, ...]
    number: int
    votes: int


def place_by_votes(votes: Sequence[tuple[str, int]], seats: int, drawn: DrawnLots, *, ranked: bool) -> Places | Tie:
    """Gives each place to the person with most votes left; nobody without votes. All ties that matter, by lot.

    When places are ``ranked``, every tie matters; otherwise only one between more persons than there are places left.
    One lot gives one place; who is alone left of the tied needs none.

    Law: valgloven (2002) § 12-3; valgloven (2023) § 14-3.
    Rules: R-183.
    """
    places: list[Place] = []
    lots: list[PersonLot] = []
    falling = sorted((each for each in votes if each[1] > 0), key=lambda each: -each[1])
    for level_votes, level in groupby(falling, key=lambda each: each[1]):
        tied = [person for person, _ in level]
        needs_lot = len(tied) > 1 and (ranked or len(tied) > seats - len(places))
        placed_by = PlacedBy.LOT if needs_lot else PlacedBy.VOTES if len(tied) == 1 else PlacedBy.ORDER_ONLY
        while tied and len(places) < seats:
            by_lot = needs_lot and len(tied) > 1
            person = winner_of_next_lot(tuple(tied), drawn) if by_lot else tied[0]
            if person is None:
                return Tie(tuple(tied), len(places) + 1, level_votes)
            if by_lot:
                lots.append(PersonLot(tuple(tied), person))
            places.append(Place(len(places) + 1, person, level_votes, placed_by))
            tied.remove(person)
    return Places(tuple(places), tuple(lots))
