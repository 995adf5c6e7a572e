"""What people decide about a step, held against what the law leaves open, where no stored council can show it."""

from datetime import date

import pytest

from app.councils.domain.choices import Answer, Choice, ConsentMissing, NobodyNamed, require_allowed
from app.councils.domain.deciding import Decision, deciders
from app.councils.domain.events import IsSuspended, LeavesBecause, LeavesForGood
from app.councils.domain.proposals import Consequences, Decider, Step
from app.councils.domain.succession import succession
from tests.domain.councils.councils import AFTER, ANNE, BERIT, CARL, ELECTED, a_council, deputies

DIED = LeavesForGood(ANNE, LeavesBecause.DIED)


def exhausted() -> Consequences:
    """Anne of list A dies in a council elected under the act of 2023, whose list A has nobody left."""
    council = a_council(ELECTED, elected_on=date(2027, 9, 13), candidates=deputies("B", "Ida"))
    return succession(council, DIED, date(2028, 1, 1))


@pytest.mark.rule("R-212")
def test_under_the_act_of_2023_the_one_named_for_an_exhausted_list_must_consent() -> None:
    follows, left_open = exhausted(), Choice(Answer.LEFT_OUT)
    with pytest.raises(ConsentMissing) as refused:
        require_allowed(follows, (Choice(Answer.TAKEN, 99), left_open), {99: None})
    assert refused.value == ConsentMissing(99)
    require_allowed(follows, (Choice(Answer.TAKEN, 99, consents=True), left_open), {99: None})


@pytest.mark.rule("R-212")
def test_a_settlement_whose_candidates_are_not_known_here_names_the_one_the_board_found() -> None:
    follows = succession(a_council(ELECTED), DIED, AFTER)
    assert [each.step for each in follows.steps] == [Step.NEW_SETTLEMENT]
    with pytest.raises(NobodyNamed):
        require_allowed(follows, (Choice(Answer.TAKEN),), {})
    require_allowed(follows, (Choice(Answer.TAKEN, 99),), {99: None})


@pytest.mark.rule("R-258")
def test_a_new_one_of_the_short_sex_needs_no_reason() -> None:
    """Berit (a woman) dies of four: Anne, and the men Carl and Dag, remain, so both sexes have enough with one more."""
    follows = succession(a_council(), LeavesForGood(BERIT, LeavesBecause.DIED), AFTER)
    assert follows.steps[0].gender
    require_allowed(follows, (Choice(Answer.TAKEN, 99),), {99: follows.steps[0].gender.short})


@pytest.mark.rule("R-253", "R-261")
def test_the_municipal_council_decides_on_release_and_suspension_and_death_just_happens() -> None:
    def bodies(event: LeavesForGood | IsSuspended) -> tuple[Decider, ...]:
        follows = succession(a_council(), event, AFTER)
        return deciders(Decision(event, follows, tuple(Choice(Answer.WAITS) for _ in follows.steps), AFTER))

    assert bodies(LeavesForGood(CARL, LeavesBecause.RELEASED)) == (Decider.MUNICIPAL_COUNCIL,)
    assert bodies(IsSuspended(CARL)) == (Decider.MUNICIPAL_COUNCIL,)
    assert bodies(LeavesForGood(CARL, LeavesBecause.DIED)) == ()
