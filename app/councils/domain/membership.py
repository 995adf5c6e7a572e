"""The dated facts of membership: who sat in which seat, who was whose deputy, who led, who was away, and why.

Every spell runs from ``from_on`` up to, but not with, ``to_on``, and ``to_on`` is None while it lasts: a spell whose
last day is a meeting day has the day after as its ``to_on``. A person may have any number of spells.

Law: kommuneloven (2018) §§ 5-7, 5-8, 7-9, 7-10, 7-11, 7-12.
Rules: R-253, R-254, R-259, R-261, R-262.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Cause(StrEnum):
    """Why a spell in a seat or a deputy's place begins.

    ELECTED: by the voters of the district. APPOINTED: by the municipal council. MOVED_UP (*opprykk*): a deputy by law.
    NEW_ELECTION (*nyvalg*): a new member or deputy elected by the municipal council. SUPPLEMENTARY_ELECTION
    (*suppleringsvalg*): one more deputy, last in the order. SUBSTITUTE (*settemedlem*): for as long as the holder is on
    leave, who keeps the seat meanwhile. NEW_SETTLEMENT: by the votes of the election, in the term. RETURNED: within two
    years of moving out of the municipality.
    """

    ELECTED = "elected"
    APPOINTED = "appointed"
    MOVED_UP = "moved_up"
    NEW_ELECTION = "new_election"
    SUPPLEMENTARY_ELECTION = "supplementary_election"
    SUBSTITUTE = "substitute"
    NEW_SETTLEMENT = "new_settlement"
    RETURNED = "returned"


class EndCause(StrEnum):
    """Why a spell ends.

    RELEASED: from the rest of the term, on application. MOVED_UP: a deputy who became a member. STEPPED_BACK: a
    replacement who gives way to one who returns. CHAIR_CHANGED: an office that another took over. LEAVE_ENDED: a
    substitute whose holder is back. CORRECTED: what had been recorded was wrong.
    """

    TERM_ENDED = "term_ended"
    RELEASED = "released"
    MOVED_OUT = "moved_out"
    LOST_ELIGIBILITY = "lost_eligibility"
    DIED = "died"
    MOVED_UP = "moved_up"
    STEPPED_BACK = "stepped_back"
    COUNCIL_ABOLISHED = "council_abolished"
    CHAIR_CHANGED = "chair_changed"
    LEAVE_ENDED = "leave_ended"
    CORRECTED = "corrected"


class Role(StrEnum):
    """An office in the council. One who has it is a member all the while."""

    CHAIR = "chair"
    DEPUTY_CHAIR = "deputy_chair"


@dataclass(frozen=True, slots=True)
class SeatSpell:
    """A person's time in a seat. ``list_code`` is the list or group the seat was won by; it never changes.

    ``decision_reference`` is the case number of the decision; ``legal_basis`` names the paragraph.
    """

    seat: int
    person_id: int
    from_on: date
    to_on: date | None
    cause: Cause
    list_code: str = ""
    end_cause: EndCause | None = None
    decision_reference: str = ""
    legal_basis: str = ""


@dataclass(frozen=True, slots=True)
class DeputySpell:
    """A person's time as deputy number ``rank``, from 1, of a list or group; of the council when there are none."""

    person_id: int
    list_code: str
    rank: int
    from_on: date
    to_on: date | None
    cause: Cause
    end_cause: EndCause | None = None
    decision_reference: str = ""
    legal_basis: str = ""


@dataclass(frozen=True, slots=True)
class RoleSpell:
    """A member's time as chair or deputy chair."""

    person_id: int
    role: Role
    from_on: date
    to_on: date | None
    end_cause: EndCause | None = None
    decision_reference: str = ""


@dataclass(frozen=True, slots=True)
class LeaveSpell:
    """A temporary exemption, granted by the municipal council: the person keeps the seat, or the deputy's place.

    Law: kommuneloven (2018) § 7-9.
    Rules: R-253.
    """

    person_id: int
    from_on: date
    to_on: date | None
    decision_reference: str = ""


@dataclass(frozen=True, slots=True)
class SuspensionSpell:
    """A suspension by the municipal council itself, until final judgment: the person counts as absent.

    Law: kommuneloven (2018) § 7-12; until 30 June 2023 § 7-11.
    Rules: R-261.
    """

    person_id: int
    from_on: date
    to_on: date | None
    decision_reference: str = ""


@dataclass(frozen=True, slots=True)
class GroupAffiliation:
    """The group a person belongs to at present. The list one was elected for stands in the seat spell.

    Rules: R-254.
    """

    person_id: int
    group_name: str
    from_on: date
    to_on: date | None
