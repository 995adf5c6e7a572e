"""The counts of the demo behave like those of 55 official records of 2019: the bands below are theirs."""

import pytest

from app.demo.second_count import Pile, ballots_per_list
from app.elections.domain.election import Contest, Election
from tests.demo.conftest import Counts

DISTRICTS = ["arna", "bergenhus", "fana", "fyllingsdalen", "laksevag", "ytrebygda", "arstad", "asane"]


def total(piles: tuple[Pile, ...], *lines: str) -> int:
    """The sum of all lines that begin so."""
    return sum(number for pile in piles for line, number in pile.lines.items() if line.startswith(lines or ""))


def contest(election: Election, code: str) -> Contest:
    return next(contest for contest in election.contests if contest.code == code)


@pytest.mark.parametrize("district", DISTRICTS)
def test_turnout_lies_between_62_and_70_percent(election: Election, counts: Counts, district: str) -> None:
    electors = contest(election, district).electors or 0
    assert 62 * electors <= 100 * total(counts[district][0], "ticks") <= 70 * electors


def test_the_whole_city_casts_about_150_000_ballots_of_which_two_in_five_in_advance(counts: Counts) -> None:
    second = tuple(pile for _, piles in counts.values() for pile in piles)
    ballots = sum(pile.ballots for pile in second)
    assert 140_000 < ballots < 160_000
    assert 38 * ballots < 100 * sum(pile.ballots for pile in second if pile.category in {"FO", "FS"}) < 43 * ballots


@pytest.mark.parametrize("district", DISTRICTS)
def test_six_to_ten_ballots_in_a_thousand_are_blank(counts: Counts, district: str) -> None:
    second = counts[district][1]
    assert 6 * total(second) <= 1000 * total(second, "blank") <= 10 * total(second)


@pytest.mark.parametrize("district", DISTRICTS)
def test_one_to_four_ballots_in_a_thousand_are_rejected(counts: Counts, district: str) -> None:
    second = counts[district][1]
    assert total(second) <= 1000 * total(second, "rejected") <= 4 * total(second)


def test_most_rejected_ballots_have_no_stamp(counts: Counts) -> None:
    second = tuple(pile for _, piles in counts.values() for pile in piles)
    a, b, c, d = (total(second, f"rejected-{code}") for code in "abcd")
    assert a > d > c > b
    assert 2 * a > a + b + c + d


def test_advance_election_day_and_envelope_votes_are_counted_apart(election: Election, counts: Counts) -> None:
    for of in election.contests:
        places = [("FO", ""), ("FS", ""), *(("VO", p.code) for p in of.polling_districts), ("VS", ""), ("VB", "")]
        for piles in counts[of.code]:
            assert [(pile.category, pile.place) for pile in piles] == places


def test_no_pile_that_is_counted_alone_is_below_the_thresholds_of_secrecy(election: Election, counts: Counts) -> None:
    """Late advance votes include 30 set aside; a polling place counts alone from 100 names in the roll."""
    for of in election.contests:
        assert all((place.electors or 0) >= 100 for place in of.polling_districts)
        assert all(pile.ballots >= 30 for pile in counts[of.code][1] if pile.category == "FS")


def test_doubtful_ballots_stand_in_the_first_count_only_and_rejected_in_the_second_only(counts: Counts) -> None:
    for first, second in counts.values():
        assert all("doubtful" in pile.lines and not total((pile,), "rejected") for pile in first)
        assert all(not {"doubtful", "ticks"} & set(pile.lines) for pile in second)


def test_four_lists_in_ten_change_between_the_counts_and_most_of_them_by_a_ballot_or_two(
    election: Election, counts: Counts
) -> None:
    """In the records 43 % change, the median change being 2."""
    changes = []
    for of in election.contests:
        first, second = (ballots_per_list(piles, of) for piles in counts[of.code])
        changes += [abs(second[code] - first[code]) for code in first]
    changed = sorted(change for change in changes if change)
    assert 36 * len(changes) < 100 * len(changed) < 50 * len(changes)
    assert changed[len(changed) // 2] == 2
    assert changed[-1] < 410


def test_what_changed_between_the_counts_was_doubtful_or_lay_in_the_wrong_heap(counts: Counts) -> None:
    """Nearly every pile holds as many ballots in both counts; no list ever has fewer than none."""
    piles = [pair for first, second in counts.values() for pair in zip(first, second, strict=True)]
    same = sum(total((first,), "list", "blank", "doubtful") == second.ballots for first, second in piles)
    assert same >= 0.9 * len(piles)
    assert all(number >= 0 for pair in piles for pile in pair for number in pile.lines.values())


def test_ticks_agree_with_ballots_in_some_piles_and_are_a_little_more_in_most(counts: Counts) -> None:
    differences = [
        first.lines["ticks"] - second.ballots
        for firsts, seconds in counts.values()
        for first, second in zip(firsts, seconds, strict=True)
    ]
    assert 0.15 < differences.count(0) / len(differences) < 0.6
    assert min(differences) >= -1
    assert 0 < sum(differences) < 500


def test_parties_are_strong_where_they_are_strong_in_bergen(election: Election, counts: Counts) -> None:
    def share(code: str, district: str) -> float:
        ballots = ballots_per_list(counts[district][1], contest(election, district))
        return ballots[code] / sum(ballots.values())

    assert min(share("H", "fana"), share("H", "ytrebygda")) > 1.2 * max(share("H", "arstad"), share("H", "laksevag"))
    for code in ("SV", "R", "MDG"):
        assert min(share(code, "bergenhus"), share(code, "arstad")) > max(share(code, "fana"), share(code, "ytrebygda"))
    for code in ("A", "FRP"):
        assert min(share(code, d) for d in ("laksevag", "asane", "arna")) > share(code, "bergenhus")
