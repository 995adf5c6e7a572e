"""The forms of the record room."""

from flask_babel import lazy_gettext as _
from wtforms import TextAreaField
from wtforms.validators import Length

from app.core.forms import Form


class IssueForm(Form):
    reasons = TextAreaField(
        _("Hvorfor en ny utgave?"),
        [Length(max=2000, message=_("Teksten er for lang."))],
        description=_("Trengs bare når protokollen er utstedt før. Begrunnelsen står i den nye."),
        render_kw={"rows": 3},
    )
