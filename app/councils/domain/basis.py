"""What kind of council one is in a term: the law treats an appointed council and a directly elected one differently.

Law: kommuneloven (2018) §§ 5-7, 5-8.
Rules: R-4, R-7, R-220, R-256.
"""

from dataclasses import dataclass
from enum import StrEnum


class CouncilBasis(StrEnum):
    """Who fills the seats: the municipal council, or the voters of the district."""

    APPOINTED = "appointed"
    DIRECTLY_ELECTED = "directly_elected"


class ElectedBy(StrEnum):
    """How the seats were filled, which decides how deputies are ranked: by list or group, or one row for all."""

    PROPORTIONAL = "proportional"
    MAJORITY = "majority"
    AGREED = "agreed"


@dataclass(frozen=True, slots=True)
class CouncilKind:
    """What decides which rules of succession hold."""

    basis: CouncilBasis
    elected_by: ElectedBy
