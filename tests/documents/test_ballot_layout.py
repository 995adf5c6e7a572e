"""How ballot papers are laid out: columns, type size, lines to write on, folds and the printer's boxes."""

import pytest

from app.elections.ballot_papers import layout
from app.elections.ballot_papers.content import Choice, ChoiceGroup, Choices
from app.elections.ballot_papers.refusals import PaperOverfull
from app.elections.ballot_papers.settings import Fold

ROOM = 450.0
"""Under a heading of one line."""
MILLIMETRE = 72 / 25.4
LONG = "Elle Márjá Gáccan Eira-Somby Utsi Bongo Čáhppesjohka Ŋarga Đorvu Ŧorsŋes, 1951, førstekonservator, Fana"


def choices(number: int, name: str = "Kari Nordmann, 1951, lærer, Fana", bonus: int = 0) -> Choices:
    lines = [Choice(f"{n}.", "", name, "Rute") for n in range(1, number + 1)]
    return Choices(
        "Personstemme",
        "Nr.",
        "Kandidat",
        (ChoiceGroup("Bonus", tuple(lines[:bonus])), ChoiceGroup("", tuple(lines[bonus:]))),
    )


@pytest.mark.parametrize(
    ("number", "name", "columns", "size"),
    [
        (7, "Kari Nordmann, 1951, lærer, Fana", 1, 12.0),
        (21, "Kari Nordmann, 1951, lærer, Fana", 1, 12.0),
        (7, LONG, 1, 12.0),
        (21, LONG, 1, 8.0),
        (41, "Kari Nordmann, 1951, lærer, Fana", 2, 8.0),
    ],
)
def test_columns_and_type_size_are_the_first_that_hold_all(number: int, name: str, columns: int, size: float) -> None:
    """A line is 1.15 times the type size. 21 names of two lines: at 8.5 with 2 of air 21 · 21.55 = 452.6 are too high,
    at 8 with 1.6 they take 420. 41 in two columns, two lines each: at 8.5 with 2.4 21 · 21.95 = 461, at 8 again 420.
    """
    plan = layout.list_layout(choices(number, name), "A", ROOM)
    assert (plan.columns, plan.size) == (columns, size)


@pytest.mark.parametrize("number", [7, 13, 21, 29, 41])
def test_every_choice_has_its_own_place_in_order_and_inside_the_room(number: int) -> None:
    plan = layout.list_layout(choices(number, bonus=4), "A", ROOM)
    assert [each.choice.number for each in plan.placed if each.choice] == [f"{n}." for n in range(1, number + 1)]
    for above, below in zip(plan.placed, plan.placed[1:], strict=False):
        assert below.column > above.column or below.top == pytest.approx(above.top + above.height)
    assert all(each.top + each.height <= ROOM + 0.001 for each in plan.placed)
    assert all(each.height >= 4 * MILLIMETRE for each in plan.placed if each.choice)


def test_no_column_ends_with_a_heading() -> None:
    everyone = choices(41).groups[1].choices
    for first in range(8, 30):
        groups = (ChoiceGroup("", everyone[:first]), ChoiceGroup("Andre", everyone[first:]))
        plan = layout.list_layout(Choices("Personstemme", "Nr.", "Kandidat", groups), "A", ROOM)
        assert plan.columns == 2
        last = [each for each in plan.placed if each.column == 0][-1]
        assert last.choice is not None


def test_what_cannot_be_read_on_one_sheet_is_refused_with_the_number_of_names() -> None:
    with pytest.raises(PaperOverfull) as refused:
        layout.list_layout(choices(120), "Liste A", ROOM)
    assert (refused.value.heading, refused.value.names) == ("Liste A", 120)


@pytest.mark.rule("R-112")
@pytest.mark.parametrize("lines", [3, 5, 6, 8])
def test_each_line_to_write_on_has_seven_millimetres_or_more(lines: int) -> None:
    plan = layout.field_layout("A", ["Du kan stemme. " * 12] * 5, lines, 420)
    assert plan.line_step >= 7 * MILLIMETRE
    assert lines * plan.line_step + layout.guidance_height(["Du kan stemme. " * 12] * 5, plan.size) <= 420.001


def test_more_lines_than_a_hand_can_write_on_are_refused() -> None:
    with pytest.raises(PaperOverfull) as refused:
        layout.field_layout("Liste A", ["Tekst"], 30, 420)
    assert refused.value.lines == 30


@pytest.mark.parametrize(("heading", "size", "lines"), [("Høyre", 22.0, 1), ("Tverrpolitisk liste " * 3, 22.0, 2)])
def test_a_heading_is_as_large_as_two_lines_allow(heading: str, size: float, lines: int) -> None:
    assert layout.heading_lines(heading) == (size, lines)
    assert layout.heading_lines("Nærmiljølisten " * 13)[0] < 14


def test_a_long_name_of_an_election_is_set_smaller_and_never_cut() -> None:
    assert layout.band_sizes("Stemmeseddel – Bydelsvalg 2027", "Bergen kommune")[0] == 15
    assert layout.band_sizes("Direkte valg til bydelsutvalgene " * 5, "Bergen kommune")[0] < 10
    with pytest.raises(PaperOverfull):
        layout.band_sizes("Direkte valg til bydelsutvalgene " * 30, "")


def test_a_sheet_is_folded_in_the_middle_once_or_twice() -> None:
    across, down = layout.folds(Fold.ONCE)
    assert list(across) == pytest.approx([148.5 * MILLIMETRE])
    assert down == ()
    across, down = layout.folds(Fold.TWICE)
    assert [*across, *down] == pytest.approx([148.5 * MILLIMETRE, 105 * MILLIMETRE])


def test_crop_marks_take_ten_millimetres_around_the_sheet_and_three_of_bleed() -> None:
    plain, marked = layout.ballot_sheet(crop_marks=False), layout.ballot_sheet(crop_marks=True)
    assert plain.page_size() == pytest.approx((297 * MILLIMETRE, 210 * MILLIMETRE))
    assert marked.page_size() == pytest.approx((317 * MILLIMETRE, 230 * MILLIMETRE))
    assert [plain.bleed, marked.bleed] == pytest.approx([0, 3 * MILLIMETRE])
