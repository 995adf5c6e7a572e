"""A council takes office, and the previous one ends, in one act (R-210, R-262)."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.audit.models import AuditEvent
from app.audit.services import AT_THE_KEYBOARD
from app.core.database import transaction
from app.councils.council_models import Council, CouncilTerm
from app.councils.domain.membership import EndCause, Role
from app.councils.domain.recording import ChangedMeanwhile, changed
from app.councils.domain.takeover import ElectedTwice
from app.councils.membership_models import SeatSpellRow
from app.councils.queries import council_by_slug, council_on_date, persons, sitting_council, term_on
from app.councils.refusals import CouncilAlreadySits, CouncilNotInOrder, SlugTaken, UnknownGroup
from app.councils.services.set_up import set_up_council
from app.councils.services.spells import record_spells
from app.councils.spell_rows import history_of
from tests.stored_councils import AFTER_ELECTION, BEFORE, a_council, appoint, elect, people

LATER = datetime(2026, 11, 1, tzinfo=UTC)


def _fana(session: Session) -> Council:
    """Ada and Bo of Ap, Cato of H, appointed from 2020: Ada leads. Deputies: Dag and Eva of Ap."""
    with transaction() as writing:
        council = a_council(writing)
        ada, bo, cato, dag, eva = people(writing, "Ada", "Bo", "Cato", "Dag", "Eva")
        appoint(
            writing,
            council,
            "Ap H Ap",
            {"Ap": [ada, bo], "H": [cato]},
            deputies={"Ap": [dag, eva]},
            officers=[(Role.CHAIR, ada)],
        )
    return _stored(session)


def _stored(session: Session) -> Council:
    found = council_by_slug(session, "fana")
    assert found
    return found


def _names(session: Session, council: Council, day: date, known: datetime = LATER) -> list[str | None]:
    """Who has seat 1, 2, 3 … that day."""
    council_term = term_on(session, council.id, day)
    assert council_term
    seats = council_on_date(session, council_term, day, known).seats
    found = persons(session, {each.holder.person_id for each in seats if each.holder})
    return [found[each.holder.person_id].name if each.holder else None for each in seats]


@pytest.mark.rule("R-262")
def test_the_appointed_have_their_seats_from_the_first_day_and_no_day_before(session: Session) -> None:
    fana = _fana(session)
    assert term_on(session, fana.id, date(2019, 12, 31)) is None
    assert _names(session, fana, date(2020, 1, 1)) == ["Ada", "Cato", "Bo"]


@pytest.mark.rule("R-210")
def test_the_elected_take_over_and_every_spell_of_the_old_council_ends(session: Session) -> None:
    """Ada is elected again, Gro is new; the old council sits up to, but not with, 10 October 2023."""
    fana = _fana(session)
    with transaction() as writing:
        council = _stored(writing)
        term = term_on(writing, council.id, date(2023, 1, 1))
        assert term
        [gro] = people(writing, "Gro")
        ada = next(each for each in persons(writing, range(100)).values() if each.name == "Ada")
        elect(writing, council, "Ap H Ap", {"Ap": [ada, gro], "H": people(writing, "Hilde")})
    assert _names(session, fana, date(2023, 10, 9)) == ["Ada", "Cato", "Bo"]
    assert _names(session, fana, date(2023, 10, 10)) == ["Ada", "Hilde", "Gro"]
    old = term_on(session, fana.id, date(2023, 10, 9))
    assert old
    assert old.to_on == date(2023, 10, 10)
    ended = history_of(session, old.id).known_at(LATER)
    assert [each.end_cause for each in ended.seats] == [EndCause.TERM_ENDED] * 3
    assert [each.end_cause for each in ended.deputies] == [EndCause.TERM_ENDED] * 2
    assert [each.end_cause for each in ended.roles] == [EndCause.TERM_ENDED]


@pytest.mark.rule("R-262")
def test_what_was_known_before_the_takeover_can_still_be_asked_for(session: Session) -> None:
    fana = _fana(session)
    with transaction() as writing:
        council = _stored(writing)
        elect(writing, council, "Ap H Ap", {"Ap": people(writing, "Gro", "Jo"), "H": people(writing, "Hilde")})
    old = term_on(session, fana.id, date(2020, 1, 1))
    assert old
    then = history_of(session, old.id).known_at(BEFORE)
    assert [each.to_on for each in then.seats] == [None, None, None]
    now = history_of(session, old.id).known_at(AFTER_ELECTION)
    assert [each.to_on for each in now.seats] == [date(2023, 10, 10)] * 3


@pytest.mark.rule("R-256")
def test_the_rules_of_succession_see_members_deputies_and_the_chair(session: Session) -> None:
    fana = _fana(session)
    council_term = term_on(session, fana.id, date(2021, 5, 1))
    assert council_term
    seen = sitting_council(session, council_term, date(2021, 5, 1), LATER)
    assert [(each.name, each.seat, each.group, each.role) for each in seen.members] == [
        ("Ada", 1, "Ap", Role.CHAIR),
        ("Cato", 2, "H", None),
        ("Bo", 3, "Ap", None),
    ]
    assert [(each.name, each.rank) for each in seen.deputies_of("Ap")] == [("Dag", 1), ("Eva", 2)]
    assert seen.candidates is None


def test_the_trail_tells_of_the_takeover(session: Session) -> None:
    _fana(session)
    [event] = session.scalars(select(AuditEvent).where(AuditEvent.act == "CouncilTookOffice"))
    assert event.after == {
        "from_on": "2020-01-01",
        "decision_reference": "2019/1234",
        "seats_filled": 3,
        "seats_empty": 0,
        "deputies": 2,
        "previous_ended_on": None,
    }


@pytest.mark.rule("R-262")
def test_someone_elected_twice_is_refused_and_nothing_is_stored(session: Session) -> None:
    with pytest.raises(ElectedTwice), transaction() as writing:
        _appoint_one_twice(writing)
    assert session.scalar(select(func.count()).select_from(CouncilTerm)) == 0
    assert session.scalar(select(func.count()).select_from(SeatSpellRow)) == 0


def _appoint_one_twice(session: Session) -> None:
    ada, cato = people(session, "Ada", "Cato")
    appoint(session, a_council(session), "Ap Ap H", {"Ap": [ada, ada], "H": [cato]})


@pytest.mark.rule("R-262")
def test_a_list_that_the_council_does_not_have_is_refused(session: Session) -> None:
    with pytest.raises(UnknownGroup) as refused, transaction() as writing:
        appoint(writing, a_council(writing), "Ap Ap V", {"Ap": people(writing, "A", "B"), "V": people(writing, "C")})
    assert refused.value == UnknownGroup("V", ("Ap", "H"))


@pytest.mark.rule("R-262")
def test_a_council_is_not_opened_twice_for_the_same_days(session: Session) -> None:
    _fana(session)
    with pytest.raises(CouncilAlreadySits), transaction() as writing:
        appoint(writing, _stored(writing), "Ap Ap H", {"Ap": people(writing, "X", "Y"), "H": people(writing, "Z")})


@pytest.mark.rule("R-6")
def test_a_council_without_the_statutory_designation_is_refused(session: Session) -> None:
    with pytest.raises(CouncilNotInOrder), transaction() as writing:
        set_up_council(
            writing,
            a_council(writing).district,
            "Fana bystyre",
            "fana-2",
            contact="",
            established_on=date(2020, 1, 1),
            by=AT_THE_KEYBOARD,
            at=BEFORE,
        )


def test_two_councils_cannot_have_one_address(session: Session) -> None:
    _fana(session)
    with pytest.raises(SlugTaken) as refused, transaction() as writing:
        a_council(writing, "Fanafjell", "fana")
    assert refused.value == SlugTaken("fana", "Fana bydelsutvalg")


@pytest.mark.rule("R-262")
def test_the_second_of_two_corrections_of_one_fact_is_refused(session: Session) -> None:
    """Both have read the first version of Ada's time as chair; the second must look again."""
    fana = _fana(session)
    council_term = term_on(session, fana.id, date(2020, 1, 1))
    assert council_term
    read = history_of(session, council_term.id).roles[0]
    entry = changed(read, replace(read.spell, to_on=date(2022, 1, 1)))
    with transaction() as writing:
        record_spells(writing, council_term, [entry], by=AT_THE_KEYBOARD, at=AFTER_ELECTION)
    with pytest.raises(ChangedMeanwhile), transaction() as writing:
        record_spells(writing, council_term, [entry], by=AT_THE_KEYBOARD, at=LATER)
