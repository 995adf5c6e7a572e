"""Every text has its nynorsk and its English, and the glossary's words are the ones used."""

import re

import pytest
from babel.messages.catalog import Message

from tools import catalogues

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w+\}")
SEPARATOR = re.compile(r"\s*[,/]\s*")
MARKS = (".", ":", "?", "!", "…")
BOKMAAL = re.compile(
    r"\b(ble|bydeler|bydelene|en|et|filen|fra|hva|hvem|hver|hvert|hvilke[nt]?|hvor|hvordan|ikke|kandidater|listen|mye|"
    r"navn|navnet|noe|noen|nå|plasser|plassene|selv|stemmesedl\w*|stemmeseddel\w*|tallet|uten|valget|valgt|være)\b",
    re.IGNORECASE,
)
ENGLISH = re.compile(r"\b(an|and|ballots?|cannot|count|is|not|of|seats?|the|votes?|was|with|you|your)\b", re.IGNORECASE)


def entries(language: str) -> list[Message]:
    return catalogues.messages(language)


def forms(message: Message) -> list[tuple[str, str]]:
    """Source and translation, for each grammatical number."""
    if isinstance(message.id, str):
        return [(message.id, str(message.string))]
    return list(zip(message.id, message.string or (), strict=True))


def glossary() -> dict[str, str]:
    """Bokmål → nynorsk; an entry of several words counts word by word when both sides have equally many."""
    rows = (catalogues.ROOT / "docs" / "glossary.md").read_text(encoding="utf-8").splitlines()
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows if row.startswith("| ")][1:]
    pairs = [(SEPARATOR.split(nb), SEPARATOR.split(nn)) for _term, nb, nn in cells if "(" not in nb + nn]
    return {nb: nn for nbs, nns in pairs if len(nbs) == len(nns) for nb, nn in zip(nbs, nns, strict=True)}


def words_in(pattern: re.Pattern[str], language: str) -> dict[str, list[str]]:
    """The translations that hold words of ``pattern``, placeholders aside."""
    texts = [translation for message in entries(language) for _source, translation in forms(message)]
    return {text: found for text in texts if (found := pattern.findall(PLACEHOLDER.sub("", text)))}


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


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
def test_a_translation_begins_and_ends_as_its_source(language: str) -> None:
    """Spaces around a text join it to its neighbours; a full stop says that it is a sentence."""
    differing = [
        source
        for message in entries(language)
        for source, translation in forms(message)
        if edges(source) != edges(translation)
    ]
    assert differing == []


def edges(text: str) -> tuple[str, str, str]:
    """White space before and after, and the mark that ends a sentence."""
    bare = text.strip()
    start = text.index(bare)
    return text[:start], text[start + len(bare) :], bare[-1:] if bare.endswith(MARKS) else ""


def test_sources_and_nynorsk_hold_no_english() -> None:
    sources = [source for message in entries("nn") for source, _translation in forms(message)]
    assert {text for text in sources if ENGLISH.search(PLACEHOLDER.sub("", text))} == set()
    assert words_in(ENGLISH, "nn") == {}


def test_translations_hold_no_bokmaal() -> None:
    assert words_in(BOKMAAL, "nn") == {}
    assert words_in(BOKMAAL, "en") == {}


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
