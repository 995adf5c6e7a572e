"""The room for changed ballots without a script: two clerks, a difference, the board; and all that is refused."""

from typing import Protocol

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.audit.services import Actor
from app.auth.domain.roles import Grant, Role
from app.auth.models import Account
from app.auth.queries import active_person
from app.core.clock import now
from app.core.database import transaction
from app.elections.changed_ballots.models import BallotSample, TypedBatch, TypedEntry
from app.elections.changed_ballots.services.batches import approve_batch
from app.elections.domain.settlement import settle
from app.elections.domain.typed_batches import BatchState
from app.elections.models import CountLineRow, ElectionRow
from app.elections.queries import changed_ballots
from tests.accounts import an_account
from tests.browser import SITE, Browser, filled_in, form_with
from tests.builders import RULES_2002, a_contest, a_tally
from tests.elections import settle_contest
from tests.page_check import parse
from tests.typed_ballots import (
    AT,
    BOARD,
    KARI,
    OLA,
    a_batch,
    a_counted_election,
    an_approved_batch,
    contest_of,
    type_in,
)

BERIT = Actor("berit.moe@bergen.example")
ROOM = "/admin/bunker/2023"


@pytest.fixture
def people(session: Session) -> None:
    """Two clerks and one of the board, and Fana counted."""
    with transaction() as writing:
        a_counted_election(writing)
        for actor, role in ((KARI, Role.COUNT_CLERK), (OLA, Role.COUNT_CLERK), (BOARD, Role.ELECTORAL_BOARD)):
            an_account(writing, grants=[Grant(role)], address=actor.name, name=actor.name.partition("@")[0])


class Desk(Protocol):
    """``as_(KARI)``: the browser is hers from then on."""

    def __call__(self, actor: Actor) -> Browser: ...


@pytest.fixture
def as_(client: Browser, session: Session, people: None) -> Desk:
    def sign_in(actor: Actor) -> Browser:
        account = session.scalars(select(Account).where(Account.address == actor.name)).one()
        person = active_person(session, account.id)
        assert person is not None
        client.begin_session(person, now())
        return client

    return sign_in


def the_election(session: Session) -> ElectionRow:
    return session.scalars(select(ElectionRow)).one()


def the_batch(session: Session) -> TypedBatch:
    session.expire_all()
    return session.scalars(select(TypedBatch)).one()


def lines(*typed: str, act: str = "finish", list_code: str = "A") -> dict[str, str]:
    """What a clerk types into the grid, and the button pressed."""
    return {"list_code": list_code, "act": act} | {f"line-{at}": line for at, line in enumerate(typed, start=1)}


def bundle(ballots: int, session: Session) -> str:
    """A registered bundle; its address."""
    with transaction() as writing:
        return f"{ROOM}/{a_batch(writing, the_election(writing), ballots).id}"


@pytest.mark.rule("R-115")
def test_a_bundle_goes_from_registration_to_approval_through_the_pages(as_: Desk, session: Session) -> None:
    """Kari types 4 where Ola types 7 on ballot 2; the paper says 7."""
    there = as_(KARI).fill_in(ROOM, {"contest": "fana", "list_code": "a", "ballots": "2"}).location
    assert as_(KARI).fill_in(f"{there}/tast", lines("1 b2", "4")).location == there
    assert "Venter på andre inntasting" in as_(OLA).get(there).text
    assert as_(OLA).fill_in(f"{there}/tast", lines("1 B2", "7")).location == there
    page = as_(OLA).get(f"{there}/sammenlign").text
    assert "Seddel 2" in page
    assert "Seddel 1" not in page
    assert as_(OLA).fill_in(f"{there}/sammenlign", {"choice-2": "second"}).location == there
    assert as_(BOARD).send(f"{there}/godkjenn").location == there
    assert list(changed_ballots(session, the_batch(session).contest_id)) == [
        ("001", "001", "A", "1", "B:2"),
        ("001", "002", "A", "7", ""),
    ]
    assert "Godkjent" in as_(KARI).get(there).text


@pytest.mark.rule("R-115")
def test_the_second_clerk_sees_nothing_of_the_first_entry_before_handing_in(as_: Desk, session: Session) -> None:
    """Not on the bundle's page, nor in the grid, nor in the overview."""
    there = bundle(2, session)
    as_(KARI).fill_in(f"{there}/tast", lines("3 C5", "6 ?"))
    for address in (ROOM, there, f"{there}/tast"):
        page = as_(OLA).get(address).text
        assert "3 C5" not in page
        assert "Rolf Aas" not in page.partition("<form id=")[0]
    assert 'value="6 ?"' not in as_(OLA).get(f"{there}/tast").text
    assert as_(KARI).get(f"{there}/tast").location == there
    assert "En annen må taste bunken den andre gangen" in as_(KARI).get(there).text


