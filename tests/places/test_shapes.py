"""Shapes on a board of squares: what lies where, what is lawful, and borders that stay one line for both neighbours."""

import json
from itertools import pairwise

import pytest

from app.core.input_files.faults import Unfit
from app.councils.places.boundary_file import Area
from app.councils.places.faults import Problem
from app.councils.places.reference_systems import Point
from app.councils.places.shapes import (
    Bounded,
    DistrictFinder,
    exact_text,
    from_exact_text,
    joined,
    outlines,
    overlapping,
    shape_of,
)
from tests.places.registers import SIDE, SOUTH, WEST, square

Ring = list[list[float]]


def an_area(*rings: Ring) -> Area:
    """One polygon: its border, and holes."""
    return Area(0, "Fana", (tuple(tuple((x, y) for x, y in ring) for ring in rings),))


def box(west: float, south: float, east: float, north: float) -> Ring:
    """A rectangle, in kilometres from the corner of the board."""
    corners = [(west, south), (east, south), (east, north), (west, north), (west, south)]
    return [[WEST + 1000 * x, SOUTH + 1000 * y] for x, y in corners]


def at(x: float, y: float) -> Point:
    """A point, in kilometres from the corner of the board."""
    return WEST + 1000 * x, SOUTH + 1000 * y


WEST_HALF, EAST_HALF = shape_of(an_area(box(0, 0, 10, 10))), shape_of(an_area(box(10, 0, 20, 10)))


def test_a_point_is_in_the_district_around_it() -> None:
    finder = DistrictFinder([Bounded(1, 25832, WEST_HALF), Bounded(2, 25832, EAST_HALF)])
    assert finder.find([at(5, 5), at(15, 5), at(25, 5), at(5, -0.001), at(9.999, 9.999)]) == [1, 2, None, None, 1]
    assert finder.find([]) == []


def test_a_point_on_a_border_is_in_the_first_of_the_two() -> None:
    """Side, corner and outer rim, whichever of the two comes first."""
    on_borders = [at(10, 5), at(10, 0), at(0, 5), at(20, 10)]
    first_west = DistrictFinder([Bounded(1, 25832, WEST_HALF), Bounded(2, 25832, EAST_HALF)])
    first_east = DistrictFinder([Bounded(2, 25832, EAST_HALF), Bounded(1, 25832, WEST_HALF)])
    assert first_west.find(on_borders) == [1, 1, 1, 2]
    assert first_east.find(on_borders) == [2, 2, 1, 2]


def test_a_hole_is_outside_and_a_district_may_lie_in_it() -> None:
    ring = shape_of(an_area(box(0, 0, 10, 10), box(4, 4, 6, 6)))
    finder = DistrictFinder([Bounded(1, 25832, ring)])
    assert finder.find([at(1, 1), at(5, 5), at(4, 5)]) == [1, None, 1]
    inner = shape_of(an_area(box(4, 4, 6, 6)))
    both = DistrictFinder([Bounded(1, 25832, ring), Bounded(2, 25832, inner)])
    assert both.find([at(1, 1), at(5, 5)]) == [1, 2]
    assert list(overlapping({"Fana": ring, "Arna": inner}, 25832)) == []


def test_a_district_of_several_parts_holds_what_lies_in_any() -> None:
    islands = joined([shape_of(an_area(box(0, 0, 1, 1))), shape_of(an_area(box(3, 3, 4, 4)))])
    assert DistrictFinder([Bounded(7, 25832, islands)]).find([at(0.5, 0.5), at(2, 2), at(3.5, 3.5)]) == [7, None, 7]


def test_areas_beside_each_other_become_one_without_a_line_between() -> None:
    whole = joined([WEST_HALF, EAST_HALF])
    assert whole.area == 2 * SIDE * SIDE
    assert len(whole.geoms) == 1
    assert joined([WEST_HALF]) is WEST_HALF


@pytest.mark.parametrize(
    ("rings", "problem"),
    [
        (
            [[*box(0, 0, 4, 4)[:1], *reversed(box(0, 0, 4, 4)[1:3]), *box(0, 0, 4, 4)[3:]]],
            Problem.BORDER_CROSSES_ITSELF,
        ),
        ([box(0, 0, 4, 4), box(6, 6, 7, 7)], Problem.HOLE_OUTSIDE),
        ([box(0, 0, 4, 4), box(1, 1, 5, 3)], Problem.BORDER_CROSSES_ITSELF),
        ([box(0, 0, 0, 0)], Problem.SHAPE_INVALID),
    ],
)
def test_an_unlawful_border_is_refused(rings: list[Ring], problem: Problem) -> None:
    with pytest.raises(Unfit) as caught:
        shape_of(an_area(*rings))
    assert caught.value.problem is problem


def test_a_border_that_crosses_itself_is_told_with_the_crossing() -> None:
    """A bow tie: from corner to corner of a square of four kilometres, so the lines cross in its middle."""
    bow_tie = [[*at(0, 0)], [*at(4, 4)], [*at(4, 0)], [*at(0, 4)], [*at(0, 0)]]
    with pytest.raises(Unfit) as caught:
        shape_of(an_area(bow_tie))
    assert caught.value.value == f"{WEST + 2000} {SOUTH + 2000}"


