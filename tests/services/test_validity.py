"""A valid election fills its councils; an invalid one fills nothing (R-205, R-210, R-262).

Fana has three seats. A has 60 ballots and B 40: list votes 180 and 120, quotients A 128.57, B 85.71, A 60, B 40, so
the seats go A, B, A. Nobody has a bonus, and candidates rank by their marks: on A number 2 has two, number 1 one; on B
number 3 one from its own list and number 1 one write-in, so 1 stands before 3 by list order.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from click.testing import Result
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.audit.models import AuditEvent
from app.audit.services import AT_THE_KEYBOARD
from app.core.database import transaction
from app.councils.council_models import Council, CouncilTerm, Person
from app.councils.domain.basis import CouncilBasis
from app.councils.domain.gender import Gender
from app.councils.domain.membership import EndCause, Role
from app.councils.models import District
from app.councils.queries import council_by_slug, council_on_date, persons, sitting_council, term_on
from app.councils.services.persons import PersonDetails, register_person
from app.councils.services.set_up import set_up_council
from app.councils.spell_rows import history_of
from app.elections.domain.elected import Candidacy
from app.elections.domain.person_matches import AnswerNotOffered, UncertainPersons
from app.elections.domain.states import MoveNotAllowed
from app.elections.domain.validity import ComplaintsOpen, DecidedOnAnotherDay, ReferenceMissing, ValidityDecision
from app.elections.models import CandidateRow, ElectionRow, ValidityDecisionRow
from app.elections.refusals import NoCouncil, NotAllSettled, NotElected, SamePersonTwice
from app.elections.services.validity import TookOffice, decide_validity, set_up_missing_councils
from tests.small_election import write_files
from tests.stored_councils import appoint, people

VALID_ON = date(2023, 10, 10)
LATER = datetime(2023, 11, 1, 9, tzinfo=UTC)
VALID = ValidityDecision(valid=True, decided_on=VALID_ON, reference="2023/4567")
INVALID = ValidityDecision(valid=False, decided_on=VALID_ON, reference="2023/4567")


def run(app: Flask, *arguments: object) -> Result:
    return app.test_cli_runner().invoke(args=["elections", *map(str, arguments)])


def settled(app: Flask, folder: Path, *contests: str, settle: str = "") -> None:
    """The small election in these districts, Fana unless told otherwise; settled, or only the contest ``settle``."""
    files = write_files(folder, contests=contests or ("fana",))
    for step in ("import-setup", files.setup), ("import-counts", 1, files.counts), ("import-ballots", 1, files.ballots):
        assert run(app, *step).exit_code == 0
    assert run(app, "settle", 1, *(("--contest", settle) if settle else ())).exit_code == 0


def council(session: Session, name: str = "Fana") -> Council:
    district = session.scalars(select(District).where(District.name == name)).one()
    return set_up_council(
        session,
        district,
        f"{name} bydelsutvalg",
        name.lower(),
        contact="",
        established_on=date(2020, 1, 1),
        by=AT_THE_KEYBOARD,
        at=datetime(2019, 12, 1, tzinfo=UTC),
    )


def decide(
    session: Session,
    decision: ValidityDecision = VALID,
    told: Mapping[str, str] | None = None,
    ineligible: tuple[str, ...] = (),
) -> tuple[TookOffice, ...]:
    election = session.scalars(select(ElectionRow)).one()
    return decide_validity(
        session, election, decision, told=told, no_longer_eligible=ineligible, by=AT_THE_KEYBOARD, at=LATER
    )


def members(session: Session, slug: str = "fana", day: date = VALID_ON) -> list[str | None]:
    """Who has seat 1, 2, 3 … that day."""
    council_term = sitting(session, slug, day)
    seats = council_on_date(session, council_term, day, LATER).seats
    found = persons(session, {each.holder.person_id for each in seats if each.holder})
    return [found[each.holder.person_id].name.split()[0] if each.holder else None for each in seats]


def deputies(session: Session, list_code: str) -> list[str]:
    """A list's deputies in order."""
    on_day = council_on_date(session, sitting(session), VALID_ON, LATER)
    found = persons(session, {each.person_id for each in on_day.deputies})
    return [found[each.person_id].name.split()[0] for each in on_day.deputies_of(list_code)]


