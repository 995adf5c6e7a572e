"""Lists of invented candidates that keep every rule for a list proposal."""

from app.councils.domain.gender import Gender
from app.demo.chance import Chance
from app.demo.districts import DemoDistrict
from app.demo.names import Namer
from app.demo.parties import DemoParty
from app.demo.professions import profession
from app.elections.domain.election import Candidate, CandidateList

# Died after the lists were approved: on the ballot, but out of the settlement.
INELIGIBLE = ("bergenhus", "SV", 3)


def demo_list(party: DemoParty, district: DemoDistrict, namer: Namer, chance: Chance) -> CandidateList:
    """The party's list in the district. Professions are given for all or for none, and so are residences (R-54)."""
    strength = party.strength[district.code]
    bonus = _bonus(strength, chance)
    with_profession, with_residence = chance.happens(550), chance.happens(500)
    woman_first = chance.below(2)
    candidates = []
    for position in range(1, _size(strength, district.seats, chance) + 1):
        gender = Gender.FEMALE if (position % 2 == woman_first) != chance.happens(120) else Gender.MALE
        born = _birth_year(position, chance)
        candidates.append(
            Candidate(
                position=position,
                name=namer.name(gender, born),
                birth_year=born,
                bonus=position <= bonus,
                eligible=(district.code, party.code, position) != INELIGIBLE,
                profession=profession(born, chance) if with_profession else None,
                residence=chance.pick(district.places) if with_residence else None,
                gender=gender,
            )
        )
    return CandidateList(party.code, party.name, party.registered, tuple(candidates))


def _size(strength: int, seats: int, chance: Chance) -> int:
    """Strong lists are full, at seats + 6; the smallest have little more than the 7 names they must have (R-55)."""
    if strength >= 1000:
        return seats + 6
    if strength >= 400:
        return chance.between(seats - 2, seats + 6)
    return chance.between(7, 12)


def _bonus(strength: int, chance: Chance) -> int:
    """How many top candidates are printed in bold: up to 4 for 11–23 seats (R-56)."""
    return chance.between(1, 4) if strength >= 1000 else chance.between(0, 3)


def _birth_year(position: int, chance: Chance) -> int:
    """1940–2004. The first places go to people of working age; further down come the oldest and the youngest."""
    if position <= 4:
        return chance.between(1956, 1998)
    return 1940 + chance.below(33) + chance.below(33)
