"""The decision of an appointment as a document, against the worked example W-4 and an agreed election."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.auth.domain.roles import Role as StaffRole
from app.core.database import transaction
from app.councils.appointing.decision_document import DecisionLanguage, decision_blocks, decision_pdf
from app.councils.appointing.gathered_decision import gathered_decision
from app.councils.appointing.models import Appointment
from app.councils.appointing.services.council_votes import MethodVotes, draw_lot, record_ballot, record_method
from app.councils.appointing.services.decide import decide_appointment
from app.councils.appointing.services.edits import edits_of
from app.councils.domain.proportional_election import VotingForm
from app.pdf.blocks import BulletList, KeyValues, Paragraph, Table
from tests.appointments import AT, BY, an_appointment, confirm_all, officers, put_up, ready_by_agreement
from tests.browser import Browser
from tests.conftest import SignIn
from tests.documents.samples import ACCESSIBLE, ARCHIVE, broken_rules, page_texts

PROPORTIONAL = MethodVotes(proportional_demanded=True, voting_form=VotingForm.WRITTEN)
W4_LISTS = {
    "I": "KMKMKMKMKMKMKMKM",
    "II": "MMKMMKMKKMKMKM",
    "III": "MMMKMKMKKMKMKM",
    "IV": "KMKMKMKM",
}


def only(session: Session) -> Appointment:
    return session.scalars(select(Appointment)).one()


def decide(writing: Session) -> None:
    confirm_all(writing, only(writing))
    decide_appointment(writing, only(writing), "231/23", seen=edits_of(only(writing)), by=BY, at=AT)


@pytest.fixture
def w4(session: Session) -> None:
    """13 seats, 67 votes: I 29, II 20, III 11, IV 7, decided in case 231/23."""
    with transaction() as writing:
        row = an_appointment(writing, groups={"I": 29, "II": 20, "III": 11, "IV": 7}, seats=13).councils[0]
        for code, sexes in W4_LISTS.items():
            put_up(writing, row, code, sexes)
        record_method(writing, row, PROPORTIONAL, seen=row.version, by=BY, at=AT)
        votes = {"I": 29, "II": 20, "III": 11, "IV": 7}
        record_ballot(writing, row, votes, blank=0, present=67, seen=row.version, by=BY, at=AT)
        officers(writing, row, row.lists[0].names[0].person_id, row.lists[1].names[0].person_id)
        decide(writing)


@pytest.fixture
def agreed(session: Session) -> None:
    """Arna and Fana by agreement: five seats each."""
    with transaction() as writing:
        ready_by_agreement(writing, ["Arna", "Fana"])
        decide(writing)


def printed(session: Session, language: DecisionLanguage = "nb") -> bytes:
    found = gathered_decision(session, only(session))
    assert found
    return decision_pdf(found, language)


def tables(session: Session) -> list[Table]:
    found = gathered_decision(session, only(session))
    assert found
    return [block for block in decision_blocks(found) if isinstance(block, Table)]


@pytest.mark.rule("R-224", "R-228")
@pytest.mark.usefixtures("w4")
def test_w4_is_printed_with_every_quotient_and_the_next_in_line(session: Session) -> None:
    """29, 20, 29/2 = 14.5, 11, 10, 29/3, 29/4, 7, 20/3, 29/5, 11/2, 20/4 = 5, 29/6; next 29/7 = 4.142857."""
    votes, ladder = tables(session)[:2]
    assert [row.cells for row in votes.rows] == [
        ("I: Liste I", "29", "6"),
        ("II: Liste II", "20", "4"),
        ("III: Liste III", "11", "2"),
        ("IV: Liste IV", "7", "1"),
        ("Blanke", "0", "–"),
    ]
    assert ladder.rows[2].cells[:5] == ("3", "I: Liste I", "29", "2", "14,500000")
    assert ladder.rows[12].cells[:5] == ("13", "I: Liste I", "29", "6", "4,833333")
    assert ladder.rows[13].cells == ("–", "I: Liste I", "29", "7", "4,142857", "neste i køen")
    assert len(ladder.rows) == 14


@pytest.mark.rule("R-226", "R-227", "R-228")
@pytest.mark.usefixtures("w4")
def test_w4_is_printed_with_each_step_of_the_balance_and_who_is_elected(session: Session) -> None:
    """List II: no. 4 gives way to no. 6 among members, no. 10 to no. 11 among deputies. Members II 1, 2, 3, 6."""
    found = gathered_decision(session, only(session))
    assert found
    (steps,) = (block for block in decision_blocks(found) if isinstance(block, BulletList))
    told = " ".join(str(each) for each in steps.items)
    assert "II, medlemmer: Det var 1 kvinne, men det må være minst 2: II 4 (nr. 4) viker for II 6 (nr. 6)." in told
    assert "II 10 (nr. 10) viker for II 11 (nr. 11)" in told
    members = [row.cells for row in tables(session)[2].rows]
    second = members.index(("II: Liste II",))
    assert members[second + 1 : second + 5] == [("1", "II 1"), ("2", "II 2"), ("3", "II 3"), ("4", "II 6")]
    assert len(members) == 13 + 4


@pytest.mark.rule("R-229", "R-230")
@pytest.mark.usefixtures("agreed")
def test_an_agreed_election_is_printed_council_by_council_with_case_and_chair(session: Session) -> None:
    found = gathered_decision(session, only(session))
    assert found
    blocks = list(decision_blocks(found))
    facts = next(block for block in blocks if isinstance(block, KeyValues))
    assert facts.pairs == (
        ("Saksnummer", "231/23"),
        ("Vedtatt", "18. oktober 2023"),
        ("Utvalgene sitter", "1. november 2023 – 31. oktober 2027"),
    )
    told = [str(block.text) for block in blocks if isinstance(block, Paragraph)]
    assert any("Bystyret var enstemmig" in each for each in told)
    assert "Leder: Arna Ap 1 er valgt i første votering med 40 stemmer; 21 trengtes." in told
    assert "Leder: Fana Ap 1 er valgt i første votering med 40 stemmer; 21 trengtes." in told


@pytest.mark.rule("R-224")
def test_a_lot_is_printed_with_those_it_was_drawn_between(session: Session) -> None:
    """Three seats, A and B 29 votes each: 29, 29, then 14.5 twice."""
    with transaction() as writing:
        row = an_appointment(writing, groups={"A": 30, "B": 30}, seats=3).councils[0]
        put_up(writing, row, "A", "KMKM")
        put_up(writing, row, "B", "KMKM")
        record_method(writing, row, PROPORTIONAL, seen=row.version, by=BY, at=AT)
        record_ballot(writing, row, {"A": 29, "B": 29}, blank=2, present=60, seen=row.version, by=BY, at=AT)
        draw_lot(writing, row, "B", seen=row.version, by=BY, at=AT)
        officers(writing, row, row.lists[0].names[0].person_id, row.lists[1].names[0].person_id)
        decide(writing)
    assert "Det ble trukket lodd mellom A, B. B vant." in " ".join("".join(page_texts(printed(session))).split())


@pytest.mark.parametrize("language", ["nb", "nn"])
@pytest.mark.usefixtures("w4")
def test_the_printed_decision_breaks_no_rule_for_archives_or_screen_readers(
    session: Session, language: DecisionLanguage
) -> None:
    file = printed(session, language)
    assert broken_rules(file, ARCHIVE) == []
    assert broken_rules(file, ACCESSIBLE) == []
    assert file == printed(session, language), "the same bytes every time"


@pytest.mark.usefixtures("agreed")
def test_the_decided_appointment_leads_to_its_document_in_both_written_languages(
    session: Session, client: Browser, sign_in: SignIn
) -> None:
    sign_in(StaffRole.AUDITOR)
    room = f"/admin/bydeler/oppnevning/{only(session).id}"
    page = client.get(f"{room}/vedtak").text
    for language in ("nb", "nn"):
        assert f'href="{room}/vedtak-{language}.pdf"' in page
        document = client.get(f"{room}/vedtak-{language}.pdf")
        assert (document.status_code, document.mimetype) == (200, "application/pdf")
    assert client.get(f"{room}/vedtak-se.pdf").status_code == 404


def test_what_is_not_decided_has_no_document(session: Session, client: Browser, sign_in: SignIn) -> None:
    with transaction() as writing:
        number = ready_by_agreement(writing).id
    sign_in(StaffRole.APPOINTMENT_OFFICER)
    assert client.get(f"/admin/bydeler/oppnevning/{number}/vedtak-nb.pdf").status_code == 404
