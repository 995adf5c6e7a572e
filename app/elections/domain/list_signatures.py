"""Whose signatures a proposal needs, how they are counted, and what must be told of each signer."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from app.elections.domain.list_findings import Check, Finding, Weight, found, numbers
from app.elections.domain.list_headings import normalised
from app.elections.domain.list_proposal import ListRules, ListSettings, PartyWithoutBranch, ProposerKind, Scope, Signer

BOARD_MEMBERS = 2
DEFAULTS = ListSettings()


@dataclass(frozen=True, slots=True)
class SignaturesNeeded:
    """How many must sign; ``board_members``: of the local branch's board, else voters in the district.

    ``voters_in``: where they must have the right to vote.
    """

    number: int
    board_members: bool
    voters_in: Scope = Scope.DISTRICT


@dataclass(frozen=True, slots=True)
class SignatureCount:
    """How many signatures count: ``counting`` are looked up, ``unchecked`` are not yet; each person once."""

    needed: SignaturesNeeded
    counting: int
    unchecked: int

    @property
    def are_enough(self) -> bool:
        """Whether those that are looked up are enough."""
        return self.counting >= self.needed.number

    @property
    def can_be_enough(self) -> bool:
        """Whether there are enough if all that are not looked up count."""
        return self.counting + self.unchecked >= self.needed.number


def signatures_needed(kind: ProposerKind, seats: int, settings: ListSettings = DEFAULTS) -> SignaturesNeeded:
    """A registered party with a local branch: two of its board. Others: as many voters in the district as seats.

    A joint list, and by default a party without a branch, needs what a group needs. A branch may be the municipality's,
    so its board members have the right to vote there, or in the district where that is decided.

    Law: forskrift om direkte valg til kommunedelsutvalg (2003) § 3 (1); valgloven (2023) § 5-4 (1).
    Rules: R-57.
    """
    of_the_board = SignaturesNeeded(BOARD_MEMBERS, board_members=True, voters_in=settings.board_signer_scope)
    board_is_enough = settings.party_without_branch is PartyWithoutBranch.BOARD
    match kind:
        case ProposerKind.REGISTERED_PARTY:
            return of_the_board
        case ProposerKind.PARTY_WITHOUT_BRANCH if board_is_enough:
            return of_the_board
        case _:
            return SignaturesNeeded(seats, board_members=False)


def count_signatures(signers: Sequence[Signer], needed: SignaturesNeeded) -> SignatureCount:
    """Those that count: with the right to vote, each person once, and of the board where that is what is needed.

    Law: forskrift om direkte valg til kommunedelsutvalg (2003) § 3 (1).
    Rules: R-57.
    """
    usable = [each for each in _each_once(signers) if each.board_member or not needed.board_members]
    return SignatureCount(
        needed,
        counting=sum(each.entitled is True for each in usable),
        unchecked=sum(each.entitled is None for each in usable),
    )


def signature_findings(signers: Sequence[Signer], kind: ProposerKind, rules: ListRules) -> Iterator[Finding]:
    """Too few signatures, those that are not looked up or do not count, and what is missing about the signers.

    Law: forskrift om direkte valg til kommunedelsutvalg (2003) § 3 (1); valgloven (2002) § 6-4; valgloven (2023) § 5-5.
    Rules: R-52, R-57, R-59.
    """
    count = count_signatures(signers, signatures_needed(kind, rules.seats, rules.settings))
    needed, usable = count.needed.number, count.counting + count.unchecked
    if not count.can_be_enough:
        if count.needed.board_members:
            where = count.needed.voters_in.value
            yield found(Check.BOARD_MEMBERS_MISSING, "R-57", number=usable, needed=needed, where=where)
        else:
            yield found(Check.TOO_FEW_SIGNERS, "R-57", number=usable, needed=needed)
    elif not count.are_enough:
        yield found(Check.SIGNERS_NOT_CHECKED, "R-57", Weight.OFFICE, checked=count.counting, needed=needed)
    without = [at for at, each in enumerate(signers, start=1) if each.entitled is False]
    if without:
        yield found(Check.SIGNERS_WITHOUT_RIGHT, "R-57", Weight.NOTE, places=numbers(without))
    for places in _places_twice(signers):
        yield found(Check.SIGNED_TWICE, "R-57", Weight.NOTE, places=numbers(places))
    bare = [at for at, each in enumerate(signers, start=1) if not each.birth_date or not each.address.strip()]
    if bare:
        yield found(Check.SIGNER_DETAILS_MISSING, "R-59", places=numbers(bare))


def is_same_signer(one: Signer, other: Signer) -> bool | None:
    """Whether two signatures are one person's, by name and birth date; None when a birth date is missing."""
    if normalised(one.name) != normalised(other.name):
        return False
    return one.birth_date == other.birth_date if one.birth_date and other.birth_date else None


def _key(signer: Signer) -> tuple[str, date | None]:
    return normalised(signer.name), signer.birth_date


def _each_once(signers: Sequence[Signer]) -> list[Signer]:
    """Each person's first signature that can count."""
    ranked = sorted(signers, key=lambda each: each.entitled is False)
    return list({_key(each): each for each in reversed(ranked)}.values())


def _places_twice(signers: Sequence[Signer]) -> list[list[int]]:
    """Where on the paper each person who has signed more than once stands. Findings are kept; names are not in them."""
    places: defaultdict[tuple[str, date | None], list[int]] = defaultdict(list)
    for at, each in enumerate(signers, start=1):
        places[_key(each)].append(at)
    return [found_ for found_ in places.values() if len(found_) > 1]
