"""A later list deadline for one district: what comes in by it is in time, elsewhere nothing changes."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.audit.models import AuditEvent
from app.core.database import transaction
from app.core.errors import DomainError
from app.elections.domain.list_extension import EnoughLists, ListExtension, ListsMayStillCome
from app.elections.domain.list_findings import Check
from app.elections.lists.deadlines import list_deadlines
from app.elections.lists.models import ListExtensionRow
from app.elections.lists.queries import lists_of_election, reviewed
from app.elections.lists.refusals import DeadlineNotPassed, DecidedInFuture, ReferenceMissing
from app.elections.lists.services.decisions import close_lists
from app.elections.lists.services.extensions import extend_lists
from app.elections.models import ContestRow, ElectionRow
from app.elections.setting_models import ElectionSetting
from tests.list_proposals import AT, BY, a_draft, an_open_election, received

UNTIL = ListExtension(date(2027, 4, 23), date(2027, 4, 5))
IN_APRIL = datetime(2027, 4, 22, 7, 0, 5, tzinfo=UTC)
MAY = datetime(2027, 5, 3, 8, tzinfo=UTC)


def contest(session: Session, code: str) -> ContestRow:
    return session.scalars(select(ContestRow).where(ContestRow.code == code)).one()


@pytest.fixture
def election(session: Session) -> ElectionRow:
    """Fana has one list in time, Arna two."""
    with transaction() as writing:
        row = an_open_election(writing, {"fana": 15, "arna": 13})
        received(writing, a_draft(writing, row))
        received(writing, a_draft(writing, row, contest="arna"))
        received(writing, a_draft(writing, row, "Høyre", "H", contest="arna"))
    return session.scalars(select(ElectionRow)).one()


@pytest.mark.rule("R-24", "R-50")
def test_a_list_that_comes_by_the_later_deadline_is_not_late_in_that_district(
    session: Session, election: ElectionRow
) -> None:
    """Friday 23 April 2027 at 12:00 in Oslo is 10:00 UTC; on the 22nd a list comes to each district."""
    with transaction() as writing:
        extend_lists(writing, contest(writing, "fana"), UNTIL, "KS 2027/31", by=BY, at=AT)
    with transaction() as writing:
        row = writing.scalars(select(ElectionRow)).one()
        for code in ("fana", "arna"):
            draft = a_draft(writing, row, "Venstre", "V", contest=code)
            draft.received_at, draft.received_by = IN_APRIL, BY.name
            late = Check.LATE in [each.check for each in reviewed(writing, draft).findings]
            assert late is (code == "arna")
    assert list_deadlines(contest(session, "fana")).closes_at == datetime(2027, 4, 23, 10, tzinfo=UTC)
    assert list_deadlines(contest(session, "arna")).closes_at == datetime(2027, 3, 31, 10, tzinfo=UTC)
    event = session.scalars(select(AuditEvent).where(AuditEvent.act == "ListDeadlineExtended")).one()
    assert (event.object_id, event.before) == ("2027/fana", {"until": None})
    assert event.after == {"until": "2027-04-23", "decided_on": "2027-04-05", "reference": "KS 2027/31"}


@pytest.mark.rule("R-24")
def test_the_lists_of_the_election_are_not_decided_before_the_last_deadline(
    session: Session, election: ElectionRow
) -> None:
    with transaction() as writing:
        extend_lists(writing, contest(writing, "fana"), UNTIL, "KS 2027/31", by=BY, at=AT)
        for row in lists_of_election(writing, writing.scalars(select(ElectionRow)).one()):
            for each in row.proposals:
                writing.delete(each.row)
        writing.flush()
        with pytest.raises(DeadlineNotPassed):
            close_lists(writing, writing.scalars(select(ElectionRow)).one(), by=BY, at=IN_APRIL)


@pytest.mark.rule("R-24")
@pytest.mark.parametrize(
    ("code", "extension", "reference", "at", "refusal"),
    [
        ("arna", UNTIL, "KS 2027/31", AT, EnoughLists),
        ("fana", UNTIL, " ", AT, ReferenceMissing),
        ("fana", ListExtension(date(2027, 4, 23), date(2027, 4, 7)), "KS 2027/31", AT, DecidedInFuture),
        ("fana", UNTIL, "KS 2027/31", datetime(2027, 3, 31, 10, tzinfo=UTC), DecidedInFuture),
        (
            "fana",
            ListExtension(date(2027, 4, 23), date(2027, 3, 31)),
            "KS 2027/31",
            datetime(2027, 3, 31, 10, tzinfo=UTC),
            ListsMayStillCome,
        ),
    ],
    ids=["two lists", "no case number", "decided tomorrow", "decided next week", "at the stroke of noon"],
)
def test_a_refused_extension_leaves_nothing_behind(
    session: Session,
    election: ElectionRow,
    *,
    code: str,
    extension: ListExtension,
    reference: str,
    at: datetime,
    refusal: type[DomainError],
) -> None:
    with pytest.raises(refusal), transaction() as writing:
        extend_lists(writing, contest(writing, code), extension, reference, by=BY, at=at)
    assert session.scalars(select(ListExtensionRow)).all() == []
    assert session.scalars(select(AuditEvent).where(AuditEvent.act == "ListDeadlineExtended")).all() == []


@pytest.mark.rule("R-24")
def test_where_the_whole_municipality_is_counted_three_lists_in_two_districts_are_enough(
    session: Session, election: ElectionRow
) -> None:
    with transaction() as writing:
        writing.add(ElectionSetting(election_id=election.id, name="extension_scope", value="municipality"))
    with pytest.raises(EnoughLists) as refused, transaction() as writing:
        extend_lists(writing, contest(writing, "fana"), UNTIL, "KS 2027/31", by=BY, at=AT)
    assert refused.value.arrived == 3
