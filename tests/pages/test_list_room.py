"""The list room: from paper to decision without a script, bad input told in plain words, and nothing typed is lost."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.datastructures import FileStorage
from werkzeug.test import TestResponse, encode_multipart

from app.auth.domain.roles import Role
from app.core.database import transaction
from app.elections.domain.list_proposal import Answer, ProposerKind
from app.elections.domain.list_proposal_states import ListProposalState
from app.elections.lists.deadlines import list_deadlines
from app.elections.lists.models import ListProposalRow
from app.elections.models import CandidateListRow, ElectionRow
from tests.browser import Browser
from tests.conftest import SignIn
from tests.list_proposals import a_draft, an_open_election, office_done, ready, received, typed
from tests.pages.reading import page_words

ROOM = "/admin/valg/2027/lister"
CANDIDATES = "\n".join(f"{n};Kandidat{n};Fana;2.1.1980;;;;{'x' if n < 3 else ''}" for n in range(1, 8))
SIGNERS = "Navn\tFødselsdato\tAdresse\tStyremedlem\nKari Lie\t3.4.1970\tStorgata 1\tx\nOla Vik\t4.4.1970\tStorgata 2\tx"


@pytest.fixture
def officer(client: Browser, sign_in: SignIn, session: Session) -> Browser:
    """An election officer, and an election open for lists in Fana and Arna."""
    with transaction() as writing:
        an_open_election(writing, {"fana": 15, "arna": 13})
    sign_in(Role.ELECTION_OFFICER)
    return client


def the_election(session: Session) -> ElectionRow:
    return session.scalars(select(ElectionRow)).one()


def the_list(session: Session) -> ListProposalRow:
    session.expire_all()
    return session.scalars(select(ListProposalRow)).one()


def stored(session: Session, *, candidates: int = 7, done: bool = False) -> str:
    """A party's list that came in in time; its address."""
    with transaction() as writing:
        row = received(writing, a_draft(writing, the_election(writing), candidates=typed(candidates)))
        if done:
            office_done(writing, row)
        return f"{ROOM}/{row.id}"


@pytest.mark.rule("R-66")
def test_a_list_goes_from_paper_to_approval_through_the_pages(
    officer: Browser, session: Session, sign_in: SignIn
) -> None:
    heading = {"contest": "fana", "heading": "Høyre", "kind": "registered_party", "code": "H"}
    there = officer.fill_in(f"{ROOM}/ny", heading).location
    assert there.endswith("/kandidater")
    show = there.removesuffix("/kandidater")
    assert officer.fill_in(there, {"lim-text": CANDIDATES}).location == there
    assert officer.fill_in(f"{show}/underskrifter", {"lim-text": SIGNERS}).status_code == 303
    row = the_list(session)
    signers = {f"entitled-{each.id}": "yes" for each in row.signers} | {f"board-{each.id}": "x" for each in row.signers}
    assert officer.fill_in(f"{show}/underskrifter", signers).status_code == 303
    assert officer.fill_in(show, {"mottak-day": "2024-11-20", "mottak-clock": "11:58:30"}).location == show
    assert "20. november 2024, 11:58:30" in officer.get(show).text
    assert officer.fill_in(f"{show}/kontroll", {"rest": "y", "source": "folkeregisteret"}).status_code == 303
    assert officer.fill_in(f"{show}/beskjed", {"told": "y"}).status_code == 303
    assert "Ingenting er funnet galt ved listen." in officer.get(show).text
    assert officer.get(f"{show}/vedtak").status_code == 403
    sign_in(Role.ELECTORAL_BOARD)
    assert officer.fill_in(f"{show}/vedtak", {"outcome": "approve", "case_number": "2027/12"}).location == show
    frozen = session.scalars(select(CandidateListRow)).one()
    assert (frozen.code, len(frozen.candidates), frozen.candidates[1].bonus) == ("H", 7, True)
    assert "2027/12" in officer.get(show).text


