"""The papers of a contest that an audit draws from, in fixed order, with the list votes that each was counted as.

First the unchanged ballots of each list, then the changed ones by batch and ballot, then the blank and the rejected.
Unchanged ballots have no names of their own: they lie list by list, unit by unit in the order of the record, and are
counted to the position drawn.

Rules: R-101, R-116, R-150.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.elections.documents.counts_content import REJECTION_CODES
from app.elections.domain.audit_draw import DrawnPaper, Stack
from app.elections.domain.ballots import BallotReader, ChangedBallot
from app.elections.domain.election import Contest, RuleSetName
from app.elections.domain.risk_limit import PaperVotes
from app.elections.domain.rule_sets import RULE_SETS
from app.elections.files.ballot_text import BallotTexts
from app.elections.files.counts_file import SECOND
from app.elections.models import ContestRow
from app.elections.queries import changed_ballots, count_lines, load_contest

UNCHANGED, CHANGED, BLANK = "unchanged:", "changed", "blank"


@dataclass(frozen=True, slots=True)
class ChangedPaper:
    """A changed ballot as it was counted, under the names of its batch and its own."""

    batch: str
    ballot: str
    list_code: str
    write_ins: str


@dataclass(frozen=True, slots=True)
class AuditPapers:
    """All papers of a contest: the stacks to draw from, and what each paper in them was counted as."""

    contest: Contest
    stacks: tuple[Stack, ...]
    changed: tuple[ChangedPaper, ...]
    reader: BallotReader
    texts: BallotTexts

    @property
    def papers(self) -> int:
        """How many there are."""
        return sum(stack.papers for stack in self.stacks)

    def changed_paper(self, drawn: DrawnPaper) -> ChangedPaper | None:
        """The changed ballot that was drawn; None where it is of another stack."""
        return self.changed[drawn.position - 1] if drawn.stack == CHANGED else None

    def counted(self, drawn: DrawnPaper) -> PaperVotes:
        """The list votes that the paper was counted as."""
        if changed := self.changed_paper(drawn):
            return self.votes(changed.list_code, changed.write_ins)
        return self.votes(drawn.stack.removeprefix(UNCHANGED), "") if drawn.stack.startswith(UNCHANGED) else {}

    def votes(self, list_code: str, write_ins: str) -> PaperVotes:
        """The list votes of a ballot with these names written on it: the seats, less one for each name that counts.

        Law: valgloven (2002) § 10-6 (3); valgloven (2023) § 13-1 (3).
        Rules: R-111, R-150.
        """
        written = self.texts.ballot(list_code, "", write_ins).write_ins
        reading = self.reader.read(ChangedBallot(list_code, (), written))
        votes = Counter({list_code: self.contest.seats - len(reading.write_ins)})
        votes.update(each.list_code for each in reading.write_ins)
        return votes


def audit_papers(session: Session, row: ContestRow) -> AuditPapers:
    """The papers of the contest as they were counted the second time."""
    contest = load_contest(session, row.id)
    rules = RULE_SETS[RuleSetName(row.election.rule_set)]
    changed = tuple(
        ChangedPaper(batch, ballot, list_code, write_ins)
        for batch, ballot, list_code, _marks, write_ins in changed_ballots(session, row.id)
    )
    stacks = _stacks(contest, _second_count(session, row.id), changed)
    return AuditPapers(contest, stacks, changed, BallotReader(contest, rules), BallotTexts(contest))


def _second_count(session: Session, contest_id: int) -> Mapping[str, int]:
    figures: Counter[str] = Counter()
    for line in count_lines(session, contest_id):
        if line.count == SECOND:
            figures[line.line] += line.number
    return figures


def _stacks(contest: Contest, counted: Mapping[str, int], changed: Sequence[ChangedPaper]) -> tuple[Stack, ...]:
    rows = Counter(each.list_code for each in changed)
    unchanged = (
        Stack(f"{UNCHANGED}{each.code}", counted.get(f"list:{each.code}", 0) - rows[each.code])
        for each in contest.lists
    )
    others = (Stack(name, counted.get(name, 0)) for name in (BLANK, *REJECTION_CODES))
    return (*unchanged, Stack(CHANGED, len(changed)), *others)
