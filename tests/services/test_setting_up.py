"""Setting up an election: draft, change, settings, opening, and the hand-over to printer and scanner."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Barrier

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.audit.models import AuditEvent
from app.audit.services import AT_THE_KEYBOARD
from app.core.database import transaction
from app.core.errors import DomainError
from app.councils.models import District, Municipality
from app.elections.domain.election import CandidateList, Contest
from app.elections.domain.election_plan import (
    Change,
    CodeGivenTwice,
    CodeNotUsable,
    Difference,
    ElectionPlan,
    NoDistricts,
    PlannedContest,
    SeatsNotAllowed,
)
from app.elections.domain.local_election_day import NotALocalElectionDay
from app.elections.domain.settings import SettingName, SettingNotOffered, SettingsLocked
from app.elections.domain.states import ElectionState, MoveNotAllowed
from app.elections.files.setup_file import read_setup, write_setup
from app.elections.models import ContestRow, ElectionRow
from app.elections.queries import contests_of, election_by_address, load_election
from app.elections.setting_queries import settings_of
from app.elections.setting_up.queries import changed_since_last, offered_districts, plan_of
from app.elections.setting_up.refusals import (
    AddressTaken,
    DayTaken,
    ListDeadlinePassed,
    ListsNotDecided,
    NotADraft,
    NotOfTheMunicipality,
)
from app.elections.setting_up.services.hand_over import setup_to_hand_over
from app.elections.setting_up.services.plan import change_plan, change_settings, open_for_lists, plan_election
from tests.builders import a_list
from tests.elections import a_stored_election
from tests.planned_elections import SET_UP_AT, a_draft, a_plan, an_open_election, bergen
from tests.stored_councils import a_council, appoint, people

BY = AT_THE_KEYBOARD
AFTER_LISTS = datetime(2027, 3, 31, 10, 0, 1, tzinfo=UTC)
"""One second past 12:00 in Oslo on 31 March 2027, summer time."""


def acts(session: Session) -> list[str]:
    return list(session.scalars(select(AuditEvent.act).order_by(AuditEvent.id)))


def the_election(session: Session) -> ElectionRow:
    return session.scalars(select(ElectionRow)).one()


@pytest.mark.rule("R-3")
@pytest.mark.rule("R-140")
def test_a_draft_has_its_districts_seats_act_and_polling_districts(session: Session) -> None:
    """21:00 on 13 September 2027 in Oslo is 19:00 UTC."""
    with transaction() as writing:
        a_draft(writing, seats={"Arna": 13, "Fana": 15})
    election = the_election(session)
    assert (election.address, election.rule_set, election.state) == ("2027", "valgloven-2023", "draft")
    assert election.release_time == datetime(2027, 9, 13, 19, tzinfo=UTC)
    contests = contests_of(session, election.id)
    assert [(each.code, each.seats) for each in contests] == [("arna", 13), ("fana", 15)]
    assert [each.code for contest in contests for each in contest.polling_districts] == ["0801", "0802"]
    assert acts(session) == ["ElectionPlanned"]


@pytest.mark.rule("R-5")
@pytest.mark.rule("R-22")
@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"election_day": date(2026, 9, 14)}, NotALocalElectionDay),
        ({"contests": ()}, NoDistricts),
        ({"contests": (PlannedContest(1, "Arna", "arna", 2),)}, SeatsNotAllowed),
        ({"contests": (PlannedContest(1, "Arna", "kalender", 15),)}, CodeNotUsable),
        ({"contests": (PlannedContest(1, "Arna", "ar na", 15),)}, CodeNotUsable),
        (
            {"contests": (PlannedContest(1, "Arna", "a", 15), PlannedContest(2, "Fana", "a", 15))},
            CodeGivenTwice,
        ),
        ({"contests": (PlannedContest(99, "Nordnes", "nordnes", 15),)}, NotOfTheMunicipality),
        ({"settings": {SettingName.BALLOT_COLOUR: "blue"}}, SettingNotOffered),
        ({"settings": {SettingName.WRITEIN_OWN_LIST: "as_mark"}}, SettingNotOffered),
    ],
    ids=[
        "year",
        "no district",
        "two seats",
        "a page's address",
        "a space",
        "one code twice",
        "strange",
        "blue",
        "fixed",
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_stored(
    session: Session, change: dict[str, object], refusal: type[DomainError]
) -> None:
    with transaction() as writing:
        bergen(writing)
        plan = a_plan(writing)
    wrong = ElectionPlan(**{"name": plan.name, "election_day": plan.election_day, "contests": plan.contests} | change)  # type: ignore[arg-type]  # one field another
    with pytest.raises(refusal), transaction() as writing:
        plan_election(writing, writing.scalars(select(Municipality)).one(), wrong, by=BY, at=SET_UP_AT)
    assert session.scalar(select(func.count(ElectionRow.id))) == 0
    assert acts(session) == []


@pytest.mark.rule("R-3")
def test_a_municipality_has_one_election_a_day(session: Session) -> None:
    with transaction() as writing:
        a_draft(writing)
    with pytest.raises(DayTaken), transaction() as writing:
        a_draft(writing)


@pytest.mark.rule("R-3")
def test_of_two_who_set_up_one_election_at_once_the_second_is_refused_in_words(app: Flask, session: Session) -> None:
    with transaction() as writing:
        place = bergen(writing).id
    together = Barrier(2)

    def set_up(_who: int) -> str:
        with app.app_context():
            together.wait()
            try:
                with transaction() as writing:
                    plan_election(
                        writing,
                        writing.get_one(Municipality, place),
                        a_plan(writing),
                        by=AT_THE_KEYBOARD,
                        at=SET_UP_AT,
                    )
            except DayTaken as refusal:
                return refusal.address
            return "set up"

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(set_up, (1, 2))) == ["2027", "set up"]
    assert session.scalars(select(ElectionRow.address)).all() == ["2027"]


def test_of_two_towns_that_set_up_an_election_at_once_neither_meets_a_fault(app: Flask, session: Session) -> None:
    """Both look for a free address: the second gets another one or, where it could not see the first, is told so."""
    with transaction() as writing:
        for town in ("Bergen", "Voss"):
            writing.add(District(municipality=Municipality(name=town), name=f"{town} sentrum"))
    together = Barrier(2)

    def set_up(town: str) -> str:
        with app.app_context():
            together.wait()
            try:
                with transaction() as writing:
                    place = writing.scalars(select(Municipality).where(Municipality.name == town)).one()
                    centre = writing.scalars(select(District).where(District.municipality_id == place.id)).one()
                    contest = PlannedContest(centre.id, centre.name, "sentrum", 15)
                    plan = ElectionPlan("Bydelsvalg 2027", date(2027, 9, 13), (contest,))
                    return plan_election(writing, place, plan, by=AT_THE_KEYBOARD, at=SET_UP_AT).address
            except AddressTaken:
                return "refused"

    with ThreadPoolExecutor(2) as pool:
        given = set(pool.map(set_up, ("Bergen", "Voss")))
    assert given in ({"2027", "2027-bergen"}, {"2027", "2027-voss"}, {"2027", "refused"})
    assert set(session.scalars(select(ElectionRow.address))) == given - {"refused"}


def test_a_draft_is_changed_whole_and_the_trail_keeps_what_it_was(session: Session) -> None:
    with transaction() as writing:
        a_draft(writing)
    with transaction() as writing:
        election = the_election(writing)
        plan = a_plan(writing, name="Bydelsvalget", seats={"Fana": 17}, settings={SettingName.SUNDAY_VOTING: "true"})
        change_plan(writing, election, plan, by=BY, at=SET_UP_AT)
        change_plan(writing, election, plan, by=BY, at=SET_UP_AT)  # the same again: no act
    election = the_election(session)
    assert [(each.code, each.seats) for each in contests_of(session, election.id)] == [("fana", 17)]
    assert settings_of(session, election).is_on(SettingName.SUNDAY_VOTING)
    assert acts(session) == ["ElectionPlanned", "ElectionReplanned"]
    event = session.scalars(select(AuditEvent).where(AuditEvent.act == "ElectionReplanned")).one()
    assert event.before
    assert event.before["seats"] == {"arna": 15, "fana": 15}
    assert event.after
    assert event.after["seats"] == {"fana": 17}


def test_codes_can_change_places_in_a_draft(session: Session) -> None:
    with transaction() as writing:
        election = a_draft(writing)
        arna, fana = plan_of(writing, election).contests
        swapped = (
            PlannedContest(arna.district_id, "Arna", "fana", 15),
            PlannedContest(fana.district_id, "Fana", "arna", 15),
        )
        plan = ElectionPlan(election.name, election.election_day, swapped)
        change_plan(writing, election, plan, by=BY, at=SET_UP_AT)
    stored = session.execute(select(District.name, ContestRow.code).join(ContestRow).order_by(District.name)).all()
    assert [tuple(each) for each in stored] == [("Arna", "fana"), ("Fana", "arna")]


@pytest.mark.rule("R-50")
def test_when_it_is_open_for_lists_districts_and_seats_stand(session: Session) -> None:
    with transaction() as writing:
        an_open_election(writing)
    assert acts(session) == ["ElectionPlanned", "ElectionMoved"]
    election = the_election(session)
    assert election.state == ElectionState.OPEN_FOR_LISTS
    with pytest.raises(NotADraft), transaction() as writing:
        change_plan(writing, the_election(writing), a_plan(writing, name="Et annet"), by=BY, at=SET_UP_AT)
    with pytest.raises(MoveNotAllowed), transaction() as writing:
        open_for_lists(writing, the_election(writing), by=BY, at=SET_UP_AT)


@pytest.mark.rule("R-50")
def test_nothing_is_opened_for_lists_after_they_had_to_be_in(session: Session) -> None:
    with transaction() as writing:
        a_draft(writing)
    with pytest.raises(ListDeadlinePassed), transaction() as writing:
        open_for_lists(writing, the_election(writing), by=BY, at=AFTER_LISTS)
    assert session.scalars(select(ElectionRow.state)).one() == "draft"


def test_what_decides_the_election_is_locked_a_second_after_the_list_deadline(session: Session) -> None:
    """12:00 on 31 March 2027 is 10:00 UTC, since summer time began on the 28th."""
    forbid, allow = ({SettingName.MULTI_DISTRICT_CANDIDACY: value} for value in ("forbid", "allow"))
    with transaction() as writing:
        an_open_election(writing)
    with transaction() as writing:
        row = the_election(writing)
        change_settings(writing, row, forbid, by=BY, at=datetime(2027, 3, 31, 10, tzinfo=UTC))
    with pytest.raises(SettingsLocked) as refused, transaction() as writing:
        change_settings(writing, the_election(writing), allow, by=BY, at=AFTER_LISTS)
    assert (refused.value.settings, refused.value.rules) == (("multi_district_candidacy",), ("R-43",))
    with transaction() as writing:  # the same again, and what decides nothing, can still be sent
        row = the_election(writing)
        change_settings(writing, row, forbid | {SettingName.BALLOT_COLOUR: "yellow"}, by=BY, at=AFTER_LISTS)
    election = the_election(session)
    settings = settings_of(session, election)
    assert settings[SettingName.MULTI_DISTRICT_CANDIDACY] == "forbid"
    assert settings[SettingName.BALLOT_COLOUR] == "yellow"
    changes = session.scalars(select(AuditEvent).where(AuditEvent.act == "SettingsChanged").order_by(AuditEvent.id))
    assert [(each.before, each.after) for each in changes] == [
        ({"multi_district_candidacy": "warn"}, {"settings": {"multi_district_candidacy": "forbid"}}),
        ({"ballot_colour": "green"}, {"settings": {"ballot_colour": "yellow"}}),
    ]


def test_an_election_from_files_has_every_setting_at_its_default(session: Session) -> None:
    with transaction() as writing:
        a_stored_election(writing)
    settings = settings_of(session, the_election(session))
    assert settings.decided == {}
    assert settings[SettingName.WRITEIN_OWN_LIST] == "ignore"
    assert SettingName.EXTENSION_SCOPE not in settings.all()  # of the act of 2023 alone


@pytest.mark.rule("R-5")
def test_districts_are_offered_with_the_seats_of_their_councils_latest_term(session: Session) -> None:
    with transaction() as writing:
        fana = a_council(writing)
        ada, bo, cato = people(writing, "Ada", "Bo", "Cato")
        appoint(writing, fana, "Ap H Ap", {"Ap": [ada, cato], "H": [bo]})
        municipality = bergen(writing, "Arna").id
    offered = {each.name: each for each in offered_districts(session, municipality)}
    assert (offered["Fana"].seats, offered["Fana"].code, offered["Fana"].stands) == (3, "fana", True)
    assert offered["Arna"].seats is None


def test_an_election_is_copied_from_the_one_before_and_what_changed_is_told(session: Session) -> None:
    """In 2023 Fana (7 seats) and Loddefjord (9) voted; in 2027 Fana has 15 and Arna is new."""
    contests = [Contest("fana-23", "Fana", 7, ()), Contest("loddefjord", "Loddefjord", 9, ())]
    with transaction() as writing:
        place = bergen(writing, "Arna")
        before = a_stored_election(writing, *contests, municipality=place)
    offered = {each.name: each for each in offered_districts(session, before.municipality_id, before)}
    assert [(each.stands, each.code, each.seats) for each in offered.values()] == [
        (False, "arna", None),
        (True, "fana-23", 7),
        (True, "loddefjord", 9),
    ]
    with transaction() as writing:
        plan = a_plan(writing, seats={"Arna": 13, "Fana": 15}, settings={SettingName.BALLOT_COLOUR: "grey"})
        made = plan_election(writing, writing.scalars(select(Municipality)).one(), plan, by=BY, at=SET_UP_AT)
        since_last = changed_since_last(writing, made)
        assert since_last
        assert since_last[0].address == "2023"
        assert since_last[1] == (
            Difference(Change.DISTRICT_NEW, "Arna", now="13"),
            Difference(Change.SEATS, "Fana", "7", "15"),
            Difference(Change.DISTRICT_GONE, "Loddefjord", before="9"),
            Difference(Change.SETTING, "ballot_colour", "green", "grey"),
        )


@pytest.mark.rule("R-66")
def test_the_setup_is_handed_over_when_lists_are_decided_as_the_format_writes_it(
    app: Flask, session: Session, tmp_path: Path
) -> None:
    with transaction() as writing:
        row = an_open_election(writing)
    with pytest.raises(ListsNotDecided) as refused:
        setup_to_hand_over(session, session.get_one(ElectionRow, row.id))
    assert refused.value.without == ("Arna", "Fana")
    told = app.test_cli_runner().invoke(args=["elections", "export-setup", "2027"])
    assert told.exit_code == 1
    assert "Ingen lister er ført for Arna og Fana." in told.stderr

    with transaction() as writing:
        election = election_by_address(writing, "2027")
        assert election
        election.state = ElectionState.LISTS_DECIDED
    election = the_election(session)
    content = setup_to_hand_over(session, election)
    assert content == write_setup(load_election(session, election))
    assert read_setup(content, "setup.json") == load_election(session, election)
    file = tmp_path / "setup.json"
    assert app.test_cli_runner().invoke(args=["elections", "export-setup", "2027", "-o", str(file)]).exit_code == 0
    assert file.read_bytes() == content
    printed = app.test_cli_runner().invoke(args=["elections", "export-setup", "2027"])
    assert printed.stdout_bytes == content


@pytest.mark.rule("R-67")
def test_a_district_that_lacks_lists_is_handed_over_when_the_others_are_decided(session: Session) -> None:
    lists: tuple[CandidateList, ...] = (a_list("A"), a_list("B"))
    with transaction() as writing:
        a_stored_election(writing, Contest("fana", "Fana", 15, lists), Contest("arna", "Arna", 15, ()))
    content = setup_to_hand_over(session, the_election(session))
    assert [len(each.lists) for each in read_setup(content, "setup.json").contests] == [2, 0]
