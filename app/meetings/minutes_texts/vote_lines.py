"""A vote as one line of the minutes: what against what, how many, which parties, who broke a tie, who split from whom.

Law: kommuneloven (2018) §§ 11-4, 11-9.
Rules: R-289, R-300.
"""

from collections.abc import Iterator, Mapping
from typing import assert_never

from app.meetings.domain.disqualification import Ground
from app.meetings.domain.events import OnClosing, OnDisqualification, OnProcedure, OnProposal
from app.meetings.domain.minutes import ItemMinutes
from app.meetings.domain.presence import Voter
from app.meetings.domain.proceedings import HeldVote, Raised
from app.meetings.domain.proposals import Proposal, ProposalKind
from app.meetings.domain.vote_forms import Choice
from app.meetings.domain.vote_results import DecidedBy, VoteResult
from app.meetings.minutes_texts.words import Noun, Words, listed, paragraph


def vote_line(vote: HeldVote, item: ItemMinutes, people: Mapping[int, str], words: Words) -> str:
    """The vote in sentences. ``people``: person → name, for those whom a question is about, and the leader.

    Law: kommuneloven (2018) §§ 11-4, 11-9.
    Rules: R-289, R-295, R-300.
    """
    return " ".join(_sentences(vote, item, people, words))


def proposal_name(proposal: Proposal, words: Words) -> str:
    """``Innstillingen``, ``Forslag 2``, ``Utsettelsesforslag 1``."""
    noun = words.nouns[proposal.kind]
    if proposal.kind is ProposalKind.RECOMMENDATION:
        return noun.name
    return words.numbered.format(noun=noun.name, number=proposal.number)


def vote_count(votes: int, voters: tuple[Voter, ...], words: Words, *, first: bool = True) -> str:
    """``8 stemmer (H 4, FrP 2, KrF 1, V 1)``; the second number of a vote leaves out the word."""
    said = f"{votes} {words.vote if votes == 1 else words.votes}" if first else str(votes)
    parties = dict.fromkeys(each.party for each in voters)
    shares = (f"{party or words.independent} {_of(party, voters)}" for party in parties)
    return f"{said} ({', '.join(shares)})" if voters else said


def _of(party: str, voters: tuple[Voter, ...]) -> int:
    return sum(1 for each in voters if each.party == party)


def _sentences(vote: HeldVote, item: ItemMinutes, people: Mapping[int, str], words: Words) -> Iterator[str]:
    match vote.subject:
        case OnProposal():
            yield from _on_proposal(vote, vote.subject, item, people, words)
        case OnClosing(ground):
            basis = f", {words.see} {paragraph(ground.legal_basis, words)}"
            if vote.result.adopted:
                yield _passed(Noun("Det", words.closed), vote.result, people, words, basis)
            else:
                yield _failed(words.closing_proposal, vote.result, people, words)
        case OnDisqualification(person_id):
            question = next(each for each in item.raised if each.person_id == person_id)
            yield _on_question(question, vote.result, people, words)
            if vote.deciders and vote.deciders.all_take_part:
                yield words.all_decided.format(number=vote.deciders.would_remain)
        case OnProcedure(text):
            yield f"{text}:"
            noun = Noun("", words.adopted_plainly)
            yield (
                _passed(noun, vote.result, people, words)
                if vote.result.adopted
                else _failed("", vote.result, people, words)
            )
        case _:
            assert_never(vote.subject)
    if vote.result.tally.blank and vote.result.decided_by is not DecidedBy.NO_MAJORITY:
        yield words.blank_cast.format(number=vote.result.tally.blank)


def _on_proposal(
    vote: HeldVote, subject: OnProposal, item: ItemMinutes, people: Mapping[int, str], words: Words
) -> Iterator[str]:
    first = _proposal(subject.proposal, item)
    second = _proposal(subject.against, item) if subject.against else None
    result = vote.result
    name = proposal_name(first, words)
    if second:
        yield words.pitted.format(first=name, second=_inside(proposal_name(second, words)))
    if subject.trial:
        votes = _two_sides(result, words, winner=Choice.FOR)
        yield words.trial.format(first=votes[0], second=votes[1])
    elif result.decided_by is DecidedBy.NO_MAJORITY:
        tally = result.tally
        yield words.no_majority.format(
            subject=name, first=tally.votes_for, second=tally.votes_against, blank=tally.blank, needed=result.needed
        )
    elif second or result.adopted:
        winner = first if result.adopted or second is None else second
        adopted = words.nouns[winner.kind].adopted
        yield _passed(Noun(proposal_name(winner, words), adopted), result, people, words)
    else:
        yield _failed(name, result, people, words)
    yield from _splits(result, first, second, words)


