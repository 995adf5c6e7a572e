"""The counting room without a script: what each person sees, what is refused and told, and what nobody sees."""

import re

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.auth.domain.roles import Role
from app.core.database import transaction
from app.elections.counting.models import CountEntryRow, DoubtfulBallotRow, HandOverRow
from app.elections.counting.queries import counted, refused_votes, unit_at, units_of
from app.elections.counting.services.approval import reopen_unit
from app.elections.counting.services.ballots import hand_over
from app.elections.counting.services.entries import save_entry
from app.elections.domain.categories import Category
from app.elections.domain.control_codes import ControlCode
from app.elections.domain.count_unit_states import CountUnitState
from app.elections.domain.refused_votes import RefusalGround, VoteKind
from app.elections.domain.states import ElectionState
from app.elections.models import ContestRow, ElectionRow
from tests.browser import Browser
from tests.conftest import SignIn
from tests.counting import (
    AT,
    BOARD,
    KARI,
    OLA,
    a_unit,
    an_election_being_counted,
    count_unit,
    key_of,
    paper,
    type_twice,
)
from tests.elections import count_contest, lists_of

ROOM = "/admin/valg/2023/telling"
VO = f"{ROOM}/fana/1-VO-0801"


@pytest.fixture(autouse=True)
def _counting(session: Session) -> None:
    with transaction() as writing:
        an_election_being_counted(writing, "fana", "asane")


def fana(session: Session) -> ContestRow:
    session.expire_all()
    return session.scalars(select(ContestRow).where(ContestRow.code == "fana")).one()


def form_of(session: Session, count: int = 1, **figures: int) -> dict[str, str]:
    return {f"tall-{line}": text for line, text in paper(fana(session), count, **figures).items()}


def typed_by_kari(session: Session, **figures: int) -> None:
    with transaction() as writing:
        row = a_unit(writing, fana(writing), "1-VO-0801")
        save_entry(writing, row, paper(row.contest, **figures), "", turn=1, seen=0, by=KARI, at=AT)


def controlled(session: Session, name: str = "1-VO-0801", **figures: int) -> None:
    with transaction() as writing:
        row = a_unit(writing, fana(writing), name)
        type_twice(writing, row, paper(row.contest, row.count, **figures), "Ti gikk uten å stemme.")


def stands(session: Session, name: str = "1-VO-0801") -> CountUnitState:
    unit = unit_at(session, fana(session), key_of(name))
    assert unit is not None
    return unit.state


def test_a_clerk_goes_straight_to_the_election_that_is_counted_and_on_to_the_next_unit(
    client: Browser, sign_in: SignIn, session: Session
) -> None:
    sign_in(Role.COUNT_CLERK)
    assert client.get("/admin/telling").location == ROOM
    board = client.get(f"{ROOM}/fana").text
    assert f'href="{VO}/for"' in board
    assert "/avstemming" not in board
    answer = client.fill_in(f"{VO}/for", form_of(session, A=40, B=30, C=20))
    assert (answer.status_code, answer.location) == (303, f"{ROOM}/fana/1-FO-/for")
    assert stands(session) is CountUnitState.ENTERED


@pytest.mark.rule("R-131")
def test_the_second_person_sees_nothing_of_what_the_first_typed(
    client: Browser, sign_in: SignIn, session: Session
) -> None:
    typed_by_kari(session, A=4711, B=30, C=20)
    sign_in(Role.COUNT_CLERK)
    for address in (f"{VO}/for", f"{ROOM}/fana", ROOM):
        assert not re.search(r"4.?711|4.?761", client.get(address).text)
    assert client.get(VO).status_code == 403


