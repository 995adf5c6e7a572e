"""Reading bundles of changed ballots: rows → what was typed, what it means, and what stands in the way."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, selectinload

from app.elections.changed_ballots.models import BallotSample, SampledBallotRow, TypedBatch, TypedEntry
from app.elections.domain.ballots import BallotReader
from app.elections.domain.blockers import Blocker, BlockerKind
from app.elections.domain.election import Contest, RuleSetName
from app.elections.domain.rule_sets import RULE_SETS
from app.elections.domain.settings import SettingName
from app.elections.domain.typed_batches import (
    DONE,
    FIRST,
    SECOND,
    TYPED_IN,
    BatchState,
    Difference,
    differences,
    settled_lines,
    turn_of,
)
from app.elections.domain.typed_lines import LineReader, TypedLine
from app.elections.models import Batch, ChangedBallotRow, ContestRow, ElectionRow
from app.elections.queries import changed_ballots_per_list, has_ballots_file, load_contest, second_count
from app.elections.setting_queries import settings_of


@dataclass(frozen=True)
class Desk:
    """What a bundle is typed with: its contest and list, what reads a line, and what decides what counts."""

    contest: Contest
    list_code: str
    rule_set: RuleSetName
    lines: LineReader = field(init=False)
    rules: BallotReader = field(init=False)
    names: Mapping[str, tuple[str, ...]] = field(init=False)

    def __post_init__(self) -> None:
        names = {each.code: tuple(candidate.name for candidate in each.candidates) for each in self.contest.lists}
        object.__setattr__(self, "names", names)
        object.__setattr__(self, "lines", LineReader(self.contest, self.list_code))
        object.__setattr__(self, "rules", BallotReader(self.contest, RULE_SETS[self.rule_set]))

    def read(self, lines: Sequence[str]) -> tuple[TypedLine, ...]:
        """What the lines say, in order."""
        return tuple(self.lines.read(line) for line in lines)


@dataclass(frozen=True, slots=True)
class ListProgress:
    """One list's changed ballots: counted in all, approved or imported, and in bundles that are not done yet."""

    code: str
    name: str
    counted: int | None
    changed: int
    waiting: int

    @property
    def too_many(self) -> bool:
        """Whether there are more changed ballots than ballots."""
        return self.counted is not None and self.changed + self.waiting > self.counted


@dataclass(frozen=True, slots=True)
class ContestBatches:
    """A district's bundles by number, its lists, and its samples."""

    contest: ContestRow
    batches: tuple[TypedBatch, ...]
    lists: tuple[ListProgress, ...]
    samples: tuple[BallotSample, ...]


def blockers(session: Session, contest: ContestRow) -> tuple[Blocker, ...]:
    """What of the changed ballots stands between the contest and its settlement.

    Bundles that are not approved, by their numbers; lists with more changed ballots than ballots, by their codes; and,
    where the municipality has decided that a sample is compared with the paper, that there is none with all ballots
    recorded that was drawn from as many ballots as there are now.

    Law: valgloven (2002) § 10-6 (3); valgloven (2023) § 10-12; valgforskriften (2024) § 11-4.
    Rules: R-115.
    """
    codes = open_batches(session, contest.id)
    found = [Blocker(BlockerKind.BATCHES_OPEN, len(codes), codes)] if codes else []
    lists = lists_with_too_many(session, contest.id)
    if lists:
        found.append(Blocker(BlockerKind.MORE_CHANGED_THAN_COUNTED, len(lists), lists))
    if sample_lacks(session, contest):
        found.append(Blocker(BlockerKind.SAMPLE_NOT_RECORDED, 1))
    return tuple(found)


def open_batches(session: Session, contest_id: int) -> tuple[str, ...]:
    """The numbers of the contest's bundles that are neither approved nor withdrawn."""
    statement = select(TypedBatch.code).where(TypedBatch.contest_id == contest_id, TypedBatch.state.not_in(DONE))
    return tuple(session.scalars(statement.order_by(TypedBatch.code)))


