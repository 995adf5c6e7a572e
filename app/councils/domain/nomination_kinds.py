"""What a name is put forward as."""

from enum import StrEnum


class NominationKind(StrEnum):
    """MEMBER and DEPUTY are elected. RESERVE: a further name from the group, for the swap finder to take from."""

    MEMBER = "member"
    DEPUTY = "deputy"
    RESERVE = "reserve"
