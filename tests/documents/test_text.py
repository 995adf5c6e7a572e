"""Every letter we need prints and can be copied; whatever is typed is safe; lines keep inside their width."""

import io
import string

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.pdf.blocks import Block, BulletList, Column, Figure, Heading, KeyValues, Link, Look, Paragraph, Row, Table
from app.pdf.canvas import TaggedCanvas
from app.pdf.charts import Bar, BarChart, SeatChart, SeatGroup
from app.pdf.document import build_pdf
from app.pdf.fonts import Face, character_widths, text_width
from app.pdf.style import BOTTOM, LEFT, PAGE_HEIGHT, RIGHT, TextStyle
from app.pdf.text import Run, break_lines, clean, one_line, shorten
from tests.documents.samples import ACCESSIBLE, ARCHIVE, broken_rules, page_texts, some_facts

LETTERS = "æøå ÆØÅ čđŋšŧž ČĐŊŠŦŽ ä ö ü é ô – « » § − ½ … 1 234"

HOSTILE = {
    "markup": "<b>&\"'</b> %s {page} ]]> --> \\ (parentes",
    "control characters": "a\x00b\x07c\x1bd\x9fe",
    "a very long word": "Menneskerettighetsorganisasjons" * 40,
    "a very long text": "Lang tekst uten ende. " * 1500,
    "emoji and other scripts": "Vinner 😀👩‍👩‍👧 مرحبا 漢字",
    "letters that turn the reading direction": "abc\u202ecba\u2066x\u2069",
    "a lone surrogate and private characters": "\ud800 \ue000 \U000f0000",
    "line breaks of every kind": "a\r\nb\rc\nd\u2028e\u0085f\x0bg",
    "only spaces and joiners": " \t\u00a0\u200b\u00ad\ufeff",
    "accents typed after their letter": "a\u030a e\u0301 o\u0308 s\u030c",
}


@pytest.mark.parametrize("face", Face)
def test_every_face_has_every_letter(face: Face) -> None:
    assert set(LETTERS) <= set(character_widths(face))


@pytest.mark.parametrize("face", [Face.REGULAR, Face.SEMIBOLD])
def test_figures_in_tables_are_equally_wide(face: Face) -> None:
    assert len({character_widths(face)[figure] for figure in string.digits}) == 1


def test_letters_can_be_copied_from_the_page() -> None:
    story = (Heading(1, LETTERS), Paragraph(LETTERS), Table((Column("Tegn"),), (Row((LETTERS,)),)))

    assert page_texts(build_pdf(some_facts(), story))[0].replace("\n", "").count(LETTERS) == 3


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("a\x00b", "ab"),
        ("a\tb", "a b"),
        ("a\r\nb", "a\nb"),
        ("a\u2028b", "a\nb"),
        ("abc\u202ecba", "abccba"),
        ("e\u0301", "é"),
        ("😀", "□"),
        ("\ud800", "□"),
        ("<b>&amp;", "<b>&amp;"),
    ],
    ids=ascii,
)
def test_text_is_cleaned_for_print(typed: str, printed: str) -> None:
    assert clean(typed) == printed


def test_a_title_stands_on_one_line() -> None:
    assert one_line(" Valg\u00adprotokoll\nfor  Fana ") == "Valgprotokoll for Fana"


def lines_of(text: str, width: float) -> list[str]:
    broken = break_lines([Run(clean(text), Face.REGULAR)], 10, width)
    return ["".join(fragment.text for fragment in line.fragments) for line in broken]


def test_lines_break_at_spaces_line_breaks_and_between_joined_words() -> None:
    assert lines_of("en to\ntre", 500) == ["en to", "tre"]
    assert lines_of("en to tre", 30) == ["en to", "tre"]
    assert lines_of("Nord-Norge", 40) == ["Nord-", "Norge"]
    assert lines_of("", 100) == [""]


def test_a_soft_hyphen_shows_only_where_it_is_used() -> None:
    assert lines_of("stemme\u00adtillegg", 500) == ["stemmetillegg"]
    assert lines_of("stemme\u00adtillegg", 50) == ["stemme-", "tillegg"]


