"""The papers of the counting room for changed ballots: the batch sheet and the list of drawn ballots."""

import pytest
from sqlalchemy.orm import Session

from app.audit.services import Actor
from app.core.database import transaction
from app.elections.changed_ballots.models import BallotSample, TypedBatch
from app.elections.changed_ballots.sample_list import sample_pdf
from app.elections.changed_ballots.services.samples import Finding, draw_sample, record_findings
from app.elections.changed_ballots.sheet import SheetLanguage, batch_sheet_pdf
from tests.documents.samples import ACCESSIBLE, ARCHIVE, broken_rules, page_texts
from tests.typed_ballots import AT, BOARD, a_batch, a_counted_election, an_approved_batch, contest_of

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def batch(session: Session) -> TypedBatch:
    """A bundle of 12 ballots of list A."""
    with transaction() as writing:
        return a_batch(writing, a_counted_election(writing), 12)


@pytest.fixture
def sample(session: Session) -> BallotSample:
    """Two of three ballots; one is found as the paper, one has not been looked at."""
    with transaction() as writing:
        election = a_counted_election(writing)
        an_approved_batch(writing, election, ["1", "2 B3", "7"])
        found = draw_sample(writing, contest_of(election), "3141592653", 2, "To fra Nesttun", by=BOARD, at=AT)
        record_findings(writing, found, {1: Finding(agrees=True)}, by=Actor("berit@bergen.example"), at=AT)
        return found


@pytest.mark.rule("R-115")
def test_the_sheet_tells_which_bundle_it_is_and_how_its_ballots_are_numbered(batch: TypedBatch) -> None:
    (page,) = page_texts(batch_sheet_pdf(batch, "nb"))
    for told in ("Bunke 001", "A – Liste A", "fra 001 til 012", "Tastet andre gang", "BA-2023-fana-001"):
        assert told in page, told


@pytest.mark.rule("R-115")
def test_the_list_names_the_dice_the_ballots_and_what_was_found(sample: BallotSample) -> None:
    (page,) = page_texts(sample_pdf(sample, "nb"))
    first = sample.ballots[0]
    for told in ("3141592653", "To fra Nesttun", "2 av 3", "Som papiret", f"3141592653,fana,001,{first.ballot}"):
        assert told in page, told


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_the_papers_are_archivable_accessible_and_the_same_bytes_each_time(
    batch: TypedBatch, language: SheetLanguage
) -> None:
    paper = batch_sheet_pdf(batch, language)
    assert batch_sheet_pdf(batch, language) == paper
    assert broken_rules(paper, ARCHIVE) == []
    assert broken_rules(paper, ACCESSIBLE) == []


def test_the_list_is_archivable_and_accessible_too(sample: BallotSample) -> None:
    paper = sample_pdf(sample, "nb")
    assert sample_pdf(sample, "nb") == paper
    assert broken_rules(paper, ARCHIVE) == []
    assert broken_rules(paper, ACCESSIBLE) == []
