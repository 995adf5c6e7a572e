"""The membership register on a day: its rows against Fana's history, and the document as it is printed."""

import csv
import io
from datetime import UTC, date, datetime

import pytest
from sqlalchemy.orm import Session

from app.core.database import transaction
from app.councils.documents.gathered_register import Register, gathered_register
from app.councils.documents.register import RegisterLanguage, register_blocks, register_pdf
from app.councils.documents.register_csv import COLUMNS, harmless, register_csv
from app.pdf.blocks import Heading, KeyValues, Table
from tests.browser import Browser
from tests.documents.samples import ACCESSIBLE, ARCHIVE, broken_rules, page_texts
from tests.pages.test_public_kept_answers import statements
from tests.public_councils import fana_with_a_history
from tests.stored_councils import a_council, appoint, people

KNOWN = datetime(2026, 3, 3, 12, tzinfo=UTC)
LEAVE_DAY, VACANT_DAY = date(2021, 12, 1), date(2023, 5, 1)


@pytest.fixture
def two_councils(session: Session) -> None:
    """Fana with its history, and Arna with five members appointed for 2020–2023."""
    with transaction() as writing:
        fana_with_a_history(writing, a_council(writing))
        members = people(writing, "=SUM(A1)", "Arne Arnesen", "Bjørn Bjørnsen", "Cecilie Cedergren", "Dagny Dagsen")
        appoint(writing, a_council(writing, "Arna", "arna"), "Ap Ap Ap H H", {"Ap": members[:3], "H": members[3:]})


def register(session: Session, day: date, slug: str | None = "fana", known: datetime = KNOWN) -> Register:
    found = gathered_register(session, day, known, slug)
    assert found is not None
    return found


def cells(session: Session, day: date, slug: str | None = "fana") -> list[dict[str, str]]:
    text = register_csv(register(session, day, slug)).decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


def tables(session: Session, day: date) -> list[Table]:
    return [block for block in register_blocks(register(session, day)) if isinstance(block, Table)]


@pytest.mark.rule("R-253", "R-262")
@pytest.mark.usefixtures("two_councils")
def test_members_stand_by_seat_with_office_list_first_day_and_what_is_to_be_told(session: Session) -> None:
    """On 1 December 2021 Guri Gran (7) was on leave and Sten Stedfortreder sat for her; Nina Ny (3) came in March."""
    rows = [row.cells for row in tables(session, LEAVE_DAY)[0].rows]
    assert rows[0] == ("1", "Anne Ask", "Leder", "Arbeiderpartiet", "01.01.2020", "–")
    assert rows[2] == ("3", "Nina Ny", "Medlem", "Arbeiderpartiet", "01.03.2021", "nyvalg")
    assert rows[5] == ("6", "Frode Fjell", "Nestleder", "Høyre", "01.01.2020", "–")
    assert rows[6] == ("7", "Guri Gran", "Medlem", "Høyre", "01.01.2020", "har fritak for en tid")
    assert rows[7] == ("7", "Sten Stedfortreder", "Settemedlem", "Høyre", "01.08.2021", "sitter for Guri Gran")
    assert len(rows) == 15 + 1


@pytest.mark.rule("R-254")
@pytest.mark.usefixtures("two_councils")
def test_an_empty_seat_and_a_change_of_group_are_told(session: Session) -> None:
    rows = [row.cells for row in tables(session, VACANT_DAY)[0].rows]
    assert rows[10] == ("11", "Kjell Krag", "Medlem", "Rødt", "01.01.2020", "nå i gruppen Uavhengig")
    assert rows[13] == ("14", "Ledig plass", "–", "Venstre", "–", "–")
    assert len(rows) == 15


@pytest.mark.rule("R-255")
@pytest.mark.usefixtures("two_councils")
def test_deputies_stand_list_by_list_in_the_order_they_are_called(session: Session) -> None:
    rows = [row.cells for row in tables(session, LEAVE_DAY)[1].rows]
    assert rows[:6] == [
        ("Arbeiderpartiet",),
        ("1", "Unni Ulvik", "01.01.2020", "–"),
        ("2", "Vidar Vik", "01.01.2020", "–"),
        ("Høyre",),
        ("1", "Wenche Wold", "01.01.2020", "–"),
        ("2", "Yngve Ytre", "01.01.2020", "–"),
    ]
    assert len(rows) == 5 + 7, "five lists with seven deputies"


