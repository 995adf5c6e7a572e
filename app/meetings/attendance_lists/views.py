"""Attendance and remuneration over a period: for those who keep the councils' meetings, and never public."""

from datetime import date
from http import HTTPStatus

from flask import Blueprint, Response, abort, render_template, request
from flask_babel import lazy_gettext as _l
from wtforms import DateField, IntegerField, SelectField
from wtforms.validators import NumberRange, Optional

from app.core.access import requires
from app.core.clock import OSLO, now
from app.core.database import db
from app.core.forms import Filled, Form, choice
from app.core.i18n import chosen_language
from app.meetings.attendance_lists.documents import attendance_csv, attendance_pdf, hours
from app.meetings.attendance_lists.queries import AttendanceList, attendance_list
from app.meetings.domain.attendance_figures import Rates
from app.meetings.room import KEEP, councils_in_reach, keeps

attendance_room = Blueprint("attendance", __name__, url_prefix="/admin/moter/oppmote")

MOST = 100_000


class PeriodForm(Form):
    class Meta(Form.Meta):
        """It asks and changes nothing, so that its address can be kept."""

        csrf = False

    utvalg = SelectField(_l("Utvalg"), [Optional()])
    fra = DateField(_l("Fra og med"), [Filled(_l("Velg en dag."))])
    til = DateField(_l("Til og med"), [Filled(_l("Velg en dag."))])
    medlem = IntegerField(_l("Kroner per møte som medlem"), [Optional(), NumberRange(0, MOST)])
    vara = IntegerField(_l("Kroner per møte som vara"), [Optional(), NumberRange(0, MOST)])
    leder = IntegerField(_l("Kroner i tillegg for å lede møtet"), [Optional(), NumberRange(0, MOST)])


@attendance_room.get("")
@requires(KEEP)
def show() -> str:
    """Choose a period; see who met, and download it."""
    form = _form()
    listed = _listed(form) if "fra" in request.args and form.validate() else None
    asked = dict(request.args.items())
    return render_template("meetings/attendance.html", form=form, listed=listed, hours=hours, asked=asked)


@attendance_room.get("/oppmote.csv")
@requires(KEEP)
def csv_file() -> Response:
    """A row for each person and meeting."""
    return _file(attendance_csv(_asked()), "text/csv", "oppmote.csv")


@attendance_room.get("/oppmote.pdf")
@requires(KEEP)
def pdf_file() -> Response:
    """The list as a document."""
    language = "nn" if chosen_language() == "nn" else "nb"
    return _file(attendance_pdf(_asked(), language, now()), "application/pdf", "oppmote.pdf")


def _asked() -> AttendanceList:
    form = _form()
    return _listed(form) if form.validate() else abort(HTTPStatus.BAD_REQUEST)


def _form() -> PeriodForm:
    today = now().astimezone(OSLO).date()
    form = PeriodForm(request.args or None, data={"fra": date(today.year, 1, 1), "til": today})
    councils = [each for each in councils_in_reach(db.session()) if keeps(each)]
    form.utvalg.choices = [choice("", str(_l("Alle"))), *(choice(each.slug, each.name) for each in councils)]
    return form


def _listed(form: PeriodForm) -> AttendanceList:
    councils = [
        each for each in councils_in_reach(db.session()) if keeps(each) and form.utvalg.data in ("", None, each.slug)
    ]
    rates = Rates(form.medlem.data or 0, form.vara.data or 0, form.leder.data or 0)
    first, last = form.fra.data, form.til.data
    assert first
    assert last
    return attendance_list(db.session(), councils, first, max(first, last), rates=rates, known=now())


def _file(content: bytes, kind: str, name: str) -> Response:
    answer = Response(content, mimetype=kind)
    answer.headers.set("Content-Disposition", "attachment", filename=name)
    return answer
