"""Votes, rounds, lots and what was decided, each as one JSON text and back: what is stored is what the domain has.

Fractions are written ``7/5``. Unknown keys are refused, so a stored document can never be half understood.
"""

import json
from fractions import Fraction

from cattrs import Converter

from app.councils.domain.decided_council import DecidedCouncil
from app.councils.domain.lots import Lot
from app.councils.domain.membership import Role
from app.councils.domain.prepared_council import BallotHeld, OfficerVote

_converter = Converter(forbid_extra_keys=True)
_converter.register_unstructure_hook(Fraction, lambda value: f"{value.numerator}/{value.denominator}")
_converter.register_structure_hook(Fraction, lambda text, _: Fraction(text))

Officers = tuple[tuple[Role, OfficerVote], ...]


def written(value: BallotHeld | DecidedCouncil | Officers | tuple[Lot, ...]) -> str:
    """The value as JSON: the same text for the same value, always."""
    return json.dumps(_converter.unstructure(value), ensure_ascii=False, separators=(",", ":"))


def ballot_in(text: str | None) -> BallotHeld | None:
    """The vote of a proportional election, when one has been recorded."""
    return _converter.structure(json.loads(text), BallotHeld) if text else None


def officers_in(text: str | None) -> Officers:
    """The rounds held for each office."""
    return _converter.structure(json.loads(text), Officers) if text else ()


def lots_in(text: str | None) -> tuple[Lot, ...]:
    """Lots, in the order they were drawn."""
    return _converter.structure(json.loads(text), tuple[Lot, ...]) if text else ()


def decided_in(text: str | None) -> DecidedCouncil | None:
    """What was decided, once it is."""
    return _converter.structure(json.loads(text), DecidedCouncil) if text else None
