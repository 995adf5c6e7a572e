"""Accounts for tests, with a password that is hashed once."""

from collections.abc import Iterable
from functools import cache

from sqlalchemy.orm import Session

from app.auth.domain.roles import Grant, Role
from app.auth.hashing import hash_password
from app.auth.models import Account, RoleGrant
from app.core.clock import now

PASSWORD = "sju gule sykler i regn"


@cache
def _kept_password() -> str:
    return hash_password(PASSWORD)


def an_account(
    session: Session,
    *roles: Role,
    grants: Iterable[Grant] = (),
    address: str = "ola.nordmann@bergen.example",
    name: str = "Ola Nordmann",
    active: bool = True,
) -> Account:
    """A stored account whose password is ``PASSWORD``, with ``roles`` in the whole municipality and with ``grants``."""
    given = [*(Grant(role) for role in roles), *grants]
    account = Account(
        address=address,
        name=name,
        password_hash=_kept_password(),
        active=active,
        session_epoch=1,
        created_at=now(),
        grants=[
            RoleGrant(role=grant.role, council_code=grant.council_code, granted_at=now(), granted_by="command")
            for grant in given
        ],
    )
    session.add(account)
    session.flush()
    return account