def _proposal(key: str, item: ItemMinutes) -> Proposal:
    if not key:
        assert item.recommendation is not None
        return item.recommendation
    return next(each for each in item.proposals if each.key == key)


def _on_question(question: Raised, result: VoteResult, people: Mapping[int, str], words: Words) -> str:
    """Law: kommuneloven (2018) §§ 11-4, 11-11; forvaltningsloven (1967) § 8.

    Rules: R-295, R-297, R-300.
    """
    name = people[question.person_id]
    basis = f", {words.see} {paragraph(question.legal_basis, words)}"
    if question.ground is Ground.PERSONAL_REASONS:
        if result.adopted:
            return _passed(Noun(name, words.excused), result, people, words, basis)
        subject = Noun(words.excuse_request.format(name=name), words.not_excused)
        return _passed(subject, result, people, words, basis)
    finding = words.disqualified if result.adopted else words.not_disqualified
    return _passed(Noun(name, finding), result, people, words, basis)


def _passed(noun: Noun, result: VoteResult, people: Mapping[int, str], words: Words, basis: str = "") -> str:
    subject = f"{noun.name} {words.was} " if noun.name else ""
    if result.decided_by is DecidedBy.UNANIMOUS:
        said = f"{subject}{words.unanimous} {noun.adopted}"
    else:
        said = f"{subject}{noun.adopted}{_how(result, people, words)}"
    return f"{said}{basis}."


def _failed(subject: str, result: VoteResult, people: Mapping[int, str], words: Words) -> str:
    fell = f"{subject} {words.fell}".strip()
    if result.decided_by is DecidedBy.UNANIMOUS:
        return f"{fell} {words.unanimous}."
    return f"{fell}{_how(result, people, words, winner=Choice.FOR)}."


def _how(result: VoteResult, people: Mapping[int, str], words: Words, winner: Choice | None = None) -> str:
    won = winner or (Choice.FOR if result.adopted else Choice.AGAINST)
    first, second = _two_sides(result, words, winner=won)
    secretly = words.secretly if result.secret else ""
    casting = ""
    if result.decided_by is DecidedBy.CASTING_VOTE and result.leader is not None:
        casting = words.casting.format(name=people[result.leader])
    return f"{secretly} med {first} {words.against} {second}{casting}"


def _two_sides(result: VoteResult, words: Words, *, winner: Choice) -> tuple[str, str]:
    numbers = {Choice.FOR: result.tally.votes_for, Choice.AGAINST: result.tally.votes_against}
    loser = Choice.AGAINST if winner is Choice.FOR else Choice.FOR
    return (
        vote_count(numbers[winner], result.seats(winner), words),
        vote_count(numbers[loser], result.seats(loser), words, first=False),
    )


def _splits(result: VoteResult, first: Proposal, second: Proposal | None, words: Words) -> Iterator[str]:
    """Who in a party that split voted otherwise than most of it; of equally many, those who were against.

    Law: kommuneloven (2018) § 11-4.
    Rules: R-300.
    """
    for party in result.split_parties():
        sides = {
            choice: [each.name for each in result.seats(choice) if each.party == party]
            for choice in (Choice.AGAINST, Choice.FOR)
        }
        smaller = min((choice for choice in sides if sides[choice]), key=lambda choice: len(sides[choice]))
        yield words.split.format(
            party=party, names=listed(sides[smaller], words), side=_side(smaller, first, second, words)
        )


def _side(choice: Choice, first: Proposal, second: Proposal | None, words: Words) -> str:
    if second is None:
        return words.for_side if choice is Choice.FOR else words.against
    chosen = first if choice is Choice.FOR else second
    return words.for_proposal.format(proposal=_inside(proposal_name(chosen, words)))


def _inside(name: str) -> str:
    """A name that no longer begins the sentence."""
    return name[:1].lower() + name[1:]
