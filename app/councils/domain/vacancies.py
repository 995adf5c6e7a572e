"""Who takes a place that falls vacant for the rest of the term, in each kind of council and at each time.

Law: kommuneloven (2018) § 7-10; valgloven (2002) § 14-2; valgloven (2023) § 19-2.
Rules: R-212, R-256, R-257, R-258, R-260.
"""

from collections.abc import Sequence
from datetime import date

from app.councils.domain.basis import CouncilBasis, ElectedBy
from app.councils.domain.gender import Gender
from app.councils.domain.gender_balance import minimum_of_each, short_in_replacement
from app.councils.domain.law_versions import AMENDED_ON
from app.councils.domain.new_settlement import new_settlement
from app.councils.domain.proposals import Decider, GenderCheck, NotOpen, Proposal, Proposer, Reason, Step, When
from app.councils.domain.sitting_council import Member, RankedDeputy, SittingCouncil

BASIS = "kommuneloven (2018) § 7-10"
NEVER_A_SUBSTITUTE = NotOpen(Step.SUBSTITUTE, Reason.ONLY_FOR_A_LEAVE)


def vacant_seat(council: SittingCouncil, member: Member, on: date) -> tuple[Proposal, ...]:
    """How the seat of a member who leaves for good on this day is filled.

    Directly elected, from 1 July 2023: the deputies of the same list move up in order; when there is none, a new
    settlement; then the deputies are filled up, if that is needed. Majority-elected the same, in the one row of all.
    Appointed, and directly elected before that day: the municipal council elects a new member of the same group, and
    deputies do not move up.

    Law: kommuneloven (2018) § 7-10 (2), (3).
    Rules: R-256, R-260.
    """
    if council.kind.basis is CouncilBasis.APPOINTED or on < AMENDED_ON:
        return (new_election_of_member(council, member),)
    in_turn = council.deputies_of(member.group)
    if not in_turn:
        return new_settlement(council, member.group, When.MUST)
    not_open = (NotOpen(Step.NEW_ELECTION, Reason.DEPUTIES_MOVE_UP_BY_LAW), NEVER_A_SUBSTITUTE)
    move_up = Proposal(
        Step.MOVE_UP,
        Decider.LAW,
        f"{BASIS} (2)",
        ("R-256", "R-260"),
        group=member.group,
        in_turn=in_turn,
        not_open=not_open,
    )
    return move_up, *new_settlement(council, member.group, When.IF_NECESSARY)


def new_election_of_member(council: SittingCouncil, member: Member) -> Proposal:
    """The *nyvalg* of one member from the group that held the seat, which may itself propose who it is to be.

    If one sex would fall under forty per cent of the body's members, one of that sex is elected, so far as possible.

    Law: kommuneloven (2018) § 7-10.
    Rules: R-256, R-257, R-258.
    """
    appointed = council.kind.basis is CouncilBasis.APPOINTED
    reason = Reason.APPOINTED_DEPUTIES_DO_NOT_MOVE_UP if appointed else Reason.NO_MOVING_UP_BEFORE_JULY_2023
    unsettled = (NotOpen(Step.NEW_SETTLEMENT, Reason.NO_ELECTION_TO_SETTLE_ANEW),) if appointed else ()
    others = [each.gender for each in council.members if each.person_id != member.person_id]
    return Proposal(
        Step.NEW_ELECTION,
        Decider.MUNICIPAL_COUNCIL,
        BASIS,
        ("R-256", "R-257", "R-258"),
        group=member.group,
        proposer=proposer(council),
        gender=gender_check(others),
        not_open=(NotOpen(Step.MOVE_UP, reason), *unsettled, NEVER_A_SUBSTITUTE),
    )


def vacant_deputy_place(council: SittingCouncil, deputy: RankedDeputy) -> tuple[Proposal, ...]:
    """How the place of a deputy who leaves for good is filled.

    Directly elected: a new settlement, only if that is found necessary. Appointed: a new election of a deputy.

    Law: kommuneloven (2018) § 7-10; valgloven (2002) § 14-2; valgloven (2023) § 19-2.
    Rules: R-256, R-257, R-258.
    """
    if council.kind.basis is CouncilBasis.DIRECTLY_ELECTED:
        return new_settlement(council, deputy.group, When.IF_NECESSARY)
    others = [each.gender for each in council.deputies_of(deputy.group) if each.person_id != deputy.person_id]
    return (
        Proposal(
            Step.NEW_ELECTION,
            Decider.MUNICIPAL_COUNCIL,
            BASIS,
            ("R-256", "R-257", "R-258"),
            group=deputy.group,
            proposer=proposer(council),
            gender=gender_check(others),
            not_open=(NotOpen(Step.NEW_SETTLEMENT, Reason.NO_ELECTION_TO_SETTLE_ANEW),),
        ),
    )


def too_few_deputies(council: SittingCouncil, group: str, places: int = 1) -> tuple[Proposal, ...]:
    """What can be done when a list or group has too few deputies left. New ones stand last in the order.

    Directly elected: a new settlement. Appointed: a supplementary election of as many deputies as ``places``, a step
    for each in the order they are to stand, by the executive board if that is delegated to it.

    Law: kommuneloven (2018) § 7-10; valgloven (2002) § 14-2; valgloven (2023) § 19-2.
    Rules: R-256, R-257, R-258.
    """
    if council.kind.basis is CouncilBasis.DIRECTLY_ELECTED:
        return new_settlement(council, group, When.IF_NECESSARY)
    delegated = council.settings.delegated_to_executive_board
    one = Proposal(
        Step.SUPPLEMENTARY_ELECTION,
        Decider.EXECUTIVE_BOARD if delegated else Decider.MUNICIPAL_COUNCIL,
        BASIS,
        ("R-256", "R-257", "R-258"),
        When.MAY,
        group,
        proposer=proposer(council),
        gender=gender_check([each.gender for each in council.deputies_of(group)]),
        not_open=(NotOpen(Step.NEW_SETTLEMENT, Reason.NO_ELECTION_TO_SETTLE_ANEW),),
    )
    return (one,) * places


def proposer(council: SittingCouncil) -> Proposer | None:
    """Who may name the person: the group whose place it is; nobody in a council without lists or groups.

    Law: kommuneloven (2018) §§ 7-10, 7-11.
    Rules: R-257.
    """
    return None if council.kind.elected_by is ElectedBy.MAJORITY else Proposer.GROUP


def with_elected(check: GenderCheck, elected: Sequence[Gender | None]) -> GenderCheck:
    """The check for the next deputy of one supplementary election, when these have been elected before that one.

    Law: kommuneloven (2018) § 7-10.
    Rules: R-258.
    """
    women, men = [Gender.FEMALE] * check.women, [Gender.MALE] * check.men
    return gender_check([*women, *men, *[None] * check.unregistered, *elected])


def gender_check(others: Sequence[Gender | None]) -> GenderCheck:
    """The balance among the others, and the sex that the new one should be of.

    Law: kommuneloven (2018) § 7-10.
    Rules: R-258.
    """
    return GenderCheck(
        short_in_replacement(others),
        women=list(others).count(Gender.FEMALE),
        men=list(others).count(Gender.MALE),
        unregistered=list(others).count(None),
        minimum=minimum_of_each(len(others) + 1),
    )
