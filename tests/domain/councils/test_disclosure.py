"""What anyone may see of a person, and of a protected one."""

from dataclasses import fields, replace
from datetime import date

import pytest

from app.councils.domain.disclosure import PersonOnFile, PublicPerson, public_person

ANNE = PersonOnFile(
    1,
    "Anne Berg",
    birth_date=date(1980, 5, 17),
    home_address="Storgata 1",
    private_contact="anne@hjemme.example",
    office_contact="anne.berg@kommune.example",
    district="fana",
)


@pytest.mark.rule("R-283", "R-300")
def test_the_name_and_the_address_of_the_office_are_public() -> None:
    assert public_person(ANNE) == PublicPerson(1, "Anne Berg", "anne.berg@kommune.example", has_own_page=True)


@pytest.mark.rule("R-283", "R-300")
def test_of_a_protected_person_only_the_name_with_the_office_is_shown() -> None:
    assert public_person(replace(ANNE, protected=True)) == PublicPerson(1, "Anne Berg", "", has_own_page=False)


@pytest.mark.rule("R-283")
@pytest.mark.parametrize("protected", [False, True])
def test_birth_date_home_and_private_contact_never_leave_staff_pages(protected: bool) -> None:
    shown = public_person(replace(ANNE, protected=protected))
    values = [str(getattr(shown, each.name)) for each in fields(shown)]
    assert not {"1980-05-17", "Storgata 1", "anne@hjemme.example", "fana"} & set(values)
