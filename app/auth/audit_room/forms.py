"""What is looked for in the audit trail, as it stands in the page's address."""

from flask_babel import lazy_gettext as _l
from wtforms import DateField, Form, SelectField, StringField
from wtforms.validators import Length, Optional


class SearchForm(Form):
    """Everything may be empty. Read from the address, so it carries no token."""

    act = SelectField(_l("Handling"), validators=[Optional()], validate_choice=False)
    actor = StringField(_l("Hvem"), validators=[Optional(), Length(max=254)])
    about = StringField(_l("Hva det gjelder"), validators=[Optional(), Length(max=80)])
    first = DateField(_l("Fra og med"), validators=[Optional()])
    last = DateField(_l("Til og med"), validators=[Optional()])
