"""Every line of R-256 for each kind of council and each time, and the order in which steps are taken.

The council has four seats: Anne and Berit of list A, Carl and Dag of list B. List A has the deputies Ida, Jon and Kari.
"""

from datetime import date

import pytest

from app.councils.domain.basis import CouncilKind
from app.councils.domain.events import (
    ChangesParty,
    DeputiesRunShort,
    GoesOnLeave,
    IsAbsent,
    IsSuspended,
    LeavesBecause,
    LeavesForGood,
    LeavesOffice,
    WantsBack,
)
from app.councils.domain.gender import Gender
from app.councils.domain.membership import EndCause
from app.councils.domain.proposals import (
    Consequences,
    Decider,
    GenderCheck,
    NotOpen,
    Proposal,
    Proposer,
    Reason,
    Step,
    When,
)
from app.councils.domain.sitting_council import DEFAULTS, NotInCouncil, RankedDeputy, Settings, SittingCouncil
from app.councils.domain.succession import BeforeTheAct, succession
from tests.domain.councils.councils import (
    AFTER,
    ANNE,
    APPOINTED,
    BEFORE,
    BERIT,
    BY_AGREEMENT,
    BY_MAJORITY,
    CARL,
    DAG,
    ELECTED,
    a_council,
    deputies,
)

LIST_A = deputies("A", "Ida Jon Kari", "KMK")
DEPUTIES = (*LIST_A[::-1], *deputies("B", "Lars", first_id=200))
IDA = LIST_A[0].person_id
DIED = LeavesBecause.DIED

dates = pytest.mark.parametrize("on", [BEFORE, AFTER], ids=["until 30 June 2023", "from 1 July 2023"])
appointed_kinds = pytest.mark.parametrize("kind", [APPOINTED, BY_AGREEMENT], ids=["proportional", "agreed"])


def council(
    kind: CouncilKind = APPOINTED,
    *,
    chair: int | None = None,
    elected_on: date = date(2019, 9, 9),
    settings: Settings = DEFAULTS,
) -> SittingCouncil:
    return a_council(kind, deputies=DEPUTIES, chair=chair, elected_on=elected_on, settings=settings)


def steps(consequences: Consequences) -> list[Step]:
    return [each.step for each in consequences.steps]


def names(proposal: Proposal) -> list[str]:
    return [each.name for each in proposal.in_turn]


def three_months(person_id: int) -> GoesOnLeave:
    """From 1 February to the end of April."""
    return GoesOnLeave(person_id, date(2023, 2, 1), date(2023, 5, 1))


# A member leaves for good


@pytest.mark.rule("R-256", "R-260")
def test_in_a_directly_elected_council_the_first_deputy_of_the_list_moves_up() -> None:
    """Since 1 July 2023. The deputies are then filled up, if that is found necessary."""
    follows = succession(council(ELECTED), LeavesForGood(ANNE, DIED), AFTER)
    move_up, fill = follows.steps
    assert (follows.ends, move_up.step, move_up.decider) == (EndCause.DIED, Step.MOVE_UP, Decider.LAW)
    assert names(move_up) == ["Ida", "Jon", "Kari"]
    assert (fill.step, fill.when) == (Step.NEW_SETTLEMENT, When.IF_NECESSARY)


@pytest.mark.rule("R-257", "R-258")
def test_moving_up_asks_nobody_to_propose_and_no_sex_to_be_chosen() -> None:
    move_up = succession(council(ELECTED), LeavesForGood(ANNE, DIED), AFTER).steps[0]
    assert (move_up.gender, move_up.proposer) == (None, None)
    assert move_up.not_open[0] == NotOpen(Step.NEW_ELECTION, Reason.DEPUTIES_MOVE_UP_BY_LAW)


