"""The settlement room: an officer tries and proposes, the board decides and annuls; a tie stops and is carried on.

A has 60 ballots and B 40, and one of A's names B1: list votes 179 and 121, seats 2 and 1.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
import time_machine
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.auth.domain.roles import Role
from app.core.database import transaction
from app.elections.models import CountLineRow, SettlementRow
from app.elections.settling.models import SettlementDecisionRow, SettlementLotRow
from app.elections.settling.services.settlements import annul
from tests.browser import Browser
from tests.conftest import SignIn
from tests.pages.reading import rows
from tests.services.settling.room import BOARD, NIGHT, annulled, counted, decided, proposed, tried

ROOM = "/admin/valg/2023/oppgjor"
FANA = f"{ROOM}/fana"
DECISION = {
    "held_on": "2023-09-12",
    "case_number": "2023/88",
    "members": "5",
    "present": "Kari Lie\nOla Vik\nPer Dal",
    "confirmed": "y",
}
LOT = {"winner": "B", "drawn_on": "2023-09-12", "witnesses": "Kari Lie\nOla Vik"}


@pytest.fixture(autouse=True)
def _night() -> Iterator[None]:
    with time_machine.travel(NIGHT, tick=False):
        yield


@pytest.fixture
def officer(client: Browser, sign_in: SignIn) -> Browser:
    sign_in(Role.ELECTION_OFFICER)
    return client


@pytest.fixture
def board(client: Browser, sign_in: SignIn) -> Browser:
    sign_in(Role.ELECTORAL_BOARD)
    return client


def states(session: Session) -> list[int]:
    """The numbers of the settlements that are decided."""
    session.rollback()
    return list(session.scalars(select(SettlementDecisionRow.settlement_id)))


def test_the_overview_says_what_stands_in_the_way_in_every_district(
    officer: Browser, session: Session, tmp_path: Path
) -> None:
    counted(tmp_path, contests=("fana", "arna"))
    with transaction() as writing:
        for line in writing.scalars(select(CountLineRow).where(CountLineRow.count == 1)):
            if line.contest_id == 1:
                writing.delete(line)
    page = officer.get(ROOM).text
    assert [(row[0], row[3]) for row in rows(page, "Hva som står igjen i bydelene")] == [
        ("Fana", "mangler foreløpig opptelling"),
        ("Arna", "Klart til å foreslås"),
    ]
    assert f'href="{FANA}"' in page
    assert ROOM in officer.get("/admin").text


def test_an_officer_tries_and_proposes_and_the_board_decides(
    officer: Browser, session: Session, tmp_path: Path, sign_in: SignIn
) -> None:
    counted(tmp_path)
    assert officer.send(f"{FANA}/prove").location == f"{FANA}#prove"
    page = officer.get(FANA).text
    for told in ("Prøve: teller ikke", "A2 Čáŋgŧ", "Ingenting står i veien", "179"):
        assert told in page
    seen = page.split('name="seen" value="')[1][:64]
    assert officer.send(f"{FANA}/foresla", {"seen": seen}).location == FANA
    page = officer.get(FANA).text
    assert "venter på valgstyret" in page
    assert "Foreslå oppgjøret for valgstyret" not in page
    assert officer.send(f"{FANA}/1/vedtak", DECISION).status_code == 403
    sign_in(Role.ELECTORAL_BOARD)
    assert officer.fill_in(f"{FANA}/1", DECISION).location == f"{FANA}/1"
    page = officer.get(f"{FANA}/1").text
    for told in ("Vedtatt", "12. september 2023", "2023/88", "3 av 5: Kari Lie, Ola Vik, Per Dal"):
        assert told in page
    assert len(states(session)) == 1


@pytest.mark.rule("R-287")
def test_a_board_that_is_not_quorate_is_told_how_many_are_needed(
    board: Browser, session: Session, tmp_path: Path
) -> None:
    counted(tmp_path)
    with transaction() as writing:
        proposed(writing)
    answer = board.fill_in(f"{FANA}/1", DECISION | {"present": "Kari Lie\nOla Vik"})
    assert answer.status_code == 422
    assert "Valgstyret var ikke vedtaksført: 2 av 5 var til stede, og minst 3 må være det." in answer.text
    assert "Kari Lie" in answer.text
    assert states(session) == []


@pytest.mark.rule("R-155")
def test_a_tie_stops_the_room_prints_the_slips_and_goes_on_with_the_outcome(
    officer: Browser, session: Session, tmp_path: Path
) -> None:
    counted(tmp_path, ballots_of_a=50, ballots_of_b=50)
    officer.send(f"{FANA}/prove")
    page = officer.get(FANA).text
    for told in ("Det må trekkes lodd om plass 3", "A: Liste A", "B: Liste B", "50,000000"):
        assert told in page
    assert "Foreslå oppgjøret" not in page
    slips = officer.get(f"{FANA}/lodd-nb.pdf")
    assert slips.mimetype == "application/pdf"
    assert slips.data == officer.get(f"{FANA}/lodd-nb.pdf").data
    lonely = officer.fill_in(FANA, LOT | {"witnesses": "Kari Lie"})
    assert lonely.status_code == 422
    assert "Skriv navnet på minst 2" in lonely.text
    assert officer.fill_in(FANA, LOT).location == f"{FANA}#prove"
    page = officer.get(FANA).text
    assert "Kari Lie, Ola Vik" in page
    assert "Foreslå oppgjøret for valgstyret" in page
    assert [row.winner for row in session.scalars(select(SettlementLotRow))] == ["B"]
    assert officer.get(f"{FANA}/lodd-nb.pdf").status_code == 404


def test_an_annulment_takes_a_reason_and_leaves_both_settlements_readable(
    board: Browser, session: Session, tmp_path: Path
) -> None:
    counted(tmp_path)
    with transaction() as writing:
        decided(writing)
    without = board.send(f"{FANA}/1/opphev")
    assert without.status_code == 422
    assert "Skriv hvorfor oppgjøret oppheves." in without.text
    assert board.fill_in(f"{FANA}/1", {"opphev-reason": "En bunke er talt to ganger."}).location == f"{FANA}/1"
    with transaction() as writing:
        line = writing.scalars(select(CountLineRow).where(CountLineRow.line == "list:B", CountLineRow.count == 2)).one()
        line.number = 400
        writing.flush()
        decided(writing)
    old, new = board.get(f"{FANA}/1").text, board.get(f"{FANA}/2").text
    assert "En bunke er talt to ganger." in old
    assert "Opphevet" in old
    assert "Liste B: 121 → 1 201 listestemmer, <strong>1 → 3 plasser</strong>" in " ".join(new.split()).replace(
        "\u00a0", " "
    )
    listed = board.get(FANA).text
    assert f"{FANA}/1" in listed
    assert f"{FANA}/2" in listed


def test_two_who_decide_at_once_decide_once_and_the_second_is_told(
    board: Browser, session: Session, tmp_path: Path
) -> None:
    counted(tmp_path)
    with transaction() as writing:
        proposed(writing)
    assert board.send(f"{FANA}/1/vedtak", DECISION).status_code == 303
    second = board.send(f"{FANA}/1/vedtak", DECISION)
    assert second.status_code == 422
    assert "Oppgjøret er «Vedtatt», kanskje fordi noen andre nettopp var her." in second.text
    assert len(states(session)) == 1


def test_figures_that_changed_after_the_page_was_opened_are_not_proposed(
    officer: Browser, session: Session, tmp_path: Path
) -> None:
    counted(tmp_path)
    with transaction() as writing:
        seen = tried(writing)
        line = writing.scalars(select(CountLineRow).where(CountLineRow.line == "list:A", CountLineRow.count == 2)).one()
        line.number = 61
    answer = officer.send(f"{FANA}/foresla", {"seen": seen})
    assert answer.status_code == 422
    assert "er endret siden tallene på siden ble regnet ut" in answer.text
    assert session.scalars(select(SettlementRow)).all() == []


@pytest.mark.rule("R-163")
def test_a_candidate_found_ineligible_is_told_with_what_it_changes(
    officer: Browser, session: Session, tmp_path: Path
) -> None:
    """Without A2, A3 is elected after A1, and the deputies move up."""
    counted(tmp_path)
    page = f"{FANA}/valgbarhet"
    finding = {"candidate": "A:2", "cause": "dead", "on_day": "2023-09-09", "source": "Folkeregisteret"}
    assert officer.fill_in(page, finding).location == page
    told = " ".join(officer.get(page).text.split())
    assert "A2 Čáŋgŧ (Liste A): medlem → <strong>ikke valgbar</strong>" in told
    assert "A3 Čáŋgŧ (Liste A): varamedlem 1 → <strong>medlem</strong>" in told
    again = officer.fill_in(page, finding)
    assert again.status_code == 422
    assert "A2 Čáŋgŧ regnes alt slik." in again.text


def test_who_only_reads_sees_the_room_and_no_button(
    client: Browser, session: Session, tmp_path: Path, sign_in: SignIn
) -> None:
    counted(tmp_path)
    with transaction() as writing:
        annul(writing, annulled_once(writing), "Feil.", by=BOARD, at=NIGHT)
    sign_in(Role.AUDITOR)
    for address in (FANA, f"{FANA}/1", f"{FANA}/2", f"{FANA}/valgbarhet", ROOM):
        page = client.get(address)
        assert page.status_code == 200
        assert "<button" not in page.text.split("<main")[1].split("</main>")[0], address


def annulled_once(session: Session) -> SettlementRow:
    """The second settlement, decided after the first was annulled."""
    annulled(session)
    return decided(session)


def test_what_is_not_there_is_not_found(officer: Browser, session: Session, tmp_path: Path) -> None:
    counted(tmp_path)
    for address in (f"{ROOM}/os", f"{FANA}/1", f"{FANA}/lodd-nb.pdf", f"{ROOM}/os/valgbarhet"):
        assert officer.get(address).status_code == 404, address
