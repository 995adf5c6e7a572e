"""The menu at the side of staff pages: every room is in it, and a person sees the rooms that person may enter."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Flask

from app.auth.guard import may
from app.core.permissions import Permission


@dataclass(frozen=True, slots=True)
class StaffRoom:
    """A room in the menu: what it is called (a lazy text), where it is, and what one must be allowed to go in."""

    name: str
    address: str
    permission: Permission


def init_staff_menu(app: Flask, rooms: Sequence[StaffRoom]) -> None:
    """Give templates ``staff_places()``: the rooms the person signed in may enter, as (name, address), in order."""

    def staff_places() -> list[tuple[str, str]]:
        return [(str(room.name), room.address) for room in rooms if may(room.permission)]

    app.add_template_global(staff_places)
