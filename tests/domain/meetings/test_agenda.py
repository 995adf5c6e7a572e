"""The agenda: its order, and what must be asked about before it is decided."""

from datetime import date

import pytest

from app.meetings.domain.agenda import (
    AgendaItem,
    ItemKind,
    KeyTwice,
    in_usual_order,
    moved,
    needs_admission,
    require_keys_once,
)
from tests.domain.meetings.meetings import SUMMONED, an_item

ABC = tuple(AgendaItem(key, ItemKind.DECISION, key) for key in "abc")


@pytest.mark.rule("R-284")
def test_what_was_sent_with_the_summons_is_decided_without_asking() -> None:
    assert not needs_admission(an_item(), SUMMONED)


@pytest.mark.rule("R-284")
def test_what_came_later_or_never_must_be_asked_about() -> None:
    additional = an_item(sent_on=date(2025, 5, 6))
    assert needs_admission(additional, SUMMONED)
    assert needs_admission(an_item(sent_on=None), SUMMONED)


@pytest.mark.rule("R-285")
def test_a_question_to_the_leader_needs_nobodys_leave() -> None:
    assert not needs_admission(an_item(kind=ItemKind.QUESTION, sent_on=None), SUMMONED)


def test_decisions_come_before_information_and_any_other_business_last() -> None:
    kinds = (ItemKind.OTHER, ItemKind.INFORMATION, ItemKind.DECISION, ItemKind.OPENING)
    items = [AgendaItem(kind, kind, "") for kind in kinds]
    assert [each.kind for each in in_usual_order(items)] == [
        ItemKind.OPENING,
        ItemKind.DECISION,
        ItemKind.INFORMATION,
        ItemKind.OTHER,
    ]


@pytest.mark.parametrize(("to", "keys"), [(1, "cab"), (2, "acb"), (3, "abc"), (9, "abc"), (0, "cab")])
def test_an_item_is_moved_to_its_place(to: int, keys: str) -> None:
    assert "".join(each.key for each in moved(ABC, "c", to)) == keys


def test_two_items_with_one_key_are_refused() -> None:
    with pytest.raises(KeyTwice):
        require_keys_once((*ABC, ABC[0]))
