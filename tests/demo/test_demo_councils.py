"""The demo's eight councils: lawfully composed, with a history that is possible, and taken over by the elected."""

from collections.abc import Iterator
from contextvars import Context
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from app import create_app
from app.core.database import Base, db, transaction
from app.councils.appointing.models import Appointment
from app.councils.appointing.queries import target_of
from app.councils.council_models import CouncilTerm, Person
from app.councils.domain.appointment_states import AppointmentState
from app.councils.domain.basis import CouncilBasis
from app.councils.domain.gender_balance import short_gender
from app.councils.domain.history import CouncilOnDay, SeatOnDay
from app.councils.domain.membership import Cause, EndCause, Role
from app.councils.domain.membership_checks import require_possible
from app.councils.domain.seat_targets import SeatTarget
from app.councils.domain.terms import Term
from app.councils.queries import council_by_slug, council_on_date, councils, persons, seats_of, sitting_council, term_on
from app.councils.spell_rows import history_of
from app.demo.appointed import PROTECTED, seats_by_strength
from app.demo.candidates import INELIGIBLE
from app.demo.districts import DEMO_DISTRICT, DEMO_DISTRICTS
from app.demo.election import DEMO_SEED
from app.demo.fill import fill
from app.demo.people import DEMO_PEOPLE
from app.elections.domain.election import Election
from app.elections.domain.list_findings import Check
from app.elections.domain.list_proposal_states import ListProposalState
from app.elections.domain.list_review import in_the_way
from app.elections.lists.models import ListProposalRow
from app.elections.lists.queries import lists_of_election
from app.elections.models import ElectionRow
from config import Config
from tests.databases import PostgresDatabase, SqliteFiles

KNOWN = datetime(2026, 1, 1, tzinfo=UTC)
FIRST_DAY = date(2020, 1, 1)
LAST_DAY = date(2023, 10, 9)
TAKEOVER = date(2023, 10, 10)
SEATS = {
    "arna": 13,
    "bergenhus": 15,
    "fana": 17,
    "fyllingsdalen": 15,
    "laksevag": 15,
    "ytrebygda": 15,
    "arstad": 15,
    "asane": 15,
}


