"""Where pages end: no heading alone at the foot, no lonely line or row, and nothing that runs over the edge."""

import pytest

from app.pdf.blocks import Block, Column, Heading, KeepTogether, PageBreak, Paragraph, Row, RowLook, Table
from app.pdf.canvas import TaggedCanvas
from app.pdf.document import build_pdf
from app.pdf.figure_boxes import arch_places
from app.pdf.layout import Box, PageEnd, keep_together, paginate
from tests.documents.samples import a_table, page_texts, some_facts


class Block100(Box):
    """A box of height 100 (or another) that cannot be split."""

    def __init__(self, name: str, height: float = 100, before: float = 0, after: float = 0) -> None:
        self.name, self.height, self.before, self.after = name, height, before, after

    def draw(self, canvas: TaggedCanvas, top: float) -> None:
        raise AssertionError("these tests only set pages")


class Lines(Block100):
    """A box that splits after every 10."""

    def least_height(self) -> float:
        return 20

    def split(self, room: float) -> tuple[Box, Box] | None:
        fitting = room // 10 * 10
        if fitting < 20:
            return None
        return Lines(self.name, fitting), Lines(self.name + "…", self.height - fitting)


def heading(name: str) -> Box:
    box = Block100(name, 30)
    box.keeps_with_next = True
    return box


def pages_of(*boxes: Box, height: float = 250) -> list[list[tuple[str, float]]]:
    """(name, distance from the top) of each box, page by page."""
    pages = paginate(boxes, height)
    return [[(placed.box.name, placed.top) for placed in page if isinstance(placed.box, Block100)] for page in pages]


def test_boxes_stand_under_each_other_until_the_page_is_full() -> None:
    boxes = (Block100("a"), Block100("b"), Block100("c"))

    assert pages_of(*boxes) == [[("a", 0), ("b", 100)], [("c", 0)]]


def test_the_larger_air_counts_between_two_boxes_and_none_at_the_top() -> None:
    boxes = (Block100("a", before=9, after=10), Block100("b", before=20), Block100("c", before=99))

    assert pages_of(*boxes) == [[("a", 0), ("b", 120)], [("c", 0)]]


def test_a_heading_goes_along_to_the_page_of_its_text() -> None:
    boxes = (Block100("a", 200), heading("title"), Block100("b"))

    assert pages_of(*boxes) == [[("a", 0)], [("title", 0), ("b", 30)]]


def test_a_heading_stays_where_the_beginning_of_its_text_fits() -> None:
    boxes = (Block100("a"), heading("title"), Lines("text", 300))

    assert pages_of(*boxes) == [[("a", 0), ("title", 100), ("text", 130)], [("text…", 0)]]


def test_boxes_kept_together_move_together() -> None:
    group = [Block100("b", 60), Block100("c", 60), Lines("d", 60)]
    keep_together(group)

    assert pages_of(Block100("a"), *group) == [[("a", 0)], [("b", 0), ("c", 60), ("d", 120)]]


def test_what_no_page_can_hold_together_begins_where_its_beginning_fits() -> None:
    """A heading and a text of 300 on a page of 250: the heading still takes the first 20 of its text along."""
    group = [heading("title"), Lines("text", 300)]
    keep_together(group)

    assert pages_of(Block100("a", 190), *group) == [
        [("a", 0), ("title", 190), ("text", 220)],
        [("text…", 0)],
        [("text……", 0)],
    ]
    assert pages_of(Block100("a", 210), *group)[:2] == [[("a", 0)], [("title", 0), ("text", 30)]]


def test_a_page_break_leaves_no_empty_page() -> None:
    boxes = (PageEnd(), Block100("a"), PageEnd(), PageEnd(), Block100("b"), PageEnd())

    assert pages_of(*boxes) == [[("a", 0)], [("b", 0)]]


def test_a_box_higher_than_the_page_is_placed_all_the_same() -> None:
    assert pages_of(Block100("a", 20), Block100("b", 300), Block100("c", 20)) == [[("a", 0)], [("b", 0)], [("c", 0)]]


def test_a_break_between_blocks_begins_a_new_page() -> None:
    texts = page_texts(build_pdf(some_facts(), (Paragraph("Først"), PageBreak(), Paragraph("Så"))))

    assert ["Først" in texts[0], "Så" in texts[1]] == [True, True]


def test_blocks_kept_together_stand_on_one_page() -> None:
    signing = KeepTogether((Heading(2, "Underskrifter"), Paragraph("Lest opp. " * 60), Paragraph("Godkjent")))
    texts = page_texts(build_pdf(some_facts(), (Heading(1, "Protokoll"), a_table(38), signing)))

    assert ["Underskrifter" in text for text in texts] == ["Godkjent" in text for text in texts]


@pytest.mark.parametrize("rows", range(36, 46))
def test_no_single_row_and_no_heading_stands_alone_at_a_page_edge(rows: int) -> None:
    """Around the length of one page: each page that has rows has at least two, under the table's titles."""
    story: tuple[Block, ...] = (Heading(1, "Protokoll"), a_table(rows), Heading(2, "Neste"), a_table(9))

    for text in page_texts(build_pdf(some_facts(), story)):
        assert text.count("Kandidat ") == 0 or text.count("Kandidat ") >= 2
        if "Neste" in text:
            assert text.index("Kandidat 1", text.index("Neste"))


def test_a_group_heading_stands_on_the_page_of_its_rows() -> None:
    rows = [
        Row((f"Liste {letter}",), RowLook.GROUP) if not n else Row((f"{letter}{n}",))
        for letter in "ABCDEFGHIJK"
        for n in range(5)
    ]
    texts = page_texts(build_pdf(some_facts(), (Table((Column("Navn"),), tuple(rows)),)))

    assert len(texts) > 1
    for letter in "ABCDEFGHIJK":
        assert [f"Liste {letter}" in text for text in texts] == [f"{letter}1" in text for text in texts]


def test_a_cell_longer_than_a_page_goes_on_over_the_next() -> None:
    words = " ".join(f"ord{number}" for number in range(3000))
    texts = page_texts(build_pdf(some_facts(), (Table((Column("Tekst"), Column("Nr.")), (Row((words, "1")),)),)))

    assert len(texts) > 1
    assert "ord0 " in texts[0]
    assert "ord2999" in texts[-1]


@pytest.mark.parametrize("seats", [0, 1, 2, 3, 7, 15, 19, 43, 67, 169, 199])
def test_a_half_circle_has_a_place_for_every_seat_and_none_overlap(seats: int) -> None:
    places, radius = arch_places(seats, 110)

    assert len(places) == seats
    assert all(-110 <= place.x <= 110 and 0 <= place.y <= 110 for place in places)
    assert [place.angle for place in places] == sorted(place.angle for place in places)
    distances = [(a.x - b.x) ** 2 + (a.y - b.y) ** 2 for number, a in enumerate(places) for b in places[number + 1 :]]
    assert all(distance >= (2 * radius) ** 2 for distance in distances)
