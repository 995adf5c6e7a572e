"""The changed ballots of the demo behave like those of 55 official records of 2019: the bands below are theirs."""

from collections import Counter

from app.demo.second_count import ballots_per_list
from app.elections.domain.ballots import ChangedBallot
from app.elections.domain.election import Election
from tests.demo.conftest import Ballots, Counts


def per_list(rows: list[tuple[str, str, ChangedBallot]]) -> Counter[str]:
    return Counter(ballot.list_code for _, _, ballot in rows)


def test_a_quarter_to_a_third_of_all_ballots_are_changed(election: Election, counts: Counts, ballots: Ballots) -> None:
    for contest in election.contests:
        all_ballots = ballots_per_list(counts[contest.code][1], contest)
        changed = per_list(ballots[contest.code])
        assert all(changed[code] <= all_ballots[code] for code in all_ballots)
        assert 0.25 < changed.total() / sum(all_ballots.values()) < 0.36


def test_a_changed_ballot_has_two_to_three_personal_votes(ballots: Ballots) -> None:
    rows = [ballot for of in ballots.values() for _, _, ballot in of]
    votes = sum(len(ballot.marks) + len(ballot.write_ins) for ballot in rows)
    assert 2 < votes / len(rows) < 3
    assert all(ballot.marks or ballot.write_ins for ballot in rows)


def test_there_is_one_write_in_on_ten_ballots_and_few_from_the_largest_lists(
    election: Election, counts: Counts, ballots: Ballots
) -> None:
    cast, written = Counter[str](), Counter[str]()
    for contest in election.contests:
        cast.update(ballots_per_list(counts[contest.code][1], contest))
        for _, _, ballot in ballots[contest.code]:
            written[ballot.list_code] += len(ballot.write_ins)
    assert 0.08 < written.total() / cast.total() < 0.12
    assert written["SV"] / cast["SV"] > 2 * written["H"] / cast["H"]


def test_the_first_candidate_has_marks_on_a_fifth_of_the_ballots_and_those_below_ever_fewer(
    election: Election, counts: Counts, ballots: Ballots
) -> None:
    """22, 9, 6, 4–5, 4–5 % in the records, and 1.2 % from the eleventh place down."""
    cast, marked = Counter[int](), Counter[int]()
    for contest in election.contests:
        all_ballots = ballots_per_list(counts[contest.code][1], contest)
        for of in contest.lists:
            cast.update({candidate.position: all_ballots[of.code] for candidate in of.candidates})
        for _, _, ballot in ballots[contest.code]:
            marked.update(ballot.marks)
    share = {position: 100 * marked[position] / cast[position] for position in cast}
    assert 18 < share[1] < 26
    assert 7 < share[2] < 12
    assert 4.5 < share[3] < 8
    assert 3 < share[5] < 6
    assert 0.8 < share[15] < 3


def test_here_and_there_a_popular_one_stands_far_down_the_list(
    election: Election, counts: Counts, ballots: Ballots
) -> None:
    popular = 0
    for contest in election.contests:
        marked = Counter((b.list_code, position) for _, _, b in ballots[contest.code] for position in b.marks)
        cast = ballots_per_list(counts[contest.code][1], contest)
        popular += sum(number > 0.12 * cast[code] for (code, position), number in marked.items() if position > 6)
    assert 5 < popular < 30


def test_batches_hold_200_ballots_of_one_list_at_most_and_are_named_after_it(ballots: Ballots) -> None:
    for district, rows in ballots.items():
        batches: dict[str, list[tuple[str, ChangedBallot]]] = {}
        for batch, number, ballot in rows:
            batches.setdefault(batch, []).append((number, ballot))
        for batch, members in batches.items():
            assert {f"{district.upper()}-{ballot.list_code}-" for _, ballot in members} == {batch[:-3]}
            assert [number for number, _ in members] == [f"{n:03d}" for n in range(1, len(members) + 1)]
            assert len(members) <= 200
    assert ballots["fana"][0][:2] == ("FANA-A-001", "001")
