"""Passwords as they are kept: Argon2id, with the library's own parameters, which follow RFC 9106.

One check takes a tenth of a second and 64 MiB on purpose, so it is done outside transactions: a sign-in must never
make a count clerk wait for the write lock.
"""

from functools import cache
from unicodedata import normalize

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError

from app.auth.domain.passwords import LONGEST

_HASHER = PasswordHasher()


def hash_password(password: str) -> str:
    """What to keep of ``password``. The same password typed on another kind of keyboard gives the same text (NFKC)."""
    return _HASHER.hash(normalize("NFKC", password))


def is_password(password: str, kept: str | None) -> bool:
    """Whether ``password`` is the one behind ``kept``. Takes as long when there is nothing to compare with (None)."""
    nobody = _hash_of_nobody()
    try:
        _HASHER.verify(kept or nobody, normalize("NFKC", password[: LONGEST + 1]))
    except VerificationError:
        return False
    return kept is not None


def is_outdated(kept: str) -> bool:
    """Whether ``kept`` was made with weaker parameters than today's, and should be made anew at the next sign-in."""
    return _HASHER.check_needs_rehash(kept)


@cache
def _hash_of_nobody() -> str:
    return _HASHER.hash("")
