"""The verification bundle: the three input files, the result, a program to check it with, and their fingerprints."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from app.core.input_files.input_file import Progress, open_input
from app.councils.domain.lots import LotRequired
from app.elections.files.file_names import BALLOTS, COUNTS, READ_ME, RESULT, SETUP, SUMS, VERIFY
from app.elections.files.settle_files import SettledFiles, settle_files
from app.elections.files.stored_result import SIZE_LIMIT, Difference, compare_results, read_result, value_text

READ_ME_TEXT = """\
{name}: kontrollpakke
{underline}

Her er alt som trengs for å gjøre opp valget på nytt og sammenligne med det som er kunngjort.

setup.json    valget, bydelene, listene og kandidatene
counts.csv    tallene fra foreløpig og endelig opptelling
ballots.csv   hver endrede stemmeseddel; ingen kan si hvem som har levert den
result.json   resultatet med alle mellomregninger
verify.py     et program på 150 linjer som kontrollerer resten, med reglene skrevet ut
SHA256SUMS    fingeravtrykk av filene

Slik kontrollerer du med bare Python, i denne mappen:

    python3 verify.py

Da telles og gjøres alt opp på nytt fra de tre første filene, og hver forskjell fra result.json skrives ut.
Med Verv installert (se prosjektets README) gjør dette det samme med programmet som laget resultatet:

    flask --app wsgi elections verify MAPPE

Fingeravtrykkene kan du også kontrollere for seg:

    sha256sum -c SHA256SUMS
"""
SUMS_LIMIT = 10_000


def read_me(election: str) -> bytes:
    """``LES-MEG.txt`` for an election of that name."""
    title = f"{election}: kontrollpakke"
    return READ_ME_TEXT.format(name=election, underline="=" * len(title)).encode()


def verify_program() -> bytes:
    """``verify.py``: settles the bundle anew with nothing but Python, and with no line of the house."""
    return Path(__file__).with_name(VERIFY).read_bytes()


def sums(fingerprints: Mapping[str, str]) -> bytes:
    """``SHA256SUMS``, as ``sha256sum -c`` reads it."""
    return "".join(f"{sha256}  {name}\n" for name, sha256 in fingerprints.items()).encode()


def verify_bundle(folder: Path, progress: Progress | None = None) -> list[Difference]:
    """Settles the files in the folder anew; everything in which the outcome differs from what the folder says.

    No difference means that ``result.json`` has exactly the bytes that the input files give. A bundle may lack
    ``verify.py``, as long as its sums do not tell of one.

    Rules: R-155, R-156.
    """
    content, sha256 = whole_file(folder / RESULT)
    stored = read_result(content, RESULT)
    settled = settle_files(folder / SETUP, folder / COUNTS, folder / BALLOTS, stored.lots, progress)
    if not isinstance(settled, SettledFiles):
        return [lot_lacking(each) for each in settled]
    fingerprints = {**settled.inputs_sha256, RESULT: sha256}
    for name in (READ_ME, VERIFY) if VERIFY in listed_sums(folder) else (READ_ME,):
        fingerprints[name] = whole_file(folder / name)[1]
    found = list(sums_that_differ(folder, fingerprints))
    found += compare_results(stored.document, json.loads(settled.result))
    if not found and content != settled.result:
        found.append(Difference(RESULT, sha256, hashlib.sha256(settled.result).hexdigest()))
    return found


def sums_that_differ(folder: Path, fingerprints: Mapping[str, str]) -> Iterator[Difference]:
    """The files whose fingerprint is not the one that ``SHA256SUMS`` has."""
    listed = listed_sums(folder)
    for name, sha256 in fingerprints.items():
        if listed.get(name) != sha256:
            yield Difference(f"{SUMS} {name}", value_text(listed.get(name)), sha256)


def listed_sums(folder: Path) -> dict[str, str]:
    """The fingerprint of each file that ``SHA256SUMS`` tells of."""
    content, _ = whole_file(folder / SUMS, SUMS_LIMIT)
    lines = [line.split(maxsplit=1) for line in content.decode(errors="replace").splitlines()]
    return {line[1].lstrip("*"): line[0] for line in lines if len(line) == 2}


def lot_lacking(required: LotRequired) -> Difference:
    """That the result has no lot where the files need one."""
    return Difference(f"{required.contest} lots", "–", ",".join(required.lists))


def whole_file(path: Path, limit: int = SIZE_LIMIT) -> tuple[bytes, str]:
    """The bytes of a file and their SHA-256."""
    with open_input(path) as file:
        return file.whole(limit), file.sha256
