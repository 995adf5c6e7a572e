"""A person's sex as registered. Rules on balance hold for appointed bodies and inner elections, never for direct ones.

Rules: R-186, R-222.
"""

from enum import StrEnum


class Gender(StrEnum):
    """As the population register has it."""

    FEMALE = "f"
    MALE = "m"

    @property
    def other(self) -> "Gender":
        """The other one."""
        return Gender.MALE if self is Gender.FEMALE else Gender.FEMALE
