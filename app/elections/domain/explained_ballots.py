"""What counts on a ballot and why not, item by item: for the one who has the paper in hand.

It asks the rules in ``ballots.py`` and adds nothing to them; a test holds the two together.

Law: valgloven (2002) § 7-2; valgloven (2023) § 6-10.
Rules: R-110, R-111, R-112, R-113, R-114.
"""

from dataclasses import dataclass

from app.elections.domain.ballots import BallotReader, ChangedBallot, Disregarded, WriteIn


@dataclass(frozen=True, slots=True)
class ExplainedItem:
    """One mark (``is_mark``) or write-in, who it is for – None: unreadable – and why it does not count, if so."""

    name: WriteIn | None
    is_mark: bool
    reason: Disregarded | None


def explained(reader: BallotReader, ballot: ChangedBallot) -> tuple[ExplainedItem, ...]:
    """Every mark and then every write-in in the order of the ballot, each with the reason when it does not count.

    Law: valgloven (2002) § 7-2; valgloven (2023) § 6-10 (1), (2), (3).
    Rules: R-110, R-111, R-112, R-114.
    """
    return (*_marks(reader, ballot), *_write_ins(reader, ballot))


def _marks(reader: BallotReader, ballot: ChangedBallot) -> list[ExplainedItem]:
    left = reader.distinct_marks(ballot)
    items = []
    for position in ballot.marks:
        first = position in left
        if first:
            left.remove(position)
        reason = None if first else Disregarded.MARK_REPEATED
        items.append(ExplainedItem(WriteIn(ballot.list_code, position), is_mark=True, reason=reason))
    return items


def _write_ins(reader: BallotReader, ballot: ChangedBallot) -> list[ExplainedItem]:
    marks = reader.distinct_marks(ballot)
    names: list[WriteIn] = []
    items: list[tuple[WriteIn | None, Disregarded | None]] = []
    for write_in in ballot.write_ins:
        reason = reader.objection(write_in, ballot.list_code, names)
        if write_in and not reason:
            names.append(write_in)
        elif write_in and reason is Disregarded.WRITE_IN_OWN_LIST and reader.becomes_mark(write_in, marks):
            marks.append(write_in.position)
            reason = None
        items.append((write_in, reason))
    counted = reader.within_quota(names)
    over = names[len(counted) :]
    return [
        ExplainedItem(
            name, is_mark=False, reason=Disregarded.WRITE_IN_OVER_QUOTA if reason is None and name in over else reason
        )
        for name, reason in items
    ]
