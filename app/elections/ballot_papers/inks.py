"""The printed colours of ballot papers, each with the text colour that can be read on it (at least 4.5 to 1)."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.elections.ballot_papers.settings import BallotColour
from app.pdf.style import INK

WHITE = "#ffffff"


@dataclass(frozen=True, slots=True)
class Ink:
    """The colour of the bands, and of text on them; ``outlined`` bands are of the paper's own colour under a line."""

    fill: str
    text: str = WHITE
    outlined: bool = False


INKS: Mapping[BallotColour, Ink] = {
    BallotColour.GREEN: Ink("#1d6b3a"),
    BallotColour.YELLOW: Ink("#f4c400", INK),
    BallotColour.ORANGE: Ink("#b84a08"),
    BallotColour.BROWN: Ink("#6b4423"),
    BallotColour.GREY: Ink("#595959"),
    BallotColour.PAPER: Ink(WHITE, INK, outlined=True),
}
