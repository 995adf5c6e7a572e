"""What the record (*valgprotokoll*) of a contest says, whole and without a word of language: names, figures, reasons.

Lists stand in the order of the setup everywhere. Figures are those stored with the settlement and with the counts;
a property here adds up what stands in the same table, and nothing else.

Law: valgloven (2002) § 10-7; valgloven (2023) § 10-15 (2).
Rules: R-139, R-190.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from fractions import Fraction

from app.councils.domain.lots import Lot
from app.councils.domain.seats import Quotient, SeatAward
from app.elections.domain.ballots import Disregarded
from app.elections.domain.candidates import CandidateResult, Outcome
from app.elections.domain.complaints import About, ComplaintOutcome, DecidedAt
from app.elections.domain.control_codes import ControlCode
from app.elections.domain.election import Candidate, CandidateList, PollingDistrict
from app.elections.domain.rule_sets import RuleSet
from app.elections.domain.settings import SettingName
from app.elections.domain.settlement_changes import SettlementChanges
from app.elections.queries import StoredFile


class CountGroup(StrEnum):
    """The ballots that are counted and reported apart throughout (R-133)."""

    ADVANCE = "advance"
    ELECTION_DAY = "election_day"
    OTHER_DISTRICTS = "other_districts"


@dataclass(frozen=True, slots=True)
class RecordHead:
    """Which election, contest and settlement. ``issued_at`` dates the record; ``settled_at`` until it is issued."""

    document_id: str
    election_name: str
    election_day: date
    municipality: str
    municipality_number: str | None
    district: str
    seats: int
    settlement_number: int
    settled_at: datetime
    issued_at: datetime | None = None

    @property
    def dated(self) -> datetime:
        """The moment the document bears."""
        return self.issued_at or self.settled_at


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """The contest in a few figures. Approved ballots are those of the second count, blank ones among them.

    ``electors`` and ``ticks`` are None when they were never recorded. ``changed_ballots`` have a mark or a write-in.
    """

    electors: int | None
    ticks: int | None
    approved: tuple[tuple[CountGroup, int], ...]
    blank: int
    rejected: int
    list_ballots: int
    changed_ballots: int

    @property
    def approved_in_all(self) -> int:
        return sum(number for _, number in self.approved)


@dataclass(frozen=True, slots=True)
class Unit:
    """What is counted by itself: a category of ballots in one place.

    ``place`` is the polling district's name, else the code of the place; empty when counted centrally.
    """

    category: str
    place: str


@dataclass(frozen=True, slots=True)
class PlaceCount:
    """One count of one unit. ``lists`` are ballots per list; ``rejected`` by code a to d (R-101).

    ``absorbed`` are units too small to be shown by themselves, whose figures are in these (R-137). ``ticks`` is None
    where crosses in the roll were not recorded. The first count sets ballots aside as doubtful, the second rejects.
    """

    place: str
    absorbed: tuple[Unit, ...]
    lists: tuple[int, ...]
    blank: int
    doubtful: int
    rejected: tuple[int, ...]
    ticks: int | None

    @property
    def list_ballots(self) -> int:
        return sum(self.lists)

    @property
    def ballots(self) -> int:
        return self.list_ballots + self.blank + self.doubtful + sum(self.rejected)


def together(counts: Sequence[PlaceCount]) -> PlaceCount:
    """The counts added up. Crosses in the roll are added where they were recorded."""
    ticks = [each.ticks for each in counts if each.ticks is not None]
    return PlaceCount(
        place="",
        absorbed=tuple(unit for each in counts for unit in each.absorbed),
        lists=tuple(map(sum, zip(*(each.lists for each in counts), strict=True))),
        blank=sum(each.blank for each in counts),
        doubtful=sum(each.doubtful for each in counts),
        rejected=tuple(map(sum, zip(*(each.rejected for each in counts), strict=True))),
        ticks=sum(ticks) if ticks else None,
    )


@dataclass(frozen=True, slots=True)
class CategoryCount:
    """One count of one category, place by place. ``category`` is a code of the counts: ``FO``, ``VO`` …"""

    category: str
    places: tuple[PlaceCount, ...]

    @property
    def together(self) -> PlaceCount:
        """All places added up."""
        return together(self.places)


@dataclass(frozen=True, slots=True)
class Deviation:
    """What the two counts say of one thing."""

    name: str
    first: int
    second: int

    @property
    def difference(self) -> int:
        return self.second - self.first


@dataclass(frozen=True, slots=True)
class UnitDeviation:
    """All ballots of one unit in both counts."""

    unit: Unit
    first: int
    second: int

    @property
    def difference(self) -> int:
        return self.second - self.first


@dataclass(frozen=True, slots=True)
class Rejections:
    """Rejected ballots of one category by code, a to d (R-101)."""

    category: str
    by_code: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SecondCount:
    """The second count of a group. ``deviations`` are per list, and there are none if there was no first count.

    ``missing`` are categories that were counted once only.
    """

    group: CountGroup
    categories: tuple[CategoryCount, ...]
    deviations: tuple[Deviation, ...]
    rejections: tuple[Rejections, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListTotal:
    """A list's approved ballots of the second count, by group."""

    name: str
    ballots: tuple[tuple[CountGroup, int], ...]

    @property
    def in_all(self) -> int:
        return sum(number for _, number in self.ballots)


