"""A stored settlement is read as it was made, whichever version of the program made it."""

import json
from pathlib import Path
from typing import Any

import pytest
from cattrs.errors import BaseValidationError
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.core.database import transaction
from app.elections.domain.candidates import CandidateResult
from app.elections.domain.tally import WriteInCount
from app.elections.models import SettlementRow
from app.elections.settlement_document import read_settlement, write_settlement
from app.public.kept_answers import kept_answers
from tests.browser import Browser
from tests.small_election import write_files


def settled(app: Flask, folder: Path) -> None:
    files = write_files(folder, contests=("fana",))
    steps = (["import-setup", files.setup], ["import-counts", 1, files.counts], ["import-ballots", 1, files.ballots])
    for step in (*steps, ["settle", 1]):
        assert app.test_cli_runner().invoke(args=["elections", *map(str, step)]).exit_code == 0


def as_the_first_version_wrote(text: str) -> str:
    """Each candidate's result and each write-in with the names of its fields."""
    document: dict[str, Any] = json.loads(text)
    for each in document["lists"]:
        each["candidates"] = [dict(zip(CandidateResult._fields, row, strict=True)) for row in each["candidates"]]
    tally = document["tally"]
    tally["write_ins"] = [dict(zip(WriteInCount._fields, row, strict=True)) for row in tally["write_ins"]]
    return json.dumps(document)


@pytest.fixture
def stored(app: Flask, session: Session, tmp_path: Path) -> str:
    settled(app, tmp_path)
    session.rollback()
    return session.scalars(select(SettlementRow.document)).one()


def test_a_settlement_of_the_first_version_is_read_as_the_same(stored: str) -> None:
    """Candidates and write-ins are named field by field in the older text."""
    older = as_the_first_version_wrote(stored)
    assert '"score_quarters"' in older
    assert '"giver"' in older
    assert read_settlement(older) == read_settlement(stored)
    assert write_settlement(read_settlement(older)) == stored


@pytest.mark.parametrize("change", [("rank", None), ("ranked", 1)])
def test_a_settlement_that_is_half_understood_is_refused(stored: str, change: tuple[str, object]) -> None:
    """With a field that is lacking, and with one that nobody knows."""
    document = json.loads(as_the_first_version_wrote(stored))
    name, value = change
    candidate = document["lists"][0]["candidates"][0]
    if value is None:
        del candidate[name]
    else:
        candidate[name] = value
    with pytest.raises(BaseValidationError):
        read_settlement(json.dumps(document))


def test_the_result_of_an_older_settlement_is_shown(app: Flask, client: Browser, tmp_path: Path) -> None:
    settled(app, tmp_path)
    kept_answers(app).largest = 0  # no answer is kept, so the second is made anew
    newer = client.get("/valg/2023/fana").text
    with app.app_context(), transaction() as session:
        row = session.scalars(select(SettlementRow)).one()
        row.document = as_the_first_version_wrote(row.document)
    assert client.get("/valg/2023/fana").text == newer
