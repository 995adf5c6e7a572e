"""The staff's first page: what stands between now and a lawful settlement, for those who may see it."""

from pathlib import Path

import pytest
from flask import Flask

from app.auth.domain.roles import Role
from tests.browser import Browser
from tests.conftest import SignIn
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
