"""What is recorded wrongly is corrected by a new version, and what was shown before can still be shown (R-262)."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.audit.models import AuditEvent
from app.core.database import transaction
from app.councils.council_models import CouncilTerm
from app.councils.domain.correcting import (
    AnothersSpell,
    AnyVersion,
    Correction,
    NothingCorrected,
    ReasonMissing,
    moved_along,
)
from app.councils.domain.entry_book import currently_known
from app.councils.domain.events import GoesOnLeave, LeavesBecause, LeavesForGood, LeavesOffice
from app.councils.domain.history import History
from app.councils.domain.membership import EndCause, Role, SeatSpell
from app.councils.domain.membership_refusals import OutsideTerm, SeatTaken
from app.councils.domain.recording import ChangedMeanwhile, Spell
from app.councils.domain.time_axes import Version
from app.councils.in_term.services.corrections import correct_spells
from app.councils.spell_rows import history_of
from tests.councils_in_term import BY_LAW, ELECTED, LATER, LEAVE_OUT, SECRETARY, Fana, a_moment, facts, fana


def known(council: Fana) -> History:
    return currently_known(history_of(council.session, council.council_term_id), LATER)


def seat_of(council: Fana, name: str) -> Version[SeatSpell]:
    return next(each for each in known(council).seats if each.spell.person_id == council.id(name))


def correct(council: Fana, *corrections: Correction, reason: str = "Feil dato i vedtaket", at: datetime) -> None:
    with transaction() as writing:
        council_term = writing.get_one(CouncilTerm, council.council_term_id)
        correct_spells(writing, council_term, corrections, reason, by=SECRETARY, at=at)


def with_what_follows(council: Fana, before: AnyVersion, after: Spell) -> list[Correction]:
    return [Correction(before, after), *moved_along(known(council), before, after)]


def bo_is_followed_by_finn(session: Session) -> Fana:
    """Bo died; Finn moved up on 1 August 2023. That was recorded on 2 August."""
    council = fana(session, ELECTED)
    recorded_at = datetime(2023, 8, 2, 9, tzinfo=UTC)
    bo = LeavesForGood(council.id("Bo"), LeavesBecause.DIED)
    council.happens(bo, "2023-08-01", BY_LAW, LEAVE_OUT, at=recorded_at)
    return council


@pytest.mark.rule("R-262")
def test_a_wrong_date_is_corrected_for_all_it_concerns_and_what_was_shown_can_still_be_shown(session: Session) -> None:
    """It was on 10 August: Bo's last day, Finn's first, and Finn's last as deputy move together on 20 August."""
    council = bo_is_followed_by_finn(session)
    bo = seat_of(council, "Bo")
    after = replace(bo.spell, to_on=date(2023, 8, 10))
    correct(council, *with_what_follows(council, bo, after), at=datetime(2023, 8, 20, 9, tzinfo=UTC))
    assert council.seats("2023-08-05") == "Ada Dag Bo Eva Cara"
    assert council.deputies("2023-08-09") == "1.Finn 2.Gro"
    assert council.seats("2023-08-10") == "Ada Dag Finn Eva Cara"
    assert council.seats("2023-08-05", datetime(2023, 8, 19, tzinfo=UTC)) == "Ada Dag Finn Eva Cara"
    assert council.deputies("2023-08-05", known=datetime(2023, 8, 19, tzinfo=UTC)) == "2.Gro"
    assert council.seats("2023-08-05", datetime(2023, 8, 1, tzinfo=UTC)) == "Ada Dag Bo Eva Cara"


@pytest.mark.rule("R-262")
def test_the_trail_tells_what_stood_before_what_stands_now_and_why(session: Session) -> None:
    council = bo_is_followed_by_finn(session)
    bo = seat_of(council, "Bo")
    correct(
        council, Correction(bo, replace(bo.spell, end_cause=EndCause.RELEASED)), at=a_moment(), reason="Søkte fritak"
    )
    event = session.scalars(select(AuditEvent).where(AuditEvent.act == "SpellsCorrected")).one()
    assert (event.reason, event.object_id) == ("Søkte fritak", "fana")
    before, after = facts(event.before), facts(event.after)
    assert before["spells"][0]["end_cause"] == "died"
    assert after["spells"][0]["end_cause"] == "released"
    assert after["spells"][0]["replaces_id"] == bo.id


