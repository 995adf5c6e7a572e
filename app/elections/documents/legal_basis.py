"""Where in the election act each part of the record has its basis.

Law: valgloven (2002) §§ 6-2, 7-2, 10-3, 10-5, 10-6, 10-7, 11-4, 11-12; valgloven (2023) §§ 5-3, 6-10, 10-3, 10-8,
10-10, 10-12, 10-15, 11-4, 13-1, 13-2.
Rules: 0.6, R-56, R-101, R-111, R-130, R-150, R-152, R-154, R-160, R-164, R-165, R-190.
"""

from enum import StrEnum

from flask_babel import gettext as _

from app.elections.domain.election import RuleSetName


class Basis(StrEnum):
    """What has a basis in the act."""

    RECORD = "record"
    FIRST_COUNT = "first_count"
    SECOND_COUNT = "second_count"
    REJECTION = "rejection"
    VOTERS_CHANGES = "voters_changes"
    BONUS = "bonus"
    LIST_VOTES = "list_votes"
    SEATS = "seats"
    EQUAL_QUOTIENTS = "equal_quotients"
    CANDIDATES = "candidates"
    DEPUTIES = "deputies"
    EXHAUSTED_LIST = "exhausted_list"


_ACT_OF = {RuleSetName.VALGLOVEN_2002: "2002", RuleSetName.VALGLOVEN_2023: "2023"}
_SECTIONS = {
    RuleSetName.VALGLOVEN_2002: {
        Basis.RECORD: "§ 10-7",
        Basis.FIRST_COUNT: "§ 10-5",
        Basis.SECOND_COUNT: "§ 10-6",
        Basis.REJECTION: "§ 10-3 (1)",
        Basis.VOTERS_CHANGES: "§ 7-2",
        Basis.BONUS: "§ 6-2 (3)",
        Basis.LIST_VOTES: "§ 10-6 (3)",
        Basis.SEATS: "§§ 11-4, 11-12",
        Basis.EQUAL_QUOTIENTS: "§ 11-4 (3)",
        Basis.CANDIDATES: "§ 11-12 (2)",
        Basis.DEPUTIES: "§ 11-12 (3)",
        Basis.EXHAUSTED_LIST: "§ 11-12 (4)",
    },
    RuleSetName.VALGLOVEN_2023: {
        Basis.RECORD: "§ 10-15 (2)",
        Basis.FIRST_COUNT: "§ 10-8",
        Basis.SECOND_COUNT: "§§ 10-10, 10-12",
        Basis.REJECTION: "§ 10-3 (1)",
        Basis.VOTERS_CHANGES: "§ 6-10",
        Basis.BONUS: "§ 5-3",
        Basis.LIST_VOTES: "§ 13-1 (3)",
        Basis.SEATS: "§§ 11-4, 13-1",
        Basis.EQUAL_QUOTIENTS: "§ 11-4 (3)",
        Basis.CANDIDATES: "§ 13-2 (1), (2)",
        Basis.DEPUTIES: "§ 13-2 (3)",
        Basis.EXHAUSTED_LIST: "§ 13-2 (4)",
    },
}


def act(rule_set: RuleSetName) -> str:
    """The election act by its year: «valgloven (2002)»."""
    return _("valgloven (%(year)s)", year=_ACT_OF[rule_set])


def section(rule_set: RuleSetName, basis: Basis) -> str:
    """The paragraph alone: «§ 10-6 (3)»."""
    return _SECTIONS[rule_set][basis].replace(" ", "\u00a0")


def legal_basis(rule_set: RuleSetName, basis: Basis) -> str:
    """The act and the paragraph: «valgloven (2002) § 10-6 (3)»."""
    return f"{act(rule_set)} {section(rule_set, basis)}"
