"""The minutes, and the extract of one case to its parties, as PDF in the council's written form: the same bytes always.

Law: kommuneloven (2018) § 11-4.
Rules: R-300.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from app.meetings.minutes_texts.document_words import DocumentWords
from app.meetings.minutes_texts.item_lines import ItemText, ProposalText
from app.meetings.minutes_texts.minutes_text import AttendanceTable, MinutesText
from app.meetings.minutes_texts.words import WrittenForm
from app.pdf.blocks import (
    Block,
    Column,
    Heading,
    KeepTogether,
    KeyValues,
    Look,
    Paragraph,
    Row,
    Signatory,
    SignatureLines,
    Strong,
    Table,
)
from app.pdf.document import build_pdf
from app.pdf.facts import DocumentFacts, FooterLabels, Language
from app.pdf.fingerprint import content_fingerprint

LANGUAGES = {WrittenForm.BOKMAAL: Language.BOKMAL, WrittenForm.NYNORSK: Language.NYNORSK}


@dataclass(frozen=True, slots=True)
class Issue:
    """What the document is known by, and when it was made: the moment of the last thing that is in it."""

    document_id: str
    dated: datetime


def minutes_pdf(minutes: MinutesText, issue: Issue) -> bytes:
    """The minutes as a tagged PDF with id and SHA-256 on each page."""
    return build_pdf(_facts(minutes, minutes.title, issue), tuple(minutes_blocks(minutes)))


def minutes_fingerprint(minutes: MinutesText, issue: Issue) -> str:
    """The SHA-256 that stands on each page of the PDF."""
    return content_fingerprint(_facts(minutes, minutes.title, issue), tuple(minutes_blocks(minutes)))


def extract_pdf(minutes: MinutesText, item: ItemText, issue: Issue) -> bytes:
    """One case, with the meeting's head and attendance, for those whom it concerns."""
    return build_pdf(_facts(minutes, minutes.labels.extract, issue), tuple(extract_blocks(minutes, item)))


def minutes_blocks(minutes: MinutesText) -> Iterator[Block]:
    """Head, attendance, what happened outside the items, each item, corrections, signatures."""
    labels = minutes.labels
    yield from _head(minutes, minutes.title)
    yield from _attendance(minutes)
    yield from _lines(labels.opening, minutes.opening)
    for item in minutes.items:
        yield from _item(item, labels)
    yield from _lines(labels.outside, minutes.outside)
    if minutes.next_meeting:
        yield Paragraph(minutes.next_meeting)
    yield from _lines(labels.notes, minutes.notes)
    yield from _signatures(minutes)


def extract_blocks(minutes: MinutesText, item: ItemText) -> Iterator[Block]:
    """The head of the meeting and the one case, attested."""
    yield from _head(minutes, minutes.labels.extract)
    yield Paragraph(minutes.at_roll)
    yield from _item(item, minutes.labels)
    yield Paragraph(minutes.labels.true_copy)
    secretary = tuple(Signatory(name, role) for name, role in minutes.signatories if role == minutes.labels.secretary)
    if secretary:
        yield SignatureLines(secretary, minutes.labels.place_and_date)


def _facts(minutes: MinutesText, title: str, issue: Issue) -> DocumentFacts:
    labels = minutes.labels
    number = dict(minutes.facts).get(labels.number, "")
    return DocumentFacts(
        title=" ".join(part for part in (title, minutes.council, number) if part),
        language=LANGUAGES[minutes.form],
        author=minutes.municipality or minutes.council,
        document_id=issue.document_id,
        dated=issue.dated,
        labels=FooterLabels(page=labels.page, document_id=labels.document, fingerprint=labels.fingerprint),
    )


def _head(minutes: MinutesText, title: str) -> Iterator[Block]:
    yield Heading(1, title)
    yield Paragraph(minutes.council, Look.LEAD)
    yield KeyValues(minutes.facts)
    yield Paragraph(f"{minutes.face_line}. {minutes.standing}", Look.NOTE)


def _attendance(minutes: MinutesText) -> Iterator[Block]:
    labels = minutes.labels
    yield Heading(2, labels.attendance)
    yield Paragraph(minutes.at_roll)
    for each in minutes.tables:
        yield KeepTogether((Heading(3, each.heading), _table(each) if each.rows else Paragraph(labels.nobody)))
    if minutes.others:
        yield KeepTogether((Heading(3, labels.others), Paragraph("\n".join(minutes.others))))


def _table(table: AttendanceTable) -> Table:
    columns = tuple(Column(title, row_header=place == 0) for place, title in enumerate(table.columns))
    return Table(columns, tuple(Row(row) for row in table.rows), dense=True)


def _item(item: ItemText, labels: DocumentWords) -> Iterator[Block]:
    yield Heading(2, item.heading)
    if item.withheld:
        yield Paragraph(item.withheld, Look.NOTICE)
    if item.recommendation:
        yield from _texts(item.recommendation.heading, (item.recommendation.text,))
    yield from _texts(labels.consideration, item.consideration)
    if item.proposals:
        yield Heading(3, labels.proposals)
        for each in item.proposals:
            yield Paragraph(_proposal(each))
    yield from _texts(labels.voting, item.voting)
    if item.decisions:
        yield KeepTogether(
            (Heading(3, labels.decision), *(Paragraph((Strong(each),)) for each in item.decisions)),
        )
    yield from _texts(labels.statements, item.statements)


def _proposal(proposal: ProposalText) -> tuple[Strong | str, ...]:
    rest = " ".join(part for part in (proposal.text, proposal.note) if part)
    return (Strong(f"{proposal.heading}:"), f" {rest}")


def _texts(heading: str, texts: tuple[str, ...]) -> Iterator[Block]:
    if texts:
        yield Heading(3, heading)
        yield from (Paragraph(each) for each in texts)


def _lines(heading: str, lines: tuple[str, ...]) -> Iterator[Block]:
    if lines:
        yield Heading(2, heading)
        yield from (Paragraph(each) for each in lines)


def _signatures(minutes: MinutesText) -> Iterator[Block]:
    if minutes.signatories:
        lines = SignatureLines(
            tuple(Signatory(name, role) for name, role in minutes.signatories), minutes.labels.place_and_date
        )
        yield KeepTogether((Heading(2, minutes.labels.signatures), lines))
