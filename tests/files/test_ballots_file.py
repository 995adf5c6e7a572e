"""``ballots.csv``, sentence by sentence of its format, counted and given to be stored."""

import random
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from app.core.input_files import input_file
from app.core.input_files.faults import FileProblem, InputFault, Line
from app.core.input_files.input_file import open_input
from app.elections.domain.ballots import BallotReader, Disregarded
from app.elections.domain.categories import Category
from app.elections.domain.election import Election
from app.elections.domain.rule_sets import RULE_SETS
from app.elections.domain.tally import Tally, TallyBuilder, WriteInCount
from app.elections.files import repeated_ballots
from app.elections.files.ballot_tally import BallotTally
from app.elections.files.ballots_file import (
    BallotsToStore,
    StoredBallot,
    TalliedBallots,
    refuse_more_rows,
    tally_ballots,
    write_ballots,
)
from app.elections.files.counts_file import CountLine, Counts
from app.elections.files.faults import Problem
from app.elections.files.setup_file import read_setup
from tests.builders import a_ballot
from tests.files.samples import BALLOTS_HEADING, an_election, as_json, changed, dice, fault_in, rows, written

ELECTION = an_election()
COUNTED = Counts(
    tuple(
        CountLine(contest.code, 2, Category.FO, "", f"list:{each.code}", 1_000_000)
        for contest in ELECTION.contests
        for each in contest.lists
    ),
    "",
)

Read = Callable[[Path], object]


def tallied(path: Path) -> TalliedBallots:
    return tally_ballots(path, ELECTION, COUNTED)


def to_store(path: Path) -> list[StoredBallot]:
    with open_input(path) as file:
        return [row for some in BallotsToStore(file, ELECTION) for row in some]


BOTH_WAYS = pytest.mark.parametrize("read", [tallied, to_store], ids=["counted", "to store"])


def ballots(folder: Path, *lines: str, heading: str = BALLOTS_HEADING) -> Path:
    return written(folder / "ballots.csv", rows(heading, *lines))


def fana(path: Path) -> Tally:
    return tallied(path).tallies["fana"]


def marks_of(tally: Tally, code: str) -> tuple[int, ...]:
    return next(each.marks for each in tally.lists if each.code == code)


@pytest.mark.rule("R-110", "R-111", "R-115", "R-116")
def test_marks_and_write_ins_are_counted_for_each_list(tmp_path: Path) -> None:
    """List A: two ballots mark 1, one marks 3. A gives one name to B's 2, and B gives two names to A's 1."""
    path = ballots(
        tmp_path,
        "fana,A-1,1,A,1 3,",
        "fana,A-1,2,A,1,B:2",
        "fana,B-1,1,B,,A:1",
        "fana,B-1,2,B,7,A:1 C:3",
        "arna,A-1,1,A,5,",
    )
    tally = fana(path)
    assert marks_of(tally, "A") == (2, 0, 1, 0, 0, 0, 0)
    assert marks_of(tally, "B") == (0, 0, 0, 0, 0, 0, 1)
    assert tally.write_ins == (
        WriteInCount("A", "B", 2, 1),
        WriteInCount("B", "A", 1, 2),
        WriteInCount("B", "C", 3, 1),
    )
    assert tally.changed_ballots == 4
    assert [each.ballots for each in tally.lists] == [1_000_000] * 3
    assert marks_of(tallied(path).tallies["arna"], "A") == (0, 0, 0, 0, 1, 0, 0)


def test_ballots_without_changes_may_be_listed_and_are_not_changed_ballots(tmp_path: Path) -> None:
    tally = fana(ballots(tmp_path, "fana,A-1,1,A,,", "fana,A-1,2,A,2,", "fana,A-1,3,A,,"))
    assert tally.changed_ballots == 1
    assert marks_of(tally, "A") == (0, 1, 0, 0, 0, 0, 0)


