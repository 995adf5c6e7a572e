"""What the agenda room refuses, beside what the domain refuses."""

from dataclasses import dataclass

from app.core.errors import DomainError


@dataclass(unsafe_hash=True)
class DemandedByThird(DomainError):
    """A third of the members demand the item: nobody takes it off the agenda."""

    number: int
    needed: int
    rule: str = "R-282"
