"""Between the domain's spells and the rows they are kept in: the columns are named as the fields."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
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
    return histories_of(session, (council_term_id,))[council_term_id]


def histories_of(session: Session, council_term_ids: Collection[int]) -> dict[int, History]:
    """The history of each of several councils, read together: as many questions as of one.

    Rules: R-262.
    """
    seats = _versions(session, council_term_ids, SeatSpell)
    deputies = _versions(session, council_term_ids, DeputySpell)
    roles = _versions(session, council_term_ids, RoleSpell)
    leaves = _versions(session, council_term_ids, LeaveSpell)
    suspensions = _versions(session, council_term_ids, SuspensionSpell)
    affiliations = _versions(session, council_term_ids, GroupAffiliation)
    return {
        of: History(
            tuple(seats[of]),
            tuple(deputies[of]),
            tuple(roles[of]),
            tuple(leaves[of]),
            tuple(suspensions[of]),
            tuple(affiliations[of]),
        )
        for of in council_term_ids
    }


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


def _versions(
    session: Session, council_term_ids: Collection[int], kind: type[SpellT]
) -> defaultdict[int, list[Version[SpellT]]]:
    row = ROWS[kind]
    found = session.scalars(select(row).where(row.council_term_id.in_(council_term_ids)).order_by(row.id))
    by_council = defaultdict(list)
    for each in cast(Iterable[SpellRow], found):
        by_council[each.council_term_id].append(_version(each, kind))
    return by_council


def _version(row: SpellRow, kind: type[SpellT]) -> Version[SpellT]:
    spell = kind(**{field.name: getattr(row, field.name) for field in fields(kind)})
    return Version(spell, row.id, row.recorded_at, row.recorded_by, row.replaces_id, row.annulled)
