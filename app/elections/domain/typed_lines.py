"""One typed line → one changed ballot: ``1 4 B3 Kari Nordmann`` as a clerk writes it down from paper.

Numbers are marks on the ballot's own list. Names from other lists are ``B3`` (list B, number 3), ``B:3``, or the name
itself as far as it points at one candidate; ``?`` is a name that cannot be read or that nobody on the lists has. ``-``
says that nothing on the ballot is changed, ``x`` that the bundle has no ballot with this number.

What the line means is decided here, once; what of it counts is decided in ``ballots.py``. The file
``static/js/changed_ballots.js`` says the same while the clerk types, and a test holds the two together.

Rules: R-110, R-111, R-114.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.elections.domain.ballots import ChangedBallot, WriteIn
from app.elections.domain.election import CandidateList, Contest

LONGEST_LINE = 400
UNCHANGED, NO_BALLOT, UNREADABLE = "-", "x", "?"
COMMAS = re.compile("[,;]")
CODED = re.compile("([^:]*?):?([0-9]+)")
MOST_SHOWN = 4


class LineKind(StrEnum):
    """What a line says there is: nothing typed yet, a ballot (changed or not), or no such ballot."""

    EMPTY = "empty"
    BALLOT = "ballot"
    NO_BALLOT = "no_ballot"


class LineProblem(StrEnum):
    """What is wrong with a word on a line."""

    NOT_A_NUMBER = "not_a_number"
    POSITION_UNKNOWN = "position_unknown"
    LIST_UNKNOWN = "list_unknown"
    CODE_AMBIGUOUS = "code_ambiguous"
    NAME_UNKNOWN = "name_unknown"
    NAME_AMBIGUOUS = "name_ambiguous"
    STANDS_ALONE = "stands_alone"
    LINE_TOO_LONG = "line_too_long"


@dataclass(frozen=True, slots=True)
class LineFault:
    """A word that cannot be used. ``list_code`` and ``size`` are of the list it names; ``among`` is who it could be."""

    problem: LineProblem
    word: str
    list_code: str = ""
    size: int = 0
    among: tuple[WriteIn, ...] = ()


@dataclass(frozen=True, slots=True)
class TypedLine:
    """What a line says. ``marks`` rise, since boxes on paper have no order; ``write_ins`` stand as written."""

    kind: LineKind
    marks: tuple[int, ...] = ()
    write_ins: tuple[WriteIn | None, ...] = ()
    faults: tuple[LineFault, ...] = ()

    @property
    def is_done(self) -> bool:
        """Whether something is typed and all of it can be used."""
        return self.kind is not LineKind.EMPTY and not self.faults

    def ballot(self, list_code: str) -> ChangedBallot:
        """The ballot of this list that the line describes."""
        return ChangedBallot(list_code, self.marks, self.write_ins)


class LineReader:
    """Reads the lines of ballots of one list. Made once, it answers quickly for any number of lines."""

    def __init__(self, contest: Contest, own_list: str) -> None:
        self._own = own_list
        self._sizes = {each.code: len(each.candidates) for each in contest.lists}
        self._codes = {each.code.lower(): each.code for each in contest.lists}
        self._names = [*named(contest.lists)]

    def read(self, line: str) -> TypedLine:
        """What the line says: marks, write-ins and what cannot be used, in the order written.

        A position that the list does not have is a slip of the keyboard and told as that: voters write names.

        Law: valgloven (2002) § 7-2; valgloven (2023) § 6-10.
        Rules: R-110, R-111, R-114 (a).
        """
        text = " ".join(COMMAS.sub(" , ", line).split()).strip(" ,")
        if not text:
            return TypedLine(LineKind.EMPTY)
        if len(text) > LONGEST_LINE:
            return TypedLine(LineKind.BALLOT, faults=(LineFault(LineProblem.LINE_TOO_LONG, ""),))
        if text.lower() == NO_BALLOT:
            return TypedLine(LineKind.NO_BALLOT)
        if text == UNCHANGED:
            return TypedLine(LineKind.BALLOT)
        return self._words(text)

    def _words(self, text: str) -> TypedLine:
        marks: list[int] = []
        write_ins: list[WriteIn | None] = []
        faults: list[LineFault] = []
        for word in whole_words(text):
            found = self._word(word)
            if isinstance(found, LineFault):
                faults.append(found)
            elif isinstance(found, int):
                marks.append(found)
            else:
                write_ins.append(found)
        return TypedLine(LineKind.BALLOT, tuple(sorted(marks)), tuple(write_ins), tuple(faults))

    def _word(self, word: str) -> int | WriteIn | LineFault | None:
        if word == UNREADABLE:
            return None
        if word == UNCHANGED or word.lower() == NO_BALLOT:
            return LineFault(LineProblem.STANDS_ALONE, word)
        if is_number(word):
            return self._mark(word)
        if has_digit(word):
            return self._coded(word)
        return self._named(word)

    def _mark(self, word: str) -> int | LineFault:
        size = self._sizes[self._own]
        position = small_number(word)
        if 1 <= position <= size:
            return position
        return LineFault(LineProblem.POSITION_UNKNOWN, word, self._own, size)

    def _coded(self, word: str) -> WriteIn | LineFault:
        """A list's code and a number. Where codes end in digits, ``A12`` may say two things: use ``A:12``."""
        readings = [*self._readings(word)]
        if len(readings) > 1:
            return LineFault(LineProblem.CODE_AMBIGUOUS, word, among=tuple(readings))
        if not readings:
            code = CODED.fullmatch(word)
            if code and code[1][:1].isalpha() and not has_digit(code[1]):
                return LineFault(LineProblem.LIST_UNKNOWN, word, code[1])
            return LineFault(LineProblem.NOT_A_NUMBER, word)
        name = readings[0]
        size = self._sizes[name.list_code]
        if 1 <= name.position <= size:
            return name
        return LineFault(LineProblem.POSITION_UNKNOWN, word, name.list_code, size)

    def _readings(self, word: str) -> Iterator[WriteIn]:
        code, colon, position = word.rpartition(":")
        if colon:
            known = self._codes.get(code.lower())
            if known and is_number(position):
                yield WriteIn(known, small_number(position))
            return
        for end in range(1, len(word)):
            known = self._codes.get(word[:end].lower())
            if known and is_number(word[end:]):
                yield WriteIn(known, small_number(word[end:]))

    def _named(self, word: str) -> WriteIn | LineFault:
        """The one candidate whose name begins like this, word by word; a whole name goes before a longer one."""
        wanted = name_words(word)
        whole = [name for words, name in self._names if words == wanted]
        found = whole or [name for words, name in self._names if begin_like(words, wanted)]
        if len(found) == 1:
            return found[0]
        if found:
            return LineFault(LineProblem.NAME_AMBIGUOUS, word, among=tuple(found[:MOST_SHOWN]), size=len(found))
        return LineFault(LineProblem.NAME_UNKNOWN, word)


