"""An election as it stands when the lists are decided: who can be voted for, and for how many seats.

Municipality → election → one contest per district → lists → candidates. Every code is unique inside its parent.
Nothing is ever added up across contests: each district is an election of its own.

Law: forskrift om direkte valg til kommunedelsutvalg (2003) § 1 (2), § 6 (1); valgloven (2023) § 5-1 (3).
Rules: R-2, R-3, R-54.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.councils.domain.gender import Gender


class RuleSetName(StrEnum):
    """Which election act an election is held under."""

    VALGLOVEN_2002 = "valgloven-2002"
    VALGLOVEN_2023 = "valgloven-2023"


@dataclass(frozen=True, slots=True)
class Candidate:
    """One name on a list. ``position`` is the printed number, from 1; ``bonus`` is *stemmetillegg* (R-56).

    ``group`` is the group the person belongs to, on a joint list that tells so (R-54); setup files do not hold it.
    """

    position: int
    name: str
    birth_year: int | None = None
    bonus: bool = False
    eligible: bool = True
    profession: str | None = None
    residence: str | None = None
    gender: Gender | None = None
    group: str | None = None


@dataclass(frozen=True, slots=True)
class CandidateList:
    """An approved list. ``candidates`` stand in printed order: the candidate at index i has position i + 1."""

    code: str
    name: str
    registered_party: bool
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class PollingDistrict:
    """A *stemmekrets* of the contest's district."""

    code: str
    name: str
    electors: int | None = None


@dataclass(frozen=True, slots=True)
class Contest:
    """The election in one district. ``lists`` stand in the order of the setup, which decides no seat."""

    code: str
    district: str
    seats: int
    lists: tuple[CandidateList, ...]
    electors: int | None = None
    polling_districts: tuple[PollingDistrict, ...] = ()


@dataclass(frozen=True, slots=True)
class Municipality:
    """Who holds the election. ``number`` is the four-digit *kommunenummer*, when known."""

    name: str
    number: str | None = None


@dataclass(frozen=True, slots=True)
class Election:
    """All contests held together by one municipality on one day."""

    name: str
    rule_set: RuleSetName
    election_day: date
    municipality: Municipality
    contests: tuple[Contest, ...]