@pytest.mark.parametrize(
    ("marks", "write_ins", "reason"),
    [
        ("2 2", "", Disregarded.MARK_REPEATED),
        ("", "?", Disregarded.WRITE_IN_UNREADABLE),
        ("", "B:8", Disregarded.WRITE_IN_UNKNOWN_CANDIDATE),
        ("", "B:0", Disregarded.WRITE_IN_UNKNOWN_CANDIDATE),
        ("", "B:999999999", Disregarded.WRITE_IN_UNKNOWN_CANDIDATE),
        ("", "A:1", Disregarded.WRITE_IN_OWN_LIST),
        ("", "B:1 B:1", Disregarded.WRITE_IN_REPEATED),
        ("", "B:1 B:2 B:3 C:1 C:2 C:3", Disregarded.WRITE_IN_OVER_QUOTA),
    ],
)
@pytest.mark.rule("R-110", "R-112", "R-114")
def test_what_does_not_count_is_kept_and_reported_with_the_reason(
    tmp_path: Path, marks: str, write_ins: str, reason: Disregarded
) -> None:
    """Quota for 15 seats: 5 names. The ordinary ballots around it count as they are."""
    lines = ("fana,A-1,1,A,2,B:1", f"fana,A-1,2,A,{marks},{write_ins}", "fana,A-1,3,A,2,")
    path = ballots(tmp_path, *lines)
    tally = fana(path)
    assert tally.disregarded == ((reason, 1),)
    assert tally.changed_ballots == 3
    assert marks_of(tally, "A")[1] == (3 if marks else 2)
    assert to_store(path)[1] == ("fana", "A-1", "2", "A", marks, write_ins)


@pytest.mark.parametrize(
    ("row", "problem", "value"),
    [
        ("ytrebygda,A-1,9,A,1,", Problem.CONTEST_UNKNOWN, "ytrebygda"),
        ("fana,A-1,9,X,1,", Problem.LIST_UNKNOWN, "X"),
        ("fana,A-1,9,,1,", Problem.LIST_UNKNOWN, ""),
        ("fana,A-1,9,Q,1,", Problem.LIST_OF_OTHER_CONTEST, "Q"),
        ("fana,A-1,9,A,8,", Problem.MARK_UNKNOWN_POSITION, "8"),
        ("fana,A-1,9,A,0,", Problem.MARK_UNKNOWN_POSITION, "0"),
        ("fana,A-1,9,A,1 2 5000,", Problem.MARK_UNKNOWN_POSITION, "5000"),
        ("fana,A-1,9,A,1 x,", Problem.MARK_MALFORMED, "x"),
        ("fana,A-1,9,A,01,", Problem.MARK_MALFORMED, "01"),
        ("fana,A-1,9,A,-1,", Problem.MARK_MALFORMED, "-1"),
        ("fana,A-1,9,A,1;2,", Problem.MARK_MALFORMED, "1;2"),
        ("fana,A-1,9,A,٣,", Problem.MARK_MALFORMED, "٣"),
        ("fana,A-1,9,A,1\u00a02,", Problem.MARK_MALFORMED, "1\\xa02"),
        ("fana,A-1,9,A," + "1" * 400 + ",", Problem.MARK_MALFORMED, "1" * 60 + "…"),
        ("fana,A-1,9,A,1,B", Problem.WRITE_IN_MALFORMED, "B"),
        ("fana,A-1,9,A,1,B:", Problem.WRITE_IN_MALFORMED, "B:"),
        ("fana,A-1,9,A,1,B:01", Problem.WRITE_IN_MALFORMED, "B:01"),
        ("fana,A-1,9,A,1,B:1:2", Problem.WRITE_IN_MALFORMED, "B:1:2"),
        ("fana,A-1,9,A,1,??", Problem.WRITE_IN_MALFORMED, "??"),
        ("fana,A-1,9,A,1,B:1 X:1", Problem.WRITE_IN_UNKNOWN_LIST, "X:1"),
        ("fana,A-1,9,A,1,Q:1", Problem.WRITE_IN_UNKNOWN_LIST, "Q:1"),
        ("fana,A-1,9,A,1,:1", Problem.WRITE_IN_UNKNOWN_LIST, ":1"),
        ("fana,,9,A,1,", Problem.IDENTIFIER_MISSING, ""),
        ("fana,A-1,,A,1,", Problem.IDENTIFIER_MISSING, ""),
        ("fana," + "b" * 81 + ",9,A,1,", Problem.IDENTIFIER_TOO_LONG, "b" * 60 + "…"),
        ('fana,"A,1",9,A,1,', Problem.IDENTIFIER_MALFORMED, "A,1"),
        ("fana,A;1,9,A,1,", Problem.IDENTIFIER_MALFORMED, "A;1"),
        ('fana,A"1,9,A,1,', FileProblem.QUOTES_BROKEN, 'fana,A"1,9,A,1,'),
        ('fana,"A-1,9,A,1,', FileProblem.QUOTES_BROKEN, 'fana,"A-1,9,A,1,'),
        ('fana,A-1,9,A,"1,2",', Problem.MARK_MALFORMED, "1,2"),
        ("fana,A-1,9", FileProblem.FIELDS_MISSING, "fana,A-1,9"),
        ("fana,A-1,9,A,1", FileProblem.FIELDS_MISSING, "fana,A-1,9,A,1"),
        ("fana,A-1,9,A,1,,", FileProblem.FIELDS_TOO_MANY, "fana,A-1,9,A,1,,"),
        ("fana;A-1;9;A;1;", FileProblem.FIELDS_MISSING, "fana;A-1;9;A;1;"),
        ("fana,A\t1,9,A,1,", FileProblem.CHARACTER_FORBIDDEN, "fana,A\\t1,9,A,1,"),
        ("fana,A\u20281,9,A,1,", FileProblem.CHARACTER_FORBIDDEN, "fana,A\\u20281,9,A,1,"),
        ("fana,A\u202e1,9,A,1,", FileProblem.CHARACTER_FORBIDDEN, "fana,A\\u202e1,9,A,1,"),
        ("fana,A\x001,9,A,1,", FileProblem.CHARACTER_FORBIDDEN, "fana,A\\x001,9,A,1,"),
        ("fana,A-1,9,A,1,\rfana,A-1,10,A,1,", FileProblem.LINES_END_IN_CR, "fana,A-1,9,A,1,\\rfana,A-1,10,A,1,"),
        ("fana,A-1,9,A,1," + "B:1 " * 2600, FileProblem.LINE_TOO_LONG, "fana,A-1,9,A,1," + "B:1 " * 11 + "B…"),
    ],
)
@BOTH_WAYS
def test_a_row_that_cannot_be_is_told_with_its_line(
    tmp_path: Path, read: Read, row: str, problem: Problem, value: str
) -> None:
    path = ballots(tmp_path, "fana,A-1,1,A,1,", "arna,A-1,1,A,1,B:1", row, "fana,A-1,3,Å,1,")
    fault = fault_in(lambda: read(path))
    assert (fault.file, fault.place, fault.problem, fault.value) == ("ballots.csv", Line(4), problem, value)


