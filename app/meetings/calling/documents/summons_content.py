"""The content of a summons, of one face: what stands on paper, in the e-mail and on the public page alike.

Law: kommuneloven (2018) § 11-3; offentleglova (2006) §§ 3, 13.
Rules: R-282, R-283.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.meetings.domain.agenda import ItemKind
from app.meetings.domain.case_numbers import CaseNumber, with_prefix
from app.meetings.domain.exemption import Passage, Withheld, public_face
from app.meetings.domain.meeting_forms import MeetingForm
from app.meetings.domain.minutes import Face


@dataclass(frozen=True, slots=True)
class SummonsPaper:
    """An attachment as it is named; a withheld one has no title, only its paragraph. ``id`` leads to its file."""

    id: int
    title: str
    kind: str
    size: int
    withheld: str = ""


@dataclass(frozen=True, slots=True)
class SummonsItem:
    """An item as this face has it. ``withheld`` is the paragraph that keeps its title and text from the public."""

    key: str
    number: str
    archive_number: str
    kind: ItemKind
    title: str
    exempt_under: str
    withheld: str
    additional: bool
    withdrawn: bool
    case_officer: str
    recommendation: str
    recommended_by: str
    passages: tuple[Passage | Withheld, ...]
    papers: tuple[SummonsPaper, ...]
    not_attached: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Called:
    """One who is summoned, as the attendance table of the summons names them."""

    name: str
    party: str
    role: str


@dataclass(frozen=True, slots=True)
class Summons:
    """A summons. ``number`` is the meeting's of the year ("6/25"); ``question_time_minutes`` 0 for none."""

    face: Face
    municipality: str
    council: str
    number: str
    address: str
    form: MeetingForm
    place: str
    starts_at: datetime
    dated: datetime
    archive_reference: str
    absence_to: str
    question_time_minutes: int
    leader: str
    secretary: str
    called: tuple[Called, ...]
    items: tuple[SummonsItem, ...]


@dataclass(frozen=True, slots=True)
class ItemSource:
    """Everything that is known of an item, before a face is chosen."""

    key: str
    number: CaseNumber | None
    archive_number: str
    kind: ItemKind
    title: str
    public_title: str
    exempt_under: str
    additional: bool
    withdrawn: bool
    case_officer: str
    recommendation: str
    recommended_by: str
    passages: tuple[Passage, ...]
    papers: tuple[SummonsPaper, ...]
    not_attached: tuple[str, ...]


def summons_items(items: Sequence[ItemSource], face: Face, *, prefix: bool) -> tuple[SummonsItem, ...]:
    """The items as this face has them. The public sees nothing of an exempt item but its public title and paragraph.

    Law: offentleglova (2006) § 13; kommuneloven (2018) § 11-4.
    Rules: R-283, R-300.
    """
    return tuple(_item(each, face, prefix=prefix) for each in items)


def _item(item: ItemSource, face: Face, *, prefix: bool) -> SummonsItem:
    hidden = face is Face.PUBLIC and bool(item.exempt_under)
    number = "" if item.number is None else with_prefix(item.number, item.kind) if prefix else str(item.number)
    return SummonsItem(
        key=item.key,
        number=number,
        archive_number=item.archive_number,
        kind=item.kind,
        title=item.public_title if hidden else item.title,
        exempt_under=item.exempt_under,
        withheld=item.exempt_under if hidden else "",
        additional=item.additional,
        withdrawn=item.withdrawn,
        case_officer="" if hidden else item.case_officer,
        recommendation="" if hidden else item.recommendation,
        recommended_by="" if hidden else item.recommended_by,
        passages=() if hidden else public_face(item.passages) if face is Face.PUBLIC else item.passages,
        papers=() if hidden else tuple(_paper(each, face) for each in item.papers),
        not_attached=() if hidden else item.not_attached,
    )


def _paper(paper: SummonsPaper, face: Face) -> SummonsPaper:
    """The public is told that a paper is kept back, and under which paragraph; never what it is."""
    if face is Face.FULL or not paper.withheld:
        return paper
    return SummonsPaper(0, "", paper.kind, 0, paper.withheld)
