"""Which ballot papers a contest has, and what the law puts on each: from the frozen lists, nothing added.

Every approved list has its own paper; besides there is the blank one, and one without candidates that names all lists,
for a voter who has no printed list at hand. A majority election has one with lines for names, and the blank one.

Law: valgloven (2002) §§ 7-2, 12-2; valgloven (2023) §§ 6-10, 14-2; forskrift om direkte valg til kommunedelsutvalg
(2003) § 3 (2).
Rules: R-67, R-68, R-69, R-105, R-181.
"""

from dataclasses import dataclass

from app.core.errors import DomainError
from app.elections.domain.election import Candidate, CandidateList, Contest
from app.elections.domain.majority_election import is_majority_election
from app.elections.domain.rule_sets import RuleSet
from app.elections.domain.states import ElectionState

BEFORE_THE_LISTS_ARE_DECIDED = (ElectionState.DRAFT, ElectionState.OPEN_FOR_LISTS)


@dataclass(unsafe_hash=True)
class ListsNotDecided(DomainError):
    """Ballot papers are asked for while lists can still change."""

    state: ElectionState


@dataclass(frozen=True, slots=True)
class PrintedCandidate:
    """A candidate as printed. ``facts`` stand after the name: year of birth, profession, residence, and on a joint list
    the group, as far as given."""

    position: int
    name: str
    facts: tuple[str, ...]
    bonus: bool


@dataclass(frozen=True, slots=True)
class ListPaper:
    """The paper of one list. Candidates with the bonus stand first; ``write_in_lines`` are for names of other lists."""

    code: str
    heading: str
    candidates: tuple[PrintedCandidate, ...]
    write_in_lines: int


@dataclass(frozen=True, slots=True)
class BlankPaper:
    """The paper for no list."""


@dataclass(frozen=True, slots=True)
class GenericPaper:
    """The paper that names every list of the contest, in the order of the setup, and no candidate."""

    lists: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MajorityPaper:
    """The paper of a majority election: ``names`` lines for members, and as many for deputies. It names nobody."""

    names: int


Paper = ListPaper | BlankPaper | GenericPaper | MajorityPaper


def require_lists_decided(state: ElectionState) -> None:
    """Refuse ballot papers until the electoral board has decided all lists: a list is frozen from then on.

    Law: valgloven (2002) § 6-6; valgloven (2023) § 5-11.
    Rules: R-66, R-69.
    """
    if state in BEFORE_THE_LISTS_ARE_DECIDED:
        raise ListsNotDecided(state)


def papers_of(contest: Contest, rules: RuleSet) -> tuple[Paper, ...]:
    """One paper for each list, in the order of the setup, then the blank and the generic one.

    With one list or none: the paper with lines for as many members and deputies as there are seats, and the blank one.
    The single list is not used.

    Law: valgloven (2002) §§ 6-7, 12-1, 12-2; valgloven (2023) §§ 5-12, 14-1, 14-2.
    Rules: R-67, R-69, R-105, R-180, R-181, R-185.
    """
    if is_majority_election(contest):
        return MajorityPaper(contest.seats), BlankPaper()
    of_lists = tuple(list_paper(each, rules.write_in_quota(contest.seats)) for each in contest.lists)
    return (*of_lists, BlankPaper(), GenericPaper(tuple(each.name for each in contest.lists)))


def list_paper(candidate_list: CandidateList, write_in_lines: int) -> ListPaper:
    """The paper of a list: all its candidates, those with the bonus first, each group in list order.

    Law: valgloven (2002) §§ 6-2 (3), 7-2; valgloven (2023) §§ 5-3, 6-10.
    Rules: R-54, R-56, R-68, R-112.
    """
    by_bonus = sorted(candidate_list.candidates, key=lambda each: not each.bonus)
    return ListPaper(candidate_list.code, candidate_list.name, tuple(map(_printed, by_bonus)), write_in_lines)


def _printed(candidate: Candidate) -> PrintedCandidate:
    given = (str(candidate.birth_year or ""), candidate.profession, candidate.residence, candidate.group)
    return PrintedCandidate(candidate.position, candidate.name, tuple(filter(None, given)), candidate.bonus)
