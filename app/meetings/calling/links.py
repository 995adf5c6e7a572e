"""Signed links that open without signing in: each says which meeting and which person, and nothing else.

A link only shows a page; what changes something is a button on it. So a mail filter that follows links does nothing.
"""

from dataclasses import dataclass

from itsdangerous import BadSignature, URLSafeSerializer

SUMMONED, ASKED = "verv.summons", "verv.deputy"


@dataclass(frozen=True, slots=True)
class Linked:
    """Whose link it is: the meeting, the person, and for a deputy who is asked, the member to come for."""

    meeting_id: int
    person_id: int
    absent_person_id: int = 0


def summons_token(secret: str, linked: Linked) -> str:
    """What stands in the address of the summons' page."""
    return _signer(secret, SUMMONED).dumps([linked.meeting_id, linked.person_id])


def deputy_token(secret: str, linked: Linked) -> str:
    """What stands in the address of the page that asks a deputy to come."""
    return _signer(secret, ASKED).dumps([linked.meeting_id, linked.person_id, linked.absent_person_id])


def read_summons(secret: str, token: str) -> Linked | None:
    """Whose link it is; None for one that was not made here."""
    return _read(secret, SUMMONED, token, 2)


def read_deputy(secret: str, token: str) -> Linked | None:
    """Whose link it is; None for one that was not made here."""
    return _read(secret, ASKED, token, 3)


def _read(secret: str, salt: str, token: str, numbers: int) -> Linked | None:
    try:
        value = _signer(secret, salt).loads(token)
    except BadSignature:
        return None
    if not isinstance(value, list) or len(value) != numbers or not all(type(each) is int for each in value):
        return None
    return Linked(*value)


def _signer(secret: str, salt: str) -> URLSafeSerializer:
    return URLSafeSerializer(secret, salt=salt)
