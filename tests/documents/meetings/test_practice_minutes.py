"""The practice meeting: its minutes word for word in both written forms and both faces, as text and as PDF."""

from pathlib import Path

import pytest

from app.core.errors import DomainError
from app.meetings.documents.minutes_document import Issue, extract_pdf, minutes_fingerprint, minutes_pdf
from app.meetings.domain.event_log import append, read_log
from app.meetings.domain.minutes import Face, full_minutes, public_minutes
from app.meetings.domain.minutes_checklist import blockers
from app.meetings.domain.quorum import NotQuorate
from app.meetings.minutes_texts.minutes_text import MinutesText, minutes_text
from app.meetings.minutes_texts.plain import plain_text
from app.meetings.minutes_texts.words import WrittenForm
from app.meetings.practice.council import practice_occasion, practice_roster, practice_setting
from app.meetings.practice.script import entry_of, practice_log, practice_steps
from tests.documents.samples import ACCESSIBLE, ARCHIVE, broken_rules, page_texts

EXPECTED = Path(__file__).parent / "practice"
FORMS = pytest.mark.parametrize("form", list(WrittenForm))
FACES = pytest.mark.parametrize("face", list(Face))
SECRETS = ("Paulsen", "kommunal bolig", "kommunal bustad", "helse", "helsa", "tas til følge", "teken til følgje")


def practice_minutes(form: WrittenForm, face: Face) -> MinutesText:
    make = public_minutes if face is Face.PUBLIC else full_minutes
    return minutes_text(make(practice_log(form).now, practice_occasion(form)), practice_roster(), form)


def an_issue(form: WrittenForm) -> Issue:
    return Issue("MP-solvik-2026-2", practice_log(form).now.happened[-1].at)


@pytest.mark.rule("R-300")
@FORMS
@FACES
def test_the_practice_meeting_ends_in_these_very_minutes(form: WrittenForm, face: Face) -> None:
    """The expected texts are read and checked line by line against the script.

    In case 13/26 five of nine decide on the two who are disqualified, and the tied vote is 3 (Ap) to 3 (H 2, SV 1).
    In case 16/26 H 2, SV 1, Mona Moen and Erik Eng make 5 for; Fatima Fosse and Hilde Hauge make 2 against.
    """
    expected = (EXPECTED / f"{form}-{face}.txt").read_bytes()
    assert plain_text(practice_minutes(form, face)).encode() == expected


@pytest.mark.rule("R-300")
@FORMS
def test_nothing_exempt_is_in_the_public_face_and_all_of_it_in_the_full_one(form: WrittenForm) -> None:
    public = str(practice_minutes(form, Face.PUBLIC)) + " ".join(
        page_texts(minutes_pdf(practice_minutes(form, Face.PUBLIC), an_issue(form)))
    )
    full = str(practice_minutes(form, Face.FULL))
    assert [secret for secret in SECRETS if secret in public] == []
    assert [secret for secret in SECRETS if secret in full]
    assert "Klagesak" in public


@pytest.mark.rule("R-287")
def test_the_vote_without_quorum_is_refused_with_its_facts() -> None:
    """Four of nine sit when two are disqualified and one has left; five are needed."""
    form = WrittenForm.BOKMAAL
    log = read_log(practice_setting(form))
    refused: list[DomainError] = []
    for step in practice_steps(form):
        entry = entry_of(step, log.next_sequence)
        if step.refused:
            with pytest.raises(step.refused) as refusal:
                append(log, entry)
            refused.append(refusal.value)
        else:
            log = append(log, entry)
    assert refused == [NotQuorate(4, 9, 5)]
    assert log == practice_log(form)


@FORMS
def test_the_checklist_of_the_practice_meeting_is_empty(form: WrittenForm) -> None:
    assert blockers(public_minutes(practice_log(form).now, practice_occasion(form))) == ()


@FORMS
@FACES
def test_the_pdf_is_the_same_bytes_each_time_accessible_and_archivable(form: WrittenForm, face: Face) -> None:
    minutes, issue = practice_minutes(form, face), an_issue(form)
    file = minutes_pdf(minutes, issue)
    assert file == minutes_pdf(practice_minutes(form, face), issue)
    assert broken_rules(file, ARCHIVE) == []
    assert broken_rules(file, ACCESSIBLE) == []
    pages = page_texts(file)
    assert all(issue.document_id in page and minutes_fingerprint(minutes, issue) in page for page in pages)


def test_an_extract_has_the_one_case_and_no_other() -> None:
    form = WrittenForm.BOKMAAL
    minutes = practice_minutes(form, Face.FULL)
    traffic = next(each for each in minutes.items if each.heading.startswith("13/26"))
    text = " ".join(page_texts(extract_pdf(minutes, traffic, an_issue(form))))
    assert "Særutskrift" in text
    assert "Skolegata gjøres om til gågate" in text
    assert "Rett utskrift." in text
    assert "Gatelys" not in text
    assert "Paulsen" not in text