@pytest.mark.rule("R-131")
def test_the_comparison_shows_which_lines_differ_and_never_the_others_figure(
    client: Browser, sign_in: SignIn, session: Session
) -> None:
    """Kari typed B = 30, the second person 33: B, ticks and both sums are asked for again, with one's own figures."""
    typed_by_kari(session, A=40, B=30, C=20)
    sign_in(Role.COUNT_CLERK)
    answer = client.fill_in(f"{VO}/for", form_of(session, A=40, B=33, C=20))
    assert answer.location == f"{VO}/for"
    page = client.get(f"{VO}/for").text
    assert "Den andre har skrevet noe annet" in page
    assert 'value="33"' in page
    assert 'value="30"' not in page
    assert client.fill_in(f"{VO}/for", form_of(session, A=40, B=30, C=20)).status_code == 303
    assert stands(session) is CountUnitState.CONTROLLED


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"tall-list:A": "-4"}, "F.103 A List A: tallet kan ikke være mindre enn null."),
        ({"tall-list:A": "førti"}, "F.102 A List A: skriv et helt tall, bare med sifre."),
        ({"tall-list:A": ""}, "F.101 A List A: skriv tallet, eller 0."),
        ({"tall-list:A": "99999999"}, "F.104 A List A: tallet er for stort."),
        ({"tall-sum:all": "91"}, "på papiret: tallene over blir 90."),
    ],
)
def test_what_cannot_be_stored_is_told_at_its_line_and_the_rest_stands(
    client: Browser, sign_in: SignIn, session: Session, wrong: dict[str, str], told: str
) -> None:
    sign_in(Role.COUNT_CLERK)
    answer = client.fill_in(f"{VO}/for", {**form_of(session, A=40, B=30, C=20), **wrong})
    assert answer.status_code == 422
    assert told in answer.text
    assert 'value="30"' in answer.text
    assert session.scalar(select(func.count()).select_from(CountEntryRow)) == 0


def test_a_figure_for_an_unknown_list_is_told_and_not_thrown_away(
    client: Browser, sign_in: SignIn, session: Session
) -> None:
    sign_in(Role.COUNT_CLERK)
    sent = {**form_of(session, A=40), "tall-list:X": "7", "turn": "1", "seen": "0"}
    answer = client.send(f"{VO}/for", sent)
    assert answer.status_code == 422
    assert "F.105" in answer.text


def test_two_clerks_at_once_get_409_with_both_versions_and_a_way_on(
    client: Browser, sign_in: SignIn, session: Session
) -> None:
    """Both began; Kari saved 40 for A. The other's 41 is kept on the page; of the 40 only that it differs is shown."""
    sign_in(Role.COUNT_CLERK)
    mine = {**form_of(session, A=41, B=30, C=20), "turn": "1", "seen": "0", "remark": ""}
    typed_by_kari(session, A=40, B=30, C=20)
    answer = client.send(f"{VO}/for", mine)
    assert answer.status_code == 409
    assert KARI.name in answer.text
    assert '<td class="number">41</td>' in answer.text
    assert '<td class="number">40</td>' not in answer.text
    assert answer.text.count("ulikt") == 4
    assert client.send(f"{VO}/for", {**mine, "turn": "2"}).status_code == 303
    unit = unit_at(session, fana(session), key_of("1-VO-0801"))
    assert unit is not None
    assert [each.figures["list:A"] for each in unit.entries] == [40, 41]


def test_the_same_clerk_in_two_windows_gets_409_with_both_of_their_own_versions(
    client: Browser, sign_in: SignIn, session: Session
) -> None:
    sign_in(Role.COUNT_CLERK)
    client.fill_in(f"{VO}/for", form_of(session, A=40, B=30, C=20))
    again = {**form_of(session, A=41, B=30, C=20), "turn": "1", "seen": "0"}
    answer = client.send(f"{VO}/for", again)
    assert answer.status_code == 409
    assert '<td class="number">41</td>' in answer.text
    assert '<td class="number">40</td>' in answer.text


