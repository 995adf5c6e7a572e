"""Headings: exact registered names, names that could be taken for one another, one list per party and district."""

from dataclasses import replace

import pytest

from app.elections.domain.list_findings import Check, Weight
from app.elections.domain.list_headings import are_alike, heading_findings, nearest_party_name, normalised, party_of
from app.elections.domain.list_proposal import BoardStatement, ProposerKind
from app.elections.domain.list_review import review
from app.elections.domain.registered_parties import REGISTERED_PARTIES
from tests.domain.lists.proposals import a_proposal, checked, rules, voters

GROUP, JOINT, PARTY = ProposerKind.GROUP, ProposerKind.JOINT, ProposerKind.REGISTERED_PARTY


@pytest.mark.rule("R-53")
@pytest.mark.parametrize(
    ("heading", "exact"),
    [
        ("Arbeiderpartiet", True),
        ("Arbeidarpartiet", True),
        ("Arbeiderpartiet / Bargiidbellodat", True),
        ("Arbeiderpartiet – Bargiidbellodat", True),
        ("arbeiderpartiet", False),
        ("Arbeiderpartiet ", False),
        ("Fana Arbeiderparti", False),
        ("Bargiidbellodat", False),
        ("SV", False),
        ("SV - Sosialistisk Venstreparti", True),
    ],
)
def test_a_registered_party_uses_exactly_its_registered_name(heading: str, exact: bool) -> None:
    assert (party_of(heading, REGISTERED_PARTIES) is not None) is exact
    assert (Check.NOT_REGISTERED_NAME in checked(a_proposal(heading))) is not exact


@pytest.mark.rule("R-53")
def test_the_registered_name_that_is_meant_is_suggested() -> None:
    [finding] = heading_findings(a_proposal("Arbeiderpartie"), [], REGISTERED_PARTIES)
    assert finding.facts == (("heading", "Arbeiderpartie"), ("nearest", "Arbeiderpartiet"))
    assert nearest_party_name("Grendelisten vest", REGISTERED_PARTIES) == ""


@pytest.mark.rule("R-53")
@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        pytest.param("Høyre", "Fana Høyre", True, id="all words of the one in the other"),
        pytest.param("Partiet Sentrum", "Sentrum", True, id="a word that says nothing is left out"),
        pytest.param("Nærmiljølisten", "Nærmiljølista", True, id="1 letter of 14"),
        pytest.param("Åsane vel", "Asane vel", True, id="the same without accents"),
        pytest.param("abcdefghij", "abcdefghxy", True, id="2 of 10 letters is a fifth"),
        pytest.param("abcdefghij", "abcdefgxyz", False, id="3 of 10 letters is more than a fifth"),
        pytest.param("Venstre", "Høyre", False, id="two parties"),
        pytest.param("Fana bydelsliste", "Arna bydelsliste", False, id="two districts' lists"),
    ],
)
def test_two_headings_are_alike_by_words_or_by_letters(one: str, other: str, alike: bool) -> None:
    assert are_alike(one, other) is alike
    assert are_alike(other, one) is alike


def test_a_heading_is_compared_by_its_letters_alone() -> None:
    assert normalised("SV – Sosialistisk  Venstreparti") == "sv sosialistisk venstreparti"
    assert normalised("Čáŋgŧ Ærø") == "cangt aero"


@pytest.mark.rule("R-53")
def test_a_group_cannot_take_a_registered_partys_name() -> None:
    taken = a_proposal("HØYRE", kind=GROUP, signers=voters(15))
    assert checked(taken) == [Check.REGISTERED_NAME_TAKEN]
    assert Check.REGISTERED_NAME_TAKEN in checked(a_proposal("Bargiidbellodat", kind=GROUP, signers=voters(15)))


@pytest.mark.rule("R-53")
def test_a_heading_like_a_registered_partys_is_for_the_board_to_judge() -> None:
    assert checked(a_proposal("Venstre for Fana", kind=GROUP, signers=voters(15))) == [Check.LIKE_REGISTERED_NAME]
    assert checked(a_proposal("Grendelisten vest", kind=GROUP, signers=voters(15))) == []


@pytest.mark.rule("R-53")
def test_a_joint_list_may_name_its_parties() -> None:
    assert checked(a_proposal("Høyre og Venstre", kind=JOINT, signers=voters(15))) == []
    assert Check.REGISTERED_NAME_TAKEN in checked(a_proposal("Venstre", kind=JOINT, signers=voters(15)))


@pytest.mark.rule("R-53")
def test_two_headings_in_one_district_are_told_apart_and_in_two_districts_need_not_be() -> None:
    ours = a_proposal("Grendelisten vest", key=1, kind=GROUP, signers=voters(15))
    same = a_proposal("grendelisten VEST", key=2, kind=GROUP, names=(), signers=())
    like = a_proposal("Grendelista vest", key=3, kind=GROUP, names=(), signers=())
    elsewhere = a_proposal("Grendelisten vest", key=4, kind=GROUP, contest="arna", names=(), signers=())
    assert checked(ours, same) == [Check.SAME_HEADING]
    assert checked(ours, like) == [Check.LIKE_OTHER_HEADING]
    assert checked(ours, elsewhere) == []
    assert checked(ours, ours) == []


@pytest.mark.rule("R-51")
def test_a_party_has_one_list_per_district_also_under_its_other_name() -> None:
    ours = a_proposal("Arbeiderpartiet", key=1)
    assert checked(ours, a_proposal("Arbeidarpartiet", key=2, names=(), signers=())) == [Check.SECOND_LIST]
    assert checked(ours, a_proposal("Høyre", key=2, names=(), signers=())) == []
    assert checked(ours, a_proposal("Arbeiderpartiet", key=2, contest="arna", names=(), signers=())) == []


@pytest.mark.rule("R-52")
def test_a_list_without_a_heading_says_too_little() -> None:
    assert checked(a_proposal("  ")) == [Check.HEADING_MISSING]


@pytest.mark.rule("R-53")
def test_two_parties_whose_names_are_alike_keep_them() -> None:
    assert (
        checked(a_proposal("Venstre"), a_proposal("SV - Sosialistisk Venstreparti", key=2, names=(), signers=())) == []
    )


@pytest.mark.rule("R-51", "R-53")
def test_the_national_board_says_which_of_two_lists_is_the_partys() -> None:
    """Two lists of one party: both are told of it, until the board has stated; then one is in order, the other not."""
    backed = replace(a_proposal(key=1), board_statement=BoardStatement.FOR_THIS_LIST)
    other = replace(a_proposal(key=2), board_statement=BoardStatement.AGAINST_THIS_LIST)
    assert {Check.SECOND_LIST} <= set(checked(a_proposal(key=1), a_proposal(key=2)))
    second = [each for each in review(backed, [other], rules()) if each.check is Check.SECOND_LIST]
    assert [each.weight for each in second] == [Weight.NOTE]
    assert {Check.SECOND_LIST, Check.NOT_THE_PARTYS} <= set(checked(other, backed))
