"""Record what the municipal council votes: the method, both votes on agreement, the lists, the lots, the officers."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.orm import Session

from app.audit.services import Actor, record
from app.core.row_numbers import row_number
from app.councils.appointing.documents import ballot_in, officers_in, written
from app.councils.appointing.events import (
    AppointmentMethodRecorded,
    CouncilBallotRecorded,
    CouncilLotDrawn,
    OfficerVoteRecorded,
)
from app.councils.appointing.models import CouncilAppointment
from app.councils.appointing.queries import prepared
from app.councils.appointing.refusals import NotTied, VotesForUnnamed
from app.councils.appointing.services.edits import object_id, open_council
from app.councils.council_models import Person
from app.councils.domain.lots import Lot, LotDoesNotFit, LotRequired
from app.councils.domain.majority_of_chair import ChairLotRequired, elect_chair
from app.councils.domain.membership import Role
from app.councils.domain.prepared_council import BallotHeld, OfficerVote, election
from app.councils.domain.proportional_election import VotesDoNotAddUp, VotesForUnknownList, VotingForm


@dataclass(frozen=True, slots=True)
class MethodVotes:
    """What has been said and voted on how to elect. None: not yet. ``exception``: why the balance cannot be met."""

    proportional_demanded: bool | None
    voting_form: VotingForm | None = None
    unanimous_on_method: bool | None = None
    unanimous_on_nomination: bool | None = None
    exception: str = ""


def record_method(
    session: Session, row: CouncilAppointment, votes: MethodVotes, *, seen: int, by: Actor, at: datetime
) -> None:
    """Whether a proportional election is demanded, and how the votes on an agreed one went.

    Law: kommuneloven (2018) §§ 7-4, 7-5 (4), 7-7.
    Rules: R-220, R-223, R-229, R-234.
    """
    open_council(session, row, seen)
    before: dict[str, object] = {
        "proportional_demanded": row.proportional_demanded,
        "unanimous_on_method": row.unanimous_on_method,
        "unanimous_on_nomination": row.unanimous_on_nomination,
        "exception": row.exception,
    }
    row.proportional_demanded, row.voting_form = votes.proportional_demanded, votes.voting_form
    row.unanimous_on_method = votes.unanimous_on_method
    row.unanimous_on_nomination = votes.unanimous_on_nomination
    row.exception = votes.exception.strip()
    event = AppointmentMethodRecorded(
        object_id(row),
        before,
        votes.proportional_demanded,
        votes.voting_form,
        votes.unanimous_on_method,
        votes.unanimous_on_nomination,
        row.exception,
    )
    record(session, event, by=by, at=at)


def record_ballot(
    session: Session,
    row: CouncilAppointment,
    votes: Mapping[str, int],
    *,
    blank: int,
    present: int,
    seen: int,
    by: Actor,
    at: datetime,
) -> None:
    """The votes for each list. Lots drawn on an earlier count are void. Refused: votes that do not add up.

    Law: kommuneloven (2018) §§ 7-5, 8-1.
    Rules: R-223.
    """
    open_council(session, row, seen)
    codes = {each.code for each in row.lists}
    for code in votes:
        if code not in codes:
            raise VotesForUnknownList(code)
    ballot = BallotHeld(tuple(votes.items()), blank, present)
    if ballot.given != present or min((blank, *votes.values())) < 0:
        raise VotesDoNotAddUp(ballot.given, present)
    row.ballot = written(ballot)
    record(session, CouncilBallotRecorded(object_id(row), dict(votes), blank, present), by=by, at=at)


def draw_lot(session: Session, row: CouncilAppointment, winner: str, *, seen: int, by: Actor, at: datetime) -> None:
    """Record who won the lot that the election waits for, drawn in the meeting.

    Law: kommuneloven (2018) § 7-6.
    Rules: R-224.
    """
    open_council(session, row, seen)
    required, ballot = election(prepared(session, row)), ballot_in(row.ballot)
    if ballot is None or not isinstance(required, LotRequired):
        raise NotTied(winner)
    if winner not in required.lists:
        raise LotDoesNotFit(required.lists, required.lists, winner)
    row.ballot = written(replace(ballot, lots=(*ballot.lots, Lot(required.lists, winner))))
    record(session, CouncilLotDrawn(object_id(row), list(required.lists), winner), by=by, at=at)


def record_officer_vote(
    session: Session,
    row: CouncilAppointment,
    role: Role,
    vote: OfficerVote | None,
    *,
    seen: int,
    by: Actor,
    at: datetime,
) -> None:
    """The rounds held for chair or deputy chair; None takes them away.

    Refused: votes for one who is not put forward, a round without votes, a second round that was not needed, a lot won
    by one who was not in the tie.

    Law: kommuneloven (2018) § 7-8.
    Rules: R-230.
    """
    open_council(session, row, seen)
    if vote:
        _require_named(session, row, vote)
        _require_needed(vote, blank_counts=row.appointment.blank_counts)
    others = tuple((each, held) for each, held in officers_in(row.officers) if each is not role)
    held = ((role, vote), *others) if vote else others
    row.officers = written(tuple(sorted(held, key=lambda each: list(Role).index(each[0]))))
    rounds = [dict(each.votes) | {"blank": each.blank} for each in (vote.first, vote.second) if each] if vote else []
    event = OfficerVoteRecorded(object_id(row), role, rounds, by_lot=bool(vote and vote.drawn))
    record(session, event, by=by, at=at)


def _require_named(session: Session, row: CouncilAppointment, vote: OfficerVote) -> None:
    """Whether they are members is seen when the council is decided; here they are at least put forward for it.

    Rules: R-220.
    """
    named = {each.person_id for each in row.nominees} | {name.person_id for put in row.lists for name in put.names}
    voted = [who for held in (vote.first, vote.second) if held for who, _votes in held.votes]
    for who in voted:
        if int(who) not in named:
            number = row_number(who)
            person = session.get(Person, number) if number else None
            raise VotesForUnnamed(person.name if person else who)


def _require_needed(vote: OfficerVote, *, blank_counts: bool) -> None:
    """A lot belongs to a tie in the second round, and to nothing else.

    Rules: R-230.
    """
    undrawn = elect_chair(vote.first, vote.second, blank_counts=blank_counts)
    if vote.drawn is None:
        return
    if not isinstance(undrawn, ChairLotRequired):
        raise NotTied(vote.drawn)
    elect_chair(vote.first, vote.second, drawn=vote.drawn, blank_counts=blank_counts)
