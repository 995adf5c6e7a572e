"""The worked examples W-1 and W-2 of the rule book: 15 seats, five lists, list C with twelve candidates."""

from app.elections.domain.election import CandidateList, Contest
from app.elections.domain.tally import Tally
from tests.builders import a_contest, a_list, a_tally

W1_SEATS = 15
W1_BALLOTS = {"A": 3264, "B": 3014, "C": 1481, "D": 904, "E": 401}
W1_WRITE_INS = {
    "A": {"B": 118, "C": 164, "D": 41, "E": 57},
    "B": {"A": 133, "C": 22, "D": 35, "E": 61},
    "C": {"A": 97, "B": 14, "D": 12, "E": 9},
    "D": {"A": 25, "B": 48, "C": 10, "E": 20},
    "E": {"A": 31, "B": 44, "C": 18, "D": 13},
}
"""Write-ins given (outer key) to (inner key)."""

W1_LIST_VOTES = {"A": 48866, "B": 45183, "C": 22297, "D": 13558, "E": 6056}
W1_SEATS_WON = {"A": 5, "B": 5, "C": 3, "D": 2, "E": 0}
W1_SEAT_ORDER = (
    "1 A 34904.285714 · 2 B 32273.571429 · 3 A 16288.666667 · 4 C 15926.428571 · 5 B 15061.000000 · "
    "6 A 9773.200000 · 7 D 9684.285714 · 8 B 9036.600000 · 9 C 7432.333333 · 10 A 6980.857143 · "
    "11 B 6454.714286 · 12 A 5429.555556 · 13 B 5020.333333 · 14 D 4519.333333 · 15 C 4459.400000"
)

W2_MARKS = (612, 48, 205, 88, 190, 520, 402, 17, 61, 0, 73, 0)
W2_WRITE_INS = (108, 7, 14, 3, 29, 0, 23, 0, 12, 0, 18, 0)
W2_VOID_WRITE_INS = 21
"""Names written in for the ineligible C6."""


def w2_list(eligible: int | None = None) -> CandidateList:
    """List C, with the bonus for C1 and C2. C6 is ineligible, or all but the first ``eligible`` when that is given."""
    return a_list("C", candidates=12, bonus=2, ineligible=(6,) if eligible is None else range(eligible + 1, 13))


def w1_contest(list_c: CandidateList | None = None) -> Contest:
    return a_contest(W1_SEATS, ["A", "B", list_c or w2_list(), "D", "E"], code="w1")


def w1_tally(contest: Contest) -> Tally:
    """The figures of W-1, with the marks and write-ins of W-2 for list C."""
    return a_tally(contest, W1_BALLOTS, {"C": W2_MARKS}, W1_WRITE_INS, {"C": W2_WRITE_INS})


def w1_tally_of_list_votes(contest: Contest) -> Tally:
    """The figures of W-1 when only the lists matter: list C's write-ins all go to its first candidate."""
    return a_tally(contest, W1_BALLOTS, write_ins=W1_WRITE_INS)
