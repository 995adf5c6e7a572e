"""Numbers that nobody types: one series for each council and year, none used twice, none left out."""

from datetime import date

import pytest

from app.meetings.domain.agenda import AgendaItem, ItemKind
from app.meetings.domain.case_numbers import (
    CaseNumber,
    SeriesIsBroken,
    issue_numbers,
    last_issued,
    range_line,
    with_prefix,
)


def items(*kinds: ItemKind) -> list[AgendaItem]:
    return [AgendaItem(f"i{place}", kind, "") for place, kind in enumerate(kinds, start=1)]


def series(year: int, last: int) -> list[CaseNumber]:
    return [CaseNumber(year, number) for number in range(1, last + 1)]


@pytest.mark.rule("R-282", "R-300")
def test_the_agenda_goes_on_where_the_year_stands_and_skips_items_without_a_number() -> None:
    agenda = items(ItemKind.OPENING, ItemKind.APPROVAL_OF_MINUTES, ItemKind.DECISION, ItemKind.OTHER)
    issued = issue_numbers(agenda, date(2025, 5, 8), series(2025, 44))
    assert [(each.key, str(each.number)) for each in issued] == [("i2", "45/25"), ("i3", "46/25")]


@pytest.mark.rule("R-282", "R-300")
def test_the_series_begins_again_for_a_meeting_after_new_year_though_it_is_called_before() -> None:
    before = [*series(2025, 91)]
    first = issue_numbers(items(ItemKind.DECISION), date(2026, 1, 8), before)
    last = issue_numbers(items(ItemKind.DECISION), date(2025, 12, 30), [*before, first[0].number])
    assert (str(first[0].number), str(last[0].number)) == ("1/26", "92/25")


@pytest.mark.rule("R-284")
def test_an_additional_agenda_goes_on_and_leaves_issued_numbers_alone() -> None:
    called = AgendaItem("a", ItemKind.DECISION, "", number="1/25")
    added = AgendaItem("b", ItemKind.DECISION, "")
    issued = issue_numbers([called, added], date(2025, 1, 9), series(2025, 1))
    assert [(each.key, str(each.number)) for each in issued] == [("b", "2/25")]


@pytest.mark.rule("R-300")
def test_a_number_that_is_issued_is_never_used_again() -> None:
    """2/25 was withdrawn, and is still among those issued."""
    assert last_issued(2025, series(2025, 2)) == 2


@pytest.mark.rule("R-300")
def test_a_series_with_a_gap_is_refused() -> None:
    with pytest.raises(SeriesIsBroken) as refused:
        last_issued(2025, [CaseNumber(2025, 1), CaseNumber(2025, 3)])
    assert refused.value.missing == 2


def test_numbers_are_written_as_councils_write_them() -> None:
    assert str(CaseNumber(2007, 3)) == "3/07"
    assert with_prefix(CaseNumber(2023, 12), ItemKind.DECISION) == "PS 12/23"
    assert with_prefix(CaseNumber(2023, 13), ItemKind.REFERRAL) == "RS 13/23"
    assert range_line([CaseNumber(2013, 22), CaseNumber(2013, 21)]) == "21/13–22/13"
    assert (range_line([CaseNumber(2013, 22)]), range_line([])) == ("22/13", "")
