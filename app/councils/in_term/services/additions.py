"""Write down what was forgotten. What was shown before it was known can still be shown."""

from datetime import datetime

from sqlalchemy.orm import Session

from app.audit.services import Actor, record
from app.councils.council_models import CouncilTerm
from app.councils.domain.adding import require_addition
from app.councils.domain.history import Membership
from app.councils.domain.membership_refusals import OutsideTerm
from app.councils.domain.recording import Spell, new
from app.councils.in_term.events import SpellAdded
from app.councils.in_term.services.changes import entry_document
from app.councils.services.spells import record_spells


def add_spell(
    session: Session, council_term: CouncilTerm, spell: Spell, reason: str, *, by: Actor, at: datetime
) -> Membership:
    """Add a fact that nobody had written down, and say why it comes now.

    Refused, with nothing stored: without a reason, a body's decision without its case number, a time without a day, and
    what cannot be true together with what is known.

    Rules: R-253, R-256, R-259, R-262.
    """
    require_addition(spell, council_term.basis, reason)
    if spell.to_on and spell.to_on <= spell.from_on:
        raise OutsideTerm(spell.person_id, spell.from_on, spell.to_on, council_term.from_on, council_term.to_on)
    entry = new(spell)
    membership = record_spells(session, council_term, [entry], by=by, at=at)
    record(session, SpellAdded(council_term.council.slug, entry_document(entry), reason), by=by, at=at)
    return membership
