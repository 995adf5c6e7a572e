"""``counts.csv``: the figures of the first and the second count, by contest, category, place and line.

Rules: R-92, R-101, R-103, R-130, R-133, R-138, R-139.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from app.core.input_files.faults import InputFault, Line, Unfit, alternatives
from app.core.input_files.input_file import InputFile, Progress, open_input
from app.core.input_files.values import CODE
from app.elections.domain.approved_ballots import BLANK, LIST_PREFIX, approved_ballots
from app.elections.domain.categories import Category
from app.elections.domain.election import Contest, Election
from app.elections.files.csv_rows import after_heading, rows_of
from app.elections.files.faults import Problem

COLUMNS = ("contest", "count", "category", "place", "line", "number")
MOST_BALLOTS = 10_000_000
MOST_DIGITS = len(str(MOST_BALLOTS))
NUMBER = re.compile("0|[1-9][0-9]*")


FIRST, SECOND = 1, 2
COUNTS = {"1": FIRST, "2": SECOND}
CATEGORIES = {str(each): each for each in Category}
IN_BOTH = frozenset({FIRST, SECOND})
# Doubtful ballots are kept out of the first count and decided before the second. The grounds of rejection are
# a to d of R-101.
OTHER_LINES: Mapping[str, frozenset[int]] = {
    "ticks": IN_BOTH,
    BLANK: IN_BOTH,
    "doubtful": frozenset({FIRST}),
    **{f"rejected-{ground}": frozenset({SECOND}) for ground in "abcd"},
}


@dataclass(frozen=True, slots=True)
class CountLine:
    """One figure. ``count`` is 1 or 2; ``place`` is empty for what was counted centrally; ``line`` is ``list:A``,
    ``blank``, ``ticks``, ``doubtful`` or ``rejected-a`` …
    """

    contest: str
    count: int
    category: Category
    place: str
    line: str
    number: int


@dataclass(frozen=True, slots=True)
class Counts:
    """All figures of a counts file in the order of the file, and the file's SHA-256."""

    lines: tuple[CountLine, ...]
    sha256: str

    def second_count(self, contest: str) -> dict[str, int]:
        """Approved ballots that are not blank, by list: every category and place of the second count together.

        Law: valgloven (2002) § 10-6 (3); valgloven (2023) § 13-1 (3).
        Rules: R-103, R-115, R-150.
        """
        return second_counts(self.lines).get(contest, {})


def second_counts(lines: Iterable[CountLine]) -> dict[str, dict[str, int]]:
    """Contest → list → ballots of the second count. What has no row is 0, and not here."""
    figures: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for each in lines:
        if each.count == SECOND:
            figures[each.contest].append((each.line, each.number))
    return {contest: dict(approved_ballots(of_contest).by_list) for contest, of_contest in figures.items()}


def read_counts(path: Path, election: Election, progress: Progress | None = None) -> Counts:
    """The figures in the file, each checked against the election."""
    with open_input(path, progress) as file:
        lines = tuple(read_lines(file, election))
    return Counts(lines, file.sha256)


def read_lines(file: InputFile, election: Election) -> Iterator[CountLine]:
    """The figures one by one. A row that comes again is refused, even with the same number."""
    vocabulary = CountVocabulary(election)
    seen: dict[tuple[str, ...], int] = {}
    heading, blocks = after_heading(file, COLUMNS)
    for block in blocks:
        for number, row in rows_of(file.name, block, heading):
            try:
                line = vocabulary.line_of(row)
            except Unfit as unfit:
                raise unfit.at(file.name, Line(number)) from None
            first = seen.setdefault(tuple(row[:-1]), number)
            if first != number:
                what = heading.delimiter.join(row[:-1])
                raise InputFault(file.name, Line(number), what, Problem.ROW_REPEATED, (("first", first),))
            yield line


class CountVocabulary:
    """What a row of the counts may say in this election."""

    def __init__(self, election: Election) -> None:
        self._contests = {each.code: each for each in election.contests}
        self._lines = {each.code: lines_of_contest(each) for each in election.contests}

    def line_of(self, row: list[str]) -> CountLine:
        """The figure that a row gives; refused unless each field is one of those the format has."""
        contest, count_text, category_text, place, line, number = row
        lines = self._lines.get(contest)
        count = COUNTS.get(count_text)
        category = CATEGORIES.get(category_text)
        if lines is None:
            raise Unfit(Problem.CONTEST_UNKNOWN, contest, expected=alternatives(self._lines))
        if count is None:
            raise Unfit(Problem.COUNT_UNKNOWN, count_text)
        if category is None:
            raise Unfit(Problem.CATEGORY_UNKNOWN, category_text, expected=alternatives(CATEGORIES))
        if place and not CODE.fullmatch(place):
            raise Unfit(Problem.PLACE_MALFORMED, place)
        if line not in lines:
            self.refuse_line(contest, line)
        if count not in lines[line]:
            raise Unfit(Problem.LINE_NOT_IN_COUNT, line, count=count)
        return CountLine(contest, count, category, place, line, number_of(number))

    def refuse_line(self, contest: str, line: str) -> None:
        """Refuses a line that the contest does not have; for a list, with where it stands instead."""
        code = line.removeprefix(LIST_PREFIX)
        if code == line:
            raise Unfit(Problem.LINE_UNKNOWN, line, expected=alternatives(OTHER_LINES))
        raise unknown_list(code, contest, self._contests)


def unknown_list(code: str, contest: str, contests: Mapping[str, Contest]) -> Unfit:
    """That a list does not stand in the contest: which lists do, or in which other contest it stands."""
    expected = alternatives(each.code for each in contests[contest].lists)
    for other in contests.values():
        if code in (each.code for each in other.lists):
            return Unfit(Problem.LIST_OF_OTHER_CONTEST, code, contest=contest, other=other.code, expected=expected)
    return Unfit(Problem.LIST_UNKNOWN, code, contest=contest, expected=expected)


def lines_of_contest(contest: Contest) -> dict[str, frozenset[int]]:
    """Each line that the contest has, and the counts it belongs in."""
    return {**{f"{LIST_PREFIX}{each.code}": IN_BOTH for each in contest.lists}, **OTHER_LINES}


def number_of(text: str) -> int:
    """A number of ballots: digits alone, at most ten million."""
    if not NUMBER.fullmatch(text):
        raise Unfit(Problem.NUMBER_MALFORMED, text, limit=MOST_BALLOTS)
    number = int(text) if len(text) <= MOST_DIGITS else MOST_BALLOTS + 1
    if number > MOST_BALLOTS:
        raise Unfit(Problem.NUMBER_TOO_LARGE, text, limit=MOST_BALLOTS)
    return number


def write_counts(lines: Iterable[CountLine]) -> Iterator[bytes]:
    """The file that holds these figures, in the order given."""
    yield (",".join(COLUMNS) + "\n").encode()
    for each in lines:
        row = (each.contest, str(each.count), each.category, each.place, each.line, str(each.number))
        yield (",".join(row) + "\n").encode()
