"""What people decide about each step of a proposal, held against what the law leaves open.

Law: kommuneloven (2018) §§ 7-9, 7-10, 7-11.
Rules: R-253, R-256, R-257, R-258, R-259, R-260.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from app.core.errors import DomainError
from app.councils.domain.gender import Gender
from app.councils.domain.gender_balance import GenderBalanceBroken
from app.councils.domain.proposals import Consequences, Decider, GenderCheck, Proposal, Reason, Step, When
from app.councils.domain.vacancies import with_elected


class Answer(StrEnum):
    """What becomes of a step. WAITS: the body that decides it does so later; until then the place stands empty."""

    TAKEN = "taken"
    LEFT_OUT = "left_out"
    WAITS = "waits"


@dataclass(frozen=True, slots=True)
class Choice:
    """What is decided about one step.

    ``person_id`` is who it is taken with; ``group`` the list of one who comes from another list (R-213). ``exception``
    says why nobody of the short sex could be elected (R-258), or why those before this one are passed over (R-212).
    ``consents``: the person has agreed, where that is asked.
    """

    answer: Answer
    person_id: int | None = None
    group: str = ""
    exception: str = ""
    consents: bool = False


ONLY_TOLD = (Step.DEPUTIES_IN_ORDER, Step.DEPUTY_CHAIR_LEADS)
"""What follows of itself from meeting to meeting: nothing is decided, and nothing recorded."""

WITHOUT_NAME = (Step.EMPTY_OR_OTHER_LIST,)
"""What can be decided without naming anyone: the place stays empty."""

FORBIDS = (
    Reason.LEAVE_NOT_OVER,
    Reason.RETURN_TOO_LATE,
    Reason.NO_RETURN_WITHIN_MUNICIPALITY,
    Reason.STILL_ELIGIBLE,
)
"""Reasons for which nothing at all can be recorded."""


@dataclass(unsafe_hash=True)
class NothingFollows(DomainError):
    """What has happened changes nothing in the council, so there is nothing to propose."""

    reasons: tuple[Reason, ...]
    rules: tuple[str, ...]


@dataclass(unsafe_hash=True)
class AnswerMissing(DomainError):
    """There must be one answer for each step of the proposal."""

    steps: int
    answers: int
    rule: str = "R-256"


@dataclass(unsafe_hash=True)
class MustBeTaken(DomainError):
    """A step that follows by law, or that must be decided, cannot be left out; one by law cannot wait either."""

    step: Step
    legal_basis: str
    may_wait: bool
    rules: tuple[str, ...]


@dataclass(unsafe_hash=True)
class NobodyNamed(DomainError):
    """A step that is taken needs the person it is taken with."""

    step: Step
    rules: tuple[str, ...]


@dataclass(unsafe_hash=True)
class NotInTurn(DomainError):
    """Somebody else stands before the person who was named."""

    step: Step
    person_id: int
    first_person_id: int
    group: str
    legal_basis: str
    rules: tuple[str, ...]


@dataclass(unsafe_hash=True)
class ConsentMissing(DomainError):
    """The person named for the place must have agreed to it."""

    person_id: int
    rule: str = "R-212"


@dataclass(unsafe_hash=True)
class NamedAndOpen(DomainError):
    """The place of an exhausted list is filled by the one named, or the board chooses: not both."""

    rule: str = "R-213"


def require_something(follows: Consequences) -> None:
    """Refuse a proposal of something that changes nothing.

    Law: kommuneloven (2018) §§ 7-3, 7-9.
    Rules: R-251, R-252, R-253.
    """
    if any(reason in FORBIDS for reason in follows.reasons):
        rules = ("R-253",) if Reason.LEAVE_NOT_OVER in follows.reasons else ("R-251", "R-252")
        raise NothingFollows(follows.reasons, rules)


def is_decided(proposal: Proposal) -> bool:
    """Whether something is decided or recorded by the step at all."""
    return proposal.step not in ONLY_TOLD


def is_settled(proposal: Proposal) -> bool:
    """Whether the law has named the person: who comes back, who steps back, whose turn it is by law."""
    return proposal.person_id is not None or (proposal.decider is Decider.LAW and bool(proposal.in_turn))


def may_wait(proposal: Proposal) -> bool:
    """Whether a step that must be taken can be taken later: when a body decides it, which must first meet.

    Rules: R-256, R-259.
    """
    return proposal.when is When.MUST and proposal.decider is not Decider.LAW


def require_allowed(follows: Consequences, choices: Sequence[Choice], genders: Mapping[int, Gender | None]) -> None:
    """Refuse answers that the law does not leave open. ``genders`` are those of the persons named.

    Each step has its answer. What must be done is not left out; where the order is given, it is followed; a person who
    must consent has done so; a new election keeps the balance of the sexes, or the exception is stated.

    Law: kommuneloven (2018) §§ 7-10, 7-11; valgloven (2002) § 14-2; valgloven (2023) § 19-2.
    Rules: R-212, R-213, R-256, R-257, R-258, R-259, R-260.
    """
    replaced = _left_to_the_board(follows, choices)
    elected: list[Gender | None] = []
    if replaced and any(proposal.step is Step.LIST_EXHAUSTED for proposal, _choice in taken(follows, choices)):
        raise NamedAndOpen
    for proposal, choice in answered(follows, choices):
        if is_decided(proposal) and not (proposal.step is Step.LIST_EXHAUSTED and replaced):
            _require_answer(proposal, choice)
        if choice.answer is Answer.TAKEN and is_decided(proposal):
            _require_person(_after(proposal, elected), choice, genders)
            elected += [genders.get(choice.person_id)] if choice.person_id is not None else []


def chosen(proposal: Proposal, choice: Choice) -> int | None:
    """Who the step is taken with: the one whom the law names when nobody else is named."""
    if choice.person_id is not None:
        return choice.person_id
    if proposal.person_id is not None:
        return proposal.person_id
    return proposal.in_turn[0].person_id if is_settled(proposal) else None


def answered(follows: Consequences, choices: Sequence[Choice]) -> tuple[tuple[Proposal, Choice], ...]:
    """Each step with its answer; refused when they are not as many."""
    if len(choices) != len(follows.steps):
        raise AnswerMissing(len(follows.steps), len(choices))
    return tuple(zip(follows.steps, choices, strict=True))


def taken(follows: Consequences, choices: Sequence[Choice]) -> Iterator[tuple[Proposal, Choice]]:
    """The steps that are taken and recorded, in order."""
    for proposal, choice in answered(follows, choices):
        if choice.answer is Answer.TAKEN and is_decided(proposal):
            yield proposal, choice


def _after(proposal: Proposal, elected: Sequence[Gender | None]) -> Proposal:
    """The step as it is when these have been elected in the same supplementary election.

    Rules: R-258.
    """
    if proposal.step is not Step.SUPPLEMENTARY_ELECTION or proposal.gender is None:
        return proposal
    return replace(proposal, gender=with_elected(proposal.gender, elected))


def _left_to_the_board(follows: Consequences, choices: Sequence[Choice]) -> bool:
    """Whether nobody was named for the place of an exhausted list, and the board has chosen (R-213)."""
    return any(proposal.step is Step.EMPTY_OR_OTHER_LIST for proposal, _choice in taken(follows, choices))


def _require_answer(proposal: Proposal, choice: Choice) -> None:
    """Rules: R-256, R-259, R-260."""
    if proposal.when is not When.MUST or choice.answer is Answer.TAKEN:
        return
    if choice.answer is Answer.LEFT_OUT or not may_wait(proposal):
        raise MustBeTaken(proposal.step, proposal.legal_basis, may_wait(proposal), proposal.rules)


def _require_person(proposal: Proposal, choice: Choice, genders: Mapping[int, Gender | None]) -> None:
    """Rules: R-212, R-256, R-257, R-258, R-260."""
    person_id = chosen(proposal, choice)
    if person_id is None:
        if proposal.step in WITHOUT_NAME:
            return
        raise NobodyNamed(proposal.step, proposal.rules)
    _require_turn(proposal, choice, person_id)
    if proposal.consent and not choice.consents:
        raise ConsentMissing(person_id)
    if proposal.gender:
        _require_balance(proposal.gender, genders.get(person_id), choice.exception)


def _require_turn(proposal: Proposal, choice: Choice, person_id: int) -> None:
    """Rules: R-212, R-252, R-256, R-260."""
    first = proposal.person_id or (proposal.in_turn[0].person_id if proposal.in_turn else None)
    if first is not None and person_id != first and not _passes_over(proposal, choice, person_id):
        raise NotInTurn(proposal.step, person_id, first, proposal.group, proposal.legal_basis, proposal.rules)


def _passes_over(proposal: Proposal, choice: Choice, person_id: int) -> bool:
    """A candidate who can no longer be elected is passed over in a new settlement, when it is said why.

    Rules: R-212.
    """
    in_turn = {each.person_id for each in proposal.in_turn}
    return proposal.step is Step.NEW_SETTLEMENT and person_id in in_turn and bool(choice.exception.strip())


def _require_balance(check: GenderCheck, gender: Gender | None, exception: str) -> None:
    """Rules: R-258."""
    if check.short and gender is not check.short and not exception.strip():
        number = check.women if check.short is Gender.FEMALE else check.men
        of = check.women + check.men + check.unregistered + 1
        raise GenderBalanceBroken(check.short, number, of, check.minimum, "R-258")
