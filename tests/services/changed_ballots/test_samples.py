"""A sample of ballots is drawn when all is in, compared by others than those who typed, and recorded once."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.audit.models import AuditEvent
from app.audit.services import Actor
from app.core.database import transaction
from app.elections.changed_ballots.models import BallotSample
from app.elections.changed_ballots.queries import blockers
from app.elections.changed_ballots.refusals import BatchesOpen, ReasonMissing, RecordedAlready
from app.elections.changed_ballots.services.samples import Finding, draw_sample, record_findings
from app.elections.domain.ballot_samples import NothingToSample, SeedWrong, ticket
from app.elections.domain.blockers import Blocker, BlockerKind
from app.elections.domain.settings import SettingName
from app.elections.domain.typed_batches import OwnControl
from app.elections.models import ContestRow
from app.elections.setting_models import ElectionSetting
from tests.typed_ballots import AT, BOARD, KARI, a_batch, a_counted_election, an_approved_batch, contest_of

SEED = "4410 3652 1163"
LOOKED = Actor("berit.moe@bergen.example")


def a_contest_with_ballots(session: Session) -> ContestRow:
    election = a_counted_election(session)
    an_approved_batch(session, election, ["1", "2", "3", "4", "5"])
    return contest_of(election)


def a_sample(session: Session, contest: ContestRow, size: int = 2) -> BallotSample:
    return draw_sample(session, contest, SEED, size, "Valgstyret i Fana", by=BOARD, at=AT)


@pytest.mark.rule("R-115")
def test_the_ballots_with_the_lowest_tickets_are_drawn_and_kept_as_they_stood(session: Session) -> None:
    """Two of five: worked out again from the seed."""
    with transaction() as writing:
        sample = a_sample(writing, a_contest_with_ballots(writing))
    lowest = sorted((f"{n:03}" for n in range(1, 6)), key=lambda each: ticket("441036521163", "fana", "001", each))
    assert [(each.ordinal, each.ballot, each.marks) for each in sample.ballots] == [
        (1, lowest[0], str(int(lowest[0]))),
        (2, lowest[1], str(int(lowest[1]))),
    ]
    assert (sample.number, sample.seed, sample.population) == (1, "441036521163", 5)
    event = session.scalars(select(AuditEvent).where(AuditEvent.act == "SampleDrawn")).one()
    assert event.after == {"number": 1, "seed": "441036521163", "ballots": 2, "population": 5}


@pytest.mark.rule("R-115")
def test_nothing_is_drawn_while_bundles_are_open_or_from_nothing_or_without_dice(session: Session) -> None:
    with transaction() as writing:
        election = a_counted_election(writing)
        with pytest.raises(NothingToSample):
            a_sample(writing, contest_of(election))
        with pytest.raises(SeedWrong):
            draw_sample(writing, contest_of(election), "123", 2, "", by=BOARD, at=AT)
        a_batch(writing, election)
        with pytest.raises(BatchesOpen):
            a_sample(writing, contest_of(election))
    assert session.scalars(select(BallotSample)).all() == []


@pytest.mark.rule("R-115")
def test_what_was_found_is_recorded_ballot_by_ballot_and_stays(session: Session) -> None:
    with transaction() as writing:
        sample = a_sample(writing, a_contest_with_ballots(writing))
        record_findings(writing, sample, {1: Finding(agrees=True)}, by=LOOKED, at=AT)
        found = Finding(agrees=False, difference="Kryss ved 7 er ikke tastet")
        record_findings(writing, sample, {2: found}, by=LOOKED, at=AT)
    with pytest.raises(RecordedAlready), transaction() as writing:
        record_findings(writing, sample, {1: Finding(agrees=False, difference="Nei")}, by=LOOKED, at=AT)
    session.expire_all()
    assert [(each.agrees, each.difference) for each in sample.ballots] == [
        (True, ""),
        (False, "Kryss ved 7 er ikke tastet"),
    ]
    events = session.scalars(select(AuditEvent).where(AuditEvent.act == "SampleRecorded").order_by(AuditEvent.id))
    assert [(each.after["agreeing"], each.after["differing"]) for each in events if each.after] == [
        ([1], []),
        ([], [2]),
    ]


@pytest.mark.rule("R-115")
def test_nobody_compares_what_they_have_typed_and_a_difference_is_told_in_words(session: Session) -> None:
    with transaction() as writing:
        sample = a_sample(writing, a_contest_with_ballots(writing))
    with pytest.raises(OwnControl), transaction() as writing:
        record_findings(writing, sample, {1: Finding(agrees=True)}, by=KARI, at=AT)
    with pytest.raises(ReasonMissing), transaction() as writing:
        record_findings(writing, sample, {1: Finding(agrees=True), 2: Finding(agrees=False)}, by=LOOKED, at=AT)
    session.expire_all()
    assert [each.agrees for each in sample.ballots] == [None, None]


@pytest.mark.rule("R-115")
def test_a_sample_that_is_demanded_stands_in_the_way_until_all_of_it_is_recorded(session: Session) -> None:
    """Ballots that come in after it was drawn were not drawn from: then another is needed."""
    lacking = (Blocker(BlockerKind.SAMPLE_NOT_RECORDED, 1),)
    with transaction() as writing:
        contest = a_contest_with_ballots(writing)
        assert blockers(writing, contest) == ()
        demanded = ElectionSetting(election_id=contest.election_id, name=SettingName.BALLOT_SAMPLE, value="true")
        writing.add(demanded)
        writing.flush()
        assert blockers(writing, contest) == lacking
        sample = a_sample(writing, contest)
        record_findings(writing, sample, {1: Finding(agrees=True)}, by=LOOKED, at=AT)
        assert blockers(writing, contest) == lacking
        record_findings(writing, sample, {2: Finding(agrees=True)}, by=LOOKED, at=AT)
        assert blockers(writing, contest) == ()
        an_approved_batch(writing, contest.election, ["1"], "B")
        assert blockers(writing, contest) == lacking
