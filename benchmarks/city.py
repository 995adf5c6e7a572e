"""Input files of an invented city: 8 contests of 15 seats, 16 lists of 21 candidates, half of the ballots changed.

Rates follow official records: shares of marks by position with a popular candidate far down on every fourth list,
one write-in for every ten ballots. The same size and seed give the same files.
"""

import json
import random
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

CONTESTS = ("fana", "arna", "bergenhus", "fyllingsdalen", "laksevag", "ytrebygda", "asane", "arstad")
LISTS = ("A", "H", "FNB", "MDG", "SV", "SP", "FRP", "V", "R", "KRF", "PP", "PDK", "HELS", "DEM", "LIB", "NKP")
STRENGTH = (200, 200, 160, 100, 80, 60, 50, 40, 30, 20, 20, 12, 10, 8, 6, 4)
SEATS, CANDIDATES, BONUS = 15, 21, 4
POPULARITY = (220, 90, 60, 45, 45, 30, *[20] * 4, *[12] * 10, 5)
"""Of a thousand ballots of a list, those with a mark for position 1, 2, 3 …"""
WRITE_IN_SHARE, WRITE_INS = 120, (1, 1, 1, 2, 2, 3)
BATCH_SIZE = 200
ADVANCE_SHARE, POLLING_DISTRICTS = 31, 8


def write_city(folder: Path, changed_ballots: int, seed: int = 1, *, shuffled: bool = False) -> None:
    """Write ``setup.json``, ``counts.csv`` and ``ballots.csv`` with about so many rows into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    changed = changed_per_list(changed_ballots)
    (folder / "setup.json").write_text(json.dumps(setup(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    (folder / "counts.csv").write_text("".join(counts(changed)), encoding="utf-8")
    rows = ballots(changed, random.Random(seed))  # noqa: S311 - invented ballots
    if shuffled:
        heading, *others = rows
        random.Random(seed).shuffle(others)  # noqa: S311
        rows = iter([heading, *others])
    with (folder / "ballots.csv").open("w", encoding="utf-8", newline="") as file:
        file.writelines(rows)


def changed_per_list(changed_ballots: int) -> dict[str, int]:
    """How many changed ballots each list has in each contest."""
    share = changed_ballots // len(CONTESTS)
    return {code: share * strength // sum(STRENGTH) for code, strength in zip(LISTS, STRENGTH, strict=True)}


def setup() -> dict[str, object]:
    """The setup."""
    return {
        "format": "verv-setup/1",
        "election": {
            "name": "Bydelsvalg 2023",
            "rule_set": "valgloven-2002",
            "election_day": "2023-09-11",
            "municipality": {"number": "4601", "name": "Bergen"},
        },
        "contests": [contest(code) for code in CONTESTS],
    }


def contest(code: str) -> dict[str, object]:
    """One contest of the setup."""
    districts = [{"code": f"{n:04d}", "name": f"Krets {n}"} for n in range(1, POLLING_DISTRICTS + 1)]
    return {
        "code": code,
        "district": code.capitalize(),
        "seats": SEATS,
        "electors": 31200,
        "polling_districts": districts,
        "lists": [
            {"code": each, "name": f"Liste {each}", "registered_party": True, "candidates": candidates(each)}
            for each in LISTS
        ],
    }


def candidates(code: str) -> list[dict[str, object]]:
    """The candidates of a list."""
    return [
        {
            "position": n,
            "name": f"Kandidat {code}-{n}",
            "birth_year": 1950 + n,
            "bonus": n <= BONUS,
            "eligible": True,
        }
        for n in range(1, CANDIDATES + 1)
    ]


def counts(changed: dict[str, int]) -> Iterator[str]:
    """Both counts: advance votes together, election day by polling district; twice as many ballots as are changed."""
    yield "contest,count,category,place,line,number\r\n"
    units = [("FO", ""), ("FS", ""), *(("VO", f"{n:04d}") for n in range(1, POLLING_DISTRICTS + 1)), ("VS", "")]
    for code in CONTESTS:
        for count in (1, 2):
            for category, place in units:
                for each, rows in changed.items():
                    number = 2 * rows // len(units) + (2 * rows % len(units) if category == "FO" else 0)
                    yield f"{code},{count},{category},{place},list:{each},{number}\r\n"
                yield f"{code},{count},{category},{place},blank,9\r\n"


def ballots(changed: dict[str, int], rng: random.Random) -> Iterator[str]:
    """The heading and the changed ballots, contest by contest and list by list, in batches of two hundred."""
    yield "contest,batch,ballot,list,marks,write_ins\r\n"
    for code in CONTESTS:
        popular = {each: popularity(rng) for each in LISTS}
        for each, number in changed.items():
            pen = Pen(each, popular, rng)
            for n in range(number):
                batch, ballot = f"{each}-{n // BATCH_SIZE + 1:03d}", f"{each}-{n + 1:06d}"
                yield f"{code},{batch},{ballot},{each},{pen.marks_and_write_ins()}\r\n"


def popularity(rng: random.Random) -> list[int]:
    """Of a thousand changed ballots of a list, those that mark each position: twice the share of all ballots."""
    share = [2 * each for each in POPULARITY]
    if rng.randrange(4) == 0:
        share[rng.randrange(7, CANDIDATES)] = 2 * rng.randrange(200, 450)
    return share


class Pen:
    """What voters of one list do to their ballots."""

    def __init__(self, own: str, popular: dict[str, list[int]], rng: random.Random) -> None:
        self._marks = [(str(place), share / 1000) for place, share in enumerate(popular[own], start=1)]
        others = [(code, strength) for code, strength in zip(LISTS, STRENGTH, strict=True) if code != own]
        self._names = [f"{code}:{place}" for code, _ in others for place in range(1, CANDIDATES + 1)]
        wish = [strength * share for code, strength in others for share in popular[code]]
        self._wish = list(accumulate(wish))
        self._rng = rng

    def marks_and_write_ins(self) -> str:
        """The last two fields of a row; at least one of them says something."""
        chance = self._rng.random
        while True:
            marks = " ".join([place for place, share in self._marks if chance() < share])
            write_ins = ""
            if chance() < WRITE_IN_SHARE / 1000:
                write_ins = " ".join(
                    self._rng.choices(self._names, cum_weights=self._wish, k=self._rng.choice(WRITE_INS))
                )
            if marks or write_ins:
                return f"{marks},{write_ins}"