def sitting(session: Session, slug: str = "fana", day: date = VALID_ON) -> CouncilTerm:
    found = council_by_slug(session, slug)
    council_term = found and term_on(session, found.id, day)
    assert council_term
    return council_term


def acts(session: Session) -> list[tuple[str, str]]:
    """What the trail tells since the settlement, by the kind of act and what was acted on."""
    rows = session.execute(select(AuditEvent.act, AuditEvent.object_id).order_by(AuditEvent.id)).all()
    told = [(act, object_id) for act, object_id in rows]
    return told[
        told.index(("ElectionMoved", "2023"), len(told) - told[::-1].index(("SettlementMade", "2023/fana"))) + 1 :
    ]


@pytest.mark.rule("R-210")
def test_the_seats_go_to_the_lists_by_quotient_and_to_the_candidates_by_rank(
    app: Flask, session: Session, tmp_path: Path
) -> None:
    settled(app, tmp_path)
    with transaction() as writing:
        council(writing)
        decide(writing)
    assert members(session) == ["A2", "B1", "A1"]
    term = sitting(session)
    assert (term.basis, term.elected_on) == (CouncilBasis.DIRECTLY_ELECTED, date(2023, 9, 11))
    assert (term.from_on, term.to_on, term.term.name) == (VALID_ON, date(2027, 11, 1), "2023–2027")


@pytest.mark.rule("R-164")
def test_deputies_are_ranked_after_the_members_seats_and_three_more(
    app: Flask, session: Session, tmp_path: Path
) -> None:
    """A has 2 seats: deputies 3, 4, 5, 6, 7, all that are left. B has 1: four deputies, 3 with a mark first."""
    settled(app, tmp_path)
    with transaction() as writing:
        council(writing)
        decide(writing)
    assert deputies(session, "A") == ["A3", "A4", "A5", "A6", "A7"]
    assert deputies(session, "B") == ["B3", "B2", "B4", "B5"]


@pytest.mark.rule("R-212")
def test_the_candidates_are_kept_ranked_for_new_settlements_in_the_term(
    app: Flask, session: Session, tmp_path: Path
) -> None:
    settled(app, tmp_path)
    with transaction() as writing:
        council(writing)
        decide(writing)
    next_in_line = sitting_council(session, sitting(session), VALID_ON, LATER).next_candidates("B")
    assert [(each.rank, each.name.split()[0]) for each in next_in_line] == [(6, "B6"), (7, "B7")]


@pytest.mark.rule("R-210")
def test_the_appointed_council_ends_the_day_the_elected_one_starts_and_its_chair_convenes(
    app: Flask, session: Session, tmp_path: Path
) -> None:
    settled(app, tmp_path)
    with transaction() as writing:
        fana = council(writing)
        ada, bo, cato = people(writing, "Ada", "Bo", "Cato")
        appoint(writing, fana, "Ap H Ap", {"Ap": [ada, cato], "H": [bo]}, officers=[(Role.CHAIR, ada)])
        done = decide(writing)[0].takeover
        assert done.convener_id == ada.id
    assert done.vacant_offices == (Role.CHAIR, Role.DEPUTY_CHAIR)
    assert members(session, day=date(2023, 10, 9)) == ["Ada", "Bo", "Cato"]
    before = sitting(session, day=date(2023, 10, 9))
    assert before.to_on == VALID_ON
    ended = history_of(session, before.id).known_at(LATER)
    assert {(each.to_on, each.end_cause) for each in ended.seats} == {(VALID_ON, EndCause.TERM_ENDED)}
    assert [(each.to_on, each.end_cause) for each in ended.roles] == [(VALID_ON, EndCause.TERM_ENDED)]


