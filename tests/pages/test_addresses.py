"""Where a link that came from outside may lead: to a path on this site; and names as parts of addresses."""

import pytest

from app.core.addresses import address_of_name, path_on_this_site


@pytest.mark.parametrize("target", ["/", "/admin", "/valg/2023/fana?side=2", "/sok?q=æøå", "/a//b"])
def test_a_path_is_followed(target: str) -> None:
    assert path_on_this_site(target) == target


@pytest.mark.parametrize(
    "target",
    [
        "",
        "admin",
        "https://evil.example/",
        "//evil.example",
        "//[",
        "/\\evil.example",
        "/\t/evil.example",
        "/a\r\nSet-Cookie: b=c",
        "javascript:alert(1)",
        " /admin",
        "/\u2028",
        "/\x00",
    ],
)
def test_anything_else_leads_to_the_front_page_or_where_we_say(target: str) -> None:
    assert path_on_this_site(target) == "/"
    assert path_on_this_site(target, "/admin") == "/admin"


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("Kari Nordmann", "kari-nordmann"),
        ("Kåre Ørjan Ærlig", "kare-orjan-aerlig"),
        ("Ánde Čođđi Ŋálli Šaŋŧŧaž", "ande-coddi-nalli-santtaz"),
        ("  O'Brien / d’Arc–Müller  ", "o-brien-d-arc-muller"),
        ("Łukasz 2.", "lukasz-2"),
        ("山田", "person"),
        ("", "person"),
        ("a" * 200, "a" * 80),
    ],
)
def test_a_name_in_an_address_has_small_plain_letters(name: str, address: str) -> None:
    assert address_of_name(name) == address
