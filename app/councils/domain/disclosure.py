"""What may be shown of a person outside staff pages: that the office is held, and by whom.

Birth dates, home addresses and identity numbers are never shown. Who sits in an elected body is public, so the name of
a protected person is shown with the office, and nothing else: no contact, no picture, no district of residence.

Law: kommuneloven (2018) §§ 11-3, 11-4; offentleglova (2006) §§ 3, 13.
Rules: R-283, R-300.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class PersonOnFile:
    """What the register knows of a person. ``office_contact`` is the address the municipality has given the office.

    ``private_contact`` is the person's own. ``district`` is where the person lives.
    """

    person_id: int
    name: str
    protected: bool = False
    birth_date: date | None = None
    home_address: str = ""
    private_contact: str = ""
    office_contact: str = ""
    district: str = ""


@dataclass(frozen=True, slots=True)
class PublicPerson:
    """What anyone may see. ``has_own_page``: a page that gathers a person's offices; a protected person has none."""

    person_id: int
    name: str
    office_contact: str
    has_own_page: bool


def public_person(person: PersonOnFile) -> PublicPerson:
    """What anyone may see of a person who holds an office or is a deputy.

    Law: kommuneloven (2018) §§ 11-3, 11-4; offentleglova (2006) §§ 3, 13.
    Rules: R-283, R-300.
    """
    if person.protected:
        return PublicPerson(person.person_id, person.name, "", has_own_page=False)
    return PublicPerson(person.person_id, person.name, person.office_contact, has_own_page=True)
