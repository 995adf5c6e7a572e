"""``counts.csv``, sentence by sentence of its format."""

from pathlib import Path

import pytest

from app.core.input_files.faults import FileProblem, InputFault, Line
from app.elections.domain.categories import Category
from app.elections.files.counts_file import CountLine, Counts, read_counts, second_counts, write_counts
from app.elections.files.faults import Problem
from tests.files.samples import COUNTS_HEADING, an_election, fault_in, rows, written

ELECTION = an_election()


def read(folder: Path, *lines: str, heading: str = COUNTS_HEADING) -> Counts:
    return read_counts(written(folder / "counts.csv", rows(heading, *lines)), ELECTION)


def fault(folder: Path, *lines: str, heading: str = COUNTS_HEADING) -> InputFault:
    return fault_in(lambda: read(folder, *lines, heading=heading))


def test_figures_are_read_in_the_order_of_the_file(tmp_path: Path) -> None:
    counts = read(tmp_path, "fana,1,VO,0801,list:A,120", "fana,2,FO,,blank,3", "arna,1,FO,,ticks,900")
    assert counts.lines == (
        CountLine("fana", 1, Category.VO, "0801", "list:A", 120),
        CountLine("fana", 2, Category.FO, "", "blank", 3),
        CountLine("arna", 1, Category.FO, "", "ticks", 900),
    )


@pytest.mark.parametrize("category", ["FO", "FS", "BF", "VO", "VS", "VB", "VF"])
@pytest.mark.rule("R-92")
def test_each_category_is_known(tmp_path: Path, category: str) -> None:
    """Official records of 2019 have VF, voters of another polling district, besides the six of the format."""
    assert read(tmp_path, f"fana,2,{category},,list:A,1").lines[0].category == category


@pytest.mark.parametrize(
    ("count", "line"),
    [
        ("1", "ticks"),
        ("2", "ticks"),
        ("1", "list:A"),
        ("2", "list:C"),
        ("1", "blank"),
        ("2", "blank"),
        ("1", "doubtful"),
        ("2", "rejected-a"),
        ("2", "rejected-b"),
        ("2", "rejected-c"),
        ("2", "rejected-d"),
    ],
)
@pytest.mark.rule("R-101", "R-138")
def test_each_line_is_known_in_its_counts(tmp_path: Path, count: str, line: str) -> None:
    assert read(tmp_path, f"fana,{count},FO,,{line},0").lines[0].line == line


@pytest.mark.parametrize(
    ("row", "problem", "value"),
    [
        ("fyllingsdalen,1,FO,,blank,0", Problem.CONTEST_UNKNOWN, "fyllingsdalen"),
        ("Fana,1,FO,,blank,0", Problem.CONTEST_UNKNOWN, "Fana"),
        (",1,FO,,blank,0", Problem.CONTEST_UNKNOWN, ""),
        ("fana,3,FO,,blank,0", Problem.COUNT_UNKNOWN, "3"),
        ("fana,01,FO,,blank,0", Problem.COUNT_UNKNOWN, "01"),
        ("fana,,FO,,blank,0", Problem.COUNT_UNKNOWN, ""),
        ("fana,1,FX,,blank,0", Problem.CATEGORY_UNKNOWN, "FX"),
        ("fana,1,fo,,blank,0", Problem.CATEGORY_UNKNOWN, "fo"),
        ("fana,1,,,blank,0", Problem.CATEGORY_UNKNOWN, ""),
        ("fana,1,VO,Nesttun skole,blank,0", Problem.PLACE_MALFORMED, "Nesttun skole"),
        ("fana,1,VO,123456789012345678901,blank,0", Problem.PLACE_MALFORMED, "123456789012345678901"),
        ("fana,1,FO,,blanke,0", Problem.LINE_UNKNOWN, "blanke"),
        ("fana,1,FO,,,0", Problem.LINE_UNKNOWN, ""),
        ("fana,2,FO,,rejected-e,0", Problem.LINE_UNKNOWN, "rejected-e"),
        ("fana,2,FO,,rejected,0", Problem.LINE_UNKNOWN, "rejected"),
        ("fana,1,FO,,A,0", Problem.LINE_UNKNOWN, "A"),
        ("fana,1,FO,,list:X,0", Problem.LIST_UNKNOWN, "X"),
        ("fana,1,FO,,list:,0", Problem.LIST_UNKNOWN, ""),
        ("fana,1,FO,,list:Q,0", Problem.LIST_OF_OTHER_CONTEST, "Q"),
        ("fana,2,FO,,doubtful,0", Problem.LINE_NOT_IN_COUNT, "doubtful"),
        ("fana,1,FO,,rejected-a,0", Problem.LINE_NOT_IN_COUNT, "rejected-a"),
        ("fana,1,FO,,blank,", Problem.NUMBER_MALFORMED, ""),
        ("fana,1,FO,,blank,-1", Problem.NUMBER_MALFORMED, "-1"),
        ("fana,1,FO,,blank,+1", Problem.NUMBER_MALFORMED, "+1"),
        ("fana,1,FO,,blank,1.0", Problem.NUMBER_MALFORMED, "1.0"),
        ("fana,1,FO,,blank,1e3", Problem.NUMBER_MALFORMED, "1e3"),
        ("fana,1,FO,,blank,1 000", Problem.NUMBER_MALFORMED, "1 000"),
        ("fana,1,FO,,blank, 1", Problem.NUMBER_MALFORMED, " 1"),
        ("fana,1,FO,,blank,007", Problem.NUMBER_MALFORMED, "007"),
        ("fana,1,FO,,blank,1_000", Problem.NUMBER_MALFORMED, "1_000"),
        ("fana,1,FO,,blank,٣", Problem.NUMBER_MALFORMED, "٣"),
        ("fana,1,FO,,blank,²", Problem.NUMBER_MALFORMED, "²"),
        ("fana,1,FO,,blank,10000001", Problem.NUMBER_TOO_LARGE, "10000001"),
        ("fana,1,FO,,blank,1000000000", Problem.NUMBER_TOO_LARGE, "1000000000"),
        ("fana,1,FO,,blank," + "9" * 5000, Problem.NUMBER_TOO_LARGE, "9" * 60 + "…"),
        ("fana,1,FO,,blank", FileProblem.FIELDS_MISSING, "fana,1,FO,,blank"),
        ("fana,1", FileProblem.FIELDS_MISSING, "fana,1"),
        ("fana,1,FO,,blank,3,", FileProblem.FIELDS_TOO_MANY, "fana,1,FO,,blank,3,"),
    ],
)
def test_a_row_that_cannot_be_is_told_with_its_line(tmp_path: Path, row: str, problem: Problem, value: str) -> None:
    found = fault(tmp_path, "fana,1,FO,,ticks,5", row)
    assert (found.file, found.place, found.problem, found.value) == ("counts.csv", Line(3), problem, value)


