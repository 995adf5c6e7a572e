"""A settlement as one JSON text, whole, and back: what is stored is exactly what the domain returned.

Fractions are written ``7/5``. Unknown keys are refused, so a stored settlement can never be half understood.
"""

import json
from fractions import Fraction

from cattrs import Converter

from app.elections.domain.settlement import Settlement

_converter = Converter(forbid_extra_keys=True)
_converter.register_unstructure_hook(Fraction, lambda value: f"{value.numerator}/{value.denominator}")
_converter.register_structure_hook(Fraction, lambda text, _: Fraction(text))


def write_settlement(settlement: Settlement) -> str:
    """The settlement as JSON: the same text for the same settlement, always."""
    return json.dumps(_converter.unstructure(settlement), ensure_ascii=False, separators=(",", ":"))


def read_settlement(text: str) -> Settlement:
    """The settlement that ``write_settlement`` wrote."""
    return _converter.structure(json.loads(text), Settlement)
