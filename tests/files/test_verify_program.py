"""``verify.py`` of the bundle: run by itself, and held against the house on a thousand elections."""

import ast
import hashlib
import json
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from app.councils.domain.lots import Lot, LotRequired
from app.elections.domain.ballots import BallotReader
from app.elections.domain.election import Candidate, CandidateList, Contest
from app.elections.domain.settlement import NoVotes, Settlement, settle
from app.elections.domain.tally import TallyBuilder
from app.elections.files import verify
from app.elections.files.ballot_text import BallotTexts
from app.elections.files.bundle import read_me, sums, verify_program
from app.elections.files.file_names import BALLOTS, COUNTS, INPUTS, READ_ME, RESULT, SETUP, SUMS, VERIFY
from app.elections.files.result_file import contest_json
from app.elections.files.settle_files import SettledFiles, settle_files
from tests.builders import RULES_2002
from tests.files.samples import BALLOTS_HEADING, COUNTS_HEADING, as_json, changed, eleven_seats, rows, written


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """11 seats: in fana A and B have 9 ballots each, so five seats each and a lot. In arna A has 90 ballots, Q 50."""
    written(tmp_path / SETUP, as_json(changed(eleven_seats)))
    counts = ["fana,2,FO,,list:A,9", "fana,2,FO,,list:B,9", "arna,2,FO,,list:A,90", "arna,2,FO,,list:Q,50"]
    written(tmp_path / COUNTS, rows(COUNTS_HEADING, *counts))
    written(tmp_path / BALLOTS, rows(BALLOTS_HEADING, "fana,1,1,A,2,", "arna,1,1,A,,Q:3"))
    settled = settle_files(tmp_path / SETUP, tmp_path / COUNTS, tmp_path / BALLOTS, [Lot(("A", "B"), "B")])
    assert isinstance(settled, SettledFiles)
    written(tmp_path / RESULT, settled.result)
    written(tmp_path / READ_ME, read_me("Bydelsvalg 2023"))
    written(tmp_path / VERIFY, verify_program())
    write_sums(tmp_path)
    return tmp_path


def write_sums(folder: Path) -> None:
    names = (*INPUTS, RESULT, READ_ME, VERIFY)
    written(folder / SUMS, sums({name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in names}))


def run(folder: Path) -> tuple[int, list[str]]:
    """The status and the lines of ``python3 verify.py`` without any library: not even the house is within reach."""
    command = [sys.executable, "-I", "-S", str(folder / VERIFY)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd="/")
    return done.returncode, (done.stdout + done.stderr).splitlines()


def change_result(folder: Path, change: Callable[[Any], object]) -> None:
    document = json.loads((folder / RESULT).read_bytes())
    change(document)
    written(folder / RESULT, json.dumps(document, ensure_ascii=False, indent=1) + "\n")
    write_sums(folder)


def test_it_is_at_most_150_lines_of_the_standard_library() -> None:
    text = verify_program().decode()
    trees = list(ast.walk(ast.parse(text)))
    imported = {alias.name for tree in trees if isinstance(tree, ast.Import) for alias in tree.names}
    imported |= {tree.module or "" for tree in trees if isinstance(tree, ast.ImportFrom)}
    assert len(text.splitlines()) <= 150
    assert {name.split(".")[0] for name in imported} <= sys.stdlib_module_names


