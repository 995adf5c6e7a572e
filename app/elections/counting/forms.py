"""The forms of counting. Figures are read line by line from what was sent; forms hold what stands around them."""

from collections.abc import Iterable, Iterator, Mapping

from flask_babel import lazy_gettext as _
from werkzeug.datastructures import MultiDict
from wtforms import IntegerField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, NumberRange
from wtforms.widgets import HiddenInput

from app.core.forms import Form, choice
from app.elections.domain.control_codes import ControlCode
from app.elections.domain.count_form import LONGEST_REMARK, MOST_BALLOTS
from app.elections.domain.doubtful_ballots import DoubtfulOutcome

FIGURE = "tall-"
EXPLANATION = "forklaring-"
TOO_LONG = _("Skriv høyst 500 tegn.")


def _remark() -> Length:
    return Length(max=LONGEST_REMARK, message=TOO_LONG)


class SeenForm(Form):
    """``seen`` is the edit or version that was read when the page was shown."""

    seen = IntegerField(widget=HiddenInput(), validators=[InputRequired()])


class EntryForm(SeenForm):
    """One person's figures; ``turn`` is whose entry it is."""

    turn = IntegerField(widget=HiddenInput(), validators=[InputRequired(), NumberRange(1, 2)])
    remark = TextAreaField(_("Merknad"), [_remark()], description=_("Det som ikke går opp på papiret. Høyst 500 tegn."))


class ReasonForm(Form):
    """Why an act is done."""

    reason = TextAreaField(_("Begrunnelse"), [InputRequired(_("Skriv en begrunnelse.")), _remark()])


class PlacesForm(Form):
    """Advance polling places, one a line: code; name; votes."""

    places = TextAreaField(
        _("Forhåndsstemmesteder"),
        description=_("Ett på hver linje: kode; navn; antall stemmer som er kommet inn til bydelen der."),
    )


class DoubtfulForm(Form):
    """The board's decision on one ballot."""

    pile = SelectField(_("Bunke"))
    outcome = SelectField(_("Avgjørelse"))
    list_code = SelectField(_("Liste"))
    reason = TextAreaField(_("Begrunnelse"), [InputRequired(_("Skriv valgstyrets begrunnelse.")), _remark()])

    def offer(
        self, piles: Iterable[tuple[str, str]], outcomes: Iterable[tuple[str, str]], lists: Iterable[tuple[str, str]]
    ) -> "DoubtfulForm":
        """The answers to choose from."""
        self.pile.choices = [choice(*each) for each in piles]
        self.outcome.choices = [choice(*each) for each in outcomes]
        self.list_code.choices = [choice("", ""), *(choice(*each) for each in lists)]
        return self

    def decided(self) -> DoubtfulOutcome:
        """The outcome that was chosen."""
        return DoubtfulOutcome(self.outcome.data)


class HandOverForm(Form):
    """Ballots of another district, sent to it."""

    from_contest = SelectField(_("Funnet i"))
    unit = SelectField(_("Lå blant"))
    to_contest = SelectField(_("Gjelder"))
    sent = IntegerField(
        _("Antall sendt"),
        [
            InputRequired(_("Skriv hvor mange sedler som ble sendt.")),
            NumberRange(1, MOST_BALLOTS, message=_("Skriv et antall fra 1.")),
        ],
    )


class ReceivedForm(Form):
    """How many ballots came."""

    received = IntegerField(
        _("Antall mottatt"),
        [
            InputRequired(_("Skriv hvor mange sedler som kom.")),
            NumberRange(0, MOST_BALLOTS, message=_("Skriv et antall som er mulig.")),
        ],
    )
    remark = StringField(_("Merknad"), [_remark()])


def typed_figures(sent: MultiDict[str, str]) -> dict[str, str]:
    """Line → what was typed on it, of the lines that were sent."""
    return {name.removeprefix(FIGURE): text for name, text in sent.items() if name.startswith(FIGURE)}


def typed_explanations(sent: Mapping[str, str]) -> Iterator[tuple[ControlCode, str]]:
    """Each control's explanation, of those that were sent."""
    for code in ControlCode:
        if text := sent.get(f"{EXPLANATION}{code.value}", "").strip():
            yield code, text
