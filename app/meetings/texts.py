"""The words of the plan, the agenda and the call, in the reader's language."""

from datetime import date
from typing import Protocol

from flask_babel import format_date
from flask_babel import gettext as _

from app.core.clock import OSLO
from app.councils.domain.absence import PassedOver
from app.meetings.domain.call_out import DeputyAnswer
from app.meetings.domain.meeting_forms import MeetingForm
from app.meetings.domain.notice import NoticeFinding, Shortcoming
from app.meetings.domain.states import MeetingState
from app.meetings.domain.year_plan import ClashKind, DayRemark
from app.meetings.meeting_words import capacity_name, item_kind_name, item_state_name, meeting_state_name
from app.meetings.models import AgendaItemRow, Meeting

__all__ = [
    "answer_text",
    "capacity_name",
    "clash_text",
    "clock_text",
    "finding_text",
    "form_text",
    "item_kind_name",
    "item_name",
    "item_state_name",
    "language_text",
    "meeting_state_name",
    "passed_over_text",
    "public_state_text",
    "remark_text",
    "short_day",
    "until_text",
]


def form_text(form: MeetingForm) -> str:
    """«Ordinært møte»."""
    return {
        MeetingForm.ORDINARY: _("Ordinært møte"),
        MeetingForm.CONSTITUTING: _("Konstituerende møte"),
        MeetingForm.EXTRAORDINARY: _("Ekstraordinært møte"),
        MeetingForm.REMOTE: _("Fjernmøte"),
        MeetingForm.URGENT_REMOTE: _("Hastefjernmøte"),
        MeetingForm.WRITTEN: _("Skriftlig saksbehandling"),
    }[form]


def language_text(code: str) -> str:
    """«Bokmål»."""
    return _("Nynorsk") if code == "nn" else _("Bokmål")


def clash_text(kind: ClashKind) -> str:
    """What two meetings want both."""
    return {
        ClashKind.SAME_COUNCIL: _("Samme utvalg"),
        ClashKind.SAME_PLACE: _("Samme sted"),
        ClashKind.SAME_SECRETARY: _("Samme møtesekretær"),
    }[kind]


def remark_text(remark: DayRemark) -> str:
    """«Helligdag»."""
    return {DayRemark.PUBLIC_HOLIDAY: _("Helligdag"), DayRemark.WEEKEND: _("Helg")}[remark]


def answer_text(answer: DeputyAnswer) -> str:
    """What a deputy has said."""
    return {
        DeputyAnswer.ASKED: _("Spurt, ikke svart"),
        DeputyAnswer.COMES: _("Kommer"),
        DeputyAnswer.DECLINES: _("Kan ikke"),
        DeputyAnswer.NO_ANSWER: _("Svarte ikke i tide"),
    }[answer]


def passed_over_text(reason: PassedOver) -> str:
    """Why a deputy is not the one who is called."""
    return {
        PassedOver.ON_LEAVE: _("har fritak"),
        PassedOver.SUSPENDED: _("er suspendert"),
        PassedOver.DECLINED: _("kan ikke"),
        PassedOver.DISQUALIFIED: _("er inhabil"),
        PassedOver.SITS_ALREADY: _("møter for en annen"),
    }[reason]


def finding_text(finding: NoticeFinding, items: dict[str, str]) -> str:
    """What is wrong with a call, in one sentence."""
    match finding.shortcoming:
        case Shortcoming.SHORT_NOTICE:
            return _(
                "Innkallingen går ut %(days)s dager før møtet; reglementet sier %(needed)s.",
                days=finding.days,
                needed=finding.needed,
            )
        case Shortcoming.NOT_ANNOUNCED:
            return _("Møtet er ikke kunngjort.")
        case Shortcoming.ANNOUNCED_AFTER_SUMMONS:
            return _("Møtet kunngjøres %(days)s dager etter innkallingen.", days=finding.days)
        case Shortcoming.MEMBER_NOT_SUMMONED:
            return _("Plass %(seat)s er ikke innkalt.", seat=finding.seat)
        case Shortcoming.NO_DOCUMENTS:
            return _(
                "«%(item)s» har verken saksframlegg eller vedlegg: møteleder eller en tredel av de møtende kan hindre "
                "vedtak.",
                item=items.get(finding.item, finding.item),
            )
        case Shortcoming.NO_PUBLIC_TITLE:
            return _("«%(item)s» mangler offentlig tittel.", item=items.get(finding.item, finding.item))


def item_name(item: AgendaItemRow) -> str:
    """«45/25 Trafikksikring»; the title alone before the number is issued."""
    return f"{item.number} {item.title}".strip()


def short_day(day: date) -> str:
    """«tir. 11. mars»."""
    return str(format_date(day, "EEE d. MMMM"))


def clock_text(meeting: Meeting) -> str:
    """«18:00», in Norway."""
    return f"{meeting.starts_at.astimezone(OSLO):%H:%M}"


def until_text(meeting: Meeting) -> str:
    """«tirsdag 11. mars 2025 kl. 18:00»."""
    day = meeting.starts_at.astimezone(OSLO)
    return _("%(day)s kl. %(clock)s", day=format_date(day.date(), "EEEE d. MMMM y"), clock=f"{day:%H:%M}")


class HasState(Protocol):
    """What a state's public text depends on."""

    @property
    def state(self) -> MeetingState: ...


def public_state_text(meeting: HasState) -> str:
    """The state in the words of the public: what there is to read."""
    if meeting.state is MeetingState.CALLED:
        return _("Sakslisten er lagt ut")
    return meeting_state_name(meeting.state)
