"""What a citizen finds who types an address: the district, or a word about what to do."""

from datetime import date
from pathlib import Path

import pytest
from flask import Flask, get_template_attribute
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.audit.services import AT_THE_KEYBOARD
from app.core.clock import now
from app.core.database import transaction
from app.core.input_files.input_file import open_input
from app.councils.models import District, Municipality
from app.councils.places.address_file import AddressRegister
from app.councils.places.boundary_file import read_areas
from app.councils.places.queries import outlines_on
from app.councils.places.services.addresses import replace_addresses
from app.councils.places.services.boundaries import import_boundaries
from app.public.address_queries import SHOWN, AddressAnswer, AddressSearch, address_search
from tests.page_check import parse
from tests.places.registers import an_address, write_register


@pytest.fixture(autouse=True)
def city(bergen: Municipality, two_districts: Path, tmp_path: Path) -> None:
    """Thirty houses in Storgata in Arna, one in Fana, one in the sea."""
    rows = [an_address("Storgata", number) for number in range(1, 31)]
    rows += [an_address("Storgata", 40, east=305_000), an_address("Havet", 1, east=320_000)]
    register = write_register(tmp_path / "adresser.csv", rows)
    with open_input(two_districts) as chart, open_input(register) as file, transaction() as session:
        areas = read_areas(chart, "bydel")
        import_boundaries(session, bergen, areas, date(2020, 1, 1), by=AT_THE_KEYBOARD, at=now())
        replace_addresses(session, bergen, AddressRegister(file, "4601"), by=AT_THE_KEYBOARD, at=now())


def number_of(session: Session, name: str) -> int:
    return session.scalars(select(District.id).where(District.name == name)).one()


def test_an_address_leads_to_its_district(session: Session) -> None:
    found = address_search(session, "  storgt   40 ")
    assert found.typed == "storgt 40"
    fana = number_of(session, "Fana")
    assert found.addresses == (AddressAnswer("Storgata 40, 5016 BERGEN", fana, "Fana", None, is_named=True),)
    assert found.only_district == number_of(session, "Fana")
    assert not found.more


def test_too_many_are_told_of_and_only_the_first_are_shown(session: Session) -> None:
    found = address_search(session, "storgata")
    assert (len(found.addresses), found.more, found.only_district) == (SHOWN, True, None)


def test_several_addresses_of_one_district_have_one_answer(session: Session) -> None:
    """«storgata 2» without more is the house of that number; «storgata 2 5016» narrows it, and it is still that one."""
    for typed in ("storgata 2", "storgata 2 5016", "storgt 2, bergen"):
        assert address_search(session, typed).only_district == number_of(session, "Arna"), typed


def test_the_very_house_is_the_answer_however_many_others_begin_so(session: Session) -> None:
    """Storgata 4 lies in Arna, and 40 in Fana; both are shown, the one that was typed first."""
    found = address_search(session, "storgata 4")
    assert [each.text for each in found.addresses] == ["Storgata 4, 5016 BERGEN", "Storgata 40, 5016 BERGEN"]
    assert [each.is_named for each in found.addresses] == [True, False]
    assert found.only_district == number_of(session, "Arna")
    assert address_search(session, "storgata 1").meant[0].text == "Storgata 1, 5016 BERGEN"
    assert not any(each.is_named for each in address_search(session, "storgata").addresses)
    assert not any(each.is_named for each in address_search(session, "stor 4").addresses)


def test_one_of_many_pages_of_houses_is_the_answer_when_it_is_named() -> None:
    """Twenty are shown of more: number 2 is the one that was typed."""
    named = AddressAnswer("Fanavegen 2", 7, "Fana", None, is_named=True)
    others = tuple(AddressAnswer(f"Fanavegen 2{n}", 8, "Ytrebygda", None) for n in range(19))
    assert AddressSearch("fanavegen 2", (named, *others), more=True).only_district == 7
    assert AddressSearch("fanav", others, more=True).only_district is None
    twice = AddressAnswer("Fanavegen 2", 8, "Ytrebygda", None, is_named=True)
    assert AddressSearch("fanavegen 2", (named, twice)).only_district is None


@pytest.mark.parametrize("typed", ["", "   ", "ingensteds 3", "x" * 10_000])
def test_what_is_no_address_finds_nothing(session: Session, typed: str) -> None:
    found = address_search(session, typed)
    assert (found.addresses, found.more, found.only_district) == ((), False, None)
    assert len(found.typed) <= 200


def test_an_address_outside_all_districts_has_none(session: Session) -> None:
    [address] = address_search(session, "havet").addresses
    assert address.district is None


def test_the_map_has_the_borders_of_the_day(session: Session) -> None:
    """The squares begin in 2020. Fana lies to the east of Arna, and they meet."""
    assert outlines_on(session, date(2019, 12, 31)) == ()
    arna, fana = outlines_on(session, date(2020, 1, 1))
    assert (arna.name, fana.name) == ("Arna", "Fana")
    assert arna.box.west < fana.box.west < arna.box.east + 0.01 < fana.box.east
    assert outlines_on(session, date(2020, 1, 1), municipality_id=10**6) == ()


def told(app: Flask, search: AddressSearch, links: dict[int, str]) -> str:
    with app.test_request_context():
        macro = get_template_attribute("macros/address_search.html", "address_results")
        return str(macro(search, links))


def test_the_district_is_a_link_where_it_has_a_page(app: Flask, session: Session) -> None:
    fana = number_of(session, "Fana")
    html = told(app, address_search(session, "storgata 40"), {fana: "/bydeler/fana"})
    [link] = parse(html).iter("a")
    assert (link.get("href"), link.text) == ("/bydeler/fana", "Fana")
    assert "<a" not in told(app, address_search(session, "storgata 40"), {})


def test_what_is_typed_is_only_text(app: Flask, session: Session) -> None:
    html = told(app, address_search(session, "<b>x"), {})
    assert "«&lt;b&gt;x»" in html
    assert "ligger ikke i noen bydel" in told(app, address_search(session, "havet"), {})
    assert "Flere adresser" in told(app, address_search(session, "storgata"), {})
    assert told(app, address_search(session, ""), {}).strip() == ""


def test_the_form_sends_what_is_typed_in_the_address(app: Flask) -> None:
    with app.test_request_context():
        form = str(get_template_attribute("macros/address_search.html", "address_form")("/adresse", 'a"b'))
    tree = parse(form)
    field, day = tree.iter("input")
    assert (field.get("name"), field.get("value"), field.get("type")) == ("q", 'a"b', "search")
    assert (day.get("name"), day.get("value"), day.get("type")) == ("dato", None, "date")
    assert [label.get("for") for label in tree.iter("label")] == [field.get("id"), day.get("id")]
