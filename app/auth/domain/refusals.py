"""What is refused about accounts, as facts. The words for people are in ``app/auth/refusal_texts.py``."""

from dataclasses import dataclass

from app.auth.domain.passwords import PasswordFault
from app.auth.domain.roles import Role
from app.core.errors import DomainError
from app.core.permissions import Permission


@dataclass(unsafe_hash=True)
class AddressUnusable(DomainError):
    """``address`` does not look like an e-mail address."""

    address: str


@dataclass(unsafe_hash=True)
class AddressTaken(DomainError):
    """There is already an account with this address."""

    address: str


@dataclass(unsafe_hash=True)
class NameMissing(DomainError):
    """An account belongs to a person, and people have names."""


@dataclass(unsafe_hash=True)
class NoSuchAccount(DomainError):
    """No account has this address."""

    address: str


@dataclass(unsafe_hash=True)
class AccountInactive(DomainError):
    """The account has been closed."""

    address: str


@dataclass(unsafe_hash=True)
class PasswordRefused(DomainError):
    """The password is not good enough, for every one of these reasons."""

    faults: tuple[PasswordFault, ...]


@dataclass(unsafe_hash=True)
class PasswordWrong(DomainError):
    """The password that was to be changed is not the account's."""


@dataclass(unsafe_hash=True)
class OwnRights(DomainError):
    """Nobody changes their own rights."""

    address: str


@dataclass(unsafe_hash=True)
class FourEyesBroken(DomainError):
    """With this role the account could do alone what takes two people: each pair of permissions that would meet."""

    address: str
    role: Role
    pairs: tuple[tuple[Permission, Permission], ...]


@dataclass(unsafe_hash=True)
class RoleHeldAlready(DomainError):
    """The account has this role there already."""

    address: str
    role: Role
    council_code: str | None


@dataclass(unsafe_hash=True)
class RoleNotHeld(DomainError):
    """The account does not have this role there."""

    address: str
    role: Role
    council_code: str | None
