"""``flask --app wsgi elections …``: the commands that others rely on (FORMATS: exit status 0, 1, 2, 3).

0 done · 1 the input or the state forbids it, said on standard error · 2 wrong usage · 3 a lot must be drawn.
"""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Literal, NoReturn

import click
from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy.orm import Session

from app.audit.services import AT_THE_KEYBOARD
from app.core.clock import now
from app.core.command_group import AnsweringGroup
from app.core.database import db, transaction
from app.core.errors import DomainError
from app.core.progress_bar import progress
from app.core.standard_output import tell, write_bytes, written_out
from app.core.whole_files import write_whole
from app.councils.domain.lots import Lot, LotRequired
from app.elections.documents.record import record_pdf
from app.elections.domain.election import Contest
from app.elections.domain.settlement import LeftOut, Settlement
from app.elections.files.bundle import verify_bundle
from app.elections.files.counts_file import read_counts
from app.elections.files.settle_files import ContestLot, GivenLot, SettledFiles, settle_files
from app.elections.files.setup_file import read_setup_file
from app.elections.models import ElectionRow
from app.elections.queries import contest_by_code, contests_left_out, election_by_id_or_address, load_election
from app.elections.record.queries import newest_record
from app.elections.refusal_texts import describe, describe_left_out, describe_lot
from app.elections.services.ballots import import_ballots as store_ballots
from app.elections.services.counts import Imported
from app.elections.services.counts import import_counts as store_counts
from app.elections.services.export import bundle_files, refuse_before_release
from app.elections.services.received import Received
from app.elections.services.set_up import set_up_election
from app.elections.services.settle import settle_contests

FORBIDDEN = 1
WRONG_USAGE = 2
LOT_REQUIRED = 3

elections = AnsweringGroup("elections", help="Valg: ta inn filer, gjør opp, skriv ut og kontroller.")


class LotArgument(click.ParamType[GivenLot]):
    """``A,B=A``: a lot between lists A and B that A won; ``fana:A,B=A`` says in which contest."""

    name = "LISTS=WINNER"

    def convert(self, value: str | GivenLot, param: click.Parameter | None, ctx: click.Context | None) -> GivenLot:
        """The lot, or a usage error that shows the form."""
        if not isinstance(value, str):
            return value
        contest, colon, drawn = value.rpartition(":")
        between, equals, winner = drawn.rpartition("=")
        lists = tuple(between.split(","))
        if not equals or winner not in lists or len(set(lists)) != len(lists) or len(lists) < 2:
            self.fail(_("«%(value)s» er ikke et lodd; skriv listene og vinneren slik: A,B=A", value=value), param, ctx)
        lot = Lot(lists, winner)
        return ContestLot(contest, lot) if colon else lot


INPUT = click.Path(path_type=Path)
lots_option = click.option("--lot", "lots", multiple=True, type=LotArgument(), help="Utfall av et lodd, f.eks. A,B=A.")
output_option = click.option("-o", "--output", type=INPUT, help="Fil å skrive til.")


@elections.command("settle-files")
@click.argument("setup", type=INPUT)
@click.argument("counts", type=INPUT)
@click.argument("ballots", type=INPUT)
@output_option
@lots_option
def settle_files_command(
    setup: Path, counts: Path, ballots: Path, output: Path | None, lots: tuple[GivenLot, ...]
) -> None:
    """Gjør opp et valg fra filer alene, uten database: slik kan alle kontrollere et resultat."""
    with refusals_told(), progress(_("Leser stemmesedler"), ballots) as advance:
        settled = settle_files(setup, counts, ballots, lots, progress=advance)
    if not isinstance(settled, SettledFiles):
        require_lots(settled)
    if output is None:
        tell_left_out(settled.left_out)
        write_bytes(settled.result)
        return
    with refusals_told():
        write_whole(output, [settled.result])
    tell_left_out(settled.left_out)
    print_seats(settled.election.contests, settled.settlements)


@elections.command("import-setup")
@click.argument("setup", type=INPUT)
def import_setup(setup: Path) -> None:
    """Opprett et valg med bydeler, lister og kandidater; skriver valgets nummer."""
    with refusals_told():
        election, sha256 = read_setup_file(setup)
        with transaction() as session:
            received = Received(setup, sha256)
            made = set_up_election(session, election, received, by=AT_THE_KEYBOARD, at=now())
            number, address = made.row.id, made.row.address
    if not made.new:
        tell(_("Valget finnes fra før; ingenting er endret."))
    for other in made.namesakes:
        tell(_("Et annet valg med samme navn og dag finnes på /valg/%(address)s.", address=other))
    tell(_("Adresse: /valg/%(address)s", address=address))
    click.echo(number)


@elections.command("import-counts")
@click.argument("election")
@click.argument("counts", type=INPUT)
def import_counts(election: str, counts: Path) -> None:
    """Ta inn tall fra opptellingen: alt eller ingenting."""
    with refusals_told(), transaction() as session:
        row = election_by_id_or_address(session, election)
        read = read_counts(counts, load_election(session, row))
        outcome = store_counts(session, row, read.lines, Received(counts, read.sha256), by=AT_THE_KEYBOARD, at=now())
    print_outcome(outcome)


@elections.command("import-ballots")
@click.argument("election")
@click.argument("ballots", type=INPUT)
def import_ballots(election: str, ballots: Path) -> None:
    """Ta inn endrede stemmesedler: alt eller ingenting."""
    with refusals_told(), progress(_("Tar inn stemmesedler"), ballots) as advance, transaction() as session:
        row = election_by_id_or_address(session, election)
        outcome = store_ballots(session, row, ballots, by=AT_THE_KEYBOARD, at=now(), progress=advance)
    print_outcome(outcome)


