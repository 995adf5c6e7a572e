"""A list proposal as values: who puts it up, under which heading, with which candidates, signed by whom.

Names stand as they were typed from the paper. A position is the number in front of the name, from 1.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.councils.domain.several_districts import MultiDistrictCandidacy
from app.elections.domain.election import RuleSetName


class ProposerKind(StrEnum):
    """Who puts the list up; it decides whose signatures are needed (R-57)."""

    REGISTERED_PARTY = "registered_party"
    PARTY_WITHOUT_BRANCH = "party_without_branch"
    GROUP = "group"
    JOINT = "joint"


PARTIES = frozenset({ProposerKind.REGISTERED_PARTY, ProposerKind.PARTY_WITHOUT_BRANCH})
"""The kinds that stand under a registered party's name."""


class Answer(StrEnum):
    """What has been found out about one condition of eligibility for one candidate.

    ``DECLARED``: not yet fulfilled, but the candidate has declared that it will be (R-59). ``DECLARATION_MISSING``: not
    yet fulfilled, and no declaration has come.
    """

    UNKNOWN = "unknown"
    FULFILLED = "fulfilled"
    DECLARED = "declared"
    DECLARATION_MISSING = "declaration_missing"
    NOT_FULFILLED = "not_fulfilled"


class Condition(StrEnum):
    """The conditions a person answers for each candidate, with a source (R-35 to R-40)."""

    VOTING_RIGHT = "voting_right"
    RESIDENT = "resident"
    NO_EXCLUDED_POSITION = "no_excluded_position"
    NOT_IN_CONTROL_COMMITTEE = "not_in_control_committee"


class Reply(StrEnum):
    """What a candidate has answered to being listed. No answer means standing (R-42)."""

    NONE = "none"
    ACCEPTED = "accepted"
    DECLINED = "declined"


class BoardStatement(StrEnum):
    """What a party's national board has stated when it is unclear who stands for the party here (R-53)."""

    NONE = "none"
    FOR_THIS_LIST = "for_this_list"
    AGAINST_THIS_LIST = "against_this_list"


class SignerRole(StrEnum):
    """What a signer is named as on a list under the act of 2002; under that of 2023 the order decides (R-60)."""

    SIGNER = "signer"
    REPRESENTATIVE = "representative"
    DEPUTY = "deputy"
    COMMITTEE = "committee"


@dataclass(frozen=True, slots=True)
class ProposedCandidate:
    """One name on a proposal. Texts that were not given are empty."""

    position: int
    first_name: str
    last_name: str
    birth_year: int | None = None
    profession: str = ""
    residence: str = ""
    group: str = ""
    bonus: bool = False
    birth_date: date | None = None
    answers: tuple[tuple[Condition, Answer], ...] = ()
    told: bool = False
    reply: Reply = Reply.NONE

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}".strip()

    def answer(self, condition: Condition) -> Answer:
        """What has been found out about a condition."""
        return dict(self.answers).get(condition, Answer.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Signer:
    """One who has signed, in the order of the paper. ``entitled``: whether the roll gives the right to vote; None while
    it has not been looked up."""

    name: str
    birth_date: date | None = None
    address: str = ""
    board_member: bool = False
    entitled: bool | None = None
    role: SignerRole = SignerRole.SIGNER


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposal with all that is on the paper. ``key`` tells proposals apart; ``received_at`` is to the second."""

    key: int
    contest: str
    district: str
    heading: str
    kind: ProposerKind
    candidates: tuple[ProposedCandidate, ...]
    signers: tuple[Signer, ...] = ()
    received_at: datetime | None = None
    board_statement: BoardStatement = BoardStatement.NONE


class BonusEvenSize(StrEnum):
    """Which band 24 and 54 seats belong to (R-56)."""

    LOWER = "lower"
    UPPER = "upper"


class PartyWithoutBranch(StrEnum):
    """What a registered party without a local branch needs (R-57)."""

    SIGNATURES = "signatures"
    BOARD = "board"


class Scope(StrEnum):
    """Where somebody must have the right to vote, or live."""

    MUNICIPALITY = "municipality"
    DISTRICT = "district"


class BonusFollows(StrEnum):
    """What the bonus belongs to when a candidate who had it is struck (R-65)."""

    LIST = "list_decides"
    PLACE = "place"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class ListSettings:
    """The settings of the register that proposals are judged by, at their defaults; locked at the list deadline."""

    bonus_max_small: int = 0
    bonus_even_size: BonusEvenSize = BonusEvenSize.LOWER
    party_without_branch: PartyWithoutBranch = PartyWithoutBranch.SIGNATURES
    board_signer_scope: Scope = Scope.MUNICIPALITY
    residence_restriction: bool = False
    multi_district_candidacy: MultiDistrictCandidacy = MultiDistrictCandidacy.WARN
    bonus_follows: BonusFollows = BonusFollows.LIST


@dataclass(frozen=True, slots=True)
class ListRules:
    """What a proposal in one district is judged by. ``closes_at`` is the last moment of the list deadline.

    ``has_decision_power``: powers are delegated to the council, so that R-40 is asked of the candidates.
    """

    rule_set: RuleSetName
    seats: int
    closes_at: datetime
    settings: ListSettings = ListSettings()
    has_decision_power: bool = False


def in_order(candidates: Sequence[ProposedCandidate]) -> tuple[ProposedCandidate, ...]:
    """The candidates by position; equals in the order they were typed."""
    return tuple(sorted(candidates, key=lambda each: each.position))