@pytest.mark.rule("R-205")
def test_an_invalid_election_fills_nothing_and_the_outgoing_council_sits_on(
    app: Flask, session: Session, tmp_path: Path
) -> None:
    settled(app, tmp_path)
    with transaction() as writing:
        fana = council(writing)
        ada, bo, cato = people(writing, "Ada", "Bo", "Cato")
        appoint(writing, fana, "Ap H Ap", {"Ap": [ada, cato], "H": [bo]})
        assert decide(writing, INVALID) == ()
    assert members(session) == ["Ada", "Bo", "Cato"]
    assert session.scalars(select(ElectionRow.state)).one() == "invalid"
    assert session.scalars(select(ValidityDecisionRow.valid)).one() is False
    assert acts(session)[-2:] == [("ValidityDecided", "2023/fana"), ("ElectionMoved", "2023")]


def test_a_second_decision_is_refused(app: Flask, session: Session, tmp_path: Path) -> None:
    settled(app, tmp_path)
    with transaction() as writing:
        council(writing)
        decide(writing)
    for decision in (VALID, INVALID):
        with pytest.raises(MoveNotAllowed), transaction() as writing:
            decide(writing, decision)
    assert members(session) == ["A2", "B1", "A1"]


@pytest.mark.rule("R-194")
def test_one_who_is_no_longer_eligible_takes_no_seat_and_is_never_next_in_line(
    app: Flask, session: Session, tmp_path: Path
) -> None:
    """A2 would have had seat 1: it is empty, and deputy A3 keeps number 1."""
    settled(app, tmp_path)
    with transaction() as writing:
        council(writing)
        done = decide(writing, ineligible=("fana:A:2", "fana:B:7"))[0].takeover
        assert [(each.seat, each.list_code) for each in done.not_taken] == [(1, "A")]
    assert members(session) == [None, "B1", "A1"]
    assert deputies(session, "A")[0] == "A3"
    candidates = sitting_council(session, sitting(session), VALID_ON, LATER).next_candidates("B")
    assert [each.name.split()[0] for each in candidates] == ["B6"]


def test_one_who_was_not_elected_cannot_be_no_longer_eligible(app: Flask, session: Session, tmp_path: Path) -> None:
    settled(app, tmp_path)
    with transaction() as writing:
        council(writing)
    with pytest.raises(NotElected) as refused, transaction() as writing:
        decide(writing, ineligible=("fana:C:1",))
    assert refused.value.candidacies == ("fana:C:1",)


@pytest.mark.rule("R-165")
def test_a_seat_that_no_list_can_fill_stands_empty(app: Flask, session: Session, tmp_path: Path) -> None:
    """Of A only 2 is eligible and of B only 1: two seats are filled, the third nobody can take."""
    files = write_files(tmp_path)
    for step in ("import-setup", files.setup), ("import-counts", 1, files.counts), ("import-ballots", 1, files.ballots):
        assert run(app, *step).exit_code == 0
    with transaction() as writing:
        for candidate in writing.scalars(select(CandidateRow)):
            candidate.eligible = candidate.name.startswith(("A2 ", "B1 "))
    assert run(app, "settle", 1).exit_code == 0
    with transaction() as writing:
        council(writing)
        decide(writing)
    assert members(session) == ["A2", "B1", None]


@pytest.mark.rule("R-43")
def test_one_elected_in_two_districts_sits_in_both_as_one_person(app: Flask, session: Session, tmp_path: Path) -> None:
    settled(app, tmp_path, "fana", "arna")
    with transaction() as writing:
        born(writing, 1970)
        council(writing)
        council(writing, "Arna")
        decide(writing)
    assert members(session, "arna") == ["A1", "B1", "A2"]  # no changed ballots there: list order
    assert holder_ids(session, "arna")[1] == holder_ids(session, "fana")[1]
    assert len(session.scalars(select(Person)).all()) == 14


def holder_ids(session: Session, slug: str) -> list[int | None]:
    """The person in each seat."""
    seats = council_on_date(session, sitting(session, slug), VALID_ON, LATER).seats
    return [each.holder.person_id if each.holder else None for each in seats]


def born(session: Session, year: int) -> None:
    for candidate in session.scalars(select(CandidateRow)):
        candidate.birth_year = year


