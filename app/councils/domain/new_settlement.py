"""The next candidate of a list, by the votes of the election and without moving any seat.

Done by the electoral board when the mayor, told by the council's chair, asks for it.

Law: valgloven (2002) § 14-2; valgloven (2023) § 19-2.
Rules: R-212, R-213.
"""

from datetime import date

from app.councils.domain.basis import ElectedBy
from app.councils.domain.proposals import Decider, Proposal, Proposer, Step, When
from app.councils.domain.sitting_council import SittingCouncil

LAST_ELECTION_BY_THE_ACT_OF_2002 = date(2023, 9, 11)


def by_the_act_of_2002(council: SittingCouncil) -> bool:
    """Whether the election was held under the act of 2002, which also settles it anew."""
    return council.elected_on <= LAST_ELECTION_BY_THE_ACT_OF_2002


def new_settlement(council: SittingCouncil, group: str, when: When) -> tuple[Proposal, ...]:
    """Who comes in by a new settlement: the list's next candidate, who goes last among the deputies.

    When the list has nobody left, its group names a person for the place: by the act of 2002 outright, by that of 2023
    as a proposal to which the person consents. If nobody is named, the electoral board chooses between an empty place
    and the other lists; no seat is moved by itself. After an election by majority the municipal council names the
    person.

    Law: valgloven (2002) § 14-2; valgloven (2023) § 19-2.
    Rules: R-212, R-213.
    """
    if council.kind.elected_by is ElectedBy.MAJORITY:
        return (_named(council, group, when, Proposer.MUNICIPAL_COUNCIL),)
    if council.candidates is not None and not council.next_candidates(group):
        left_open = Proposal(
            Step.EMPTY_OR_OTHER_LIST, Decider.ELECTORAL_BOARD, _basis(council), ("R-213",), When.IF_NECESSARY, group
        )
        return _named(council, group, when, Proposer.GROUP), left_open
    in_turn = council.next_candidates(group)
    return (
        Proposal(
            Step.NEW_SETTLEMENT, Decider.ELECTORAL_BOARD, _basis(council), ("R-212",), when, group, in_turn=in_turn
        ),
    )


def _named(council: SittingCouncil, group: str, when: When, proposer: Proposer) -> Proposal:
    """Rules: R-212."""
    return Proposal(
        Step.LIST_EXHAUSTED,
        Decider.ELECTORAL_BOARD,
        _basis(council),
        ("R-212",),
        when,
        group,
        proposer=proposer,
        consent=not by_the_act_of_2002(council),
    )


def _basis(council: SittingCouncil) -> str:
    return "valgloven (2002) § 14-2" if by_the_act_of_2002(council) else "valgloven (2023) § 19-2"