def test_the_overview_says_how_far_each_list_has_come_and_what_is_missing(officer: Browser, session: Session) -> None:
    page = officer.get(ROOM).text
    assert "31. mars 2027, 12:00" in page
    assert "Ingen lister er skrevet inn." in page
    stored(session, candidates=6)
    with transaction() as writing:
        ready(writing, the_election(writing), "Høyre", "H", contest="arna")
    page = officer.get(ROOM).text
    assert "A: Arbeiderpartiet" in page
    assert "15. mars 2027, 10:30:12" in page
    for told in ("1 mangel", "4 kontroller", "Klar til vedtak"):
        assert told in page


@pytest.mark.rule("R-55")
@pytest.mark.parametrize(("number", "told"), [(6, "for få kandidater: 6"), (22, "for mange kandidater: 22")])
def test_six_or_seats_plus_seven_candidates_are_told_with_the_rule(
    officer: Browser, session: Session, number: int, told: str
) -> None:
    page = officer.get(stored(session, candidates=number, done=True)).text
    assert told in page
    assert "(R-55)" in page
    assert len(the_list(session).candidates) == number


@pytest.mark.parametrize(
    ("changed", "told", "rule"),
    [
        pytest.param({"position": {3: "9"}}, "ingen står på plass 3, 8", "R-55", id="gap in the order"),
        pytest.param({"bonus": (1, 3)}, "samlet øverst, fra plass 1", "R-56", id="bonus not contiguous"),
        pytest.param({"bonus": (1, 2, 3, 4, 5)}, "kan høyst 4 få det", "R-56", id="too many bonus"),
    ],
)
@pytest.mark.rule("R-56")
def test_bad_order_and_bonus_are_saved_and_told_each_with_its_rule(
    officer: Browser, session: Session, changed: dict[str, object], told: str, rule: str
) -> None:
    show = stored(session, done=True)
    rows = the_list(session).candidates
    positions = changed.get("position", {})
    bonus = changed.get("bonus", ())
    assert isinstance(positions, dict)
    assert isinstance(bonus, tuple)
    fields = {f"position-{rows[n - 1].id}": value for n, value in positions.items()}
    fields |= {f"bonus-{rows[n - 1].id}": "x" for n in bonus}
    fields |= {f"first_name-{rows[0].id}": rows[0].first_name}
    assert officer.fill_in(f"{show}/kandidater", fields).status_code == 303
    page = officer.get(show).text
    assert told in page
    assert f"({rule})" in page


@pytest.mark.rule("R-50")
def test_a_late_list_is_told_with_the_rule_and_kept(officer: Browser, session: Session) -> None:
    """The election of 2027 closed long before a list that the page says came in on the day after."""
    with transaction() as writing:
        row = a_draft(writing, the_election(writing))
        late = received(writing, row, list_deadlines(row.contest).closes_at + timedelta(seconds=1))
        show = f"{ROOM}/{late.id}"
    page = officer.get(show).text
    assert "Listen kom 31. mars 2027, 12:00, 1 sekund for sent" in page
    assert "(R-50)" in page


@pytest.mark.rule("R-51")
def test_two_lists_of_one_party_missing_signatures_and_a_name_on_two_lists_are_told(
    officer: Browser, session: Session
) -> None:
    first = stored(session, done=True)
    with transaction() as writing:
        election = the_election(writing)
        second = a_draft(writing, election, "Arbeidarpartiet", "A2", candidates=typed(7), signers=[])
        third = a_draft(writing, election, "Grendelisten vest", "G", kind=ProposerKind.GROUP, signers=[])
        numbers = second.id, third.id
    page = officer.get(first).text
    assert "Et parti kan stille én liste i hver bydel" in page
    assert "(R-51)" in page
    assert "Kandidat1 Fana (plass 1) står også på «Arbeidarpartiet»" in page
    assert "(R-63)" in page
    assert "underskrevet av 0 styremedlemmer i lokallaget og trenger 2" in officer.get(f"{ROOM}/{numbers[0]}").text
    page = officer.get(f"{ROOM}/{numbers[1]}").text
    assert "Listen har 0 underskrifter som teller, og trenger 15" in page
    assert "(R-57)" in page


