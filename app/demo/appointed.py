"""Who the city council appointed for 2020–2023: invented people, by agreed election, in every district.

Each group has the seats that its strength in the district gives (R-232), and as many deputies and two more (R-229).
Women and men take every other place, so that forty per cent of each sex is kept. Some stand for election again in 2023
and are on the lists of that election; the others are seen here only.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from app.core.addresses import address_of_name
from app.councils.domain.divisors import modified_sainte_lague
from app.councils.domain.gender import Gender
from app.councils.domain.highest_quotients import Distribution, distribute
from app.councils.domain.seating import Contender
from app.councils.services.persons import PersonDetails
from app.demo.candidates import INELIGIBLE
from app.demo.chance import Chance
from app.demo.districts import DEMO_DISTRICT, DemoDistrict
from app.demo.names import Namer
from app.demo.parties import DEMO_PARTIES, Bloc, DemoParty
from app.demo.people import DEMO_PEOPLE
from app.elections.domain.election import Candidate, Contest, Election

NOT_IN_2019 = ("INP", "KONS")
"""Parties that had nobody in the city council of 2019; neither had the local lists."""

PROTECTED = ("ytrebygda", "H", 3)
"""The member who lives at a secret address: district, group, and number among its members."""

FIRST_DIVISOR = Fraction(7, 5)
YOUNGEST_BORN = 2001
STANDS_AGAIN = 450
"""Per thousand of the places that are held by somebody on the lists of 2023."""


@dataclass(frozen=True, slots=True)
class AppointedGroup:
    """A party's people in one council: its members, and its deputies in order."""

    code: str
    name: str
    members: tuple[PersonDetails, ...]
    deputies: tuple[PersonDetails, ...]


def appointed_councils(election: Election, seed: int) -> Iterator[tuple[DemoDistrict, tuple[AppointedGroup, ...]]]:
    """Every district with its groups, the largest first. The same seed gives the same people."""
    candidates = {each.name for contest in election.contests for of in contest.lists for each in of.candidates}
    namer = Namer(Chance(seed, "appointed", "names"), candidates | {person.name for person in DEMO_PEOPLE})
    for contest in election.contests:
        district = DEMO_DISTRICT[contest.code]
        seating = _Seating(contest, district, namer, Chance(seed, "appointed", contest.code))
        yield district, tuple(seating.group(party, seats) for party, seats in seats_by_strength(district))


def seats_by_strength(district: DemoDistrict) -> list[tuple[DemoParty, int]]:
    """The groups with seats, the largest first; equal ones in the order of the parties."""
    parties = [
        each
        for each in DEMO_PARTIES
        if district.code in each.strength and each.bloc is not Bloc.LOCAL and each.code not in NOT_IN_2019
    ]
    contenders = [Contender(each.code, each.strength[district.code], district.seats) for each in parties]
    shared = distribute(district.code, contenders, district.seats, modified_sainte_lague(FIRST_DIVISOR))
    assert isinstance(shared, Distribution), "no two parties are equally strong"
    seats = [(party, shared.seats_of(party.code)) for party in parties]
    return sorted((each for each in seats if each[1]), key=lambda each: -each[1])


class _Seating:
    """Fills one council's places, one after the other, a woman and a man by turns."""

    def __init__(self, contest: Contest, district: DemoDistrict, namer: Namer, chance: Chance) -> None:
        self._contest, self._district, self._namer, self._chance = contest, district, namer, chance
        self._next = {"members": chance.pick(tuple(Gender)), "deputies": chance.pick(tuple(Gender))}
        self._seated: set[str] = set()

    def group(self, party: DemoParty, seats: int) -> AppointedGroup:
        """The party's members, and its deputies: as many and two more."""
        members = [self._person(party, "members") for _ in range(seats)]
        deputies = [self._person(party, "deputies") for _ in range(seats + 2)]
        if (self._district.code, party.code) == PROTECTED[:2]:
            members[PROTECTED[2] - 1] = replace(members[PROTECTED[2] - 1], protected=True)
        return AppointedGroup(party.code, party.name, tuple(members), tuple(deputies))

    def _person(self, party: DemoParty, kind: str) -> PersonDetails:
        gender = self._next[kind]
        self._next[kind] = gender.other
        again = self._late(party, gender, kind) or self._candidate(party, gender)
        born = again.birth_year if again and again.birth_year else self._chance.between(1944, 1999)
        name = again.name if again else self._namer.name(gender, born)
        self._seated.add(name)
        return PersonDetails(
            name,
            gender,
            date(born, self._chance.between(1, 12), self._chance.between(1, 28)),
            home_address=self._chance.pick(self._district.places),
            private_contact=f"{address_of_name(name)}@post.example",
        )

    def _candidate(self, party: DemoParty, gender: Gender) -> Candidate | None:
        """The uppermost on the party's list of 2023 who can have been here before, now and then."""
        if not self._chance.happens(STANDS_AGAIN):
            return None
        return next((each for each in self._standing(party, gender) if each.eligible), None)

    def _late(self, party: DemoParty, gender: Gender, kind: str) -> Candidate | None:
        """The candidate who died before the election sat in the council."""
        if kind != "members" or (self._district.code, party.code) != INELIGIBLE[:2]:
            return None
        return next((each for each in self._standing(party, gender) if not each.eligible), None)

    def _standing(self, party: DemoParty, gender: Gender) -> Iterator[Candidate]:
        for of in self._contest.lists:
            if of.code == party.code:
                yield from (each for each in of.candidates if each.gender is gender and self._is_free(each))

    def _is_free(self, candidate: Candidate) -> bool:
        born = candidate.birth_year
        return candidate.name not in self._seated and born is not None and born <= YOUNGEST_BORN
