"""How the minutes are approved: in the next meeting, or by signatories whom the council has chosen.

Law: kommuneloven (2018) §§ 11-4, 11-12.
Rules: R-300, R-301.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.core.errors import DomainError


class ApprovalMethod(StrEnum):
    """The setting ``minutes_approval``: what the council's rules of procedure say, at its default first.

    Law: kommuneloven (2018) §§ 5-13, 11-12.
    Rules: R-300, R-301.
    """

    NEXT_MEETING = "next_meeting"
    SIGNATORIES = "signatories"


@dataclass(frozen=True, slots=True)
class Approved:
    """Minutes that are approved: how, when, by whose signatures or in which meeting."""

    method: ApprovalMethod
    on: date
    signed_by: tuple[int, ...] = ()


@dataclass(unsafe_hash=True)
class SignaturesMissing(DomainError):
    """Those who have not signed yet."""

    missing: tuple[int, ...]
    rule: str = "R-300"


@dataclass(unsafe_hash=True)
class NoSignatories(DomainError):
    """The council has chosen nobody to sign."""

    rule: str = "R-300"


@dataclass(unsafe_hash=True)
class NotLaterMeeting(DomainError):
    """The minutes are approved in a later meeting than their own."""

    meeting_on: date
    approved_on: date
    rule: str = "R-300"


def approve_in_meeting(meeting_on: date, approved_on: date, *, vote_adopted: bool) -> Approved | None:
    """The approval by vote in a later meeting of the council; None when the vote was against.

    Law: kommuneloven (2018) § 11-4.
    Rules: R-300.
    """
    if approved_on <= meeting_on:
        raise NotLaterMeeting(meeting_on, approved_on)
    return Approved(ApprovalMethod.NEXT_MEETING, approved_on) if vote_adopted else None


def approve_by_signatures(signatories: tuple[int, ...], signed: Collection[int], on: date) -> Approved:
    """The approval by signatures, once every signatory has signed.

    Law: kommuneloven (2018) § 11-4.
    Rules: R-300.
    """
    if not signatories:
        raise NoSignatories
    if missing := tuple(each for each in signatories if each not in signed):
        raise SignaturesMissing(missing)
    return Approved(ApprovalMethod.SIGNATORIES, on, signatories)
