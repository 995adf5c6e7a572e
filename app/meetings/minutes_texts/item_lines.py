"""An item in the words of the minutes, part by part in their order: proposals, consideration, votes, decision.

Law: kommuneloven (2018) §§ 11-3, 11-4, 11-5.
Rules: R-284, R-285, R-292, R-295, R-300.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.councils.domain.lots import LotRequired
from app.councils.domain.majority_of_chair import ChairElected
from app.meetings.domain.events import (
    DeputyCalledIn,
    ItemWithdrawn,
    LeaderTookOver,
    MeetingAdjourned,
    MeetingClosed,
    MeetingResumed,
    MeetingSet,
    QuestionAnswered,
    QuestionAsked,
    RecordingPermitted,
    RemarkEntered,
    SpokeAsOther,
    StatementEntered,
    SteppedDown,
)
from app.meetings.domain.meeting_elections import CommitteeElection, OfficeElection
from app.meetings.domain.minutes import ItemMinutes, Minutes
from app.meetings.domain.proceedings import Happened
from app.meetings.domain.proposals import Mover, Proposal
from app.meetings.domain.roster import Roster
from app.meetings.domain.states import ItemState
from app.meetings.minutes_texts.vote_lines import proposal_name, vote_line
from app.meetings.minutes_texts.words import Words, clock_time, listed, paragraph


@dataclass(frozen=True, slots=True)
class ProposalText:
    """A proposal as the minutes set it: who from, as a heading, its text, and what became of it if withdrawn."""

    heading: str
    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class ItemText:
    """An item in words. Empty parts are left out of the document."""

    heading: str
    withheld: str
    recommendation: ProposalText | None
    consideration: tuple[str, ...]
    proposals: tuple[ProposalText, ...]
    voting: tuple[str, ...]
    decisions: tuple[str, ...]
    statements: tuple[str, ...]


def people_of(roster: Roster) -> Mapping[int, str]:
    """Person → name, with the party: ``Anne Aas (H)``."""
    everybody = [
        *(each for seat in roster.seats for each in (seat.holder, seat.substitute) if each),
        *(each.attendee for each in roster.deputies),
    ]
    return {each.person_id: f"{each.name} ({each.party})" if each.party else each.name for each in everybody}


def item_text(item: ItemMinutes, people: Mapping[int, str], words: Words) -> ItemText:
    """The item in words; of one that is withheld, the parts that its public face has.

    Law: kommuneloven (2018) §§ 11-4, 11-5.
    Rules: R-292, R-300.
    """
    return ItemText(
        heading=" ".join(part for part in (item.item.number, item.title) if part),
        withheld=words.withheld.format(basis=paragraph(item.withheld, words)) if item.withheld else "",
        recommendation=_recommendation(item, words),
        consideration=tuple(_consideration(item, people, words)),
        proposals=tuple(proposal_text(each, words) for each in item.proposals),
        voting=(
            *(vote_line(each, item, people, words) for each in item.votes),
            *(line for each in item.elections if (line := election_line(each, words))),
            *(line for each in item.committees for line in committee_lines(each, words)),
        ),
        decisions=(*(each.text for each in item.decisions), *_state(item, words)),
        statements=tuple(_statements(item, people, words)),
    )


def proposal_text(proposal: Proposal, words: Words) -> ProposalText:
    """``Forslag 1 fra Eva Eide (Ap) og Finn Foss (SV), fellesforslag``, with the text.

    Law: kommuneloven (2018) § 8-1.
    Rules: R-286.
    """
    movers = listed((_mover(each, words) for each in proposal.movers), words)
    heading = words.moved_by.format(proposal=proposal_name(proposal, words), movers=movers)
    joint = f", {words.joint}" if proposal.joint else ""
    return ProposalText(heading + joint, proposal.text, words.withdrawn if proposal.withdrawn else "")


def election_line(election: OfficeElection, words: Words) -> str:
    """``Anne Aas ble valgt til nestleder med 8 av 14 stemmer.``; empty while a round or a lot is waited for.

    Law: kommuneloven (2018) § 7-8.
    Rules: R-230, R-290.
    """
    result = election.result
    if not isinstance(result, ChairElected):
        return ""
    held = election.rounds[result.round - 1]
    cast = sum(votes for _, votes in held.votes) + held.blank
    said = [
        words.elected.format(name=result.winner, office=words.offices[election.office], votes=result.votes, cast=cast)
    ]
    if result.round > 1:
        said.append(words.second_round)
    if result.by_lot:
        said.append(words.by_lot)
    return " ".join(said) + "."


def committee_lines(election: CommitteeElection, words: Words) -> Iterator[str]:
    """A line for the body, and one for each list with votes, seats and who is elected; none while a lot is waited for.

    Law: kommuneloven (2018) §§ 7-5, 7-6.
    Rules: R-224, R-290.
    """
    result = election.result
    if isinstance(result, LotRequired):
        return
    yield words.elected_to.format(body=election.body)
    for each in result.lists:
        names = ", ".join(person.name for person in each.members.names)
        seats = words.seat if each.seats == 1 else words.seats
        votes = words.vote if each.votes == 1 else words.votes
        yield f"{each.code}: {each.votes} {votes}, {each.seats} {seats}{f': {names}' if names else ''}."


def between_lines(minutes: Minutes, people: Mapping[int, str], words: Words) -> tuple[str, ...]:
    """What happened outside the items, in its order.

    Law: kommuneloven (2018) §§ 11-2, 11-4, 11-6.
    Rules: R-281, R-285, R-293.
    """
    return tuple(line for each in minutes.between for line in _said(each, people, words))


def _recommendation(item: ItemMinutes, words: Words) -> ProposalText | None:
    if item.recommendation is None:
        return None
    whom = item.recommendation.recommended_by
    heading = words.recommended_by.format(whom=whom) if whom else proposal_name(item.recommendation, words)
    return ProposalText(heading, item.recommendation.text)


def _mover(mover: Mover, words: Words) -> str:
    return f"{mover.name} ({mover.party or words.independent})"


def _consideration(item: ItemMinutes, people: Mapping[int, str], words: Words) -> Iterator[str]:
    """Law: kommuneloven (2018) § 11-3.

    Rules: R-284, R-285.
    """
    if item.admission:
        asked = item.admission
        if asked.leader_objects:
            yield words.leader_objected
        if asked.objecting.number:
            third = asked.objecting
            yield words.objections.format(number=third.number, present=third.of, needed=third.needed)
        elif not asked.leader_objects:
            yield words.nobody_objected
    for each in item.course:
        if not isinstance(each.event, StatementEntered):
            yield from _said(each, people, words)


def _statements(item: ItemMinutes, people: Mapping[int, str], words: Words) -> Iterator[str]:
    for each in item.course:
        if isinstance(each.event, StatementEntered):
            yield words.statement.format(name=people[each.event.person_id], text=each.event.text)


def _said(happened: Happened, people: Mapping[int, str], words: Words) -> Iterator[str]:
    time = clock_time(happened.at)
    match happened.event:
        case RemarkEntered(text, exempt_under):
            yield text or words.withheld.format(basis=paragraph(exempt_under, words))
        case SpokeAsOther(name, _, text):
            yield " ".join(part for part in (words.spoke.format(name=name), text) if part)
        case QuestionAsked(_, person_id, text):
            yield words.question.format(name=people[person_id], text=text)
        case QuestionAnswered(_, by, text):
            yield words.answer.format(name=by, text=text)
        case _:
            yield from _frame(happened, time, people, words)


def _frame(happened: Happened, time: str, people: Mapping[int, str], words: Words) -> Iterator[str]:
    match happened.event:
        case MeetingSet(leader):
            yield words.meeting_set.format(time=time)
            if leader is not None:
                yield words.led.format(name=people[leader])
        case LeaderTookOver(person_id):
            yield words.took_over.format(name=people[person_id], time=time)
        case MeetingAdjourned(reason):
            yield words.adjourned.format(time=time) + (f": {reason}." if reason else ".")
        case MeetingResumed():
            yield words.resumed.format(time=time)
        case RecordingPermitted(by):
            yield words.recording.format(name=by)
        case MeetingClosed():
            yield words.meeting_closed.format(time=time)
        case SteppedDown(person_id):
            yield words.left_seat.format(name=people[person_id])
        case DeputyCalledIn(seat, person_id):
            yield from _took_seat(happened, seat, people[person_id], people, words)
        case _:
            pass


def _took_seat(happened: Happened, seat: int, deputy: str, people: Mapping[int, str], words: Words) -> Iterator[str]:
    """For whom a deputy was called in: the one who has stepped down from the seat.

    Law: kommuneloven (2018) § 11-4; forvaltningsloven (1967) § 8.
    Rules: R-255, R-295.
    """
    for each in happened.occupancy.stepped_down:
        if each.seat == seat:
            yield words.took_seat.format(deputy=deputy, name=people[each.person_id])


def _state(item: ItemMinutes, words: Words) -> Iterator[str]:
    if item.state is ItemState.POSTPONED:
        yield words.postponed
    if item.state is ItemState.WITHDRAWN:
        reasons = [each.event.reason for each in item.course if isinstance(each.event, ItemWithdrawn)]
        reason = "".join(reasons).strip().rstrip(".")
        yield words.item_withdrawn_since.format(reason=reason) if reason else words.item_withdrawn
