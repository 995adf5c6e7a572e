"""Official records of 2019 through the database: imported, settled, exported – on SQLite and on PostgreSQL.

Nothing is collected where the records are not at hand; the project's own cases hold the same rules then.
"""

import subprocess
import sys
from pathlib import Path

import pytest
from flask import Flask

from app.elections.files.settle_files import SettledFiles, settle_files

SHARED = Path(__file__).parent.parent.parent.parent / "shared"
RECORDS = sorted((SHARED / "cases").glob("*.json"))


def run(app: Flask, *arguments: object) -> str:
    outcome = app.test_cli_runner().invoke(args=["elections", *map(str, arguments)])
    assert outcome.exit_code == 0, outcome.stderr
    return outcome.stdout.strip()


@pytest.mark.parametrize("record", RECORDS, ids=lambda path: path.stem)
@pytest.mark.rule("R-150", "R-152", "R-160", "R-161", "R-162", "R-164")
def test_the_record_is_reproduced_and_the_files_give_the_same_bytes(app: Flask, tmp_path: Path, record: Path) -> None:
    tool = [sys.executable, str(SHARED / "tools" / "case_to_input.py"), str(record), str(tmp_path)]
    subprocess.run(tool, check=True, capture_output=True)
    files = [tmp_path / name for name in ("setup.json", "counts.csv", "ballots.csv")]
    number = run(app, "import-setup", files[0])
    run(app, "import-counts", number, files[1])
    run(app, "import-ballots", number, files[2])
    run(app, "settle", number)
    run(app, "export", number, tmp_path / "out")
    run(app, "verify", tmp_path / "out")
    by_itself = [sys.executable, "-I", "-S", str(tmp_path / "out" / "verify.py")]
    checked = subprocess.run(by_itself, capture_output=True, text=True, check=False)
    assert (checked.returncode, checked.stdout.splitlines()[-1][:12]) == (0, "ALT STEMMER:"), checked
    compared = subprocess.run(
        [sys.executable, SHARED / "tools" / "compare_result.py", record, tmp_path / "out" / "result.json"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert compared.stdout.strip().endswith("compared, 0 differ"), compared.stdout
    from_files = settle_files(files[0], files[1], files[2], ())
    assert isinstance(from_files, SettledFiles)
    assert (tmp_path / "out" / "result.json").read_bytes() == from_files.result
