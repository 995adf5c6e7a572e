"""Every check of a list proposal in one place, in the order of the law, and what must be so before it is approved."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from app.core.errors import DomainError
from app.elections.domain.list_candidates import candidate_findings
from app.elections.domain.list_changes import change_findings
from app.elections.domain.list_crossings import crossing_findings, signer_findings
from app.elections.domain.list_eligibility import attachment_findings, eligibility_findings, notice_findings
from app.elections.domain.list_findings import Check, Finding, Weight
from app.elections.domain.list_headings import heading_findings
from app.elections.domain.list_proposal import ListRules, Proposal, ProposedCandidate, in_order
from app.elections.domain.list_receipt import receipt_findings
from app.elections.domain.list_representatives import representative_findings
from app.elections.domain.list_signatures import signature_findings
from app.elections.domain.registered_parties import REGISTERED_PARTIES, RegisteredParty


@dataclass(frozen=True, slots=True)
class Notified:
    """What the proposers were told was defective, and each correction since: the list before and after it (R-62).

    What was done because a candidate was struck is no correction (R-65).
    """

    checks: tuple[Check, ...]
    corrections: tuple[tuple[tuple[ProposedCandidate, ...], tuple[ProposedCandidate, ...]], ...]


@dataclass(unsafe_hash=True)
class NotReadyForApproval(DomainError):
    """Findings that stand in the way of approval: defects, what the office has not done, what is not judged."""

    findings: tuple[Finding, ...]
    rule: str = "R-66"


@dataclass(unsafe_hash=True)
class ReasonsMissing(DomainError):
    """A decision without reasons, or without the board's case number."""

    rule: str = "R-66"


def review(
    proposal: Proposal,
    others: Sequence[Proposal],
    rules: ListRules,
    *,
    notified: Notified | None = None,
    parties: Sequence[RegisteredParty] = REGISTERED_PARTIES,
) -> tuple[Finding, ...]:
    """Everything found about a proposal, in the order of the rules. ``others``: those not rejected or withdrawn.

    Law: valgloven (2002) ch. 6; valgloven (2023) ch. 5; forskrift om direkte valg til kommunedelsutvalg (2003) § 3.
    Rules: R-50, R-51, R-52, R-53, R-54, R-55, R-56, R-57, R-58, R-59, R-60, R-61, R-62, R-63.
    """
    candidates = in_order(proposal.candidates)
    return (
        *receipt_findings(proposal.received_at, rules.closes_at),
        *heading_findings(proposal, others, parties),
        *candidate_findings(candidates, proposal.kind, rules),
        *signature_findings(proposal.signers, proposal.kind, rules),
        *signer_findings(proposal, others),
        *representative_findings(proposal.signers, proposal.kind, rules),
        *attachment_findings(candidates),
        *eligibility_findings(
            candidates,
            residence_restriction=rules.settings.residence_restriction,
            has_decision_power=rules.has_decision_power,
        ),
        *notice_findings(candidates),
        *crossing_findings(proposal, others, rules.settings),
        *(_changes(notified) if notified else ()),
    )


def _changes(notified: Notified) -> Iterator[Finding]:
    for before, after in notified.corrections:
        yield from change_findings(before, after, notified.checks)


def in_the_way(findings: Sequence[Finding], judged: Collection[Finding] = ()) -> tuple[Finding, ...]:
    """What stands in the way of approval: all but notes, and what the board has judged.

    Law: valgloven (2002) § 6-6; valgloven (2023) §§ 5-9, 5-10.
    Rules: R-66.
    """
    waits = {Weight.DEFECT, Weight.OFFICE, Weight.JUDGEMENT}
    return tuple(
        each for each in findings if each.weight in waits and not (each.weight is Weight.JUDGEMENT and each in judged)
    )


def require_approvable(findings: Sequence[Finding], judged: Collection[Finding] = ()) -> None:
    """Refuse to approve while anything stands in the way.

    Law: valgloven (2002) § 6-6; valgloven (2023) §§ 5-9, 5-10.
    Rules: R-66.
    """
    blocking = in_the_way(findings, judged)
    if blocking:
        raise NotReadyForApproval(blocking)


def require_reasons(case_number: str, reasons: str, *, needed: bool) -> None:
    """A decision carries the board's case number; a rejection, and an approval after a judgement, reasons in words.

    Law: valgloven (2002) § 6-6; valgloven (2023) § 5-9.
    Rules: R-66.
    """
    if not case_number.strip() or not (reasons.strip() or not needed):
        raise ReasonsMissing
