"""The forms of signing in and of one's own account."""

from flask_babel import lazy_gettext as _
from wtforms import PasswordField, StringField
from wtforms.validators import EqualTo, InputRequired, Length

from app.auth.domain.passwords import LONGEST, SHORTEST
from app.core.forms import Form

_MISSING_PASSWORD = _("Skriv passordet.")


class SignInForm(Form):
    address = StringField(
        _("E-postadresse"),
        [InputRequired(_("Skriv e-postadressen din.")), Length(max=254, message=_("Adressen er for lang."))],
        render_kw={"autocomplete": "username", "type": "email", "maxlength": 254},
    )
    password = PasswordField(
        _("Passord"),
        [InputRequired(_MISSING_PASSWORD), Length(max=LONGEST, message=_("Passordet er for langt."))],
        render_kw={"autocomplete": "current-password"},
    )


class PasswordForm(Form):
    current = PasswordField(
        _("Passordet du har nå"),
        [InputRequired(_MISSING_PASSWORD), Length(max=LONGEST, message=_("Passordet er for langt."))],
        render_kw={"autocomplete": "current-password"},
    )
    new = PasswordField(
        _("Nytt passord"),
        [InputRequired(_("Skriv et nytt passord."))],
        description=_("Minst %(number)s tegn. En setning du husker, er et godt passord.", number=SHORTEST),
        render_kw={"autocomplete": "new-password"},
    )
    again = PasswordField(
        _("Nytt passord én gang til"),
        [
            InputRequired(_("Skriv det nye passordet en gang til.")),
            EqualTo("new", _("De to nye passordene er ikke like.")),
        ],
        render_kw={"autocomplete": "new-password"},
    )
