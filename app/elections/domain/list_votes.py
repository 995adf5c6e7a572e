"""List votes: what the seats are divided by.

Law: valgloven (2002) § 10-6 (3); valgloven (2023) § 13-1 (3).
Rules: R-150, R-151.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from app.elections.domain.tally import Tally


@dataclass(frozen=True, slots=True)
class ListVotes:
    """How a list's votes came about. Write-ins are those that count."""

    code: str
    ballots: int
    write_ins_given: int
    write_ins_received: int
    list_votes: int


def count_list_votes(seats: int, tally: Tally) -> tuple[ListVotes, ...]:
    """The lists' votes in setup order: seats × ballots − write-ins given + write-ins received.

    15 seats and 3264 ballots, with 380 write-ins given and 286 received, make 48866 list votes.

    Law: valgloven (2002) § 10-6 (3); valgloven (2023) § 13-1 (3).
    Rules: R-150.
    """
    given = dict.fromkeys((each.code for each in tally.lists), 0)
    received = dict(given)
    for giver, receiver, _, number in tally.write_ins:
        given[giver] += number
        received[receiver] += number
    votes = []
    for counted in tally.lists:
        away, here = given[counted.code], received[counted.code]
        votes.append(ListVotes(counted.code, counted.ballots, away, here, seats * counted.ballots - away + here))
    assert write_ins_only_move_votes(seats, votes)
    return tuple(votes)


def write_ins_only_move_votes(seats: int, votes: Sequence[ListVotes]) -> bool:
    """Write-ins move list votes and make none: as many are given as received, and all votes are seats × ballots.

    Law: valgloven (2002) § 10-6 (3); valgloven (2023) § 13-1 (3).
    Rules: R-151.
    """
    given, received = sum(each.write_ins_given for each in votes), sum(each.write_ins_received for each in votes)
    all_votes, all_ballots = sum(each.list_votes for each in votes), sum(each.ballots for each in votes)
    return given == received and all_votes == seats * all_ballots


def write_ins_received(tally: Tally) -> Counter[tuple[str, int]]:
    """The write-ins for each candidate, by list and position. A list's received are the sum of its candidates'.

    Law: valgloven (2002) § 11-12; valgloven (2023) § 13-2 (2).
    Rules: R-151, R-160.
    """
    received: Counter[tuple[str, int]] = Counter()
    for _, receiver, position, number in tally.write_ins:
        received[receiver, position] += number
    return received
