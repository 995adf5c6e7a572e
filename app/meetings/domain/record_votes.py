"""Proposals, votes and elections, held against the meeting as it stands.

Every vote is counted among those who sit in their seats just then; no quorum, no vote.

Law: kommuneloven (2018) §§ 6-1, 7-8, 8-1, 11-5, 11-9; forvaltningsloven (1967) § 8.
Rules: R-281, R-284, R-286, R-287, R-288, R-289, R-290, R-292, R-295.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import assert_never

from app.core.errors import DomainError
from app.councils.domain.lots import LotRequired
from app.councils.domain.majority_of_chair import ChairElected
from app.meetings.domain.agenda import ON_PERSONS, AgendaItem, ItemKind
from app.meetings.domain.closing import require_ground
from app.meetings.domain.disqualification import Deciders, Ground, who_decides
from app.meetings.domain.events import (
    CommitteeElected,
    LotDrawn,
    OfficeRoundHeld,
    OnClosing,
    OnDisqualification,
    OnProcedure,
    OnProposal,
    ProposalMoved,
    ProposalWithdrawn,
    VoteHeld,
    VoteSubject,
    VotingEvent,
)
from app.meetings.domain.leading import LeaderNotInSeat
from app.meetings.domain.meeting_elections import (
    Office,
    OfficeElection,
    draw_lot,
    hold_committee_election,
    hold_round,
)
from app.meetings.domain.presence import NotInSeat, Voter, voters
from app.meetings.domain.proceedings import (
    HeldVote,
    ItemProgress,
    KeyTaken,
    NotInMeeting,
    Proceedings,
    require_open_item,
)
from app.meetings.domain.proposals import Mover, Proposal, ProposalKind, order_of_voting
from app.meetings.domain.record_items import require_admitted
from app.meetings.domain.vote_forms import SecretBallot, SecretBallotNotOpen
from app.meetings.domain.vote_results import Majority, count_vote

RECOMMENDATION = ""
"""The key by which a vote names the recommendation that came with the open item; of two proposals it is the first."""


@dataclass(unsafe_hash=True)
class NobodyMoves(DomainError):
    """A proposal without anyone who moves it."""

    key: str


@dataclass(unsafe_hash=True)
class ProposalNotStanding(DomainError):
    """The proposal is withdrawn, belongs to another item, or has been voted on already."""

    key: str


@dataclass(unsafe_hash=True)
class DisqualifiedSits(DomainError):
    """Somebody whom the council has found disqualified in the item, or excused, still sits."""

    person_ids: tuple[int, ...]
    item: str
    rule: str = "R-295"


@dataclass(unsafe_hash=True)
class QuestionNotDecided(DomainError):
    """Whether a member is disqualified is decided before the case itself."""

    person_ids: tuple[int, ...]
    item: str
    rule: str = "R-295"


@dataclass(unsafe_hash=True)
class ElectionsHaveRounds(DomainError):
    """An election of persons is not a vote for and against: it has its own rules, and no casting vote."""

    item: str
    rule: str = "R-289"


def record_voting(now: Proceedings, event: VotingEvent) -> Proceedings:
    """The meeting after a proposal, a vote or an election.

    Law: kommuneloven (2018) §§ 7-8, 8-1, 11-9.
    Rules: R-286, R-287, R-288, R-289, R-290.
    """
    progress = require_open_item(now)
    match event:
        case ProposalMoved():
            return _move(now, progress, event)
        case ProposalWithdrawn(key):
            return _withdraw(now, progress, key)
        case VoteHeld():
            return _vote(now, progress, event)
        case OfficeRoundHeld():
            return _hold_round(now, progress, event)
        case LotDrawn():
            return _draw(now, event)
        case CommitteeElected():
            return _elect_committee(now, progress, event)
        case _:
            assert_never(event)


def standing_proposals(now: Proceedings) -> tuple[str, ...]:
    """The keys of what can still be voted on in the open item, in the usual order; none when no item is open.

    Law: kommuneloven (2018) § 11-3.
    Rules: R-284.
    """
    if not now.open_item:
        return ()
    item = now.item(now.open_item).item
    gone = _fallen(now) | _adopted(now)
    moved = tuple(each for each in now.proposals if each.item == item.key and each.key not in gone)
    settled = any(each.item == item.key and _settles_recommendation(each) for each in now.votes)
    recommended = (
        (Proposal(RECOMMENDATION, item.key, 0, ProposalKind.RECOMMENDATION, item.recommendation),)
        if item.recommendation and not settled
        else ()
    )
    return tuple(each.key for each in order_of_voting((*recommended, *moved)))


def voters_on(now: Proceedings, subject: VoteSubject) -> tuple[Voter, ...]:
    """Those who take part in a vote on this, in the order of seats: not those whom the question is about.

    Law: kommuneloven (2018) § 11-9; forvaltningsloven (1967) § 8 (2).
    Rules: R-287, R-295.
    """
    deciders = (
        _deciders(now, require_open_item(now), subject.person_id) if isinstance(subject, OnDisqualification) else None
    )
    return voters(now.occupancy, now.setting.roster, deciders.kept_out if deciders else ())


def _move(now: Proceedings, progress: ItemProgress, event: ProposalMoved) -> Proceedings:
    """Law: kommuneloven (2018) §§ 6-1, 8-1.

    Rules: R-286.
    """
    if any(each.key == event.key for each in now.proposals) or not event.key:
        raise KeyTaken("proposal", event.key)
    movers = tuple(_mover(now, person_id) for person_id in event.movers)
    movers = (*movers, event.mayor) if event.mayor else movers
    if not movers:
        raise NobodyMoves(event.key)
    number = 1 + sum(each.item == progress.item.key for each in now.proposals)
    proposal = Proposal(
        event.key, progress.item.key, number, event.kind, event.text, movers, entered_at=event.entered_at
    )
    return replace(now, proposals=(*now.proposals, proposal))


def _mover(now: Proceedings, person_id: int) -> Mover:
    if now.occupancy.seat_of(person_id) is None:
        raise NotInSeat(person_id)
    attendee = now.setting.roster.attendee(person_id)
    return Mover(attendee.person_id, attendee.name, attendee.party)


def _withdraw(now: Proceedings, progress: ItemProgress, key: str) -> Proceedings:
    standing = _standing(now, progress, key)
    withdrawn = replace(standing, withdrawn=True)
    return replace(now, proposals=tuple(withdrawn if each is standing else each for each in now.proposals))


def _standing(now: Proceedings, progress: ItemProgress, key: str) -> Proposal:
    """A proposal that can still be voted on or withdrawn: neither adopted nor fallen.

    A trial vote changes nothing, and one that has won over another proposal is still to be adopted by itself.
    """
    proposal = now.proposal(key)
    if proposal.withdrawn or proposal.item != progress.item.key or key in _fallen(now) | _adopted(now):
        raise ProposalNotStanding(key)
    return proposal


def _fallen(now: Proceedings) -> frozenset[str]:
    """The proposals that a vote has gone against."""
    fallen = (_loser(each) for each in now.votes)
    return frozenset(key for key in fallen if key)


def _adopted(now: Proceedings) -> frozenset[str]:
    """The proposals adopted in a vote for and against."""
    return frozenset(
        each.subject.proposal
        for each in now.votes
        if isinstance(each.subject, OnProposal)
        and not each.subject.trial
        and not each.subject.against
        and each.result.adopted
    ) - {RECOMMENDATION}


def _loser(vote: HeldVote) -> str:
    subject = vote.subject
    if not isinstance(subject, OnProposal) or subject.trial:
        return ""
    return subject.against if vote.result.adopted else subject.proposal


def _vote(now: Proceedings, progress: ItemProgress, event: VoteHeld) -> Proceedings:
    """A vote among those who sit in their seats, and the leader among them.

    Law: kommuneloven (2018) §§ 8-1, 11-3, 11-5, 11-9; forvaltningsloven (1967) § 8.
    Rules: R-284, R-287, R-288, R-289, R-292, R-295.
    """
    if any(each.key == event.key for each in now.votes):
        raise KeyTaken("vote", event.key)
    deciders = _require_ready(now, progress, event)
    taking_part = voters(now.occupancy, now.setting.roster, deciders.kept_out if deciders else ())
    result = count_vote(
        event.form,
        taking_part,
        now.setting.roster.members,
        _leader(now, taking_part),
        majority=Majority.UNANIMITY if event.unanimity_needed else Majority.MORE_THAN_HALF,
        on_persons=isinstance(event.subject, OnProposal) and progress.item.kind in ON_PERSONS,
    )
    held = HeldVote(event.key, len(now.votes) + 1, progress.item.key, event.subject, result, deciders)
    after = replace(now, votes=(*now.votes, held))
    if isinstance(event.subject, OnDisqualification):
        return _found(after, progress, event.subject.person_id, found=result.adopted)
    return after


def _require_ready(now: Proceedings, progress: ItemProgress, event: VoteHeld) -> Deciders | None:
    """What must be in order before this vote; and who is kept out of it, where somebody may be."""
    match event.subject:
        case OnDisqualification(person_id):
            return _deciders(now, progress, person_id)
        case OnClosing(ground):
            require_ground(ground, progress.item.key, remote=now.setting.remote)
            if isinstance(event.form, SecretBallot):
                raise SecretBallotNotOpen("R-292")
        case OnProposal():
            _require_case_ready(now, progress, event.subject)
        case OnProcedure():
            pass
        case _:
            assert_never(event.subject)
    return None


def _require_case_ready(now: Proceedings, progress: ItemProgress, subject: OnProposal) -> None:
    item = progress.item
    proposals = [_standing(now, progress, key) for key in (subject.proposal, subject.against) if key]
    if subject.proposal == RECOMMENDATION:
        _require_recommendation(now, item)
    decides_case = any(each.kind is not ProposalKind.POSTPONEMENT for each in proposals) or not proposals
    if item.kind is ItemKind.ELECTION and not subject.trial and not proposals:
        raise ElectionsHaveRounds(item.key)
    if decides_case:
        require_admitted(now, progress)
    _require_disqualified_gone(now, item.key)


def _require_recommendation(now: Proceedings, item: AgendaItem) -> None:
    """There is one, and it is neither adopted nor fallen."""
    if not item.recommendation:
        raise NotInMeeting("recommendation", item.key)
    if any(each.item == item.key and _settles_recommendation(each) for each in now.votes):
        raise ProposalNotStanding(RECOMMENDATION)


def _settles_recommendation(vote: HeldVote) -> bool:
    subject = vote.subject
    if not isinstance(subject, OnProposal) or subject.trial or subject.proposal != RECOMMENDATION:
        return False
    return not (vote.result.adopted and subject.against)


def _require_disqualified_gone(now: Proceedings, item: str) -> None:
    """Law: forvaltningsloven (1967) § 8.

    Rules: R-295, R-297.
    """
    raised = now.raised_in(item)
    if waiting := tuple(each.person_id for each in raised if each.found is None):
        raise QuestionNotDecided(waiting, item)
    sitting = {each.person_id for each in now.occupancy.sitting}
    if still := tuple(each.person_id for each in raised if each.found and each.person_id in sitting):
        raise DisqualifiedSits(still, item)


def _deciders(now: Proceedings, progress: ItemProgress, person_id: int) -> Deciders | None:
    """Everybody concerned in the case is kept out of each question; one who asks to be excused is not.

    Law: forvaltningsloven (1967) § 8 (2).
    Rules: R-295, R-297.
    """
    raised = now.raised_in(progress.item.key)
    question = next((each for each in raised if each.person_id == person_id), None)
    if question is None or question.found is not None:
        raise NotInMeeting("disqualification", str(person_id))
    if question.ground is Ground.PERSONAL_REASONS:
        return None
    concerned = {each.person_id for each in raised if each.ground is not Ground.PERSONAL_REASONS}
    return who_decides(concerned, now.occupancy, now.setting.roster.members)


def _found(now: Proceedings, progress: ItemProgress, person_id: int, *, found: bool) -> Proceedings:
    return replace(
        now,
        raised=tuple(
            replace(each, found=found) if (each.item, each.person_id) == (progress.item.key, person_id) else each
            for each in now.raised
        ),
    )


def _leader(now: Proceedings, taking_part: Collection[Voter]) -> int:
    """The leader, who must be among those who take part: otherwise somebody else leads the question.

    Law: kommuneloven (2018) §§ 11-2, 11-9.
    Rules: R-281, R-289.
    """
    if now.leader is None or now.leader not in {each.person_id for each in taking_part}:
        raise LeaderNotInSeat(now.leader)
    return now.leader


def _hold_round(now: Proceedings, progress: ItemProgress, event: OfficeRoundHeld) -> Proceedings:
    """Law: kommuneloven (2018) §§ 7-8, 11-2, 11-9.

    Rules: R-230, R-281, R-287, R-290.
    """
    if event.office is not Office.MEETING_LEADER:
        require_admitted(now, progress)
    blank_counts = now.setting.blank_counts_in_majority
    begun = now.election(event.election)
    election = begun or OfficeElection(event.election, progress.item.key, event.office, blank_counts=blank_counts)
    after = hold_round(
        election,
        event.round,
        occupied=now.occupancy.occupied,
        members=now.setting.roster.members,
        form=event.form,
        on=now.setting.on,
    )
    return _elected(replace(now, elections=(*_others(now, election), after)), after)


def _draw(now: Proceedings, event: LotDrawn) -> Proceedings:
    """Law: kommuneloven (2018) § 7-8.

    Rules: R-230, R-289.
    """
    election = now.election(event.election)
    if election is None:
        raise NotInMeeting("election", event.election)
    after = draw_lot(election, event.winner)
    return _elected(replace(now, elections=(*_others(now, election), after)), after)


def _others(now: Proceedings, election: OfficeElection) -> tuple[OfficeElection, ...]:
    return tuple(each for each in now.elections if each.key != election.key)


def _elected(now: Proceedings, election: OfficeElection) -> Proceedings:
    """A meeting leader who is elected may take the chair: known by name among those who sit.

    Law: kommuneloven (2018) § 11-2.
    Rules: R-281.
    """
    if election.office is not Office.MEETING_LEADER or not isinstance(election.result, ChairElected):
        return now
    names = {now.setting.roster.attendee(each.person_id).name: each.person_id for each in now.occupancy.sitting}
    if election.result.winner not in names:
        raise NotInMeeting("person", election.result.winner)
    return replace(now, elected_leader=names[election.result.winner])


def _elect_committee(now: Proceedings, progress: ItemProgress, event: CommitteeElected) -> Proceedings:
    """Law: kommuneloven (2018) §§ 5-7, 7-5, 7-6, 11-9.

    Rules: R-224, R-287, R-289, R-290.
    """
    require_admitted(now, progress)
    before = [each for each in now.committees if each.key == event.election]
    if any(not isinstance(each.result, LotRequired) for each in before):
        raise KeyTaken("election", event.election)
    held = hold_committee_election(
        event.election,
        progress.item.key,
        event.body,
        lists=event.lists,
        seats=event.seats,
        votes=dict(event.votes),
        blank=event.blank,
        lots=event.lots,
        occupied=now.occupancy.occupied,
        members=now.setting.roster.members,
    )
    others = tuple(each for each in now.committees if each.key != event.election)
    return replace(now, committees=(*others, held))
