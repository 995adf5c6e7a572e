"""What must be found out about each candidate, what has been declared, and that each has been told and may decline."""

from collections.abc import Iterator, Sequence

from app.elections.domain.list_findings import Check, Finding, Weight, found, numbers
from app.elections.domain.list_proposal import Answer, Condition, ProposedCandidate, Reply

CONDITION_RULES = {
    Condition.VOTING_RIGHT: "R-35",
    Condition.RESIDENT: "R-35",
    Condition.NO_EXCLUDED_POSITION: "R-38",
    Condition.NOT_IN_CONTROL_COMMITTEE: "R-40",
}


def conditions_asked(*, has_decision_power: bool) -> tuple[Condition, ...]:
    """The conditions that are answered for each candidate; the control committee only where powers are delegated.

    Law: valgloven (2002) § 3-3; valgloven (2023) §§ 3-2, 3-3; kommuneloven (2018) § 7-3 (3).
    Rules: R-35, R-38, R-40.
    """
    return tuple(each for each in Condition if has_decision_power or each is not Condition.NOT_IN_CONTROL_COMMITTEE)


def eligibility_findings(
    candidates: Sequence[ProposedCandidate], *, residence_restriction: bool = False, has_decision_power: bool = False
) -> Iterator[Finding]:
    """Conditions not answered, not fulfilled, or promised without a declaration; where districts restrict, R-36.

    Law: valgloven (2002) §§ 3-3, 6-4; valgloven (2023) §§ 3-2, 3-3, 5-5; kommuneloven (2018) § 7-3.
    Rules: R-35, R-36, R-38, R-39, R-40, R-59.
    """
    for condition in conditions_asked(has_decision_power=has_decision_power):
        rule = "R-36" if condition is Condition.RESIDENT and residence_restriction else CONDITION_RULES[condition]
        unknown = _places(candidates, condition, Answer.UNKNOWN)
        if unknown:
            yield found(
                Check.ELIGIBILITY_NOT_CHECKED, rule, Weight.OFFICE, condition=condition.value, places=numbers(unknown)
            )
        undeclared = _places(candidates, condition, Answer.DECLARATION_MISSING)
        if undeclared:
            yield found(Check.DECLARATION_MISSING, "R-59", condition=condition.value, places=numbers(undeclared))
        for each in candidates:
            if each.answer(condition) is Answer.NOT_FULFILLED:
                yield found(Check.NOT_ELIGIBLE, rule, condition=condition.value, name=each.name, position=each.position)


def attachment_findings(candidates: Sequence[ProposedCandidate]) -> Iterator[Finding]:
    """The candidates' birth dates, which come with the proposal and do not stand on the ballot.

    Law: valgloven (2002) § 6-4; valgloven (2023) § 5-5.
    Rules: R-59.
    """
    without = [each.position for each in candidates if each.birth_date is None]
    if without:
        yield found(Check.BIRTH_DATES_MISSING, "R-59", places=numbers(without))
    for each in candidates:
        if each.birth_date and each.birth_year and each.birth_date.year != each.birth_year:
            yield found(Check.BIRTH_DATE_DIFFERS, "R-59", name=each.name, position=each.position, year=each.birth_year)


def notice_findings(candidates: Sequence[ProposedCandidate]) -> Iterator[Finding]:
    """Candidates who are not told that they are listed, and those who have declined and must be struck.

    Law: valgloven (2002) §§ 3-4, 6-6; valgloven (2023) §§ 3-4, 5-10.
    Rules: R-42, R-61.
    """
    untold = [each.position for each in candidates if not each.told]
    if untold:
        yield found(Check.NOT_TOLD, "R-61", Weight.OFFICE, places=numbers(untold))
    for each in candidates:
        if each.reply is Reply.DECLINED:
            yield found(Check.DECLINED, "R-42", name=each.name, position=each.position)


def _places(candidates: Sequence[ProposedCandidate], condition: Condition, answer: Answer) -> list[int]:
    return [each.position for each in candidates if each.answer(condition) is answer]
