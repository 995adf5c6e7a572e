"""A majority election on its pages: clerks type twice, the board says who is meant, lots, result in public, record."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import time_machine
from sqlalchemy.orm import Session

from app.auth.domain.roles import Role
from app.core.database import transaction
from app.elections.models import SettlementRow
from app.elections.settling.majority.models import MajorityBatchRow
from app.elections.settling.majority.services.entries import type_batch
from app.elections.settling.majority.services.settlements import decide_majority, propose_majority
from app.elections.settling.services.settlements import annul
from tests.browser import Browser
from tests.conftest import SignIn
from tests.pages.reading import page_words, rows
from tests.services.settling.room import BOARD, MEETING, NIGHT, OFFICER, the_contest
from tests.services.settling.test_majority_elections import ANNE, one_list, seen, trial, typed_twice

TYPING = "/admin/flertallsvalg"
ROOM = "/admin/valg/2023/flertallsvalg/fana"
BALLOTS = "Kari Lie; Ola Vik; Per Dal\nKari Lie; Ola Vik | Una By\nKari Lie; Per Dal"
DECISION = {
    "held_on": "2023-09-12",
    "case_number": "2023/88",
    "members": "5",
    "present": "Kari Lie\nOla Vik\nPer Dal",
    "confirmed": "y",
}


@pytest.fixture(autouse=True)
def _night() -> Iterator[None]:
    with time_machine.travel(NIGHT, tick=False):
        yield


@pytest.fixture
def majority(session: Session, tmp_path: Path) -> Session:
    """Fana with three seats and one list."""
    one_list(tmp_path)
    return session


def settled() -> SettlementRow:
    """Kari has three votes, Ola and Per two each: they are members. Una has one as deputy."""
    with transaction() as session:
        typed_twice(session, BALLOTS)
        trial(session)
        row = propose_majority(session, the_contest(session), seen(session), by=OFFICER, at=NIGHT)
        decide_majority(session, row, MEETING, by=BOARD, at=NIGHT)
        return row


@pytest.mark.rule("R-115")
def test_a_clerk_types_a_batch_without_seeing_what_another_has_typed(
    majority: Session, client: Browser, sign_in: SignIn
) -> None:
    sign_in(Role.COUNT_CLERK)
    assert f"{TYPING}/2023/fana" in client.get(TYPING).text
    assert client.fill_in(f"{TYPING}/2023/fana", {"code": "b1", "ballots": "3"}).location == f"{TYPING}/2023/fana"
    with transaction() as session:
        batch = session.query(MajorityBatchRow).one()
        type_batch(session, batch, BALLOTS.replace("Una By", "Una Bye"), by=ANNE, at=NIGHT)
    page = f"{TYPING}/2023/fana/1"
    assert "Una" not in client.get(page).text
    short = client.fill_in(page, {"text": "Kari Lie"})
    assert short.status_code == 422
    assert "Du har skrevet 1 linjer, men bunken har 3 stemmesedler." in short.text
    assert client.fill_in(page, {"text": BALLOTS}).location == f"{TYPING}/2023/fana"
    told = rows(client.get(f"{TYPING}/2023/fana").text, "Bunker")
    assert told == [["b1", "3", "Ulikt på stemmeseddel nr. 2: se på papiret og skriv bunken igjen"]]
    with transaction() as session:
        type_batch(session, session.query(MajorityBatchRow).one(), BALLOTS, by=ANNE, at=NIGHT)
    assert "Ferdig: to har skrevet det samme" in client.get(f"{TYPING}/2023/fana").text


@pytest.mark.rule("R-182")
def test_an_officer_proposes_and_the_board_decides(majority: Session, client: Browser, sign_in: SignIn) -> None:
    with transaction() as session:
        typed_twice(session, BALLOTS)
    sign_in(Role.ELECTION_OFFICER)
    assert ROOM in client.get("/admin/valg/2023/oppgjor").text
    assert client.get("/admin/valg/2023/oppgjor/fana").location == ROOM
    assert client.send(f"{ROOM}/prove").location == f"{ROOM}#prove"
    page = client.get(ROOM).text
    assert [row[:3] for row in rows(page, "Medlemmer")] == [
        ["1", "Kari Lie", "3"],
        ["2", "Ola Vik", "2"],
        ["3", "Per Dal", "2"],
    ]
    fingerprint = page.split('name="seen" value="')[1][:64]
    assert client.send(f"{ROOM}/foresla", {"seen": fingerprint}).location == ROOM
    sign_in(Role.ELECTORAL_BOARD)
    assert client.fill_in(f"{ROOM}/1", DECISION).location == f"{ROOM}/1"
    assert "3 av 5: Kari Lie, Ola Vik, Per Dal" in client.get(f"{ROOM}/1").text
    assert client.get("/admin/valg/2023/oppgjor/fana/1").status_code == 404


@pytest.mark.rule("R-181")
def test_the_board_says_who_a_name_is(majority: Session, client: Browser, sign_in: SignIn) -> None:
    with transaction() as session:
        typed_twice(session, "Kari Lie\nKari Li")
    sign_in(Role.ELECTORAL_BOARD)
    said = {"name": "Kari Li", "ruling": "same_as", "person": "Kari Lie", "reason": "Skrivefeil"}
    assert client.fill_in(ROOM, said).location == ROOM
    told = rows(client.get(ROOM).text, "Hva valgstyret har sagt om navn")
    assert told[0][:3] == ["Kari Li", "Er Kari Lie", "Skrivefeil"]
    nobody = client.fill_in(ROOM, {"name": "Kari Li", "ruling": "same_as", "person": "", "reason": "x"})
    assert nobody.status_code == 422
    assert "Skriv hvem «Kari Li» er" in nobody.text


@pytest.mark.rule("R-183")
def test_a_tie_between_persons_stops_the_room(majority: Session, client: Browser, sign_in: SignIn) -> None:
    """Four have one vote each, for three places: three lots of which the last is between two."""
    with transaction() as session:
        typed_twice(session, "Ada\nBo\nCato\nDina")
    sign_in(Role.ELECTION_OFFICER)
    client.send(f"{ROOM}/prove")
    assert "Det må trekkes lodd om medlem nr. 1" in client.get(ROOM).text
    assert client.get(f"{ROOM}/lodd-nn.pdf").mimetype == "application/pdf"
    lot = {"drawn_on": "2023-09-12", "witnesses": "Kari Lie\nOla Vik"}
    for winner in ("Dina", "Bo", "Ada"):
        assert client.fill_in(ROOM, lot | {"winner": winner}).location == f"{ROOM}#prove"
    page = client.get(ROOM).text
    assert [row[1] for row in rows(page, "Medlemmer")] == ["Dina", "Bo", "Ada"]
    assert [row[2] for row in rows(page, "Lodd som er trukket")] == ["Dina", "Bo", "Ada"]


@pytest.mark.rule("R-140", "R-182")
def test_the_public_sees_who_is_elected_when_it_is_decided_and_not_after_annulment(
    majority: Session, client: Browser
) -> None:
    """Election day is 11 September; results are released at 21:00."""
    public = "/valg/2023/fana"
    assert "Kari Lie" not in client.get(public).text
    number = settled().id
    page = client.get(public).text
    assert [row[1] for row in rows(page, "Medlemmer")] == ["Kari Lie", "Ola Vik", "Per Dal"]
    assert [row[1] for row in rows(page, "Varamedlemmer i rekkefølge")] == ["Una By"]
    record = client.get(f"{public}/protokoll-nb.pdf")
    assert record.mimetype == "application/pdf"
    assert record.data == client.get(f"{public}/protokoll-nb.pdf").data
    with time_machine.travel(NIGHT.replace(day=11, hour=18), tick=False):
        assert "Kari Lie" not in client.get(public).text
        assert client.get(f"{public}/protokoll-nb.pdf").status_code == 404
    with transaction() as session:
        annul(session, session.get_one(SettlementRow, number), "Feil bunke.", by=BOARD, at=NIGHT)
    assert "Valgstyret har opphevet oppgjøret" in page_words(client.get(public).text)
    assert "Kari Lie" not in client.get(public).text
    assert client.get(f"{public}/protokoll-nb.pdf").status_code == 404


def test_where_lists_compete_there_is_no_such_room(majority: Session, client: Browser, sign_in: SignIn) -> None:
    sign_in(Role.ELECTION_OFFICER)
    for address in ("/admin/valg/2023/flertallsvalg/os", f"{ROOM}/1", f"{ROOM}/lodd-nb.pdf"):
        assert client.get(address).status_code == 404
