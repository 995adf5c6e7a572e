"""``elections audit-draw`` and ``elections audit-check``: is the distribution of seats what the papers say?

0 done, the risk limit is met · 1 it is not met yet, or the input forbids it · 2 wrong usage.
"""

import sys
from fractions import Fraction
from pathlib import Path

import click
from flask.cli import with_appcontext
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from app.core.clock import now
from app.core.database import db
from app.core.formatting import decimal
from app.core.standard_output import tell
from app.core.whole_files import write_whole
from app.councils.domain.divisors import modified_sainte_lague
from app.elections.audit_sampling.papers import AuditPapers, audit_papers
from app.elections.audit_sampling.refusals import NoPapers
from app.elections.audit_sampling.sample_file import comparisons, read_sample, write_sample
from app.elections.commands import FORBIDDEN, INPUT, refusals_told
from app.elections.documents.gathered_record import NotSettled
from app.elections.domain.audit_draw import drawn_papers, require_seed
from app.elections.domain.election import Contest, RuleSetName
from app.elections.domain.risk_limit import Assertion, AssertionRisk, assertions, audit_status, papers_needed
from app.elections.domain.rule_sets import RULE_SETS
from app.elections.domain.settlement import Settlement
from app.elections.models import ContestRow
from app.elections.queries import contest_by_code, current_settlement, election_by_id_or_address
from app.elections.services.export import refuse_before_release

HUNDRED = 100

contest_option = click.option("--contest", "contest", required=True, help="Bydelens kode.")
seed_option = click.option(
    "--seed", required=True, help="Startverdien: minst 20 sifre, kastet med terninger i åpent møte."
)
limit_option = click.option(
    "--risk-limit", type=click.IntRange(1, 99), default=5, show_default=True, help="Risikogrensen i prosent."
)


@click.command("audit-draw")
@click.argument("election")
@contest_option
@seed_option
@limit_option
@click.option("--papers", type=click.IntRange(min=1), help="Hvor mange; ellers så mange som trengs når alt stemmer.")
@click.option("-o", "--output", type=INPUT, required=True, help="Filen som skal fylles ut.")
@with_appcontext
def audit_draw_command(
    *, election: str, contest: str, seed: str, risk_limit: int, papers: int | None, output: Path
) -> None:
    """Trekk stemmesedler til etterkontroll; skriver filen som fylles ut når sedlene er sett på."""
    with refusals_told():
        require_seed(seed)
        row = _contest(db.session(), election, contest)
        settlement, found = _settled(db.session(), row)
        limit = Fraction(risk_limit, HUNDRED)
        number = papers or _enough(settlement, _assertions(row, found.contest, settlement), found.papers, limit)
        if number is None:
            tell(_("Plasser står så likt at ingen trekning kan bekrefte dem. Oppgi --papers, eller tell alt på nytt."))
            sys.exit(FORBIDDEN)
        write_whole(output, write_sample(found, drawn_papers(seed, found.stacks, number)))
    click.echo(_("%(number)s av %(papers)s stemmesedler er trukket.", number=number, papers=found.papers))


@click.command("audit-check")
@click.argument("election")
@click.argument("sample", type=INPUT)
@contest_option
@seed_option
@limit_option
@with_appcontext
def audit_check_command(*, election: str, sample: Path, contest: str, seed: str, risk_limit: int) -> None:
    """Sammenlign stemmesedlene som er sett på, med opptellingen; sier om risikogrensen er nådd."""
    with refusals_told():
        require_seed(seed)
        row = _contest(db.session(), election, contest)
        settlement, found = _settled(db.session(), row)
        looked_at = read_sample(sample)
        compared = comparisons(found, drawn_papers(seed, found.stacks, len(looked_at)), looked_at)
        asserted = _assertions(row, found.contest, settlement)
        status = audit_status(
            settlement, asserted, compared, papers=found.papers, risk_limit=Fraction(risk_limit, HUNDRED)
        )
    click.echo(
        _("%(compared)s sett på, %(differences)s avvik.", compared=status.compared, differences=status.differences)
    )
    for each in status.assertions:
        click.echo(_told(each))
    if not status.is_met:
        tell(
            _("Risikogrensen på %(limit)s prosent er ikke nådd. Trekk flere, eller tell alt på nytt.", limit=risk_limit)
        )
        sys.exit(FORBIDDEN)
    click.echo(_("Risikogrensen på %(limit)s prosent er nådd: plassene mellom listene er bekreftet.", limit=risk_limit))


def _contest(session: Session, election: str, code: str) -> ContestRow:
    row = election_by_id_or_address(session, election)
    refuse_before_release(row, now())
    return contest_by_code(session, row, code)


def _settled(session: Session, row: ContestRow) -> tuple[Settlement, AuditPapers]:
    stored = current_settlement(session, row.id)
    if stored is None:
        raise NotSettled(row.code)
    found = audit_papers(session, row)
    if not found.papers:
        raise NoPapers(row.code)
    return stored.settlement, found


def _assertions(row: ContestRow, contest: Contest, settlement: Settlement) -> tuple[Assertion, ...]:
    rules = RULE_SETS[RuleSetName(row.election.rule_set)]
    seats = {each.code: each.seats for each in settlement.lists}
    electable = {each.code: sum(candidate.eligible for candidate in each.candidates) for each in contest.lists}
    exhausted = [code for code, number in electable.items() if number <= seats[code]]
    return assertions(settlement, modified_sainte_lague(rules.first_divisor), exhausted)


def _enough(settlement: Settlement, asserted: tuple[Assertion, ...], papers: int, limit: Fraction) -> int | None:
    """As many papers as the closest pair needs; None where a pair cannot be confirmed."""
    votes = {each.code: each.list_votes for each in settlement.lists}
    needed = [papers_needed(each, each.margin(votes, settlement.seats, papers), limit) for each in asserted]
    found = [each for each in needed if each is not None]
    return max(found) if found and len(found) == len(needed) else None


def _told(each: AssertionRisk) -> str:
    return _(
        "  %(winner)s før %(loser)s: risiko %(risk)s %%%(met)s",
        winner=each.assertion.winner,
        loser=each.assertion.loser,
        risk=decimal(each.risk * HUNDRED, 2),
        met="" if each.met else _(", ikke nok"),
    )
