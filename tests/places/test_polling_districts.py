"""Polling districts from a file: what a row may say, and that a code belongs to one district on any day."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.audit.models import AuditEvent
from app.audit.services import AT_THE_KEYBOARD
from app.core.database import transaction
from app.core.input_files.faults import FileProblem, InputFault, Line
from app.core.input_files.input_file import InputFile
from app.councils.models import District, Municipality
from app.councils.place_models import PollingDistrict
from app.councils.places.fault_texts import describe
from app.councils.places.faults import Problem
from app.councils.places.polling_district_file import code_key, read_polling_districts
from app.councils.places.queries import district_of_polling_district
from app.councils.places.services.polling_districts import PollingDistrictsTakenIn, import_polling_districts

HEADING = "code,name,district,valid_from,valid_to"
LONE = "0039,Lone,Arna,2019-09-01,"
NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)


def content(*rows: str, heading: str = HEADING) -> bytes:
    return "\n".join([heading, *rows, ""]).encode()


def take_in(municipality: Municipality, *rows: str) -> PollingDistrictsTakenIn:
    read = read_polling_districts(InputFile("kretser.csv", BytesIO(content(*rows))))
    with transaction() as session:
        return import_polling_districts(session, municipality, read, by=AT_THE_KEYBOARD, at=NOW)


def refused(municipality: Municipality, *rows: str) -> InputFault:
    with pytest.raises(InputFault) as caught:
        take_in(municipality, *rows)
    return caught.value


def district(session: Session, code: str, on: date) -> str | None:
    found = district_of_polling_district(session, code, on)
    return found.name if found else None


def events(session: Session) -> Sequence[AuditEvent]:
    return session.scalars(select(AuditEvent).order_by(AuditEvent.id)).all()


def test_a_polling_district_belongs_to_its_district_from_its_first_day(session: Session, bergen: Municipality) -> None:
    assert take_in(bergen, LONE, "0044,Kaland,fana,2019-09-01,") == PollingDistrictsTakenIn(
        2, 0, 0, addresses_are_older=False
    )
    assert district(session, "0039", date(2019, 8, 31)) is None
    assert district(session, "0039", date(2019, 9, 1)) == "Arna"
    assert district(session, "44", date(2030, 1, 1)) == "Fana"
    assert district(session, "45", date(2030, 1, 1)) is None
    [event] = events(session)
    assert (event.act, event.object_id) == ("PollingDistrictsImported", "4601")


def test_a_code_may_move_between_districts_and_the_day_it_ends_is_the_new_ones(
    session: Session, bergen: Municipality
) -> None:
    take_in(bergen, "0039,Lone,Arna,2019-09-01,2027-01-01", "0039,Lone,Fana,2027-01-01,")
    assert district(session, "0039", date(2026, 12, 31)) == "Arna"
    assert district(session, "0039", date(2027, 1, 1)) == "Fana"


def test_the_same_rows_again_change_nothing(session: Session, bergen: Municipality) -> None:
    take_in(bergen, LONE)
    assert take_in(bergen, LONE) == PollingDistrictsTakenIn(0, 0, 1, addresses_are_older=False)
    assert session.scalar(select(func.count(PollingDistrict.id))) == 1
    assert len(events(session)) == 1


def test_a_row_that_is_told_otherwise_is_corrected_and_the_trail_has_the_old_one(
    session: Session, bergen: Municipality
) -> None:
    take_in(bergen, LONE)
    moved = take_in(bergen, "39,Lone skule,Arna,2019-09-01,2027-01-01", "39,Lone skule,Fana,2027-01-01,")
    assert moved == PollingDistrictsTakenIn(1, 1, 0, addresses_are_older=False)
    event = events(session)[-1]
    assert event.before == {"39": "Lone, Arna, 2019-09-01–"}
    assert event.after is not None
    assert (event.after["added"], event.after["corrected"]) == (["39"], ["39"])


def test_municipalities_may_use_the_same_codes(session: Session, bergen: Municipality) -> None:
    take_in(bergen, LONE)
    with transaction():
        oslo = Municipality(number="0301", name="Oslo")
        session.add_all([oslo, District(municipality=oslo, name="Frogner")])
    take_in(oslo, "0039,Majorstuen,Frogner,2019-09-01,")
    on = date(2026, 1, 1)
    assert district_of_polling_district(session, "0039", on) is None
    of_oslo = district_of_polling_district(session, "0039", on, oslo.id)
    assert of_oslo is not None
    assert of_oslo.name == "Frogner"


@pytest.mark.parametrize(
    ("rows", "line"),
    [
        (["1,A,Arna,2019-01-01,", "1,A,Fana,2023-01-01,"], 3),
        (["1,A,Arna,2019-01-01,2023-01-02", "0001,A,Fana,2023-01-01,"], 3),
        (["1,A,Fana,2023-01-01,", "1,A,Arna,2019-01-01,"], 2),
        (["1,A,Arna,2019-01-01,", "1,A,Arna,2019-01-01,"], 3),
    ],
)
def test_a_code_cannot_belong_twice_on_one_day(
    session: Session, bergen: Municipality, rows: list[str], line: int
) -> None:
    """Also not as 1 and 0001. The later row is the one that is told."""
    fault = refused(bergen, *rows)
    assert (fault.problem, fault.place) == (Problem.VALIDITY_OVERLAPS, Line(line))
    assert session.scalar(select(func.count(PollingDistrict.id))) == 0
    assert events(session) == []


def test_what_is_stored_counts_when_a_code_would_belong_twice(
    app: Flask, session: Session, bergen: Municipality
) -> None:
    take_in(bergen, LONE)
    after = refused(bergen, "0039,Lone,Fana,2023-01-01,")
    assert (after.place, dict(after.facts)["begins"]) == (Line(2), "2019-09-01")
    assert describe(after) == (
        "kretser.csv, linje 2: stemmekrets 39 ville gjelde to ganger samme dag: den andre raden gjelder fra 2019-09-01 "
        "(lagret). Avslutt den ene (valid_to) dagen den andre begynner."
    )
    before = refused(bergen, "0044,Kaland,Fana,2019-01-01,", "0039,Lone,Fana,2011-01-01,")
    assert (before.place, dict(before.facts)["begins"]) == (Line(3), "2019-09-01")
    assert district(session, "0039", date(2024, 1, 1)) == "Arna"


def test_a_district_that_is_not_there_is_refused_with_those_that_are(session: Session, bergen: Municipality) -> None:
    fault = refused(bergen, LONE, "0001,Sentrum,Bergenhus,2019-09-01,", "2,B,Åsane,2019-09-01,")
    assert (fault.problem, fault.place, fault.value) == (Problem.DISTRICT_UNKNOWN, Line(3), "Bergenhus")
    assert dict(fault.facts)["expected"] == "Arna, Fana"
    assert len(fault.others) == 1
    assert session.scalar(select(func.count(PollingDistrict.id))) == 0


@pytest.mark.parametrize(
    ("row", "problem", "value"),
    [
        ("0 39,Lone,Arna,2019-09-01,", FileProblem.CODE_MALFORMED, "0 39"),
        (",Lone,Arna,2019-09-01,", FileProblem.CODE_MALFORMED, ""),
        ("0039,,Arna,2019-09-01,", Problem.TEXT_EMPTY, ""),
        ("0039,Lone,,2019-09-01,", Problem.TEXT_EMPTY, ""),
        ("0039,Lo\x07ne,Arna,2019-09-01,", FileProblem.CHARACTER_FORBIDDEN, "Lo\\x07ne"),
        (f"0039,{'L' * 201},Arna,2019-09-01,", Problem.TEXT_TOO_LONG, "L" * 60 + "…"),
        ("0039,Lone,Arna,1.9.2019,", FileProblem.DATE_MALFORMED, "1.9.2019"),
        ("0039,Lone,Arna,2019-02-29,", FileProblem.DATE_MALFORMED, "2019-02-29"),
        ("0039,Lone,Arna,,", FileProblem.DATE_MALFORMED, ""),
        ("0039,Lone,Arna,2019-09-01,2019-09-01", Problem.ENDS_BEFORE_IT_BEGINS, "2019-09-01"),
        ("0039,Lone,Arna,2019-09-01", FileProblem.FIELDS_MISSING, "0039,Lone,Arna,2019-09-01"),
        ("0039,Lone,Arna,2019-09-01,,", FileProblem.FIELDS_TOO_MANY, "0039,Lone,Arna,2019-09-01,,"),
        ('0039,"Lone,Arna,2019-09-01,', FileProblem.QUOTES_BROKEN, '0039,"Lone,Arna,2019-09-01,'),
    ],
)
def test_a_row_that_is_none_is_told_with_its_line(row: str, problem: Problem, value: str) -> None:
    with pytest.raises(InputFault) as caught:
        read_polling_districts(InputFile("kretser.csv", BytesIO(content(LONE, row))))
    assert (caught.value.problem, caught.value.place, caught.value.value) == (problem, Line(3), value)


@pytest.mark.parametrize(
    ("heading", "problem", "value"),
    [
        ("code,name,district,valid_from", FileProblem.COLUMN_MISSING, "valid_to"),
        (HEADING + ",merknad", FileProblem.COLUMN_UNKNOWN, "merknad"),
        (HEADING + ",code", FileProblem.COLUMN_REPEATED, "code"),
        ("code\tname\tdistrict\tvalid_from\tvalid_to", FileProblem.COLUMN_MISSING, "code"),
    ],
)
def test_a_heading_that_is_none_is_told(heading: str, problem: Problem, value: str) -> None:
    with pytest.raises(InputFault) as caught:
        read_polling_districts(InputFile("kretser.csv", BytesIO(content(heading=heading))))
    assert (caught.value.problem, caught.value.value) == (problem, value)


def test_spreadsheets_semicolons_marks_quotes_and_capitals_are_read(tmp_path: Path) -> None:
    text = 'Code;Name;District;Valid_From;Valid_To\r\n0039;"Lone; øvre";Arna;2019-09-01;\r\n\r\n'
    read = read_polling_districts(InputFile("kretser.csv", BytesIO(b"\xef\xbb\xbf" + text.encode())))
    assert [(row.line, row.code, row.name, row.valid_to) for row in read.rows] == [(2, "0039", "Lone; øvre", None)]


@pytest.mark.parametrize(
    ("code", "key"), [("0001", "1"), ("1", "1"), ("0", "0"), ("00", "0"), ("A01", "A01"), ("0a", "0a")]
)
def test_codes_are_compared_without_leading_zeros(code: str, key: str) -> None:
    assert code_key(code) == key
