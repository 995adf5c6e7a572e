"""A settled contest settled once more with other figures: some ballots moved, added or not cast, or no write-ins.

Everything comes from the stored settlement, so the answer is the same whenever it is asked for.

Law: valgloven (2002) §§ 10-6 (3), 11-4, 11-12; valgloven (2023) §§ 11-4, 13-1, 13-2.
Rules: R-150, R-152, R-160.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from app.councils.domain.lots import Lot, LotRequired
from app.elections.domain.candidates import Outcome
from app.elections.domain.election import Candidate, CandidateList, Contest
from app.elections.domain.rule_sets import RuleSet
from app.elections.domain.settlement import ListResult, Settlement, settle
from app.elections.domain.tally import ListTally, Tally


class ChangeKind(StrEnum):
    """What could have been otherwise with some ballots."""

    MOVED = "moved"
    ADDED = "added"
    NOT_CAST = "not_cast"


@dataclass(frozen=True, slots=True)
class BallotChange:
    """So many ballots without write-ins moved from one list to another, added to a list, or not cast for a list.

    ``giver`` is the list that has fewer, None when ballots are added; ``taker`` the one that has more, None when
    ballots are not cast.
    """

    kind: ChangeKind
    ballots: int
    giver: str | None
    taker: str | None


def contest_of(settlement: Settlement) -> Contest:
    """The contest as the settlement knows it: seats, lists, and who on them may be elected; without names."""
    return Contest(settlement.contest, "", settlement.seats, tuple(_list_of(each) for each in settlement.lists))


def _list_of(result: ListResult) -> CandidateList:
    candidates = (
        Candidate(each.position, "", bonus=each.bonus_quarters > 0, eligible=each.outcome is not Outcome.INELIGIBLE)
        for each in result.candidates
    )
    return CandidateList(result.code, "", registered_party=True, candidates=tuple(candidates))


def settled_after(
    settlement: Settlement, rules: RuleSet, change: BallotChange, lots: Sequence[Lot] = ()
) -> Settlement | LotRequired:
    """The settlement as it had been with the change, by the same rules; or the lot that had then been required.

    ``lots`` are outcomes one wants to try; those that were drawn are no part of it.
    """
    return settle(contest_of(settlement), rules, tally_after(settlement.tally, change), lots)


def tally_after(tally: Tally, change: BallotChange) -> Tally:
    """The figures with the change. Write-ins are as they were; so are marks, which decide nothing between lists."""
    more = {change.taker: change.ballots}
    fewer = {change.giver: change.ballots}
    return replace(
        tally, lists=tuple(_counted(each, more.get(each.code, 0) - fewer.get(each.code, 0)) for each in tally.lists)
    )


def _counted(each: ListTally, change: int) -> ListTally:
    """A list with more or fewer ballots; no candidate can have more marks than the list has ballots."""
    ballots = each.ballots + change
    return ListTally(each.code, ballots, tuple(min(marks, ballots) for marks in each.marks))


def settled_without_write_ins(settlement: Settlement, rules: RuleSet) -> Settlement | LotRequired:
    """The settlement as it had been if nobody had written in a name from another list; marks are as they were.

    A lot that had then been required is the answer: nobody has drawn it.

    In W-1 list A had been given 6 seats and list C 2, where they have 5 and 3.

    Law: valgloven (2002) § 10-6 (3); valgloven (2023) § 13-1 (3).
    Rules: R-111, R-150.
    """
    return settle(contest_of(settlement), rules, replace(settlement.tally, write_ins=()))
