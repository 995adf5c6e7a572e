"""Who may do what: one table from role to permissions, and the two rules that no one can set aside.

Four eyes: what decides a seat takes two people, so certain permissions never meet in one account. And nobody changes
their own rights. A grant reaches the whole municipality or one named council.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from app.core.permissions import Permission


class Role(StrEnum):
    """What a person is in this municipality. One person may be several things, within the four-eyes rule."""

    ADMINISTRATOR = "administrator"
    ELECTION_OFFICER = "election_officer"
    COUNT_CLERK = "count_clerk"
    ELECTORAL_BOARD = "electoral_board"
    COUNCIL_SECRETARY = "council_secretary"
    APPOINTMENT_OFFICER = "appointment_officer"
    AUDITOR = "auditor"


ROLES: dict[Role, frozenset[Permission]] = {
    Role.ADMINISTRATOR: frozenset(
        {Permission.STAFF_PAGES_SEE, Permission.ACCOUNTS_MANAGE, Permission.AUDIT_TRAIL_READ},
    ),
    Role.ELECTION_OFFICER: frozenset(
        {
            Permission.STAFF_PAGES_SEE,
            Permission.ELECTIONS_SEE,
            Permission.ELECTIONS_SET_UP,
            Permission.LISTS_RECEIVE,
            Permission.COUNTS_SEE,
            Permission.SETTLEMENTS_MAKE,
        },
    ),
    # A clerk does not see what others have typed: the second entry is worth nothing if the first can be copied.
    Role.COUNT_CLERK: frozenset(
        {Permission.STAFF_PAGES_SEE, Permission.COUNTS_SEE, Permission.COUNTS_ENTER},
    ),
    Role.ELECTORAL_BOARD: frozenset(
        {
            Permission.STAFF_PAGES_SEE,
            Permission.ELECTIONS_SEE,
            Permission.LISTS_APPROVE,
            Permission.COUNTS_SEE,
            Permission.COUNTS_APPROVE,
            Permission.SETTLEMENTS_DECIDE,
        },
    ),
    Role.COUNCIL_SECRETARY: frozenset(
        {
            Permission.STAFF_PAGES_SEE,
            Permission.COUNCILS_SEE,
            Permission.COUNCILS_KEEP,
            Permission.MEETINGS_SEE,
            Permission.MEETINGS_KEEP,
        },
    ),
    Role.APPOINTMENT_OFFICER: frozenset(
        {
            Permission.STAFF_PAGES_SEE,
            Permission.COUNCILS_SEE,
            Permission.COUNCILS_KEEP,
            Permission.APPOINTMENTS_SEE,
            Permission.COUNCILS_APPOINT,
        },
    ),
    Role.AUDITOR: frozenset(
        {
            Permission.STAFF_PAGES_SEE,
            Permission.ELECTIONS_SEE,
            Permission.COUNTS_SEE,
            Permission.COUNCILS_SEE,
            Permission.APPOINTMENTS_SEE,
            Permission.MEETINGS_SEE,
            Permission.AUDIT_TRAIL_READ,
        },
    ),
}

FOUR_EYES: tuple[tuple[Permission, Permission], ...] = (
    (Permission.LISTS_RECEIVE, Permission.LISTS_APPROVE),
    (Permission.COUNTS_ENTER, Permission.COUNTS_APPROVE),
    (Permission.SETTLEMENTS_MAKE, Permission.SETTLEMENTS_DECIDE),
    (Permission.ACCOUNTS_MANAGE, Permission.LISTS_APPROVE),
    (Permission.ACCOUNTS_MANAGE, Permission.COUNTS_APPROVE),
    (Permission.ACCOUNTS_MANAGE, Permission.SETTLEMENTS_DECIDE),
)
"""Permissions that no account holds together, wherever each of them reaches."""


@dataclass(frozen=True, slots=True)
class Grant:
    """A role given to an account, in the whole municipality (``council_code`` is None) or in one council."""

    role: Role
    council_code: str | None = None


@dataclass(frozen=True, slots=True)
class Reach:
    """Where a permission holds: everywhere, or in these councils, or (no councils) nowhere."""

    everywhere: bool
    councils: frozenset[str] = frozenset()

    def covers(self, council_code: str) -> bool:
        """Whether the permission holds in this council."""
        return self.everywhere or council_code in self.councils

    def __bool__(self) -> bool:
        return self.everywhere or bool(self.councils)


def reach(grants: Iterable[Grant], permission: Permission) -> Reach:
    """Where those who have been given ``grants`` hold ``permission``."""
    places = {grant.council_code for grant in grants if permission in ROLES[grant.role]}
    return Reach(None in places, frozenset(place for place in places if place is not None))


def broken_four_eyes(roles: Iterable[Role]) -> tuple[tuple[Permission, Permission], ...]:
    """The pairs of ``FOUR_EYES`` that one person with all of ``roles`` would hold; none when the roles go together."""
    held = frozenset[Permission]().union(*(ROLES[role] for role in roles))
    return tuple(pair for pair in FOUR_EYES if held.issuperset(pair))


def may_grant(granter: str, account: str) -> bool:
    """Whether ``granter`` may change the rights of ``account`` (addresses): nobody changes their own.

    The server's own keyboard is nobody's account; somebody has to make the first administrator.
    """
    return granter.casefold() != account.casefold()
