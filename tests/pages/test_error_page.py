"""The page for what cannot be done: plain words, what to do, and a number to tell."""

import pytest

from tests.pages.look import look_application

CODES = (400, 401, 403, 404, 405, 410, 413, 422, 429, 500, 503)


@pytest.mark.parametrize("code", CODES)
def test_each_error_says_what_happened_and_gives_a_number_to_tell(code: int) -> None:
    page = look_application().test_client().get(f"/feil/{code}", headers={"Accept-Language": "nb"})
    text = page.get_data(as_text=True)
    assert page.status_code == code
    assert text.count("<h1>") == 1
    assert f"Feil {code}" in text
    assert "3f9ac81b2277d0e4" in text
    assert "Til forsiden" in text


def test_every_error_has_words_of_its_own() -> None:
    client = look_application().test_client()
    headings = {client.get(f"/feil/{code}").get_data(as_text=True).split("<h1>")[1].split("</h1>")[0] for code in CODES}
    assert len(headings) == len(CODES)


@pytest.mark.parametrize(("rare", "like"), [(418, 400), (502, 500)])
def test_a_rare_error_is_explained_like_its_family(rare: int, like: int) -> None:
    client = look_application().test_client()
    words = client.get(f"/feil/{like}").get_data(as_text=True).split("<h1>")[1].split("</h1>")[0]
    assert f"<h1>{words}</h1>" in client.get(f"/feil/{rare}").get_data(as_text=True)
