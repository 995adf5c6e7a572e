"""Approved lists for everyone: headings, candidates, when they were announced; nothing before approval."""

from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.core.database import transaction
from app.elections.lists.models import ListProposalRow
from app.elections.lists.services.decisions import announce_lists, approve
from tests.browser import Browser
from tests.list_proposals import AT, BOARD, BY, an_open_election, ready, typed

PAGES = ("/valg/2027/lister", "/valg/2027/fana/lister", "/valg/2027/fana", "/valg/2027")


@pytest.mark.rule("R-66")
def test_nothing_of_a_list_is_public_before_it_is_approved(client: Browser, session: Session) -> None:
    with transaction() as writing:
        ready(writing, an_open_election(writing, {"fana": 15, "arna": 13}), "Grendelisten", "G")
    for address in PAGES:
        page = client.get(address).text
        assert "Grendelisten" not in page
        assert "Kandidat1" not in page
    assert "Ingen lister er godkjent i bydelen ennå." in client.get(PAGES[1]).text
    assert client.get("/valg/2027/lister-nb.pdf").status_code == 404


@pytest.mark.rule("R-66")
def test_an_approved_list_is_public_at_once_with_its_bonus_candidates(client: Browser, session: Session) -> None:
    """The page was read before the approval too: what is kept for readers must not outlive it."""
    with transaction() as writing:
        row = ready(writing, an_open_election(writing, {"fana": 15, "arna": 13}), candidates=typed(8, bonus=1))
        ready(writing, row.contest.election, "Høyre", "H")
    assert "Arbeiderpartiet" not in client.get(PAGES[0]).text
    with transaction() as writing:
        row = writing.scalars(select(ListProposalRow).where(ListProposalRow.code == "A")).one()
        approve(writing, row, "2027/12", "", seen=row.edit, by=BOARD, at=AT)
    assert "Arbeiderpartiet" in client.get(PAGES[0]).text
    page = client.get(PAGES[1]).text
    assert "<strong>Kandidat1 Fana</strong>" in page
    assert "<strong>Kandidat2 Fana</strong>" not in page
    assert "Høyre" not in page
    assert client.get("/valg/2027/nordpolen/lister").status_code == 404


@pytest.mark.rule("R-58")
def test_no_page_names_a_signer_or_a_birth_date(client: Browser, session: Session) -> None:
    with transaction() as writing:
        row = ready(writing, an_open_election(writing))
        approve(writing, row, "2027/12", "", seen=row.edit, by=BOARD, at=AT)
    for address in PAGES:
        page = client.get(address).text
        assert "Styremedlem" not in page
        assert "2.1.1980" not in page


@pytest.mark.rule("R-66")
def test_the_announcement_and_the_last_day_to_complain_are_told(client: Browser, session: Session) -> None:
    """Announced on Tuesday 6 April 2027; seven days later is Tuesday 13 April."""
    with transaction() as writing:
        row = ready(writing, an_open_election(writing))
        approve(writing, row, "2027/12", "", seen=row.edit, by=BOARD, at=AT)
    client.get(PAGES[1])
    with transaction() as writing:
        row = writing.scalars(select(ListProposalRow)).one()
        announce_lists(writing, row.contest, date(2027, 4, 6), "Rådhuset", by=BY, at=AT)
    told = "Kunngjort 6. april 2027. Klagefristen er 13. april 2027. Listene er lagt ut her: Rådhuset."
    assert told in client.get(PAGES[0]).text
    assert told in client.get(PAGES[1]).text


@pytest.mark.rule("R-66")
def test_all_approved_lists_are_one_document_the_same_each_time(client: Browser, session: Session) -> None:
    with transaction() as writing:
        row = ready(writing, an_open_election(writing, {"fana": 15, "arna": 13}))
        approve(writing, row, "2027/12", "", seen=row.edit, by=BOARD, at=AT)
    first = client.get("/valg/2027/lister-nn.pdf")
    assert first.data.startswith(b"%PDF")
    assert first.data == client.get("/valg/2027/lister-nn.pdf").data
    assert "inline" in first.headers["Content-Disposition"]
