"""What we print is accepted by an independent validator as PDF/A-2a and PDF/UA-1, and the validator notices faults."""

import io
from collections.abc import Callable

import pikepdf
import pytest

from app.pdf.blocks import Block, Heading, Inserted, Paragraph, Removed
from app.pdf.document import build_pdf
from app.pdf.facts import Language, PaperCheck
from app.pdf.finish import saved, with_plain_stream_ends
from tests.documents.samples import (
    ACCESSIBLE,
    ARCHIVE,
    a_table,
    broken_rules,
    elements,
    every_block_in_bokmal,
    every_block_in_nynorsk,
    some_facts,
)

STORIES = {
    "every block in bokmål": (Language.BOKMAL, every_block_in_bokmal()),
    "the vocabulary in nynorsk": (Language.NYNORSK, every_block_in_nynorsk()),
    "nothing at all": (Language.ENGLISH, ()),
    "one line": (Language.BOKMAL, (Paragraph("Brev til de valgte"),)),
    "a register of 1 200 rows": (Language.BOKMAL, (Heading(1, "Medlemmer"), a_table(1200))),
    "more letters than one font program holds": (
        Language.BOKMAL,
        (Heading(1, "Tegn"), Paragraph("".join(map(chr, range(0x21, 0x500))))),
    ),
}


@pytest.mark.parametrize(("language", "story"), STORIES.values(), ids=STORIES)
def test_a_document_breaks_no_rule_for_archives_or_screen_readers(language: Language, story: tuple[Block, ...]) -> None:
    file = build_pdf(some_facts(language), story)

    assert broken_rules(file, ARCHIVE) == []
    assert broken_rules(file, ACCESSIBLE) == []


def take_alternative_text(pdf: pikepdf.Pdf) -> None:
    del elements(pdf, "Figure")[0].Alt


def take_scopes(pdf: pikepdf.Pdf) -> None:
    for header in elements(pdf, "TH"):
        del header.A


def take_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Lang


def take_heading_level(pdf: pikepdf.Pdf) -> None:
    for heading in elements(pdf, "H2"):
        heading.S = pikepdf.Name.P


def take_tree(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot


def take_colour_profile(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.OutputIntents


FAULTS = [
    (take_alternative_text, ACCESSIBLE),
    (take_scopes, ACCESSIBLE),
    (take_language, ACCESSIBLE),
    (take_heading_level, ACCESSIBLE),
    (take_tree, ACCESSIBLE),
    (take_tree, ARCHIVE),
    (take_colour_profile, ARCHIVE),
]


@pytest.mark.parametrize(("fault", "profile"), FAULTS, ids=lambda value: getattr(value, "__name__", str(value)))
def test_the_validator_notices_what_is_taken_away(fault: Callable[[pikepdf.Pdf], None], profile: object) -> None:
    with pikepdf.open(io.BytesIO(build_pdf(some_facts(), every_block_in_bokmal()))) as pdf:
        fault(pdf)
        spoilt = saved(pdf)

    assert broken_rules(spoilt, ARCHIVE if profile is ARCHIVE else ACCESSIBLE)


def test_a_stream_that_ends_in_cr_keeps_its_length() -> None:
    """Data ``x CR`` before the line end LF reads as ``x`` before CR LF; with CR as line end it reads as it is."""
    ambiguous = b"stream\nx\r\nendstream\nendobj"

    assert with_plain_stream_ends(ambiguous) == b"stream\nx\r\rendstream\nendobj"
    assert with_plain_stream_ends(b"stream\nx\n\nendstream\nendobj") == b"stream\nx\n\nendstream\nendobj"


def test_no_stream_of_two_hundred_documents_ends_in_a_doubtful_way() -> None:
    """One in 128 compressed streams ends in CR, so that some of these do, and are cured."""
    files = [build_pdf(some_facts(title=f"Møte {number}"), (Heading(1, f"Møte {number}"),)) for number in range(200)]

    assert not any(b"\r\nendstream" in file for file in files)
    assert any(b"\r\rendstream" in file for file in files)


def test_a_document_opens_without_a_word_of_complaint() -> None:
    with pikepdf.open(io.BytesIO(build_pdf(some_facts(), every_block_in_bokmal()))) as pdf:
        assert pdf.check_pdf_syntax() == []


def test_words_a_qr_code_and_red_corrections_keep_a_document_archivable() -> None:
    check = PaperCheck("Ord: fjell bjørn", "https://valg.example/papirkontroll?ord=fjell-bjørn")
    corrected = Paragraph(("Plass 3: før ", Removed("Høyre"), ", nå ", Inserted("Venstre")))
    file = build_pdf(some_facts(), (*every_block_in_bokmal(), corrected), check)

    assert broken_rules(file, ARCHIVE) == []
    assert broken_rules(file, ACCESSIBLE) == []
