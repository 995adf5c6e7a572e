"""Makers of list proposals in good order; a test states only what it is about."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from app.elections.domain.election import RuleSetName
from app.elections.domain.list_findings import Check, Finding
from app.elections.domain.list_proposal import (
    Answer,
    Condition,
    ListRules,
    ListSettings,
    Proposal,
    ProposedCandidate,
    ProposerKind,
    Signer,
)
from app.elections.domain.list_review import review

CLOSES_AT = datetime(2027, 3, 31, 10, 0, 0, tzinfo=UTC)
"""Wednesday 31 March 2027, 12:00 in Oslo."""
IN_TIME = datetime(2027, 3, 15, 9, 30, 12, tzinfo=UTC)
FULFILLED = tuple((condition, Answer.FULFILLED) for condition in Condition)


def rules(
    seats: int = 15, rule_set: RuleSetName = RuleSetName.VALGLOVEN_2023, settings: ListSettings | None = None
) -> ListRules:
    return ListRules(rule_set, seats, CLOSES_AT, settings or ListSettings())


def candidate(position: int, name: str = "", **given: Any) -> ProposedCandidate:
    """Somebody born in 1980 who is told, eligible, and not on any other list: «Kandidat3 Fana»."""
    first, _, last = (name or f"Kandidat{position} Fana").rpartition(" ")
    whole = ProposedCandidate(position, first, last, 1980, birth_date=date(1980, 1, 2), answers=FULFILLED, told=True)
    return replace(whole, **given)


def candidates(number: int = 7, bonus: int = 0, **given: Any) -> tuple[ProposedCandidate, ...]:
    return tuple(candidate(n, bonus=n <= bonus, **given) for n in range(1, number + 1))


def signer(number: int, **given: Any) -> Signer:
    """A voter with all that must be told."""
    whole = Signer(f"Underskriver{number} Fana", date(1970, 1, number), "Storgata 1", entitled=True)
    return replace(whole, **given)


def board(*entitled: bool | None) -> tuple[Signer, ...]:
    return tuple(signer(n, board_member=True, entitled=each) for n, each in enumerate(entitled or (True, True), 1))


def voters(number: int) -> tuple[Signer, ...]:
    return tuple(signer(n) for n in range(1, number + 1))


def a_proposal(
    heading: str = "Arbeiderpartiet",
    *,
    key: int = 1,
    contest: str = "fana",
    kind: ProposerKind = ProposerKind.REGISTERED_PARTY,
    names: Sequence[ProposedCandidate] | None = None,
    signers: Sequence[Signer] | None = None,
    received_at: datetime | None = IN_TIME,
) -> Proposal:
    """A party's list with seven candidates and two board members, received in time."""
    return Proposal(
        key=key,
        contest=contest,
        district=contest.title(),
        heading=heading,
        kind=kind,
        candidates=tuple(names if names is not None else candidates()),
        signers=tuple(signers if signers is not None else board()),
        received_at=received_at,
    )


def checks(findings: Sequence[Finding]) -> list[Check]:
    return [each.check for each in findings]


def checked(proposal: Proposal, *others: Proposal, by: ListRules | None = None) -> list[Check]:
    """What the whole review finds."""
    return checks(review(proposal, others, by or rules()))
