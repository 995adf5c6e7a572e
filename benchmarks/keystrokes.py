"""How many keys a clerk presses for a changed ballot, and how fast the fingers must be for 60 ballots in ten minutes.

    .venv/bin/python -m benchmarks.keystrokes [--ballots 6000]

The ballots have as many marks and write-ins as those of official records: two or three marks, three names from other
lists on ten ballots. A name is typed as its code (``B3``), or by the first letters that single it out and Enter.
"""

import argparse
from collections.abc import Iterator
from random import Random

from app.demo.name_lists import MIDDLE
from app.elections.domain.election import Candidate, CandidateList, Contest
from app.elections.domain.typed_lines import LineReader

LISTS, CANDIDATES = 16, 21
MARKS = (0, 1, 1, 2, 2, 2, 3, 3, 4, 6)
WRITE_INS = (0, 0, 0, 0, 0, 0, 0, 0, 1, 2)
ENTER = SPACE = 1
BALLOTS, MINUTES = 60, 10


def main() -> None:
    """Print keys per ballot, with names as codes and as first letters, and the pace that the goal takes."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--ballots", type=int, default=6000)
    wanted = arguments.parse_args().ballots
    chance = Random(1)  # noqa: S311 - invented ballots
    contest = a_contest(chance)
    reader = LineReader(contest, "A")
    codes = letters = 0
    for marks, names in ballots(chance, contest, wanted):
        words = [str(position) for position in marks]
        codes += keys([*words, *(code for code, _ in names)])
        letters += keys(words) - ENTER + sum(shortest(reader, name) + SPACE for _, name in names) + ENTER
    for how, pressed in (("names as codes", codes), ("names by their letters", letters)):
        each = pressed / wanted
        pace = each * BALLOTS / MINUTES
        print(f"{how}: {each:.1f} keys a ballot; {BALLOTS} in {MINUTES} min is {pace:.0f} keys a minute")


def keys(words: list[str]) -> int:
    """The keys for words with a space between, and Enter."""
    return sum(map(len, words)) + SPACE * max(0, len(words) - 1) + ENTER


def shortest(reader: LineReader, name: str) -> int:
    """The fewest first letters of the last name that mean one candidate, and Enter; else the whole name."""
    last = name.rsplit(maxsplit=1)[-1].lower()
    for length in range(2, len(last) + 1):
        if not reader.read(last[:length]).faults:
            return length + ENTER
    return len(name) + ENTER


def a_contest(chance: Random) -> Contest:
    """Sixteen lists of 21 invented names."""
    lists = tuple(
        CandidateList(
            chr(ord("A") + at),
            f"List {at}",
            registered_party=True,
            candidates=tuple(
                Candidate(n, f"{chance.choice(MIDDLE.given[chance.choice('fm')])} {chance.choice(MIDDLE.family)}")
                for n in range(1, CANDIDATES + 1)
            ),
        )
        for at in range(LISTS)
    )
    return Contest("fana", "Fana", 15, lists)


def ballots(chance: Random, contest: Contest, number: int) -> Iterator[tuple[list[int], list[tuple[str, str]]]]:
    """Marks, and the code and name of each write-in."""
    for _ in range(number):
        marks = sorted(chance.sample(range(1, CANDIDATES + 1), chance.choice(MARKS)))
        others = [(each.code, who) for each in contest.lists[1:] for who in each.candidates]
        chosen = chance.sample(others, chance.choice(WRITE_INS))
        yield marks, [(f"{code}{who.position}", who.name) for code, who in chosen]


if __name__ == "__main__":
    main()
