"""The audit trail's chain, by hand: what was changed, removed, added or moved is found, and where."""

from hashlib import sha256

import pytest

from app.audit.domain.chain import EMPTY, START, Break, Fault, Head, Link, fingerprint, first_break


def trail(*acts: str) -> tuple[Link, ...]:
    links: list[Link] = []
    previous = START
    for number, act in enumerate(acts, start=1):
        previous = fingerprint(previous, number, {"act": act})
        links.append(Link(number, {"act": act}, previous))
    return tuple(links)


THREE = trail("ElectionSetUp", "CountsImported", "SettlementMade")
HEAD = Head(3, THREE[-1].fingerprint)


def test_the_first_fingerprint_is_made_of_64_zeros_a_line_break_and_the_event_as_json() -> None:
    content = "0" * 64 + '\n{"act":"Æret","number":1}'
    assert fingerprint(START, 1, {"act": "Æret"}) == sha256(content.encode()).hexdigest()


def test_a_trail_that_stands_has_no_break() -> None:
    assert first_break(THREE, HEAD) is None
    assert first_break((), EMPTY) is None


def test_an_event_that_was_changed_is_found() -> None:
    changed = Link(2, {"act": "CountsMadeUp"}, THREE[1].fingerprint)
    assert first_break((THREE[0], changed, THREE[2]), HEAD) == Break(2, Fault.CHANGED)


def test_an_event_changed_together_with_its_fingerprint_is_found_at_the_next() -> None:
    """Number 2 is made anew and fits; number 3 still carries what followed the true number 2."""
    changed = Link(2, {"act": "CountsMadeUp"}, fingerprint(THREE[0].fingerprint, 2, {"act": "CountsMadeUp"}))
    assert first_break((THREE[0], changed, THREE[2]), HEAD) == Break(3, Fault.CHANGED)


def test_a_trail_made_anew_to_its_end_differs_from_its_head() -> None:
    assert first_break(trail("ElectionSetUp", "CountsMadeUp", "SettlementMade"), HEAD) == Break(3, Fault.CHANGED)


@pytest.mark.parametrize(
    ("left", "found"),
    [
        (THREE[1:], Break(1, Fault.MISSING)),
        (THREE[:1] + THREE[2:], Break(2, Fault.MISSING)),
        (THREE[:2], Break(3, Fault.CUT_SHORT)),
        ((), Break(1, Fault.CUT_SHORT)),
        (trail("ElectionSetUp", "CountsImported", "SettlementMade", "SignedIn"), Break(4, Fault.TOO_LONG)),
    ],
)
def test_an_event_that_was_removed_or_added_is_found(left: tuple[Link, ...], found: Break) -> None:
    assert first_break(left, HEAD) == found


def test_two_events_that_changed_places_are_found() -> None:
    first, second, third = THREE
    moved = (Link(1, second.facts, first.fingerprint), Link(2, first.facts, second.fingerprint), third)
    assert first_break(moved, HEAD) == Break(1, Fault.CHANGED)
