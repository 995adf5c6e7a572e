"""``result.json``: what was decided, with every figure it was decided from (format ``verv-result/1``).

The same settlements give the same bytes, whoever makes them and whenever.

Rules: R-150, R-156, R-160, R-161, R-164.
"""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from app.councils.domain.seats import SeatAward, six_decimals
from app.elections.domain.candidates import CandidateResult
from app.elections.domain.election import Election
from app.elections.domain.settlement import ListResult, Settlement
from app.elections.files.file_names import INPUTS
from app.elections.files.json_text import json_bytes
from app.elections.files.setup_file import election_json

FORMAT = "verv-result/1"


def result_bytes(election: Election, inputs_sha256: Mapping[str, str], settlements: Iterable[Settlement]) -> bytes:
    """The result file."""
    return json_bytes(result_document(election, inputs_sha256, settlements))


def result_document(
    election: Election, inputs_sha256: Mapping[str, str], settlements: Iterable[Settlement]
) -> dict[str, object]:
    """The result as it stands in the file. ``inputs_sha256`` has the fingerprint of each of the three input files."""
    return {
        "format": FORMAT,
        "election": election_json(election),
        "inputs_sha256": {name: inputs_sha256[name] for name in INPUTS},
        "contests": [contest_json(each) for each in settlements],
    }


def contest_json(settlement: Settlement) -> dict[str, object]:
    """One contest; lists stand in setup order, seats in the order they were won."""
    return {
        "code": settlement.contest,
        "seats": settlement.seats,
        "lists": [list_json(each) for each in settlement.lists],
        "seat_order": [seat_json(each) for each in settlement.seat_order],
        "lots": [{"lists": list(lot.lists), "winner": lot.winner} for lot in settlement.lots],
    }


def list_json(result: ListResult) -> dict[str, object]:
    """One list and its candidates in printed order."""
    return {
        "code": result.code,
        "ballots": result.ballots,
        "write_ins_given": result.write_ins_given,
        "write_ins_received": result.write_ins_received,
        "list_votes": result.list_votes,
        "seats": result.seats,
        "candidates": [candidate_json(each) for each in result.candidates],
    }


def candidate_json(result: CandidateResult) -> dict[str, object]:
    """One candidate; the bonus and the score are in quarters of a personal vote."""
    return {
        "position": result.position,
        "bonus_quarters": result.bonus_quarters,
        "marks": result.marks,
        "write_ins": result.write_ins,
        "score_quarters": result.score_quarters,
        "rank": result.rank,
        "outcome": str(result.outcome),
        "number": result.number,
    }


def seat_json(award: SeatAward) -> dict[str, object]:
    """One seat. The quotient has six decimals and is for reading only; votes and divisor are exact."""
    return {
        "seat": award.seat,
        "list": award.list_code,
        "votes": award.votes,
        "divisor": fraction_text(award.divisor),
        "quotient": six_decimals(award.quotient),
    }


def fraction_text(value: Fraction) -> str:
    """A fraction in lowest terms: ``7/5``, ``3/1``."""
    return f"{value.numerator}/{value.denominator}"
