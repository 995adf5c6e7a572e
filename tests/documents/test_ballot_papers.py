"""Printed ballot papers: what can be read, seen and heard on them, and what a printer is told."""

import hashlib
import io
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from app import create_app
from app.elections.ballot_papers.inks import INKS
from app.elections.ballot_papers.papers import ContestPaper, print_paper, worded
from app.elections.ballot_papers.refusals import PaperOverfull
from app.elections.ballot_papers.settings import BallotColour, Fold, PaperSettings
from config import Config
from tests.ballot_papers import SIXTY_LETTERS, a_long_list, majority_papers, papers_of_lists
from tests.documents.samples import ACCESSIBLE, ARCHIVE, broken_rules, elements, kids, page_texts

MILLIMETRE = 72 / 25.4
LIST, BLANK, GENERIC = 0, -2, -1
PRINT_IN_ANOTHER_PROCESS = """
import hashlib
from app import create_app
from app.elections.ballot_papers.papers import print_paper
from app.elections.ballot_papers.settings import PaperSettings
from config import Config
from tests.ballot_papers import a_long_list, papers_of_lists

with create_app(Config("sqlite://", "x" * 32, testing=True)).app_context():
    print(hashlib.sha256(print_paper(papers_of_lists(a_long_list())[0], PaperSettings())).hexdigest())
"""


@pytest.fixture(autouse=True, scope="module")
def _languages() -> Iterator[None]:
    with create_app(Config("sqlite://", "only for tests, and long enough", testing=True)).app_context():
        yield


def a_paper(
    which: int = LIST, candidates: int = 21, bonus: int = 4, seats: int = 15, *, long: bool = False
) -> ContestPaper:
    return papers_of_lists(a_long_list(candidates, bonus, long_names=long), seats=seats)[which]


def inside(paper: ContestPaper, settings: PaperSettings | None = None) -> str:
    return " ".join(page_texts(print_paper(paper, settings or PaperSettings()))[0].split())


def outside(paper: ContestPaper, settings: PaperSettings | None = None) -> str:
    return " ".join(page_texts(print_paper(paper, settings or PaperSettings()))[1].split())


def alts(file: bytes) -> list[str]:
    """What a listener is told of each figure, in reading order."""
    with pikepdf.open(io.BytesIO(file)) as pdf:
        return [str(figure.Alt) for figure in elements(pdf, "Figure")]


PAPERS = {
    "7 candidates without bonus": (a_paper(candidates=7, bonus=0), PaperSettings()),
    "21 candidates with long names": (a_paper(long=True), PaperSettings()),
    "41 candidates in two columns": (a_paper(candidates=41, bonus=6, seats=35), PaperSettings()),
    "with crop marks, folded twice": (a_paper(), PaperSettings(crop_marks=True, fold=Fold.TWICE)),
    "a sample in nynorsk": (a_paper(), PaperSettings(sample=True, language="nn")),
    "on coloured paper": (a_paper(), PaperSettings(colour=BallotColour.PAPER)),
    "blank": (a_paper(BLANK), PaperSettings()),
    "majority, 17 seats": (majority_papers(17)[0], PaperSettings(sample=True)),
    "generic": (a_paper(GENERIC), PaperSettings(sample=True)),
}


@pytest.mark.parametrize(("paper", "settings"), PAPERS.values(), ids=PAPERS)
def test_a_paper_is_one_sheet_that_breaks_no_rule_for_archives_or_screen_readers(
    paper: ContestPaper, settings: PaperSettings
) -> None:
    file = print_paper(paper, settings)
    with pikepdf.open(io.BytesIO(file)) as pdf:
        assert len(pdf.pages) == 2
        assert pdf.check_pdf_syntax() == []
    assert broken_rules(file, ARCHIVE) == []
    assert broken_rules(file, ACCESSIBLE) == []


@pytest.mark.rule("R-68", "R-54")
def test_the_inside_names_election_district_list_and_every_candidate_in_order() -> None:
    text = inside(a_paper())
    assert text.startswith(
        "Stemmeseddel – Bydelsvalg 2027 Bergen kommune, valgdag 13. september 2027 Bydel: Fana Liste A"
    )
    places = [text.index(f"{n}. Kari Nordmann {n}, {1950 + n}, sykepleier, Fana") for n in range(1, 22)]
    assert places == sorted(places)
    for title in ("Personstemme", "Kandidater fra andre lister", "Slik stemmer du"):
        assert title in text


