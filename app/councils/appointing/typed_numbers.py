"""Figures typed in a grid: each cell by its name, whole numbers only, every fault remembered with where it stands."""

from collections.abc import Mapping

from flask_babel import gettext as _

MANY = 10_000_000


class Grid:
    """The cells as they were typed. ``errors``: name of the cell → what is wrong with it."""

    def __init__(self, typed: Mapping[str, str] | None) -> None:
        self._typed = typed
        self.errors: dict[str, str] = {}

    def shown(self, name: str, stored: object) -> str:
        """What stands in the cell: as typed, when something was sent; else as stored."""
        if self._typed is not None and name in self._typed:
            return self._typed[name]
        return "" if stored is None else str(stored)

    def text(self, name: str) -> str:
        """The cell, without space around."""
        return (self._typed or {}).get(name, "").strip()

    def number(self, name: str) -> int:
        """The whole number in the cell; 0 and a fault when there is none."""
        found = self.optional(name)
        if found is None and name not in self.errors:
            self.fault(name, _("Skriv et helt tall, bare med sifre."))
        return found or 0

    def optional(self, name: str) -> int | None:
        """The whole number in the cell; None when it is empty, or a fault. Spaces between thousands are allowed."""
        typed = "".join(self.text(name).split())
        if not typed:
            return None
        if typed.isascii() and typed.isdigit() and int(typed[:9]) <= MANY and len(typed) <= len(str(MANY)):
            return int(typed)
        self.fault(name, _("Skriv et helt tall, bare med sifre."))
        return None

    def fault(self, name: str, text: str) -> None:
        """Remember what is wrong with a cell."""
        self.errors[name] = text

    def indexes(self, start: str) -> list[str]:
        """The row numbers of the cells named ``start-…``, in the order they were sent."""
        return [name.removeprefix(f"{start}-") for name in self._typed or {} if name.startswith(f"{start}-")]
