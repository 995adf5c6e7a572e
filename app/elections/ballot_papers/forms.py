"""The choices about ballot papers as fields of the page's address: nothing is stored."""

from flask_babel import lazy_gettext as _
from wtforms import BooleanField, SelectField
from wtforms.widgets import HiddenInput

from app.core.forms import Form, choice
from app.elections.ballot_papers.settings import BallotColour, Fold, PaperSettings
from app.elections.ballot_papers.texts import colour_text, fold_text


class PaperForm(Form):
    """Read from the address (``?colour=green&fold=once``), so that a link is what was looked at."""

    class Meta(Form.Meta):
        """An address changes nothing, so it carries no token."""

        csrf = False

    colour = SelectField(_("Farge"), default=BallotColour.GREEN.value)
    fold = SelectField(_("Brettes"), default=Fold.ONCE.value)
    language = SelectField(_("Målform"), choices=[choice("nb", "Bokmål"), choice("nn", "Nynorsk")], default="nb")
    crop_marks = BooleanField(_("Skjæremerker og utfall, til trykkeriet"))
    sample = BooleanField(widget=HiddenInput())

    def offer(self) -> "PaperForm":
        """With the colours and folds in the reader's language."""
        self.colour.choices = [choice(each.value, colour_text(each)) for each in BallotColour]
        self.fold.choices = [choice(each.value, fold_text(each)) for each in Fold]
        return self

    def settings(self) -> PaperSettings:
        """What was chosen; the form has been found valid."""
        return PaperSettings(
            BallotColour(self.colour.data),
            Fold(self.fold.data),
            bool(self.crop_marks.data),
            bool(self.sample.data),
            "nn" if self.language.data == "nn" else "nb",
        )


def as_query(settings: PaperSettings) -> dict[str, str]:
    """The settings as the fields of an address; a sample is not among them."""
    chosen = {"colour": settings.colour.value, "fold": settings.fold.value, "language": settings.language}
    return chosen | ({"crop_marks": "y"} if settings.crop_marks else {})
