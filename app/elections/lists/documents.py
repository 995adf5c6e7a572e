"""Versions and findings, each as one JSON text and back: what is stored is what the domain has.

A version holds what stands on the ballot, and nothing else about a person.
"""

import json
from collections.abc import Sequence

from cattrs import Converter

from app.elections.domain.list_findings import Fact, Finding
from app.elections.domain.list_proposal import ProposedCandidate

_converter = Converter(forbid_extra_keys=True)
_converter.register_structure_hook(Fact, lambda value, _: value)

OnBallot = tuple[int, str, str, int | None, str, str, str, bool]


def candidates_written(candidates: Sequence[ProposedCandidate]) -> str:
    """The candidates of a version: the same text for the same candidates."""
    rows = [
        (c.position, c.first_name, c.last_name, c.birth_year, c.profession, c.residence, c.group, c.bonus)
        for c in candidates
    ]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def candidates_in(text: str) -> tuple[ProposedCandidate, ...]:
    """The candidates of a version."""
    rows = _converter.structure(json.loads(text), tuple[OnBallot, ...])
    return tuple(
        ProposedCandidate(position, first, last, year, profession, residence, group, bonus)
        for position, first, last, year, profession, residence, group, bonus in rows
    )


def findings_written(findings: Sequence[Finding]) -> str:
    """Findings as they were when somebody was told of them or decided on them."""
    return json.dumps(_converter.unstructure(tuple(findings)), ensure_ascii=False, separators=(",", ":"))


def findings_in(text: str | None) -> tuple[Finding, ...]:
    """``findings_written``, back."""
    return _converter.structure(json.loads(text), tuple[Finding, ...]) if text else ()
