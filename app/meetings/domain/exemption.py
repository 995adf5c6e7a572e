"""Passages that are exempt from public access, each under a paragraph, and the face that the public sees.

Law: offentleglova (2006) §§ 13, 16, 20–26; kommuneloven (2018) § 11-4.
Rules: R-283, R-300.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.core.errors import DomainError

BASES = tuple(f"offentleglova (2006) § {number}" for number in (13, 20, 21, 22, 23, 24, 25, 26))
"""The paragraphs a passage can be kept back by."""

SECRECY_BASIS = "offentleglova (2006) § 13"
"""Information under a statutory duty of secrecy."""

NOT_FOR_ELECTED_BODIES = tuple(f"offentleglova (2006) § {number}" for number in (14, 15))
"""Papers made for internal use: the act does not let them be kept back when they go to an elected body (§ 16)."""


@dataclass(unsafe_hash=True)
class NoLegalBasis(DomainError):
    """Something is exempt without a paragraph, or under one that is none; ``open_bases`` are those that can be used."""

    given: str
    open_bases: tuple[str, ...]


@dataclass(unsafe_hash=True)
class NotForElectedBodies(DomainError):
    """§§ 14 and 15 cannot be used for papers to an elected body."""

    given: str


@dataclass(unsafe_hash=True)
class ExemptTextUnshielded(DomainError):
    """What is to be published holds text that is exempt; ``places`` say where."""

    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of text; ``exempt_under`` is the paragraph that keeps it from the public, empty when it is public."""

    text: str
    exempt_under: str = ""


@dataclass(frozen=True, slots=True)
class Withheld:
    """What the public sees instead of a passage: that something stands there, and which paragraph keeps it back."""

    exempt_under: str


def require_legal_basis(exempt_under: str) -> str:
    """The paragraph; refused when it is none, or one that cannot be used for papers to an elected body.

    Law: offentleglova (2006) §§ 13, 16.
    Rules: R-283, R-300.
    """
    if exempt_under in NOT_FOR_ELECTED_BODIES:
        raise NotForElectedBodies(exempt_under)
    if exempt_under not in BASES:
        raise NoLegalBasis(exempt_under, BASES)
    return exempt_under


def public_face(passages: Sequence[Passage]) -> tuple[Passage | Withheld, ...]:
    """The passages as the public sees them: never the text, never its length, always the paragraph.

    Exempt passages that stand beside each other under one paragraph become one.

    Law: offentleglova (2006) § 13; kommuneloven (2018) § 11-4.
    Rules: R-283, R-300.
    """
    return tuple(_faces(passages))


def require_shielded(texts: Sequence[tuple[str, str]], passages: Sequence[Passage]) -> None:
    """Refuse to publish ``texts``, as (place, text), where the words of an exempt passage still stand.

    Law: offentleglova (2006) § 13; kommuneloven (2018) § 11-4.
    Rules: R-300.
    """
    secret = [_plain(each.text) for each in passages if each.exempt_under and each.text.strip()]
    places = tuple(place for place, text in texts if any(each in _plain(text) for each in secret))
    if places:
        raise ExemptTextUnshielded(places)


def _faces(passages: Sequence[Passage]) -> Iterator[Passage | Withheld]:
    before = ""
    for passage in passages:
        if not passage.exempt_under:
            yield passage
        elif require_legal_basis(passage.exempt_under) != before:
            yield Withheld(passage.exempt_under)
        before = passage.exempt_under


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
