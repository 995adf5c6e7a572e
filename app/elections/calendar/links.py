"""Links to the staff's calendar that work without signing in: signed with the house's own key, and revocable.

A link holds the number of its subscription and a signature; whoever changes a figure has a link to nowhere.
"""

import hashlib
import hmac
import re

_TOKEN = re.compile(r"([0-9]{1,9})-([0-9a-f]{64})")


def link_token(number: int, key: str) -> str:
    """The subscription with this number as it stands in an address."""
    return f"{number}-{_signature(number, key)}"


def subscription_number(token: str, key: str) -> int | None:
    """The number a token was made for; None when this house has not made it."""
    found = _TOKEN.fullmatch(token)
    if found is None or not hmac.compare_digest(found[2], _signature(int(found[1]), key)):
        return None
    return int(found[1])


def _signature(number: int, key: str) -> str:
    return hmac.new(key.encode(), f"calendar subscription {number}".encode(), hashlib.sha256).hexdigest()
