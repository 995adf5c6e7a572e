"""The acts on list proposals that go into the audit trail, named in the past. Signers are counted, never named."""

from dataclasses import dataclass
from typing import ClassVar

from app.audit.services import Event


@dataclass(frozen=True, slots=True)
class ListProposalEvent(Event):
    """The parent of these events: all are about one proposal, ``2027/fana/A``."""

    object_kind: ClassVar[str] = "list_proposal"


@dataclass(frozen=True, slots=True)
class ListProposalBegun(ListProposalEvent):
    """Somebody began to type a proposal."""

    heading: str
    kind: str


@dataclass(frozen=True, slots=True)
class ListProposalDiscarded(ListProposalEvent):
    """A draft that was never received was thrown away."""

    heading: str


@dataclass(frozen=True, slots=True)
class ListHeadingChanged(ListProposalEvent):
    """The heading, the code, who puts the list up, how they are reached, or what the national board has stated."""

    before: dict[str, str]
    code: str
    heading: str
    kind: str
    board_statement: str
    statement_source: str


@dataclass(frozen=True, slots=True)
class ListProposalReceived(ListProposalEvent):
    """The proposal reached the municipality, to the second (R-50)."""

    received_at: str
    late: bool


@dataclass(frozen=True, slots=True)
class ListCandidatesChanged(ListProposalEvent):
    """The candidates were typed, pasted or put in another order."""

    version: int
    candidates: list[str]


@dataclass(frozen=True, slots=True)
class ListSignersChanged(ListProposalEvent):
    """Signatures were typed or looked up."""

    signers: int
    entitled: int


@dataclass(frozen=True, slots=True)
class EligibilityAnswered(ListProposalEvent):
    """What was found out about candidates, from which source."""

    source: str
    answers: dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class ListAttachmentKept(ListProposalEvent):
    """A paper that came with the proposal was kept."""

    description: str
    sha256: str


@dataclass(frozen=True, slots=True)
class ListDefectsNotified(ListProposalEvent):
    """The representative was told of defects (R-62)."""

    version: int
    checks: list[str]
    respond_by: str


@dataclass(frozen=True, slots=True)
class ListCorrected(ListProposalEvent):
    """A corrected version came in."""

    received_at: str


@dataclass(frozen=True, slots=True)
class CandidatesTold(ListProposalEvent):
    """Candidates were told that they are listed and may decline (R-61)."""

    positions: list[int]


@dataclass(frozen=True, slots=True)
class CandidateReplied(ListProposalEvent):
    """A candidate answered."""

    name: str
    reply: str
    replied_on: str


@dataclass(frozen=True, slots=True)
class CandidateStruck(ListProposalEvent):
    """A candidate was struck, and what the list did with the place (R-65)."""

    name: str
    replacement: str
    new: str
    version: int
    reason: str


@dataclass(frozen=True, slots=True)
class ListWithdrawalReceived(ListProposalEvent):
    """The committee has asked to withdraw the list (R-64)."""

    received_at: str


@dataclass(frozen=True, slots=True)
class ListProposalDecided(ListProposalEvent):
    """The electoral board decided on the proposal (R-66)."""

    before: dict[str, str]
    state: str
    case_number: str
    judged: list[str]
    reason: str


@dataclass(frozen=True, slots=True)
class ListWithdrawalRefused(ListProposalEvent):
    """The electoral board did not approve the withdrawal (R-64)."""

    case_number: str
    reason: str


@dataclass(frozen=True, slots=True)
class ListsAnnounced(Event):
    """The headings of a contest's approved lists were announced (R-66)."""

    object_kind: ClassVar[str] = "contest"
    announced_on: str
    headings: list[str]


@dataclass(frozen=True, slots=True)
class ListDeadlineExtended(Event):
    """The municipal council gave a contest a later list deadline (R-24)."""

    object_kind: ClassVar[str] = "contest"
    before: dict[str, str | None]
    until: str
    decided_on: str
    reference: str


@dataclass(frozen=True, slots=True)
class SignersForgotten(Event):
    """The signatures of an election's proposals were removed; how many there were."""

    object_kind: ClassVar[str] = "election"
    proposals: int
    signers: int
