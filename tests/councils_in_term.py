"""A stored council during its term, told by names: who sits, what happens, and what is decided about it.

Fana has five seats: Ada, Bo and Cara of Ap in seats 1, 3 and 5, Dag and Eva of H in seats 2 and 4. Deputies are
Finn and Gro of Ap, and Hans of H. Ida, Jon, Kari and Leif hold no office. Women and men by turns, from Ada.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.audit.models import AuditEvent
from app.audit.services import Actor
from app.core.database import transaction
from app.councils.council_models import CouncilTerm, Person
from app.councils.domain.basis import CouncilBasis, CouncilKind, ElectedBy
from app.councils.domain.choices import Answer, Choice
from app.councils.domain.events import Event
from app.councils.domain.history import Membership
from app.councils.domain.membership import Cause, Role
from app.councils.domain.sitting_council import DEFAULTS, RankedDeputy, Settings
from app.councils.domain.takeover import ElectedOfList, ElectionOutcome, Start
from app.councils.in_term.services.changes import decide_change, propose_change
from app.councils.membership_models import MembershipChange
from app.councils.queries import council_on_date
from app.councils.services.set_up import CouncilTermPlan, open_term
from app.councils.services.takeover import take_office
from app.councils.spell_rows import history_of
from tests.stored_councils import BEFORE, GROUPS, a_council, people

NAMES = ("Ada", "Bo", "Cara", "Dag", "Eva", "Finn", "Gro", "Hans", "Ida", "Jon", "Kari", "Leif")
APPOINTED = CouncilKind(CouncilBasis.APPOINTED, ElectedBy.AGREED)
ELECTED = CouncilKind(CouncilBasis.DIRECTLY_ELECTED, ElectedBy.PROPORTIONAL)
BEGINS, ENDS = date(2020, 1, 1), date(2024, 1, 1)
NOW = datetime(2024, 2, 1, 9, tzinfo=UTC)
LATER = datetime(2100, 1, 1, tzinfo=UTC)
_ticks = count(1)
SECRETARY = Actor("kari.traa@bergen.example")
LEAVE_OUT, WAIT, BY_LAW = Choice(Answer.LEFT_OUT), Choice(Answer.WAITS), Choice(Answer.TAKEN)


def a_moment() -> datetime:
    """Each a second after the one before."""
    return NOW + timedelta(seconds=next(_ticks))


@dataclass(frozen=True)
class Fana:
    """The council, and what is asked of it."""

    session: Session
    council_term_id: int
    ids: dict[str, int]

    def id(self, name: str) -> int:
        return self.ids[name]

    def named(self, name: str, *, exception: str = "", consents: bool = False, group: str = "") -> Choice:
        return Choice(Answer.TAKEN, self.ids[name], group, exception, consents)

    def propose(self, event: Event, on: str, at: datetime | None = None) -> int:
        with transaction() as writing:
            council_term = writing.get_one(CouncilTerm, self.council_term_id)
            return propose_change(
                writing, council_term, event, date.fromisoformat(on), by=SECRETARY, at=at or a_moment()
            ).id

    def decide(
        self, change_id: int, choices: Sequence[Choice], reference: str = "2022/55", at: datetime | None = None
    ) -> Membership:
        with transaction() as writing:
            change = writing.get_one(MembershipChange, change_id)
            return decide_change(writing, change, choices, reference, by=SECRETARY, at=at or a_moment())

    def happens(self, event: Event, on: str, *choices: Choice, at: datetime | None = None) -> Membership:
        """Proposed and decided in one go."""
        return self.decide(self.propose(event, on, at), choices, at=at)

    def seats(self, day: str, known: datetime | None = None) -> str:
        """Who has each seat that day, "–" for an empty one; in brackets who sits for the holder."""
        council_term = self.session.get_one(CouncilTerm, self.council_term_id)
        on_day = council_on_date(self.session, council_term, date.fromisoformat(day), known or LATER)
        return " ".join(
            (self.name(each.holder.person_id) if each.holder else "–")
            + (f"({self.name(each.substitute.person_id)})" if each.substitute else "")
            for each in on_day.seats
        )

    def deputies(self, day: str, list_code: str = "Ap", known: datetime | None = None) -> str:
        """The deputies of the list that day, with their numbers."""
        council_term = self.session.get_one(CouncilTerm, self.council_term_id)
        on_day = council_on_date(self.session, council_term, date.fromisoformat(day), known or LATER)
        return " ".join(f"{each.rank}.{self.name(each.person_id)}" for each in on_day.deputies_of(list_code))

    def officer(self, role: Role, day: str) -> str | None:
        council_term = self.session.get_one(CouncilTerm, self.council_term_id)
        on_day = council_on_date(self.session, council_term, date.fromisoformat(day), LATER)
        holder = on_day.holder_of(role)
        return self.name(holder) if holder else None

    def membership(self) -> Membership:
        return history_of(self.session, self.council_term_id).known_at(LATER)

    def rows(self) -> int:
        """How many versions are recorded of all kinds."""
        history = history_of(self.session, self.council_term_id)
        kinds = (history.seats, history.deputies, history.roles, history.leaves, history.suspensions)
        return sum(map(len, kinds)) + len(history.affiliations)

    def acts(self) -> list[str]:
        return list(self.session.scalars(select(AuditEvent.act).order_by(AuditEvent.id)))

    def name(self, person_id: int) -> str:
        return next(name for name, number in self.ids.items() if number == person_id)


def fana(
    session: Session,
    kind: CouncilKind = APPOINTED,
    *,
    candidates: str | None = None,
    deputies: tuple[str, str] = ("Finn Gro", "Hans"),
    settings: Settings = DEFAULTS,
    last_day_after: date = ENDS,
) -> Fana:
    """Fana from New Year 2020. ``candidates``: those of list Ap in the order they are elected, where known."""
    appointed = kind.basis is CouncilBasis.APPOINTED
    with transaction() as writing:
        council = a_council(writing)
        who = {name: person.id for name, person in zip(NAMES, people(writing, *NAMES), strict=True)}
        ap, h = (tuple(who[name] for name in names.split()) for names in deputies)
        lists = (
            ElectedOfList("Ap", (who["Ada"], who["Bo"], who["Cara"]), ap),
            ElectedOfList("H", (who["Dag"], who["Eva"]), h),
        )
        start = Start(
            BEGINS,
            Cause.APPOINTED if appointed else Cause.ELECTED,
            "2019/1234",
            "kommuneloven (2018) § 7-7" if appointed else "valgloven (2002) § 11-12",
            ((Role.CHAIR, who["Ada"]), (Role.DEPUTY_CHAIR, who["Dag"])),
        )
        term = open_term(
            writing,
            council.district.municipality,
            "2019–2023",
            date(2019, 10, 1),
            date(2023, 10, 10),
            by=SECRETARY,
            at=BEFORE,
        )
        ranked = [
            RankedDeputy(who[name], name, "Ap", rank) for rank, name in enumerate((candidates or "").split(), start=1)
        ]
        council_term, _done = take_office(
            writing,
            council,
            term,
            CouncilTermPlan(kind, date(2019, 9, 9), BEGINS, last_day_after, 5, GROUPS, settings),
            outcome=ElectionOutcome(("Ap", "H", "Ap", "H", "Ap"), lists),
            start=start,
            candidates=ranked,
            by=SECRETARY,
            at=BEFORE,
        )
        council_term_id = council_term.id
    return Fana(session, council_term_id, who)


def person(council: Fana, name: str) -> Person:
    return council.session.get_one(Person, council.id(name))


def facts(kept: object) -> Any:
    """What the audit trail keeps, to look into."""
    return kept
