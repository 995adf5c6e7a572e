"""Addresses: those that come from outside and are to be followed, and names as parts of our own."""

import re
import unicodedata

_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "đ": "d", "ð": "d", "ŋ": "n", "ŧ": "t", "ß": "ss", "ł": "l"})
_LONGEST = 80


def path_on_this_site(target: str, otherwise: str = "/") -> str:
    """``target`` if it is a path on this site, else ``otherwise``: nobody is led away by a link of ours.

    Refused are whole addresses, ``//elsewhere`` and whatever a browser reads as that: it takes ``\\`` for ``/`` and
    passes over control characters.
    """
    stays = target.startswith("/") and not target.startswith("//")
    plain = all(character.isprintable() and character != "\\" for character in target)
    return target if stays and plain else otherwise


def address_of_name(name: str) -> str:
    """A name in an address: small letters a–z, digits and hyphens: «Kåre Ørjan Čoske» → «kare-orjan-coske».

    A name in other letters alone gives «person».
    """
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    letters = "".join(each for each in plain if not unicodedata.combining(each))
    return re.sub(r"[^a-z0-9]+", "-", letters)[:_LONGEST].strip("-") or "person"
