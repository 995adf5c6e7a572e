"""How addresses are spelled: every way of writing a street leads to one key."""

import pytest

from app.councils.places.search_keys import joined, key_if_shortened, street_key, words
from app.councils.places.typed_address import Meaning, meanings_of

SPELLINGS = [
    (
        "allehelgensgate",
        ["Allehelgens gate", "ALLEHELGENS GATE", "allehelgensgate", "Allehelgens gt.", "allehelgens gt"],
    ),
    (
        "allehelgensgate",
        ["allehelgensgt", "Allehelgens g.", "allehelgensg.", "allehelgens g", "Allehelgensgaten", "Allehelgens  gata"],
    ),
    ("nygardsgate", ["Nygårdsgaten", "Nygaardsgaten", "nygardsgt.", "NYGÅRDSGATEN", "Nyga\u030ardsgaten"]),
    ("strandvei", ["Strandveien", "Strandvegen", "strandvei", "strandveg", "Strand v.", "strandv.", "STRANDVEIEN"]),
    ("mollendalsvei", ["Møllendalsveien", "Moellendalsveien", "mollendalsvei", "møllendalsv.", "Möllendalsvegen"]),
    ("torgalmenning", ["Torgallmenningen", "Torgalmenningen", "torgallm.", "torg alm."]),
    ("olavkyrresplass", ["Olav Kyrres plass", "olav kyrres pl.", "Olav Kyrres plassen"]),
    ("kongoscarsgate", ["Kong Oscars gate", "kong oscarsgt", "KongOscars gate"]),
    ("chrmichelsensgate", ["Chr. Michelsens gate", "chr michelsensgt."]),
    ("ojbrochsgate", ["O.J. Brochs gate", "O. J. Brochs gt", "oj brochs gate"]),
    ("17maisplass", ["17. mais plass", "17 mais pl."]),
    ("lagevei", ["Lægeveien", "laegevegen", "lagev."]),
    ("asane", ["Åsane", "aasane", "asane"]),
    ("oren", ["Øren", "oeren", "oren"]),
    ("andreasgate", ["André As gate", "andre as gt"]),
    ("cankvei", ["Čáŋkveien", "cankvegen"]),
    ("veien", ["Veien", "veien"]),
    ("gata", ["Gata", "gata"]),
    ("bakkehaugen", ["Bakkehaugen", "bakke-haugen", "bakke haugen"]),
]


@pytest.mark.parametrize(("key", "spellings"), SPELLINGS)
def test_all_spellings_of_a_street_have_one_key(key: str, spellings: list[str]) -> None:
    assert {spelling: street_key(spelling) for spelling in spellings} == dict.fromkeys(spellings, key)


@pytest.mark.parametrize("text", ["", " ", ".", "–", "«»", "東京"])
def test_what_has_no_letter_that_an_address_can_have_has_no_key(text: str) -> None:
    assert street_key(text) == ""
    assert meanings_of(text).likely == ()


def test_letters_and_digits_that_stand_together_are_taken_apart() -> None:
    assert words("Allehelgensgt2B") == ["allehelgensgt", "2", "b"]


@pytest.mark.parametrize(
    "street", ["Nygårdsgaten", "Øvre Øyjordsveien", "Lægeveien", "Kååe aae", "Chr. Michelsens gate"]
)
def test_the_key_grows_with_what_is_typed(street: str) -> None:
    """The key of any beginning, its last word taken as it stands, is a beginning of the whole key taken so."""
    whole = joined(words(street))
    for letters in range(len(street) + 1):
        assert whole.startswith(joined(words(street[:letters])))


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("allehelgensg", "allehelgensgate"),
        ("strandv", "strandvei"),
        ("strandvn", "strandvei"),
        ("olavspl", "olavsplass"),
    ],
)
def test_a_shortening_without_a_point_may_be_meant(typed: str, key: str) -> None:
    assert key_if_shortened(words(typed)) == key


@pytest.mark.parametrize("typed", ["g", "v", "ag", "strand", "bakken"])
def test_what_would_leave_nothing_is_no_shortening(typed: str) -> None:
    assert key_if_shortened(words(typed)) is None


def first(text: str) -> Meaning:
    return meanings_of(text).likely[0]


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("Allehelgens gate 2", Meaning("allehelgensgate", "2")),
        ("allehelgensg 2", Meaning("allehelgensgate", "2")),
        ("allehelgensgt 2b", Meaning("allehelgensgate", "2", "b")),
        ("allehelgensgt 2 B", Meaning("allehelgensgate", "2", "b")),
        ("Allehelgens gate 2B, 5016 Bergen", Meaning("allehelgensgate", "2", "b", ("5016", "bergen"))),
        ("strandv. 17 5004", Meaning("strandvei", "17", "", ("5004",))),
        ("17. mais plass 3", Meaning("17maisplass", "3")),
        ("17. mai", Meaning("17mai")),
        ("allehelg", Meaning("allehelg")),
        ("123/45", Meaning("123", "45")),
    ],
)
def test_street_number_letter_and_place_are_told_apart(text: str, meaning: Meaning) -> None:
    assert first(text) == meaning


def test_a_number_is_the_beginning_of_one_until_something_follows() -> None:
    assert not first("storgata 2").number_is_whole
    assert first("storgata 2b").number_is_whole
    assert first("storgata 2 bergen").number_is_whole


def test_a_word_more_is_first_of_the_street_then_a_place() -> None:
    meanings = meanings_of("kong oscars gate bergen")
    assert meanings.likely == (Meaning("kongoscarsgatebergen"),)
    assert meanings.otherwise[0] == Meaning("kongoscarsgate", narrowing=("bergen",))


def test_a_number_may_be_a_postcode_and_a_letter_the_beginning_of_a_place() -> None:
    assert Meaning("storgate", narrowing=("5016",)) in meanings_of("storgata 5016").otherwise
    assert Meaning("storgate", "2", "", ("b",)) in meanings_of("storgata 2 b").otherwise


def test_a_number_inside_a_streets_name_is_tried_too() -> None:
    assert Meaning("hakon7sgate", "3") in meanings_of("Haakon 7s gate 3").likely


def test_a_house_number_has_four_digits_at_most() -> None:
    assert all(len(meaning.number) <= 4 for meaning in meanings_of("storgata 12345 99999999").likely)


def test_endless_text_has_few_meanings() -> None:
    meanings = meanings_of("a 1 b 2 c 3 d 4 e 5 f 6 " * 1000)
    assert len(meanings.likely) <= 15
    assert len(meanings.otherwise) <= 12
