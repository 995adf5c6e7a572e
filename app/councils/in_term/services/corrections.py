"""Correct what is recorded of a membership. What was shown before can still be shown."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from app.audit.services import Actor, record
from app.councils.council_models import CouncilTerm
from app.councils.domain.correcting import AnyVersion, Correction, require_correction
from app.councils.domain.history import Membership
from app.councils.domain.membership_refusals import OutsideTerm
from app.councils.domain.recording import Spell
from app.councils.in_term.change_document import document
from app.councils.in_term.events import SpellsCorrected
from app.councils.in_term.services.changes import entry_document
from app.councils.services.spells import record_spells


def correct_spells(
    session: Session,
    council_term: CouncilTerm,
    corrections: Sequence[Correction],
    reason: str,
    *,
    by: Actor,
    at: datetime,
) -> Membership:
    """Write new versions of what was wrong, all in one act: other dates, another reason, or that it never was.

    A leave that ends earlier or is lengthened is corrected so too, with the case number of the new decision.
    Refused, with nothing stored: without a reason, what somebody has corrected meanwhile, what cannot be true.

    Rules: R-253, R-262.
    """
    for each in corrections:
        require_correction(each, reason)
        _require_a_day(each.after, council_term)
    entries = [each.entry() for each in corrections]
    membership = record_spells(session, council_term, entries, by=by, at=at)
    corrected = SpellsCorrected(
        council_term.council.slug,
        {"spells": [_before(each.before) for each in corrections]},
        [entry_document(each) for each in entries],
        reason,
    )
    record(session, corrected, by=by, at=at)
    return membership


def _require_a_day(after: Spell | None, council_term: CouncilTerm) -> None:
    """Rules: R-262."""
    if after and after.to_on and after.to_on <= after.from_on:
        raise OutsideTerm(after.person_id, after.from_on, after.to_on, council_term.from_on, council_term.to_on)


def _before(version: AnyVersion) -> dict[str, object]:
    spell: Spell = version.spell
    return {"kind": type(spell).__name__, "id": version.id, **document(spell)}
