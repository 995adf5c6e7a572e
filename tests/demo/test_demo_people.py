"""Who can sign in to the demo."""

from collections import Counter

from app.auth.domain.roles import Role, broken_four_eyes
from app.demo.people import DEMO_PEOPLE
from app.elections.domain.election import Election


def test_every_role_has_somebody_and_entry_has_two() -> None:
    roles = Counter(role for person in DEMO_PEOPLE for role in {grant.role for grant in person.grants})
    assert roles == {role: 2 if role is Role.COUNT_CLERK else 1 for role in Role}


def test_addresses_differ_and_lead_nowhere() -> None:
    addresses = [person.address for person in DEMO_PEOPLE]
    assert len(set(addresses)) == len(addresses)
    assert all(address.endswith("@verv.example") for address in addresses)


def test_nobody_holds_what_takes_two_people() -> None:
    assert not [p.name for p in DEMO_PEOPLE if broken_four_eyes(grant.role for grant in p.grants)]


def test_staff_do_not_stand_for_election(election: Election) -> None:
    candidates = {c.name for contest in election.contests for of in contest.lists for c in of.candidates}
    assert not candidates & {person.name for person in DEMO_PEOPLE}


def test_a_role_in_one_council_names_a_district_of_the_election(election: Election) -> None:
    councils = {grant.council_code for person in DEMO_PEOPLE for grant in person.grants} - {None}
    assert councils == {"arna", "fana"}
    assert councils <= {contest.code for contest in election.contests}