def test_an_unknown_list_is_told_with_the_lists_there_are(tmp_path: Path) -> None:
    assert dict(fault(tmp_path, "fana,1,FO,,list:X,0").facts) == {"contest": "fana", "expected": "A, B, C"}


def test_a_list_of_another_district_is_told_with_that_district(tmp_path: Path) -> None:
    facts = dict(fault(tmp_path, "fana,1,FO,,list:Q,0").facts)
    assert facts == {"contest": "fana", "other": "arna", "expected": "A, B, C"}


def test_numbers_from_0_to_ten_million_are_read(tmp_path: Path) -> None:
    counts = read(tmp_path, "fana,1,FO,,blank,0", "fana,1,FO,,ticks,10000000")
    assert [each.number for each in counts.lines] == [0, 10_000_000]


def test_a_place_may_be_any_code_since_advance_polling_places_are_not_in_the_setup(tmp_path: Path) -> None:
    counts = read(tmp_path, "fana,1,FO,Åsane_senter-1,blank,0", "fana,1,VO,0801,blank,0")
    assert [each.place for each in counts.lines] == ["Åsane_senter-1", "0801"]


@pytest.mark.parametrize("number", ["7", "8"], ids=["the same number", "another number"])
def test_a_repeated_row_is_told_with_both_lines(tmp_path: Path, number: str) -> None:
    found = fault(tmp_path, "fana,1,VO,0801,list:A,7", "fana,1,VO,0801,list:B,7", f"fana,1,VO,0801,list:A,{number}")
    assert (found.place, found.problem, dict(found.facts)) == (Line(4), Problem.ROW_REPEATED, {"first": 2})
    assert found.value == "fana,1,VO,0801,list:A"


def test_rows_that_differ_in_any_of_the_five_columns_are_no_repetition(tmp_path: Path) -> None:
    lines = ["fana,1,VO,0801,list:A,7", "arna,1,VO,0801,list:A,7", "fana,2,VO,0801,list:A,7", "fana,1,FO,0801,list:A,7"]
    lines += ["fana,1,VO,0802,list:A,7", "fana,1,VO,0801,list:B,7"]
    assert len(read(tmp_path, *lines).lines) == 6


@pytest.mark.rule("R-103", "R-115")
def test_the_second_count_of_a_list_is_the_sum_of_categories_and_places(tmp_path: Path) -> None:
    """A in fana: 100 + 20 + 3 = 123 of the second count; the first count, blank ballots and arna are no part of it."""
    counts = read(
        tmp_path,
        "fana,1,FO,,list:A,999",
        "fana,2,FO,,list:A,100",
        "fana,2,VO,0801,list:A,20",
        "fana,2,VO,0802,list:A,3",
        "fana,2,VO,0802,blank,50",
        "fana,2,VO,0802,rejected-a,50",
        "arna,2,FO,,list:A,7",
    )
    assert counts.second_count("fana") == {"A": 123}
    assert second_counts(counts.lines) == {"fana": {"A": 123}, "arna": {"A": 7}}