def test_a_hyphen_that_would_run_over_the_edge_is_left_out() -> None:
    """Nine figures of 6.3 points each in a column of 20: three to a line, and no room for a hyphen after the last."""
    lines = break_lines([Run("0000000", Face.REGULAR), Run("00\u00ad0", Face.REGULAR)], 10, 20)
    assert all(line.width <= 20 for line in lines)
    assert "".join(fragment.text for line in lines for fragment in line.fragments) == "0000000000"


def test_case_numbers_and_dates_are_not_divided() -> None:
    assert lines_of("sak 45/25", 45) == ["sak", "45/25"]
    assert lines_of("den 2023-09-11", 65) == ["den", "2023-09-11"]


@given(
    texts=st.lists(st.tuples(st.text(max_size=60), st.sampled_from(list(Face))), min_size=1, max_size=4),
    width=st.integers(min_value=20, max_value=300),
)
def test_no_line_is_too_wide_and_nothing_is_lost(texts: list[tuple[str, Face]], width: int) -> None:
    """Whatever is written: lines keep the width, and no sign but spaces and soft hyphens disappears."""
    runs = [Run(clean(text), face) for text, face in texts]

    lines = break_lines(runs, 10, width)

    assert all(line.width <= width + 0.001 for line in lines)
    shown = "".join(fragment.text for line in lines for fragment in line.fragments)
    written = "".join(run.text for run in runs)
    gaps = str.maketrans("", "", " \n\u00ad-")
    assert shown.translate(gaps) == written.translate(gaps)


@given(text=st.text(alphabet=st.characters(codec="utf-8"), max_size=80), width=st.integers(20, 200))
def test_a_shortened_text_fits(text: str, width: int) -> None:
    assert text_width(shorten(one_line(text), Face.REGULAR, 9, width), Face.REGULAR, 9) <= width


def a_story_of(text: str) -> tuple[Block, ...]:
    return (
        Heading(1, f"x{text}"),
        Paragraph(text),
        Paragraph(text, Look.NOTICE),
        BulletList((text, "etter")),
        KeyValues(((f"x{text}", text),)),
        Table((Column(f"x{text}"), Column("B")), (Row((text, "1")), Row(("2", text))), caption=text),
        Figure(SeatChart((SeatGroup(text, 1),), text), f"x{text}", text),
        Figure(BarChart((Bar(text, 1, text),)), f"x{text}"),
    )


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_text_is_printed_safely_and_inside_the_margins(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[tuple[float, float, str, TextStyle]] = []
    draw = TaggedCanvas.text

    def remember(canvas: TaggedCanvas, x: float, line_top: float, words: str, style: TextStyle) -> None:
        drawn.append((x, line_top, words, style))
        draw(canvas, x, line_top, words, style)

    monkeypatch.setattr(TaggedCanvas, "text", remember)
    file = build_pdf(some_facts(title=f"x{text}"), a_story_of(text))

    assert broken_rules(file, ARCHIVE) == []
    assert broken_rules(file, ACCESSIBLE) == []
    for x, line_top, words, style in drawn:
        assert x >= LEFT - 0.1
        assert x + text_width(words.rstrip(), style.face, style.size) <= RIGHT + 0.1
        assert line_top + style.leading <= (BOTTOM if line_top < BOTTOM else PAGE_HEIGHT)


def test_what_the_fonts_lack_is_seen_to_be_missing() -> None:
    assert "Vinner □" in page_texts(build_pdf(some_facts(), (Paragraph("Vinner 😀"),)))[0]


def test_an_address_with_foreign_letters_is_written_as_addresses_are() -> None:
    file = build_pdf(some_facts(), (Paragraph((Link("Sok", "https://verv.example/søk?q=<å>\n"),)),))

    with pikepdf.open(io.BytesIO(file)) as pdf:
        annotations = pdf.pages[0].obj.Annots
        assert str(annotations[0].A.URI) == "https://verv.example/s%C3%B8k?q=%3C%C3%A5%3E%0A"
