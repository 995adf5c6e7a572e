"""Values that many files have: codes that other files refer to, and days."""

import re
from datetime import date

from app.core.input_files.faults import FileProblem, Unfit

CODE = re.compile(r"[A-Za-z0-9ÆØÅæøå_-]{1,20}")
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def day_in(text: str) -> date:
    """A day that exists, written ``2023-09-11``."""
    try:
        if DATE.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise Unfit(FileProblem.DATE_MALFORMED, text)
