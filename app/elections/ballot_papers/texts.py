"""The choices about ballot papers, and the papers themselves, in words."""

from flask_babel import gettext as _

from app.elections.ballot_papers.settings import BallotColour, Fold
from app.elections.domain.ballot_papers import BlankPaper, GenericPaper, ListPaper, MajorityPaper, Paper


def colour_text(colour: BallotColour) -> str:
    """A colour by its name."""
    return {
        BallotColour.GREEN: _("Grønn"),
        BallotColour.YELLOW: _("Gul"),
        BallotColour.ORANGE: _("Oransje"),
        BallotColour.BROWN: _("Brun"),
        BallotColour.GREY: _("Grå"),
        BallotColour.PAPER: _("Bare svart, på farget papir"),
    }[colour]


def fold_text(fold: Fold) -> str:
    """How often the sheet is folded, and to which size."""
    return {Fold.ONCE: _("Én gang, til A5"), Fold.TWICE: _("To ganger, til A6")}[fold]


def paper_text(paper: Paper) -> str:
    """A paper by what it is a vote for."""
    match paper:
        case ListPaper(heading=heading):
            return heading
        case BlankPaper():
            return _("Blank stemmeseddel")
        case GenericPaper():
            return _("Stemmeseddel til avkryssing")
        case MajorityPaper():
            return _("Stemmeseddel til flertallsvalg")
