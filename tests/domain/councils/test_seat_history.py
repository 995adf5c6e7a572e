"""Who sat where, on which day, as known when: second spells, returns, corrections, and what cannot be."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.councils.domain.seat_history import OutsideTerm, Spell, SpellsOverlap, council_on, known_at, require_possible

TERM = (date(2020, 1, 1), date(2024, 1, 1))
LATER = datetime(2030, 1, 1, tzinfo=UTC)


def spell(
    person: str, begins: str, ends: str | None, *, seat: int = 1, version: int = 1, recorded: str = "2020-01-02"
) -> Spell:
    last = None if ends is None else date.fromisoformat(ends)
    recorded_at = datetime.fromisoformat(f"{recorded}T12:00:00+00:00")
    return Spell(version, seat, person, date.fromisoformat(begins), last, recorded_at)


ANNE = spell("Anne", "2020-01-01", "2022-03-01")
BERIT = spell("Berit", "2022-03-01", None, version=2, recorded="2022-03-02")


@pytest.mark.rule("R-262")
def test_the_council_on_a_day_is_those_who_sat_that_day() -> None:
    """Anne's last day was 28 February; Berit's first was 1 March."""
    assert council_on([ANNE, BERIT], date(2022, 2, 28), LATER) == {1: "Anne"}
    assert council_on([ANNE, BERIT], date(2022, 3, 1), LATER) == {1: "Berit"}
    assert council_on([ANNE, BERIT], date(2019, 12, 31), LATER) == {}


@pytest.mark.rule("R-262")
def test_a_person_comes_back_after_a_gap() -> None:
    second = spell("Anne", "2023-02-01", None, version=3)
    gap = [ANNE, second]
    assert [council_on(gap, day, LATER) for day in (date(2022, 6, 1), date(2023, 2, 1))] == [{}, {1: "Anne"}]
    require_possible(gap, *TERM)


@pytest.mark.rule("R-262")
def test_a_correction_changes_what_is_known_now_and_not_what_was_known_then() -> None:
    """On 1 April it was thought that Anne sat to 1 March; on 10 April it was found to be to 15 March."""
    corrected = replace(
        ANNE,
        version=4,
        to_on=date(2022, 3, 15),
        recorded_at=datetime(2022, 4, 10, tzinfo=UTC),
        replaces=ANNE.version,
    )
    first_of_april = datetime(2022, 4, 1, tzinfo=UTC)
    assert council_on([ANNE, corrected], date(2022, 3, 3), first_of_april) == {}
    assert council_on([ANNE, corrected], date(2022, 3, 3), LATER) == {1: "Anne"}


@pytest.mark.rule("R-262")
def test_a_spell_that_never_was_is_annulled_and_still_remembered() -> None:
    annulled = replace(ANNE, version=5, annulled=True, replaces=1, recorded_at=datetime(2020, 2, 1, tzinfo=UTC))
    assert known_at([ANNE, annulled], datetime(2020, 1, 31, tzinfo=UTC)) == (ANNE,)
    assert known_at([ANNE, annulled], LATER) == ()


@pytest.mark.rule("R-262")
def test_two_cannot_hold_one_seat_on_the_same_day() -> None:
    with pytest.raises(SpellsOverlap) as refused:
        require_possible([ANNE, replace(BERIT, from_on=date(2022, 2, 28))], *TERM)
    assert (refused.value.first.person, refused.value.second.person) == ("Anne", "Berit")


@pytest.mark.rule("R-262")
def test_one_cannot_hold_two_seats_of_a_council_on_the_same_day() -> None:
    with pytest.raises(SpellsOverlap):
        require_possible([ANNE, spell("Anne", "2021-05-01", None, seat=2, version=2)], *TERM)


@pytest.mark.rule("R-262")
def test_one_may_go_from_one_seat_to_another_on_the_same_day() -> None:
    require_possible([ANNE, spell("Anne", "2022-03-01", None, seat=2, version=2)], *TERM)


@pytest.mark.rule("R-262")
@pytest.mark.parametrize(
    ("begins", "ends"),
    [("2019-12-31", None), ("2023-12-01", "2024-01-02"), ("2022-05-01", "2022-05-01"), ("2022-05-02", "2022-05-01")],
    ids=["begins before", "ends after", "no day at all", "ends before it begins"],
)
def test_a_spell_lies_within_its_term(begins: str, ends: str | None) -> None:
    with pytest.raises(OutsideTerm):
        require_possible([spell("Anne", begins, ends)], *TERM)
