"""Content that would make a document somebody cannot use is refused before anything is printed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from app.pdf import fonts
from app.pdf.blocks import (
    BulletList,
    Column,
    Figure,
    HeadGroup,
    Heading,
    KeepTogether,
    KeyValues,
    Link,
    Row,
    RowLook,
    Table,
    UnfitContent,
)
from app.pdf.charts import Bar, BarChart, SeatGroup
from app.pdf.document import build_pdf
from app.pdf.facts import FooterLabels
from app.pdf.fonts import Face, FontsMissing, character_widths
from tests.documents.samples import some_facts

TWO_COLUMNS = (Column("Liste"), Column("Stemmer"))

UNFIT: dict[str, Callable[[], object]] = {
    "a figure without a text for those who cannot see it": lambda: Figure(BarChart(()), ""),
    "a figure whose text is invisible": lambda: Figure(BarChart(()), " \u200b\n"),
    "a heading without words": lambda: Heading(2, "\x00 "),
    "a heading of level 5": lambda: Heading(5, "For dypt"),
    "a list without points": lambda: BulletList(()),
    "facts without facts": lambda: KeyValues(()),
    "a fact without a name": lambda: KeyValues((("", "4601"),)),
    "a column without a title": lambda: Column(" "),
    "a table without columns": lambda: Table((), ()),
    "a row with a cell too few": lambda: Table(TWO_COLUMNS, (Row(("A",)),)),
    "a group heading with two cells": lambda: Table(TWO_COLUMNS, (Row(("A", "B"), RowLook.GROUP),)),
    "titles over three of two columns": lambda: Table(TWO_COLUMNS, (), groups=(HeadGroup("Stemmer", 3),)),
    "a link that runs a script": lambda: Link("Trykk", "javascript:alert(1)"),
    "a link without words": lambda: Link("", "https://verv.example"),
    "a link too long for an archived file": lambda: Link("Lang", "https://verv.example/" + "a" * 2000),
    "a page label without a place for the number": lambda: FooterLabels("Side", "Dokument", "SHA-256"),
    "a document without a title": lambda: replace(some_facts(), title=" "),
    "a date without a time zone": lambda: replace(some_facts(), dated=datetime(2023, 9, 13, 12, 30)),  # noqa: DTZ001 - the fault
}


@pytest.mark.parametrize("make", UNFIT.values(), ids=UNFIT)
def test_unfit_content_is_refused(make: Callable[[], object]) -> None:
    with pytest.raises(UnfitContent):
        make()


@pytest.mark.parametrize(
    "story",
    [
        (Heading(2, "Begynner for dypt"),),
        (Heading(1, "Ett"), Heading(3, "Hopper over to")),
        (Heading(1, "Ett"), KeepTogether((Heading(3, "Hopper over to"),))),
    ],
    ids=["first heading of level 2", "from 1 to 3", "from 1 to 3 inside what is kept together"],
)
def test_headings_do_not_jump(story: tuple[Heading, ...]) -> None:
    with pytest.raises(UnfitContent):
        build_pdf(some_facts(), story)


def test_headings_may_climb_several_levels_at_once() -> None:
    climbing = (Heading(1, "A"), Heading(2, "B"), Heading(3, "C"), Heading(4, "D"), Heading(1, "E"))

    assert build_pdf(some_facts(), climbing)


@pytest.mark.parametrize("colour", ["red", "#12345", "#12345g", "0.5 g"])
def test_a_colour_is_six_hexadecimal_digits(colour: str) -> None:
    with pytest.raises(ValueError, match="#rrggbb"):
        Bar("Liste A", 10, "10", colour)
    with pytest.raises(ValueError, match="#rrggbb"):
        SeatGroup("Liste A", 10, colour)


def test_missing_fonts_say_how_to_get_them(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(fonts, "FOLDER", tmp_path)

    with pytest.raises(FontsMissing, match="run make setup"):
        character_widths.__wrapped__(Face.REGULAR)
