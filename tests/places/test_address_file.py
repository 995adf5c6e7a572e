"""The national address register's CSV: columns by name, rows checked, and what is passed over."""

from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO

import pytest

from app.core.input_files.faults import FileProblem, InputFault, Line
from app.core.input_files.input_file import InputFile
from app.councils.places.address_file import AddressRegister, RegisteredAddress
from app.councils.places.faults import Problem
from tests.places.registers import HEADING, an_address


@dataclass(frozen=True)
class WasRead:
    """The addresses, and the register when all of them had been read."""

    addresses: list[RegisteredAddress]
    register: AddressRegister


def read(*rows: str, heading: str = HEADING, number: str | None = "4601") -> WasRead:
    content = "\r\n".join([heading, *rows, ""]).encode("utf-8-sig")
    register = AddressRegister(InputFile("adresser.csv", BytesIO(content)), number)
    return WasRead(list(register), register)


def refused(*rows: str, heading: str = HEADING) -> InputFault:
    with pytest.raises(InputFault) as caught:
        read(*rows, heading=heading)
    return caught.value


def test_an_address_is_read_whatever_else_the_register_holds() -> None:
    [address] = read(an_address("Allehelgens gate", 2, "b", east="295000.25", polling_district="1")).addresses
    assert address == RegisteredAddress(
        "Allehelgens gate", 2, "B", "5016", "BERGEN", 25832, (295_000.25, 6_695_000.0), "1"
    )
    assert address.text == "Allehelgens gate 2B"


def test_only_the_columns_that_are_needed_need_be_there_in_any_order() -> None:
    heading = "Øst;Nord;epsg-kode;Poststed;postnummer;bokstav;nummer;Adressenavn"
    [address] = read("5,33;60,39;4258;BERGEN;5016;;2;Storgata", heading=heading).addresses
    assert (address.street, address.epsg, address.point, address.polling_district) == (
        "Storgata",
        4258,
        (5.33, 60.39),
        "",
    )


def test_rows_of_other_municipalities_are_passed_over_and_counted() -> None:
    was_read = read(an_address(), an_address(municipality="4627"), an_address(number=3, municipality="4601"))
    assert (len(was_read.addresses), was_read.register.of_others) == (2, 1)
    [of_oslo] = read(an_address(municipality="301"), number="0301").addresses
    assert of_oslo.number == 2
    assert len(read(an_address(), an_address(number=4, municipality="4627"), number=None).addresses) == 2


def test_an_address_that_is_repeated_counts_once() -> None:
    was_read = read(an_address(), an_address(east=1_000), an_address(letter="A"), an_address(postcode="5017"))
    assert (len(was_read.addresses), was_read.register.repeated) == (3, 1)


def test_an_address_without_a_street_has_its_cadastral_name_or_none() -> None:
    was_read = read(an_address("", "", text="166/500"), an_address("", "", text=" "))
    assert [(each.street, each.number, each.text) for each in was_read.addresses] == [("166/500", 0, "166/500")]
    assert was_read.register.nameless == 1


def test_an_address_may_have_no_position_and_no_postcode() -> None:
    [address] = read(an_address(east="", north="", postcode="", place="")).addresses
    assert (address.point, address.postcode, address.place) == (None, "", "")


def test_zeros_that_a_spreadsheet_took_are_put_back() -> None:
    [address] = read(an_address(postcode="150", place="OSLO")).addresses
    assert address.postcode == "0150"


