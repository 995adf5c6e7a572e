"""Files that are not what they are said to be: each is refused with a fault that says so, and never otherwise."""

import hashlib
import os
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

from app.core.input_files import input_file
from app.core.input_files.faults import FileProblem, InputFault, Line
from app.core.input_files.input_file import InputFile, open_input
from app.elections.files.ballots_file import tally_ballots
from app.elections.files.counts_file import Counts, read_counts
from app.elections.files.setup_file import read_setup_file
from tests.files.samples import BALLOTS_HEADING, COUNTS_HEADING, an_election, dice, fault_in, rows, written

ELECTION = an_election()
COUNTS_ROWS = rows(COUNTS_HEADING, "fana,1,FO,,blank,0")


def read_as(kind: str, path: Path) -> object:
    match kind:
        case "setup":
            return read_setup_file(path)
        case "counts":
            return read_counts(path, ELECTION)
        case _:
            return tally_ballots(path, ELECTION, Counts((), ""))


EACH_KIND = pytest.mark.parametrize("kind", ["setup", "counts", "ballots"])


@EACH_KIND
def test_a_missing_file_is_told_with_its_path(tmp_path: Path, kind: str) -> None:
    fault = fault_in(lambda: read_as(kind, tmp_path / "borte.csv"))
    assert (fault.file, fault.place, fault.problem) == ("borte.csv", None, FileProblem.FILE_MISSING)
    assert str(tmp_path).startswith(fault.value.rstrip("…")[:20])


@EACH_KIND
def test_a_folder_is_no_file(tmp_path: Path, kind: str) -> None:
    assert fault_in(lambda: read_as(kind, tmp_path)).problem is FileProblem.FILE_IS_FOLDER


@EACH_KIND
def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path, kind: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert fault_in(lambda: read_as(kind, tmp_path / "pipe")).problem is FileProblem.FILE_NOT_REGULAR


@EACH_KIND
@pytest.mark.parametrize("name", ["null\x00tegn.csv", "x" * 300])
def test_a_name_that_no_file_can_have_is_refused(tmp_path: Path, kind: str, name: str) -> None:
    assert fault_in(lambda: read_as(kind, tmp_path / name)).problem is FileProblem.FILE_UNREADABLE


@EACH_KIND
def test_a_path_through_a_file_is_refused(tmp_path: Path, kind: str) -> None:
    written(tmp_path / "fil", "")
    assert fault_in(lambda: read_as(kind, tmp_path / "fil" / "b.csv")).problem is FileProblem.FILE_UNREADABLE


@EACH_KIND
@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b"\n", b" \r\n\r\n"])
def test_an_empty_file_is_refused(tmp_path: Path, kind: str, content: bytes) -> None:
    fault = fault_in(lambda: read_as(kind, written(tmp_path / "tom", content)))
    assert (fault.file, fault.problem) == ("tom", FileProblem.FILE_EMPTY)


@EACH_KIND
@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_told_as_that(tmp_path: Path, kind: str, encoding: str) -> None:
    path = written(tmp_path / "u", COUNTS_ROWS.encode(encoding))
    assert fault_in(lambda: read_as(kind, path)).problem is FileProblem.IS_UTF16


@EACH_KIND
@pytest.mark.parametrize("content", [b"PK\x03\x04\x14\x00\x06\x00", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])
def test_a_spreadsheet_is_told_as_that(tmp_path: Path, kind: str, content: bytes) -> None:
    assert fault_in(lambda: read_as(kind, written(tmp_path / "x.csv", content))).problem is FileProblem.IS_SPREADSHEET


@pytest.mark.parametrize(
    ("heading", "kind"), [(COUNTS_HEADING, "counts"), (BALLOTS_HEADING, "ballots")], ids=["counts", "ballots"]
)
def test_latin_1_is_told_with_line_and_byte(tmp_path: Path, heading: str, kind: str) -> None:
    """«Bø» in Latin-1: the ø is one byte, 0xF8, the 7th of line 3."""
    path = written(tmp_path / "l.csv", f"{heading}\n\nfana,Bø,\n".encode("latin-1"))
    fault = fault_in(lambda: read_as(kind, path))
    assert (fault.place, fault.problem, fault.value) == (Line(3), FileProblem.NOT_UTF8, "fana,Bø,")
    assert dict(fault.facts) == {"byte": "0xF8", "place": 7}


@pytest.mark.parametrize("kind", ["counts", "ballots"])
def test_latin_1_in_the_heading_is_told_too(tmp_path: Path, kind: str) -> None:
    fault = fault_in(lambda: read_as(kind, written(tmp_path / "l.csv", "bydel,sted,år\n".encode("latin-1"))))
    assert (fault.place, fault.problem) == (Line(1), FileProblem.NOT_UTF8)


@pytest.mark.parametrize("kind", ["counts", "ballots"])
def test_lines_that_end_in_cr_alone_are_told(tmp_path: Path, kind: str) -> None:
    heading = COUNTS_HEADING if kind == "counts" else BALLOTS_HEADING
    for lines in (3, 3000):
        path = written(tmp_path / "mac.csv", (f"{heading}\n" + "fana,1,1,A,1,\n" * lines).replace("\n", "\r"))
        fault = fault_in(lambda: read_as(kind, tmp_path / "mac.csv"))
        assert (path.name, fault.place, fault.problem) == (fault.file, Line(1), FileProblem.LINES_END_IN_CR)


