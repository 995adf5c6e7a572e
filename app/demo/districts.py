"""Bergen's eight districts with their polling districts: public facts, scaled into an election of our own.

The votes cast on election day 2019 per polling district are from the official record of that year's city council
election; which district a polling district belongs to is read from the map. Seats lie within the 13–17 members of the
city council's decision of 2018 (R-231). Turnout and advance share are assumptions. Nobody has held this election.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DemoPollingDistrict:
    """A *stemmekrets*; ``votes_2019`` were cast there on election day 2019."""

    code: str
    name: str
    votes_2019: int


@dataclass(frozen=True, slots=True)
class DemoDistrict:
    """A district. ``turnout`` and ``advance_share`` are per thousand; ``places`` is where candidates live."""

    code: str
    name: str
    seats: int
    turnout: int
    advance_share: int
    places: tuple[str, ...]
    polling_districts: tuple[DemoPollingDistrict, ...]


_POLLING_DISTRICTS = """
arna          0035 897  Ytre Arna
arna          0036 2257 Indre Arna
arna          0039 1182 Lone
bergenhus     0001 4643 Bergen sentrum
bergenhus     0002 1822 Møhlenpris
bergenhus     0003 1744 Nordnes
bergenhus     0004 2070 Haukeland
bergenhus     0018 2321 Hellen
bergenhus     0019 3157 Rothaugen
fana          0044 1162 Kaland
fana          0045 1797 Kirkevoll
fana          0048 2405 Skjold
fana          0049 4059 Nesttun
fana          0052 1435 Paradis
fana          0077 2171 Sædalen
fyllingsdalen 0009 2413 Bønes
fyllingsdalen 0062 2787 Lynghaug
fyllingsdalen 0063 2551 Ortun
fyllingsdalen 0071 2285 Varden
laksevag      0067 2497 Olsvik
laksevag      0068 2628 Vadmyra
laksevag      0070 2038 Alvøen
laksevag      0074 1706 Damsgård
laksevag      0076 2060 Nygård
ytrebygda     0054 3637 Sandsli
ytrebygda     0055 3023 Rå
ytrebygda     0058 2010 Liland
arstad        0007 2401 Ny Krohnborg
arstad        0013 2450 Landås
arstad        0014 2991 Slettebakken
arstad        0015 2796 Gimle
asane         0022 1511 Eidsvåg
asane         0023 2170 Tertnes
asane         0024 1558 Mjølkeråen
asane         0028 2311 Haukedalen
asane         0029 1368 Hordvik
asane         0031 1615 Nyborg
asane         0032 1510 Rolland
asane         0078 1638 Flaktveit
"""


_DISTRICTS = """
arna          Arna          13 640 370 Indre Arna, Ytre Arna, Garnes, Espeland, Haukeland, Trengereid, Unneland
bergenhus     Bergenhus     15 668 450 Sandviken, Nordnes, Møhlenpris, Nygårdshøyden, Kalfaret, Skuteviken
fana          Fana          17 690 400 Nesttun, Paradis, Skjold, Hop, Sædalen, Fanahammeren, Kalandseidet
fyllingsdalen Fyllingsdalen 15 660 420 Bønes, Oasen, Varden, Lynghaug, Sælen, Ortun, Løvås
laksevag      Laksevåg      15 630 400 Loddefjord, Olsvik, Vadmyra, Alvøen, Damsgård, Godvik, Gravdal
ytrebygda     Ytrebygda     15 676 380 Sandsli, Kokstad, Hjellestad, Blomsterdalen, Søreide, Steinsvik
arstad        Årstad        15 622 430 Landås, Slettebakken, Kronstad, Minde, Solheimsviken, Fridalen
asane         Åsane         15 650 390 Eidsvåg, Tertnes, Morvik, Ulset, Salhus, Flaktveit, Hordvik, Breistein
"""


def _rows(table: str, columns: int) -> list[list[str]]:
    return [row.split(maxsplit=columns - 1) for row in table.strip().split("\n")]


def _polling_districts(district: str) -> tuple[DemoPollingDistrict, ...]:
    return tuple(
        DemoPollingDistrict(code, name, int(votes))
        for of, code, votes, name in _rows(_POLLING_DISTRICTS, 4)
        if of == district
    )


DEMO_DISTRICTS = tuple(
    DemoDistrict(
        code, name, int(seats), int(turnout), int(advance), tuple(places.split(", ")), _polling_districts(code)
    )
    for code, name, seats, turnout, advance, places in _rows(_DISTRICTS, 6)
)

DEMO_DISTRICT = {district.code: district for district in DEMO_DISTRICTS}
