"""The membership register on a day as CSV (UTF-8, comma, a heading), one row for each seat, substitute and deputy.

| column | holds |
|---|---|
| ``day`` | the day shown, 2022-03-03 |
| ``district`` · ``council`` | names |
| ``place`` | ``member`` · ``vacant`` · ``substitute`` (sits in the same seat for one on leave) · ``deputy`` |
| ``seat`` · ``rank`` | number of the seat; number of the deputy in the list |
| ``name`` | |
| ``list`` · ``list_name`` | the list or group the seat was won by; empty where there are none |
| ``group`` | the present group where it is another than the list |
| ``role`` | ``chair`` · ``deputy_chair`` |
| ``from_on`` · ``cause`` | first day in the seat or as this deputy, and how a member came to it |
| ``absent`` | ``leave`` · ``other`` |

A text that a spreadsheet would take for a formula has ``'`` before it.

Rules: R-262.
"""

import csv
import io
from collections.abc import Iterator

from app.councils.documents.gathered_register import Register
from app.councils.documents.register_content import CouncilRegister, DeputyList, RegisteredMember, RegisteredSeat

COLUMNS = (
    "day",
    "district",
    "council",
    "place",
    "seat",
    "rank",
    "name",
    "list",
    "list_name",
    "group",
    "role",
    "from_on",
    "cause",
    "absent",
)
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")

Cells = dict[str, str]


def register_csv(register: Register) -> bytes:
    """The register's rows: council by council, seats by number, then deputies list by list in their order."""
    written = io.StringIO(newline="")
    rows = csv.DictWriter(written, COLUMNS, restval="", lineterminator="\r\n")
    rows.writeheader()
    for council in register.councils:
        rows.writerows({name: harmless(value) for name, value in cells.items()} for cells in _rows(council))
    return written.getvalue().encode()


def harmless(text: str) -> str:
    """``text`` as no spreadsheet takes it for a formula: «=1+1» → «'=1+1»."""
    return f"'{text}" if text.startswith(FORMULA_SIGNS) else text


def _rows(council: CouncilRegister) -> Iterator[Cells]:
    where = {
        "day": council.day.isoformat(),
        "district": council.facts.district,
        "council": council.facts.name,
    }
    for seat in council.seats:
        yield from (where | cells for cells in _seat_rows(seat))
    for listed in council.deputies:
        yield from (where | cells for cells in _deputy_rows(listed))


def _seat_rows(seat: RegisteredSeat) -> Iterator[Cells]:
    of_seat = {"seat": str(seat.number), "list": seat.group.code, "list_name": seat.group.name}
    if seat.holder is None:
        yield of_seat | {"place": "vacant"}
        return
    yield (
        of_seat
        | _person(seat.holder)
        | {
            "place": "member",
            "group": seat.present_group,
            "role": seat.role.value if seat.role else "",
            "absent": _absent(on_leave=seat.on_leave, absent=seat.absent),
        }
    )
    if seat.substitute:
        yield of_seat | _person(seat.substitute) | {"place": "substitute"}


def _person(member: RegisteredMember) -> Cells:
    cause = member.cause.value if member.cause else ""
    return {"name": member.person.name, "from_on": member.from_on.isoformat(), "cause": cause}


def _absent(*, on_leave: bool, absent: bool) -> str:
    return "leave" if on_leave else "other" if absent else ""


def _deputy_rows(listed: DeputyList) -> Iterator[Cells]:
    for each in listed.deputies:
        yield {
            "place": "deputy",
            "rank": str(each.rank),
            "name": each.person.name,
            "list": listed.group.code,
            "list_name": listed.group.name,
            "from_on": each.from_on.isoformat(),
            "absent": "other" if each.absent else "",
        }
