"""A settlement with names put to codes, as the room shows it; and what changed from one to another."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.councils.domain.lots import LotRequired
from app.elections.domain.candidates import Outcome
from app.elections.domain.election import Contest
from app.elections.domain.settlement import ListResult, Settlement
from app.elections.domain.settlement_differences import (
    Differences,
    ListDifference,
    PersonDifference,
    differences,
)
from app.elections.models import ContestRow
from app.elections.queries import load_election
from app.elections.services.settle import freeze, settle_frozen


@dataclass(frozen=True, slots=True)
class ListFigures:
    """One list: its votes and seats, and who takes them. Members and deputies stand in the order they are elected."""

    code: str
    name: str
    ballots: int
    list_votes: int
    seats: int
    members: tuple[str, ...]
    deputies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NamedDifferences:
    """What changed, each list and person with its name."""

    lists: tuple[tuple[str, ListDifference], ...]
    persons: tuple[tuple[str, str, PersonDifference], ...]

    def __bool__(self) -> bool:
        return bool(self.lists or self.persons)


def list_figures(contest: Contest, settlement: Settlement) -> tuple[ListFigures, ...]:
    """Each list in the order of the setup."""
    names = {each.code: each.name for each in contest.lists}
    people = person_names(contest)
    return tuple(
        ListFigures(
            each.code,
            names[each.code],
            each.ballots,
            each.list_votes,
            each.seats,
            _those(each, Outcome.MEMBER, people),
            _those(each, Outcome.DEPUTY, people),
        )
        for each in settlement.lists
    )


def named(contest: Contest, changed: Differences) -> NamedDifferences:
    """The differences with the names of those they are about."""
    names = {each.code: each.name for each in contest.lists}
    people = person_names(contest)
    return NamedDifferences(
        tuple((names[each.code], each) for each in changed.lists),
        tuple((people[each.list_code, each.position], names[each.list_code], each) for each in changed.persons),
    )


def person_names(contest: Contest) -> dict[tuple[str, int], str]:
    """The name of each candidate by list and position."""
    return {(each.code, who.position): who.name for each in contest.lists for who in each.candidates}


def changed_by_findings(session: Session, row: ContestRow) -> Differences | None:
    """What is not as it would have been if everyone had been as eligible as when the lists were frozen.

    None where one of the two stops at a tie: who wins a lot is not foretold.

    Law: valgloven (2002) § 11-12 (2), (4); valgloven (2023) § 13-2 (1), (4).
    Rules: R-155, R-163, R-165.
    """
    election = row.election
    setups = (load_election(session, election, as_frozen=True), load_election(session, election))
    before, after = (settle_frozen(session, election, freeze(session, setup, row)) for setup in setups)
    if isinstance(before, LotRequired) or isinstance(after, LotRequired):
        return None
    return differences(before, after)


def _those(result: ListResult, outcome: Outcome, people: dict[tuple[str, int], str]) -> tuple[str, ...]:
    chosen: Sequence[tuple[int, int]] = sorted(
        (each.number or 0, each.position) for each in result.candidates if each.outcome is outcome
    )
    return tuple(people[result.code, position] for _, position in chosen)
