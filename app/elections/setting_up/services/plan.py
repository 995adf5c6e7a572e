"""Set up an election on the page: make the draft, change it, decide its settings, open it for lists."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.audit.services import Actor, record
from app.councils.models import District, Municipality
from app.councils.places.queries import polling_districts_on
from app.elections.calendar.queries import lists_close_at
from app.elections.domain.election import RuleSetName
from app.elections.domain.election_plan import ElectionPlan, PlannedContest, require_in_order
from app.elections.domain.rule_sets import rule_set_on
from app.elections.domain.settings import (
    SettingName,
    Settings,
    changed,
    require_offered,
    require_unlocked,
    settings_under,
)
from app.elections.domain.states import ElectionState, moves
from app.elections.events import ElectionMoved
from app.elections.models import ContestPollingDistrict, ContestRow, ElectionRow
from app.elections.queries import lock
from app.elections.services.set_up import election_address, released_from
from app.elections.setting_models import ElectionSetting
from app.elections.setting_queries import settings_of
from app.elections.setting_up.events import ElectionPlanned, ElectionReplanned, SettingsChanged
from app.elections.setting_up.queries import election_of_day, plan_of
from app.elections.setting_up.refusals import (
    AddressTaken,
    DayTaken,
    ListDeadlinePassed,
    NotADraft,
    NotOfTheMunicipality,
)


def plan_election(
    session: Session, municipality: Municipality, plan: ElectionPlan, *, by: Actor, at: datetime
) -> ElectionRow:
    """Store a draft of an election. Its act is that of its day, and results are released at 21:00 on it.

    Polling districts are those of the register on the election day. Refused: a day no local election is held on,
    another election of the municipality that day, a council of fewer than three, codes that cannot be, and settings
    that cannot be had, or are locked because lists had to be in already.

    Law: kommuneloven (2018) §§ 5-7, 5-8; valgloven (2002) § 9-9; valgloven (2023) § 21-8.
    Rules: R-3, R-4, R-5, R-22, R-140, and the settings register K.
    """
    require_in_order(plan)
    _one_at_a_time(session, municipality)
    _require_day_free(session, municipality.id, plan.election_day)
    row = ElectionRow(
        municipality=municipality,
        address=election_address(session, plan.election_day, municipality),
        name=plan.name,
        rule_set=rule_set_on(plan.election_day),
        election_day=plan.election_day,
        release_time=released_from(plan.election_day),
        state=ElectionState.DRAFT,
        created_at=at,
    )
    session.add(row)
    _require_address_free(session, row)
    _put_contests(session, row, plan.contests)
    _put_settings(session, row, plan.settings, at)
    stored = plan_of(session, row)
    event = ElectionPlanned(row.address, row.name, plan.election_day.isoformat(), row.rule_set, *_facts(stored))
    record(session, event, by=by, at=at)
    return row


def change_plan(session: Session, election: ElectionRow, plan: ElectionPlan, *, by: Actor, at: datetime) -> None:
    """Store the plan instead of the draft's; the same again changes nothing. Refused as when it is made.

    The address stays: whoever has written it down finds the same election.

    Rules: R-3, R-4, R-5, R-22, and the settings register K.
    """
    lock(session, election)
    _require_draft(election)
    require_in_order(plan)
    _require_day_free(session, election.municipality_id, plan.election_day, but=election.id)
    before, rule_set = plan_of(session, election), election.rule_set
    election.name, election.election_day = plan.name, plan.election_day
    election.rule_set = rule_set_on(plan.election_day)
    election.release_time = released_from(plan.election_day)
    _take_contests_away(session, election)
    _put_contests(session, election, plan.contests)
    _put_settings(session, election, plan.settings, at)
    session.expire(election, ["contests"])
    now = plan_of(session, election)
    if now == before:
        return
    told = {"name": before.name, "election_day": before.election_day.isoformat(), "rule_set": rule_set}
    seats, settings, with_power = _facts(before)
    event = ElectionReplanned(
        election.address,
        {**told, "seats": seats, "settings": settings, "with_decision_power": with_power},
        now.name,
        now.election_day.isoformat(),
        election.rule_set,
        *_facts(now),
    )
    record(session, event, by=by, at=at)


def change_settings(
    session: Session, election: ElectionRow, wanted: Mapping[SettingName, str], *, by: Actor, at: datetime
) -> None:
    """Decide settings of an election; those not named stay. The same again changes nothing.

    Refused: a value that the setting cannot have, and, after the list deadline, those that decide who stands or who is
    elected.

    Rules: the last line of the settings register K.
    """
    lock(session, election)
    before = settings_of(session, election)
    different = _put_settings(session, election, wanted, at)
    if different:
        told = {str(name): before[name] for name in different}
        after = {str(name): value for name, value in different.items()}
        record(session, SettingsChanged(election.address, told, after), by=by, at=at)


def open_for_lists(session: Session, election: ElectionRow, *, by: Actor, at: datetime) -> None:
    """Let lists come in, and show the election to everyone. Districts and seats stand from now on.

    Refused when it is no draft, and after the list deadline.

    Rules: R-3, R-50.
    """
    lock(session, election)
    state = ElectionState(election.state)
    after = moves(state, ElectionState.OPEN_FOR_LISTS)
    closes = lists_close_at(session, election)
    if closes and at > closes:
        raise ListDeadlinePassed(closes.date())
    election.state = after
    record(session, ElectionMoved(election.address, {"state": state}, after), by=by, at=at)


def _one_at_a_time(session: Session, municipality: Municipality) -> None:
    """Of two who set up an election of the municipality at once, the second waits, and sees the first one's."""
    session.flush()
    session.execute(select(Municipality.id).where(Municipality.id == municipality.id).with_for_update())