@pytest.mark.rule("R-68")
def test_a_box_stands_before_each_name_on_the_page_and_in_the_tree() -> None:
    with pikepdf.open(io.BytesIO(print_paper(a_paper(bonus=0), PaperSettings()))) as pdf:
        rows = elements(pdf, "TR")[1:]
        assert len(rows) == 21
        for row in rows:
            box, number, name = kids(row)
            assert [str(cell.S) for cell in (box, number, name)] == ["/TD", "/TD", "/TH"]  # type: ignore[attr-defined] # elements
            assert str(name.A.Scope) == "/Row"  # type: ignore[attr-defined] # an element
        boxes = [figure for figure in elements(pdf, "Figure") if "Rute" in str(figure.Alt)]
        left = 11 * MILLIMETRE
        for figure in boxes:
            x, lower, right, upper = (float(side) for side in figure.A.BBox)
            assert left <= x < right < left + 22 * MILLIMETRE
            assert [right - x, upper - lower] == pytest.approx([4 * MILLIMETRE] * 2, abs=0.02)


@pytest.mark.rule("R-56", "R-68")
def test_one_who_listens_can_tell_the_candidates_with_the_bonus() -> None:
    file = print_paper(a_paper(bonus=2), PaperSettings())
    with_bonus = [alt for alt in alts(file) if alt.endswith(", som har stemmetillegg")]
    assert with_bonus == [f"Rute for personstemme til Kari Nordmann {n}, som har stemmetillegg" for n in (1, 2)]
    text = " ".join(page_texts(file)[0].split())
    parts = ("Kandidater med stemmetillegg", "2. Kari Nordmann 2", "Andre kandidater", "3. Kari Nordmann 3")
    assert [text.index(part) for part in parts] == sorted(text.index(part) for part in parts)
    assert "Kandidater med uthevet skrift har fått stemmetillegg" in text


@pytest.mark.rule("R-56", "R-68")
def test_one_who_sees_can_tell_them_too_only_their_names_are_bold() -> None:
    with pikepdf.open(io.BytesIO(print_paper(a_paper(bonus=2), PaperSettings()))) as pdf:
        page = pdf.pages[0]
        bold = {str(name) for name, font in page.obj.Resources.Font.items() if "Inter-Bold" in str(font.BaseFont)}
        shown, font = [], ""
        for each in pikepdf.parse_content_stream(page):
            if str(each.operator) == "Tf":
                font = str(each.operands[0])
            elif str(each.operator) == "Tj" and font in bold:
                shown.append(each.operands)
    # the band's two texts, the heading, and number and name of two candidates
    assert len(shown) == 3 + 2 * 2


@pytest.mark.rule("R-56")
def test_a_list_without_bonus_says_nothing_about_it() -> None:
    file = print_paper(a_paper(bonus=0), PaperSettings())
    assert "stemmetillegg" not in page_texts(file)[0]
    assert not [alt for alt in alts(file) if "stemmetillegg" in alt]


@pytest.mark.rule("R-112", "R-113")
@pytest.mark.parametrize(("seats", "lines"), [(3, 3), (13, 5), (15, 5), (17, 5), (24, 6), (35, 8)])
def test_the_field_for_other_lists_has_exactly_the_lines_of_the_quota(seats: int, lines: int) -> None:
    file = print_paper(a_paper(candidates=9, bonus=0, seats=seats), PaperSettings())
    written = [alt for alt in alts(file) if alt.startswith("Linje")]
    assert written == [f"Linje {n} til å skrive et navn på" for n in range(1, lines + 1)]
    assert f"inntil {lines} navn" in page_texts(file)[0]
    assert f"inntil {lines} kandidater fra andre lister" in " ".join(page_texts(file)[0].split())


def test_twenty_one_names_of_seventy_letters_each_with_a_long_heading_still_fit_on_the_sheet() -> None:
    given = a_long_list(21, 4)
    people = tuple(replace(each, name=SIXTY_LETTERS, profession="førstekonservator") for each in given.candidates)
    heading = "Tverrpolitisk liste for Fana, Ytrebygda og omland – nærmiljø, skole og kollektivtrafikk"
    text = inside(papers_of_lists(replace(given, name=heading, candidates=people))[0])
    assert text.count(SIXTY_LETTERS) == 21
    assert heading in text


def test_twenty_one_long_names_in_sami_letters_are_all_there_whole() -> None:
    text = inside(a_paper(long=True))
    assert len(SIXTY_LETTERS) > 60
    assert text.count(f"{SIXTY_LETTERS}, 19") == 7
    assert "□" not in text
    assert "…" not in text


