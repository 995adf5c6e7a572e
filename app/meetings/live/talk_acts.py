"""Forms of what is said and goes into the minutes."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import SelectField, StringField, TextAreaField
from wtforms.validators import Length

from app.core.forms import Filled
from app.meetings.domain.events import (
    MeetingEvent,
    QuestionAnswered,
    QuestionAsked,
    RemarkEntered,
    SpokeAsOther,
    StatementEntered,
)
from app.meetings.domain.exemption import BASES
from app.meetings.domain.proceedings import Proceedings
from app.meetings.domain.taking_part import Capacity
from app.meetings.live.act_form import ActForm, fill, in_item, is_running, seated
from app.meetings.live.frame_acts import CHOOSE
from app.meetings.meeting_words import capacity_name

TEXT = (Filled(_l("Skriv hva som ble sagt.")), Length(max=4000))


class RemarkAct(ActForm):
    """What the minutes tell of the consideration; never against the facts."""

    act, key, title = "merknad", "r", _l("Merknad")
    own = ("text", "exempt_under")

    text = TextAreaField(_l("Merknad"), [*TEXT])
    exempt_under = SelectField(_l("Unntatt offentlighet etter"))

    @classmethod
    def fits(cls, now: Proceedings) -> bool:
        return is_running(now)

    def choose(self, now: Proceedings) -> None:
        fill(self.exempt_under, [(each, each) for each in BASES], _("Ikke unntatt"))

    def event(self, now: Proceedings, event_id: str) -> MeetingEvent:
        return RemarkEntered((self.text.data or "").strip(), self.exempt_under.data or "")


class SpokeAct(ActForm):
    """Somebody without a seat speaks, in a capacity that has the right."""

    act, title = "ordet", _l("Andre har ordet")
    own = ("name", "capacity", "text")

    name = StringField(_l("Navn"), [Filled(_l("Skriv hvem.")), Length(max=200)])
    capacity = SelectField(_l("I egenskap av"))
    text = TextAreaField(_l("Hva ble sagt?"), [Length(max=4000)])

    @classmethod
    def fits(cls, now: Proceedings) -> bool:
        return is_running(now)

    def choose(self, now: Proceedings) -> None:
        fill(self.capacity, [(each, capacity_name(each)) for each in Capacity if each is not Capacity.MEMBER])

    def event(self, now: Proceedings, event_id: str) -> MeetingEvent:
        name, text = (self.name.data or "").strip(), (self.text.data or "").strip()
        return SpokeAsOther(name, Capacity(self.capacity.data), text)


class StatementAct(ActForm):
    """A short statement that goes into the minutes."""

    act, key, title = "tilforsel", "p", _l("Protokolltilførsel")
    own = ("person", "text")

    person = SelectField(_l("Fra hvem?"), [CHOOSE])
    text = TextAreaField(_l("Tilførselen"), [*TEXT])

    @classmethod
    def fits(cls, now: Proceedings) -> bool:
        return in_item(now)

    def choose(self, now: Proceedings) -> None:
        fill(self.person, seated(now))

    def event(self, now: Proceedings, event_id: str) -> MeetingEvent:
        return StatementEntered(int(self.person.data), (self.text.data or "").strip())


class QuestionAct(ActForm):
    """A member asks the leader a question."""

    act, key, title = "sporsmal", "q", _l("Spørsmål")
    own = ("person", "text")

    person = SelectField(_l("Fra hvem?"), [CHOOSE])
    text = TextAreaField(_l("Spørsmålet"), [*TEXT])

    @classmethod
    def fits(cls, now: Proceedings) -> bool:
        return is_running(now)

    def choose(self, now: Proceedings) -> None:
        fill(self.person, seated(now))

    def event(self, now: Proceedings, event_id: str) -> MeetingEvent:
        return QuestionAsked(event_id, int(self.person.data), (self.text.data or "").strip())


class AnswerAct(ActForm):
    """The answer, and who gave it."""

    act, key, title = "svar", "a", _l("Svar på spørsmål")
    own = ("question", "by", "text")

    question = SelectField(_l("Hvilket spørsmål?"), [Filled(_l("Velg et spørsmål."))])
    by = StringField(_l("Hvem svarer?"), [Filled(_l("Skriv hvem.")), Length(max=200)])
    text = TextAreaField(_l("Svaret"), [*TEXT])

    @classmethod
    def fits(cls, now: Proceedings) -> bool:
        return is_running(now) and bool(now.questions)

    @classmethod
    def defaults(cls, now: Proceedings) -> dict[str, object]:
        leader = now.setting.roster.attendee(now.leader).name if now.leader is not None else ""
        return {"question": now.questions[-1] if now.questions else "", "by": leader}

    def choose(self, now: Proceedings) -> None:
        asked = [each.event for each in now.happened if isinstance(each.event, QuestionAsked)]
        fill(self.question, [(each.key, each.text[:80]) for each in asked])

    def event(self, now: Proceedings, event_id: str) -> MeetingEvent:
        return QuestionAnswered(str(self.question.data), (self.by.data or "").strip(), (self.text.data or "").strip())