@pytest.fixture(scope="module")
def demo_app(sqlite_files: SqliteFiles, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """The application on a database with all of the demo in it; it is only read."""
    app = filled(sqlite_files.empty_database(tmp_path_factory.mktemp("demo")), tmp_path_factory.mktemp("files"))
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def demo(demo_app: Flask) -> Iterator[Session]:
    with demo_app.app_context():
        yield db.session()


def filled(url: str, folder: Path) -> Flask:
    app = create_app(Config(url, secret_key="only for tests, and long enough", testing=True, rate_limits=False))

    def sow() -> None:
        with app.app_context(), transaction() as session:
            fill(session, folder, DEMO_SEED)

    Context().run(sow)
    return app


@dataclass(frozen=True)
class Sitting:
    """A council of the demo on a day, by the names of its people."""

    session: Session
    slug: str
    day: date
    known: datetime = KNOWN

    @property
    def term(self) -> CouncilTerm:
        council = council_by_slug(self.session, self.slug)
        found = council and term_on(self.session, council.id, self.day)
        assert found
        return found

    @property
    def composition(self) -> CouncilOnDay:
        return council_on_date(self.session, self.term, self.day, self.known)

    def has(self, role: Role) -> str | None:
        """Who holds the office."""
        holder = self.composition.holder_of(role)
        return self.name(holder) if holder else None

    def name(self, person_id: int) -> str:
        return persons(self.session, {person_id})[person_id].name

    def seat_of(self, person_id: int) -> SeatOnDay | None:
        return next(
            (each for each in self.composition.seats if each.holder and each.holder.person_id == person_id), None
        )


def on(session: Session, slug: str, day: str, known: datetime = KNOWN) -> Sitting:
    return Sitting(session, slug, date.fromisoformat(day), known)


def member(session: Session, slug: str, list_code: str, number: int, day: str = "2020-01-01") -> int:
    """Member number 1, 2 … of a group in the order of the seats that day."""
    seats = on(session, slug, day).composition.seats
    return [each.holder.person_id for each in seats if each.holder and each.holder.list_code == list_code][number - 1]


@pytest.mark.rule("R-231")
@pytest.mark.parametrize("slug", SEATS)
def test_each_council_has_its_seats_and_all_of_them_are_taken_on_the_first_day(demo: Session, slug: str) -> None:
    for day in (FIRST_DAY, TAKEOVER):
        seats = Sitting(demo, slug, day).composition.seats
        assert len(seats) == SEATS[slug] == len([each for each in seats if each.holder])


@pytest.mark.rule("R-229")
@pytest.mark.parametrize("slug", SEATS)
def test_each_appointed_council_keeps_forty_per_cent_of_each_sex(demo: Session, slug: str) -> None:
    """On the first day and on the last, among members and among deputies."""
    for day in (FIRST_DAY, LAST_DAY):
        council = sitting_council(demo, Sitting(demo, slug, day).term, day, KNOWN)
        for people in (council.members, council.deputies):
            assert short_gender([each.gender for each in people if each.gender]) is None


@pytest.mark.rule("R-229")
def test_a_group_has_as_many_deputies_as_members_and_two_more(demo: Session) -> None:
    """Fana: H has 6 of the 17 seats and so 8 deputies, numbered 1 to 8; A has 3, and 5."""
    fana = on(demo, "fana", "2020-01-01").composition
    assert [each.rank for each in fana.deputies_of("H")] == [1, 2, 3, 4, 5, 6, 7, 8]
    assert [each.rank for each in fana.deputies_of("A")] == [1, 2, 3, 4, 5]


@pytest.mark.rule("R-232")
def test_the_groups_seats_follow_their_strength_in_the_district() -> None:
    """Arna, 13 seats: A 225, H 188, FRP 159, KRF 44, SV 102, R 57 … per thousand, by modified Sainte-Laguë."""
    seats = {party.code: seats for party, seats in seats_by_strength(DEMO_DISTRICT["arna"])}
    assert seats == {"A": 4, "H": 3, "FRP": 2, "SV": 2, "R": 1, "KRF": 1}
    assert all(sum(of for _, of in seats_by_strength(each)) == each.seats for each in DEMO_DISTRICTS)


@pytest.mark.rule("R-259")
def test_who_is_chair_of_fana(demo: Session) -> None:
    """H 1 until New Year 2022, then H 3; nobody between the takeover and the first meeting; then the list H's first."""
    first, third = member(demo, "fana", "H", 1), member(demo, "fana", "H", 3)
    at_first = on(demo, "fana", "2020-01-01")
    assert at_first.has(Role.CHAIR) == at_first.name(first) == on(demo, "fana", "2021-12-31").has(Role.CHAIR)
    assert on(demo, "fana", "2022-01-01").has(Role.CHAIR) == at_first.name(third)
    assert on(demo, "fana", "2023-10-09").has(Role.CHAIR) == at_first.name(third)
    assert on(demo, "fana", "2022-01-01").seat_of(first)
    assert on(demo, "fana", "2023-10-23").has(Role.CHAIR) is None
    elected = on(demo, "fana", "2023-10-24")
    assert elected.has(Role.CHAIR) == elected.name(member(demo, "fana", "H", 1, "2023-10-24"))
    assert elected.has(Role.DEPUTY_CHAIR) == elected.name(member(demo, "fana", "A", 1, "2023-10-24"))


def test_a_new_member_of_fana_was_a_deputy_until_elected(demo: Session) -> None:
    """A 3 is released from 15 June 2022, the seat is empty for a week, and the first deputy of A is elected to it."""
    deputy = on(demo, "fana", "2020-01-01").composition.deputies_of("A")[0]
    seat = on(demo, "fana", "2020-01-01").seat_of(member(demo, "fana", "A", 3))
    assert seat

    def holder(day: str) -> int | None:
        spell = on(demo, "fana", day).composition.seats[seat.seat - 1].holder
        return spell.person_id if spell else None

    assert holder("2022-06-14") == member(demo, "fana", "A", 3)
    assert holder("2022-06-21") is None
    assert holder("2022-06-22") == deputy.person_id
    assert [each.rank for each in on(demo, "fana", "2022-06-22").composition.deputies_of("A")] == [2, 3, 4, 5]


@pytest.mark.rule("R-256")
def test_after_2023_the_first_deputy_of_the_list_moves_up_in_fana(demo: Session) -> None:
    gone = member(demo, "fana", "H", 3, "2024-02-29")
    first = on(demo, "fana", "2024-02-29").composition.deputies_of("H")[0]
    seat = on(demo, "fana", "2024-02-29").seat_of(gone)
    moved_up = on(demo, "fana", "2024-03-01").seat_of(first.person_id)
    assert (first.rank, seat and seat.seat) == (1, moved_up and moved_up.seat)
    assert moved_up
    assert moved_up.holder
    assert moved_up.holder.cause is Cause.MOVED_UP


def test_a_deputy_sits_for_the_one_on_leave_in_arna(demo: Session) -> None:
    away = member(demo, "arna", "FRP", 1)
    deputy = on(demo, "arna", "2020-01-01").composition.deputies_of("FRP")[0].person_id
    for day, sitting in (("2021-02-28", away), ("2021-03-01", deputy), ("2021-08-31", deputy), ("2021-09-01", away)):
        seat = on(demo, "arna", day).seat_of(away)
        assert seat
        assert seat.sitting_person_id == sitting


def test_one_who_died_before_the_election_is_the_candidate_who_is_not_eligible(
    demo: Session, election: Election
) -> None:
    """The seat in Bergenhus is empty from that day until the takeover."""
    district, list_code, position = INELIGIBLE
    of = {each.code: each for contest in election.contests if contest.code == district for each in contest.lists}
    name = of[list_code].candidates[position - 1].name
    late = demo.scalars(select(Person).where(Person.name == name)).one()
    assert on(demo, "bergenhus", "2023-06-11").seat_of(late.id)
    for day in ("2023-06-12", "2023-10-09"):
        assert len([each for each in on(demo, "bergenhus", day).composition.seats if each.holder is None]) == 1
    spell = on(demo, "bergenhus", "2023-06-11").seat_of(late.id)
    assert spell
    assert spell.holder
    assert spell.holder.end_cause is EndCause.DIED


@pytest.mark.rule("R-254")
def test_a_party_leaver_of_fyllingsdalen_keeps_the_seat(demo: Session) -> None:
    leaver = member(demo, "fyllingsdalen", "FRP", 2)
    groups = []
    for day in ("2021-05-19", "2021-05-20", "2022-10-31", "2022-11-01"):
        seat = on(demo, "fyllingsdalen", day).seat_of(leaver)
        assert seat
        groups.append(seat.group_name)
    assert groups == ["", "Uavhengig", "Uavhengig", "Industri- og Næringspartiet"]


@pytest.mark.rule("R-252")
def test_one_who_moved_out_of_laksevag_is_back_within_two_years(demo: Session) -> None:
    """15 August 2020 to 1 May 2022; the replacement is deputy number 1 again."""
    mover = member(demo, "laksevag", "A", 2)
    replacement = on(demo, "laksevag", "2020-01-01").composition.deputies_of("A")[0].person_id
    assert on(demo, "laksevag", "2020-08-14").seat_of(mover)
    assert not on(demo, "laksevag", "2020-08-15").seat_of(mover)
    assert on(demo, "laksevag", "2022-04-30").seat_of(replacement)
    back = on(demo, "laksevag", "2022-05-01")
    assert back.seat_of(mover)
    assert back.composition.deputies_of("A")[0].person_id == replacement


def test_a_member_of_ytrebygda_lives_at_a_secret_address_and_another_was_suspended(demo: Session) -> None:
    protected = demo.scalars(select(Person).where(Person.protected)).one()
    assert protected.id == member(demo, *PROTECTED)
    suspended = on(demo, "ytrebygda", "2022-11-15").seat_of(member(demo, "ytrebygda", "FRP", 1))
    assert suspended
    assert suspended.suspension
    assert suspended.sitting_person_id is None


@pytest.mark.rule("R-262")
def test_a_wrong_date_in_arstad_is_corrected_and_what_was_shown_can_be_shown_again(demo: Session) -> None:
    """The release was written down from 1 February 2021; on 10 March it was put right: it was from 1 March."""
    released = member(demo, "arstad", "SV", 2)
    before_correction = datetime(2021, 3, 1, tzinfo=UTC)
    assert not on(demo, "arstad", "2021-02-15", before_correction).seat_of(released)
    assert on(demo, "arstad", "2021-02-15").seat_of(released)
    assert not on(demo, "arstad", "2021-03-01").seat_of(released)


def test_the_deputy_chair_of_asane_is_replaced_both_as_member_and_in_the_office(demo: Session) -> None:
    first = on(demo, "asane", "2020-01-01")
    assert first.has(Role.DEPUTY_CHAIR) == first.name(member(demo, "asane", "A", 1))
    assert on(demo, "asane", "2022-09-01").has(Role.DEPUTY_CHAIR) is None
    assert on(demo, "asane", "2022-09-21").has(Role.DEPUTY_CHAIR) == first.name(member(demo, "asane", "FRP", 1))


@pytest.mark.rule("R-210")
@pytest.mark.parametrize("slug", SEATS)
def test_the_elected_take_over_on_10_october_2023(demo: Session, slug: str) -> None:
    last, first = Sitting(demo, slug, LAST_DAY).term, Sitting(demo, slug, TAKEOVER).term
    assert (last.basis, last.to_on) == (CouncilBasis.APPOINTED, TAKEOVER)
    assert (first.basis, first.from_on) == (CouncilBasis.DIRECTLY_ELECTED, TAKEOVER)
    assert demo.scalars(select(ElectionRow.state).where(ElectionRow.address == "2023")).one() == "valid"


@pytest.mark.rule("R-262")
def test_every_story_is_possible(demo: Session) -> None:
    terms = [each for council in councils(demo) for each in council.terms]
    assert len(terms) == 16
    for each in terms:
        known = history_of(demo, each.id).known_at(KNOWN)
        require_possible(known, seats_of(demo, each), Term(each.from_on, each.to_on))


def test_some_who_were_appointed_are_elected_and_are_the_same_persons(demo: Session) -> None:
    """Of the 120 appointed, 20 to 80 are elected; nobody is registered twice."""
    names = [each.name for each in demo.scalars(select(Person))]
    assert len(set(names)) == len(names)
    sat, elected = members(demo, FIRST_DAY), members(demo, TAKEOVER)
    assert 20 <= len(sat & elected) <= 80


def members(session: Session, day: date) -> set[int]:
    """The members of all eight councils that day."""
    seats = (each for slug in SEATS for each in Sitting(session, slug, day).composition.seats)
    return {each.holder.person_id for each in seats if each.holder}


def test_those_who_sign_in_sit_in_no_council(demo: Session) -> None:
    assert not {each.name for each in demo.scalars(select(Person))} & {each.name for each in DEMO_PEOPLE}


def rows(app: Flask) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table."""
    with app.app_context():
        session = db.session()
        found = {
            table.name: [tuple(row) for row in session.execute(select(table).order_by(*table.primary_key.columns))]
            for table in Base.metadata.sorted_tables
        }
        db.session.remove()
        db.engine.dispose()
        return found


def test_the_same_seed_gives_the_same_rows_on_both_databases(
    demo_app: Flask, postgres: PostgresDatabase, tmp_path: Path
) -> None:
    again = rows(filled(postgres.empty_database(tmp_path), tmp_path))
    first = rows(demo_app)
    assert {name for name in first if first[name] != again[name]} == set()


def test_an_appointment_for_2027_is_begun_and_waits_for_the_city_council(demo_app: Flask) -> None:
    """Arna and Fana have names put forward; every district has its target, and nothing is decided."""
    with demo_app.app_context():
        (appointment,) = db.session.scalars(select(Appointment))
        assert appointment.state is AppointmentState.DRAFT
        assert sum(each.members for each in appointment.groups) == 67
        named = {row.council.slug for row in appointment.councils if row.nominees}
        assert named == {"arna", "fana"}
        for row in appointment.councils:
            target = target_of(row)
            assert isinstance(target, SeatTarget)
            assert sum(target.seats_of(each.code) for each in appointment.groups) == row.seats


@pytest.mark.rule("R-62")
def test_the_next_election_has_a_list_in_every_state_in_each_of_the_eight_districts(demo: Session) -> None:
    """Eight lists in each district: two approved, and one in each of the other six states."""
    rows = demo.scalars(select(ListProposalRow)).all()
    by_district = {code: sorted(row.state for row in rows if row.contest.code == code) for code in SEATS}
    assert set(map(tuple, by_district.values())) == {tuple(sorted([*ListProposalState, ListProposalState.APPROVED]))}
    assert len(rows) == 64
    assert demo.scalars(select(ElectionRow.state).where(ElectionRow.address == "2027")).one() == "open_for_lists"


def test_the_lists_of_the_next_election_are_as_far_as_their_state_says(demo: Session) -> None:
    """An approved list had nothing in the way; one whose defects are told lacks a candidate and a signature."""
    election = demo.scalars(select(ElectionRow).where(ElectionRow.address == "2027")).one()
    found = [each for district in lists_of_election(demo, election) for each in district.proposals]
    approved = [each for each in found if each.row.state is ListProposalState.APPROVED]
    assert all(in_the_way(each.findings) == () for each in approved)
    told = [each for each in found if each.row.state is ListProposalState.DEFECTS_NOTIFIED]
    assert all(Check.TOO_FEW_CANDIDATES in {one.check for one in each.of("defect")} for each in told)
    assert all(each.signatures.counting == each.signatures.needed.number - 1 for each in told)
