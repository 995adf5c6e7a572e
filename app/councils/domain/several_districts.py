"""One person in several districts: lawful unless the municipality has set otherwise, and always told.

Law: kommuneloven (2018) § 7-3 (4); forskrift om direkte valg til kommunedelsutvalg (2003) §§ 1, 2.
Rules: R-3, R-36, R-43.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.core.errors import DomainError


class MultiDistrictCandidacy(StrEnum):
    """The municipality's setting; the first is the default."""

    WARN = "warn"
    FORBID = "forbid"
    ALLOW = "allow"


@dataclass(frozen=True, slots=True)
class InSeveralDistricts:
    """A person, and the districts where the person stands or sits, in the order given."""

    person_id: int
    districts: tuple[str, ...]


@dataclass(unsafe_hash=True)
class StandsInSeveralDistricts(DomainError):
    """Persons who stand in several districts where the municipality has forbidden it."""

    persons: tuple[InSeveralDistricts, ...]
    rule: str = "R-43"


def in_several_districts(people: Mapping[str, Collection[int]]) -> tuple[InSeveralDistricts, ...]:
    """District → its candidates or members: those who are in more than one, in the order they are first named.

    Each district is an election and a council of its own, so one may hold a seat in several; with a residence
    restriction only one of them can be the district where the person lives.

    Law: kommuneloven (2018) § 7-3 (4); forskrift om direkte valg til kommunedelsutvalg (2003) §§ 1, 2.
    Rules: R-3, R-36, R-43.
    """
    districts_of: dict[int, list[str]] = {}
    for district, persons in people.items():
        for person_id in dict.fromkeys(persons):
            districts_of.setdefault(person_id, []).append(district)
    return tuple(
        InSeveralDistricts(person_id, tuple(districts))
        for person_id, districts in districts_of.items()
        if len(districts) > 1
    )


def warn_of_several_districts(
    people: Mapping[str, Collection[int]], setting: MultiDistrictCandidacy = MultiDistrictCandidacy.WARN
) -> tuple[InSeveralDistricts, ...]:
    """Those to warn of: nobody where it is allowed; refused where it is forbidden.

    Rules: R-43.
    """
    if setting is MultiDistrictCandidacy.ALLOW:
        return ()
    found = in_several_districts(people)
    if found and setting is MultiDistrictCandidacy.FORBID:
        raise StandsInSeveralDistricts(found)
    return found
