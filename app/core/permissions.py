"""What can be allowed, as words. Which roles hold which permission is decided in ``app/auth/domain/roles.py``."""

from enum import StrEnum


class Permission(StrEnum):
    """Named ``object:verb``. One word here, one row in the table of roles."""

    STAFF_PAGES_SEE = "staff_pages:see"
    ELECTIONS_SEE = "elections:see"
    ELECTIONS_SET_UP = "elections:set_up"
    LISTS_RECEIVE = "lists:receive"
    LISTS_APPROVE = "lists:approve"
    COUNTS_SEE = "counts:see"
    COUNTS_ENTER = "counts:enter"
    COUNTS_APPROVE = "counts:approve"
    SETTLEMENTS_MAKE = "settlements:make"
    SETTLEMENTS_DECIDE = "settlements:decide"
    COUNCILS_SEE = "councils:see"
    APPOINTMENTS_SEE = "appointments:see"
    COUNCILS_APPOINT = "councils:appoint"
    COUNCILS_KEEP = "councils:keep"
    MEETINGS_SEE = "meetings:see"
    MEETINGS_KEEP = "meetings:keep"
    AUDIT_TRAIL_READ = "audit_trail:read"
    ACCOUNTS_MANAGE = "accounts:manage"
