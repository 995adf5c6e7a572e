"""Six words for a fingerprint: the list itself, the words of known fingerprints, and typing that went wrong."""

from itertools import combinations

import pytest

from app.elections.domain.paper_word_list import PAPER_WORDS
from app.elections.domain.paper_words import near_words, read_typed, slips_between, words_of

ALPHABET = "abcdefghijklmnopqrstuvwxyzæøå"
NEVER = (
    *("faen", "jævel", "hore", "kuk", "fitte", "rass", "neger", "same", "jøde", "homo", "mongo", "idiot", "nazi"),
    *("drap", "død", "lik", "krig", "kniv", "hat", "syk", "gal", "feit", "stygg", "dum", "promp", "piss", "bæsj"),
)


def test_the_list_has_2048_words_in_the_order_of_the_norwegian_alphabet() -> None:
    assert len(PAPER_WORDS) == 2048
    assert list(PAPER_WORDS) == sorted(set(PAPER_WORDS), key=lambda word: [ALPHABET.index(letter) for letter in word])


def test_each_word_is_short_and_written_in_plain_letters() -> None:
    assert [word for word in PAPER_WORDS if not 4 <= len(word) <= 11 or set(word) - set(ALPHABET)] == []


def test_no_word_begins_with_or_is_something_that_hurts() -> None:
    assert [word for word in PAPER_WORDS if word in NEVER or word.startswith(("kuk", "hore", "fitte", "drap"))] == []


def test_no_two_words_differ_by_a_single_slip() -> None:
    """Two words one slip apart share what is left when one letter is taken out of each, or out of the longer one."""
    shortened: dict[str, set[str]] = {}
    for word in PAPER_WORDS:
        for part in {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}:
            shortened.setdefault(part, set()).add(word)
    meeting = {pair for words in shortened.values() for pair in combinations(sorted(words), 2)}

    assert [pair for pair in meeting if slips_between(*pair) < 2] == []


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [("fjord", "fjord", 0), ("fjord", "fjrod", 1), ("fjord", "fjor", 1), ("fjord", "fjorden", 2), ("elg", "ulv", 2)],
)
def test_slips_are_counted_as_by_hand(one: str, other: str, slips: int) -> None:
    assert slips_between(one, other) == slips


def test_the_words_are_the_first_66_bits_of_the_fingerprint() -> None:
    """All zeros is word 0 six times. 002004 is in binary 00000000001 00000000001 00: word 1, word 1, then word 0."""
    assert words_of("0" * 64) == (PAPER_WORDS[0],) * 6
    assert words_of("f" * 64) == (PAPER_WORDS[2047],) * 6
    assert words_of("002004" + "0" * 58) == (PAPER_WORDS[1], PAPER_WORDS[1], *(PAPER_WORDS[0],) * 4)


def test_digits_after_the_66th_bit_change_no_word() -> None:
    assert words_of("0" * 16 + "3" + "f" * 47) == words_of("0" * 16 + "0" * 48)
    assert words_of("0" * 16 + "4" + "0" * 47)[5] == PAPER_WORDS[1]


def test_words_are_read_with_anything_between_them() -> None:
    typed = read_typed("  FJELL-tåke, 2. torsk\nadvokat · agurk/akkord  ")

    assert typed.words == ("fjell", "tåke", "torsk", "advokat", "agurk", "akkord")
    assert [each.typed for each in typed.unknown] == ["tåke"] * ("tåke" not in PAPER_WORDS)


def test_a_word_with_one_letter_wrong_is_told_with_the_word_it_was_meant_as() -> None:
    typed = read_typed("advokat agurkk akkord aksel alfabet alke")

    assert [(each.typed, each.near[0]) for each in typed.unknown] == [("agurkk", "agurk")]
    assert not typed.are_complete
    assert typed.corrected == ("advokat", "agurk", "akkord", "aksel", "alfabet", "alke")


@pytest.mark.parametrize(("typed", "meant"), [("bjorn", "bjørn"), ("paafugl", "påfugl"), ("laerebok", "lærebok")])
def test_a_keyboard_without_norwegian_letters_is_understood(typed: str, meant: str) -> None:
    assert near_words(typed)[0] == meant


def test_five_words_are_not_enough_and_nonsense_has_no_near_word() -> None:
    assert not read_typed("advokat agurk akkord aksel alfabet").are_complete
    assert read_typed("advokat agurk akkord aksel alfabet qqqqqqqq").corrected is None


def test_a_flood_of_letters_is_cut_off() -> None:
    assert len(read_typed("agurk " * 100_000).words) == 12
