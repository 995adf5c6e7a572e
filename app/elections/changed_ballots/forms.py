"""The forms of the room for changed ballots. Lines stand in a grid beside a form: ``entry_lines`` reads them."""

from collections.abc import Sequence

from flask_babel import lazy_gettext as _
from werkzeug.datastructures import MultiDict
from wtforms import IntegerField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, NumberRange
from wtforms.widgets import HiddenInput

from app.core.forms import Filled, Form, choice
from app.elections.changed_ballots.refusals import LinesLeftOver, LineTwice
from app.elections.changed_ballots.services.entries import Place
from app.elections.changed_ballots.services.samples import Finding
from app.elections.domain.ballot_samples import DEFAULT_SIZE, MOST_SAMPLED
from app.elections.domain.typed_batches import FIRST, MOST_BALLOTS, SECOND
from app.elections.models import ContestRow

LINE = "line-"
AGREES, DIFFERS = "agrees", "differs"


class RegisterForm(Form):
    """A bundle of one list."""

    contest = SelectField(_("Bydel"), [InputRequired(_("Velg bydelen."))])
    list_code = StringField(
        _("Liste"),
        [Filled(_("Skriv listens kode.")), Length(max=20)],
        description=_("Koden på listen, for eksempel A. Alle sedlene i bunken er fra samme liste."),
    )
    ballots = IntegerField(
        _("Antall sedler"),
        [
            InputRequired(_("Skriv antallet, med sifre.")),
            NumberRange(1, MOST_BALLOTS, _("En bunke har fra 1 til 200 sedler.")),
        ],
    )

    def offer(self, contests: Sequence[ContestRow]) -> "RegisterForm":
        """The districts to choose from."""
        self.contest.choices = [choice(each.code, each.district.name) for each in contests]
        return self


class EntryForm(Form):
    """Where in the bundle's life the page was made, and the list the clerk has in hand. The lines stand beside it."""

    round = IntegerField(widget=HiddenInput(), validators=[InputRequired()])
    turn = IntegerField(widget=HiddenInput(), validators=[InputRequired(), NumberRange(FIRST, SECOND)])
    seen = IntegerField(widget=HiddenInput(), validators=[InputRequired()])
    list_code = StringField(
        _("Liste"),
        [Length(max=20)],
        description=_("Les koden på den øverste seddelen i bunken."),
    )

    @property
    def place(self) -> Place:
        """Round, turn and the last save that was seen."""
        return Place(self.round.data or 0, self.turn.data or 0, self.seen.data or 0)


class ReasonForm(Form):
    """Why a bundle is opened again."""

    reason = TextAreaField(
        _("Hvorfor åpnes bunken igjen?"),
        [Filled(_("Skriv hvorfor.")), Length(max=500, message=_("Teksten er for lang."))],
    )


class SampleForm(Form):
    """The dice, how many ballots, and who saw it."""

    seed = StringField(
        _("Terningkastene"),
        [Filled(_("Skriv sifrene som ble kastet.")), Length(max=200)],
        description=_("Kast minst ti ganger mens alle ser på, og skriv sifrene i den rekkefølgen de kom."),
    )
    size = IntegerField(
        _("Antall sedler"),
        [
            InputRequired(_("Skriv antallet, med sifre.")),
            NumberRange(1, MOST_SAMPLED, _("Trekk fra 1 til 1000 stemmesedler.")),
        ],
        default=DEFAULT_SIZE,
    )
    witnesses = StringField(
        _("Hvem så på?"), [Filled(_("Skriv hvem som så på.")), Length(max=500, message=_("Teksten er for lang."))]
    )


def entry_lines(sent: MultiDict[str, str], ballots: int) -> list[str]:
    """The lines of a grid, one for each ballot of the bundle, empty where none was sent.

    Refused: the same ballot twice, and ballots that the bundle has not.
    """
    lines = [""] * ballots
    for name in sent:
        number = line_number(name)
        if number is None:
            continue
        if len(sent.getlist(name)) > 1:
            raise LineTwice(number)
        if not 1 <= number <= ballots:
            raise LinesLeftOver(number, ballots)
        lines[number - 1] = sent[name]
    return lines


def ruling_lines(sent: MultiDict[str, str]) -> dict[int, str]:
    """What the paper says of each ballot that was decided: one of the two lines, or another that was written."""
    found = {}
    for name in sent:
        chosen, _dash, digits = name.partition("-")
        if chosen != "choice" or not digits.isdigit():
            continue
        written = sent.get(f"other-{digits}", "")
        line = {"first": sent.get(f"first-{digits}", ""), "second": sent.get(f"second-{digits}", "")}
        found[int(digits)] = line.get(sent[name], written)
    return found


def findings(sent: MultiDict[str, str]) -> dict[int, Finding]:
    """What was found of the drawn ballots that somebody has looked at, by their place in the sample."""
    found = {}
    for name, value in sent.items():
        kind, _dash, digits = name.partition("-")
        if kind == "found" and digits.isdigit() and value in (AGREES, DIFFERS):
            found[int(digits)] = Finding(value == AGREES, sent.get(f"difference-{digits}", "")[:500])
    return found


def line_number(name: str) -> int | None:
    """The number of the ballot that a field of the grid is for; None for other fields."""
    digits = name.removeprefix(LINE)
    is_line = name.startswith(LINE) and digits.isascii() and digits.isdigit() and len(digits) <= 4
    return int(digits) if is_line else None