@pytest.mark.rule("R-115")
def test_clerks_who_control_their_own_entry_are_refused(as_: Desk, session: Session) -> None:
    there = bundle(1, session)
    as_(KARI).fill_in(f"{there}/tast", lines("1"))
    sent = {"round": "1", "turn": "2", "seen": "0"} | lines("1")
    answer = as_(KARI).send(f"{there}/tast", sent)
    assert answer.status_code == 422
    assert "En annen må gjøre kontrollen" in answer.text
    assert the_batch(session).state is BatchState.ENTERED_ONCE


def test_what_each_line_says_stands_beside_it_with_reasons(as_: Desk, session: Session) -> None:
    there = bundle(4, session)
    as_(KARI).fill_in(f"{there}/tast", lines("1 1 B2", "B1 A3", "Kari", "-", act="save"))
    page = as_(KARI).get(f"{there}/tast").text
    for said in (
        "1 Kari Nordmann – teller ikke: krysset to ganger",
        "B2 Liv Ås",
        "B1 Bo Strand – teller ikke: ikke valgbar",
        "A3 Per Lie – teller ikke: står på egen liste",
        "«Kari» kan være A1 Kari Nordmann og B3 Kari Nordheim. Skriv mer av navnet",
        "Ingen endring på seddelen",
        "3 av 4 sedler er tastet.",
    ):
        assert said in page, said


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        pytest.param("17", "«17»: liste A har nummer 1 til 7", id="no such number"),
        pytest.param("Q3", "«Q3»: ingen liste heter Q. Listene er A, B og C", id="no such list"),
        pytest.param("4o", "«4o» er ikke et nummer og ikke en kandidat", id="a letter in a number"),
        pytest.param("-4", "«-4» er ikke et nummer og ikke en kandidat", id="below zero"),
        pytest.param("<b>Nils</b>", "Ingen på listene heter «&lt;b&gt;Nils&lt;/b&gt;»", id="nobody"),
        pytest.param("", "Disse sedlene er ikke tastet ferdig: 1.", id="nothing"),
    ],
)
def test_what_cannot_be_used_is_told_and_kept_and_not_handed_in(
    as_: Desk, session: Session, typed: str, told: str
) -> None:
    there = bundle(2, session)
    answer = as_(KARI).fill_in(f"{there}/tast", lines(typed, "2"))
    assert answer.status_code == 422
    assert told in answer.text
    assert "Disse sedlene er ikke tastet ferdig: 1." in answer.text
    assert the_batch(session).state is BatchState.REGISTERED
    assert 'value="2"' in as_(KARI).get(f"{there}/tast").text


def test_another_list_in_hand_than_the_sheet_says_is_told_at_once(as_: Desk, session: Session) -> None:
    there = bundle(1, session)
    answer = as_(KARI).fill_in(f"{there}/tast", lines("1", list_code="B"))
    assert answer.status_code == 422
    assert "har sedler fra liste A ifølge arket, men du har skrevet liste «B»" in answer.text
    assert session.scalars(select(TypedEntry)).all() == []


def test_the_list_is_named_before_a_bundle_is_handed_in_and_only_once(as_: Desk, session: Session) -> None:
    there = bundle(1, session)
    answer = as_(KARI).fill_in(f"{there}/tast", lines("1", list_code=" "))
    assert answer.status_code == 422
    assert "Skriv listens kode." in answer.text
    as_(KARI).fill_in(f"{there}/tast", lines("1", act="save"))
    assert as_(KARI).fill_in(f"{there}/tast", {"act": "finish", "line-1": "1"}).location == there


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        pytest.param({"line-1": ["1", "2"]}, "Seddel 1 står to ganger", id="the same ballot twice"),
        pytest.param(
            {"line-3": ["1"]}, "Det ble sendt en linje for seddel 3, men bunken har 2", id="a ballot too many"
        ),
        pytest.param({"line-0": ["1"]}, "Det ble sendt en linje for seddel 0", id="a ballot before the first"),
    ],
)
def test_a_grid_that_cannot_be_is_refused_and_nothing_is_stored(
    as_: Desk, session: Session, changed: dict[str, list[str]], told: str
) -> None:
    there = bundle(2, session)
    kari = as_(KARI)
    page = parse(kari.get(f"{there}/tast").text)
    sent = filled_in(form_with(page, {"line-1"})) | lines("1", "2")
    data: dict[str, list[str]] = {name: [value] for name, value in sent.items()} | changed
    answer = kari.post(f"{there}/tast", data=data, headers={"Referer": f"{SITE}{there}"})
    assert answer.status_code == 422
    assert told in answer.text
    assert session.scalars(select(TypedEntry)).all() == []


