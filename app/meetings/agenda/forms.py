"""The forms of the agenda room."""

from flask_babel import lazy_gettext as _
from flask_wtf.file import FileRequired
from wtforms import BooleanField, FileField, HiddenField, SelectField, SelectMultipleField, StringField, TextAreaField
from wtforms.validators import Length
from wtforms.widgets import CheckboxInput, ListWidget

from app.core.forms import Filled, choice
from app.councils.domain.sitting_council import Member
from app.meetings.domain.agenda import ItemKind
from app.meetings.domain.exemption import BASES
from app.meetings.edit_form import EditForm
from app.meetings.meeting_words import item_kind_name
from app.meetings.services.agenda import ItemHeading

PUBLIC = ""


def _short(longest: int = 200) -> Length:
    return Length(max=longest, message=_("Teksten er for lang."))


def bases() -> list[tuple[str, str]]:
    """Public, or exempt under a paragraph: what can be chosen for an item, a passage or a paper."""
    return [(PUBLIC, str(_("Offentlig"))), *((each, str(_("Unntatt etter %(basis)s", basis=each))) for each in BASES)]


class ItemForm(EditForm):
    kind = SelectField(_("Sakstype"), [Filled(_("Velg sakstype."))])
    title = StringField(_("Tittel"), [Filled(_("Skriv tittelen.")), _short(300)])
    exempt_under = SelectField(_("Tittelen er"), default=PUBLIC)
    public_title = StringField(
        _("Offentlig tittel"),
        [_short(300)],
        description=_("Bare når tittelen er unntatt: en tittel som ikke røper noe, for eksempel «Personalsak»."),
    )
    archive_number = StringField(_("Arkivsaksnummer"), [_short(80)])
    case_officer = StringField(_("Saksbehandler"), [_short()])
    recommendation = TextAreaField(_("Forslag til vedtak"), [_short(20_000)], render_kw={"rows": 5})
    recommended_by = StringField(_("Hvem foreslår det?"), [_short()], description=_("For eksempel byrådsavdelingen."))
    not_attached = TextAreaField(
        _("Dokumenter som ikke er vedlagt"), [_short(5_000)], description=_("Ett på hver linje."), render_kw={"rows": 2}
    )
    pay_of_elected = BooleanField(_("Saken gjelder godtgjøring til folkevalgte"))

    def offer(self) -> "ItemForm":
        """With kinds and paragraphs to choose from."""
        self.kind.choices = [choice(each, item_kind_name(each)) for each in ItemKind]
        self.exempt_under.choices = [choice(*each) for each in bases()]
        return self

    def heading(self) -> ItemHeading:
        """What was typed."""
        return ItemHeading(
            ItemKind(self.kind.data),
            " ".join((self.title.data or "").split()),
            self.exempt_under.data or PUBLIC,
            " ".join((self.public_title.data or "").split()),
            (self.archive_number.data or "").strip(),
            (self.case_officer.data or "").strip(),
            (self.recommendation.data or "").strip(),
            (self.recommended_by.data or "").strip(),
            (self.not_attached.data or "").strip(),
            bool(self.pay_of_elected.data),
        )


class StateForm(EditForm):
    state = HiddenField()


class OrderForm(EditForm):
    """The keys in their new order, or one key and the place it goes to."""

    order = HiddenField()
    key = HiddenField()
    to = HiddenField()


class PaperForm(EditForm):
    title = StringField(_("Tittel på vedlegget"), [_short(300)], description=_("Tomt: filens navn."))
    file = FileField(_("Fil"), [FileRequired(_("Velg en fil."))])
    exempt_under = SelectField(_("Vedlegget er"), default=PUBLIC)

    def offer(self) -> "PaperForm":
        """With paragraphs to choose from."""
        self.exempt_under.choices = [choice(*each) for each in bases()]
        return self


class DemandForm(EditForm):
    members = SelectMultipleField(
        _("Medlemmer som krever saken på sakslisten"),
        option_widget=CheckboxInput(),
        widget=ListWidget(prefix_label=False),
        coerce=int,
    )

    def offer(self, members: tuple[Member, ...]) -> "DemandForm":
        """With the members to choose from."""
        self.members.choices = [choice(str(each.person_id), each.name) for each in members]
        return self
