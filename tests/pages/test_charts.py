"""Charts: lengths that can be checked by hand, and half-circles that hold every seat without crowding."""

from fractions import Fraction
from math import dist

import pytest

from app.core.charts import Item, Step, bar_chart, ladder, shortened, stacked_bar
from app.core.hemicycle import Hemicycle, hemicycle


def an_item(code: str, value: int) -> Item:
    return Item(code, f"Liste {code}", value, f"party-{code.lower()}", str(value))


def a_step(seat: int | None, quotient: Fraction) -> Step:
    return Step(seat, "A", "Arbeiderpartiet", "party-ap", quotient, "", "", "")


def test_the_largest_bar_leaves_room_for_its_figure_and_the_others_are_in_proportion() -> None:
    """300 is the longest: 74 %. 150 is half of it: 37 %. 100 is a third: 24.66 %, cut, not rounded. 0 has no length."""
    chart = bar_chart([an_item("A", 300), an_item("B", 150), an_item("C", 100), an_item("D", 0)])
    assert [bar.length for bar in chart.bars] == ["74.00%", "37.00%", "24.66%", "0.00%"]


def test_bars_stand_under_each_other_in_the_order_given() -> None:
    chart = bar_chart([an_item("B", 1), an_item("A", 2)])
    assert [(bar.item.code, bar.top) for bar in chart.bars] == [("B", "0.00em"), ("A", "2.90em")]
    assert chart.height == "5.80em"


def test_bars_of_nothing_have_no_length() -> None:
    assert [bar.length for bar in bar_chart([an_item("A", 0)]).bars] == ["0.00%"]
    assert bar_chart([]).bars == ()


def test_a_stacked_bar_is_cut_in_proportion_and_leaves_out_parts_of_nothing() -> None:
    """1 + 0 + 3 = 4: a quarter from 0, then three quarters from 25 %."""
    segments = stacked_bar([an_item("A", 1), an_item("B", 0), an_item("C", 3)])
    assert [(each.item.code, each.start, each.length) for each in segments] == [
        ("A", "0.00%", "25.00%"),
        ("C", "25.00%", "75.00%"),
    ]


def test_a_part_of_a_stacked_bar_carries_its_code_where_there_is_room() -> None:
    """12 of 100 is just enough, 11 of 100 is not."""
    segments = stacked_bar([an_item("A", 12), an_item("B", 11), an_item("C", 77)])
    assert [each.labelled for each in segments] == [True, False, True]


def test_the_ladder_draws_a_line_between_the_last_seat_and_the_next_in_line() -> None:
    """Rungs are 2.5 em high; half a rung is left open below the last seat, and the line goes through it."""
    chart = ladder([a_step(1, Fraction(10)), a_step(2, Fraction(5))], [a_step(None, Fraction(4))])
    assert [rung.top for rung in chart.rungs] == ["0.00em", "2.50em", "6.25em"]
    assert chart.line == "5.62em"
    assert [rung.length for rung in chart.rungs] == ["88.00%", "44.00%", "35.20%"]


def test_long_names_are_cut_at_a_word() -> None:
    assert shortened("SV - Sosialistisk Venstreparti", 20) == "SV - Sosialistisk…"
    assert shortened("Senterpartiet", 20) == "Senterpartiet"
    assert shortened("Folkeavstemningslisten", 10) == "Folkeavst…"


@pytest.mark.parametrize("total", [*range(1, 30), 43, 67, 77, 101, 169, 199])
def test_every_seat_is_drawn_once_inside_the_box_and_none_covers_another(total: int) -> None:
    chart = hemicycle([an_item("A", total)])
    points = [(float(seat.x), float(seat.y)) for seat in chart.seats]
    radius = float(chart.radius)
    left, top, width, height = (float(number) for number in chart.box.split())
    assert len(points) == total == chart.total
    assert all(left + radius <= x <= left + width - radius for x, _ in points)
    assert all(top + radius <= y <= top + height - radius for _, y in points)
    assert all(dist(one, other) >= 2 * radius for one, other in _neighbours(points))


def test_lists_sit_from_left_to_right_in_the_order_given() -> None:
    chart = hemicycle([an_item("A", 5), an_item("B", 0), an_item("C", 5), an_item("D", 5)])
    assert "".join(seat.code for seat in chart.seats) == "AAAAACCCCCDDDDD"
    middles = [_middle(chart, code) for code in "ACD"]
    assert middles == sorted(middles)
    assert [(label.code, label.number) for label in chart.labels] == [("A", "5"), ("C", "5"), ("D", "5")]


def test_neighbours_differ_in_texture_where_seats_are_too_small_for_letters() -> None:
    """One hundred and ninety-nine seats are too small for three letters each."""
    chart = hemicycle([an_item("MDG", 99), an_item("KRF", 60), an_item("FRP", 40)])
    textures = {seat.code: seat.texture for seat in chart.seats}
    assert not chart.letters
    assert textures == {"MDG": 0, "KRF": 1, "FRP": 2}


def test_the_seats_of_a_district_council_carry_letters() -> None:
    assert hemicycle([an_item("NORD", 8), an_item("KONS", 7)]).letters


@pytest.mark.parametrize("count", [2, 5, 11, 16])
def test_labels_of_many_small_lists_do_not_cover_each_other(count: int) -> None:
    chart = hemicycle([an_item(f"L{number:02d}", 1 if number % 2 else 9) for number in range(count)])
    places = [(float(label.x), float(label.y)) for label in chart.labels]
    assert all(abs(one[0] - other[0]) >= 45 or abs(one[1] - other[1]) >= 40 for one, other in _neighbours(places))


def test_a_council_without_seats_is_an_empty_half_circle() -> None:
    assert hemicycle([]).seats == ()


def _middle(chart: Hemicycle, code: str) -> float:
    places = [float(seat.x) for seat in chart.seats if seat.code == code]
    return sum(places) / len(places)


def _neighbours(points: list[tuple[float, float]]) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    return [(one, other) for place, one in enumerate(points) for other in points[place + 1 :]]
