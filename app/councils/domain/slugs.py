"""Names as they stand in addresses: small letters, figures and hyphens."""

import re
import unicodedata
from collections.abc import Collection

_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "đ": "d", "ŋ": "n", "ŧ": "t", "ð": "d", "þ": "th", "ß": "ss"})


def slug_of(name: str) -> str:
    """Årstad → ``arstad``; Fyllingsdalen vest → ``fyllingsdalen-vest``; empty when no letter or figure is left."""
    plain = unicodedata.normalize("NFD", name.lower().translate(_LETTERS)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def free_slug(name: str, taken: Collection[str]) -> str:
    """The name's slug, or where it is taken the first free of ``fana-2``, ``fana-3`` …"""
    slug = slug_of(name) or "bydel"
    if slug not in taken:
        return slug
    number = 2
    while f"{slug}-{number}" in taken:
        number += 1
    return f"{slug}-{number}"
