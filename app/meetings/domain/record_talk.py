"""What is said and goes into the minutes: remarks, statements, questions and answers.

Law: kommuneloven (2018) §§ 8-1, 11-2, 11-4.
Rules: R-285, R-286, R-300.
"""

from dataclasses import dataclass, replace
from typing import assert_never

from app.core.errors import DomainError
from app.meetings.domain.events import (
    QuestionAnswered,
    QuestionAsked,
    RemarkEntered,
    SpokeAsOther,
    StatementEntered,
    TalkEvent,
)
from app.meetings.domain.exemption import require_legal_basis
from app.meetings.domain.presence import NotInSeat
from app.meetings.domain.proceedings import KeyTaken, NotInMeeting, Proceedings, require_open_item, require_running
from app.meetings.domain.record_items import require_adopted
from app.meetings.domain.taking_part import Right, require_right


@dataclass(unsafe_hash=True)
class NothingSaid(DomainError):
    """A remark, statement, question or answer without words."""


def record_talk(now: Proceedings, event: TalkEvent) -> Proceedings:
    """The meeting after something is said that the minutes tell.

    Members speak from their seats; others only in a capacity that the law gives the right to speak.

    Law: kommuneloven (2018) §§ 8-1, 11-2.
    Rules: R-285, R-286.
    """
    require_running(now)
    if not isinstance(event, SpokeAsOther) and not event.text.strip():
        raise NothingSaid
    match event:
        case RemarkEntered(_text, exempt_under):
            if exempt_under:
                require_legal_basis(exempt_under)
        case SpokeAsOther(_name, capacity):
            require_right(capacity, Right.SPEAK, employer_matter=True)
        case StatementEntered():
            _require_statement(now, event)
        case QuestionAsked(key, person_id):
            return _ask(now, key, person_id)
        case QuestionAnswered(question):
            if question not in now.questions:
                raise NotInMeeting("question", question)
        case _:
            assert_never(event)
    return now


def _require_statement(now: Proceedings, event: StatementEntered) -> None:
    item = require_open_item(now).item.key
    _require_seat(now, event.person_id)
    if event.vote:
        require_adopted(now, event.vote, item)


def _ask(now: Proceedings, key: str, person_id: int) -> Proceedings:
    """Law: kommuneloven (2018) § 11-2.

    Rules: R-285.
    """
    _require_seat(now, person_id)
    if key in now.questions:
        raise KeyTaken("question", key)
    return replace(now, questions=(*now.questions, key))


def _require_seat(now: Proceedings, person_id: int) -> None:
    if now.occupancy.seat_of(person_id) is None:
        raise NotInSeat(person_id)
