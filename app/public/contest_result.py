"""The result of one contest as it is shown: every figure from the stored settlement.

Nothing is settled again but for the margin, which tells of results that might have been.

Law: valgloven (2002) §§ 10-6, 11-4, 11-12; valgloven (2023) §§ 11-4, 13-1, 13-2.
Rules: R-150 to R-165.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.elections.domain.ballots import Disregarded
from app.elections.domain.candidates import CandidateResult, Outcome
from app.elections.domain.election import Candidate
from app.elections.domain.margin import margin
from app.elections.domain.rule_sets import RuleSet
from app.elections.domain.settlement import ListResult, Settlement
from app.elections.queries import StoredSettlement
from app.public.count_figures import CountFigures
from app.public.seat_ladder import SeatLadder, seat_ladder
from app.public.shown_lists import ShownList
from app.public.shown_margin import ShownMargin, shown_margin
from app.public.write_in_matrix import WriteInMatrix, write_in_matrix


@dataclass(frozen=True, slots=True)
class ShownCandidate:
    """A candidate with the figures of the settlement.

    ``tied_with`` are the candidates with the same score where the list order decided who was elected as what; empty
    where it decided nothing.
    """

    candidate: Candidate
    result: CandidateResult
    tied_with: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class ListOutcome:
    """What became of a list. ``candidates`` stand by rank, those who are not eligible last."""

    shown: ShownList
    figures: ListResult
    candidates: tuple[ShownCandidate, ...]

    @property
    def members(self) -> tuple[ShownCandidate, ...]:
        return self._with(Outcome.MEMBER)

    @property
    def deputies(self) -> tuple[ShownCandidate, ...]:
        return self._with(Outcome.DEPUTY)

    def _with(self, outcome: Outcome) -> tuple[ShownCandidate, ...]:
        return tuple(each for each in self.candidates if each.result.outcome is outcome)


@dataclass(frozen=True, slots=True)
class ContestResult:
    """A settled contest. ``outcomes`` stand by list votes, most first; equals in the order of the setup."""

    settlement_number: int
    made_at: datetime
    input_sha256: str
    seats: int
    count: CountFigures
    outcomes: tuple[ListOutcome, ...]
    ladder: SeatLadder
    write_ins: WriteInMatrix
    margin: ShownMargin
    changed_ballots: int
    disregarded: tuple[tuple[Disregarded, int], ...]

    @property
    def ballots(self) -> int:
        """Ballots that take part in the settlement: approved and not blank."""
        return sum(outcome.figures.ballots for outcome in self.outcomes)

    @property
    def list_votes(self) -> int:
        return sum(outcome.figures.list_votes for outcome in self.outcomes)

    @property
    def largest(self) -> tuple[ListOutcome, ...]:
        """The list with most seats; several when equal."""
        most = max(outcome.figures.seats for outcome in self.outcomes)
        return tuple(outcome for outcome in self.outcomes if outcome.figures.seats == most)


def contest_result(
    stored: StoredSettlement, lists: Sequence[ShownList], count: CountFigures, rules: RuleSet
) -> ContestResult:
    """The stored settlement with the names of lists and candidates, with the figures of the counts and the margin."""
    settlement = stored.settlement
    by_code = {each.code: each for each in lists}
    return ContestResult(
        settlement_number=stored.number,
        made_at=stored.made_at,
        input_sha256=stored.input_sha256,
        seats=settlement.seats,
        count=count,
        outcomes=_outcomes(settlement, by_code),
        ladder=seat_ladder(settlement, by_code),
        write_ins=write_in_matrix(settlement.tally, by_code),
        margin=shown_margin(margin(settlement, rules), by_code),
        changed_ballots=settlement.tally.changed_ballots,
        disregarded=settlement.tally.disregarded,
    )


def _outcomes(settlement: Settlement, lists: Mapping[str, ShownList]) -> tuple[ListOutcome, ...]:
    by_votes = sorted(settlement.lists, key=lambda figures: -figures.list_votes)
    return tuple(_outcome(lists[figures.code], figures) for figures in by_votes)


def _outcome(shown: ShownList, figures: ListResult) -> ListOutcome:
    ranked = sorted(figures.candidates, key=lambda result: (result.rank is None, result.rank or 0, result.position))
    return ListOutcome(shown, figures, tuple(_candidate(shown, figures, result) for result in ranked))


def _candidate(shown: ShownList, figures: ListResult, result: CandidateResult) -> ShownCandidate:
    of_consequence = result.outcome in {Outcome.MEMBER, Outcome.DEPUTY} or any(
        figures.candidates[position - 1].outcome in {Outcome.MEMBER, Outcome.DEPUTY} for position in result.tied_with
    )
    tied = result.tied_with if of_consequence else ()
    return ShownCandidate(
        candidate=shown.candidates[result.position - 1],
        result=result,
        tied_with=tuple(shown.candidates[position - 1] for position in tied),
    )