@pytest.mark.rule("R-69")
def test_the_outside_is_the_same_whatever_is_voted_for_and_has_the_stamp_field() -> None:
    papers = [a_paper(LIST), a_paper(BLANK), a_paper(GENERIC), a_paper(candidates=7, bonus=0)]
    texts = {outside(paper) for paper in papers}
    assert len(texts) == 1
    text = texts.pop()
    for word in ("Stemmeseddel – Bydelsvalg 2027", "Bydel: Fana", "Stempel"):
        assert word in text
    assert "Liste" not in text
    assert "SS-2027" not in text
    drawn = set()
    for paper in papers:
        with pikepdf.open(io.BytesIO(print_paper(paper, PaperSettings()))) as pdf:
            paths = [i for i in pikepdf.parse_content_stream(pdf.pages[1]) if str(i.operator) in ("re", "l", "m", "rg")]
            drawn.add(pikepdf.unparse_content_stream(paths))
    assert len(drawn) == 1
    assert alts(print_paper(a_paper(), PaperSettings()))[-1] == "Felt for stempel"


@pytest.mark.rule("R-69")
def test_a_blank_paper_says_so_and_has_nothing_to_mark() -> None:
    file = print_paper(a_paper(BLANK), PaperSettings())
    assert "Bydelsvalg 2027" in page_texts(file)[0]
    assert "Blank stemmeseddel" in page_texts(file)[0]
    assert alts(file) == ["Felt for stempel"]


@pytest.mark.rule("R-180", "R-181", "R-185")
@pytest.mark.parametrize("seats", [3, 15, 17])
def test_a_majority_paper_has_a_line_for_each_member_and_each_deputy_and_no_name(seats: int) -> None:
    file = print_paper(majority_papers(seats)[0], PaperSettings())
    lines = [
        f"{whom}, linje {n} til å skrive et navn på"
        for whom in ("Medlemmer", "Varamedlemmer")
        for n in range(1, seats + 1)
    ]
    assert alts(file) == [*lines, "Felt for stempel"]
    text = " ".join(page_texts(file)[0].split())
    assert text.count(f"Skriv inntil {seats} navn, ett på hver linje.") == 2
    assert "Flertallsvalg" in text
    assert "Kari" not in text
    assert "Liste A" not in text


@pytest.mark.rule("R-181")
def test_more_lines_than_a_hand_can_write_on_one_sheet_are_refused() -> None:
    with pytest.raises(PaperOverfull) as refused:
        print_paper(majority_papers(35)[0], PaperSettings())
    assert refused.value.lines == 35


@pytest.mark.rule("R-69")
def test_a_blank_paper_of_a_majority_election_looks_the_same_outside() -> None:
    assert len({outside(paper) for paper in majority_papers()}) == 1


@pytest.mark.rule("R-105")
def test_the_generic_paper_names_each_list_with_a_box_and_no_candidate() -> None:
    file = print_paper(a_paper(GENERIC), PaperSettings())
    assert alts(file) == ["Rute til kryss for Liste A", "Rute til kryss for Liste Z", "Felt for stempel"]
    assert "Kari" not in page_texts(file)[0]
    assert "Kandidater fra andre lister" not in page_texts(file)[0]


@pytest.mark.parametrize("which", [LIST, BLANK, GENERIC])
def test_a_sample_is_marked_as_one_on_every_side_and_a_real_paper_on_none(which: int) -> None:
    sample = print_paper(a_paper(which), PaperSettings(sample=True))
    for text in page_texts(sample):
        assert "PRØVE – kan ikke brukes til å stemme med" in text
    with pikepdf.open(io.BytesIO(sample)) as pdf:
        assert str(pdf.docinfo["/Title"]).startswith("PRØVE: ")
        assert str(pdf.open_metadata()["dc:identifier"]).endswith("-prove")
        first = [page for page in pdf.pages if b"/P <</MCID 0>>" in page.Contents.read_bytes()]
        assert len(first) == 2
    real = print_paper(a_paper(which), PaperSettings())
    assert not any("PRØVE" in text for text in page_texts(real))


def test_both_written_languages_are_printed_and_told() -> None:
    file = print_paper(a_paper(), PaperSettings(language="nn"))
    text = " ".join(page_texts(file)[0].split())
    for word in ("Stemmesetel", "valdag 13. september 2027", "Kandidatar frå andre lister", "Slik stemmer du"):
        assert word in text
    assert "Stemmeseddel" not in "".join(page_texts(file))
    with pikepdf.open(io.BytesIO(file)) as pdf:
        assert str(pdf.Root.Lang) == "nn-NO"
    with pikepdf.open(io.BytesIO(print_paper(a_paper(), PaperSettings()))) as pdf:
        assert str(pdf.Root.Lang) == "nb-NO"


def in_millimetres(box: pikepdf.Object) -> tuple[float, ...]:
    return tuple(round(float(side) / MILLIMETRE, 1) for side in box.as_list())


