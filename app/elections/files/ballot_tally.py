"""The tally of one contest's changed ballots, given as their texts, many at a time.

On nearly every ballot everything counts. Such ballots are added up many at a time: their marks as numbers, their names
word by word. The others – a mark or a name twice, a name nobody could read, too many names – are read one by one by the
rules. Both give the same tally.

Rules: R-110, R-112, R-114.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import compress

from app.elections.domain.ballots import BallotReader, WriteIn
from app.elections.domain.election import CandidateList, Contest
from app.elections.domain.rule_sets import RuleSet
from app.elections.domain.tally import Tally, TallyBuilder
from app.elections.files.ballot_text import BallotTexts, write_in_text

MOST_REMEMBERED = 30_000
MOST_WAITING = 2_000
BITS = 32
MOST_VOTES = (1 << BITS) - 1
ODD = 1
VOTE_FOR = {str(position): 1 << BITS * position for position in range(1, 256)}


class BallotTally:
    """Adds up the changed ballots of one contest. What is known of ``marks`` may be shared with other contests."""

    def __init__(
        self, contest: Contest, rules: RuleSet, texts: BallotTexts | None = None, marks: "PlainMarks | None" = None
    ) -> None:
        self._texts = texts or BallotTexts(contest)
        self._reader = BallotReader(contest, rules)
        self._tally = TallyBuilder(contest)
        self._marks = marks or PlainMarks()
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
        odd_names = self._names.others([*filter(None, write_ins)], list_code)
        if odd_names:
            written = compress(range(len(write_ins)), write_ins)
            odd = [place for place in written if write_ins[place] in odd_names]
            marks, write_ins = self._take_alone(list_code, marks, write_ins, odd)
        votes = self._marks.votes(marks)
        if 0 in votes:
            odd = [place for place, text in enumerate(marks) if not self._marks.is_plain(text)]
            marks, write_ins = self._take_alone(list_code, marks, write_ins, odd)
            votes = self._marks.votes(marks)
        for position in votes:
            self._texts.require_position(list_code, position)
        unchanged = marks.count("") - [*compress(marks, write_ins)].count("")
        names = self._names.votes([*filter(None, write_ins)])
        self._tally.add_counted(list_code, len(marks), len(marks) - unchanged, votes.items(), names)

    def _take_alone(
        self, list_code: str, marks: Sequence[str], write_ins: Sequence[str], odd: Sequence[int]
    ) -> tuple[Sequence[str], Sequence[str]]:
        """Adds the odd ballots, whose places rise, one by one; gives back the others."""
        marks, write_ins = list(marks), list(write_ins)
        for place in reversed(odd):
            ballot = self._texts.ballot(list_code, marks.pop(place), write_ins.pop(place))
            self._tally.add(self._reader.read(ballot))
        return marks, write_ins

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


class PlainMarks:
    """Marks all of which count, on any list long enough: positions, one space between, all different.

    Each text is learned once, as a number in which every position has its own bits: 1 where it is marked. The sum of
    the numbers of many ballots has in those bits the votes, so that ballots are added up as fast as numbers are. A text
    that is not plain is a mark for position 0, which nobody stands at.
    """

    def __init__(self) -> None:
        self._numbers = MarkNumbers()

    def votes(self, marks: Sequence[str]) -> dict[int, int]:
        """The votes of each position that has any, on ballots with these marks; at 0, how many are not plain."""
        if len(self._numbers) > MOST_REMEMBERED:
            self._numbers.clear()
        total = sum(map(self._numbers.__getitem__, marks))
        positions = range(-(-total.bit_length() // BITS))
        return {position: votes for position in positions if (votes := total >> BITS * position & MOST_VOTES)}

    def is_plain(self, marks: str) -> bool:
        """Whether the marks are plain; no marks are."""
        return self._numbers[marks] != ODD


class MarkNumbers(dict[str, int]):
    """The number of each text of marks. It is found out when it is first asked for, and then remembered."""

    def __missing__(self, marks: str) -> int:
        words = marks.split(" ") if marks else []
        number = sum([VOTE_FOR.get(word, 0) for word in words])
        if number.bit_count() < len(words):  # a position twice, or a word that is none
            return ODD
        self[marks] = number
        return number


class PlainNames:
    """Write-ins that count wherever they stand, but on their own list's ballots: ``B:3`` → the name."""

    def __init__(self, contest: Contest, reader: BallotReader) -> None:
        self._count_together = reader.count_together
        self._of_list = {each.code: plain_names(each, reader) for each in contest.lists}
        self._names = {word: name for names in self._of_list.values() for word, name in names.items()}

    def others(self, texts: Sequence[str], own_list: str) -> Set[str]:
        """Which of the texts have a name that does not count, on ballots of this list."""
        others = {text for text in texts if " " in text and not self._count_together(text.split(" "))}
        written = set(" ".join(texts).split(" ") if texts else ())
        strange = written.difference(self._names) | written.intersection(self._of_list[own_list])
        if strange:
            others |= {text for text in texts if not strange.isdisjoint(text.split(" "))}
        return others

    def votes(self, texts: Sequence[str]) -> Iterator[tuple[WriteIn, int]]:
        """Each name that is written, and how often, in texts in which every name counts."""
        for word, number in Counter(" ".join(texts).split()).items():
            yield self._names[word], number


def plain_names(candidate_list: CandidateList, reader: BallotReader) -> dict[str, WriteIn]:
    """The names of a list that count on the ballots of any other, by the texts that write them."""
    positions = [each.position for each in candidate_list.candidates]
    names = [WriteIn(candidate_list.code, position) for position in positions]
    return {write_in_text(name): name for name in names if reader.counts_on_other_lists(name)}
