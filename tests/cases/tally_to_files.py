"""The three input files that give a wanted tally: totals laid out on ballots, so that every total is met exactly.

A mark for position 1 stands on the list's first ballots, as many as it has; so does every other position. The names a
list's ballots give are dealt out one by one over just so many ballots that no ballot has a name twice or too many.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from app.elections.domain.categories import Category
from app.elections.domain.election import Contest, Election, Municipality, RuleSetName
from app.elections.domain.rule_sets import RULE_SETS
from app.elections.domain.tally import Tally
from app.elections.files.ballots_file import StoredBallot, write_ballots
from app.elections.files.counts_file import CountLine, write_counts
from app.elections.files.setup_file import write_setup

RULE_SET = RuleSetName.VALGLOVEN_2002


def write_files(folder: Path, contest: Contest, tally: Tally, void_names: Mapping[str, int] | None = None) -> None:
    """Write the files of an election of this one contest.

    ``void_names`` are names that do not count and how many ballots of the last list have each.
    """
    election = Election("Bydelsvalg", RULE_SET, date(2023, 9, 11), Municipality("Bergen", "4601"), (contest,))
    (folder / "setup.json").write_bytes(write_setup(election))
    (folder / "counts.csv").write_bytes(b"".join(write_counts(count_lines(contest, tally))))
    ballots = [*changed_ballots(contest, tally), *ballots_with_void_names(contest, tally, void_names or {})]
    (folder / "ballots.csv").write_bytes(b"".join(write_ballots(ballots)))


def count_lines(contest: Contest, tally: Tally) -> Iterator[CountLine]:
    """The second count: a third in advance, the rest in the urns of two places; some ballots are blank or rejected."""
    for each in tally.lists:
        advance, in_urns = each.ballots // 3, each.ballots - each.ballots // 3
        yield CountLine(contest.code, 2, Category.FO, "", f"list:{each.code}", advance)
        yield CountLine(contest.code, 2, Category.VO, "0801", f"list:{each.code}", in_urns // 2)
        yield CountLine(contest.code, 2, Category.VO, "0802", f"list:{each.code}", in_urns - in_urns // 2)
        yield CountLine(contest.code, 1, Category.FO, "", f"list:{each.code}", advance + 1)
    yield CountLine(contest.code, 2, Category.FO, "", "blank", 17)
    yield CountLine(contest.code, 2, Category.VO, "0801", "rejected-a", 3)


def changed_ballots(contest: Contest, tally: Tally) -> Iterator[StoredBallot]:
    """The changed ballots of every list."""
    for counted in tally.lists:
        names = [
            f"{each.receiver}:{each.position}"
            for each in tally.write_ins
            if each.giver == counted.code
            for _ in range(each.number)
        ]
        dealt = dealt_out(names, RULE_SETS[RULE_SET].write_in_quota(contest.seats))
        for ballot in range(max([*counted.marks, len(dealt)])):
            marks = " ".join(str(position) for position, number in enumerate(counted.marks, 1) if ballot < number)
            write_ins = " ".join(dealt[ballot]) if ballot < len(dealt) else ""
            yield row(contest, counted.code, ballot, marks, write_ins)


def dealt_out(names: list[str], quota: int) -> list[list[str]]:
    """The names on as few ballots as can be."""
    ballots = max([-(-len(names) // quota), *(names.count(name) for name in set(names))], default=0)
    return [names[first::ballots] for first in range(ballots)]


def ballots_with_void_names(contest: Contest, tally: Tally, void_names: Mapping[str, int]) -> Iterator[StoredBallot]:
    """Ballots of the last list, not among those changed otherwise."""
    last = tally.lists[-1]
    ballot = last.ballots
    for name, number in void_names.items():
        for _ in range(number):
            ballot -= 1
            yield row(contest, last.code, ballot, "", name)


def row(contest: Contest, code: str, ballot: int, marks: str, write_ins: str) -> StoredBallot:
    """A row, in a batch of a hundred."""
    return (contest.code, f"{code}-{ballot // 100 + 1:03d}", f"{ballot + 1:06d}", code, marks, write_ins)
