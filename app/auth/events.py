"""What happens to accounts, as the audit trail keeps it. ``object_id`` is the account's address.

Never a password or its hash, and never what somebody typed as an address: people type their password there.
"""

from dataclasses import dataclass
from typing import ClassVar

from app.audit.services import Event

UNKNOWN_ACCOUNT = "unknown"


@dataclass(frozen=True, slots=True)
class AccountEvent(Event):
    """The parent of these events."""

    object_kind: ClassVar[str] = "account"


@dataclass(frozen=True, slots=True)
class AccountCreated(AccountEvent):
    name: str


@dataclass(frozen=True, slots=True)
class RoleGranted(AccountEvent):
    role: str
    council_code: str | None


@dataclass(frozen=True, slots=True)
class RoleRevoked(AccountEvent):
    role: str
    council_code: str | None


@dataclass(frozen=True, slots=True)
class PasswordSet(AccountEvent):
    """By the holder, or by somebody else for them: the actor tells."""


@dataclass(frozen=True, slots=True)
class AccountDeactivated(AccountEvent):
    pass


@dataclass(frozen=True, slots=True)
class SignedIn(AccountEvent):
    pass


@dataclass(frozen=True, slots=True)
class SignInRefused(AccountEvent):
    """``object_id`` is ``unknown`` when no account has the address that was given."""


@dataclass(frozen=True, slots=True)
class SignedOut(AccountEvent):
    """All sessions of the account ended, on every machine."""
