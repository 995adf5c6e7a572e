"""The pages of one council in the appointment room, put together for reading; one form may be as it was sent.

What is decided is shown from what was kept by the decision, and never reckoned anew.
"""

from fractions import Fraction

from flask import render_template
from sqlalchemy.orm import Session

from app.core.forms import Form
from app.councils.appointing import texts
from app.councils.appointing.acts import answer_of, may_change
from app.councils.appointing.documents import ballot_in, decided_in
from app.councils.appointing.forms import (
    EditForm,
    ListForm,
    ListNamesForm,
    LotForm,
    MethodForm,
    NameForm,
    PastedNamesForm,
    SeatsForm,
)
from app.councils.appointing.models import CouncilAppointment
from app.councils.appointing.pages import Rung, comparison, rungs
from app.councils.appointing.queries import prepared, standing_of, target_of
from app.councils.appointing.services.nominations import swaps_for
from app.councils.appointing.typed_numbers import Grid
from app.councils.council_models import Person
from app.councils.domain.appointment_states import AppointmentState
from app.councils.domain.gender_balance import minimum_of_each
from app.councils.domain.lawful_decision import Standing, in_the_way
from app.councils.domain.lots import LotRequired
from app.councils.domain.majority_of_chair import ChairElected, ChairLotRequired, SecondVoteRequired, votes_needed
from app.councils.domain.membership import Role
from app.councils.domain.nomination_kinds import NominationKind
from app.councils.domain.prepared_council import election, officer_elected, outcome
from app.councils.domain.proportional_election import ProportionalElection
from app.councils.domain.recommendation import Recommendation
from app.councils.domain.seat_targets import SeatTarget
from app.councils.queries import persons


def nomination_page(session: Session, row: CouncilAppointment, sent: Form | None = None) -> str:
    """How the council is elected, its nomination with findings, the swaps found, and d'Hondt beside the target."""
    decision = decided_in(row.outcome)
    target = decision.target if decision else target_of(row)
    compared = comparison(row, target) if isinstance(target, SeatTarget) else None
    return render_template(
        "councils/appointment/nomination.html",
        **_frame(session, row, sent),
        forms=_nomination_forms(row, sent),
        target=target if isinstance(target, SeatTarget) else None,
        target_lot=target if isinstance(target, LotRequired) else None,
        compared=compared if isinstance(compared, Recommendation) else None,
        compared_lot=compared if isinstance(compared, LotRequired) else None,
        rungs=rungs(target) if isinstance(target, SeatTarget) else [],
        kinds=[(kind, [each for each in row.nominees if each.kind is kind]) for kind in NominationKind],
        swaps=swaps_for(row),
        minimum=minimum_of_each(row.seats),
    )


def lists_page(session: Session, row: CouncilAppointment, sent: Form | None = None, grid: Grid | None = None) -> str:
    """Lists, votes, every quotient, lots, promotions, members and deputies."""
    decision = decided_in(row.outcome)
    held = decision.election if decision else election(prepared(session, row))
    return render_template(
        "councils/appointment/lists.html",
        **_frame(session, row, sent),
        forms=_list_forms(row, sent, held),
        grid=grid or Grid(None),
        ballot=ballot_in(row.ballot),
        election=held if isinstance(held, ProportionalElection) else None,
        lot=held if isinstance(held, LotRequired) else None,
        rungs=_election_rungs(held) if isinstance(held, ProportionalElection) else [],
    )


def officers_page(session: Session, row: CouncilAppointment, sent: Form | None = None, grid: Grid | None = None) -> str:
    """The rounds for chair and deputy chair, and who is elected."""
    ready = prepared(session, row)
    elected = outcome(ready)
    nominated = [each.person_id for each in ready.nomination.members]
    members = [number for each in elected.lists for number in each.members] if elected else nominated
    voted = [int(who) for _role, vote in ready.officers for who, _votes in vote.first.votes]
    found = persons(session, {*members, *voted})
    candidates = [found[number] for number in dict.fromkeys((*members, *voted))]
    return render_template(
        "councils/appointment/officers.html",
        **_frame(session, row, sent),
        forms={role: _form(EditForm(None, seen=row.version, prefix=role.value), sent) for role in Role},
        grid=grid or Grid(None),
        candidates=candidates,
        roles=[(role, ready.vote_for(role), _officer_text(officer_elected(ready, role), found)) for role in Role],
        tied={role: _tied(officer_elected(ready, role)) for role in Role},
        needed={role: votes_needed(vote.first, blank_counts=ready.blank_counts) for role, vote in ready.officers},
    )


