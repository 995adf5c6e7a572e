"""What a municipality chooses about its ballot papers: colour, fold, crop marks, and whether it is a sample."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

PaperLanguage = Literal["nb", "nn"]


class BallotColour(StrEnum):
    """Colours that tell a ballot from those for the municipal and county council, which are pink and blue.

    ``PAPER``: the colour is in the paper itself, and only black is printed.

    Law: forskrift om direkte valg til kommunedelsutvalg (2003) § 3 (2).
    Rules: R-68.
    """

    GREEN = "green"
    YELLOW = "yellow"
    ORANGE = "orange"
    BROWN = "brown"
    GREY = "grey"
    PAPER = "paper"


class Fold(StrEnum):
    """How often the sheet is folded: to A5 or to A6. Either way the print is inside and the stamp field outside."""

    ONCE = "once"
    TWICE = "twice"


@dataclass(frozen=True, slots=True)
class PaperSettings:
    """The settings at their defaults; a sample is marked as one on every side."""

    colour: BallotColour = BallotColour.GREEN
    fold: Fold = Fold.ONCE
    crop_marks: bool = False
    sample: bool = False
    language: PaperLanguage = "nb"
