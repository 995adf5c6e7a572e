"""Which passwords are good enough: long, and not the address one signs in with. Nothing about signs or capitals.

Rules of composition make passwords shorter and more alike (NIST SP 800-63B, section 5.1.1.2); length does not.
"""

from enum import StrEnum
from unicodedata import normalize

SHORTEST = 12
LONGEST = 1000
"""In characters. There is an upper limit only so that nobody makes us work on a megabyte."""

_LOCAL_PART_SEEN = 4
"""A shorter part before the @ is found by chance in many words (``ola`` in ``solan``), so it is not looked for."""


class PasswordFault(StrEnum):
    """Why a password is refused."""

    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    CONTAINS_ADDRESS = "contains_address"


def password_faults(password: str, address: str) -> tuple[PasswordFault, ...]:
    """Everything wrong with ``password`` for the account with ``address``; empty when it will do."""
    text, owner = _plain(password), _plain(address)
    local_part = owner.partition("@")[0]
    found = {
        PasswordFault.TOO_SHORT: len(text) < SHORTEST,
        PasswordFault.TOO_LONG: len(password) > LONGEST,
        PasswordFault.CONTAINS_ADDRESS: owner in text or (len(local_part) >= _LOCAL_PART_SEEN and local_part in text),
    }
    return tuple(fault for fault, present in found.items() if present)


def _plain(text: str) -> str:
    return normalize("NFKC", text).casefold()
