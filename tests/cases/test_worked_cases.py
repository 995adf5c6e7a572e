"""Whole elections from their three files to ``result.json``, against numbers one can check by hand."""

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from app.elections.domain.ballots import Disregarded
from app.elections.domain.election import Contest
from app.elections.domain.tally import Tally
from app.elections.files.settle_files import SettledFiles, settle_files
from tests.builders import a_contest, a_tally
from tests.cases.tally_to_files import write_files
from tests.domain import nesseby_2019 as nesseby
from tests.domain.outcomes import seat_order
from tests.domain.worked_examples import (
    W1_LIST_VOTES,
    W1_SEAT_ORDER,
    W1_SEATS_WON,
    W1_WRITE_INS,
    W2_MARKS,
    W2_VOID_WRITE_INS,
    W2_WRITE_INS,
    w1_contest,
    w1_tally,
)

Result = dict[str, Any]


def settled(folder: Path, contest: Contest, tally: Tally, void_names: dict[str, int] | None = None) -> SettledFiles:
    write_files(folder, contest, tally, void_names)
    outcome = settle_files(folder / "setup.json", folder / "counts.csv", folder / "ballots.csv", ())
    assert isinstance(outcome, SettledFiles)
    return outcome


def result_of(files: SettledFiles) -> Result:
    contest: Result = json.loads(files.result)["contests"][0]
    return contest


def by_code(result: Result, figure: str) -> dict[str, int]:
    return {each["code"]: each[figure] for each in result["lists"]}


def candidates_with(result: Result, code: str, outcome: str) -> list[int]:
    """Positions by number."""
    of_list = next(each for each in result["lists"] if each["code"] == code)
    chosen = [each for each in of_list["candidates"] if each["outcome"] == outcome]
    return [each["position"] for each in sorted(chosen, key=lambda each: each["number"])]


@pytest.fixture(scope="module")
def w1(tmp_path_factory: pytest.TempPathFactory) -> SettledFiles:
    """W-1 with list C of W-2; 21 ballots of list E name the ineligible C6."""
    contest = w1_contest()
    return settled(tmp_path_factory.mktemp("w1"), contest, w1_tally(contest), {"C:6": W2_VOID_WRITE_INS})


@pytest.mark.rule("R-111", "R-150", "R-151")
def test_w1_from_files_gives_the_matrix_and_the_list_votes(w1: SettledFiles) -> None:
    """Of A's ballots 118 names went to B, 164 to C …: 380 given, 286 received; 15 · 3264 − 380 + 286 = 48 866."""
    matrix: dict[str, dict[str, int]] = {}
    for each in w1.settlements[0].tally.write_ins:
        row = matrix.setdefault(each.giver, {})
        row[each.receiver] = row.get(each.receiver, 0) + each.number
    assert matrix == W1_WRITE_INS
    result = result_of(w1)
    assert by_code(result, "write_ins_given") == {"A": 380, "B": 251, "C": 132, "D": 103, "E": 106}
    assert by_code(result, "write_ins_received") == {"A": 286, "B": 224, "C": 214, "D": 101, "E": 147}
    assert by_code(result, "list_votes") == W1_LIST_VOTES


@pytest.mark.rule("R-152", "R-156")
def test_w1_from_files_gives_the_seats_one_by_one(w1: SettledFiles) -> None:
    result = result_of(w1)
    assert by_code(result, "seats") == W1_SEATS_WON
    order = " · ".join(f"{each['seat']} {each['list']} {each['quotient']}" for each in result["seat_order"])
    assert order == W1_SEAT_ORDER
    assert result["seat_order"][0] == {
        "seat": 1,
        "list": "A",
        "votes": 48866,
        "divisor": "7/5",
        "quotient": "34904.285714",
    }
    assert result["seat_order"][2]["divisor"] == "3/1"
    assert result["lots"] == []


