"""A candidate is struck; versions compared; withdrawal; what must be so before the board approves."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.elections.domain.election import RuleSetName
from app.elections.domain.list_changes import (
    Change,
    Difference,
    NewCandidateNeeded,
    NoSuchPlace,
    Replacement,
    TooFewRemain,
    TooManyBonusPlaces,
    change_findings,
    differences,
    strike,
)
from app.elections.domain.list_findings import Check, Weight, found, of_weight
from app.elections.domain.list_proposal import BonusFollows, ListSettings
from app.elections.domain.list_review import (
    Notified,
    NotReadyForApproval,
    ReasonsMissing,
    in_the_way,
    require_approvable,
    require_reasons,
    review,
)
from app.elections.domain.list_withdrawal import NotByCommittee, WithdrawalTooLate, require_withdrawable
from tests.domain.lists.proposals import CLOSES_AT, a_proposal, candidate, candidates, checked, rules

EIGHT = candidates(8, bonus=3)
NEW = candidate(0, "Ny Navnesen")


def names(after: tuple[object, ...]) -> str:
    """1 2 3 … for the candidates as they were numbered, N for the new one; bold ones with a star."""
    return " ".join(
        ("N" if each.last_name == "Navnesen" else each.first_name.removeprefix("Kandidat")) + "*" * each.bonus  # type: ignore[attr-defined]  # a candidate
        for each in after
    )


@pytest.mark.rule("R-65")
@pytest.mark.parametrize(
    ("how", "expected"),
    [
        (Replacement.FILL_PLACE, "1* N* 3* 4 5 6 7 8"),
        (Replacement.MOVE_UP_AND_ADD, "1* 3* 4* 5 6 7 8 N"),
        (Replacement.MOVE_UP, "1* 3* 4* 5 6 7 8"),
    ],
)
def test_a_place_is_filled_or_the_following_move_up(how: Replacement, expected: str) -> None:
    """Eight candidates, the first three in bold; the second is struck and three places stay in bold."""
    after = strike(EIGHT, 2, rules(), how=how, new=NEW, bonus_places=3)
    assert names(after) == expected
    assert [each.position for each in after] == list(range(1, len(after) + 1))


@pytest.mark.rule("R-65")
def test_the_list_decides_how_many_places_stay_in_bold_but_never_more_than_it_had() -> None:
    after = strike(EIGHT, 2, rules(), how=Replacement.MOVE_UP, new=None, bonus_places=2)
    assert names(after) == "1* 3* 4 5 6 7 8"
    with pytest.raises(TooManyBonusPlaces):
        strike(EIGHT, 2, rules(), how=Replacement.MOVE_UP, new=None, bonus_places=4)


@pytest.mark.rule("R-65")
@pytest.mark.parametrize(
    ("follows", "position", "how", "expected"),
    [
        (BonusFollows.PLACE, 2, Replacement.MOVE_UP, "1* 3* 4* 5 6 7 8"),
        (BonusFollows.PERSON, 2, Replacement.MOVE_UP, "1* 3* 4 5 6 7 8"),
        (BonusFollows.PERSON, 2, Replacement.FILL_PLACE, "1* N 3 4 5 6 7 8"),
        (BonusFollows.PERSON, 5, Replacement.MOVE_UP, "1* 2* 3* 4 6 7 8"),
    ],
)
def test_the_setting_can_bind_the_bonus_to_place_or_person(
    follows: BonusFollows, position: int, how: Replacement, expected: str
) -> None:
    by = rules(settings=ListSettings(bonus_follows=follows))
    assert names(strike(EIGHT, position, by, how=how, new=NEW, bonus_places=0)) == expected


@pytest.mark.rule("R-65")
def test_nobody_need_be_added_while_seven_names_remain() -> None:
    assert len(strike(EIGHT, 8, rules(), how=Replacement.MOVE_UP, new=None, bonus_places=3)) == 7
    with pytest.raises(TooFewRemain):
        strike(candidates(7), 7, rules(), how=Replacement.MOVE_UP, new=None, bonus_places=0)


@pytest.mark.rule("R-65")
def test_a_place_is_filled_by_somebody_with_a_name() -> None:
    for new in (None, replace(NEW, last_name=" ")):
        with pytest.raises(NewCandidateNeeded):
            strike(EIGHT, 2, rules(), how=Replacement.FILL_PLACE, new=new, bonus_places=3)
    with pytest.raises(NoSuchPlace):
        strike(EIGHT, 9, rules(), how=Replacement.MOVE_UP, new=None, bonus_places=3)


@pytest.mark.rule("R-62")
def test_versions_are_compared_person_by_person_and_moving_up_is_no_change() -> None:
    """The second is struck, the others move up; the sixth gets a residence; the third of old loses its bonus."""
    after = [replace(each, position=n) for n, each in enumerate((EIGHT[0], *EIGHT[2:]), start=1)]
    after[4] = replace(after[4], residence="Hop")
    after[1] = replace(after[1], bonus=False)
    assert differences(EIGHT, after) == (
        Difference(Change.BONUS, "Kandidat3 Fana", 3, 2),
        Difference(Change.TOLD_OTHERWISE, "Kandidat6 Fana", 6, 5),
        Difference(Change.REMOVED, "Kandidat2 Fana", 2, None),
    )


@pytest.mark.rule("R-62")
def test_a_new_name_and_two_who_change_places_are_seen() -> None:
    after = (replace(EIGHT[1], position=1), replace(EIGHT[0], position=2), *EIGHT[2:], replace(NEW, position=9))
    assert differences(EIGHT, after) == (
        Difference(Change.MOVED, "Kandidat2 Fana", 2, 1),
        Difference(Change.MOVED, "Kandidat1 Fana", 1, 2),
        Difference(Change.ADDED, "Ny Navnesen", None, 9),
    )


@pytest.mark.rule("R-62")
def test_after_the_deadline_only_what_the_defects_ask_for_may_change() -> None:
    """Six candidates: a seventh may be added. That two others also changed places is for the board to look at."""
    six = candidates(6)
    asked = (*six, candidate(7))
    swapped = (replace(six[1], position=1), replace(six[0], position=2), *asked[2:])
    assert list(change_findings(six, asked, [Check.TOO_FEW_CANDIDATES])) == []
    found_ = list(change_findings(six, swapped, [Check.TOO_FEW_CANDIDATES]))
    assert {(each.check, each.weight) for each in found_} == {(Check.CHANGED_WITHOUT_NEED, Weight.JUDGEMENT)}
    whole = review(
        a_proposal(names=swapped), [], rules(), notified=Notified((Check.TOO_FEW_CANDIDATES,), ((six, swapped),))
    )
    assert list(whole) == found_


@pytest.mark.rule("R-64")
def test_only_the_committee_withdraws_a_list() -> None:
    with pytest.raises(NotByCommittee):
        require_withdrawable(RuleSetName.VALGLOVEN_2023, CLOSES_AT, None, by_committee=False)


@pytest.mark.rule("R-64")
def test_under_the_act_of_2002_a_withdrawal_has_a_deadline_and_under_that_of_2023_none() -> None:
    late = CLOSES_AT + timedelta(seconds=1)
    require_withdrawable(RuleSetName.VALGLOVEN_2002, CLOSES_AT, CLOSES_AT, by_committee=True)
    with pytest.raises(WithdrawalTooLate):
        require_withdrawable(RuleSetName.VALGLOVEN_2002, late, CLOSES_AT, by_committee=True)
    require_withdrawable(RuleSetName.VALGLOVEN_2023, late, CLOSES_AT, by_committee=True)


@pytest.mark.rule("R-66")
def test_a_list_in_order_has_nothing_in_the_way() -> None:
    assert checked(a_proposal()) == []
    require_approvable(())


@pytest.mark.rule("R-66")
def test_defects_and_unfinished_work_stand_in_the_way_and_notes_do_not() -> None:
    defect, office = found(Check.TOO_FEW_CANDIDATES, "R-55"), found(Check.NOT_TOLD, "R-61", Weight.OFFICE)
    judgement = found(Check.LIKE_OTHER_HEADING, "R-53", Weight.JUDGEMENT, heading="Høgre")
    note = found(Check.COMMITTEE_SHORT, "R-60", Weight.NOTE)
    everything = (defect, office, judgement, note)
    assert in_the_way(everything) == (defect, office, judgement)
    assert of_weight(everything, Weight.NOTE) == (note,)
    with pytest.raises(NotReadyForApproval):
        require_approvable(everything)


@pytest.mark.rule("R-66")
def test_what_the_board_has_judged_is_no_longer_in_the_way_but_a_defect_cannot_be_judged_away() -> None:
    judgement = found(Check.LIKE_OTHER_HEADING, "R-53", Weight.JUDGEMENT, heading="Høgre")
    defect = found(Check.TOO_FEW_CANDIDATES, "R-55")
    assert in_the_way([judgement], [judgement]) == ()
    assert in_the_way([defect], [defect]) == (defect,)


@pytest.mark.rule("R-66")
def test_a_decision_has_a_case_number_and_a_rejection_its_reasons() -> None:
    require_reasons("2027/12", "", needed=False)
    require_reasons("2027/12", "For få kandidater.", needed=True)
    for case_number, reasons, needed in (("", "Fordi.", True), ("2027/12", " ", True), (" ", "", False)):
        with pytest.raises(ReasonsMissing):
            require_reasons(case_number, reasons, needed=needed)
