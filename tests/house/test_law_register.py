"""The register from law to code is fresh, and no rule of the settlement is without a line and a test."""

import pytest

from tools import law_register, state_tables

SETTLEMENT_RULES = [
    *("R-110", "R-111", "R-112", "R-114", "R-115", "R-116"),
    *("R-150", "R-152", "R-154", "R-160", "R-161", "R-162", "R-163", "R-164", "R-165"),
    *("R-180", "R-181", "R-182", "R-183", "R-186"),
]
"""The rules of act and regulation in the rule book's parts on ballots, settlement and majority election."""

MEETING_RULES = [f"R-{number}" for number in range(280, 303)]
"""The rule book's part on meetings."""


def test_the_register_is_fresh() -> None:
    """If this fails: make docs."""
    assert law_register.REGISTER.read_text(encoding="utf-8") == law_register.register()


def test_the_tables_of_states_are_fresh() -> None:
    """If this fails: make docs."""
    assert state_tables.STATES.read_text(encoding="utf-8") == state_tables.state_tables()


@pytest.mark.parametrize("rule", SETTLEMENT_RULES)
def test_each_rule_has_a_paragraph_a_function_and_a_test(rule: str) -> None:
    line = next(row for row in law_register.register().splitlines() if row.startswith(f"| {rule} |"))
    _, _, paragraphs, functions, tests, _ = (cell.strip() for cell in line.split("|"))
    assert "§" in paragraphs
    assert "app/elections/" in functions or "app/councils/domain/" in functions  # the general method stands below
    assert "tests/" in tests


@pytest.mark.parametrize("rule", MEETING_RULES)
def test_each_rule_of_meetings_has_a_paragraph_a_function_and_a_test(rule: str) -> None:
    line = next(row for row in law_register.register().splitlines() if row.startswith(f"| {rule} |"))
    _, _, paragraphs, functions, tests, _ = (cell.strip() for cell in line.split("|"))
    assert "§" in paragraphs
    assert "app/meetings/" in functions
    assert "tests/domain/meetings/" in tests
