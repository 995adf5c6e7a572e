"""The same content gives the same bytes and the same fingerprint, on any machine, in any process, at any hour."""

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta, timezone
from pathlib import Path

import pytest

from app.pdf.blocks import Block, Column, Heading, Look, Paragraph, Row, Table
from app.pdf.document import build_pdf
from app.pdf.fingerprint import content_fingerprint
from app.pdf.fonts import FOLDER, Face
from tests.documents.samples import PRINTED_AT, every_block_in_bokmal, some_facts
from tools.fonts import STYLES, make_fonts, source_folder

PRINT_IN_ANOTHER_PROCESS = """
import hashlib
from app.pdf.document import build_pdf
from tests.documents.samples import every_block_in_bokmal, some_facts
print(hashlib.sha256(build_pdf(some_facts(), every_block_in_bokmal())).hexdigest())
"""


def test_two_prints_are_the_same_file() -> None:
    assert build_pdf(some_facts(), every_block_in_bokmal()) == build_pdf(some_facts(), every_block_in_bokmal())


def test_what_was_printed_before_leaves_no_trace_in_a_file() -> None:
    first = build_pdf(some_facts(), every_block_in_bokmal())
    build_pdf(some_facts(title="Noe annet"), (Heading(1, "Ŋŋ Čč – andre bokstaver først"),))

    assert build_pdf(some_facts(), every_block_in_bokmal()) == first


@pytest.mark.parametrize("hash_seed", ["1", "2"])
def test_another_process_prints_the_same_file(hash_seed: str) -> None:
    here = hashlib.sha256(build_pdf(some_facts(), every_block_in_bokmal())).hexdigest()
    # The time zone of the machine, its settings for reportlab, and the order of sets: none may matter.
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed, "TZ": "Pacific/Auckland", "RL_invariant": "0"}

    printed = subprocess.run(
        [sys.executable, "-c", PRINT_IN_ANOTHER_PROCESS],
        cwd=Path(__file__).parents[2],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )

    assert printed.stdout.strip() == here


def test_the_fingerprint_is_the_sha256_of_the_content_in_one_canonical_form() -> None:
    """Written out by hand: keys in alphabetical order, no spaces, ASCII, defaults left out, the moment in UTC."""
    content = (
        '{"blocks":['
        '{"level":1,"text":"M\\u00f8te","type":"Heading"},'
        '{"look":"note","text":"Sm\\u00e5tt","type":"Paragraph"}],'
        '"facts":{"author":"Bergen kommune","dated":"2023-09-13T12:30:00+00:00","document_id":"fana-2023-1",'
        '"labels":{"document_id":"Dokument","fingerprint":"SHA-256 av innholdet","page":"Side {page} av {pages}",'
        '"type":"FooterLabels"},'
        '"language":"nb-NO","title":"Valgprotokoll for Fana","type":"DocumentFacts"},'
        '"format":"verv-document/1"}'
    )

    fingerprint = content_fingerprint(some_facts(), (Heading(1, "Møte"), Paragraph("Smått", Look.NOTE)))

    assert fingerprint == hashlib.sha256(content.encode("ascii")).hexdigest()


def test_one_changed_figure_changes_the_fingerprint() -> None:
    def story(votes: str) -> tuple[Block, ...]:
        return (Table((Column("Liste"), Column("Stemmer")), (Row(("A", votes)),)),)

    assert content_fingerprint(some_facts(), story("612")) != content_fingerprint(some_facts(), story("621"))


def test_saying_a_default_aloud_does_not_change_the_fingerprint() -> None:
    assert content_fingerprint(some_facts(), (Paragraph("Ja"),)) == content_fingerprint(
        some_facts(), (Paragraph("Ja", Look.BODY),)
    )


def test_the_same_moment_in_another_time_zone_has_the_same_fingerprint() -> None:
    in_oslo = replace(some_facts(), dated=PRINTED_AT.astimezone(timezone(timedelta(hours=2))))

    assert content_fingerprint(in_oslo, ()) == content_fingerprint(some_facts(), ())


def test_set_up_makes_the_same_fonts_again(tmp_path: Path) -> None:
    make_fonts(source_folder(), tmp_path)

    for style in STYLES:
        name = f"Inter-{style}.ttf"
        assert (tmp_path / name).read_bytes() == (FOLDER / name).read_bytes()
    assert {f"Inter-{style}" for style in STYLES} == set(Face)
