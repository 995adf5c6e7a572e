"""The forms of the list room. Each carries the edit that was read, so that no save overwrites another's."""

from collections.abc import Iterable
from datetime import datetime, time

from flask_babel import lazy_gettext as _
from wtforms import (
    BooleanField,
    DateField,
    FileField,
    IntegerField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import InputRequired, Length, NumberRange, Optional, Regexp
from wtforms.widgets import CheckboxInput, HiddenInput, ListWidget

from app.core.clock import OSLO
from app.core.forms import Form, choice
from app.elections.domain.list_changes import Replacement
from app.elections.domain.list_findings import Finding
from app.elections.domain.list_proposal import BoardStatement, ProposerKind, Reply
from app.elections.lists.texts import finding_text, kind_text, replacement_text, reply_text, statement_text

APPROVE, REJECT = "approve", "reject"


def _text(longest: int = 200) -> Length:
    return Length(max=longest, message=_("Teksten er for lang."))


class EditForm(Form):
    """``seen`` is the edit that was read when the form was shown."""

    seen = IntegerField(widget=HiddenInput(), validators=[InputRequired()])


class HeadingForm(EditForm):
    heading = StringField(
        _("Overskrift"),
        [InputRequired(_("Skriv overskriften.")), _text()],
        description=_(
            "Slik den står på listen. Et registrert parti skriver sitt registrerte navn, bokstav for bokstav."
        ),
    )
    kind = RadioField(_("Hvem stiller listen?"), [InputRequired(_("Velg hvem som stiller listen."))])
    code = StringField(
        _("Kode"),
        [
            InputRequired(_("Skriv en kode.")),
            Regexp(r"^[A-Za-z0-9ÆØÅæøå_-]{1,20}$", message=_("Bruk høyst 20 bokstaver og sifre.")),
        ],
        description=_("Kort, og ikke brukt av en annen liste i bydelen, for eksempel A."),
    )
    contact_address = StringField(_("Den tillitsvalgtes adresse"), [_text()])
    contact_email = StringField(_("Den tillitsvalgtes e-post"), [_text(254)])
    board_statement = RadioField(
        _("Uttalelse fra partiets ledelse på landsplan"),
        default=BoardStatement.NONE.value,
        description=_("Trengs bare når det er uklart hvem som stiller for partiet i kommunen."),
    )
    statement_source = StringField(
        _("Hvor uttalelsen står"), [_text()], description=_("For eksempel: brev fra landsstyret 3. april.")
    )

    def offer(self) -> "HeadingForm":
        """With the kinds to choose from, and what a party's national board may have stated."""
        self.kind.choices = [choice(kind, kind_text(kind)) for kind in ProposerKind]
        self.board_statement.choices = [choice(each, statement_text(each)) for each in BoardStatement]
        return self


class NewListForm(HeadingForm):
    seen = IntegerField(widget=HiddenInput(), default=0)
    contest = SelectField(_("Bydel"))


class MomentForm(EditForm):
    """A day and a clock time to the second, in Norwegian time."""

    day = DateField(_("Dag"), [InputRequired(_("Velg en dag."))])
    clock = StringField(
        _("Klokkeslett"),
        [
            InputRequired(_("Skriv klokkeslettet.")),
            Regexp(
                r"^([01]\d|2[0-3])[:.][0-5]\d[:.][0-5]\d$",
                message=_("Skriv time, minutt og sekund, slik: 11:58:30."),
            ),
        ],
        description=_("Når forslaget nådde kommunen, med time, minutt og sekund, slik: 11:58:30."),
    )

    def moment(self) -> datetime:
        """The moment that was typed."""
        assert self.day.data  # the shape has been checked
        clock = time.fromisoformat((self.clock.data or "").replace(".", ":"))
        return datetime.combine(self.day.data, clock, OSLO)


class WithdrawalForm(MomentForm):
    by_committee = BooleanField(_("Det er tillitsutvalget som trekker listen"))


class PasteForm(EditForm):
    text = TextAreaField(_("Lim inn fra et regneark"), render_kw={"rows": 6})
    file = FileField(_("Eller velg en CSV-fil"))

    def pasted(self) -> tuple[str, bytes] | None:
        """The name and content of the file, when one was chosen."""
        upload = self.file.data
        return (upload.filename, upload.read()) if upload and upload.filename else None


class AnswersForm(EditForm):
    source = StringField(
        _("Hvor opplysningene er hentet fra"),
        [_text()],
        description=_("For eksempel: folkeregisteret 2. april."),
    )
    rest = BooleanField(_("Sett «ja» på alt som ikke er kontrollert"))


class AttachmentForm(EditForm):
    description = StringField(_("Hva det er"), [InputRequired(_("Skriv hva vedlegget er.")), _text()])
    file = FileField(_("Fil"))


class DefectsForm(EditForm):
    respond_by = DateField(_("Frist for å rette"), [InputRequired(_("Velg en dag."))])


class TellForm(EditForm):
    told = BooleanField(
        _("Brevene er sendt til alle som ikke har fått beskjed"), [InputRequired(_("Bekreft at brevene er sendt."))]
    )


class ReplyForm(EditForm):
    position = SelectField(_("Kandidat"), [InputRequired(_("Velg en kandidat."))], coerce=int)
    reply = RadioField(_("Svar"), [InputRequired(_("Velg hva kandidaten svarte."))])
    replied_on = DateField(_("Dagen svaret kom"), [InputRequired(_("Velg en dag."))])

    def offer(self, candidates: Iterable[tuple[int, str]]) -> "ReplyForm":
        """With the candidates, and the answers there are."""
        self.position.choices = [(position, f"{position}. {name}") for position, name in candidates]
        self.reply.choices = [choice(each, reply_text(each)) for each in Reply]
        return self


class StrikeForm(EditForm):
    position = SelectField(_("Kandidaten som strykes"), [InputRequired(_("Velg en kandidat."))], coerce=int)
    reason = StringField(_("Hvorfor"), [InputRequired(_("Skriv hvorfor.")), _text()])
    how = RadioField(_("Den tomme plassen"), [InputRequired(_("Velg hva listen gjør med plassen."))])
    first_name = StringField(_("Ny kandidat: fornavn"), [_text()])
    last_name = StringField(_("Ny kandidat: etternavn"), [_text()])
    birth_date = DateField(_("Ny kandidat: fødselsdato"), [Optional()])
    profession = StringField(_("Ny kandidat: yrke"), [_text()])
    residence = StringField(_("Ny kandidat: bosted"), [_text()])
    group = StringField(_("Ny kandidat: gruppe"), [_text()])
    bonus_places = IntegerField(
        _("Så mange øverst skal ha stemmetillegg"),
        [InputRequired(_("Skriv et tall.")), NumberRange(min=0, message=_("Skriv 0 eller mer."))],
        description=_("Listen bestemmer selv, men ikke flere enn den hadde."),
    )

    def offer(self, candidates: Iterable[tuple[int, str]]) -> "StrikeForm":
        """With the candidates, and what can be done with the place."""
        self.position.choices = [(position, f"{position}. {name}") for position, name in candidates]
        self.how.choices = [choice(each, replacement_text(each)) for each in Replacement]
        return self


class DecisionForm(EditForm):
    outcome = RadioField(_("Valgstyrets vedtak"), [InputRequired(_("Velg hva valgstyret vedtok."))])
    case_number = StringField(_("Valgstyrets saksnummer"), [InputRequired(_("Skriv saksnummeret.")), _text(80)])
    reasons = TextAreaField(_("Begrunnelse"), [_text(4000)], render_kw={"rows": 4})
    judged = SelectMultipleField(
        _("Valgstyret har vurdert dette og godtar det"),
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
        validate_choice=False,
    )

    def offer(self, approve: str, reject: str, findings: Iterable[Finding]) -> "DecisionForm":
        """With the two outcomes in words, and the findings that the board must judge."""
        self.outcome.choices = [choice(APPROVE, approve), choice(REJECT, reject)]
        self.judged.choices = [choice(finding_key(each), f"{finding_text(each)} ({each.rule})") for each in findings]
        return self


class ExtensionForm(Form):
    until = DateField(
        _("Siste dag for å levere lister"),
        [InputRequired(_("Velg en dag."))],
        description=_("Fristen er klokken 12 denne dagen, senest 30. april."),
    )
    decided_on = DateField(_("Dagen kommunestyret vedtok det"), [InputRequired(_("Velg en dag."))])
    reference = StringField(_("Kommunestyrets saksnummer"), [InputRequired(_("Skriv saksnummeret.")), _text(80)])


class AnnounceForm(Form):
    announced_on = DateField(_("Dagen listene ble kunngjort"), [InputRequired(_("Velg en dag."))])
    place = StringField(_("Hvor listene er lagt ut"), [InputRequired(_("Skriv hvor listene er lagt ut.")), _text()])


def finding_key(finding: Finding) -> str:
    """A finding as a form sends it: the same finding has the same key when the page is sent back."""
    return "|".join([finding.check, *(str(value) for _name, value in finding.facts)])
