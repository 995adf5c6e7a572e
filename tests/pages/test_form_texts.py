"""What WTForms would say in English is said in the reader's language."""

import pytest
from flask import Flask
from flask_babel import force_locale
from werkzeug.datastructures import MultiDict
from wtforms import DateField, IntegerField, SelectField, StringField
from wtforms.validators import InputRequired, Length, NumberRange

from app.core.forms import Form, choice


class Everything(Form):
    needed = StringField(validators=[InputRequired()])
    short = StringField(validators=[Length(max=3)])
    whole = IntegerField()
    small = IntegerField(validators=[NumberRange(1, 5)])
    day = DateField()
    one_of = SelectField(choices=[choice("a", "A")])


FILLED = MultiDict(
    {"needed": "", "short": "abcd", "whole": "x", "small": "9", "day": "2023-02-30", "one_of": "b"},
)


@pytest.mark.parametrize(
    ("language", "needed", "small"),
    [
        ("nb", "Fyll ut dette feltet.", "Tallet må være fra 1 til 5."),
        ("nn", "Fyll ut dette feltet.", "Talet må vere frå 1 til 5."),
        ("en", "Fill in this field.", "The number must be from 1 to 5."),
    ],
)
def test_a_wrong_shape_is_told_in_the_readers_language(app: Flask, language: str, needed: str, small: str) -> None:
    with app.test_request_context(method="POST"), force_locale(language):
        form = Everything(formdata=FILLED, meta={"csrf": False})
        assert not form.validate()
        assert set(form.errors) == {"needed", "short", "whole", "small", "day", "one_of"}
        assert (form.errors["needed"], form.errors["small"]) == ([needed], [small])


def test_no_message_is_left_in_english(app: Flask) -> None:
    with app.test_request_context(method="POST"), force_locale("nb"):
        form = Everything(formdata=FILLED, meta={"csrf": False})
        form.validate()
        told = " ".join(text for texts in form.errors.values() for text in texts)
    assert "valid" not in told
    assert "must" not in told
