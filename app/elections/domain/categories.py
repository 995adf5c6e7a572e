"""The ways in which ballots come in, which are counted and reported apart.

Law: valgloven (2002) § 10-4 (4); valgloven (2023) § 10-5 (2).
Rules: R-92, R-133.
"""

from enum import StrEnum


class Category(StrEnum):
    """How ballots came in (R-92). They are counted and reported apart.

    FO advance; FS advance, late or set aside; BF received from other districts; VO election day, urn; VS *særskilt
    omslag*; VB *beredskap*; VF election day, voters of another polling district (paper roll): official records have it
    in the first count, and the same ballots under VB in the second.
    """

    FO = "FO"
    FS = "FS"
    BF = "BF"
    VO = "VO"
    VS = "VS"
    VB = "VB"
    VF = "VF"
