"""Forms check shape: is it there, is it short enough, is it a number. Rules live in the domain.

Every form carries a token against forgery; a form is shown again with 422 when its shape is wrong.
"""

from flask_wtf import FlaskForm


class Form(FlaskForm):
    """The parent of every form."""
