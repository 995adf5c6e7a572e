"""Who stands in the demo election, how strong they are where, and how their voters use the ballot.

Names are those of the party register, where a registered party must stand under exactly its registered name; the
local groups are invented. Strengths resemble Bergen's council elections of 2019 and 2023 and are nobody's result.
"""

from dataclasses import dataclass
from enum import StrEnum

from app.demo.districts import DEMO_DISTRICTS


class Bloc(StrEnum):
    """Lists whose voters readily write in each other's candidates."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    LOCAL = "local"


@dataclass(frozen=True, slots=True)
class DemoParty:
    """A party or group.

    ``strength`` is its expected share of the votes per district in ten-thousandths, without the districts where it
    does not stand. ``advance_lean``: percent of its ordinary share among advance votes. ``marking``: percent of the
    ordinary number of ballot marks. ``write_ins``: names written in per thousand ballots.
    """

    code: str
    name: str
    registered: bool
    bloc: Bloc
    advance_lean: int
    marking: int
    write_ins: int
    strength: dict[str, int]


# How its voters use the ballot: bloc, advance lean, marking and write-ins as in DemoParty, and the name on the ballot.
_HABITS = """
A    left    99 110  85 Arbeiderpartiet
H    right  100  90  55 Høyre
FRP  right   99  85  50 Fremskrittspartiet
SV   left   101 110 190 SV - Sosialistisk Venstreparti
R    left   106 110 165 Rødt
MDG  left   104  95 160 Miljøpartiet De Grønne
V    centre  86 105 150 Venstre
KRF  centre  95 130 110 Kristelig Folkeparti
SP   centre  86  80 100 Senterpartiet
PP   right  135  65  40 Pensjonistpartiet
INP  right   92  80  45 Industri- og Næringspartiet
KONS centre 100 110 120 Konservativt
NML  local  105  85  60 Nærmiljølisten i Bergen
ARNA local   95 140 130 Arna samlet
VEST local   98 130 110 Grendelisten vest
NORD local   98 130 110 Ny kurs for Åsane
"""

# Per thousand of the whole city, then percent of that in each district, in the order of DEMO_DISTRICTS; 0: stands not.
_STRENGTHS = """
A    176  128  84  86 104 120  90 104 112
H    262   72  95 128 108  78 125  84  95
FRP  112  142  56  92 110 138 118  72 128
SV   122   84 150  88  92  86  76 138  86
R     64   90 152  66  86 112  62 148  88
MDG   62   70 168  90  82  66  82 132  72
V     44   66 150 112  84  62 102 108  78
KRF   38  118  70 104 102  92 110  84 122
SP    22  190   0 122  80  82 112   0 112
PP    20  110  72 104 128 120 100  86 116
INP   20  130   0  86 104 142 128  70 122
KONS  10  130   0 110   0   0 100   0 140
NML   48  110  60  88 120 140 104  90 124
ARNA  60  100   0   0   0   0   0   0   0
VEST  30    0   0   0   0 100   0   0   0
NORD  25    0   0   0   0   0   0   0 100
"""


def _rows(table: str, columns: int) -> list[list[str]]:
    return [row.split(maxsplit=columns - 1) for row in table.strip().split("\n")]


def _strength(share: str, *percents: str) -> dict[str, int]:
    of_district = zip(DEMO_DISTRICTS, map(int, percents), strict=True)
    return {district.code: int(share) * percent // 10 for district, percent in of_district if percent}


_STRENGTH = {code: _strength(*numbers) for code, *numbers in _rows(_STRENGTHS, 2 + len(DEMO_DISTRICTS))}

DEMO_PARTIES = tuple(
    DemoParty(code, name, bloc != Bloc.LOCAL, Bloc(bloc), int(lean), int(marking), int(write_ins), _STRENGTH[code])
    for code, bloc, lean, marking, write_ins, name in _rows(_HABITS, 6)
)

DEMO_PARTY = {party.code: party for party in DEMO_PARTIES}
