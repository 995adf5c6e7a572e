"""``flask --app wsgi elections decide-validity …``: what the municipal council decided, and the takeover with it."""

from datetime import date, datetime

import click
from flask.cli import with_appcontext
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from app.audit.services import AT_THE_KEYBOARD
from app.core.clock import now
from app.core.database import db, transaction
from app.councils.queries import persons
from app.elections.commands import refusals_told
from app.elections.domain.person_matches import Match, UncertainPersons, written
from app.elections.domain.states import ElectionState
from app.elections.domain.validity import ValidityDecision
from app.elections.models import ElectionRow
from app.elections.queries import contests_left_out, election_by_id_or_address, validity_of
from app.elections.refusal_texts import describe_left_out
from app.elections.services.validity import TookOffice, decide_validity, set_up_missing_councils
from app.elections.takeover_plan import plan_takeover
from app.elections.validity_texts import offered_text, role_text


class PersonArgument(click.ParamType[tuple[str, str]]):
    """``fana:A:3=new`` or ``fana:A:3=17``: who the candidate is."""

    name = "CANDIDATE=PERSON"

    def convert(
        self, value: str | tuple[str, str], param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, str]:
        """The candidacy and the answer, or a usage error that shows the form."""
        if isinstance(value, tuple):
            return value
        candidacy, equals, answer = value.partition("=")
        if not (candidacy and equals and answer):
            self.fail(_("«%(value)s» sier ikke hvem kandidaten er; skriv slik: fana:A:3=new", value=value), param, ctx)
        return candidacy, answer


@click.command("decide-validity")
@click.argument("election")
@click.option("--valid/--invalid", "valid", required=True, default=None, help="Hva kommunestyret vedtok.")
@click.option("--invalid-in", "invalid_in", multiple=True, help="Bydel der valget likevel er ugyldig, f.eks. fana.")
@click.option("--on", "on", type=click.DateTime(["%Y-%m-%d"]), required=True, help="Dagen vedtaket ble gjort.")
@click.option("--reference", required=True, help="Arkivsaksnummer, f.eks. 2023/4567.")
@click.option("--complaints-closed", is_flag=True, help="Ingenting er påklaget (kreves etter valgloven av 2023).")
@click.option("--person", "told", multiple=True, type=PersonArgument(), help="Hvem en kandidat er, kan gjentas.")
@click.option("--no-longer-eligible", "ineligible", multiple=True, help="Ikke lenger valgbar, f.eks. fana:A:3.")
@click.option("--set-up-councils", "contact", help="Opprett utvalgene som mangler, med denne kontaktadressen.")
@with_appcontext
def decide_validity_command(
    *,
    election: str,
    on: datetime,
    reference: str,
    invalid_in: tuple[str, ...],
    told: tuple[tuple[str, str], ...],
    ineligible: tuple[str, ...],
    contact: str | None,
    valid: bool,
    complaints_closed: bool,
) -> None:
    """Før kommunestyrets vedtak om gyldighet; er valget gyldig, tiltrer bydelsutvalgene."""
    decision = ValidityDecision(valid, on.date(), reference, complaints_closed, frozenset(invalid_in))
    with refusals_told():
        try:
            with transaction() as session:
                row = election_by_id_or_address(session, election)
                if contact is not None and valid:
                    set_up_missing_councils(session, row, contact, by=AT_THE_KEYBOARD, at=now())
                took_office = decide_validity(
                    session,
                    row,
                    decision,
                    told=dict(told),
                    no_longer_eligible=ineligible,
                    by=AT_THE_KEYBOARD,
                    at=now(),
                )
        except UncertainPersons:
            print_uncertain(db.session(), election, on.date())
            raise
    print_decision(db.session(), election_by_id_or_address(db.session(), election))
    for each in took_office:
        print_took_office(db.session(), each)


def print_decision(session: Session, election: ElectionRow) -> None:
    """What was entered, in a line, then a line for each district where nobody takes office."""
    valid = election.state == ElectionState.VALID
    click.echo(
        _("Valget er gyldig.") if valid else _("Valget er kjent ugyldig. Ingen bydelsutvalg er endret."), err=True
    )
    for contest, decision in validity_of(session, election.id):
        if valid and not decision.valid:
            click.echo(_("Valget i %(district)s er kjent ugyldig.", district=contest.district.name), err=True)
    for apart in contests_left_out(session, election.id):
        click.echo(describe_left_out(apart), err=True)


def print_took_office(session: Session, done: TookOffice) -> None:
    """A council, its number of members and deputies, what is empty, and who calls the first meeting."""
    takeover, council_term = done.takeover, done.council_term
    click.echo(
        _(
            "%(council)s: %(members)s medlemmer og %(deputies)s varamedlemmer fra %(day)s",
            council=council_term.council.name,
            members=len(takeover.seats),
            deputies=len(takeover.deputies),
            day=council_term.from_on.isoformat(),
        )
    )
    empty = len(council_term.seats) - len(takeover.seats)
    if empty:
        click.echo(_("  tomme plasser: %(number)s", number=empty))
    click.echo(_("  velges i første møte: %(offices)s", offices=", ".join(map(role_text, takeover.vacant_offices))))
    convener = persons(session, {takeover.convener_id}) if takeover.convener_id else {}
    name = next((each.name for each in convener.values()), _("ordføreren"))
    click.echo(_("  første møte kalles sammen av %(name)s", name=name))


def print_uncertain(session: Session, election: str, starts_on: date) -> None:
    """Each candidate that must be told, and how each possible answer is written."""
    plan = plan_takeover(session, election_by_id_or_address(session, election), starts_on, now())
    for match in plan.matches:
        if match.match is Match.UNCERTAIN:
            candidacy = match.ranked.candidacy
            click.echo(f"{candidacy} {match.ranked.candidate.name}", err=True)
            click.echo(_("  --person %(answer)s  en ny person", answer=f"{candidacy}=new"), err=True)
            for offered in match.offered:
                click.echo(f"  --person {candidacy}={written(offered)}  {offered_text(offered, plan)}", err=True)
