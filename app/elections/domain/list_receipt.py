"""When a proposal came in: to the second, and whether that was in time."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from app.elections.domain.list_findings import Check, Finding, Weight, found
from app.elections.domain.list_proposal import Proposal


def is_late(received_at: datetime, closes_at: datetime) -> bool:
    """Whether a proposal came after the deadline. At the stroke of the clock it is in time; a second later it is not.

    Law: valgloven (2002) § 6-1 (1); valgloven (2023) § 5-7 (1), (3).
    Rules: R-50.
    """
    return received_at > closes_at


def receipt_findings(received_at: datetime | None, closes_at: datetime) -> Iterator[Finding]:
    """That the proposal is late: it is dismissed, unless the board finds, with reasons, that a hindrance excuses it.

    Law: valgloven (2002) §§ 6-1 (1), 15-5 (4); valgloven (2023) §§ 5-7, 21-5.
    Rules: R-20, R-50.
    """
    if received_at and is_late(received_at, closes_at):
        seconds = int((received_at - closes_at).total_seconds())
        yield found(
            Check.LATE,
            "R-50",
            Weight.JUDGEMENT,
            received_at=received_at.isoformat(),
            closes_at=closes_at.isoformat(),
            by=seconds,
        )


def by_receipt(proposals: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """The proposals as they came in, the first first; of two in one second the one that was entered first.

    Law: valgloven (2002) § 6-6; valgloven (2023) § 5-10 (6).
    Rules: R-50, R-63.
    """
    came = [each for each in proposals if each.received_at is not None]
    return tuple(sorted(came, key=lambda each: (each.received_at, each.key)))


def received_first(proposals: Sequence[Proposal]) -> Proposal | None:
    """The proposal that keeps a person on several lists who did not answer by the date set; None when none has come.

    Law: valgloven (2002) § 6-6; valgloven (2023) § 5-10 (6).
    Rules: R-63.
    """
    return next(iter(by_receipt(proposals)), None)
