"""What a clerk's line means. Lists A (12 candidates), SV, and A1, whose code ends in a digit."""

import pytest

from app.elections.domain.ballots import ChangedBallot, WriteIn
from app.elections.domain.election import Candidate, CandidateList, Contest
from app.elections.domain.typed_lines import LineFault, LineKind, LineProblem, LineReader, TypedLine

NAMES = {
    "A": ["Kari Nordmann", "Ola Vik", "Per Lie", *(f"Kandidat {letter}" for letter in "abcdefghi")],
    "SV": ["Kari Nordheim", "Anne-Marie Čáŋgŧ", "Per Lie Moe"],
    "A1": ["Bo Dahl", "Liv Ås"],
}
LISTS = tuple(
    CandidateList(
        code, code, registered_party=True, candidates=tuple(Candidate(n, name) for n, name in enumerate(names, start=1))
    )
    for code, names in NAMES.items()
)
CONTEST = Contest("fana", "Fana", 15, LISTS)
READER = LineReader(CONTEST, "A")


def said(line: str) -> str:
    """What a line without faults says, as files write it: ``1 4 | SV:3 ?``."""
    typed = READER.read(line)
    assert typed.faults == (), typed.faults
    names = ["?" if each is None else f"{each.list_code}:{each.position}" for each in typed.write_ins]
    return f"{' '.join(map(str, typed.marks))} | {' '.join(names)}".strip()


@pytest.mark.rule("R-110")
@pytest.mark.parametrize(
    ("line", "meaning"),
    [
        pytest.param("4 1 12", "1 4 12 |", id="marks rise, since boxes have no order"),
        pytest.param(" 4,1 ;  12 ", "1 4 12 |", id="commas, semicolons and spaces are all the same"),
        pytest.param("4 4", "4 4 |", id="a mark typed twice stays"),
        pytest.param("01", "1 |", id="a leading zero"),
    ],
)
def test_numbers_are_marks_on_the_own_list(line: str, meaning: str) -> None:
    assert said(line) == meaning


@pytest.mark.rule("R-111", "R-114")
@pytest.mark.parametrize(
    ("line", "meaning"),
    [
        pytest.param("SV3 SV1", "| SV:3 SV:1", id="names count in the order written"),
        pytest.param("sv:3", "| SV:3", id="small letters and a colon"),
        pytest.param("1 sv2 4", "1 4 | SV:2", id="marks and names mixed"),
        pytest.param("a2", "| A:2", id="a name of the own list, written out"),
        pytest.param("? sv1 ?", "| ? SV:1 ?", id="names nobody can read keep their place"),
        pytest.param("Kari Nordheim", "| SV:1", id="a whole name"),
        pytest.param("kari nordh", "| SV:1", id="the beginnings of its words"),
        pytest.param("nordm", "| A:1", id="the beginning of the last word"),
        pytest.param("anne-marie č", "| SV:2", id="letters as they are written"),
        pytest.param("Per Lie", "| A:3", id="a whole name goes before a longer one"),
        pytest.param("per lie moe", "| SV:3", id="and the longer one can be written too"),
        pytest.param("1 kari nordheim 4 ola vik", "1 4 | SV:1 A:2", id="names end where a number stands"),
        pytest.param("kari nordheim, bo dahl", "| SV:1 A1:1", id="or a comma"),
        pytest.param("A1:2", "| A1:2", id="a code that ends in a digit, with a colon"),
    ],
)
def test_names_are_a_code_and_a_number_or_the_name_itself(line: str, meaning: str) -> None:
    assert said(line) == meaning


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        pytest.param("13", LineFault(LineProblem.POSITION_UNKNOWN, "13", "A", 12), id="beyond the own list"),
        pytest.param("0", LineFault(LineProblem.POSITION_UNKNOWN, "0", "A", 12), id="positions start at one"),
        pytest.param("99999999999", LineFault(LineProblem.POSITION_UNKNOWN, "99999999999", "A", 12), id="far beyond"),
        pytest.param("sv4", LineFault(LineProblem.POSITION_UNKNOWN, "sv4", "SV", 3), id="beyond the other list"),
        pytest.param("Q7", LineFault(LineProblem.LIST_UNKNOWN, "Q7", "Q"), id="no such list"),
        pytest.param("Q:7", LineFault(LineProblem.LIST_UNKNOWN, "Q:7", "Q"), id="no such list, with a colon"),
        pytest.param("1o", LineFault(LineProblem.NOT_A_NUMBER, "1o"), id="a letter where a digit belongs"),
        pytest.param("-3", LineFault(LineProblem.NOT_A_NUMBER, "-3"), id="below zero"),
        pytest.param("4.5", LineFault(LineProblem.NOT_A_NUMBER, "4.5"), id="not whole"),
        pytest.param("Nils Hus", LineFault(LineProblem.NAME_UNKNOWN, "Nils Hus"), id="nobody has the name"),
        pytest.param(
            "kari",
            LineFault(LineProblem.NAME_AMBIGUOUS, "kari", size=2, among=(WriteIn("A", 1), WriteIn("SV", 1))),
            id="two have it",
        ),
        pytest.param(
            "A12",
            LineFault(LineProblem.CODE_AMBIGUOUS, "A12", among=(WriteIn("A", 12), WriteIn("A1", 2))),
            id="number 12 of A or number 2 of A1",
        ),
        pytest.param("4 -", LineFault(LineProblem.STANDS_ALONE, "-"), id="no change, beside a change"),
    ],
)
def test_what_cannot_be_used_is_told_word_by_word(line: str, fault: LineFault) -> None:
    typed = READER.read(line)
    assert typed.faults == (fault,)
    assert not typed.is_done


def test_all_faults_of_a_line_are_told_and_the_rest_is_read() -> None:
    typed = READER.read("1 13 Q7 SV1")
    assert [each.word for each in typed.faults] == ["13", "Q7"]
    assert (typed.marks, typed.write_ins) == ((1,), (WriteIn("SV", 1),))


def test_of_many_who_could_be_meant_four_are_named_and_all_are_counted() -> None:
    """Kandidat a … i: nine."""
    fault = READER.read("kandidat").faults[0]
    assert [each.position for each in fault.among] == [4, 5, 6, 7]
    assert fault.size == 9


@pytest.mark.parametrize(
    ("line", "typed"),
    [
        pytest.param("  ", TypedLine(LineKind.EMPTY), id="nothing typed yet"),
        pytest.param(",", TypedLine(LineKind.EMPTY), id="a comma is nothing"),
        pytest.param("-", TypedLine(LineKind.BALLOT), id="a ballot without changes"),
        pytest.param("X", TypedLine(LineKind.NO_BALLOT), id="the bundle has no such ballot"),
    ],
)
def test_a_line_can_say_that_there_is_nothing(line: str, typed: TypedLine) -> None:
    assert READER.read(line) == typed


def test_a_line_longer_than_any_ballot_is_refused() -> None:
    assert READER.read("1 " * 200 + "1").faults == (LineFault(LineProblem.LINE_TOO_LONG, ""),)


def test_the_line_is_a_ballot_of_the_bundles_list() -> None:
    assert READER.read("4 1 SV1 ?").ballot("A") == ChangedBallot("A", (1, 4), (WriteIn("SV", 1), None))
