"""The slips of a lot: equally large, in letters of one size, so that none can be told from another."""

from datetime import UTC, datetime
from fractions import Fraction

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from app.core.database import transaction
from app.councils.domain.lots import LotRequired
from app.elections.domain.candidates import Outcome
from app.elections.domain.majority_election import PersonLotRequired
from app.elections.settling.lot_slips import SlipLanguage, lot_slips_pdf
from app.pdf.blocks import CutSlips, UnfitContent
from app.pdf.special_boxes import SLIP_SIZES, slip_style
from tests.documents.samples import page_texts
from tests.elections import a_stored_election
from tests.public_elections import w1_in_fana

AT = datetime(2023, 9, 12, 20, tzinfo=UTC)
OF_LISTS = LotRequired("fana", ("A", "B"), 15, Fraction(50), 150)
OF_PERSONS = PersonLotRequired("fana", ("Kari Lie", "Ola Vik"), Outcome.DEPUTY, 2, 25)
NAMES = {"A": "Arbeiderpartiet", "B": "Høyre"}

pytestmark = pytest.mark.rule("R-155")


def printed(required: LotRequired | PersonLotRequired, language: SlipLanguage = "nb") -> bytes:
    with transaction() as writing:
        contest = a_stored_election(writing, w1_in_fana()).contests[0]
        pdf = lot_slips_pdf(contest, required, NAMES, language, AT)
        writing.rollback()
        return pdf


def test_there_is_one_slip_for_each_of_the_tied(app: Flask, session: Session) -> None:
    first, slips = page_texts(printed(OF_LISTS))
    assert "plass 15" in first
    assert "50,000000" in first
    assert slips.count("A: Arbeiderpartiet") == 1
    assert slips.count("B: Høyre") == 1


def test_persons_are_drawn_between_by_name(app: Flask, session: Session) -> None:
    first, slips = page_texts(printed(OF_PERSONS))
    assert "varamedlem nr. 2" in first
    assert "Kari Lie" in slips
    assert "Ola Vik" in slips


def test_the_same_lot_gives_the_same_bytes(app: Flask, session: Session) -> None:
    assert printed(OF_LISTS) == printed(OF_LISTS)


def test_all_slips_are_set_in_the_size_that_the_longest_has_room_in() -> None:
    short, long = "B: Høyre", "A: " + "Fellesliste for nærmiljøet " * 3
    assert slip_style([short]).size == SLIP_SIZES[0]
    assert slip_style([short, long]).size == slip_style([long]).size < SLIP_SIZES[0]


def test_a_slip_says_something() -> None:
    with pytest.raises(UnfitContent):
        CutSlips(("A", " "))
    with pytest.raises(UnfitContent):
        CutSlips(())