@pytest.mark.rule("R-115")
def test_two_clerks_who_save_the_same_bundle_get_both_versions_and_nothing_is_overwritten(
    as_: Desk, session: Session
) -> None:
    """Both opened the empty bundle. Ola is shown both and takes his own; then Kari's next save is answered so too."""
    there = bundle(2, session)
    empty = {"round": "1", "turn": "1", "seen": "0"}
    assert as_(KARI).send(f"{there}/tast", empty | lines("1", "2 C4", act="save")).status_code == 303
    answer = as_(OLA).send(f"{there}/tast", empty | lines("1", "5", act="save"))
    assert answer.status_code == 409
    assert "2 C4" in answer.text
    assert "C4 Mari Tveit" in answer.text
    assert "kari.traa@bergen.example har lagret noe i bunken som du ikke hadde sett" in answer.text
    form = form_with(parse(answer.text), {"line-1"})
    assert session.scalars(select(TypedEntry)).one().lines == "1\n2 C4"
    mine = filled_in(form) | {"act": "save"}
    assert as_(OLA).send(f"{there}/tast", mine).status_code == 303
    session.expire_all()
    entry = session.scalars(select(TypedEntry)).one()
    assert (entry.lines, entry.typed_by) == ("1\n5", OLA.name)
    late = {"round": "1", "turn": "1", "seen": "1"} | lines("1", "2 C4", act="save")
    assert as_(KARI).send(f"{there}/tast", late).status_code == 409


def test_a_page_that_saves_by_itself_is_answered_shortly(as_: Desk, session: Session) -> None:
    there = bundle(1, session)
    empty = {"round": "1", "turn": "1", "seen": "0"}
    assert as_(KARI).send(f"{there}/tast", empty | lines("1", act="autosave")).get_json() == {"edit": 1}
    conflict = as_(KARI).send(f"{there}/tast", empty | lines("2", act="autosave"))
    assert (conflict.status_code, conflict.get_json()) == (409, {"typed_by": KARI.name})
    wrong = as_(KARI).send(f"{there}/tast", empty | lines("2", act="autosave", list_code="C"))
    assert wrong.status_code == 422


def test_a_clerk_takes_over_where_another_left_off(as_: Desk, session: Session) -> None:
    there = bundle(2, session)
    as_(KARI).fill_in(f"{there}/tast", lines("1 2 3", "", act="save"))
    assert "holder på med denne bunken" in as_(OLA).get(there).text
    assert as_(OLA).send(f"{there}/overta").location == f"{there}/tast"
    assert 'value="1 2 3"' in as_(OLA).get(f"{there}/tast").text
    assert as_(OLA).fill_in(f"{there}/tast", lines("1 2 3", "-")).location == there


def test_a_ballot_more_than_the_sheet_says_gets_a_line(as_: Desk, session: Session) -> None:
    there = bundle(1, session)
    assert as_(KARI).fill_in(f"{there}/tast", lines("1", act="more")).location == f"{there}/tast"
    page = as_(KARI).get(f"{there}/tast").text
    assert 'name="line-2"' in page
    assert 'name="line-3"' not in page


@pytest.mark.rule("R-115")
def test_the_board_opens_a_bundle_again_with_a_reason_until_the_contest_is_settled(as_: Desk, session: Session) -> None:
    with transaction() as writing:
        there = f"{ROOM}/{an_approved_batch(writing, the_election(writing)).id}"
    assert as_(BOARD).fill_in(there, {"reason": " "}).status_code == 422
    assert as_(BOARD).fill_in(there, {"reason": "Feil liste"}).location == there
    assert "Feil liste" in as_(KARI).get(there).text
    with transaction() as writing:
        outcome = settle(a_contest(), RULES_2002, a_tally(a_contest(), {"A": 60, "B": 40, "C": 20}))
        settle_contest(writing, contest_of(the_election(writing)), outcome)
    assert "Tast første gang" not in as_(KARI).get(there).text
    assert "Valgoppgjøret for fana er gjort" in as_(BOARD).send(f"{there}/gjenapne", {"reason": "Nei"}).text


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        pytest.param({"list_code": "Q", "ballots": "3"}, "ingen liste «Q»", id="no such list"),
        pytest.param({"list_code": "C", "ballots": "21"}, "den endelige opptellingen har bare 20", id="too many"),
        pytest.param(
            {"list_code": "A", "ballots": "201"}, "En bunke har fra 1 til 200 sedler.", id="a bundle too large"
        ),
        pytest.param({"list_code": "A", "ballots": "-3"}, "En bunke har fra 1 til 200 sedler.", id="below zero"),
        pytest.param({"list_code": "A", "ballots": "ti"}, "Skriv et helt tall", id="letters where a number belongs"),
    ],
)
def test_a_bundle_that_cannot_be_is_not_registered(
    as_: Desk, session: Session, fields: dict[str, str], told: str
) -> None:
    answer = as_(KARI).fill_in(ROOM, {"contest": "fana", **fields})
    assert answer.status_code == 422
    assert told in answer.text
    assert session.scalars(select(TypedBatch)).all() == []


