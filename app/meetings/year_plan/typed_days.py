"""Days as people type them, one on a line: ``11.3.2025``, ``11.03.2025`` or ``2025-03-11``."""

import re
from datetime import date

NORWEGIAN = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")


class UnreadableDay(ValueError):
    """A line that is no day."""

    def __init__(self, line: str) -> None:
        super().__init__(line)
        self.line = line


def typed_days(text: str) -> list[date]:
    """The days, in order, each once; empty lines are skipped."""
    return sorted({_day(line.strip()) for line in text.splitlines() if line.strip()})


def _day(line: str) -> date:
    try:
        if found := NORWEGIAN.fullmatch(line):
            day, month, year = (int(each) for each in found.groups())
            return date(year, month, day)
        return date.fromisoformat(line)
    except ValueError:
        raise UnreadableDay(line) from None
