"""The reader behind the test browser finds what it is there to find: one fault put into a page that has none."""

import pytest

from tests.page_check import page_faults

PAGE = """<!doctype html>
<html lang="nb"><head><meta charset="utf-8"><title>Logg inn – Verv</title></head>
<body><main id="innhold"><h1>Logg inn</h1><h2>Hvem</h2>
<form method="post"><label for="a">Adresse</label> <input id="a" name="a" aria-describedby="h"><p id="h">Hjelp</p>
<button>Send</button></form><a href="#innhold">Opp</a></main></body></html>"""


def test_a_page_that_is_well_made_has_no_faults() -> None:
    assert page_faults(PAGE) == []


@pytest.mark.parametrize(
    ("good", "bad", "told"),
    [
        ("<!doctype html>", "", "line 2: Unexpected start tag"),
        ("</h1>", "</h2>", "line 3: "),
        ("Logg inn – Verv", "Logg inn", "title: 'Logg inn'"),
        ("Logg inn – Verv", "– Verv", "title: '– Verv'"),
        (' lang="nb"', ' lang="sv"', "language: 'sv'"),
        ("<h1>Logg inn</h1>", "<h1>Logg inn</h1><h1>Igjen</h1>", "2 h1"),
        ("<h2>Hvem</h2>", "<h3>Hvem</h3>", "h3 right after h1"),
        ('<p id="h">', '<p id="a">', "id twice: 'a'"),
        ('<p id="h">', "<p>", "input points to no one: 'h'"),
        ('href="#innhold"', 'href="#bort"', "a points to no one: 'bort'"),
        ('<label for="a">Adresse</label>', "", "field without label: 'a'"),
        (">Send<", "><", "button that says nothing: None"),
        ("<p id", '<p style="color: red" id', "inline style on p"),
        ("<p id", '<p onclick="x()" id', "inline onclick on p"),
        ("</main>", "<script>x()</script></main>", "inline script"),
        ("</head>", "<style>p { color: red }</style></head>", "inline style"),
        ('href="#innhold"', 'href="javascript:x()"', "script in an address on a"),
        ("</main>", '<img src="x.png"></main>', "picture without text: 'x.png'"),
        ("<main id", "<div id", "not exactly one main"),
    ],
)
def test_each_fault_is_found_and_named(good: str, bad: str, told: str) -> None:
    assert good in PAGE
    faults = page_faults(PAGE.replace(good, bad, 1))
    assert [fault for fault in faults if fault.startswith(told)], faults