@pytest.mark.rule("R-256")
def test_until_july_2023_a_directly_elected_council_had_a_new_election_like_an_appointed_one() -> None:
    (proposal,) = succession(council(ELECTED), LeavesForGood(ANNE, DIED), BEFORE).steps
    assert (proposal.step, proposal.decider) == (Step.NEW_ELECTION, Decider.MUNICIPAL_COUNCIL)
    assert proposal.not_open[0] == NotOpen(Step.MOVE_UP, Reason.NO_MOVING_UP_BEFORE_JULY_2023)
    assert proposal.gender


@pytest.mark.rule("R-256", "R-257", "R-258")
@dates
@appointed_kinds
def test_in_an_appointed_council_a_new_member_is_elected_and_nobody_moves_up(kind: CouncilKind, on: date) -> None:
    (proposal,) = succession(council(kind), LeavesForGood(ANNE, LeavesBecause.RELEASED), on).steps
    assert (proposal.step, proposal.decider) == (Step.NEW_ELECTION, Decider.MUNICIPAL_COUNCIL)
    assert (proposal.group, proposal.proposer, proposal.in_turn) == ("A", Proposer.GROUP, ())
    assert proposal.not_open == (
        NotOpen(Step.MOVE_UP, Reason.APPOINTED_DEPUTIES_DO_NOT_MOVE_UP),
        NotOpen(Step.NEW_SETTLEMENT, Reason.NO_ELECTION_TO_SETTLE_ANEW),
        NotOpen(Step.SUBSTITUTE, Reason.ONLY_FOR_A_LEAVE),
    )


@pytest.mark.rule("R-258")
def test_a_new_member_is_of_the_sex_that_would_fall_under_its_share() -> None:
    """Anne leaves one woman and two men of four, who need two of each: a woman, if possible. After Carl, a man."""
    gender = succession(council(), LeavesForGood(ANNE, DIED), AFTER).steps[0].gender
    assert gender == GenderCheck(Gender.FEMALE, women=1, men=2, unregistered=0, minimum=2)
    carl = succession(council(), LeavesForGood(3, DIED), AFTER).steps[0].gender
    assert carl
    assert carl.short is Gender.MALE


@pytest.mark.rule("R-258")
def test_where_both_sexes_have_enough_the_choice_is_free() -> None:
    """Five seats: with one woman gone there are two of each left, which is what five members need."""
    five = a_council(APPOINTED, sexes="KKKMM", groups="AABBB")
    gender = succession(five, LeavesForGood(ANNE, DIED), AFTER).steps[0].gender
    assert gender == GenderCheck(None, women=2, men=2, unregistered=0, minimum=2)


@pytest.mark.rule("R-256")
def test_after_a_majority_election_the_first_deputy_of_all_moves_up() -> None:
    one_row = a_council(BY_MAJORITY, groups=[""] * 4, deputies=deputies("", "Rolf Tone"))
    move_up, fill = succession(one_row, LeavesForGood(ANNE, DIED), AFTER).steps
    assert names(move_up) == ["Rolf", "Tone"]
    assert (fill.step, fill.proposer) == (Step.LIST_EXHAUSTED, Proposer.MUNICIPAL_COUNCIL)


@pytest.mark.rule("R-12")
def test_the_day_of_the_event_decides_and_not_the_day_of_the_election() -> None:
    """Elected in September 2019; a member who left on 30 June 2023 and one who left the day after."""
    elected = council(ELECTED, elected_on=date(2019, 9, 9))
    assert steps(succession(elected, LeavesForGood(ANNE, DIED), BEFORE)) == [Step.NEW_ELECTION]
    assert steps(succession(elected, LeavesForGood(ANNE, DIED), AFTER))[0] is Step.MOVE_UP


@pytest.mark.rule("R-12")
def test_what_happened_under_the_act_of_1992_is_archive_only() -> None:
    constituted = Settings(constituted_on=date(2019, 10, 23))
    with pytest.raises(BeforeTheAct):
        succession(council(settings=constituted), LeavesForGood(ANNE, DIED), date(2019, 10, 22))
    assert succession(council(settings=constituted), LeavesForGood(ANNE, DIED), date(2019, 10, 23)).steps


