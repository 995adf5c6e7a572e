"""The practice meeting: a bad evening step by step, which form each thing is recorded with, and the minutes it ends in.

Nothing is stored: where one is, and how many were right, is in the address.
"""

from dataclasses import dataclass

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l
from wtforms import IntegerField, SelectField
from wtforms.validators import NumberRange, Optional

from app.core.access import requires
from app.core.errors import DomainError
from app.core.forms import Filled, Form, choice
from app.meetings.domain.event_log import EventLog, append, read_log
from app.meetings.live.act_form import ActForm
from app.meetings.live.queries import told_of
from app.meetings.live.screen import Screen, possible_acts, screen_of
from app.meetings.minutes_texts.words import WrittenForm
from app.meetings.practice.acts_of_steps import act_of
from app.meetings.practice.council import practice_occasion, practice_setting
from app.meetings.practice.script import Step, entry_of, practice_steps
from app.meetings.refusal_texts import describe
from app.meetings.room import KEEP

practice_room = Blueprint("practice_meeting", __name__, url_prefix="/admin/moter/ovelse/<any(nb,nn):form>")


class AnswerForm(Form):
    class Meta(Form.Meta):
        """It stores nothing, so that its address can be kept."""

        csrf = False

    steg = IntegerField(_l("Steg"), [Optional(), NumberRange(0, 1000)])
    rett = IntegerField(_l("Riktige"), [Optional(), NumberRange(0, 1000)])
    svar = SelectField(_l("Hva fører du dette med?"), [Filled(_l("Velg hva du gjør."))])


@dataclass(frozen=True, slots=True)
class Told:
    """What came of the step before: whether the answer was right, which act was, and the refusal that was the point."""

    right: bool
    title: str
    refusal: str


@practice_room.get("")
@requires(KEEP)
def show(form: str) -> ResponseReturnValue:
    """A step, or, after the last, the minutes."""
    steps = practice_steps(WrittenForm(form))
    place = min(max(request.args.get("steg", 0, type=int), 0), len(steps))
    right = min(max(request.args.get("rett", 0, type=int), 0), place)
    log, refusal = _log_before(steps, place, WrittenForm(form))
    asked = AnswerForm(request.args if "svar" in request.args else None, data={"steg": place, "rett": right})
    if place == len(steps):
        return _page(form, log, steps, asked, told=_told(steps, place, refusal))
    acts = [each for _heading, group in possible_acts(log.now) for each in group]
    asked.svar.choices = [choice("", ""), *(choice(each.act, str(each.title)) for each in acts)]
    if "svar" in request.args and asked.validate():
        was_right = asked.svar.data == act_of(steps[place].event).act
        following = {"steg": place + 1, "rett": right + was_right, "var": "rett" if was_right else "feil"}
        return redirect(url_for("practice_meeting.show", form=form, **following))
    return _page(form, log, steps, asked, told=_told(steps, place, refusal))


def _page(form: str, log: EventLog, steps: tuple[Step, ...], asked: AnswerForm, *, told: Told | None) -> str:
    place, right = asked.steg.data or 0, asked.rett.data or 0
    screen: Screen = screen_of(log, practice_occasion(WrittenForm(form)), WrittenForm(form))
    return render_template(
        "meetings/practice.html",
        written=form,
        form=asked,
        steps=steps,
        place=place,
        right=right,
        step=steps[place] if place < len(steps) else None,
        screen=screen,
        told=told,
    )


def _told(steps: tuple[Step, ...], place: int, refusal: str) -> Told | None:
    if place == 0 or "var" not in request.args:
        return None
    act: type[ActForm] = act_of(steps[place - 1].event)
    return Told(request.args["var"] == "rett", str(act.title), refusal)


def _log_before(steps: tuple[Step, ...], place: int, form: WrittenForm) -> tuple[EventLog, str]:
    """The log of the steps before this place, and why the last of them was refused, if it was."""
    log, refusal = read_log(practice_setting(form)), ""
    for step in steps[:place]:
        refusal = ""
        try:
            log = append(log, entry_of(step, log.next_sequence))
        except DomainError as refused:
            refusal = describe(refused, told_of(log))
    return log, refusal
