"""Who a candidate is among the persons known before. Equal name and year of birth: the same, unless told otherwise.

Nobody is merged on a name alone: where the year is missing, the sex differs, or several persons or candidates could be
meant, a person must say who it is.

Rules: R-43, R-262.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.core.errors import DomainError
from app.councils.domain.gender import Gender
from app.elections.domain.elected import Candidacy, Ranked

NEW = "new"
"""How it is told that a candidate is nobody known before."""


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A person in the register, with the year of birth if it is known there. ``offices`` are councils."""

    id: int
    name: str
    birth_year: int | None
    gender: Gender | None
    offices: tuple[str, ...] = ()


Answer = KnownPerson | Candidacy | None
"""Who a candidate is: a known person, the same as a candidate before, or (None) somebody new."""


class Match(StrEnum):
    """NEW: nobody could be meant. SAME: one could, and is taken unless told otherwise. UNCERTAIN: it must be told."""

    NEW = "new"
    SAME = "same"
    UNCERTAIN = "uncertain"


@dataclass(frozen=True, slots=True)
class PersonMatch:
    """A candidate, and who it could be: ``offered`` are the known persons first, then candidates earlier in order."""

    ranked: Ranked
    match: Match
    offered: tuple[KnownPerson | Candidacy, ...] = ()

    @property
    def default(self) -> Answer:
        """Who it is when nobody says otherwise."""
        return self.offered[0] if self.match is Match.SAME else None


@dataclass(unsafe_hash=True)
class UncertainPersons(DomainError):
    """Candidates that could be persons known already, or not; each must be told."""

    candidacies: tuple[str, ...]
    rule: str = "R-262"


@dataclass(unsafe_hash=True)
class AnswerNotOffered(DomainError):
    """A candidate is said to be somebody with another name, or a candidate is named who is not on a list with seats."""

    candidacy: str
    answer: str


def match_persons(candidates: Sequence[Ranked], known: Iterable[KnownPerson]) -> tuple[PersonMatch, ...]:
    """A match for each candidate, in order.

    Offered are known persons with the same name, and earlier candidates of other contests with the same name, but none
    whose year of birth is known to differ. Equal names in one contest are two persons, so which is which must be told.

    Rules: R-43, R-262.
    """
    persons, named = defaultdict(list), defaultdict(list)
    for person in known:
        persons[plain_name(person.name)].append(person)
    for each in candidates:
        named[plain_name(each.candidate.name)].append(each)
    names = (plain_name(each.candidate.name) for each in candidates)
    return tuple(_match(each, persons[name], named[name]) for each, name in zip(candidates, names, strict=True))


def answers(matches: Sequence[PersonMatch], told: Mapping[str, str]) -> dict[Candidacy, Answer]:
    """Who each candidate is. ``told``: candidacy → ``new``, a person's number, or the candidacy it is the same as.

    Refused when one is uncertain and not told, or told to be somebody who was not offered.

    Rules: R-262.
    """
    known = {str(each.ranked.candidacy) for each in matches}
    for candidacy, answer in told.items():
        if candidacy not in known:
            raise AnswerNotOffered(candidacy, answer)
    said = [(each, told.get(str(each.ranked.candidacy), "")) for each in matches]
    untold = [str(each.ranked.candidacy) for each, answer in said if each.match is Match.UNCERTAIN and not answer]
    if untold:
        raise UncertainPersons(tuple(untold))
    return {each.ranked.candidacy: _answer(each, answer) for each, answer in said}


def written(answer: Answer) -> str:
    """An answer as it is told: ``new``, ``17`` or ``fana:A:3``."""
    match answer:
        case None:
            return NEW
        case KnownPerson():
            return str(answer.id)
        case Candidacy():
            return str(answer)


def plain_name(name: str) -> str:
    """The name as it is compared: whatever the capitals and spaces."""
    return " ".join(name.casefold().split())


def _answer(match: PersonMatch, told: str) -> Answer:
    if not told:
        return match.default
    choices: dict[str, Answer] = {NEW: None, **{written(each): each for each in match.offered}}
    if told not in choices:
        raise AnswerNotOffered(str(match.ranked.candidacy), told)
    return choices[told]


def _match(each: Ranked, persons: Sequence[KnownPerson], namesakes: Sequence[Ranked]) -> PersonMatch:
    """``namesakes`` are all candidates with the name, ``each`` among them, in order."""
    possible = [person for person in persons if not _differ(each, person.birth_year)]
    alike = [other for other in namesakes if not _differ(each, other.candidate.birth_year)]
    rivals = [other for other in alike if other.candidacy.contest == each.candidacy.contest]
    earlier = alike[: alike.index(each)]
    twins = [other for other in earlier if other.candidacy.contest != each.candidacy.contest]
    offered: tuple[KnownPerson | Candidacy, ...] = (*possible, *(twin.candidacy for twin in twins))
    if not offered:
        return PersonMatch(each, Match.NEW)
    clear = (
        len(rivals) == 1
        and len(possible) <= 1
        and all(_surely(each, person.birth_year, person.gender) for person in possible)
        and all(_surely(each, twin.candidate.birth_year, twin.candidate.gender) for twin in twins)
    )
    return PersonMatch(each, Match.SAME if clear else Match.UNCERTAIN, offered)


def _surely(each: Ranked, birth_year: int | None, gender: Gender | None) -> bool:
    """Whether the year of birth is known and equal, and the sex not known to differ."""
    candidate = each.candidate
    same_gender = not candidate.gender or not gender or candidate.gender is gender
    return birth_year is not None and candidate.birth_year == birth_year and same_gender


def _differ(each: Ranked, birth_year: int | None) -> bool:
    own = each.candidate.birth_year
    return own is not None and birth_year is not None and own != birth_year
