"""A settlement of a majority election as one JSON text, whole, and back; and the lot at which it stopped."""

import json

from cattrs import Converter

from app.elections.domain.majority_election import MajoritySettlement, PersonLotRequired

_converter = Converter(forbid_extra_keys=True)


def write_majority(value: MajoritySettlement | PersonLotRequired) -> str:
    """The settlement, or the lot, as JSON: the same text for the same value, always."""
    return json.dumps(_converter.unstructure(value), ensure_ascii=False, separators=(",", ":"))


def read_majority(text: str) -> MajoritySettlement:
    """The settlement that ``write_majority`` wrote."""
    return _converter.structure(json.loads(text), MajoritySettlement)


def read_person_lot(text: str) -> PersonLotRequired:
    """The lot that ``write_majority`` wrote."""
    return _converter.structure(json.loads(text), PersonLotRequired)