def test_a_bundle_is_withdrawn_and_a_wrong_step_is_told(as_: Desk, session: Session) -> None:
    there = bundle(1, session)
    assert as_(KARI).send(f"{there}/trekk").location == ROOM
    answer = as_(KARI).send(f"{there}/trekk")
    assert answer.status_code == 422
    assert "Bunken kan ikke gå fra «Trukket» til «Trukket»." in answer.text
    assert as_(KARI).send(f"{there}/overta").status_code == 422
    assert as_(BOARD).send(f"{there}/godkjenn").status_code == 422


def test_bundles_are_found_from_the_menu_when_ballots_are_counted(as_: Desk, session: Session) -> None:
    assert f'href="{ROOM}"' in as_(KARI).get("/admin/bunker").text
    with transaction() as writing:
        the_election(writing).state = "draft"
    assert "Ingen stemmesedler telles nå" in as_(KARI).get("/admin/bunker").text


def test_the_overview_adds_up_changed_and_unchanged_for_each_list(as_: Desk, session: Session) -> None:
    """A: 60 counted, 3 approved, 2 waiting, so 55 unchanged. With 4 counted there are too many."""
    with transaction() as writing:
        election = the_election(writing)
        an_approved_batch(writing, election)
        a_batch(writing, election, 2)
    assert '<td class="number">55</td>' in as_(KARI).get(ROOM).text
    with transaction() as writing:
        contest = contest_of(the_election(writing))
        writing.get_one(CountLineRow, (contest.id, 2, "VO", "", "list:A")).number = 4
    assert "for mange endrede" in as_(KARI).get(ROOM).text


@pytest.mark.rule("R-115")
def test_a_sample_is_drawn_by_the_board_and_recorded_by_another(as_: Desk, session: Session) -> None:
    with transaction() as writing:
        election = the_election(writing)
        an_approved_batch(writing, election)
        type_in(writing, a_batch(writing, election, 1), ["1"], OLA)
        an_account(writing, grants=[Grant(Role.COUNT_CLERK)], address=BERIT.name, name="Berit")
    here = "/admin/bunker/2023/stikkprover/fana"
    assert "Igjen: 002." in as_(BOARD).get(here).text
    assert as_(BOARD).send(here, {"seed": "1234567890", "size": "2", "witnesses": "Alle"}).status_code == 422
    with transaction() as writing:
        open_one = writing.scalars(select(TypedBatch).where(TypedBatch.code == "002")).one()
        type_in(writing, open_one, ["1"], KARI)
        approve_batch(writing, open_one, by=BOARD, at=AT)
    assert as_(BOARD).fill_in(here, {"seed": "12", "size": "2", "witnesses": "Alle"}).status_code == 422
    sample = as_(BOARD).fill_in(here, {"seed": "3141592653", "size": "2", "witnesses": "Alle"}).location
    rows = as_(BERIT).get(f"{sample}.csv").text.splitlines()
    assert (rows[0], len(rows)) == ("contest,batch,ballot,list,marks,write_ins", 3)
    assert as_(BERIT).get(f"{sample}-nb.pdf").data.startswith(b"%PDF")
    assert as_(KARI).fill_in(sample, {"difference-1": ""}).status_code == 303
    assert "En annen må gjøre kontrollen" in as_(KARI).send(sample, {"found-1": "agrees"}).text
    assert "Skriv hvorfor" in as_(BERIT).send(sample, {"found-1": "differs"}).text
    found = {"found-1": "differs", "difference-1": "Kryss ved 6", "found-2": "agrees"}
    assert as_(BERIT).send(sample, found).location == sample
    page = as_(BOARD).get(sample).text
    assert "1 seddel er ikke lagret slik papiret er" in page
    session.expire_all()
    assert [each.agrees for each in session.scalars(select(BallotSample)).one().ballots] == [False, True]


def test_what_is_not_there_is_not_found(as_: Desk) -> None:
    for address in (f"{ROOM}/99", "/admin/bunker/2023/stikkprover/fana/9", "/admin/bunker/2023/stikkprover/arna"):
        assert as_(KARI).get(address).status_code == 404
