"""Every official record reconciles: the figures of its files add up to the sums that the record itself prints.

Nothing is collected where the records are not at hand.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select

from app.core.database import db
from app.elections.counting.reconciliation import reconciled
from app.elections.domain.count_form import SECOND
from app.elections.models import ContestRow
from tests.cases.test_official_records_through_the_database import RECORDS, SHARED, run


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("record", RECORDS, ids=lambda path: path.stem)
@pytest.mark.rule("R-91", "R-139")
def test_the_counts_add_up_to_the_records_own_sums(app: Flask, tmp_path: Path, record: Path) -> None:
    tool = [sys.executable, str(SHARED / "tools" / "case_to_input.py"), str(record), str(tmp_path)]
    subprocess.run(tool, check=True, capture_output=True)
    number = run(app, "import-setup", tmp_path / "setup.json")
    run(app, "import-counts", number, tmp_path / "counts.csv")
    printed = json.loads(record.read_text(encoding="utf-8"))
    with app.app_context():
        found = reconciled(db.session(), db.session().scalars(select(ContestRow)).one())
        second = found.totals[SECOND]
        assert second.for_lists == printed["ballots_total"]["total"]
        assert second.for_lists + second.blank == printed["key_figures"]["approved_ballots"]
        assert second.rejected == printed["key_figures"]["rejected_ballots"]
        ballots = {each["index"]: each["ballots_in_settlement"] for each in printed["lists"]}
        assert [each.second for each in found.lists] == [ballots[at] for at in range(len(ballots))]
        assert found.blockers == ()
        assert found.is_green
