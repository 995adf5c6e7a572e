"""Drawing ballots to compare with the paper: anyone with the dice and the file draws the same ones."""

import csv
import hashlib
import io
from collections import Counter

import pytest

from app.elections.domain.ballot_samples import (
    NothingToSample,
    SampledBallot,
    SampleSizeWrong,
    SeedWrong,
    draw,
    seed_of,
    ticket,
)

SEED = "31415926535897932384"
BALLOTS = [SampledBallot(f"{batch:03}", f"{number:03}", "A", "1", "") for batch in (1, 2, 3) for number in range(1, 61)]


@pytest.mark.rule("R-115")
def test_a_ticket_is_the_fingerprint_of_seed_contest_batch_and_ballot() -> None:
    """As anyone can compute it: ``printf 1234567890,fana,001,007 | sha256sum``."""
    expected = "e140d7170e0259c306dfb2d3d52baa0b9ada2f945c57b07bb3db8b03912fa3ce"
    assert ticket("1234567890", "fana", "001", "007") == expected


@pytest.mark.rule("R-115")
def test_the_few_lines_of_python_that_the_public_is_given_draw_the_same_ballots() -> None:
    text = "contest,batch,ballot,list,marks,write_ins\n" + "".join(
        f"{contest},{each.batch},{each.ballot},A,1,\n" for contest in ("arna", "fana") for each in BALLOTS
    )
    seed, contest, size = SEED, "fana", 12

    def of(row: dict[str, str]) -> str:
        words = seed, row["contest"], row["batch"], row["ballot"]
        return hashlib.sha256(",".join(words).encode()).hexdigest()

    rows = [row for row in csv.DictReader(io.StringIO(text)) if row["contest"] == contest]
    public = [(row["batch"], row["ballot"]) for row in sorted(rows, key=of)[:size]]
    assert [(each.batch, each.ballot) for each in draw(seed, contest, BALLOTS, size)] == public


@pytest.mark.rule("R-115")
def test_the_order_of_the_ballots_has_no_part_in_the_draw_and_the_dice_have() -> None:
    drawn = draw(SEED, "fana", BALLOTS, 10)
    assert draw(SEED, "fana", reversed(BALLOTS), 10) == drawn
    assert draw(SEED[::-1], "fana", BALLOTS, 10) != drawn
    assert draw(SEED, "arna", BALLOTS, 10) != drawn


@pytest.mark.rule("R-115")
def test_a_larger_sample_of_the_same_seed_holds_the_smaller() -> None:
    assert draw(SEED, "fana", BALLOTS, 30)[:10] == draw(SEED, "fana", BALLOTS, 10)


@pytest.mark.rule("R-115")
def test_all_are_drawn_when_there_are_no_more_and_none_twice() -> None:
    assert sorted(draw(SEED, "fana", BALLOTS, 1_000)) == sorted(BALLOTS)


@pytest.mark.rule("R-115")
def test_every_ballot_has_about_the_same_chance() -> None:
    """18 of 180 drawn with 400 seeds: each is expected 40 times, and 15 to 75 is far beyond six deviations of 6."""
    times = Counter(each for n in range(400) for each in draw(f"{n:010}", "fana", BALLOTS, 18))
    assert set(times) == set(BALLOTS)
    assert 10 < min(times.values()) <= max(times.values()) < 80


@pytest.mark.rule("R-115")
@pytest.mark.parametrize("typed", ["", "123456789", "12345 6789", "12345678901a", "1" * 61, "-1234567890"])
def test_a_seed_is_at_least_ten_digits_of_dice(typed: str) -> None:
    with pytest.raises(SeedWrong):
        seed_of(typed)


def test_the_spaces_between_throws_do_not_matter() -> None:
    assert seed_of(" 3 1 4 1 5  92653 ") == "3141592653"


@pytest.mark.parametrize("size", [0, -1, 1_001])
def test_a_sample_has_a_size(size: int) -> None:
    with pytest.raises(SampleSizeWrong):
        draw(SEED, "fana", BALLOTS, size)


def test_where_no_ballot_is_changed_there_is_nothing_to_draw() -> None:
    with pytest.raises(NothingToSample):
        draw(SEED, "fana", [], 10)
