"""Every text has its nynorsk and its English, and the glossary's words are the ones used."""

import re

import pytest
from babel.messages.catalog import Message

from tools import catalogues

PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]")


def entries(language: str) -> list[Message]:
    return catalogues.messages(language)


def forms(message: Message) -> list[tuple[str, str]]:
    """Source and translation, for each grammatical number."""
    if isinstance(message.id, str):
        return [(message.id, str(message.string))]
    return list(zip(message.id, message.string or (), strict=True))


def glossary() -> dict[str, str]:
    """Bokmål → nynorsk, for the glossary's entries of one word each."""
    rows = (catalogues.ROOT / "docs" / "glossary.md").read_text(encoding="utf-8").splitlines()
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows if row.startswith("| ")]
    return {nb: nn for _term, nb, nn in cells if not re.search(r"[,/(]", nb + nn)}


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
def test_the_catalogue_has_every_text_of_the_code_and_no_other(language: str) -> None:
    """If this fails: make docs, then write the translations."""
    assert catalogues.path(language).read_bytes() == catalogues.fresh(language)


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
def test_no_text_is_untranslated(language: str) -> None:
    assert catalogues.untranslated(language) == []


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
def test_a_translation_has_the_facts_of_its_source(language: str) -> None:
    differing = [
        source
        for message in entries(language)
        for source, translation in forms(message)
        if sorted(PLACEHOLDER.findall(source)) != sorted(PLACEHOLDER.findall(translation))
    ]
    assert differing == []


def test_nynorsk_uses_the_words_of_the_glossary() -> None:
    words = glossary()
    differing = {
        source: translation
        for message in entries("nn")
        for source, translation in forms(message)
        if source.lower() in words and translation.lower() != words[source.lower()]
    }
    assert differing == {}


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
def test_the_compiled_catalogue_is_not_older_than_its_source(language: str) -> None:
    """If this fails: make setup."""
    source = catalogues.path(language)
    assert source.with_suffix(".mo").stat().st_mtime >= source.stat().st_mtime
