"""The forms of complaints."""

from datetime import datetime, time

from flask_babel import lazy_gettext as _
from wtforms import DateField, RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional, Regexp

from app.core.clock import OSLO
from app.core.forms import Filled, Form, choice
from app.elections.complaints.texts import about_text, decided_at_text, outcome_text
from app.elections.domain.complaints import About, ComplaintOutcome, DecidedAt

LONGEST_TEXT = 4000
ROWS = {"rows": 5}


def _text(longest: int = 200) -> Length:
    return Length(max=longest, message=_("Teksten er for lang."))


class ComplaintForm(Form):
    contest = SelectField(_("Bydel"))
    about = RadioField(_("Hva klages det på?"), [InputRequired(_("Velg hva klagen gjelder."))])
    day = DateField(_("Dagen klagen kom"), [InputRequired(_("Velg en dag."))])
    clock = StringField(
        _("Klokkeslett"),
        [
            InputRequired(_("Skriv klokkeslettet.")),
            Regexp(r"^([01]\d|2[0-3])[:.][0-5]\d$", message=_("Skriv time og minutt, slik: 11:58.")),
        ],
        description=_("Når den kom til kommunen eller klageinstansen, slik: 11:58. Det er mottaket som avgjør."),
    )
    notified_on = DateField(
        _("Dagen klageren fikk vite om avgjørelsen"),
        [Optional()],
        description=_("Bare for klager på manntallet."),
    )
    complainant = StringField(
        _("Den som klager"),
        [Filled(_("Skriv hvem som klager.")), _text()],
        description=_("Vises bare for saksbehandlere."),
    )
    contact = StringField(_("Hvordan man når klageren"), [_text(254)])
    matter = TextAreaField(
        _("Hva klagen går ut på"),
        [Filled(_("Skriv hva klagen går ut på.")), _text(LONGEST_TEXT)],
        description=_("Et kort sammendrag uten navn. Det står i valgprotokollen."),
        render_kw=ROWS,
    )

    def offer(self, contests: list[tuple[str, str]]) -> "ComplaintForm":
        """With the districts and matters to choose from."""
        self.contest.choices = [choice(code, district) for code, district in contests]
        self.about.choices = [choice(about, about_text(about)) for about in About]
        return self

    def received_at(self) -> datetime:
        """The moment that was typed."""
        assert self.day.data  # the shape has been checked
        return datetime.combine(self.day.data, time.fromisoformat((self.clock.data or "").replace(".", ":")), OSLO)


class ForwardForm(Form):
    to = RadioField(_("Klageinstans"), [InputRequired(_("Velg klageinstansen."))], default=DecidedAt.MINISTRY)
    on = DateField(_("Dagen den ble sendt"), [InputRequired(_("Velg en dag."))])
    statement = TextAreaField(_("Valgstyrets uttalelse"), [_text(LONGEST_TEXT)], render_kw=ROWS)

    def offer(self) -> "ForwardForm":
        """With the instances to choose from."""
        above = (DecidedAt.MINISTRY, DecidedAt.NATIONAL_BOARD, DecidedAt.MUNICIPAL_COUNCIL)
        self.to.choices = [choice(body, decided_at_text(body)) for body in above]
        return self


class DecisionForm(Form):
    outcome = RadioField(_("Utfall"), [InputRequired(_("Velg utfallet."))])
    decided_at = RadioField(_("Hvem avgjorde?"), [InputRequired(_("Velg hvem som avgjorde."))])
    decided_on = DateField(_("Dagen den ble avgjort"), [InputRequired(_("Velg en dag."))])
    admitted_because = TextAreaField(
        _("Hva hindret klageren i å klage i tide?"),
        [_text(LONGEST_TEXT)],
        description=_("Fylles ut når en klage behandles selv om den kom for sent."),
        render_kw={"rows": 3},
    )
    reasons = TextAreaField(
        _("Begrunnelse"),
        [Filled(_("Skriv begrunnelsen.")), _text(LONGEST_TEXT)],
        description=_("Uten navn. Den står i valgprotokollen."),
        render_kw=ROWS,
    )
    reference = StringField(_("Arkivsaksnummer"), [Filled(_("Skriv saksnummeret.")), _text(80)])

    def offer(self) -> "DecisionForm":
        """With outcomes and bodies to choose from."""
        self.outcome.choices = [choice(outcome, outcome_text(outcome)) for outcome in ComplaintOutcome]
        self.decided_at.choices = [choice(body, decided_at_text(body)) for body in DecidedAt]
        return self