@pytest.mark.rule("R-262")
def test_one_that_never_was_is_taken_away_and_still_remembered(session: Session) -> None:
    council = bo_is_followed_by_finn(session)
    bo, finn = seat_of(council, "Bo"), seat_of(council, "Finn")
    deputy = next(each for each in known(council).deputies if each.spell.person_id == council.id("Finn"))
    correct(
        council,
        Correction(finn, None),
        Correction(bo, replace(bo.spell, to_on=None, end_cause=None)),
        Correction(deputy, replace(deputy.spell, to_on=None, end_cause=None)),
        at=datetime(2023, 8, 20, 9, tzinfo=UTC),
        reason="Dødsfallet gjaldt en annen",
    )
    assert council.seats("2023-08-05") == "Ada Dag Bo Eva Cara"
    assert council.deputies("2023-08-05") == "1.Finn 2.Gro"
    assert council.seats("2023-08-05", datetime(2023, 8, 19, tzinfo=UTC)) == "Ada Dag Finn Eva Cara"


@pytest.mark.rule("R-253", "R-256")
def test_a_leave_that_is_shortened_takes_its_substitute_with_it(session: Session) -> None:
    council = fana(session)
    leave = GoesOnLeave(council.id("Bo"), date(2022, 3, 1), date(2022, 12, 1))
    council.happens(leave, "2022-03-01", council.named("Finn"), BY_LAW)
    stored = known(council).leaves[0]
    after = replace(stored.spell, to_on=date(2022, 10, 1), decision_reference="2022/99")
    correct(council, *with_what_follows(council, stored, after), at=a_moment(), reason="Nytt vedtak i bystyret")
    assert council.seats("2022-09-30") == "Ada Dag Bo(Finn) Eva Cara"
    assert council.seats("2022-10-01") == "Ada Dag Bo Eva Cara"


@pytest.mark.rule("R-259")
def test_the_day_of_a_new_chair_is_corrected_for_both(session: Session) -> None:
    council = fana(session)
    council.happens(LeavesOffice(council.id("Ada")), "2022-03-01", council.named("Cara"))
    cara = next(each for each in known(council).roles if each.spell.person_id == council.id("Cara"))
    after = replace(cara.spell, from_on=date(2022, 3, 15))
    correct(council, *with_what_follows(council, cara, after), at=a_moment())
    assert council.officer(Role.CHAIR, "2022-03-14") == "Ada"
    assert council.officer(Role.CHAIR, "2022-03-15") == "Cara"


def refused(council: Fana, kind: type[Exception], *corrections: Correction, reason: str = "Feil") -> None:
    rows, acts = council.rows(), council.acts()
    with pytest.raises(kind):
        correct(council, *corrections, reason=reason, at=a_moment())
    council.session.rollback()
    assert (council.rows(), council.acts()) == (rows, acts)


@pytest.mark.rule("R-262")
def test_what_cannot_be_corrected_is_refused_and_nothing_is_stored(session: Session) -> None:
    council = bo_is_followed_by_finn(session)
    bo = seat_of(council, "Bo")
    later = replace(bo.spell, to_on=date(2023, 8, 10))
    refused(council, ReasonMissing, Correction(bo, later), reason=" ")
    refused(council, NothingCorrected, Correction(bo, bo.spell))
    refused(council, AnothersSpell, Correction(bo, replace(bo.spell, person_id=council.id("Jon"))))
    refused(council, OutsideTerm, Correction(bo, replace(bo.spell, to_on=bo.spell.from_on)))
    refused(council, OutsideTerm, Correction(bo, replace(bo.spell, from_on=date(2019, 12, 1))))
    refused(council, SeatTaken, Correction(bo, later))
    correct(council, *with_what_follows(council, bo, later), at=a_moment())
    refused(council, ChangedMeanwhile, Correction(bo, replace(bo.spell, end_cause=EndCause.RELEASED)))
