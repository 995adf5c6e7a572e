"""What the public pages of councils and persons are made of: frozen values that a template can only read."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from app.councils.documents.register_content import CouncilRegister, RegisteredSeat
from app.councils.domain.membership import Cause, EndCause, Role
from app.public.council_changes import DayOfChange
from app.public.council_timeline import Timeline
from app.public.district_map import DistrictMap
from app.public.shown_lists import ShownList


@dataclass(frozen=True, slots=True)
class CouncilHeading:
    """A council. ``abolished_on`` is the first day without it, None while it lasts."""

    id: int
    slug: str
    name: str
    district_id: int
    district: str
    municipality: str
    contact: str
    established_on: date
    abolished_on: date | None


@dataclass(frozen=True, slots=True)
class SittingOnDay:
    """A council on a day, with its lists as they are shown, by code: every code that a seat can have."""

    register: CouncilRegister
    lists: Mapping[str, ShownList]

    @property
    def in_reading_order(self) -> tuple[RegisteredSeat, ...]:
        """The chair, the deputy chair, then list by list in their order, by seat."""
        codes = list(self.lists)
        roles = (Role.CHAIR, Role.DEPUTY_CHAIR, None)

        def place(seat: RegisteredSeat) -> tuple[int, int, int]:
            known = codes.index(seat.group.code) if seat.group.code in codes else len(codes)
            return roles.index(seat.role), known, seat.number

        return tuple(sorted(self.register.seats, key=place))


@dataclass(frozen=True, slots=True)
class DistrictCouncil:
    """A district's council on the day; ``sitting`` is None when it does not sit that day."""

    heading: CouncilHeading
    sitting: SittingOnDay | None


@dataclass(frozen=True, slots=True)
class Places:
    """The ways to one's own district: by an address, where there are any; on the map, where there is one; by name.

    ``councils`` are those that are not abolished, by district. ``slugs`` leads from a district to its council's page.
    """

    has_addresses: bool
    map: DistrictMap | None
    councils: tuple[CouncilHeading, ...]
    slugs: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class DistrictsPage:
    """All councils that are not abolished, by district; districts without one; and those that were abolished."""

    day: date
    councils: tuple[DistrictCouncil, ...]
    without: tuple[str, ...]
    abolished: tuple[CouncilHeading, ...]
    places: Places


@dataclass(frozen=True, slots=True)
class TermOfCouncil:
    """A council's time in one term of office, from ``from_on`` up to, but not with, ``to_on``."""

    id: int
    name: str
    from_on: date
    to_on: date

    @property
    def last_on(self) -> date:
        return self.to_on - timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ElectionOfCouncil:
    """Where the result of the direct election stands that the council comes from."""

    address: str
    code: str


@dataclass(frozen=True, slots=True)
class CouncilPage:
    """A council on a day.

    ``sitting`` and all that belongs to it is None or empty on a day when the council did not sit; ``nearest`` are then
    the last day before on which it did and the first day after. ``previous`` and ``following`` are the nearest days on
    which something changed. ``terms`` are all its terms, the latest first.
    """

    heading: CouncilHeading
    day: date
    today: date
    sitting: SittingOnDay | None
    term: TermOfCouncil | None
    timeline: Timeline | None
    changes: tuple[DayOfChange, ...]
    previous: date | None
    following: date | None
    nearest: tuple[date, ...]
    terms: tuple[TermOfCouncil, ...]
    election: ElectionOfCouncil | None


@dataclass(frozen=True, slots=True)
class Office:
    """An office a person has or has had. ``last_on`` is None while it lasts; ``rank`` is a deputy's number.

    Neither ``rank`` nor ``role`` is set for a member; a *settemedlem* is told by the cause.
    """

    from_on: date
    last_on: date | None
    list_name: str
    cause: Cause | None
    end_cause: EndCause | None
    role: Role | None = None
    rank: int | None = None


@dataclass(frozen=True, slots=True)
class OfficesInCouncil:
    """A person's offices in one council and term, in the order they began."""

    heading: CouncilHeading
    term: TermOfCouncil
    offices: tuple[Office, ...]


@dataclass(frozen=True, slots=True)
class PersonPage:
    """The offices of a person, the latest term first. ``address`` is the name as it stands in the address."""

    id: int
    name: str
    address: str
    councils: tuple[OfficesInCouncil, ...]
