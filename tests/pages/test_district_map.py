"""The districts as a map: places that can be checked by hand, names only where they have room, and a link for each."""

import json
from xml.etree.ElementTree import Element

import pytest
from flask import Flask, get_template_attribute

from app.councils.places.queries import DistrictOutline
from app.councils.places.reference_systems import Box
from app.public.district_map import DistrictMap, district_map
from tests.page_check import parse

Corners = list[list[float]]


def upright(west: float, south: float, east: float, north: float) -> Corners:
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def an_outline(
    district_id: int, name: str, *polygons: list[Corners], source: str = "bydeler.geojson"
) -> DistrictOutline:
    corners = [corner for polygon in polygons for corner in polygon[0]]
    easts, norths = [east for east, _ in corners], [north for _, north in corners]
    geometry = json.dumps({"type": "MultiPolygon", "coordinates": polygons})
    return DistrictOutline(district_id, name, geometry, Box(min(easts), min(norths), max(easts), max(norths)), source)


def drawn(*outlines: DistrictOutline) -> DistrictMap:
    chart = district_map(outlines)
    assert chart is not None
    return chart


def test_a_map_is_as_wide_as_the_page_and_north_is_up() -> None:
    """At the equator a degree is as long both ways. 2° on 680 − 2 · 8 = 664: a degree is 332, and 1° high is 348."""
    chart = drawn(an_outline(1, "Vest", [upright(0, -0.5, 1, 0.5)]), an_outline(2, "Øst", [upright(1, -0.5, 2, 0.5)]))
    assert chart.box == "0 0 680 348"
    assert [each.path for each in chart.districts] == [
        "M8.0 340.0L340.0 340.0L340.0 8.0L8.0 8.0Z",
        "M340.0 340.0L672.0 340.0L672.0 8.0L340.0 8.0Z",
    ]
    assert [(each.x, each.y) for each in chart.districts] == [("174.0", "174.0"), ("506.0", "174.0")]


def test_in_the_north_a_degree_of_longitude_is_drawn_shorter() -> None:
    """At 60° it is half as long: a square of one degree by half a degree is drawn as a square."""
    assert drawn(an_outline(1, "Fana", [upright(5, 59.75, 6, 60.25)])).box == "0 0 680 680"


def test_holes_and_islands_are_part_of_the_path_and_the_name_stands_on_the_largest() -> None:
    mainland, hole, island = upright(0, 0, 1, 1), upright(0.1, 0.1, 0.2, 0.2), upright(1.5, 0, 2, 0.2)
    [fana] = drawn(an_outline(1, "Fana", [mainland, hole], [island])).districts
    assert fana.path.count("M") == fana.path.count("Z") == 3
    assert float(fana.x) == pytest.approx(174, abs=0.1)


def test_a_name_stands_inside_a_district_that_is_bent() -> None:
    """A U of two arms of 1° and 0.5°: the middle of its box is outside, so the name stands on the wider arm."""
    bent: Corners = [[0, 0], [4, 0], [4, 4], [3.5, 4], [3.5, 1], [1, 1], [1, 4], [0, 4], [0, 0]]
    [fana] = drawn(an_outline(1, "Fana", [bent])).districts
    assert float(fana.x) == pytest.approx(8 + 0.5 * 166, abs=0.1)


def test_a_name_without_room_is_not_written_on_the_map() -> None:
    """The narrow one is 0.1 of 2 degrees, 33 of 664 units wide, and twelve letters take 108."""
    wide, narrow = upright(0, 0, 1.9, 1), upright(1.9, 0, 2, 1)
    chart = drawn(an_outline(1, "Fyllingsdalen", [wide]), an_outline(2, "Fyllingsdal", [narrow]))
    assert [each.has_room for each in chart.districts] == [True, False]


def test_the_map_says_once_where_its_borders_come_from(app: Flask) -> None:
    west, east = upright(0, 0, 1, 1), upright(1, 0, 2, 1)
    chart = drawn(an_outline(1, "Vest", [west]), an_outline(2, "Øst", [east]))
    assert chart.sources == ("bydeler.geojson",)
    with app.test_request_context():
        html = str(get_template_attribute("macros/map.html", "district_map")("kart", chart, "Bydelene", {}))
    assert "Kilde: bydeler.geojson" in html


def test_nothing_to_draw_is_no_map() -> None:
    assert district_map(()) is None


def test_each_district_is_a_link_with_its_name(app: Flask) -> None:
    chart = drawn(an_outline(1, "Årstad", [upright(0, 0, 1, 1)]), an_outline(2, "Fana", [upright(1, 0, 1.05, 1)]))
    with app.test_request_context():
        macro = get_template_attribute("macros/map.html", "district_map")
        html = str(macro("kart", chart, "Bydelene", {1: "/bydeler/arstad"}))
    [link] = elements(html, "a")
    assert (link.get("href"), link.get("aria-label")) == ("/bydeler/arstad", "Årstad")
    assert [title.text for title in elements(html, "title") if title.text] == ["Årstad", "Fana"]
    assert [text.text for text in elements(html, "text")] == ["Årstad"]
    assert 'role="group" aria-labelledby="kart-title"' in html
    assert "style=" not in html


def elements(html: str, name: str) -> list[Element]:
    """The elements of the drawing; their names carry the namespace of SVG."""
    return list(parse(html).iter(f"{{http://www.w3.org/2000/svg}}{name}"))
