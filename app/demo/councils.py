"""The eight councils: set up, appointed for 2020–2023, with their history, and then taken over by the elected."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from itertools import chain

from sqlalchemy.orm import Session

from app.audit.services import AT_THE_KEYBOARD
from app.councils.council_models import Council, CouncilTerm, Person, Term
from app.councils.domain.basis import CouncilBasis, CouncilKind, ElectedBy
from app.councils.domain.membership import Cause, Role
from app.councils.domain.takeover import ElectedOfList, ElectionOutcome, Start, Takeover
from app.councils.services.persons import register_persons
from app.councils.services.set_up import CouncilTermPlan, open_term, set_up_council
from app.councils.services.takeover import take_office
from app.demo import council_history as history
from app.demo.appointed import AppointedGroup, appointed_councils
from app.demo.candidates import INELIGIBLE
from app.demo.council_diary import Diary
from app.demo.districts import DemoDistrict
from app.elections.domain.election import Election
from app.elections.domain.validity import ValidityDecision
from app.elections.models import ContestRow, ElectionRow
from app.elections.services.validity import decide_validity

APPOINTED_ON = date(2019, 12, 11)
TERM = (date(2019, 10, 23), date(2023, 10, 10))
SITS = (date(2020, 1, 1), date(2024, 1, 1))
APPOINTED_AT = datetime(2019, 12, 11, 19, tzinfo=UTC)
CASE_OF_2019 = "2019/6120"
BY_AGREEMENT = "kommuneloven (2018) § 7-7"

VALID = ValidityDecision(valid=True, decided_on=date(2023, 10, 10), reference="2023/4567")
VALID_AT = datetime(2023, 10, 10, 19, tzinfo=UTC)
FIRST_MEETING = "2023-10-24"


def make_appointed_councils(session: Session, election: ElectionRow, setup: Election, seed: int) -> None:
    """Every council as the city council appointed it in December 2019, and what happened until the election."""
    name = f"{TERM[0].year}–{TERM[1].year}"
    term = open_term(session, election.municipality, name, *TERM, by=AT_THE_KEYBOARD, at=APPOINTED_AT)
    contests = {each.code: each for each in election.contests}
    diaries = {
        district.code: _appoint(session, contests[district.code], term, district, groups)
        for district, groups in appointed_councils(setup, seed)
    }
    late = _late(setup)
    history.bergenhus(diaries["bergenhus"], next(place for place, name in _names(diaries["bergenhus"]) if name == late))
    for tell in (
        history.arna,
        history.fana,
        history.fyllingsdalen,
        history.laksevag,
        history.ytrebygda,
        history.arstad,
        history.asane,
    ):
        tell(diaries[tell.__name__])


def let_the_elected_take_over(session: Session, election: ElectionRow) -> None:
    """The election of 2023 is found valid; in their first meetings the councils elect chair and deputy chair."""
    done = decide_validity(session, election, VALID, by=AT_THE_KEYBOARD, at=VALID_AT)
    diaries = {each.contest.code: _diary_of_elected(session, each.council_term, each.takeover) for each in done}
    for diary in diaries.values():
        largest, second = (f"{code} 1" for code in _largest_lists(diary)[:2])
        diary.on(FIRST_MEETING).chair_is(largest, FIRST_MEETING)
        diary.on(FIRST_MEETING).deputy_chair_is(second, FIRST_MEETING)
    history.since_2023(diaries)


def _appoint(
    session: Session, contest: ContestRow, term: Term, district: DemoDistrict, groups: Sequence[AppointedGroup]
) -> Diary:
    council = _council(session, contest, district)
    everyone = [each for group in groups for each in (*group.members, *group.deputies)]
    source = f"{CASE_OF_2019}/{district.code}"
    registered = iter(register_persons(session, everyone, source, by=AT_THE_KEYBOARD, at=APPOINTED_AT))
    people = {place: next(registered).id for group in groups for place in _places(group)}
    officers = ((Role.CHAIR, people[f"{groups[0].code} 1"]), (Role.DEPUTY_CHAIR, people[f"{groups[1].code} 1"]))
    kind = CouncilKind(CouncilBasis.APPOINTED, ElectedBy.AGREED)
    named = tuple((each.code, each.name) for each in groups)
    council_term, _done = take_office(
        session,
        council,
        term,
        CouncilTermPlan(kind, APPOINTED_ON, *SITS, district.seats, named),
        outcome=_outcome(groups, people),
        start=Start(SITS[0], Cause.APPOINTED, CASE_OF_2019, BY_AGREEMENT, officers),
        by=AT_THE_KEYBOARD,
        at=APPOINTED_AT,
    )
    return Diary(session, council_term, people)


def _council(session: Session, contest: ContestRow, district: DemoDistrict) -> Council:
    return set_up_council(
        session,
        contest.district,
        f"{district.name} bydelsutvalg",
        district.code,
        contact=f"{district.code}@verv.example",
        established_on=SITS[0],
        by=AT_THE_KEYBOARD,
        at=APPOINTED_AT,
    )


def _places(group: AppointedGroup) -> list[str]:
    members = (f"{group.code} {number}" for number in range(1, len(group.members) + 1))
    deputies = (f"{group.code} vara {number}" for number in range(1, len(group.deputies) + 1))
    return [*members, *deputies]


def _outcome(groups: Sequence[AppointedGroup], people: Mapping[str, int]) -> ElectionOutcome:
    """Seats are numbered group by group, the largest first."""
    lists = []
    for group in groups:
        ids = tuple(people[place] for place in _places(group))
        lists.append(ElectedOfList(group.code, ids[: len(group.members)], ids[len(group.members) :]))
    return ElectionOutcome(tuple(chain.from_iterable([each.code] * len(each.members) for each in lists)), tuple(lists))


def _late(setup: Election) -> str:
    district, list_code, position = INELIGIBLE
    contest = next(each for each in setup.contests if each.code == district)
    return next(each for each in contest.lists if each.code == list_code).candidates[position - 1].name


def _names(diary: Diary) -> list[tuple[str, str]]:
    """Place and name of everyone in a council."""
    return [(place, diary.session.get_one(Person, number).name) for place, number in diary.people.items()]


def _diary_of_elected(session: Session, council_term: CouncilTerm, takeover: Takeover) -> Diary:
    people: dict[str, int] = {}
    numbers: dict[str, int] = {}
    for seat in takeover.seats:
        numbers[seat.list_code] = numbers.get(seat.list_code, 0) + 1
        people[f"{seat.list_code} {numbers[seat.list_code]}"] = seat.person_id
    people |= {f"{each.list_code} vara {each.rank}": each.person_id for each in takeover.deputies}
    return Diary(session, council_term, people)


def _largest_lists(diary: Diary) -> list[str]:
    """The lists by their number of members, the largest first; equal ones in the order of the ballot."""
    codes = [each.code for each in diary.council_term.groups]
    return sorted(codes, key=lambda code: -sum(place.startswith(f"{code} ") for place in diary.people))
