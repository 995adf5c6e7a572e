"""``flask --app wsgi elections ballot-papers …``: every ballot paper of an election into one folder."""

from pathlib import Path

import click
from flask.cli import with_appcontext
from flask_babel import ngettext

from app.core.database import db
from app.core.standard_output import tell
from app.core.whole_files import write_whole_folder
from app.elections.ballot_papers.papers import (
    ContestPaper,
    papers_to_print,
    print_papers,
    worded,
)
from app.elections.ballot_papers.refusals import FolderNotEmpty
from app.elections.ballot_papers.settings import BallotColour, Fold, PaperLanguage, PaperSettings
from app.elections.commands import refusals_told
from app.elections.queries import election_by_id_or_address


@click.command("ballot-papers")
@click.argument("election")
@click.option("--out", "folder", type=click.Path(path_type=Path), required=True, help="Ny eller tom mappe.")
@click.option("--contest", "contest", help="Bare denne bydelen (kode).")
@click.option("--sample", is_flag=True, help="Prøver, merket «PRØVE» på hver side.")
@click.option("--crop-marks", is_flag=True, help="Med skjæremerker og utfall.")
@click.option("--language", type=click.Choice(["nb", "nn"]), default="nb", show_default=True, help="Målform.")
@click.option(
    "--colour",
    type=click.Choice([each.value for each in BallotColour]),
    default="green",
    show_default=True,
    help="Trykkfarge.",
)
@click.option(
    "--fold",
    type=click.Choice([each.value for each in Fold]),
    default="once",
    show_default=True,
    help="Antall bretter.",
)
@with_appcontext
def ballot_papers_command(
    *,
    election: str,
    folder: Path,
    contest: str | None,
    sample: bool,
    crop_marks: bool,
    language: PaperLanguage,
    colour: str,
    fold: str,
) -> None:
    """Skriv stemmesedlene som PDF, én fil for hver liste i hver bydel: alle eller ingen."""
    settings = PaperSettings(BallotColour(colour), Fold(fold), crop_marks, sample, language)
    with refusals_told():
        session = db.session()
        row = election_by_id_or_address(session, election)
        papers = papers_to_print(session, row, contest)
        number = write_papers(folder, papers, settings)
    tell(
        ngettext(
            "%(num)s stemmeseddel ligger i %(folder)s.",
            "%(num)s stemmesedler ligger i %(folder)s.",
            number,
            folder=folder,
        )
    )


def write_papers(folder: Path, papers: tuple[ContestPaper, ...], settings: PaperSettings) -> int:
    """Write them all, or nothing. Refused (``FolderNotEmpty``) where something lies in the folder already."""
    if folder.exists() and any(folder.iterdir()):
        raise FolderNotEmpty(str(folder))
    return write_whole_folder(folder, print_papers(worded(papers, settings)))
