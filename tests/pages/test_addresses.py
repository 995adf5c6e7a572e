"""Where a link that came from outside may lead: to a path on this site; and names as parts of addresses."""

import pytest

from app.core.addresses import address_of_name, free_address, path_on_this_site


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
        ("Þóra Weiß", "thora-weiss"),
        ("Fyllingsdalen vest", "fyllingsdalen-vest"),
        ("Unjárga – Nesseby", "unjarga-nesseby"),
        ("山田", "person"),
        ("", "person"),
        ("a" * 200, "a" * 80),
    ],
)
def test_a_name_in_an_address_has_small_plain_letters(name: str, address: str) -> None:
    assert address_of_name(name) == address


def test_a_name_without_plain_letters_is_called_something_else_and_never_ends_in_a_hyphen() -> None:
    assert address_of_name("–", "bydel") == "bydel"
    assert address_of_name("Nore og Uvdal", "valg", longest=8) == "nore-og"


def test_an_address_that_is_taken_gets_the_first_free_number() -> None:
    assert free_address("fana", ()) == "fana"
    assert free_address("fana", {"fana"}) == "fana-2"
    assert free_address("fana", {"fana", "fana-2", "fana-3"}) == "fana-4"
