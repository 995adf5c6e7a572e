"""Who a candidate is: the same on name and year of birth, never on a name alone (R-262)."""

import pytest

from app.councils.domain.gender import Gender
from app.elections.domain.elected import Candidacy, Ranked
from app.elections.domain.election import Candidate
from app.elections.domain.person_matches import (
    AnswerNotOffered,
    KnownPerson,
    Match,
    UncertainPersons,
    answers,
    match_persons,
)

KARI_1970 = KnownPerson(17, "Kari Traa", 1970, Gender.FEMALE)


def standing(
    born: int | None = 1970,
    *,
    name: str = "Kari Traa",
    gender: Gender | None = None,
    contest: str = "fana",
    position: int = 1,
) -> Ranked:
    candidate = Candidate(position, name, birth_year=born, gender=gender)
    return Ranked(Candidacy(contest, "A", position), candidate, position)


@pytest.mark.rule("R-262")
@pytest.mark.parametrize(
    ("candidate", "known", "match"),
    [
        (standing(), [], Match.NEW),
        (standing(name="Kari Tran"), [KARI_1970], Match.NEW),
        (standing(), [KARI_1970], Match.SAME),
        (standing(name="kari  TRAA"), [KARI_1970], Match.SAME),
        (standing(1971), [KARI_1970], Match.NEW),
        (standing(None), [KARI_1970], Match.UNCERTAIN),
        (standing(), [KnownPerson(17, "Kari Traa", None, None)], Match.UNCERTAIN),
        (standing(gender=Gender.MALE), [KARI_1970], Match.UNCERTAIN),
        (standing(gender=Gender.FEMALE), [KARI_1970], Match.SAME),
        (standing(), [KARI_1970, KnownPerson(18, "Kari Traa", 1970, None)], Match.UNCERTAIN),
        (standing(), [KARI_1970, KnownPerson(18, "Kari Traa", 1955, None)], Match.SAME),
    ],
    ids=[
        "nobody is known",
        "another name",
        "same name and year",
        "capitals and spaces do not matter",
        "another year",
        "no year on the ballot",
        "no year in the register",
        "same name and year, but a man",
        "same name, year and sex",
        "two persons with the name and year",
        "two persons with the name, one of another year",
    ],
)
def test_a_candidate_is_held_against_those_known(candidate: Ranked, known: list[KnownPerson], match: Match) -> None:
    (found,) = match_persons([candidate], known)
    assert found.match is match
    assert found.default == (KARI_1970 if match is Match.SAME else None)


@pytest.mark.rule("R-43")
def test_the_same_name_and_year_in_another_district_is_the_same_person() -> None:
    fana, arna = match_persons([standing(), standing(contest="arna")], [])
    assert (fana.match, arna.match, arna.default) == (Match.NEW, Match.SAME, Candidacy("fana", "A", 1))
    said = answers([fana, arna], {})
    assert said == {Candidacy("fana", "A", 1): None, Candidacy("arna", "A", 1): Candidacy("fana", "A", 1)}
    assert answers([fana, arna], {"arna:A:1": "new"})[Candidacy("arna", "A", 1)] is None


def test_without_the_year_another_district_is_uncertain() -> None:
    _fana, arna = match_persons([standing(None), standing(None, contest="arna")], [])
    assert arna.match is Match.UNCERTAIN


def test_two_with_one_name_on_the_lists_of_a_district_are_both_uncertain_when_one_is_known() -> None:
    matches = match_persons([standing(), standing(position=2)], [KARI_1970])
    assert [each.match for each in matches] == [Match.UNCERTAIN, Match.UNCERTAIN]
    assert [each.match for each in match_persons([standing(), standing(position=2)], [])] == [Match.NEW, Match.NEW]


def test_the_uncertain_must_be_told_and_only_those_offered_can_be_chosen() -> None:
    matches = match_persons([standing(None)], [KARI_1970])
    with pytest.raises(UncertainPersons) as refused:
        answers(matches, {})
    assert refused.value.candidacies == ("fana:A:1",)
    assert answers(matches, {"fana:A:1": "17"}) == {Candidacy("fana", "A", 1): KARI_1970}
    assert answers(matches, {"fana:A:1": "new"}) == {Candidacy("fana", "A", 1): None}
    for told in ({"fana:A:1": "18"}, {"fana:A:1": "17", "fana:A:9": "new"}):
        with pytest.raises(AnswerNotOffered):
            answers(matches, told)
