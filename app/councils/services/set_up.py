"""Set up a council, and make it ready for a term: the seats are there before anyone sits in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.audit.services import Actor, record
from app.councils.council_models import Council, CouncilGroup, CouncilTerm, Seat, Term
from app.councils.domain.basis import CouncilKind
from app.councils.domain.council_setup import SetupFault, SetupFinding, has_designation, has_members_enough
from app.councils.domain.sitting_council import DEFAULTS, Settings
from app.councils.events import CouncilSetUp, CouncilTermOpened, TermOpened
from app.councils.models import District, Municipality
from app.councils.refusals import CouncilAlreadySits, CouncilNotInOrder, DuplicateGroup, SlugTaken


@dataclass(frozen=True, slots=True)
class CouncilTermPlan:
    """What a council is in a term. ``groups`` are (code, name) in the order they are shown.

    ``elected_on`` is the day of the direct election, or of the municipal council's vote; the council sits from
    ``from_on`` up to, but not with, ``to_on``.
    """

    kind: CouncilKind
    elected_on: date
    from_on: date
    to_on: date
    seats: int
    groups: tuple[tuple[str, str], ...]
    settings: Settings = DEFAULTS


def set_up_council(
    session: Session,
    district: District,
    name: str,
    slug: str,
    *,
    contact: str,
    established_on: date,
    by: Actor,
    at: datetime,
) -> Council:
    """A council for a district. Refused: a name without the statutory designation, an address that another has.

    Law: kommuneloven (2018) §§ 5-1 (3), 5-7.
    Rules: R-6.
    """
    if not has_designation(name, established_on, DEFAULTS.constituted_on):
        raise CouncilNotInOrder(name, (SetupFinding(SetupFault.NAME_WITHOUT_DESIGNATION, "R-6", name),))
    if other := session.scalar(select(Council).where(Council.slug == slug)):
        raise SlugTaken(slug, other.name)
    council = Council(
        district=district, name=name, slug=slug, contact=contact, established_on=established_on, abolished_on=None
    )
    session.add(council)
    record(session, CouncilSetUp(slug, name, district.name, established_on.isoformat()), by=by, at=at)
    return council


def open_term(
    session: Session, municipality: Municipality, name: str, from_on: date, to_on: date, *, by: Actor, at: datetime
) -> Term:
    """The municipality's term that begins that day; entered when it is not there yet."""
    wanted = select(Term).where(Term.municipality_id == municipality.id, Term.from_on == from_on)
    if term := session.scalar(wanted):
        return term
    term = Term(municipality=municipality, name=name, from_on=from_on, to_on=to_on)
    session.add(term)
    record(session, TermOpened(name, name, from_on.isoformat(), to_on.isoformat()), by=by, at=at)
    return term


def open_council_term(
    session: Session, council: Council, term: Term, plan: CouncilTermPlan, *, by: Actor, at: datetime
) -> CouncilTerm:
    """The council in a term, with its seats and groups, and nobody in them.

    Refused: fewer than three seats, two groups with one code, days on which the council sits already.

    Law: kommuneloven (2018) § 5-7.
    Rules: R-5, R-262.
    """
    _require_in_order(session, council, plan)
    council_term = CouncilTerm(
        council=council,
        term=term,
        from_on=plan.from_on,
        to_on=plan.to_on,
        basis=plan.kind.basis,
        elected_by=plan.kind.elected_by,
        elected_on=plan.elected_on,
        residence_restriction=plan.settings.residence_restriction,
        return_right_within_municipality=plan.settings.return_right_within_municipality,
        delegated_to_executive_board=plan.settings.delegated_to_executive_board,
        seats=[Seat(number=number) for number in range(1, plan.seats + 1)],
        groups=[
            CouncilGroup(ordinal=ordinal, code=code, name=name) for ordinal, (code, name) in enumerate(plan.groups)
        ],
    )
    session.add(council_term)
    record(session, _opened(council, plan), by=by, at=at)
    return council_term


def _require_in_order(session: Session, council: Council, plan: CouncilTermPlan) -> None:
    """Rules: R-5, R-262."""
    if not has_members_enough(plan.seats):
        finding = SetupFinding(SetupFault.TOO_FEW_MEMBERS, "R-5", str(plan.seats))
        raise CouncilNotInOrder(council.name, (finding,))
    _require_different([code for code, _name in plan.groups])
    sits = session.scalar(
        select(CouncilTerm).where(
            CouncilTerm.council_id == council.id, CouncilTerm.from_on < plan.to_on, CouncilTerm.to_on > plan.from_on
        )
    )
    if sits:
        raise CouncilAlreadySits(council.name, sits.from_on, sits.to_on)


def _require_different(codes: Sequence[str]) -> None:
    """Rules: R-262."""
    for index, code in enumerate(codes):
        if code in codes[:index]:
            raise DuplicateGroup(code)


def _opened(council: Council, plan: CouncilTermPlan) -> CouncilTermOpened:
    return CouncilTermOpened(
        council.slug,
        plan.kind.basis.value,
        plan.kind.elected_by.value,
        plan.seats,
        plan.from_on.isoformat(),
        plan.to_on.isoformat(),
    )
