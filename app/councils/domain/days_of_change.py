"""The days on which a council was not as it had been the day before: where one stops when travelling in time.

Rules: R-262.
"""

from datetime import date

from app.councils.domain.history import Membership
from app.councils.domain.terms import Term
from app.councils.domain.time_axes import Dated


def days_of_change(membership: Membership, term: Term) -> tuple[date, ...]:
    """The first day of the term and every later day of it on which a spell begins or no longer holds, earliest first.

    Rules: R-262.
    """
    spells: tuple[Dated, ...] = (
        *membership.seats,
        *membership.deputies,
        *membership.roles,
        *membership.leaves,
        *membership.suspensions,
        *membership.affiliations,
    )
    days = {term.from_on, *(each.from_on for each in spells), *(each.to_on for each in spells if each.to_on)}
    return tuple(sorted(day for day in days if term.from_on <= day < term.to_on))
