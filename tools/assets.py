"""The front-end files: fetched by npm from the lock, then copied to app/static/vendor/.

Run by make. Does nothing when the copies already match the lock. Node is used here, at install time, and never again;
where the machine has none, a private one is installed from PyPI into .node/.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ROOT / "node_modules"
VENDOR = ROOT / "app" / "static" / "vendor"
STAMP = VENDOR / ".made-from"
PRIVATE_NODE = ROOT / ".node"

OLDEST_NPM = 7  # the first that reads version 3 of the lock
QUIET = ("--no-audit", "--no-fund", "--loglevel=error")
GIVE_UP_SOON = ("--fetch-retries=1", "--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=2000")

THEME = "@digdir/designsystemet-theme/src/themes/designsystemet.css"
STYLES = "@digdir/designsystemet-css/dist/src"
LAYERS = "@layer ds.theme, ds.base, ds.components;"

# The package's own order. Its index.css holds forty components; pages get those that the macros use.
BASE = ("base", "heading", "label", "paragraph", "data-size-workaround")
COMPONENTS = (
    "link",
    "validation-message",
    "button",
    "input",
    "field",
    "fieldset",
    "skip-link",
    "details",
    "list",
    "card",
    "divider",
    "pagination",
    "tag",
    "error-summary",
    "toggle-group",
    "table",
    "breadcrumbs",
    "alert",
)

# app/static/css/fonts.css tells when a browser fetches which; the PDF fonts are made from the full ones.
FULL = ("Regular", "Italic", "SemiBold", "Bold")
LATIN = ("Regular", "Italic", "SemiBold")
COPIES = {
    "htmx.min.js": "htmx.org/dist/htmx.min.js",
    "LICENSE-designsystemet.txt": "@digdir/designsystemet-css/LICENSE",
    "LICENSE-htmx.txt": "htmx.org/LICENSE",
    "LICENSE-inter.txt": "inter-ui/LICENSE.txt",
    **{f"inter/Inter-{weight}.woff2": f"inter-ui/web/Inter-{weight}.woff2" for weight in FULL},
    **{f"inter/Inter-{weight}-latin.woff2": f"inter-ui/web-latin/Inter-{weight}-subset.woff2" for weight in LATIN},
}


class SetUpFailed(Exception):
    """One line that tells the developer what to do."""


def fingerprint() -> str:
    """What the copies depend on: the lock and this file."""
    made_from = hashlib.sha256((ROOT / "package-lock.json").read_bytes())
    made_from.update(Path(__file__).read_bytes())
    return made_from.hexdigest()


def is_fresh() -> bool:
    return STAMP.is_file() and STAMP.read_text() == fingerprint()


def npm_of_this_machine() -> Path | None:
    """The npm on PATH, unless it is too old or does not run (an npm left behind without its node)."""
    found = shutil.which("npm")
    if not found:
        return None
    answer = subprocess.run([found, "--version"], capture_output=True, text=True, check=False)
    version = re.match(r"(\d+)\.", answer.stdout)
    if answer.returncode or not version or int(version[1]) < OLDEST_NPM:
        return None
    return Path(found)


def private_npm() -> Path:
    """An npm of our own in .node/, from PyPI."""
    npm = PRIVATE_NODE / "bin" / "npm"
    if not npm.is_file():
        print("assets: no npm on this machine; installing a private one into .node/ (60 MB, used at set-up only)")
        try:
            venv.create(PRIVATE_NODE, with_pip=True)
        except subprocess.CalledProcessError as error:
            raise SetUpFailed("could not make .node/; is python3-venv installed?") from error
        pip = [str(PRIVATE_NODE / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        run([*pip, "--retries=1", "--require-hashes", "--only-binary=:all:", "-r", "requirements-node.txt"], "Node.js")
    return npm


def run(command: list[str], what: str, path_first: Path | None = None) -> None:
    """Run a fetching command in the project; one line if it fails, with the tool's own word on why."""
    environment = dict(os.environ)
    if path_first:
        environment["PATH"] = f"{path_first}{os.pathsep}{environment.get('PATH', '')}"
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SetUpFailed(f"could not fetch {what}; is there a network? {first_reason(done.stderr)}")


def first_reason(complaint: str) -> str:
    """The line that says why, in npm's or pip's own words, past their warnings."""
    lines = [re.sub(r"\x1b\[[0-9;]*m", "", line).strip() for line in complaint.splitlines()]
    reasons = [line for line in lines if re.match(r"npm (error|ERR!)|ERROR:", line)]
    return f"({(reasons or lines or ['no reason given'])[0]})"


def fetch_packages() -> None:
    npm = npm_of_this_machine() or private_npm()
    print("assets: npm ci")
    run([str(npm), "ci", *QUIET, *GIVE_UP_SOON], "the front-end packages", path_first=npm.parent)


def design_system() -> str:
    """Theme and components as one style sheet, in the package's own layers and order."""
    theme = (PACKAGES / THEME).read_text(encoding="utf-8").removeprefix('@charset "UTF-8";')
    base = [layered("ds.base", name) for name in BASE]
    components = [layered("ds.components", name) for name in COMPONENTS]
    return "\n".join([LAYERS, theme, *base, *components])


def layered(layer: str, name: str) -> str:
    """One of the package's style sheets, in the layer its index.css would give it."""
    styles = (PACKAGES / STYLES / f"{name}.css").read_text(encoding="utf-8")
    return f"@layer {layer} {{{styles}}}"


def copy_files() -> None:
    """Empty vendor/ and fill it; the stamp comes last, so that an interrupted run is made again."""
    shutil.rmtree(VENDOR, ignore_errors=True)
    (VENDOR / "inter").mkdir(parents=True)
    for target, source in COPIES.items():
        shutil.copyfile(PACKAGES / source, VENDOR / target)
    (VENDOR / "designsystemet.css").write_text(design_system(), encoding="utf-8")
    STAMP.write_text(fingerprint())
    print(f"assets: {len(COPIES) + 1} files in {VENDOR.relative_to(ROOT)}/")


def main() -> int:
    if is_fresh():
        return 0
    try:
        fetch_packages()
        copy_files()
    except SetUpFailed as failure:
        print(f"assets: {failure}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
