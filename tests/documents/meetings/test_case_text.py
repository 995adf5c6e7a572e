"""The text of a case paper: what is kept of it, and how it stands on paper."""

import pytest

from app.meetings.agenda.rich_text import clean
from app.meetings.calling.documents.html_blocks import html_blocks
from app.meetings.plain_text import plain_text
from app.pdf.blocks import BulletList, Column, Heading, Link, Paragraph, Row, Strong, Table


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Første avsnitt.\n\nAndre & siste.", "<p>Første avsnitt.</p><p>Andre &amp; siste.</p>"),
        ("<p onclick='x()'>Hei</p>", "<p>Hei</p>"),
        ("<p>Hei<script>alert(1)</script></p>", "<p>Hei</p>"),
        ('<p><img src="x" onerror="alert(1)">Hei</p>', "<p>Hei</p>"),
        ("<p><b>Fet</b> og <i>skrå</i></p>", "<p><strong>Fet</strong> og <em>skrå</em></p>"),
        ("<h1>Stor</h1><p>Hei</p>", "<h3>Stor</h3><p>Hei</p>"),
        ('<p style="display:none">Skjult</p>', "<p>Skjult</p>"),
        ("<p><br></p>", ""),
        ("  \n ", ""),
    ],
    ids=["plain", "handler", "script", "picture", "weight", "heading", "style", "empty", "spaces"],
)
def test_only_the_marks_of_the_editor_are_kept(typed: str, kept: str) -> None:
    assert clean(typed) == kept


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "vbscript:x"])
def test_a_link_that_could_run_something_leads_nowhere(address: str) -> None:
    assert "href" not in clean(f'<p><a href="{address}">Les</a></p>')


def test_a_link_to_the_web_is_kept_and_says_nothing_of_us() -> None:
    assert clean('<p><a href="https://lovdata.no/">Les</a></p>') == (
        '<p><a href="https://lovdata.no/" rel="noopener noreferrer nofollow">Les</a></p>'
    )


def test_the_words_of_a_text_stand_line_by_line() -> None:
    assert plain_text("<h3>Om</h3><ul><li>En &amp; to</li><li>Tre</li></ul>") == "Om\nEn & to\nTre"


def test_a_case_text_becomes_blocks_of_a_document() -> None:
    html = (
        '<h3>Bakgrunn</h3><p>Se <a href="https://lovdata.no/">loven</a> <strong>nå</strong>.</p>'
        "<ol><li>En</li><li>To</li></ol>"
        "<table><tbody><tr><th>Sted</th><th>Antall</th></tr><tr><td>Fana</td><td>3</td></tr></tbody></table>"
    )
    assert html_blocks(html) == (
        Heading(4, "Bakgrunn"),
        Paragraph(("Se ", Link("loven", "https://lovdata.no/"), " ", Strong("nå"), ".")),
        BulletList((("En",), ("To",)), numbered=True),
        Table((Column("Sted"), Column("Antall")), (Row(("Fana", "3")),)),
    )
