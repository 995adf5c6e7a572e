"""What somebody may mean who types an address: street, number, letter, and words that narrow it down.

«allehelgens gate 2b, 5016 bergen» can hardly be misread. «kong oscars gate bergen» may be a street of that name not yet
typed to its end or a street and a place: the second is looked up only when the first is nowhere to be found.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.councils.places.search_keys import joined, key_if_shortened, key_of_street, words

MOST_LETTERS = 100
MOST_WORDS = 10
LONGEST_NUMBER = 4
SHORTEST_GUESS = 3
MOST_GUESSES = 12
"""A street of two letters and some place is nobody's meaning, and would be looked for among thousands of addresses."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """The beginning of a street's key; a house number ("" for none); a letter; places and postcodes begun.

    The number is the beginning of one, unless something follows it: 2 is then 2, 2A, 20, 200 …
    """

    street: str
    number: str = ""
    letter: str = ""
    narrowing: tuple[str, ...] = ()

    @property
    def number_is_whole(self) -> bool:
        """Whether the number has been typed to its end."""
        return bool(self.letter or self.narrowing)


@dataclass(frozen=True, slots=True)
class Meanings:
    """``likely`` are all looked up, in order; ``otherwise`` one after the other, as long as nothing is found."""

    likely: tuple[Meaning, ...] = ()
    otherwise: tuple[Meaning, ...] = ()


def meanings_of(text: str) -> Meanings:
    """What the text may mean; nothing at all for a text without a letter or a digit."""
    parts = words(text[:MOST_LETTERS])[:MOST_WORDS]
    numbers = [place for place in range(1, len(parts)) if parts[place].isdigit()]
    likely = _once(_chained(*(_numbered(parts, place) for place in numbers), _unfinished_street(parts)))
    guesses = _chained(*(_narrowed(parts, place) for place in numbers), _with_place(parts))
    otherwise = _once(each for each in guesses if each not in likely and len(each.street) >= SHORTEST_GUESS)
    return Meanings(likely, otherwise[:MOST_GUESSES])


def _numbered(parts: list[str], place: int) -> Iterator[Meaning]:
    """The number at ``place`` is the house number, and a single letter after it is the house's."""
    if len(parts[place]) > LONGEST_NUMBER:
        return
    letter = parts[place + 1] if _is_letter(parts[place + 1 : place + 2]) else ""
    rest = parts[place + 2 if letter else place + 1 :]
    for street in _finished_street(parts[:place]):
        yield Meaning(street, parts[place], letter, tuple(rest))


def _narrowed(parts: list[str], place: int) -> Iterator[Meaning]:
    """The letter after the number begins a place after all; or the number is a postcode."""
    for street in _finished_street(parts[:place]):
        if _is_letter(parts[place + 1 : place + 2]):
            yield Meaning(street, parts[place], "", tuple(parts[place + 1 :]))
        yield Meaning(street, narrowing=tuple(parts[place:]))


def _with_place(parts: list[str]) -> Iterator[Meaning]:
    """The last words are a place: first only the last, then more of them."""
    for end in range(len(parts) - 1, 0, -1):
        for street in _finished_street(parts[:end]):
            yield Meaning(street, narrowing=tuple(parts[end:]))


def _unfinished_street(parts: list[str]) -> Iterator[Meaning]:
    if parts:
        yield Meaning(key_of_street(parts))
        yield Meaning(joined(parts))


def _finished_street(parts: list[str]) -> Iterable[str]:
    """The keys of a street that has been typed to its end, perhaps shortened without a point."""
    return dict.fromkeys(key for key in (key_if_shortened(parts), key_of_street(parts), joined(parts)) if key)


def _is_letter(following: list[str]) -> bool:
    return len(following) == 1 and len(following[0]) == 1 and following[0].isalpha()


def _chained(*groups: Iterator[Meaning]) -> Iterator[Meaning]:
    for group in groups:
        yield from group


def _once(meanings: Iterable[Meaning]) -> tuple[Meaning, ...]:
    """The meanings in order, each once. A key may be empty: «.» is no street."""
    return tuple(dict.fromkeys(meaning for meaning in meanings if meaning.street))
