"""The whole minutes in words, part by part in their order: what page, paper and plain text all print.

Law: kommuneloven (2018) § 11-4.
Rules: R-300.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from babel.dates import format_date

from app.councils.domain.membership import Role
from app.meetings.domain.attendance import Absent, Met
from app.meetings.domain.minutes import Face, Minutes, MinutesHead
from app.meetings.domain.roster import Roster
from app.meetings.domain.taking_part import OtherAttendee
from app.meetings.minutes_texts.attendance_lines import at_roll, remarks
from app.meetings.minutes_texts.document_words import DOCUMENT_WORDS, DocumentWords
from app.meetings.minutes_texts.item_lines import ItemText, between_lines, item_text, people_of
from app.meetings.minutes_texts.words import WORDS, Words, WrittenForm, clock_time, listed


@dataclass(frozen=True, slots=True)
class Note:
    """A correction: the minutes themselves are never changed."""

    on: date
    text: str


@dataclass(frozen=True, slots=True)
class Standing:
    """How far the minutes have come: a draft until ``approved_on``; the corrections made since."""

    approved_on: date | None = None
    notes: tuple[Note, ...] = ()


DRAFT = Standing()


@dataclass(frozen=True, slots=True)
class AttendanceTable:
    """One of the three tables; without rows it says that there was nobody."""

    heading: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class MinutesText:
    """The minutes in words, of one face and in one written form. Empty parts are left out of the document."""

    form: WrittenForm
    face: Face
    title: str
    council: str
    municipality: str
    face_line: str
    standing: str
    facts: tuple[tuple[str, str], ...]
    at_roll: str
    tables: tuple[AttendanceTable, ...]
    others: tuple[str, ...]
    opening: tuple[str, ...]
    items: tuple[ItemText, ...]
    outside: tuple[str, ...]
    next_meeting: str
    notes: tuple[str, ...]
    signatories: tuple[tuple[str, str], ...]

    @property
    def labels(self) -> DocumentWords:
        """The headings in the same written form."""
        return DOCUMENT_WORDS[self.form]


def minutes_text(minutes: Minutes, roster: Roster, form: WrittenForm, standing: Standing = DRAFT) -> MinutesText:
    """The minutes in words.

    Law: kommuneloven (2018) § 11-4.
    Rules: R-300.
    """
    words, labels = WORDS[form], DOCUMENT_WORDS[form]
    people, head = people_of(roster), minutes.head
    before, after = _around_items(minutes)
    return MinutesText(
        form=form,
        face=minutes.face,
        title=labels.minutes,
        council=head.occasion.council,
        municipality=head.occasion.municipality,
        face_line=labels.public_face if minutes.face is Face.PUBLIC else labels.full_face,
        standing=labels.approved.format(day=day_text(standing.approved_on, form))
        if standing.approved_on
        else labels.draft,
        facts=tuple(_facts(head, form, labels)),
        at_roll=at_roll(minutes, words),
        tables=tuple(_tables(minutes, words, labels)),
        others=tuple(_other(each, labels) for each in minutes.attendance.others),
        opening=between_lines(before, people, words),
        items=tuple(item_text(each, people, words) for each in minutes.items),
        outside=between_lines(after, people, words),
        next_meeting=labels.next_meeting.format(day=day_text(head.occasion.next_meeting_on, form))
        if head.occasion.next_meeting_on
        else "",
        notes=tuple(labels.note.format(day=day_text(each.on, form), text=each.text) for each in standing.notes),
        signatories=tuple(_signatories(head, labels)),
    )


def day_text(day: date, form: WrittenForm) -> str:
    """``torsdag 8. mai 2025``, in the written form."""
    return str(format_date(day, "EEEE d. MMMM y", locale=form.value))


def _around_items(minutes: Minutes) -> tuple[Minutes, Minutes]:
    """The minutes with what happened before the first item only, and with what happened after it began."""
    first = min((each.place for item in minutes.items for each in item.course), default=0)
    before = tuple(each for each in minutes.between if not first or each.place < first)
    after = tuple(each for each in minutes.between if each not in before)
    return replace(minutes, between=before), replace(minutes, between=after)


def _facts(head: MinutesHead, form: WrittenForm, labels: DocumentWords) -> Iterator[tuple[str, str]]:
    occasion = head.occasion
    yield labels.council, occasion.council
    if occasion.meeting_number:
        yield labels.number, occasion.meeting_number
    yield labels.day, day_text(head.on, form)
    if time := _time(head, labels):
        yield labels.time, time
    if place := ", ".join(part for part in (labels.remote if head.remote else "", occasion.place) if part):
        yield labels.place, place
    if head.leaders:
        yield labels.leader, listed(dict.fromkeys(each.name for each in head.leaders), WORDS[form])
    if occasion.secretary:
        yield labels.secretary, occasion.secretary
    if head.case_numbers:
        yield labels.cases, _span(head.case_numbers)
    if occasion.archive_reference:
        yield labels.archive, occasion.archive_reference


def _span(numbers: Sequence[str]) -> str:
    """``21/13–24/13``, whatever order the cases were taken in."""
    ordered = sorted(numbers, key=lambda each: (each.rpartition("/")[2], int(each.partition("/")[0].split()[-1])))
    return ordered[0] if len(ordered) == 1 else f"{ordered[0]}–{ordered[-1]}"


def _time(head: MinutesHead, labels: DocumentWords) -> str:
    if head.set_at is None:
        return ""
    start = clock_time(head.set_at)
    if head.closed_at is None:
        return labels.from_only.format(start=start)
    return labels.from_to.format(start=start, end=clock_time(head.closed_at))


def _tables(minutes: Minutes, words: Words, labels: DocumentWords) -> Iterator[AttendanceTable]:
    met = minutes.attendance
    columns = (labels.name, labels.function, labels.party, labels.remark)
    members = tuple(
        (each.attendee.name, _function(each.role, labels), _party(each, words), remarks(each, minutes, words))
        for each in met.members
    )
    yield AttendanceTable(labels.members_met, columns, members)
    absent = tuple(
        (each.attendee.name, _function(each.role, labels), _party(each, words), labels.covered if each.covered else "")
        for each in met.absent
    )
    yield AttendanceTable(labels.absent, columns, absent)
    deputies = tuple(
        (
            each.attendee.name,
            each.met_for.name if each.met_for else "",
            _party(each, words),
            _deputy_remarks(each, minutes, words),
        )
        for each in met.deputies
    )
    yield AttendanceTable(labels.deputies_met, (labels.name, labels.met_for, labels.party, labels.remark), deputies)


def _deputy_remarks(each: Met, minutes: Minutes, words: Words) -> str:
    """The remarks without whose seat it was, which has a column of its own."""
    said = remarks(each, minutes, words)
    whose = words.met_for.format(name=each.met_for.name) if each.met_for else ""
    return said.removeprefix(whose).removeprefix(", ")


def _function(role: Role | None, labels: DocumentWords) -> str:
    return labels.roles[role] if role else labels.member


def _party(each: Met | Absent, words: Words) -> str:
    return each.attendee.party or words.independent


def _other(each: OtherAttendee, labels: DocumentWords) -> str:
    title = each.title or labels.capacities[each.capacity]
    return f"{each.name}, {title}" if title else each.name


def _signatories(head: MinutesHead, labels: DocumentWords) -> Iterator[tuple[str, str]]:
    """Whoever led last, the secretary, and those whom the council has chosen."""
    if head.leaders:
        yield head.leaders[-1].name, labels.leader
    if head.occasion.secretary:
        yield head.occasion.secretary, labels.secretary
    for name in head.occasion.signatories:
        yield name, ""
