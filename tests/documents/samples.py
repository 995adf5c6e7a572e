"""Makers of documents to test with, and ways to look into a finished one."""

import io
from collections.abc import Iterator
from datetime import UTC, datetime

import page as validator
import pikepdf
import pypdf

from app.pdf.blocks import (
    Align,
    Block,
    BulletList,
    Column,
    Contents,
    CutSlips,
    Emphasis,
    Figure,
    HeadGroup,
    Heading,
    KeepTogether,
    KeyValues,
    Link,
    Look,
    PageBreak,
    Paragraph,
    Row,
    RowLook,
    Signatory,
    SignatureLines,
    Strong,
    Table,
)
from app.pdf.charts import Bar, BarChart, SeatChart, SeatGroup
from app.pdf.facts import DocumentFacts, FooterLabels, Language

PRINTED_AT = datetime(2023, 9, 13, 12, 30, tzinfo=UTC)
ARCHIVE = validator.ValidationProfile.PDF_A_2A
ACCESSIBLE = validator.ValidationProfile.PDF_UA_1


def some_facts(
    language: Language = Language.BOKMAL, title: str = "Valgprotokoll for Fana", dated: datetime = PRINTED_AT
) -> DocumentFacts:
    labels = FooterLabels("Side {page} av {pages}", "Dokument", "SHA-256 av innholdet")
    return DocumentFacts(title, language, "Bergen kommune", "fana-2023-1", dated, labels)


def a_table(rows: int, caption: str = "") -> Table:
    columns = (Column("Nr.", Align.RIGHT), Column("Kandidat", row_header=True), Column("Personstemmer", Align.RIGHT))
    return Table(columns, tuple(Row((str(n), f"Kandidat {n}", f"{n * 7}")) for n in range(1, rows + 1)), caption)


def every_block_in_bokmal() -> tuple[Block, ...]:
    """A small record with every kind of block and every look."""
    return (
        Heading(1, "Valgprotokoll"),
        Paragraph("Direkte valg til bydelsutvalget i Fana", Look.LEAD),
        KeyValues((("Kommune", "4601 Bergen"), ("Valgdag", "11. september 2023"))),
        Heading(2, "Innhold"),
        Contents(deepest=3),
        Heading(2, "Sammendrag"),
        Paragraph(
            (
                "Valgstyret godkjente ",
                Strong("enstemmig"),
                " valget (",
                Emphasis("valgloven § 10-7"),
                "). Se ",
                Link("kontrollpakken", "https://verv.example/fana"),
                ".",
            )
        ),
        Paragraph("Det ble trukket lodd om plass nr. 3.", Look.NOTICE),
        Figure(SeatChart((SeatGroup("Rød liste", 2), SeatGroup("Blå liste", 1)), "3 plasser"), "Rød 2, blå 1 plass"),
        Figure(BarChart((Bar("Rød liste", 20, "20"), Bar("Blå liste", 10, "10"))), "Rød 20, blå 10 stemmer", "Stemmer"),
        Heading(3, "Plasser"),
        Table(
            (Column("Liste", row_header=True), Column("For\u00adhånd", Align.RIGHT), Column("Valgting", Align.RIGHT)),
            (
                Row(("Lister med plass",), RowLook.GROUP),
                Row(("Rød liste", "12", "8"), RowLook.MARKED),
                Row(("Blå liste", "4", "6")),
                Row(("I alt", "16", "14"), RowLook.TOTAL),
            ),
            "Stemmer",
            (HeadGroup("", 1), HeadGroup("Stemmer", 2)),
        ),
        Heading(4, "Forkastede"),
        BulletList(("Mangler stempel", ("Uten ", Strong("listenavn")))),
        BulletList(("Først", "Så"), numbered=True),
        a_table(70, "Kandidater"),
        Paragraph("Tallene er kontrollert.", Look.NOTE),
        PageBreak(),
        KeepTogether(
            (
                Heading(2, "Underskrifter"),
                SignatureLines((Signatory("Kari Nordmann", "Leder"), Signatory("", "Nestleder")), "Sted og dato"),
            )
        ),
        CutSlips(("A: Arbeiderpartiet", "B: Høyre")),
    )


def every_block_in_nynorsk() -> tuple[Block, ...]:
    """The same vocabulary in nynorsk words."""
    return (
        Heading(1, "Valprotokoll"),
        Paragraph("Direkte val til bydelsutvalet i Fana", Look.LEAD),
        Contents(),
        Heading(2, "Førebels oppteljing"),
        KeyValues((("Valdag", "11. september 2023"),)),
        Table(
            (Column("Liste", row_header=True), Column("Røyster", Align.RIGHT)),
            (Row(("Raud liste", "20"), RowLook.MARKED), Row(("I alt", "20"), RowLook.TOTAL)),
            fill=False,
            dense=True,
        ),
        BulletList(("Valtingsrøyster", "Førehandsrøyster")),
        Figure(BarChart((Bar("Raud liste", 20, "20", "#8b1a1a"),)), "Raud liste fekk 20 røyster"),
        SignatureLines((Signatory("Åse Sæther", "Leiar"),)),
    )


def broken_rules(file: bytes, profile: validator.ValidationProfile) -> list[str]:
    """Numbers of the rules that a file breaks; empty for a file in order."""
    report = validator.validate_pdf_bytes(file, profile=profile, limits=validator.SafetyLimits.unlimited())
    assert report.rules.total > 100
    return [f"{failure.rule_id}: {failure.message}" for failure in report.failures]


def page_texts(file: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(file)).pages]


def elements(pdf: pikepdf.Pdf, role: str) -> list[pikepdf.Object]:
    """Every element of the structure tree with this role, in reading order."""
    return [element for element in walk(pdf.Root.StructTreeRoot.K) if f"/{role}" == element.S]


def walk(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    yield element
    for kid in kids(element):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from walk(kid)


def kids(element: pikepdf.Object) -> list[object]:
    if "/K" not in element:
        return []
    return list(element.K) if isinstance(element.K, pikepdf.Array) else [element.K]
