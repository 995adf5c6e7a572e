"""Moving out, between districts, and back: within two years and after."""

from datetime import date

import pytest

from app.councils.domain.basis import CouncilKind
from app.councils.domain.events import MovesBack, MovesOut
from app.councils.domain.membership import EndCause
from app.councils.domain.proposals import Consequences, Reason, Step
from app.councils.domain.sitting_council import Settings
from app.councils.domain.succession import succession
from tests.domain.councils.councils import AFTER, ANNE, APPOINTED, ELECTED, a_council, deputies

RESTRICTED = Settings(residence_restriction=True)
RETURN_WITHIN = Settings(residence_restriction=True, return_right_within_municipality=True)
kinds = pytest.mark.parametrize("kind", [APPOINTED, ELECTED], ids=["appointed", "elected"])


@pytest.mark.rule("R-250", "R-252")
@kinds
def test_one_who_moves_out_of_the_municipality_leaves_and_may_return_for_two_years(kind: CouncilKind) -> None:
    council = a_council(kind, deputies=deputies("A", "Ida"))
    follows = succession(council, MovesOut(ANNE, within_municipality=False), date(2023, 8, 15))
    assert (follows.ends, follows.may_return_until) == (EndCause.MOVED_OUT, date(2025, 8, 15))
    assert follows.steps[0].step is (Step.NEW_ELECTION if kind is APPOINTED else Step.MOVE_UP)


@pytest.mark.rule("R-251")
@kinds
def test_a_move_to_another_district_changes_nothing_without_a_residence_restriction(kind: CouncilKind) -> None:
    follows = succession(a_council(kind), MovesOut(ANNE, within_municipality=True), AFTER)
    assert follows == Consequences(reasons=(Reason.STILL_ELIGIBLE,))


@pytest.mark.rule("R-36", "R-251", "R-252")
@kinds
def test_with_a_residence_restriction_a_move_to_another_district_ends_membership_without_return(
    kind: CouncilKind,
) -> None:
    council = a_council(kind, deputies=deputies("A", "Ida"), settings=RESTRICTED)
    follows = succession(council, MovesOut(ANNE, within_municipality=True), AFTER)
    assert (follows.ends, follows.may_return_until) == (EndCause.LOST_ELIGIBILITY, None)
    assert follows.steps


@pytest.mark.rule("R-252")
@pytest.mark.parametrize(
    ("back_on", "returns"),
    [
        (date(2024, 2, 10), True),
        (date(2024, 3, 10), True),
        (date(2024, 3, 11), False),
        (date(2024, 4, 10), False),
    ],
    ids=["after 23 months", "on the day two years later", "the day after", "after 25 months"],
)
def test_one_who_moved_out_on_10_march_2022_returns_within_two_years(back_on: date, returns: bool) -> None:
    """The one who sits in the seat now steps back."""
    council = a_council(APPOINTED)
    follows = succession(council, MovesBack(77, seat=1, moved_out_on=date(2022, 3, 10)), back_on)
    assert [(each.step, each.person_id) for each in follows.steps] == (
        [(Step.RETURN, 77), (Step.STEP_BACK, ANNE)] if returns else []
    )
    assert follows.reasons == (() if returns else (Reason.RETURN_TOO_LATE,))


@pytest.mark.rule("R-252")
def test_one_who_moved_out_on_leap_day_has_until_28_february() -> None:
    moved = MovesBack(77, seat=1, moved_out_on=date(2024, 2, 29))
    assert succession(a_council(), moved, date(2026, 2, 28)).steps
    assert succession(a_council(), moved, date(2026, 3, 1)).steps == ()


@pytest.mark.rule("R-252")
def test_a_return_to_an_empty_seat_makes_nobody_step_back() -> None:
    moved = MovesBack(77, seat=9, moved_out_on=date(2023, 3, 10))
    assert [each.step for each in succession(a_council(), moved, AFTER).steps] == [Step.RETURN]


@pytest.mark.rule("R-252")
def test_a_deputy_who_moves_back_is_deputy_again_and_nobody_steps_back() -> None:
    moved = MovesBack(77, seat=None, moved_out_on=date(2023, 3, 10))
    assert [each.step for each in succession(a_council(), moved, AFTER).steps] == [Step.RETURN]


@pytest.mark.rule("R-252", "R-259")
def test_a_replacement_who_had_become_chair_leaves_the_office_with_the_seat() -> None:
    moved = MovesBack(77, seat=1, moved_out_on=date(2023, 3, 10))
    follows = succession(a_council(chair=ANNE), moved, AFTER)
    assert [each.step for each in follows.steps] == [Step.RETURN, Step.STEP_BACK, Step.NEW_CHAIR]


@pytest.mark.rule("R-252")
def test_a_move_back_between_districts_gives_the_seat_back_only_where_the_municipality_has_set_so() -> None:
    moved = MovesBack(77, seat=1, moved_out_on=date(2023, 3, 10), within_municipality=True)
    refused = succession(a_council(settings=RESTRICTED), moved, AFTER)
    assert refused == Consequences(reasons=(Reason.NO_RETURN_WITHIN_MUNICIPALITY,))
    assert succession(a_council(settings=RETURN_WITHIN), moved, AFTER).steps[0].step is Step.RETURN
