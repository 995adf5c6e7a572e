"""Read accounts and their roles."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from app.auth.domain.refusals import NoSuchAccount
from app.auth.domain.roles import Grant, reach
from app.auth.models import Account, RoleGrant
from app.core.permissions import Permission


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody signed in, as read at the start of the request: who they are and what they have been given."""

    account_id: int
    address: str
    name: str
    session_epoch: int
    grants: tuple[Grant, ...]

    # The four names that Flask-Login asks for.
    is_authenticated = True
    is_active = True
    is_anonymous = False

    def get_id(self) -> str:
        return str(self.account_id)


def plain_address(address: str) -> str:
    """``address`` as accounts are known by it: small letters, nothing around it."""
    return address.strip().lower()


def account_by_address(session: Session, address: str, *, for_change: bool = False) -> Account:
    """The account, or ``NoSuchAccount``. ``for_change``: held until the transaction ends, so that two who change the
    same account wait for each other and rules about the whole account hold."""
    wanted = select(Account).where(Account.address == plain_address(address))
    account = session.scalar(wanted.with_for_update() if for_change else wanted)
    if account is None:
        raise NoSuchAccount(address)
    return account


def accounts(session: Session) -> list[Account]:
    """All accounts with their roles, by address."""
    return list(session.scalars(select(Account).order_by(Account.address).options(selectinload(Account.grants))))


def active_person(session: Session, account_id: int) -> Person | None:
    """The holder of an account that is open, or None."""
    columns = (Account.address, Account.name, Account.session_epoch)
    found = session.execute(select(*columns).where(Account.id == account_id, Account.active)).one_or_none()
    if found is None:
        return None
    grants = session.execute(
        select(RoleGrant.role, RoleGrant.council_code).where(RoleGrant.account_id == account_id).order_by(RoleGrant.id)
    )
    return Person(account_id, *found, grants=tuple(Grant(*row) for row in grants))


def may_still(session: Session, address: str, permission: Permission) -> bool:
    """Whether the account at ``address`` is open and holds ``permission``; for what works without signing in."""
    account_id = session.scalar(select(Account.id).where(Account.address == plain_address(address)))
    person = active_person(session, account_id) if account_id else None
    return person is not None and bool(reach(person.grants, permission))
