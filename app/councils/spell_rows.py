"""Between the domain's spells and the rows they are kept in: the columns are named as the fields."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, fields
from datetime import datetime
from typing import cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.councils.domain.history import History
from app.councils.domain.membership import (
    DeputySpell,
    GroupAffiliation,
    LeaveSpell,
    RoleSpell,
    SeatSpell,
    SuspensionSpell,
)
from app.councils.domain.recording import Entry, Spell, SpellT
from app.councils.domain.time_axes import Version
from app.councils.membership_models import (
    DeputySpellRow,
    GroupAffiliationRow,
    LeaveSpellRow,
    RoleSpellRow,
    SeatSpellRow,
    SuspensionSpellRow,
)

SpellRow = SeatSpellRow | DeputySpellRow | RoleSpellRow | LeaveSpellRow | SuspensionSpellRow | GroupAffiliationRow

ROWS: dict[type[Spell], type[SpellRow]] = {
    SeatSpell: SeatSpellRow,
    DeputySpell: DeputySpellRow,
    RoleSpell: RoleSpellRow,
    LeaveSpell: LeaveSpellRow,
    SuspensionSpell: SuspensionSpellRow,
    GroupAffiliation: GroupAffiliationRow,
}


def history_of(session: Session, council_term_id: int) -> History:
    """Every version ever recorded of a council in a term, each kind in the order it was recorded.

    Rules: R-262.
    """
    return History(
        _versions(session, council_term_id, SeatSpell),
        _versions(session, council_term_id, DeputySpell),
        _versions(session, council_term_id, RoleSpell),
        _versions(session, council_term_id, LeaveSpell),
        _versions(session, council_term_id, SuspensionSpell),
        _versions(session, council_term_id, GroupAffiliation),
    )


def write(session: Session, council_term_id: int, entries: Sequence[Entry], *, by: str, at: datetime) -> None:
    """Add a row for each entry, in order. Nothing is looked at here: ``services.record_spells`` does.

    Rules: R-262.
    """
    for entry in entries:
        row = ROWS[type(entry.spell)](
            **asdict(entry.spell),
            council_term_id=council_term_id,
            recorded_at=at,
            recorded_by=by,
            replaces_id=entry.replaces_id,
            annulled=entry.annulled,
        )
        session.add(row)
    session.flush()


def _versions(session: Session, council_term_id: int, kind: type[SpellT]) -> tuple[Version[SpellT], ...]:
    row = ROWS[kind]
    found = session.scalars(select(row).where(row.council_term_id == council_term_id).order_by(row.id))
    return tuple(_version(each, kind) for each in cast(Iterable[SpellRow], found))


def _version(row: SpellRow, kind: type[SpellT]) -> Version[SpellT]:
    spell = kind(**{field.name: getattr(row, field.name) for field in fields(kind)})
    return Version(spell, row.id, row.recorded_at, row.recorded_by, row.replaces_id, row.annulled)