def test_missing_rows_are_0(tmp_path: Path) -> None:
    assert read(tmp_path).second_count("fana") == {}


@pytest.mark.parametrize(
    ("heading", "problem", "value"),
    [
        ("contest,count,category,place,line", FileProblem.COLUMN_MISSING, "number"),
        ("contest,count,category,line,number", FileProblem.COLUMN_MISSING, "place"),
        (f"{COUNTS_HEADING},comment", FileProblem.COLUMN_UNKNOWN, "comment"),
        ("contest,count,category,Place,line,number", FileProblem.COLUMN_UNKNOWN, "Place"),
        (f"{COUNTS_HEADING},", FileProblem.COLUMN_UNKNOWN, ""),
        ("contest, count,category,place,line,number", FileProblem.COLUMN_UNKNOWN, " count"),
        (f"{COUNTS_HEADING},number", FileProblem.COLUMN_REPEATED, "number"),
        ("contest\tcount\tcategory\tplace\tline\tnumber", FileProblem.DELIMITER_WRONG, "contest\\tcount\\tcategory"),
        ("contest|count|category|place|line|number", FileProblem.DELIMITER_WRONG, "contest|count|category"),
        ("contest:count:category:place:line:number", FileProblem.DELIMITER_WRONG, "contest:count:category"),
        ("fana,1,FO,,blank,3", FileProblem.COLUMN_UNKNOWN, "fana"),
        ("", FileProblem.COLUMN_UNKNOWN, ""),
    ],
)
def test_a_heading_that_is_not_the_documented_one_is_refused(
    tmp_path: Path, heading: str, problem: Problem, value: str
) -> None:
    found = fault(tmp_path, "fana,1,FO,,blank,3", heading=heading)
    assert (found.place, found.problem) == (Line(1), problem)
    assert found.value.startswith(value)


def test_semicolons_and_a_byte_order_mark_are_accepted(tmp_path: Path) -> None:
    text = rows(COUNTS_HEADING, "fana,2,FO,,list:A,4", "fana,2,VO,0801,list:A,5").replace(",", ";")
    path = written(tmp_path / "counts.csv", b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert read_counts(path, ELECTION).second_count("fana") == {"A": 9}


def test_columns_may_stand_in_another_order(tmp_path: Path) -> None:
    counts = read(tmp_path, "12,fana,list:A,2,FO,0801", heading="number,contest,line,count,category,place")
    assert counts.lines == (CountLine("fana", 2, Category.FO, "0801", "list:A", 12),)


def test_quoted_fields_and_empty_lines_are_read(tmp_path: Path) -> None:
    counts = read(tmp_path, '"fana","2","FO","","list:A","4"', "", 'fana,2,FO,0801,"list:A",5', "")
    assert counts.second_count("fana") == {"A": 9}


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ('"fana,2,FO,,blank,3', FileProblem.QUOTES_BROKEN),
        ('fana,2,F"O,,blank,3', FileProblem.QUOTES_BROKEN),
        ('fana,2,"FO"x,,blank,3', FileProblem.QUOTES_BROKEN),
        ('fana,2,"F""O",,blank,3', FileProblem.QUOTES_BROKEN),
    ],
)
def test_stray_quotes_are_refused(tmp_path: Path, row: str, problem: Problem) -> None:
    found = fault(tmp_path, row)
    assert (found.place, found.problem) == (Line(2), problem)


def test_a_line_break_inside_quotes_is_refused(tmp_path: Path) -> None:
    found = fault(tmp_path, 'fana,2,FO,"08', '01",blank,3')
    assert (found.place, found.problem) == (Line(2), FileProblem.QUOTES_BROKEN)


def test_the_first_fault_of_the_file_is_told(tmp_path: Path) -> None:
    assert fault(tmp_path, "fana,1,FO,,blank,3", "fana,3,FO,,blank,3", "x").place == Line(3)


def test_written_counts_are_read_back_the_same(tmp_path: Path) -> None:
    lines = read(tmp_path, "fana,2,FO,,list:A,4", "fana,1,VO,0801,doubtful,0").lines
    content = b"".join(write_counts(lines))
    assert content == f"{COUNTS_HEADING}\nfana,2,FO,,list:A,4\nfana,1,VO,0801,doubtful,0\n".encode()
    assert read_counts(written(tmp_path / "again.csv", content), ELECTION).lines == lines


def test_progress_is_told_in_bytes(tmp_path: Path) -> None:
    path = written(tmp_path / "counts.csv", rows(COUNTS_HEADING, *(f"fana,1,VO,{n},blank,1" for n in range(5000))))
    told: list[int] = []
    read_counts(path, ELECTION, told.append)
    assert len(told) > 1
    assert sum(told) == path.stat().st_size
