"""The staff's first page: what stands between now and a lawful settlement, for those who may see it."""

from datetime import date
from pathlib import Path

import pytest
import time_machine
from flask import Flask
from sqlalchemy.orm import Session

from app.auth.domain.roles import Role
from app.core.clock import now
from app.core.database import transaction
from app.councils.appointing.models import Appointment
from app.councils.domain.appointment_states import AppointmentState
from app.councils.domain.events import GoesOnLeave, LeavesBecause, LeavesForGood
from tests.appointments import an_appointment
from tests.browser import Browser
from tests.conftest import SignIn
from tests.councils_in_term import BY_LAW, LEAVE_OUT, WAIT, fana
from tests.pages.reading import links, page_words
from tests.small_election import write_files


def run(app: Flask, *arguments: object) -> None:
    outcome = app.test_cli_runner().invoke(args=["elections", *map(str, arguments)])
    assert outcome.exit_code == 0, outcome.stderr


def test_what_is_lacking_is_told_step_by_step(app: Flask, client: Browser, sign_in: SignIn, tmp_path: Path) -> None:
    files = write_files(tmp_path)
    sign_in(Role.ELECTION_OFFICER)
    assert "Ingenting venter på deg" in client.get("/admin").text

    run(app, "import-setup", files.setup)
    page = client.get("/admin").text
    assert "0 av 1 bydeler er gjort opp." in page
    for lacking in ("Foreløpig opptelling mangler", "Endelig opptelling mangler", "Oppgjøret gjenstår"):
        assert lacking in page

    run(app, "import-counts", 1, files.counts)
    run(app, "import-ballots", 1, files.ballots)
    page = client.get("/admin").text
    assert "Endelig opptelling mangler" not in page
    assert "Oppgjøret gjenstår" in page
    assert "Opptelling" in page

    run(app, "settle", 1)
    page = client.get("/admin").text
    assert "1 av 1 bydeler er gjort opp." in page
    assert "Valgoppgjøret er gjort" in page


@pytest.mark.parametrize(
    "role", [Role.COUNT_CLERK, Role.COUNCIL_SECRETARY, Role.APPOINTMENT_OFFICER, Role.ADMINISTRATOR]
)
def test_figures_of_an_election_are_for_those_who_may_see_elections(
    app: Flask, client: Browser, sign_in: SignIn, tmp_path: Path, role: Role
) -> None:
    run(app, "import-setup", write_files(tmp_path).setup)
    sign_in(role)
    page = client.get("/admin")
    assert page.status_code == 200
    assert "Bydelsvalg" not in page.text


def test_what_councils_need_is_told_those_who_keep_them(session: Session, client: Browser, sign_in: SignIn) -> None:
    council = fana(session, last_day_after=date(2030, 1, 1))
    sign_in(Role.COUNCIL_SECRETARY, "fana")
    assert "Ingenting: alle plasser og verv er besatt" in page_words(client.get("/admin").text)

    council.happens(LeavesForGood(council.id("Ada"), LeavesBecause.DIED), "2022-03-01", WAIT, WAIT)
    council.propose(LeavesForGood(council.id("Eva"), LeavesBecause.RELEASED), "2022-03-01")
    leave = GoesOnLeave(council.id("Bo"), date(2022, 3, 1), date(2022, 9, 1))
    council.happens(leave, "2022-03-01", LEAVE_OUT, BY_LAW)
    page = client.get("/admin").text
    words = page_words(page)
    assert "Fana bydelsutvalg: plass 1 står tom." in words
    assert "Fana bydelsutvalg: ingen er leder." in words
    assert "Fana bydelsutvalg: 1 forslag venter på vedtak." in words
    assert "/admin/bydeler/fana#endringer" in links(page)
    assert "Ingenting" not in words


def test_a_leave_that_ends_soon_is_told_of(session: Session, client: Browser, sign_in: SignIn) -> None:
    """Until 31 August 2026: told of in August, not in June."""
    council = fana(session, last_day_after=date(2030, 1, 1))
    leave = GoesOnLeave(council.id("Bo"), date(2026, 3, 1), date(2026, 9, 1))
    council.happens(leave, "2026-03-01", LEAVE_OUT, BY_LAW)
    officer = sign_in(Role.APPOINTMENT_OFFICER)
    for day, is_told in (("2026-06-15", False), ("2026-08-15", True)):
        with time_machine.travel(f"{day}T12:00:00+00:00"):
            client.begin_session(officer, now())
            words = page_words(client.get("/admin").text)
        assert ("fritaket til Bo varer til og med 31. august 2026." in words) is is_told


def test_who_keeps_another_council_sees_nothing_of_this_one(session: Session, client: Browser, sign_in: SignIn) -> None:
    council = fana(session, last_day_after=date(2030, 1, 1))
    council.happens(LeavesForGood(council.id("Ada"), LeavesBecause.DIED), "2022-03-01", WAIT, WAIT)
    sign_in(Role.COUNCIL_SECRETARY, "arna")
    assert "Fana" not in page_words(client.get("/admin").text)
    sign_in(Role.AUDITOR)
    assert "Fana" not in page_words(client.get("/admin").text)


def test_a_running_appointment_is_told_those_who_appoint(session: Session, client: Browser, sign_in: SignIn) -> None:
    with transaction() as writing:
        number = an_appointment(writing).id
    officer = sign_in(Role.APPOINTMENT_OFFICER)
    page = client.get("/admin").text
    assert "Bydelsutvalg 2023–2027: oppnevningen er under arbeid. De oppnevnte tiltrer 1. november 2023." in (
        page_words(page)
    )
    assert f"/admin/bydeler/oppnevning/{number}" in links(page)
    sign_in(Role.COUNCIL_SECRETARY, "fana")
    assert "oppnevningen" not in page_words(client.get("/admin").text)
    with transaction() as writing:
        writing.get_one(Appointment, number).state = AppointmentState.DROPPED
    client.begin_session(officer, now())
    assert "oppnevningen" not in page_words(client.get("/admin").text)
