"""The practice meeting on its page: every step can be answered, a wrong answer is told, and it ends in the minutes."""

import pytest

from app.auth.domain.roles import Role
from app.meetings.minutes_texts.words import WrittenForm
from app.meetings.practice.acts_of_steps import act_of
from app.meetings.practice.script import practice_steps
from tests.browser import Browser
from tests.conftest import SignIn


@pytest.mark.parametrize("form", list(WrittenForm))
def test_one_who_answers_everything_right_ends_with_the_minutes_and_all_points(
    client: Browser, sign_in: SignIn, form: WrittenForm
) -> None:
    sign_in(Role.COUNCIL_SECRETARY, "fana")
    steps = practice_steps(form)
    there = f"/admin/moter/ovelse/{form}?steg=0&rett=0"
    for step in steps:
        there = client.get(f"{there}&svar={act_of(step.event).act}").location
    page = client.get(there).text
    assert f"{len(steps)} av {len(steps)} riktige." in page
    assert "16/26 Gatelys som er slått av" in page


@pytest.mark.rule("R-287")
def test_the_vote_without_quorum_is_refused_before_ones_eyes_and_a_wrong_answer_is_told(
    client: Browser, sign_in: SignIn
) -> None:
    sign_in(Role.COUNCIL_SECRETARY, "fana")
    steps = practice_steps(WrittenForm.BOKMAAL)
    place = next(number for number, step in enumerate(steps) if step.refused)
    right = client.get(f"/admin/moter/ovelse/nb?steg={place}&rett=0&svar=votering").location
    assert "4 av 9 plasser er besatt, og 5 må til" in client.get(right).text
    wrong = client.get("/admin/moter/ovelse/nb?steg=1&rett=1&svar=opprop")
    assert wrong.status_code == 200
    told = client.get(client.get("/admin/moter/ovelse/nb?steg=2&rett=2&svar=pause").location).text
    assert "Det føres med «Ta opp en sak»." in told