def test_facts_tell_what_was_expected(tmp_path: Path) -> None:
    def facts(row: str) -> dict[str, str | int]:
        return dict(fault_in(lambda: tallied(ballots(tmp_path, row))).facts)

    assert facts("fana,1,1,Q,1,") == {"contest": "fana", "other": "arna", "expected": "A, B, C"}
    assert facts("fana,1,1,A,8,") == {"list": "A", "size": 7}
    assert facts("fana,1,1,A,1,X:1") == {"list": "X", "contest": "fana", "expected": "A, B, C"}
    assert facts("bergen,1,1,A,1,") == {"expected": "fana, arna"}


@BOTH_WAYS
def test_the_first_fault_of_the_file_is_told_wherever_the_blocks_end(
    tmp_path: Path, read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [f"fana,A-1,{n:04d},A,1,B:2" for n in range(300)]
    lines[211] = "fana,A-1,0211,A,1,B:x"
    lines[212] = "fana,A-1,0212,X,1,"
    lines[213] = "half"
    path = ballots(tmp_path, *lines)
    for size in (16, 100, 1000, 100_000):
        monkeypatch.setattr(input_file, "BLOCK_SIZE", size)
        fault = fault_in(lambda: read(path))
        assert (fault.place, fault.problem, fault.value) == (Line(213), Problem.WRITE_IN_MALFORMED, "B:x")


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("delimiter", [",", ";"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["", "BOM"])
@pytest.mark.parametrize("last", ["with", "without"])
def test_each_way_of_writing_gives_the_same_rows(
    tmp_path: Path, line_end: str, delimiter: str, mark: bytes, last: str
) -> None:
    text = rows(BALLOTS_HEADING, "fana,A-1,1,A,1 3,B:2 ?", "fana,Bunke 2,nr. 7,B,,A:1")
    text = text.replace(",", delimiter).replace("\n", line_end)
    content = mark + (text.removesuffix(line_end) if last == "without" else text).encode()
    path = written(tmp_path / "b.csv", content)
    assert to_store(path) == [
        ("fana", "A-1", "1", "A", "1 3", "B:2 ?"),
        ("fana", "Bunke 2", "nr. 7", "B", "", "A:1"),
    ]
    assert tallied(path).tallies["fana"].changed_ballots == 2


def test_line_ends_may_be_mixed_fields_quoted_and_columns_moved(tmp_path: Path) -> None:
    heading = "write_ins;marks;list;ballot;batch;contest"
    text = f'{heading}\r\n"B:2";1;"A";"1";A-1;fana\n\n;2;A;2;A-1;"fana"\r\n'
    assert to_store(written(tmp_path / "b.csv", text)) == [
        ("fana", "A-1", "1", "A", "1", "B:2"),
        ("fana", "A-1", "2", "A", "2", ""),
    ]


def test_spaces_too_many_are_one_space_in_what_is_stored_and_nothing_in_what_is_counted(tmp_path: Path) -> None:
    path = ballots(tmp_path, "fana,A-1,1,A,  1   3 , B:2  C:1", "fana,A-1,2,A, ,  ", "fana,A-1,3,A,1,B:2")
    assert [row[4:] for row in to_store(path)] == [("1 3", "B:2 C:1"), ("", ""), ("1", "B:2")]
    tally = fana(path)
    assert marks_of(tally, "A") == (2, 0, 1, 0, 0, 0, 0)
    assert tally.write_ins == (WriteInCount("A", "B", 2, 2), WriteInCount("A", "C", 1, 1))
    assert (tally.changed_ballots, tally.disregarded) == (2, ())


REPEATED = "fana,A-2,2,B,,"


@pytest.mark.parametrize(
    "lines",
    [
        ["fana,A-1,1,A,1,", "fana,A-2,2,A,1,", REPEATED],
        ["fana,A-2,2,A,1,", "fana,A-1,1,A,1,", REPEATED],
        ["fana,A-2,2,A,1,", "fana,A-3,1,A,1,", "fana,A-1,1,A,1,", REPEATED],
        ['fana,A-2,"2",A,1,', "fana,A-1,1,A,1,", REPEATED],
        ["fana,A-2,2,A,1,", "arna,A-2,2,A,1,", REPEATED],
    ],
    ids=["next to each other", "one between", "out of order", "one quoted", "another district between"],
)
@BOTH_WAYS
def test_a_ballot_that_stands_twice_is_told_with_both_lines(tmp_path: Path, read: Read, lines: list[str]) -> None:
    fault = fault_in(lambda: read(ballots(tmp_path, *lines)))
    first = next(number for number, line in enumerate(lines, start=2) if line.replace('"', "").startswith("fana,A-2,2"))
    assert (fault.place, fault.problem, fault.value) == (Line(len(lines) + 1), Problem.BALLOT_REPEATED, "fana,A-2,2")
    assert dict(fault.facts) == {"first": first}


def test_the_same_numbers_in_another_batch_or_district_are_other_ballots(tmp_path: Path) -> None:
    lines = ["fana,2,1,A,1,", "fana,1,1,A,1,", "arna,2,1,A,1,", "fana,2,10,A,1,", "fana,21,0,A,1,", "fana,2,2,A,1,"]
    assert fana(ballots(tmp_path, *lines)).changed_ballots == 5


@pytest.mark.parametrize("in_memory", [100_000, 7], ids=["in memory", "in files"])
@BOTH_WAYS
def test_in_any_order_the_first_repetition_is_found_and_only_that(
    tmp_path: Path, read: Read, in_memory: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """100 files in random order, half of them with a ballot that stands twice, against a plain look-up."""
    monkeypatch.setattr(repeated_ballots, "ROWS_IN_MEMORY", in_memory)
    monkeypatch.setattr(input_file, "BLOCK_SIZE", 256)
    rng = dice(7)
    for turn in range(100):
        heads = [f"{rng.choice(['fana', 'arna'])},{n % 3},{n}" for n in rng.sample(range(40), 30)]
        if turn % 2:
            heads[20:20] = [rng.choice(heads[:20])]
            heads[25:25] = [rng.choice(heads[:20])]
        ballots(tmp_path, *(f"{head},A,1," for head in heads))
        expected = first_repetition(heads)
        if expected is None:
            read(tmp_path / "ballots.csv")
        else:
            fault = fault_in(lambda: read(tmp_path / "ballots.csv"))
            assert (fault.place, dict(fault.facts)["first"]) == expected


def first_repetition(heads: Iterable[str]) -> tuple[Line, int] | None:
    """The second method: one look-up, line by line."""
    seen: dict[str, int] = {}
    for line, head in enumerate(heads, start=2):
        if head in seen:
            return Line(line), seen[head]
        seen[head] = line
    return None


def test_batches_beyond_what_is_remembered_are_compared_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(repeated_ballots, "MOST_BATCHES", 5)
    lines = [f"fana,{n:03d},1,A,1," for n in range(20)]
    assert fana(ballots(tmp_path, *lines)).changed_ballots == 20
    fault = fault_in(lambda: tallied(ballots(tmp_path, *lines, lines[3])))
    assert (fault.place, dict(fault.facts)) == (Line(22), {"first": 5})


def test_more_rows_than_the_second_count_has_ballots_is_told_with_both_numbers(tmp_path: Path) -> None:
    """A has 3 ballots in all of the second count, and 4 rows; the unchanged row is a ballot too."""
    lines = (CountLine("fana", 2, Category.FO, "", "list:A", 2), CountLine("fana", 2, Category.VO, "0801", "list:A", 1))
    path = ballots(tmp_path, *(f"fana,A-1,{n},A,{'1' if n else ''}," for n in range(4)))
    fault = fault_in(lambda: tally_ballots(path, ELECTION, Counts(lines, "")))
    assert (fault.file, fault.place, fault.problem, fault.value) == (
        "ballots.csv",
        None,
        Problem.MORE_ROWS_THAN_BALLOTS,
        "A",
    )
    assert dict(fault.facts) == {"contest": "fana", "rows": 4, "ballots": 3}
    fewer = ballots(tmp_path, *(f"fana,A-1,{n},A,1," for n in range(3)))
    assert tally_ballots(fewer, ELECTION, Counts(lines, "")).tallies["fana"].changed_ballots == 3


def test_rows_of_a_list_without_a_second_count_are_too_many(tmp_path: Path) -> None:
    fault = fault_in(lambda: tally_ballots(ballots(tmp_path, "fana,A-1,1,A,1,"), ELECTION, Counts((), "")))
    assert dict(fault.facts) == {"contest": "fana", "rows": 1, "ballots": 0}
    with pytest.raises(InputFault):
        refuse_more_rows("ballots.csv", "fana", {"A": 2}, {"A": 1, "B": 5})
    refuse_more_rows("ballots.csv", "fana", {"A": 1, "B": 0}, {"A": 1})


def test_a_file_with_a_heading_alone_has_no_changed_ballots(tmp_path: Path) -> None:
    path = ballots(tmp_path)
    assert fana(path).changed_ballots == 0
    assert to_store(path) == []
    assert fana(written(path, BALLOTS_HEADING)).changed_ballots == 0


@pytest.mark.parametrize(
    ("heading", "problem", "value"),
    [
        ("contest,batch,ballot,list,marks", FileProblem.COLUMN_MISSING, "write_ins"),
        (f"{BALLOTS_HEADING},voter", FileProblem.COLUMN_UNKNOWN, "voter"),
        ("contest,batch,ballot,list,marks,marks", FileProblem.COLUMN_REPEATED, "marks"),
        ("contest\tbatch\tballot\tlist\tmarks\twrite_ins", FileProblem.DELIMITER_WRONG, "contest\\tbatch"),
    ],
)
@BOTH_WAYS
def test_a_heading_that_is_not_the_documented_one_is_refused(
    tmp_path: Path, read: Read, heading: str, problem: Problem, value: str
) -> None:
    fault = fault_in(lambda: read(ballots(tmp_path, heading=heading)))
    assert (fault.place, fault.problem) == (Line(1), problem)
    assert fault.value.startswith(value)


def test_rows_are_counted_by_list_while_they_are_given_to_be_stored(tmp_path: Path) -> None:
    path = ballots(tmp_path, "fana,1,1,A,1,", "fana,1,2,A,,", "fana,1,3,B,,A:1", "arna,1,1,Q,1,")
    with open_input(path) as file:
        reader = BallotsToStore(file, ELECTION)
        assert sum(len(some) for some in reader) == 4
    assert reader.rows == {"fana": {"A": 2, "B": 1, "C": 0}, "arna": {"A": 0, "B": 0, "Q": 1}}
    assert file.sha256 == tallied(path).sha256


def test_written_ballots_are_read_back_the_same(tmp_path: Path) -> None:
    stored: list[StoredBallot] = [("fana", "A-1", f"{n:05d}", "A", "1 2", "B:1 ?") for n in range(2500)]
    content = b"".join(write_ballots(stored))
    assert content.startswith(f"{BALLOTS_HEADING}\nfana,A-1,00000,A,1 2,B:1 ?\n".encode())
    assert to_store(written(tmp_path / "b.csv", content)) == stored
    assert b"".join(write_ballots([])) == f"{BALLOTS_HEADING}\n".encode()


def test_progress_is_told_in_bytes_once(tmp_path: Path) -> None:
    """The rows are out of order, so the file is read a second time: that is not told."""
    lines = [f"fana,A-1,{n:05d},A,1," for n in range(6000)]
    path = ballots(tmp_path, *reversed(lines))
    told: list[int] = []
    tally_ballots(path, ELECTION, COUNTED, told.append)
    assert sum(told) == path.stat().st_size


def odd_rows(rng: random.Random, number: int) -> list[str]:
    """Rows with every oddity there is: on about one in five a mark or a name that does not count."""
    codes = {"fana": "ABC", "arna": "ABQ"}
    lines = []
    for n in range(number):
        contest = rng.choice(["fana", "arna"])
        marks = rng.choices(range(1, 8), k=rng.choice([0, 0, 1, 2, 3]))
        names = [f"{rng.choice(codes[contest])}:{rng.randint(1, 8)}" for _ in range(rng.choice([0, 0, 0, 1, 2, 6]))]
        names += ["?"] * (rng.random() < 0.05)
        marks = marks if rng.random() < 0.1 else sorted(set(marks))
        batch, of = rng.choice("ABC"), rng.choice(codes[contest])
        lines.append(f"{contest},{batch},{n:05d},{of},{' '.join(map(str, marks))},{' '.join(names)}")
    return sorted(lines)


def read_alone(lines: Iterable[str], election: Election) -> dict[str, Tally]:
    """The second method: each ballot read by the rules, one by one."""
    contests = {each.code: each for each in election.contests}
    builders = {code: TallyBuilder(contest) for code, contest in contests.items()}
    for line in lines:
        contest, _, _, of, marks, names = line.split(",")
        ballot = a_ballot(of, tuple(map(int, marks.split())), names)
        builders[contest].add(BallotReader(contests[contest], RULE_SETS[election.rule_set]).read(ballot))
    return {
        code: builder.build({each.code: 1_000_000 for each in contests[code].lists})
        for code, builder in builders.items()
    }


@pytest.mark.parametrize("block_size", [1 << 16, 2000])
@pytest.mark.rule("R-110", "R-112", "R-114")
def test_counting_word_by_word_gives_what_reading_one_by_one_gives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, block_size: int
) -> None:
    """3 000 ballots with every oddity, in stretches of one list and shuffled. B's candidate 3 is ineligible."""
    monkeypatch.setattr(input_file, "BLOCK_SIZE", block_size)
    document = changed(lambda it: it["contests"][0]["lists"][1]["candidates"][2].update(eligible=False, bonus=False))
    election = read_setup(as_json(document), "setup.json")
    rng = dice(3)
    lines = odd_rows(rng, 3000)
    alone = read_alone(lines, election)
    assert {reason for tally in alone.values() for reason, _ in tally.disregarded} == set(Disregarded)
    for order in (lines, rng.sample(lines, len(lines))):
        assert tally_ballots(ballots(tmp_path, *order), election, COUNTED).tallies == alone


def test_ballots_given_one_at_a_time_make_the_same_tally() -> None:
    lines = odd_rows(dice(5), 5000)
    fana = ELECTION.contests[0]
    tally = BallotTally(fana, RULE_SETS[ELECTION.rule_set])
    for line in lines:
        contest, _, _, of, marks, names = line.split(",")
        if contest == "fana":
            tally.add(of, marks, names)
    alone = read_alone(lines, ELECTION)["fana"]
    assert sum(tally.rows_per_list().values()) == sum(line.startswith("fana") for line in lines)
    assert tally.tally({each.code: 1_000_000 for each in fana.lists}) == alone
