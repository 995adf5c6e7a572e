"""Makers of domain values with good defaults: a test states only what matters to it."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from app.elections.domain.ballots import ChangedBallot, WriteIn
from app.elections.domain.election import Candidate, CandidateList, Contest, RuleSetName
from app.elections.domain.rule_sets import RULE_SETS
from app.elections.domain.tally import ListTally, Tally, WriteInCount

RULES_2002 = RULE_SETS[RuleSetName.VALGLOVEN_2002]
RULES_2023 = RULE_SETS[RuleSetName.VALGLOVEN_2023]

WriteInMatrix = Mapping[str, Mapping[str, int]]
"""Write-ins by giver and receiver."""


def a_list(code: str, candidates: int = 12, bonus: int = 0, ineligible: Collection[int] = ()) -> CandidateList:
    """A list of so many candidates; the first ``bonus`` have the bonus, those at ``ineligible`` cannot be elected."""
    people = (
        Candidate(position, f"{code}{position}", bonus=position <= bonus, eligible=position not in ineligible)
        for position in range(1, candidates + 1)
    )
    return CandidateList(code, f"List {code}", True, tuple(people))


def a_contest(
    seats: int = 15, lists: Sequence[CandidateList | str] = ("A", "B", "C"), code: str = "fana", candidates: int = 12
) -> Contest:
    """A contest; lists given by code alone have ``candidates`` candidates each."""
    standing = tuple(a_list(each, candidates) if isinstance(each, str) else each for each in lists)
    return Contest(code, code.capitalize(), seats, standing)


def a_tally(
    contest: Contest,
    ballots: Mapping[str, int],
    marks: Mapping[str, Sequence[int]] | None = None,
    write_ins: WriteInMatrix | None = None,
    written_names: Mapping[str, Sequence[int]] | None = None,
) -> Tally:
    """The tally of a second count.

    ``marks`` by list and position; the rest are zero. ``write_ins`` by giver and receiver; they go to the receiver's
    first candidate, or are dealt out to its candidates as ``written_names`` tells by list and position.
    """
    lists = tuple(
        ListTally(each.code, ballots.get(each.code, 0), filled((marks or {}).get(each.code, ()), len(each.candidates)))
        for each in contest.lists
    )
    return Tally(lists, write_ins_dealt(write_ins or {}, written_names or {}), changed_ballots=0, disregarded=())


def filled(numbers: Sequence[int], length: int) -> tuple[int, ...]:
    """The numbers, with zeros up to the length."""
    return (*numbers, *[0] * (length - len(numbers)))


def write_ins_dealt(matrix: WriteInMatrix, written_names: Mapping[str, Sequence[int]]) -> tuple[WriteInCount, ...]:
    """Who gave how many write-ins to which candidate, when each receiver's candidates are served in list order."""
    queues = {
        receiver: [p for p, n in enumerate(names, 1) for _ in range(n)] for receiver, names in written_names.items()
    }
    dealt: Counter[tuple[str, str, int]] = Counter()
    for giver, row in matrix.items():
        for receiver, number in row.items():
            queue = queues.get(receiver, [])
            served, queues[receiver] = queue[:number], queue[number:]
            dealt.update((giver, receiver, position) for position in served)
            if number > len(served):
                dealt[giver, receiver, 1] += number - len(served)
    return tuple(WriteInCount(*key, number) for key, number in dealt.items())


def a_ballot(list_code: str = "A", marks: Sequence[int] = (), write_ins: str = "") -> ChangedBallot:
    """A changed ballot; write-ins as in ``ballots.csv``: "B:1 C:2 ?"."""
    return ChangedBallot(list_code, tuple(marks), tuple(map(a_write_in, write_ins.split())))


def a_write_in(text: str) -> WriteIn | None:
    """ "B:1" → the first candidate of list B; "?" → None."""
    if text == "?":
        return None
    code, _, position = text.partition(":")
    return WriteIn(code, int(position))
