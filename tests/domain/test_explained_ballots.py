"""Why something on a ballot does not count, item by item: always what the rules say of the ballot as a whole."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.elections.domain.ballots import BallotReader, ChangedBallot, Disregarded, WriteIn
from app.elections.domain.explained_ballots import ExplainedItem, explained
from app.elections.domain.rule_sets import RuleSet, WriteInOverflow, WriteInOwnList
from tests.builders import RULES_2002, a_ballot, a_contest, a_list

LISTS = [a_list("A", 4), a_list("B", 4, ineligible=[2]), a_list("C", 4)]

ballots = st.builds(
    ChangedBallot,
    st.sampled_from("ABC"),
    st.lists(st.integers(1, 4), max_size=5).map(tuple),
    st.lists(st.one_of(st.none(), st.builds(WriteIn, st.sampled_from("ABC"), st.integers(1, 5))), max_size=9).map(
        tuple
    ),
)
rule_sets = st.builds(
    replace,
    st.just(RULES_2002),
    writein_own_list=st.sampled_from(WriteInOwnList),
    writein_overflow=st.sampled_from(WriteInOverflow),
    writein_requires_eligible=st.booleans(),
)


@pytest.mark.rule("R-110", "R-112", "R-114")
def test_each_thing_on_a_ballot_has_its_own_reason() -> None:
    """Three seats, so three write-ins may count: B1, C1 and C2 do, and C3 is one too many. A2 is on the own list."""
    reader = BallotReader(a_contest(3, LISTS), RULES_2002)
    items = explained(reader, a_ballot(marks=[1, 1], write_ins="B:1 B:2 B:1 A:2 ? C:1 C:2 C:3"))
    assert items[0] == ExplainedItem(WriteIn("A", 1), is_mark=True, reason=None)
    assert [each.reason for each in items] == [
        None,
        Disregarded.MARK_REPEATED,
        None,
        Disregarded.WRITE_IN_INELIGIBLE,
        Disregarded.WRITE_IN_REPEATED,
        Disregarded.WRITE_IN_OWN_LIST,
        Disregarded.WRITE_IN_UNREADABLE,
        None,
        None,
        Disregarded.WRITE_IN_OVER_QUOTA,
    ]


@pytest.mark.rule("R-110", "R-111", "R-112", "R-114")
@given(ballot=ballots, rules=rule_sets, seats=st.sampled_from([3, 15]))
@settings(max_examples=150, derandomize=True, deadline=None, database=None)
def test_the_items_add_up_to_what_the_rules_say_of_the_ballot(
    ballot: ChangedBallot, rules: RuleSet, seats: int
) -> None:
    reader = BallotReader(a_contest(seats, LISTS), rules)
    reading, items = reader.read(ballot), explained(reader, ballot)
    assert len(items) == len(ballot.marks) + len(ballot.write_ins)
    assert Counter(each.reason for each in items if each.reason) == Counter(reading.disregarded)
    counting = [each.name for each in items if each.reason is None]
    own = {each.position for each in counting if each and each.list_code == ballot.list_code}
    assert own == set(reading.marks)
    assert [each for each in counting if each and each.list_code != ballot.list_code] == list(reading.write_ins)