@pytest.mark.usefixtures("two_councils")
def test_the_head_says_which_council_how_it_was_chosen_and_how_many_seats_are_empty(session: Session) -> None:
    (facts,) = (block for block in register_blocks(register(session, VACANT_DAY)) if isinstance(block, KeyValues))
    assert facts.pairs == (
        ("Bydel", "Fana"),
        ("Periode", "2019–2023, fra 1. januar 2020"),
        ("Valgt", "valgt av kommunestyret, ved avtalevalg, 11. desember 2019"),
        ("Vedtak", "2019/1234"),
        ("Plasser", "15, av dem 1 ledig"),
        ("Kontakt", "bydelsutvalg@bergen.example"),
    )


@pytest.mark.usefixtures("two_councils")
def test_all_councils_stand_one_after_the_other_after_an_overview(session: Session) -> None:
    """On 1 December 2021 Arna had five of five seats filled and no officers; Fana fifteen of fifteen."""
    blocks = list(register_blocks(register(session, LEAVE_DAY, slug=None)))
    headings = [block.text for block in blocks if isinstance(block, Heading) and block.level == 2]
    assert headings == ["Innhold", "Arna bydelsutvalg", "Fana bydelsutvalg"]
    text = page_texts(register_pdf(register(session, LEAVE_DAY, slug=None), "nb"))[0]
    assert "Arna bydelsutvalg – – 5 0" in " ".join(text.split())
    assert "Fana bydelsutvalg Anne Ask Frode Fjell 15 0" in " ".join(text.split())


@pytest.mark.usefixtures("two_councils")
def test_the_histories_of_all_councils_are_read_together(session: Session) -> None:
    """One question for the seats of both councils, not one for each."""
    with statements() as asked:
        found = gathered_register(session, date(2021, 12, 1), KNOWN)
    assert found
    assert len(found.councils) == 2
    assert len([each for each in asked if "FROM seat_spell" in each]) == 1


@pytest.mark.usefixtures("two_councils")
def test_the_sheet_has_a_row_for_each_seat_substitute_and_deputy(session: Session) -> None:
    rows = cells(session, LEAVE_DAY)
    assert [row["place"] for row in rows] == ["member"] * 7 + ["substitute"] + ["member"] * 8 + ["deputy"] * 7
    assert rows[0] == {
        "day": "2021-12-01",
        "district": "Fana",
        "council": "Fana bydelsutvalg",
        "place": "member",
        "seat": "1",
        "rank": "",
        "name": "Anne Ask",
        "list": "Ap",
        "list_name": "Arbeiderpartiet",
        "group": "",
        "role": "chair",
        "from_on": "2020-01-01",
        "cause": "appointed",
        "absent": "",
    }
    assert (rows[6]["name"], rows[6]["absent"]) == ("Guri Gran", "leave")
    assert (rows[7]["name"], rows[7]["seat"], rows[7]["cause"]) == ("Sten Stedfortreder", "7", "substitute")
    assert (rows[16]["name"], rows[16]["rank"], rows[16]["list"]) == ("Unni Ulvik", "1", "Ap")


@pytest.mark.usefixtures("two_councils")
def test_the_sheet_tells_of_empty_seats_and_other_groups(session: Session) -> None:
    by_seat = {row["seat"]: row for row in cells(session, VACANT_DAY) if row["seat"]}
    assert (by_seat["14"]["place"], by_seat["14"]["name"], by_seat["14"]["list"]) == ("vacant", "", "V")
    assert (by_seat["11"]["list_name"], by_seat["11"]["group"]) == ("Rødt", "Uavhengig")


@pytest.mark.rule("R-283")
@pytest.mark.usefixtures("two_councils")
def test_of_a_protected_person_no_cause_is_given(session: Session) -> None:
    (ivar,) = (row for row in cells(session, LEAVE_DAY) if row["name"] == "Ivar Ingen")
    assert (ivar["seat"], ivar["list"], ivar["cause"]) == ("9", "H", "")