def test_a_bundle_as_it_was_made_is_told_to_be_right(folder: Path) -> None:
    assert run(folder) == (
        0,
        [
            "Fana: 18 stemmesedler, 11 plasser, 0 feil",
            "Arna: 140 stemmesedler, 11 plasser, 0 feil",
            "ALT STEMMER: listestemmer, plasser og valgte.",
        ],
    )


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            lambda it: it["contests"][0]["lists"][0].update(seats=8),
            "fana A: kunngjort [9, 0, 0, 99, 8], funnet [9, 0, 0, 99, 5]",
        ),
        (
            lambda it: it["contests"][1]["lists"][0]["candidates"][6].update(outcome="deputy", number=1),
            "arna A:7: kunngjort [0, 0, 0, 0, 7, 'deputy', 1], funnet [0, 0, 0, 0, 7, 'member', 7]",
        ),
        (
            lambda it: it["contests"][1]["seat_order"][0].update(votes=990),
            "arna plass 1: kunngjort ['A', 990, '7/5', '706.428571'], funnet ['A', 989, '7/5', '706.428571']",
        ),
        (lambda it: it["contests"][1]["seat_order"].pop(), "arna plass 11: kunngjort None, funnet "),
        (lambda it: it["contests"][0].update(seats=13), "fana plasser i alt: kunngjort 13, funnet 11"),
        (lambda it: it["contests"].append({"code": "os"}), "os: kunngjort uten at det kan gjøres opp"),
        (
            lambda it: it["contests"][0]["lots"][0].update(winner="A"),
            "fana A: kunngjort [9, 0, 0, 99, 5], funnet [9, 0, 0, 99, 6]",
        ),
    ],
)
def test_each_thing_that_was_tampered_with_is_told(folder: Path, change: Callable[[Any], object], told: str) -> None:
    """In arna A has 90 · 11 − 1 = 989 list votes and all seven candidates in, by list order; Q has 551 and four."""
    change_result(folder, change)
    status, lines = run(folder)
    assert (status, lines[-1]) == (1, "NOE STEMMER IKKE.")
    assert any(line.startswith(told) for line in lines), lines


@pytest.mark.parametrize("name", [*INPUTS, RESULT, READ_ME])
def test_a_file_that_was_changed_is_told_by_its_fingerprint(folder: Path, name: str) -> None:
    with (folder / name).open("a", encoding="utf-8") as file:
        file.write("\n" if name.endswith(("json", "txt")) else "fana,9,9,A,3,\n" if name == BALLOTS else "")
        file.write("fana,2,VO,,list:A,1\n" if name == COUNTS else "")
    status, lines = run(folder)
    assert status == 1
    told = f"{name} er ikke den filen som fingeravtrykket er tatt av"
    assert told in lines or name == COUNTS  # a ballot more leaves no tie: the lot is then one too many


@pytest.mark.parametrize("name", INPUTS)
def test_new_sums_for_other_input_files_do_not_hide_it(folder: Path, name: str) -> None:
    """The result tells of the files it was made from."""
    (folder / name).write_bytes((folder / name).read_bytes() + b"\n" * (name == SETUP))
    with (folder / name).open("a", encoding="utf-8") as file:
        file.write({BALLOTS: "arna,9,9,A,3,\n", COUNTS: "arna,1,VO,,list:A,1\n"}.get(name, ""))
    write_sums(folder)
    status, lines = run(folder)
    assert status == 1
    assert f"{name} er ikke den filen som fingeravtrykket er tatt av" in lines


@pytest.mark.parametrize("lots", [[], [{"lists": ["A", "C"], "winner": "A"}], [{"lists": ["A", "B"], "winner": "C"}]])
def test_a_lot_that_is_hidden_or_another_stops_it(folder: Path, lots: list[object]) -> None:
    change_result(folder, lambda it: it["contests"][0].update(lots=lots))
    status, lines = run(folder)
    assert status == 1
    assert "loddene som er ført, er ikke dem som måtte trekkes" in lines[-1]


def test_a_file_that_is_missing_stops_it(folder: Path) -> None:
    (folder / BALLOTS).unlink()
    status, lines = run(folder)
    assert (status, lines[-1].startswith("Pakken kan ikke kontrolleres: FileNotFoundError")) == (1, True)


def test_more_changed_ballots_than_ballots_stop_it(folder: Path) -> None:
    with (folder / BALLOTS).open("a", encoding="utf-8") as file:
        file.writelines(f"fana,2,{number},A,3,\n" for number in range(9))
    status, lines = run(folder)
    assert status == 1
    assert "fana: flere rettede enn opptelte stemmesedler for liste A" in lines[-1]


def test_files_from_a_spreadsheet_are_read_too(folder: Path) -> None:
    """With semicolons and a mark first in the file: the sums are others, the figures the same."""
    for name in (COUNTS, BALLOTS):
        text = (folder / name).read_text(encoding="utf-8").replace(",", ";")
        (folder / name).write_text(text, encoding="utf-8-sig")
    assert [line for line in run(folder)[1] if "feil" in line] == [
        "Fana: 18 stemmesedler, 11 plasser, 0 feil",
        "Arna: 140 stemmesedler, 11 plasser, 0 feil",
    ]


