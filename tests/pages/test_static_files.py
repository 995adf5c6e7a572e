"""Front-end files: fetched from a lock without addresses, kept by browsers for a year, never stale."""

import json
import re
from pathlib import Path

import pytest
from flask import Flask, url_for

from app.core.assets import fingerprint, init_assets
from app.core.party_colours import PALETTE, colour_classes
from tools.assets import COPIES, first_reason

ROOT = Path(__file__).parent.parent.parent
CHART_STYLES = (ROOT / "app/static/css/charts.css").read_text(encoding="utf-8")


@pytest.fixture
def site(tmp_path: Path) -> Flask:
    """An application with one style sheet."""
    (tmp_path / "page.css").write_text("p { color: red }")
    application = Flask("site", static_folder=str(tmp_path), static_url_path="/static")
    init_assets(application)
    return application


def test_the_address_changes_when_the_content_does(site: Flask, tmp_path: Path) -> None:
    with site.test_request_context():
        before = url_for("static", filename="page.css")
        (tmp_path / "page.css").write_text("p { color: green }")
        after = url_for("static", filename="page.css")
    assert re.fullmatch(r"/static/page\.css\?v=[0-9a-f]{12}", before)
    assert before != after


def test_a_file_asked_for_by_fingerprint_is_kept_for_a_year(site: Flask) -> None:
    with site.test_request_context():
        address = url_for("static", filename="page.css")
    assert cache_control(site, address) == "public, max-age=31536000, immutable"
    assert cache_control(site, "/static/page.css") == "no-cache"


def test_a_missing_file_is_never_kept(site: Flask) -> None:
    assert "immutable" not in cache_control(site, "/static/gone.css?v=1")


def test_a_missing_file_has_an_address_without_fingerprint(site: Flask, tmp_path: Path) -> None:
    with site.test_request_context():
        assert url_for("static", filename="gone.css") == "/static/gone.css"
    assert fingerprint(tmp_path / "gone.css") is None


def test_the_lock_holds_fingerprints_and_no_address() -> None:
    lock = (ROOT / "package-lock.json").read_text()
    packages = json.loads(lock)["packages"]
    assert all("integrity" in package for name, package in packages.items() if name)
    assert "://" not in lock
    assert '"resolved"' not in lock


def test_fonts_are_asked_for_under_the_version_in_the_lock() -> None:
    version = json.loads((ROOT / "package-lock.json").read_text())["packages"]["node_modules/inter-ui"]["version"]
    fonts = re.findall(r'url\("\.\./vendor/(.+?)\?v=(.+?)"\)', (ROOT / "app/static/css/fonts.css").read_text())
    assert fonts
    assert {asked_for for _name, asked_for in fonts} == {version}
    assert {name for name, _version in fonts} <= set(COPIES)


@pytest.mark.parametrize(
    ("complaint", "reason"),
    [
        ("npm warn old\nnpm error code ECONNREFUSED\nnpm error syscall connect", "(npm error code ECONNREFUSED)"),
        ("\x1b[31mERROR: No matching distribution\x1b[0m\n", "(ERROR: No matching distribution)"),
        ("", "(no reason given)"),
    ],
    ids=["npm", "pip", "silence"],
)
def test_a_failed_fetch_is_explained_in_one_line(complaint: str, reason: str) -> None:
    assert first_reason(complaint) == reason


def test_lists_of_known_parties_get_their_colour_and_others_the_palette_in_turn() -> None:
    names = ["Høgre", "Grendelisten vest", "RØDT", "Arna samlet"]
    assert colour_classes(names) == ("party-h", "series-1", "party-r", "series-2")


def test_the_palette_starts_again_after_its_last_colour() -> None:
    assert colour_classes([f"List {number}" for number in range(PALETTE + 1)])[-1] == "series-1"


@pytest.mark.parametrize(("colour", "background", "ink"), re.findall(
    r"\.((?:party|series)-\w+) \{ --party: (#\w+); --party-ink: (#\w+); \}", CHART_STYLES
))  # fmt: skip
def test_the_code_of_a_list_is_readable_on_its_colour(colour: str, background: str, ink: str) -> None:
    assert contrast(background, ink) >= 4.5, colour


def test_every_colour_that_can_be_given_has_a_style() -> None:
    given = {f"series-{number}" for number in range(1, PALETTE + 1)} | {"party-ap", "party-nkp"}
    assert given <= set(re.findall(r"\.((?:party|series)-\w+) \{ --party:", CHART_STYLES))


def cache_control(site: Flask, address: str) -> str:
    with site.test_client().get(address) as answer:
        return answer.headers.get("Cache-Control", "")


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2: 21 for black on white."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    digits = colour.removeprefix("#")
    digits = "".join(2 * digit for digit in digits) if len(digits) == 3 else digits
    red, green, blue = (_linear(int(digits[place : place + 2], 16) / 255) for place in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
