"""Makers of councils, members and spells with good defaults: a test states only what matters to it."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from itertools import count

from app.councils.domain.basis import CouncilBasis, CouncilKind, ElectedBy
from app.councils.domain.gender import Gender
from app.councils.domain.history import Membership
from app.councils.domain.membership import Cause, DeputySpell, LeaveSpell, Role, RoleSpell, SeatSpell
from app.councils.domain.picking import Listed
from app.councils.domain.sitting_council import DEFAULTS, Member, RankedDeputy, Settings, SittingCouncil
from app.councils.domain.terms import Term
from app.councils.domain.time_axes import SpellT, Version

APPOINTED = CouncilKind(CouncilBasis.APPOINTED, ElectedBy.PROPORTIONAL)
BY_AGREEMENT = CouncilKind(CouncilBasis.APPOINTED, ElectedBy.AGREED)
ELECTED = CouncilKind(CouncilBasis.DIRECTLY_ELECTED, ElectedBy.PROPORTIONAL)
BY_MAJORITY = CouncilKind(CouncilBasis.DIRECTLY_ELECTED, ElectedBy.MAJORITY)

BEFORE, AFTER = date(2023, 6, 30), date(2023, 7, 1)
"""The last day of the act as enacted, and the first of the act as amended."""

TERM = Term(date(2020, 1, 1), date(2024, 1, 1))
SEXES = {"K": Gender.FEMALE, "M": Gender.MALE, "?": None}

ANNE, BERIT, CARL, DAG, EVA, FINN = range(1, 7)
"""Members of a council of four, of lists A A B B, and two deputies of list A."""


def day(text: str) -> date:
    return date.fromisoformat(text)


def moment(text: str) -> datetime:
    return datetime.fromisoformat(f"{text}T12:00:00").replace(tzinfo=UTC)


def a_list(sexes: str) -> list[Listed]:
    """``"MMK"``: two men, then a woman."""
    genders = [Gender.FEMALE if sex == "K" else Gender.MALE for sex in sexes.replace(" ", "")]
    return [Listed(place, f"no. {place}", gender) for place, gender in enumerate(genders, start=1)]


def deputies(group: str, names: str, sexes: str = "", first_id: int = 100) -> tuple[RankedDeputy, ...]:
    """``"Ida Jon"``: Ida is number 1 and Jon number 2 of the group."""
    genders = [SEXES[sex] for sex in sexes.ljust(len(names.split()), "?")]
    return tuple(
        RankedDeputy(first_id + rank, name, group, rank, gender)
        for rank, (name, gender) in enumerate(zip(names.split(), genders, strict=True), start=1)
    )


def members(sexes: str = "KKMM", groups: Sequence[str] = "AABB", chair: int | None = None) -> tuple[Member, ...]:
    """One member for each letter, with ids and seats from 1; number ``chair`` leads and the next is deputy chair."""
    names = ("Anne", "Berit", "Carl", "Dag", "Eva", "Finn", "Gro", "Hans")
    roles = {} if chair is None else {chair: Role.CHAIR, chair + 1: Role.DEPUTY_CHAIR}
    return tuple(
        Member(number, names[number - 1], number, group, SEXES[sex], roles.get(number))
        for number, (sex, group) in enumerate(zip(sexes, groups, strict=True), start=1)
    )


def a_council(
    kind: CouncilKind = APPOINTED,
    *,
    sexes: str = "KKMM",
    groups: Sequence[str] = "AABB",
    chair: int | None = None,
    deputies: Sequence[RankedDeputy] = (),
    candidates: Sequence[RankedDeputy] | None = None,
    elected_on: date = date(2019, 9, 9),
    settings: Settings = DEFAULTS,
) -> SittingCouncil:
    """A council of as many seats as there are letters."""
    known = None if candidates is None else tuple(candidates)
    return SittingCouncil(kind, elected_on, len(sexes), members(sexes, groups, chair), tuple(deputies), known, settings)


def seat(
    person_id: int, begins: str, ends: str | None = None, *, number: int = 1, cause: Cause = Cause.APPOINTED
) -> SeatSpell:
    return SeatSpell(number, person_id, day(begins), day(ends) if ends else None, cause, "A")


def deputy(person_id: int, rank: int, begins: str, ends: str | None = None, list_code: str = "A") -> DeputySpell:
    return DeputySpell(person_id, list_code, rank, day(begins), day(ends) if ends else None, Cause.APPOINTED)


def role(person_id: int, role: Role, begins: str, ends: str | None = None) -> RoleSpell:
    return RoleSpell(person_id, role, day(begins), day(ends) if ends else None)


def leave(person_id: int, begins: str, ends: str | None = None) -> LeaveSpell:
    return LeaveSpell(person_id, day(begins), day(ends) if ends else None)


def membership(
    *spells: SeatSpell | DeputySpell | RoleSpell | LeaveSpell,
) -> Membership:
    """The spells, sorted into their kinds."""
    return Membership(
        tuple(each for each in spells if isinstance(each, SeatSpell)),
        tuple(each for each in spells if isinstance(each, DeputySpell)),
        tuple(each for each in spells if isinstance(each, RoleSpell)),
        tuple(each for each in spells if isinstance(each, LeaveSpell)),
    )


def versions(*recorded: tuple[str, SpellT]) -> tuple[Version[SpellT], ...]:
    """First versions of spells, each recorded at noon of the day it stands with."""
    numbers = count(1)
    return tuple(Version(spell, next(numbers), moment(text), "secretary") for text, spell in recorded)
