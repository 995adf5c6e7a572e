"""The attendance list of a period as PDF and as CSV. Never public.

The CSV (UTF-8, comma, a heading) has one row for each person and meeting:

| column | holds |
|---|---|
| ``council`` · ``meeting`` · ``on`` | name; 6/25; 2025-03-11 |
| ``name`` | |
| ``as_deputy`` · ``led`` | ``1`` or ``0`` |
| ``minutes`` | whole minutes in the seat |
"""

import csv
import io
from collections.abc import Iterator
from datetime import datetime, timedelta

from flask_babel import force_locale
from flask_babel import gettext as _

from app.core.formatting import long_date, number
from app.councils.documents.register_csv import harmless
from app.meetings.attendance_lists.queries import AttendanceList
from app.pdf.blocks import Align, Block, Column, Heading, KeyValues, Look, Paragraph, Row, RowLook, Table
from app.pdf.document import build_pdf
from app.pdf.facts import DocumentFacts, FooterLabels, Language

COLUMNS = ("council", "meeting", "on", "name", "as_deputy", "led", "minutes")
LANGUAGES = {"nb": Language.BOKMAL, "nn": Language.NYNORSK}


def attendance_csv(listed: AttendanceList) -> bytes:
    """A row for each person and meeting, in the order of the meetings."""
    written = io.StringIO(newline="")
    rows = csv.writer(written, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    for meeting in listed.meetings:
        for each in meeting.figures:
            facts = (meeting.council, meeting.number, meeting.on.isoformat(), each.name)
            told = (str(int(each.as_deputy)), str(int(each.led)), str(each.whole_minutes))
            rows.writerow([harmless(text) for text in (*facts, *told)])
    return written.getvalue().encode()


def attendance_pdf(listed: AttendanceList, language: str, dated: datetime) -> bytes:
    """The list with sums for each person, and the meetings they are made of."""
    with force_locale(language):
        return build_pdf(_facts(listed, language, dated), tuple(_blocks(listed)))


def _facts(listed: AttendanceList, language: str, dated: datetime) -> DocumentFacts:
    return DocumentFacts(
        title=_("Oppmøteliste %(first)s – %(last)s", first=long_date(listed.from_on), last=long_date(listed.last_on)),
        language=LANGUAGES.get(language, Language.BOKMAL),
        author=_("%(municipality)s kommune", municipality=listed.municipality or "–"),
        document_id=f"OL-{listed.from_on.isoformat()}-{listed.last_on.isoformat()}",
        dated=dated,
        labels=FooterLabels(
            page=_("Side {page} av {pages}"), document_id=_("Dokument"), fingerprint=_("Innhold (SHA-256)")
        ),
    )


def _blocks(listed: AttendanceList) -> Iterator[Block]:
    yield Heading(1, _("Oppmøteliste"))
    period = _("%(first)s – %(last)s", first=long_date(listed.from_on), last=long_date(listed.last_on))
    yield Paragraph(period, Look.LEAD)
    yield KeyValues(((_("Utvalg"), ", ".join(listed.councils)), (_("Møter"), number(len(listed.meetings)))))
    yield Paragraph(_("Ikke offentlig."), Look.NOTICE)
    yield Heading(2, _("Hver person"))
    if not listed.people:
        yield Paragraph(_("Ingen møter er holdt i perioden."))
        return
    yield _people(listed)
    yield Heading(2, _("Hvert møte"))
    yield _meetings(listed)


def _people(listed: AttendanceList) -> Table:
    columns = (
        Column(_("Navn"), row_header=True),
        Column(_("Som medlem"), Align.RIGHT),
        Column(_("Som vara"), Align.RIGHT),
        Column(_("Ledet"), Align.RIGHT),
        Column(_("Tid i plassen"), Align.RIGHT),
        Column(_("Beløp (kr)"), Align.RIGHT),
    )
    rows = tuple(
        Row(
            (
                each.name,
                number(each.as_member),
                number(each.as_deputy),
                number(each.led),
                hours(each.in_seat),
                number(listed.rates.amount(each)),
            )
        )
        for each in listed.people
    )
    total = sum(listed.rates.amount(each) for each in listed.people)
    return Table(columns, (*rows, Row((_("Sum"), "", "", "", "", number(total)), RowLook.TOTAL)))


def _meetings(listed: AttendanceList) -> Table:
    columns = (
        Column(_("Navn"), row_header=True),
        Column(_("Møtte som")),
        Column(_("Tid i plassen"), Align.RIGHT),
    )
    rows: list[Row] = []
    for meeting in listed.meetings:
        rows.append(Row((f"{meeting.council} {meeting.number}, {long_date(meeting.on)}",), RowLook.GROUP))
        for each in meeting.figures:
            role = _("vara") if each.as_deputy else _("medlem")
            told = _("%(role)s, møteleder", role=role) if each.led else role
            rows.append(Row((each.name, told, hours(each.in_seat))))
    return Table(columns, tuple(rows), dense=True)


def hours(time: timedelta) -> str:
    """1:05, in hours and whole minutes, rounded down."""
    minutes = time // timedelta(minutes=1)
    return f"{minutes // 60}:{minutes % 60:02d}"
