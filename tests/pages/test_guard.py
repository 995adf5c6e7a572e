"""The guard before every view: who is let past, who is sent to sign in, and who is told no."""

from contextlib import closing

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.auth.domain.roles import Role
from app.auth.guard import current_actor, current_reach, may
from app.auth.models import Account, RoleGrant
from app.core.access import requires
from app.core.database import transaction
from app.core.permissions import Permission
from tests.browser import Browser
from tests.conftest import SignIn

MEETINGS = "/admin/provested"


@pytest.fixture
def meetings(app: Flask) -> None:
    """A page for those who keep meetings, which tells where they do and who they are."""

    def page() -> dict[str, object]:
        where = current_reach(Permission.MEETINGS_KEEP)
        return {
            "everywhere": where.everywhere,
            "councils": sorted(where.councils),
            "actor": current_actor().name,
            "may": [permission for permission in Permission if may(permission)],
        }

    app.add_url_rule(MEETINGS, "meetings", requires(Permission.MEETINGS_KEEP)(page), methods=["GET", "POST"])


@pytest.mark.usefixtures("meetings")
def test_a_role_without_the_permission_is_told_no_with_what_to_do(client: Browser, sign_in: SignIn) -> None:
    sign_in(Role.AUDITOR)
    answer = client.get(MEETINGS)
    assert answer.status_code == 403
    assert "Siden krever en rolle du ikke har." in answer.text


@pytest.mark.usefixtures("meetings")
def test_a_role_in_one_council_reaches_that_council(client: Browser, sign_in: SignIn) -> None:
    person = sign_in(Role.COUNCIL_SECRETARY, "fana")
    assert client.get(MEETINGS).json == {
        "everywhere": False,
        "councils": ["fana"],
        "actor": person.address,
        "may": ["staff_pages:see", "councils:see", "councils:keep", "meetings:see", "meetings:keep"],
    }


@pytest.mark.usefixtures("meetings")
def test_a_role_in_the_municipality_reaches_everywhere(client: Browser, sign_in: SignIn) -> None:
    sign_in(Role.COUNCIL_SECRETARY)
    answer = client.get(MEETINGS).json
    assert answer is not None
    assert (answer["everywhere"], answer["councils"]) == (True, [])


@pytest.mark.usefixtures("meetings")
def test_a_role_that_is_taken_away_is_gone_with_the_next_request(
    client: Browser, sign_in: SignIn, session: Session
) -> None:
    sign_in(Role.COUNCIL_SECRETARY)
    assert client.get(MEETINGS).status_code == 200
    with transaction() as writing:
        writing.delete(writing.scalars(select(RoleGrant)).one())
    assert client.get(MEETINGS).status_code == 403


@pytest.mark.usefixtures("meetings")
def test_an_account_that_is_closed_is_out_with_the_next_request(
    client: Browser, sign_in: SignIn, session: Session
) -> None:
    sign_in(Role.COUNCIL_SECRETARY)
    with transaction() as writing:
        writing.scalars(select(Account)).one().active = False
    assert client.get(MEETINGS).status_code == 302


@pytest.mark.usefixtures("meetings")
def test_a_visitor_is_sent_to_sign_in_and_back_to_the_same_place_on_the_page(client: Browser) -> None:
    assert (
        client.get(f"{MEETINGS}?side=2&sok=å").headers["Location"]
        == "/logg-inn?next=/admin/provested?side%3D2%26sok%3D%C3%A5"
    )
    assert client.head(MEETINGS).status_code == 302


@pytest.mark.usefixtures("meetings")
def test_what_a_visitor_sends_is_answered_with_how_to_get_in(client: Browser) -> None:
    answer = client.send(MEETINGS)
    assert answer.status_code == 401
    assert "Du må logge inn først" in answer.text


@pytest.mark.usefixtures("meetings")
@pytest.mark.parametrize("cookie", ["", "not.a.session", "eyJfdXNlcl9pZCI6IjEifQ.Zxxxxx.forged"])
def test_a_cookie_we_did_not_sign_is_nobodys(client: Browser, cookie: str) -> None:
    client.set_cookie("__Host-verv", cookie, domain="localhost", secure=True)
    assert client.get(MEETINGS).status_code == 302


def test_an_address_that_leads_nowhere_is_not_there_for_anyone(client: Browser, sign_in: SignIn) -> None:
    assert client.get("/admin/finnes-ikke").status_code == 404
    sign_in(Role.AUDITOR)
    assert client.get("/admin/finnes-ikke").status_code == 404


@pytest.mark.parametrize("address", ["/", "/valg", "/static/css/verv.css", "/finnes-ikke"])
def test_a_public_answer_never_carries_the_session_of_its_reader(
    client: Browser, sign_in: SignIn, address: str
) -> None:
    """One kept copy serves everybody: it is the same for one who is signed in, and hands no session to the next."""
    with closing(client.get(address)) as as_visitor:
        sign_in(Role.AUDITOR)
        with closing(client.get(address)) as as_staff:
            assert "Set-Cookie" not in as_staff.headers
            assert [line for line in as_staff.text.splitlines() if "fault-number" not in line] == [
                line for line in as_visitor.text.splitlines() if "fault-number" not in line
            ]
