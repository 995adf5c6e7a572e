"""What stands between now and a lawful decision on one council: each thing that is not in order, with its rule.

Law: kommuneloven (2018) §§ 5-7, 7-2, 7-3, 7-4, 7-5, 7-6, 7-7, 7-8.
Rules: R-35, R-43, R-220, R-221, R-222, R-223, R-224, R-225, R-226, R-227, R-229, R-230, R-262.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.core.errors import DomainError
from app.councils.domain.agreed_election import NominationFinding, Obstacle, obstacles
from app.councils.domain.eligibility import Ineligibility
from app.councils.domain.group_lists import ListFinding, findings
from app.councils.domain.lots import LotRequired
from app.councils.domain.majority_of_chair import (
    ChairElected,
    ChairLotRequired,
    SecondVoteRequired,
    voting_forms_for_chair,
)
from app.councils.domain.membership import Role
from app.councils.domain.prepared_council import Prepared, election, officer_elected, outcome, votes_fit
from app.councils.domain.proportional_election import ListElected, Method, ProportionalElection, voting_forms
from app.councils.domain.several_districts import MultiDistrictCandidacy, in_several_districts
from app.councils.domain.takeover import ElectionOutcome


class Lack(StrEnum):
    """What is not in order, beside what a nomination or a list lacks by itself."""

    METHOD_NOT_SETTLED = "method_not_settled"
    NOT_VOTED_ON = "not_voted_on"
    NO_LISTS = "no_lists"
    NO_BALLOT = "no_ballot"
    VOTES_DO_NOT_ADD_UP = "votes_do_not_add_up"
    MORE_PRESENT_THAN_MEMBERS = "more_present_than_members"
    VOTING_FORM_NOT_CHOSEN = "voting_form_not_chosen"
    VOTING_FORM_NOT_OPEN = "voting_form_not_open"
    LOT_NOT_DRAWN = "lot_not_drawn"
    SEATS_NOT_FILLED = "seats_not_filled"
    LIST_SHORT_OF_ONE_SEX = "list_short_of_one_sex"
    ELECTED_TWICE = "elected_twice"
    NO_OFFICER = "no_officer"
    SECOND_VOTE_NOT_HELD = "second_vote_not_held"
    OFFICER_LOT_NOT_DRAWN = "officer_lot_not_drawn"
    OFFICER_NOT_MEMBER = "officer_not_member"
    ONE_PERSON_IN_BOTH_OFFICES = "one_person_in_both_offices"
    NOT_CONFIRMED = "not_confirmed"
    INELIGIBLE = "ineligible"
    SEVERAL_DISTRICTS = "several_districts"


@dataclass(frozen=True, slots=True)
class Missing:
    """A lack with its facts: whom or what it concerns, how many there are and how many must be."""

    lack: Lack
    rule: str
    concerns: str = ""
    number: int = 0
    limit: int = 0
    reason: Ineligibility | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """One thing that stands there. A warning is told of, and does not stop the decision."""

    finding: NominationFinding | ListFinding | Missing
    is_warning: bool = False


@dataclass(unsafe_hash=True)
class NotYetLawful(DomainError):
    """The appointment cannot be decided: council → what stands in the way of it."""

    councils: tuple[tuple[str, tuple[Standing, ...]], ...]
    rule: str = "R-220"


BY_EXCEPTION = {Obstacle.TOO_FEW_MEMBERS_OF_ONE_SEX, Obstacle.TOO_FEW_DEPUTIES_OF_ONE_SEX}
"""What a stated exception can set aside: the balance of those elected, never that of a list."""


def standing(prepared: Prepared) -> tuple[Standing, ...]:
    """All that is not in order for one council; nothing but warnings means that it can be decided.

    Law: kommuneloven (2018) §§ 5-7, 7-4, 7-5, 7-6, 7-7, 7-8.
    Rules: R-220, R-221, R-222, R-223, R-224, R-225, R-226, R-227, R-229, R-230.
    """
    match prepared.method:
        case None:
            members: Iterator[Standing] = _unsettled(prepared)
        case Method.AGREED:
            members = _agreed(prepared)
        case Method.PROPORTIONAL:
            members = _proportional(prepared)
    return (*members, *_officers(prepared), *_eligibility(prepared))


def in_the_way(found: tuple[Standing, ...]) -> tuple[Standing, ...]:
    """Those that stop a decision."""
    return tuple(each for each in found if not each.is_warning)


def several_districts(
    people: Mapping[str, tuple[int, ...]], names: Mapping[int, str], setting: MultiDistrictCandidacy
) -> dict[str, tuple[Standing, ...]]:
    """Council → those named who are named in others too: a warning, or a stop where the municipality forbids it.

    Law: kommuneloven (2018) § 7-3 (4).
    Rules: R-43.
    """
    if setting is MultiDistrictCandidacy.ALLOW:
        return {}
    warns = setting is MultiDistrictCandidacy.WARN
    found: dict[str, tuple[Standing, ...]] = {}
    for each in in_several_districts(people):
        missing = Missing(Lack.SEVERAL_DISTRICTS, "R-43", names[each.person_id], len(each.districts))
        for district in each.districts:
            found[district] = (*found.get(district, ()), Standing(missing, warns))
    return found


def _unsettled(prepared: Prepared) -> Iterator[Standing]:
    """Until it is known how to elect, a nomination that is begun is looked at all the same.

    Rules: R-220, R-229.
    """
    yield Standing(Missing(Lack.METHOD_NOT_SETTLED, "R-220"))
    if prepared.nomination.members:
        yield from _nomination(prepared)


def _agreed(prepared: Prepared) -> Iterator[Standing]:
    """Rules: R-229."""
    if prepared.unanimity is None:
        yield Standing(Missing(Lack.NOT_VOTED_ON, "R-229"))
    yield from _nomination(prepared)


def _nomination(prepared: Prepared) -> Iterator[Standing]:
    """A stated exception turns what it covers into something to be told of.

    Rules: R-229.
    """
    for found in obstacles(prepared.nomination, prepared.seats, prepared.unanimity):
        yield Standing(found, found.obstacle in BY_EXCEPTION and bool(prepared.exception.strip()))


def _proportional(prepared: Prepared) -> Iterator[Standing]:
    """Rules: R-221, R-222, R-223, R-224."""
    if not prepared.lists:
        yield Standing(Missing(Lack.NO_LISTS, "R-221"))
    for found in findings(prepared.lists, prepared.seats, prepared.warn_under):
        yield Standing(found, found.is_warning)
    yield from _form(prepared)
    yield from _votes(prepared)
    held = election(prepared)
    if isinstance(held, LotRequired):
        tied = ", ".join(held.lists)
        yield Standing(Missing(Lack.LOT_NOT_DRAWN, "R-224", tied, held.seat, held.list_votes))
    elif held:
        yield from _elected(prepared, held)


def _form(prepared: Prepared) -> Iterator[Standing]:
    """Law: kommuneloven (2018) § 7-5 (4).

    Rules: R-223.
    """
    form = prepared.voting_form
    if form is None:
        yield Standing(Missing(Lack.VOTING_FORM_NOT_CHOSEN, "R-223"))
    elif form not in voting_forms(prepared.elected_on):
        yield Standing(Missing(Lack.VOTING_FORM_NOT_OPEN, "R-223"))


def _votes(prepared: Prepared) -> Iterator[Standing]:
    """Rules: R-223."""
    ballot = prepared.ballot
    if ballot is None:
        yield Standing(Missing(Lack.NO_BALLOT, "R-223"))
        return
    if not votes_fit(prepared):
        yield Standing(Missing(Lack.VOTES_DO_NOT_ADD_UP, "R-223", number=ballot.given, limit=ballot.present))
    if ballot.present > prepared.electors:
        missing = Missing(Lack.MORE_PRESENT_THAN_MEMBERS, "R-223", number=ballot.present, limit=prepared.electors)
        yield Standing(missing)


def _elected(prepared: Prepared, held: ProportionalElection) -> Iterator[Standing]:
    """Rules: R-225, R-226, R-227, R-262."""
    if unfilled := held.distribution.unfilled_seats:
        yield Standing(Missing(Lack.SEATS_NOT_FILLED, "R-224", number=prepared.seats - unfilled, limit=prepared.seats))
    for each in held.lists:
        yield from _balance(each, excepted=bool(prepared.exception.strip()))
    elected = outcome(prepared)
    lists = elected.lists if elected else ()
    times = Counter(person_id for each in lists for person_id in (*each.members, *each.deputies))
    names = {each.person_id: each.name for group_list in prepared.lists for each in group_list.candidates}
    for person_id, number in times.items():
        if number > 1:
            yield Standing(Missing(Lack.ELECTED_TWICE, "R-262", names[person_id], number, 1))


def _balance(elected: ListElected, *, excepted: bool) -> Iterator[Standing]:
    """A list whose names of one sex ran out, among its members or its deputies.

    Law: kommuneloven (2018) § 7-6 (3).
    Rules: R-226.
    """
    if elected.members.still_short or elected.deputies.still_short:
        yield Standing(Missing(Lack.LIST_SHORT_OF_ONE_SEX, "R-226", elected.code), excepted)


def _officers(prepared: Prepared) -> Iterator[Standing]:
    """Both are elected by the municipal council, by majority, among the members.

    Law: kommuneloven (2018) §§ 5-7, 7-8.
    Rules: R-220, R-230.
    """
    won: dict[Role, str] = {}
    for role in Role:
        held = officer_elected(prepared, role)
        match held:
            case None:
                yield Standing(Missing(Lack.NO_OFFICER, "R-220", role.value))
            case SecondVoteRequired(most, needed):
                yield Standing(Missing(Lack.SECOND_VOTE_NOT_HELD, "R-230", role.value, most, needed))
            case ChairLotRequired(_tied, votes):
                yield Standing(Missing(Lack.OFFICER_LOT_NOT_DRAWN, "R-230", role.value, votes))
            case ChairElected(winner):
                won[role] = winner
                yield from _seated(outcome(prepared), role, winner)
    if len(won) > len(set(won.values())):
        yield Standing(Missing(Lack.ONE_PERSON_IN_BOTH_OFFICES, "R-220"))
    agreed = prepared.method is Method.AGREED
    if agreed and prepared.voting_form not in (None, *voting_forms_for_chair(prepared.elected_on)):
        yield Standing(Missing(Lack.VOTING_FORM_NOT_OPEN, "R-230"))


def _seated(elected: ElectionOutcome | None, role: Role, winner: str) -> Iterator[Standing]:
    """Rules: R-220."""
    if elected and winner not in {str(person_id) for each in elected.lists for person_id in each.members}:
        yield Standing(Missing(Lack.OFFICER_NOT_MEMBER, "R-220", role.value))


def _eligibility(prepared: Prepared) -> Iterator[Standing]:
    """Everyone named must be known to be eligible; those who are not yet are told of as one.

    What only a local rule says against is a warning.

    Law: kommuneloven (2018) §§ 7-2, 7-3.
    Rules: R-35, R-36, R-37, R-38, R-39, R-40, R-44.
    """
    unknown = [each.name for each in prepared.eligibility if each.reasons is None]
    if unknown:
        concerns = unknown[0] if len(unknown) == 1 else ""
        yield Standing(Missing(Lack.NOT_CONFIRMED, "R-35", concerns, len(unknown)))
    for each in prepared.eligibility:
        for reason in each.reasons or ():
            yield Standing(Missing(Lack.INELIGIBLE, reason.rule, each.name, reason=reason), not reason.is_by_law)