def whole_words(text: str) -> Iterator[str]:
    """Numbers, codes and signs one by one; the words between them together, as a name, up to the next comma."""
    name: list[str] = []
    for word in text.split(" "):
        stands_alone = has_digit(word) or word in (",", UNREADABLE, UNCHANGED)
        if stands_alone and name:
            yield " ".join(name)
            name.clear()
        if not stands_alone:
            name.append(word)
        elif word != ",":
            yield word
    if name:
        yield " ".join(name)


def named(lists: Sequence[CandidateList]) -> Iterator[tuple[tuple[str, ...], WriteIn]]:
    """The words of every candidate's name, and who it is."""
    for each in lists:
        for candidate in each.candidates:
            yield name_words(candidate.name), WriteIn(each.code, candidate.position)


def name_words(name: str) -> tuple[str, ...]:
    """A name as it is looked up: small letters, hyphens and full stops as spaces."""
    return tuple(name.lower().replace("-", " ").replace(".", " ").split())


def begin_like(words: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether each wanted word begins one of the words, in their order: ``k nord`` is like ``kari berg nordmann``."""
    left = iter(words)
    return bool(wanted) and all(any(word.startswith(each) for word in left) for each in wanted)


def is_number(word: str) -> bool:
    """Whether the word is digits alone."""
    return word.isascii() and word.isdigit()


def has_digit(word: str) -> bool:
    """Whether there is a digit in the word."""
    return any(is_number(character) for character in word)


def small_number(word: str) -> int:
    """The number, or 0 for one with more digits than any position has: nobody stands at 0."""
    return int(word) if len(word) <= 4 else 0
