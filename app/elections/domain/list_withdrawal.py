"""Withdrawal of a list: by its committee, and until when."""

from dataclasses import dataclass
from datetime import datetime

from app.core.errors import DomainError
from app.elections.domain.election import RuleSetName


@dataclass(unsafe_hash=True)
class WithdrawalTooLate(DomainError):
    """The withdrawal came after the deadline of the act of 2002."""

    received_at: datetime
    closes_at: datetime
    rule: str = "R-64"


@dataclass(unsafe_hash=True)
class NotByCommittee(DomainError):
    """Only the committee of the list can withdraw it."""

    rule: str = "R-64"


def require_withdrawable(
    rule_set: RuleSetName, received_at: datetime, closes_at: datetime | None, *, by_committee: bool
) -> None:
    """Refuse a withdrawal that is not the committee's or, under the act of 2002, is late; at the stroke it is in time.

    Under the act of 2023 a list can be withdrawn until it is approved, which the states see to.

    Law: valgloven (2002) § 6-5; valgloven (2023) § 5-8.
    Rules: R-64.
    """
    if not by_committee:
        raise NotByCommittee
    if rule_set is RuleSetName.VALGLOVEN_2002 and closes_at and received_at > closes_at:
        raise WithdrawalTooLate(received_at, closes_at)
