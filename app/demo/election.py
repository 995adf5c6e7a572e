"""The demo election as it stands when the lists are decided: eight districts, 2023, invented candidates."""

from datetime import date

from app.demo.candidates import demo_list
from app.demo.chance import Chance
from app.demo.districts import DEMO_DISTRICTS, DemoDistrict, DemoPollingDistrict
from app.demo.names import Namer
from app.demo.parties import DEMO_PARTIES
from app.elections.domain.election import Contest, Election, Municipality, PollingDistrict, RuleSetName

DEMO_SEED = 2023


def demo_election(seed: int = DEMO_SEED) -> Election:
    """All eight contests. The same seed gives the same people on the same places."""
    namer = Namer(Chance(seed, "names"))
    return Election(
        name="Bydelsvalg 2023",
        rule_set=RuleSetName.VALGLOVEN_2002,
        election_day=date(2023, 9, 11),
        municipality=Municipality("Bergen", "4601"),
        contests=tuple(_contest(district, namer, seed) for district in DEMO_DISTRICTS),
    )


def _contest(district: DemoDistrict, namer: Namer, seed: int) -> Contest:
    polling_districts = tuple(
        PollingDistrict(of.code, of.name, _electors(of, district, Chance(seed, "electors", of.code)))
        for of in district.polling_districts
    )
    lists = tuple(
        demo_list(party, district, namer, Chance(seed, "list", district.code, party.code))
        for party in DEMO_PARTIES
        if district.code in party.strength
    )
    electors = sum(of.electors or 0 for of in polling_districts)
    return Contest(district.code, district.name, district.seats, lists, electors, polling_districts)


def _electors(polling_district: DemoPollingDistrict, district: DemoDistrict, chance: Chance) -> int:
    """As many as give the votes of 2019 on election day, at the district's turnout and advance share."""
    on_election_day = district.turnout * (1000 - district.advance_share)
    return chance.vary(polling_district.votes_2019 * 1_000_000 // on_election_day, 4)
