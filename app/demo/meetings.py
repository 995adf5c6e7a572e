"""Meetings of the demo's councils, 2025 to 2027: those that have been, the next ones called, the rest planned.

One is moved, one cancelled, one has an additional agenda, and to the next in Fana a member cannot come. What happened
in the latest that have been is in ``held_meetings``.
"""

import tempfile
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from sqlalchemy.orm import Session

from app.audit.services import AT_THE_KEYBOARD as BY
from app.core.clock import OSLO
from app.councils.council_models import Council
from app.councils.models import Municipality
from app.councils.queries import councils
from app.demo.held_meetings import hold
from app.demo.meeting_cases import ADDITIONAL, DECISIONS, EXEMPT, INFORMATION, REFERRAL, DemoCase
from app.meetings.agenda.file_types import PaperKind
from app.meetings.agenda.services.papers import Paper, attach, set_case_text
from app.meetings.agenda.services.usual_items import put_usual_items
from app.meetings.calling.models import OtherRecipient
from app.meetings.calling.queries import call_log, seats_called
from app.meetings.calling.services.call import call_meeting
from app.meetings.calling.services.call_out import answer_call, report_absence
from app.meetings.domain.call_out import DeputyAnswer
from app.meetings.domain.exemption import SECRECY_BASIS, Passage
from app.meetings.domain.meeting_forms import StandingRules
from app.meetings.domain.states import ItemState
from app.meetings.domain.taking_part import Capacity
from app.meetings.models import Meeting
from app.meetings.services.agenda import ItemHeading, put_item, set_item_state
from app.meetings.services.plan import MeetingFrame, cancel_meeting, move_meeting, plan_meeting
from app.meetings.services.standing_rules import UsualFrame, set_standing_rules
from app.pdf.blocks import Heading, Paragraph
from app.pdf.document import build_pdf
from app.pdf.facts import DocumentFacts, FooterLabels, Language

PLANNED_AT = datetime(2024, 12, 2, 9, tzinfo=UTC)
SIX_O_CLOCK = time(18)
NOTICE = timedelta(days=14)
WEEKS = ("2025-03-10", "2025-06-10", "2025-09-15", "2025-11-24", "2026-02-09", "2026-04-20", "2026-06-08", "2026-09-14")
"""The weeks of the meetings that have been; the councils meet on four evenings of each, two by two."""

FANA_FROM = "2026-02-09"
"""From this week on it is told what happened in Fana; of the other councils, only in the latest meeting."""

NEXT_WEEK = "2026-12-07"
PLANNED_WEEKS = ("2027-01-25", "2027-03-08", "2027-04-26", "2027-06-07", "2027-09-06")
NYNORSK = frozenset({"arna"})
MOVED, CANCELLED = ("fyllingsdalen", "2027-01-25"), ("laksevag", "2027-03-08")
SECRETARIES = ("Ingunn Sjøbakk", "Torleiv Brekkhus", "Wenche Aasmo", "Jan Erik Flatnes")


def make_meetings(session: Session, municipality: Municipality) -> None:
    """The year plans with their agendas. The same demo gives the same rows."""
    session.add(
        OtherRecipient(
            municipality_id=municipality.id,
            council_id=None,
            name="Ordførerens kontor",
            email="ordforer@bergen.example",
            capacity=Capacity.MAYOR,
        )
    )
    for place, council in enumerate(each for each in councils(session) if each.abolished_on is None):
        _rules(session, council, place)
        for number, week in enumerate(WEEKS):
            meeting = _meeting(session, council, week, place)
            _held(session, meeting, number + place)
            if week == WEEKS[-1] or (council.slug == "fana" and week >= FANA_FROM):
                hold(session, meeting, number + place)
        _next(session, _meeting(session, council, NEXT_WEEK, place), place)
        for week in PLANNED_WEEKS:
            _planned(session, _meeting(session, council, week, place), week)


def _rules(session: Session, council: Council, place: int) -> None:
    usual = UsualFrame(
        language="nn" if council.slug in NYNORSK else "nb",
        place=f"Bydelshuset i {council.district.name}",
        secretary=SECRETARIES[place % len(SECRETARIES)],
        absence_to=council.contact,
        question_time_minutes=30,
    )
    set_standing_rules(session, council, StandingRules(), usual, by=BY, at=PLANNED_AT)


def _meeting(session: Session, council: Council, week: str, place: int) -> Meeting:
    day = date.fromisoformat(week) + timedelta(days=place % 4)
    starts_at = datetime.combine(day, SIX_O_CLOCK, OSLO)
    planned_at = PLANNED_AT if day.year == 2025 else PLANNED_AT.replace(year=day.year - 1, month=11)
    return plan_meeting(session, council, MeetingFrame(starts_at), by=BY, at=planned_at)


