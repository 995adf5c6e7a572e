"""The offices of chair and deputy chair when the one who has them leaves, or is away.

Law: kommuneloven (2018) §§ 5-7, 5-8, 7-10, 11-2.
Rules: R-220, R-259, R-281.
"""

from app.councils.domain.basis import CouncilBasis
from app.councils.domain.membership import Role
from app.councils.domain.proposals import Decider, NotOpen, Proposal, Reason, Step
from app.councils.domain.sitting_council import Member, SittingCouncil


def vacant_office(council: SittingCouncil, role: Role | None) -> tuple[Proposal, ...]:
    """A new chair must be elected when the chair leaves; the deputy chair does not become chair. So too the other way.

    A directly elected council elects its own; for an appointed one the municipal council does, and cannot leave the
    choice to the body. It is needed also when a deputy has moved up into the seat: the office does not follow the seat.

    Law: kommuneloven (2018) §§ 5-7, 5-8, 7-10.
    Rules: R-220, R-259.
    """
    if role is None:
        return ()
    chair = role is Role.CHAIR
    directly = council.kind.basis is CouncilBasis.DIRECTLY_ELECTED
    return (
        Proposal(
            Step.NEW_CHAIR if chair else Step.NEW_DEPUTY_CHAIR,
            Decider.COUNCIL if directly else Decider.MUNICIPAL_COUNCIL,
            "kommuneloven (2018) § 7-10",
            ("R-259",),
            not_open=(NotOpen(Step.DEPUTY_CHAIR_LEADS, Reason.DEPUTY_CHAIR_DOES_NOT_SUCCEED),) if chair else (),
        ),
    )


def while_away(council: SittingCouncil, member: Member) -> tuple[Proposal, ...]:
    """The deputy chair leads while the chair is on leave, absent or suspended. Nothing else changes hands.

    Law: kommuneloven (2018) § 11-2.
    Rules: R-281.
    """
    deputy_chair = next((each for each in council.members if each.role is Role.DEPUTY_CHAIR), None)
    if member.role is not Role.CHAIR or deputy_chair is None:
        return ()
    return (
        Proposal(
            Step.DEPUTY_CHAIR_LEADS,
            Decider.LAW,
            "kommuneloven (2018) § 11-2",
            ("R-281",),
            person_id=deputy_chair.person_id,
        ),
    )