@pytest.mark.rule("R-131")
def test_a_clerk_who_controls_their_own_entry_is_told_so(client: Browser, sign_in: SignIn, session: Session) -> None:
    sign_in(Role.COUNT_CLERK)
    client.fill_in(f"{VO}/for", form_of(session, A=40, B=30, C=20))
    answer = client.send(f"{VO}/for", {**form_of(session, A=40, B=30, C=20), "turn": "2", "seen": "0"})
    assert answer.status_code == 422
    assert "Du har ført denne enheten selv" in answer.text
    assert stands(session) is CountUnitState.ENTERED


def test_a_third_clerk_and_a_unit_that_stands_are_told_there_is_nothing_to_type(
    client: Browser, sign_in: SignIn, session: Session
) -> None:
    controlled(session, A=40, B=30, C=20)
    sign_in(Role.COUNT_CLERK)
    assert "To andre har ført denne enheten" in client.get(f"{VO}/for").text


@pytest.mark.rule("R-139")
def test_the_board_explains_and_approves_on_one_page(client: Browser, sign_in: SignIn, session: Session) -> None:
    """100 ticks and 90 ballots: W.101. The clerk's remark is offered as the explanation."""
    controlled(session, A=40, B=30, C=20, ticks=100)
    sign_in(Role.ELECTORAL_BOARD)
    page = client.get(VO).text
    assert "W.101" in page
    assert "Ti gikk uten å stemme." in page
    refused = client.send(VO, {"seen": "2", "forklaring-W.101": " "})
    assert (refused.status_code, "Skriv en forklaring til W.101" in refused.text) == (422, True)
    assert client.fill_in(VO, {"seen": "2", "forklaring-W.101": "Ti gikk."}).location == f"{ROOM}/fana"
    assert stands(session) is CountUnitState.APPROVED
    assert "Ti gikk." in client.get(f"{ROOM}/fana/avstemming").text


def test_an_explanation_that_is_too_long_is_told(client: Browser, sign_in: SignIn, session: Session) -> None:
    controlled(session, A=40, B=30, C=20, ticks=100)
    sign_in(Role.ELECTORAL_BOARD)
    answer = client.send(VO, {"seen": "2", "forklaring-W.101": "x" * 501})
    assert (answer.status_code, "høyst 500 tegn" in answer.text) == (422, True)
    assert stands(session) is CountUnitState.CONTROLLED


def test_the_board_opens_a_unit_again_with_a_reason(client: Browser, sign_in: SignIn, session: Session) -> None:
    with transaction() as writing:
        count_unit(writing, a_unit(writing, fana(writing), "1-VO-0801"), A=40, B=30, C=20)
    sign_in(Role.ELECTORAL_BOARD)
    client.fill_in(VO, {"reason": ""})
    assert stands(session) is CountUnitState.APPROVED
    client.fill_in(VO, {"reason": "En bunke lå igjen."})
    assert stands(session) is CountUnitState.REOPENED
    assert "En bunke lå igjen." in client.get(VO).text


def test_figures_from_a_file_are_shown_as_such_and_can_be_opened_again(
    client: Browser, sign_in: SignIn, session: Session
) -> None:
    with transaction() as writing:
        count_contest(writing, fana(writing), {(1, "VO", "0801"): lists_of(A=40, B=30, C=20)})
    sign_in(Role.ELECTORAL_BOARD)
    assert "fra fil" in client.get(f"{ROOM}/fana").text
    client.fill_in(VO, {"reason": "Filen manglet en bunke."})
    assert stands(session) is CountUnitState.REOPENED


@pytest.mark.parametrize("code", ControlCode)
def test_every_control_has_a_page_in_plain_words(client: Browser, sign_in: SignIn, code: ControlCode) -> None:
    sign_in(Role.COUNT_CLERK)
    page = client.get(f"/admin/valg/2023/kontrollkoder/{code.value}")
    assert (page.status_code, code.value in page.text) == (200, True)
    assert f"kontrollkoder/{code.value}" in client.get("/admin/valg/2023/kontrollkoder").text


