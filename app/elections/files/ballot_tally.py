"""The tally of one contest's changed ballots, given as their texts, many at a time.

On nearly every ballot everything counts. Such ballots are added up word by word: how many say ``4``, how many say
``B:3``. The others – a mark or a name twice, a name nobody could read, too many names – are read one by one by the
rules. Both give the same tally.

Rules: R-110, R-112, R-114.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from app.elections.domain.ballots import BallotReader, WriteIn
from app.elections.domain.election import Contest
from app.elections.domain.rule_sets import RuleSet
from app.elections.domain.tally import Tally, TallyBuilder
from app.elections.files.ballot_text import BallotTexts, write_in_text

MOST_REMEMBERED = 50_000
MOST_WAITING = 2_000
POSITIONS = frozenset(map(str, range(1000)))


class BallotTally:
    """Adds up the changed ballots of one contest."""

    def __init__(self, contest: Contest, rules: RuleSet, texts: BallotTexts | None = None) -> None:
        self._texts = texts or BallotTexts(contest)
        self._reader = BallotReader(contest, rules)
        self._tally = TallyBuilder(contest)
        self._marks = PlainMarks()
        self._names = PlainNames(contest, self._reader)
        self._waiting: dict[str, tuple[list[str], list[str]]] = {}

    def add(self, list_code: str, marks: str, write_ins: str) -> None:
        """Adds one ballot of a list. It may wait for others of its list, to be added up with them."""
        waiting = self._waiting.get(list_code)
        if waiting is None:
            self._texts.require_list(list_code)
            waiting = self._waiting[list_code] = ([], [])
        waiting[0].append(marks)
        waiting[1].append(write_ins)
        if len(waiting[0]) == MOST_WAITING:
            del self._waiting[list_code]
            self.take(list_code, *waiting)

    def take(self, list_code: str, marks: Sequence[str], write_ins: Sequence[str]) -> None:
        """Adds ballots of a list: the marks and the write-ins of each. Refused if the contest can have no such."""
        self._texts.require_list(list_code)
        odd = {*self._marks.other_places(marks), *self._names.other_places(write_ins, list_code)}
        if odd:
            marks, write_ins = list(marks), list(write_ins)
            for place in sorted(odd, reverse=True):
                ballot = self._texts.ballot(list_code, marks.pop(place), write_ins.pop(place))
                self._tally.add(self._reader.read(ballot))
        changed = changed_ballots(marks, write_ins)
        votes = self._votes_by_position(list_code, marks)
        self._tally.add_counted(list_code, len(marks), changed, votes, self._names.votes(write_ins))

    def _votes_by_position(self, list_code: str, marks: Sequence[str]) -> Iterator[tuple[int, int]]:
        for word, number in Counter(" ".join(marks).split()).items():
            position = int(word)
            self._texts.require_position(list_code, position)
            yield position, number

    def rows_per_list(self) -> dict[str, int]:
        """How many ballots of each list were added, changed or not."""
        self._take_waiting()
        return self._tally.ballots_read()

    def tally(self, ballots_per_list: Mapping[str, int]) -> Tally:
        """The figures a settlement starts from, given the second count."""
        self._take_waiting()
        return self._tally.build(ballots_per_list)

    def _take_waiting(self) -> None:
        while self._waiting:
            list_code, ballots = self._waiting.popitem()
            self.take(list_code, *ballots)


def changed_ballots(marks: Sequence[str], write_ins: Sequence[str]) -> int:
    """How many of the ballots have a mark or a write-in."""
    without_marks = [names for one_marks, names in zip(marks, write_ins, strict=True) if not one_marks]
    return len(marks) - without_marks.count("")


class PlainMarks:
    """Marks all of which count, on any list long enough: positions, one space between, all different.

    What has been seen is remembered, within bounds.
    """

    def __init__(self) -> None:
        self._plain: set[str] = set()

    def other_places(self, marks: Sequence[str]) -> list[int]:
        """Which of the ballots have marks that are not so plain."""
        if len(self._plain) > MOST_REMEMBERED:
            self._plain.clear()
        new = set(marks) - self._plain
        others = {text for text in new if not is_plain(text)}
        self._plain |= new - others
        return [place for place, text in enumerate(marks) if text in others] if others else []


def is_plain(marks: str) -> bool:
    """Whether the marks are positions with one space between, all different; or no marks."""
    words = marks.split(" ") if marks else []
    return POSITIONS.issuperset(words) and len(set(words)) == len(words)


class PlainNames:
    """Write-ins that count wherever they stand, but on their own list's ballots: ``B:3`` → the name."""

    def __init__(self, contest: Contest, reader: BallotReader) -> None:
        names = [WriteIn(each.code, candidate.position) for each in contest.lists for candidate in each.candidates]
        self._reader = reader
        self._names = {write_in_text(name): name for name in names if reader.counts_on_other_lists(name)}

    def other_places(self, write_ins: Sequence[str], own_list: str) -> list[int]:
        """Which of the ballots have a name that does not count."""
        others = {text for text in set(write_ins) if text and not self._all_count(text, own_list)}
        return [place for place, text in enumerate(write_ins) if text in others] if others else []

    def _all_count(self, text: str, own_list: str) -> bool:
        words = text.split(" ")
        for word in words:
            name = self._names.get(word)
            if name is None or name.list_code == own_list:
                return False
        return len(words) == 1 or self._reader.count_together(words)

    def votes(self, write_ins: Sequence[str]) -> Iterator[tuple[WriteIn, int]]:
        """Each name that is written, and how often, on ballots on which every name counts."""
        for word, number in Counter(" ".join(filter(None, write_ins)).split()).items():
            yield self._names[word], number
