"""What a settlement says, in the few words that tests compare."""

from app.councils.domain.lots import LotRequired
from app.councils.domain.seats import six_decimals
from app.elections.domain.candidates import Outcome
from app.elections.domain.settlement import ListResult, Settlement


def finished(outcome: Settlement | LotRequired) -> Settlement:
    """The settlement, when no lot is missing."""
    assert isinstance(outcome, Settlement), outcome
    return outcome


def stopped(outcome: Settlement | LotRequired) -> LotRequired:
    """The lot that is missing."""
    assert isinstance(outcome, LotRequired), outcome
    return outcome


def seats_won(settlement: Settlement) -> dict[str, int]:
    return {each.code: each.seats for each in settlement.lists}


def list_votes(settlement: Settlement) -> dict[str, int]:
    return {each.code: each.list_votes for each in settlement.lists}


def seat_order(settlement: Settlement) -> str:
    """The seats as the rule book prints them: "1 A 34904.285714 · 2 B 32273.571429 · …"."""
    return " · ".join(f"{each.seat} {each.list_code} {six_decimals(each.quotient)}" for each in settlement.seat_order)


def list_result(settlement: Settlement, code: str) -> ListResult:
    return next(each for each in settlement.lists if each.code == code)


def positions(result: ListResult, outcome: Outcome) -> list[int]:
    """The positions with this outcome, by number."""
    chosen = [each for each in result.candidates if each.outcome is outcome]
    return [each.position for each in sorted(chosen, key=lambda each: each.number or 0)]