def test_an_unknown_control_or_unit_leads_nowhere(client: Browser, sign_in: SignIn) -> None:
    sign_in(Role.ELECTION_OFFICER)
    for address in ("/admin/valg/2023/kontrollkoder/F.999", f"{ROOM}/fana/3-VO-", f"{ROOM}/fana/1-XX-", f"{ROOM}/os"):
        assert client.get(address).status_code == 404


@pytest.mark.rule("R-134")
def test_the_officer_plans_from_where_advance_votes_came_in(client: Browser, sign_in: SignIn, session: Session) -> None:
    sign_in(Role.ELECTION_OFFICER)
    wrong = client.fill_in(f"{ROOM}/fana/plan", {"places": "F1; Biblioteket; mange"})
    assert (wrong.status_code, "Linje 1 kan ikke brukes" in wrong.text) == (422, True)
    client.fill_in(f"{ROOM}/fana/plan", {"places": "F1; Biblioteket; 70\nF2; Sykehjemmet; 20"})
    page = client.get(f"{ROOM}/fana/plan").text
    assert "Forhåndsstemmer, ordinære, Biblioteket" in page
    assert "Telles samlet: Sykehjemmet." in page


def test_the_officer_takes_a_unit_out_of_the_plan(client: Browser, sign_in: SignIn, session: Session) -> None:
    sign_in(Role.ELECTION_OFFICER)
    client.send(f"{ROOM}/fana/1-VB-/utgar", {"reason": "Ingen beredskapskonvolutter."})
    assert "1-VB-" not in [str(each.key) for each in units_of(session, fana(session))]


@pytest.mark.rule("R-130")
def test_the_officer_begins_the_count(client: Browser, sign_in: SignIn, session: Session) -> None:
    with transaction() as writing:
        writing.scalars(select(ElectionRow)).one().state = ElectionState.LISTS_DECIDED
    sign_in(Role.ELECTION_OFFICER)
    client.send(ROOM)
    assert fana(session).election.state == ElectionState.COUNTING
    assert "Opptellingen er begynt." in client.get(ROOM).text


@pytest.mark.rule("R-138")
def test_the_board_decides_doubtful_ballots_one_by_one(client: Browser, sign_in: SignIn, session: Session) -> None:
    with transaction() as writing:
        count_unit(writing, a_unit(writing, fana(writing), "1-VO-0801"), A=40, B=30, C=20, doubtful=1)
    sign_in(Role.ELECTORAL_BOARD)
    page = f"{ROOM}/fana/tvilsomme"
    told = client.send(page, {"pile": "VO-0801", "outcome": "for_list", "list_code": "", "reason": "Leselig."})
    assert (told.status_code, "Velg listen seddelen gjelder" in told.text) == (422, True)
    client.send(page, {"pile": "VO-0801", "outcome": "for_list", "list_code": "A", "reason": "Leselig."})
    row = session.scalars(select(DoubtfulBallotRow)).one()
    client.send(f"{page}/{row.id}/angre", {"reason": "Feil seddel."})
    assert "Feil seddel." in client.get(page).text


@pytest.mark.rule("R-96")
def test_the_board_records_votes_refused_by_ground(client: Browser, sign_in: SignIn, session: Session) -> None:
    sign_in(Role.ELECTORAL_BOARD)
    page = f"{ROOM}/fana/stemmegivninger"
    told = client.fill_in(page, {"advance-SG-7": "-1"})
    assert told.status_code == 422
    assert client.fill_in(page, {"advance-SG-7": "4"}).status_code == 303
    assert refused_votes(session, fana(session).id)[VoteKind.ADVANCE, RefusalGround.TOO_LATE] == 4
    assert client.fill_in(page, {"advance-SG-7": "5"}).status_code == 303
    assert refused_votes(session, fana(session).id)[VoteKind.ADVANCE, RefusalGround.TOO_LATE] == 5


