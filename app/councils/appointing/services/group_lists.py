"""Put up, change and withdraw the lists of a proportional election by the municipal council."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from app.audit.services import Actor, record
from app.councils.appointing.events import GroupListChanged
from app.councils.appointing.models import CouncilAppointment, GroupListName, GroupListRow
from app.councils.appointing.queries import codes_of
from app.councils.appointing.refusals import AlreadyNamed, ListCodeTaken, NotInAppointment, UnknownParty
from app.councils.appointing.services.edits import object_id, open_council
from app.councils.appointing.services.names import Named, person_named


@dataclass(frozen=True, slots=True)
class ListDetails:
    """What a list is: whose, signed by members of which groups, and whether it is in before the election."""

    code: str
    name: str
    groups: tuple[str, ...]
    signed_by: tuple[str, ...]
    delivered: bool


def put_up_list(
    session: Session, row: CouncilAppointment, details: ListDetails, *, seen: int, by: Actor, at: datetime
) -> GroupListRow:
    """A new list, after those that are in. A vote recorded before is void. Refused: a code that is taken.

    Law: kommuneloven (2018) § 7-5.
    Rules: R-221.
    """
    open_council(session, row, seen)
    group_list = GroupListRow(ordinal=max((each.ordinal for each in row.lists), default=0) + 1)
    _fill(row, group_list, details)
    row.lists.append(group_list)
    return _changed(session, row, group_list, "put_up", by=by, at=at)


def change_list(
    session: Session, row: CouncilAppointment, list_id: int, details: ListDetails, *, seen: int, by: Actor, at: datetime
) -> None:
    """Whose it is, its signatures, its delivery.

    Rules: R-221.
    """
    open_council(session, row, seen)
    group_list = list_of(row, list_id)
    _fill(row, group_list, details)
    _changed(session, row, group_list, "changed", by=by, at=at)


def withdraw_list(
    session: Session, row: CouncilAppointment, list_id: int, *, seen: int, by: Actor, at: datetime
) -> None:
    """Take a list away, with its names."""
    open_council(session, row, seen)
    group_list = list_of(row, list_id)
    row.lists.remove(group_list)
    _changed(session, row, group_list, "withdrawn", by=by, at=at)


def add_to_list(
    session: Session,
    row: CouncilAppointment,
    list_id: int,
    names: Sequence[tuple[Named, str]],
    *,
    seen: int,
    by: Actor,
    at: datetime,
) -> None:
    """Names, each with the group on the municipal council or none, last on the list.

    Rules: R-221.
    """
    open_council(session, row, seen)
    group_list = list_of(row, list_id)
    for named, group in names:
        _require_known(row, (group,) if group else ())
        person = person_named(session, named, by=by, at=at)
        if person.id in {each.person_id for each in group_list.names}:
            raise AlreadyNamed(person.name, "R-221")
        group_list.names.append(GroupListName(place=len(group_list.names) + 1, person=person, group_code=group))
        session.flush()
    _changed(session, row, group_list, "names_added", by=by, at=at)


def move_on_list(
    session: Session,
    row: CouncilAppointment,
    list_id: int,
    place: int,
    *,
    up: bool,
    seen: int,
    by: Actor,
    at: datetime,
) -> None:
    """Move the name at a place one up or down; at the end it stays.

    Rules: R-221.
    """
    open_council(session, row, seen)
    group_list = list_of(row, list_id)
    moved, names = _at(group_list, place), list(group_list.names)
    other = place - 2 if up else place
    if 0 <= other < len(names):
        moved.place, names[other].place = names[other].place, moved.place
    _changed(session, row, group_list, "moved", by=by, at=at)


def take_off_list(
    session: Session, row: CouncilAppointment, list_id: int, place: int, *, seen: int, by: Actor, at: datetime
) -> None:
    """Take the name at a place off; those behind move up."""
    open_council(session, row, seen)
    group_list = list_of(row, list_id)
    group_list.names.remove(_at(group_list, place))
    for number, each in enumerate(group_list.names, start=1):
        each.place = number
    _changed(session, row, group_list, "taken_off", by=by, at=at)


def list_of(row: CouncilAppointment, list_id: int) -> GroupListRow:
    """A list of the council. Refused: one that is not there."""
    for each in row.lists:
        if each.id == list_id:
            return each
    raise NotInAppointment


def _at(group_list: GroupListRow, place: int) -> GroupListName:
    for each in group_list.names:
        if each.place == place:
            return each
    raise NotInAppointment


def _fill(row: CouncilAppointment, group_list: GroupListRow, details: ListDetails) -> None:
    _require_known(row, (*details.groups, *details.signed_by))
    if any(each.code == details.code and each is not group_list for each in row.lists):
        raise ListCodeTaken(details.code)
    group_list.code, group_list.name = details.code, details.name
    group_list.groups, group_list.signed_by = " ".join(details.groups), " ".join(details.signed_by)
    group_list.delivered = details.delivered


def _require_known(row: CouncilAppointment, codes: Sequence[str]) -> None:
    known = codes_of(row.appointment)
    for code in codes:
        if code not in known:
            raise UnknownParty(code, known)


def _changed(
    session: Session, row: CouncilAppointment, group_list: GroupListRow, change: str, *, by: Actor, at: datetime
) -> GroupListRow:
    """Votes and lots rest on the lists as they were voted on, so a changed list makes them void."""
    row.ballot = None
    session.flush()
    session.expire(row, ["lists"])
    if change != "withdrawn":
        session.refresh(group_list)
    persons = [each.person_id for each in group_list.names] if change != "withdrawn" else []
    record(session, GroupListChanged(object_id(row), change, group_list.code, persons), by=by, at=at)
    return group_list
