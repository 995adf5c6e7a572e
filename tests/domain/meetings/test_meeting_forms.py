"""Standing rules, states of minutes, and the roster as JSON."""

import pytest

from app.meetings.domain.meeting_forms import NoticeTooShort, require_notice
from app.meetings.domain.minutes_states import MinutesCannotMove, MinutesState, minutes_move
from app.meetings.domain.roster_json import roster_from_json, roster_json
from tests.domain.meetings.meetings import a_roster


@pytest.mark.rule("R-301")
def test_rules_without_any_notice_are_refused() -> None:
    assert require_notice(1) == 1
    with pytest.raises(NoticeTooShort):
        require_notice(0)


@pytest.mark.rule("R-300")
def test_a_draft_is_approved_before_it_is_published() -> None:
    assert minutes_move(MinutesState.DRAFT, MinutesState.APPROVED) is MinutesState.APPROVED
    with pytest.raises(MinutesCannotMove) as refused:
        minutes_move(MinutesState.DRAFT, MinutesState.PUBLISHED)
    assert refused.value.possible == (MinutesState.APPROVED,)


@pytest.mark.rule("R-262")
def test_a_roster_comes_back_as_it_was_kept() -> None:
    roster = a_roster()
    assert roster_from_json(roster_json(roster)) == roster
