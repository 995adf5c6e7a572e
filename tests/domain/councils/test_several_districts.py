"""Two districts' candidates who are the same person."""

import pytest

from app.councils.domain.several_districts import (
    InSeveralDistricts,
    MultiDistrictCandidacy,
    StandsInSeveralDistricts,
    in_several_districts,
    warn_of_several_districts,
)

CANDIDATES = {"Fana": (1, 2, 3), "Årstad": (4, 2, 2), "Arna": (3, 5, 2)}
FOUND = (InSeveralDistricts(2, ("Fana", "Årstad", "Arna")), InSeveralDistricts(3, ("Fana", "Arna")))


@pytest.mark.rule("R-3", "R-43")
def test_who_stands_in_several_districts_is_found_with_all_of_them() -> None:
    """2 stands in all three, and twice on Årstad's lists, which is one district; 3 stands in Fana and Arna."""
    assert in_several_districts(CANDIDATES) == FOUND
    assert in_several_districts({"Fana": (1, 2), "Årstad": (3,)}) == ()


@pytest.mark.rule("R-43")
def test_it_is_warned_of_unless_the_municipality_allows_it() -> None:
    assert warn_of_several_districts(CANDIDATES) == FOUND
    assert warn_of_several_districts(CANDIDATES, MultiDistrictCandidacy.ALLOW) == ()


@pytest.mark.rule("R-43")
def test_it_is_refused_with_names_where_the_municipality_forbids_it() -> None:
    with pytest.raises(StandsInSeveralDistricts) as refused:
        warn_of_several_districts(CANDIDATES, MultiDistrictCandidacy.FORBID)
    assert refused.value == StandsInSeveralDistricts(FOUND, "R-43")
    assert warn_of_several_districts({"Fana": (1,)}, MultiDistrictCandidacy.FORBID) == ()