def lists_with_too_many(session: Session, contest_id: int) -> tuple[str, ...]:
    """The lists that have more changed ballots, or fewer ballots, than can be; none before the second count."""
    counted = second_count(session, contest_id)
    changed = changed_ballots_per_list(session, contest_id)
    return tuple(code for code, ballots in changed.items() if counted and ballots > counted.get(code, 0))


def sample_lacks(session: Session, contest: ContestRow) -> bool:
    """Whether a sample is demanded, there are ballots to draw from, and none drawn from all of them is recorded."""
    if not settings_of(session, contest.election).is_on(SettingName.BALLOT_SAMPLE):
        return False
    ballots = sum(changed_ballots_per_list(session, contest.id).values())
    unrecorded = select(SampledBallotRow.sample_id).where(
        SampledBallotRow.sample_id == BallotSample.id, SampledBallotRow.agrees.is_(None)
    )
    whole = select(BallotSample.id).where(
        BallotSample.contest_id == contest.id, BallotSample.population == ballots, ~unrecorded.exists()
    )
    return ballots > 0 and session.scalar(whole.limit(1)) is None


def changed_ballots_are_in(session: Session, contest: ContestRow) -> bool:
    """Whether the contest's changed ballots have been told of: in a file, be it an empty one, or in an approved bundle.

    Rules: R-115.
    """
    approved = select(TypedBatch.id).where(TypedBatch.contest_id == contest.id, TypedBatch.state == BatchState.APPROVED)
    return has_ballots_file(session, contest.election_id) or session.scalar(approved.limit(1)) is not None


def typed_codes(session: Session, election_id: int) -> frozenset[tuple[str, str]]:
    """(contest, bundle) of every bundle of the election that is typed from paper; not those withdrawn."""
    statement = (
        select(ContestRow.code, TypedBatch.code)
        .join(TypedBatch, TypedBatch.contest_id == ContestRow.id)
        .where(ContestRow.election_id == election_id, TypedBatch.state != BatchState.WITHDRAWN)
    )
    return frozenset((contest, code) for contest, code in session.execute(statement))


def batch_codes(session: Session, contest_id: int) -> set[str]:
    """Every number that a bundle or a file's batch has in the contest."""
    typed = select(TypedBatch.code).where(TypedBatch.contest_id == contest_id)
    return {*session.scalars(typed), *session.scalars(select(Batch.code).where(Batch.contest_id == contest_id))}


def batch_by_number(session: Session, election: ElectionRow, number: int) -> TypedBatch | None:
    """The bundle with this id, if it is the election's."""
    return session.scalar(_batches(election.id).where(TypedBatch.id == number))


def batches_of_election(session: Session, election: ElectionRow) -> tuple[ContestBatches, ...]:
    """Every district of the election with its bundles, lists and samples, in the order of the setup."""
    rows = session.scalars(_batches(election.id)).all()
    return tuple(_of_contest(session, contest, rows) for contest in election.contests)


def waiting_per_list(session: Session, contest_id: int) -> dict[int, int]:
    """Ballots in bundles that are not done, by the list's id."""
    statement = (
        select(TypedBatch.list_id, func.sum(TypedBatch.ballots))
        .where(TypedBatch.contest_id == contest_id, TypedBatch.state.not_in(DONE))
        .group_by(TypedBatch.list_id)
    )
    return {list_id: int(number) for list_id, number in session.execute(statement)}


def desk_of(session: Session, batch: TypedBatch) -> Desk:
    """What the bundle is typed with."""
    rule_set = RuleSetName(batch.contest.election.rule_set)
    return Desk(load_contest(session, batch.contest_id), batch.candidate_list.code, rule_set)


def entry_of(batch: TypedBatch, turn: int) -> TypedEntry | None:
    """What was typed in this round, the first or the second time."""
    return next((each for each in batch.entries if (each.round, each.turn) == (batch.round, turn)), None)


def lines_of(batch: TypedBatch, turn: int) -> list[str]:
    """The lines of an entry as typed, one for each ballot; empty ones where nothing is typed."""
    entry = entry_of(batch, turn)
    lines = entry.lines.split("\n") if entry and entry.lines else []
    return (lines + [""] * batch.ballots)[: batch.ballots]


