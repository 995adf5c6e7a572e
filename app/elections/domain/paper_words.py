"""A content fingerprint as six Norwegian words that a person can read aloud and type, and what was typed read again.

The words carry the first 66 bits of the SHA-256, eleven in each. They find the paper; the whole fingerprint beside them
proves that it is the one.

Rules: R-190.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from app.elections.domain.paper_word_list import PAPER_WORDS

WORDS_ON_A_PAPER = 6
BITS_IN_A_WORD = 11
BITS_IN_A_SHA256 = 256
MOST_LETTERS_TYPED = 400
MOST_NEAR_WORDS = 3
SLIPS_FORGIVEN = 2

_NUMBER_OF = {word: number for number, word in enumerate(PAPER_WORDS)}
_LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class UnknownWord:
    """A typed word that is not on the list, and the words it may have been meant as, the nearest first."""

    typed: str
    near: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TypedWords:
    """What somebody typed from a paper: the words in small letters, in order, and those of them no paper carries."""

    words: tuple[str, ...]
    unknown: tuple[UnknownWord, ...]

    @property
    def are_complete(self) -> bool:
        """Whether these can be the words of a paper: six of them, each on the list."""
        return len(self.words) == WORDS_ON_A_PAPER and not self.unknown

    @property
    def corrected(self) -> tuple[str, ...] | None:
        """The six words as they were probably meant: each unknown one as the nearest; None where none is near."""
        nearest = {each.typed: each.near[0] for each in self.unknown if each.near}
        meant = tuple(nearest.get(word, word) for word in self.words)
        fits = len(meant) == WORDS_ON_A_PAPER and all(word in _NUMBER_OF for word in meant)
        return meant if fits and meant != self.words else None


def words_of(sha256: str) -> tuple[str, ...]:
    """The six words of a fingerprint of 64 hexadecimal digits: its first 66 bits, eleven to a word.

    00…0 → the first word of the list six times.
    """
    bits = int(sha256, 16) >> (BITS_IN_A_SHA256 - WORDS_ON_A_PAPER * BITS_IN_A_WORD)
    shifts = range((WORDS_ON_A_PAPER - 1) * BITS_IN_A_WORD, -1, -BITS_IN_A_WORD)
    return tuple(PAPER_WORDS[bits >> shift & (len(PAPER_WORDS) - 1)] for shift in shifts)


def read_typed(text: str) -> TypedWords:
    """What was typed, whatever stands between the words and whichever letters are large. Too much is cut off."""
    plain = unicodedata.normalize("NFC", text[:MOST_LETTERS_TYPED]).lower()
    words = tuple(_LETTERS.findall(plain))[: 2 * WORDS_ON_A_PAPER]
    unknown = dict.fromkeys(word for word in words if word not in _NUMBER_OF)
    return TypedWords(words, tuple(UnknownWord(word, near_words(word)) for word in unknown))


def near_words(typed: str) -> tuple[str, ...]:
    """The words of the list at most two slips away, fewest slips first, then in alphabetical order; at most three.

    A slip is a letter added, left out, exchanged, or moved past its neighbour; ``o`` for ``ø``, ``a`` or ``aa`` for
    ``å`` and ``ae`` for ``æ`` are none.
    """
    plain = _folded(typed)
    distances = ((_slips(plain, folded), number, PAPER_WORDS[number]) for number, folded in enumerate(_FOLDED))
    return tuple(word for slips, _, word in sorted(distances) if slips <= SLIPS_FORGIVEN)[:MOST_NEAR_WORDS]


def slips_between(one: str, other: str) -> int:
    """How many letters must be added, left out, exchanged, or moved past a neighbour, to make one word the other."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        this = [row]
        for column, there in enumerate(other, start=1):
            cost = min(last[column] + 1, this[-1] + 1, last[column - 1] + (letter != there))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == there:
                cost = min(cost, before[column - 2] + 1)
            this.append(cost)
        before, last = last, this
    return last[-1]


def _slips(one: str, other: str) -> int:
    """The same, without reckoning where the letters alone say too many: a slip adds one at most, and takes one away."""
    if abs(len(one) - len(other)) > SLIPS_FORGIVEN or len({*one} ^ {*other}) > 2 * SLIPS_FORGIVEN:
        return SLIPS_FORGIVEN + 1
    return slips_between(one, other)


def _folded(word: str) -> str:
    return "".join(_folded_letters(word.replace("aa", "a").replace("ae", "e").replace("oe", "o")))


def _folded_letters(word: str) -> Iterator[str]:
    plain = {"æ": "e", "ø": "o", "å": "a"}
    return (plain.get(letter, letter) for letter in word)


_FOLDED = tuple(map(_folded, PAPER_WORDS))