@pytest.mark.rule("R-107")
def test_ballots_of_other_districts_are_sent_and_counted_in_by_another(
    client: Browser, sign_in: SignIn, session: Session
) -> None:
    sign_in(Role.COUNT_CLERK)
    page = "/admin/valg/2023/overleveringer"
    fields = {"from_contest": "fana", "unit": "VO-0801", "to_contest": "asane", "sent": "12"}
    assert client.send(page, fields).status_code == 303
    number = session.scalars(select(HandOverRow.id)).one()
    client.send(f"{page}/{number}/mottatt", {"received": "12", "remark": ""})
    assert "En annen enn den som sendte" in client.get(page).text
    with transaction() as writing:
        contests = {each.code: each for each in writing.scalars(select(ContestRow))}
        hand_over(writing, contests["asane"], contests["fana"], (Category.VO, "0801"), 3, by=OLA, at=AT)
    number = session.scalars(select(HandOverRow.id).order_by(HandOverRow.id.desc())).first() or 0
    client.send(f"{page}/{number}/mottatt", {"received": "3", "remark": ""})
    rows = session.scalars(select(HandOverRow).order_by(HandOverRow.id)).all()
    assert [(each.sent, each.received) for each in rows] == [(12, None), (3, 3)]


@pytest.mark.rule("R-139")
def test_the_reconciliation_is_green_when_all_is_approved(client: Browser, sign_in: SignIn, session: Session) -> None:
    sign_in(Role.ELECTORAL_BOARD)
    assert "14 enheter er ikke godkjent" in client.get(f"{ROOM}/fana/avstemming").text
    with transaction() as writing:
        contest = fana(writing)
        for unit in units_of(writing, contest):
            figures = {"A": 40, "B": 30, "C": 20} if unit.key.place == "0801" else {"A": 0}
            count_unit(writing, a_unit(writing, contest, str(unit.key)), "Kontrollert.", **figures)
    page = client.get(f"{ROOM}/fana/avstemming").text
    assert "Valgstyret kan underskrive." in page


@pytest.mark.rule("R-140")
def test_the_halls_screen_shows_what_is_left_and_no_figure(client: Browser, session: Session) -> None:
    with transaction() as writing:
        count_unit(writing, a_unit(writing, fana(writing), "1-VO-0801"), A=4711, B=3822, C=2933)
        typed = paper(fana(writing), A=4712)
        save_entry(writing, a_unit(writing, fana(writing), "1-FO-"), typed, "", turn=1, seen=0, by=KARI, at=AT)
    page = client.get("/valg/2023/tellesal").text
    assert "venter på andre føring" in page
    assert not re.search(r"4.?71[12]|3.?822|2.?933|11.?466", page)
    assert KARI.name not in page
    assert BOARD.name not in page
    with transaction() as writing:
        writing.scalars(select(ElectionRow)).one().state = ElectionState.SETTLED
    assert client.get("/valg/2023/tellesal").status_code == 404


def test_the_board_of_units_tells_what_differs(client: Browser, sign_in: SignIn, session: Session) -> None:
    typed_by_kari(session, A=40, B=30, C=20)
    with transaction() as writing:
        row = a_unit(writing, fana(writing), "1-VO-0801")
        save_entry(writing, row, paper(row.contest, A=40, B=33, C=20), "", turn=2, seen=0, by=OLA, at=AT)
    sign_in(Role.AUDITOR)
    assert "ulikt på 4 linjer" in client.get(f"{ROOM}/fana").text
    assert "1 er ulik" in client.get(ROOM).text
    assert counted(session, fana(session)) == {}


def test_a_reopened_unit_is_typed_from_nothing(client: Browser, sign_in: SignIn, session: Session) -> None:
    with transaction() as writing:
        count_unit(writing, a_unit(writing, fana(writing), "1-VO-0801"), A=4711, B=30, C=20)
        reopen_unit(writing, fana(writing), key_of("1-VO-0801"), "Talt feil.", by=BOARD, at=AT)
    sign_in(Role.COUNT_CLERK)
    assert "4711" not in client.get(f"{VO}/for").text
