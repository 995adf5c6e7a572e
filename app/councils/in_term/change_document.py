"""What has happened, what the law says, and what is decided, each as one JSON text, whole, and back.

Dates are written 2022-03-01. Unknown keys are refused, so that nothing stored can ever be half understood.
"""

import json
from collections.abc import Sequence
from datetime import date

from cattrs import Converter

from app.councils.domain import events
from app.councils.domain.choices import Choice
from app.councils.domain.events import Event
from app.councils.domain.proposals import Consequences
from app.councils.domain.recording import Spell

KINDS: dict[str, type[Event]] = {
    "leaves_for_good": events.LeavesForGood,
    "moves_out": events.MovesOut,
    "moves_back": events.MovesBack,
    "goes_on_leave": events.GoesOnLeave,
    "wants_back": events.WantsBack,
    "is_suspended": events.IsSuspended,
    "suspension_ends": events.SuspensionEnds,
    "substitute_leaves": events.SubstituteLeaves,
    "is_absent": events.IsAbsent,
    "leaves_office": events.LeavesOffice,
    "changes_party": events.ChangesParty,
    "deputies_run_short": events.DeputiesRunShort,
    "seat_is_vacant": events.SeatIsVacant,
    "office_is_vacant": events.OfficeIsVacant,
}
"""What can happen, by the word it is stored under."""

_NAMES = {kind: name for name, kind in KINDS.items()}

_converter = Converter(forbid_extra_keys=True)
_converter.register_unstructure_hook(date, lambda value: value.isoformat())
_converter.register_structure_hook(date, lambda text, _: date.fromisoformat(text))


def kind_of(event: Event) -> str:
    """The word that what happened is stored under."""
    return _NAMES[type(event)]


def document(value: Event | Choice | Spell) -> dict[str, object]:
    """The facts of an event, a choice or a spell as plain values."""
    facts: dict[str, object] = _converter.unstructure(value)
    return facts


def write_event(event: Event) -> str:
    """What happened, as JSON: its kind, and its facts."""
    return _text({"kind": kind_of(event), **_converter.unstructure(event)})


def read_event(text: str) -> Event:
    """The event that ``write_event`` wrote."""
    facts = json.loads(text)
    return _converter.structure(facts, KINDS[facts.pop("kind")])


def write_consequences(consequences: Consequences) -> str:
    """What the law says, as JSON."""
    return _text(_converter.unstructure(consequences))


def read_consequences(text: str) -> Consequences:
    """The consequences that ``write_consequences`` wrote."""
    return _converter.structure(json.loads(text), Consequences)


def write_choices(choices: Sequence[Choice]) -> str:
    """What is decided about each step, as JSON."""
    return _text(_converter.unstructure(tuple(choices)))


def read_choices(text: str) -> tuple[Choice, ...]:
    """The choices that ``write_choices`` wrote."""
    return _converter.structure(json.loads(text), tuple[Choice, ...])


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
