"""Who was summoned, who is absent, and how the call-out of deputies stands. A session first; nothing here writes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from app.councils.council_models import Council, CouncilTerm, Person
from app.councils.domain.absence import PassedOver
from app.councils.domain.time_axes import on
from app.councils.queries import council_on_date, persons, sitting_council
from app.councils.spell_rows import history_of
from app.meetings.calling.models import AbsenceRow, DeputyCallRow, OtherRecipient, SummonsRow
from app.meetings.domain.call_out import Answered, DeputyAnswer, Projection, call_out
from app.meetings.domain.taking_part import Capacity
from app.meetings.models import Meeting
from app.meetings.queries import day_of, term_of


@dataclass(frozen=True, slots=True)
class Recipient:
    """One to whom the summons goes: a seat's member or substitute, a deputy who comes, or another by law.

    ``email`` is empty where none is known: the summons then goes on paper.
    """

    name: str
    email: str
    capacity: Capacity
    person_id: int | None = None
    recipient_id: int | None = None
    seat: int | None = None


@dataclass(frozen=True, slots=True)
class SeatCalled:
    """A seat with the person who is summoned to it first."""

    seat: int
    person_id: int


def seats_called(session: Session, meeting: Meeting, known: datetime) -> tuple[SeatCalled, ...]:
    """Who is summoned to which seat: the holder, or the substitute while the holder is on leave.

    Law: kommuneloven (2018) §§ 7-11, 8-1.
    Rules: R-255, R-256, R-261.
    """
    term = term_of(session, meeting)
    if term is None:
        return ()
    seats = council_on_date(session, term, day_of(meeting), known).seats
    return tuple(SeatCalled(each.seat, each.sitting_person_id) for each in seats if each.sitting_person_id is not None)


def recipients(session: Session, meeting: Meeting, known: datetime) -> tuple[Recipient, ...]:
    """To whom the summons goes: members by seat, deputies who are asked or come, then those with a right to attend.

    Law: kommuneloven (2018) §§ 6-1, 8-1, 10-3, 11-3, 13-1, 13-4.
    Rules: R-255, R-282, R-286.
    """
    seats = {each.person_id: each.seat for each in seats_called(session, meeting, known)}
    deputies = _deputies_called(session, meeting, known)
    found = persons(session, [*seats, *deputies])
    in_seats = [_member(found[person_id], seat) for person_id, seat in seats.items()]
    called = [_member(found[person_id], None) for person_id in deputies if person_id not in seats]
    return (*in_seats, *called, *_others(session, meeting))


def other_recipients(session: Session, council: Council) -> Sequence[OtherRecipient]:
    """Those outside the council who are summoned to its meetings: the municipality's own, then the council's."""
    asked = select(OtherRecipient).where(
        OtherRecipient.municipality_id == council.district.municipality_id,
        or_(OtherRecipient.council_id.is_(None), OtherRecipient.council_id == council.id),
    )
    return session.scalars(asked.order_by(OtherRecipient.id)).all()


def email_of(person: Person) -> str:
    """Where an e-mail reaches the person: the office's address, else the private one; empty when there is none."""
    return next((each.strip() for each in (person.office_contact, person.private_contact) if "@" in each), "")


def _member(person: Person, seat: int | None) -> Recipient:
    return Recipient(person.name, email_of(person), Capacity.MEMBER, person_id=person.id, seat=seat)


def _others(session: Session, meeting: Meeting) -> Iterator[Recipient]:
    for row in other_recipients(session, meeting.council):
        yield Recipient(row.name, row.email, row.capacity, recipient_id=row.id)


def _deputies_called(session: Session, meeting: Meeting, known: datetime) -> tuple[int, ...]:
    found = projection(session, meeting, known)
    places = found.places if found else ()
    return tuple(each.call.called.person_id for each in places if each.call.called and each.answer)


def summonses(session: Session, meeting: Meeting) -> Sequence[SummonsRow]:
    """All that was sent of summonses, issue by issue, members first by seat."""
    rows = session.scalars(select(SummonsRow).where(SummonsRow.meeting_id == meeting.id)).all()
    return sorted(rows, key=lambda each: (each.issue, each.seat is None, each.seat or 0, each.id))


def last_issue(session: Session, meeting: Meeting) -> int:
    """The number of the latest summons; 0 before the first."""
    asked = select(func.max(SummonsRow.issue)).where(SummonsRow.meeting_id == meeting.id)
    return session.scalar(asked) or 0


def absences_of(session: Session, meeting: Meeting) -> Sequence[AbsenceRow]:
    """Those who have said that they cannot come, in the order they said so; not those who can after all."""
    asked = select(AbsenceRow).where(AbsenceRow.meeting_id == meeting.id, AbsenceRow.withdrawn_at.is_(None))
    return session.scalars(asked.order_by(AbsenceRow.id)).all()


def absence_of(session: Session, meeting: Meeting, person_id: int) -> AbsenceRow | None:
    """The person's absence from the meeting, unless it was withdrawn."""
    return next((each for each in absences_of(session, meeting) if each.person_id == person_id), None)


def call_log(session: Session, meeting: Meeting) -> tuple[Answered, ...]:
    """The log of the call-out, in the order it happened."""
    rows = session.scalars(select(DeputyCallRow).where(DeputyCallRow.meeting_id == meeting.id))
    return tuple(
        Answered(each.absent_person_id, each.deputy_person_id, each.answer, each.at)
        for each in sorted(rows, key=lambda each: each.id)
    )


def standing_of(
    session: Session, meeting: Meeting, absent_person_id: int, deputy_person_id: int, known: datetime
) -> DeputyAnswer | None:
    """What the deputy who is called now has answered; None for one who is not the one called for the place.

    Rules: R-255.
    """
    found = projection(session, meeting, known)
    for place in found.places if found else ():
        called = place.call.called
        if place.call.absent.person_id == absent_person_id and called and called.person_id == deputy_person_id:
            return place.answer
    return None


def projection(session: Session, meeting: Meeting, known: datetime) -> Projection | None:
    """Who comes for whom, who is to be called next, and the quorum that can be counted on; None without a term.

    Members on leave or suspended, for whom nobody has been elected, count as absent from the start.

    Law: kommuneloven (2018) §§ 7-10 (1), 8-1.
    Rules: R-253, R-255, R-261, R-287.
    """
    term = term_of(session, meeting)
    if term is None:
        return None
    day = day_of(meeting)
    council = sitting_council(session, term, day, known)
    seats = council_on_date(session, term, day, known).seats
    sits_for = {each.substitute.person_id: each.holder.person_id for each in seats if each.substitute and each.holder}
    away = [each.holder.person_id for each in seats if each.holder and each.sitting_person_id is None]
    reported = [sits_for.get(each.person_id, each.person_id) for each in absences_of(session, meeting)]
    absent = tuple(each for each in dict.fromkeys((*away, *reported)) if council.member(each))
    passed_over = {**_away(session, term, day, known), **dict.fromkeys(sits_for, PassedOver.SITS_ALREADY)}
    return call_out(council, absent, call_log(session, meeting), passed_over)


def _away(session: Session, council_term: CouncilTerm, day: date, known: datetime) -> dict[int, PassedOver]:
    """Who is on leave or suspended that day, members and deputies."""
    membership = history_of(session, council_term.id).known_at(known)
    return {
        **{each.person_id: PassedOver.ON_LEAVE for each in on(membership.leaves, day)},
        **{each.person_id: PassedOver.SUSPENDED for each in on(membership.suspensions, day)},
    }
