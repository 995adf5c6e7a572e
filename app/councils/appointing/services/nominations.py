"""Put a nomination together: names in their order, and the swaps that make it lawful."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from app.audit.services import Actor, record
from app.councils.appointing.events import NominationChanged
from app.councils.appointing.models import CouncilAppointment, NomineeRow
from app.councils.appointing.queries import codes_of, placed
from app.councils.appointing.refusals import AlreadyNamed, NoSuchSwap, NotInAppointment, UnknownParty
from app.councils.appointing.services.edits import object_id, open_council
from app.councils.appointing.services.names import Named, person_named
from app.councils.domain.nomination_kinds import NominationKind
from app.councils.domain.swap_finder import SwapsFound, find_swaps


@dataclass(frozen=True, slots=True)
class NewName:
    """A name, the group it stands for, and as what."""

    named: Named
    group: str
    kind: NominationKind


def swaps_for(row: CouncilAppointment) -> tuple[SwapsFound, SwapsFound]:
    """The swaps that balance the members, and those that balance the deputies.

    Members are followed by deputies or further names of their group; deputies by further names.

    Law: kommuneloven (2018) § 7-7.
    Rules: R-229.
    """
    members, deputies, reserves = placed(row)
    return find_swaps(members, (*deputies, *reserves)), find_swaps(deputies, reserves)


def add_names(
    session: Session, row: CouncilAppointment, names: Sequence[NewName], *, seen: int, by: Actor, at: datetime
) -> None:
    """Add names last, in the order given. Refused: a group that is not there, one who is named already.

    Law: kommuneloven (2018) § 7-7.
    Rules: R-229.
    """
    open_council(session, row, seen)
    for new in names:
        if new.group not in codes_of(row.appointment):
            raise UnknownParty(new.group, codes_of(row.appointment))
        person = person_named(session, new.named, by=by, at=at)
        if person.id in {each.person_id for each in row.nominees}:
            raise AlreadyNamed(person.name, "R-229")
        place = max((each.place for each in row.nominees), default=0) + 1
        row.nominees.append(NomineeRow(kind=new.kind, place=place, person=person, group_code=new.group))
        session.flush()
        _changed(session, row, row.nominees[-1], "added", by=by, at=at)


def move_name(
    session: Session, row: CouncilAppointment, nominee_id: int, *, up: bool, seen: int, by: Actor, at: datetime
) -> None:
    """Move a name one place among those of its group and kind; at the end it stays.

    Rules: R-229.
    """
    open_council(session, row, seen)
    moved = _name(row, nominee_id)
    alike = [each for each in row.nominees if (each.kind, each.group_code) == (moved.kind, moved.group_code)]
    other = alike.index(moved) + (-1 if up else 1)
    if 0 <= other < len(alike):
        moved.place, alike[other].place = alike[other].place, moved.place
        _changed(session, row, moved, "moved_up" if up else "moved_down", by=by, at=at)
    session.flush()
    session.expire(row, ["nominees"])


def place_as(
    session: Session,
    row: CouncilAppointment,
    nominee_id: int,
    kind: NominationKind,
    *,
    seen: int,
    by: Actor,
    at: datetime,
) -> None:
    """Let a name be member, deputy or further name: last of those, in its group.

    Rules: R-229.
    """
    open_council(session, row, seen)
    moved = _name(row, nominee_id)
    moved.kind, moved.place = kind, max(each.place for each in row.nominees) + 1
    _changed(session, row, moved, "placed", by=by, at=at)
    session.flush()
    session.expire(row, ["nominees"])


def remove_name(
    session: Session, row: CouncilAppointment, nominee_id: int, *, seen: int, by: Actor, at: datetime
) -> None:
    """Take a name out. The person stays in the register."""
    open_council(session, row, seen)
    removed = _name(row, nominee_id)
    row.nominees.remove(removed)
    _changed(session, row, removed, "removed", by=by, at=at)


def make_swaps(
    session: Session, row: CouncilAppointment, pairs: Sequence[tuple[int, int]], *, seen: int, by: Actor, at: datetime
) -> None:
    """Make swaps that were found: (who gives way, who comes in), persons; each takes the other's place.

    Refused: a pair that is not among those found now.

    Law: kommuneloven (2018) § 7-7.
    Rules: R-226, R-229.
    """
    open_council(session, row, seen)
    found = {(each.leaves.person_id, each.enters.person_id) for way in swaps_for(row) for each in way.swaps}
    rows = {each.person_id: each for each in row.nominees}
    for leaves, enters in pairs:
        if (leaves, enters) not in found:
            raise NoSuchSwap(_called(rows, leaves), _called(rows, enters))
        out, into = rows[leaves], rows[enters]
        out.kind, into.kind = into.kind, out.kind
        out.place, into.place = into.place, out.place
        _changed(session, row, into, "swapped", by=by, at=at, instead_of=leaves)
    session.flush()
    session.expire(row, ["nominees"])


def _name(row: CouncilAppointment, nominee_id: int) -> NomineeRow:
    """The name; when others have taken it out meanwhile, the edit is stale and has been refused before this."""
    for each in row.nominees:
        if each.id == nominee_id:
            return each
    raise NotInAppointment


def _called(rows: dict[int, NomineeRow], person_id: int) -> str:
    return rows[person_id].person.name if person_id in rows else str(person_id)


def _changed(
    session: Session,
    row: CouncilAppointment,
    nominee: NomineeRow,
    change: str,
    *,
    by: Actor,
    at: datetime,
    instead_of: int | None = None,
) -> None:
    event = NominationChanged(
        object_id(row), change, nominee.person_id, nominee.group_code, nominee.kind.value, instead_of
    )
    record(session, event, by=by, at=at)
