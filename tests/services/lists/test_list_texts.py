"""Every finding, state and answer has words of its own; letters say what was found, in both languages."""

from datetime import date
from io import BytesIO

import pikepdf
import pytest
from flask import Flask
from flask_babel import force_locale
from sqlalchemy.orm import Session

from app.core.database import transaction
from app.elections.domain.list_changes import Change, Replacement, VersionCause
from app.elections.domain.list_findings import Check, Finding, Weight, found
from app.elections.domain.list_proposal import Answer, Condition, ProposerKind, Reply, SignerRole
from app.elections.domain.list_proposal_states import ListProposalState
from app.elections.lists import texts
from app.elections.lists.letters import (
    candidate_letter_text,
    candidate_letters_pdf,
    defect_letter,
    defect_letter_pdf,
    defect_letter_text,
)
from app.elections.lists.queries import reviewed
from app.elections.lists.services.decisions import notify_defects
from tests.list_proposals import AT, BY, a_draft, an_open_election, received, typed

FACTS: dict[str, str | int] = {
    "heading": "Høyre",
    "nearest": "Høyre",
    "party": "Høyre",
    "first": "Høyre",
    "district": "Fana",
    "name": "Kari Lie",
    "places": "3, 4",
    "what": "profession",
    "condition": "resident",
    "change": "moved",
    "received_at": "2027-03-31T12:00:01+02:00",
    "closes_at": "2027-03-31T12:00:00+02:00",
} | dict.fromkeys(
    ("by", "number", "fewest", "most", "seats", "needed", "checked", "place", "position", "year", "full", "named"), 7
)


@pytest.mark.parametrize("check", Check)
def test_every_finding_has_a_sentence_of_its_own(app: Flask, check: Check) -> None:
    with app.app_context(), force_locale("nb"):
        told = texts.finding_text(Finding(check, "R-50", Weight.DEFECT, tuple(FACTS.items())))
        others = {
            texts.finding_text(Finding(other, "R-50", Weight.DEFECT, tuple(FACTS.items())))
            for other in Check
            if other is not check
        }
    assert told.endswith(".")
    assert "%(" not in told
    assert told not in others


def test_every_word_of_the_domain_has_a_text(app: Flask) -> None:
    named = (
        (texts.state_text, ListProposalState),
        (texts.kind_text, ProposerKind),
        (texts.weight_text, Weight),
        (texts.condition_text, Condition),
        (texts.answer_text, Answer),
        (texts.reply_text, Reply),
        (texts.role_text, SignerRole),
        (texts.cause_text, VersionCause),
        (texts.change_text, Change),
        (texts.replacement_text, Replacement),
    )
    with app.app_context(), force_locale("nb"):
        for text_of, words in named:
            said = [text_of(str(word)) for word in words]
            assert len(set(said)) == len(said)


def test_a_party_name_that_is_nowhere_near_a_registered_one_is_told_so(app: Flask) -> None:
    finding = found(Check.NOT_REGISTERED_NAME, "R-53", heading="Ukjent", nearest="")
    with app.app_context(), force_locale("nb"):
        assert "er ikke navnet på noe registrert parti" in texts.finding_text(finding)


@pytest.mark.rule("R-62")
def test_the_letter_says_what_is_wrong_and_by_when_and_stays_as_it_was_sent(session: Session) -> None:
    with transaction():
        row = received(session, a_draft(session, an_open_election(session), candidates=typed(6)))
        notice = notify_defects(session, row, date(2027, 4, 13), seen=row.edit, by=BY, at=AT)
    letter = defect_letter(reviewed(session, row), notice, AT)
    assert letter.representative == "Styremedlem1 Arbeiderpartiet Fana"
    text = defect_letter_text(letter, "nb")
    assert "1. Listen har for få kandidater: 6, og må ha minst 7. Sett på flere. (R-55)" in text
    assert "Fristen for å rette er 13. april 2027." in text
    for language in ("nb", "nn"):
        pdf = defect_letter_pdf(letter, language)
        assert pdf == defect_letter_pdf(letter, language)


@pytest.mark.rule("R-61")
def test_each_candidate_gets_a_page_and_is_told_of_the_right_to_decline(session: Session) -> None:
    with transaction():
        row = received(session, a_draft(session, an_open_election(session)))
    pdf = candidate_letters_pdf(row, date(2027, 4, 20), AT, "nb")
    with pikepdf.open(BytesIO(pdf)) as read:
        assert len(read.pages) == 7
    text = candidate_letter_text(row, date(2027, 4, 20), "nb")
    assert "Du kan takke nei." in text
    assert "innen 20. april 2027" in text