# ---- a thousand elections -------------------------------------------------------------------------------------------

Row = dict[str, Any]


def a_random_contest(chance: random.Random) -> Contest:
    lists = [
        CandidateList(code, code, True, tuple(some_candidates(chance))) for code in "ABCDEF"[: chance.randint(2, 6)]
    ]
    return Contest("os", "Os", chance.choice([3, 4, 7, 11, 15, 25]), tuple(lists))


def some_candidates(chance: random.Random) -> Iterator[Candidate]:
    bonus = chance.randint(0, 4)
    for position in range(1, chance.randint(1, 9) + 1):
        yield Candidate(position, "", bonus=position <= bonus, eligible=chance.random() < 0.85)


def random_ballots(chance: random.Random, contest: Contest) -> list[Row]:
    """Ballots with repeated marks, own names, names twice, too many, unreadable and of nobody."""
    codes = [each.code for each in contest.lists]
    sizes = {each.code: len(each.candidates) for each in contest.lists}
    found: list[Row] = []
    for _ in range(chance.randint(0, 25)):
        code = chance.choice(codes)
        marks = [chance.randint(1, sizes[code]) for _ in range(chance.choice([0, 1, 1, 2, 4]))]
        names = [
            chance.choice(["?", *[f"{other}:{chance.randint(1, 10)}" for other in codes]])
            for _ in range(chance.choice([0, 0, 1, 2, 4, 9]))
        ]
        found.append({"contest": "os", "list": code, "marks": " ".join(map(str, marks)), "write_ins": " ".join(names)})
    return found


def by_the_house(contest: Contest, ballots: list[Row], counted: dict[str, int]) -> Settlement:
    """Every lot is won by the last of the tied."""
    texts, reader, builder = BallotTexts(contest), BallotReader(contest, RULES_2002), TallyBuilder(contest)
    for each in ballots:
        builder.add(reader.read(texts.ballot(each["list"], each["marks"], each["write_ins"])))
    lots: list[Lot] = []
    while isinstance(outcome := settle(contest, RULES_2002, builder.build(counted), lots), LotRequired):
        lots.append(Lot(outcome.lists, outcome.lists[-1]))
    return outcome


def as_setup(contest: Contest) -> Row:
    lists = [
        {
            "code": each.code,
            "candidates": [{"position": a.position, "bonus": a.bonus, "eligible": a.eligible} for a in each.candidates],
        }
        for each in contest.lists
    ]
    return {"code": contest.code, "seats": contest.seats, "lists": lists}


@pytest.mark.rule("R-110", "R-111", "R-112", "R-114", "R-150", "R-152", "R-153", "R-154", "R-160", "R-163", "R-165")
def test_a_thousand_random_elections_are_settled_alike_by_the_slow_second_method() -> None:
    """From ballots to members, every figure. Enough of them have lots, write-ins, and lists without candidates left."""
    chance = random.Random(2023)  # noqa: S311  # the same elections every time
    with_lots = with_write_ins = exhausted = settled = 0
    while settled < 1000:
        contest = a_random_contest(chance)
        is_even = chance.random() < 0.2
        ballots = [] if is_even else random_ballots(chance, contest)
        unchanged = chance.choice([0, 3, 200])
        counted = {
            each.code: sum(ballot["list"] == each.code for ballot in ballots) + chance.randint(0, unchanged)
            for each in contest.lists
        }
        if is_even:
            counted = dict.fromkeys(counted, unchanged)
        try:
            outcome = by_the_house(contest, ballots, counted)
        except NoVotes:
            continue
        published: Row = contest_json(outcome)
        setup = as_setup(contest)
        lines = [{"contest": "os", "count": "2", "line": f"list:{a}", "number": str(n)} for a, n in counted.items()]
        found = verify.settle(setup, verify.count([setup], lines, ballots)["os"], published["lots"])
        assert found == verify.told(published)
        settled += 1
        with_lots += bool(outcome.lots)
        with_write_ins += bool(outcome.tally.write_ins)
        exhausted += bool(outcome.passed_over)
    assert min(with_lots, with_write_ins, exhausted) >= 50