@pytest.mark.rule("R-12")
def test_when_the_constituting_meeting_is_not_known_the_last_lawful_day_is_taken() -> None:
    """The meeting is held by the end of October."""
    assert succession(council(), LeavesForGood(ANNE, DIED), date(2019, 10, 31)).steps
    with pytest.raises(BeforeTheAct) as refused:
        succession(council(), LeavesForGood(ANNE, DIED), date(2019, 10, 30))
    assert refused.value == BeforeTheAct(date(2019, 10, 30), date(2019, 10, 31), "R-12")


# A deputy leaves; too few deputies


@pytest.mark.rule("R-212", "R-256")
@dates
def test_a_deputy_who_leaves_a_directly_elected_council_is_replaced_only_if_that_is_found_necessary(on: date) -> None:
    (proposal,) = succession(council(ELECTED), LeavesForGood(IDA, DIED), on).steps
    assert (proposal.step, proposal.when) == (Step.NEW_SETTLEMENT, When.IF_NECESSARY)
    assert proposal.decider is Decider.ELECTORAL_BOARD


@pytest.mark.rule("R-256", "R-257", "R-258")
@dates
@appointed_kinds
def test_a_deputy_who_leaves_an_appointed_council_is_followed_by_a_new_election(kind: CouncilKind, on: date) -> None:
    """Jon and Kari are left of the group's deputies: three of them are one man and one woman, and either will do."""
    (proposal,) = succession(council(kind), LeavesForGood(IDA, DIED), on).steps
    assert (proposal.step, proposal.decider) == (Step.NEW_ELECTION, Decider.MUNICIPAL_COUNCIL)
    assert (proposal.proposer, proposal.group) == (Proposer.GROUP, "A")
    assert proposal.gender == GenderCheck(None, women=1, men=1, unregistered=0, minimum=1)


@pytest.mark.rule("R-212", "R-256")
@dates
def test_too_few_deputies_in_a_directly_elected_council_lead_to_a_new_settlement(on: date) -> None:
    (proposal,) = succession(council(ELECTED), DeputiesRunShort("A"), on).steps
    assert (proposal.step, proposal.decider) == (Step.NEW_SETTLEMENT, Decider.ELECTORAL_BOARD)


@pytest.mark.rule("R-256", "R-257", "R-258")
@dates
@appointed_kinds
def test_too_few_deputies_in_an_appointed_council_lead_to_a_supplementary_election(kind: CouncilKind, on: date) -> None:
    """Two women and a man are the group's deputies; of four there must be two of each, so a man, if possible."""
    (proposal,) = succession(council(kind), DeputiesRunShort("A"), on).steps
    assert (proposal.step, proposal.decider) == (Step.SUPPLEMENTARY_ELECTION, Decider.MUNICIPAL_COUNCIL)
    assert (proposal.when, proposal.proposer) == (When.MAY, Proposer.GROUP)
    assert proposal.gender == GenderCheck(Gender.MALE, women=2, men=1, unregistered=0, minimum=2)


@pytest.mark.rule("R-256")
def test_a_supplementary_election_can_be_delegated_to_the_executive_board() -> None:
    delegated = council(settings=Settings(delegated_to_executive_board=True))
    assert succession(delegated, DeputiesRunShort("A"), AFTER).steps[0].decider is Decider.EXECUTIVE_BOARD
    assert succession(delegated, LeavesForGood(ANNE, DIED), AFTER).steps[0].decider is Decider.MUNICIPAL_COUNCIL


# Leave


