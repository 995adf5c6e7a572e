"""When a council can be abolished, and how long an outgoing one sits."""

from datetime import date

import pytest

from app.councils.domain.basis import CouncilBasis
from app.councils.domain.terms import (
    CannotBeAbolished,
    outgoing_to_on,
    require_can_be_abolished,
    require_term_is_over,
    sits_until,
)
from tests.domain.councils.councils import TERM


@pytest.mark.rule("R-7")
def test_an_appointed_council_can_be_abolished_at_any_time() -> None:
    require_can_be_abolished(CouncilBasis.APPOINTED, date(2021, 6, 1), TERM)


@pytest.mark.rule("R-7")
def test_a_directly_elected_council_cannot_be_abolished_during_its_term() -> None:
    """The term's last day is 31 December 2023."""
    with pytest.raises(CannotBeAbolished) as refused:
        require_can_be_abolished(CouncilBasis.DIRECTLY_ELECTED, date(2023, 12, 31), TERM)
    assert refused.value == CannotBeAbolished(date(2023, 12, 31), TERM.to_on, "R-7")
    require_can_be_abolished(CouncilBasis.DIRECTLY_ELECTED, TERM.to_on, TERM)


@pytest.mark.rule("R-14", "R-18")
@pytest.mark.parametrize("year", [2023, 2027])
def test_an_outgoing_appointed_council_sits_at_most_to_new_year_which_never_shifts(year: int) -> None:
    """31 December 2023 is a Sunday, and stays the last day."""
    assert outgoing_to_on(year) == date(year + 1, 1, 1)


@pytest.mark.rule("R-14", "R-210")
def test_it_gives_way_when_the_new_one_is_elected() -> None:
    assert sits_until(date(2023, 10, 25), 2023) == date(2023, 10, 25)
    assert sits_until(date(2024, 2, 1), 2023) == date(2024, 1, 1)
    assert sits_until(None, 2023) == date(2024, 1, 1)


@pytest.mark.rule("R-7")
def test_nobody_is_appointed_in_the_middle_of_an_elected_councils_term() -> None:
    """Elected on 9 September 2019: the next ordinary elections are those of 2023."""
    elected_on = date(2019, 9, 9)
    with pytest.raises(CannotBeAbolished) as refused:
        require_term_is_over(CouncilBasis.DIRECTLY_ELECTED, elected_on, TERM, date(2022, 12, 31))
    assert refused.value.term_ends_on == TERM.to_on
    require_term_is_over(CouncilBasis.DIRECTLY_ELECTED, elected_on, TERM, date(2023, 1, 1))
    require_term_is_over(CouncilBasis.APPOINTED, elected_on, TERM, date(2021, 1, 1))