def _require_address_free(session: Session, row: ElectionRow) -> None:
    """Another municipality may have taken the address in the same moment."""
    address = row.address
    try:
        session.flush()
    except IntegrityError:
        raise AddressTaken(address) from None


def _require_draft(election: ElectionRow) -> None:
    if election.state != ElectionState.DRAFT:
        raise NotADraft(election.address)


def _require_day_free(session: Session, municipality_id: int, day: date, but: int | None = None) -> None:
    other = election_of_day(session, municipality_id, day)
    if other and other.id != but:
        raise DayTaken(other.address)


def _put_contests(session: Session, election: ElectionRow, contests: Iterable[PlannedContest]) -> None:
    wanted = list(contests)
    known = set(session.scalars(select(District.id).where(District.municipality_id == election.municipality_id)).all())
    if strangers := tuple(each.district for each in wanted if each.district_id not in known):
        raise NotOfTheMunicipality(strangers)
    polling = polling_districts_on(session, election.election_day, election.municipality_id)
    for ordinal, each in enumerate(wanted):
        of_district = [found for found in polling if found.district_id == each.district_id]
        session.add(
            ContestRow(
                election_id=election.id,
                district_id=each.district_id,
                ordinal=ordinal,
                code=each.code,
                seats=each.seats,
                has_decision_power=each.has_decision_power,
                polling_districts=[
                    ContestPollingDistrict(ordinal=n, code=found.code, name=found.name)
                    for n, found in enumerate(of_district)
                ],
            )
        )
    session.flush()


def _take_contests_away(session: Session, election: ElectionRow) -> None:
    """Nothing hangs on a draft's contests but its polling districts."""
    contests = select(ContestRow.id).where(ContestRow.election_id == election.id)
    session.execute(delete(ContestPollingDistrict).where(ContestPollingDistrict.contest_id.in_(contests)))
    session.execute(delete(ContestRow).where(ContestRow.election_id == election.id))


def _put_settings(
    session: Session, election: ElectionRow, wanted: Mapping[SettingName, str], at: datetime
) -> dict[SettingName, str]:
    """Store what is decided, of the settings that the election's act has; what was changed, by name."""
    names = {rule.name for rule in settings_under(RuleSetName(election.rule_set))}
    decided = {name: value for name, value in wanted.items() if name in names}
    require_offered(decided)
    before: Settings = settings_of(session, election)
    different = changed(before, decided)
    require_unlocked(different, lists_close_at(session, election), at)
    for name, value in decided.items():
        if name in before.decided:
            session.get_one(ElectionSetting, (election.id, name)).value = value
        else:
            session.add(ElectionSetting(election_id=election.id, name=name, value=value))
    session.flush()
    return different


def _facts(plan: ElectionPlan) -> tuple[dict[str, int], dict[str, str], list[str]]:
    return (
        {each.code: each.seats for each in plan.contests},
        {str(name): value for name, value in plan.settings.items()},
        [each.code for each in plan.contests if each.has_decision_power],
    )
