"""What a screen reader is told: headings, paragraphs, tables with their headers, links; and how one finds the way."""

import io
from collections.abc import Iterator
from contextlib import contextmanager

import pikepdf
import pypdf
import pytest

from app.pdf.blocks import (
    Align,
    Block,
    BulletList,
    Column,
    Contents,
    HeadGroup,
    Heading,
    KeyValues,
    Link,
    Paragraph,
    Row,
    RowLook,
    Table,
)
from app.pdf.document import build_pdf
from app.pdf.facts import Language
from app.pdf.fingerprint import content_fingerprint
from tests.documents.samples import a_table, elements, every_block_in_bokmal, kids, page_texts, some_facts


@contextmanager
def printed(*story: Block) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(build_pdf(some_facts(), story))) as pdf:
        yield pdf


def roles_under(element: pikepdf.Object) -> list[str]:
    return [str(kid.S) for kid in kids(element) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]


def marks_of(element: pikepdf.Object) -> list[object]:
    """The marks of one element: numbers on its first page, (page, number) on others."""
    return [kid for kid in kids(element) if isinstance(kid, int) or "/MCID" in kid]  # type: ignore[operator] # either


def test_a_document_is_read_in_the_order_it_was_given() -> None:
    story = (Heading(1, "A"), Paragraph("b"), KeyValues((("c", "d"),)), BulletList(("e",)), Heading(2, "F"))
    with printed(*story) as pdf:
        document = pdf.Root.StructTreeRoot.K

        assert document.S == "/Document"
        assert roles_under(document) == ["/H1", "/P", "/Table", "/L", "/H2"]


def test_every_mark_on_a_page_leads_back_to_an_element_that_owns_it() -> None:
    with printed(*every_block_in_bokmal()) as pdf:
        numbers = dict(zip(*[iter(pdf.Root.StructTreeRoot.ParentTree.Nums)] * 2, strict=True))
        for page in pdf.pages:
            marks = page.Contents.read_bytes().count(b"/MCID")
            parents = list(numbers[int(page.obj.StructParents)])
            assert len(parents) == marks > 0
            assert all(parent.Type == "/StructElem" for parent in parents)


def test_everything_drawn_is_content_or_decoration() -> None:
    """Between the marks there is nothing that shows text, fills or strokes."""
    shows = {"Tj", "TJ", "S", "f", "f*", "B", "Do"}
    with printed(*every_block_in_bokmal()) as pdf:
        for page in pdf.pages:
            depth = 0
            for instruction in pikepdf.parse_content_stream(page):
                operator = str(instruction.operator)
                depth += {"BDC": 1, "EMC": -1}.get(operator, 0)
                assert depth in (0, 1)
                assert depth or operator not in shows


def test_a_paragraph_over_two_pages_is_one_paragraph() -> None:
    with printed(Paragraph("Teksten er lang og går over flere sider. " * 150)) as pdf:
        (paragraph,) = elements(pdf, "P")

        assert len(pdf.pages) == 2
        assert len(marks_of(paragraph)) == 2


def test_a_long_table_shows_its_titles_on_each_page_and_reads_them_once() -> None:
    file = build_pdf(some_facts(), (a_table(120),))

    texts = page_texts(file)
    assert len(texts) >= 3
    assert all(text.count("Personstemmer") == 1 for text in texts)
    with pikepdf.open(io.BytesIO(file)) as pdf:
        assert len(elements(pdf, "Table")) == 1
        assert len(elements(pdf, "TR")) == 1 + 120
        assert [str(cell.A.Scope) for cell in elements(pdf, "TH")] == ["/Column"] * 3 + ["/Row"] * 120


def test_titles_and_group_headings_span_their_columns() -> None:
    table = Table(
        (Column("Liste"), Column("Forhånd"), Column("Valgting")),
        (Row(("Med plass",), RowLook.GROUP), Row(("A", "1", "2"))),
        groups=(HeadGroup("", 1), HeadGroup("Stemmer", 2)),
    )
    with printed(table) as pdf:
        spans = [int(cell.A.get("/ColSpan", 1)) for cell in elements(pdf, "TH")]

        assert spans == [2, 1, 1, 1, 3]


def test_a_caption_belongs_to_its_table() -> None:
    with printed(a_table(2, "Kandidater")) as pdf:
        assert roles_under(elements(pdf, "Table")[0]) == ["/Caption", "/THead", "/TBody"]


def test_an_empty_cell_keeps_its_place_in_the_row() -> None:
    with printed(Table((Column("A"), Column("B")), (Row(("", "2")),))) as pdf:
        assert roles_under(elements(pdf, "TR")[1]) == ["/TD", "/TD"]


def test_a_word_cut_in_a_narrow_column_is_read_whole() -> None:
    word = "Menneskerettighetsorganisasjonssekretariatet" * 4
    with printed(Table((Column("Forslagsstiller"), Column("Nr.")), (Row((word, "1")),))) as pdf:
        cut, number = elements(pdf, "TD")

        assert str(cut.ActualText) == word
        assert "/ActualText" not in number


