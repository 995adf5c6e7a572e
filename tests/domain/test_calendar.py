"""The electoral calendar: the vectors of R-21, both years of R-14, and where a row stands."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

import pytest

from app.core.clock import OSLO
from app.core.public_holidays import is_public_holiday
from app.elections.domain.calendar import (
    DayNotSettable,
    Deadline,
    NothingToTick,
    Standing,
    by_day,
    deadline_of,
    electoral_calendar,
    require_settable,
    require_tickable,
    shown_by,
    standing,
)
from app.elections.domain.calendar_rows import ROW_RULES, CalendarEvent, CalendarFacts, CalendarRow, Falls
from app.elections.domain.calendar_shifts import DayOff, WhyOff, counted_from, next_working_day
from app.elections.domain.election import RuleSetName
from app.elections.domain.local_election_day import (
    NotALocalElectionDay,
    is_local_election_day,
    next_local_election_year,
    require_local_election_day,
)
from app.elections.domain.rule_sets import rule_set_on
from app.elections.domain.states import ElectionState

ELECTION_DAYS = {
    2019: date(2019, 9, 9),
    2023: date(2023, 9, 11),
    2027: date(2027, 9, 13),
    2031: date(2031, 9, 8),
    2035: date(2035, 9, 10),
}
Row = CalendarRow


def facts(
    year: int,
    *,
    sunday_voting: bool = False,
    chosen: Mapping[Row, date] | None = None,
    events: Mapping[CalendarEvent, date] | None = None,
    shiftable: Mapping[Row, bool] | None = None,
) -> CalendarFacts:
    day = ELECTION_DAYS[year]
    return CalendarFacts(
        rule_set_on(day), day, is_public_holiday, sunday_voting, chosen or {}, events or {}, shiftable or {}
    )


def row(year: int, wanted: Row) -> Deadline:
    found = deadline_of(facts(year), wanted)
    assert found is not None
    return found


VECTORS = (
    (2019, Row.LIST_DEADLINE, "2019-03-31", "2019-04-01", time(12)),
    (2019, Row.LIST_WITHDRAWAL, "2019-04-20", "2019-04-23", time(12)),
    (2019, Row.LISTS_DECIDED, "2019-06-01", "2019-06-03", None),
    (2019, Row.ADVANCE_VOTING_STARTS, "2019-08-10", "2019-08-12", None),
    (2023, Row.EARLY_VOTING_STARTS, "2023-07-01", "2023-07-03", None),
    (2031, Row.ELECTION_REPORT, "2031-05-31", "2031-06-03", None),
    (2031, Row.LISTS_DECIDED, "2031-06-01", "2031-06-03", None),
    (2031, Row.ADVANCE_VOTING_STARTS, "2031-08-10", "2031-08-11", None),
    (2035, Row.LIST_DEADLINE, "2035-03-31", "2035-04-02", time(12)),
    (2035, Row.EARLY_VOTING_STARTS, "2035-07-01", "2035-07-02", None),
)


@pytest.mark.rule("R-13")
@pytest.mark.rule("R-15")
@pytest.mark.rule("R-21")
@pytest.mark.parametrize(
    ("year", "wanted", "nominal", "day", "clock"), VECTORS, ids=[f"{year} {wanted}" for year, wanted, *_ in VECTORS]
)
def test_the_vectors_of_shifted_days(year: int, wanted: Row, nominal: str, day: str, clock: time | None) -> None:
    found = row(year, wanted)
    assert (found.nominal, found.day, found.clock) == (date.fromisoformat(nominal), date.fromisoformat(day), clock)


@pytest.mark.rule("R-21")
def test_20_april_2031_is_a_sunday_and_leads_to_monday() -> None:
    """The vector is of the day itself: the act of 2023 has no withdrawal by 20 April."""
    assert next_working_day(date(2031, 4, 20), is_public_holiday).day == date(2031, 4, 21)


@pytest.mark.rule("R-15")
@pytest.mark.rule("R-16")
def test_every_day_off_on_the_way_is_told_with_its_reason() -> None:
    """Easter Eve 2019 is off as a Saturday; Easter Sunday and Easter Monday are holidays."""
    assert row(2019, Row.LIST_WITHDRAWAL).past == (
        DayOff(date(2019, 4, 20), WhyOff.SATURDAY),
        DayOff(date(2019, 4, 21), WhyOff.HOLIDAY),
        DayOff(date(2019, 4, 22), WhyOff.HOLIDAY),
    )
    assert row(2019, Row.LIST_DEADLINE).past == (DayOff(date(2019, 3, 31), WhyOff.SUNDAY),)


DAYS_OF_R14 = (
    (Row.COUNCIL_DECISION, "2022-12-31", "2026-12-31"),
    (Row.PARTY_REGISTRATION, "2023-01-02", "2027-01-02"),
    (Row.PREPARATORY_ROLL, "2023-01-02", "2027-01-04"),
    (Row.POLLING_DISTRICT_CHANGES, "2023-03-31", "2027-03-31"),
    (Row.LIST_DEADLINE, "2023-03-31", "2027-03-31"),
    (Row.EXTENDED_LIST_DEADLINE, None, "2027-04-30"),
    (Row.LIST_WITHDRAWAL, "2023-04-20", ""),
    (Row.ELECTION_REPORT, "2022-12-31", "2027-05-31"),
    (Row.LISTS_DECIDED, "2023-06-01", "2027-06-01"),
    (Row.ROLL_RECORD_DATE, "2023-06-30", "2027-06-30"),
    (Row.ROLL_INSPECTION, "", "2027-07-08"),
    (Row.EARLY_VOTING_STARTS, "2023-07-03", "2027-07-01"),
    (Row.BALLOTS_READY, "2023-08-10", "2027-08-10"),
    (Row.ADVANCE_VOTING_STARTS, "2023-08-10", "2027-08-10"),
    (Row.ADVANCE_VOTING_ABROAD_ENDS, "2023-09-01", "2027-09-03"),
    (Row.AMBULATORY_APPLICATION, "", "2027-09-09"),
    (Row.ADVANCE_VOTING_ENDS, "2023-09-08", "2027-09-10"),
    (Row.LAST_ROLL_UPDATE, "2023-09-09", "2027-09-11"),
    (Row.ADVANCE_COUNT_EARLIEST, "2023-09-10", "2027-09-12"),
    (Row.ELECTION_DAY, "2023-09-11", "2027-09-13"),
    (Row.ADVANCE_COUNT_LATEST, "2023-09-11", "2027-09-13"),
    (Row.RESULTS_RELEASED, "2023-09-11", "2027-09-13"),
    (Row.ADVANCE_VOTES_ARRIVED, "2023-09-12", "2027-09-14"),
    (Row.CONDUCT_COMPLAINT, "2023-09-18", "2027-09-17"),
    (Row.CONSTITUTING_MEETING, "2023-10-31", "2027-10-31"),
    (Row.OUTGOING_COUNCIL_ENDS, "2023-12-31", "2027-12-31"),
)
"""None: the act has no such row. Empty: it has, but names no day."""


@pytest.mark.rule("R-14")
@pytest.mark.parametrize(("wanted", "in_2023", "in_2027"), DAYS_OF_R14, ids=[str(each[0]) for each in DAYS_OF_R14])
def test_the_days_of_2023_and_2027_are_those_of_the_table(
    wanted: Row, in_2023: str | None, in_2027: str | None
) -> None:
    for year, expected in ((2023, in_2023), (2027, in_2027)):
        found = deadline_of(facts(year), wanted)
        assert (found is None) == (expected is None)
        if found:
            assert found.day == (date.fromisoformat(expected) if expected else None)


@pytest.mark.rule("R-17")
@pytest.mark.rule("R-18")
def test_reference_dates_voting_days_and_the_municipal_acts_deadlines_stay() -> None:
    """31 October 2027 and 11 September 2027 are no working days; 30 June 2035 is a Saturday."""
    assert row(2027, Row.CONSTITUTING_MEETING).day == date(2027, 10, 31)  # a Sunday
    assert row(2027, Row.LAST_ROLL_UPDATE).day == date(2027, 9, 11)  # a Saturday
    assert row(2035, Row.ROLL_RECORD_DATE).day == date(2035, 6, 30)  # a Saturday
    assert row(2027, Row.OUTGOING_COUNCIL_ENDS).past == ()


@pytest.mark.rule("R-17")
def test_a_single_row_can_be_shifted_otherwise_than_the_table_says() -> None:
    found = deadline_of(facts(2027, shiftable={Row.PARTY_REGISTRATION: True}), Row.PARTY_REGISTRATION)
    assert found
    assert (found.nominal, found.day) == (date(2027, 1, 2), date(2027, 1, 4))
    found = deadline_of(facts(2019, shiftable={Row.LIST_DEADLINE: False}), Row.LIST_DEADLINE)
    assert found
    assert found.day == date(2019, 3, 31)


@pytest.mark.rule("R-14")
def test_sunday_voting_stands_there_when_it_is_decided_and_the_advance_count_may_begin_that_day_anyhow() -> None:
    assert deadline_of(facts(2027), Row.SUNDAY_VOTING) is None
    found = deadline_of(facts(2027, sunday_voting=True), Row.SUNDAY_VOTING)
    assert found
    assert (found.day, found.falls) == (date(2027, 9, 12), Falls.ON)


@pytest.mark.rule("R-24")
def test_the_extended_list_deadline_is_of_the_act_of_2023_alone() -> None:
    assert deadline_of(facts(2023), Row.EXTENDED_LIST_DEADLINE) is None
    found = row(2027, Row.EXTENDED_LIST_DEADLINE)
    assert (found.day, found.clock, found.law) == (date(2027, 4, 30), time(12), "valgloven (2023) § 5-7 (4)")


@pytest.mark.rule("R-19")
def test_a_period_begins_on_a_working_day_and_its_first_day_is_day_0() -> None:
    """Seven days after Thursday 1 June 2023 end on the 8th; after Saturday the 3rd they are counted from the 5th."""
    assert counted_from(date(2023, 6, 1), 7, is_public_holiday) == date(2023, 6, 8)
    assert counted_from(date(2023, 6, 3), 7, is_public_holiday) == date(2023, 6, 12)


@pytest.mark.rule("R-14")
@pytest.mark.rule("R-19")
def test_complaint_periods_wait_for_what_they_are_counted_from() -> None:
    """Headings published Monday 10 May 2027: seven days end on 17 May, a holiday, so the period ends the day after.

    The record published Friday 17 September 2027: four days end on Tuesday 21 September.
    """
    assert row(2027, Row.LIST_COMPLAINT).day is None
    events = {
        CalendarEvent.HEADINGS_PUBLISHED: date(2027, 5, 10),
        CalendarEvent.RECORD_PUBLISHED: date(2027, 9, 17),
        CalendarEvent.VALIDITY_DECIDED: date(2027, 10, 20),
    }
    found = {each.row: each for each in electoral_calendar(facts(2027, events=events))}
    assert found[Row.LIST_COMPLAINT].nominal == date(2027, 5, 17)
    assert found[Row.LIST_COMPLAINT].day == date(2027, 5, 18)
    assert found[Row.SETTLEMENT_COMPLAINT].day == date(2027, 9, 21)
    assert found[Row.VALIDITY_REVIEW].day == date(2027, 10, 27)


@pytest.mark.rule("R-14")
def test_under_the_act_of_2002_the_settlement_is_complained_of_after_the_councils_approval() -> None:
    decided = {CalendarEvent.VALIDITY_DECIDED: date(2023, 10, 10), CalendarEvent.RECORD_PUBLISHED: date(2023, 9, 14)}
    found = deadline_of(facts(2023, events=decided), Row.SETTLEMENT_COMPLAINT)
    assert found
    assert found.day == date(2023, 10, 17)


@pytest.mark.rule("R-14")
def test_a_day_the_board_has_set_stands_only_where_the_law_leaves_it_to_the_board() -> None:
    """Saturday 15 May 2027, before Whit Sunday, Whit Monday and so past 17 May: Tuesday 18 May."""
    chosen = {Row.CANDIDATE_REFUSAL: date(2027, 5, 15), Row.LIST_DEADLINE: date(2027, 4, 15)}
    found = {each.row: each for each in electoral_calendar(facts(2027, chosen=chosen))}
    assert found[Row.CANDIDATE_REFUSAL].day == date(2027, 5, 18)
    assert found[Row.LIST_DEADLINE].day == date(2027, 3, 31)
    require_settable(found[Row.CANDIDATE_REFUSAL])
    with pytest.raises(DayNotSettable):
        require_settable(found[Row.LIST_DEADLINE])


@pytest.mark.rule("R-25")
def test_another_election_day_moves_everything_that_is_counted_from_it() -> None:
    """A week later, 20 September 2027: advance voting ends on Friday the 17th, votes arrive by the 21st."""
    later = CalendarFacts(RuleSetName.VALGLOVEN_2023, date(2027, 9, 20), is_public_holiday)
    found = {each.row: each.day for each in electoral_calendar(later)}
    assert found[Row.ADVANCE_VOTING_ENDS] == date(2027, 9, 17)
    assert found[Row.ADVANCE_VOTES_ARRIVED] == date(2027, 9, 21)
    assert found[Row.LIST_DEADLINE] == date(2027, 3, 31)


@pytest.mark.rule("R-25")
def test_the_friday_before_a_friday_is_a_week_earlier() -> None:
    """Were the day postponed to a Friday, advance voting would end on the Friday before it."""
    postponed = CalendarFacts(RuleSetName.VALGLOVEN_2023, date(2027, 9, 17), is_public_holiday)
    found = deadline_of(postponed, Row.ADVANCE_VOTING_ENDS)
    assert found
    assert found.day == date(2027, 9, 10)


@pytest.mark.rule("R-14")
@pytest.mark.parametrize("rule_set", RuleSetName)
def test_each_row_stands_once_under_an_act_with_its_paragraph(rule_set: RuleSetName) -> None:
    rows = [each.row for each in ROW_RULES if each.law(rule_set)]
    assert len(rows) == len(set(rows))
    missing = set(Row) - set(rows)
    assert missing == ({Row.EXTENDED_LIST_DEADLINE} if rule_set is RuleSetName.VALGLOVEN_2002 else set())


@pytest.mark.rule("R-15")
def test_in_every_local_election_year_to_2099_a_shifted_deadline_falls_on_a_working_day() -> None:
    for year in range(2003, 2100, 4):
        day = next(date(year, 9, at) for at in range(8, 15) if date(year, 9, at).weekday() == 0)
        for each in electoral_calendar(CalendarFacts(rule_set_on(day), day, is_public_holiday)):
            if each.day and each.nominal and each.shiftable:
                assert each.day.weekday() < 5
                assert not is_public_holiday(each.day)
                assert each.day - each.nominal == timedelta(days=len(each.past))


@pytest.mark.rule("R-13")
@pytest.mark.rule("R-50")
@pytest.mark.parametrize(
    ("at", "passed"),
    [
        (datetime(2027, 3, 31, 12, 0, 0, tzinfo=OSLO), False),
        (datetime(2027, 3, 31, 12, 0, 1, tzinfo=OSLO), True),
        (datetime(2027, 3, 30, 23, 59, tzinfo=OSLO), False),
        (datetime(2027, 4, 1, 0, 0, tzinfo=OSLO), True),
    ],
)
def test_a_deadline_at_noon_is_kept_at_noon_and_missed_a_second_later(at: datetime, passed: bool) -> None:
    assert row(2027, Row.LIST_DEADLINE).has_passed(at) == passed


@pytest.mark.rule("R-13")
def test_a_deadline_of_a_whole_day_lasts_the_day() -> None:
    assert not row(2027, Row.LISTS_DECIDED).has_passed(datetime(2027, 6, 1, 23, 59, 59, tzinfo=OSLO))
    assert row(2027, Row.LISTS_DECIDED).has_passed(datetime(2027, 6, 2, tzinfo=OSLO))


@pytest.mark.rule("R-14")
def test_where_a_row_stands() -> None:
    """1 June 2027 is 15 days after 17 May and 14 after the 18th."""
    lists = row(2027, Row.LISTS_DECIDED)
    assert standing(lists, datetime(2027, 5, 17, 9, tzinfo=OSLO), done=False) is Standing.UPCOMING
    assert standing(lists, datetime(2027, 5, 18, 9, tzinfo=OSLO), done=False) is Standing.DUE
    assert standing(lists, datetime(2027, 6, 2, 9, tzinfo=OSLO), done=False) is Standing.LATE
    assert standing(lists, datetime(2027, 6, 2, 9, tzinfo=OSLO), done=False, closed=True) is Standing.PASSED
    assert standing(lists, datetime(2027, 6, 2, 9, tzinfo=OSLO), done=True) is Standing.DONE
    assert (
        standing(row(2027, Row.ADVANCE_VOTING_ENDS), datetime(2027, 9, 11, tzinfo=OSLO), done=False) is Standing.PASSED
    )
    assert (
        standing(row(2027, Row.HEADINGS_PUBLISHED), datetime(2027, 9, 11, tzinfo=OSLO), done=False) is Standing.NO_DAY
    )


@pytest.mark.rule("R-14")
def test_only_what_the_municipality_does_can_be_ticked() -> None:
    require_tickable(row(2027, Row.LISTS_DECIDED))
    with pytest.raises(NothingToTick):
        require_tickable(row(2027, Row.ADVANCE_VOTING_ENDS))


@pytest.mark.rule("R-14")
def test_rows_by_day_end_with_those_that_have_none() -> None:
    found = by_day(electoral_calendar(facts(2027)))
    days = [each.day for each in found]
    known = [day for day in days if day]
    assert known == sorted(known)
    assert all(day is None for day in days[len(known) :])
    on_the_day = [each.row for each in found if each.day == date(2027, 9, 13)]
    assert on_the_day == [Row.ADVANCE_COUNT_LATEST, Row.RESULTS_RELEASED, Row.ELECTION_DAY]


@pytest.mark.rule("R-4")
@pytest.mark.rule("R-22")
def test_a_local_election_is_held_on_a_monday_in_september_every_fourth_year() -> None:
    assert all(map(is_local_election_day, ELECTION_DAYS.values()))
    for day in (date(2027, 9, 12), date(2025, 9, 8), date(2027, 8, 30)):
        with pytest.raises(NotALocalElectionDay):
            require_local_election_day(day)


@pytest.mark.rule("R-22")
@pytest.mark.parametrize(("today", "year"), [("2026-11-24", 2027), ("2027-09-30", 2027), ("2027-10-01", 2031)])
def test_the_next_local_election_year(today: str, year: int) -> None:
    assert next_local_election_year(date.fromisoformat(today)) == year


@pytest.mark.rule("R-66")
@pytest.mark.rule("R-69")
def test_an_election_that_is_voted_in_has_its_lists_decided_and_its_ballots() -> None:
    assert shown_by(ElectionState.OPEN_FOR_LISTS) == frozenset()
    assert shown_by(ElectionState.LISTS_DECIDED) == {Row.LISTS_DECIDED}
    assert shown_by(ElectionState.COUNTING) == {Row.LISTS_DECIDED, Row.BALLOTS_READY}
