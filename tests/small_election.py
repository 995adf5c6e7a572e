"""A small election as three files: three seats, lists A and B, so that every result can be checked by hand.

Second count A 60, B 40 and no write-in that counts: list votes 180 and 120. Quotients A 128.57, B 85.71, A 60, B 40, so
A gets two seats and B one. With 50 ballots each, the third seat (150/3 for both) must be decided by lot.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

COUNTS_HEADING = "contest,count,category,place,line,number"
BALLOTS_HEADING = "contest,batch,ballot,list,marks,write_ins"
BALLOTS = ("fana,b1,1,A,1 2,", "fana,b1,2,A,2,B:1 ?", "fana,b2,1,B,3,")


@dataclass(frozen=True, slots=True)
class Files:
    """Where the three files are."""

    setup: Path
    counts: Path
    ballots: Path


def write_files(
    folder: Path,
    *,
    ballots_of_a: int = 60,
    ballots_of_b: int = 40,
    ballots: Sequence[str] = BALLOTS,
    contests: Sequence[str] = ("fana",),
    election_day: str = "2023-09-11",
) -> Files:
    """Write the three files; ``ballots`` are the rows of the changed ballots."""
    folder.mkdir(parents=True, exist_ok=True)
    files = Files(folder / "setup.json", folder / "counts.csv", folder / "ballots.csv")
    files.setup.write_text(json.dumps(a_setup(contests, election_day), ensure_ascii=False), encoding="utf-8")
    counts = [
        f"{contest},{count},VO,,{line},{number}"
        for contest in contests
        for count in (1, 2)
        for line, number in (("ticks", 105), ("list:A", ballots_of_a), ("list:B", ballots_of_b), ("blank", 2))
    ]
    files.counts.write_text("\n".join([COUNTS_HEADING, *counts]) + "\n", encoding="utf-8")
    files.ballots.write_text("\n".join([BALLOTS_HEADING, *ballots]) + "\n", encoding="utf-8")
    return files


def a_setup(contests: Sequence[str], election_day: str) -> dict[str, object]:
    """``setup.json`` as a value: for each contest two lists of seven candidates."""
    return {
        "format": "verv-setup/1",
        "election": {
            "name": "Bydelsvalg",
            "rule_set": "valgloven-2002" if election_day <= "2023-09-11" else "valgloven-2023",
            "election_day": election_day,
            "municipality": {"number": "4601", "name": "Bergen"},
        },
        "contests": [
            {
                "code": code,
                "district": code.title(),
                "seats": 3,
                "electors": 150,
                "lists": [
                    {
                        "code": letter,
                        "name": f"Liste {letter}",
                        "registered_party": True,
                        "candidates": [{"position": n, "name": f"{letter}{n} Čáŋgŧ"} for n in range(1, 8)],
                    }
                    for letter in "AB"
                ],
            }
            for code in contests
        ],
    }


def three_districts(folder: Path, lists_in_arna: int = 1, contests: tuple[str, ...] = ("fana", "arna", "os")) -> Files:
    """The small election in Fana; with fewer than two lists in Arna, and no ballot for any list in Os."""
    files = write_files(folder, contests=contests, ballots=() if "fana" not in contests else ("fana,b1,1,A,1 2,",))
    setup = json.loads(files.setup.read_text())
    for contest in setup["contests"]:
        if contest["code"] == "arna":
            del contest["lists"][lists_in_arna:]
    files.setup.write_text(json.dumps(setup), encoding="utf-8")
    lines = files.counts.read_text().splitlines()
    kept = [line for line in lines if not (line.startswith("arna") and "list:" in line)]
    emptied = [
        ",".join([*line.split(",")[:5], "0"]) if line.startswith("os") and "list:" in line else line for line in kept
    ]
    files.counts.write_text("\n".join(emptied) + "\n", encoding="utf-8")
    return files
