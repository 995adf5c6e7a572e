"""Which version of the Municipal Act holds: the day before, and the day itself."""

from datetime import date

import pytest

from app.councils.domain.law_versions import MunicipalAct, municipal_act


@pytest.mark.rule("R-12")
@pytest.mark.parametrize(
    ("on", "act"),
    [
        (date(2019, 10, 22), MunicipalAct.ACT_OF_1992),
        (date(2019, 10, 23), MunicipalAct.AS_ENACTED),
        (date(2023, 6, 30), MunicipalAct.AS_ENACTED),
        (date(2023, 7, 1), MunicipalAct.AMENDED_2023),
        (date(2024, 4, 30), MunicipalAct.AMENDED_2023),
        (date(2024, 5, 1), MunicipalAct.ADJUSTED_2024),
    ],
)
def test_the_version_in_force_on_the_day_holds(on: date, act: MunicipalAct) -> None:
    assert municipal_act(on, constituted_on=date(2019, 10, 23)) is act
