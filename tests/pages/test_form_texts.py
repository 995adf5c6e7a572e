"""What WTForms would say in English is said in the reader's language."""

import inspect
import io
from collections.abc import Iterator
from importlib import import_module

import pytest
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from flask import Flask
from flask_babel import force_locale
from werkzeug.datastructures import MultiDict
from wtforms import DateField, IntegerField, SelectField, StringField
from wtforms.validators import InputRequired, Length, NumberRange

from app.core.form_texts import SHAPE
from app.core.forms import Form, choice
from tests.house.source import imported, modules

FOR_DEVELOPERS = {"Choices cannot be None.", "Invalid field name '%s'."}  # a mistake in the form's own code


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


def used_of_wtforms() -> Iterator[type]:
    """The fields and validators the application imports, with the parents they inherit from."""
    names = {name for path in modules() for name in imported(path) if name.startswith("wtforms.")}
    for name in names:
        module, _dot, last = name.rpartition(".")
        thing = getattr(import_module(module), last)
        if inspect.isclass(thing):
            yield from (parent for parent in thing.__mro__ if parent.__module__.startswith("wtforms."))


def messages_of(kind: type) -> set[str]:
    """Every English text that a field or validator can say, singular and plural."""
    source = io.BytesIO(inspect.getsource(kind).encode())
    found = extract("python", source, keywords=DEFAULT_KEYWORDS)
    return {text for _line, said, *_rest in found for text in (said if isinstance(said, tuple) else (said,))}


def test_all_that_the_fields_in_use_can_say_has_a_text_of_ours() -> None:
    said = {text for kind in used_of_wtforms() for text in messages_of(kind)}
    assert "This field is required." in said
    assert said - SHAPE.keys() == FOR_DEVELOPERS
