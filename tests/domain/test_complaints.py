"""Complaint periods under both acts, counted by hand, and what can be done with a complaint.

11 September 2023 and 13 September 2027 are Mondays.
"""

from datetime import date

import pytest

from app.core.public_holidays import is_public_holiday
from app.elections.domain.complaints import (
    About,
    AlreadyForwarded,
    ComplaintDecided,
    ComplaintFacts,
    ComplaintOutcome,
    ComplaintState,
    DecidedAt,
    LateNotAdmitted,
    ReasonsNeeded,
    complaint_period,
    is_late,
    require_decidable,
    require_forwardable,
)
from app.elections.domain.election import RuleSetName

OLD, NEW = RuleSetName.VALGLOVEN_2002, RuleSetName.VALGLOVEN_2023
DAY = {OLD: date(2023, 9, 11), NEW: date(2027, 9, 13)}


def facts(rule_set: RuleSetName, **happened: date) -> ComplaintFacts:
    return ComplaintFacts(rule_set, DAY[rule_set], is_public_holiday, **happened)


@pytest.mark.rule("R-200")
@pytest.mark.parametrize(
    ("rule_set", "about", "happened", "last_day"),
    [
        (OLD, About.CONDUCT, {}, date(2023, 9, 18)),
        (NEW, About.CONDUCT, {}, date(2027, 9, 17)),
        (OLD, About.SETTLEMENT, {"validity_decided_on": date(2023, 10, 10)}, date(2023, 10, 17)),
        (OLD, About.SETTLEMENT, {"record_published_on": date(2023, 9, 14)}, None),
        (NEW, About.SETTLEMENT, {"record_published_on": date(2027, 9, 15)}, date(2027, 9, 20)),
        (NEW, About.SETTLEMENT, {}, None),
        (OLD, About.LISTS, {"lists_announced_on": date(2023, 6, 1)}, date(2023, 6, 8)),
        (NEW, About.ROLL, {"notified_on": date(2027, 7, 1)}, date(2027, 7, 8)),
        (NEW, About.VALIDITY, {"validity_decided_on": date(2027, 10, 12)}, date(2027, 10, 19)),
    ],
)
def test_each_matter_has_its_period_under_each_act(
    rule_set: RuleSetName, about: About, happened: dict[str, date], last_day: date | None
) -> None:
    """Wednesday 15 September 2027 + 4 days is Sunday the 19th: Monday the 20th."""
    assert complaint_period(about, facts(rule_set, **happened)).last_day == last_day


@pytest.mark.rule("R-19")
def test_a_record_published_on_a_saturday_starts_the_period_on_monday() -> None:
    """Saturday 18 September 2027 → Monday 20; four days later is Friday 24."""
    period = complaint_period(About.SETTLEMENT, facts(NEW, record_published_on=date(2027, 9, 18)))

    assert period.last_day == date(2027, 9, 24)


@pytest.mark.rule("R-200")
def test_receipt_on_the_last_day_is_in_time_and_the_day_after_is_late() -> None:
    period = complaint_period(About.CONDUCT, facts(OLD))

    assert not is_late(date(2023, 9, 18), period)
    assert is_late(date(2023, 9, 19), period)
    assert not is_late(date(2023, 12, 1), complaint_period(About.SETTLEMENT, facts(OLD)))


@pytest.mark.rule("R-203")
def test_a_complaint_is_sent_on_once_and_never_after_it_is_decided() -> None:
    require_forwardable(ComplaintState.RECEIVED)
    with pytest.raises(AlreadyForwarded):
        require_forwardable(ComplaintState.FORWARDED)
    with pytest.raises(ComplaintDecided):
        require_forwardable(ComplaintState.DECIDED)


def decide(
    state: ComplaintState = ComplaintState.RECEIVED,
    at: DecidedAt = DecidedAt.ELECTORAL_BOARD,
    outcome: ComplaintOutcome = ComplaintOutcome.NOT_UPHELD,
    *,
    late: bool = False,
    admitted: str = "",
    reasons: str = "Ingen feil.",
    reference: str = "2023/1",
) -> None:
    require_decidable(state, at, outcome, late=late, admitted_because=admitted, reasons=reasons, reference=reference)


@pytest.mark.rule("R-203")
def test_what_has_been_sent_on_is_decided_above() -> None:
    with pytest.raises(AlreadyForwarded):
        decide(ComplaintState.FORWARDED)
    decide(ComplaintState.FORWARDED, DecidedAt.MINISTRY)
    with pytest.raises(ComplaintDecided):
        decide(ComplaintState.DECIDED, DecidedAt.MINISTRY)


@pytest.mark.rule("R-203")
@pytest.mark.parametrize("lacking", [{"reasons": "  "}, {"reference": ""}])
def test_a_decision_says_why_and_in_which_case(lacking: dict[str, str]) -> None:
    with pytest.raises(ReasonsNeeded):
        decide(reasons=lacking.get("reasons", "Ingen feil."), reference=lacking.get("reference", "2023/1"))


@pytest.mark.rule("R-20")
def test_a_late_complaint_is_dismissed_or_heard_for_a_reason() -> None:
    with pytest.raises(LateNotAdmitted):
        decide(late=True)
    decide(late=True, outcome=ComplaintOutcome.DISMISSED)
    decide(late=True, admitted="Klageren lå på sykehus.")
