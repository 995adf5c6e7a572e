"""The verification bundle: the three input files, the result, their fingerprints and how to check them."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from app.core.input_files.input_file import Progress, open_input
from app.councils.domain.lots import LotRequired
from app.elections.files.file_names import BALLOTS, COUNTS, READ_ME, RESULT, SETUP, SUMS
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
SHA256SUMS    fingeravtrykk av filene

Slik kontrollerer du, med Verv installert (se prosjektets README):

    flask --app wsgi elections verify MAPPE

Da leses de tre filene, oppgjøret gjøres på nytt, og hver forskjell fra result.json skrives ut.
Fingeravtrykkene kan du også kontrollere uten Verv:

    sha256sum -c SHA256SUMS
"""
SUMS_LIMIT = 10_000


def read_me(election: str) -> bytes:
    """``LES-MEG.txt`` for an election of that name."""
    title = f"{election}: kontrollpakke"
    return READ_ME_TEXT.format(name=election, underline="=" * len(title)).encode()


def sums(fingerprints: Mapping[str, str]) -> bytes:
    """``SHA256SUMS``, as ``sha256sum -c`` reads it."""
    return "".join(f"{sha256}  {name}\n" for name, sha256 in fingerprints.items()).encode()


def verify_bundle(folder: Path, progress: Progress | None = None) -> list[Difference]:
    """Settles the files in the folder anew; everything in which the outcome differs from what the folder says.

    No difference means that ``result.json`` has exactly the bytes that the input files give.

    Rules: R-155, R-156.
    """
    content, sha256 = whole_file(folder / RESULT)
    stored = read_result(content, RESULT)
    settled = settle_files(folder / SETUP, folder / COUNTS, folder / BALLOTS, stored.lots, progress)
    if not isinstance(settled, SettledFiles):
        return [lot_lacking(each) for each in settled]
    _, read_me_sha256 = whole_file(folder / READ_ME)
    found = list(sums_that_differ(folder, {**settled.inputs_sha256, RESULT: sha256, READ_ME: read_me_sha256}))
    found += compare_results(stored.document, json.loads(settled.result))
    if not found and content != settled.result:
        found.append(Difference(RESULT, sha256, hashlib.sha256(settled.result).hexdigest()))
    return found


def sums_that_differ(folder: Path, fingerprints: Mapping[str, str]) -> Iterator[Difference]:
    """The files whose fingerprint is not the one that ``SHA256SUMS`` has."""
    content, _ = whole_file(folder / SUMS, SUMS_LIMIT)
    lines = [line.split(maxsplit=1) for line in content.decode(errors="replace").splitlines()]
    listed = {line[1].lstrip("*"): line[0] for line in lines if len(line) == 2}
    for name, sha256 in fingerprints.items():
        if listed.get(name) != sha256:
            yield Difference(f"{SUMS} {name}", value_text(listed.get(name)), sha256)


def lot_lacking(required: LotRequired) -> Difference:
    """That the result has no lot where the files need one."""
    return Difference(f"{required.contest} lots", "–", ",".join(required.lists))


def whole_file(path: Path, limit: int = SIZE_LIMIT) -> tuple[bytes, str]:
    """The bytes of a file and their SHA-256."""
    with open_input(path) as file:
        return file.whole(limit), file.sha256
