"""A council on a day as it is known at a moment, and the chain of each seat."""

from flask import abort, render_template

from app.core.access import requires
from app.core.database import db
from app.core.permissions import Permission
from app.councils.domain.basis import CouncilKind
from app.councils.domain.membership import Cause
from app.councils.in_term.asked_days import asked_day, known_at, known_day, today
from app.councils.in_term.queries import (
    chain_of_seat,
    changes_of,
    event_of,
    person_names,
    standing,
    state_of,
    term_for,
)
from app.councils.in_term.room import council_rooms, council_to_read, keeps, may_appoint
from app.councils.in_term.spell_words import spell_text
from app.councils.membership_words import cause_words, end_cause_words, kind_words, role_name
from app.councils.succession_texts import days_text, event_text, last_day, named, state_name


@council_rooms.get("/<slug>")
@requires(Permission.COUNCILS_SEE)
def council(slug: str) -> str:
    """Seat by seat who sits, whose list, which office, who is away; the deputies in order; and what has happened."""
    session, day, known = db.session(), asked_day(), known_at()
    found = council_to_read(session, slug)
    council_term = term_for(session, found, day)
    stands = standing(session, found, day, known)
    return render_template(
        "councils/council.html",
        council=found,
        kept=keeps(found),
        may_abolish=may_appoint(found) and not found.abolished_on,
        council_term=council_term,
        kind=CouncilKind(council_term.basis, council_term.elected_by) if council_term else None,
        day=day,
        known_day=known_day(),
        standing=stands,
        groups={each.code: each.name for each in council_term.groups} if council_term else {},
        changes=[(each, event_of(each), state_of(each, today())) for each in changes_of(session, council_term)]
        if council_term
        else [],
        names=person_names(session),
        words=WORDS,
    )


@council_rooms.get("/<slug>/plass/<int:number>")
@requires(Permission.COUNCILS_SEE)
def seat(slug: str, number: int) -> str:
    """Everyone who has had a seat in the term, with every version of what was recorded, and who recorded it."""
    session, day, known = db.session(), asked_day(), known_at()
    found = council_to_read(session, slug)
    council_term = term_for(session, found, day)
    if council_term is None or number not in {each.number for each in council_term.seats}:
        abort(404)
    return render_template(
        "councils/seat.html",
        council=found,
        kept=keeps(found),
        council_term=council_term,
        number=number,
        day=day,
        chain=chain_of_seat(session, council_term, number, known),
        names=person_names(session),
        words=WORDS,
    )


class WORDS:
    """The words of membership, for templates."""

    cause = staticmethod(cause_words)
    days = staticmethod(days_text)
    end_cause = staticmethod(end_cause_words)
    event = staticmethod(event_text)
    kind = staticmethod(kind_words)
    last_day = staticmethod(last_day)
    name = staticmethod(named)
    role = staticmethod(role_name)
    spell = staticmethod(spell_text)
    state = staticmethod(state_name)
    substitute = Cause.SUBSTITUTE
