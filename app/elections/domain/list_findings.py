"""What a check of a list proposal finds: the rule, the facts, and whose turn it is. The words stand elsewhere."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Weight(StrEnum):
    """What a finding asks for before the list can be approved."""

    DEFECT = "defect"
    """The proposers must put it right."""
    OFFICE = "office"
    """Something the municipality itself has left to do."""
    JUDGEMENT = "judgement"
    """The electoral board must look at it, and says so when it approves."""
    NOTE = "note"
    """Worth knowing; nothing waits for it."""


class Check(StrEnum):
    """One kind of finding, one text."""

    LATE = "late"
    SECOND_LIST = "second_list"
    HEADING_MISSING = "heading_missing"
    NOT_REGISTERED_NAME = "not_registered_name"
    REGISTERED_NAME_TAKEN = "registered_name_taken"
    LIKE_REGISTERED_NAME = "like_registered_name"
    NOT_THE_PARTYS = "not_the_partys"
    SAME_HEADING = "same_heading"
    LIKE_OTHER_HEADING = "like_other_heading"
    NAME_MISSING = "name_missing"
    BIRTH_YEAR_MISSING = "birth_year_missing"
    PARTLY_GIVEN = "partly_given"
    NOT_TOLD_APART = "not_told_apart"
    GROUP_NOT_JOINT = "group_not_joint"
    TOO_FEW_CANDIDATES = "too_few_candidates"
    TOO_MANY_CANDIDATES = "too_many_candidates"
    GAP_IN_ORDER = "gap_in_order"
    PLACE_TWICE = "place_twice"
    LISTED_TWICE = "listed_twice"
    BONUS_NOT_FROM_TOP = "bonus_not_from_top"
    BONUS_TOO_MANY = "bonus_too_many"
    BOARD_MEMBERS_MISSING = "board_members_missing"
    TOO_FEW_SIGNERS = "too_few_signers"
    SIGNERS_NOT_CHECKED = "signers_not_checked"
    SIGNERS_WITHOUT_RIGHT = "signers_without_right"
    SIGNED_TWICE = "signed_twice"
    SIGNED_SEVERAL = "signed_several"
    SIGNED_SEVERAL_PERHAPS = "signed_several_perhaps"
    BIRTH_DATES_MISSING = "birth_dates_missing"
    BIRTH_DATE_DIFFERS = "birth_date_differs"
    SIGNER_DETAILS_MISSING = "signer_details_missing"
    DECLARATION_MISSING = "declaration_missing"
    NOT_ELIGIBLE = "not_eligible"
    ELIGIBILITY_NOT_CHECKED = "eligibility_not_checked"
    NO_REPRESENTATIVE = "no_representative"
    COMMITTEE_SHORT = "committee_short"
    ON_SEVERAL_LISTS = "on_several_lists"
    ON_SEVERAL_LISTS_PERHAPS = "on_several_lists_perhaps"
    IN_SEVERAL_DISTRICTS = "in_several_districts"
    NOT_TOLD = "not_told"
    DECLINED = "declined"
    CHANGED_WITHOUT_NEED = "changed_without_need"


Fact = str | int
NO_FACTS: Mapping[str, Fact] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found. ``facts`` are name and value, in a fixed order: the same proposal gives the same findings."""

    check: Check
    rule: str
    weight: Weight
    facts: tuple[tuple[str, Fact], ...] = ()

    def fact(self, name: str) -> Fact:
        """The value of a fact; a finding of a kind always has the same facts."""
        return dict(self.facts)[name]


def found(
    check: Check, rule: str, weight: Weight = Weight.DEFECT, given: Mapping[str, Fact] = NO_FACTS, **facts: Fact
) -> Finding:
    """A finding with its facts, those ``given`` first."""
    return Finding(check, rule, weight, (*given.items(), *facts.items()))


def of_weight(findings: Iterable[Finding], weight: Weight) -> tuple[Finding, ...]:
    """The findings of one weight, in their order."""
    return tuple(each for each in findings if each.weight is weight)


def numbers(positions: Iterable[int]) -> str:
    """Positions as a fact: ``2, 4 5`` → «2, 4, 5»."""
    return ", ".join(str(each) for each in positions)