@pytest.mark.rule("R-262")
def test_equal_names_without_year_of_birth_are_never_merged_silently(
    app: Flask, session: Session, tmp_path: Path
) -> None:
    settled(app, tmp_path, "fana", "arna")
    with transaction() as writing:
        council(writing)
        council(writing, "Arna")
    with pytest.raises(UncertainPersons) as refused, transaction() as writing:
        decide(writing)
    assert len(refused.value.candidacies) == 14
    assert session.scalars(select(Person)).all() == []
    told = dict.fromkeys(refused.value.candidacies, "new") | {"arna:A:1": "fana:A:1"}
    with transaction() as writing:
        decide(writing, told=told)
    assert len(session.scalars(select(Person)).all()) == 27


@pytest.mark.rule("R-262")
def test_a_person_with_the_name_and_year_is_the_same_and_another_when_told_so(
    app: Flask, session: Session, tmp_path: Path
) -> None:
    settled(app, tmp_path)
    with transaction() as writing:
        born(writing, 1970)
        council(writing)
        known = a_person(writing, "A2 Čáŋgŧ", date(1970, 5, 17))
        namesake = a_person(writing, "B1 Čáŋgŧ", date(1970, 1, 1))
        decide(writing, told={"fana:B:1": "new"})
        assert holder_ids(writing, "fana")[0] == known.id
        assert holder_ids(writing, "fana")[1] != namesake.id
    stored = session.scalars(select(CandidateRow.person_id).where(CandidateRow.name == "A2 Čáŋgŧ")).one()
    assert stored == known.id


def a_person(session: Session, name: str, birth_date: date | None) -> Person:
    details = PersonDetails(name, Gender.FEMALE, birth_date)
    return register_person(session, details, by=AT_THE_KEYBOARD, at=LATER)


def test_a_candidate_cannot_be_somebody_with_another_name(app: Flask, session: Session, tmp_path: Path) -> None:
    settled(app, tmp_path)
    with transaction() as writing:
        council(writing)
        other = str(a_person(writing, "Kari Traa", None).id)
    with pytest.raises(AnswerNotOffered), transaction() as writing:
        decide(writing, told={"fana:A:1": other})


def test_two_candidates_of_a_district_are_not_one_person(app: Flask, session: Session, tmp_path: Path) -> None:
    settled(app, tmp_path)
    with transaction() as writing:
        council(writing)
        for candidate in writing.scalars(select(CandidateRow).where(CandidateRow.position == 1)):
            candidate.name = "Kari Traa"
        kari = str(a_person(writing, "Kari Traa", None).id)
    with pytest.raises(SamePersonTwice) as refused, transaction() as writing:
        decide(writing, told={"fana:A:1": kari, "fana:B:1": kari})
    assert refused.value.candidacies == ("fana:A:1", "fana:B:1")


def test_contests_without_settlement_are_named(app: Flask, session: Session, tmp_path: Path) -> None:
    settled(app, tmp_path, "fana", "arna", settle="fana")
    with pytest.raises(NotAllSettled) as refused, transaction() as writing:
        decide(writing)
    assert refused.value.contests == ("arna",)


def test_a_district_without_a_council_is_named_and_one_can_be_set_up(
    app: Flask, session: Session, tmp_path: Path
) -> None:
    settled(app, tmp_path)
    with pytest.raises(NoCouncil) as refused, transaction() as writing:
        decide(writing)
    assert refused.value.districts == ("Fana",)
    with transaction() as writing:
        election = writing.scalars(select(ElectionRow)).one()
        made = set_up_missing_councils(writing, election, "post@bergen.example", by=AT_THE_KEYBOARD, at=LATER)
        assert [(each.name, each.slug) for each in made] == [("Fana bydelsutvalg", "fana")]
        assert set_up_missing_councils(writing, election, "", by=AT_THE_KEYBOARD, at=LATER) == ()
        decide(writing)
    assert members(session) == ["A2", "B1", "A1"]


