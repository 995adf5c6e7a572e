"""Disqualification (*inhabilitet*): on what ground it is raised, who decides, and who takes no part.

Whether somebody is disqualified is never decided here: people do, one member and one case at a time.

Law: forvaltningsloven (1967) §§ 6, 8; kommuneloven (2018) §§ 11-10, 11-11.
Rules: R-294, R-295, R-296, R-297.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.core.errors import DomainError
from app.meetings.domain.agenda import AgendaItem, ItemKind
from app.meetings.domain.presence import Occupancy
from app.meetings.domain.quorum import quorum


class AdministrationAct(StrEnum):
    """The act the grounds are read from. The one of 2025 is in force when the King decides."""

    ACT_OF_1967 = "1967"
    ACT_OF_2025 = "2025"


class Ground(StrEnum):
    """Why a member may be disqualified.

    SPECIAL_CIRCUMSTANCES is the one that needs a judgment. COHABITANT and STEP_RELATION are automatic under the act of
    2025 only. PREPARED_AS_EMPLOYEE and DECIDED_BEFORE stand in the Municipal Act. PERSONAL_REASONS is no
    disqualification: the member asks to be excused.
    """

    PARTY = "party"
    RELATED = "related"
    MARRIED = "married"
    COHABITANT = "cohabitant"
    STEP_RELATION = "step_relation"
    REPRESENTS_PARTY = "represents_party"
    LEADS_ORGANISATION = "leads_organisation"
    SPECIAL_CIRCUMSTANCES = "special_circumstances"
    PREPARED_AS_EMPLOYEE = "prepared_as_employee"
    DECIDED_BEFORE = "decided_before"
    PERSONAL_REASONS = "personal_reasons"


LEGAL_BASIS = {
    Ground.PARTY: "forvaltningsloven (1967) § 6 (1) a",
    Ground.RELATED: "forvaltningsloven (1967) § 6 (1) b",
    Ground.MARRIED: "forvaltningsloven (1967) § 6 (1) c",
    Ground.REPRESENTS_PARTY: "forvaltningsloven (1967) § 6 (1) d",
    Ground.LEADS_ORGANISATION: "forvaltningsloven (1967) § 6 (1) e",
    Ground.SPECIAL_CIRCUMSTANCES: "forvaltningsloven (1967) § 6 (2)",
    Ground.PREPARED_AS_EMPLOYEE: "kommuneloven (2018) § 11-10",
    Ground.DECIDED_BEFORE: "kommuneloven (2018) § 11-10",
    Ground.PERSONAL_REASONS: "kommuneloven (2018) § 11-11",
}
"""The paragraph that the minutes name, under the act of 1967."""

ONLY_IN_2025 = (Ground.COHABITANT, Ground.STEP_RELATION)
IN_MUNICIPAL_ACT = (Ground.PREPARED_AS_EMPLOYEE, Ground.DECIDED_BEFORE, Ground.PERSONAL_REASONS)
BASIS_IN_2025 = "forvaltningsloven (2025) §§ 25–29"


@dataclass(unsafe_hash=True)
class GroundNotOpen(DomainError):
    """The ground is not automatic under the act in force that day; it can be raised as special circumstances."""

    ground: Ground
    act: AdministrationAct


@dataclass(unsafe_hash=True)
class NeverDisqualified(DomainError):
    """Nobody is disqualified in electing persons to public office, or in fixing their pay."""

    person_id: int
    item: str
    rule: str = "R-294"


def act_on(day: date, act_of_2025_from: date | None) -> AdministrationAct:
    """The act that holds on a day; ``act_of_2025_from`` is None until the King has decided when it comes into force.

    Law: forvaltningsloven (1967) § 6; forvaltningsloven (2025) §§ 25–29.
    Rules: R-296.
    """
    in_force = act_of_2025_from is not None and act_of_2025_from <= day
    return AdministrationAct.ACT_OF_2025 if in_force else AdministrationAct.ACT_OF_1967


def legal_basis(ground: Ground, act: AdministrationAct) -> str:
    """The paragraph the minutes name; a ground that the act does not have is refused.

    Law: forvaltningsloven (1967) § 6; kommuneloven (2018) §§ 11-10, 11-11.
    Rules: R-294, R-296.
    """
    if act is AdministrationAct.ACT_OF_1967:
        if ground in ONLY_IN_2025:
            raise GroundNotOpen(ground, act)
        return LEGAL_BASIS[ground]
    return LEGAL_BASIS[ground] if ground in IN_MUNICIPAL_ACT else BASIS_IN_2025


def require_can_be_raised(person_id: int, item: AgendaItem, ground: Ground) -> None:
    """Refuse to raise disqualification where persons are elected to public office, or their pay fixed.

    Asking to be excused is open there too.

    Law: kommuneloven (2018) § 11-10.
    Rules: R-294, R-297.
    """
    never = item.kind is ItemKind.ELECTION or item.pay_of_elected
    if never and ground is not Ground.PERSONAL_REASONS:
        raise NeverDisqualified(person_id, item.key)


@dataclass(frozen=True, slots=True)
class Deciders:
    """Who takes no part in deciding whether members are disqualified in one case.

    ``would_remain`` seats would be left without the members concerned. ``all_take_part``: those are too few, so that
    nobody is kept out.
    """

    kept_out: tuple[int, ...]
    would_remain: int
    all_take_part: bool


def who_decides(concerned: Collection[int], occupancy: Occupancy, members: int) -> Deciders:
    """Who is kept out of the questions whether ``concerned`` are disqualified in one and the same case.

    None of them takes part in any of these questions. Would the council then lack quorum, all who are present do: with
    15 members and 9 present, of whom two are concerned, 7 remain and 8 are needed, so all 9 decide.

    Law: forvaltningsloven (1967) § 8 (2).
    Rules: R-295.
    """
    here = tuple(each.person_id for each in occupancy.sitting if each.person_id in concerned)
    remain = occupancy.occupied - len(here)
    if here and not quorum(remain, members).is_quorate:
        return Deciders((), remain, all_take_part=True)
    return Deciders(here, remain, all_take_part=False)
