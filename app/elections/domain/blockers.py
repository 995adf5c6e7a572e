"""What can stand between a contest and a lawful settlement, each kind told by the part that knows it."""

from dataclasses import dataclass
from enum import StrEnum


class BlockerKind(StrEnum):
    """Why a contest cannot be settled yet, in the order they are dealt with."""

    FILES_MISSING = "files_missing"
    UNITS_NOT_APPROVED = "units_not_approved"
    DIFFERENCES_UNEXPLAINED = "differences_unexplained"
    DOUBTFUL_UNDECIDED = "doubtful_undecided"
    OTHER_DISTRICTS_UNBALANCED = "other_districts_unbalanced"
    BATCHES_OPEN = "batches_open"
    MORE_CHANGED_THAN_COUNTED = "more_changed_than_counted"
    SAMPLE_NOT_RECORDED = "sample_not_recorded"
    BOARD_NOT_QUORATE = "board_not_quorate"


@dataclass(frozen=True, slots=True)
class Blocker:
    """One thing in the way: ``number`` of what the kind names, and what they are called, in the order of the paper.

    ``names`` are codes or names a person finds again (``VO Åsane skole``), not sentences; it may be shorter than
    ``number``.
    """

    kind: BlockerKind
    number: int
    names: tuple[str, ...] = ()