@pytest.mark.parametrize("day", [date(2023, 9, 11), date(2023, 11, 2)], ids=["on election day", "tomorrow"])
def test_a_day_that_cannot_be_right_is_refused(app: Flask, session: Session, tmp_path: Path, day: date) -> None:
    settled(app, tmp_path)
    with pytest.raises(DecidedOnAnotherDay), transaction() as writing:
        decide(writing, ValidityDecision(valid=True, decided_on=day, reference="2023/4567"))


def test_a_decision_has_a_case_number(app: Flask, session: Session, tmp_path: Path) -> None:
    settled(app, tmp_path)
    with pytest.raises(ReferenceMissing), transaction() as writing:
        decide(writing, ValidityDecision(valid=False, decided_on=VALID_ON, reference=" "))


@pytest.mark.rule("R-206")
def test_under_the_act_of_2023_complaints_must_be_closed(app: Flask, session: Session, tmp_path: Path) -> None:
    settled(app, tmp_path)
    with transaction() as writing:
        writing.scalars(select(ElectionRow)).one().rule_set = "valgloven-2023"
    with pytest.raises(ComplaintsOpen), transaction() as writing:
        decide(writing, INVALID)
    with transaction() as writing:
        decide(writing, ValidityDecision(False, VALID_ON, "2023/4567", complaints_closed=True))
    assert session.scalars(select(ElectionRow.state)).one() == "invalid"


def test_the_trail_tells_of_each_act_once(app: Flask, session: Session, tmp_path: Path) -> None:
    settled(app, tmp_path)
    with transaction() as writing:
        council(writing)
        decide(writing)
    assert acts(session) == [
        ("CouncilSetUp", "fana"),
        ("ValidityDecided", "2023/fana"),
        ("ElectionMoved", "2023"),
        ("PersonsRegistered", "2023"),
        ("TermOpened", "2023–2027"),
        ("CouncilTermOpened", "fana"),
        ("CouncilTookOffice", "fana"),
    ]


def test_the_command_sets_up_the_council_and_tells_who_convenes(app: Flask, tmp_path: Path) -> None:
    settled(app, tmp_path)
    decided = ("decide-validity", "2023", "--valid", "--on", "2023-10-10", "--reference", "2023/4567")
    refused = run(app, *decided)
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert "Fana" in refused.stderr
    done = run(app, *decided, "--set-up-councils", "post@bergen.example")
    assert done.exit_code == 0, done.stderr
    assert done.stdout.splitlines() == [
        "Fana bydelsutvalg: 3 medlemmer og 9 varamedlemmer fra 2023-10-10",
        "  velges i første møte: leder, nestleder",
        "  første møte kalles sammen av ordføreren",
    ]
    again = run(app, *decided)
    assert (again.exit_code, "kan ikke gå fra" in again.stderr) == (1, True)


def test_the_command_tells_how_to_answer_who_a_candidate_is(app: Flask, session: Session, tmp_path: Path) -> None:
    settled(app, tmp_path)
    with transaction() as writing:
        council(writing)
        number = a_person(writing, "A2 Čáŋgŧ", None).id
    decided = ("decide-validity", "2023", "--valid", "--on", "2023-10-10", "--reference", "2023/4567")
    refused = run(app, *decided)
    assert refused.exit_code == 1
    assert refused.stderr.splitlines()[:3] == [
        "fana:A:2 A2 Čáŋgŧ",
        "  --person fana:A:2=new  en ny person",
        f"  --person fana:A:2={number}  A2 Čáŋgŧ, fødselsår ukjent",
    ]
    assert run(app, *decided, "--person", f"fana:A:2={number}").exit_code == 0
    assert run(app, *decided, "--person", "Kari").exit_code == 2


def test_the_command_enters_that_an_election_is_invalid(app: Flask, tmp_path: Path) -> None:
    settled(app, tmp_path)
    done = run(app, "decide-validity", "2023", "--invalid", "--on", "2023-10-10", "--reference", "2023/4567")
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == "Valget er kjent ugyldig. Ingen bydelsutvalg er endret.\n"


def test_a_candidacy_is_written_as_it_is_typed() -> None:
    assert str(Candidacy("fana", "A", 3)) == "fana:A:3"
