"""Where a list proposal stands, and the moves it can make. What the table does not name cannot happen."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.core.errors import DomainError
from app.elections.domain.states import MoveNotAllowed


class ListProposalState(StrEnum):
    """How far a list proposal has come."""

    DRAFT = "draft"
    RECEIVED = "received"
    DEFECTS_NOTIFIED = "defects_notified"
    CORRECTED = "corrected"
    APPROVED = "approved"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


_S = ListProposalState

LIST_PROPOSAL_MOVES: Mapping[ListProposalState, tuple[ListProposalState, ...]] = {
    _S.DRAFT: (_S.RECEIVED,),
    _S.RECEIVED: (_S.DEFECTS_NOTIFIED, _S.APPROVED, _S.REJECTED, _S.WITHDRAWN),
    _S.DEFECTS_NOTIFIED: (_S.CORRECTED, _S.REJECTED, _S.WITHDRAWN),
    _S.CORRECTED: (_S.DEFECTS_NOTIFIED, _S.APPROVED, _S.REJECTED, _S.WITHDRAWN),
    _S.APPROVED: (),
    _S.REJECTED: (),
    _S.WITHDRAWN: (),
}

DECIDED = frozenset({_S.APPROVED, _S.REJECTED, _S.WITHDRAWN})
"""The electoral board has spoken; nothing in the proposal changes any more (R-66)."""


def list_proposal_moves(from_state: ListProposalState, to_state: ListProposalState) -> ListProposalState:
    """The proposal's new state; a move that is not in the table is refused (``MoveNotAllowed``).

    Law: valgloven (2002) § 6-6; valgloven (2023) §§ 5-9, 5-10, 5-11.
    Rules: R-62, R-66.
    """
    if to_state not in LIST_PROPOSAL_MOVES[from_state]:
        raise MoveNotAllowed(from_state, to_state, LIST_PROPOSAL_MOVES[from_state])
    return to_state


@dataclass(unsafe_hash=True)
class ProposalDecided(DomainError):
    """The electoral board has decided on the proposal: nothing in it changes any more."""

    state: ListProposalState
    rule: str = "R-66"


def require_undecided(state: ListProposalState) -> None:
    """Refuse to change what has been decided.

    Law: valgloven (2002) § 6-6; valgloven (2023) § 5-9.
    Rules: R-66.
    """
    if state in DECIDED:
        raise ProposalDecided(state)


def all_decided(states: Iterable[ListProposalState]) -> bool:
    """Whether every proposal is approved, rejected or withdrawn; where none came in, there is nothing left to decide.

    Law: valgloven (2002) § 6-6; valgloven (2023) § 5-9.
    Rules: R-66, R-67.
    """
    return all(state in DECIDED for state in states)
