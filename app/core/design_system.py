"""What the page /admin/designsystem shows: every part of the look with every state, on invented figures.

The lists have the votes of a worked example, so that seats and quotients on the page can be checked by hand.

Rules: R-150, R-152.
"""

from fractions import Fraction

from flask_babel import gettext as _
from flask_babel import lazy_gettext
from werkzeug.datastructures import MultiDict
from wtforms import (
    BooleanField,
    DateField,
    IntegerField,
    PasswordField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import InputRequired, NumberRange
from wtforms.widgets import CheckboxInput, ListWidget

from app.core.charts import Item, Step, bar_chart, ladder, stacked_bar
from app.core.formatting import decimal, number, percent
from app.core.forms import Form, choice
from app.core.hemicycle import hemicycle
from app.core.party_colours import PALETTE, colour_classes

# code, name, ballots, list votes, seats
_LISTS = (
    ("A", "Arbeiderpartiet", 3264, 48866, 5),
    ("H", "Høyre", 3014, 45183, 5),
    ("SV", "SV - Sosialistisk Venstreparti", 1481, 22297, 3),
    ("V", "Venstre", 904, 13558, 2),
    ("NML", "Nærmiljølisten i Bergen", 401, 6056, 0),
)
_COLOURS = colour_classes([name for _code, name, *_rest in _LISTS])

# list by index, five times the divisor: the quotients in the order they took the seats, then the next in line
_SEAT_ORDER = (
    (0, 7), (1, 7), (0, 15), (2, 7), (1, 15), (0, 25), (3, 7), (1, 25), (2, 15), (0, 35), (1, 35), (0, 45), (1, 45),
    (3, 15), (2, 25), (0, 55),
)  # fmt: skip
_SEATS = 15

_DISTRICTS = [choice("fana", "Fana"), choice("arna", "Arna"), choice("asane", "Åsane")]


class SampleForm(Form):
    """One field of each kind."""

    name = StringField(lazy_gettext("Navn"), [InputRequired(lazy_gettext("Skriv navnet."))])
    number = IntegerField(
        lazy_gettext("Antall stemmesedler"),
        [
            InputRequired(lazy_gettext("Skriv et tall.")),
            NumberRange(0, 10_000_000, lazy_gettext("Tallet er for stort.")),
        ],
        description=lazy_gettext("Bare godkjente stemmesedler, uten blanke."),
    )
    day = DateField(lazy_gettext("Valgdag"), [InputRequired(lazy_gettext("Velg en dag."))])
    district = SelectField(lazy_gettext("Bydel"), choices=_DISTRICTS)
    password = PasswordField(lazy_gettext("Passord"), [InputRequired(lazy_gettext("Skriv passordet."))])
    remark = TextAreaField(lazy_gettext("Merknad"), render_kw={"rows": 3})
    law = RadioField(
        lazy_gettext("Valglov"),
        [InputRequired(lazy_gettext("Velg en valglov."))],
        choices=[choice("2002", lazy_gettext("Valgloven av 2002")), choice("2023", lazy_gettext("Valgloven av 2023"))],
    )
    counts = SelectMultipleField(
        lazy_gettext("Opptellinger"),
        choices=[choice("first", lazy_gettext("Foreløpig")), choice("second", lazy_gettext("Endelig"))],
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
    )
    confirmed = BooleanField(
        lazy_gettext("Tallene er kontrollert mot protokollen"),
        [InputRequired(lazy_gettext("Bekreft at tallene er kontrollert."))],
    )


def samples() -> dict[str, object]:
    """Everything the page shows, as the template's variables."""
    shares = _items([(votes, f"{percent(votes, 9064)}") for _code, _name, votes, _votes, _seats in _LISTS])
    seats = _items([(seats, number(seats)) for _code, _name, _ballots, _votes, seats in _LISTS])
    return {
        "form": SampleForm(formdata=None, meta={"csrf": False}),
        "wrong_form": _wrong_form(),
        "lists": [
            {"code": code, "name": name, "ballots": ballots, "votes": votes, "seats": seats, "colour": colour}
            for (code, name, ballots, votes, seats), colour in zip(_LISTS, _COLOURS, strict=True)
        ],
        "shares": bar_chart(shares),
        "share_items": shares,
        "seats": hemicycle(seats),
        "seat_items": seats,
        "large_items": _city_council(),
        "large": hemicycle(_city_council()),
        "turnout_items": _turnout(),
        "turnout": stacked_bar(_turnout()),
        "quotients": _ladder(),
        "palette": [f"series-{index}" for index in range(1, PALETTE + 1)],
    }


def _wrong_form() -> SampleForm:
    sent = MultiDict({"feil-number": "12 stk.", "feil-district": "fana"})
    form = SampleForm(formdata=sent, prefix="feil-", meta={"csrf": False})
    form.validate()
    return form


def _items(figures: list[tuple[int, str]]) -> tuple[Item, ...]:
    return tuple(
        Item(code, name, value, colour, text)
        for (code, name, *_rest), colour, (value, text) in zip(_LISTS, _COLOURS, figures, strict=True)
    )


def _turnout() -> tuple[Item, ...]:
    parts = ((_("Forhåndsstemmer"), "F", 3102), (_("Valgtingsstemmer"), "V", 6041), (_("Ikke stemt"), "I", 4857))
    return tuple(
        Item(code, name, value, f"series-{index}", percent(value, 14000))
        for index, (name, code, value) in enumerate(parts, start=1)
    )


def _city_council() -> tuple[Item, ...]:
    """Sixty-seven seats and many lists: the narrow case for letters and labels."""
    seats = (("R", "Rødt", 3), ("SV", "SV - Sosialistisk Venstreparti", 6), ("A", "Arbeiderpartiet", 13),
             ("SP", "Senterpartiet", 4), ("MDG", "Miljøpartiet De Grønne", 7), ("KRF", "Kristelig Folkeparti", 2),
             ("V", "Venstre", 3), ("PP", "Pensjonistpartiet", 1), ("H", "Høyre", 14), ("FRP", "Fremskrittspartiet", 3),
             ("FNB", "Folkeaksjonen Nei til mer bompenger", 11))  # fmt: skip
    colours = colour_classes([name for _code, name, _number in seats])
    return tuple(
        Item(code, name, number_, colour, str(number_))
        for (code, name, number_), colour in zip(seats, colours, strict=True)
    )


def _step(seat: int, list_index: int, divisor: int) -> Step:
    code, name, _ballots, votes, _seats = _LISTS[list_index]
    quotient = Fraction(5 * votes, divisor)
    return Step(
        seat if seat <= _SEATS else None,
        code,
        name,
        _COLOURS[list_index],
        quotient,
        decimal(quotient, 2),
        number(votes),
        decimal(Fraction(divisor, 5), 1 if divisor % 5 else 0),
    )


def _ladder() -> object:
    steps = [_step(seat, *award) for seat, award in enumerate(_SEAT_ORDER, start=1)]
    return ladder(steps[:_SEATS], steps[_SEATS:])
