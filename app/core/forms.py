"""Forms check shape: is it there, is it short enough, is it a number. Rules live in the domain.

Every form carries a token against forgery; a form is shown again with 422 when its shape is wrong.
"""

from typing import Any

from flask_wtf import FlaskForm
from wtforms import Field, fields
from wtforms.form import BaseForm
from wtforms.validators import InputRequired, StopValidation

from app.core.form_texts import ShapeTexts


class Form(FlaskForm):
    """The parent of every form."""

    class Meta(FlaskForm.Meta):
        """What WTForms asks for: our texts instead of its own."""

        def get_translations(self, _form: object) -> ShapeTexts:
            return ShapeTexts()


REQUIRED = "This field is required."
"""WTForms' own words, which ``ShapeTexts`` has ours for."""


class Filled(InputRequired):
    """There is an answer, and it is more than spaces."""

    def __call__(self, form: BaseForm, field: Field) -> None:
        super().__call__(form, field)
        if not any(str(each).strip() for each in field.raw_data or ()):
            field.errors = []
            raise StopValidation(str(self.message or field.gettext(REQUIRED)))


def choice(value: str, text: str) -> Any:
    """One answer of a SelectField or RadioField: what is sent, and what people read."""
    return fields.SelectChoice(value, text)  # type: ignore[attr-defined]  # newer than its type stubs
