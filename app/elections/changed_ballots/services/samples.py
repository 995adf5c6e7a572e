"""Ballots drawn in public and compared with the paper."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.audit.services import Actor, record
from app.elections.changed_ballots.events import SampleDrawn, SampleRecorded
from app.elections.changed_ballots.models import BallotSample, SampledBallotRow, TypedBatch
from app.elections.changed_ballots.queries import open_batches, samples_of, stored_ballots, workers_of
from app.elections.changed_ballots.refusals import BatchesOpen, ReasonMissing, RecordedAlready
from app.elections.changed_ballots.services.holding import require_unsettled
from app.elections.domain.ballot_samples import SampledBallot, draw, seed_of
from app.elections.domain.typed_batches import BatchState, require_another
from app.elections.models import ContestRow
from app.elections.queries import changed_ballots, lock


@dataclass(frozen=True, slots=True)
class Finding:
    """What the paper says: the same as is stored, or what differs."""

    agrees: bool
    difference: str = ""


def draw_sample(
    session: Session, contest: ContestRow, typed_seed: str, size: int, witnesses: str, *, by: Actor, at: datetime
) -> BallotSample:
    """The ballots that the seed points out among all changed ballots of the contest; a new sample beside the old.

    Refused: while bundles are open, since the ballots to draw from must not change afterwards; once it is settled.

    Law: valgforskriften (2024) § 11-4.
    Rules: R-115.
    """
    lock(session, contest.election)
    require_unsettled(session, contest)
    codes = open_batches(session, contest.id)
    if codes:
        raise BatchesOpen(codes)
    seed = seed_of(typed_seed)
    drawn = draw(seed, contest.code, _population(session, contest.id), size)
    sample = BallotSample(
        contest=contest,
        number=len(samples_of(session, contest.id)) + 1,
        seed=seed,
        population=stored_ballots(session, contest.id),
        witnesses=witnesses.strip(),
        drawn_at=at,
        drawn_by=by.name,
        ballots=[
            SampledBallotRow(ordinal=ordinal, **each._asdict(), agrees=None, difference="")
            for ordinal, each in enumerate(drawn, start=1)
        ],
    )
    session.add(sample)
    session.flush()
    event = SampleDrawn(_object_id(contest), sample.number, seed, len(drawn), sample.population)
    record(session, event, by=by, at=at)
    return sample


def record_findings(
    session: Session, sample: BallotSample, findings: Mapping[int, Finding], *, by: Actor, at: datetime
) -> None:
    """What was found, by the ballots' place in the sample. Each is recorded once, by one who has not typed it.

    Refused: a difference without a word of what differs; what has been recorded; one's own control.

    Law: valgforskriften (2024) § 11-4.
    Rules: R-115.
    """
    lock(session, sample.contest.election)
    session.refresh(sample)
    rows = {each.ordinal: each for each in sample.ballots if each.ordinal in findings}
    known = tuple(ordinal for ordinal, row in rows.items() if row.agrees is not None)
    if known:
        raise RecordedAlready(known)
    typed = _workers(session, sample.contest_id)
    for ordinal, row in rows.items():
        found = findings[ordinal]
        require_another(by.name, typed.get(row.batch, set()))
        if not found.agrees and not found.difference.strip():
            raise ReasonMissing
        row.agrees, row.difference = found.agrees, "" if found.agrees else found.difference.strip()
        row.recorded_at, row.recorded_by = at, by.name
    agreeing = [ordinal for ordinal in rows if findings[ordinal].agrees]
    differing = [ordinal for ordinal in rows if not findings[ordinal].agrees]
    event = SampleRecorded(_object_id(sample.contest), sample.number, agreeing, differing)
    record(session, event, by=by, at=at)


def _population(session: Session, contest_id: int) -> Iterator[SampledBallot]:
    for ballot in changed_ballots(session, contest_id):
        yield SampledBallot(*ballot)


def _workers(session: Session, contest_id: int) -> dict[str, set[str]]:
    approved = select(TypedBatch).where(TypedBatch.contest_id == contest_id, TypedBatch.state == BatchState.APPROVED)
    return {batch.code: workers_of(batch) for batch in session.scalars(approved)}


def _object_id(contest: ContestRow) -> str:
    return f"{contest.election.address}/{contest.code}"
