"""How addresses are spelled for looking up: the register's spelling and the citizen's become the same short key.

A key holds a–z and 0–9 only. Capitals, spaces, points and hyphens do not matter, nor whether one writes å, aa or a; ø,
oe or o; æ, ae or a; gate, gata, gaten or gt.; vei, veien, veg or vegen: «Nygårdsgaten» and «nygaardsgt.» are both
``nygardsgate``. Letters typed so far give the beginning of the key of the whole, but for the kind of street.
"""

import re
import unicodedata

LETTERS = str.maketrans(
    {"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "đ": "d", "ð": "d", "ŋ": "n", "ŧ": "t", "ł": "l"}
)
WORD = re.compile(r"[0-9]+|[^\W\d_]+\.?")
RUNS = (re.compile("a[ae]+"), "a"), (re.compile("oe+"), "o")

KINDS = {
    "gate": ("gaten", "gate", "gata", "gt"),
    "vei": ("vegen", "veien", "vege", "veie", "veg", "vei"),
    "plass": ("plassen", "plasse", "plass"),
    "almenning": ("allmenningen", "almenningen", "allmenninge", "almenninge", "allmenning", "almenning"),
}
"""Kinds of street → how they are spelled at the end of a name, longest first; also cut short while being typed."""

ABBREVIATIONS = {
    "g": "gate",
    "gt": "gate",
    "v": "vei",
    "vn": "vei",
    "pl": "plass",
    "alm": "almenning",
    "allm": "almenning",
}
"""What a kind of street is shortened to: with a point, or as a word of its own; glued on, it may be something else."""


def words(text: str) -> list[str]:
    """The words and numbers of a text in plain small letters; a point after a word stays, since it tells a shortening.

    «Chr. Michelsens gt 2B» → ``chr. michelsens gt 2 b``.
    """
    plain = unicodedata.normalize("NFC", text).casefold().translate(LETTERS)
    bare = "".join(char for char in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(char))
    return [word for word in WORD.findall(bare) if word.isascii()]


def joined(parts: list[str]) -> str:
    """Words as one key, whatever the kind of street is called."""
    key = "".join(parts).replace(".", "")
    for run, letter in RUNS:
        key = run.sub(letter, key)
    return key


def street_key(name: str) -> str:
    """The key that a street is stored and found under."""
    return key_of_street(words(name))


def key_of_street(parts: list[str]) -> str:
    """The key of a street given as words: the last word's kind of street is spelled the one way."""
    return joined([*parts[:-1], _with_kind(parts[-1], alone=len(parts) == 1)]) if parts else ""


def key_if_shortened(parts: list[str]) -> str | None:
    """The key if the street's last letters are a shortening without a point: «allehelgensg», «strandv»."""
    if not parts:
        return None
    for short, kind in ABBREVIATIONS.items():
        stem = parts[-1].removesuffix(short)
        if parts[-1].endswith(short) and len(stem) > 1:
            return joined([*parts[:-1], stem + kind])
    return None


def _with_kind(word: str, *, alone: bool) -> str:
    """The last word of a street's name with its kind spelled the one way. A name that is only a kind stays as it is."""
    bare = word.removesuffix(".")
    if not alone and bare in ABBREVIATIONS:
        return ABBREVIATIONS[bare]
    if bare != word:
        for short, kind in ABBREVIATIONS.items():
            if bare.endswith(short) and bare != short:
                return bare.removesuffix(short) + kind
    for kind, spellings in KINDS.items():
        for spelling in spellings:
            if bare.endswith(spelling) and (bare != spelling or not alone):
                return bare.removesuffix(spelling) + kind
    return bare
