"""Official election records of 2019, held to the last figure, where the folder with them is at hand.

The records are figures only. Beside them stand two programs: one lays a record out as the three input files, the other
compares a result with the record. Where the folder is not there, the project's own cases test the same rules.
"""

import subprocess
import sys
from pathlib import Path

import pytest

from app.elections.files.settle_files import SettledFiles, settle_files

SHARED = Path(__file__).parents[2].parent / "shared"
TOOLS = SHARED / "tools"
RECORDS = sorted((SHARED / "cases").glob("*.json"))


def run(*arguments: str | Path) -> str:
    command = [sys.executable, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


if RECORDS:  # an empty table would be reported as a skipped test

    @pytest.mark.parametrize("record", RECORDS, ids=lambda record: str(record.stem))
    @pytest.mark.rule("R-150", "R-152", "R-156", "R-160", "R-161", "R-162", "R-164")
    def test_the_record_is_reproduced_to_the_last_figure(record: Path, tmp_path: Path) -> None:
        assert run(TOOLS / "case_to_input.py", record, tmp_path) == ""
        settled = settle_files(tmp_path / "setup.json", tmp_path / "counts.csv", tmp_path / "ballots.csv", ())
        assert isinstance(settled, SettledFiles)
        (tmp_path / "result.json").write_bytes(settled.result)
        assert run(TOOLS / "compare_result.py", record, tmp_path / "result.json").endswith(", 0 differ\n")
