"""What stands in the way of a list in a proportional election by the municipal council."""

from dataclasses import replace

import pytest

from app.councils.domain.gender import Gender
from app.councils.domain.group_lists import GroupList, Hindrance, ListedCandidate, findings

pytestmark = pytest.mark.rule("R-221")


def a_list(code: str = "A", sexes: str = "KMKMKM", first_id: int = 1, group: str | None = None) -> GroupList:
    """``"KM"``: a woman, then a man, of the list's own group, which has signed."""
    own = code if group is None else group
    candidates = tuple(
        ListedCandidate(place, first_id + place, f"{code} {place}", Gender.FEMALE if sex == "K" else Gender.MALE, own)
        for place, sex in enumerate(sexes, start=1)
    )
    return GroupList(code, (code,), candidates, (code,))


def hindrances(*lists: GroupList, seats: int = 6) -> list[Hindrance]:
    return [each.hindrance for each in findings(lists, seats)]


def test_a_list_in_order_can_be_voted_on() -> None:
    assert hindrances(a_list("A"), a_list("H", first_id=50)) == []


def test_a_list_has_at_most_twice_as_many_names_as_seats() -> None:
    """Three seats: six names are allowed, seven are not."""
    assert hindrances(a_list(sexes="KMKMKM"), seats=3) == []
    found = findings([a_list(sexes="KMKMKMK")], 3)[0]
    assert (found.hindrance, found.number, found.limit) == (Hindrance.TOO_MANY_NAMES, 7, 6)


def test_fewer_names_than_seats_is_only_a_warning() -> None:
    found = findings([a_list(sexes="KMKM")], 6)
    assert [(each.hindrance, each.is_warning) for each in found] == [(Hindrance.FEWER_NAMES_THAN_SEATS, True)]
    assert findings([a_list(sexes="KMKM")], 6, warn_under=0) == ()


def test_a_member_of_the_group_must_have_signed_and_the_list_be_in_beforehand() -> None:
    unsigned = replace(a_list(), signed_by=("H",), delivered=False)
    assert hindrances(unsigned) == [Hindrance.NOT_DELIVERED, Hindrance.NOT_SIGNED]


def test_a_joint_list_is_signed_by_each_of_its_groups() -> None:
    joint = replace(a_list(), groups=("A", "SV"), signed_by=("A",))
    assert [(each.hindrance, each.concerns) for each in findings([joint], 6)] == [(Hindrance.NOT_SIGNED, "SV")]


def test_a_group_puts_up_one_list() -> None:
    second = replace(a_list("A", first_id=50), code="A2")
    assert hindrances(a_list("A"), second) == [Hindrance.GROUP_HAS_TWO_LISTS, Hindrance.GROUP_HAS_TWO_LISTS]


def test_a_candidate_of_another_group_stands_on_its_own_or_a_joint_list_only() -> None:
    borrowed = a_list("A", "KM", group="H")
    assert set(hindrances(borrowed, seats=2)) == {Hindrance.CANDIDATE_OF_ANOTHER_GROUP}
    joint = replace(borrowed, groups=("A", "H"), signed_by=("A", "H"))
    assert hindrances(joint, seats=2) == []


def test_one_who_belongs_to_no_group_can_stand_on_any_list() -> None:
    assert hindrances(a_list("A", "KM", group=""), seats=2) == []


def test_nobody_stands_twice_on_a_list() -> None:
    once = a_list(sexes="KM")
    twice = replace(once, candidates=(*once.candidates, replace(once.candidates[0], place=3)))
    assert hindrances(twice, seats=3) == [Hindrance.NAME_TWICE]


@pytest.mark.rule("R-222")
@pytest.mark.parametrize(
    ("sexes", "seats", "short"),
    [
        ("KKMMM", 4, ""),
        ("KMMM", 4, "f"),
        ("KKMMMM", 4, "f"),
        ("KMMM", 3, ""),
        ("MMM", 3, "f"),
        ("MM", 1, ""),
        ("KKKKKMMM", 4, "m"),
    ],
    ids=[
        "2 of 5 are forty per cent",
        "1 of 4 is not",
        "2 of 6 is not",
        "both sexes for three seats",
        "one sex alone for three seats",
        "one seat asks for nothing",
        "3 men of 8 are not",
    ],
)
def test_forty_per_cent_of_each_sex_among_the_names(sexes: str, seats: int, short: str) -> None:
    found = [each for each in findings([a_list(sexes=sexes)], seats, 0) if each.rule == "R-222"]
    assert [each.concerns for each in found] == ([short] if short else [])