@pytest.mark.parametrize(
    ("row", "problem", "value"),
    [
        (an_address(number="2-4"), Problem.HOUSE_NUMBER_MALFORMED, "2-4"),
        (an_address(number="20000"), Problem.HOUSE_NUMBER_MALFORMED, "20000"),
        (an_address(number="²"), Problem.HOUSE_NUMBER_MALFORMED, "²"),
        (an_address(letter="AB"), Problem.LETTER_MALFORMED, "AB"),
        (an_address(letter="1"), Problem.LETTER_MALFORMED, "1"),
        (an_address(postcode="N-5016"), Problem.POSTCODE_MALFORMED, "N-5016"),
        (an_address(east="øst"), Problem.COORDINATE_MALFORMED, "6695000 øst"),
        (an_address(east=""), Problem.COORDINATE_MALFORMED, "6695000 "),
        (an_address(east="nan"), Problem.OUTSIDE_NORWAY, "6695000 nan"),
        (an_address(east=0, north=0), Problem.OUTSIDE_NORWAY, "0 0"),
        (an_address(east=6_695_000, north=295_000), Problem.NUMBERS_SWAPPED, "295000 6695000"),
        (an_address(epsg=3857), Problem.SYSTEM_UNKNOWN, "3857"),
        (an_address(epsg=""), Problem.SYSTEM_UNKNOWN, ""),
        (an_address("Stor\x00gata"), FileProblem.CHARACTER_FORBIDDEN, "Stor\\x00gata"),
        (an_address("S" * 201), Problem.TEXT_TOO_LONG, "S" * 60 + "…"),
        (an_address(polling_district="1" * 21), Problem.TEXT_TOO_LONG, "1" * 21),
        (an_address() + ";", FileProblem.FIELDS_TOO_MANY, None),
        (an_address('"Storgata'), FileProblem.QUOTES_BROKEN, None),
    ],
)
def test_a_row_that_is_none_is_told_with_its_line(row: str, problem: Problem, value: str | None) -> None:
    fault = refused(an_address(), row)
    assert (fault.problem, fault.place) == (problem, Line(3))
    assert value is None or fault.value == value


def test_faults_of_many_rows_are_told_together_and_twenty_are_enough() -> None:
    fault = refused(*[an_address(letter="AB")] * 30)
    assert [other.place for other in fault.others] == [Line(number) for number in range(3, 22)]


@pytest.mark.parametrize(
    "column", ["adressenavn", "nummer", "bokstav", "postnummer", "poststed", "Nord", "Øst", "EPSG-kode"]
)
def test_a_column_that_is_needed_is_missed(column: str) -> None:
    fault = refused(heading=HEADING.replace(f";{column};", ";annet;"))
    assert (fault.problem, fault.value, fault.place) == (FileProblem.COLUMN_MISSING, column, Line(1))


def test_a_file_without_an_address_of_the_municipality_is_refused() -> None:
    assert refused().problem is Problem.NO_ADDRESSES
    fault = refused(an_address(municipality="0301"))
    assert (fault.problem, fault.value) == (Problem.NO_ADDRESSES, "4601")


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", FileProblem.FILE_EMPTY),
        (b"\n\r\n", FileProblem.FILE_EMPTY),
        (b"PK\x03\x04abc", FileProblem.IS_SPREADSHEET),
        (HEADING.encode("utf-16"), FileProblem.IS_UTF16),
        (HEADING.encode("latin-1"), FileProblem.NOT_UTF8),
        (b"x" * 100_000, FileProblem.LINE_TOO_LONG),
    ],
)
def test_what_is_no_register_is_told_for_what_it_is(content: bytes, problem: Problem) -> None:
    with pytest.raises(InputFault) as caught:
        list(AddressRegister(InputFile("adresser.csv", BytesIO(content)), "4601"))
    assert caught.value.problem is problem


def test_progress_is_told_every_byte_and_the_fingerprint_is_the_files() -> None:
    content = "\n".join([HEADING, *[an_address(number=n) for n in range(1, 2000)], ""]).encode()
    steps: list[int] = []
    file = InputFile("adresser.csv", BytesIO(content), steps.append)
    register = AddressRegister(file, "4601")
    assert len(list(register)) == 1999
    assert sum(steps) == len(content)
    assert len(steps) > 1
    assert register.sha256 == sha256(content).hexdigest()