@pytest.mark.rule("R-256", "R-257", "R-258")
@pytest.mark.parametrize(
    ("on", "in_turn", "basis"),
    [(BEFORE, ["Ida", "Jon", "Kari"], "§ 7-10"), (AFTER, [], "§ 7-11")],
    ids=["until 30 June 2023: in order", "from 1 July 2023: a free choice"],
)
@appointed_kinds
def test_for_a_long_leave_from_an_appointed_council_a_substitute_can_be_elected(
    kind: CouncilKind, on: date, in_turn: list[str], basis: str
) -> None:
    """Until one is, and if none is, the deputies attend in order. The balance of the sexes does not bind the choice."""
    substitute, meanwhile = succession(council(kind), three_months(ANNE), on).steps
    assert (substitute.step, substitute.when, substitute.gender) == (Step.SUBSTITUTE, When.MAY, None)
    assert (substitute.decider, substitute.proposer) == (Decider.MUNICIPAL_COUNCIL, Proposer.GROUP)
    assert (names(substitute), substitute.legal_basis) == (in_turn, f"kommuneloven (2018) {basis}")
    assert (meanwhile.step, names(meanwhile)) == (Step.DEPUTIES_IN_ORDER, ["Ida", "Jon", "Kari"])


@pytest.mark.rule("R-256")
def test_for_a_long_leave_from_a_directly_elected_council_deputies_attend_in_order() -> None:
    """Since 1 July 2023 there is no substitute there."""
    (proposal,) = succession(council(ELECTED), three_months(ANNE), AFTER).steps
    assert (proposal.step, names(proposal)) == (Step.DEPUTIES_IN_ORDER, ["Ida", "Jon", "Kari"])
    assert NotOpen(Step.SUBSTITUTE, Reason.NO_SUBSTITUTE_SINCE_JULY_2023) in proposal.not_open


@pytest.mark.rule("R-256")
def test_until_july_2023_a_directly_elected_council_could_have_a_substitute_by_the_order_of_the_deputies() -> None:
    substitute = succession(council(ELECTED), three_months(ANNE), BEFORE).steps[0]
    assert (substitute.step, names(substitute)) == (Step.SUBSTITUTE, ["Ida", "Jon", "Kari"])


@pytest.mark.rule("R-255", "R-256")
@dates
@pytest.mark.parametrize("kind", [APPOINTED, ELECTED], ids=["appointed", "elected"])
def test_for_a_shorter_leave_deputies_attend_in_order(kind: CouncilKind, on: date) -> None:
    """From 1 February to 29 April: a day short of three months."""
    leave = GoesOnLeave(ANNE, date(2023, 2, 1), date(2023, 4, 30))
    (proposal,) = succession(council(kind), leave, on).steps
    assert (proposal.step, names(proposal)) == (Step.DEPUTIES_IN_ORDER, ["Ida", "Jon", "Kari"])
    assert proposal.not_open == (
        NotOpen(Step.SUBSTITUTE, Reason.LEAVE_UNDER_THREE_MONTHS),
        NotOpen(Step.MOVE_UP, Reason.SEAT_IS_KEPT),
        NotOpen(Step.NEW_ELECTION, Reason.SEAT_IS_KEPT),
    )


@pytest.mark.rule("R-256")
@pytest.mark.parametrize(
    ("from_on", "to_on", "expected_long", "long"),
    [
        (date(2023, 2, 1), date(2023, 5, 1), False, True),
        (date(2023, 2, 1), date(2023, 4, 30), True, False),
        (date(2022, 11, 30), date(2023, 2, 28), False, True),
        (date(2022, 11, 30), date(2023, 2, 27), False, False),
        (date(2023, 2, 1), None, True, True),
        (date(2023, 2, 1), None, False, False),
    ],
    ids=[
        "to the end of April",
        "to 29 April, whatever was expected",
        "from the last of November to 27 February",
        "to 26 February",
        "until further notice, expected to be long",
        "until further notice, expected to be short",
    ],
)
def test_what_counts_as_three_months(from_on: date, to_on: date | None, expected_long: bool, long: bool) -> None:
    follows = succession(council(), GoesOnLeave(ANNE, from_on, to_on, expected_long), AFTER)
    assert (Step.SUBSTITUTE in steps(follows)) is long
    assert follows.ends is None


