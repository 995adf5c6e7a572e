"""Names as they stand in addresses."""

import pytest

from app.councils.domain.slugs import free_slug, slug_of


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Årstad", "arstad"),
        ("Fyllingsdalen vest", "fyllingsdalen-vest"),
        ("Østre Ærøy", "ostre-aeroy"),
        ("Unjárga – Nesseby", "unjarga-nesseby"),
        ("Čáŋgŧ", "cangt"),
        ("–", ""),
    ],
)
def test_letters_become_plain_and_the_rest_hyphens(name: str, slug: str) -> None:
    assert slug_of(name) == slug


def test_a_slug_that_is_taken_gets_the_first_free_number() -> None:
    assert free_slug("Fana", ()) == "fana"
    assert free_slug("Fana", {"fana"}) == "fana-2"
    assert free_slug("Fana", {"fana", "fana-2", "fana-3"}) == "fana-4"
    assert free_slug("–", ()) == "bydel"