def _held(session: Session, meeting: Meeting, number: int) -> None:
    at = _called_at(meeting)
    _agenda(session, meeting, number, at)
    call_meeting(session, meeting, seen=meeting.edit, by=BY, at=at)


def _next(session: Session, meeting: Meeting, place: int) -> None:
    at = _called_at(meeting)
    _agenda(session, meeting, place, at)
    _attach(session, meeting, at)
    _put(session, meeting, EXEMPT, at)
    call_meeting(session, meeting, seen=meeting.edit, by=BY, at=at)
    if meeting.council.slug == "fana":
        _more(session, meeting, at + timedelta(days=2))


def _more(session: Session, meeting: Meeting, at: datetime) -> None:
    """An additional agenda; a member who cannot come; the first deputy says no, and the second is asked."""
    _put(session, meeting, ADDITIONAL, at)
    call_meeting(session, meeting, seen=meeting.edit, by=BY, at=at)
    absent = seats_called(session, meeting, at)[2]
    report_absence(session, meeting, absent.person_id, "", by=BY, at=at + timedelta(hours=2))
    asked = call_log(session, meeting)[-1]
    pair = (asked.absent_person_id, asked.deputy_person_id)
    answer_call(session, meeting, *pair, DeputyAnswer.DECLINES, by=BY, at=at + timedelta(hours=5))


def _planned(session: Session, meeting: Meeting, week: str) -> None:
    at = _planned_later()
    if (meeting.council.slug, week) == MOVED:
        to = meeting.starts_at + timedelta(days=7)
        reason = "Bydelshuset er stengt denne uken."
        move_meeting(session, meeting, to, "", reason, seen=meeting.edit, by=BY, at=at)
    if (meeting.council.slug, week) == CANCELLED:
        cancel_meeting(session, meeting, "Det er ingen saker.", seen=meeting.edit, by=BY, at=at)


def _planned_later() -> datetime:
    return datetime(2026, 11, 17, 9, tzinfo=UTC)


def _called_at(meeting: Meeting) -> datetime:
    return (meeting.starts_at - NOTICE).astimezone(OSLO).replace(hour=12)


def _agenda(session: Session, meeting: Meeting, number: int, at: datetime) -> None:
    put_usual_items(session, meeting, seen=meeting.edit, by=BY, at=at)
    cases = [DECISIONS[(number + step) % len(DECISIONS)] for step in range(2)]
    for case in (*cases, INFORMATION[number % len(INFORMATION)], REFERRAL):
        _put(session, meeting, case, at)


def _put(session: Session, meeting: Meeting, case: DemoCase, at: datetime) -> None:
    district = meeting.council.district.name
    heading = ItemHeading(
        case.kind,
        case.title.format(district=district),
        case.exempt_under,
        case.public_title,
        recommendation=case.recommendation.format(district=district),
        recommended_by="Byrådsavdelingen" if case.recommendation else "",
    )
    row = put_item(session, meeting, heading, seen=meeting.edit, by=BY, at=at)
    if passages := _passages(case):
        set_case_text(session, meeting, row.key, passages, seen=meeting.edit, by=BY, at=at)
    set_item_state(session, meeting, row.key, ItemState.ON_AGENDA, seen=meeting.edit, by=BY, at=at)


def _passages(case: DemoCase) -> Sequence[Passage]:
    written = []
    if case.background:
        written.append(Passage(f"<h3>Bakgrunn</h3>{case.background}"))
    if case.exempt_text:
        written.append(Passage(case.exempt_text, SECRECY_BASIS))
    if case.assessment:
        written.append(Passage(f"<h3>Vurdering</h3>{case.assessment}"))
    return written


def _attach(session: Session, meeting: Meeting, at: datetime) -> None:
    """A map of the district, as far as a sentence is one, with the first case to decide."""
    item = next(each for each in meeting.items if each.recommendation)
    facts = DocumentFacts(
        title=f"Kart over {meeting.council.district.name}",
        language=Language.BOKMAL,
        author="Byrådsavdelingen",
        document_id=f"KART-{meeting.address}",
        dated=at,
        labels=FooterLabels(page="Side {page} av {pages}", document_id="Dokument", fingerprint="Innhold (SHA-256)"),
    )
    words = (Heading(1, facts.title), Paragraph("Skoleveien går fra torget, forbi butikken og opp til skolen."))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "kart.pdf"
        path.write_bytes(build_pdf(facts, words))
        paper = Paper(path, "kart.pdf", PaperKind.PDF, facts.title)
        attach(session, meeting, item.key, paper, seen=meeting.edit, by=BY, at=at)
