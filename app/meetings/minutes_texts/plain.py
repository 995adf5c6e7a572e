"""The minutes as plain text, for mail and for reading aloud; the same parts in the same order as page and paper.

Rules: R-300.
"""

from collections.abc import Iterator

from app.meetings.minutes_texts.document_words import DocumentWords
from app.meetings.minutes_texts.item_lines import ItemText, ProposalText
from app.meetings.minutes_texts.minutes_text import AttendanceTable, MinutesText


def plain_text(minutes: MinutesText) -> str:
    """The whole minutes, one fact or sentence a line, an empty line between parts."""
    return "\n".join(_lines(minutes)).rstrip("\n") + "\n"


def _lines(minutes: MinutesText) -> Iterator[str]:
    labels = minutes.labels
    yield f"{minutes.title.upper()} – {minutes.council}"
    yield f"{minutes.face_line}. {minutes.standing}"
    yield ""
    yield from (f"{name}: {value}" for name, value in minutes.facts)
    yield from _part(labels.attendance, (minutes.at_roll,))
    for table in minutes.tables:
        yield from _part(table.heading, _rows(table) or (labels.nobody,))
    yield from _part(labels.others, minutes.others)
    yield from _part(labels.opening, minutes.opening)
    for item in minutes.items:
        yield from _item(item, labels)
    yield from _part(labels.outside, minutes.outside)
    yield from _part("", (minutes.next_meeting,) if minutes.next_meeting else ())
    yield from _part(labels.notes, minutes.notes)
    yield from _part(labels.signatures, tuple(", ".join(part for part in each if part) for each in minutes.signatories))


def _part(heading: str, lines: tuple[str, ...]) -> Iterator[str]:
    """A heading with its lines; nothing at all where there are none."""
    if not lines:
        return
    yield ""
    if heading:
        yield heading
    yield from lines


def _rows(table: AttendanceTable) -> tuple[str, ...]:
    return tuple("- " + "; ".join(cell for cell in row if cell) for row in table.rows)


def _item(item: ItemText, labels: DocumentWords) -> Iterator[str]:
    yield from ("", "", f"SAK {item.heading}" if item.heading[:1].isdigit() else item.heading.upper())
    if item.withheld:
        yield item.withheld
    if item.recommendation:
        yield from _part(item.recommendation.heading, (item.recommendation.text,))
    yield from _part(labels.consideration, item.consideration)
    yield from _part(labels.proposals, tuple(_proposal(each) for each in item.proposals))
    yield from _part(labels.voting, item.voting)
    yield from _part(labels.decision, item.decisions)
    yield from _part(labels.statements, item.statements)


def _proposal(proposal: ProposalText) -> str:
    return " ".join(part for part in (f"{proposal.heading}: {proposal.text}", proposal.note) if part)
