"""Takes every text in the code into the message catalogues: ``app/translations/{nn,en}/LC_MESSAGES/messages.po``.

Source texts are bokmål. Run by ``make docs``. New texts come in empty, and texts that are gone are dropped; nothing is
guessed, nothing carries a date or a line number, so the same code gives the same bytes. ``--compile`` writes what the
application reads.
"""

import io
import sys
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
TRANSLATIONS = ROOT / "app" / "translations"
LANGUAGES = ("nn", "en")
METHODS = [("**.py", "python"), ("**.html", "jinja2.ext:babel_extract")]
KEYWORDS = {**DEFAULT_KEYWORDS, "_l": None, "lazy_gettext": None, "lazy_ngettext": (1, 2)}
Id = str | tuple[str, str]


def main() -> None:
    """Bring every catalogue up to date, or compile them all."""
    for language in LANGUAGES:
        if "--compile" in sys.argv[1:]:
            compile_catalogue(language)
        else:
            path(language).parent.mkdir(parents=True, exist_ok=True)
            path(language).write_bytes(fresh(language))
            print(f"{path(language).relative_to(ROOT)}: {len(untranslated(language))} texts lack a translation")


def path(language: str) -> Path:
    """Where the catalogue of a language is."""
    return TRANSLATIONS / language / "LC_MESSAGES" / "messages.po"


def texts() -> set[Id]:
    """Every text of the application, singular with plural where it has one."""
    found: set[Id] = set()
    for _file, _line, message, _comments, _context in extract_from_dir(
        ROOT / "app", METHODS, keywords=KEYWORDS, options_map={"**.html": {"silent": "false"}}
    ):
        found.add((message[0], message[1]) if isinstance(message, tuple) else message)
    return found


def fresh(language: str) -> bytes:
    """The catalogue as it should be now: all texts in order, with the translations it has."""
    known = {message.id: message.string for message in messages(language)}
    catalogue = Catalog(locale=language, fuzzy=False, header_comment=f"# Verv: bokmål → {language}.")
    for text in sorted(texts(), key=lambda each: each if isinstance(each, str) else each[0]):
        catalogue.add(text, known.get(text) or ("" if isinstance(text, str) else ("", "")))
    buffer = io.BytesIO()
    write_po(buffer, catalogue, width=118, omit_header=True)
    return HEADER.format(language=language, plurals=catalogue.plural_forms).encode() + buffer.getvalue()


HEADER = """\
# Verv: bokmål → {language}. Made by `make docs`; write the translations here.
msgid ""
msgstr ""
"Language: {language}\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: {plurals}\\n"

"""


def messages(language: str) -> list[Message]:
    """The entries of a catalogue as it stands, guesses left out; none where there is no catalogue yet."""
    if not path(language).exists():
        return []
    with path(language).open("rb") as file:
        return [message for message in read_po(file, locale=language) if message.id and not message.fuzzy]


def untranslated(language: str) -> list[object]:
    """The texts that have no translation."""
    return [message.id for message in messages(language) if not all(_forms(message))]


def _forms(message: Message) -> list[str]:
    return [message.string] if isinstance(message.string, str) else list(message.string or ("",))


def compile_catalogue(language: str) -> None:
    """Write the file that the application reads, unless it is newer than the catalogue."""
    target = path(language).with_suffix(".mo")
    if target.exists() and target.stat().st_mtime >= path(language).stat().st_mtime:
        return
    with path(language).open("rb") as source, target.open("wb") as file:
        write_mo(file, read_po(source, locale=language))


if __name__ == "__main__":
    main()