@pytest.mark.parametrize("kind", ["counts", "ballots"])
@pytest.mark.parametrize("before", ["", "heading"])
def test_a_line_without_end_is_refused_before_much_of_it_is_read(tmp_path: Path, kind: str, before: str) -> None:
    """A file of ten megabytes, of which no more than a few blocks are asked for."""
    heading = COUNTS_HEADING if kind == "counts" else BALLOTS_HEADING
    path = written(tmp_path / "lang.csv", (f"{heading}\n" if before else "") + "x" * 10_000_000)
    told: list[int] = []

    def read() -> None:
        with open_input(path, told.append) as file:
            for _ in file.blocks():
                pass

    assert fault_in(lambda: read_as(kind, path)).problem is FileProblem.LINE_TOO_LONG
    assert fault_in(read).place == Line(2 if before else 1)
    assert sum(told) <= 3 * input_file.BLOCK_SIZE


@EACH_KIND
def test_noise_is_always_a_fault_and_never_anything_else(tmp_path: Path, kind: str) -> None:
    rng = dice(11)
    heading = {"setup": b'{"format": ', "counts": COUNTS_HEADING.encode(), "ballots": BALLOTS_HEADING.encode()}[kind]
    alphabet = b"fanarABQ0123456789 ,;:?\"'\n\r\t\x00\xc3\xa5\xff{}[]-"
    for turn in range(300):
        noise = bytes(rng.choices(alphabet, k=rng.randint(1, 200))) + b"!"
        content = heading + b"\n" + noise if turn % 2 else noise + rng.randbytes(50)
        fault_in(lambda: read_as(kind, written(tmp_path / "stoy", content)))  # noqa: B023 - called at once


@pytest.mark.parametrize(
    "content", [b"a\nb\n", b"a\nb", b"\xef\xbb\xbfa\nb\n", b"a\r\n\r\nb", b"x" * 9000 + b"\ny", "å\nø\n".encode()]
)
def test_blocks_are_the_lines_of_the_file_and_the_fingerprint_is_that_of_its_bytes(content: bytes) -> None:
    for size in (1, 2, 5, 100_000):
        file = InputFile("f", SmallReads(content, size))
        blocks = list(file.blocks())
        text = content.removeprefix(b"\xef\xbb\xbf")
        assert b"".join(block.content for block in blocks) == text + (b"" if text.endswith(b"\n") else b"\n")
        assert [block.lines for block in blocks] == [block.content.count(b"\n") for block in blocks]
        assert [block.first_line for block in blocks] == list(first_lines([block.lines for block in blocks]))
        assert file.sha256 == hashlib.sha256(content).hexdigest()


class SmallReads(BytesIO):
    """A stream that gives no more than so many bytes at a time."""

    def __init__(self, content: bytes, most: int) -> None:
        super().__init__(content)
        self._most = most

    def read(self, size: int | None = -1) -> bytes:
        return super().read(self._most)


def first_lines(lines: list[int]) -> Iterator[int]:
    first = 1
    for number in lines:
        yield first
        first += number


def test_a_disk_that_fails_is_told_as_a_file_that_cannot_be_read() -> None:
    class Broken(BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            raise OSError(5, "Input/output error")

    fault = fault_in(lambda: list(InputFile("b.csv", Broken()).blocks()))
    assert (fault.problem, dict(fault.facts)) == (FileProblem.FILE_UNREADABLE, {"reason": "Input/output error"})


@pytest.mark.parametrize("kind", ["counts", "ballots"])
def test_a_file_that_changes_while_it_is_read_is_refused(tmp_path: Path, kind: str) -> None:
    heading = COUNTS_HEADING if kind == "counts" else BALLOTS_HEADING
    path = written(tmp_path / "b.csv", f"{heading}\n")

    def read() -> None:
        with open_input(path) as file:
            blocks = file.blocks()
            next(blocks)
            with path.open("ab") as more:
                more.write(b"fana,1,FO,,blank,3\n")
            list(blocks)

    assert fault_in(read).problem is FileProblem.FILE_CHANGED


def test_a_file_read_whole_is_bounded(tmp_path: Path) -> None:
    path = written(tmp_path / "stor", "x" * 200_000)
    with open_input(path) as file:
        fault = fault_in(lambda: file.whole(150_000))
    assert (fault.problem, dict(fault.facts)) == (FileProblem.FILE_TOO_LARGE, {"limit": 150_000})


def test_a_fault_passes_through_with_blocks_as_it_is(tmp_path: Path) -> None:
    fault = InputFault("f", None, "", FileProblem.FILE_EMPTY)
    with pytest.raises(InputFault) as caught, open_input(written(tmp_path / "f", "x")):
        raise fault
    assert caught.value is fault
    assert str(fault) == "f: file_empty '' {}"
