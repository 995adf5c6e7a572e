"""The fonts of printed documents: Inter from npm's woff2 files, as the TrueType files that app/pdf embeds.

Run by make after the front-end files. Does nothing when the fonts already match their sources. The same sources always
give the same bytes, so that a document printed on two machines is the same document.
"""

import hashlib
import sys
from collections.abc import Mapping
from pathlib import Path

from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parent.parent
SOURCES = (ROOT / "node_modules" / "inter-ui" / "web", ROOT / "app" / "static" / "vendor" / "inter")
FONTS = ROOT / "app" / "pdf" / "fonts"
STAMP = ".made-from"

STYLES = ("Regular", "Italic", "SemiBold", "Bold")
# Figures of equal width, so that columns of numbers stand straight. Bold and italic keep the even rhythm of headings.
TABULAR = ("Regular", "SemiBold")
# Rules for shaping text, which reportlab does not read.
UNREAD_TABLES = ("GDEF", "GPOS", "GSUB")


class SetUpFailed(Exception):
    """One line that tells the developer what to do."""


def source_folder() -> Path:
    """The folder that holds every woff2 file we need."""
    for folder in SOURCES:
        if all((folder / f"Inter-{style}.woff2").is_file() for style in STYLES):
            return folder
    raise SetUpFailed("the Inter fonts are not fetched yet; run make setup")


def fingerprint(source: Path) -> str:
    """What the fonts depend on: their sources and this file."""
    made_from = hashlib.sha256(Path(__file__).read_bytes())
    for style in STYLES:
        made_from.update((source / f"Inter-{style}.woff2").read_bytes())
    return made_from.hexdigest()


def is_fresh(target: Path, made_from: str) -> bool:
    stamp = target / STAMP
    every_font = all((target / f"Inter-{style}.ttf").is_file() for style in STYLES)
    return every_font and stamp.is_file() and stamp.read_text() == made_from


def tabular_forms(font: TTFont) -> Mapping[str, str]:
    """The font's own list of glyphs that have a form of equal width (OpenType feature tnum)."""
    substitutions = font["GSUB"].table
    forms: dict[str, str] = {}
    for record in substitutions.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for number in record.Feature.LookupListIndex:
                for part in substitutions.LookupList.Lookup[number].SubTable:
                    forms.update(getattr(part, "ExtSubTable", part).mapping)
    return forms


def make_figures_tabular(font: TTFont) -> None:
    """Let 0–9 mean the figures of equal width."""
    forms, glyphs = tabular_forms(font), font.getBestCmap()
    figures = {figure: forms[glyphs[figure]] for figure in map(ord, "0123456789")}
    for table in font["cmap"].tables:
        table.cmap.update(figures)


def make_font(source: Path, target: Path, style: str) -> None:
    font = TTFont(source / f"Inter-{style}.woff2", recalcTimestamp=False)
    if style in TABULAR:
        make_figures_tabular(font)
    for table in UNREAD_TABLES:
        if table in font:
            del font[table]
    font.flavor = None
    font.save(target / f"Inter-{style}.ttf")


def make_fonts(source: Path, target: Path) -> None:
    """Write the fonts; the stamp comes last, so that an interrupted run is made again."""
    target.mkdir(parents=True, exist_ok=True)
    (target / STAMP).unlink(missing_ok=True)
    for style in STYLES:
        make_font(source, target, style)
    (target / STAMP).write_text(fingerprint(source))


def main() -> int:
    try:
        source = source_folder()
    except SetUpFailed as failure:
        print(f"fonts: {failure}", file=sys.stderr)
        return 1
    if not is_fresh(FONTS, fingerprint(source)):
        make_fonts(source, FONTS)
        print(f"fonts: {len(STYLES)} files in {FONTS.relative_to(ROOT)}/")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
