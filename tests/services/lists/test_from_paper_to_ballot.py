"""The whole way of a list: an election is set up, lists come in and are decided, and the rest works from them."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from app import create_app
from app.core.database import db, transaction
from app.elections.ballot_papers.papers import election_papers, print_paper
from app.elections.ballot_papers.settings import PaperSettings
from app.elections.domain.ballot_papers import ListPaper
from app.elections.domain.list_proposal import ProposerKind, Signer
from app.elections.domain.states import ElectionState
from app.elections.lists.services.candidates import TypedCandidate
from app.elections.lists.services.decisions import approve, close_lists, reject
from app.elections.models import ElectionRow
from app.elections.queries import election_by_address, load_election
from config import Config
from tests.databases import SqliteFiles
from tests.list_proposals import AT, BOARD, BY, CAME_AT, a_draft, office_done, ready, received, typed
from tests.planned_elections import an_open_election

LATER = datetime(2027, 5, 20, 9, tzinfo=UTC)
GROUPS = ("Senterpartiet", "Bygdelista")


def joint_candidates() -> list[TypedCandidate]:
    return [replace(each, group=GROUPS[each.position % 2]) for each in typed(7, of="Felles")]


def fifteen_voters() -> list[Signer]:
    return [Signer(f"Velger{n} Nes", date(1970, 1, n), "Nesveien 1", entitled=True) for n in range(1, 16)]


def an_election_with_decided_lists(session: Session) -> ElectionRow:
    """Fana: Arbeiderpartiet with two in bold, a joint list with groups, one rejected. Arna: one list, too few."""
    election = an_open_election(session)
    party = ready(session, election, candidates=typed(9, bonus=2))
    joint = a_draft(
        session,
        election,
        "Fana fellesliste",
        "F",
        kind=ProposerKind.JOINT,
        candidates=joint_candidates(),
        signers=fifteen_voters(),
    )
    joint = office_done(session, received(session, joint))
    alone = ready(session, election, "Høyre", "H", contest="arna")
    refused = received(session, a_draft(session, election, "Venstre", "V", candidates=typed(6, of="Kort")), CAME_AT)
    for row in (party, joint, alone):
        approve(session, row, "2027/12", "", seen=row.edit, by=BOARD, at=AT)
    reject(session, refused, "2027/12", "Bare seks kandidater.", seen=refused.edit, by=BOARD, at=AT)
    if election.state == ElectionState.OPEN_FOR_LISTS:
        close_lists(session, election, by=BY, at=LATER)
    return election


@pytest.mark.rule("R-54", "R-56", "R-66", "R-67", "R-68")
def test_lists_typed_from_paper_are_what_the_setup_the_ballot_papers_and_the_counting_stand_on(app: Flask) -> None:
    with app.app_context(), transaction() as session:
        an_election_with_decided_lists(session)
    with app.app_context():
        row = election_by_address(db.session(), "2027")
        assert row
        assert row.state == ElectionState.LISTS_DECIDED
        contests = {each.code: each for each in load_election(db.session(), row).contests}
        papers = {each.contest.code: each.papers for each in election_papers(db.session(), row)}
        assert print_paper(papers["fana"][0], PaperSettings()).startswith(b"%PDF")
    assert {each.dated for each in papers["fana"]} == {AT}, "the day the last list was approved"
    lists = contests["fana"].lists
    assert [(each.code, each.name, each.registered_party, len(each.candidates)) for each in lists] == [
        ("A", "Arbeiderpartiet", True, 9),
        ("F", "Fana fellesliste", False, 7),
    ]
    assert [each.position for each in lists[0].candidates if each.bonus] == [1, 2]
    assert [each.code for each in contests["arna"].lists] == ["H"]
    of_lists = [each.paper for each in papers["fana"] if isinstance(each.paper, ListPaper)]
    assert [(each.code, len(each.candidates)) for each in of_lists] == [("A", 9), ("F", 7)]
    assert [each.facts for each in of_lists[1].candidates[:2]] == [("1980", "Bygdelista"), ("1980", "Senterpartiet")]


@pytest.mark.rule("R-66", "R-67", "R-68")
def test_the_setup_handed_over_makes_the_same_election_in_an_empty_database(
    app: Flask, sqlite_files: SqliteFiles, tmp_path: Path
) -> None:
    """The same setup out of both. The ballot papers are the same but for the groups, which the format does not hold."""
    with app.app_context(), transaction() as session:
        an_election_with_decided_lists(session)
    setup = tmp_path / "setup.json"
    assert app.test_cli_runner().invoke(args=["elections", "export-setup", "2027", "-o", str(setup)]).exit_code == 0

    folder = tmp_path / "another"
    folder.mkdir()
    other = create_app(Config(sqlite_files.empty_database(folder), "x" * 40, testing=True))
    taken_in = other.test_cli_runner().invoke(args=["elections", "import-setup", str(setup)])
    assert taken_in.exit_code == 0, taken_in.output
    again = other.test_cli_runner().invoke(args=["elections", "export-setup", "2027"])
    assert again.exit_code == 0, again.output
    assert again.stdout_bytes == setup.read_bytes()

    printed = []
    for each in (app, other):
        with each.app_context():
            row = election_by_address(db.session(), "2027")
            assert row
            papers = [paper.paper for of in election_papers(db.session(), row) for paper in of.papers]
            printed.append([_without_groups(paper) if isinstance(paper, ListPaper) else paper for paper in papers])
    with other.app_context():
        db.engine.dispose()
    assert printed[0] == printed[1]


def _without_groups(paper: ListPaper) -> ListPaper:
    candidates = tuple(
        replace(each, facts=tuple(fact for fact in each.facts if fact not in GROUPS)) for each in paper.candidates
    )
    return replace(paper, candidates=candidates)