def test_what_cannot_be_used_in_the_grid_is_told_by_the_cell_and_nothing_typed_is_lost(
    officer: Browser, session: Session
) -> None:
    show = stored(session)
    first = the_list(session).candidates[0].id
    typed_cells = {f"birth_year-{first}": "attisyv", f"first_name-{first}": "Nytt", "first_name-ny1": "Halvferdig"}
    refused = officer.fill_in(f"{show}/kandidater", typed_cells)
    assert refused.status_code == 422
    for kept in ("Skriv et årstall med fire sifre.", 'value="attisyv"', 'value="Nytt"', 'value="Halvferdig"'):
        assert kept in refused.text
    assert the_list(session).candidates[0].first_name == "Kandidat1"


def test_two_officers_who_save_at_once_lose_nothing(officer: Browser, session: Session) -> None:
    show = stored(session)
    first = the_list(session).candidates[0].id
    assert officer.fill_in(f"{show}/kandidater", {f"first_name-{first}": "Første"}).status_code == 303
    stale = {"seen": "1", f"first_name-{first}": "Andre"}
    refused = officer.fill_in(f"{show}/kandidater", stale)
    assert refused.status_code == 422
    assert "Noen andre har lagret endringer" in refused.text
    assert 'value="Andre"' in refused.text
    assert the_list(session).candidates[0].first_name == "Første"


def test_a_button_moves_a_candidate_and_the_page_comes_back_to_the_row(officer: Browser, session: Session) -> None:
    show = stored(session)
    third = the_list(session).candidates[2].id
    answer = officer.fill_in(f"{show}/kandidater", {"act": f"up:{third}"})
    assert answer.location == f"{show}/kandidater#rad-2"
    assert [each.first_name for each in the_list(session).candidates][:3] == ["Kandidat1", "Kandidat3", "Kandidat2"]


def test_a_row_is_taken_off_and_an_empty_row_becomes_a_candidate(officer: Browser, session: Session) -> None:
    show = stored(session)
    rows = the_list(session).candidates
    fields = {f"out-{rows[6].id}": "x", "first_name-ny1": "Ny", "last_name-ny1": "Navnesen", "position-ny1": "7"}
    assert officer.fill_in(f"{show}/kandidater", fields).status_code == 303
    assert [each.first_name for each in the_list(session).candidates][5:] == ["Kandidat6", "Ny"]


@pytest.mark.parametrize(
    ("pasted", "told"),
    [
        ("Kari", "Linje 1 kan ikke brukes: «Kari»"),
        ("Kari;Lie;1980\nOla;Vik;attiåtte", "Linje 2 kan ikke brukes: «Ola;Vik;attiåtte»"),
        ("", "Linje 1 kan ikke brukes"),
    ],
)
def test_lines_that_cannot_be_used_are_told_by_number_and_stay_in_the_field(
    officer: Browser, session: Session, pasted: str, told: str
) -> None:
    refused = officer.fill_in(f"{stored(session)}/kandidater", {"lim-text": pasted})
    assert refused.status_code == 422
    assert told in refused.text
    assert pasted.splitlines()[:1] == [] or pasted.splitlines()[0] in refused.text
    assert len(the_list(session).candidates) == 7


def test_candidates_come_from_a_csv_file(officer: Browser, session: Session) -> None:
    show = stored(session, candidates=6)
    page = officer.get(f"{show}/kandidater").text
    token = page.partition('name="csrf_token" value="')[2].partition('"')[0]
    for content, status in (("Fornavn;Etternavn;Fødselsår\nÅse;Ødegård;1975\n".encode(), 303), (b"PK\x03\x04", 422)):
        sent = officer.post(
            f"{show}/kandidater/lim-inn",
            data={
                "csrf_token": token,
                "lim-seen": str(the_list(session).edit),
                "lim-file": (BytesIO(content), "liste.csv"),
            },
            headers={"Referer": f"https://localhost{show}"},
            content_type="multipart/form-data",
        )
        assert sent.status_code == status
    last = the_list(session).candidates[-1]
    assert (last.position, last.first_name, last.last_name, last.birth_year) == (7, "Åse", "Ødegård", 1975)