@dataclass(frozen=True, slots=True)
class ListVotesLine:
    """How a list's votes came about, and what they gave. ``product`` is its ballots times the seats."""

    code: str
    name: str
    ballots: int
    product: int
    write_ins_given: int
    write_ins_received: int
    list_votes: int
    seats: int


@dataclass(frozen=True, slots=True)
class WriteInLine:
    """The write-ins on one list's ballots, to each list; its own place is always 0."""

    code: str
    name: str
    given: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ListQuotients:
    """A list's quotients that took a seat, highest first, and the next one, which took none.

    ``following`` is None for a list without votes, and for one that has no more candidates to give a seat to (R-165).
    """

    code: str
    name: str
    won: tuple[SeatAward, ...]
    following: Quotient | None


@dataclass(frozen=True, slots=True)
class CandidateLine:
    """A candidate with what the settlement says of it."""

    candidate: Candidate
    result: CandidateResult


@dataclass(frozen=True, slots=True)
class ListCandidates:
    """A list's candidates in printed order, with the list's ballots (what a bonus is a quarter of) and seats."""

    code: str
    name: str
    ballots: int
    seats: int
    candidates: tuple[CandidateLine, ...]

    def chosen(self, outcome: Outcome) -> tuple[CandidateLine, ...]:
        """The members, or the deputies, in order."""
        lines = [line for line in self.candidates if line.result.outcome is outcome]
        return tuple(sorted(lines, key=lambda line: line.result.number or 0))


@dataclass(frozen=True, slots=True)
class SeatsSettled:
    """Part E1: from list votes to seats."""

    list_votes: tuple[ListVotesLine, ...]
    write_ins: tuple[WriteInLine, ...]
    quotients: tuple[ListQuotients, ...]
    order: tuple[SeatAward, ...]
    next_in_line: tuple[Quotient, ...]
    passed_over: tuple[Quotient, ...]
    unfilled_seats: int
    lots: tuple[Lot, ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """What decided results beside the votes: the rule set, and what follows from it for this number of seats.

    ``divisors`` are the first few of the series.
    """

    rules: RuleSet
    divisors: tuple[Fraction, ...]
    write_in_quota: int
    bonus_maximum: int
    decided: tuple[tuple[SettingName, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Explained:
    """What a control stopped at in one unit of a count, and the board's explanation."""

    unit: Unit
    count: int
    code: ControlCode
    text: str


@dataclass(frozen=True, slots=True)
class Correction:
    """What this edition of the record changed since the one before, why, and by whom it was issued.

    ``changes`` is None where both are of the same settlement: then only what is told besides has changed.
    """

    earlier_id: str
    earlier_issued_at: datetime
    issued_at: datetime
    issued_by: str
    reasons: str
    changes: SettlementChanges | None


@dataclass(frozen=True, slots=True)
class ComplaintLine:
    """A complaint as the record tells of it, without names. Nothing of a decision before it is made."""

    number: int
    about: About
    received_at: datetime
    last_day: date | None
    late: bool
    matter: str
    forwarded_to: DecidedAt | None
    decided_on: date | None
    decided_at: DecidedAt | None
    outcome: ComplaintOutcome | None
    admitted_because: str
    reasons: str
    reference: str


@dataclass(frozen=True, slots=True)
class RecordContent:
    """The whole record, part by part. ``correction`` is None for a first edition, and for one not issued yet."""

    head: RecordHead
    key_figures: KeyFigures
    polling_districts: tuple[PollingDistrict, ...]
    lists: tuple[CandidateList, ...]
    setting: Setting
    first_counts: tuple[tuple[CountGroup, tuple[CategoryCount, ...]], ...]
    second_counts: tuple[SecondCount, ...]
    unit_deviations: tuple[UnitDeviation, ...]
    totals: tuple[ListTotal, ...]
    disregarded: tuple[tuple[Disregarded, int], ...]
    seats: SeatsSettled
    candidates: tuple[ListCandidates, ...]
    input_sha256: str
    input_files: tuple[StoredFile, ...]
    explained: tuple[Explained, ...] = ()
    complaints: tuple[ComplaintLine, ...] = ()
    correction: Correction | None = None
