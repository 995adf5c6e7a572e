"""Settle an election from its three files alone: what anyone can run to check a published result."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.core.errors import DomainError
from app.core.input_files.input_file import Progress
from app.councils.domain.lots import Lot, LotNotNeeded, LotRequired
from app.elections.domain.election import Contest, Election
from app.elections.domain.rule_sets import RULE_SETS, RuleSet
from app.elections.domain.settlement import LeftOut, Settlement, left_out, nothing_to_settle, settle
from app.elections.domain.tally import Tally
from app.elections.files.ballots_file import tally_ballots
from app.elections.files.counts_file import read_counts
from app.elections.files.file_names import BALLOTS, COUNTS, SETUP
from app.elections.files.result_file import result_bytes
from app.elections.files.setup_file import read_setup_file


@dataclass(frozen=True, slots=True)
class ContestLot:
    """A lot with the code of the contest it was drawn in."""

    contest: str
    lot: Lot


GivenLot = Lot | ContestLot


@dataclass(unsafe_hash=True)
class LotAmbiguous(DomainError):
    """A lot that does not name its contest, and may have been drawn in either: it is used in neither."""

    contest: str
    other: str
    drawn_between: tuple[str, ...]
    winner: str


@dataclass(frozen=True, slots=True)
class SettledFiles:
    """The settlements in the order of the setup, the contests that have none, and ``result.json`` as bytes.

    The result has the contests that are settled.
    """

    election: Election
    settlements: tuple[Settlement, ...]
    left_out: tuple[LeftOut, ...]
    inputs_sha256: dict[str, str]
    result: bytes


def settle_files(
    setup: Path, counts: Path, ballots: Path, lots: Sequence[GivenLot], progress: Progress | None = None
) -> SettledFiles | tuple[LotRequired, ...]:
    """The settlements, or every lot that must be drawn first. ``progress`` follows the reading of the ballots.

    A contest with fewer than two lists, or without a ballot for any list, is left out and stops no other; refused when
    there is no other.

    Rules: R-3, R-155, R-180.
    """
    election, setup_sha256 = read_setup_file(setup)
    counted = read_counts(counts, election)
    tallied = tally_ballots(ballots, election, counted, progress)
    rules = RULE_SETS[election.rule_set]
    tallies = [(contest, tallied.tallies[contest.code]) for contest in election.contests]
    apart = [each for contest, tally in tallies if (each := left_out(contest, rules, tally))]
    made = settle_in_turn(without(apart, tallies), rules, lots)
    if not made:
        raise nothing_to_settle(apart)
    required = tuple(each for each in made if isinstance(each, LotRequired))
    if required:
        return required
    settlements = tuple(each for each in made if isinstance(each, Settlement))
    fingerprints = {SETUP: setup_sha256, COUNTS: counted.sha256, BALLOTS: tallied.sha256}
    result = result_bytes(election, fingerprints, settlements)
    return SettledFiles(election, settlements, tuple(apart), fingerprints, result)


def without(apart: Iterable[LeftOut], contests: Iterable[tuple[Contest, Tally]]) -> list[tuple[Contest, Tally]]:
    """The contests that are not left out, in their order."""
    codes = {each.contest for each in apart}
    return [(contest, tally) for contest, tally in contests if contest.code not in codes]


def settle_in_turn(
    contests: Iterable[tuple[Contest, Tally]], rules: RuleSet, lots: Sequence[GivenLot]
) -> list[Settlement | LotRequired]:
    """The settlement of each contest, or the lot it lacks; a lot that is lacking never stops the other contests.

    A lot that names its contest is used there. The others are used in order: each contest takes those it needs, and the
    next goes on from there – but never where such a lot could as well have been drawn for a later contest, since list
    codes are the same in many districts. Refused too: a lot that fits no tie when its turn has come, or is left over.

    Rules: R-3, R-155.
    """
    pairs = list(contests)
    undecided = {contest.code: settle(contest, rules, tally) for contest, tally in pairs}
    free = [lot for lot in lots if isinstance(lot, Lot)]
    named: dict[str, list[Lot]] = {code: [] for code in undecided}
    for given in lots:
        if isinstance(given, ContestLot):
            named.setdefault(given.contest, []).append(given.lot)
    made: list[Settlement | LotRequired] = []
    for contest, tally in pairs:
        supply = named[contest.code] or free
        taken: list[Lot] = []
        outcome = undecided.pop(contest.code)
        while isinstance(outcome, LotRequired) and supply:
            if taken and supply is free:
                _refuse_ambiguous(contest.code, free[0], undecided.values())
            taken.append(supply.pop(0))
            outcome = settle(contest, rules, tally, taken)
        made.append(outcome)
    for lot in [*free, *(lot for own in named.values() for lot in own)]:
        raise LotNotNeeded(lot.lists, lot.winner)
    return made


def _refuse_ambiguous(contest: str, lot: Lot, later: Iterable[Settlement | LotRequired]) -> None:
    for other in later:
        if isinstance(other, LotRequired) and sorted(other.lists) == sorted(lot.lists):
            raise LotAmbiguous(contest, other.contest, lot.lists, lot.winner)