def attach(officer: Browser, session: Session, show: str, content: bytes) -> TestResponse:
    """Hand in a paper called «erklæring.pdf»; the body is made here, since the client would leave a file open."""
    page = officer.get(f"{show}/kontroll").text
    fields = {
        "csrf_token": page.partition('name="csrf_token" value="')[2].partition('"')[0],
        "vedlegg-seen": str(the_list(session).edit),
        "vedlegg-description": "Erklæring fra nr. 3",
        "vedlegg-file": FileStorage(BytesIO(content), "erklæring.pdf"),
    }
    boundary, body = encode_multipart(fields)
    kind = f"multipart/form-data; boundary={boundary}"
    headers = {"Referer": f"https://localhost{show}"}
    return officer.post(f"{show}/vedlegg", data=body, headers=headers, content_type=kind)


@pytest.mark.rule("R-59")
@pytest.mark.parametrize("size", [40, 3_000_000], ids=["a page", "three megabytes"])
def test_a_paper_is_kept_and_given_back_byte_for_byte(officer: Browser, session: Session, size: int) -> None:
    show, content = stored(session), b"%PDF-1.7\n" + b"x" * size
    assert attach(officer, session, show, content).status_code == 303
    kept = the_list(session).attachments[0]
    answer = officer.get(f"{show}/vedlegg/{kept.id}")
    assert (answer.data, answer.mimetype) == (content, "application/octet-stream")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert officer.send(f"{show}/vedlegg", {"vedlegg-seen": "1"}).status_code == 422


@pytest.mark.rule("R-59")
@pytest.mark.parametrize(
    "content", [b"", b"<script>alert(1)</script>", b"MZ\x90\x00"], ids=["empty", "page", "program"]
)
def test_what_is_no_paper_is_refused_whatever_it_is_called(officer: Browser, session: Session, content: bytes) -> None:
    refused = attach(officer, session, stored(session), content)
    assert refused.status_code == 422
    assert "Bare PDF, JPEG, PNG og TIFF kan legges ved." in refused.text
    assert 'value="Erklæring fra nr. 3"' in refused.text
    assert the_list(session).attachments == []


def test_a_file_larger_than_the_limit_is_refused_and_other_pages_take_no_more_than_before(
    officer: Browser, session: Session, app: Flask
) -> None:
    app.config["LARGEST_FILE"] = 2_000_000
    show = stored(session)
    assert attach(officer, session, show, b"%PDF-" + b"x" * 2_100_000).status_code == 413
    assert officer.send(f"{show}/underskrifter/lim-inn", {"lim-text": "x" * 1_100_000}).status_code == 413


@pytest.mark.rule("R-62")
def test_defects_are_told_with_letter_and_text_and_the_correction_is_received(
    officer: Browser, session: Session
) -> None:
    show = stored(session, candidates=6, done=True)
    page = officer.get(f"{show}/mangler").text
    assert "1. Listen har for få kandidater: 6, og må ha minst 7. Sett på flere. (R-55)" in page
    assert officer.get(f"{show}/brev-nn.pdf").data.startswith(b"%PDF")
    assert officer.fill_in(f"{show}/mangler", {"respond_by": "2027-04-13"}).location == show
    page = officer.get(show).text
    assert "Mangler er meldt" in page
    assert "frist 13. april 2027" in page
    assert officer.fill_in(f"{show}/kandidater", {"lim-text": "Ny;Navnesen;1.1.1990"}).status_code == 303
    assert officer.fill_in(show, {"rettet-day": "2024-11-21", "rettet-clock": "09.15.00"}).location == show
    assert the_list(session).state is ListProposalState.CORRECTED
    page = officer.get(f"{show}/versjoner").text
    for told in ("slik den kom inn", "rettet av forslagsstillerne", "Versjon 1", "Versjon 2", "Ny Navnesen"):
        assert told in page