def test_parts_on_top_of_each_other_are_refused() -> None:
    polygons = (*an_area(box(0, 0, 4, 4)).polygons, *an_area(box(1, 1, 2, 2)).polygons)
    with pytest.raises(Unfit) as caught:
        shape_of(Area(0, "Fana", polygons))
    assert caught.value.problem is Problem.PARTS_OVERLAP


def test_districts_may_overlap_by_a_sliver_but_not_by_more() -> None:
    """Arna reaches a metre and a half into Fana, or two and a half."""
    fana = shape_of(an_area(box(0, 0, 10, 10)))
    sliver, more = shape_of(an_area(box(9.9985, 0, 20, 10))), shape_of(an_area(box(9.9975, 0, 20, 10)))
    assert list(overlapping({"Fana": fana, "Arna": sliver}, 25832)) == []
    [(one, other, _)] = overlapping({"Fana": fana, "Arna": more}, 25832)
    assert (one, other) == ("Fana", "Arna")


def test_every_digit_of_a_border_is_kept() -> None:
    ring = [[290000.1, 6690000.123456789], [290010.3, 6690000.7], [290005.7, 6690009.9], [290000.1, 6690000.123456789]]
    assert from_exact_text(exact_text(shape_of(an_area(ring)))).equals(shape_of(an_area(ring)))
    assert "6690000.123456789" in exact_text(shape_of(an_area(ring)))


def test_a_finder_takes_districts_of_several_systems() -> None:
    degrees = shape_of(an_area([[5.2, 60.2], [5.6, 60.2], [5.6, 60.6], [5.2, 60.6], [5.2, 60.2]]))
    north = shape_of(an_area(box(0, 1000, 10, 1010)))
    finder = DistrictFinder([Bounded(2, 25832, north), Bounded(1, 4326, degrees)])
    assert finder.find([at(5, 5), at(5, 1005)]) == [1, 2]


def drawn(text: str) -> Ring:
    """The outer ring of an outline of one part."""
    outline = json.loads(text)
    [[ring]] = outline["coordinates"]
    assert isinstance(ring, list)
    return ring


def sides(ring: Ring) -> set[frozenset[tuple[float, ...]]]:
    """Each side of a ring, whichever way it is drawn."""
    return {frozenset((tuple(one), tuple(other))) for one, other in pairwise(ring)}


def test_neighbours_keep_one_line_when_they_are_simplified() -> None:
    """Every side of the common border is a side of both: neither a gap nor a sliver."""
    west, east = (shape_of(an_area(square(column, 0, bends=500))) for column in (0, 1))
    of_west, of_east = (sides(drawn(outline)) for outline in outlines([west, east], 25832))
    border = of_west & of_east
    assert 3 < len(border) < 200
    along = [longitude for side in border for longitude, _ in side]
    assert max(along) - min(along) < 0.02
    length = {point for side in border for point in side}
    assert len(length) == len(border) + 1  # one unbroken line
    assert len(of_west) < 4 * 501 / 3


def test_a_junction_of_three_districts_stays_a_corner_of_all_three() -> None:
    fields = [(0, 0), (1, 0), (0, 1)]
    shapes = [shape_of(an_area(square(*field, bends=300))) for field in fields]
    corners = [{tuple(point) for point in drawn(outline)} for outline in outlines(shapes, 25832)]
    assert len(set.intersection(*corners)) == 1


def test_an_outline_is_in_degrees_closed_anticlockwise_and_has_its_box() -> None:
    [text] = outlines([WEST_HALF], 25832)
    outline, ring = json.loads(text), drawn(text)
    assert outline["type"] == "MultiPolygon"
    assert ring[0] == ring[-1]
    assert len(ring) == 5
    doubled_area = sum(x * to_y - to_x * y for (x, y), (to_x, to_y) in pairwise(ring))
    assert doubled_area > 0
    west, south, east, north = outline["bbox"]
    assert (west, south) == (min(x for x, _ in ring), min(y for _, y in ring))
    assert 5.1 < west < east < 5.5
    assert 60.2 < south < north < 60.5


def test_a_map_in_degrees_is_simplified_by_metres() -> None:
    """A dent of three metres on a hundred goes (a triangle of 170 m²), one of three hundred on a kilometre stays."""
    ring = [[5.0, 60.0], [5.002, 60.0], [5.003, 60.00003], [5.004, 60.0], [5.1, 60.0], [5.1, 60.05]]
    ring += [[5.06, 60.05], [5.05, 60.053], [5.04, 60.05], [5.0, 60.05], [5.0, 60.0]]
    [text] = outlines([shape_of(an_area(ring))], 4326)
    assert [5.05, 60.053] in drawn(text)
    assert [5.003, 60.00003] not in drawn(text)


def test_an_islet_too_small_to_be_drawn_is_left_out_but_not_forgotten() -> None:
    islet = shape_of(an_area([[*at(20, 20)], [WEST + 20_000.2, SOUTH + 20_000], [*at(20, 20.0002)], [*at(20, 20)]]))
    both = joined([WEST_HALF, islet])
    [text] = outlines([both], 25832)
    assert len(json.loads(text)["coordinates"]) == 1
    assert DistrictFinder([Bounded(1, 25832, both)]).find([(WEST + 20_000.05, SOUTH + 20_000.05)]) == [1]
    assert json.loads(outlines([islet], 25832)[0])["coordinates"]