@elections.command("settle")
@click.argument("election")
@click.option("--contest", "contest", help="Bare denne bydelen (kode).")
@lots_option
def settle(election: str, contest: str | None, lots: tuple[GivenLot, ...]) -> None:
    """Gjør opp valget og lagre oppgjøret for godt; skriver plassene."""
    with refusals_told(), transaction() as session:
        row = election_by_id_or_address(session, election)
        contests = load_election(session, row).contests
        codes = None if contest is None else (contest,)
        settled = settle_contests(session, row, codes=codes, lots=lots, by=AT_THE_KEYBOARD, at=now())
    if isinstance(settled, tuple):
        require_lots(settled)
    if not settled.new:
        tell(_("Oppgjøret er gjort fra før; ingenting er endret."))
    tell_left_out(settled.left_out)
    print_seats(contests, settled.settlements)


@elections.command("export")
@click.argument("election")
@click.argument("folder", type=INPUT)
def export(election: str, folder: Path) -> None:
    """Skriv kontrollpakken: de tre filene, resultatet, fingeravtrykk og en veiledning."""
    with refusals_told():
        session = db.session()
        row = election_by_id_or_address(session, election)
        write_folder(session, row, folder)
        tell_left_out(contests_left_out(session, row.id))
    tell(_("Kontrollpakken ligger i %(folder)s.", folder=folder))


@elections.command("verify")
@click.argument("folder", type=INPUT)
def verify(folder: Path) -> None:
    """Gjør opp en kontrollpakke på nytt og sammenlign; skriver hver forskjell."""
    with refusals_told():
        differences = verify_bundle(folder)
    with written_out():
        for difference in differences:
            click.echo(str(difference))
    if differences:
        tell(
            ngettext(
                "Kontrollpakken stemmer ikke: %(num)s forskjell.",
                "Kontrollpakken stemmer ikke: %(num)s forskjeller.",
                len(differences),
            )
        )
        sys.exit(FORBIDDEN)
    tell(_("Kontrollpakken stemmer: samme resultat, byte for byte."))


@elections.command("protocol")
@click.argument("election")
@click.option("--contest", "contest", required=True, help="Bydelens kode.")
@click.option("--language", type=click.Choice(["nb", "nn"]), default="nb", show_default=True, help="Målform.")
@output_option
def protocol(election: str, contest: str, language: Literal["nb", "nn"], output: Path | None) -> None:
    """Skriv valgprotokollen for en bydel som PDF: den utstedte, eller, før det, slik den er."""
    with refusals_told():
        session = db.session()
        row = election_by_id_or_address(session, election)
        refuse_before_release(row, now())
        contest_id = contest_by_code(session, row, contest).id
        issued = newest_record(session, contest_id, language)
        pdf = issued.pdf if issued else record_pdf(session, contest_id, language)
        if output is not None:
            write_whole(output, [pdf])
            return
    write_bytes(pdf)


@contextmanager
def refusals_told() -> Iterator[None]:
    """Tell a refusal in a line or two on standard error and end with status 1; likewise a file that cannot be used."""
    try:
        yield
    except DomainError as error:
        tell(describe(error))
        sys.exit(FORBIDDEN)
    except OSError as error:
        if error.filename is None or isinstance(error, BrokenPipeError):
            raise  # about standard output: told where it is written
        tell(f"{error.filename}: {error.strerror}")
        sys.exit(FORBIDDEN)


def require_lots(required: Sequence[LotRequired]) -> NoReturn:
    """Say which lots must be drawn, and end with status 3."""
    for lot in required:
        tell(describe_lot(lot, among_several=len(required) > 1))
    sys.exit(LOT_REQUIRED)


def tell_left_out(apart: Sequence[LeftOut]) -> None:
    """On standard error: the contests that have no settlement between lists, and why."""
    for each in apart:
        tell(describe_left_out(each))


def print_outcome(outcome: Imported) -> None:
    """How many rows were new, and how many were known."""
    if outcome.added:
        click.echo(
            ngettext(
                "%(num)s ny rad, %(known)s fra før.",
                "%(num)s nye rader, %(known)s fra før.",
                outcome.added,
                known=outcome.known,
            )
        )
    elif outcome.known:
        click.echo(
            ngettext(
                "Ingen nye rader: den ene er lagret fra før. Ingenting er endret.",
                "Ingen nye rader: alle %(num)s er lagret fra før. Ingenting er endret.",
                outcome.known,
            )
        )
    else:
        click.echo(_("Filen har ingen rader."))


def print_seats(contests: Sequence[Contest], settlements: Sequence[Settlement]) -> None:
    """The seats of each settled contest, one line per list that won any."""
    by_code = {contest.code: contest for contest in contests}
    for settlement in settlements:
        contest = by_code[settlement.contest]
        names = {entry.code: entry.name for entry in contest.lists}
        click.echo(
            _(
                "%(district)s (%(code)s), %(seats)s plasser",
                district=contest.district,
                code=contest.code,
                seats=contest.seats,
            )
        )
        for entry in settlement.lists:
            if entry.seats:
                click.echo(f"  {entry.seats:>3}  {entry.code}  {names[entry.code]}")
        if settlement.unfilled_seats:
            click.echo(
                _("  %(number)s uten innehaver: ingen liste har flere valgbare", number=settlement.unfilled_seats)
            )


def write_folder(session: Session, row: ElectionRow, folder: Path) -> None:
    """Write the bundle's files; the folder is made if it is not there."""
    for name, pieces in bundle_files(session, row, now=now()):
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(folder / name, pieces)