@pytest.mark.rule("R-42")
def test_a_candidate_declines_and_is_struck_with_the_consequences_shown(officer: Browser, session: Session) -> None:
    show = stored(session, candidates=8, done=True)
    assert officer.get(f"{show}/kandidatbrev-nb.pdf?frist=2027-04-20").data.startswith(b"%PDF")
    assert "innen 20. april 2027" in officer.get(f"{show}/beskjed?frist=2027-04-20").text
    reply = {"svar-position": "3", "svar-reply": "declined", "svar-replied_on": "2027-04-05"}
    assert officer.fill_in(f"{show}/beskjed", reply).status_code == 303
    assert "Kandidat3 Fana (plass 3) har takket nei og må strykes." in officer.get(show).text
    page = officer.get(f"{show}/stryk?plass=3").text
    assert "Etter dette har listen 7 kandidater uten en ny" in page
    wrong = {"position": "3", "reason": "Takket nei", "how": "fill_place", "bonus_places": "0"}
    refused = officer.fill_in(f"{show}/stryk", wrong)
    assert (refused.status_code, "Skriv fornavn og etternavn på den nye kandidaten" in refused.text) == (422, True)
    assert officer.fill_in(f"{show}/stryk", wrong | {"how": "move_up"}).location == show
    assert [each.first_name for each in the_list(session).candidates][2] == "Kandidat4"


@pytest.mark.rule("R-64")
def test_a_withdrawal_is_received_and_decided(officer: Browser, session: Session, sign_in: SignIn) -> None:
    show = stored(session, done=True)
    asked = {"trukket-day": "2024-11-21", "trukket-clock": "09:15:00"}
    refused = officer.fill_in(show, asked)
    assert (refused.status_code, "Bare tillitsutvalget kan trekke en liste. (R-64)" in refused.text) == (422, True)
    assert officer.fill_in(show, asked | {"trukket-by_committee": "y"}).location == show
    sign_in(Role.ELECTORAL_BOARD)
    assert "Tillitsutvalget har bedt om å trekke listen" in officer.get(f"{show}/vedtak").text
    assert officer.fill_in(f"{show}/vedtak", {"outcome": "approve", "case_number": "2027/12"}).location == show
    assert the_list(session).state is ListProposalState.WITHDRAWN


@pytest.mark.rule("R-66")
def test_the_board_is_told_what_stands_in_the_way_and_must_give_reasons(
    officer: Browser, session: Session, sign_in: SignIn
) -> None:
    show = stored(session, candidates=6, done=True)
    sign_in(Role.ELECTORAL_BOARD)
    assert "Listen kan ikke godkjennes slik den står" in officer.get(f"{show}/vedtak").text
    refused = officer.fill_in(f"{show}/vedtak", {"outcome": "approve", "case_number": "2027/12"})
    assert (refused.status_code, "for få kandidater: 6" in refused.text) == (422, True)
    refused = officer.fill_in(f"{show}/vedtak", {"outcome": "reject", "case_number": "2027/12"})
    assert (refused.status_code, "skal også ha en begrunnelse. (R-66)" in refused.text) == (422, True)
    whole = {"outcome": "reject", "case_number": "2027/12", "reasons": "For få kandidater."}
    assert officer.fill_in(f"{show}/vedtak", whole).location == show
    assert the_list(session).state is ListProposalState.REJECTED


def test_a_draft_is_thrown_away_and_a_moment_must_be_to_the_second(officer: Browser, session: Session) -> None:
    with transaction() as writing:
        show = f"{ROOM}/{a_draft(writing, the_election(writing)).id}"
    refused = officer.fill_in(show, {"mottak-day": "2024-11-20", "mottak-clock": "11:58"})
    assert (refused.status_code, "Skriv time, minutt og sekund" in refused.text) == (422, True)
    refused = officer.fill_in(show, {"mottak-day": "2126-11-20", "mottak-clock": "11:58:00"})
    assert (refused.status_code, "Tidspunktet har ikke vært ennå" in refused.text) == (422, True)
    assert officer.fill_in(show, {"kast-seen": str(the_list(session).edit)}).location == ROOM
    assert session.scalars(select(ListProposalRow)).all() == []