def _frame(session: Session, row: CouncilAppointment, sent: Form | None) -> dict[str, object]:
    """What the three pages have in common."""
    return {
        "row": row,
        "appointment": row.appointment,
        "is_draft": row.appointment.state is AppointmentState.DRAFT and may_change(),
        "prepared": prepared(session, row),
        "found": _found(session, row),
        "in_the_way": in_the_way,
        "texts": texts,
        "sent": sent,
        "decided": decided_in(row.outcome),
    }


def _found(session: Session, row: CouncilAppointment) -> tuple[Standing, ...]:
    return next(each.found for each in standing_of(session, row.appointment) if each.row is row)


def _form(fresh: EditForm, sent: Form | None) -> Form:
    """The form as it was sent, where it is that one; else a fresh one."""
    return sent if sent is not None and sent._prefix == fresh._prefix else fresh


def _nomination_forms(row: CouncilAppointment, sent: Form | None) -> dict[str, Form]:
    groups = [(each.code, each.name) for each in row.appointment.groups]
    method = MethodForm(
        None,
        prefix="metode",
        seen=row.version,
        proportional_demanded=answer_of(value=row.proportional_demanded),
        voting_form=row.voting_form or "",
        unanimous_on_method=answer_of(value=row.unanimous_on_method),
        unanimous_on_nomination=answer_of(value=row.unanimous_on_nomination),
        exception=row.exception,
    ).offer()
    target = target_of(row)
    tied = target.lists if isinstance(target, LotRequired) else ()
    fresh: dict[str, EditForm] = {
        "method": method,
        "name": NameForm(None, prefix="navn", seen=row.version).offer(groups),
        "paste": PastedNamesForm(None, prefix="lim", seen=row.version).offer(),
        "rows": EditForm(None, prefix="rader", seen=row.version),
        "swap": EditForm(None, prefix="bytt", seen=row.version),
        "seats": SeatsForm(None, prefix="plasser", seen=row.version, seats=row.seats),
        "target_lot": LotForm(None, prefix="beregning", seen=row.version).offer(tied),
    }
    return {name: _form(form, sent) for name, form in fresh.items()}


def _list_forms(
    row: CouncilAppointment, sent: Form | None, held: ProportionalElection | LotRequired | None
) -> dict[str, Form]:
    groups = [(each.code, each.name) for each in row.appointment.groups]
    fresh: dict[str, EditForm] = {
        "new": ListForm(None, prefix="liste", seen=row.version).offer(groups),
        "ballot": EditForm(None, prefix="stemmer", seen=row.version),
        "lot": LotForm(None, prefix="lodd", seen=row.version).offer(
            held.lists if isinstance(held, LotRequired) else ()
        ),
    }
    for each in row.lists:
        fresh[f"edit{each.id}"] = ListForm(
            None,
            prefix=f"liste{each.id}",
            seen=row.version,
            code=each.code,
            name=each.name,
            groups=each.groups.split(),
            signed_by=each.signed_by.split(),
            delivered=each.delivered,
        ).offer(groups)
        fresh[f"paste{each.id}"] = ListNamesForm(None, prefix=f"lim{each.id}", seen=row.version)
        fresh[f"rows{each.id}"] = EditForm(None, prefix=f"rader{each.id}", seen=row.version)
    return {name: _form(form, sent) for name, form in fresh.items()}


def _election_rungs(held: ProportionalElection) -> list[Rung]:
    taken = [
        Rung(each.seat, each.list_code, Fraction(each.votes), each.divisor, each.quotient, each.decided_by)
        for each in held.distribution.seat_order
    ]
    following = held.distribution.next_in_line
    return taken + [
        Rung(0, each.list_code, Fraction(each.votes), each.divisor, each.quotient, None) for each in following
    ]


def _officer_text(result: ChairElected | SecondVoteRequired | ChairLotRequired | None, found: dict[int, Person]) -> str:
    """Who is elected and how, or what must be done first."""
    match result:
        case ChairElected(winner, held_round, votes, needed, by_lot):
            return texts.chair_elected_text(found[int(winner)].name, held_round, votes, needed, by_lot=by_lot)
        case SecondVoteRequired(most, needed):
            return texts.second_vote_text(most, needed)
        case ChairLotRequired(tied, votes):
            return texts.chair_lot_text([found[int(each)].name for each in tied], votes)
        case None:
            return ""


def _tied(result: ChairElected | SecondVoteRequired | ChairLotRequired | None) -> tuple[str, ...]:
    """Persons, as text, between whom a lot is or was drawn."""
    return result.tied if isinstance(result, ChairLotRequired) else ()
