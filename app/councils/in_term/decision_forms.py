"""The form in which a change is decided: for each step what becomes of it, and with whom; made for each proposal."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _
from wtforms import BooleanField, RadioField, SelectField, StringField
from wtforms.validators import InputRequired, Length

from app.core.forms import Form, choice
from app.councils.council_models import CouncilTerm, Person
from app.councils.domain.choices import Answer, Choice, is_decided, is_settled, may_wait
from app.councils.domain.proposals import Consequences, Decider, Proposal, Step, When
from app.councils.domain.sitting_council import SittingCouncil
from app.councils.in_term.forms import REFERENCE_LENGTH
from app.councils.succession_texts import answer_text


@dataclass(frozen=True, slots=True)
class StepFields:
    """A step of the proposal with its fields; those that the step does not need are None."""

    proposal: Proposal
    answer: Any = None
    person: Any = None
    group: Any = None
    exception: Any = None
    consents: Any = None


@dataclass(frozen=True, slots=True)
class Standing:
    """Whom the steps can be taken with: the council that day, its term, and everyone registered."""

    council: SittingCouncil
    council_term: CouncilTerm
    people: tuple[Person, ...]


def decision_form(follows: Consequences, standing: Standing) -> Form:
    """The form for this proposal, its answers filled with what the law leaves open."""
    fields: dict[str, Any] = {
        "reference": StringField(
            _("Saksnummer for vedtaket"),
            [Length(max=REFERENCE_LENGTH)],
            description=_("Ikke nødvendig når alt følger av loven."),
        )
    }
    for number, proposal in enumerate(follows.steps):
        if is_decided(proposal):
            fields |= _fields(number, proposal, follows, standing)
    form: Form = type("DecisionForm", (Form,), fields)()
    return form


def step_fields(form: Form, follows: Consequences) -> list[StepFields]:
    """The steps in order, each with its fields of the form."""
    names = ("answer", "person", "group", "exception", "consents")
    return [
        StepFields(proposal, *(getattr(form, f"{name}_{number}", None) for name in names))
        for number, proposal in enumerate(follows.steps)
    ]


def choices_from(form: Form, follows: Consequences) -> tuple[Choice, ...]:
    """What was answered about each step; a step that follows by law is taken."""
    return tuple(_choice(each) for each in step_fields(form, follows))


def _choice(step: StepFields) -> Choice:
    answer = Answer(step.answer.data) if step.answer else Answer.TAKEN
    if answer is not Answer.TAKEN:
        return Choice(answer)
    return Choice(
        answer,
        int(step.person.data) if step.person and step.person.data else None,
        step.group.data if step.group else "",
        (step.exception.data or "").strip() if step.exception else "",
        bool(step.consents and step.consents.data),
    )


def _fields(number: int, proposal: Proposal, follows: Consequences, standing: Standing) -> dict[str, Any]:
    """The fields of one step, by name."""
    fields: dict[str, Any] = {}
    if answers := _answers(proposal, follows):
        fields[f"answer_{number}"] = RadioField(
            _("Hva gjøres?"),
            [InputRequired(_("Velg hva som gjøres."))],
            choices=[choice(each.value, answer_text(each)) for each in answers],
            default=_first_answer(proposal),
        )
    if not is_settled(proposal):
        people = [choice(str(number), text) for number, text in _people(proposal, follows, standing)]
        nobody = choice(
            "", _("Ingen – plassen står tom") if proposal.step is Step.EMPTY_OR_OTHER_LIST else _("Velg en person")
        )
        fields[f"person_{number}"] = SelectField(
            _("Med hvem?"), choices=[nobody, *people], description=_("Trengs når det gjøres nå.")
        )
    if proposal.step is Step.EMPTY_OR_OTHER_LIST:
        groups = [choice(each.code, each.name) for each in standing.council_term.groups]
        fields[f"group_{number}"] = SelectField(_("Fra hvilken liste?"), choices=[choice("", _("Ingen")), *groups])
    if proposal.consent:
        fields[f"consents_{number}"] = BooleanField(_("Personen har samtykket"))
    if proposal.gender or (proposal.step is Step.NEW_SETTLEMENT and len(proposal.in_turn) > 1):
        fields[f"exception_{number}"] = StringField(
            _("Hvorfor et unntak er nødvendig"), [Length(max=500)], description=_exception_help(proposal)
        )
    return fields


def _exception_help(proposal: Proposal) -> str:
    if proposal.gender:
        return _("Bare når det ikke er mulig å velge en av det kjønnet det er for få av (R-258).")
    return _("Bare når noen som står foran, ikke lenger kan velges (R-212).")


def _answers(proposal: Proposal, follows: Consequences) -> tuple[Answer, ...]:
    """What can become of the step; nothing to choose for what follows by law."""
    if proposal.when is not When.MUST:
        return Answer.TAKEN, Answer.LEFT_OUT
    if not may_wait(proposal):
        return ()
    board = any(each.step is Step.EMPTY_OR_OTHER_LIST for each in follows.steps)
    if proposal.step is Step.LIST_EXHAUSTED and board:
        return Answer.TAKEN, Answer.WAITS, Answer.LEFT_OUT
    return Answer.TAKEN, Answer.WAITS


def _first_answer(proposal: Proposal) -> str | None:
    """What is ticked beforehand: what must be done, and not what is only for when it is needed."""
    first = {When.MUST: Answer.TAKEN, When.IF_NECESSARY: Answer.LEFT_OUT, When.MAY: None}[proposal.when]
    return first.value if first else None


def _people(proposal: Proposal, follows: Consequences, standing: Standing) -> Iterable[tuple[int, str]]:
    """Whom the step can be taken with: those in turn; members, for an office; else everyone who has no seat."""
    if proposal.in_turn:
        return [(each.person_id, f"{each.rank}. {each.name}") for each in proposal.in_turn]
    if proposal.step in (Step.NEW_CHAIR, Step.NEW_DEPUTY_CHAIR):
        return _electable(follows, standing)
    seated = {each.person_id for each in standing.council.members}
    return [(each.id, each.name) for each in standing.people if each.id not in seated]


def _electable(follows: Consequences, standing: Standing) -> Iterable[tuple[int, str]]:
    """The members, and anyone who may become one by an earlier step of the same act."""
    enters = [each for each in follows.steps if each.step not in (Step.NEW_CHAIR, Step.NEW_DEPUTY_CHAIR)]
    in_turn = {each.person_id: each.name for step in enters for each in step.in_turn[:1] if step.decider is Decider.LAW}
    members = {each.person_id: each.name for each in standing.council.members}
    free = any(is_decided(each) and not each.in_turn and each.person_id is None for each in enters)
    rest = {each.id: each.name for each in standing.people} if free else {}
    back = {each.person_id for each in enters if each.person_id is not None}
    returned = {each.id: each.name for each in standing.people if each.id in back}
    return sorted((members | in_turn | rest | returned).items(), key=lambda pair: pair[1].casefold())
