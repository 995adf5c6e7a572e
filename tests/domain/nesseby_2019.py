"""The council election in Unjárga-Nesseby of 9 September 2019: 15 seats, six lists, 592 ballots.

Figures from the official election record (valgprotokoll) of the municipality, as published by the electoral board. The
record prints only how many write-ins each list gave and received, so who gave them to whom is laid out by us: every
matrix with the same sums gives the same result.
"""

from app.elections.domain.election import Contest
from app.elections.domain.tally import Tally
from tests.builders import a_contest, a_list, a_tally

SEATS = 15
NAMES = {
    "L01": "Tverrpolitisk liste",
    "L02": "SV - Sosialistisk Venstreparti",
    "L03": "Høyre",
    "L04": "Arbeiderpartiet",
    "L05": "Senterpartiet",
    "L06": "Samefolkets Parti",
}
BALLOTS = {"L01": 53, "L02": 45, "L03": 49, "L04": 269, "L05": 124, "L06": 52}
WRITE_INS_GIVEN = {"L01": 11, "L02": 19, "L03": 16, "L04": 21, "L05": 23, "L06": 3}
WRITE_INS_RECEIVED = {"L01": 14, "L02": 16, "L03": 9, "L04": 15, "L05": 10, "L06": 29}
LIST_VOTES = {"L01": 798, "L02": 672, "L03": 728, "L04": 4029, "L05": 1847, "L06": 806}
SEATS_WON = {"L01": 1, "L02": 1, "L03": 1, "L04": 7, "L05": 3, "L06": 2}
SEAT_ORDER = (
    "1 L04 2877.857143 · 2 L04 1343.000000 · 3 L05 1319.285714 · 4 L04 805.800000 · 5 L05 615.666667 · "
    "6 L06 575.714286 · 7 L04 575.571429 · 8 L01 570.000000 · 9 L03 520.000000 · 10 L02 480.000000 · "
    "11 L04 447.666667 · 12 L05 369.400000 · 13 L04 366.272727 · 14 L04 309.923077 · 15 L06 268.666667"
)

BONUS_CANDIDATES = {"L01": 1, "L02": 2, "L03": 2, "L04": 2, "L05": 1, "L06": 2}
MARKS = {
    "L01": (33, 4, 2, 26, 0, 0, 2, 0),
    "L02": (6, 15, 4, 3, 0, 3, 2, 9),
    "L03": (26, 14, 4, 8, 15, 4, 5, 9, 1, 0, 0, 1, 6, 4),
    "L04": (145, 60, 41, 25, 40, 23, 24, 27, 34, 14, 13, 7, 1, 3, 4, 8, 5, 6, 10, 16, 14),
    "L05": (45, 26, 15, 15, 8, 1, 14, 17, 0, 5, 1, 1, 7, 5, 2, 9, 6, 4),
    "L06": (11, 2, 6, 27, 3, 7, 13, 24, 0, 2, 1, 3, 2, 3, 1, 4, 1, 2, 0, 3),
}
WRITE_INS = {
    "L01": (6, 0, 1, 6, 0, 1, 0, 0),
    "L02": (5, 4, 0, 0, 0, 0, 0, 7),
    "L03": (7, 0, 0, 0, 0, 0, 0, 2),
    "L04": (5, 2, 0, 1, 3, 0, 2, 0, 2),
    "L05": (4, 0, 0, 0, 0, 0, 0, 4, 0, 2),
    "L06": (6, 0, 1, 8, 4, 0, 3, 4, 0, 0, 0, 2, 0, 0, 0, 0, 1),
}
RANKED = {
    "L01": [1, 4, 2, 3, 7, 6, 5, 8],
    "L02": [2, 1, 8, 3, 4, 6, 7, 5],
    "L03": [1, 2, 5, 8, 4, 13, 7, 3, 6, 14, 9, 12, 10, 11],
    "L04": [1, 2, 5, 3, 9, 8, 4, 7, 6, 20, 10, 21, 11, 19, 16, 12, 18, 17, 15, 14, 13],
    "L05": [1, 2, 8, 3, 4, 7, 16, 5, 10, 13, 17, 14, 18, 15, 6, 11, 12, 9],
    "L06": [4, 1, 8, 7, 2, 3, 5, 6, 12, 16, 14, 20, 10, 13, 17, 18, 11, 15, 9, 19],
}
"""Positions by rank, as printed."""

MEMBERS = {"L01": [1], "L02": [2], "L03": [1], "L04": [1, 2, 5, 3, 9, 8, 4], "L05": [1, 2, 8], "L06": [4, 1]}
DEPUTIES = {
    "L01": [4, 2, 3, 7],
    "L02": [1, 8, 3, 4],
    "L03": [2, 5, 8, 4],
    "L04": [7, 6, 20, 10, 21, 11, 19, 16, 12, 18],
    "L05": [3, 4, 7, 16, 5, 10],
    "L06": [8, 7, 2, 3, 5],
}

WRITE_INS_LAID_OUT = {
    "L01": {"L02": 5, "L04": 1, "L05": 4, "L06": 1},
    "L02": {"L01": 5, "L03": 2, "L04": 1, "L05": 1, "L06": 10},
    "L03": {"L01": 7, "L02": 3, "L04": 3, "L06": 3},
    "L04": {"L01": 1, "L02": 2, "L03": 6, "L05": 2, "L06": 10},
    "L05": {"L01": 1, "L02": 6, "L03": 1, "L04": 10, "L06": 5},
    "L06": {"L05": 3},
}


def nesseby_contest() -> Contest:
    lists = [a_list(code, len(marks), BONUS_CANDIDATES[code]) for code, marks in MARKS.items()]
    return a_contest(SEATS, lists, code="nesseby")


def nesseby_tally() -> Tally:
    return a_tally(nesseby_contest(), BALLOTS, MARKS, WRITE_INS_LAID_OUT, WRITE_INS)