@pytest.mark.rule("R-160", "R-161", "R-162", "R-163", "R-164")
def test_w2_from_files_gives_the_candidates_of_list_c(w1: SettledFiles) -> None:
    """C1 4·(612 + 108) + 1481 = 4361. C2's 1701 beats C7's 1700 by a quarter of a vote. C6 is ineligible."""
    result = result_of(w1)
    list_c = result["lists"][2]
    assert [each["marks"] for each in list_c["candidates"]] == list(W2_MARKS)
    assert [each["write_ins"] for each in list_c["candidates"]] == list(W2_WRITE_INS)
    scores = [each["score_quarters"] for each in list_c["candidates"] if each["position"] != 6]
    assert scores == [4361, 1701, 876, 364, 876, 1700, 68, 292, 0, 364, 0]
    assert candidates_with(result, "C", "member") == [1, 2, 7]
    assert candidates_with(result, "C", "deputy") == [3, 5, 4, 11, 9, 8]
    assert [each["position"] for each in list_c["candidates"] if each["outcome"] == "none"] == [10, 12]
    sixth = list_c["candidates"][5]
    assert (sixth["outcome"], sixth["rank"], sixth["number"], sixth["bonus_quarters"]) == ("ineligible", None, None, 0)


@pytest.mark.rule("R-114")
def test_names_written_in_for_an_ineligible_candidate_are_void_and_reported(w1: SettledFiles) -> None:
    assert w1.settlements[0].tally.disregarded == ((Disregarded.WRITE_IN_INELIGIBLE, 21),)


@pytest.mark.rule("R-153", "R-154")
def test_the_700_against_1500_trap_from_files(tmp_path: Path) -> None:
    """Three seats. X 233 · 3 + 1 = 700 list votes, Y 500 · 3 = 1500, Z 300 · 3 − 1 = 899: a ballot of Z names X1.

    1500/1.4 = 1071.4 and 899/1.4 = 642.1 take the first two seats. Then 700/1.4 = 500 = 1500/3 exactly: the seat goes
    to Y, which has more votes. In floating-point numbers 700/1.4 is more than 500, and X would wrongly have it.
    """
    assert 700 / 1.4 > 1500 / 3
    contest = a_contest(3, ["X", "Y", "Z"], code="felle")
    tally = a_tally(contest, {"X": 233, "Y": 500, "Z": 300}, write_ins={"Z": {"X": 1}})
    result = result_of(settled(tmp_path, contest, tally))
    assert by_code(result, "list_votes") == {"X": 700, "Y": 1500, "Z": 899}
    assert by_code(result, "seats") == {"X": 0, "Y": 2, "Z": 1}
    assert result["seat_order"][2] == {
        "seat": 3,
        "list": "Y",
        "votes": 1500,
        "divisor": "3/1",
        "quotient": "500.000000",
    }


@pytest.mark.rule("R-150", "R-152", "R-160", "R-161", "R-162", "R-164")
def test_nesseby_2019_from_files_gives_the_official_record(tmp_path: Path) -> None:
    """Arbeiderpartiet (L04): 15 · 269 − 21 + 15 = 4029 list votes, 4029/1.4 = 2877.857143, seven seats."""
    files = settled(tmp_path, nesseby.nesseby_contest(), nesseby.nesseby_tally())
    result = result_of(files)
    assert by_code(result, "ballots") == nesseby.BALLOTS
    assert by_code(result, "write_ins_given") == nesseby.WRITE_INS_GIVEN
    assert by_code(result, "write_ins_received") == nesseby.WRITE_INS_RECEIVED
    assert by_code(result, "list_votes") == nesseby.LIST_VOTES
    assert by_code(result, "seats") == nesseby.SEATS_WON
    assert seat_order(files.settlements[0]) == nesseby.SEAT_ORDER
    for code in nesseby.BALLOTS:
        assert candidates_with(result, code, "member") == nesseby.MEMBERS[code]
        assert candidates_with(result, code, "deputy") == nesseby.DEPUTIES[code]
    for seat in result["seat_order"]:
        assert Fraction(seat["votes"]) / Fraction(seat["divisor"]) - Fraction(seat["quotient"]) <= Fraction(
            1, 2 * 10**6
        )
