"""Which papers are drawn follows from the seed alone, and every paper is as likely as any other."""

import hashlib
from collections import Counter
from itertools import islice

import pytest

from app.elections.domain.audit_draw import DrawnPaper, SeedTooShort, Stack, drawn_numbers, drawn_papers, require_seed

SEED = "31415926535897932384"


def test_the_first_number_is_the_sha256_of_the_seed_and_the_draw() -> None:
    """Anyone can do it: printf '31415926535897932384,1,1' | sha256sum, divided by 1000, the rest and one more."""
    digest = int(hashlib.sha256(b"31415926535897932384,1,1").hexdigest(), 16)

    assert next(drawn_numbers(SEED, 1000)) == digest % 1000 + 1


def test_the_same_seed_draws_the_same_and_another_draws_others() -> None:
    first = list(islice(drawn_numbers(SEED, 1000), 50))

    assert first == list(islice(drawn_numbers(SEED, 1000), 50))
    assert first != list(islice(drawn_numbers(SEED + "1", 1000), 50))


def test_numbers_run_from_one_to_the_last_paper_and_each_comes_about_as_often() -> None:
    """6 000 draws of six: 1 000 each, give or take what chance gives; none is left out."""
    times = Counter(islice(drawn_numbers(SEED, 6), 6000))

    assert sorted(times) == [1, 2, 3, 4, 5, 6]
    assert all(850 < number < 1150 for number in times.values())


def test_a_number_is_a_place_in_a_stack() -> None:
    """Numbers 1 to 3 are the first stack's, 4 and 5 the second's; an empty one is passed by."""
    stacks = (Stack("A", 3), Stack("B", 0), Stack("C", 2))
    numbers = list(islice(drawn_numbers(SEED, 5), 40))
    places = {1: ("A", 1), 2: ("A", 2), 3: ("A", 3), 4: ("C", 1), 5: ("C", 2)}

    assert drawn_papers(SEED, stacks, 40) == tuple(
        DrawnPaper(draw, *places[number]) for draw, number in enumerate(numbers, start=1)
    )


def test_a_seed_somebody_could_have_tried_out_is_refused() -> None:
    require_seed("3 1 4 1 5 9 2 6 5 3 5 8 9 7 9 3 2 3 8 4")
    with pytest.raises(SeedTooShort):
        require_seed("1234567890123456789")