def boxes(file: bytes) -> list[tuple[float, ...]]:
    """Page, bleed and sheet in millimetres, the same on both pages."""
    with pikepdf.open(io.BytesIO(file)) as pdf:
        keys = ("/MediaBox", "/BleedBox", "/TrimBox")
        of_pages = [[in_millimetres(page.obj[key]) for key in keys] for page in pdf.pages]
    assert of_pages[0] == of_pages[1]
    return of_pages[0]


def test_the_printer_is_told_where_to_cut_and_how_far_the_colour_goes() -> None:
    a4 = (0, 0, 297, 210)
    assert boxes(print_paper(a_paper(), PaperSettings())) == [a4, a4, a4]
    assert boxes(print_paper(a_paper(), PaperSettings(crop_marks=True))) == [
        (0, 0, 317, 230),
        (7, 7, 310, 223),
        (10, 10, 307, 220),
    ]


@pytest.mark.rule("R-68")
@pytest.mark.parametrize("colour", BallotColour)
def test_the_colour_is_as_chosen_and_never_that_of_another_election(colour: BallotColour) -> None:
    assert colour not in ("pink", "magenta", "red", "blue")
    with pikepdf.open(io.BytesIO(print_paper(a_paper(), PaperSettings(colour=colour)))) as pdf:
        fills = [i.operands for i in pikepdf.parse_content_stream(pdf.pages[0]) if str(i.operator) == "rg"]
    wanted = [int(INKS[colour].fill[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    assert [float(part) for part in fills[0]] == pytest.approx(wanted, abs=0.001)


@pytest.mark.parametrize("colour", BallotColour)
def test_text_on_each_colour_can_be_read(colour: BallotColour) -> None:
    """Contrast by WCAG: (lighter + 0.05) / (darker + 0.05), at least 4.5."""
    light, dark = sorted((luminance(INKS[colour].fill), luminance(INKS[colour].text)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def luminance(code: str) -> float:
    parts = [int(code[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_folding_once_or_twice_is_told_and_marked() -> None:
    assert "Brett stemmeseddelen én gang" in inside(a_paper())
    assert "Brett stemmeseddelen to ganger" in inside(a_paper(), PaperSettings(fold=Fold.TWICE))
    strokes = []
    for fold in Fold:
        with pikepdf.open(io.BytesIO(print_paper(a_paper(), PaperSettings(fold=fold)))) as pdf:
            strokes.append(sum(str(i.operator) == "S" for i in pikepdf.parse_content_stream(pdf.pages[1])))
    assert strokes[1] == strokes[0] + 2


def test_the_same_lists_give_the_same_bytes_in_another_process() -> None:
    here = print_paper(a_paper(), PaperSettings())
    assert here == print_paper(a_paper(), PaperSettings())
    assert here != print_paper(a_paper(candidates=20), PaperSettings())
    printed = subprocess.run(
        [sys.executable, "-c", PRINT_IN_ANOTHER_PROCESS],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert printed.stdout.strip() == hashlib.sha256(here).hexdigest()


def test_the_document_id_and_fingerprint_stand_on_the_inside() -> None:
    text = inside(a_paper())
    assert "Dokument SS-2027-fana-liste-A-nb. Lik på alle stemmesedler av dette slaget." in text
    assert len(text.rsplit("Innhold (SHA-256) ", 1)[1].split()[0]) == 64


def test_names_of_files_sort_as_the_lists_do() -> None:
    papers = papers_of_lists(*(a_long_list(7, 0, code) for code in ("Ø", "B", "AP")))
    names = [paper.file_name(PaperSettings()) for paper in papers]
    assert names == sorted(names)
    assert names[0] == "stemmeseddel-2027-01-fana-01-liste-Ø-nb.pdf"
    assert names[-1] == "stemmeseddel-2027-01-fana-05-avkryssing-nb.pdf"
    assert papers[0].file_name(PaperSettings(sample=True, language="nn")) == "prove-2027-01-fana-01-liste-Ø-nn.pdf"


def test_a_list_that_no_sheet_holds_is_refused_before_anything_is_printed() -> None:
    paper = a_paper(candidates=90, seats=84)
    with pytest.raises(PaperOverfull):
        worded([a_paper(), paper], PaperSettings())
    with pytest.raises(PaperOverfull):
        print_paper(paper, PaperSettings())


def test_a_name_with_what_no_font_has_is_shown_as_missing_and_never_dropped() -> None:
    given = a_long_list(7, 0)
    odd = replace(
        given, candidates=(replace(given.candidates[0], name="Kari \U0001f5f3 Nordmann"), *given.candidates[1:])
    )
    assert "Kari □ Nordmann" in inside(papers_of_lists(odd)[0])
