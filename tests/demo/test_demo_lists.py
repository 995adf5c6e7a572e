"""The lists of the demo keep the rules that real list proposals must keep, and its people are nobody's namesakes."""

import re
from collections import Counter
from unicodedata import is_normalized

import pytest

from app.councils.domain.gender import Gender
from app.demo.districts import DEMO_DISTRICTS
from app.demo.election import demo_election
from app.demo.name_lists import WELL_KNOWN
from app.demo.names import well_known_form
from app.elections.domain.election import Candidate, CandidateList, Contest, Election, RuleSetName
from app.elections.domain.rule_sets import RULE_SETS


def lists(election: Election) -> list[tuple[Contest, CandidateList]]:
    return [(contest, of) for contest in election.contests for of in contest.lists]


def candidates(election: Election) -> list[Candidate]:
    return [candidate for _, of in lists(election) for candidate in of.candidates]


def test_eight_districts_of_bergen_elect_13_to_17_members_each(election: Election) -> None:
    assert [(contest.district, contest.seats) for contest in election.contests] == [
        ("Arna", 13),
        ("Bergenhus", 15),
        ("Fana", 17),
        ("Fyllingsdalen", 15),
        ("Laksevåg", 15),
        ("Ytrebygda", 15),
        ("Årstad", 15),
        ("Åsane", 15),
    ]
    assert (election.municipality.name, election.municipality.number) == ("Bergen", "4601")
    assert election.rule_set is RuleSetName.VALGLOVEN_2002


def test_the_39_polling_districts_are_bergens_and_their_electors_add_up(election: Election) -> None:
    """Bergen had 223 689 electors in 2019; the demo comes within 5 % of that."""
    assert sum(len(contest.polling_districts) for contest in election.contests) == 39
    assert sum(of.votes_2019 for district in DEMO_DISTRICTS for of in district.polling_districts) == 87_076
    for contest in election.contests:
        assert contest.electors == sum(of.electors or 0 for of in contest.polling_districts)
    assert 212_000 < sum(contest.electors or 0 for contest in election.contests) < 235_000


def test_codes_are_unique_in_their_parent_and_fit_the_file_format(election: Election) -> None:
    families = [[contest.code for contest in election.contests]]
    for contest in election.contests:
        families += [[of.code for of in contest.lists], [of.code for of in contest.polling_districts]]
    for codes in families:
        assert len(set(codes)) == len(codes)
        assert all(re.fullmatch(r"[A-Za-z0-9_-]{1,20}", code) for code in codes)


def test_registered_parties_stand_under_the_same_registered_name_everywhere(election: Election) -> None:
    names = {(of.code, of.name) for _, of in lists(election) if of.registered_party}
    assert len(names) == len({code for code, _ in names}) == 12
    assert {"Arbeiderpartiet", "Høyre", "SV - Sosialistisk Venstreparti", "Miljøpartiet De Grønne"} < {
        n for _, n in names
    }


def test_not_every_party_stands_in_every_district(election: Election) -> None:
    assert {len(contest.lists) for contest in election.contests} == {10, 11, 12, 13, 14}
    assert all(any(not of.registered_party for of in contest.lists) for contest in election.contests)


def test_a_list_has_7_to_seats_plus_6_candidates_in_order(election: Election) -> None:
    for contest, of in lists(election):
        assert 7 <= len(of.candidates) <= contest.seats + 6
        assert [c.position for c in of.candidates] == list(range(1, len(of.candidates) + 1))


def test_bonus_goes_to_the_first_candidates_and_to_four_at_most(election: Election) -> None:
    rules = RULE_SETS[election.rule_set]
    numbers = set()
    for contest, of in lists(election):
        bonus = [c.position for c in of.candidates if c.bonus]
        assert bonus == list(range(1, len(bonus) + 1))
        assert len(bonus) <= rules.bonus_maximum(contest.seats)
        numbers.add(len(bonus))
    assert numbers == {0, 1, 2, 3, 4}


def test_professions_and_residences_are_given_for_all_on_a_list_or_for_none(election: Election) -> None:
    kinds = Counter[tuple[bool, bool]]()
    for _, of in lists(election):
        professions = {c.profession is not None for c in of.candidates}
        residences = {c.residence is not None for c in of.candidates}
        assert len(professions) == len(residences) == 1
        kinds[professions.pop(), residences.pop()] += 1
    assert len(kinds) == 4, "all four ways of doing it occur"


def test_candidates_are_born_1940_to_2004_and_half_of_them_are_women(election: Election) -> None:
    people = candidates(election)
    assert all(c.birth_year is not None and 1940 <= c.birth_year <= 2004 for c in people)
    women = sum(c.gender is Gender.FEMALE for c in people)
    assert 45 * len(people) < 100 * women < 55 * len(people)


def test_exactly_one_candidate_is_no_longer_eligible(election: Election) -> None:
    gone = [
        (contest.code, of.code, c.position) for contest, of in lists(election) for c in of.candidates if not c.eligible
    ]
    assert gone == [("bergenhus", "SV", 3)]


def test_nobody_has_a_namesake(election: Election) -> None:
    names = [c.name for c in candidates(election)]
    assert len(set(names)) == len(names) > 1500


@pytest.mark.parametrize("seed", [1, 2, 3, 2023])
def test_nobody_is_called_what_a_well_known_person_is_called(seed: int) -> None:
    assert not {well_known_form(c.name) for c in candidates(demo_election(seed))} & WELL_KNOWN


@pytest.mark.parametrize(
    ("name", "form"),
    [("Jon Fosse", "Jon Fosse"), ("Jon Eide Fosse", "Jon Fosse"), ("Jon Eide-Fosse", "Jon Fosse")],
)
def test_a_middle_name_does_not_hide_a_well_known_name(name: str, form: str) -> None:
    assert well_known_form(name) == form


def test_names_try_the_letters_that_print_and_sort_must_master(election: Election) -> None:
    """æøå, hyphens, double names, Sámi and Slavic letters; all in the composed form that is searched for."""
    text = " ".join(c.name for c in candidates(election))
    assert set("æøåØÅáčđŋšž-") <= set(text)
    assert is_normalized("NFC", text)
    assert any(len(c.name.split()) > 2 for c in candidates(election))


def test_another_seed_gives_other_people_on_lists_that_keep_the_rules_too(election: Election) -> None:
    other = demo_election(7)
    assert candidates(other) != candidates(election)
    for contest, of in lists(other):
        assert 7 <= len(of.candidates) <= contest.seats + 6
