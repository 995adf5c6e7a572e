"""Settle an election from its three files alone: what anyone can run to check a published result."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.councils.domain.lots import Lot, LotNotNeeded, LotRequired
from app.elections.domain.election import Contest, Election
from app.elections.domain.rule_sets import RULE_SETS, RuleSet
from app.elections.domain.settlement import Settlement, settle
from app.elections.domain.tally import Tally
from app.elections.files.ballots_file import tally_ballots
from app.elections.files.counts_file import read_counts
from app.elections.files.file_names import BALLOTS, COUNTS, SETUP
from app.elections.files.input_file import Progress
from app.elections.files.result_file import result_bytes
from app.elections.files.setup_file import read_setup_file


@dataclass(frozen=True, slots=True)
class SettledFiles:
    """The settlements of all contests in the order of the setup, and ``result.json`` as bytes."""

    election: Election
    settlements: tuple[Settlement, ...]
    inputs_sha256: dict[str, str]
    result: bytes


def settle_files(
    setup: Path, counts: Path, ballots: Path, lots: Sequence[Lot], progress: Progress | None = None
) -> SettledFiles | tuple[LotRequired, ...]:
    """The settlements, or every lot that must be drawn first. ``progress`` follows the reading of the ballots.

    Rules: R-3, R-155.
    """
    election, setup_sha256 = read_setup_file(setup)
    counted = read_counts(counts, election)
    tallied = tally_ballots(ballots, election, counted, progress)
    tallies = [(contest, tallied.tallies[contest.code]) for contest in election.contests]
    made = settle_in_turn(tallies, RULE_SETS[election.rule_set], lots)
    required = tuple(each for each in made if isinstance(each, LotRequired))
    if required:
        return required
    settlements = tuple(each for each in made if isinstance(each, Settlement))
    fingerprints = {SETUP: setup_sha256, COUNTS: counted.sha256, BALLOTS: tallied.sha256}
    return SettledFiles(election, settlements, fingerprints, result_bytes(election, fingerprints, settlements))


def settle_in_turn(
    contests: Iterable[tuple[Contest, Tally]], rules: RuleSet, lots: Sequence[Lot]
) -> list[Settlement | LotRequired]:
    """The settlement of each contest, or the lot it lacks; contests are independent, so one never stops the others.

    The lots are used in order: each contest takes those it needs, and the next goes on from there. A lot that fits no
    tie when its turn has come is refused, and so is one that is left over.

    Rules: R-3, R-155.
    """
    made: list[Settlement | LotRequired] = []
    used = 0
    for contest, tally in contests:
        outcome = settle(contest, rules, tally)
        taken = 0
        while isinstance(outcome, LotRequired) and used + taken < len(lots):
            taken += 1
            outcome = settle(contest, rules, tally, lots[used : used + taken])
        used += taken
        made.append(outcome)
    for lot in lots[used:]:
        raise LotNotNeeded(lot.lists, lot.winner)
    return made