def test_a_list_of_another_election_is_not_there(officer: Browser, session: Session) -> None:
    show = stored(session)
    assert officer.get(show.replace("2027", "2031")).status_code == 404
    assert officer.get(f"{ROOM}/999").status_code == 404
    assert officer.get(f"{show}/vedlegg/1").status_code == 404


def test_the_desk_leads_to_the_lists(officer: Browser) -> None:
    assert f'href="{ROOM}"' in officer.get("/admin").text


def test_the_auditor_reads_but_changes_nothing_and_sees_no_signers_names(
    officer: Browser, session: Session, sign_in: SignIn
) -> None:
    show = stored(session)
    sign_in(Role.AUDITOR)
    page = officer.get(show).text
    assert "Det du kan gjøre" in page
    assert f"{show}/kandidater" not in page
    assert officer.get(f"{show}/underskrifter").status_code == 403


@pytest.mark.rule("R-24")
def test_a_later_deadline_is_recorded_for_the_district_and_a_wrong_day_keeps_what_was_typed(
    officer: Browser, session: Session
) -> None:
    """An election in the past: its deadline was Friday 31 March 2023, and Sunday 30 April led to Tuesday 2 May."""
    with transaction() as writing:
        the_election(writing).election_day = date(2023, 9, 11)
    extended = {"until": "2023-05-03", "decided_on": "2023-04-12", "reference": "KS 2023/17"}
    refused = officer.send(f"{ROOM}/fana/utsett", extended)
    assert refused.status_code == 422
    assert "senest 2. mai 2023" in refused.text
    assert 'value="KS 2023/17"' in refused.text
    assert officer.send(f"{ROOM}/fana/utsett", extended | {"until": "2023-04-28"}).status_code == 303
    assert "Lister kan leveres til 28. april 2023, 12:00." in officer.get(ROOM).text
    assert officer.send(f"{ROOM}/nordpolen/utsett", extended).status_code == 404


@pytest.mark.rule("R-53")
def test_what_the_national_board_has_stated_needs_its_source(officer: Browser, session: Session) -> None:
    show = stored(session)
    stated = {"kind": "registered_party", "board_statement": "against_this_list"}
    refused = officer.fill_in(f"{show}/overskrift", stated)
    assert refused.status_code == 422
    assert "Skriv hvor uttalelsen fra partiets ledelse på landsplan står" in refused.text
    told = stated | {"statement_source": "brev fra landsstyret 3. april"}
    assert officer.fill_in(f"{show}/overskrift", told).status_code == 303
    assert "ikke er partiets" in officer.get(show).text
    assert the_list(session).board_statement_source == "brev fra landsstyret 3. april"


@pytest.mark.rule("R-40")
def test_the_control_committee_is_asked_about_where_powers_are_delegated(officer: Browser, session: Session) -> None:
    show = stored(session)
    assert "kontrollutvalget" not in officer.get(f"{show}/kontroll").text
    with transaction() as writing:
        for each in the_election(writing).contests:
            each.has_decision_power = True
    assert "Er ikke medlem eller vara i kontrollutvalget" in officer.get(f"{show}/kontroll").text
    officer.fill_in(f"{show}/kontroll", {"rest": "y", "source": "folkeregisteret og kontrollutvalget"})
    assert {each.not_in_control_committee for each in the_list(session).candidates} == {Answer.FULFILLED}


def test_the_desk_tells_how_many_lists_wait_for_a_decision(officer: Browser, session: Session) -> None:
    """One has come in; the other is a draft that has not."""
    stored(session)
    with transaction() as writing:
        a_draft(writing, the_election(writing), "Høyre", "H")
    assert "Listeforslag Bydelsvalg 2027: 1 er ikke avgjort ennå" in page_words(officer.get("/admin").text)
