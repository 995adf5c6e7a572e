"""Who sat where, on which day, as known when; and who sits while the holder of a seat is away."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.councils.domain.history import History, Membership, composition, council_on
from app.councils.domain.membership import Cause, GroupAffiliation, Role, SeatSpell, SuspensionSpell
from app.councils.domain.time_axes import (
    AlreadyReplaced,
    UnknownVersion,
    Version,
    known_at,
    on,
    require_one_line,
    spells_known_at,
)
from tests.domain.councils.councils import (
    ANNE,
    BERIT,
    CARL,
    day,
    deputy,
    leave,
    membership,
    moment,
    role,
    seat,
    versions,
)

LATER = moment("2030-01-01")
ANNES = seat(ANNE, "2020-01-01", "2022-03-01")
BERITS = seat(BERIT, "2022-03-01", cause=Cause.NEW_ELECTION)


def in_seat_1(spells: Membership, text: str) -> int | None:
    """The person who holds the only seat that day."""
    holder = composition(spells, 1, day(text)).seats[0].holder
    return holder.person_id if holder else None


@pytest.mark.rule("R-262")
def test_the_council_on_a_day_is_those_who_sat_that_day() -> None:
    """Anne's last day was 28 February; Berit's first was 1 March. Before the term the seat was empty."""
    spells = membership(ANNES, BERITS)
    assert [in_seat_1(spells, text) for text in ("2022-02-28", "2022-03-01", "2019-12-31")] == [ANNE, BERIT, None]


@pytest.mark.rule("R-262")
def test_the_council_on_3_march_2022_as_we_knew_it_on_1_april() -> None:
    """On 1 April it was thought that Anne sat to the end of February; on 10 April it was found to be 14 March."""
    annes, berits = versions(("2022-03-02", ANNES), ("2022-03-02", BERITS))
    corrected = Version(replace(ANNES, to_on=date(2022, 3, 15)), 3, moment("2022-04-10"), "auditor", replaces_id=1)
    moved = Version(replace(BERITS, from_on=date(2022, 3, 15)), 4, moment("2022-04-10"), "auditor", replaces_id=2)
    history = History(seats=(annes, berits, corrected, moved))
    third_of_march = day("2022-03-03")
    as_known = [
        council_on(history, 1, third_of_march, moment(text)).seats[0].holder for text in ("2022-04-01", "2022-04-10")
    ]
    assert [each.person_id for each in as_known if each] == [BERIT, ANNE]


@pytest.mark.rule("R-262")
def test_a_spell_that_never_was_is_annulled_and_still_remembered() -> None:
    first = Version(ANNES, 1, moment("2020-01-02"), "secretary")
    annulled = Version(ANNES, 2, moment("2020-02-01"), "secretary", replaces_id=1, annulled=True)
    assert spells_known_at([first, annulled], moment("2020-01-31")) == (ANNES,)
    assert spells_known_at([first, annulled], LATER) == ()


@pytest.mark.rule("R-262")
def test_what_is_recorded_the_same_moment_is_known_that_moment() -> None:
    first = Version(ANNES, 1, moment("2020-01-02"), "secretary")
    assert known_at([first], moment("2020-01-02")) == (first,)
    assert known_at([first], moment("2020-01-01")) == ()


@pytest.mark.rule("R-262")
@given(days=st.lists(st.tuples(st.integers(1, 28), st.booleans()), min_size=1, max_size=8), later=st.integers(1, 28))
@settings(derandomize=True, max_examples=150, deadline=None)
def test_rows_added_later_never_change_what_was_known_before(days: list[tuple[int, bool]], later: int) -> None:
    """Each row corrects the one before it, or says that it never was."""
    days.sort()
    line = [
        Version(number, number, moment(f"2022-01-{text:02}"), "secretary", number - 1 or None, annulled=gone)
        for number, (text, gone) in enumerate(days, start=1)
    ]
    asked = moment(f"2022-01-{later:02}")
    recorded = [each for each in line if each.recorded_at <= asked]
    assert known_at(line, asked) == known_at(recorded, asked)
    last = recorded[-1:]
    assert known_at(line, asked) == tuple(each for each in last if not each.annulled)


@pytest.mark.rule("R-262")
def test_a_correction_corrects_something_that_was_recorded_and_only_once() -> None:
    first = Version(ANNES, 1, moment("2020-01-02"), "secretary")
    second = Version(ANNES, 2, moment("2020-02-02"), "secretary", replaces_id=1)
    require_one_line([first, second])
    require_one_line([first, replace(second, recorded_at=first.recorded_at)])
    with pytest.raises(AlreadyReplaced) as twice:
        require_one_line([first, second, replace(second, id=3)])
    assert (twice.value.replaces_id, twice.value.replaced_by) == (1, 2)
    with pytest.raises(UnknownVersion):
        require_one_line([second])
    with pytest.raises(UnknownVersion):
        require_one_line([replace(first, recorded_at=moment("2020-03-01")), second])


@pytest.mark.rule("R-262")
def test_every_seat_is_shown_and_an_empty_one_as_empty() -> None:
    shown = composition(membership(seat(ANNE, "2020-01-01", number=2)), 3, day("2021-01-01"))
    assert [(each.seat, each.holder is None) for each in shown.seats] == [(1, True), (2, False), (3, True)]


@pytest.mark.rule("R-253", "R-256")
def test_a_member_on_leave_keeps_the_seat_while_the_substitute_sits() -> None:
    """Anne is on leave up to and with 30 June; Berit sits for her, and Anne again on 1 July."""
    spells = membership(
        seat(ANNE, "2020-01-01"),
        leave(ANNE, "2021-02-01", "2021-07-01"),
        seat(BERIT, "2021-02-01", "2021-07-01", cause=Cause.SUBSTITUTE),
    )
    in_june, in_july = (composition(spells, 1, day(text)).seats[0] for text in ("2021-06-30", "2021-07-01"))
    assert in_june.holder
    assert (in_june.holder.person_id, in_june.sitting_person_id) == (ANNE, BERIT)
    assert (in_july.leave, in_july.sitting_person_id) == (None, ANNE)


@pytest.mark.rule("R-253", "R-261")
def test_for_one_on_leave_without_a_substitute_or_suspended_a_deputy_must_be_called() -> None:
    on_leave = membership(seat(ANNE, "2020-01-01"), leave(ANNE, "2021-02-01", "2021-03-01"))
    suspended = Membership(
        seats=(seat(ANNE, "2020-01-01"),), suspensions=(SuspensionSpell(ANNE, day("2021-02-01"), None),)
    )
    assert composition(on_leave, 1, day("2021-02-15")).seats[0].sitting_person_id is None
    assert composition(suspended, 1, day("2021-02-15")).seats[0].sitting_person_id is None
    assert composition(suspended, 1, day("2021-01-31")).seats[0].sitting_person_id == ANNE


@pytest.mark.rule("R-254", "R-262")
def test_the_list_one_was_elected_for_stays_when_the_group_changes() -> None:
    spells = Membership(
        seats=(seat(ANNE, "2020-01-01"),),
        affiliations=(
            GroupAffiliation(ANNE, "Arbeiderpartiet", day("2020-01-01"), day("2021-05-01")),
            GroupAffiliation(ANNE, "uavhengig", day("2021-05-01"), None),
        ),
    )
    before, after = (composition(spells, 1, day(text)).seats[0] for text in ("2021-04-30", "2021-05-01"))
    assert (before.group_name, after.group_name) == ("Arbeiderpartiet", "uavhengig")
    assert {each.holder.list_code for each in (before, after) if each.holder} == {"A"}


@pytest.mark.rule("R-259", "R-262")
def test_who_leads_is_told_by_day() -> None:
    spells = membership(
        seat(ANNE, "2020-01-01"),
        seat(BERIT, "2020-01-01", number=2),
        role(ANNE, Role.CHAIR, "2020-01-15", "2022-01-01"),
        role(BERIT, Role.CHAIR, "2022-01-01"),
    )
    chairs = [composition(spells, 2, day(text)).holder_of(Role.CHAIR) for text in ("2020-01-14", "2021-12-31")]
    assert chairs == [None, ANNE]
    assert composition(spells, 2, day("2022-01-01")).holder_of(Role.CHAIR) == BERIT
    assert composition(spells, 2, day("2022-01-01")).holder_of(Role.DEPUTY_CHAIR) is None


@pytest.mark.rule("R-255", "R-262")
def test_deputies_stand_by_list_and_rank() -> None:
    spells = membership(
        deputy(CARL, 2, "2020-01-01"), deputy(BERIT, 1, "2020-01-01"), deputy(ANNE, 1, "2020-01-01", list_code="B")
    )
    shown = composition(spells, 1, day("2021-01-01"))
    assert [each.person_id for each in shown.deputies] == [BERIT, CARL, ANNE]
    assert [each.person_id for each in shown.deputies_of("A")] == [BERIT, CARL]


@pytest.mark.rule("R-262")
@given(st.lists(st.integers(1, 27), min_size=1, max_size=5, unique=True), st.integers(1, 28))
@settings(derandomize=True, max_examples=150, deadline=None)
def test_spells_that_follow_each_other_leave_one_holder_on_every_day(starts: list[int], asked: int) -> None:
    starts.sort()
    ends: list[int | None] = [*starts[1:], None]
    spells = [
        SeatSpell(1, number, date(2022, 1, begins), date(2022, 1, end) if end else None, Cause.APPOINTED)
        for number, (begins, end) in enumerate(zip(starts, ends, strict=True))
    ]
    assert len(on(spells, date(2022, 1, asked))) == (1 if asked >= starts[0] else 0)
