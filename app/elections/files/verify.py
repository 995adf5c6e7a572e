"""Kontrollerer valgresultatet i kontrollpakken som denne filen ligger i: python3 verify.py

Bare Python trengs: ikke nett, ikke en linje av programmet som laget resultatet. Reglene er lest på nytt ut av loven og
står i den rekkefølgen de brukes: tell, fordel plassene, ranger kandidatene, sammenlign.
Law: valgloven (2002) §§ 7-2, 10-6 (3), 11-4, 11-12; valgloven (2023) §§ 6-10, 11-4, 13-1, 13-2.
"""

import csv
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

Part = dict[str, Any]
LIST = ("ballots", "write_ins_given", "write_ins_received", "list_votes", "seats")
PERSON = ("bonus_quarters", "marks", "write_ins", "score_quarters", "rank", "outcome", "number")


def rows(path: Path) -> Iterator[dict[str, str]]:
    """Radene i en CSV-fil, med komma eller semikolon mellom feltene."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        delimiter = ";" if ";" in file.readline() else ","
        file.seek(0)
        yield from csv.DictReader(file, delimiter=delimiter, strict=True)


def electable(standing: Part) -> list[int]:
    """Numrene til dem på listen som kan velges."""
    return [person["position"] for person in standing["candidates"] if person.get("eligible", True)]


def count(contests: list[Part], counts: Iterable[Part], ballots: Iterable[Part]) -> dict[str, Counter[str]]:
    """Alt som telles i hver bydel: «ballots A», «marks A:3», «names A:3», «given A» og «changed A».

    Stemmesedler er de godkjente for en liste i endelig opptelling. Et merke teller én gang for hver kandidat. En
    slenger teller når den gjelder en valgbar kandidat på en annen liste, er ny på seddelen og innenfor kvoten: en
    fjerdedel av plassene, likevel minst fem, men aldri flere enn det er plasser.
    """
    quota = {each["code"]: min(max(5, each["seats"] // 4), each["seats"]) for each in contests}
    names = {f"{each['code']} {one['code']}:{n}" for each in contests for one in each["lists"] for n in electable(one)}
    total: dict[str, Counter[str]] = {code: Counter() for code in quota}
    for row in counts:
        if row["count"] == "2" and row["line"].startswith("list:"):
            total[row["contest"]][f"ballots {row['line'][5:]}"] += int(row["number"])
    for row in ballots:
        here, own = row["contest"], row["list"]
        written = dict.fromkeys(row["write_ins"].split())  # hvert navn én gang, i den rekkefølgen de ble skrevet
        valid = [name for name in written if f"{here} {name}" in names and name.split(":")[0] != own][: quota[here]]
        marks = {f"marks {own}:{position}" for position in row["marks"].split()}
        total[here].update([*marks, f"changed {own}", *[f"names {n}" for n in valid], *[f"given {own}" for _ in valid]])
    return total


def divide(contest: Part, votes: dict[str, int], lots: list[Part]) -> list[tuple[str, int, Fraction]]:
    """Plassene som (liste, listestemmer, delingstall), én for én til høyeste kvotient. Det deles på 1,4, 3, 5, 7 ...

    Er kvotienter like, går listen med flest listestemmer foran; er også de like, avgjør loddet som ble trukket. Ingen
    liste får flere plasser enn den har valgbare kandidater.
    """
    seats, places = contest["seats"], {each["code"]: len(electable(each)) for each in contest["lists"]}
    divisors = [Fraction(7, 5), *(Fraction(2 * number + 1) for number in range(1, seats))]
    ladder = [(votes[a] / by, votes[a], a, by) for a in places for by in divisors[: places[a]] if votes[a] > 0]
    ladder.sort(key=lambda rung: rung[:2], reverse=True)
    tied = [rung for rung in ladder if rung[:2] == ladder[seats][:2]] if len(ladder) > seats else []
    sure = [rung for rung in ladder[:seats] if rung not in tied]
    open_seats = min(len(ladder), seats) - len(sure)
    for lot in lots:
        if sorted(lot["lists"]) == sorted(rung[2] for rung in tied):
            sure += [rung for rung in tied if rung[2] == lot["winner"]]
            tied = [rung for rung in tied if rung[2] != lot["winner"]]
    if len(lots) != open_seats or len(sure) != min(len(ladder), seats):
        raise ValueError(f"{contest['code']}: loddene som er ført, er ikke dem som måtte trekkes")
    return [(code, own, by) for _, own, code, by in sure]


def settle(contest: Part, total: Counter[str], lots: list[Part]) -> Part:
    """Resultatet i én bydel. Listestemmer er plasser x stemmesedler - slengere gitt + slengere fått.

    Kandidatene rangeres etter personstemmer, slengere og stemmetillegg (1/4 av listens stemmesedler), regnet i kvarte
    stemmer, og likt etter listens rekkefølge. Vara er de neste: plassene og tre til; en liste uten plass har ingen.
    """
    found: Part = {"plasser i alt": contest["seats"]}
    lists = {each["code"]: each for each in contest["lists"]}
    for a, each in lists.items():
        own, given, received = total[f"ballots {a}"], total[f"given {a}"], 0
        if total[f"changed {a}"] > own:
            raise ValueError(f"{contest['code']}: flere rettede enn opptelte stemmesedler for liste {a}")
        for one in each["candidates"]:
            marks, names = total[f"marks {a}:{one['position']}"], total[f"names {a}:{one['position']}"]
            bonus, received = own if one.get("bonus") else 0, received + names
            votes = [bonus, marks, names, 4 * (marks + names) + bonus]
            found[f"{a}:{one['position']}"] = [*votes, None, "ineligible", None]
        found[a] = [own, given, received, contest["seats"] * own - given + received]
    order = divide(contest, {a: found[a][3] for a in lists}, lots)
    for seat, (a, own, by) in enumerate(order, start=1):
        millionths = int(own / by * 10**6 + Fraction(1, 2))
        found[f"plass {seat}"] = [a, own, str(by), f"{millionths // 10**6}.{millionths % 10**6:06}"]
    for a, each in lists.items():
        found[a].append(seats := sum(winner == a for winner, _, _ in order))
        ranked = sorted(electable(each), key=lambda position: -found[f"{a}:{position}"][3])
        for rank, position in enumerate(ranked, start=1):
            number = rank if rank <= seats else rank - seats if seats and rank <= 2 * seats + 3 else None
            outcome = "none" if number is None else "member" if rank <= seats else "deputy"
            found[f"{a}:{position}"][4:] = [rank, outcome, number]
    return found


def told(result: Part) -> Part:
    """Det som står om bydelen i result.json, på samme form."""
    says: Part = {"plasser i alt": result["seats"]}
    for each in result["lists"]:
        says[each["code"]] = [each[key] for key in LIST]
        says |= {f"{each['code']}:{one['position']}": [one[key] for key in PERSON] for one in each["candidates"]}
    for each in result["seat_order"]:
        says[f"plass {each['seat']}"] = [each["list"], each["votes"], str(Fraction(each["divisor"])), each["quotient"]]
    return says


def check(folder: Path) -> Iterator[str]:
    """Alt i pakken som ikke stemmer."""
    setup, result = (json.loads((folder / name).read_text("utf-8-sig")) for name in ("setup.json", "result.json"))
    sums = {line[66:]: line[:64] for line in (folder / "SHA256SUMS").read_text("utf-8").splitlines()}
    for name in {**result["inputs_sha256"], **sums}:
        sha256 = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        if not sha256 == sums.get(name) == result["inputs_sha256"].get(name, sha256):
            yield f"{name} er ikke den filen som fingeravtrykket er tatt av"
    total = count(setup["contests"], rows(folder / "counts.csv"), rows(folder / "ballots.csv"))
    results = {each["code"]: each for each in result["contests"]}
    for contest, here in zip(setup["contests"], total.values(), strict=True):
        ballots = sum(here[f"ballots {each['code']}"] for each in contest["lists"])
        if len(contest["lists"]) > 1 and ballots:
            published = results.pop(contest["code"])
            found, says = settle(contest, here, published["lots"]), told(published)
            wrong = [key for key in {**says, **found} if says.get(key) != found.get(key)]
            yield from (f"{contest['code']} {key}: kunngjort {says.get(key)}, funnet {found.get(key)}" for key in wrong)
            print(f"{contest['district']}: {ballots} stemmesedler, {contest['seats']} plasser, {len(wrong)} feil")
    yield from (f"{code}: kunngjort uten at det kan gjøres opp" for code in results)


if __name__ == "__main__":
    try:
        faults = [*check(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)]
    except Exception as problem:  # hva det enn er: da er ingenting kontrollert
        sys.exit(f"Pakken kan ikke kontrolleres: {problem!r}")
    print(*faults, "NOE STEMMER IKKE." if faults else "ALT STEMMER: listestemmer, plasser og valgte.", sep="\n")
    sys.exit(1 if faults else 0)