@pytest.mark.usefixtures("two_councils")
def test_the_sheet_is_utf_8_with_a_heading_and_no_formulas(session: Session) -> None:
    sheet = register_csv(register(session, LEAVE_DAY, "arna"))
    assert sheet.startswith(",".join(COLUMNS).encode() + b"\r\n")
    assert "Bjørn Bjørnsen".encode() in sheet
    assert next(row["name"] for row in cells(session, LEAVE_DAY, "arna")) == "'=SUM(A1)"


@pytest.mark.parametrize("sign", "=+-@\t\r")
def test_what_a_spreadsheet_would_run_is_made_harmless(sign: str) -> None:
    assert harmless(f"{sign}1") == f"'{sign}1"
    assert harmless(f"Kari {sign}1") == f"Kari {sign}1"


@pytest.mark.rule("R-262")
@pytest.mark.usefixtures("two_councils")
def test_the_register_is_as_it_was_known_at_the_moment_told(session: Session) -> None:
    """Ole Olsen's death on 1 April 2023 was written down that noon; the day before he was still expected to sit."""
    before = register(session, VACANT_DAY, known=datetime(2023, 4, 1, 11, tzinfo=UTC)).councils[0]
    assert (before.vacant, register(session, VACANT_DAY).councils[0].vacant) == (0, 1)


@pytest.mark.usefixtures("two_councils")
def test_no_council_sat_before_the_first(session: Session) -> None:
    assert gathered_register(session, date(2019, 12, 31), KNOWN) is None


@pytest.mark.parametrize("language", ["nb", "nn"])
@pytest.mark.parametrize("slug", ["fana", None], ids=["one council", "all councils"])
@pytest.mark.usefixtures("two_councils")
def test_the_printed_register_breaks_no_rule_for_archives_or_screen_readers(
    session: Session, slug: str | None, language: RegisterLanguage
) -> None:
    file = register_pdf(register(session, LEAVE_DAY, slug), language)
    assert broken_rules(file, ARCHIVE) == []
    assert broken_rules(file, ACCESSIBLE) == []


@pytest.mark.usefixtures("two_councils")
def test_the_register_is_the_same_file_whenever_it_is_printed(session: Session) -> None:
    """Dated by what was last written down in the term, on 10 October 2023, not by the clock."""
    early = register(session, LEAVE_DAY)
    late = register(session, LEAVE_DAY, known=datetime(2031, 1, 1, tzinfo=UTC))
    assert early.recorded_at == datetime(2023, 10, 10, 12, tzinfo=UTC)
    assert register_pdf(early, "nb") == register_pdf(late, "nb")


@pytest.mark.usefixtures("two_councils")
def test_every_page_has_its_number_the_document_and_the_fingerprint(session: Session) -> None:
    texts = page_texts(register_pdf(register(session, LEAVE_DAY), "nb"))
    for number, text in enumerate(texts, start=1):
        assert f"Side {number} av {len(texts)}" in text
        assert "MR-fana-2021-12-01" in text
        assert "SHA-256" in text
    assert "Pia Páve Čoske" in "".join(texts)


@pytest.mark.usefixtures("two_councils")
def test_anyone_may_fetch_the_register_of_a_day(client: Browser) -> None:
    sheet = client.get("/bydeler/fana/medlemmer.csv?dato=2021-12-01")
    assert (sheet.mimetype, sheet.text.count("\r\n")) == ("text/csv", 1 + 16 + 7)
    assert sheet.headers["Content-Disposition"] == "attachment; filename=medlemmer-fana-2021-12-01.csv"
    every = client.get("/bydeler/medlemmer.csv?dato=2021-12-01")
    assert every.text.count("\r\n") == 1 + 16 + 7 + 5
    for address in ("/bydeler/fana/medlemmer.pdf", "/bydeler/fana/medlemmer-nn.pdf", "/bydeler/medlemmer.pdf"):
        document = client.get(f"{address}?dato=2021-12-01")
        assert (document.status_code, document.mimetype) == (200, "application/pdf")
    assert client.get("/bydeler/fana/medlemmer.pdf?dato=i-dag").status_code == 400
