"""What stands between a contest and a lawful settlement: one tuple of sources, each told by the part that knows it.

A part of the house that can stand in the way adds its function here.
"""

from collections.abc import Callable

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.elections.changed_ballots import queries as changed_ballots
from app.elections.changed_ballots.queries import changed_ballots_are_in
from app.elections.counting import queries as counting
from app.elections.domain.blockers import Blocker, BlockerKind
from app.elections.files.counts_file import FIRST, SECOND
from app.elections.files.file_names import BALLOTS
from app.elections.models import ContestRow, CountLineRow
from app.elections.settling.majority.queries import blockers as majority_blockers
from app.elections.settling.majority.queries import is_majority

FIRST_COUNT, SECOND_COUNT = "counts.csv:1", "counts.csv:2"
"""The two counts, as what is missing is named."""


def blockers(session: Session, contest: ContestRow) -> tuple[Blocker, ...]:
    """All that is in the way, in the order it is dealt with.

    Of a majority election only its own batches: it has no lists to count.

    Rules: R-115, R-130, R-150, R-180.
    """
    if is_majority(session, contest):
        return majority_blockers(session, contest)
    order = list(BlockerKind)
    found = [blocker for source in SOURCES for blocker in source(session, contest)]
    return tuple(sorted(found, key=lambda each: order.index(each.kind)))


def files_missing(session: Session, contest: ContestRow) -> tuple[Blocker, ...]:
    """What has not come in at all: the figures of a count, or changed ballots.

    A file that says there are no changed ballots is enough; without anything all personal votes would be lost.

    Rules: R-115, R-130.
    """
    statement = select(CountLineRow.count).where(CountLineRow.contest_id == contest.id).distinct()
    counted = set(session.scalars(statement))
    has_ballots = changed_ballots_are_in(session, contest)
    lacking = (
        (FIRST_COUNT, FIRST not in counted),
        (SECOND_COUNT, SECOND not in counted),
        (BALLOTS, not has_ballots),
    )
    names = tuple(name for name, lacks in lacking if lacks)
    return (Blocker(BlockerKind.FILES_MISSING, len(names), names),) if names else ()


SOURCES: tuple[Callable[[Session, ContestRow], tuple[Blocker, ...]], ...] = (
    files_missing,
    counting.blockers,
    changed_ballots.blockers,
)
