"""How many names voters of one list wrote in from another: from each list to each list.

Law: valgloven (2002) § 7-2; valgloven (2023) § 6-10 (2).
Rules: R-111, R-150, R-151.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from app.elections.domain.tally import Tally
from app.public.shown_lists import ShownList


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """Write-ins given on the ballots of one list. ``numbers`` stand by receiver; None on the list's own place."""

    giver: ShownList
    numbers: tuple[int | None, ...]
    given: int


@dataclass(frozen=True, slots=True)
class WriteInMatrix:
    """Givers down, receivers across, both in the order of the setup. ``received`` is the sum of each column."""

    receivers: tuple[ShownList, ...]
    rows: tuple[MatrixRow, ...]
    received: tuple[int, ...]
    total: int


def write_in_matrix(tally: Tally, lists: Mapping[str, ShownList]) -> WriteInMatrix:
    """The write-ins that count, added up over the candidates of each receiving list."""
    numbers: Counter[tuple[str, str]] = Counter()
    for count in tally.write_ins:
        numbers[count.giver, count.receiver] += count.number
    shown = tuple(lists.values())
    return WriteInMatrix(
        receivers=shown,
        rows=tuple(_row(giver, shown, numbers) for giver in shown),
        received=tuple(sum(numbers[giver.code, receiver.code] for giver in shown) for receiver in shown),
        total=numbers.total(),
    )


def _row(giver: ShownList, receivers: tuple[ShownList, ...], numbers: Counter[tuple[str, str]]) -> MatrixRow:
    given = tuple(numbers[giver.code, receiver.code] for receiver in receivers)
    return MatrixRow(
        giver=giver,
        numbers=tuple(None if receiver is giver else number for receiver, number in zip(receivers, given, strict=True)),
        given=sum(given),
    )
