"""What a district's counts are held against, on one page: ticks, votes, ballots, both counts, what was handed over.

Rules: R-91, R-107, R-115, R-138, R-139.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.elections.counting.board import BoardRow, rows_of
from app.elections.counting.models import CountExplanationRow, HandOverRow
from app.elections.counting.queries import (
    Unit,
    UnitKey,
    blockers,
    changed_expected,
    counted,
    doubtful_left,
    explanations_of,
    hand_overs,
    refused_votes,
    unexplained,
    units_of,
)
from app.elections.domain.approved_ballots import BLANK, LIST_PREFIX
from app.elections.domain.blockers import Blocker
from app.elections.domain.count_controls import ControlWarning, write_ins_balance
from app.elections.domain.count_form import DOUBTFUL, FIRST, REJECTED, SECOND, TICKS, Figures, sums_of
from app.elections.models import ContestRow
from app.elections.queries import changed_ballots_per_list, load_election
from app.elections.services.settle import freeze


@dataclass(frozen=True, slots=True)
class Sums:
    """The figures of a unit or of several: ``ticks`` is None where nobody counted crosses."""

    ticks: int | None
    for_lists: int
    blank: int
    doubtful: int
    rejected: int

    @property
    def ballots(self) -> int:
        """All ballots."""
        return self.for_lists + self.blank + self.doubtful + self.rejected

    @property
    def more_ballots(self) -> int | None:
        """How many more ballots than ticks; fewer is negative."""
        return None if self.ticks is None else self.ballots - self.ticks


@dataclass(frozen=True, slots=True)
class ListLine:
    """A list in both counts. ``unchanged`` and ``changed`` are None where the second count came in a file.

    ``registered`` are changed ballots registered mark by mark.
    """

    code: str
    first: int
    second: int
    unchanged: int | None
    changed: int | None
    registered: int

    @property
    def adds_up(self) -> bool:
        """Whether all changed ballots are registered, where they were counted."""
        return self.changed is None or self.changed == self.registered


@dataclass(frozen=True, slots=True)
class WriteIns:
    """Write-ins given and received in all, and whether they balance."""

    given: int
    received: int
    balances: bool


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """All of it. ``is_green``: everything is approved or explained, and nothing is open."""

    rows: tuple[BoardRow, ...]
    sums: Mapping[UnitKey, Sums]
    totals: Mapping[int, Sums]
    lists: tuple[ListLine, ...]
    refused: int
    doubtful: tuple[int, int]
    hand_overs: Sequence[HandOverRow]
    explanations: Mapping[UnitKey, Sequence[CountExplanationRow]]
    unexplained: Mapping[UnitKey, Sequence[ControlWarning]]
    write_ins: WriteIns | None
    blockers: tuple[Blocker, ...]

    @property
    def changed_add_up(self) -> bool:
        """Whether every list has as many changed ballots registered as were counted."""
        return all(each.adds_up for each in self.lists)

    @property
    def is_green(self) -> bool:
        """Whether the board can sign."""
        counted_all = bool(self.totals) and not self.blockers
        return counted_all and self.changed_add_up and (self.write_ins is None or self.write_ins.balances)


def reconciled(session: Session, contest: ContestRow) -> Reconciliation:
    """The reconciliation of a contest as it stands."""
    units, lines = units_of(session, contest), counted(session, contest)
    aside = doubtful_left(session, contest).values()
    return Reconciliation(
        rows=rows_of(units),
        sums={key: _sums(figures) for key, figures in lines.items()},
        totals={count: found for count in (FIRST, SECOND) if (found := _total(lines, count))},
        lists=_lists(session, contest, units, lines),
        refused=sum(refused_votes(session, contest.id).values()),
        doubtful=(sum(number for number, _decided in aside), sum(decided for _number, decided in aside)),
        hand_overs=hand_overs(session, [contest.id]),
        explanations=explanations_of(session, contest.id),
        unexplained=unexplained(session, contest, [each for each in units if each.is_approved]),
        write_ins=_write_ins(session, contest, lines),
        blockers=blockers(session, contest),
    )


def _sums(figures: Figures) -> Sums:
    return Sums(
        figures.get(TICKS),
        sums_of(figures)[0],
        figures.get(BLANK, 0),
        figures.get(DOUBTFUL, 0),
        sum(figures.get(line, 0) for line in REJECTED),
    )


def _total(lines: Mapping[UnitKey, Figures], count: int) -> Sums | None:
    parts = [_sums(figures) for key, figures in lines.items() if key.count == count]
    if not parts:
        return None
    ticks = [each.ticks for each in parts if each.ticks is not None]
    return Sums(
        sum(ticks) if ticks else None,
        sum(each.for_lists for each in parts),
        sum(each.blank for each in parts),
        sum(each.doubtful for each in parts),
        sum(each.rejected for each in parts),
    )


def _lists(
    session: Session, contest: ContestRow, units: Sequence[Unit], lines: Mapping[UnitKey, Figures]
) -> tuple[ListLine, ...]:
    changed, registered = changed_expected(session, contest), changed_ballots_per_list(session, contest.id)
    second = [each for each in units if each.key.count == SECOND and each.is_approved]
    typed = bool(second) and all(each.agreed is not None for each in second)
    return tuple(
        ListLine(
            code=each.code,
            first=_of_list(lines, FIRST, each.code),
            second=(number := _of_list(lines, SECOND, each.code)),
            unchanged=number - changed[each.code] if typed else None,
            changed=changed[each.code] if typed else None,
            registered=registered.get(each.code, 0),
        )
        for each in contest.lists
    )


def _of_list(lines: Mapping[UnitKey, Figures], count: int, code: str) -> int:
    return sum(figures.get(f"{LIST_PREFIX}{code}", 0) for key, figures in lines.items() if key.count == count)


def _write_ins(session: Session, contest: ContestRow, lines: Mapping[UnitKey, Figures]) -> WriteIns | None:
    """None before any ballot is registered."""
    if not any(key.count == SECOND for key in lines) or not changed_ballots_per_list(session, contest.id):
        return None
    tally = freeze(session, load_election(session, contest.election), contest).tally
    standing = {each.code for each in tally.lists}
    given = sum(each.number for each in tally.write_ins if each.giver in standing)
    received = sum(each.number for each in tally.write_ins if each.receiver in standing)
    return WriteIns(given, received, write_ins_balance(tally))
