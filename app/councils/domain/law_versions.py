"""Which version of the Municipal Act holds on a day: what follows an election is dated by itself, not by rule set.

Law: kommuneloven (2018); lov 2. juni 2023 nr. 21; valgloven (2023) § 22-2.
Rules: R-12.
"""

from datetime import date
from enum import StrEnum


class MunicipalAct(StrEnum):
    """The versions that can hold. The act of 1992 is for archive data only."""

    ACT_OF_1992 = "kommuneloven-1992"
    AS_ENACTED = "kommuneloven-2018"
    AMENDED_2023 = "kommuneloven-2018-07-2023"
    ADJUSTED_2024 = "kommuneloven-2018-05-2024"


AMENDED_ON = date(2023, 7, 1)
ADJUSTED_ON = date(2024, 5, 1)


def municipal_act(on: date, constituted_on: date) -> MunicipalAct:
    """The version in force on a day. ``constituted_on`` is the municipal council's constituting meeting in autumn 2019.

    Law: lov 2. juni 2023 nr. 21; valgloven (2023) § 22-2.
    Rules: R-12.
    """
    if on < constituted_on:
        return MunicipalAct.ACT_OF_1992
    if on < AMENDED_ON:
        return MunicipalAct.AS_ENACTED
    return MunicipalAct.AMENDED_2023 if on < ADJUSTED_ON else MunicipalAct.ADJUSTED_2024