def test_a_table_with_too_many_columns_is_set_in_parts_that_each_name_the_row() -> None:
    """Thirty columns of seven figures: no number is divided, and the list's name stands in each part."""
    names = tuple(Column(f"L{number}", Align.RIGHT) for number in range(30))
    row = Row(("Rød liste", *(f"1 000 0{number:02}" for number in range(30))))
    file = build_pdf(some_facts(), (Table((Column("Liste", row_header=True), *names), (row,), "Slengere"),))

    text = page_texts(file)[0]
    with pikepdf.open(io.BytesIO(file)) as pdf:
        parts = len(elements(pdf, "Table"))
    assert parts > 1
    assert text.count("Rød liste") == parts
    assert all(text.count(f"1 000 0{number:02}") == 1 for number in range(30))


def test_a_link_owns_its_words_and_its_place_on_the_page() -> None:
    with printed(Paragraph(("Se ", Link("kontrollpakken", "https://verv.example/fana"), " der."))) as pdf:
        (link,) = elements(pdf, "Link")
        mark, reference = kids(link)
        (annotation,) = pdf.pages[0].obj.Annots

        assert isinstance(mark, int)
        assert isinstance(reference, pikepdf.Dictionary)
        assert reference.Obj == annotation
        assert str(annotation.A.URI) == "https://verv.example/fana"
        assert str(annotation.Contents) == "kontrollpakken"
        assert [isinstance(kid, int) for kid in kids(elements(pdf, "P")[0])] == [True, False, True]


def outline_of(file: bytes) -> list[tuple[int, str, int]]:
    """(depth, title, page) of each bookmark."""
    reader = pypdf.PdfReader(io.BytesIO(file))

    def told(items: list[object], depth: int) -> Iterator[tuple[int, str, int]]:
        for item in items:
            if isinstance(item, list):
                yield from told(item, depth + 1)
            elif isinstance(item, pypdf.generic.Destination):
                yield depth, str(item.title), (reader.get_destination_page_number(item) or 0) + 1

    return list(told(list(reader.outline), 1))


def test_headings_become_bookmarks_under_each_other() -> None:
    story = (
        Heading(1, "Protokoll"),
        Heading(2, "A Lister"),
        Heading(3, "A1 Godkjente"),
        Heading(4, "A1.1 Rød liste"),
        Heading(2, "B Opptelling"),
        a_table(60),
        Heading(2, "C Oppgjør"),
    )

    assert outline_of(build_pdf(some_facts(), story)) == [
        (1, "Protokoll", 1),
        (2, "A Lister", 1),
        (3, "A1 Godkjente", 1),
        (4, "A1.1 Rød liste", 1),
        (2, "B Opptelling", 1),
        (2, "C Oppgjør", 2),
    ]


def test_the_table_of_contents_gives_each_heading_its_page_but_not_itself() -> None:
    story = (
        Heading(1, "Protokoll"),
        Heading(2, "Innhold"),
        Contents(),
        Heading(2, "Tall"),
        a_table(60),
        Heading(2, "Slutt"),
    )
    file = build_pdf(some_facts(), story)

    assert page_texts(file)[0].count("Innhold") == 1
    with pikepdf.open(io.BytesIO(file)) as pdf:
        described = [str(annotation.Contents) for annotation in pdf.pages[0].obj.Annots]
        assert described == ["Tall, 1", "Slutt, 2"]
        assert pdf.pages[0].obj.Annots[1].Dest[0] == pdf.pages[1].obj
        assert len(elements(pdf, "TOCI")) == 2


@pytest.mark.parametrize("language", Language)
def test_the_document_says_its_language_title_and_author(language: Language) -> None:
    facts = some_facts(language, title="Valgprotokoll for Åsane")
    with pikepdf.open(io.BytesIO(build_pdf(facts, (Paragraph("Tekst"),)))) as pdf:
        metadata = pdf.open_metadata()

        assert str(pdf.Root.Lang) == language
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert str(pdf.docinfo["/Title"]) == metadata["dc:title"] == "Valgprotokoll for Åsane"
        assert metadata["dc:creator"] == ["Bergen kommune"]
        assert metadata["dc:identifier"] == "fana-2023-1"
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"], metadata["pdfuaid:part"]) == ("2", "A", "1")
        assert str(pdf.docinfo["/CreationDate"]) == "D:20230913123000+00'00'"
        assert metadata["xmp:CreateDate"] == "2023-09-13T12:30:00+00:00"
        assert pdf.pages[0].obj.Tabs == "/S"


def test_each_page_carries_its_number_the_id_and_the_whole_fingerprint() -> None:
    story = every_block_in_bokmal()
    texts = page_texts(build_pdf(some_facts(), story))

    for number, text in enumerate(texts, start=1):
        assert f"Side {number} av {len(texts)}" in text
        assert "fana-2023-1" in text
        assert content_fingerprint(some_facts(), story) in text


def test_every_font_is_embedded() -> None:
    with printed(*every_block_in_bokmal()) as pdf:
        fonts = {name: font for page in pdf.pages for name, font in page.obj.Resources.Font.items()}

        assert len(fonts) == 4
        assert all("/FontFile2" in font.FontDescriptor for font in fonts.values())
        assert all("Inter" in str(font.BaseFont) for font in fonts.values())
