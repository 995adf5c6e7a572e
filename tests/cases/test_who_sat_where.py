"""Who sat where: four years of one council on one page, with what happened between the lines.

Fana has five seats: Ada, Bo and Cara of Ap in seats 1, 3 and 5, Dag and Eva of H in seats 2 and 4. Ada leads. Deputies
of Ap are Finn and Gro. The council is appointed: nobody moves up, new members and settemedlemmer are elected (R-256);
before July 2023 the settemedlem was the first in the order of the deputies.

    1 January 2020      takes office
    1 March 2021        Bo has died; Jon is elected in his place
    1 September 2021    Cara is exempt for seven months; Finn, the first deputy, is elected settemedlem ...
    1 April 2022        ... and Cara is back
    1 June 2022         Ada leaves the council: Ida takes the seat, Eva becomes chair
    31 December 2023    the last day of the term
"""

from datetime import date

import pytest
from sqlalchemy.orm import Session

from app.councils.domain.events import GoesOnLeave, LeavesBecause, LeavesForGood
from app.councils.domain.membership import Role
from tests.councils_in_term import BY_LAW, Fana, fana

# day: who had seats 1 to 5 (in brackets who sat for the holder), and who led
DAYS = {
    "2020-01-01": ("Ada Dag Bo Eva Cara", "Ada"),
    "2021-02-28": ("Ada Dag Bo Eva Cara", "Ada"),
    "2021-03-01": ("Ada Dag Jon Eva Cara", "Ada"),
    "2021-09-01": ("Ada Dag Jon Eva Cara(Finn)", "Ada"),
    "2022-03-31": ("Ada Dag Jon Eva Cara(Finn)", "Ada"),
    "2022-04-01": ("Ada Dag Jon Eva Cara", "Ada"),
    "2022-05-31": ("Ada Dag Jon Eva Cara", "Ada"),
    "2022-06-01": ("Ida Dag Jon Eva Cara", "Eva"),
    "2023-12-31": ("Ida Dag Jon Eva Cara", "Eva"),
}


@pytest.fixture
def four_years(session: Session) -> Fana:
    council = fana(session)
    council.happens(LeavesForGood(council.id("Bo"), LeavesBecause.DIED), "2021-03-01", council.named("Jon"))
    exempt = GoesOnLeave(council.id("Cara"), date(2021, 9, 1), date(2022, 4, 1))
    council.happens(exempt, "2021-09-01", council.named("Finn"), BY_LAW)
    leaves = LeavesForGood(council.id("Ada"), LeavesBecause.RELEASED)
    council.happens(leaves, "2022-06-01", council.named("Ida"), council.named("Eva"))
    return council


@pytest.mark.rule("R-253", "R-256", "R-259", "R-262")
def test_who_sat_where_and_who_led(four_years: Fana) -> None:
    assert {day: (four_years.seats(day), four_years.officer(Role.CHAIR, day)) for day in DAYS} == DAYS
