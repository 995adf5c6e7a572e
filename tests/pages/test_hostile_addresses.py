"""Addresses and fields that no person would write are answered calmly, on both databases."""

import pytest

from tests.browser import Browser


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/valg/%00", 404),
        ("/valg/2023/%00", 404),
        ("/valg/2023/fana%0a", 404),
        ("/valg/" + "a" * 3000, 404),
        ("/valg/..%2f..%2fetc", 404),
        ("/static/..%2f..%2fconfig.py", 404),
        ("/valg?side=%00", 400),
        ("/valg/%F0%9F%97%B3", 404),
    ],
)
def test_a_hostile_address_leads_nowhere(client: Browser, address: str, status: int) -> None:
    assert client.get(address).status_code == status


def test_a_field_with_a_nul_is_not_understood(client: Browser) -> None:
    assert client.send("/logg-inn", {"address": "a\0b", "password": "c"}).status_code == 400


def test_an_upload_that_is_too_large_is_refused(client: Browser) -> None:
    assert client.post("/logg-inn", data=b"x" * 2_000_000).status_code == 413