def rulings_of(desk: Desk, batch: TypedBatch) -> dict[int, TypedLine]:
    """What the paper was found to say in this round, by the ballot's number."""
    return {each.number: desk.lines.read(each.line) for each in batch.rulings if each.round == batch.round}


def differences_of(desk: Desk, batch: TypedBatch) -> tuple[Difference, ...]:
    """The ballots that the two have typed differently, in this round."""
    return differences(desk.read(lines_of(batch, FIRST)), desk.read(lines_of(batch, SECOND)))


def unsettled(desk: Desk, batch: TypedBatch) -> tuple[Difference, ...]:
    """The differences that nobody has looked at the paper for yet."""
    ruled = rulings_of(desk, batch)
    return tuple(each for each in differences_of(desk, batch) if each.number not in ruled)


def settled_of(desk: Desk, batch: TypedBatch) -> tuple[TypedLine, ...] | None:
    """What the bundle holds by its numbers, when both have typed it and no difference is left."""
    first, second = (desk.read(lines_of(batch, turn)) for turn in (FIRST, SECOND))
    return settled_lines(first, second, rulings_of(desk, batch))


def workers_of(batch: TypedBatch) -> set[str]:
    """Those who have typed this round of the bundle or said what its paper says."""
    typed = {each.typed_by for each in batch.entries if each.round == batch.round}
    return typed | {each.ruled_by for each in batch.rulings if each.round == batch.round}


def may_type(batch: TypedBatch, person: str) -> bool:
    """Whether the bundle is to be typed, and by this person too."""
    if batch.state not in TYPED_IN:
        return False
    seen = seen_by(batch, turn_of(batch.state))
    return person.casefold() not in {each.casefold() for each in seen}


def seen_by(batch: TypedBatch, turn: int) -> set[str]:
    """Those who have typed or seen the first entry, when the second is asked for."""
    first = entry_of(batch, FIRST) if turn == SECOND else None
    return {first.typed_by, *first.shown_to.split()} if first else set()


def sample_by_number(session: Session, contest: ContestRow, number: int) -> BallotSample | None:
    """The contest's sample with this number."""
    return session.scalar(
        select(BallotSample)
        .where(BallotSample.contest_id == contest.id, BallotSample.number == number)
        .options(selectinload(BallotSample.ballots))
    )


def samples_of(session: Session, contest_id: int) -> Sequence[BallotSample]:
    """The contest's samples, the first drawn first."""
    return session.scalars(
        select(BallotSample)
        .where(BallotSample.contest_id == contest_id)
        .order_by(BallotSample.number)
        .options(selectinload(BallotSample.ballots))
    ).all()


def stored_ballots(session: Session, contest_id: int) -> int:
    """How many changed ballots of the contest count now."""
    statement = select(func.count()).select_from(ChangedBallotRow).join(Batch, Batch.id == ChangedBallotRow.batch_id)
    return session.scalar(statement.where(Batch.contest_id == contest_id)) or 0


def _batches(election_id: int) -> Select[TypedBatch]:
    return (
        select(TypedBatch)
        .join(ContestRow, ContestRow.id == TypedBatch.contest_id)
        .where(ContestRow.election_id == election_id)
        .order_by(ContestRow.ordinal, TypedBatch.code)
        .options(
            selectinload(TypedBatch.entries),
            selectinload(TypedBatch.rulings),
            selectinload(TypedBatch.candidate_list),
            selectinload(TypedBatch.contest).selectinload(ContestRow.district),
        )
    )


def _of_contest(session: Session, contest: ContestRow, rows: Sequence[TypedBatch]) -> ContestBatches:
    counted = second_count(session, contest.id)
    changed = changed_ballots_per_list(session, contest.id)
    waiting = waiting_per_list(session, contest.id)
    lists = tuple(
        ListProgress(
            each.code,
            each.name,
            counted.get(each.code, 0) if counted else None,
            changed.get(each.code, 0),
            waiting.get(each.id, 0),
        )
        for each in contest.lists
    )
    own = tuple(row for row in rows if row.contest_id == contest.id)
    return ContestBatches(contest, own, lists, tuple(samples_of(session, contest.id)))
