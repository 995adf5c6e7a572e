"""What is done with accounts. Each act leaves its event in the audit trail; a refused act leaves nothing behind,
except a refused sign-in, which is itself an event.

Accounts are handed in as rows of the transaction, found with ``account_by_address(…, for_change=True)``.
"""

import re
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.audit.services import Actor, record
from app.auth.domain.passwords import password_faults
from app.auth.domain.refusals import (
    AccountInactive,
    AddressTaken,
    AddressUnusable,
    FourEyesBroken,
    NameMissing,
    OwnRights,
    PasswordRefused,
    RoleHeldAlready,
    RoleNotHeld,
)
from app.auth.domain.roles import Role, broken_four_eyes, may_grant
from app.auth.events import (
    UNKNOWN_ACCOUNT,
    AccountCreated,
    AccountDeactivated,
    PasswordSet,
    RoleGranted,
    RoleRevoked,
    SignedIn,
    SignedOut,
    SignInRefused,
)
from app.auth.hashing import hash_password, is_outdated, is_password
from app.auth.models import Account, RoleGrant
from app.auth.queries import plain_address

_ADDRESS = re.compile(r"[^@\s]{1,64}@[^@\s]{1,189}")


@dataclass(frozen=True, slots=True)
class PasswordCheck:
    """A password held against an account, before the transaction that acts on it: the comparison is slow on purpose.

    ``kept`` is what it was compared with; ``renewed`` is what to keep instead, when ``kept`` is outdated.
    """

    account_id: int | None
    kept: str | None
    correct: bool
    renewed: str | None = None


def check_password(session: Session, address: str, password: str) -> PasswordCheck:
    """Hold ``password`` against the account with ``address``. Takes as long when there is no such account."""
    columns = select(Account.id, Account.password_hash)
    found = session.execute(columns.where(Account.address == plain_address(address))).one_or_none()
    account_id, kept = found or (None, None)
    correct = is_password(password, kept)
    renewed = hash_password(password) if correct and kept and is_outdated(kept) else None
    return PasswordCheck(account_id, kept, correct, renewed)


def sign_in(session: Session, check: PasswordCheck, *, by: Actor, at: datetime) -> Account | None:
    """The account that may come in, or None: unknown, inactive or wrong password, and nobody is told which.

    The account is read again here, since it may have been changed or closed while the password was being checked.
    """
    account = session.get(Account, check.account_id, with_for_update=True) if check.account_id is not None else None
    if account is None or not (check.correct and account.active and account.password_hash == check.kept):
        record(session, SignInRefused(account.address if account else UNKNOWN_ACCOUNT), by=by, at=at)
        return None
    if check.renewed:
        account.password_hash = check.renewed
    record(session, SignedIn(account.address), by=replace(by, name=account.address), at=at)
    return account


def sign_out(session: Session, account: Account, *, by: Actor, at: datetime) -> None:
    """End every session of the account: a copy of a session's cookie is worth nothing after its owner signed out."""
    account.session_epoch += 1
    record(session, SignedOut(account.address), by=by, at=at)


def create_account(session: Session, address: str, name: str, password: str, *, by: Actor, at: datetime) -> Account:
    """A new account without any role."""
    address, name = plain_address(address), name.strip()
    if not _ADDRESS.fullmatch(address):
        raise AddressUnusable(address)
    if not name:
        raise NameMissing
    if session.scalar(select(Account.id).where(Account.address == address)) is not None:
        raise AddressTaken(address)
    account = Account(
        address=address,
        name=name,
        password_hash=_good_password(password, address),
        active=True,
        session_epoch=1,
        created_at=at,
    )
    session.add(account)
    record(session, AccountCreated(address, name), by=by, at=at)
    session.flush()
    return account


def set_password(session: Session, account: Account, password: str, *, by: Actor, at: datetime) -> None:
    """Give the account a new password, and end its sessions."""
    _refuse_inactive(account)
    account.password_hash = _good_password(password, account.address)
    account.session_epoch += 1
    record(session, PasswordSet(account.address), by=by, at=at)


def grant_role(
    session: Session, account: Account, role: Role, council_code: str | None = None, *, by: Actor, at: datetime
) -> RoleGrant:
    """Give the account ``role``, in the whole municipality or in one council. Four eyes hold across all its roles."""
    _refuse_own_rights(account, by)
    _refuse_inactive(account)
    if _held(account, role, council_code):
        raise RoleHeldAlready(account.address, role, council_code)
    if pairs := broken_four_eyes({role, *(grant.role for grant in account.grants)}):
        raise FourEyesBroken(account.address, role, pairs)
    grant = RoleGrant(role=role, council_code=council_code, granted_at=at, granted_by=by.name)
    account.grants.append(grant)
    record(session, RoleGranted(account.address, role, council_code), by=by, at=at)
    return grant


def revoke_role(
    session: Session, account: Account, role: Role, council_code: str | None = None, *, by: Actor, at: datetime
) -> None:
    """Take ``role`` from the account, there where it was given. The next request already goes without it."""
    _refuse_own_rights(account, by)
    grant = _held(account, role, council_code)
    if grant is None:
        raise RoleNotHeld(account.address, role, council_code)
    account.grants.remove(grant)
    record(session, RoleRevoked(account.address, role, council_code), by=by, at=at)


def deactivate_account(session: Session, account: Account, *, by: Actor, at: datetime) -> None:
    """Close the account and end its sessions. Its roles stay with it, as the record of what it was."""
    _refuse_own_rights(account, by)
    _refuse_inactive(account)
    account.active = False
    account.session_epoch += 1
    record(session, AccountDeactivated(account.address), by=by, at=at)


def _good_password(password: str, address: str) -> str:
    if faults := password_faults(password, address):
        raise PasswordRefused(faults)
    return hash_password(password)


def _refuse_own_rights(account: Account, by: Actor) -> None:
    if not may_grant(by.name, account.address):
        raise OwnRights(account.address)


def _refuse_inactive(account: Account) -> None:
    if not account.active:
        raise AccountInactive(account.address)


def _held(account: Account, role: Role, council_code: str | None) -> RoleGrant | None:
    return next((grant for grant in account.grants if (grant.role, grant.council_code) == (role, council_code)), None)
