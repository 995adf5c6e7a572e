"""The rows of the electoral calendar: for each, the rule that gives its day, the paragraph, and whom it concerns.

The table is that of R-14, row by row; where one row of it holds two things, each has a row here with the same number.
Days are never written down: each is reckoned from the election day, its year, or what has happened.

Law: valgloven (2002) ch. 2, 6 to 10, 13; valgloven (2023) ch. 2, 5 to 10, 16; kommuneloven (2018) §§ 5-5, 5-8, 7-1.
Rules: R-13, R-14, R-17, R-18.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from enum import StrEnum

from app.elections.domain.calendar_shifts import IsHoliday, counted_from
from app.elections.domain.election import RuleSetName

NOON = time(12)
CLOSING = time(21)
"""When the last polling place closes at the latest (R-14 row 21)."""
FOUR_HOURS_BEFORE_CLOSING = time(CLOSING.hour - 4)
FIVE = time(17)

FRIDAY, SATURDAY, THURSDAY = 4, 5, 3


class CalendarRow(StrEnum):
    """What falls on a day of the calendar. These names stand in addresses and in the database: they are for ever."""

    COUNCIL_DECISION = "council_decision"
    PARTY_REGISTRATION = "party_registration"
    PREPARATORY_ROLL = "preparatory_roll"
    POLLING_DISTRICT_CHANGES = "polling_district_changes"
    LIST_DEADLINE = "list_deadline"
    EXTENDED_LIST_DEADLINE = "extended_list_deadline"
    CANDIDATE_REFUSAL = "candidate_refusal"
    LIST_WITHDRAWAL = "list_withdrawal"
    ELECTION_REPORT = "election_report"
    LISTS_DECIDED = "lists_decided"
    HEADINGS_PUBLISHED = "headings_published"
    LIST_COMPLAINT = "list_complaint"
    ROLL_RECORD_DATE = "roll_record_date"
    ROLL_INSPECTION = "roll_inspection"
    EARLY_VOTING_STARTS = "early_voting_starts"
    BALLOTS_READY = "ballots_ready"
    ADVANCE_VOTING_STARTS = "advance_voting_starts"
    ADVANCE_VOTING_ABROAD_ENDS = "advance_voting_abroad_ends"
    AMBULATORY_APPLICATION = "ambulatory_application"
    ADVANCE_VOTING_ENDS = "advance_voting_ends"
    LAST_ROLL_UPDATE = "last_roll_update"
    SUNDAY_VOTING = "sunday_voting"
    ADVANCE_COUNT_EARLIEST = "advance_count_earliest"
    ELECTION_DAY = "election_day"
    ADVANCE_COUNT_LATEST = "advance_count_latest"
    RESULTS_RELEASED = "results_released"
    ADVANCE_VOTES_ARRIVED = "advance_votes_arrived"
    RECORD_PUBLISHED = "record_published"
    CONDUCT_COMPLAINT = "conduct_complaint"
    SETTLEMENT_COMPLAINT = "settlement_complaint"
    CONSTITUTING_MEETING = "constituting_meeting"
    VALIDITY_REVIEW = "validity_review"
    OUTGOING_COUNCIL_ENDS = "outgoing_council_ends"


class CalendarEvent(StrEnum):
    """What has to happen before a complaint period can run."""

    HEADINGS_PUBLISHED = "headings_published"
    RECORD_PUBLISHED = "record_published"
    VALIDITY_DECIDED = "validity_decided"


class Falls(StrEnum):
    """What the day is to the row: its first, its last, or the very day."""

    FROM = "from"
    BY = "by"
    ON = "on"


class Concern(StrEnum):
    """Whom a row concerns."""

    VOTERS = "voters"
    PARTIES = "parties"
    CANDIDATES = "candidates"
    ADMINISTRATION = "administration"
    ELECTORAL_BOARD = "electoral_board"
    MUNICIPAL_COUNCIL = "municipal_council"


SHIFT_LEFT_OPEN = frozenset(
    {
        CalendarRow.PARTY_REGISTRATION,
        CalendarRow.ROLL_RECORD_DATE,
        CalendarRow.ROLL_INSPECTION,
        CalendarRow.ADVANCE_VOTING_ABROAD_ENDS,
        CalendarRow.AMBULATORY_APPLICATION,
        CalendarRow.ADVANCE_VOTING_ENDS,
        CalendarRow.LAST_ROLL_UPDATE,
    }
)
"""Reference dates and voting days: the rule book leaves it open whether they move, with *no* as its default (R-17)."""

CITIZENS = frozenset({Concern.VOTERS, Concern.PARTIES, Concern.CANDIDATES})


@dataclass(frozen=True, slots=True)
class CalendarFacts:
    """What a calendar is reckoned from. ``chosen`` are days that the municipality or its board has set itself.

    ``ordinary_day`` is the election day before voting was postponed, when it was: deadlines of its year stay (R-25).
    ``shiftable`` says otherwise than the table for single rows (R-17).
    """

    rule_set: RuleSetName
    election_day: date
    is_holiday: IsHoliday
    sunday_voting: bool = False
    chosen: Mapping[CalendarRow, date] = field(default_factory=dict)
    events: Mapping[CalendarEvent, date] = field(default_factory=dict)
    shiftable: Mapping[CalendarRow, bool] = field(default_factory=dict)
    ordinary_day: date | None = None

    @property
    def year(self) -> int:
        """The year of the election, from which plain dates are reckoned."""
        return (self.ordinary_day or self.election_day).year


DayOf = Callable[[CalendarFacts], date | None]


@dataclass(frozen=True, slots=True)
class RowRule:
    """One row of R-14. A law of None: the row does not exist under that act.

    ``is_act``: the municipality must do something, and can say that it is done; other rows pass by themselves.
    ``settable``: a day of the municipality's own can stand instead of the rule's.
    """

    row: CalendarRow
    number: int
    day: DayOf
    falls: Falls
    concerns: tuple[Concern, ...]
    law_2002: str | None
    law_2023: str | None
    clock: time | None = None
    shiftable: bool = True
    is_act: bool = False
    settable: bool = False
    if_sunday_voting: bool = False

    def law(self, rule_set: RuleSetName) -> str | None:
        """The paragraphs under an act; None when the row does not exist there."""
        return self.law_2002 if rule_set is RuleSetName.VALGLOVEN_2002 else self.law_2023

    @property
    def is_public(self) -> bool:
        """Whether it concerns citizens: those who vote, stand, or put up a list."""
        return bool(CITIZENS & frozenset(self.concerns))


def _in_year(month: int, day: int, years: int = 0) -> DayOf:
    return lambda facts: date(facts.year + years, month, day)


def _from_election_day(days: int) -> DayOf:
    return lambda facts: facts.election_day + timedelta(days=days)


def _weekday_before(weekday: int, weeks: int = 0) -> DayOf:
    """The last such weekday before the election day, or so many weeks before that."""

    def day(facts: CalendarFacts) -> date:
        back = (facts.election_day.weekday() - weekday - 1) % 7 + 1
        return facts.election_day - timedelta(days=back, weeks=weeks)

    return day


def _after_election_day(days: int) -> DayOf:
    return lambda facts: counted_from(facts.election_day, days, facts.is_holiday)


def _after_event(event: CalendarEvent, days: int) -> DayOf:
    def day(facts: CalendarFacts) -> date | None:
        happened = facts.events.get(event)
        return counted_from(happened, days, facts.is_holiday) if happened else None

    return day


def _when(event: CalendarEvent) -> DayOf:
    """The very day on which it happened."""
    return lambda facts: facts.events.get(event)


def _not_fixed(_facts: CalendarFacts) -> None:
    """The law names no day: as soon as possible, or a day the board sets."""


_VL02, _VL23 = "valgloven (2002)", "valgloven (2023)"
_VOTERS, _STAFF, _BOARD = Concern.VOTERS, Concern.ADMINISTRATION, Concern.ELECTORAL_BOARD
_LISTS = (Concern.PARTIES, Concern.CANDIDATES)

ROW_RULES: tuple[RowRule, ...] = (
    RowRule(
        CalendarRow.COUNCIL_DECISION,
        1,
        _in_year(12, 31, -1),
        Falls.BY,
        (Concern.MUNICIPAL_COUNCIL, _STAFF),
        "kommuneloven (2018) §§ 5-7, 5-8, 7-3; forskrift om direkte valg til kommunedelsutvalg (2003) §§ 2, 5",
        "kommuneloven (2018) §§ 5-7, 5-8, 7-3; forskrift om direkte valg til kommunedelsutvalg (2003) §§ 2, 5",
        shiftable=False,
        is_act=True,
        settable=True,
    ),
    RowRule(
        CalendarRow.PARTY_REGISTRATION,
        2,
        _in_year(1, 2),
        Falls.BY,
        (Concern.PARTIES,),
        "partiloven (2005)",
        "partiloven (2005)",
        shiftable=False,
    ),
    RowRule(CalendarRow.PREPARATORY_ROLL, 3, _in_year(1, 2), Falls.BY, (_STAFF,), f"{_VL02} § 2-5", f"{_VL23} § 2-3"),
    RowRule(
        CalendarRow.POLLING_DISTRICT_CHANGES,
        4,
        _in_year(3, 31),
        Falls.BY,
        (_STAFF,),
        f"{_VL02} § 9-3",
        f"{_VL23} § 9-2",
        is_act=True,
    ),
    RowRule(
        CalendarRow.LIST_DEADLINE,
        5,
        _in_year(3, 31),
        Falls.BY,
        (*_LISTS, _STAFF),
        f"{_VL02} § 6-1",
        f"{_VL23} § 5-7",
        clock=NOON,
    ),
    RowRule(
        CalendarRow.EXTENDED_LIST_DEADLINE,
        6,
        _in_year(4, 30),
        Falls.BY,
        (*_LISTS, Concern.MUNICIPAL_COUNCIL),
        None,
        f"{_VL23} § 5-7 (4)",
        clock=NOON,
    ),
    RowRule(
        CalendarRow.CANDIDATE_REFUSAL,
        7,
        _not_fixed,
        Falls.BY,
        (Concern.CANDIDATES, _BOARD),
        f"{_VL02} § 3-4",
        f"{_VL23} § 3-4",
        settable=True,
    ),
    RowRule(
        CalendarRow.LIST_WITHDRAWAL,
        8,
        _in_year(4, 20),
        Falls.BY,
        (Concern.PARTIES,),
        f"{_VL02} § 6-5",
        None,
        clock=NOON,
    ),
    RowRule(CalendarRow.LIST_WITHDRAWAL, 8, _not_fixed, Falls.BY, (Concern.PARTIES,), None, f"{_VL23} § 5-8"),
    RowRule(
        CalendarRow.ELECTION_REPORT,
        9,
        _in_year(12, 31, -1),
        Falls.BY,
        (Concern.MUNICIPAL_COUNCIL, _STAFF),
        f"{_VL02} §§ 9-2, 9-3",
        None,
        shiftable=False,
        is_act=True,
    ),
    RowRule(
        CalendarRow.ELECTION_REPORT,
        9,
        _in_year(5, 31),
        Falls.BY,
        (Concern.MUNICIPAL_COUNCIL, _STAFF),
        None,
        f"{_VL23} §§ 9-1, 9-4; valgforskriften (2024) § 4-1",
        is_act=True,
    ),
    RowRule(
        CalendarRow.LISTS_DECIDED,
        10,
        _in_year(6, 1),
        Falls.BY,
        (*_LISTS, _BOARD),
        f"{_VL02} § 6-6",
        f"{_VL23} § 5-9",
        is_act=True,
    ),
    RowRule(
        CalendarRow.HEADINGS_PUBLISHED,
        11,
        _when(CalendarEvent.HEADINGS_PUBLISHED),
        Falls.ON,
        (_STAFF,),
        f"{_VL02} § 6-7",
        f"{_VL23} § 5-12",
        shiftable=False,
    ),
    RowRule(
        CalendarRow.LIST_COMPLAINT,
        11,
        _after_event(CalendarEvent.HEADINGS_PUBLISHED, 7),
        Falls.BY,
        (*_LISTS, _BOARD),
        f"{_VL02} § 6-8",
        f"{_VL23} § 16-6 (3)",
    ),
    RowRule(
        CalendarRow.ROLL_RECORD_DATE,
        12,
        _in_year(6, 30),
        Falls.ON,
        (_VOTERS,),
        f"{_VL02} § 2-4",
        f"{_VL23} § 2-6",
        shiftable=False,
    ),
    RowRule(CalendarRow.ROLL_INSPECTION, 13, _not_fixed, Falls.FROM, (_VOTERS, _STAFF), f"{_VL02} § 2-6", None),
    RowRule(
        CalendarRow.ROLL_INSPECTION,
        13,
        _in_year(7, 8),
        Falls.FROM,
        (_VOTERS, _STAFF),
        None,
        "valgforskriften (2024) § 1-5",
        shiftable=False,
    ),
    RowRule(
        CalendarRow.EARLY_VOTING_STARTS,
        14,
        _in_year(7, 1),
        Falls.FROM,
        (_VOTERS,),
        f"{_VL02} § 8-1",
        f"{_VL23} §§ 7-1, 8-1",
    ),
    RowRule(
        CalendarRow.BALLOTS_READY,
        15,
        _in_year(8, 10),
        Falls.BY,
        (_BOARD, _STAFF),
        f"{_VL02} § 7-1",
        f"{_VL23} § 5-13",
        is_act=True,
    ),
    RowRule(
        CalendarRow.ADVANCE_VOTING_STARTS,
        15,
        _in_year(8, 10),
        Falls.FROM,
        (_VOTERS,),
        f"{_VL02} § 8-1",
        f"{_VL23} § 7-1",
    ),
    RowRule(
        CalendarRow.ADVANCE_VOTING_ABROAD_ENDS,
        16,
        _weekday_before(FRIDAY, 1),
        Falls.BY,
        (_VOTERS,),
        f"{_VL02} § 8-1",
        f"{_VL23} §§ 7-1, 8-1",
        shiftable=False,
    ),
    RowRule(
        CalendarRow.AMBULATORY_APPLICATION,
        17,
        _not_fixed,
        Falls.BY,
        (_VOTERS, _BOARD),
        f"{_VL02} § 8-3",
        None,
        settable=True,
    ),
    RowRule(
        CalendarRow.AMBULATORY_APPLICATION,
        17,
        _weekday_before(THURSDAY),
        Falls.BY,
        (_VOTERS,),
        None,
        f"{_VL23} § 7-2",
        clock=NOON,
        shiftable=False,
    ),
    RowRule(
        CalendarRow.ADVANCE_VOTING_ENDS,
        18,
        _weekday_before(FRIDAY),
        Falls.BY,
        (_VOTERS,),
        f"{_VL02} § 8-1",
        f"{_VL23} § 7-1",
        shiftable=False,
    ),
    RowRule(
        CalendarRow.LAST_ROLL_UPDATE,
        19,
        _weekday_before(SATURDAY),
        Falls.ON,
        (_STAFF,),
        f"{_VL02} § 2-3",
        f"{_VL23} § 2-3",
        shiftable=False,
    ),
    RowRule(
        CalendarRow.SUNDAY_VOTING,
        20,
        _from_election_day(-1),
        Falls.ON,
        (_VOTERS,),
        f"{_VL02} § 9-2",
        f"{_VL23} § 9-1",
        shiftable=False,
        if_sunday_voting=True,
    ),
    RowRule(
        CalendarRow.ADVANCE_COUNT_EARLIEST,
        20,
        _from_election_day(-1),
        Falls.FROM,
        (_BOARD,),
        f"{_VL02} § 10-5",
        f"{_VL23} § 10-8",
        shiftable=False,
    ),
    RowRule(
        CalendarRow.ELECTION_DAY,
        21,
        _from_election_day(0),
        Falls.ON,
        (_VOTERS, *_LISTS),
        f"{_VL02} § 9-3",
        f"{_VL23} § 9-1",
        shiftable=False,
    ),
    RowRule(
        CalendarRow.ADVANCE_COUNT_LATEST,
        22,
        _from_election_day(0),
        Falls.BY,
        (_BOARD,),
        f"{_VL02} § 10-5",
        f"{_VL23} § 10-8",
        clock=FOUR_HOURS_BEFORE_CLOSING,
        shiftable=False,
    ),
    RowRule(
        CalendarRow.RESULTS_RELEASED,
        23,
        _from_election_day(0),
        Falls.FROM,
        (_VOTERS, *_LISTS),
        f"{_VL02} § 9-9",
        f"{_VL23} § 21-8",
        clock=CLOSING,
        shiftable=False,
    ),
    RowRule(
        CalendarRow.ADVANCE_VOTES_ARRIVED,
        24,
        _from_election_day(1),
        Falls.BY,
        (_BOARD,),
        f"{_VL02} § 10-1",
        f"{_VL23} § 10-2",
        clock=FIVE,
    ),
    RowRule(
        CalendarRow.RECORD_PUBLISHED,
        25,
        _not_fixed,
        Falls.ON,
        (_BOARD, _STAFF),
        f"{_VL02} ch. 10, 11",
        f"{_VL23} ch. 10, 13",
        is_act=True,
    ),
    RowRule(
        CalendarRow.CONDUCT_COMPLAINT,
        26,
        _after_election_day(7),
        Falls.BY,
        (_VOTERS, *_LISTS),
        f"{_VL02} § 13-2",
        None,
    ),
    RowRule(
        CalendarRow.CONDUCT_COMPLAINT,
        26,
        _after_election_day(4),
        Falls.BY,
        (_VOTERS, *_LISTS),
        None,
        f"{_VL23} § 16-6 (1)",
    ),
    RowRule(
        CalendarRow.SETTLEMENT_COMPLAINT,
        27,
        _after_event(CalendarEvent.VALIDITY_DECIDED, 7),
        Falls.BY,
        (_VOTERS, *_LISTS),
        f"{_VL02} § 13-2",
        None,
    ),
    RowRule(
        CalendarRow.SETTLEMENT_COMPLAINT,
        27,
        _after_event(CalendarEvent.RECORD_PUBLISHED, 4),
        Falls.BY,
        (_VOTERS, *_LISTS),
        None,
        f"{_VL23} § 16-6 (5)",
    ),
    RowRule(
        CalendarRow.CONSTITUTING_MEETING,
        28,
        _in_year(10, 31),
        Falls.BY,
        (Concern.MUNICIPAL_COUNCIL,),
        "kommuneloven (2018) § 7-1",
        "kommuneloven (2018) § 7-1",
        shiftable=False,
        is_act=True,
    ),
    RowRule(
        CalendarRow.VALIDITY_REVIEW,
        29,
        _after_event(CalendarEvent.VALIDITY_DECIDED, 7),
        Falls.BY,
        (*_LISTS, Concern.MUNICIPAL_COUNCIL),
        f"{_VL02} § 13-4",
        f"{_VL23} § 16-6 (7)",
    ),
    RowRule(
        CalendarRow.OUTGOING_COUNCIL_ENDS,
        30,
        _in_year(12, 31),
        Falls.BY,
        (Concern.MUNICIPAL_COUNCIL, _STAFF),
        "kommuneloven (2018) § 7-1",
        "kommuneloven (2018) § 7-1",
        shiftable=False,
    ),
)
