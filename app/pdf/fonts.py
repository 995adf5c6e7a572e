"""The typeface of our documents, embedded in each of them: Inter, made into TrueType files by ``tools/fonts.py``."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

SOFT_HYPHEN = "\u00ad"  # no glyph: it shows only where it divides a word, as a hyphen

FOLDER = Path(__file__).parent / "fonts"


class Face(StrEnum):
    """The cuts we print with, by the name the font carries."""

    REGULAR = "Inter-Regular"
    ITALIC = "Inter-Italic"
    SEMIBOLD = "Inter-SemiBold"
    BOLD = "Inter-Bold"


class FontsMissing(Exception):
    """The font files are not there; set-up makes them."""

    def __init__(self, missing: Path) -> None:
        super().__init__(f"no font {missing.name} to print documents with: run make setup")
        self.missing = missing


@cache
def character_widths(face: Face) -> Mapping[str, float]:
    """Width of each character that can be printed, in thousandths of the type size. Loads the font the first time."""
    path = FOLDER / f"{face}.ttf"
    if not path.is_file():
        raise FontsMissing(path)
    # All settings are given, so that a reportlab settings file on the machine cannot change a document's bytes.
    font = TTFont(str(face), str(path), asciiReadable=True, shapable=False)
    pdfmetrics.registerFont(font)
    return {SOFT_HYPHEN: 0, **{chr(code): width for code, width in font.face.charWidths.items()}}


@cache
def printable_characters() -> frozenset[str]:
    """The characters every cut has."""
    return frozenset.intersection(*(frozenset(character_widths(face)) for face in Face))


def text_width(text: str, face: Face, size: float) -> float:
    """Width in points of a cleaned text on one line."""
    return sum(map(character_widths(face).__getitem__, text)) * size / 1000
