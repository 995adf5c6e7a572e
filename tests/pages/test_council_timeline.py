"""Where spells stand in the time line of a term: 1 January 2020 – 31 December 2023, 1461 days."""

from datetime import date

import pytest

from app.councils.domain.disclosure import PublicPerson
from app.councils.domain.membership import Cause, EndCause, Role, SeatSpell
from app.councils.domain.terms import Term
from app.public.council_timeline import KnownTerm, Span, Timeline, TimelineSpell, timeline
from app.public.shown_lists import ShownList
from tests.domain.councils.councils import TERM, day, leave, membership, role, seat

ANNE, BERIT, HIDDEN = range(1, 4)
PEOPLE = {
    ANNE: PublicPerson(ANNE, "Anne", "", has_own_page=True),
    BERIT: PublicPerson(BERIT, "Berit", "", has_own_page=True),
    HIDDEN: PublicPerson(HIDDEN, "Cecilie", "", has_own_page=False),
}
LISTS = {"A": ShownList("A", "Arbeiderpartiet", "party-ap", ())}


def drawn(*spells: SeatSpell, shown: str = "2022-01-01", today: str = "2022-01-01", term: Term = TERM) -> Timeline:
    return timeline(KnownTerm(term, 2, membership(*spells), PEOPLE, LISTS), day(shown), day(today))


def spells_of(line: Timeline, seat_number: int) -> tuple[TimelineSpell, ...]:
    return next(row.spells for row in line.rows if row.seat == seat_number)


def test_a_year_is_a_quarter_of_the_term() -> None:
    """2020 has 366 days: 366/1461 = 25.05 %; 2021 another 365: 24.98 %."""
    line = drawn(seat(ANNE, "2020-01-01", "2021-01-01"), seat(BERIT, "2021-01-01", "2022-01-01"))
    first, second = spells_of(line, 1)
    assert first.span == Span("0.00%", "25.05%")
    assert second.span == Span("25.05%", "24.98%")
    assert (first.last_on, second.last_on) == (date(2020, 12, 31), date(2021, 12, 31))
    assert [tick.start for tick in line.ticks] == ["0.00%", "25.05%", "50.03%", "75.01%"]


def test_what_lasts_is_drawn_to_today_or_to_a_later_day_that_is_shown() -> None:
    """To the end of 31 December 2020, 366 days; of 31 December 2021, 731 days: 50.03 %."""
    lasting = seat(ANNE, "2020-01-01")
    assert spells_of(drawn(lasting, shown="2020-05-01", today="2020-12-31"), 1)[0].span.length == "25.05%"
    assert spells_of(drawn(lasting, shown="2021-12-31", today="2020-12-31"), 1)[0].span.length == "50.03%"
    assert spells_of(drawn(lasting, shown="2020-05-01", today="2031-01-01"), 1)[0].span.length == "100.00%"


def test_nothing_is_drawn_past_the_term() -> None:
    """The council was abolished on 1 January 2021, though its members had been recorded until 2024."""
    short = Term(TERM.from_on, day("2021-01-01"))
    line = drawn(seat(ANNE, "2020-01-01", "2024-01-01"), seat(BERIT, "2021-06-01"), shown="2020-05-01", term=short)
    assert [spell.span.length for spell in spells_of(line, 1)] == ["100.00%", "0.00%"]


def test_a_seat_that_nobody_has_had_is_a_line_too() -> None:
    line = drawn(seat(ANNE, "2020-01-01"))
    assert [(row.role, row.seat) for row in line.rows] == [
        (Role.CHAIR, None),
        (Role.DEPUTY_CHAIR, None),
        (None, 1),
        (None, 2),
    ]
    assert spells_of(line, 2) == ()


@pytest.mark.rule("R-253")
def test_a_leave_is_marked_within_the_spell_it_belongs_to() -> None:
    """From 1 January 2021 (25.05 %) for the 90 days to 31 March: 6.16 %."""
    known = membership(
        seat(ANNE, "2020-01-01"), leave(ANNE, "2021-01-01", "2021-04-01"), role(ANNE, Role.CHAIR, "2020-01-01")
    )
    line = timeline(KnownTerm(TERM, 1, known, PEOPLE, LISTS), day("2022-01-01"), day("2022-01-01"))
    (spell,) = spells_of(line, 1)
    assert spell.away == (Span("25.05%", "6.16%"),)
    assert spell.away_days == ((date(2021, 1, 1), date(2021, 3, 31)),)
    assert line.rows[0].spells[0].shown.colour == "party-ap"


@pytest.mark.rule("R-283", "R-300")
def test_of_a_protected_person_it_is_not_told_why_a_spell_began_or_ended() -> None:
    moved = SeatSpell(1, HIDDEN, day("2020-01-01"), day("2021-01-01"), Cause.RETURNED, "A", EndCause.MOVED_OUT)
    (spell,) = spells_of(drawn(moved), 1)
    assert (spell.cause, spell.end_cause) == (None, None)
