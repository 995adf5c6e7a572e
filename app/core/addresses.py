"""Addresses: those that come from outside and are to be followed, and names as parts of our own."""

import re
import unicodedata
from collections.abc import Collection

_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "đ": "d", "ð": "d", "ŋ": "n", "ŧ": "t", "þ": "th", "ł": "l"})
_LONGEST = 80


def path_on_this_site(target: str, otherwise: str = "/") -> str:
    """``target`` if it is a path on this site, else ``otherwise``: nobody is led away by a link of ours.

    Refused are whole addresses, ``//elsewhere`` and whatever a browser reads as that: it takes ``\\`` for ``/`` and
    passes over control characters.
    """
    stays = target.startswith("/") and not target.startswith("//")
    plain = all(character.isprintable() and character != "\\" for character in target)
    return target if stays and plain else otherwise


def address_of_name(name: str, otherwise: str = "person", longest: int = _LONGEST) -> str:
    """A name in an address: small letters a–z, digits and hyphens: «Kåre Ørjan Čoske» → «kare-orjan-coske».

    A name in other letters alone gives ``otherwise``.
    """
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    letters = "".join(each for each in plain if not unicodedata.combining(each))
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:longest].rstrip("-") or otherwise


def free_address(address: str, taken: Collection[str]) -> str:
    """The address, or where it is taken the first free of ``fana-2``, ``fana-3`` …"""
    free, number = address, 2
    while free in taken:
        free, number = f"{address}-{number}", number + 1
    return free
