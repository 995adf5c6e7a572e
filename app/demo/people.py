"""Who can sign in to the demo: one invented person for each role, and two count clerks, since entry takes two.

Passwords are made when the accounts are, and never written down here. ``.example`` is a domain nobody can own.
"""

from dataclasses import dataclass

from app.auth.domain.roles import Grant, Role


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """An account to be: who it belongs to, the address to sign in with, and what the person may do where."""

    name: str
    address: str
    grants: tuple[Grant, ...]


def _person(name: str, local_part: str, *grants: Grant) -> DemoPerson:
    return DemoPerson(name, f"{local_part}@verv.example", grants)


DEMO_PEOPLE = (
    _person("Astrid Lømo", "administrator", Grant(Role.ADMINISTRATOR)),
    _person("Sunniva Kvernbit", "valgansvarlig", Grant(Role.ELECTION_OFFICER)),
    _person("Håkon Tysseland", "teller1", Grant(Role.COUNT_CLERK)),
    _person("Fatima Rahimi", "teller2", Grant(Role.COUNT_CLERK)),
    _person("Øyvind Brattespe", "valgstyret", Grant(Role.ELECTORAL_BOARD)),
    _person("Ingunn Sjøbakk", "sekretar", Grant(Role.COUNCIL_SECRETARY, "fana"), Grant(Role.COUNCIL_SECRETARY, "arna")),
    _person("Trond Åmelfot", "oppnevning", Grant(Role.APPOINTMENT_OFFICER)),
    _person("Ánne Njallavárri", "revisor", Grant(Role.AUDITOR)),
)
