"""Text made safe to print, and broken into lines.

Lines break at spaces, after a hyphen or slash between letters, and at soft hyphens, which show as a hyphen when used.
A word wider than the line is cut, so that nothing runs over an edge.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby, takewhile

from app.pdf.fonts import SOFT_HYPHEN, Face, printable_characters, text_width

NEW_LINE = "\n"
ELLIPSIS = "…"
UNPRINTABLE = "□"

# PDF/A-2 allows 32 767 bytes; a character takes two.
LONGEST_STRING = 16_000

# Cleaning removes every zero-width space, which leaves it free to mean "a line may break here".
_MAY_BREAK = "\u200b"
_TEXT_ENDS = ""

_BREAKING_SIGN = re.compile(r"(?<=[^\W\d_])[-/](?=[^\W\d_])")
_WORDS = re.compile(rf"([^ \n{SOFT_HYPHEN}{_MAY_BREAK}]*)([ \n{SOFT_HYPHEN}{_MAY_BREAK}]|$)")


class _Replacements(dict[int, str]):
    """What each character is printed as, worked out once for each character met."""

    def __missing__(self, code: int) -> str:
        self[code] = printed = _printed_as(chr(code))
        return printed


def _printed_as(character: str) -> str:
    """The character itself, a space or line break in its place, nothing, or □ for what the fonts do not have."""
    category = unicodedata.category(character)
    if character in "\n\r\v\f\x85\u2028\u2029":
        return NEW_LINE
    if character == "\t" or (category == "Zs" and character not in printable_characters()):
        return " "
    if character == SOFT_HYPHEN:
        return character
    if category in ("Cc", "Cf") or 0xFE00 <= ord(character) <= 0xFE0F:
        return ""
    if category == "Co" or character not in printable_characters():
        return UNPRINTABLE
    return character


_REPLACEMENTS = _Replacements()


def clean(text: str) -> str:
    """The text as it can be printed.

    Control characters and the invisible ones that reorder or join text disappear; characters that no font of ours has
    become □, so that a reader sees that something stood there.
    """
    return unicodedata.normalize("NFC", text.replace("\r\n", NEW_LINE)).translate(_REPLACEMENTS)


def one_line(text: str) -> str:
    """The cleaned text without line breaks and soft hyphens: for titles, bookmarks and running heads."""
    return " ".join(clean(text).replace(SOFT_HYPHEN, "").split())


def shorten(text: str, face: Face, size: float, width: float) -> str:
    """The cleaned text, with … in place of its end if it is wider than ``width``."""
    if text_width(text, face, size) <= width:
        return text
    ends = accumulate(text_width(character, face, size) for character in text)
    room = width - text_width(ELLIPSIS, face, size)
    return text[: sum(1 for _ in takewhile(lambda end: end <= room, ends))].rstrip() + ELLIPSIS


def within_pdf_string(text: str) -> str:
    """The text, with … in place of its end if it is longer than a string in an archived file may be."""
    return text if len(text) <= LONGEST_STRING else text[: LONGEST_STRING - 1] + ELLIPSIS


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of cleaned text in one face."""

    text: str
    face: Face


@dataclass(frozen=True, slots=True)
class Fragment:
    """The part of run number ``run`` that stands on one line."""

    run: int
    text: str


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line; ``ends_word`` is false where a word goes on, uncut by a space, on the next line."""

    fragments: tuple[Fragment, ...]
    width: float
    ends_word: bool = True


@dataclass(frozen=True, slots=True)
class _Word:
    """What stands together: fragments without a place to break, and the sign that ends them."""

    fragments: tuple[Fragment, ...]
    width: float
    end: str


def break_lines(runs: Sequence[Run], size: float, width: float) -> list[TextLine]:
    """The runs set in lines no wider than ``width``; always at least one line."""
    filler = _LineFiller(runs, size, width)
    for word in _words(runs, size):
        if word.width <= width:
            filler.add(word)
        else:
            for part in _cut(word, runs, size, width):
                filler.add(part)
    return filler.finished()


def longest_word(text: str, face: Face) -> float:
    """Width at size 1 of the widest part of a cleaned text that has no place to break."""
    return max(word.width for word in _words([Run(text, face)], 1))


def _words(runs: Sequence[Run], size: float) -> Iterator[_Word]:
    fragments: list[Fragment] = []
    for number, run in enumerate(runs):
        for text, end in _WORDS.findall(_BREAKING_SIGN.sub(rf"\g<0>{_MAY_BREAK}", run.text)):
            if text:
                fragments.append(Fragment(number, text))
            if end and (fragments or end == NEW_LINE):
                yield _word(fragments, runs, size, end)
                fragments = []
    yield _word(fragments, runs, size, _TEXT_ENDS)


def _word(fragments: Sequence[Fragment], runs: Sequence[Run], size: float, end: str) -> _Word:
    width = sum(text_width(fragment.text, runs[fragment.run].face, size) for fragment in fragments)
    return _Word(tuple(fragments), width, end)


def _cut(word: _Word, runs: Sequence[Run], size: float, width: float) -> Iterator[_Word]:
    """A word too wide for a line, in parts that fit; a part has at least one character."""
    part: list[Fragment] = []
    taken = 0.0
    for run, character in ((fragment.run, sign) for fragment in word.fragments for sign in fragment.text):
        advance = text_width(character, runs[run].face, size)
        if part and taken + advance > width:
            yield _Word(tuple(part), taken, _MAY_BREAK)
            part, taken = [], 0.0
        part.append(Fragment(run, character))
        taken += advance
    yield _Word(tuple(part), taken, word.end)


class _LineFiller:
    """Puts word after word on a line until the next one does not fit."""

    def __init__(self, runs: Sequence[Run], size: float, width: float) -> None:
        self._runs, self._size, self._width = runs, size, width
        self._lines: list[TextLine] = []
        self._fragments: list[Fragment] = []
        self._taken = 0.0
        self._end = _TEXT_ENDS

    def add(self, word: _Word) -> None:
        space = self._sign_width(" ") if self._end == " " else 0
        hyphen = self._sign_width("-") if word.end == SOFT_HYPHEN else 0
        if self._fragments and self._taken + space + word.width + hyphen > self._width:
            self._close_line()
        elif space:
            self._add_sign(" ")
        self._fragments.extend(word.fragments)
        self._taken += word.width
        self._end = word.end
        if word.end == NEW_LINE:
            self._close_line()

    def finished(self) -> list[TextLine]:
        if self._fragments or not self._lines:
            self._close_line()
        return self._lines

    def _close_line(self) -> None:
        if self._end == SOFT_HYPHEN and self._taken + self._sign_width("-") <= self._width:
            self._add_sign("-")  # not where a cut word fills the line: nothing runs over an edge
        ends_word = self._end not in (SOFT_HYPHEN, _MAY_BREAK)
        self._lines.append(TextLine(_joined(self._fragments), self._taken, ends_word))
        self._fragments, self._taken, self._end = [], 0.0, _TEXT_ENDS

    def _add_sign(self, sign: str) -> None:
        """A space or hyphen belongs to the run before it."""
        self._taken += self._sign_width(sign)
        self._fragments.append(Fragment(self._fragments[-1].run, sign))

    def _sign_width(self, sign: str) -> float:
        return text_width(sign, self._runs[self._fragments[-1].run].face, self._size) if self._fragments else 0


def _joined(fragments: Sequence[Fragment]) -> tuple[Fragment, ...]:
    """Neighbours of the same run as one fragment."""
    by_run = groupby(fragments, key=lambda fragment: fragment.run)
    return tuple(Fragment(run, "".join(part.text for part in parts)) for run, parts in by_run)
