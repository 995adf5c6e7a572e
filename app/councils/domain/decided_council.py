"""What was decided for one council, whole, as it was shown when the decision was made.

Law: kommuneloven (2018) §§ 7-4, 7-6, 7-7, 7-8.
Rules: R-224, R-225, R-229, R-230, R-234.
"""

from dataclasses import dataclass

from app.councils.domain.agreed_election import Nomination, Unanimity
from app.councils.domain.group_lists import GroupList
from app.councils.domain.majority_of_chair import ChairElected
from app.councils.domain.membership import Role
from app.councils.domain.prepared_council import OfficerVote, Prepared, election, officer_elected, outcome
from app.councils.domain.proportional_election import Method, ProportionalElection
from app.councils.domain.seat_targets import SeatTarget
from app.councils.domain.takeover import ElectionOutcome


@dataclass(frozen=True, slots=True)
class OfficerElected:
    """An office: the rounds held, and who they elected."""

    role: Role
    vote: OfficerVote
    elected: ChairElected


@dataclass(frozen=True, slots=True)
class DecidedCouncil:
    """Every step: by agreement the nomination and both votes, or else the lists and the whole proportional election.

    ``target`` is what the district's own votes gave, when they were known; it bound nobody (R-234).
    """

    council: str
    seats: int
    method: Method
    exception: str
    nomination: Nomination | None
    unanimity: Unanimity | None
    lists: tuple[GroupList, ...]
    election: ProportionalElection | None
    officers: tuple[OfficerElected, ...]
    outcome: ElectionOutcome
    target: SeatTarget | None


def decided(prepared: Prepared, target: SeatTarget | None) -> DecidedCouncil | None:
    """What is prepared, as a decision; None when it does not yet say who is elected.

    Rules: R-224, R-229, R-230.
    """
    elected = outcome(prepared)
    if elected is None or prepared.method is None:
        return None
    agreed = prepared.method is Method.AGREED
    held = None if agreed else election(prepared)
    return DecidedCouncil(
        prepared.council,
        prepared.seats,
        prepared.method,
        prepared.exception,
        prepared.nomination if agreed else None,
        prepared.unanimity if agreed else None,
        () if agreed else prepared.lists,
        held if isinstance(held, ProportionalElection) else None,
        tuple(_officers(prepared)),
        elected,
        target,
    )


def _officers(prepared: Prepared) -> list[OfficerElected]:
    """Rules: R-230."""
    held = [(role, vote, officer_elected(prepared, role)) for role, vote in prepared.officers]
    return [OfficerElected(role, vote, won) for role, vote, won in held if isinstance(won, ChairElected)]