@pytest.mark.rule("R-253")
def test_nobody_comes_back_before_the_leave_is_over() -> None:
    """A leave up to and with 30 April."""
    back = WantsBack(ANNE, leave_to_on=date(2023, 5, 1))
    assert succession(council(), back, date(2023, 4, 30)).reasons == (Reason.LEAVE_NOT_OVER,)
    assert succession(council(), back, date(2023, 5, 1)) == Consequences()


@pytest.mark.rule("R-255")
def test_a_deputy_on_leave_is_passed_over_and_nothing_else_follows() -> None:
    follows = succession(council(), three_months(IDA), AFTER)
    assert follows == Consequences(reasons=(Reason.DEPUTY_IS_PASSED_OVER,))


# Absence, suspension, change of party


@pytest.mark.rule("R-255")
@pytest.mark.parametrize("kind", [APPOINTED, ELECTED], ids=["appointed", "elected"])
def test_for_an_absent_member_the_deputies_of_the_list_are_called_in_order(kind: CouncilKind) -> None:
    assert names(succession(council(kind), IsAbsent(ANNE), AFTER).steps[0]) == ["Ida", "Jon", "Kari"]
    assert names(succession(council(kind), IsAbsent(3), AFTER).steps[0]) == ["Lars"]


@pytest.mark.rule("R-255")
def test_when_the_list_has_no_deputy_it_says_so() -> None:
    (proposal,) = succession(a_council(ELECTED), IsAbsent(ANNE), AFTER).steps
    assert proposal.not_open[0] == NotOpen(Step.DEPUTIES_IN_ORDER, Reason.NO_DEPUTY_LEFT)


@pytest.mark.rule("R-261")
@dates
@pytest.mark.parametrize("kind", [APPOINTED, ELECTED], ids=["appointed", "elected"])
def test_a_suspended_member_keeps_the_seat_and_counts_as_absent(kind: CouncilKind, on: date) -> None:
    follows = succession(council(kind), IsSuspended(ANNE), on)
    assert (follows.ends, steps(follows)) == (None, [Step.DEPUTIES_IN_ORDER])
    assert NotOpen(Step.SUBSTITUTE, Reason.ONLY_FOR_A_LEAVE) in follows.steps[0].not_open


@pytest.mark.rule("R-254")
def test_a_change_of_party_is_no_ground_for_leaving() -> None:
    assert succession(council(), ChangesParty(ANNE), AFTER) == Consequences(reasons=(Reason.SEAT_IS_PERSONAL,))


# The chair


@pytest.mark.rule("R-220", "R-259")
@dates
@pytest.mark.parametrize(
    ("kind", "decider"),
    [(ELECTED, Decider.COUNCIL), (APPOINTED, Decider.MUNICIPAL_COUNCIL)],
    ids=["elected", "appointed"],
)
def test_a_chair_who_leaves_is_followed_by_an_election_and_not_by_the_deputy_chair(
    kind: CouncilKind, decider: Decider, on: date
) -> None:
    (proposal,) = succession(council(kind, chair=ANNE), LeavesOffice(ANNE), on).steps
    assert (proposal.step, proposal.decider, proposal.in_turn) == (Step.NEW_CHAIR, decider, ())
    assert proposal.not_open == (NotOpen(Step.DEPUTY_CHAIR_LEADS, Reason.DEPUTY_CHAIR_DOES_NOT_SUCCEED),)


@pytest.mark.rule("R-259")
def test_a_deputy_chair_who_leaves_is_followed_by_an_election_too() -> None:
    assert steps(succession(council(chair=ANNE), LeavesOffice(BERIT), AFTER)) == [Step.NEW_DEPUTY_CHAIR]


