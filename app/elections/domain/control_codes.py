"""The codes of the controls: what is wrong with a unit's figures, each with a number that never changes.

F: the figures cannot be stored. W: they can, but the board must have an explanation before they are approved. A number
that goes out of use is never given to something else.
"""

from enum import StrEnum


class ControlCode(StrEnum):
    """A control by its number, as it stands on pages and in the record."""

    MISSING = "F.101"
    NOT_A_NUMBER = "F.102"
    NEGATIVE = "F.103"
    TOO_LARGE = "F.104"
    UNKNOWN_LINE = "F.105"
    SUM_OF_LISTS = "F.201"
    SUM_OF_ALL = "F.202"
    TICKS = "W.101"
    FIRST_AGAINST_SECOND = "W.102"
    BLANK_OR_REJECTED = "W.103"
    NONE_HERE = "W.201"
    NEIGHBOURS_SWAPPED = "W.202"
    DIGITS_SWAPPED = "W.203"
    SAME_FIGURES = "W.204"
    SHARE_FAR_OFF = "W.205"
    WRITE_INS = "W.301"

    @property
    def blocks(self) -> bool:
        """Whether figures with this fault cannot be stored."""
        return self.value.startswith("F")
