"""Who speaks for a list to the municipality, and who can withdraw it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.elections.domain.election import RuleSetName
from app.elections.domain.list_findings import Check, Finding, Weight, found
from app.elections.domain.list_proposal import ListRules, ProposerKind, Signer, SignerRole
from app.elections.domain.list_signatures import signatures_needed

COMMITTEE = 5
COMMITTEE_DEPUTIES = 3


@dataclass(frozen=True, slots=True)
class Representatives:
    """The representative and the deputy, by name; None where the list has none.

    ``committee`` may withdraw the list, ``committee_deputies`` stand in for its members. ``branch_board``: it is the
    board of the party's branch that is the committee.
    """

    representative: str | None
    deputy: str | None
    committee: tuple[str, ...]
    committee_deputies: tuple[str, ...]
    branch_board: bool


def representatives(signers: Sequence[Signer], kind: ProposerKind, rules: ListRules) -> Representatives:
    """Who they are. Act of 2002: those the list names. Act of 2023: a party's two board members, else the top signers.

    With fewer than eight signers the places are filled as far as the signers go.

    Law: valgloven (2002) § 6-1 (2); valgloven (2023) § 5-6; valgforskriften (2024) § 2-3.
    Rules: R-60.
    """
    if rules.rule_set is RuleSetName.VALGLOVEN_2002:
        return _named_on_the_list(signers)
    board = signatures_needed(kind, rules.seats, rules.settings).board_members
    signed = [each.name for each in signers if each.board_member or not board]
    first, second = ([*signed[:2], None, None])[:2]
    if board:
        return Representatives(first, second, (), (), branch_board=True)
    committee = tuple(signed[:COMMITTEE])
    return Representatives(
        first, second, committee, tuple(signed[COMMITTEE : COMMITTEE + COMMITTEE_DEPUTIES]), branch_board=False
    )


def representative_findings(signers: Sequence[Signer], kind: ProposerKind, rules: ListRules) -> Iterator[Finding]:
    """That there is nobody to speak for the list; worth knowing: that the committee is not full.

    Law: valgloven (2002) § 6-1 (2); valgloven (2023) § 5-6.
    Rules: R-60.
    """
    who = representatives(signers, kind, rules)
    if who.representative is None or who.deputy is None:
        yield found(
            Check.NO_REPRESENTATIVE, "R-60", named=sum(each is not None for each in (who.representative, who.deputy))
        )
    if not who.branch_board and len(who.committee) < COMMITTEE:
        yield found(Check.COMMITTEE_SHORT, "R-60", Weight.NOTE, number=len(who.committee), full=COMMITTEE)


def _named_on_the_list(signers: Sequence[Signer]) -> Representatives:
    def named(role: SignerRole) -> list[str]:
        return [each.name for each in signers if each.role is role]

    speakers, deputies = named(SignerRole.REPRESENTATIVE), named(SignerRole.DEPUTY)
    committee = tuple(speakers + deputies + named(SignerRole.COMMITTEE))
    return Representatives(next(iter(speakers), None), next(iter(deputies), None), committee, (), branch_board=False)
