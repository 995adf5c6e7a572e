"""A settlement as one JSON text, whole, and back: what is stored is exactly what the domain returned.

Fractions are written ``7/5``. Unknown keys are refused, so a stored settlement can never be half understood. What is
many is written as the bare values in the order of their fields; settlements made before that name each field, and a
stored settlement is never rewritten, so both are read.
"""

import json
from collections.abc import Callable, Mapping
from fractions import Fraction

from cattrs import Converter

from app.elections.domain.candidates import CandidateResult
from app.elections.domain.settlement import Settlement
from app.elections.domain.tally import WriteInCount

Many = type[CandidateResult] | type[WriteInCount]

_converter = Converter(forbid_extra_keys=True)
_converter.register_unstructure_hook(Fraction, lambda value: f"{value.numerator}/{value.denominator}")
_converter.register_structure_hook(Fraction, lambda text, _: Fraction(text))


def _named_or_bare(kind: Many) -> Callable[[object, object], object]:
    """Reads ``[1, 0, …]`` and, from before, ``{"position": 1, "marks": 0, …}``, with each field and no other."""
    bare = _converter.get_structure_hook(kind)

    def read(written: object, _: object) -> object:
        if isinstance(written, Mapping):
            if set(written) != set(kind._fields):
                raise ValueError(f"{kind.__name__} with {sorted(written)}")
            return bare([written[field] for field in kind._fields], kind)
        return bare(written, kind)

    return read


for _kind in (CandidateResult, WriteInCount):
    _converter.register_structure_hook(_kind, _named_or_bare(_kind))


def write_settlement(settlement: Settlement) -> str:
    """The settlement as JSON: the same text for the same settlement, always."""
    return json.dumps(_converter.unstructure(settlement), ensure_ascii=False, separators=(",", ":"))


def read_settlement(text: str) -> Settlement:
    """The settlement that ``write_settlement`` wrote."""
    return _converter.structure(json.loads(text), Settlement)
