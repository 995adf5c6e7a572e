"""Half of the members, exactly."""

import pytest

from app.meetings.domain.quorum import NotQuorate, quorum, require_quorum


@pytest.mark.rule("R-287")
@pytest.mark.parametrize(("members", "needed"), [(15, 8), (14, 7), (13, 7), (7, 4), (3, 2)])
def test_at_least_half_of_the_members(members: int, needed: int) -> None:
    """Half of 15 is seven and a half, so eight; half of 14 is seven."""
    assert quorum(0, members).needed == needed
    assert quorum(needed, members).is_quorate
    assert not quorum(needed - 1, members).is_quorate


@pytest.mark.rule("R-287")
@pytest.mark.parametrize("members", range(1, 60))
def test_the_count_agrees_with_doubling(members: int) -> None:
    """The slow way: twice as many as sit are at least all."""
    assert [quorum(each, members).is_quorate for each in range(members + 1)] == [
        2 * each >= members for each in range(members + 1)
    ]


@pytest.mark.rule("R-287")
def test_too_few_are_refused_with_the_figures() -> None:
    with pytest.raises(NotQuorate) as refused:
        require_quorum(7, 15)
    assert (refused.value.occupied, refused.value.members, refused.value.needed) == (7, 15, 8)