@pytest.mark.rule("R-259", "R-260")
def test_when_a_deputy_moves_up_into_the_chairs_seat_a_new_chair_is_elected_as_well() -> None:
    follows = succession(council(ELECTED, chair=ANNE), LeavesForGood(ANNE, DIED), AFTER)
    assert steps(follows) == [Step.MOVE_UP, Step.NEW_SETTLEMENT, Step.NEW_CHAIR]


@pytest.mark.rule("R-281")
def test_while_the_chair_is_away_the_deputy_chair_leads() -> None:
    follows = succession(council(ELECTED, chair=ANNE), IsAbsent(ANNE), AFTER)
    assert steps(follows) == [Step.DEPUTIES_IN_ORDER, Step.DEPUTY_CHAIR_LEADS]
    assert follows.steps[-1].person_id == BERIT


@pytest.mark.rule("R-281")
def test_nobody_leads_in_the_chairs_place_for_an_ordinary_member_or_where_there_is_no_deputy_chair() -> None:
    """Carl is an ordinary member; in the second council Dag, the last, is chair and nobody is deputy chair."""
    assert steps(succession(council(ELECTED, chair=ANNE), IsAbsent(CARL), AFTER)) == [Step.DEPUTIES_IN_ORDER]
    assert steps(succession(council(ELECTED, chair=DAG), IsAbsent(DAG), AFTER)) == [Step.DEPUTIES_IN_ORDER]


# New settlement


@pytest.mark.rule("R-212", "R-260")
@pytest.mark.parametrize(
    ("elected_on", "basis"),
    [
        (date(2023, 9, 11), "valgloven (2002) § 14-2"),
        (date(2023, 9, 12), "valgloven (2023) § 19-2"),
        (date(2027, 9, 13), "valgloven (2023) § 19-2"),
    ],
)
def test_a_list_without_deputies_has_a_new_settlement_by_the_act_of_its_election(elected_on: date, basis: str) -> None:
    """Anne and Berit of list A sit; Mona is its next candidate, and Nils the one after."""
    candidates = (RankedDeputy(BERIT, "Berit", "A", 1), *deputies("A", "Mona Nils", first_id=300)[::-1])
    elected = a_council(ELECTED, candidates=candidates, elected_on=elected_on)
    (proposal,) = succession(elected, LeavesForGood(ANNE, DIED), AFTER).steps
    assert (proposal.step, proposal.when, proposal.legal_basis) == (Step.NEW_SETTLEMENT, When.MUST, basis)
    assert names(proposal) == ["Mona", "Nils"]


@pytest.mark.rule("R-212", "R-213")
@pytest.mark.parametrize(("elected_on", "consent"), [(date(2023, 9, 11), False), (date(2027, 9, 13), True)])
def test_when_a_list_has_nobody_left_its_group_names_a_person(elected_on: date, consent: bool) -> None:
    """The act of 2023 asks the person's consent. With nobody named the board chooses; no seat is moved by itself."""
    elected = a_council(ELECTED, candidates=(), elected_on=elected_on)
    named, left_open = succession(elected, LeavesForGood(ANNE, DIED), AFTER).steps
    assert (named.step, named.proposer, named.consent) == (Step.LIST_EXHAUSTED, Proposer.GROUP, consent)
    assert (left_open.step, left_open.decider) == (Step.EMPTY_OR_OTHER_LIST, Decider.ELECTORAL_BOARD)


# Refusals


@pytest.mark.parametrize(
    "event",
    [LeavesForGood(99, DIED), IsAbsent(99), LeavesOffice(99), ChangesParty(99), three_months(99)],
    ids=lambda event: type(event).__name__,
)
@pytest.mark.rule("R-262")
def test_what_happens_to_someone_outside_the_council_is_refused(event: LeavesForGood) -> None:
    with pytest.raises(NotInCouncil):
        succession(council(), event, AFTER)
